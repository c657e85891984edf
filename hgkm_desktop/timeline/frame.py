"""What stands around the marks: bands, grid, the labels of the axis and the names of the lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hgkm_desktop.models.dutch import number_text
from hgkm_desktop.timeline.axis import Axis, Tick, axis
from hgkm_desktop.timeline.captions import BASELINE, Widths
from hgkm_desktop.timeline.display import Line, Rect, Shape, Text
from hgkm_desktop.timeline.drawing import LaneBox
from hgkm_desktop.timeline.lanes import Lane
from hgkm_desktop.timeline.metrics import Metrics


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot of a window: `left` to `right`, from day `first` on, `scale` long each."""

    metrics: Metrics
    widths: Widths
    left: float
    right: float
    first: float
    scale: float

    def x(self, day: float) -> float:
        return self.left + (day - self.first) * self.scale

    def ticks(self) -> Axis:
        last = self.first + (self.right - self.left) / self.scale
        return axis(self.first, last, self.scale, self.metrics.month_least)

    def background(self, boxes: Sequence[LaneBox], ticks: Axis) -> tuple[Shape, ...]:
        """The bands of the lanes, the edges between them and the grid."""
        top, bottom = boxes[0].top, boxes[-1].top + boxes[-1].height
        bands: list[Shape] = [Rect(0.0, b.top, self.right, b.height, b.style) for b in boxes]
        bands += [Line(0.0, b.top, self.right, b.top, "lane_edge") for b in boxes]
        for row, style in ((ticks.lower, "grid"), (ticks.upper, "grid_year")):
            places = (self.x(tick.first) for tick in row)
            bands += [
                Line(x, top, x, bottom, style) for x in places if self.left <= x <= self.right
            ]
        return tuple(bands)

    def axis(self, ticks: Axis, top: float) -> tuple[Shape, ...]:
        """The labels of the axis from `top` down; on paper below the lanes, the years last."""
        m = self.metrics
        lower, upper = (0.38, 0.82) if m.axis_below else (0.8, 0.37)
        if not ticks.lower:
            upper = 0.6  # years alone stand in the middle
        edge = top if m.axis_below else top + m.header_height
        return (
            *self._labels(ticks.lower, top + lower * m.header_height, is_upper=False),
            *self._labels(ticks.upper, top + upper * m.header_height, is_upper=True),
            Line(self.left, edge, self.right, edge, "axis_edge"),
        )

    def _labels(self, ticks: Sequence[Tick], y: float, *, is_upper: bool) -> list[Shape]:
        """One row of labels. The upper part of time that began out of view keeps its label at the
        edge as long as there is room, so that the year is always there."""
        m, found = self.metrics, list[Shape]()
        size = m.year_size if is_upper else m.axis_size
        pad = m.gap * 0.7
        style = "axis_year" if is_upper else "axis"
        for tick in ticks:
            x, end = self.x(tick.first), min(self.x(tick.last), self.right)
            start = max(x, self.left) + pad
            room = end - start
            if not is_upper and m.axis_below:
                start += max(room - pad - self.widths.of(tick.text, size), 0.0) / 2
            if (x >= self.left or is_upper) and self.widths.of(tick.text, size, is_upper) <= room:
                found.append(Text(start, y, tick.text, size, is_upper, style, max_width=room))
        return found


def lane_names(
    lanes: Sequence[Lane],
    boxes: Sequence[LaneBox],
    metrics: Metrics,
    widths: Widths,
    room: float,
    seen: tuple[float, float],
) -> list[Shape]:
    """The names of the lanes, wrapped in `room`, in the middle of what is `seen` of each lane
    (from one y to another), so that a lane that is partly scrolled away keeps its name."""
    m, found = metrics, list[Shape]()
    leading = m.name_size * 1.25
    for lane, box in zip(lanes, boxes, strict=True):
        most = min(max(int(box.height / leading), 1), 3)
        lines = widths.wrapped(shown_name(lane), m.name_size, True, room, most)
        middle = _middle_of(box, len(lines) * leading, seen)
        y = middle - (len(lines) - 1) * leading / 2 + m.name_size * BASELINE
        for number, line in enumerate(lines):
            text_y = y + number * leading
            found.append(
                Text(m.name_x, text_y, line, m.name_size, True, "lane_name", max_width=room)
            )
    return found


def _middle_of(box: LaneBox, high: float, seen: tuple[float, float]) -> float:
    """The middle of the part of a lane that is seen, with room in the lane for something high."""
    bottom = box.top + box.height
    middle = (max(box.top, seen[0]) + min(bottom, seen[1])) / 2
    return max(min(middle, bottom - high / 2), box.top + high / 2)


def lane_width(
    lanes: Sequence[Lane], whole: Sequence[str], metrics: Metrics, widths: Widths
) -> float:
    """The width of the column of names: up to 1.4 times its own, for the longest word of a lane
    and for the names that stay whole."""
    words = [*whole, *(word for lane in lanes for word in shown_name(lane).split())]
    longest = max((widths.of(word, metrics.name_size, True) for word in words), default=0.0)
    wanted = longest + metrics.name_x + 2 * metrics.gap
    return min(max(wanted, metrics.lane_width), metrics.lane_width * 1.4)


def shown_name(lane: Lane) -> str:
    """The name with a capital; of a folded lane with the number of its events."""
    name = lane.name[:1].upper() + lane.name[1:]
    return f"{name} · {number_text(lane.count)}" if lane.is_folded else name
