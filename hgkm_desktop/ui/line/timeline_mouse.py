"""The line under the mouse: choosing, panning, zooming with the wheel, and dragging events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.records import Event
from hgkm_desktop.timeline.display import BandHit, Chip, Hit
from hgkm_desktop.timeline.sight import LARGEST_ZOOM
from hgkm_desktop.ui.line.drag_ghost import paint_ghost
from hgkm_desktop.ui.line.event_model import EventModel
from hgkm_desktop.ui.line.event_words import when_in_words
from hgkm_desktop.ui.line.timeline_drag import Drag, Part
from hgkm_desktop.ui.line.timeline_list import TimelineList

WHEEL_NOTCH = 120
_END_REACH = 7  # pixels within which the end of a period is taken hold of
_LEAST_GHOST = 20.0
NOT_HERE = "Hier loslaten verandert niets."
_LAST_DAY = date(9998, 12, 31).toordinal()
_Modifier = Qt.KeyboardModifier
_Shift = Qt.KeyboardModifier.ShiftModifier
_Flag = QItemSelectionModel.SelectionFlag
_Place = TypeVar("_Place", Hit, Chip, BandHit)


class TimelineMouse(TimelineList):
    """The line as it answers to a mouse.

    Wishes: `open_requested(event id)`, `add_requested(date)`, `fold_requested(lane key)`,
    `lane_menu_requested(lane key, place on the screen)`, `menu_requested(place on the screen)`,
    `day_menu_requested(date, place on the screen)` where nothing stands,
    `record_requested(id)` of what is drawn in a band, `list_requested(ids, place)` to choose one
    of those in a count, and `moved(label, events)` after a drag,
    or `refused(sentence)`.
    """

    open_requested = Signal(str)
    add_requested = Signal(object)
    fold_requested = Signal(str)
    lane_menu_requested = Signal(str, QPoint)
    menu_requested = Signal(QPoint)
    day_menu_requested = Signal(object, QPoint)
    record_requested = Signal(str)
    list_requested = Signal(object, QPoint)
    moved = Signal(str, object)
    refused = Signal(str)

    def __init__(self, model: EventModel, parent: QWidget | None = None) -> None:
        self._wheel = 0
        self._grip: tuple[QPoint, float, int] | None = None
        self._pressed: tuple[QPoint, Hit] | None = None
        self._drag: Drag | None = None
        self._opened_chip = False
        self._pointer = QPointF()
        super().__init__(model, parent)
        self.setMouseTracking(True)
        # What is held is of the case as it was: letting go after an edit would undo that edit.
        model.case_shown.connect(self.let_go)
        model.modelReset.connect(self.let_go)

    # --- zooming and panning --------------------------------------------------------------

    def after_zoom(self) -> None:
        self.after_move()

    def pan(self, length: float) -> None:
        """Move the part of time in view by a length in pixels, later when positive."""
        self.sight.pan(length)
        self.after_move()

    def show_days(self, first: float, last: float) -> None:
        """Show these days (ordinals, `last` excluded), as large as they fit."""
        self.sight.show_days(first, last)
        self.after_zoom()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        modifiers = event.modifiers()
        if modifiers & _Modifier.ControlModifier:
            self._wheel += turn.y() * 3
            steps = int(self._wheel / WHEEL_NOTCH)
            self._wheel -= steps * WHEEL_NOTCH
            if steps:
                self.sight.zoom(steps, event.position().x() - self.plot_left())
                self.after_zoom()
        elif modifiers & _Shift or abs(turn.x()) > abs(turn.y()):
            self.pan(-(turn.x() or turn.y()))
        elif self.verticalScrollBar().maximum():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - turn.y() // 2)
        else:
            self.pan(-turn.y())
        event.accept()

    # --- pressing, moving, letting go -----------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.RightButton:
            self.let_go()  # a menu takes the release that would end a drag
            if (hit := self._hit_at(event.position())) is not None:
                self._choose(hit.event_id, _Modifier.NoModifier)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        hit, chip = self._hit_at(event.position()), self._chip_at(event.position())
        self._opened_chip = chip is not None
        if chip is not None:
            self.open_chip(chip)
        elif hit is not None:
            self._choose(hit.event_id, event.modifiers())
            self._pressed = (place, hit)
        elif record := self._record_at(event.position()):
            self.record_requested.emit(record)
        elif lane := self._lane_name_at(event.position()):
            self.fold_requested.emit(lane)
        else:
            self._grip = (place, self.sight.first, self.verticalOffset())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._pointer = event.position()
        if not event.buttons() & Qt.MouseButton.LeftButton and self._is_holding():
            self.let_go()
        elif self._drag is not None:
            self.viewport().update()
        elif self._pressed is not None:
            self._begin_drag(place)
        elif self._grip is not None:
            start, first, down = self._grip
            self.sight.begin_at(first - (place.x() - start.x()) / self.sight.scale)
            self.after_move()
            self.verticalScrollBar().setValue(down - (place.y() - start.y()))
        else:
            self.viewport().setCursor(self._cursor_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        drag, pressed, day = self._drag, self._pressed, self._day_at(event.position())
        self.let_go()
        if drag is not None:
            if self._is_over_line(event.position()):
                self._drop(drag, day)
        elif pressed is not None and not event.modifiers() & (_Modifier.ControlModifier | _Shift):
            self._choose_alone(pressed[1].event_id)

    def _is_over_line(self, place: QPointF) -> bool:
        """False where letting go moves nothing: outside the line."""
        return QRectF(self.viewport().rect()).contains(place)

    def _drop(self, drag: Drag, day: float) -> None:
        try:
            events = drag.at(day)
        except BadInput as error:
            self.refused.emit(error.sentence)
            return
        if events != drag.events:
            self.moved.emit(drag.part.value, events)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            self.mousePressEvent(event)  # the second press of another button is but a press
            return
        self.let_go()
        hit = self._hit_at(event.position())
        if self._opened_chip or self._chip_at(event.position()) is not None:
            return  # it has made room already: what is there now was not what was clicked
        if hit is not None:
            self.open_requested.emit(hit.event_id)
        elif event.position().x() >= self.plot_left() and not self._record_at(event.position()):
            self.add_requested.emit(date_of(self._day_at(event.position())))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what is there; none where nothing is, for it would be of another event."""
        view, place = self.viewport(), QPointF(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            if self.currentIndex().isValid():
                rect = self.visualRect(self.currentIndex()).intersected(view.rect())
                self.menu_requested.emit(view.mapToGlobal(rect.center()))
        elif lane := self._lane_name_at(place):
            self.lane_menu_requested.emit(lane, event.globalPos())
        elif self._hit_at(place) is not None:
            self.menu_requested.emit(event.globalPos())
        elif record := self._record_at(place):
            self.record_requested.emit(record)
        elif place.x() >= self.plot_left():
            day = date_of(self._day_at(place))
            self.day_menu_requested.emit(day, event.globalPos())

    def _choose(self, event_id: str, modifiers: Qt.KeyboardModifier) -> None:
        """Choose an event: alone, or with Ctrl beside the others, or with Shift all between.

        One of several that are chosen leaves them chosen: all of them may be dragged.
        """
        if self.events is None:
            return
        index = self.events.index(self.events.row_of(event_id), 0)
        if modifiers & _Modifier.ControlModifier:
            self.selectionModel().setCurrentIndex(index, _Flag.Toggle | _Flag.Rows)
        elif modifiers & _Shift:
            self.choose_up_to(event_id)
        elif self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        else:
            self._choose_alone(event_id)

    def _choose_alone(self, event_id: str) -> None:
        if self.events is not None:
            index = self.events.index(self.events.row_of(event_id), 0)
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)

    # --- dragging -------------------------------------------------------------------------

    def is_dragging(self) -> bool:
        return self._drag is not None

    def _is_holding(self) -> bool:
        return any(held is not None for held in (self._grip, self._pressed, self._drag))

    @Slot()
    def let_go(self) -> None:
        """End what the mouse held, without moving anything."""
        self._grip, self._pressed, self._drag = None, None, None
        self.viewport().unsetCursor()
        self.viewport().update()

    def _begin_drag(self, place: QPoint) -> None:
        """Take up the chosen events, or one end of a period, once the mouse really moves."""
        if self._pressed is None or self.events is None or self.events.document.is_read_only:
            return
        start, hit = self._pressed
        if abs(place.x() - start.x()) < QApplication.startDragDistance():
            return
        held = self.events.event_at(self.events.row_of(hit.event_id))
        if not held.start.is_known:
            return
        part = self._part_at(QPointF(start), hit, held)
        others = self._others_of(held) if part is Part.WHOLE else ()
        self._drag = Drag((held, *others), part, self._day_at(QPointF(start)))
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)

    def _others_of(self, held: Event) -> tuple[Event, ...]:
        chosen = self.selected_ids() - {held.id}
        events = self.events.line() if self.events is not None else ()
        return tuple(e for e in events if e.id in chosen and e.start.is_known)

    def _part_at(self, place: QPointF, hit: Hit, event: Event) -> Part:
        """Which part of an event is at a place: the ends are those of a bar, if it is drawn."""
        if event.end is None or self._lane_at(hit.y + hit.h / 2) in self.choices.folded:
            return Part.WHOLE
        first = self._x_of(event.start.earliest.toordinal())
        last = self._x_of(event.end.latest.toordinal() + 1)
        reach = min(_END_REACH, (last - first) / 4)  # a short bar keeps a middle to move it by
        if abs(place.x() - last) <= reach:
            return Part.END
        return Part.START if abs(place.x() - first) <= reach else Part.WHOLE

    def _cursor_at(self, place: QPointF) -> Qt.CursorShape:
        hit = self._hit_at(place)
        if hit is not None and self.events is not None and not self.events.document.is_read_only:
            event = self.events.event_at(self.events.row_of(hit.event_id))
            if self._part_at(place, hit, event) is not Part.WHOLE:
                return Qt.CursorShape.SizeHorCursor
        over = hit is not None or self._chip_at(place) or self._record_at(place)
        if over or self._lane_name_at(place):
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.ArrowCursor

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drag is not None:
            with QPainter(self.viewport()) as painter:
                self._paint_drag(painter, self._drag)

    def _paint_drag(self, painter: QPainter, drag: Drag) -> None:
        """Where the event comes to stand, and the date that this gives it in words."""
        try:
            moved = drag.held_at(self._day_at(self._pointer))
            words = when_in_words(moved)
        except BadInput as error:
            moved, words = drag.events[0], error.sentence
        if not self._is_over_line(self._pointer):
            moved, words = drag.events[0], NOT_HERE
        rect = self.visualRect(self.currentIndex())
        left = self._x_of(moved.start.earliest.toordinal())
        end = moved.end if moved.end is not None else moved.start
        right = self._x_of(end.latest.toordinal() + 1)
        thin = max(_LEAST_GHOST - (right - left), 0) / 2
        ghost = QRectF(left - thin, rect.top(), right - left + 2 * thin, rect.height())
        paint_ghost(painter, ghost, words, self.plot_left(), self.viewport().width() - 4)

    # --- what is where --------------------------------------------------------------------

    def indexAt(self, point: QPoint) -> QModelIndex:
        hit = self._hit_at(QPointF(point))
        if self.events is None or hit is None:
            return QModelIndex()
        return self.events.index(self.events.row_of(hit.event_id), 0)

    def _x_of(self, day: float) -> float:
        return self.plot_left() + (day - self.sight.first) * self.sight.scale

    def _day_at(self, place: QPointF) -> float:
        return self.sight.day_at(place.x() - self.plot_left())

    def _hit_at(self, place: QPointF) -> Hit | None:
        return self._under_header(self.shown().hits, place)

    def _under_header(self, places: Sequence[_Place], place: QPointF) -> _Place | None:
        """What is at a place of that which scrolls away under the header."""
        if place.y() < self.shown().header_height:
            return None
        return _uppermost(places, place.x(), place.y() + self.verticalOffset())

    def _record_at(self, place: QPointF) -> str:
        """The id of what is drawn in a band at a place; empty when there is nothing."""
        down = self.verticalOffset() if place.y() >= self.shown().header_height else 0
        hit = _uppermost(self.shown().band_hits, place.x(), place.y() + down)
        return hit.record_id if hit is not None else ""

    def _lane_name_at(self, place: QPointF) -> str:
        """The key of the lane whose name is at a place; empty when there is none."""
        if place.x() >= self.plot_left() or place.y() < self.shown().header_height:
            return ""
        return self._lane_at(place.y() + self.verticalOffset())

    def _lane_at(self, y: float) -> str:
        """The key of the lane at a height in the line; empty when there is none."""
        return next((h.key for h in self.shown().lane_hits if h.y <= y < h.y + h.h), "")

    def _chip_at(self, place: QPointF) -> Chip | None:
        return self._under_header(self.shown().chips, place)

    def open_chip(self, chip: Chip) -> None:
        """Zoom until there is room; where no zoom makes room, ask which of the events."""
        if self.makes_room(chip):
            around = (chip.last - chip.first) / 2
            self.show_days(chip.first - around, chip.last + around)
        else:
            place = QPoint(round(chip.x), round(chip.y + chip.h - self.verticalOffset()))
            self.list_requested.emit(chip.event_ids, self.viewport().mapToGlobal(place))

    def makes_room(self, chip: Chip) -> bool:
        """True when zooming can set the events of a count apart; never for those of one day."""
        if self.events is None or self.sight.scale >= LARGEST_ZOOM:
            return False
        starts = (self.events.event_at(self.events.row_of(i)).start for i in chip.event_ids)
        return len({start.middle for start in starts if start.is_known}) > 1

    def choose_up_to(self, event_id: str) -> None:
        """Choose everything in time between where choosing began and this event."""
        raise NotImplementedError


def _uppermost(places: Sequence[_Place], x: float, y: float) -> _Place | None:
    """The last painted of these that is at a point."""
    for one in reversed(places):
        if one.x <= x < one.x + one.w and one.y <= y < one.y + one.h:
            return one
    return None


def date_of(day: float) -> date:
    return date.fromordinal(min(max(int(day), 1), _LAST_DAY))
