"""The line under the hands of a user: everything that can be done on it by keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMetaObject,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from hgkm_desktop.models.dutch import month_text
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.ui.line.event_model import EventModel
from hgkm_desktop.ui.line.event_selection import selection_of
from hgkm_desktop.ui.line.timeline_mouse import TimelineMouse, date_of
from hgkm_desktop.ui.parts.single_keys import wish_of
from hgkm_desktop.ui.parts.spoken import announce, tell_focus

KEY_STEPS = 4
_LEAST_DAYS = 14.0
_ROOM_AT_RIGHT = 0.4  # for the labels of what is shown, as a part of its days
_Key = Qt.Key
_Flag = QItemSelectionModel.SelectionFlag
_Move = QAbstractItemView.CursorAction
_MOVES = {
    _Key.Key_Left: _Move.MoveLeft,
    _Key.Key_Right: _Move.MoveRight,
    _Key.Key_Up: _Move.MoveUp,
    _Key.Key_Down: _Move.MoveDown,
    _Key.Key_Home: _Move.MoveHome,
    _Key.Key_End: _Move.MoveEnd,
}
_STEPS = {
    _Move.MoveLeft: -1,
    _Move.MovePrevious: -1,
    _Move.MoveRight: 1,
    _Move.MoveNext: 1,
}
_LANE_STEPS = {_Move.MoveUp: -1, _Move.MoveDown: 1}
_ZOOMS = {"+": "in", "=": "in", "-": "out", "0": "whole", "j": "year", "s": "selection"}


class TimelineView(TimelineMouse):
    """The line with everything a user can do on it.

    Wishes, besides those of the mouse: `mark_requested(Mark)` and `turn_requested(1 to 9)`.
    """

    mark_requested = Signal(object)
    turn_requested = Signal(int)

    def __init__(self, model: EventModel, parent: QWidget | None = None) -> None:
        self._anchor_id = ""
        super().__init__(model, parent)

    # --- zooming ------------------------------------------------------------------------

    @Slot(str)
    def zoom(self, wish: str) -> None:
        """'whole', 'year' (of the current event), 'selection', 'in' or 'out'."""
        if wish == "whole":
            self.show_all()
        elif wish == "in":
            self.zoom_in()
        elif wish == "out":
            self.zoom_out()
        elif wish == "year":
            self.show_year(self._year())
        else:
            self.show_events(self.selected_ids())

    def _year(self) -> int:
        """The year of the current event, or else the one in the middle of what is in view."""
        index = self.currentIndex()
        if self.events is not None and index.isValid():
            start = self.events.event_at(index.row()).start
            if start.is_known:
                return start.middle.year
        window = self.time_window
        return date_of((window.first + window.last) / 2).year

    @Slot()
    def show_all(self) -> None:
        """Show every event of the case, from where it was first seen."""
        self.sight.show_all()
        self.after_zoom()
        self.to_start()

    def show_year(self, year: int) -> None:
        """Show one year."""
        year = min(max(year, 1), 9997)
        self.show_days(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())

    def show_events(self, event_ids: Iterable[str]) -> None:
        """Show all these events with room for their labels; nothing changes without a date."""
        wanted = set(event_ids)
        chosen = [e for e in (self.events.line() if self.events else ()) if e.id in wanted]
        dated = [e for e in chosen if e.start.is_known]
        if not dated:
            return
        first = min(e.start.earliest for e in dated).toordinal()
        last = max((e.end if e.end is not None else e.start).latest for e in dated).toordinal() + 1
        days = max(last - first, _LEAST_DAYS)
        middle = (first + last) / 2
        self.show_days(middle - days * 0.6, middle + days * (0.6 + _ROOM_AT_RIGHT))

    @Slot()
    def zoom_in(self) -> None:
        self.sight.zoom(KEY_STEPS, self._anchor())
        self.after_zoom()

    @Slot()
    def zoom_out(self) -> None:
        self.sight.zoom(-KEY_STEPS, self._anchor())
        self.after_zoom()

    def _anchor(self) -> float:
        """Where to zoom in the plot: at the current event when it is in view, else the middle."""
        rect = self.visualRect(self.currentIndex())
        x = rect.left() - self.plot_left()
        return float(x) if rect.isValid() and 0 <= x <= self.sight.room else self.sight.room / 2

    def after_zoom(self) -> None:
        super().after_zoom()
        if self.hasFocus():
            window = self.time_window
            announce(self, f"{_month_of(window.first)} tot en met {_month_of(window.last - 1)}")

    # --- keys ---------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Only after this does Qt tell that the list has the focus; the event is to be heard last.
        QMetaObject.invokeMethod(self, "_tell_focus", Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _tell_focus(self) -> None:
        tell_focus(self)

    def keyboardSearch(self, search: str) -> None:
        """Typing never searches: single keys have meanings of their own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_of(event)
        if event.key() == _Key.Key_Escape and self.is_dragging():
            self.let_go()
        elif isinstance(wish, Mark):
            self.mark_requested.emit(wish)
        elif wish is not None:
            self.turn_requested.emit(wish)
        elif event.key() in (_Key.Key_Return, _Key.Key_Enter):
            self._open_current()
        elif event.key() in (_Key.Key_PageUp, _Key.Key_PageDown):
            page = self.sight.room * 0.8
            self.pan(page if event.key() == _Key.Key_PageDown else -page)
        elif event.text().lower() in _ZOOMS and not event.isAutoRepeat():
            self.zoom(_ZOOMS[event.text().lower()])
        elif event.key() in _MOVES and self._moves(event):
            event.accept()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._choose_all(self.ids_in_time())
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _moves(self, event: QKeyEvent) -> bool:
        """Move with Shift, which chooses all between, or with Ctrl, which chooses nothing."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers not in (
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.ControlModifier,
        ):
            return False
        index = self.moveCursor(_MOVES[_Key(event.key())], modifiers)
        if not index.isValid() or self.events is None:
            return True
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.choose_up_to(self.events.event_at(index.row()).id)
        else:
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        return True

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if self.events is None or not self.events.rowCount():
            return QModelIndex()
        here = self.current_id()
        if action in _LANE_STEPS and here:
            wanted = self.sight.timeline.nearest_in_lane(here, _LANE_STEPS[action])
            if wanted == here and action == _Move.MoveUp:
                self.verticalScrollBar().setValue(0)  # there are only bands above it
            return self.events.index(self.events.row_of(wanted), 0)
        ids = self.ids_in_time()
        if not ids:
            return QModelIndex()
        place = ids.index(here) if here in ids else -1
        if action == _Move.MoveEnd:
            place = len(ids) - 1
        elif action == _Move.MoveHome or place < 0:
            place = 0
        else:
            place = min(max(place + _STEPS.get(action, 0), 0), len(ids) - 1)
        return self.events.index(self.events.row_of(ids[place]), 0)

    def choose_up_to(self, event_id: str) -> None:
        """Choose everything in time between where choosing began and this event."""
        if self.events is None:
            return
        ids = self.ids_in_time()
        if self._anchor_id not in ids or self._anchor_id not in self.selected_ids():
            self._anchor_id = self.current_id() or event_id
        first, last = sorted((ids.index(self._anchor_id), ids.index(event_id)))
        here = self.events.index(self.events.row_of(event_id), 0)
        self.selectionModel().setCurrentIndex(here, _Flag.NoUpdate)
        self._choose_all(ids[first : last + 1])

    def _choose_all(self, ids: Sequence[str]) -> None:
        if self.events is not None:
            rows = map(self.events.row_of, ids)
            chosen = selection_of(self.events, rows)
            self.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if len(self.selected_ids()) <= 1:
            self._anchor_id = self.current_id()

    def _open_current(self) -> None:
        """Open the current event; one that is counted with others is given room first."""
        event_id = self.current_id()
        if not event_id:
            return
        for chip in self.shown().chips:
            if event_id in chip.event_ids and self.makes_room(chip):
                self.open_chip(chip)
                return
        self.open_requested.emit(event_id)


def _month_of(day: float) -> str:
    return month_text(date_of(day))
