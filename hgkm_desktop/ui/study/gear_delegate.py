"""How one radertje looks on the board: a wheel as large as it weighed, and an eye for sight."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from hgkm_desktop.models.in_depth import Radertje
from hgkm_desktop.models.terms import Answer, Influence, Pull
from hgkm_desktop.ui.line.sign_paint import paint_sign
from hgkm_desktop.ui.line.timeline_paint import font
from hgkm_desktop.ui.parts.record_delegate import ABOVE, SIDE, RecordDelegate
from hgkm_desktop.ui.parts.theme import current_theme, scaled

_ROOM = 64  # pixels before the words
_LEAST_HEIGHT = 92
_ACROSS = {
    Influence.ONBEKEND: 26,
    Influence.KLEIN: 26,
    Influence.MIDDEL: 40,
    Influence.GROOT: 54,
}
_TEETH = 8
_EYE = 22


class GearDelegate(RecordDelegate):
    """Paints the radertje before its words; the words say all that the drawing shows."""

    @property
    def left(self) -> int:
        return SIDE + scaled(_ROOM)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), scaled(_LEAST_HEIGHT)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        radertje = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(radertje, Radertje):
            return
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grown = scaled(100) / 100
        painter.translate(rect.left() + SIDE + scaled(_ROOM - 8) / 2, rect.top() + ABOVE)
        painter.scale(grown, grown)
        _paint_wheel(painter, radertje)
        _paint_eye(painter, radertje.in_sight)
        painter.restore()


def _paint_wheel(painter: QPainter, radertje: Radertje) -> None:
    """The wheel, with its centre 27 below the top: dashed when nobody said how much it weighed."""
    theme = current_theme()
    colour = QColor(theme.good if radertje.pull is Pull.HIELP else theme.bad)
    unsaid = radertje.influence is Influence.ONBEKEND
    painter.save()
    painter.translate(0, 27)
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DashLine if unsaid else Qt.PenStyle.SolidLine))
    painter.setBrush(QColor(theme.card) if unsaid else colour)
    size = _ACROSS[radertje.influence]
    painter.drawPath(_wheel(size))
    ink = colour if unsaid else QColor(theme.card)
    paint_sign(painter, radertje.pull.sign, size * 0.6, ink, font)
    painter.restore()


def _wheel(size: float) -> QPainterPath:
    """A wheel with teeth around (0, 0)."""
    outer, inner, step = size / 2, size * 0.4, 2 * pi / _TEETH
    path = QPainterPath()
    for tooth in range(_TEETH):
        for part, radius in ((-0.32, inner), (-0.2, outer), (0.2, outer), (0.32, inner)):
            angle = (tooth + part) * step
            point = QPointF(radius * cos(angle), radius * sin(angle))
            if path.elementCount():
                path.lineTo(point)
            else:
                path.moveTo(point)
    path.closeSubpath()
    return path


def _paint_eye(painter: QPainter, in_sight: Answer) -> None:
    """An eye: open for ja, struck through for nee, with a question mark for onbekend."""
    ink = QColor(current_theme().ink2)
    painter.translate(0, 68)
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half, high = _EYE / 2, _EYE * 0.42
    eye = QPainterPath(QPointF(-half, 0))
    eye.quadTo(QPointF(0, -2 * high * 0.8), QPointF(half, 0))
    eye.quadTo(QPointF(0, 2 * high * 0.8), QPointF(-half, 0))
    painter.drawPath(eye)
    if in_sight is Answer.ONBEKEND:
        paint_sign(painter, "suspected", 10, ink, font)
        return
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(-3, -3, 6, 6))
    if in_sight is Answer.NEE:
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QPointF(-half, high), QPointF(half, -high))
