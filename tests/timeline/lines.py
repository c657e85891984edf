"""A line for tests: a case laid out with a ruler of our own, and ways to look at what came out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import inf
from typing import Any, TypeVar

from hgkm_desktop.models.case import Case
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import DisplayList, Glyph, Hit, Rect, Shape, Sign, Text
from hgkm_desktop.timeline.layout import SCREEN, Timeline, Window, lay_out

WIDTH = 1000.0
_S = TypeVar("_S", bound=Shape)


def ruler(text: str, size: float, bold: bool) -> float:
    """The width of a text where every letter is as wide as every other."""
    return len(text) * size * (0.56 if bold else 0.52)


def days(start: str, end: str) -> Window:
    """From one day to another, both as 'yyyy-mm-dd'."""
    return Window(date.fromisoformat(start).toordinal(), date.fromisoformat(end).toordinal())


YEAR_2023 = days("2023-01-01", "2024-01-01")


def line(
    case: Case, window: Window = YEAR_2023, choices: Choices | None = None, **more: Any
) -> DisplayList:
    given: dict[str, Any] = {"width": WIDTH, "metrics": SCREEN, **more}
    return lay_out(case, choices or Choices(), window=window, measure=ruler, **given)


def timeline(case: Case, **choices: Any) -> Timeline:
    return Timeline(case, Choices(**choices), metrics=SCREEN, measure=ruler)


def only(kind: type[_S], shapes: Iterable[Shape]) -> list[_S]:
    return [shape for shape in shapes if isinstance(shape, kind)]


def texts(shapes: Iterable[Shape]) -> list[str]:
    return [text.text for text in only(Text, shapes)]


def place_of(shown: DisplayList, event_id: str) -> Hit:
    """The own place of an event."""
    return next(hit for hit in shown.hits if hit.event_id == event_id)


Box = tuple[float, float, float, float]


def ink_boxes(shapes: Iterable[Shape]) -> list[Box]:
    """What must never be painted over one another: texts, glyphs and signs."""
    found: list[Box] = []
    for shape in shapes:
        if isinstance(shape, Text):
            found.append(text_box(shape))
        elif isinstance(shape, Glyph | Sign):
            half = shape.size / 2
            found.append((shape.x - half, shape.y - half, shape.size, shape.size))
    return found


def text_box(text: Text) -> Box:
    """The room that a text takes: from the height of its capitals to the depth of its tails."""
    wide = ruler(text.text, text.size, text.bold)
    left = text.x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
    return left, text.y - text.size * 0.8, wide, text.size


def text_boxes(shown: DisplayList) -> list[Box]:
    """The boxes of all texts as they are seen: those of the plot are cut at its edges."""
    boxes = [text_box(text) for text in only(Text, (*shown.axis, *shown.lanes))]
    for x, y, w, h in (text_box(text) for text in only(Text, shown.plot)):
        left, right = max(x, shown.lane_width), min(x + w, shown.width)
        if left < right:
            boxes.append((left, y, right - left, h))
    return boxes


def strays(shown: DisplayList) -> list[Text]:
    """The texts that leave their area: the axis, their lane or band, the names, the strip."""
    found = [t for t in only(Text, shown.axis) if not _is_within(t, *_axis_of(shown, t))]
    lanes = [r for r in only(Rect, shown.background) if r.style in LANE_STYLES]
    areas = [(r.y, r.y + r.h) for r in lanes]
    areas.append((shown.header_height, min((r.y for r in lanes), default=shown.height)))
    for text in only(Text, shown.plot):
        middle = text.y - text.size * 0.3
        if not any(
            top <= middle <= low and _is_within(text, -inf, top, inf, low) for top, low in areas
        ):
            found.append(text)
    for text in only(Text, shown.lanes):
        is_name = text.x < shown.lane_width
        left, right = (0.0, shown.lane_width) if is_name else (shown.lane_width, shown.width)
        if not _is_within(text, left, shown.header_height, right, shown.height):
            found.append(text)
    return found


LANE_STYLES = ("lane", "lane_band")


def _axis_of(shown: DisplayList, text: Text) -> tuple[float, float, float, float]:
    is_name = text.style == "band_name"
    left, right = (0.0, shown.lane_width) if is_name else (shown.lane_width, shown.width)
    return left, 0.0, right, shown.header_height


def _is_within(text: Text, left: float, top: float, right: float, low: float) -> bool:
    x, y, w, h = text_box(text)
    slack = 0.01
    return (
        left - slack <= x and x + w <= right + slack and top - slack <= y and y + h <= low + slack
    )


def overlaps(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """The pairs of boxes that share more than an edge."""
    found, slack = [], 0.01
    by_height = sorted(boxes, key=lambda box: box[1])
    for number, (x, y, w, h) in enumerate(by_height):
        for ox, oy, ow, oh in by_height[number + 1 :]:
            if oy >= y + h - slack:
                break
            if x + w > ox + slack and ox + ow > x + slack and oy + oh > y + slack:
                found.append(((x, y, w, h), (ox, oy, ow, oh)))
    return found
