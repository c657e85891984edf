"""The numbered list of events under a timeline, in columns."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from itertools import accumulate

from reportlab.platypus import Flowable

from hgkm_desktop.models.terms import Occurrence
from hgkm_desktop.reports.content import Entry
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.broken_words import Words
from hgkm_desktop.reports.writing.elements import Element, owned
from hgkm_desktop.reports.writing.flowables import ENDLESS, Gap, Piece, Stack, plain
from hgkm_desktop.reports.writing.fonts import clean, draw_text, text_width
from hgkm_desktop.reports.writing.page_style import COLOURS, MM
from hgkm_desktop.reports.writing.shapes import draw_shape
from hgkm_desktop.reports.writing.surface import colour_of

_COLUMN_GAP = 4 * MM
_NUMBER_END, _SHAPE_X, _DATE_X = 4.4 * MM, 7.6 * MM, 10.8 * MM
_DATE_GAP = 1.4 * MM
_AFTER_DASH = re.compile("(?<=–)")
_TYPE = style.Type(10, 12.75)
_ABOUT = style.Type(9, 10.8)
_TALL = 12 * _TYPE.leading  # a higher event goes on in a next column


@dataclass(frozen=True, slots=True)
class Columns:
    """How many columns a list has on a width, how wide their dates are, and the white under what
    is said about an event."""

    count: int = 3
    full: float = style.WIDE_FULL
    date_width: float = 24 * MM
    white: float = 1 * MM

    @property
    def width(self) -> float:
        return (self.full - (self.count - 1) * _COLUMN_GAP) / self.count


NARROW = Columns()


class EventList(Piece):
    """The numbered events in columns, read from top to bottom, then to the right."""

    def __init__(self, rows: Sequence[EventRow], columns: Columns = NARROW) -> None:
        super().__init__()
        self.rows, self.columns = rows, columns

    @classmethod
    def of(cls, entries: Sequence[Entry], element: Element, columns: Columns = NARROW) -> EventList:
        """The list of these entries, whose items go into `element`."""
        widest = max((text_width(str(e.number), _TYPE.size, True) for e in entries), default=0.0)
        shift = max(widest - _NUMBER_END, 0.0)
        items = [element.put(Element("LI")) for _ in entries]
        rows = [
            EventRow(entry, item, columns, shift)
            for entry, item in zip(entries, items, strict=True)
        ]
        return cls(rows, columns)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        tall = [row.wrap(self.columns.width, ENDLESS)[1] for row in self.rows]
        whole = (high for high in tall if high <= _TALL)
        self.width, self.height = width, max([sum(tall) / self.columns.count, *whole, 0])
        while self.height < height and not self._fits(self.height):
            self.height = min(self.height + _TYPE.leading, height)
        while not self._fits(self.height):
            self.height += sum(tall) / self.columns.count / 8 + _TYPE.leading
        return width, self.height

    def _fits(self, height: float) -> bool:
        return not self._filled(height)[1]

    def _filled(self, height: float) -> tuple[list[list[EventRow]], list[EventRow]]:
        """The rows in columns of this height, and those for which there is no room.

        Only a tall row is cut where a column ends.
        """
        columns: list[list[EventRow]] = [[]]
        y, rest = 0.0, deque(self.rows)
        while rest:
            row = rest.popleft()
            if y + row.height <= height + 0.01:
                columns[-1].append(row)
                y += row.height
                continue
            parts = row.cut(height - y) if row.height > _TALL else ()
            columns[-1] += parts[:1]
            rest.extendleft(parts[1:] or (row,))
            if len(columns) == self.columns.count or not columns[-1]:
                break
            columns.append([])
            y = 0.0
        return columns, list(rest)

    def draw(self) -> None:
        for place, column in enumerate(self._filled(self.height)[0]):
            y = self.height
            for row in column:
                y -= row.height
                row.drawOn(self.canv, place * (self.columns.width + _COLUMN_GAP), y)

    def split(self, width: float, height: float) -> list[Flowable]:
        columns, rest = self._filled(height)
        fits = [row for column in columns for row in column]
        if height < 5 * _TYPE.leading or not fits:
            return []
        return [EventList(part, self.columns) for part in (fits, rest) if part]


def _date_lines(when: str, room: float, element: Element) -> list[Words]:
    """A period that is too wide for the column of dates breaks after its dash."""
    is_wide = text_width(when, _TYPE.size) > room
    parts = [part for part in _AFTER_DASH.split(when) if part] if is_wide else [when]
    lines = [plain(part.strip(), _TYPE, COLOURS.soft, element=element) for part in parts]
    for line, after in zip(lines, parts[1:], strict=False):
        line.goes_on = not after.startswith(" ")
    return lines


def _spoken_kind(entry: Entry) -> Element:
    return Element("Span", spoken=f"{clean(entry.spoken or entry.kind.label)}: ")


class EventRow(Piece):
    """One event: number, small shape, date and what happened, with what kind it is under it.

    `shift` moves all but the number to the right, for a long number. `goes_on`: it is the rest of
    one that began in an earlier column.
    """

    goes_on = False

    def __init__(self, entry: Entry, item: Element, columns: Columns, shift: float) -> None:
        super().__init__()
        self.entry, self.date_width, self.shift = entry, columns.date_width, shift
        self.text_x = _DATE_X + shift + columns.date_width + _DATE_GAP
        self.white, self.width = columns.white, 0.0
        self.label = item.put(Element("Lbl"))
        self.body = item.put(Element("LBody"))
        # What is said under the text names the kind; without that the shape says it.
        self.shape = None if entry.about else self.body.put(_spoken_kind(entry))
        dated = self.body.put(Element("P"))
        lines = _date_lines(entry.when, columns.date_width, dated)
        below = [Gap(columns.white)] if entry.about else []
        self.when = Stack([*lines, *below])
        self.told, self.about = self.body.put(Element("P")), self.body.put(Element("P"))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if width != self.width:  # a list is wrapped again for each page it goes on to
            self.width = width
            parts: list[Flowable] = [plain(self.entry.text, _TYPE, element=self.told)]
            if self.entry.about:
                parts.append(plain(self.entry.about, _ABOUT, COLOURS.soft, element=self.about))
                parts.append(Gap(self.white))
            self.take(parts)
        return width, self.height

    def take(self, parts: Sequence[Flowable]) -> None:
        """Let it say this beside its date."""
        self.text = Stack(parts)
        _, dated = self.when.wrap(self.date_width, ENDLESS)
        _, told = self.text.wrap(self.width - self.text_x, ENDLESS)
        self.height = max(dated, told)

    def cut(self, height: float) -> tuple[EventRow, ...]:
        """Two rows, cut between lines, the second without number, shape and date; none when
        there is too little room."""
        parts, ends = self.text.parts, list(accumulate(part.height for part in self.text.parts))
        place = sum(end <= height for end in ends)
        above, below = parts[:place], parts[place:]
        if not below or height < self.when.height:
            return ()
        halves = below[0].split(self.width - self.text_x, height - [0.0, *ends][place])
        if len(halves) == 2:
            above, below = (*above, halves[0]), (halves[1], *below[1:])
        self.take(parts)  # a paragraph that was asked to split may have lost its lines
        if not above:
            return ()
        head, tail = copy(self), copy(self)
        tail.when, tail.goes_on = Stack(()), True
        head.take(above)
        tail.take(below)
        return head, tail

    def draw(self) -> None:
        if not self.goes_on:
            self._draw_number()
            self.when.drawOn(self.canv, _DATE_X + self.shift, self.height - self.when.height)
        self.text.drawOn(self.canv, self.text_x, self.height - self.text.height)

    def _draw_number(self) -> None:
        entry, base = self.entry, self.height - _TYPE.size
        number = str(entry.number)
        self.canv.setFillColor(colour_of(COLOURS.accent))
        left = _NUMBER_END + self.shift - text_width(number, _TYPE.size, True)
        with owned(self.canv, self.label):
            draw_text(self.canv, left, base, number, _TYPE.size, True)
        with owned(self.canv, self.shape):
            draw_shape(
                self.canv,
                entry.kind.shape,
                _SHAPE_X + self.shift,
                base + 0.32 * _TYPE.size,
                3.3 * MM,
                hollow=entry.occurrence is Occurrence.NIET_GEDAAN,
                absent=entry.occurrence is Occurrence.BESTOND_NIET,
            )
