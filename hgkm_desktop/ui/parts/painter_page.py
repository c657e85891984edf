"""A page in the window on which charts are drawn as on paper, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from hgkm_desktop.ui.parts.theme import FONT_FAMILY

_CAPS = (Qt.PenCapStyle.FlatCap, Qt.PenCapStyle.RoundCap, Qt.PenCapStyle.SquareCap)
_DRAWN = 100  # pixels: letters are measured and drawn at this size, and then made smaller


@cache
def _font(is_bold: bool) -> QFont:
    font = QFont(FONT_FAMILY)
    font.setPixelSize(_DRAWN)
    font.setBold(is_bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def text_width(text: str, size: float, bold: bool) -> float:
    """How wide a text is, in the unit of its size."""
    return QFontMetricsF(_font(bold)).horizontalAdvance(text) * size / _DRAWN


class PainterPath:
    """A path with the names that a page of paper has for it."""

    def __init__(self) -> None:
        self.drawn = QPainterPath()

    def moveTo(self, x: float, y: float) -> None:
        self.drawn.moveTo(x, y)

    def lineTo(self, x: float, y: float) -> None:
        self.drawn.lineTo(x, y)

    def curveTo(self, *places: float) -> None:
        x1, y1, x2, y2, x3, y3 = places
        self.drawn.cubicTo(x1, y1, x2, y2, x3, y3)

    def close(self) -> None:
        self.drawn.closeSubpath()

    def rect(self, x: float, y: float, width: float, height: float) -> None:
        self.drawn.addRect(QRectF(x, y, width, height))


class PainterPage:
    """What a chart is painted on: y grows up from the foot, `scale` pixels are one point.

    `inks` gives the colour in the window for a colour on paper, both as '#rrggbb'.
    """

    def __init__(
        self, painter: QPainter, height: float, scale: float, inks: Mapping[str, str]
    ) -> None:
        """`height` is in pixels."""
        self._painter, self._inks = painter, inks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, height)
        painter.scale(scale, -scale)

    def _ink(self, r: float, g: float, b: float) -> QColor:
        name = QColor.fromRgbF(r, g, b).name()
        return QColor(self._inks.get(name, name))

    def saveState(self) -> None:
        self._painter.save()

    def restoreState(self) -> None:
        self._painter.restore()

    def translate(self, dx: float, dy: float, /) -> None:
        self._painter.translate(dx, dy)

    def rotate(self, degrees: float, /) -> None:
        self._painter.rotate(degrees)

    def setFillColorRGB(self, r: float, g: float, b: float, /) -> None:
        self._painter.setBrush(self._ink(r, g, b))

    def setStrokeColorRGB(self, r: float, g: float, b: float, /) -> None:
        pen = self._pen()
        pen.setColor(self._ink(r, g, b))
        self._painter.setPen(pen)

    def setLineWidth(self, width: float, /) -> None:
        pen = self._pen()
        pen.setWidthF(width)
        self._painter.setPen(pen)

    def setLineCap(self, mode: int, /) -> None:
        pen = self._pen()
        pen.setCapStyle(_CAPS[mode])
        self._painter.setPen(pen)

    def setDash(self, array: Sequence[float] = (), phase: float = 0, /) -> None:
        """Lengths are points, as on paper; without any the line is whole."""
        pen = self._pen()
        wide = pen.widthF() or 1.0
        pen.setStyle(Qt.PenStyle.SolidLine)
        if array:
            pen.setDashPattern([length / wide for length in array])
            pen.setDashOffset(phase / wide)
        self._painter.setPen(pen)

    def _pen(self) -> QPen:
        pen = QPen(self._painter.pen())
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        return pen

    def beginPath(self) -> PainterPath:
        return PainterPath()

    def drawPath(self, path: PainterPath, /, *, stroke: int, fill: int) -> None:
        if fill:
            self._painter.fillPath(path.drawn, self._painter.brush())
        if stroke:
            self._painter.strokePath(path.drawn, self._painter.pen())

    def clipPath(self, path: PainterPath, /, *, stroke: int, fill: int) -> None:
        self._painter.setClipPath(path.drawn, Qt.ClipOperation.IntersectClip)

    def write(self, x: float, y: float, text: str, size: float, bold: bool) -> None:
        """One line of text from x on the baseline y, in the colour that fills."""
        painter, small = self._painter, size / _DRAWN
        painter.save()
        painter.translate(x, y)
        painter.scale(small, -small)
        painter.setFont(_font(bold))
        painter.setPen(painter.brush().color())
        painter.drawText(QPointF(0, 0), text)
        painter.restore()
