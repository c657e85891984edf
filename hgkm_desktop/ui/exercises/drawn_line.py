"""A line that is drawn to look at: as wide as there is room, and as high as it needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.timeline.display import DisplayList
from hgkm_desktop.timeline.layout import Timeline
from hgkm_desktop.ui.line.timeline_paint import TimelinePainter
from hgkm_desktop.ui.parts.theme import current_theme, scaled

_LEAST_WIDTH = 400


class DrawnLine(QWidget):
    """Nothing can be chosen in it. It is drawn anew at another width or size of text.

    `drawn(height)` says how many pixels high it has become. What it shows is told to a screen
    reader in words, by the name and description that each kind gives it.
    """

    drawn = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._drawing: DisplayList | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def line_at(self, factor: float) -> Timeline | None:
        """What to draw, with every length of the screen times `factor`; None for nothing."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw what there is now."""
        line, self._drawing = self.line_at(scaled(100) / 100), None
        if line is not None:
            wide = float(max(self.width(), _LEAST_WIDTH))
            first, scale = line.whole(wide - line.lane_width)
            self._drawing = line.at(first, scale, wide)
        self.updateGeometry()
        self.update()
        self.drawn.emit(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        high = self._drawing.height if self._drawing is not None else 0.0
        return QSize(_LEAST_WIDTH, int(high) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH // 2, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is not None:
            with QPainter(self) as painter:
                paint = TimelinePainter(current_theme(), self.devicePixelRatioF())
                paint.paint(painter, self._drawing, self._drawing.height)
