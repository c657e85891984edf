"""Painting of the signs on a line with QPainter, each around (0, 0)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from hgkm_desktop.timeline.signs import SIGN_PARTS, Area, Letter, Part, Ring, Stroke
from hgkm_desktop.ui.line.shape_paths import apart_path, shape_path

SIGN_TOKENS = {"+": "good", "−": "bad", "!": "risk", "risk": "risk"}
"""The colours of signs that have one of their own."""

Font = Callable[[float, bool], QFont]
_CAP_HEIGHT = 0.668  # of the size of the type
_ACROSS, _DOWN = Stroke(((-0.3, 0), (0.3, 0)), 0.18), Stroke(((0, -0.3), (0, 0.3)), 0.18)
_WEDGE = Area(((-0.12, -0.46), (0.12, -0.46), (0.08, 0.14), (-0.08, 0.14)))
_DOT = Area(((-0.11, 0.24), (0.11, 0.24), (0.11, 0.46), (-0.11, 0.46)))
_PARTS: dict[str, tuple[Part, ...]] = {
    **SIGN_PARTS,
    "+": (_ACROSS, _DOWN),
    "−": (_ACROSS,),
    "!": (_WEDGE, _DOT),
}


def paint_sign(painter: QPainter, mark: str, size: float, ink: QColor, font: Font) -> None:
    """Paint one sign in one colour; `font` gives the typeface of the line at a size."""
    if mark in _PARTS:
        _parts(painter, _PARTS[mark], size, ink, font)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    is_risk = mark == "risk"
    painter.drawPath(shape_path("triangle", size * 0.8) if is_risk else apart_path(size))


def _parts(painter: QPainter, parts: Sequence[Part], size: float, ink: QColor, font: Font) -> None:
    for part in parts:
        match part:
            case Area(corners):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink)
                painter.drawPolygon(_scaled(corners, size))
            case Stroke(points, width, closed):
                painter.setPen(QPen(ink, width * size))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                line = _scaled(points, size)
                painter.drawPolygon(line) if closed else painter.drawPolyline(line)
            case Ring(radius, width):
                painter.setPen(QPen(ink, width * size))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(0, 0), radius * size, radius * size)
            case Letter(text, type_size):
                _letter(painter, text, type_size * size, ink, font)


def _letter(painter: QPainter, text: str, size: float, ink: QColor, font: Font) -> None:
    painter.setFont(font(size, True))
    painter.setPen(ink)
    wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
    painter.drawText(QPointF(-wide / 2, size * _CAP_HEIGHT / 2), text)


def _scaled(points: Sequence[tuple[float, float]], size: float) -> QPolygonF:
    return QPolygonF([QPointF(x * size, y * size) for x, y in points])
