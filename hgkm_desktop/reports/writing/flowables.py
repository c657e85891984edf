"""The smallest pieces of a page: words, signs, tags, boxes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paraparser import ParaFrag

from hgkm_desktop.reports.content import Run, Tone
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.broken_words import Words, of_stretches
from hgkm_desktop.reports.writing.elements import Element, owned
from hgkm_desktop.reports.writing.fonts import (
    BOLD,
    BOX,
    ITALIC,
    REGULAR,
    draw_text,
    font_name,
    pieces,
    text_width,
)
from hgkm_desktop.reports.writing.page_style import COLOURS, MM, Type
from hgkm_desktop.reports.writing.shapes import draw_check, draw_sign
from hgkm_desktop.reports.writing.surface import colour_of
from hgkm_desktop.reports.writing.tagged_canvas import TaggedCanvas

ENDLESS = 1e6
_SIGN = 4 * MM
_FIRST_LINE_MIDDLE = 7.2
_MOST_BALANCED = 6  # lines
_TAG_PAD, _TAG_DOWN = 1.6 * MM, 3.5
_FONTS = {Tone.NAMED: ITALIC, Tone.TYPED: BOLD}


class Piece(Flowable):
    """A piece of a page that is painted on a canvas with a structure.

    Where it is only tried, its size is all that counts, and painting takes long.
    """

    canv: TaggedCanvas

    def drawOn(  # noqa: N802 (reportlab's own name)
        self,
        canvas: Any,  # noqa: ANN401 (reportlab promises no more than a Canvas)
        x: float,
        y: float,
        _sW: float = 0,  # noqa: N803 (reportlab's own name)
    ) -> None:
        if not canvas.is_tried:
            super().drawOn(canvas, x, y)


def words(
    runs: Sequence[Run],
    look: Type,
    colour: str = COLOURS.ink,
    *,
    strong: str = "",
    element: Element | None = None,
) -> Words:
    """The runs as one paragraph; strong words have the colour `strong` when it is given."""
    pieces_of = (_of_run(run, look, colour, strong or colour) for run in runs)
    return _paragraph([piece for found in pieces_of for piece in found], look, colour, element)


def plain(
    text: str, look: Type, colour: str = COLOURS.ink, *, element: Element | None = None
) -> Words:
    """A text as one paragraph."""
    stretches = _stretches(text, font_name(look.bold), look.size, colour)
    return _paragraph(stretches, look, colour, element)


def _paragraph(
    stretches: list[ParaFrag], look: Type, colour: str, element: Element | None
) -> Words:
    """A paragraph of stretches that are ready: what was typed is never read as markup."""
    return of_stretches(stretches, _paragraph_style(look, colour), element)


def _of_run(run: Run, look: Type, colour: str, strong: str) -> list[ParaFrag]:
    if run.tone is Tone.ASIDE:
        return _stretches(run.text, REGULAR, min(look.size, style.SMALL.size), COLOURS.soft)
    if run.tone is Tone.STRONG:
        return _stretches(run.text, BOLD, look.size, strong)
    font = _FONTS.get(run.tone) or font_name(look.bold)
    return _stretches(run.text, font, look.size, colour)


def _stretches(text: str, font: str, size: float, colour: str) -> list[ParaFrag]:
    return [
        ParaFrag(
            text=stretch,
            fontName=font if fits else BOX,
            fontSize=size,
            textColor=colour_of(colour),
            rise=0,
            link=[],
            us_lines=[],
        )
        for fits, stretch in pieces(text)
    ]


@lru_cache(maxsize=64)
def _paragraph_style(look: Type, colour: str) -> ParagraphStyle:
    return ParagraphStyle(
        f"{look.size}{look.bold}{colour}",
        fontName=font_name(look.bold),
        fontSize=look.size,
        leading=look.leading,
        textColor=colour_of(colour),
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )


class SignMark(Piece):
    """The sign of a beleving, level with the first line of the text beside it."""

    def __init__(self, mark: str, element: Element | None = None) -> None:
        super().__init__()
        self.mark, self.element = mark, element

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.height = style.BODY.leading
        return _SIGN, self.height

    def draw(self) -> None:
        middle = self.height - _FIRST_LINE_MIDDLE
        with owned(self.canv, self.element):
            draw_sign(self.canv, self.mark, _SIGN / 2, middle, 0.93 * _SIGN, COLOURS.accent)


class Apart(Piece):
    """Two triangles that point away from each other: these two saw it differently."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, style.BODY.leading
        return width, self.height

    def draw(self) -> None:
        draw_sign(
            self.canv, "divergence", self.width / 2, self.height - _FIRST_LINE_MIDDLE, 4.2 * MM
        )


class Tags(Piece):
    """The names of readers who must act, each as a solid tag and a paragraph in `element`."""

    def __init__(self, names: Sequence[str], element: Element) -> None:
        super().__init__()
        self.names = tuple((name, element.put(Element("P"))) for name in names)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.height = len(self.names) * (style.BODY.leading + 2) - 2
        return width, self.height

    def draw(self) -> None:
        size = style.BODY.size
        for place, (name, element) in enumerate(self.names):
            base = self.height - place * (style.BODY.leading + 2) - size
            wide = text_width(name, size, True) + 2 * _TAG_PAD
            self.canv.setFillColor(colour_of(COLOURS.accent))
            self.canv.roundRect(
                0, base - _TAG_DOWN, wide, style.BODY.leading, 0.8 * MM, stroke=0, fill=1
            )
            self.canv.setFillColor(colour_of(COLOURS.paper))
            with owned(self.canv, element):
                draw_text(self.canv, _TAG_PAD, base, name, size, True)


class Boxed(Piece):
    """A paragraph in a dashed box: something is missing here, and that is no accident."""

    def __init__(self, paragraph: Paragraph, *, pad: float = 1.8 * MM) -> None:
        super().__init__()
        self.paragraph, self.pad = paragraph, pad

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, tall = self.paragraph.wrap(width - 2 * self.pad, ENDLESS)
        self.width, self.height = width, tall + 2 * self.pad - 2
        return width, self.height

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(colour_of(COLOURS.edge))
        self.canv.setLineWidth(0.8)
        self.canv.setDash(2.4, 1.8)
        self.canv.roundRect(0, 0, self.width, self.height, 0.8 * MM, stroke=1, fill=0)
        self.canv.restoreState()
        self.paragraph.drawOn(self.canv, self.pad, self.pad - 0.6)


class Pill(Piece):
    """The state of a case in an outline, with a check mark when it may be shared."""

    def __init__(self, text: str, *, checked: bool = False, element: Element | None = None) -> None:
        super().__init__()
        self.text, self.checked, self.element = text, checked, element

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.room = 4.4 * MM if self.checked else 0
        self.width = text_width(self.text, style.SMALL.size, True) + self.room + 4 * MM
        self.height = 5.4 * MM
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(colour_of(COLOURS.accent))
        self.canv.setLineWidth(1)
        self.canv.roundRect(0, 0, self.width, self.height, 1 * MM, stroke=1, fill=0)
        if self.checked:
            draw_check(self.canv, 3.4 * MM, self.height / 2, 3 * MM, COLOURS.accent)
        self.canv.setFillColor(colour_of(COLOURS.accent))
        base = self.height / 2 - 0.34 * style.SMALL.size
        with owned(self.canv, self.element):
            draw_text(self.canv, 2 * MM + self.room, base, self.text, style.SMALL.size, True)


class Stack(Piece):
    """Pieces under one another, that stay together."""

    def __init__(self, parts: Sequence[Flowable]) -> None:
        super().__init__()
        self.parts = tuple(parts)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        tall = [part.wrap(width, ENDLESS)[1] for part in self.parts]
        self.width, self.height = width, sum(tall)
        return width, self.height

    def drawOn(  # noqa: N802 (reportlab's own name)
        self,
        canvas: Any,  # noqa: ANN401 (reportlab promises no more than a Canvas)
        x: float,
        y: float,
        _sW: float = 0,  # noqa: N803 (reportlab's own name)
    ) -> None:
        top = y + self.height
        for part in self.parts:
            top -= part.height
            part.drawOn(canvas, x, top)


class AccentBar(Piece):
    """The bar that a document opens with."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, style.ACCENT_BAR
        return width, self.height

    def draw(self) -> None:
        self.canv.setFillColor(colour_of(COLOURS.accent))
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)


class Balanced(Piece):
    """A title whose lines are about equally long."""

    def __init__(self, text: str, look: Type, element: Element | None = None) -> None:
        super().__init__()
        self.paragraph = plain(text, look, element=element)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        _, self.height = self.paragraph.wrap(width, ENDLESS)
        if self.height > _MOST_BALANCED * self.paragraph.style.leading:
            return width, self.height
        narrow = width
        while narrow > width / 2 and self.paragraph.wrap(narrow - 6, ENDLESS)[1] == self.height:
            narrow -= 6
        self.paragraph.wrap(narrow, ENDLESS)
        return width, self.height

    def draw(self) -> None:
        self.paragraph.drawOn(self.canv, 0, 0)

    def split(self, width: float, height: float) -> list[Flowable]:
        return list(self.paragraph.split(width, height))


class Gap(Piece):
    """White of a given height."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, self.height

    def draw(self) -> None:
        """Nothing: it is white."""


class WritingLine(Gap):
    """White to write in, with a line under it."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        return width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(colour_of(COLOURS.edge))
        self.canv.setLineWidth(style.HAIRLINE)
        self.canv.line(0, 0, self.width, 0)


class Underlined(Piece):
    """A paragraph with a firm line under its end, as wide as its column."""

    def __init__(self, paragraph: Flowable) -> None:
        super().__init__()
        self.paragraph = paragraph

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.paragraph.wrap(width, ENDLESS)[1] + 1 * MM
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = self.paragraph.split(width, height - 1 * MM)
        if len(parts) < 2:
            self.paragraph.wrap(width, ENDLESS)  # one that was asked to split may lose its lines
            return []
        return [parts[0], Underlined(parts[1])]

    def draw(self) -> None:
        self.paragraph.drawOn(self.canv, 0, 1 * MM)
        self.canv.setStrokeColor(colour_of(COLOURS.ink))
        self.canv.setLineWidth(1)
        self.canv.line(0, 0, self.width, 0)
