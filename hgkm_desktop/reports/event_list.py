"""The numbered list of events under a timeline, in three columns."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from hgkm_desktop.models.terms import Occurrence
from hgkm_desktop.reports import page_style as style
from hgkm_desktop.reports.content import Entry
from hgkm_desktop.reports.flowables import ENDLESS, Stack, plain
from hgkm_desktop.reports.fonts import draw_text, fitted, text_width
from hgkm_desktop.reports.page_style import COLOURS, MM
from hgkm_desktop.reports.shapes import draw_shape

_COLUMNS, _COLUMN_GAP = 3, 4 * MM
_COLUMN = (style.WIDE_FULL - (_COLUMNS - 1) * _COLUMN_GAP) / _COLUMNS
_NUMBER_END, _SHAPE_X, _DATE_X, _TEXT_X = 4.4 * MM, 7.6 * MM, 10.8 * MM, 36.2 * MM
_DATE_WIDTH = 24 * MM
_LONGEST = 12 * _COLUMN  # of one text on one line; a longer one ends in '…'
_TYPE = style.Type(10, 12.75)


class EventList(Flowable):
    """The numbered events in three columns, read from top to bottom, then to the right."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self.entries = entries
        self.rows = [EventRow(entry) for entry in entries]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        tall = [row.wrap(_COLUMN, ENDLESS)[1] for row in self.rows]
        self.width, self.height = width, max([sum(tall) / _COLUMNS, *tall, 0])
        while sum(len(column) for column in self._columns(self.height)) < len(self.rows):
            higher = self.height + _TYPE.leading
            self.height = height if self.height < height < higher else higher
        return width, self.height

    def _columns(self, height: float) -> list[list[EventRow]]:
        """The rows that fit in columns of this height."""
        columns: list[list[EventRow]] = [[]]
        y = 0.0
        for row in self.rows:
            if y + row.height > height + 0.01:
                if len(columns) == _COLUMNS or row.height > height + 0.01:
                    break
                columns.append([])
                y = 0.0
            columns[-1].append(row)
            y += row.height
        return columns

    def draw(self) -> None:
        for place, column in enumerate(self._columns(self.height)):
            y = self.height
            for row in column:
                y -= row.height
                row.drawOn(self.canv, place * (_COLUMN + _COLUMN_GAP), y)

    def split(self, width: float, height: float) -> list[Flowable]:
        fits = sum(len(column) for column in self._columns(height))
        if height < 5 * _TYPE.leading or not fits:
            return []
        return [EventList(self.entries[:fits]), EventList(self.entries[fits:])]


def _date_lines(when: str) -> list[str]:
    """A period that is too wide for the column of dates breaks after its dash."""
    start, dash, end = when.partition(" – ")
    return [f"{start} –", end] if dash and text_width(when, _TYPE.size) > _DATE_WIDTH else [when]


class EventRow(Flowable):
    """One event: number, small shape, date and what happened."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.when = Stack([plain(part, _TYPE, COLOURS.soft) for part in _date_lines(entry.when)])
        self.text = plain(fitted(entry.text, _LONGEST, _TYPE.size), _TYPE)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, dated = self.when.wrap(_DATE_WIDTH, ENDLESS)
        _, told = self.text.wrap(width - _TEXT_X, ENDLESS)
        self.width, self.height = width, max(dated, told)
        return width, self.height

    def draw(self) -> None:
        entry, base = self.entry, self.height - _TYPE.size
        number = str(entry.number)
        self.canv.setFillColor(HexColor(COLOURS.accent))
        left = _NUMBER_END - text_width(number, _TYPE.size, True)
        draw_text(self.canv, left, base, number, _TYPE.size, True)
        draw_shape(
            self.canv,
            entry.kind.shape,
            _SHAPE_X,
            base + 0.32 * _TYPE.size,
            3.3 * MM,
            hollow=entry.occurrence is Occurrence.NIET_GEDAAN,
            absent=entry.occurrence is Occurrence.BESTOND_NIET,
        )
        self.when.drawOn(self.canv, _DATE_X, self.height - self.when.height)
        self.text.drawOn(self.canv, _TEXT_X, self.height - self.text.height)
