"""The line on screen: a list view that paints the display list, by mouse and by keyboard alike."""

from __future__ import annotations

from datetime import date
from math import ceil

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QColor,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import month_text
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.timeline.captions import Widths
from hgkm_desktop.timeline.display import Chip, DisplayList
from hgkm_desktop.timeline.layout import SCREEN, ZOOM_STEP, LaneBy, Timeline, Window, zoom_at_most
from hgkm_desktop.ui.event_model import EventModel
from hgkm_desktop.ui.single_keys import wish_of
from hgkm_desktop.ui.theme import BASE_PIXELS, current_theme
from hgkm_desktop.ui.timeline_paint import TimelinePainter, measure

Index = QModelIndex | QPersistentModelIndex

LARGEST_ZOOM = 64.0
SMALLEST_ZOOM = ZOOM_STEP**-80
KEY_STEPS = 4
WHEEL_NOTCH = 120
NOTHING_YET = "Nog geen gebeurtenissen"
_LAST_DAY = date(9998, 12, 31).toordinal()
_Move = QAbstractItemView.CursorAction
_STEPS = {
    _Move.MoveLeft: -1,
    _Move.MovePrevious: -1,
    _Move.MoveRight: 1,
    _Move.MoveNext: 1,
}
_LANE_STEPS = {_Move.MoveUp: -1, _Move.MoveDown: 1}


class TimelineView(QListView):
    """The events of an `EventModel` on a line.

    Wishes: `open_requested(event id)`, `mark_requested(Mark)`, `turn_requested(1 to 9)` and
    `add_requested(date)`. `window_changed(Window)` tells which part of time is in view.
    """

    open_requested = Signal(str)
    mark_requested = Signal(object)
    turn_requested = Signal(int)
    add_requested = Signal(object)
    window_changed = Signal(object)

    def __init__(self, model: EventModel, parent: QWidget | None = None) -> None:
        # The base class calls the overrides below while it is being made.
        self._events: EventModel | None = None
        self._timeline: Timeline | None = None
        self._shown: DisplayList | None = None
        self._widths = Widths(measure)
        self._metrics = SCREEN
        self._lane_by = LaneBy.ORGANISATIE
        self._first, self._scale = 0.0, 1.0
        self._shows_all = True
        self._wheel = 0
        self._grip: tuple[QPoint, float, int] | None = None
        self._painter = TimelinePainter(current_theme())
        super().__init__(parent)
        self._set_up()
        self._events = model
        self.setModel(model)
        model.case_shown.connect(self._show_case)
        self.horizontalScrollBar().valueChanged.connect(self._pan_to)
        self.verticalScrollBar().valueChanged.connect(self._repaint_rows)
        self._scale_to_font()
        self._rebuild()

    def _set_up(self) -> None:
        self.setAccessibleName("Tijdlijn")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(
            "QListView { border: none; border-radius: 0; }"
            "QListView::corner { background: transparent; border: none; }"
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 160)

    # --- what is shown ------------------------------------------------------------------

    @property
    def lane_by(self) -> LaneBy:
        return self._lane_by

    def set_lane_by(self, lane_by: LaneBy) -> None:
        """Choose what the lanes are; the part of time in view stays."""
        if lane_by is not self._lane_by:
            self._lane_by = lane_by
            self._rebuild()
            self._reveal_current()

    def time_window(self) -> Window:
        """The part of time that is in view."""
        return Window(self._first, self._first + self._plot_width() / self._scale)

    def shown(self) -> DisplayList:
        """What is painted now."""
        if self._shown is None:
            top = float(self.verticalOffset())
            self._shown = self._line().at(
                self._first,
                self._scale,
                float(self.viewport().width()),
                self._current_id(),
                top=top,
                bottom=top + self.viewport().height(),
            )
        return self._shown

    @Slot()
    def show_all(self) -> None:
        """Show every event of the case."""
        self._shows_all = True
        first, scale = self._line().whole(self._plot_width())
        self._move(first, min(max(scale, SMALLEST_ZOOM), LARGEST_ZOOM))

    @Slot(int)
    def show_year(self, year: int) -> None:
        """Show one year, from January on."""
        start, end = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1
        self.show_days(start, end)

    def show_days(self, first: float, last: float) -> None:
        """Show these days (ordinals, `last` excluded), as large as they fit."""
        self._shows_all = False
        fitting = self._plot_width() / max(last - first, 1.0)
        scale = min(max(zoom_at_most(fitting), SMALLEST_ZOOM), LARGEST_ZOOM)
        self._move((first + last) / 2 - self._plot_width() / scale / 2, scale)

    @Slot()
    def zoom_in(self) -> None:
        self._zoom(KEY_STEPS, self._anchor())

    @Slot()
    def zoom_out(self) -> None:
        self._zoom(-KEY_STEPS, self._anchor())

    def _zoom(self, steps: int, x: float) -> None:
        """Zoom by steps around a place in the viewport, which keeps its day."""
        day = self._day_at(x)
        scale = zoom_at_most(self._scale * 1.001) * ZOOM_STEP**steps
        scale = min(max(scale, SMALLEST_ZOOM), LARGEST_ZOOM)
        self._shows_all = False
        self._move(day - (x - self._line().lane_width) / scale, scale)

    def _anchor(self) -> float:
        """Where to zoom: at the current event when it is in view, else in the middle."""
        left = self._line().lane_width
        rect = self.visualRect(self.currentIndex())
        inside = rect.isValid() and left <= rect.left() <= self.viewport().width()
        return float(rect.left()) if inside else left + self._plot_width() / 2

    def _move(self, first: float, scale: float) -> None:
        """Show from this day on, at this zoom, kept within reach of the case."""
        changed = scale != self._scale
        self._scale = scale
        low, high = self._reach()
        self._first = min(max(first, low), high)
        self._repaint_all()
        self.window_changed.emit(self.time_window())
        if changed:
            self._announce()

    def _reach(self) -> tuple[float, float]:
        """The first days that the left of the plot may stand at: the case and half a window."""
        reach = self._line().reach
        if reach is None:
            return self._first, self._first
        half = self._plot_width() / self._scale / 2
        return reach.first - half, max(reach.last, reach.first) - half

    def _line(self) -> Timeline:
        if self._timeline is None:
            case = self._events.case if self._events is not None else None
            self._timeline = Timeline(
                case if case is not None else Case("", ""),
                lane_by=self._lane_by,
                metrics=self._metrics,
                measure=measure,
                widths=self._widths,
            )
        return self._timeline

    def _rebuild(self) -> None:
        self._timeline = None
        if self._shows_all:
            self.show_all()
        else:
            self._move(self._first, self._scale)

    @Slot(object, object)
    def _show_case(self, old: Case | None, new: Case | None) -> None:
        is_other = old is None or new is None or old.id != new.id
        self._shows_all = self._shows_all or is_other
        self._rebuild()
        self._reveal_current()

    def _reveal_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _current_id(self) -> str:
        index = self.currentIndex()
        if self._events is None or not 0 <= index.row() < self._events.rowCount():
            return ""
        return self._events.event_at(index.row()).id

    def _plot_width(self) -> float:
        return max(self.viewport().width() - self._line().lane_width, 50.0)

    def _day_at(self, x: float) -> float:
        return self._first + (x - self._line().lane_width) / self._scale

    def _repaint_all(self) -> None:
        self._shown = None
        self.updateGeometries()
        self.viewport().update()

    @Slot()
    def _repaint_rows(self) -> None:
        self._shown = None
        self.viewport().update()

    def _announce(self) -> None:
        if QAccessible.isActive() and self.hasFocus():
            first, last = self.time_window().first, self.time_window().last
            words = f"{_month_of(first)} tot en met {_month_of(last - 1)}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # --- what a list view asks ----------------------------------------------------------

    def doItemsLayout(self) -> None:
        """The layout of a list is never needed: `Timeline` is the layout."""

    def visualRect(self, index: Index) -> QRect:
        if self._events is None or not index.isValid():
            return QRect()
        event_id = self._events.event_at(index.row()).id
        for hit in self.shown().hits:
            if hit.event_id == event_id:
                return self._on_viewport(hit.x, hit.y, hit.w, hit.h)
        spot = self._line().spot(event_id, self._scale)
        if spot is None:
            return QRect()
        x = spot.x - self._first * self._scale + self._line().lane_width
        return self._on_viewport(x, spot.y, spot.w, spot.h)

    def _on_viewport(self, x: float, y: float, w: float, h: float) -> QRect:
        return QRectF(x, y - self.verticalOffset(), w, h).toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        if self._events is None or point.y() < self.shown().header_height:
            return QModelIndex()
        x, y = point.x(), point.y() + self.verticalOffset()
        for hit in reversed(self.shown().hits):
            if hit.x <= x < hit.x + hit.w and hit.y <= y < hit.y + hit.h:
                return self._events.index(self._events.row_of(hit.event_id), 0)
        return QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if self._events is None or not index.isValid():
            return
        rect = self.visualRect(index)
        if not rect.isValid():
            return
        self._reveal_in_time(self._events.event_at(index.row()).id)
        bar, top = self.verticalScrollBar(), round(self.shown().header_height)
        if rect.top() < top:
            bar.setValue(bar.value() - (top - rect.top()))
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + 4)

    def _reveal_in_time(self, event_id: str) -> None:
        """Pan as little as shows the start of an event and some of its label."""
        spot = self._line().spot(event_id, self._scale)
        if spot is None:
            return
        x, room = spot.x - self._first * self._scale, self._plot_width()
        wanted = min(spot.w, room * 0.4)
        covers = x < 0 and x + spot.w >= wanted
        if covers or (x >= 0 and x + wanted <= room):
            return
        self._shows_all = False
        self._move(
            (spot.x - (room * 0.1 if x < 0 else room * 0.9 - wanted)) / self._scale, self._scale
        )

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if self._events is None or not self._events.rowCount():
            return QModelIndex()
        last, row = self._events.rowCount() - 1, self.currentIndex().row()
        if action == _Move.MoveEnd:
            row = last
        elif action == _Move.MoveHome or row < 0:
            row = 0
        elif action in _STEPS:
            row = min(max(row + _STEPS[action], 0), last)
        elif action in _LANE_STEPS:
            step = _LANE_STEPS[action]
            row = self._events.row_of(self._line().nearest_in_lane(self._current_id(), step))
        return self._events.index(row, 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        rows = command | QItemSelectionModel.SelectionFlag.Rows
        if index.isValid():
            self.selectionModel().select(index, rows)
        else:
            self.selectionModel().select(QItemSelection(), rows)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def isIndexHidden(self, index: Index) -> bool:
        return index.column() != 0

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def updateGeometries(self) -> None:
        if self._events is None:
            return
        low, high = self._reach()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.blockSignals(True)
        across.setRange(0, max(ceil((high - low) * self._scale), 0))
        across.setPageStep(round(self._plot_width()))
        across.setSingleStep(40)
        across.setValue(round((self._first - low) * self._scale))
        across.blockSignals(False)
        down.setRange(0, max(ceil(self.shown().height) - self.viewport().height(), 0))
        down.setPageStep(self.viewport().height())
        down.setSingleStep(round(self._metrics.row_height))

    @Slot(int)
    def _pan_to(self, value: int) -> None:
        first = self._reach()[0] + value / self._scale
        if abs(first - self._first) * self._scale >= 0.5:
            self._shows_all = False
            self._move(first, self._scale)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell a screen reader which event has the focus; the list view would name the list."""
        self._shown = None
        QAbstractItemView.currentChanged(self, current, previous)
        self.viewport().update()
        if current.isValid() and self.hasFocus() and QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current.row())
            QAccessible.updateAccessibility(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    # --- painting -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, ratio = current_theme(), self.devicePixelRatioF()
        if self._painter.theme != theme or self._painter.ratio != ratio:
            self._painter = TimelinePainter(theme, ratio)
        view = self.viewport()
        with QPainter(view) as painter:
            self._painter.paint(painter, self.shown(), view.height(), self.verticalOffset())
            if self._events is None or not self._events.rowCount():
                painter.setPen(QColor(theme.ink3))
                painter.drawText(view.rect(), Qt.AlignmentFlag.AlignCenter, NOTHING_YET)
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(view.rect().adjusted(1, 1, -1, -1), 5, 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._shows_all:
            self.show_all()
        else:
            self._move(self._first, self._scale)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._scale_to_font()

    def _scale_to_font(self) -> None:
        """Let the whole line grow with the text size that the user has set."""
        factor = max(QFontInfo(self.font()).pixelSize() / BASE_PIXELS, 1.0)
        metrics = SCREEN.scaled(factor)
        if metrics != self._metrics:
            self._metrics = metrics
            self._rebuild()

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
            days = self._plot_width() * 0.8 / self._scale
            self._pan(days if event.key() == Qt.Key.Key_PageDown else -days)
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
        if self._current_id():
            self.open_requested.emit(self._current_id())

    def _pan(self, days: float) -> None:
        self._shows_all = False
        self._move(self._first + days, self._scale)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._wheel += turn.y() * 3
            steps = int(self._wheel / WHEEL_NOTCH)
            self._wheel -= steps * WHEEL_NOTCH
            if steps:
                self._zoom(steps, event.position().x())
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or abs(turn.x()) > abs(turn.y()):
            self._pan(-(turn.x() or turn.y()) / self._scale)
        elif self.verticalScrollBar().maximum():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - turn.y() // 2)
        else:
            self._pan(-turn.y() / self._scale)
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
            self._grip = (place, self._first, self.verticalOffset())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._grip is None:
            over = self._chip_at(event.position()) is not None or self.indexAt(place).isValid()
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        start, first, down = self._grip
        self._shows_all = False
        self._move(first - (place.x() - start.x()) / self._scale, self._scale)
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
        elif event.position().x() >= self._line().lane_width:
            day = min(max(int(self._day_at(event.position().x())), 1), _LAST_DAY)
            self.add_requested.emit(date.fromordinal(day))

    def _chip_at(self, place: QPointF) -> Chip | None:
        x, y = place.x(), place.y() + self.verticalOffset()
        for chip in self.shown().chips:
            if chip.x <= x < chip.x + chip.w and chip.y <= y < chip.y + chip.h:
                return chip
        return None

    def _open_chip(self, chip: Chip) -> None:
        """Zoom until there is room; where no zoom makes room, choose the first of the events."""
        if self._scale < LARGEST_ZOOM and chip.last - chip.first > 1.0:
            around = (chip.last - chip.first) / 2
            self.show_days(chip.first - around, chip.last + around)
        elif self._events is not None:
            row = self._events.row_of(chip.event_ids[0])
            self.setCurrentIndex(self._events.index(row, 0))


def _month_of(day: float) -> str:
    return month_text(date.fromordinal(min(max(int(day), 1), _LAST_DAY)))
