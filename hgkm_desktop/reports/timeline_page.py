"""The landscape page of a document: the line, the legend of its shapes and the numbered list."""

from __future__ import annotations

from dataclasses import replace

from reportlab.platypus import Flowable, PageBreak

from hgkm_desktop.models.case import Case
from hgkm_desktop.reports import page_style as style
from hgkm_desktop.reports.content import Run, TimelinePage
from hgkm_desktop.reports.event_list import EventList
from hgkm_desktop.reports.flowables import Boxed, Gap, words
from hgkm_desktop.reports.fonts import text_width
from hgkm_desktop.reports.legend import Legend, legend_items
from hgkm_desktop.reports.page_style import COLOURS, MM, WIDE_FULL
from hgkm_desktop.reports.shown import printed_numbers
from hgkm_desktop.reports.squeeze import squeezed
from hgkm_desktop.reports.timeline_drawing import LineDrawing, tiles
from hgkm_desktop.timeline.display import DisplayList, Sign, Text
from hgkm_desktop.timeline.layout import Window, lay_out
from hgkm_desktop.timeline.metrics import PAPER, Metrics

WIDE_TOP = 20.5 * MM
PAGE_ROOM = style.LANDSCAPE[1] - WIDE_TOP - style.WIDE_FOOT_TOP
# From roomy to tight: less white between rows, the same shapes and type.
_ROW_HEIGHTS = (8.4 * MM, 7.8 * MM, 7.2 * MM, 6.7 * MM)
_WIDEST_LABEL = 75 * MM


def timeline_flowables(page: TimelinePage) -> list[Flowable]:
    """What stands on the landscape pages; the list stays whole as long as it fits a page."""
    if page.missing:
        return [Gap(4 * MM), _note(page.missing)]
    entries = EventList.of(page.entries)
    list_height = entries.wrap(WIDE_FULL, PAGE_ROOM)[1]
    legend = Legend(legend_items(page.entries, line_of(page, 0)))
    room = PAGE_ROOM - legend.wrap(WIDE_FULL, PAGE_ROOM)[1]
    step = _fitting(page, room, list_height)
    shown, metrics = line_of(page, step), metrics_of(page, step)
    drawn = [LineDrawing(shown, tile) for tile in tiles(shown, room, metrics)]
    on_same_page = len(drawn) == 1 and shown.height + list_height <= room
    between = [] if on_same_page else [PageBreak(), Gap(3 * MM)]
    return [*drawn, legend, *between, entries]


def _fitting(page: TimelinePage, room: float, list_height: float) -> int:
    """The step of the roomiest line that fits, with its list when that can be."""
    lines = [line_of(page, step) for step in range(len(_ROW_HEIGHTS))]
    for height in (room - list_height, room):
        for step, shown in enumerate(lines):
            if shown.height <= height:
                return step
    return 0


def _note(text: str) -> Flowable:
    return Boxed(words((Run(text),), style.BODY, COLOURS.soft))


def line_of(page: TimelinePage, step: int) -> DisplayList:
    """The line over the full width of the page; `step` 0 is roomy, 3 is tight.

    A label beside a cruciaal punt that would not end on the page is left out.
    """
    metrics = metrics_of(page, step)
    shown = _laid_out(page, page.case, metrics)
    return _laid_out(page, _without_labels(page.case, _cut_off(shown)), metrics)


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
        month_least=max(PAPER.month_least, _plot_width() / _days(page) * page.least_days),
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


def _plot_width() -> float:
    return WIDE_FULL - PAPER.lane_width


def _days(page: TimelinePage) -> int:
    """How many days the line spans, at least one."""
    return (page.last - page.first).days + 1 if page.first and page.last else 1


def _laid_out(page: TimelinePage, case: Case, metrics: Metrics) -> DisplayList:
    first = page.first.toordinal() if page.first else 1
    last = page.last.toordinal() + 1 if page.last else 2
    shown = lay_out(
        case,
        page.choices,
        window=Window(first, last),
        width=WIDE_FULL,
        metrics=metrics,
        measure=text_width,
        numbers_only=True,
        number_of=printed_numbers(case),
    )
    return squeezed(shown, metrics)
