"""The two lines of a branch under each other on one scale, to look at on screen or in a room."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.methods.branch_words import told_words
from hgkm_desktop.methods.branches import two_lines
from hgkm_desktop.models.exercise import Branch, Exercise
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import DisplayList
from hgkm_desktop.timeline.layout import SCREEN, Metrics, Timeline
from hgkm_desktop.ui.line.timeline_paint import TimelinePainter, measure
from hgkm_desktop.ui.parts.theme import current_theme, scaled

IN_ROOM = 24.0 / 12.0
"""The factor at which the smallest type, that of the axis, is 24 pixels."""
_LEAST_WIDTH, _MOST_ROWS = 400, 12


class BranchView(QWidget):
    """Both sides of a branch, with what they share once above them; as high as that needs.

    `factor` is how many times larger than on a page all is: `IN_ROOM` for a room. `set_branch`
    shows another value. `drawn(height)` says how many pixels high it has become.
    """

    drawn = Signal(int)

    def __init__(self, exercise: Exercise, branch: Branch, factor: float = 1.0) -> None:
        super().__init__()
        self._factor = factor
        self._exercise, self._branch = exercise, branch
        self._shown: DisplayList | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_branch(exercise, branch)

    def set_branch(self, exercise: Exercise, branch: Branch) -> None:
        """Show this branch; what is drawn is told to a screen reader in words."""
        self._exercise, self._branch = exercise, branch
        self.setAccessibleName("Twee lijnen onder elkaar")
        self.setAccessibleDescription(" ".join(told_words(exercise, branch)))
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is not None:
            with QPainter(self) as painter:
                paint = TimelinePainter(current_theme(), self.devicePixelRatioF())
                paint.paint(painter, self._shown, self._shown.height)

    def shown(self) -> DisplayList:
        """What is painted now."""
        if self._shown is None:
            self._shown = self._laid_out()
        return self._shown

    def _draw(self) -> None:
        self._shown = self._laid_out()
        self.updateGeometry()
        self.update()
        self.drawn.emit(self.sizeHint().height())

    def _laid_out(self) -> DisplayList:
        lines = two_lines(self._exercise, self._branch)
        choices = Choices(dimmed=lines.quiet, bands=frozenset())
        metrics = _metrics(max(self._factor, scaled(100) / 100))
        timeline = Timeline(lines.case, choices, metrics=metrics, measure=measure)
        wide = float(max(self.width(), _LEAST_WIDTH))
        first, scale = timeline.whole(wide - timeline.lane_width)
        return timeline.at(first, scale, wide)


def _metrics(factor: float) -> Metrics:
    """The sizes of the screen; larger ones keep more of the width for the lines themselves."""
    made = SCREEN.scaled(factor)
    if factor > 1.5:
        made = replace(
            made,
            lane_width=SCREEN.lane_width * 1.45,
            row_height=made.label_size * 1.45,
            header_height=made.axis_size * 2.7,
            name_size=made.label_size,
            glyph=made.label_size * 1.3,
        )
    return replace(made, max_rows=_MOST_ROWS, label_max=made.label_max * 1.6)
