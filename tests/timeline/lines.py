"""A line for tests: a case laid out with a ruler of our own, and ways to look at what came out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from hgkm_desktop.models.case import Case
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import DisplayList, Glyph, Hit, Shape, Sign, Text
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
            wide = ruler(shape.text, shape.size, shape.bold)
            left = shape.x - (wide / 2 if shape.anchor == "middle" else 0.0)
            found.append((left, shape.y - shape.size * 0.8, wide, shape.size))
        elif isinstance(shape, Glyph | Sign):
            half = shape.size / 2
            found.append((shape.x - half, shape.y - half, shape.size, shape.size))
    return found


def overlaps(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """The pairs of boxes that share more than an edge."""
    found = []
    for number, (x, y, w, h) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            ox, oy, ow, oh = other
            slack = 0.01
            apart = (
                x + w <= ox + slack
                or ox + ow <= x + slack
                or y + h <= oy + slack
                or oy + oh <= y + slack
            )
            if not apart:
                found.append(((x, y, w, h), other))
    return found
