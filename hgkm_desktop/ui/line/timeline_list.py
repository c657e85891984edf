"""The line as a list view: where each event is, how it is read out, and the painting of it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.timeline.captions import Widths
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import DisplayList
from hgkm_desktop.timeline.lanes import Lane
from hgkm_desktop.timeline.layout import SCREEN, Timeline, Window
from hgkm_desktop.timeline.sight import Sight
from hgkm_desktop.ui.line.event_model import EventModel
from hgkm_desktop.ui.line.timeline_paint import TimelinePainter, measure
from hgkm_desktop.ui.parts.spoken import rows_in, tell_focus, tell_selection
from hgkm_desktop.ui.parts.theme import BASE_PIXELS, current_theme

Index = QModelIndex | QPersistentModelIndex

NOTHING_YET = "Nog geen gebeurtenissen"
NONE_FOUND = "Geen gebeurtenis past in het filter"
NO_CASE = Case("", "")
_LEAST_ROOM = 50.0
_LEAST_HEIGHT = 160
_ROOM_AROUND = 12  # pixels kept free above and below the chosen event


class TimelineList(QListView):
    """The events of an `EventModel` on a line, as a list that screen readers know.

    A list view, because Qt tells screen readers of its rows by `visualRect`; nothing of its own
    layout is used. `window_changed(Window)` tells which part of time is in view.
    """

    window_changed = Signal(object)

    def __init__(self, model: EventModel, parent: QWidget | None = None) -> None:
        # The base class calls the overrides below while it is being made.
        self.events: EventModel | None = None
        self._shown: DisplayList | None = None
        self._selected: frozenset[str] | None = None
        self._start = 0  # how far the rows were scrolled when the case was first seen, in pixels
        self._widths = Widths(measure)
        self._metrics = SCREEN
        self._choices = Choices()
        self._chosen: Callable[[Case], Choices] | None = None
        self._painter = TimelinePainter(current_theme())
        self.sight = Sight(self._line(), _LEAST_ROOM)
        super().__init__(parent)
        self._set_up()
        self.events = model
        self.setModel(model)
        model.case_shown.connect(self._show_case)
        model.modelReset.connect(self._forget_shown)
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
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMinimumWidth(320)

    # --- what is shown ------------------------------------------------------------------

    @property
    def choices(self) -> Choices:
        return self._choices

    def set_choices(self, choices: Choices) -> None:
        """Choose what of the case is shown; the part of time in view stays."""
        if choices != self._choices:
            self._choices = choices
            self._rebuild()
            self._reveal_current()

    def choose_with(self, chosen: Callable[[Case], Choices]) -> None:
        """Ask this, now and at each change of the case, what of it is shown."""
        self._chosen = chosen
        self.see_again()

    @Slot()
    def see_again(self) -> None:
        """Show the line anew: what is asked of it has changed."""
        case = self.events.case if self.events is not None else None
        if self._chosen is not None and case is not None:
            self.set_choices(self._chosen(case))

    def lanes(self) -> tuple[Lane, ...]:
        """The lanes from top to bottom."""
        return self.sight.timeline.lanes

    def hidden_lanes(self) -> tuple[Lane, ...]:
        """The lanes that were hidden and would have events to show."""
        return self.sight.timeline.hidden_lanes

    def lane_key_of(self, event_id: str) -> str:
        """The key of the lane an event stands in; empty when it stands in none."""
        return self.sight.timeline.lane_key_of(event_id)

    @property
    def time_window(self) -> Window:
        """The part of time that is in view."""
        return self.sight.window

    def shown(self) -> DisplayList:
        """What is painted now."""
        if self._shown is None:
            top, sight = float(self.verticalOffset()), self.sight
            self._shown = sight.timeline.at(
                sight.first,
                sight.scale,
                float(self.viewport().width()),
                self.selected_ids(),
                top=top,
                bottom=top + self.viewport().height(),
            )
        return self._shown

    def after_move(self) -> None:
        self._shown = None
        self.updateGeometries()
        self.viewport().update()
        self.window_changed.emit(self.time_window)

    def _line(self, before: Timeline | None = None) -> Timeline:
        case = self.events.case if self.events is not None else None
        if self.events is None or case is None:
            return Timeline(NO_CASE, self._choices, metrics=self._metrics, measure=measure)
        return Timeline(
            case,
            self._choices,
            metrics=self._metrics,
            measure=measure,
            widths=self._widths,
            line=self.events.whole_line(),
            number_of=self.events.numbers(),
            before=before,
        )

    def _rebuild(self) -> None:
        self._look_at(self._line(self.sight.timeline))

    def _look_at(self, timeline: Timeline) -> None:
        room = max(self.viewport().width() - timeline.lane_width, _LEAST_ROOM)
        self.sight.look_at(timeline, room)
        self.after_move()

    @Slot(object, object)
    def _show_case(self, old: Case | None, new: Case | None) -> None:
        is_other = old is None or new is None or old.id != new.id
        is_at_start, bands = self._is_at_start, self._bands
        if is_other:
            self.sight.shows_all = True
        if self._chosen is not None and new is not None:
            self._choices = self._chosen(new)
        self._forget_shown()
        self._rebuild()
        if old and new and not is_other and bands != self._bands and old.events == new.events:
            self.verticalScrollBar().setValue(0)  # they are what was changed
            return
        if is_other or is_at_start:
            self.to_start()
        self._reveal_current()

    def _reveal_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def current_id(self) -> str:
        index = self.currentIndex()
        if self.events is None or not 0 <= index.row() < self.events.rowCount():
            return ""
        return self.events.event_at(index.row()).id

    def selected_ids(self) -> frozenset[str]:
        """The chosen events, the current one among them."""
        if self._selected is None:
            selection = self.selectionModel()
            if self.events is None or selection is None:
                return frozenset()
            rows = rows_in(selection.selection())
            found = {self.events.event_at(row).id for row in rows if row < self.events.rowCount()}
            self._selected = frozenset(found | {self.current_id()} - {""})
        return self._selected

    @Slot()
    def _forget_shown(self) -> None:
        self._shown, self._selected = None, None

    def ids_in_time(self) -> list[str]:
        """The events in the order of time, without those of hidden lanes; the current one stays."""
        hidden, here = self.sight.timeline.hidden_event_ids, self.current_id()
        line = self.events.line() if self.events is not None else ()
        return [event.id for event in line if event.id not in hidden or event.id == here]

    def plot_left(self) -> float:
        return self.sight.timeline.lane_width

    # --- what a list view asks ----------------------------------------------------------

    def doItemsLayout(self) -> None:
        """The layout of a list is never needed: `Timeline` is the layout."""

    def visualRect(self, index: Index) -> QRect:
        if self.events is None or not index.isValid():
            return QRect()
        event_id = self.events.event_at(index.row()).id
        for hit in self.shown().hits:
            if hit.event_id == event_id:
                return self._on_viewport(hit.x, hit.y, hit.w, hit.h)
        sight = self.sight
        spot = sight.timeline.spot(event_id, sight.scale)
        if spot is None:
            return QRect()
        x = spot.x - sight.first * sight.scale + self.plot_left()
        return self._on_viewport(x, spot.y, spot.w, spot.h)

    def _on_viewport(self, x: float, y: float, w: float, h: float) -> QRect:
        return QRectF(x, y - self.verticalOffset(), w, h).toAlignedRect()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if self.events is None or not index.isValid():
            return
        rect = self.visualRect(index)
        if not rect.isValid():
            return
        if self.sight.reveal(self.events.event_at(index.row()).id):
            self.after_move()
        bar, top = self.verticalScrollBar(), round(self.shown().header_height)
        bottom = self.viewport().height() - _ROOM_AROUND
        if rect.top() < top + _ROOM_AROUND:
            bar.setValue(bar.value() - (top + _ROOM_AROUND - rect.top()))
        elif rect.bottom() > bottom:
            bar.setValue(bar.value() + rect.bottom() - bottom)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the current event: a key moved there, and others may be drawn at its place."""
        rows = command | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(self.currentIndex(), rows)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """All that is painted: another choice of events can change the labels of others."""
        return QRegion(self.viewport().rect())

    def isIndexHidden(self, index: Index) -> bool:
        return index.column() != 0

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def updateGeometries(self) -> None:
        if self.events is None:
            return
        sight, reach = self.sight, self.sight.reach()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.blockSignals(True)
        across.setRange(0, max(ceil((reach.last - reach.first) * sight.scale), 0))
        across.setPageStep(round(sight.room))
        across.setSingleStep(40)
        across.setValue(round((sight.first - reach.first) * sight.scale))
        across.blockSignals(False)
        down.setRange(0, max(ceil(self.shown().height) - self.viewport().height(), 0))
        down.setPageStep(self.viewport().height())
        down.setSingleStep(round(self._metrics.row_height))

    @Slot(int)
    def _pan_to(self, value: int) -> None:
        self.sight.begin_at(self.sight.reach().first + value / self.sight.scale)
        self.after_move()

    @Slot()
    def _repaint_rows(self) -> None:
        self._shown = None
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell a screen reader which event has the focus; the list view would name the list."""
        self._forget_shown()
        QAbstractItemView.currentChanged(self, current, previous)
        self.viewport().update()
        tell_focus(self)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """As `currentChanged`: the list view would look for the row in its own layout."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        self._forget_shown()
        self.viewport().update()
        tell_selection(self, selected, deselected)

    # --- painting -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, ratio = current_theme(), self.devicePixelRatioF()
        if self._painter.theme != theme or self._painter.ratio != ratio:
            self._painter = TimelinePainter(theme, ratio)
        view = self.viewport()
        with QPainter(view) as painter:
            self._painter.paint(painter, self.shown(), view.height(), self.verticalOffset())
            if self.events is None or not self.events.rowCount():
                painter.setPen(QColor(theme.ink3))
                words = NONE_FOUND if self.events and self.events.total() else NOTHING_YET
                painter.drawText(view.rect(), Qt.AlignmentFlag.AlignCenter, words)
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(view.rect().adjusted(1, 1, -1, -1), 5, 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_at_start = self._is_at_start
        self._look_at(self.sight.timeline)
        if is_at_start:
            self.to_start()

    @property
    def _is_at_start(self) -> bool:
        return self.verticalOffset() == self._start

    @property
    def _bands(self) -> float:
        return self.sight.timeline.heights.bands

    def to_start(self) -> None:
        """Scroll to where a case is first seen."""
        down = self.verticalScrollBar()
        down.setValue(round(self.sight.timeline.heights.first_seen(self.viewport().height())))
        self._start = down.value()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._scale_to_font()

    def _scale_to_font(self) -> None:
        """Let the whole line grow with the text size that the user has set."""
        factor = max(QFontInfo(self.font()).pixelSize() / BASE_PIXELS, 1.0)
        metrics = SCREEN.scaled(factor)
        self.setMinimumHeight(round(_LEAST_HEIGHT * factor))
        if metrics != self._metrics:
            is_at_start, self._metrics = self._is_at_start, metrics
            self._rebuild()
            if is_at_start:
                self.to_start()
