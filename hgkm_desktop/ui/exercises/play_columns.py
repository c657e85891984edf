"""Lays what tables chose side by side, in type that a whole room can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hgkm_desktop.timeline.display import Rect, Shape
from hgkm_desktop.ui.exercises.play_sheets import ColumnSheet
from hgkm_desktop.ui.room.presentation_sheet import BASE, MARGIN
from hgkm_desktop.ui.room.presentation_sheet import Sheet as Room
from hgkm_desktop.ui.room.table_stage_layout import (
    BOTTOM,
    LEADING,
    Page,
    head_of,
    pages_of,
    text_at,
    wrapped,
)
from hgkm_desktop.ui.room.table_stage_sheets import Sheet
from hgkm_desktop.ui.room.table_stage_view import SheetView
from hgkm_desktop.ui.room.table_stage_words import Item

_SIZES = (30.0, 27.0, BASE)
_MOST_IN_ROW, _GAP, _RULE, _AFTER = 3, 32.0, 3.0, 8.0
_BETWEEN = 0.4
"""The white above what is said next, as a part of the size of type."""
_Line = tuple[str, bool, float]


class PlayView(SheetView):
    """Shows the sheets of a playing; what must be compared stands side by side."""

    def pages(self, sheet: Sheet, room: Room) -> tuple[Page, ...]:
        if isinstance(sheet, ColumnSheet):
            return column_pages(sheet, room)
        return super().pages(sheet, room)


def column_pages(sheet: ColumnSheet, room: Room) -> tuple[Page, ...]:
    """Up to three columns on a page; when one is higher than a page all go under each other."""
    head, top, rest = head_of(sheet, room)
    in_row = min(max(len(sheet.items), 1), _MOST_IN_ROW)
    gap = _GAP * room.factor
    wide = (room.room - (in_row - 1) * gap) / in_row
    high = room.height - top - BOTTOM * room.factor
    for size in (part * room.factor for part in _SIZES):
        columns = [list(_lines(item, wide, size, room)) for item in sheet.items]
        if not rest and all(_height(column, size, room) <= high for column in columns):
            return tuple(_pages(sheet, head, top, columns, wide, size, room))
    return pages_of(sheet, room)


def _pages(
    sheet: Sheet,
    head: Sequence[Shape],
    top: float,
    columns: Sequence[Sequence[_Line]],
    wide: float,
    size: float,
    room: Room,
) -> Iterator[Page]:
    gap = _GAP * room.factor
    for start in range(0, len(columns), _MOST_IN_ROW):
        shapes, row = list(head), columns[start : start + _MOST_IN_ROW]
        for number, column in enumerate(row):
            x = MARGIN * room.factor + number * (wide + gap)
            shapes += _column(column, x, top, wide, size, room)
        said = [words for column in row for words, *_ in column]
        yield Page(tuple(shapes), ". ".join((sheet.title, sheet.subtitle, *said)))


def _lines(item: Item, wide: float, size: float, room: Room) -> Iterator[_Line]:
    for line in wrapped(item.text, size, wide, room.widths, bold=True):
        yield line, True, 0.0
    for words in item.about:
        for number, line in enumerate(wrapped(words, size, wide, room.widths)):
            yield line, False, 0.0 if number else size * _BETWEEN


def _height(lines: Sequence[_Line], size: float, room: Room) -> float:
    white = sum(above for *_, above in lines)
    return white + len(lines) * size * LEADING + (_RULE + _AFTER) * room.factor


def _column(
    lines: Sequence[_Line], x: float, y: float, wide: float, size: float, room: Room
) -> Iterator[Shape]:
    yield Rect(x, y, wide, _RULE * room.factor, "soft")
    y += (_RULE + _AFTER) * room.factor
    for words, is_bold, above in lines:
        y += above
        yield text_at(words, x, y, size, "heading", bold=is_bold)
        y += size * LEADING
