"""A sheet of paper: its size, and the marking and the foot that every page has."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.reports import page_style as style
from hgkm_desktop.reports.fonts import draw_text, fitted, text_width
from hgkm_desktop.reports.page_style import COLOURS, MM
from hgkm_desktop.reports.surface import colour_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the head and foot of a sheet stand; on a wide one the foot is one line."""

    size: tuple[float, float]
    side: float
    foot_rule: float
    signature_width: float
    disclaimer_at: tuple[float, float]
    disclaimer_width: float

    @property
    def right(self) -> float:
        return self.size[0] - self.side

    @property
    def full(self) -> float:
        """The width between the sides."""
        return self.size[0] - 2 * self.side


TALL = Sheet(
    style.PORTRAIT,
    style.SIDE,
    style.FOOT_RULE,
    signature_width=140 * MM,
    disclaimer_at=(0, style.LABEL.leading),
    disclaimer_width=style.FULL,
)
WIDE = Sheet(
    style.LANDSCAPE,
    style.WIDE_SIDE,
    style.WIDE_FOOT_RULE,
    signature_width=78 * MM,
    disclaimer_at=(82 * MM, 0),
    disclaimer_width=158 * MM,
)
WIDEST = Sheet(
    style.LANDSCAPE_A3,
    style.WIDE_SIDE,
    style.WIDE_FOOT_RULE,
    signature_width=120 * MM,
    disclaimer_at=(130 * MM, 0),
    disclaimer_width=220 * MM,
)


def draw_marking(canvas: Canvas, marking: str, sheet: Sheet) -> None:
    """What must not be missed, in a frame at the top right of every page."""
    if not marking:
        return
    size, high = style.SMALL.size, 5.4 * MM
    wide = text_width(marking, size, True) + 4 * MM
    x, y = sheet.right - wide, sheet.size[1] - style.MARKING_TOP - high
    canvas.setStrokeColor(colour_of(COLOURS.ink))
    canvas.setLineWidth(1)
    canvas.roundRect(x, y, wide, high, 1 * MM, stroke=1, fill=0)
    canvas.setFillColor(colour_of(COLOURS.ink))
    draw_text(canvas, x + 2 * MM, y + high / 2 - 0.34 * size, marking, size, True)


def draw_foot(
    canvas: Canvas, sheet: Sheet, signature: str, disclaimer: str, page: int, total: int
) -> None:
    """The signature, the disclaimer and the place of a page among `total`."""
    canvas.setStrokeColor(colour_of(COLOURS.rule))
    canvas.setLineWidth(style.HAIRLINE)
    canvas.line(sheet.side, sheet.foot_rule, sheet.right, sheet.foot_rule)
    size, base = style.LABEL.size, sheet.foot_rule - 1.2 * MM - style.LABEL.size
    canvas.setFillColor(colour_of(COLOURS.soft))
    draw_text(canvas, sheet.side, base, fitted(signature, sheet.signature_width, size), size, False)
    x, down = sheet.disclaimer_at
    said = fitted(disclaimer, sheet.disclaimer_width, size)
    draw_text(canvas, sheet.side + x, base - down, said, size, False)
    canvas.setFillColor(colour_of(COLOURS.ink))
    place = f"Pagina {page} van {total}"
    right = sheet.right - text_width(place, size, True)
    draw_text(canvas, right, base, place, size, True)
