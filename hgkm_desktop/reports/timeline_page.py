"""The landscape page of a document: the line, the legend of its shapes and the numbered list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from reportlab.platypus import Flowable, PageBreak

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, month_text
from hgkm_desktop.reports import page_style as style
from hgkm_desktop.reports.content import Run, TimelinePage
from hgkm_desktop.reports.elements import Element
from hgkm_desktop.reports.event_list import EventList
from hgkm_desktop.reports.flowables import Boxed, Gap, words
from hgkm_desktop.reports.fonts import text_width
from hgkm_desktop.reports.legend import Legend, legend_items
from hgkm_desktop.reports.page_style import COLOURS, MM, WIDE_FULL
from hgkm_desktop.reports.shown import printed_numbers
from hgkm_desktop.reports.squeeze import squeezed
from hgkm_desktop.reports.timeline_drawing import LineDrawing, lane_count, tiles
from hgkm_desktop.timeline.display import DisplayList, Sign, Text
from hgkm_desktop.timeline.layout import Window, lay_out
from hgkm_desktop.timeline.metrics import PAPER, Metrics

WIDE_TOP = 20.5 * MM
PAGE_ROOM = style.LANDSCAPE[1] - WIDE_TOP - style.WIDE_FOOT_TOP
# From roomy to tight: less white between rows, the same shapes and type.
_ROW_HEIGHTS = (8.4 * MM, 7.8 * MM, 7.2 * MM, 6.7 * MM)
_WIDEST_LABEL = 75 * MM


def timeline_flowables(page: TimelinePage, into: Element) -> list[Flowable]:
    """What stands on the landscape pages, read inside `into`; the list stays whole as long as it
    fits a page."""
    if page.missing:
        missing = words(
            (Run(page.missing),), style.BODY, COLOURS.soft, element=into.put(Element("P"))
        )
        return [Gap(4 * MM), Boxed(missing)]
    listed = Element("L", numbering="Decimal")
    entries = EventList.of(page.entries, listed)
    list_height = entries.wrap(WIDE_FULL, PAGE_ROOM)[1]
    meanings = Element("L")
    line_at = cache(partial(line_of, page))
    legend = Legend(legend_items(page.entries, line_at(0)), meanings)
    room = PAGE_ROOM - legend.wrap(WIDE_FULL, PAGE_ROOM)[1]
    step = fitting(line_at, room, list_height)
    shown = line_at(step)
    cut = tiles(shown, room, metrics_of(page, step))
    figures = [Element("Figure", alt=alt) for alt in alts(page, shown, len(cut))]
    into.add(*figures, meanings, listed)
    drawn = [LineDrawing(shown, *part) for part in zip(cut, figures, strict=True)]
    on_same_page = len(drawn) == 1 and shown.height + list_height <= room
    between = [] if on_same_page else [PageBreak(), Gap(3 * MM)]
    return [*drawn, legend, *between, entries]


def alts(page: TimelinePage, shown: DisplayList, count: int) -> list[str]:
    """What each part of the line shows, in words."""
    days = ""
    if page.first is not None and page.last is not None and page.choices.is_dated:
        days = f" van {month_text(page.first)} tot en met {month_text(page.last)}"
    told = count_text(len(page.entries), "gebeurtenis", "gebeurtenissen")
    lanes = count_text(lane_count(shown), "baan", "banen")
    where = "alle gebeurtenissen staan in de lijst hierna"
    parts = [f", deel {number} van {count}" for number in range(1, count + 1)]
    return [
        f"Tijdlijn{days}{part if count > 1 else ''}: {told} in {lanes}; {where}." for part in parts
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
