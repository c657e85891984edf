"""The signs of facts on paper, from the same parts as on screen."""

from __future__ import annotations

from collections.abc import Sequence

from hgkm_desktop.reports.writing.fonts import draw_text, text_width
from hgkm_desktop.reports.writing.surface import Surface, colour_of
from hgkm_desktop.timeline.signs import Area, Letter, Part, Ring, Stroke

_CAP_HEIGHT = 0.668  # of the size of the type


def draw_parts(
    canvas: Surface, parts: Sequence[Part], x: float, y: float, size: float, colour: str
) -> None:
    """Draw the parts of a sign around (x, y), y up, in one colour."""
    canvas.saveState()
    canvas.setFillColor(colour_of(colour))
    canvas.setStrokeColor(colour_of(colour))
    for part in parts:
        match part:
            case Area(corners):
                _draw_path(canvas, _placed(corners, x, y, size), closed=True, fill=1)
            case Stroke(points, width, closed):
                canvas.setLineWidth(width * size)
                _draw_path(canvas, _placed(points, x, y, size), closed=closed, fill=0)
            case Ring(radius, width):
                canvas.setLineWidth(width * size)
                canvas.circle(x, y, radius * size, stroke=1, fill=0)
            case Letter(text, type_size):
                high = type_size * size
                left = x - text_width(text, high, True) / 2
                draw_text(canvas, left, y - _CAP_HEIGHT * high / 2, text, high, True)
    canvas.restoreState()


def _placed(
    points: Sequence[tuple[float, float]], x: float, y: float, size: float
) -> list[tuple[float, float]]:
    return [(x + dx * size, y - dy * size) for dx, dy in points]


def _draw_path(
    canvas: Surface, points: Sequence[tuple[float, float]], *, closed: bool, fill: int
) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()
    canvas.drawPath(path, stroke=1 - fill, fill=fill)
