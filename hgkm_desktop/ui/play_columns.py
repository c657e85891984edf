"""Lays what tables chose side by side, in type that a whole room can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hgkm_desktop.timeline.display import Rect, Shape
from hgkm_desktop.ui.play_sheets import ColumnSheet
from hgkm_desktop.ui.presentation_sheet import BASE, MARGIN
from hgkm_desktop.ui.presentation_sheet import Sheet as Room
from hgkm_desktop.ui.table_stage_layout import (
    BOTTOM,
    LEADING,
    Page,
    head_of,
    pages_of,
    text_at,
    wrapped,
)
from hgkm_desktop.ui.table_stage_sheets import Sheet
from hgkm_desktop.ui.table_stage_view import SheetView
from hgkm_desktop.ui.table_stage_words import Item

_MOST_IN_ROW, _GAP, _RULE, _AFTER = 3, 32.0, 3.0, 8.0
_Line = tuple[str, bool]


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
    columns = [list(_lines(item, wide, room)) for item in sheet.items]
    high = room.height - top - BOTTOM * room.factor
    if rest or any(_height(column, room) > high for column in columns):
        return pages_of(sheet, room)
    pages = []
    for start in range(0, len(columns), in_row):
        shapes = list(head)
        for number, column in enumerate(columns[start : start + in_row]):
            shapes += _column(column, MARGIN * room.factor + number * (wide + gap), top, wide, room)
        said = [words for column in columns[start : start + in_row] for words, _ in column]
        pages.append(Page(tuple(shapes), ". ".join((sheet.title, sheet.subtitle, *said))))
    return tuple(pages)


def _lines(item: Item, wide: float, room: Room) -> Iterator[_Line]:
    size = BASE * room.factor
    for line in wrapped(item.text, size, wide, room.widths, bold=True):
        yield line, True
    for words in item.about:
        for line in wrapped(words, size, wide, room.widths):
            yield line, False


def _height(lines: Sequence[_Line], room: Room) -> float:
    return (len(lines) * BASE * LEADING + _RULE + _AFTER) * room.factor


def _column(lines: Sequence[_Line], x: float, y: float, wide: float, room: Room) -> Iterator[Shape]:
    size = BASE * room.factor
    yield Rect(x, y, wide, _RULE * room.factor, "soft")
    y += (_RULE + _AFTER) * room.factor
    for words, is_bold in lines:
        yield text_at(words, x, y, size, "heading", bold=is_bold)
        y += size * LEADING
