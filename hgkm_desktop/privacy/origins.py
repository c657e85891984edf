"""Where people come from, what they speak and what they believe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import hints, items, plain_letters
from hgkm_desktop.privacy.phrases import is_capital
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_MOST_WORDS = 3
_FROM = re.compile(
    r"(?:uit|naar|in|een|van|als|is|spreekt(?: alleen)?|zegt|tolk|taal|familie|gezin) $"
)
_COUNTRY = "Dit is een land of streek. Samen met andere feiten wijst dat het gezin aan."
_ORIGIN = "Dit zegt iets over herkomst, taal of geloof. Dat maakt de kring van gezinnen klein."


@cache
def _countries() -> frozenset[str]:
    return _typed(items("herkomst", "landen"))


@cache
def _origins() -> frozenset[str]:
    adjectives = items("herkomst", "bijvoeglijk")
    forms = (
        set(adjectives)
        | {_inflected(word) for word in adjectives}
        | set(items("herkomst", "mensen"))
    )
    forms |= {f"{_inflected(word)}n" for word in adjectives}
    return _typed(forms)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.split()[0] for word in _countries() | _origins() if " " in word)


def _inflected(word: str) -> str:
    """Turks, Turkse; Chinees, Chinese; Iraans, Iraanse."""
    if word.endswith("ees"):
        return f"{word[:-3]}ese"
    return f"{word}e"


def _typed(words: frozenset[str] | set[str]) -> frozenset[str]:
    """In lower case, with and without accents: people type Oekrainse."""
    lower = {word.lower() for word in words}
    return frozenset(lower | {plain_letters(word) for word in lower})


@cache
def _needs_capital() -> frozenset[str]:
    return _typed(items("herkomst", "alleen_met_hoofdletter"))


def origins(text: Text) -> Iterator[Found]:
    """Countries, peoples, languages and faiths; Nederlands is left."""
    taken = -1
    for n, word in enumerate(text.words):
        if n <= taken or n in text.of_the_field:
            continue
        most = _MOST_WORDS if word.lower in _first_words() else 1
        for last in range(min(n + most, len(text.words)) - 1, n - 1, -1):
            typed = text.lower[word.start : text.words[last].end]
            is_country = typed in _countries()
            if (is_country or typed in _origins()) and _fits(text, n, typed):
                taken = last
                is_thing = _next(text, last) in hints("dingen") or _is_of_a_text(text, n)
                yield _found(word.start, text.words[last].end, is_country, is_thing)
                break


def _is_of_a_text(text: Text, n: int) -> bool:
    """In het Engels: what half of the country speaks tells next to nothing."""
    before = [word.lower for word in text.words[max(0, n - 2) : n]]
    return text.words[n].lower == "engels" and before == ["in", "het"]


def _next(text: Text, n: int) -> str:
    """The word after word `n`, in lower case; nothing when a sign stands between."""
    return text.words[n + 1].lower if n + 1 < len(text.words) and text.gap(n) == " " else ""


def _fits(text: Text, n: int, typed: str) -> bool:
    if typed not in _needs_capital():
        return True
    before = text.lower[max(0, text.words[n].start - 20) : text.words[n].start]
    return is_capital(text, n) or (_FROM.search(before) is not None and len(typed) > 4)


def _found(start: int, end: int, is_country: bool, of_a_thing: bool) -> Found:
    likely, maybe = FindingCertainty.WAARSCHIJNLIJK, FindingCertainty.MOGELIJK
    certainty = maybe if of_a_thing else likely  # Amerikaans onderzoek
    kind = FindingKind.NATIONALITEIT
    if is_country:
        return Found(start, end, kind, certainty, _COUNTRY, ("een ander land", "het buitenland"))
    return Found(start, end, kind, certainty, _ORIGIN)
