"""The drawn signs and shapes: the font lacks them, so they are never typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin

from reportlab.pdfgen.pathobject import PDFPathObject

from hgkm_desktop.reports.line.sign_drawing import draw_parts
from hgkm_desktop.reports.writing.fonts import draw_text, text_width
from hgkm_desktop.reports.writing.page_style import COLOURS, MM, Colours
from hgkm_desktop.reports.writing.surface import Surface, colour_of
from hgkm_desktop.timeline.signs import SIGN_PARTS

Points = list[tuple[float, float]]

_LETTER = 9
_THIN, _STROKE = 0.3 * MM, 0.4 * MM
NOT_DONE = (0.9 * MM, 0.6 * MM)
ABSENT = (0.3 * MM, 0.6 * MM)
_FULL_SIZE = 6.2 * MM
_CAP_HEIGHT = 0.668  # of the size of the type


@dataclass(frozen=True, slots=True)
class Ink:
    """How a shape is painted: its fill, its outline, and the colour of its letter."""

    fill: str
    stroke: str
    letter: str
    width: float = _STROKE


def bare_ink(colours: Colours) -> Ink:
    """How a shape is painted that has no colour of its own."""
    return Ink(colours.paper, colours.ink, colours.ink)


@lru_cache(maxsize=4)
def ink_of_shape(colours: Colours) -> dict[str, Ink]:
    """How the shape of each kind is painted in these colours."""
    white, paper, accent = bare_ink(colours), colours.paper, colours.accent
    open_ink = Ink(paper, accent, accent, 0.5 * MM)
    tinted = Ink(colours.tint2, accent, accent, 0.45 * MM)
    return {
        "diamond": Ink(colours.rule, colours.ink, colours.ink, _THIN),
        "half_circle": white,
        "circle": white,
        "triangle": Ink(colours.ink, colours.ink, paper, _THIN),
        "triangle_down": white,
        "pentagon": tinted,
        "square": tinted,
        "arrow": open_ink,
        "hexagon": Ink(accent, accent, paper, _THIN),
        "double_circle": open_ink,
    }


def _regular(corners: int, radius: float, turn: float) -> Points:
    steps = [turn + 2 * pi * step / corners for step in range(corners)]
    return [(radius * cos(angle), radius * sin(angle)) for angle in steps]


# Corners around the centre for a shape of size 1, y up; the sizes make them look equally large.
_CORNERS: dict[str, Points] = {
    "diamond": _regular(4, 0.55, 0),
    "triangle": [(-0.59, -0.45), (0.59, -0.45), (0, 0.565)],
    "triangle_down": [(-0.59, 0.45), (0.59, 0.45), (0, -0.565)],
    "pentagon": _regular(5, 0.53, pi / 2),
    "square": [(-0.42, -0.42), (0.42, -0.42), (0.42, 0.42), (-0.42, 0.42)],
    "arrow": [(-0.48, -0.36), (0.16, -0.36), (0.56, 0), (0.16, 0.36), (-0.48, 0.36)],
    "hexagon": _regular(6, 0.515, 0),
}
_LETTER_DOWN = {"triangle": 0.1, "triangle_down": -0.12, "half_circle": -0.02}
_LETTER_LEFT = {"arrow": 0.06, "half_circle": 0.0}


def draw_shape(
    canvas: Surface,
    shape: str,
    x: float,
    y: float,
    size: float,
    letter: str = "",
    *,
    hollow: bool = False,
    absent: bool = False,
    colours: Colours = COLOURS,
) -> None:
    """Draw the shape of a kind around (x, y), y up; hollow and absent as in the display list."""
    if shape == "dot":
        _draw_dot(canvas, x, y, size, colours, is_open=hollow or absent)
        return
    ink = bare_ink(colours) if hollow or absent else ink_of_shape(colours)[shape]
    canvas.saveState()
    canvas.setLineJoin(0)
    canvas.setFillColor(colour_of(ink.fill))
    canvas.setStrokeColor(colour_of(ink.stroke))
    canvas.setLineWidth(ink.width * min(1.0, 0.3 + 0.7 * size / _FULL_SIZE))
    if hollow or absent:
        canvas.setDash(*(NOT_DONE if hollow else ABSENT))
    draw_outline(canvas, shape, x, y, size)
    if letter:
        _draw_letter(canvas, shape, x, y, size, letter, ink.letter)
    if absent:
        canvas.setDash()
        canvas.line(x - size / 2, y - size / 2, x + size / 2, y + size / 2)
    canvas.restoreState()


def draw_outline(canvas: Surface, shape: str, x: float, y: float, size: float) -> None:
    """Draw only the form of a shape around (x, y), y up, with the pen and fill of the canvas."""
    draw = _SHAPES.get(shape) or _draw_corners(shape)
    draw(canvas, x, y, size)


def _draw_letter(
    canvas: Surface, shape: str, x: float, y: float, size: float, letter: str, colour: str
) -> None:
    canvas.setFillColor(colour_of(colour))
    left = x - text_width(letter, _LETTER, True) / 2 - _LETTER_LEFT.get(shape, 0.0) * size
    down = _CAP_HEIGHT * _LETTER / 2 + _LETTER_DOWN.get(shape, 0.0) * size
    draw_text(canvas, left, y - down, letter, _LETTER, True)


def _draw_corners(shape: str) -> Callable[[Surface, float, float, float], None]:
    corners = _CORNERS[shape]

    def draw(canvas: Surface, x: float, y: float, size: float) -> None:
        path = closed_path(canvas, [(x + dx * size, y + dy * size) for dx, dy in corners])
        canvas.drawPath(path, stroke=1, fill=1)

    return draw


def closed_path(canvas: Surface, corners: Points) -> PDFPathObject:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    return path


def _draw_circle(canvas: Surface, x: float, y: float, size: float) -> None:
    canvas.circle(x, y, 0.467 * size, stroke=1, fill=1)


def _draw_double_circle(canvas: Surface, x: float, y: float, size: float) -> None:
    canvas.circle(x, y, 0.523 * size, stroke=1, fill=1)
    canvas.setLineWidth(0.3 * MM * min(1.0, size / _FULL_SIZE))
    canvas.circle(x, y, 0.39 * size, stroke=1, fill=1)


def _draw_half_circle(canvas: Surface, x: float, y: float, size: float) -> None:
    """A half circle on its flat side, with straight sides low down to make room for its letter."""
    radius, low = 0.5 * size, y - 0.42 * size
    path = canvas.beginPath()
    path.moveTo(x - radius, low)
    path.lineTo(x + radius, low)
    path.lineTo(x + radius, y - 0.08 * size)
    path.arcTo(x - radius, y - 0.58 * size, x + radius, y + 0.42 * size, 0, 180)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _draw_dot(
    canvas: Surface, x: float, y: float, size: float, colours: Colours, *, is_open: bool
) -> None:
    """The place of an event in a further lane; open for what did not happen."""
    canvas.saveState()
    canvas.setFillColor(colour_of(colours.paper if is_open else colours.ink))
    canvas.setStrokeColor(colour_of(colours.ink))
    canvas.setLineWidth(_THIN)
    canvas.circle(x, y, size / 2, stroke=1 if is_open else 0, fill=1)
    canvas.restoreState()


_SHAPES: dict[str, Callable[[Surface, float, float, float], None]] = {
    "circle": _draw_circle,
    "double_circle": _draw_double_circle,
    "half_circle": _draw_half_circle,
}


def draw_sign(
    canvas: Surface,
    mark: str,
    x: float,
    y: float,
    size: float,
    colour: str = "",
    *,
    colours: Colours = COLOURS,
) -> None:
    """Draw a sign around (x, y), y up; `colour` instead of ink for the box of '+' and '−'.

    Raises KeyError for a mark that has no drawing.
    """
    canvas.saveState()
    if mark in SIGN_PARTS:
        draw_parts(canvas, SIGN_PARTS[mark], x, y, size, colours.ink)
    elif mark == "risk":
        draw_shape(canvas, "triangle", x, y, size, colours=colours)
    elif mark in ("+", "−"):
        _draw_plus_or_minus(canvas, mark, x, y, size, colours, colour or colours.ink)
    else:
        {"divergence": _draw_divergence, "!": _draw_exclamation}[mark](canvas, x, y, size, colours)
    canvas.restoreState()


def _draw_plus_or_minus(
    canvas: Surface, mark: str, x: float, y: float, size: float, colours: Colours, colour: str
) -> None:
    canvas.setFillColor(colour_of(colours.paper))
    canvas.setStrokeColor(colour_of(colour))
    canvas.setLineWidth(0.08 * size)
    canvas.roundRect(x - size / 2, y - size / 2, size, size, 0.1 * size, stroke=1, fill=1)
    canvas.setLineWidth(0.135 * size)
    canvas.line(x - 0.27 * size, y, x + 0.27 * size, y)
    if mark == "+":
        canvas.line(x, y - 0.27 * size, x, y + 0.27 * size)


def _draw_exclamation(canvas: Surface, x: float, y: float, size: float, colours: Colours) -> None:
    canvas.setFillColor(colour_of(colours.ink))
    canvas.setStrokeColor(colour_of(colours.paper))
    canvas.roundRect(x - size / 2, y - size / 2, size, size, 0.12 * size, stroke=0, fill=1)
    canvas.setLineWidth(0.15 * size)
    canvas.line(x, y + 0.31 * size, x, y - 0.09 * size)
    canvas.setFillColor(colour_of(colours.paper))
    canvas.circle(x, y - 0.27 * size, 0.09 * size, stroke=0, fill=1)


def _draw_divergence(canvas: Surface, x: float, y: float, size: float, colours: Colours) -> None:
    """Two triangles that point away from each other."""
    canvas.setFillColor(colour_of(colours.ink))
    for side in (-1, 1):
        inner, outer, tall = x + side * 0.11 * size, x + side * 0.67 * size, 0.41 * size
        path = closed_path(canvas, [(inner, y + tall), (inner, y - tall), (outer, y)])
        canvas.drawPath(path, stroke=0, fill=1)


def draw_check(canvas: Surface, x: float, y: float, size: float, colour: str) -> None:
    """Draw a check mark around (x, y)."""
    canvas.saveState()
    canvas.setStrokeColor(colour_of(colour))
    canvas.setLineWidth(0.18 * size)
    path = canvas.beginPath()
    path.moveTo(x - 0.4 * size, y - 0.04 * size)
    path.lineTo(x - 0.11 * size, y - 0.34 * size)
    path.lineTo(x + 0.42 * size, y + 0.32 * size)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()
