"""The numbered list of events under a timeline, in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from hgkm_desktop.models.terms import Occurrence
from hgkm_desktop.reports import page_style as style
from hgkm_desktop.reports.content import Entry
from hgkm_desktop.reports.elements import Element, owned
from hgkm_desktop.reports.flowables import ENDLESS, Gap, Piece, Stack, Words, plain
from hgkm_desktop.reports.fonts import draw_text, fitted, text_width
from hgkm_desktop.reports.page_style import COLOURS, MM
from hgkm_desktop.reports.shapes import draw_shape
from hgkm_desktop.reports.surface import colour_of

_COLUMN_GAP = 4 * MM
_NUMBER_END, _SHAPE_X, _DATE_X = 4.4 * MM, 7.6 * MM, 10.8 * MM
_DATE_GAP = 1.4 * MM
_MOST_LINES = 12  # of one text; a longer one ends in '…'
_AFTER_DASH = re.compile("(?<=–)")
_TYPE = style.Type(10, 12.75)
_ABOUT = style.Type(9, 10.8)


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
        self.width, self.height = width, max([sum(tall) / self.columns.count, *tall, 0])
        while self.height < height and not self._fits(self.height):
            self.height = min(self.height + _TYPE.leading, height)
        while not self._fits(self.height):
            self.height += sum(tall) / self.columns.count / 8 + _TYPE.leading
        return width, self.height

    def _fits(self, height: float) -> bool:
        return sum(len(column) for column in self._filled(height)) == len(self.rows)

    def _filled(self, height: float) -> list[list[EventRow]]:
        """The rows that fit in columns of this height."""
        columns: list[list[EventRow]] = [[]]
        y = 0.0
        for row in self.rows:
            if y + row.height > height + 0.01:
                if len(columns) == self.columns.count or row.height > height + 0.01:
                    break
                columns.append([])
                y = 0.0
            columns[-1].append(row)
            y += row.height
        return columns

    def draw(self) -> None:
        for place, column in enumerate(self._filled(self.height)):
            y = self.height
            for row in column:
                y -= row.height
                row.drawOn(self.canv, place * (self.columns.width + _COLUMN_GAP), y)

    def split(self, width: float, height: float) -> list[Flowable]:
        fits = sum(len(column) for column in self._filled(height))
        if height < 5 * _TYPE.leading or not fits:
            return []
        parts = (self.rows[:fits], self.rows[fits:])
        return [EventList(part, self.columns) for part in parts if part]


def _date_lines(when: str, room: float, element: Element) -> list[Words]:
    """A period that is too wide for the column of dates breaks after its dash."""
    is_wide = text_width(when, _TYPE.size) > room
    parts = [part for part in _AFTER_DASH.split(when) if part] if is_wide else [when]
    lines = [plain(part.strip(), _TYPE, COLOURS.soft, element=element) for part in parts]
    for line, after in zip(lines, parts[1:], strict=False):
        line.goes_on = not after.startswith(" ")
    return lines


def _spoken_kind(entry: Entry) -> Element:
    return Element("Span", spoken=f"{entry.kind.label}: ")


class EventRow(Piece):
    """One event: number, small shape, date and what happened, with what kind it is under it.

    `shift` moves all but the number to the right, for a long number.
    """

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
        if width == self.width:  # a list is wrapped again for each page it goes on to
            return width, self.height
        room = width - self.text_x
        longest = _MOST_LINES * room
        text = fitted(self.entry.text, longest, _TYPE.size)
        parts: list[Flowable] = [plain(text, _TYPE, element=self.told)]
        if self.entry.about:
            about = fitted(self.entry.about, longest, _ABOUT.size)
            parts.append(plain(about, _ABOUT, COLOURS.soft, element=self.about))
            parts.append(Gap(self.white))
        self.text = Stack(parts)
        _, dated = self.when.wrap(self.date_width, ENDLESS)
        _, told = self.text.wrap(room, ENDLESS)
        self.width, self.height = width, max(dated, told)
        return width, self.height

    def draw(self) -> None:
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
        self.when.drawOn(self.canv, _DATE_X + self.shift, self.height - self.when.height)
        self.text.drawOn(self.canv, self.text_x, self.height - self.text.height)
