"""A word that tells who the case is about, replaced everywhere in it, shown before it is done."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.texts import CaseText, texts_of, with_texts

_BEGINS = re.compile(r"(?:^|[.!?:\n])\s*$")


@dataclass(frozen=True, slots=True)
class Change:
    """A text as it is, and what it becomes."""

    place: CaseText
    after: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """The case as it becomes, and each text that changes, for who wants to see it first."""

    case: Case
    changes: tuple[Change, ...]


def replaced_everywhere(case: Case, word: str, instead: str) -> Replaced:
    """A word replaced in every text of the case: whole words only, whatever their capitals.

    A possessive s goes along, and what begins a sentence gets a capital. Raises BadInput without
    a replacement, and when a text cannot be so, as when two betrokkenen would get one role.
    """
    if not instead.strip():
        raise BadInput("Er is niets om het door te vervangen.", todo="Vul een woord in.")
    found = _whole_word(word)
    changes = []
    for place in texts_of(case):
        after = found.sub(lambda match: _fitting(match, instead.strip()), place.text)
        if after != place.text:
            changes.append(Change(place, after))
    return Replaced(_with(case, changes), tuple(changes))


def _with(case: Case, changes: list[Change]) -> Case:
    return with_texts(case, {change.place.key: change.after for change in changes})


def _whole_word(word: str) -> re.Pattern[str]:
    """What finds a word, however it is spaced, with or without a possessive s."""
    spaced = r"\s+".join(map(re.escape, word.split()))
    return re.compile(rf"(?<!\w){spaced}(?P<own>['’]?s)?(?!\w)", re.IGNORECASE)


def _fitting(match: re.Match[str], instead: str) -> str:
    before = match.string[: match.start()]
    fitted = instead[0].upper() + instead[1:] if _BEGINS.search(before[-40:]) else instead
    if match["own"] and fitted[-1].isalpha() and fitted[-1] not in "sxz":
        return f"{fitted}s"
    return fitted
