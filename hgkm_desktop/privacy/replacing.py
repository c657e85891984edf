"""A word that tells who the case is about, replaced everywhere in it, shown before it is done."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from unicodedata import normalize

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.texts import CaseText, is_chosen, is_label, texts_of, with_texts
from hgkm_desktop.privacy.checking import check
from hgkm_desktop.privacy.fitting import begins_sentence, fitted
from hgkm_desktop.privacy.terms import FindingKind

_AROUND = 80  # letters beside a word in which a longer name can stand
_MOST_LOOKED_AT = 60  # places where a longer name is looked for


@dataclass(frozen=True, slots=True)
class Spot:
    """One place in a text that changes, by Python string offsets in it before and after."""

    start: int
    end: int
    after_start: int
    after_end: int


@dataclass(frozen=True, slots=True)
class Change:
    """A text as it is, what it becomes, and where it changes."""

    place: CaseText
    after: str
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Replaced:
    """The case as it becomes, and each text that changes, for who wants to see it first."""

    case: Case
    changes: tuple[Change, ...]


def changes_everywhere(
    case: Case,
    word: str,
    instead: str,
    longer: Iterable[str] = (),
    beside: Iterable[CaseText] = (),
) -> tuple[Change, ...]:
    """What each text becomes with a word replaced: whole words only, whatever their capitals.

    Of `longer`, names that the word is a part of, all goes. `beside` are texts that are not in the
    case, such as a line that is half typed. A possessive s goes along, and so does what would stand
    there twice (`fitting`); what begins a sentence gets a capital, but a role does not. What was
    chosen in a list stays. Raises BadInput without a replacement.
    """
    if not instead.strip():
        raise BadInput("Er is niets om het door te vervangen.", todo="Vul een woord in.")
    found, changes = _whole_word(word, *longer), []
    for place in (*texts_of(case), *beside):
        change = _replaced(place, found, instead)
        if change.after != place.text and not is_chosen(place):
            changes.append(change)
    return tuple(changes)


def longer_names(case: Case, word: str, beside: Iterable[CaseText] = ()) -> tuple[str, ...]:
    """The names in a case that a word is a part of, as they were typed, the longest first.

    Looks at the first places where it stands only, and at what is near it: some 2 ms for each.
    """
    found, near = _whole_word(word), dict[str, None]()
    for place in (*texts_of(case), *beside):
        for match in found.finditer(place.text):
            first = max(0, match.start() - _AROUND)
            near[place.text[first : match.end() + _AROUND]] = None
    names = dict[str, str]()
    for part in list(near)[:_MOST_LOOKED_AT]:
        for one in check(part) if found.search(part) else ():
            name = part[one.start : one.end]
            if one.kind is FindingKind.NAAM and found.search(name) and not found.fullmatch(name):
                names.setdefault(" ".join(name.casefold().split()), name)
    return tuple(sorted(names.values(), key=len, reverse=True))


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
    found = _whole_word(word)
    kept = tuple(
        replace(decision, reason=found.sub(lambda _: instead.strip(), decision.reason))
        for decision in case.read.cleared
        if not found.search(decision.word)
    )
    return replace(case, read=replace(case.read, cleared=kept))


def replaced_here(place: CaseText, start: int, end: int, instead: str) -> Change:
    """A part of one text replaced, by Python string offsets. Raises BadInput without a
    replacement."""
    if not instead.strip():
        raise BadInput("Er is niets om het door te vervangen.", todo="Vul een woord in.")
    fit = fitted(place.text, start, end, instead)
    words = _begun(place.text[: fit.start], fit.words, is_label(place))
    spot = Spot(fit.start, fit.end, fit.start, fit.start + len(words))
    return Change(place, f"{place.text[: fit.start]}{words}{place.text[fit.end :]}", (spot,))


def _replaced(place: CaseText, found: re.Pattern[str], instead: str) -> Change:
    text, after, at, spots = place.text, "", 0, list[Spot]()
    for match in found.finditer(text):
        fit = fitted(text, match.start(), match.end(), instead)
        first = max(fit.start, at)
        words = _begun(text[:first], fit.words, is_label(place))
        if match["own"] and words[-1].isalpha() and words[-1] not in "sxz":
            words = f"{words}s"
        after += text[at:first]
        spots.append(Spot(first, fit.end, len(after), len(after) + len(words)))
        after += words
        at = fit.end
    return Change(place, f"{after}{text[at:]}", tuple(spots))


def _whole_word(*words: str) -> re.Pattern[str]:
    """What finds these words, the longest first, however they are spaced and their accents are
    written, with or without a possessive s."""
    every = sorted(words, key=len, reverse=True)
    forms = dict.fromkeys(f for w in every for f in (w, normalize("NFC", w), normalize("NFD", w)))
    spaced = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{spaced})(?P<own>['’]?s)?(?!\w)", re.IGNORECASE)


def _begun(before: str, instead: str, in_label: bool) -> str:
    """With a capital where a sentence begins; a role is no sentence."""
    begins = not in_label and begins_sentence(before)
    return instead[0].upper() + instead[1:] if begins else instead
