"""A sheet of paper: its size, and the marking and the foot that every page has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.elements import Element, owned
from hgkm_desktop.reports.writing.fonts import clean, draw_text, fitted, text_width
from hgkm_desktop.reports.writing.page_style import COLOURS, MM, Type
from hgkm_desktop.reports.writing.surface import Surface, colour_of
from hgkm_desktop.reports.writing.tagged_canvas import TaggedCanvas

# What stands at the head or foot of every page, and is read once.
MARKING, DISCLAIMER = "marking", "disclaimer"
LABEL, TITLE, NOTE, DATES, SELECTION = "label", "title", "note", "dates", "selection"
ORGANISATION = "organisation"
_PLACE_WIDTH, _PLACE_HEIGHT = 200, 10


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


def draw_said(
    canvas: Surface,
    element: Element | None,
    place: tuple[float, float],
    text: str,
    width: float,
    look: Type,
) -> None:
    """Draw one line, cut where it is wider than `width`; the element says all of it."""
    shown = fitted(text, width, look.size, look.bold)
    if element is not None and shown != clean(text):
        element.spoken = clean(text)
    with owned(canvas, element):
        draw_text(canvas, *place, shown, look.size, look.bold)


def draw_marking(
    canvas: Surface, marking: str, sheet: Sheet, element: Element | None = None
) -> None:
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
    with owned(canvas, element):
        draw_text(canvas, x + 2 * MM, y + high / 2 - 0.34 * size, marking, size, True)


def draw_foot(
    canvas: TaggedCanvas,
    sheet: Sheet,
    signature: str,
    disclaimer: str,
    page: int,
    element: Element | None = None,
) -> None:
    """The signature, the disclaimer (what `element` says) and the place of a page among all."""
    canvas.setStrokeColor(colour_of(COLOURS.rule))
    canvas.setLineWidth(style.HAIRLINE)
    canvas.line(sheet.side, sheet.foot_rule, sheet.right, sheet.foot_rule)
    size, base = style.LABEL.size, sheet.foot_rule - 1.2 * MM - style.LABEL.size
    canvas.setFillColor(colour_of(COLOURS.soft))
    draw_text(canvas, sheet.side, base, fitted(signature, sheet.signature_width, size), size, False)
    x, down = sheet.disclaimer_at
    place = (sheet.side + x, base - down)
    draw_said(canvas, element, place, disclaimer, sheet.disclaimer_width, style.LABEL)
    canvas.saveState()
    canvas.translate(sheet.right, base)
    canvas.doForm(_place_name(page))
    canvas.restoreState()


def _place_name(page: int) -> str:
    return f"pagina-{page}"


class NumberedCanvas(TaggedCanvas):
    """A canvas whose structure is in `root`, and that numbers its pages when all are made."""

    def __init__(self, *args: Any, root: Element, **looks: Any) -> None:  # noqa: ANN401 (a Canvas)
        super().__init__(*args, **looks)
        self.root = root

    def save(self) -> None:
        _write_places(self)
        super().save()


def _write_places(canvas: TaggedCanvas) -> None:
    """Write the place of each page among all: how many there are is known when all are made."""
    total, size = canvas.getPageNumber() - 1, style.LABEL.size
    for page in range(1, total + 1):
        place = f"Pagina {page} van {total}"
        canvas.beginForm(_place_name(page), -_PLACE_WIDTH, -_PLACE_HEIGHT, 0, _PLACE_HEIGHT)
        canvas.setFillColor(colour_of(COLOURS.ink))
        draw_text(canvas, -text_width(place, size, True), 0, place, size, True)
        canvas.endForm()
