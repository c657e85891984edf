"""Who has which part of a text: what one layer found, no later one takes, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import hints
from hgkm_desktop.privacy.phrases import is_capital
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_FREE, _TAKEN, _BEGINS = 0, 1, 2  # what the signs of a text can be
_FREE_PART = re.compile(rb"\0+")
_OF_WORDS = frozenset(
    {FindingKind.NAAM, FindingKind.ORGANISATIE, FindingKind.SCHOOL, FindingKind.PLAATS}
)
_STRONGEST_FIRST = tuple(FindingCertainty)


class Claims:
    """The findings so far. A later one that covers earlier ones loses only what they have."""

    def __init__(self, text: Text, left_alone: Iterable[tuple[int, int]]) -> None:
        self._text = text
        self._signs = bytearray(len(text.plain) + 1)
        self._by_start: dict[int, Found] = {}
        for start, end in left_alone:
            self._mark(start, end)

    @property
    def found(self) -> tuple[Found, ...]:
        """Every claim, in no order, none over another."""
        return tuple(self._by_start.values())

    def claim(self, one: Found) -> None:
        """Takes what a layer found: whole where nobody was, else joined, or what is left of it."""
        if one.start >= one.end:
            return
        if not any(self._signs[one.start : one.end]):
            self._take(one)
        elif one.kind is FindingKind.NAAM and self._is_longer_name(one):
            self._take(self._joined(one))
        elif one.kind in _OF_WORDS:
            for part in [*self._left_of(one)]:
                self._take(part)

    def _take(self, one: Found) -> None:
        self._mark(one.start, one.end)
        self._signs[one.start] = _BEGINS
        self._by_start[one.start] = one

    def _mark(self, start: int, end: int) -> None:
        self._signs[start:end] = bytes([_TAKEN]) * (end - start)

    def _inside(self, one: Found) -> Iterator[Found]:
        at = self._signs.find(_BEGINS, one.start, one.end)
        while at >= 0:
            yield self._by_start[at]
            at = self._signs.find(_BEGINS, at + 1, one.end)

    def _is_longer_name(self, one: Found) -> bool:
        """Xavindra van der Pol, where only van der Pol was found: all that stands in it is name."""
        inside = [*self._inside(one)]
        if any(part.kind is not FindingKind.NAAM or part.end > one.end for part in inside):
            return False
        taken = one.end - one.start - self._signs.count(_FREE, one.start, one.end)
        return taken == sum(part.end - part.start for part in inside)

    def _joined(self, one: Found) -> Found:
        """The longer name, as certain as the surest part of it."""
        parts = [one, *self._inside(one)]
        for part in parts[1:]:
            del self._by_start[part.start]
        surest = min(parts, key=lambda part: _STRONGEST_FIRST.index(part.certainty))
        return replace(surest, start=one.start, end=one.end)

    def _left_of(self, one: Found) -> Iterator[Found]:
        """The words that tell something, where nobody was: Sofietje, of 'Sofietje in Breda'."""
        for part in _FREE_PART.finditer(self._signs, one.start, one.end):
            inside = self._text.within(*part.span())
            telling = [n for n in inside if self._tells(n) and self._is_whole(n, part.end())]
            if telling:
                first, last = self._text.words[telling[0]], self._text.words[telling[-1]]
                yield replace(one, start=first.start, end=last.end)

    def _tells(self, n: int) -> bool:
        word = self._text.words[n]
        is_small = word.lower in hints("tussenvoegsels") or word.lower in hints("functiewoorden")
        return not is_small and (is_capital(self._text, n) or self._text.strange[n])

    def _is_whole(self, n: int, end: int) -> bool:
        return self._text.words[n].end <= end
