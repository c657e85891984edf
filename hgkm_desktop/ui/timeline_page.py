"""Step 3, Tijdlijn en beleving: line, table, panel and invoerregel on one selection."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.entry_line import NO_TITLE, EntryReading, add_entry
from hgkm_desktop.models.records import Event, Record
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.timeline.lanes import LaneBy
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.entry_bar import EntryBar
from hgkm_desktop.ui.event_dialog import BelevingDialog, EventDialog
from hgkm_desktop.ui.event_model import EventModel
from hgkm_desktop.ui.event_panel import EventPanel
from hgkm_desktop.ui.event_table import EventTable
from hgkm_desktop.ui.text import choice_button, label, problem_label
from hgkm_desktop.ui.timeline_view import TimelineView


class TimelinePage(QWidget):
    """Where a case is drawn and lived, live, with the table as the equal alternative."""

    show_requested = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.turn_id = ""
        self._actions: list[QAction] = []
        self.model = EventModel(document, self)
        self.table = EventTable(self.model)
        self.timeline = TimelineView(self.model)
        self.timeline.setSelectionModel(self.table.selectionModel())
        self.panel = EventPanel(document)
        self.entry = EntryBar(document)
        self._count = label("", muted=True)
        self._problem = problem_label()
        self._lay_out()
        self._connect()
        self._show_count()

    # --- building -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(20, 12, 16, 10)
        column.setSpacing(10)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._card(self._tools(), self.timeline))
        split.addWidget(self._card(self.table))
        split.setSizes([440, 260])
        split.setChildrenCollapsible(False)
        column.addWidget(split, 1)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(middle)
        across.addWidget(self._side())
        across.setStretchFactor(0, 1)
        across.setSizes([900, 330])
        across.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(across, 1)
        whole.addWidget(_rule())
        whole.addWidget(self.entry)

    def _card(self, *widgets: QWidget) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for widget in widgets:
            column.addWidget(widget)
        column.setStretch(len(widgets) - 1, 1)
        return card

    def _side(self) -> QFrame:
        side = QFrame()
        side.setProperty("side", True)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        side.setMinimumWidth(290)
        return side

    def _tools(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(0)
        self._lanes = QButtonGroup(self)
        for lane_by in LaneBy:
            button = choice_button(lane_by.value.capitalize(), "segment")
            button.setProperty("lane_by", lane_by.value)
            button.setAccessibleName(f"Banen per {lane_by.value}")
            self._lanes.addButton(button)
            row.addWidget(button)
        self._lanes.buttons()[0].setChecked(True)
        row.addSpacing(14)
        for words, name, slot in (
            ("Hele casus", "Hele casus tonen (toets 0)", self.timeline.show_all),
            ("−", "Uitzoomen (toets −)", self.timeline.zoom_out),
            ("+", "Inzoomen (toets +)", self.timeline.zoom_in),
        ):
            button = QPushButton(words)
            button.setProperty("segment", True)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addSpacing(14)
        row.addWidget(self._count)
        row.addSpacing(14)
        # Beside the tools and not under the table: rows must not move under the mouse.
        self._problem.setMaximumHeight(36)
        self._problem.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._problem, 1)
        row.addStretch(0)
        return bar

    def _connect(self) -> None:
        for view in (self.timeline, self.table):
            view.mark_requested.connect(self.set_mark)
            view.turn_requested.connect(self.set_turn)
        self.timeline.open_requested.connect(self.change_event)
        self.timeline.add_requested.connect(self._start_at)
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.model.rejected.connect(self._say)
        self.panel.change_requested.connect(self.change_event)
        self.panel.remove_requested.connect(self.remove_event)
        self.panel.beleving_requested.connect(self.change_beleving)
        self.panel.mark_requested.connect(self.set_mark)
        self.panel.turn_requested.connect(self.set_turn)
        self.panel.focus_lost.connect(self.timeline.setFocus)
        self.entry.added.connect(self.choose)
        self.entry.details_requested.connect(self._add_with_details)
        self._lanes.buttonClicked.connect(self._set_lanes)
        self.document.case_changed.connect(self._after_change)

    def actions_for_menu(self) -> list[QAction]:
        """What can be done with the chosen event, for the menu of the window."""
        actions = []
        for words, keys, slot in (
            ("Naar de invoerregel", "Ctrl+L", self._to_entry),
            ("Naar de tijdlijn", "Ctrl+T", self._to_timeline),
            ("Gebeurtenis wijzigen…", "Ctrl+E", self._change_current),
            ("Toelichting en nu anders…", "Ctrl+B", self._words_for_turn),
            ("Gebeurtenis weghalen", "Del", self._remove_current),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            actions.append(action)
        self._actions = actions[2:]
        actions[-1].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for view in (self.timeline, self.table):
            view.addAction(actions[-1])
        self._allow_actions()
        return actions

    def _allow_actions(self) -> None:
        """What changes the chosen event works only where that event can be seen."""
        for action in self._actions:
            action.setEnabled(self.isVisible() and not self.document.is_read_only)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._allow_actions()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._allow_actions()

    # --- the chosen event ---------------------------------------------------------------

    def current(self) -> Event | None:
        index = self.table.currentIndex()
        return self.model.event_at(index.row()) if index.isValid() else None

    @Slot(str)
    def choose(self, event_id: str) -> None:
        """Select an event in line, table and panel."""
        row = self.model.row_of(event_id)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))
            self.table.scrollTo(self.model.index(row, 0))

    @Slot(QModelIndex, QModelIndex)
    def _show_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        event = self.current()
        self.panel.show_event(event.id if event is not None else "")

    @Slot(int)
    def set_turn(self, number: int) -> None:
        """Choose whose turn it is, by their number at the table (1 to 9)."""
        case = self.document.case
        if case is None or not 1 <= number <= len(case.deelnemers):
            return
        chosen = case.deelnemers[number - 1].id
        self.turn_id = "" if chosen == self.turn_id else chosen
        self.panel.show_turn(self.turn_id)
        self.entry.show_turn(self.turn_id)

    @Slot(object)
    def set_mark(self, mark: Mark) -> None:
        """Set or take away the mark of the deelnemer whose turn it is, on the chosen event."""
        case, event = self.document.case, self.current()
        if case is None or event is None:
            return
        if not self.turn_id:
            self._say("Kies eerst met een cijfer wie aan de beurt is.")
            return
        self._say("")
        self.document.edit("beleving", case.mark(event.id, self.turn_id, mark))

    @Slot(str)
    def change_event(self, event_id: str) -> None:
        """Ask for the details of an event."""
        case = self.document.case
        if case is None or self.document.is_read_only:
            return
        dialog = EventDialog(self, case, case.event(event_id))
        dialog.given.connect(self._put_event)
        dialog.start()

    @Slot(str)
    def remove_event(self, event_id: str) -> None:
        """Take an event away; undo brings it back with its belevingen."""
        case = self.document.case
        if case is None:
            return
        row = self.model.row_of(event_id)
        self.document.edit("gebeurtenis weghalen", case.drop_event(event_id))
        left = self.model.rowCount()
        if left:
            self.choose(self.model.event_at(min(row, left - 1)).id)

    @Slot(str, str)
    def change_beleving(self, event_id: str, deelnemer_id: str) -> None:
        """Ask how a deelnemer lived an event, in words."""
        case = self.document.case
        if case is None or self.document.is_read_only:
            return
        beleving = case.beleving(event_id, deelnemer_id)
        if beleving is None:
            self._say("Kies eerst hoe het was: ging goed, niet oké of risicovol (G, N of R).")
            return
        self._say("")
        dialog = BelevingDialog(self, case, beleving)
        dialog.given.connect(self._put_beleving)
        dialog.start()

    @Slot(object)
    def _put_event(self, event: Record) -> None:
        if self.document.case is not None:
            self.document.edit("gebeurtenis wijzigen", self.document.case.put(event))
            self.choose(event.id)

    @Slot(object)
    def _put_beleving(self, beleving: Record) -> None:
        if self.document.case is not None:
            self.document.edit("beleving", self.document.case.put(beleving))

    @Slot(object)
    def _add_with_details(self, reading: EntryReading) -> None:
        case = self.document.case
        if case is None:
            return
        if reading.problem and reading.problem != NO_TITLE:
            self._say(reading.problem)
            return
        self._say("")
        title = reading.title or "nog zonder titel"
        named = replace(reading, title=title, problem="")
        ready, event = add_entry(case, named, added_on=date.today())
        dialog = EventDialog(self, ready, replace(event, title=reading.title))
        self._ready = ready
        dialog.given.connect(self._put_new_event)
        dialog.start()

    @Slot(object)
    def _put_new_event(self, event: Record) -> None:
        self.document.edit("gebeurtenis toevoegen", self._ready.put(event))
        self.entry.line.setText("")
        self.choose(event.id)

    # --- small wishes -------------------------------------------------------------------

    @Slot()
    def _change_current(self) -> None:
        if event := self.current():
            self.change_event(event.id)

    @Slot()
    def _remove_current(self) -> None:
        if event := self.current():
            self.remove_event(event.id)

    @Slot()
    def _words_for_turn(self) -> None:
        event = self.current()
        if event is not None and self.turn_id:
            self.change_beleving(event.id, self.turn_id)
        else:
            self._say("Kies een gebeurtenis en met een cijfer wie aan de beurt is.")

    @Slot()
    def _to_entry(self) -> None:
        self.show_requested.emit()
        self.entry.line.setFocus()

    @Slot()
    def _to_timeline(self) -> None:
        self.show_requested.emit()
        self.timeline.setFocus()

    @Slot(object)
    def _start_at(self, day: date) -> None:
        self.entry.start(f"{day.day}-{day.month}-{day.year} ")

    @Slot(QPushButton)
    def _set_lanes(self, button: QPushButton) -> None:
        self.timeline.set_lane_by(LaneBy(button.property("lane_by")))

    @Slot(str)
    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setToolTip(problem)
        self._problem.setVisible(bool(problem))

    @Slot(object, object)
    def _after_change(self, old: Case | None, new: Case | None) -> None:
        self._say("")
        self._show_count()
        event = self.current()
        self.panel.show_event(event.id if event is not None else "")
        if new is not None and all(d.id != self.turn_id for d in new.deelnemers):
            self.turn_id = ""
            self.panel.show_turn("")
            self.entry.show_turn("")

    def _show_count(self) -> None:
        case = self.document.case
        number = len(case.events) if case is not None else 0
        self._count.setText(count_text(number, "gebeurtenis", "gebeurtenissen"))


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", True)
    rule.setFixedHeight(1)
    return rule
