"""What is searched in a casusbestand, passage by passage, and what someone looks for in it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.rounds import seen
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.texts import (
    CASE,
    kind_in,
    own_texts,
    place_of,
    record_texts,
    said,
)
from hgkm_desktop.models.works import Value, name_of

WORK = "werk"
KINDS = (CASE, *FIELD_OF.values(), WORK)
"""What a passage can be: of a case itself, a record of it (by its field), or a part of a work."""

# Between two texts of a passage: for the index it is a word, which nobody can type, so that no
# phrase is found that goes on from one text into another.
BREAK = "\n\ue000\n"
OPEN = "9999-12-31"  # the last day of what goes on

_QUOTES = '"“”„'
_TYPED = re.compile(f"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]|([^\\s{_QUOTES}]+)")
_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
_ACCENTS = re.compile("[\u0300-\u036f]+")

Days = tuple[str, str]
"""The first and the last day on which it can have been, as 'yyyy-mm-dd'; empty when unknown."""
NO_DAYS: Days = ("", "")


class Passage(NamedTuple):
    """What is found as one: a record, a field of a case, or a part of a work.

    A tuple, for a file has hundreds of thousands. `place` is how the keys of its texts begin
    (texts.py), and `text` is all of them. `event_id` is the event that it is or that it is about,
    and `days` are those of that event.
    """

    place: str
    kind: str
    text: str
    event_id: str = ""
    days: Days = NO_DAYS


def passages_of(value: Value) -> tuple[Passage, ...]:
    """Every passage that may be found now; what a blind round hides is not among them."""
    if not isinstance(value, Case):
        return tuple(own_passages(value))
    case = seen(value)
    days = {event.id: days_of(event.start, event.end, event.ongoing) for event in case.events}
    found = list(own_passages(case))
    for name in FIELD_OF.values():
        for record in getattr(case, name):
            passage = passage_of(name, record, days)
            if passage is not None:
                found.append(passage)
    return tuple(found)


def own_passages(value: Value) -> Iterator[Passage]:
    """What stands in a case itself, or all of a work; its code first."""
    texts: dict[str, list[str]] = defaultdict(list, {code_place(value): [value.code]})
    for text in own_texts(value):
        texts[place_of(text.key)].append(said(text))
    for place, listed in texts.items():
        kind = CASE if isinstance(value, Case) else kind_in(value, place) or WORK
        yield Passage(place, kind, BREAK.join(listed))


def code_place(value: Value) -> str:
    """The place of the code of a case or work, which is found although nobody typed it."""
    return f"{CASE if isinstance(value, Case) else name_of(value).one}::code"


def passage_of(name: str, record: object, days: dict[str, Days]) -> Passage | None:
    """A record in this field of a case; None when nobody typed in it."""
    texts = record_texts(name, record)
    if not texts:
        return None
    event_id = record.id if isinstance(record, Event) else getattr(record, "event_id", "")
    joined = BREAK.join(text.text for text in texts)
    return Passage(place_of(texts[0].key), name, joined, event_id, days.get(event_id, NO_DAYS))


def days_of(start: Moment, end: Moment | None, ongoing: bool) -> Days:
    """The days of an event as the filter of the line has them (timeline/filtering.py)."""
    if not start.is_known:
        return NO_DAYS
    first, last = start.earliest, start.latest
    if end is None or not end.is_known:
        return _iso(first), OPEN if ongoing else _iso(last)
    if end.latest < first:  # made by hand: both days count
        return _iso(min(first, end.earliest)), _iso(last)
    return _iso(first), _iso(end.latest)


def _iso(day: date) -> str:
    return day.isoformat()


# --- what is looked for --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SoughtWords:
    """Words that must follow each other, without capitals and accents; the last one may go on."""

    words: tuple[str, ...]
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Sought:
    """What someone typed: every term must be in a passage."""

    terms: tuple[SoughtWords, ...] = ()

    @property
    def expression(self) -> str:
        """What FTS5 is asked; of what was typed only letters and digits are in it."""
        return " AND ".join(
            f'"{" ".join(term.words)}"{"*" if term.goes_on else ""}' for term in self.terms
        )

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the terms stand in a text, in the order of the text; overlaps are one."""
        whole = plain(text)
        if not any(term.words[0] in whole for term in self.terms):
            return ()  # as most texts: spare them the rest
        words = [(plain(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
        found = sorted(span for term in self.terms for span in _where(term, words))
        joined: list[tuple[int, int]] = []
        for start, end in found:
            if joined and start <= joined[-1][1]:
                joined[-1] = joined[-1][0], max(end, joined[-1][1])
            else:
                joined.append((start, end))
        return tuple(joined)


def read_sought(typed: str) -> Sought:
    """What is typed, read; nothing is wrong. Words between quotes are a phrase; of any other word
    the beginning is enough."""
    terms = []
    for phrase, word in _TYPED.findall(typed):
        words = tuple(plain(found) for found in _WORD.findall(phrase or word))
        if words:
            terms.append(SoughtWords(words, goes_on=not phrase))
    return Sought(tuple(terms))


def plain(word: str) -> str:
    """A word without capitals and accents, as the index has it."""
    if word.isascii():
        return word.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFD", word)).lower()


def _where(term: SoughtWords, words: list[tuple[str, int, int]]) -> Iterator[tuple[int, int]]:
    size = len(term.words)
    for at in range(len(words) - size + 1):
        here = [word for word, _, _ in words[at : at + size]]
        last = here[-1].startswith(term.words[-1]) if term.goes_on else here[-1] == term.words[-1]
        if last and here[:-1] == list(term.words[:-1]):
            yield words[at][1], words[at + size - 1][2]


# --- which of it ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which passages are asked for; of what is empty all. `values` are what a case or work is
    called ('casus', 'onderzoek'), `days` those of the event, both included."""

    values: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    states: frozenset[CaseState] = frozenset()
    days: Days = NO_DAYS


ALL = Wanted()
