"""A line that is drawn to look at: as wide as there is room, and as high as it needs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import DisplayList
from hgkm_desktop.timeline.layout import SCREEN, Timeline
from hgkm_desktop.ui.line.timeline_paint import TimelinePainter, measure
from hgkm_desktop.ui.parts import theme

_LEAST_WIDTH = 400


class LineView(QWidget):
    """The whole line of a case; what it shows is told to a screen reader in words.

    `drawn(height)` says how many pixels high it has become.
    """

    drawn = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._line: Case | None = None
        self._shown: DisplayList | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("De lijn, getekend")

    def show_line(self, line: Case) -> None:
        """Draw this line."""
        self._line = line
        number = numbers(line)
        told = [f"{number[e.id]} {e.start.text()} {e.title_in_full}" for e in in_order(line)]
        self.setAccessibleDescription(". ".join(told))
        self._draw()

    def sizeHint(self) -> QSize:
        high = self._shown.height if self._shown is not None else 0.0
        return QSize(_LEAST_WIDTH, int(high) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH // 2, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is not None:
            with QPainter(self) as painter:
                paint = TimelinePainter(theme.current_theme(), self.devicePixelRatioF())
                paint.paint(painter, self._shown, self._shown.height)

    def _draw(self) -> None:
        self._shown = None
        if self._line is not None and self._line.events:
            line = Timeline(self._line, Choices(), metrics=SCREEN, measure=measure)
            wide = float(max(self.width(), _LEAST_WIDTH))
            first, scale = line.whole(wide - line.lane_width)
            self._shown = line.at(first, scale, wide)
        self.updateGeometry()
        self.update()
        self.drawn.emit(self.sizeHint().height())
