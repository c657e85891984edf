"""What shapes are drawn on: the part of reportlab's canvas that a picture of ours has too."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Protocol

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.pathobject import PDFPathObject

from hgkm_desktop.reports.writing.elements import Element


@lru_cache(maxsize=64)
def colour_of(code: str) -> Color:
    """The colour '#rrggbb' as reportlab knows it; each is read once."""
    return HexColor(code)


class TextLine(Protocol):
    """A line of text that is being written."""

    def setFont(self, name: str, size: float, /) -> None: ...

    def textOut(self, text: str, /) -> None: ...


class Surface(Protocol):
    """A page or a picture: y grows up, lengths are points; names and meaning as in reportlab.

    `owner` is the element of the structure that is painted; None for decoration.
    """

    owner: Element | None

    def saveState(self) -> None: ...

    def restoreState(self) -> None: ...

    def translate(self, dx: float, dy: float, /) -> None: ...

    def setFillColor(self, colour: Color, /) -> None: ...

    def setStrokeColor(self, colour: Color, /) -> None: ...

    def setLineWidth(self, width: float, /) -> None: ...

    def setLineJoin(self, mode: int, /) -> None: ...

    def setDash(self, array: tuple[float, ...] | float = ..., phase: float = ..., /) -> None: ...

    def line(self, x1: float, y1: float, x2: float, y2: float, /) -> None: ...

    def rect(
        self, x: float, y: float, width: float, height: float, /, *, stroke: int, fill: int
    ) -> None: ...

    def roundRect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        radius: float,
        /,
        *,
        stroke: int,
        fill: int,
    ) -> None: ...

    def circle(self, x: float, y: float, r: float, /, *, stroke: int, fill: int) -> None: ...

    def beginPath(self) -> PDFPathObject: ...

    def drawPath(self, path: PDFPathObject, /, *, stroke: int, fill: int) -> None: ...

    def clipPath(self, path: PDFPathObject, /, *, stroke: int, fill: int) -> None: ...

    def beginText(self, x: float, y: float, /) -> Any: ...

    def drawText(self, line: Any, /) -> None: ...
