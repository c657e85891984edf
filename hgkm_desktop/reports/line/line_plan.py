"""Which page of the tijdlijn shows which part of the line: the zoom, and the cuts in time and
between lanes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import number_text
from hgkm_desktop.reports.let_through.dates import LEAST_DAYS
from hgkm_desktop.reports.let_through.shown import printed_numbers
from hgkm_desktop.reports.line.line_crop import Span, cropped, page_starts, with_numbers
from hgkm_desktop.reports.line.line_document import LineDocument, Scale
from hgkm_desktop.reports.line.squeeze import dot_rows, squeezed
from hgkm_desktop.reports.line.timeline_drawing import Tile, tiles
from hgkm_desktop.reports.writing.fonts import text_width
from hgkm_desktop.reports.writing.page_style import MM
from hgkm_desktop.timeline.captions import Widths
from hgkm_desktop.timeline.display import DisplayList, Rect
from hgkm_desktop.timeline.frame import shown_name
from hgkm_desktop.timeline.layout import Timeline, Window
from hgkm_desktop.timeline.metrics import PAPER, Metrics
from hgkm_desktop.timeline.places import Place

OVERLAP = 16 * MM
MOST_PAGES = 200
_MOST_IN_ROW = 12
_MOST_ROWS = 16
# From roomy to tight: less white between rows, the same shapes and type.
_ROW_HEIGHTS = (8.4 * MM, 7.8 * MM, 7.2 * MM, 6.7 * MM)
_MOST_LANE_PAD = 6 * MM
_WIDEST_LABEL = 70 * MM
_WIDEST_AT_END = 60 * MM
_FEWEST_DAYS = 28.0
_LOST_AT_MOST = 0.15
_LEAST_READ = 25 * MM
_MANY = 400
_SIDE = 1.5 * MM
_ABOVE_STRIP = 0.5  # its edge belongs to it
_LANES = ("lane", "lane_band")


@dataclass(frozen=True, slots=True)
class LinePage:
    """A page of the line; `column` counts in time and `row` over the lanes, both from 0."""

    number: int
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class LinePlan:
    """The line at one zoom, cut into pages.

    `starts` are where the pages begin, as lengths from day 0; `tiles` are the lanes of each row
    of pages, and what has no date on pages of its own where that did not fit. Of the whole line
    (uncut) `height` is how high it is, `lanes_end` where its lanes end, and `undated_top` where
    what has no date begins.
    """

    timeline: Timeline
    scale: float
    width: float
    starts: tuple[float, ...]
    tiles: tuple[Tile, ...]
    dot_rows: tuple[float, ...]
    height: float
    lanes_end: float
    undated_top: float
    hidden: int
    lost: float
    """How many dated events found no place, and of which part most of the label is lost."""

    @property
    def plot_width(self) -> float:
        return self.width - self.timeline.lane_width

    def pages(self) -> tuple[LinePage, ...]:
        """The pages in their order: time first, then the next lanes."""
        places = [
            (row, column)
            for row, tile in enumerate(self.tiles)
            for column in range(len(self.starts) if tile.axis_shift is not None else 1)
        ]
        return tuple(LinePage(n, column, row) for n, (row, column) in enumerate(places, 1))

    def line_at(self, column: int) -> DisplayList:
        """The line as the pages of a column show it."""
        start, is_last = self.starts[column], column == len(self.starts) - 1
        shown = self.timeline.at(start / self.scale, self.scale, self.width)
        named = with_numbers(shown, self.timeline.numbers)
        whole = cropped(named, is_first=column == 0, is_last=is_last)
        return squeezed(whole, self.timeline.metrics, self.dot_rows)

    def whole(self) -> DisplayList:
        """The line in one piece."""
        start = self.starts[0]
        width = self.timeline.lane_width + self.starts[-1] + self.plot_width - start
        return self.timeline.at(start / self.scale, self.scale, width)

    def tile_of(self, page: LinePage) -> Tile:
        """The part of the height that a page shows; what has no date stands on the first only."""
        tile = self.tiles[page.row]
        if page.column == 0 or tile.axis_shift is None:
            return tile
        return replace(tile, bottom=min(tile.bottom, self.undated_top - _ABOVE_STRIP))

    def lanes_of(self, row: int) -> tuple[str, ...]:
        """The names of the lanes of a row of pages, from top to bottom."""
        tile = self.tiles[row]
        above = len(self.timeline.zoomed(self.scale).bands.above)
        boxes = _lane_boxes(self.line_at(0))[above:]
        found = zip(self.timeline.lanes, boxes, strict=False)  # a band may follow the lanes
        middles = [(lane, box.y + box.h / 2) for lane, box in found]
        return tuple(shown_name(lane) for lane, y in middles if tile.top <= y <= tile.bottom)

    def shared(self, column: int) -> tuple[float | None, float | None]:
        """Where in the plot the part ends that the page before shows too, and where the part
        begins that the page after shows; None where there is no such page."""
        start, room = self.starts[column], self.plot_width
        before = self.starts[column - 1] + room - start if column else None
        is_last = column == len(self.starts) - 1
        return before, None if is_last else self.starts[column + 1] - start

    def page_at(self, column: int, row: int) -> LinePage | None:
        """The page at a place; None when there is none."""
        found = (p for p in self.pages() if (p.column, p.row) == (column, row))
        return next(found, None)

    def days_at(self, column: int) -> tuple[date, date]:
        """The first and the last day that a column shows."""
        first = self.starts[column] / self.scale
        last = (self.starts[column] + self.plot_width) / self.scale
        return _day(first), _day(last - 1)


def plan_line(document: LineDocument, width: float, room: float) -> LinePlan:
    """The plan for pages with `width` for the line and `room` for its height.

    Raises BadInput when so few days were asked on a page that there would be too many pages.
    """
    planner = _Planner(document, width, room)
    scale = document.options.scale
    if isinstance(scale, int):
        plan = planner.for_days(scale)
    else:
        plan = planner.on_one_page() if scale is Scale.EEN_PAGINA else planner.readable()
    return planner.with_axis(plan, LEAST_DAYS[document.options.dates])


class _Planner:
    """Tries zooms and rows for one document; the widths of its texts are measured once."""

    def __init__(self, document: LineDocument, width: float, room: float) -> None:
        self.document, self.width, self.room = document, width, room
        self._widths = Widths(text_width)
        self._numbers = printed_numbers(document.case)

    def for_days(self, days: int) -> LinePlan:
        metrics = self._metrics(_ROW_HEIGHTS[-1])
        timeline = self._timeline(metrics)
        plot = self.width - timeline.lane_width
        begin, end = self._reach(timeline, plot / days)
        if (end - begin) / (plot - OVERLAP) > MOST_PAGES:
            pages = number_text((end - begin) / (plot - OVERLAP))
            raise BadInput(
                f"Zo worden het ongeveer {pages} pagina's.", todo="Zet meer dagen op een pagina."
            )
        return self._roomiest(self._plan(metrics, plot / days, timeline))

    def readable(self) -> LinePlan:
        """The fewest pages on which nearly all labels can be read; one row of pages is better than
        more, because what happened at one time then stands on one page."""
        best: LinePlan | None = None
        for columns in self._columns_to_try():
            if best is not None and columns > _cost(best):
                break
            all_said = self._in_columns(self._metrics(_ROW_HEIGHTS[-1]), columns)
            tried = (all_said, self._in_room(all_said))
            best = min((plan for plan in (best, *tried) if plan is not None), key=_cost)
        assert best is not None
        return self._roomiest(best)

    def _columns_to_try(self) -> Sequence[int]:
        """How many pages beside each other are tried; few when each try takes long."""
        is_long = len(self.document.entries) > _MANY
        return (1, 4, _MOST_IN_ROW) if is_long else range(1, _MOST_IN_ROW + 1)

    def on_one_page(self) -> LinePlan:
        """With every label where that fits, else with numbers and the labels of cruciale punten;
        over more pages only when there are too many lanes."""
        tight = self._metrics(_ROW_HEIGHTS[-1])
        plan = self._in_room(self._in_columns(tight, 1))
        if len(plan.tiles) > 1 or plan.lost > _LOST_AT_MOST:
            numbers_only = replace(tight, labels_beside=False)
            plan = self._in_room(self._in_columns(numbers_only, 1))
        return self._roomiest(plan)

    def with_axis(self, plan: LinePlan, least_days: int) -> LinePlan:
        """The same plan, whose axis names no part of time shorter than so many days."""
        metrics = plan.timeline.metrics
        least = max(metrics.month_least, plan.scale * least_days)
        if least == metrics.month_least:
            return plan
        return self._plan(replace(metrics, month_least=least), plan.scale)

    def _in_room(self, plan: LinePlan) -> LinePlan:
        """The same line with as many rows in a lane as one row of pages has room for."""
        metrics, best = plan.timeline.metrics, plan
        enough, too_many = 0, metrics.max_rows
        while len(plan.tiles) > 1 and too_many - enough > 1:
            rows = (enough + too_many) // 2
            tried = self._plan(replace(metrics, max_rows=rows), plan.scale)
            if len(tried.tiles) == 1:
                enough, best = rows, tried
            else:
                too_many = rows
        return best

    def _roomiest(self, tight: LinePlan) -> LinePlan:
        """The same plan with as much white as its pages have room for."""
        plan = tight
        for high in _ROW_HEIGHTS[:-1]:
            roomier = self._plan(_with_rows(tight.timeline.metrics, high), tight.scale)
            if len(roomier.tiles) == len(tight.tiles):
                plan = roomier
                break
        return self._stretched(plan)

    def _stretched(self, plan: LinePlan) -> LinePlan:
        """With some of the room that is left given to the lanes."""
        spare, lanes = self.room - plan.height, len(plan.timeline.lanes)
        if len(plan.tiles) != 1 or not lanes or spare <= 0:
            return plan
        metrics = plan.timeline.metrics
        more = min(spare / (2 * lanes), _MOST_LANE_PAD - metrics.lane_pad)
        stretched = self._plan(replace(metrics, lane_pad=metrics.lane_pad + more), plan.scale)
        return stretched if len(stretched.tiles) == 1 else plan

    def _in_columns(self, metrics: Metrics, columns: int) -> LinePlan:
        """The line as long as so many pages beside each other can show."""
        timeline = self._timeline(metrics)
        plot = self.width - timeline.lane_width
        total = columns * plot - (columns - 1) * OVERLAP
        days = self._days(timeline)
        scale = total / days
        for _ in range(8):
            begin, end = self._reach(timeline, scale)
            starts = self._starts(timeline, scale)
            if end - begin <= total and len(starts) <= columns:
                break
            # What is written is as long at any zoom: only the days give way.
            said = end - begin - days * scale
            scale = min(max((total - said) / days, total / days / 4), scale * 0.98)
        return self._plan(metrics, scale, timeline)

    def _plan(self, metrics: Metrics, scale: float, timeline: Timeline | None = None) -> LinePlan:
        timeline = timeline or self._timeline(metrics)
        starts = self._starts(timeline, scale)
        plot = self.width - timeline.lane_width
        length = starts[-1] + plot - starts[0]
        full = timeline.at(starts[0] / scale, scale, timeline.lane_width + length)
        low = dot_rows(full.plot)
        first = squeezed(timeline.at(starts[0] / scale, scale, self.width), metrics, low)
        own = list(timeline.own_places(scale))
        return LinePlan(
            timeline=timeline,
            scale=scale,
            width=self.width,
            starts=starts,
            tiles=tiles(first, self.room, metrics),
            dot_rows=low,
            height=first.height,
            lanes_end=_lanes_end(first),
            undated_top=_undated_top(first),
            hidden=sum(one.row < 0 for one in own),
            lost=sum(one.row < 0 or _gave_way(one) for one in own) / max(len(own), 1),
        )

    def _metrics(self, row_height: float) -> Metrics:
        most = int((self.room - 20 * MM) / row_height)
        return _with_rows(
            replace(
                PAPER,
                max_rows=max(min(most, _MOST_ROWS), 1),
                label_max=_WIDEST_LABEL,
                labels_beside=True,
            ),
            row_height,
        )

    def _timeline(self, metrics: Metrics) -> Timeline:
        return Timeline(
            self.document.case,
            self.document.choices,
            metrics=metrics,
            measure=text_width,
            numbers_only=True,
            number_of=self._numbers,
            widths=self._widths,
        )

    def _days(self, timeline: Timeline) -> float:
        options, reach = self.document.options, timeline.reach
        first = options.first.toordinal() if options.first else reach.first if reach else 0.0
        last = options.last.toordinal() + 1 if options.last else reach.last if reach else 0.0
        return max(last - first, _FEWEST_DAYS)

    def _reach(self, timeline: Timeline, scale: float) -> tuple[float, float]:
        """Where the line begins and ends, as lengths from day 0: of a chosen period as far as what
        began in it needs room, its number and words included."""
        options, places = self.document.options, list(_places(timeline, scale))
        reach = timeline.reach or Window(0.0, 0.0)
        begin = min([p.room.left for p in places] + [reach.first * scale]) - _SIDE
        end = max([_right_of(p) for p in places] + [reach.last * scale]) + _SIDE
        if options.first:
            chosen, half = options.first.toordinal() * scale, timeline.metrics.glyph / 2 + _SIDE
            begin = min([chosen, *(x - half for p in places if (x := p.room.glyph_x) >= chosen)])
        if options.last:
            chosen = options.last.toordinal() * scale + scale
            rights = (_said_right(p) + _SIDE for p in places if p.room.glyph_x <= chosen)
            end = max([chosen, *rights])
        return begin, max(end, begin + 1.0)

    def _starts(self, timeline: Timeline, scale: float) -> tuple[float, ...]:
        begin, end = self._reach(timeline, scale)
        half = (timeline.metrics.glyph + _SIDE) / 2
        spans = [
            Span(p.room.glyph_x - half, _fixed_right(p), _said_right(p))
            for p in _places(timeline, scale)
        ]
        return page_starts(spans, begin, end, self.width - timeline.lane_width, OVERLAP)


def _with_rows(metrics: Metrics, row_height: float) -> Metrics:
    slack = row_height - _ROW_HEIGHTS[-1]
    pad, least = 0.6 * MM + slack / 2, 8.6 * MM + 1.5 * slack
    return replace(metrics, row_height=row_height, lane_pad=pad, lane_least=least)


def _places(timeline: Timeline, scale: float) -> Iterator[Place]:
    """The own places of the events that found a row."""
    return (one for one in timeline.own_places(scale) if one.row >= 0)


def _fixed_right(one: Place) -> float:
    """Where all that must be seen of an event ends: its glyph, number and signs."""
    return one.room.label_x + one.room.caption.fixed


def _said_right(one: Place) -> float:
    """Where what is said of an event ends; in a bar, which may go on, without its label."""
    label = 0.0 if one.room.is_inside else min(one.room.caption.label, _WIDEST_AT_END)
    return min(_fixed_right(one) + label, max(one.right, _fixed_right(one)))


def _right_of(one: Place) -> float:
    """Where a place ends, with a good part of its label; a bar that goes on needs some of it."""
    said = _fixed_right(one) + min(one.room.caption.label, _WIDEST_AT_END)
    return said if one.room.body_right == inf else max(one.room.body_right, said)


def _lane_boxes(shown: DisplayList) -> list[Rect]:
    return [s for s in shown.background if isinstance(s, Rect) and s.style in _LANES]


def _lanes_end(shown: DisplayList) -> float:
    return max((lane.y + lane.h for lane in _lane_boxes(shown)), default=0.0)


def _undated_top(shown: DisplayList) -> float:
    strips = (s.y for s in shown.lanes if isinstance(s, Rect) and s.style == "strip")
    return min(strips, default=shown.height)


def _cost(plan: LinePlan) -> float:
    """What a plan asks of who reads it, in pages; an event without a place asks most."""
    unread = 1000 * plan.lost if plan.lost > _LOST_AT_MOST else 0.0
    unread += 1000 * plan.hidden
    return len(plan.pages()) + 1.5 * (len(plan.tiles) - 1) + unread


def _gave_way(one: Place) -> bool:
    said, caption = one.right - one.room.label_x, one.room.caption
    return not one.room.is_inside and said - caption.fixed < min(caption.label, _LEAST_READ)


def _day(ordinal: float) -> date:
    return date.fromordinal(max(min(round(ordinal), date.max.toordinal()), 1))
