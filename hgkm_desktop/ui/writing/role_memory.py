"""Which role stands for which word, remembered while a file is open and never written down."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_CHILD = re.compile(r"kind (\d{1,2})")
_PARTICLES = frozenset({"de", "den", "der", "van", "ter", "ten", "te", "el", "al", "'t", "la"})


class RoleMemory:
    """What words were replaced by, case by case.

    This is the key to who the case is about, so it lives in memory only: what holds it forgets it
    when the file is locked or closed. It is no part of a case and of no edit, so nothing writes
    it.
    """

    def __init__(self) -> None:
        self._known: dict[str, dict[str, str]] = {}

    def remember(self, case_id: str, word: str, instead: str) -> None:
        """A word of a case was replaced by these words."""
        self._known.setdefault(case_id, {})[_plain(word)] = instead.strip()

    def suggestions(
        self, case_id: str, word: str, others: tuple[str, ...], roles: Iterable[str] = ()
    ) -> tuple[str, ...]:
        """What can stand for a word: what did so before comes first, none twice.

        A role of one person that stands for another name already comes last; `roles` are those of
        the case.
        """
        from hgkm_desktop.privacy.suggesting import is_of_one_person

        known, plain, given = self._known.get(case_id, {}), _plain(word), tuple(roles)
        same = {name: role for name, role in known.items() if _is_same(name, plain)}
        own = (known[plain],) if plain in known else tuple(same.values())
        taken = {_plain(known[name]) for name in known.keys() - same.keys()}
        taken = {role for role in taken if is_of_one_person(role, given)}
        every = tuple(dict.fromkeys((*own, *(_next_child(one, taken) for one in others), *others)))
        is_free = [one in own or _plain(one) not in taken for one in every]
        free = tuple(one for one, can in zip(every, is_free, strict=True) if can)
        return (*free, *(one for one, can in zip(every, is_free, strict=True) if not can))

    def forget_case(self, case_id: str) -> None:
        """Keep nothing of one case."""
        self._known.pop(case_id, None)

    def forget(self) -> None:
        """Keep nothing."""
        self._known.clear()


def _plain(word: str) -> str:
    from hgkm_desktop.privacy.case_check import plain_word  # the program starts sooner without it

    return plain_word(word)


def _is_same(name: str, other: str) -> bool:
    """Whether two names begin with the same first name: Fatima, and Fatima de Boer."""
    first, *_ = name.split() or [""]
    return bool(first) and first not in _PARTICLES and first == (other.split() or [""])[0]


def _next_child(role: str, taken: Collection[str]) -> str:
    """Kind 2, where kind 1 is another child already."""
    found = _CHILD.fullmatch(role)
    if found is None or role not in taken:
        return role
    return next(f"kind {n}" for n in range(int(found[1]), 100) if f"kind {n}" not in taken)
