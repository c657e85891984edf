"""Writing of the tijdlijn as PDF: the line over its pages, then the legend and the list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.reports import page_style as style
from hgkm_desktop.reports import sheet as sheets
from hgkm_desktop.reports.content import Run
from hgkm_desktop.reports.event_list import Columns, EventList
from hgkm_desktop.reports.flowables import Boxed, Gap, plain, words
from hgkm_desktop.reports.fonts import REGULAR, clean, register
from hgkm_desktop.reports.legend import Legend, legend_items
from hgkm_desktop.reports.line_crop import with_numbers
from hgkm_desktop.reports.line_document import LineDocument, PaperSize
from hgkm_desktop.reports.line_head import (
    HEAD,
    MARK_ROW,
    PageMap,
    draw_aside,
    draw_head,
    name_overlap,
)
from hgkm_desktop.reports.line_plan import LinePage, LinePlan, plan_line
from hgkm_desktop.reports.page_style import COLOURS, MM
from hgkm_desktop.reports.paper import PROGRAM
from hgkm_desktop.reports.sheet import Sheet
from hgkm_desktop.reports.shown import printed_numbers
from hgkm_desktop.reports.timeline_drawing import LineDrawing
from hgkm_desktop.timeline.display import DisplayList, Line

_SHEETS = {PaperSize.A4: sheets.WIDE, PaperSize.A3: sheets.WIDEST}
_LIST_COLUMNS = {PaperSize.A4: 2, PaperSize.A3: 3}
_DATE_WIDTH = 36 * MM
_ASIDE = 5 * MM
_WHITES = (1.2 * MM, 0.5 * MM)  # roomy, and tight where that saves a page
_NOTHING = "Nog niet ingevuld: de gebeurtenissen op de tijdlijn."
_NOTHING_CHOSEN = "In deze keuze valt geen enkele gebeurtenis."


@dataclass(frozen=True, slots=True)
class LinePages:
    """All pages of the document: those of the line, and what stands on each page of the list.

    `below` stands under the line on each of its pages: the legend, and the list when there is
    one page in all.
    """

    sheet: Sheet
    plan: LinePlan | None
    line: tuple[LinePage, ...]
    below: tuple[Flowable, ...]
    lists: tuple[tuple[Flowable, ...], ...]

    @property
    def map(self) -> PageMap:
        rows = [page.row for page in self.line]
        counts = tuple(rows.count(row) for row in sorted(set(rows)))
        return PageMap(counts, len(self.lists))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pages the line takes, how many the list after it, and how many events have no
    place of their own on the line: only their number stands there."""

    line: int
    listed: int
    without_place: int


def page_counts(document: LineDocument) -> Counts:
    """What the document will be. Raises BadInput when there would be too many pages."""
    pages = lay_out_pages(document)
    hidden = pages.plan.hidden if pages.plan is not None else 0
    return Counts(len(pages.line), len(pages.lists), hidden)


def write_line(document: LineDocument, target: BinaryIO) -> None:
    """Write the tijdlijn as PDF; the same document always gives the same bytes.

    Raises BadInput when there would be too many pages.
    """
    pages = lay_out_pages(document)
    canvas = _canvas(document, pages.sheet, target)
    for page in pages.line:
        _draw_line_page(canvas, document, pages, page)
    for number, flowables in enumerate(pages.lists, len(pages.line) + 1):
        here = "Deze pagina: de lijst van gebeurtenissen" if document.entries else ""
        _begin(canvas, document, pages, number, here)
        _draw_down(canvas, pages.sheet, pages.sheet.size[1] - HEAD, flowables)
        canvas.showPage()
    canvas.save()


def lay_out_pages(document: LineDocument) -> LinePages:
    """Which page shows what. Raises BadInput when there would be too many pages."""
    register()
    sheet = _SHEETS[document.options.paper]
    if not document.entries:
        missing = _NOTHING_CHOSEN if document.selection else _NOTHING
        note = Boxed(words((Run(missing),), style.BODY, COLOURS.soft))
        return LinePages(sheet, None, (), (), ((Gap(4 * MM), note),))
    room = sheet.size[1] - HEAD - _foot_of(sheet)
    plan = plan_line(document, sheet.full, room - MARK_ROW - _ASIDE)
    line = plan.pages()
    named = with_numbers(plan.whole(), printed_numbers(document.case))
    legend = Legend(legend_items(document.entries, named))
    left = room - MARK_ROW - _ASIDE - max(tile.height for tile in plan.tiles)
    legend_height = legend.wrap(sheet.full, room)[1]
    roomy = _list_of(document, sheet, _WHITES[0])
    if len(line) == 1 and legend_height + roomy.wrap(sheet.full, room)[1] <= left:
        return LinePages(sheet, plan, line, (legend, roomy), ())
    below: tuple[Flowable, ...] = (legend,) if legend_height <= left else ()
    above: tuple[Flowable, ...] = () if below else (Gap(3 * MM), legend)
    tried = [_over_pages(above, _list_of(document, sheet, white), sheet, room) for white in _WHITES]
    return LinePages(sheet, plan, line, below, min(tried, key=len))


def _foot_of(sheet: Sheet) -> float:
    """The room that the foot of a sheet takes."""
    return sheet.foot_rule + 1.5 * MM


def _list_of(document: LineDocument, sheet: Sheet, white: float) -> EventList:
    columns = Columns(_LIST_COLUMNS[document.options.paper], sheet.full, _DATE_WIDTH, white)
    return EventList.of(document.entries, columns)


def _over_pages(
    first: tuple[Flowable, ...], entries: Flowable, sheet: Sheet, room: float
) -> tuple[tuple[Flowable, ...], ...]:
    """The list cut into pages; `first` stands above it."""
    pages: list[tuple[Flowable, ...]] = []
    rest: list[Flowable] = [entries]
    title = plain("Alle gebeurtenissen op de lijn", style.HEADING)
    heads: tuple[Flowable, ...] = (*first, title, Gap(2 * MM))
    while rest:
        left = room - sum(head.wrap(sheet.full, room)[1] for head in heads)
        piece = rest[0]
        if piece.wrap(sheet.full, left)[1] > left:
            parts = piece.split(sheet.full, left)
            piece, rest = parts[0], list(parts[1:])
            piece.wrap(sheet.full, left)
        else:
            rest = []
        pages.append((*heads, piece))
        heads = (Gap(3 * MM),)
    return tuple(pages)


def _canvas(document: LineDocument, sheet: Sheet, target: BinaryIO) -> Canvas:
    looks: dict[str, Any] = {"initialFontName": REGULAR, "lang": "nl-NL"}
    canvas = Canvas(target, pagesize=sheet.size, invariant=True, **looks)
    canvas.setTitle(f"Tijdlijn {document.code}")
    canvas.setAuthor(clean(document.organisation) or PROGRAM)
    canvas.setSubject(document.signature)
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    made = document.made_on
    canvas.setDateFormatter(lambda *_: f"D:{made:%Y%m%d}000000Z")
    return canvas


def _begin(
    canvas: Canvas, document: LineDocument, pages: LinePages, number: int, here: str
) -> None:
    """What every page has: marking, head and foot."""
    sheet = pages.sheet
    sheets.draw_marking(canvas, document.marking, sheet)
    draw_head(canvas, sheet, document, pages.map, number, here)
    sheets.draw_foot(
        canvas, sheet, document.signature, document.disclaimer, number, pages.map.total
    )


def _draw_line_page(
    canvas: Canvas, document: LineDocument, pages: LinePages, page: LinePage
) -> None:
    plan, sheet = pages.plan, pages.sheet
    if plan is None:
        return
    tile = plan.tile_of(page)
    _begin(canvas, document, pages, page.number, _here(plan, page))
    top = sheet.size[1] - HEAD - MARK_ROW
    drawing = LineDrawing(_with_edges(plan, page.column), tile)
    drawing.drawOn(canvas, sheet.side, top - drawing.height)
    if tile.axis_shift is not None and plan.timeline.lanes:
        _name_overlaps(canvas, pages, plan, page, top)
    _draw_down(canvas, sheet, top - drawing.height - _ASIDE, pages.below)
    asides = _asides(plan, page)
    draw_aside(canvas, sheet.side, top - drawing.height - 3.6 * MM, asides)
    canvas.showPage()


def _here(plan: LinePlan, page: LinePage) -> str:
    tile = plan.tiles[page.row]
    if not plan.timeline.lanes or tile.axis_shift is None:
        return "Deze pagina: wat geen datum heeft"
    first, last = plan.days_at(page.column)
    lanes = plan.lanes_of(page.row)
    among = "" if len(plan.tiles) == 1 else f" · banen {lanes[0]} tot en met {lanes[-1]}"
    return f"Deze pagina: {_days(first, last)}{among}"


def _days(first: date, last: date) -> str:
    return f"{day_text(first)} – {day_text(last)}"


def _with_edges(plan: LinePlan, column: int) -> DisplayList:
    """The line with a thin dashed line, under all that is said, where a page beside this one
    begins or ends."""
    shown, bottom = plan.line_at(column), plan.lanes_end
    places = (shown.lane_width + x for x in plan.shared(column) if x is not None)
    edges = (Line(x, 0.0, x, bottom, "grid_year", dashed=True) for x in places)
    return replace(shown, background=(*shown.background, *edges))


def _name_overlaps(
    canvas: Canvas, pages: LinePages, plan: LinePlan, page: LinePage, top: float
) -> None:
    """Above the parts that the pages beside this one show too, which pages these are."""
    left, right = pages.sheet.side + plan.timeline.lane_width, pages.sheet.side + plan.width
    before, after = plan.shared(page.column)
    if before is not None:
        name_overlap(canvas, left + before, top, left, page.number - 1)
    if after is not None:
        name_overlap(canvas, left + after, top, right, page.number + 1)


def _asides(plan: LinePlan, page: LinePage) -> list[str]:
    """Where the lanes above and below those of this page stand."""
    found = []
    for row, words_said in ((page.row - 1, "hierboven"), (page.row + 1, "hieronder")):
        other = plan.page_at(page.column, row)
        if other is not None:
            found.append(f"wat {words_said} hoort: pagina {other.number}")
    return found


def _draw_down(canvas: Canvas, sheet: Sheet, top: float, flowables: tuple[Flowable, ...]) -> None:
    for piece in flowables:
        high = piece.wrap(sheet.full, top)[1]
        top -= high
        piece.drawOn(canvas, sheet.side, top)
