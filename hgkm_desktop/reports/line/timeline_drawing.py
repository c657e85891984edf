"""Painting of a timeline's display list on a page, in the colours and greys of paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.reports.line.band_drawing import BARS, POINTS, bar_ink, draw_point
from hgkm_desktop.reports.writing.elements import Element, owned
from hgkm_desktop.reports.writing.flowables import Piece
from hgkm_desktop.reports.writing.fonts import draw_text, fitted, text_width
from hgkm_desktop.reports.writing.page_style import COLOURS, DIMMED, MM, Colours
from hgkm_desktop.reports.writing.shapes import (
    ABSENT,
    NOT_DONE,
    Ink,
    closed_path,
    draw_shape,
    draw_sign,
    ink_of_shape,
)
from hgkm_desktop.reports.writing.surface import Surface, colour_of
from hgkm_desktop.timeline.display import (
    Anchor,
    DisplayList,
    Glyph,
    Line,
    Rect,
    Shape,
    Sign,
    Text,
)
from hgkm_desktop.timeline.metrics import PAPER, Metrics

_FLAT = ("lane", "lane_band", "selected", "selection", "strip")
_LANES = ("lane", "lane_band")
_BAR_WIDTH = 0.35 * MM
_SOFT_DASH = (0.8 * MM, 0.6 * MM)
_LINES = {
    "grid": ("grid", 0.2 * MM),
    "grid_year": ("edge", 0.3 * MM),
    "lane_edge": ("rule", 0.25 * MM),
    "axis_edge": ("ink", 0.35 * MM),
    "link": ("edge", 0.28 * MM),
    "t0": ("accent", 0.4 * MM),
    "law": ("soft", 0.35 * MM),
    "phase": ("edge", 0.25 * MM),
    "gap": ("edge", 0.25 * MM),
    "score": ("soft", 0.25 * MM),
    "score_days": ("soft", 0.25 * MM),
}
_DOTTED = ("gap", "score")
_ARROW_ROOM = 4 * MM
_LABELS = ("label", "label_absent", "bar_label")
_ON_LINES = ("label", "label_absent", "number")
_TEXTS = {
    "label": "ink",
    "label_absent": "ink",
    "bar_label": "ink",
    "number": "ink",
    "muted": "soft",
    "lane_name": "ink",
    "strip_name": "ink",
    "axis": "soft",
    "axis_year": "ink",
    "chip": "ink",
    "band": "ink",
    "band_name": "soft",
    "score": "ink",
    "t0": "accent",
    "law": "soft",
    "relative": "soft",
}


@dataclass(frozen=True, slots=True)
class Tile:
    """A stretch of a line, from `top` to `bottom`; `axis_shift` moves the axis under its lanes."""

    top: float
    bottom: float
    axis_shift: float | None = 0.0
    axis_height: float = 0.0

    @property
    def height(self) -> float:
        return self.bottom - self.top + self.axis_height


def lane_count(shown: DisplayList) -> int:
    """How many lanes a line has."""
    return sum(isinstance(s, Rect) and s.style in _LANES for s in shown.background)


def tiles(shown: DisplayList, room: float, metrics: Metrics) -> tuple[Tile, ...]:
    """The line cut into pieces no higher than `room`: whole lanes, then what has no date.

    A line that fits is one piece. Every piece with lanes gets the axis of time under them.
    """
    if shown.height <= room:
        return (Tile(0.0, shown.height),)
    lanes = [s for s in shown.background if isinstance(s, Rect) and s.style in _LANES]
    foot = max((lane.y + lane.h for lane in lanes), default=0.0)
    axis_height = shown.axis_height if lanes else 0.0
    pieces = _stretches([0.0, *(lane.y + lane.h for lane in lanes)], room - axis_height)
    found = [Tile(top, bottom, bottom - foot, axis_height) for top, bottom in pieces]
    if shown.height - found[-1].top <= room:
        return (*found[:-1], Tile(found[-1].top, shown.height))
    edges, y = [foot + axis_height], foot + axis_height + metrics.lane_pad
    while y + metrics.row_height < shown.height:
        y += metrics.row_height
        edges.append(y)
    if shown.height > edges[0]:
        loose = _stretches([*edges[:-1], shown.height], room)
        found += [Tile(top, bottom, None) for top, bottom in loose]
    return tuple(found)


def _stretches(edges: Sequence[float], room: float) -> list[tuple[float, float]]:
    """As few stretches between edges as fit in `room` each, and those about equally high."""
    fewest = len(_joined(edges, room))
    least = (edges[-1] - edges[0]) / fewest
    rooms = (least + (room - least) * step / 8 for step in range(9))
    tried = (_joined(edges, low) for low in rooms)
    return next((found for found in tried if len(found) == fewest), _joined(edges, room))


def _joined(edges: Sequence[float], room: float) -> list[tuple[float, float]]:
    """Neighbouring stretches between edges, joined as long as they fit in `room`."""
    found: list[tuple[float, float]] = []
    for top, bottom in pairwise(edges):
        if found and bottom - found[-1][0] <= room:
            found[-1] = (found[-1][0], bottom)
        else:
            found.append((top, bottom))
    return found


class LineDrawing(Piece):
    """A tile of a line as a piece of a page, that belongs to a figure of the structure."""

    def __init__(self, shown: DisplayList, tile: Tile, element: Element) -> None:
        super().__init__()
        self.shown, self.tile, self.element = shown, tile, element
        self.width, self.height = shown.width, tile.height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.element.box = self.canv.box(0, 0, self.width, self.height)
        self.canv.translate(0, self.height)
        with owned(self.canv, self.element):
            draw_line(self.canv, self.shown, self.tile)


def draw_line(canvas: Surface, shown: DisplayList, tile: Tile) -> None:
    """Draw a tile of a line down from the origin of the canvas."""
    body = tile.bottom - tile.top
    canvas.saveState()
    _clip(canvas, 0, -body, shown.width, body)
    canvas.translate(0, tile.top)
    draw_shapes(canvas, _in_tile(shown.background, tile))
    canvas.saveState()
    _clip(canvas, shown.lane_width, -tile.bottom, shown.width - shown.lane_width, body)
    plot = [_within(shape, shown.width) for shape in _in_tile(shown.plot, tile)]
    draw_shapes(canvas, plot)
    canvas.restoreState()
    draw_shapes(canvas, _in_tile(shown.lanes, tile))
    canvas.restoreState()
    if tile.axis_shift is not None:
        canvas.saveState()
        canvas.translate(0, tile.top - tile.axis_shift)
        draw_shapes(canvas, shown.axis)
        canvas.restoreState()


def _in_tile(shapes: Sequence[Shape], tile: Tile) -> list[Shape]:
    """The shapes of which something stands in the tile: nothing is written where nobody sees it."""
    found = []
    for shape in shapes:
        match shape:
            case Rect():
                top, bottom = shape.y, shape.y + shape.h
            case Line():
                top, bottom = min(shape.y1, shape.y2), max(shape.y1, shape.y2)
            case Glyph() | Text() | Sign():
                top = bottom = shape.y
        if top <= tile.bottom and bottom >= tile.top:
            found.append(shape)
    return found


def _within(shape: Shape, right: float) -> Shape:
    """A text shortened to end before the right edge; every other shape as it is."""
    if not isinstance(shape, Text) or shape.style not in _LABELS:
        return shape
    room = right - shape.x - (_ARROW_ROOM if shape.style == "bar_label" else 1 * MM)
    return shape._replace(text=fitted(shape.text, room, shape.size, shape.bold))


def _clip(canvas: Surface, x: float, y: float, width: float, height: float) -> None:
    path = canvas.beginPath()
    path.rect(x, y, width, height)
    canvas.clipPath(path, stroke=0, fill=0)


def draw_shapes(canvas: Surface, shapes: Sequence[Shape]) -> None:
    """Draw shapes whose y grows down from the origin of the canvas.

    Raises KeyError for a style, shape or sign that has no drawing.
    """
    for shape in shapes:
        colours = DIMMED if shape.dim else COLOURS
        match shape:
            case Rect():
                _draw_rect(canvas, shape, colours)
            case Glyph():
                _draw_glyph(canvas, shape, colours)
            case Text():
                _draw_text(canvas, shape, colours)
            case Line():
                _draw_line(canvas, shape, colours)
            case Sign():
                draw_sign(canvas, shape.mark, shape.x, -shape.y, shape.size, colours=colours)


def _draw_glyph(canvas: Surface, glyph: Glyph, colours: Colours) -> None:
    if glyph.style in POINTS:
        draw_point(canvas, glyph, colours)
        return
    draw_shape(
        canvas,
        glyph.shape,
        glyph.x,
        -glyph.y,
        glyph.size,
        glyph.letter,
        hollow=glyph.hollow,
        absent=glyph.absent,
        colours=colours,
    )


def _draw_text(canvas: Surface, text: Text, colours: Colours) -> None:
    x = text.x
    if text.anchor is not Anchor.START:
        wide = text_width(text.text, text.size, text.bold)
        x -= wide / 2 if text.anchor is Anchor.MIDDLE else wide
    if text.style in _ON_LINES:
        _clear(canvas, text, x, colours)
    canvas.setFillColor(colour_of(getattr(colours, _TEXTS[text.style])))
    draw_text(canvas, x, -text.y, text.text, text.size, text.bold)


def _clear(canvas: Surface, text: Text, x: float, colours: Colours) -> None:
    """Paper behind a text, so that no line of the grid runs through its letters."""
    wide, low = text_width(text.text, text.size, text.bold), 0.26 * text.size
    canvas.setFillColor(colour_of(colours.paper))
    canvas.rect(x, -text.y - low, wide, low + 0.8 * text.size, stroke=0, fill=1)


def _draw_line(canvas: Surface, line: Line, colours: Colours) -> None:
    name, width = _LINES[line.style]
    is_absent_link = line.dashed and line.style == "link" and not line.dim
    canvas.saveState()
    canvas.setStrokeColor(colour_of(colours.ink if is_absent_link else getattr(colours, name)))
    canvas.setLineWidth(width)
    if line.dashed:
        canvas.setDash(*(ABSENT if line.style in _DOTTED else NOT_DONE))
    canvas.line(line.x1, -line.y1, line.x2, -line.y2)
    canvas.restoreState()


def _draw_rect(canvas: Surface, rect: Rect, colours: Colours) -> None:
    if rect.style in _FLAT:
        canvas.setFillColor(colour_of(colours.paper))
        canvas.rect(rect.x, -rect.y - rect.h, rect.w, rect.h, stroke=0, fill=1)
    elif rect.style == "chip":
        canvas.setFillColor(colour_of(colours.paper))
        canvas.setStrokeColor(colour_of(colours.ink))
        canvas.setLineWidth(0.35 * MM)
        canvas.roundRect(rect.x, -rect.y - rect.h, rect.w, rect.h, rect.radius, stroke=1, fill=1)
    else:
        _draw_bar(canvas, rect, _bar_ink(rect, colours))


def _draw_bar(canvas: Surface, rect: Rect, ink: Ink) -> None:
    """A period or an uncertain moment: its fill, then an outline that is dashed where unsure."""
    low, high = -rect.y - rect.h, -rect.y
    right = rect.x + rect.w - (rect.h / 2 if rect.arrow else 0)
    canvas.saveState()
    canvas.setFillColor(colour_of(ink.fill))
    canvas.setStrokeColor(colour_of(ink.stroke))
    canvas.setLineWidth(ink.width)
    canvas.rect(rect.x, low, right - rect.x, rect.h, stroke=0, fill=1)
    unsure = rect.dashed or rect.hollow
    left_end, right_end = rect.x + rect.soft_left, right - rect.soft_right
    for y in (low, high):
        _edge(canvas, rect.x, y, left_end, y, dashed=True)
        _edge(canvas, left_end, y, right_end, y, dashed=unsure)
        _edge(canvas, right_end, y, right, y, dashed=True)
    _edge(canvas, rect.x, low, rect.x, high, dashed=unsure or rect.soft_left > 0)
    if rect.arrow:
        _draw_arrow_head(canvas, rect, right, ink)
    else:
        _edge(canvas, right, low, right, high, dashed=unsure or rect.soft_right > 0)
    canvas.restoreState()


def _bar_ink(rect: Rect, colours: Colours) -> Ink:
    """The ink of a bar; a band of an uncertain moment is grey."""
    if rect.style in BARS:
        return bar_ink(rect.style, colours)
    if rect.h < PAPER.bar_height * 0.9:
        return Ink(colours.paper, colours.edge, colours.ink, _BAR_WIDTH)
    ink = ink_of_shape(colours)[EventKind(rect.style).shape]
    if rect.hollow or ink.fill != colours.tint2:
        return Ink(colours.paper, colours.ink, colours.ink, _BAR_WIDTH)
    return Ink(ink.fill, ink.stroke, ink.letter, _BAR_WIDTH)


def _edge(canvas: Surface, x1: float, y1: float, x2: float, y2: float, *, dashed: bool) -> None:
    if (x1, y1) == (x2, y2) or x2 < x1:
        return
    canvas.setDash(*_SOFT_DASH) if dashed else canvas.setDash()
    canvas.line(x1, y1, x2, y2)


def _draw_arrow_head(canvas: Surface, rect: Rect, x: float, ink: Ink) -> None:
    canvas.setDash()
    canvas.setFillColor(colour_of(ink.stroke))
    middle, half = -rect.y - rect.h / 2, rect.h / 2 + 0.9 * MM
    corners = [(x, middle + half), (x + rect.h / 2, middle), (x, middle - half)]
    canvas.drawPath(closed_path(canvas, corners), stroke=0, fill=1)
