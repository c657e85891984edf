"""The layout of a line: a case, a window in time and a width become a display list."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from math import inf

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event
from hgkm_desktop.timeline.axis import Axis
from hgkm_desktop.timeline.band_drawing import (
    BandBoxes,
    boxes_of,
    draw_bands,
    heights_of,
    names_in,
    upright_lines,
)
from hgkm_desktop.timeline.bands import bands_of
from hgkm_desktop.timeline.captions import Measure, Widths
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import DisplayList, Hit, LaneHit, Shape
from hgkm_desktop.timeline.drawing import Drawing, LaneBox, lane_boxes
from hgkm_desktop.timeline.frame import Frame, lane_names, lane_width
from hgkm_desktop.timeline.lanes import Lane, Lanes, lanes_of
from hgkm_desktop.timeline.marks import EventMark, Marks, marks_of
from hgkm_desktop.timeline.metrics import PAPER, SCREEN, Metrics
from hgkm_desktop.timeline.places import Caption, Place, caption_of
from hgkm_desktop.timeline.scores import Spot, spots_of
from hgkm_desktop.timeline.stacking import ZOOMS_KEPT, LaneMarks, LaneRows, Standing, standing_in
from hgkm_desktop.timeline.strip import Strip, strip_of
from hgkm_desktop.timeline.whole import said_by, said_in, whole_zoom

__all__ = [
    "PAPER",
    "SCREEN",
    "Measure",
    "Metrics",
    "Timeline",
    "Window",
    "lay_out",
]


@dataclass(frozen=True, slots=True)
class Window:
    """The part of time that is shown, as day ordinals (`date.toordinal`); `last` is excluded."""

    first: float
    last: float


def lay_out(
    case: Case,
    choices: Choices,
    *,
    window: Window,
    width: float,
    metrics: Metrics,
    measure: Measure,
    selected: Collection[str] = (),
    numbers_only: bool = False,
    number_of: Mapping[str, int] | None = None,
) -> DisplayList:
    """The line of a case between two moments, `width` wide with the lane names included.

    `selected` are the ids of the events to highlight. With `numbers_only` (paper) the number
    stands beside every shape, and a label only at a cruciaal punt and in a bar that has room.
    """
    timeline = Timeline(
        case,
        choices,
        metrics=metrics,
        measure=measure,
        numbers_only=numbers_only,
        number_of=number_of,
    )
    days = max(window.last - window.first, 1e-6)
    scale = max(width - timeline.lane_width, 1.0) / days
    return timeline.at(window.first, scale, width, selected)


@dataclass(frozen=True, slots=True)
class Zoomed:
    """The line at one zoom: the rows of each lane and its box; the boxes of the bands around the
    lanes, and where the scores stand."""

    rows: tuple[LaneRows, ...]
    boxes: tuple[LaneBox, ...]
    bottom: float
    bands: BandBoxes
    spots: tuple[Spot, ...]

    @property
    def all_boxes(self) -> tuple[LaneBox, ...]:
        """The boxes of everything that stands in time, from top to bottom."""
        return (*self.bands.above, *self.boxes, *self.bands.below)


class Timeline:
    """The line of one value of a case; it remembers the rows of the zooms it was shown at.

    `scale` is always the length of a day, `first` the day (an ordinal) at the left of the plot.
    `hidden_event_ids` are the chosen events of which every lane is hidden; `marks` are the others.
    `line` is `in_order(case)` for who has it already. `before` is the line before an edit: what
    the edit left as it was is taken over from it.
    """

    def __init__(
        self,
        case: Case,
        choices: Choices,
        *,
        metrics: Metrics,
        measure: Measure,
        numbers_only: bool = False,
        number_of: Mapping[str, int] | None = None,
        widths: Widths | None = None,
        line: tuple[Event, ...] | None = None,
        before: Timeline | None = None,
    ) -> None:
        self.is_dated = choices.is_dated
        self.metrics = metrics if self.is_dated else replace(metrics, header_height=metrics.gap)
        self.numbers_only = numbers_only
        self.widths = widths or Widths(measure)
        known = before.told if before is not None else None
        self.told: Marks = marks_of(case, choices, number_of, line=line, before=known)
        told = self.told
        self.numbers = told.numbers
        self.found: Lanes = lanes_of(
            case,
            choices,
            (event for event, mark in told.chosen.values() if mark.span is not None),
            before=before.found if before is not None else None,
            changed={i: one and one[0] for i, one in told.changed.items()},
        )
        found = self.found
        self.lanes: tuple[Lane, ...] = found.lanes
        self.hidden_lanes: tuple[Lane, ...] = found.hidden
        of_event = found.of_event
        self.hidden_event_ids = frozenset(i for i, lanes in of_event.items() if not lanes)
        hidden = self.hidden_event_ids
        self.marks = [mark for i, (_, mark) in told.chosen.items() if i not in hidden]
        self.undated = [mark for mark in self.marks if mark.span is None]
        self._lanes_of = of_event
        self._linked = {i for i, lanes in of_event.items() if len(lanes) > 1}
        self.in_lanes = self._marks_in_lanes(before)
        spans = (span for lane in self.in_lanes.values() for span in lane.outermost)
        self.bands = bands_of(case, choices, metrics, spans)
        self.reach = None if self.bands.reach is None else Window(*self.bands.reach)
        self.lane_width = lane_width(found.lanes, names_in(self.bands), metrics, self.widths)
        self.heights = heights_of(self.bands, self.metrics)
        self._zooms: OrderedDict[float, Zoomed] = OrderedDict()

    def at(
        self,
        first: float,
        scale: float,
        width: float,
        selected: Collection[str] = (),
        *,
        top: float = -inf,
        bottom: float = inf,
    ) -> DisplayList:
        """What there is to paint from day `first` on, with `selected` (event ids) highlighted.

        Marks of lanes that lie wholly above `top` or below `bottom` are left out.
        """
        scale = _steady(scale)
        m, zoomed, left = self.metrics, self.zoomed(scale), self.lane_width
        right = max(width, left + 1.0)
        shift = left - first * scale
        frame, heights = Frame(m, self.widths, left, right, first, scale), self.heights
        drawing = Drawing(m, self.widths, self.numbers, left, right, shift, frozenset(selected))
        drawing.links += upright_lines(self.bands, frame, heights.top, zoomed.bottom)
        self._draw_lanes(drawing, zoomed, scale, top, bottom)
        bands = draw_bands(self.bands, zoomed.bands, zoomed.spots, frame, heights, zoomed.bottom)
        background, labels = self._behind(frame, zoomed)
        strip = self.strip(scale, right, selected)
        room = left - m.name_x - m.gap
        seen = (top + heights.header, bottom)
        names = lane_names(self.lanes, zoomed.boxes, m, self.widths, room, seen)
        return DisplayList(
            width=right,
            height=strip.bottom,
            header_height=heights.header,
            lane_width=left,
            background=background,
            plot=(*drawing.plot(), *bands.plot),
            lanes=(*bands.beside, *names, *strip.shapes),
            axis=(*bands.axis, *labels),
            hits=(*drawing.hits, *drawing.echo_hits, *strip.hits),
            chips=tuple(drawing.chips),
            lane_hits=self._lane_hits(zoomed),
            band_hits=tuple(bands.hits),
            axis_height=heights.axis_below,
        )

    def _behind(self, frame: Frame, zoomed: Zoomed) -> tuple[tuple[Shape, ...], tuple[Shape, ...]]:
        """What lies behind all that stands in time, and the years and months of the axis."""
        if not zoomed.all_boxes:
            return (), ()
        m, ticks = self.metrics, frame.ticks() if self.is_dated else Axis((), ())
        top = zoomed.bottom if m.axis_below else self.heights.header - m.header_height
        return frame.background(zoomed.all_boxes, ticks), frame.axis(ticks, top)

    def _lane_hits(self, zoomed: Zoomed) -> tuple[LaneHit, ...]:
        return tuple(
            LaneHit(lane.key, box.top, box.height)
            for lane, box in zip(self.lanes, zoomed.boxes, strict=True)
        )

    # --- rows of a zoom ---------------------------------------------------------------

    def zoomed(self, scale: float) -> Zoomed:
        """The rows at a zoom; the last few zooms are remembered."""
        key = _steady(scale)
        if key in self._zooms:
            self._zooms.move_to_end(key)
            return self._zooms[key]
        zoomed = self._zooms[key] = self._zoom(key)
        if len(self._zooms) > ZOOMS_KEPT:
            self._zooms.popitem(last=False)
        return zoomed

    def _zoom(self, scale: float) -> Zoomed:
        rows = tuple(lane.rows(scale) for lane in self.in_lanes.values())
        m, bands = self.metrics, self.bands
        top = self.heights.top + self.heights.above
        boxes = lane_boxes(self.lanes, rows, top, m)
        below = boxes[-1].top + boxes[-1].height if boxes else top
        style = "lane" if len(boxes) % 2 else "lane_band"
        around = boxes_of(bands, m, self.heights.top, below, style)
        bottom = below + sum(box.height for box in around.below)
        spots = spots_of(bands.scores, scale, m, self.widths) if bands.scores is not None else ()
        return Zoomed(rows, boxes, bottom, around, spots)

    def _marks_in_lanes(self, before: Timeline | None) -> dict[str, LaneMarks]:
        """The marks of each lane by its key; lanes in which nothing changed are taken over."""
        if before is None or not self._has_lanes_of(before):
            standing = standing_in(self.lanes, self._lanes_of, self.marks)
            pairs = zip(self.lanes, standing, strict=True)
            return {lane.key: self._marks_in(lane, found, None) for lane, found in pairs}
        anew = (one[1] for one in self.told.changed.values() if one is not None)
        came = standing_in(self.lanes, self._lanes_of, anew)
        found = {}
        for lane, new in zip(self.lanes, came, strict=True):
            kept = before.in_lanes[lane.key]
            edited = kept.edited(self.told.changed, new, self._number)
            found[lane.key] = kept if edited is None else self._marks_in(lane, edited, kept)
        return found

    def _has_lanes_of(self, other: Timeline) -> bool:
        """True when this has the same lanes as another line, measured the same."""
        own, others = (
            [(lane.key, lane.is_folded) for lane in (*one.lanes, *one.hidden_lanes)]
            for one in (self, other)
        )
        if own != others or len(self.lanes) != len(other.lanes) or self.numbers_only:
            return False
        ruler = (self.metrics, self.widths, self.numbers_only)
        return ruler == (other.metrics, other.widths, other.numbers_only)

    def _marks_in(self, lane: Lane, standing: Standing, before: LaneMarks | None) -> LaneMarks:
        folded, caption = lane.is_folded, self._caption
        return LaneMarks(
            standing, self.metrics, is_folded=folded, caption_of=caption, before=before
        )

    def _number(self, mark: EventMark) -> int:
        return self.numbers[mark.event_id]

    def _caption(self, mark: EventMark) -> Caption:
        number = self.numbers[mark.event_id] if self.numbers_only else 0
        return caption_of(mark, self.widths, self.metrics, number)

    # --- shapes -----------------------------------------------------------------------

    def _draw_lanes(
        self, drawing: Drawing, zoomed: Zoomed, scale: float, top: float, bottom: float
    ) -> None:
        first, last = drawing.left - drawing.shift, drawing.right - drawing.shift
        in_view = [found.in_view(first, last) for found in zoomed.rows]
        self._draw_links(drawing, zoomed, in_view)
        for box, found, numbers in zip(zoomed.boxes, zoomed.rows, in_view, strict=True):
            if box.top > bottom or box.top + box.height < top:
                continue
            for number in numbers:
                drawing.place(found.place(number), box)
            for counted in found.counts(first / scale, last / scale):
                drawing.chip(counted, scale, box, all_counted=found.is_dense)

    def _draw_links(self, drawing: Drawing, zoomed: Zoomed, in_view: list[list[int]]) -> None:
        """Join the places of each event that has one in view, in any lane."""
        if not self._linked:
            return
        ids = (
            lane.marks[number].event_id
            for lane, numbers in zip(self.in_lanes.values(), in_view, strict=True)
            for number in numbers
        )
        for event_id in dict.fromkeys(i for i in ids if i in self._linked):
            places = [(lane, p) for lane, p in self._places(event_id, zoomed) if p.row >= 0]
            if len(places) > 1:
                heights = (self._height(zoomed.boxes[lane], p) for lane, p in places)
                first = places[0][1]
                drawing.link(first.room.glyph_x, heights, first.mark)

    def _places(self, event_id: str, zoomed: Zoomed) -> list[tuple[int, Place]]:
        """The places of an event with the lane of each, its own first; none without a date."""
        return [
            (lane, zoomed.rows[lane].place_of(event_id))
            for lane in self._lanes_of.get(event_id, ())
        ]

    def own_places(self, scale: float) -> Iterator[Place]:
        """The own place of every dated event that is not folded away, at a zoom."""
        for rows in self.zoomed(scale).rows:
            for number, is_echo in enumerate(rows.lane.is_echo):
                if not is_echo:
                    yield rows.place(number)

    def _height(self, box: LaneBox, one: Place) -> float:
        """The middle of the row of a place, or of the counts of its lane."""
        return box.chip_row if one.row < 0 else box.first_row + one.row * self.metrics.row_height

    def strip(self, scale: float, right: float, selected: Collection[str] = ()) -> Strip:
        """The events without a date, under the lanes and outside time."""
        zoomed = self.zoomed(scale)
        top = zoomed.bottom + (self.heights.axis_below if zoomed.all_boxes else 0.0)
        after = self.told.told_after() if self.undated else {}
        left = self.lane_width
        numbers = self.numbers if self.numbers_only else None
        return strip_of(
            self.undated, after, self.metrics, self.widths, left, right, top, selected, numbers
        )

    def whole(self, room: float) -> tuple[float, float]:
        """The first day and the zoom that show everything in `room`, the words of what is last
        included where any zoom can. Day 0 and scale 1 when nothing is dated."""
        if self.reach is None:
            return 0.0, 1.0
        m, scores = self.metrics, self.bands.scores
        said = said_by(self.in_lanes.values(), m)
        if scores is not None:
            said += said_in(scores, m, self.widths)
        scale = whole_zoom(said, self.reach.first, self.reach.last, room, m)
        return self.reach.first - m.glyph * 0.75 / scale, scale

    # --- places -----------------------------------------------------------------------

    def spot(self, event_id: str, scale: float) -> Hit | None:
        """The own place of a dated event at a zoom, its x from day 0; None for any other."""
        zoomed, m = self.zoomed(scale), self.metrics
        found = self._places(event_id, zoomed)
        if not found:
            return None
        lane, one = found[0]
        room, y = one.room, self._height(zoomed.boxes[lane], one)
        right = room.label_x + room.caption.full if one.right == inf else one.right
        right = room.left + m.row_height if one.row < 0 else right
        return Hit(event_id, room.left, y - m.row_height / 2, right - room.left, m.row_height)

    def lane_key_of(self, event_id: str) -> str:
        """The key of the lane in which a dated event has its own place; empty for any other."""
        lanes = self._lanes_of.get(event_id)
        return self.lanes[lanes[0]].key if lanes else ""

    def nearest_in_lane(self, event_id: str, step: int) -> str:
        """The event nearest in time in the next lane down (`step` 1) or up (-1) that has events
        of its own; the events without a date are the last lane. The same id when there is none, or
        when the event is not shown."""
        if event_id not in self.told.chosen or event_id in self.hidden_event_ids:
            return event_id
        here = self.told.chosen[event_id][1]
        lanes: dict[int, list[EventMark]] = {}
        for mark in self.marks:
            lanes.setdefault(self._own_lane(mark), []).append(mark)
        order = sorted(lanes)
        wanted = order.index(self._own_lane(here)) + step
        if not 0 <= wanted < len(order):
            return event_id
        return min(lanes[order[wanted]], key=lambda m: self._distance(here, m)).event_id

    def _distance(self, mark: EventMark, other: EventMark) -> float:
        """How far apart two marks are: in days, or in numbers when one has no date."""
        if mark.span is None or other.span is None:
            return abs(self.numbers[mark.event_id] - self.numbers[other.event_id])
        return abs(mark.span.centre - other.span.centre)

    def _own_lane(self, mark: EventMark) -> int:
        return len(self.lanes) if mark.span is None else self._lanes_of[mark.event_id][0]


def _steady(scale: float) -> float:
    """A scale without the rounding errors that panning makes, so that it is not a new zoom."""
    return float(f"{scale:.9g}")
