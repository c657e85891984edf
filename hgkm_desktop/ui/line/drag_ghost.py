"""The outline of where a dragged event comes to stand, with the date that it then has."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from hgkm_desktop.ui.parts.theme import current_theme

_ROOM_ABOVE = 60.0  # of the axis, which the words must not hide


def paint_ghost(painter: QPainter, ghost: QRectF, words: str, least: float, most: float) -> None:
    """Paint the outline, and the words in a box above it, or below where there is no room.

    The box begins at `least` or after it and ends before `most`, both in pixels.
    """
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(ghost, 4, 4)
    metrics = QFontMetricsF(painter.font())
    wide, high = metrics.horizontalAdvance(words) + 20, metrics.height() + 10
    x = min(max(ghost.left(), least), most - wide)
    has_room = ghost.top() > high + _ROOM_ABOVE
    box = QRectF(x, ghost.top() - high - 6 if has_room else ghost.bottom() + 6, wide, high)
    painter.setPen(QPen(QColor(theme.accent), 1))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(QColor(theme.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
