"""A word that tells who the case is about, replaced everywhere in it, shown before it is done."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from unicodedata import normalize

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.texts import CaseText, is_chosen, is_label, texts_of, with_texts

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


def changes_everywhere(case: Case, word: str, instead: str) -> tuple[Change, ...]:
    """What each text becomes with a word replaced: whole words only, whatever their capitals.

    A possessive s goes along, and what begins a sentence gets a capital, but a role does not.
    What was chosen in a list stays. Raises BadInput without a replacement.
    """
    if not instead.strip():
        raise BadInput("Er is niets om het door te vervangen.", todo="Vul een woord in.")
    found = _whole_word(word)
    changes = []
    for place in texts_of(case):
        fitting = partial(_fitting, instead.strip(), is_label(place))
        after = found.sub(fitting, place.text)
        if after != place.text and not is_chosen(place):
            changes.append(Change(place, after))
    return tuple(changes)


def with_changes(case: Case, changes: Iterable[Change]) -> Case:
    """The case with these changes. Raises BadInput when two betrokkenen or organisations would be
    called the same."""
    try:
        return with_texts(case, {change.place.key: change.after for change in changes})
    except BadInput as error:
        raise BadInput(
            "Er is al een betrokkene of organisatie die zo heet.",
            safe="Er is niets vervangen.",
            todo="Kies een ander woord, of laat die ene tekst staan en pas hem aan bij Deelnemers.",
        ) from error


def replaced_everywhere(case: Case, word: str, instead: str) -> Replaced:
    """A word replaced in every text of the case, as `changes_everywhere` tells.

    Raises what that raises, and what `with_changes` raises.
    """
    changes = changes_everywhere(case, word, instead)
    return Replaced(with_changes(case, changes), changes)


def without_word(case: Case, word: str, instead: str) -> Case:
    """The case in which no decision keeps a word that its texts say no more: one about it, or about
    words with it, goes, and in the reason of another it is replaced."""
    if changes_everywhere(case, word, instead):
        return case
    found, fitting = _whole_word(word), partial(_fitting, instead.strip(), True)
    kept = tuple(
        replace(decision, reason=found.sub(fitting, decision.reason))
        for decision in case.read.cleared
        if not found.search(decision.word)
    )
    return replace(case, read=replace(case.read, cleared=kept))


def replaced_here(place: CaseText, start: int, end: int, instead: str) -> Change:
    """A part of one text replaced, by Python string offsets. Raises BadInput without a
    replacement."""
    if not instead.strip():
        raise BadInput("Er is niets om het door te vervangen.", todo="Vul een woord in.")
    text = place.text
    fitted = _begun(text[:start], instead.strip(), is_label(place))
    return Change(place, f"{text[:start]}{fitted}{text[end:]}")


def _whole_word(word: str) -> re.Pattern[str]:
    """What finds a word, however it is spaced and its accents are written, with or without a
    possessive s."""
    forms = dict.fromkeys((word, normalize("NFC", word), normalize("NFD", word)))
    spaced = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{spaced})(?P<own>['’]?s)?(?!\w)", re.IGNORECASE)


def _fitting(instead: str, in_label: bool, match: re.Match[str]) -> str:
    fitted = _begun(match.string[: match.start()], instead, in_label)
    if match["own"] and fitted[-1].isalpha() and fitted[-1] not in "sxz":
        return f"{fitted}s"
    return fitted


def _begun(before: str, instead: str, in_label: bool) -> str:
    """With a capital where a sentence begins; a role is no sentence."""
    begins = not in_label and _BEGINS.search(before[-40:])
    return instead[0].upper() + instead[1:] if begins else instead
