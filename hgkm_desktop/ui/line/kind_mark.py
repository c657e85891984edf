"""The shape of an event's kind and the signs of the line, as small pictures beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.records import Event
from hgkm_desktop.ui.line.shape_paths import shape_path
from hgkm_desktop.ui.line.sign_paint import SIGN_TOKENS, paint_sign
from hgkm_desktop.ui.line.timeline_paint import colour_of, font
from hgkm_desktop.ui.parts.theme import current_theme, scaled

SIDE = 24
SHAPE = 20
SIGN_SIDE = 18


class KindMark(QWidget):
    """Drawn as on the line: filled when it happened, dashed and hollow when it did not."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self._event = event
        self.setFixedSize(scaled(SIDE), scaled(SIDE))
        self.setAccessibleName(event.kind.label)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        colour, paper = colour_of(self._event.kind, theme), QColor(theme.card)
        happened = self._event.happened
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scaled(SIDE) / SIDE, scaled(SIDE) / SIDE)
            painter.translate(SIDE / 2, SIDE / 2)
            pen = QPen(colour, 1.5, Qt.PenStyle.SolidLine if happened else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(colour if happened else paper)
            painter.drawPath(shape_path(self._event.kind.shape, SHAPE))
            painter.setPen(paper if happened else colour)
            painter.setFont(font(11, True))
            box = QRectF(-SIDE / 2, -SIDE / 2, SIDE, SIDE)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._event.kind.letter)


class SignMark(QWidget):
    """A sign drawn as on the line; the words beside it say what it means."""

    def __init__(self, mark: str, size: float = 12) -> None:
        super().__init__()
        self._mark, self._size = mark, size
        self.setFixedSize(scaled(SIGN_SIDE), scaled(SIGN_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = QColor(getattr(current_theme(), SIGN_TOKENS.get(self._mark, "ink2")))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scaled(SIGN_SIDE) / SIGN_SIDE, scaled(SIGN_SIDE) / SIGN_SIDE)
            painter.translate(SIGN_SIDE / 2, SIGN_SIDE / 2)
            paint_sign(painter, self._mark, self._size, ink, font)
