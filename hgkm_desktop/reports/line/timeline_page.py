"""The landscape page of a document: the line, the legend of its shapes and the numbered list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from reportlab.platypus import Flowable, PageBreak

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, month_text
from hgkm_desktop.reports.content import LineUse, Run, TimelinePage
from hgkm_desktop.reports.let_through.shown import printed_numbers
from hgkm_desktop.reports.line.event_list import NARROW, EventList
from hgkm_desktop.reports.line.legend import Legend, legend_items
from hgkm_desktop.reports.line.squeeze import squeezed
from hgkm_desktop.reports.line.timeline_drawing import LineDrawing, lane_count, tiles
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing import sheet as sheets
from hgkm_desktop.reports.writing.broken_words import Words
from hgkm_desktop.reports.writing.elements import Element
from hgkm_desktop.reports.writing.flowables import Boxed, Gap, Piece, words
from hgkm_desktop.reports.writing.fonts import text_width
from hgkm_desktop.reports.writing.page_style import COLOURS, MM, WIDE_FULL
from hgkm_desktop.timeline.display import DisplayList, Sign, Text
from hgkm_desktop.timeline.layout import Timeline
from hgkm_desktop.timeline.metrics import PAPER, Metrics

WIDE_TOP = 20.5 * MM
PAGE_ROOM = style.LANDSCAPE[1] - WIDE_TOP - style.WIDE_FOOT_TOP
# From roomy to tight: less white between rows, the same shapes and type.
_ROW_HEIGHTS = (8.4 * MM, 7.8 * MM, 7.2 * MM, 6.7 * MM)
_WIDEST_LABEL = 75 * MM
# For a wall: as large as a page of A3 has room for.
_LARGER = (2.2, 2.0, 1.8, 1.6, 1.4, 1.2, 1.0)
_WIDTHS = {LineUse.TEXT: style.FULL, LineUse.WALL: sheets.WIDEST.full}
_MOST_ROWS = 16  # so that every event has its number on the line
_WALL_DATES, _WIDE_LIST = 31 * MM, 300 * MM
_TEXT_ROOM = 205 * MM


def timeline_flowables(page: TimelinePage, into: Element) -> list[Flowable]:
    """What stands on the landscape pages, read inside `into`; the list stays whole as long as it
    fits a page. On a wall all of it is larger."""
    if page.missing:
        return [Gap(4 * MM), Boxed(_missing(page, into))]
    page = sized(page)
    larger, page_room = page.larger, room_of(page) / page.larger
    listed = Element("L", numbering="Decimal")
    entries = _list_of(page, listed)
    list_height = entries.wrap(width_of(page), page_room)[1]
    drawn, legend, left = _drawn(page, into, page_room, list_height)
    into.put(listed)
    between = [] if left >= list_height else [PageBreak(), Gap(3 * MM)]
    pieces = [*drawn, legend, *between, entries]
    if larger == 1.0:
        return pieces
    return [one if isinstance(one, PageBreak) else Enlarged(one, larger) for one in pieces]


def _list_of(page: TimelinePage, element: Element) -> EventList:
    columns = replace(NARROW, full=width_of(page))
    if page.use is LineUse.WALL:
        count = 3 if columns.full > _WIDE_LIST else 2
        columns = replace(columns, count=count, date_width=_WALL_DATES)
    return EventList.of(page.in_list, element, columns)


def sized(page: TimelinePage) -> TimelinePage:
    """The line as much larger as its page has room for, with its list on it if that can be.

    Words beside the events give way before the line or its list goes on on a next page.
    """
    if page.use is not LineUse.WALL or page.missing:
        return page
    tried = [
        replace(page, larger=larger, labelled=labelled)
        for labelled in (True, False)
        for larger in _LARGER
    ]
    whole = (one for one in tried if _height(one, is_listed=True) <= room_of(one))
    alone = (one for one in tried if _height(one, is_listed=False) <= room_of(one))
    return next(whole, None) or next(alone, tried[-1])


def room_of(page: TimelinePage) -> float:
    """How much room its page has for the line, its legend and its list, in points."""
    if page.use is LineUse.WALL:
        return sheets.WIDEST.size[1] - WIDE_TOP - style.WIDE_FOOT_TOP
    return PAGE_ROOM


def _height(page: TimelinePage, *, is_listed: bool) -> float:
    """How high the tightest line is as it is drawn, with its legend, in points."""
    shown, full = line_of(page, len(_ROW_HEIGHTS) - 1), width_of(page)
    room = room_of(page) / page.larger
    high = shown.height + Legend(legend_items(page.entries, shown)).wrap(full, room)[1]
    if is_listed:
        high += _list_of(page, Element("L")).wrap(full, room)[1]
    return high * page.larger


def line_pieces(page: TimelinePage, into: Element) -> list[Flowable]:
    """The line between text, in as few parts as there must be, and under it its legend."""
    if page.missing:
        return [Boxed(_missing(page, into))]
    drawn, legend, _ = _drawn(page, into, _TEXT_ROOM, 0.0)
    return [*drawn, legend]


def _missing(page: TimelinePage, into: Element) -> Words:
    element = into.put(Element("P"))
    return words((Run(page.missing),), style.BODY, COLOURS.soft, element=element)


def _drawn(
    page: TimelinePage, into: Element, page_room: float, list_height: float
) -> tuple[list[LineDrawing], Legend, float]:
    """The line in parts that fit, its legend, and how much room they leave for the list."""
    meanings = Element("L")
    line_at = cache(partial(line_of, page))
    legend = Legend(legend_items(page.entries, line_at(0)), meanings)
    room = page_room - legend.wrap(width_of(page), page_room)[1]
    step = fitting(line_at, room, list_height)
    shown = line_at(step)
    cut = tiles(shown, room, metrics_of(page, step))
    figures = [Element("Figure", alt=alt) for alt in alts(page, shown, len(cut))]
    into.add(*figures, meanings)
    drawn = [LineDrawing(shown, *part) for part in zip(cut, figures, strict=True)]
    return drawn, legend, room - shown.height if len(drawn) == 1 else -1.0


def width_of(page: TimelinePage) -> float:
    """How wide the line is before it is drawn larger, in points."""
    return _WIDTHS.get(page.use, WIDE_FULL) / page.larger


class Enlarged(Piece):
    """A piece that is drawn so many times larger."""

    def __init__(self, piece: Flowable, factor: float) -> None:
        super().__init__()
        self.piece, self.factor = piece, factor

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, high = self.piece.wrap(width / self.factor, height / self.factor)
        self.width, self.height = width, high * self.factor
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = self.piece.split(width / self.factor, height / self.factor)
        return [Enlarged(part, self.factor) for part in parts]

    def draw(self) -> None:
        self.canv.scale(self.factor, self.factor)
        self.piece.drawOn(self.canv, 0, 0)


def alts(page: TimelinePage, shown: DisplayList, count: int) -> list[str]:
    """What each part of the line shows, in words."""
    days = ""
    if page.first is not None and page.last is not None and page.choices.is_dated:
        days = f" van {month_text(page.first)} tot en met {month_text(page.last)}"
    told = count_text(len(page.entries), "gebeurtenis", "gebeurtenissen")
    lanes = count_text(lane_count(shown), "baan", "banen")
    parts = [f", deel {number} van {count}" for number in range(1, count + 1)]
    return [
        f"Tijdlijn{days}{part if count > 1 else ''}: {told} in {lanes}; {page.where}."
        for part in parts
    ]


def fitting(line_at: Callable[[int], DisplayList], room: float, list_height: float) -> int:
    """The step of the roomiest line that fits, with its list when that can be."""
    tightest = len(_ROW_HEIGHTS) - 1
    for height in (room - list_height, room):
        if height <= 0 or line_at(tightest).height > height:
            continue  # no line is lower than the tightest
        return next(step for step in range(tightest + 1) if line_at(step).height <= height)
    return 0


def line_of(page: TimelinePage, step: int) -> DisplayList:
    """The line over the full width of the page; `step` 0 is roomy, 3 is tight.

    A label beside a cruciaal punt that would not end on the page is left out.
    """
    metrics = metrics_of(page, step)
    shown = _laid_out(page, page.case, metrics)
    cut_off = _cut_off(shown)
    return _laid_out(page, _without_labels(page.case, cut_off), metrics) if cut_off else shown


def metrics_of(page: TimelinePage, step: int) -> Metrics:
    """The metrics of paper with the white of a step; the axis names no part that is too short."""
    row = _ROW_HEIGHTS[step]
    slack = row - _ROW_HEIGHTS[-1]
    return replace(
        PAPER,
        row_height=row,
        lane_pad=0.6 * MM + slack / 2,
        lane_least=8.6 * MM + 1.5 * slack,
        header_height=7.6 * MM + slack,
        label_max=_WIDEST_LABEL,
        labels_beside=page.labelled,
        max_rows=PAPER.max_rows if page.use is LineUse.PAGE else _MOST_ROWS,
        month_least=max(PAPER.month_least, _plot_width(page) / _days(page) * page.least_days),
    )


def _without_labels(case: Case, unlabelled: set[int]) -> Case:
    place = printed_numbers(case)
    events = (
        replace(e, is_pivotal=e.is_pivotal and place[e.id] not in unlabelled) for e in case.events
    )
    return replace(case, events=tuple(events))


def _cut_off(shown: DisplayList) -> set[int]:
    """The numbers of the events whose label or signs would end outside the page."""
    found, number = set(), 0
    for shape in shown.plot:
        if isinstance(shape, Text) and shape.style == "number":
            number = int(shape.text)
        elif isinstance(shape, Text) and shape.style in ("label", "label_absent"):
            end = shape.x + text_width(shape.text, shape.size, shape.bold)
            found |= {number} if end > shown.width else set()
        elif isinstance(shape, Sign) and shape.x + shape.size / 2 > shown.width:
            found.add(number)
    return found


def _plot_width(page: TimelinePage) -> float:
    return width_of(page) - PAPER.lane_width


def _days(page: TimelinePage) -> int:
    """How many days the line spans, at least one."""
    return (page.last - page.first).days + 1 if page.first and page.last else 1


def _laid_out(page: TimelinePage, case: Case, metrics: Metrics) -> DisplayList:
    timeline = Timeline(
        case,
        page.choices,
        metrics=metrics,
        measure=text_width,
        numbers_only=True,
        number_of=printed_numbers(case),
    )
    room = width_of(page) - timeline.lane_width
    first = float(page.first.toordinal() if page.first else 1)
    last = page.last.toordinal() + 1 if page.last else 2
    scale = room / (last - first)
    if page.use is LineUse.WALL and page.labelled:  # room for the words of what is last too
        first, scale = timeline.whole(room)
    return squeezed(timeline.at(first, scale, width_of(page)), metrics)
