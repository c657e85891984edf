"""Step 3, Tijdlijn en beleving: line, table, panel and invoerregel on one selection."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.intervals import measured
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.rounds import hides, seen
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.lanes import in_chosen_order, lanes_of
from hgkm_desktop.timeline.marks import standing_back
from hgkm_desktop.ui.case.rounds import Rounds
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.entry_bar import EntryBar
from hgkm_desktop.ui.line.event_edits import HIDDEN, EventEdits
from hgkm_desktop.ui.line.event_model import EventModel
from hgkm_desktop.ui.line.event_panel import EventPanel, least_width
from hgkm_desktop.ui.line.event_selection import EventSelection
from hgkm_desktop.ui.line.event_table import EventTable
from hgkm_desktop.ui.line.event_words import when_in_words
from hgkm_desktop.ui.line.filter_bar import FilterBar
from hgkm_desktop.ui.line.knowledge_bar import KnowledgeBar
from hgkm_desktop.ui.line.line_choices import LineChoices
from hgkm_desktop.ui.line.timeline_tools import TimelineTools
from hgkm_desktop.ui.line.timeline_view import TimelineView
from hgkm_desktop.ui.parts.notice import Notice
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.study.focus_group import FocusGroup


class TimelinePage(QWidget):
    """Where a case is drawn and lived, live, with the table as the equal alternative.

    `show_requested` asks to bring the page into view. What can be done here by menu and keys
    stands in `TimelineMenus`.
    """

    show_requested = Signal()
    visibility_changed = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.turn_id = ""
        self.seen = LineChoices(self)
        self.model = EventModel(document, self)
        self.table = EventTable(self.model)
        self.timeline = TimelineView(self.model)
        self.timeline.setSelectionModel(self.table.selectionModel())
        self.timeline.choose_with(self.seen.choices)
        self.selection = EventSelection(self.model, self.table.selectionModel(), self)
        self.notice = Notice(self.timeline)
        self.tools = TimelineTools()
        self.filter_bar = FilterBar()
        self.knowledge = KnowledgeBar()
        self.panel = EventPanel(document)
        self.entry = EntryBar(document)
        self.edits = EventEdits(document, self)
        self.rounds = Rounds(document, self)
        self.focus_group = FocusGroup(document, self.entry, self.edits, self)
        self._lay_out()
        self._connect()
        self._offer(document.case)
        self.model.show_only(self.seen.shown_ids)
        self._show_count()

    # --- building -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        # From the outside in: what a part is put into later makes all that it holds over again.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        across = QSplitter(Qt.Orientation.Horizontal)
        whole.addWidget(across, 1)
        middle, scroll = QWidget(), QScrollArea()  # large text needs more than a small screen has
        across.addWidget(scroll)
        scroll.setWidget(middle)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out_middle(middle)
        self.side = self._side()
        across.addWidget(self.side)
        across.setStretchFactor(0, 1)
        across.setSizes([936, 296])
        across.setChildrenCollapsible(False)
        whole.addWidget(_rule())
        whole.addWidget(self.focus_group.bar)
        whole.addWidget(self.entry)
        self.filter_bar.hide()
        self.knowledge.hide()

    def _lay_out_middle(self, middle: QWidget) -> None:
        column = QVBoxLayout(middle)
        column.setContentsMargins(20, 12, 16, 10)
        column.setSpacing(10)
        split = QSplitter(Qt.Orientation.Vertical)
        column.addWidget(split, 1)
        split.addWidget(_card(self.tools, self.filter_bar, self.knowledge, self.timeline))
        self.table_card = _card(self.table)
        split.addWidget(self.table_card)
        split.setSizes([540, 190])
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)

    def _side(self) -> QFrame:
        side = QFrame()
        side.setProperty("side", True)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        side.setMinimumWidth(least_width())
        return side

    def _connect(self) -> None:
        for view in (self.timeline, self.table):
            view.mark_requested.connect(self.set_mark)
            view.turn_requested.connect(self.set_turn)
        self.timeline.open_requested.connect(self.edits.change)
        self.timeline.add_requested.connect(self._start_at)
        self.timeline.fold_requested.connect(self.seen.fold)
        self.timeline.moved.connect(self.move_events)
        self.timeline.refused.connect(self.say)
        self.selection.changed.connect(self._show_chosen)
        self._connect_tools()
        self.model.case_shown.connect(self._fade_table)
        self.model.rejected.connect(self.say)
        self.panel.change_requested.connect(self.edits.change)
        self.panel.remove_requested.connect(self.remove_event)
        self.panel.beleving_requested.connect(self.edits.change_beleving)
        self.panel.factor_requested.connect(self.edits.add_factor)
        self.panel.punt_requested.connect(self.edits.change_punt)
        self.panel.mark_requested.connect(self.set_mark)
        self.panel.turn_requested.connect(self.set_turn)
        self.panel.focus_lost.connect(self.timeline.setFocus)
        self.entry.added.connect(self.choose)
        self.entry.details_requested.connect(self.edits.add_with_details)
        self.document.case_changed.connect(self._after_change)

    def _connect_tools(self) -> None:
        self.tools.lane_by_chosen.connect(self.seen.set_lane_by)
        self.tools.zoom_chosen.connect(self.timeline.zoom)
        self.tools.filter_toggled.connect(self.show_filter)
        self.tools.round_requested.connect(self.rounds.start)
        self.rounds.said.connect(self.say)
        self.filter_bar.changed.connect(self._filter)
        self.filter_bar.closed.connect(self.close_filter)
        self.knowledge.asked.connect(self.seen.set_knowing)
        self.knowledge.closed.connect(self.stop_asking)
        self.seen.changed.connect(self._see_again)
        self.edits.said.connect(self.say)
        self.edits.told.connect(self.tell)
        self.edits.made.connect(self.selection.choose)
        self.edits.added.connect(self.entry.line.clear)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.side.setMinimumWidth(least_width())  # text may have another size

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.visibility_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.visibility_changed.emit()

    # --- what is chosen -----------------------------------------------------------------

    @Slot(str)
    def choose(self, event_id: str) -> None:
        """Choose one event on line, table and panel."""
        self.selection.choose((event_id,))

    @Slot()
    def _show_chosen(self) -> None:
        """The current event in the panel, and what can be said of all that are chosen."""
        case, event, ids = self.document.case, self.selection.current(), self.selection.ids()
        words = f"{len(ids)} gebeurtenissen gekozen." if len(ids) > 2 else ""
        if case is not None and len(ids) == 2:
            words = measured(case, *ids)
        self.panel.show_event(event.id if event is not None else "")
        self.panel.show_measure(words)

    # --- turns, marks and typing ----------------------------------------------------------

    @Slot(int)
    def set_turn(self, number: int) -> None:
        """Choose whose turn it is, by their number at the table (1 to 9)."""
        case = self.document.case
        if case is None or not 1 <= number <= len(case.deelnemers):
            return
        if hides(case):
            self.say(HIDDEN)
            return
        chosen = case.deelnemers[number - 1].id
        self._give_turn("" if chosen == self.turn_id else chosen)
        now = case.deelnemer_name(case.deelnemers[number - 1]) if self.turn_id else "niemand"
        announce(self, f"Aan de beurt: {now}")

    def _give_turn(self, deelnemer_id: str) -> None:
        self.turn_id = deelnemer_id
        self.panel.show_turn(deelnemer_id)
        self.entry.show_turn(deelnemer_id)

    @Slot(object)
    def set_mark(self, mark: Mark) -> None:
        """Set or take away the mark of the deelnemer whose turn it is, on the chosen event."""
        if event := self.selection.current():
            self.edits.set_mark(event.id, self.turn_id, mark)
            self._announce_mark(event.id)

    def _announce_mark(self, event_id: str) -> None:
        """Have the mark read out: it stands in the panel, and the focus is on the line."""
        case = self.document.case
        if case is not None and self.turn_id:
            beleving = case.beleving(event_id, self.turn_id)
            lived = beleving.mark.label if beleving is not None else "geen beleving"
            announce(self, f"{case.deelnemer_name(case.deelnemer(self.turn_id))}: {lived}")

    @Slot(str)
    def remove_event(self, event_id: str) -> None:
        """Take an event away and choose the one that takes its place."""
        row = self.model.row_of(event_id)
        self.edits.remove((event_id,))
        self.selection.choose_near(row)

    @Slot(object)
    def _start_at(self, day: date) -> None:
        if not self.document.is_read_only:
            self.entry.start(f"{day.day}-{day.month}-{day.year} ")

    # --- what is in view ------------------------------------------------------------------

    def move_lane(self, key: str, step: int) -> None:
        """Move a lane one place up (-1) or down (1); the order is kept in the case."""
        case, keys = self.document.case, [lane.key for lane in self.timeline.lanes()]
        if case is None or key not in keys:
            return
        place = keys.index(key) + step
        if not 0 <= place < len(keys):
            return
        # Lanes that are hidden, empty, or empty in a filter, keep their place among the others.
        natural = lanes_of(case, Choices(lane_by=self.seen.lane_by), case.events).natural
        lanes = in_chosen_order(natural, case.lane_order)
        every = [lane.key for lane in lanes if lane.key != key]
        every.insert(every.index(keys[place]) + max(step, 0), key)
        others = tuple(k for k in case.lane_order if k not in every)
        self.document.edit("baan verplaatsen", replace(case, lane_order=(*others, *every)))

    @Slot(bool)
    def show_filter(self, is_open: bool) -> None:
        """Open the row for searching, or close it and show everything."""
        self.tools.show_filter(is_open)
        if not is_open:
            self.filter_bar.clear()  # before the focus leaves it for what is shown
        self.filter_bar.setVisible(is_open)
        if is_open:
            self.filter_bar.start()

    @Slot()
    def close_filter(self) -> None:
        self.show_filter(False)
        self.timeline.setFocus()

    @Slot()
    def ask_knowledge(self) -> None:
        """Ask what an organisation knew, at first on the day of the chosen event."""
        event = self.selection.current()
        known = event is not None and event.start.is_known
        self.knowledge.show()
        self.knowledge.start(event.start.latest if event is not None and known else None)

    @Slot()
    def stop_asking(self) -> None:
        self.knowledge.hide()
        self.seen.set_knowing(None)
        self.timeline.setFocus()

    @Slot()
    def _filter(self) -> None:
        self.seen.set_filter(self.filter_bar.filter())

    @Slot()
    def _fade_table(self) -> None:
        case = self.document.case
        back = standing_back(case, self.timeline.choices) if case is not None else frozenset()
        self.table.let_stand_back(back)

    @Slot()
    def _see_again(self) -> None:
        self.model.choose_again()
        self.timeline.see_again()
        self._fade_table()
        self.tools.show_lane_by(self.seen.lane_by)
        self._show_count()

    # --- following the document -----------------------------------------------------------

    @Slot(str, object)
    def move_events(self, label: str, events: tuple[Event, ...]) -> None:
        """Put events in their new place in time, and say when the first of them is now."""
        row = self.model.row_of(events[0].id) if self.edits.move(label, events) else -1
        if row >= 0:
            number, event = self.model.number_at(row), self.model.event_at(row)
            self.tell(f"{number}: {when_in_words(event)}.")

    @Slot(str)
    def say(self, problem: str) -> None:
        """Say what could not be done, and why."""
        self.notice.say(problem, is_problem=True)

    @Slot(str)
    def tell(self, words: str) -> None:
        """Say what was done."""
        self.notice.say(words, is_problem=False)

    @Slot(object, object)
    def _after_change(self, old: Case | None, new: Case | None) -> None:
        self.say("")
        if old is None or new is None or old.id != new.id:
            self.show_filter(False)
            self.knowledge.hide()
            self.seen.forget_case()
        self._offer(new)
        self.seen.set_filter(self.filter_bar.filter())
        if old is not None and new is not None:
            self._say_what_is_outside(seen(old), seen(new))
        self._show_count()
        self._show_chosen()
        if new is not None and (hides(new) or all(d.id != self.turn_id for d in new.deelnemers)):
            self._give_turn("")

    def _say_what_is_outside(self, old: Case, new: Case) -> None:
        """Say it when an edit added or changed events that the filter then does not show."""
        before, after = self.seen.shown_ids(old), self.seen.shown_ids(new)
        if before is None or after is None:
            return
        unseen_before = {event.id for event in old.events} - before
        count = len({event.id for event in new.events} - after - unseen_before)
        if count == 1:
            self.tell("Deze gebeurtenis past niet in het filter en staat nu niet op de lijn.")
        elif count:
            self.tell(f"{count} gebeurtenissen passen niet in het filter.")

    def _offer(self, case: Case | None) -> None:
        self.filter_bar.offer(case)
        self.knowledge.offer(case)

    def _show_count(self) -> None:
        """'12 van 40 getoond': how many events there are, and how many of them are shown."""
        shown, total = self.model.rowCount(), self.model.total()
        words = count_text(total, "gebeurtenis", "gebeurtenissen")
        if shown != total:
            words = f"{shown} van {total} getoond"
        hidden = len(self.timeline.hidden_lanes())
        if hidden:
            words += f" · {count_text(hidden, 'baan', 'banen')} verborgen"
        self.tools.show_count(words, is_all=shown == total and not hidden)
        case = self.document.case
        if case is not None and self.seen.knowing is not None:
            self.knowledge.say(self.seen.knowledge_words(case))


def _card(*widgets: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretch(len(widgets) - 1, 1)
    return card


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", True)
    rule.setFixedHeight(1)
    return rule
