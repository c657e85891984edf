"""The line under the hands of a user: choosing, panning and zooming, by mouse and by keys."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.dutch import month_text
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.timeline.display import Chip
from hgkm_desktop.timeline.sight import LARGEST_ZOOM
from hgkm_desktop.ui.event_model import EventModel
from hgkm_desktop.ui.single_keys import wish_of
from hgkm_desktop.ui.timeline_list import TimelineList

KEY_STEPS = 4
WHEEL_NOTCH = 120
_LAST_DAY = date(9998, 12, 31).toordinal()


class TimelineView(TimelineList):
    """The line with everything a user can do on it.

    Wishes: `open_requested(event id)`, `mark_requested(Mark)`, `turn_requested(1 to 9)` and
    `add_requested(date)`.
    """

    open_requested = Signal(str)
    mark_requested = Signal(object)
    turn_requested = Signal(int)
    add_requested = Signal(object)

    def __init__(self, model: EventModel, parent: QWidget | None = None) -> None:
        self._wheel = 0
        self._grip: tuple[QPoint, float, int] | None = None
        super().__init__(model, parent)
        self.setMouseTracking(True)

    # --- zooming ------------------------------------------------------------------------

    @Slot()
    def show_all(self) -> None:
        """Show every event of the case."""
        self.sight.show_all()
        self._after_zoom()

    @Slot(int)
    def show_year(self, year: int) -> None:
        """Show one year."""
        self.show_days(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())

    def show_days(self, first: float, last: float) -> None:
        """Show these days (ordinals, `last` excluded), as large as they fit."""
        self.sight.show_days(first, last)
        self._after_zoom()

    @Slot()
    def zoom_in(self) -> None:
        self.sight.zoom(KEY_STEPS, self._anchor())
        self._after_zoom()

    @Slot()
    def zoom_out(self) -> None:
        self.sight.zoom(-KEY_STEPS, self._anchor())
        self._after_zoom()

    def _anchor(self) -> float:
        """Where to zoom in the plot: at the current event when it is in view, else the middle."""
        rect = self.visualRect(self.currentIndex())
        x = rect.left() - self.plot_left()
        return float(x) if rect.isValid() and 0 <= x <= self.sight.room else self.sight.room / 2

    def _after_zoom(self) -> None:
        self.after_move()
        self._announce()

    def _announce(self) -> None:
        if QAccessible.isActive() and self.hasFocus():
            window = self.time_window
            words = f"{_month_of(window.first)} tot en met {_month_of(window.last - 1)}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # --- keys and mouse -----------------------------------------------------------------

    def keyboardSearch(self, search: str) -> None:
        """Typing never searches: single keys have meanings of their own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_of(event)
        if isinstance(wish, Mark):
            self.mark_requested.emit(wish)
        elif wish is not None:
            self.turn_requested.emit(wish)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            page = self.sight.room * 0.8
            self._pan(page if event.key() == Qt.Key.Key_PageDown else -page)
        elif event.text() in ("+", "="):
            self.zoom_in()
        elif event.text() == "-":
            self.zoom_out()
        elif event.text() == "0":
            self.show_all()
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open_current(self) -> None:
        if self.current_id():
            self.open_requested.emit(self.current_id())

    def _pan(self, length: float) -> None:
        self.sight.pan(length)
        self.after_move()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._wheel += turn.y() * 3
            steps = int(self._wheel / WHEEL_NOTCH)
            self._wheel -= steps * WHEEL_NOTCH
            if steps:
                self.sight.zoom(steps, event.position().x() - self.plot_left())
                self._after_zoom()
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or abs(turn.x()) > abs(turn.y()):
            self._pan(-(turn.x() or turn.y()))
        elif self.verticalScrollBar().maximum():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - turn.y() // 2)
        else:
            self._pan(-turn.y())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        place = event.position().toPoint()
        index = self.indexAt(place)
        chip = self._chip_at(event.position())
        if chip is not None:
            self._open_chip(chip)
        elif index.isValid():
            self.setCurrentIndex(index)
        else:
            self._grip = (place, self.sight.first, self.verticalOffset())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._grip is None:
            over = self._chip_at(event.position()) is not None or self.indexAt(place).isValid()
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        start, first, down = self._grip
        self.sight.begin_at(first - (place.x() - start.x()) / self.sight.scale)
        self.after_move()
        self.verticalScrollBar().setValue(down - (place.y() - start.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.viewport().unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._chip_at(event.position()) is not None:
            return
        if index.isValid():
            self._open_current()
        elif event.position().x() >= self.plot_left():
            day = self.sight.day_at(event.position().x() - self.plot_left())
            self.add_requested.emit(_date_of(day))

    def _chip_at(self, place: QPointF) -> Chip | None:
        x, y = place.x(), place.y() + self.verticalOffset()
        for chip in self.shown().chips:
            if chip.x <= x < chip.x + chip.w and chip.y <= y < chip.y + chip.h:
                return chip
        return None

    def _open_chip(self, chip: Chip) -> None:
        """Zoom until there is room; where no zoom makes room, choose the first of the events."""
        if self.sight.scale < LARGEST_ZOOM and chip.last - chip.first > 1.0:
            around = (chip.last - chip.first) / 2
            self.show_days(chip.first - around, chip.last + around)
        elif self.events is not None:
            row = self.events.row_of(chip.event_ids[0])
            self.setCurrentIndex(self.events.index(row, 0))


def _month_of(day: float) -> str:
    return month_text(_date_of(day))


def _date_of(day: float) -> date:
    return date.fromordinal(min(max(int(day), 1), _LAST_DAY))
