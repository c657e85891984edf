"""How the bands of a line look on paper: their bars, and the points of the veiligheidscijfers."""

from __future__ import annotations

from hgkm_desktop.reports.writing.page_style import MM, Colours
from hgkm_desktop.reports.writing.shapes import Ink, draw_outline
from hgkm_desktop.reports.writing.surface import Surface, colour_of
from hgkm_desktop.timeline.display import Glyph

_WIDTH = 0.3 * MM
POINTS = ("score", "score_open", "score_ring")
_BARS = {
    "phase_direct": ("tint2", "accent"),
    "phase_risk": ("tint", "accent"),
    "phase_recovery": ("paper", "accent"),
    "regie": ("tint", "ink"),
    "regie_none": ("paper", "ink"),
    "regie_unclear": ("paper", "ink"),
}
BARS = tuple(_BARS)


def bar_ink(style: str, colours: Colours) -> Ink:
    """The ink of a bar in a band."""
    fill, stroke = (getattr(colours, name) for name in _BARS[style])
    return Ink(fill, stroke, colours.ink, _WIDTH)


def draw_point(canvas: Surface, glyph: Glyph, colours: Colours) -> None:
    """Draw a score around its place, y up: filled, outlined, or the ring around one."""
    canvas.saveState()
    canvas.setLineJoin(0)
    canvas.setStrokeColor(colour_of(colours.ink))
    canvas.setFillColor(colour_of(colours.ink if glyph.style == "score" else colours.paper))
    canvas.setLineWidth(_WIDTH)
    if glyph.style == "score_ring":
        canvas.circle(glyph.x, -glyph.y, glyph.size / 2, stroke=1, fill=0)
    else:
        draw_outline(canvas, glyph.shape, glyph.x, -glyph.y, glyph.size)
    canvas.restoreState()
