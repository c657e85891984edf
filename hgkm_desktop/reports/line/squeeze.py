"""A line made lower for paper: rows that hold only dots need no room for shapes and words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hgkm_desktop.timeline.display import DisplayList, Glyph, Line, Rect, Shape, Sign, Text
from hgkm_desktop.timeline.metrics import Metrics

_LANES = ("lane", "lane_band")
_DOT_ROW = 1.6  # of the size of a dot


def squeezed(
    shown: DisplayList, metrics: Metrics, rows: tuple[float, ...] | None = None
) -> DisplayList:
    """The same line, with the rows that hold only the dots of events in further lanes lowered.

    `rows` are the middles of those rows, when this is only a part of the line they are in.
    """
    rows = dot_rows(shown.plot) if rows is None else rows
    if not rows:
        return shown
    squeeze = _Squeeze(rows, metrics.row_height, _DOT_ROW * metrics.echo, _lanes(shown))
    return replace(
        shown,
        height=squeeze.y(shown.height),
        background=squeeze.all(shown.background),
        plot=squeeze.all(shown.plot),
        lanes=squeeze.all(shown.lanes),
        axis=squeeze.all(shown.axis),
        hits=(),
        chips=(),
    )


def dot_rows(shapes: Iterable[Shape]) -> tuple[float, ...]:
    """The middles of the rows in which every shape is a dot, from top to bottom."""
    dots: dict[float, bool] = {}
    for shape in shapes:
        if isinstance(shape, Glyph):
            y = round(shape.y, 3)
            dots[y] = dots.get(y, True) and shape.shape == "dot"
    return tuple(sorted(y for y, only in dots.items() if only))


def _lanes(shown: DisplayList) -> tuple[Rect, ...]:
    return tuple(s for s in shown.background if isinstance(s, Rect) and s.style in _LANES)


@dataclass(frozen=True, slots=True)
class _Squeeze:
    """Where everything goes when each of `rows` (their middles) is `low` instead of `high`."""

    rows: tuple[float, ...]
    high: float
    low: float
    lanes: tuple[Rect, ...]

    def y(self, y: float) -> float:
        part = 1 - self.low / self.high
        passed = (min(max(y - (row - self.high / 2), 0.0), self.high) for row in self.rows)
        return y - sum(passed) * part

    def all(self, shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
        return tuple(self._moved(shape) for shape in shapes)

    def _moved(self, shape: Shape) -> Shape:
        match shape:
            case Glyph() | Sign():
                return shape._replace(y=self.y(shape.y))
            case Line():
                return shape._replace(y1=self.y(shape.y1), y2=self.y(shape.y2))
            case Rect():
                return self._moved_rect(shape)
            case Text():
                return shape._replace(y=self._text_y(shape))

    def _moved_rect(self, rect: Rect) -> Rect:
        """A rectangle within one row keeps its height; a lane becomes lower."""
        if rect.h < self.high:
            return rect._replace(y=self.y(rect.y + rect.h / 2) - rect.h / 2)
        top = self.y(rect.y)
        return rect._replace(y=top, h=self.y(rect.y + rect.h) - top)

    def _text_y(self, text: Text) -> float:
        """The lines of a lane's name stay together, in the middle of the lane."""
        for lane in self.lanes:
            if text.style == "lane_name" and lane.y <= text.y <= lane.y + lane.h:
                middle = (self.y(lane.y) + self.y(lane.y + lane.h)) / 2
                return text.y + middle - (lane.y + lane.h / 2)
        return self.y(text.y)
