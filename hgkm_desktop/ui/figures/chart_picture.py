"""A chart of figures in the window, drawn as on paper; told in words to who does not see it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from hgkm_desktop.figures.figure_chart import FigureChart
from hgkm_desktop.ui.parts.painter_page import PainterPage, text_width
from hgkm_desktop.ui.parts.theme import current_theme, scaled

_POINTS, _PIXELS = 8.5, 13.0  # the small type of a chart, and that of the window at 100%
_LEAST_WIDE, _LEAST_HIGH = 300, 240
_WIDE, _HIGH = 620, 340
_EDGE = 6  # pixels around the chart


class ChartPicture(QLabel):
    """Tab goes to it, so that its words can be heard; what it shows is read in the table beside it.

    It is drawn anew for another chart, size, theme or size of text.
    """

    def __init__(self) -> None:
        super().__init__()
        self._chart: FigureChart | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Grafiek")

    @property
    def chart(self) -> FigureChart | None:
        """What is drawn."""
        return self._chart

    def show_chart(self, chart: FigureChart, told: str) -> None:
        """Draw this; `told` says the same in words."""
        is_other, self._chart = chart != self._chart, chart
        if self.accessibleDescription() != told:
            self.setAccessibleDescription(told)
        if is_other:
            self._draw()

    def sizeHint(self) -> QSize:
        return QSize(scaled(_WIDE), scaled(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_LEAST_WIDE), scaled(_LEAST_HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()  # text may have another size, and colours differ
            self._draw()

    def _draw(self) -> None:
        if self._chart is None or self.width() <= 2 * _EDGE or self.height() <= 2 * _EDGE:
            return
        from hgkm_desktop.figures.drawing import GRID, INK, SOFT  # matplotlib: only with a chart
        from hgkm_desktop.figures.figure_drawing import draw_figures

        theme, scale = current_theme(), scaled(_PIXELS) / _POINTS
        inks = {INK: theme.ink, SOFT: theme.ink2, GRID: theme.line, "#ffffff": theme.card}
        wide, high = self.width() - 2 * _EDGE, self.height() - 2 * _EDGE
        sheet = QPixmap(self.size() * self.devicePixelRatioF())
        sheet.setDevicePixelRatio(self.devicePixelRatioF())
        sheet.fill(QColor(theme.card))
        painter = QPainter(sheet)
        painter.translate(_EDGE, _EDGE)
        page = PainterPage(painter, high, scale, inks)
        draw_figures(
            self._chart,
            page,
            wide / scale,
            high / scale,
            accent=theme.accent,
            measure=text_width,
            write=page.write,
        )
        painter.end()
        self.setPixmap(sheet)

    # --- the keyboard is here ---------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, has_keyboard = current_theme(), self.hasFocus()
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.accent if has_keyboard else theme.line), 1 + has_keyboard))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
