"""Where words go in a picture of figures: clear of points, of each other and of its edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from hgkm_desktop.figures.drawing import INK, overlap
from hgkm_desktop.figures.renderer import Measure

_POINT, _HIGH = 7.0, 8.5  # how large a point is, and how high its text
RING = 15.0  # how large the ring around a point is


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn on: a figure of matplotlib of this size in points."""

    figure: Figure
    width: float
    height: float
    accent: str
    measure: Measure

    def part(self, x: float, y: float) -> tuple[float, float]:
        """A place in points as parts of the figure."""
        return x / self.width, y / self.height

    def write(self, x: float, y: float, text: str, size: float, color: str) -> None:
        """Words from a place in points."""
        self.figure.text(*self.part(x, y), text, fontsize=size, color=color)

    def across(self, axes: Axes, amount: float) -> float:
        """How many points an amount along the horizontal axis is."""
        low, high = axes.get_xlim()
        return amount / (high - low) * axes.get_position().width * self.width


def place_texts(
    sheet: Sheet,
    axes: Axes,
    spots: Sequence[tuple[float, float, str]],
    size: float,
    ringed: float | None = None,
) -> None:
    """Each text above or under its point; those without room stand only in the table beside it.

    The last one comes first: it is what is read most. `ringed` is how far along the axis the point
    is that has a ring.
    """
    middles = [axes.transData.transform((x, y)) for x, y, _ in spots]
    sizes = [RING + 2 if x == ringed else _POINT for x, _, _ in spots]
    boxes = zip(middles, sizes, strict=True)
    taken = [(x - wide / 2, y - wide / 2, wide, wide) for (x, y), wide in boxes]
    floor = axes.transData.transform((0, axes.get_ylim()[0]))[1]
    rows = list(zip(middles, sizes, spots, strict=True))
    for (x, y), point, (_, _, text) in reversed(rows):
        wide = sheet.measure(text, size, False)
        for foot in (y + point / 2 + 2, y - point / 2 - 2 - _HIGH):
            box = (x - wide / 2 - 1, foot, wide + 2, _HIGH)
            if foot > floor and not any(overlap(box, other) for other in taken):
                look: dict[str, Any] = {"ha": "center", "fontsize": size, "color": INK}
                axes.text(x, foot, text, transform=None, **look)
                taken.append(box)
                break


def wrapped(text: str, room: float, measure: Measure, size: float) -> list[str]:
    """The text in lines that are no wider than the room; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, False) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
