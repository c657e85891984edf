"""Hints on wording: outdated words, and words that lay the burden on who the violence happens to.

A hint is no finding: it says nothing of who a case is about, and stands in nobody's way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.content import entry_id, read_entries
from hgkm_desktop.models.strict_toml import Table
from hgkm_desktop.models.terms import Term
from hgkm_desktop.models.texts import CaseText, is_chosen, is_label, texts_of
from hgkm_desktop.paths import resource

_WORDS = re.compile(r"(?:\.\.\.|[^\W_]+\*?)(?: (?:\.\.\.|[^\W_]+\*?))*")
_BETWEEN = r"(?:\s+[\w'’-]+){0,3}"
_QUOTED = re.compile(r"‘[^‘’\n]*’|[“„][^“”„\n]*”|\"[^\"\n]*\"|(?<!\w)'[^'\n]*'(?!\w)")
_BEFORE_SENTENCE = " \t\"'(‘“-"
_ENDS_SENTENCE = (".", "!", "?", ":", ";", "\n")


class WordingKind(Term):
    """What is the matter with a word."""

    VEROUDERD = ("verouderd", "verouderd woord")
    LAST = ("last", "legt de last bij wie het overkomt")
    WEDERZIJDS = ("wederzijds", "doet alsof beide kanten hetzelfde doen")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words for which there are better ones: what to write instead, and why."""

    id: str
    kind: WordingKind
    words: tuple[str, ...]
    instead: str
    why: str


@dataclass(frozen=True, slots=True)
class WordingHint:
    """Where such words stand in a text: Python string offsets, `end` not included."""

    start: int
    end: int
    wording: Wording


@dataclass(frozen=True, slots=True)
class CaseHint:
    """A hint and the text of the case that it is about."""

    place: CaseText
    hint: WordingHint

    @property
    def word(self) -> str:
        """The words as they were typed."""
        return self.place.text[self.hint.start : self.hint.end]


@cache
def wordings() -> tuple[Wording, ...]:
    """The words of which the program knows better ones."""
    return read_wordings(resource("inhoud/woordkeus.toml"))


def read_wordings(path: Path) -> tuple[Wording, ...]:
    """Reads woordkeus.toml. Raises BadContent."""
    return read_entries(path, "woordkeus", _wording)


def wording_hints(text: str) -> tuple[WordingHint, ...]:
    """The words in a text for which there are better ones, in their order and without overlap.

    What someone is quoted as saying is left as it was said, and so is a name with capitals, as of
    an organisation or a report.
    Source: which words these are is ours (docs/bronnen.md).
    """
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    hints = [
        WordingHint(*found.span(), wording)
        for wording, shape in _shapes()
        for found in shape.finditer(text)
        if not any(first <= found.start() < last for first, last in quoted)
        and not _is_name(text, found)
    ]
    return tuple(_without_overlap(sorted(hints, key=lambda hint: (hint.start, -hint.end))))


def hints_of_case(case: Case) -> tuple[CaseHint, ...]:
    """The hints on all sentences of a case: no names, and nothing that was chosen in a list."""
    return tuple(
        CaseHint(place, hint)
        for place in texts_of(case)
        if not is_label(place) and not is_chosen(place)
        for hint in wording_hints(place.text)
    )


def _wording(table: Table) -> Wording:
    made = Wording(
        id=entry_id(table),
        kind=table.term("soort", WordingKind),
        words=table.texts("woorden"),
        instead=table.text("schrijf"),
        why=table.text("waarom"),
    )
    if not made.words:
        raise table.problem("‘woorden’ is leeg.")
    for words in made.words:
        if not _WORDS.fullmatch(words) or words.startswith("...") or words.endswith("..."):
            raise table.problem("in ‘woorden’ mogen woorden staan, met * erachter of ... ertussen.")
    return made


@cache
def _shapes() -> tuple[tuple[Wording, re.Pattern[str]], ...]:
    return tuple(
        (one, re.compile("|".join(map(_shape, one.words)), re.IGNORECASE)) for one in wordings()
    )


def _shape(words: str) -> str:
    """'werkt ... niet mee' as a pattern: whole words, with up to three others between."""
    shape = ""
    for word in words.split():
        if word == "...":
            shape += _BETWEEN
        else:
            letters = re.escape(word.removesuffix("*"))
            shape += (r"\s+" if shape else "") + letters + (r"\w*" if word.endswith("*") else "")
    return rf"(?<![\w-]){shape}(?!\w)"


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Whether capitals say that it is a name; at the start of a sentence the first says nothing."""
    first, *others = found[0].split()
    if any(word[:1].isupper() for word in others):
        return True
    before = text[: found.start()].rstrip(_BEFORE_SENTENCE)
    return first[:1].isupper() and bool(before) and not before.endswith(_ENDS_SENTENCE)


def _without_overlap(hints: list[WordingHint]) -> Iterator[WordingHint]:
    end = 0
    for hint in hints:
        if hint.start >= end:
            end = hint.end
            yield hint
