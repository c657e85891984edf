"""Which role stands for which word, remembered while a file is open and never written down."""

from __future__ import annotations


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

    def suggestions(self, case_id: str, word: str, others: tuple[str, ...]) -> tuple[str, ...]:
        """What can stand for a word: what did so before comes first, none twice."""
        known = self._known.get(case_id, {}).get(_plain(word))
        return others if known is None else tuple(dict.fromkeys((known, *others)))

    def forget_case(self, case_id: str) -> None:
        """Keep nothing of one case."""
        self._known.pop(case_id, None)

    def forget(self) -> None:
        """Keep nothing."""
        self._known.clear()


def _plain(word: str) -> str:
    from hgkm_desktop.privacy.case_check import plain_word  # the program starts sooner without it

    return plain_word(word)
