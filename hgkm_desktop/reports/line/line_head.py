"""What stands around the line on each page: its title, the map of pages, the marks of overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from hgkm_desktop.reports.line.line_document import LineDocument
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.elements import Element
from hgkm_desktop.reports.writing.fonts import draw_text, fitted, text_width
from hgkm_desktop.reports.writing.page_style import COLOURS, MM
from hgkm_desktop.reports.writing.sheet import (
    DATES,
    LABEL,
    NOTE,
    ORGANISATION,
    SELECTION,
    TITLE,
    Sheet,
    draw_said,
)
from hgkm_desktop.reports.writing.surface import Surface, colour_of

HEAD = 28 * MM
MARK_ROW = 5 * MM
_TITLE_BASE, _PERIOD_BASE, _HERE_BASE = 15.4 * MM, 21 * MM, 25.4 * MM
_MAP_TOP, _MAP_HEIGHT = 18 * MM, 8.6 * MM
_ORGANISATION_BASE = 9.2 * MM
_WIDEST_MAP, _CELL = 92 * MM, (8 * MM, 4.2 * MM)
_MAP_TYPE = 9


@dataclass(frozen=True, slots=True)
class PageMap:
    """How many pages each row of the line has, and how many of the list follow."""

    rows: tuple[int, ...]
    listed: int

    @property
    def total(self) -> int:
        return sum(self.rows) + self.listed


def draw_head(
    canvas: Surface,
    sheet: Sheet,
    document: LineDocument,
    pages: PageMap,
    page: int,
    here: str,
    said: dict[str, Element],
) -> None:
    """The title, the days in words (`here`: those of this page) and where this page belongs.

    The elements in `said` that are drawn here are taken out of it.
    """
    top, left, small = sheet.size[1], sheet.side, style.SMALL
    bold = replace(small, bold=True)
    base = top - _TITLE_BASE
    canvas.setFillColor(colour_of(COLOURS.accent))
    canvas.rect(left, top - 11 * MM, 31 * MM, 2 * MM, stroke=0, fill=1)
    _draw_organisation(canvas, sheet, document, said.pop(ORGANISATION, None))
    label, room = f"Tijdlijn {document.code}", style.WIDE_TEXT_X - 2 * MM
    draw_said(canvas, said.pop(LABEL, None), (left, base), label, room, bold)
    canvas.setFillColor(colour_of(COLOURS.soft))
    note = sheet.right - text_width(document.note, small.size)
    draw_said(canvas, said.pop(NOTE, None), (note, base), document.note, inf, small)
    canvas.setFillColor(colour_of(COLOURS.ink))
    x = left + style.WIDE_TEXT_X
    room, title = note - x - 6 * MM, style.WIDE_TITLE
    draw_said(canvas, said.pop(TITLE, None), (x, base), document.title, room, title)
    room = sheet.right - x - _draw_map(canvas, sheet, pages, page) - 6 * MM
    period = f"{document.period[:1].upper()}{document.period[1:]}"
    base = top - _PERIOD_BASE
    draw_said(canvas, said.pop(DATES, None), (x, base), period, room, small)
    after = x + text_width(period, small.size) + 4 * MM
    element, left_over = said.pop(SELECTION, None), room - (after - x)
    if document.selection:
        draw_said(canvas, element, (after, base), document.selection, left_over, bold)
    canvas.setFillColor(colour_of(COLOURS.soft))
    draw_text(canvas, x, top - _HERE_BASE, fitted(here, room, small.size), small.size, False)


def _draw_organisation(
    canvas: Surface, sheet: Sheet, document: LineDocument, element: Element | None
) -> None:
    """Who made it, above the title and beside the marking."""
    if not document.organisation:
        return
    bold = replace(style.SMALL, bold=True)
    x, base = sheet.side + style.WIDE_TEXT_X, sheet.size[1] - _ORGANISATION_BASE
    marked = text_width(document.marking, bold.size, True) + 10 * MM
    draw_said(canvas, element, (x, base), document.organisation, sheet.right - x - marked, bold)


def _draw_map(canvas: Surface, sheet: Sheet, pages: PageMap, page: int) -> float:
    """A small drawing of all pages with this one filled in; gives the width it takes.

    The pages of the line stand as they lie beside each other, those of the list after them.
    """
    if pages.total < 2:
        return 0.0
    across = max(pages.rows, default=0)
    wide = min(_CELL[0], _WIDEST_MAP / (across + pages.listed))
    high = min(_CELL[1], _MAP_HEIGHT / max(len(pages.rows), 1))
    top, number = sheet.size[1] - _MAP_TOP, 1
    listed = sheet.right - wide * pages.listed
    line = listed - _name_width("lijst", pages.listed) - wide * across
    for row, count in enumerate(pages.rows):
        for column in range(count):
            place = (line + column * wide, top - (row + 1) * high, wide, high)
            _draw_cell(canvas, place, number, is_here=number == page)
            number += 1
    for column in range(pages.listed):
        place = (listed + column * wide, top - high, wide, high)
        _draw_cell(canvas, place, number, is_here=number == page)
        number += 1
    base = top - high / 2 - 0.34 * _MAP_TYPE
    canvas.setFillColor(colour_of(COLOURS.soft))
    for name, x, count in (("lijn", line, across), ("lijst", listed, pages.listed)):
        if count:
            draw_text(
                canvas, x - text_width(name, _MAP_TYPE) - 1 * MM, base, name, _MAP_TYPE, False
            )
    return sheet.right - line + _name_width("lijn", across)


def _name_width(name: str, count: int) -> float:
    return text_width(name, _MAP_TYPE) + 4 * MM if count else 0.0


def _draw_cell(
    canvas: Surface, place: tuple[float, float, float, float], number: int, *, is_here: bool
) -> None:
    x, y, wide, high = place
    canvas.setLineWidth(0.25 * MM)
    canvas.setStrokeColor(colour_of(COLOURS.ink))
    canvas.setFillColor(colour_of(COLOURS.accent if is_here else COLOURS.paper))
    canvas.rect(x, y, wide, high, stroke=1, fill=1)
    text = str(number)
    if text_width(text, _MAP_TYPE, is_here) > wide - 0.6 * MM or high < 3 * MM:
        return
    canvas.setFillColor(colour_of(COLOURS.paper if is_here else COLOURS.ink))
    left = x + (wide - text_width(text, _MAP_TYPE, is_here)) / 2
    draw_text(canvas, left, y + high / 2 - 0.34 * _MAP_TYPE, text, _MAP_TYPE, is_here)


def name_overlap(canvas: Surface, x: float, top: float, edge: float, page: int) -> None:
    """Above the part from a dashed line at `x` to the `edge` of this page: it is on `page` too."""
    size, words = style.LABEL.size, f"ook op pagina {page}"
    canvas.setStrokeColor(colour_of(COLOURS.edge))
    canvas.setLineWidth(0.3 * MM)
    canvas.line(x, top + 0.8 * MM, edge, top + 0.8 * MM)
    canvas.line(x, top + 0.8 * MM, x, top)
    canvas.setFillColor(colour_of(COLOURS.soft))
    left = edge - text_width(words, size) if edge > x else edge
    draw_text(canvas, left, top + 1.8 * MM, words, size, False)


def draw_aside(canvas: Surface, left: float, base: float, words: Sequence[str]) -> None:
    """Small words under the line, such as where the next lanes are."""
    canvas.setFillColor(colour_of(COLOURS.soft))
    draw_text(canvas, left, base, " · ".join(words), style.LABEL.size, False)
