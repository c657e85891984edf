"""Writing of the tijdlijn as PDF: the line over its pages, then the legend and the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import BinaryIO

from reportlab.platypus import Flowable

from hgkm_desktop.models.dutch import count_text, day_text
from hgkm_desktop.models.intervals import DayRange, since_words
from hgkm_desktop.reports.content import Run
from hgkm_desktop.reports.let_through.shown import printed_numbers
from hgkm_desktop.reports.line.event_list import Columns, EventList
from hgkm_desktop.reports.line.legend import Legend, legend_items
from hgkm_desktop.reports.line.line_crop import with_numbers
from hgkm_desktop.reports.line.line_document import LineDocument, PaperSize
from hgkm_desktop.reports.line.line_head import (
    HEAD,
    MARK_ROW,
    PageMap,
    draw_aside,
    draw_head,
    name_overlap,
)
from hgkm_desktop.reports.line.line_plan import LinePage, LinePlan, plan_line
from hgkm_desktop.reports.line.timeline_drawing import LineDrawing
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing import sheet as sheets
from hgkm_desktop.reports.writing.elements import Element
from hgkm_desktop.reports.writing.flowables import Boxed, Gap, plain, words
from hgkm_desktop.reports.writing.fonts import clean, register
from hgkm_desktop.reports.writing.house_style import inks
from hgkm_desktop.reports.writing.metadata import Meta
from hgkm_desktop.reports.writing.page_style import COLOURS, MM
from hgkm_desktop.reports.writing.paper import Progress
from hgkm_desktop.reports.writing.sheet import (
    DATES,
    DISCLAIMER,
    LABEL,
    MARKING,
    NOTE,
    ORGANISATION,
    SELECTION,
    TITLE,
    NumberedCanvas,
    Sheet,
)
from hgkm_desktop.reports.writing.tagged_canvas import TaggedCanvas
from hgkm_desktop.timeline.display import DisplayList, Line
from hgkm_desktop.timeline.relative import Origin

_SHEETS = {PaperSize.A4: sheets.WIDE, PaperSize.A3: sheets.WIDEST}
_LIST_COLUMNS = {PaperSize.A4: 2, PaperSize.A3: 3}
_DATE_WIDTH = 36 * MM
_ASIDE = 5 * MM
_WHITES = (1.2 * MM, 0.5 * MM)  # roomy, and tight where that saves a page
_NOTHING = "Nog niet ingevuld: de gebeurtenissen op de tijdlijn."
_LIST_TITLE = "Alle gebeurtenissen op de lijn"
_NOTHING_CHOSEN = "In deze keuze valt geen enkele gebeurtenis."


@dataclass(frozen=True, slots=True)
class LinePages:
    """All pages of the document: those of the line, and what stands on each page of the list.

    `below` stands under the line on its first page: the legend, and the list when there is one
    page in all; `again` under it on each next page. `here` says what each page of the line shows.
    `root` is what is read, in order: `figures` are the pages of the line, `said` what stands at
    the head or foot of every page.
    """

    sheet: Sheet
    plan: LinePlan | None = None
    line: tuple[LinePage, ...] = ()
    below: tuple[Flowable, ...] = ()
    again: tuple[Flowable, ...] = ()
    lists: tuple[tuple[Flowable, ...], ...] = ()
    here: tuple[str, ...] = ()
    figures: tuple[Element, ...] = ()
    root: Element = field(default_factory=lambda: Element("Document"))
    said: dict[str, Element] = field(default_factory=dict)

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


def write_line(
    document: LineDocument, target: BinaryIO, *, progress: Progress | None = None
) -> None:
    """Write the tijdlijn as PDF; the same document always gives the same bytes.

    `progress` is told after each page how much is done, from 0.0 to 1.0; what it raises passes
    through, and then nothing was written. Raises BadInput when there would be too many pages.
    """
    pages = lay_out_pages(document)
    made = BytesIO()
    canvas = _canvas(document, pages, made)
    for page in pages.line:
        _draw_line_page(canvas, document, pages, page)
        _end(canvas, pages, progress)
    here = "Deze pagina: de lijst van gebeurtenissen" if document.entries else ""
    for number, flowables in enumerate(pages.lists, len(pages.line) + 1):
        _begin(canvas, document, pages, number, here)
        if number == len(pages.line) + 1 and document.entries:
            _mark_place(canvas, "lijst", _LIST_TITLE)
        _draw_down(canvas, pages.sheet, pages.sheet.size[1] - HEAD, flowables)
        _end(canvas, pages, progress)
    canvas.save()
    target.write(made.getvalue())


def _end(canvas: TaggedCanvas, pages: LinePages, progress: Progress | None) -> None:
    made = canvas.getPageNumber()
    canvas.showPage()
    if progress is not None:
        progress(made / pages.map.total)


def _mark_place(canvas: TaggedCanvas, key: str, title: str) -> None:
    """Let the bookmarks lead to the top of this page."""
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(clean(title), key)


def lay_out_pages(document: LineDocument) -> LinePages:
    """Which page shows what. Raises BadInput when there would be too many pages."""
    register()
    sheet, root = _SHEETS[document.options.paper], Element("Document")
    said = _said(document, root)
    if not document.entries:
        words_said = _NOTHING_CHOSEN if document.selection else _NOTHING
        missing = words(
            (Run(words_said),), style.BODY, COLOURS.soft, element=root.put(Element("P"))
        )
        lists = ((Gap(4 * MM), Boxed(missing)),)
        return LinePages(sheet, lists=lists, root=root, said=said)
    room = sheet.size[1] - HEAD - _foot_of(sheet)
    plan = plan_line(document, sheet.full, room - MARK_ROW - _ASIDE)
    line = plan.pages()
    here = _heres(plan, line)
    figures = tuple(Element("Figure", alt=alt) for alt in _alts(document, plan, here))
    root.add(*figures)
    pages = LinePages(sheet, plan, line, here=here, figures=figures, root=root, said=said)
    return _with_list(document, pages, room, max(tile.height for tile in plan.tiles))


def _with_list(document: LineDocument, pages: LinePages, room: float, tile: float) -> LinePages:
    """The pages of the line, `tile` points high at most, with the legend and the list."""
    sheet, plan = pages.sheet, pages.plan
    named = with_numbers(plan.whole(), printed_numbers(document.case)) if plan else None
    items = legend_items(document.entries, named) if named else []
    legend, again = Legend(items, pages.root.put(Element("L"))), Legend(items)
    left = room - MARK_ROW - _ASIDE - tile
    legend_height = legend.wrap(sheet.full, room)[1]
    roomy, listed = _list_of(document, sheet, _WHITES[0])
    if len(pages.line) == 1 and legend_height + roomy.wrap(sheet.full, room)[1] <= left:
        pages.root.put(listed)
        return replace(pages, below=(legend, roomy))
    fits = legend_height <= left
    above: tuple[Flowable, ...] = () if fits else (Gap(3 * MM), legend)
    heading = pages.root.put(Element("H2"))
    title = plain(_LIST_TITLE, style.HEADING, element=heading)
    heads = (*above, title, Gap(2 * MM))
    lists = _over_pages(heads, roomy, sheet, room)
    if len(lists) > 1:
        tight, said = _list_of(document, sheet, _WHITES[1])
        fewer = _over_pages(heads, tight, sheet, room)
        lists, listed = (fewer, said) if len(fewer) < len(lists) else (lists, listed)
    pages.root.put(listed)
    return replace(
        pages, below=(legend,) if fits else (), again=(again,) if fits else (), lists=lists
    )


def _said(document: LineDocument, root: Element) -> dict[str, Element]:
    """What is read first: what stands at the head and the foot of every page."""
    said = {TITLE: Element("H1")}
    names = (ORGANISATION, LABEL, NOTE, DATES, SELECTION, MARKING, DISCLAIMER)
    said |= {name: Element("P") for name in names}
    root.add(*said.values())
    return said


def _alts(document: LineDocument, plan: LinePlan, here: tuple[str, ...]) -> Iterator[str]:
    """What each page of the line shows, in words."""
    told = count_text(len(document.entries), "gebeurtenis", "gebeurtenissen")
    lanes = count_text(len(plan.timeline.lanes), "baan", "banen")
    among = f" in {lanes}" if plan.timeline.lanes else ""
    where = "Alle gebeurtenissen staan in de lijst hierna."
    for number, shown in enumerate(here, 1):
        part = f" Deel {number} van {len(here)}. {shown}." if len(here) > 1 else ""
        yield clean(f"Tijdlijn, {document.period}: {told}{among}.{part} {where}")


def _foot_of(sheet: Sheet) -> float:
    """The room that the foot of a sheet takes."""
    return sheet.foot_rule + 1.5 * MM


def _list_of(document: LineDocument, sheet: Sheet, white: float) -> tuple[EventList, Element]:
    """The list, and the element that it fills."""
    columns = Columns(_LIST_COLUMNS[document.options.paper], sheet.full, _DATE_WIDTH, white)
    element = Element("L", numbering="Decimal")
    return EventList.of(document.entries, element, columns), element


def _over_pages(
    heads: tuple[Flowable, ...], entries: Flowable, sheet: Sheet, room: float
) -> tuple[tuple[Flowable, ...], ...]:
    """The list cut into pages; `heads` stand above it."""
    pages: list[tuple[Flowable, ...]] = []
    rest: list[Flowable] = [entries]
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


def _canvas(document: LineDocument, pages: LinePages, target: BinaryIO) -> TaggedCanvas:
    meta = Meta(
        title=f"Tijdlijn {document.code}",
        moment=datetime.combine(document.made_on, time(), UTC),
        author=document.organisation,
        subject=document.signature,
    )
    size, root = pages.sheet.size, pages.root
    return NumberedCanvas(target, pagesize=size, meta=meta, root=root, inks=inks(document.accent))


def _begin(
    canvas: TaggedCanvas, document: LineDocument, pages: LinePages, number: int, here: str
) -> None:
    """What every page has: marking, head and foot; what they say is read on the first."""
    sheet, said = pages.sheet, pages.said if number == 1 else {}
    if number == 1:
        _mark_place(canvas, "lijn", document.title)
    sheets.draw_marking(canvas, document.marking, sheet, said.get(MARKING))
    draw_head(canvas, sheet, document, pages.map, number, here, said)
    disclaimer, element = document.disclaimer, said.get(DISCLAIMER)
    sheets.draw_foot(canvas, sheet, document.signature, disclaimer, number, element)


def _draw_line_page(
    canvas: TaggedCanvas, document: LineDocument, pages: LinePages, page: LinePage
) -> None:
    plan, sheet = pages.plan, pages.sheet
    if plan is None:
        return
    tile = plan.tile_of(page)
    _begin(canvas, document, pages, page.number, pages.here[page.number - 1])
    top = sheet.size[1] - HEAD - MARK_ROW
    figure = pages.figures[page.number - 1]
    drawing = LineDrawing(_with_edges(plan, page.column), tile, figure)
    drawing.drawOn(canvas, sheet.side, top - drawing.height)
    if tile.axis_shift is not None and plan.timeline.lanes:
        _name_overlaps(canvas, pages, plan, page, top)
    below = pages.below if page.number == 1 else pages.again
    _draw_down(canvas, sheet, top - drawing.height - _ASIDE, below)
    asides = _asides(plan, page)
    draw_aside(canvas, sheet.side, top - drawing.height - 3.6 * MM, asides)


def _heres(plan: LinePlan, line: Sequence[LinePage]) -> tuple[str, ...]:
    """What each page of the line shows: its days, and its lanes when not all are on it."""
    lanes = [
        plan.lanes_of(row) if tile.axis_shift is not None else ()
        for row, tile in enumerate(plan.tiles)
    ]
    return tuple(_here(plan, page, lanes[page.row]) for page in line)


def _here(plan: LinePlan, page: LinePage, lanes: Sequence[str]) -> str:
    if not plan.timeline.lanes or plan.tiles[page.row].axis_shift is None:
        return "Deze pagina: wat geen datum heeft"
    said = []
    if len(plan.starts) > 1:  # else it is all of the time, as stands above it
        origin = None if plan.timeline.is_dated else plan.timeline.bands.origin
        said.append(_days(*plan.days_at(page.column), origin))
    if len(plan.tiles) > 1:
        said.append(f"banen {lanes[0]} tot en met {lanes[-1]}")
    return f"Deze pagina: {' · '.join(said)}" if said else ""


def _days(first: date, last: date, origin: Origin | None) -> str:
    """From which to which day a page goes, counted from T0 where no date is said."""
    if origin is None:
        return f"{day_text(first)} – {day_text(last)}"
    days = (round(day.toordinal() - origin.day) for day in (first, last))
    return " – ".join(since_words(DayRange(number, number)) for number in days)


def _with_edges(plan: LinePlan, column: int) -> DisplayList:
    """The line with a thin dashed line, under all that is said, where a page beside this one
    begins or ends."""
    shown, bottom = plan.line_at(column), plan.lanes_end
    places = (shown.lane_width + x for x in plan.shared(column) if x is not None)
    edges = (Line(x, 0.0, x, bottom, "grid_year", dashed=True) for x in places)
    return replace(shown, background=(*shown.background, *edges))


def _name_overlaps(
    canvas: TaggedCanvas, pages: LinePages, plan: LinePlan, page: LinePage, top: float
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


def _draw_down(
    canvas: TaggedCanvas, sheet: Sheet, top: float, flowables: tuple[Flowable, ...]
) -> None:
    for piece in flowables:
        high = piece.wrap(sheet.full, top)[1]
        top -= high
        piece.drawOn(canvas, sheet.side, top)
