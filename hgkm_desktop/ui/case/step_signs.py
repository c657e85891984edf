"""The sign of how far a step is, drawn: a tick, half a disc, an open ring, or a ring passed by."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QPushButton

from hgkm_desktop.methods.steps import StepState
from hgkm_desktop.ui.parts.text import plain
from hgkm_desktop.ui.parts.theme import current_theme, scaled

SIDE = 14
_PLACE = 13  # pixels from the left edge of a button to the middle of its sign
_EDGES = 16  # pixels beside the words of a button
_BEFORE_SIGNED, _AFTER_SIGNED = 22, 10  # and beside those that have a sign before them
_TICK = QPolygonF([QPointF(-5, 0.5), QPointF(-1.5, 4), QPointF(5, -4)])


def paint_step_sign(painter: QPainter, state: StepState, ink: QColor) -> None:
    """Paint the sign around (0, 0), 14 pixels high; each is another shape, whatever its colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.8))
    ring = QRectF(-4.5, -4.5, 9, 9)
    match state:
        case StepState.GEDAAN:
            painter.drawPolyline(_TICK)
        case StepState.DEELS:
            painter.drawEllipse(ring)
            painter.setBrush(ink)
            painter.drawPie(ring, 90 * 16, 180 * 16)
        case StepState.OPEN:
            painter.drawEllipse(ring)
        case StepState.OVERGESLAGEN:
            painter.setPen(QPen(ink, 1.6, Qt.PenStyle.DotLine))
            painter.drawEllipse(ring)
            painter.setPen(QPen(ink, 1.8))
            painter.drawLine(QPointF(-6, 6), QPointF(6, -6))


def step_icon(state: StepState, ratio: float) -> QIcon:
    """The sign as an icon of a list, as fine as the screen (`ratio` pixels to one)."""
    side = scaled(SIDE)
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(side / 2, side / 2)
        painter.scale(side / SIDE, side / SIDE)
        paint_step_sign(painter, state, QColor(current_theme().ink2))
    return QIcon(pixmap)


class StepButton(QPushButton):
    """A step of the bar: its number and name, and the sign of how far it is where it has one."""

    def __init__(self, words: str) -> None:
        super().__init__(plain(words))
        self._words = words
        self._state: StepState | None = None
        self.setProperty("nav", True)
        self.setProperty("step", True)
        self.setCheckable(True)
        self.setAutoDefault(True)

    def show_state(self, state: StepState | None) -> None:
        """Show how far the step is; None for a page that is no step of the method."""
        was_signed, self._state = self._state is not None, state
        if was_signed != (state is not None):
            self.setProperty("signed", not was_signed)
            self.style().polish(self)
            self.updateGeometry()
        self.setAccessibleName(f"{self._words}, {state.label}" if state is not None else "")
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._words)
        around = _EDGES if self._state is None else scaled(_BEFORE_SIGNED) + _AFTER_SIGNED
        return QSize(words + around, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._state is None:
            return
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(scaled(_PLACE), self.height() / 2)
            painter.scale(scaled(SIDE) / SIDE, scaled(SIDE) / SIDE)
            ink = theme.accent if self.isChecked() else theme.ink2
            paint_step_sign(painter, self._state, QColor(ink))
