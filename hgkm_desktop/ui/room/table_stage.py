"""The leertafel in the room: full screen, one point of the agenda at a time, and live."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from math import inf

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.agenda import OpenAction, why_not_begin
from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leaving import state_of_work
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.reading import as_told, may_be_told
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.works import NAMES
from hgkm_desktop.reports.line.line_document import MARKINGS
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.works_held import cases_of
from hgkm_desktop.ui.file.blank import PAPER
from hgkm_desktop.ui.parts.focus import leave_field
from hgkm_desktop.ui.parts.problem_box import show_problem
from hgkm_desktop.ui.practice.actions_held import actions_at
from hgkm_desktop.ui.room.hiding import HidingPlaces
from hgkm_desktop.ui.room.presentation import show_to_room
from hgkm_desktop.ui.room.presentation_course import Course
from hgkm_desktop.ui.room.presentation_stage import STEPS, Stage
from hgkm_desktop.ui.room.table_stage_foot import BACK, SHOW_LINE, Clock, Foot, TimeSpent
from hgkm_desktop.ui.room.table_stage_sheets import sheets_of
from hgkm_desktop.ui.room.table_stage_view import SheetView

TICK_MILLISECONDS = 5_000
BLACK = "Scherm zwart. Druk op B om het weer te tonen."
EVER = Window(-inf, inf)


class NotYet(HgkmError):
    """A leertafel was to be shown before it was asked how earlier actions stand."""

    def __init__(self, why: str) -> None:
        super().__init__(
            why,
            safe="De leertafel is nog niet in de zaal te zien.",
            todo="Het vragen doet u op het blad Eerdere acties.",
        )


def open_table_stage(document: Document, work_id: str, parent: QWidget) -> TableStage | None:
    """Show a leertafel to the room, or say in a box why it cannot be shown yet.

    One that is shown already comes to the front.
    """
    leave_field()  # what is being typed now belongs on the sheets
    window = parent.window()
    for shown in window.findChildren(TableStage):
        if shown.work_id == work_id and shown.isVisible():
            shown.activateWindow()
            return shown
    try:
        table = table_of(document, work_id)
        if table is None:
            return None
        if why := why_not_begin(table, actions_at(document, table)):
            raise NotYet(why)
    except HgkmError as error:
        show_problem(window, error, "Nog niet in beeld")
        return None
    made = TableStage(document, work_id, window)
    made.start()
    return made


def table_of(document: Document, work_id: str) -> Leertafel | None:
    """The leertafel with this id; None when it is gone. Raises HgkmError."""
    work = document.work_of(work_id)
    return work if isinstance(work, Leertafel) else None


class TableStage(QWidget):
    """A leertafel as the room sees it; it follows every edit of it and of its cases.

    It closes when the file is locked or shut, and keeps nothing then.
    """

    closed = Signal()

    def __init__(
        self,
        document: Document,
        work_id: str,
        parent: QWidget | None = None,
        *,
        clock: Clock = time.monotonic,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Leertafel")
        self.document, self.work_id = document, work_id
        self.sheets, self.foot, self._black = SheetView(), Foot(), BlackWall()
        self.line: Stage | None = None
        self._places, self._spent = HidingPlaces(), TimeSpent(clock)
        self._is_closed = False
        self._tick = QTimer(self, interval=TICK_MILLISECONDS)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        for part in (self.sheets, self._black):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.sheets)

    def _connect(self) -> None:
        document = self.document
        document.work_changed.connect(self._refresh)
        document.case_changed.connect(self._refresh)
        document.cases_changed.connect(self._refresh)
        document.locks.connect(self.close)
        document.destroyed.connect(self.close)
        self.sheets.turned.connect(self._say_place)
        self.foot.button.clicked.connect(self.turn_line)
        self._tick.timeout.connect(self._say_place)
        self._tick.start()

    def start(self) -> None:
        """Show it full screen, to the room."""
        show_to_room(self)
        self.sheets.setFocus()

    # --- what is shown --------------------------------------------------------------------

    @Slot()
    def _refresh(self) -> None:
        """Show it as it is now; what cannot be read now leaves what was shown."""
        if self._is_closed or self.document.file.is_locked:
            return
        try:
            table = table_of(self.document, self.work_id)
            actions = actions_at(self.document, table) if table is not None else ()
        except HgkmError:  # the list of cases says what is wrong with the file
            return
        if table is None:
            self.close()
            return
        held = cases_of(self.document, table)
        cases = [as_told(case) for case in held]
        self.foot.state.setText(MARKINGS[state_of_work(table, held)])
        self.sheets.take(sheets_of(table, cases, self._as_told(actions), self._places))
        self._follow_line(cases)

    def _as_told(self, actions: Iterable[OpenAction]) -> list[OpenAction]:
        """What was said of an action does not keep the action itself off the wall."""
        return [
            replace(action, row=replace(action.row, state=CaseState.DEELBAAR))
            if action.said is not None and self._may_tell(action.row)
            else action
            for action in actions
        ]

    def _may_tell(self, row: Followed) -> bool:
        """Whether only what was said of actions made its case 'in bewerking'."""
        if row.one != NAMES[Case].one or row.state is CaseState.DEELBAAR:
            return False  # what may be shown already
        try:
            return may_be_told(self.document.case_of(row.holder_id))
        except HgkmError:  # the list of cases says what is wrong with it
            return False

    def _follow_line(self, cases: list[Case]) -> None:
        """A line goes on with its case as it is now, and goes when that may not be shown."""
        if self.line is None:
            return
        shown = [c for c in cases if c.id == self.line.course.case.id and _may_show(c)]
        if shown:
            self.line.course.take(shown[0])
            self.line.arrange(anew=False)
        else:
            self._drop_line()

    @Slot()
    def _say_place(self) -> None:
        """The place, the time and the button, of the page or of the line that is shown."""
        sheet, foot = self.sheets.sheet, self.foot
        foot.set_factor(self.sheets.factor)
        self._spent.turn_to(sheet.point_id if sheet is not None else "")
        foot.time.setText(
            self._spent.words(sheet.point_id, sheet.minutes) if sheet is not None else ""
        )
        place, count = self.sheets.place + 1, self.sheets.count
        if self.line is not None:
            place, count = self.line.course.place + 1, len(self.line.course.steps)
        of = "gebeurtenis " if self.line is not None else ""
        foot.place.setText(f"{of}{place} van {count}" if count else "")
        foot.button.setText(BACK if self.line is not None else SHOW_LINE)
        foot.button.setVisible(self.line is not None or bool(sheet and sheet.case_id))

    # --- the line of a case ---------------------------------------------------------------

    @Slot()
    def turn_line(self) -> None:
        """Show the line of the case that is told now, or go back to its sheet."""
        if self.line is not None:
            self._drop_line()
        else:
            self._show_line()

    def _show_line(self) -> None:
        sheet = self.sheets.sheet
        if sheet is None or not sheet.case_id:
            return
        try:
            case = as_told(self.document.case_of(sheet.case_id))
        except HgkmError:  # the list of cases says what is wrong with the file
            return
        if not _may_show(case):
            return
        self.line = Stage(Course(case, Choices(), EVER))
        self.line.stepped.connect(self._say_place)
        self._stack.addWidget(self.line)
        self._stack.setCurrentWidget(self.line)
        self.line.setFocus()
        self._say_place()

    def _drop_line(self) -> None:
        line, self.line = self.line, None
        if line is not None:
            self._stack.setCurrentWidget(self.sheets)
            self._stack.removeWidget(line)
            line.deleteLater()
            self.sheets.setFocus()
            self._say_place()

    # --- black ----------------------------------------------------------------------------

    @property
    def is_black(self) -> bool:
        """Whether the room sees nothing now."""
        return self._stack.currentWidget() is self._black

    def turn_black(self) -> None:
        """Make the wall black, or show again what was there; the screen of the facilitator stays.

        F12 does it for every window.
        """
        shown = (self.line or self.sheets) if self.is_black else self._black
        self.foot.setVisible(self.is_black)
        layout = self.layout()
        if self.is_black and layout is not None:
            layout.activate()  # first: a page with more room for a moment may lose its place
        self._stack.setCurrentWidget(shown)
        shown.setFocus()

    # --- keys -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.modifiers() & others:
            event.ignore()
        elif self.is_black or key in (Qt.Key.Key_B, Qt.Key.Key_Period):
            self.turn_black()
        elif key is Qt.Key.Key_L or (key is Qt.Key.Key_Escape and self.line is not None):
            self.turn_line()
        elif key is Qt.Key.Key_Escape:
            self.close()
        elif self.line is None:
            self._go(key, event.text())

    def _go(self, key: Qt.Key, text: str) -> None:
        if key in STEPS:
            self.sheets.step(STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.sheets.step(self.sheets.count * (-1 if key is Qt.Key.Key_Home else 1))
        elif text.isdecimal():
            self.sheets.go_to_point(int(text))

    # --- coming and going -----------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing of it stays, also when the window is put away before it is gone."""
        super().closeEvent(event)
        self._is_closed = True
        self._tick.stop()
        self._drop_line()
        self._places = HidingPlaces()
        self.sheets.take(())
        self.closed.emit()


class BlackWall(QWidget):
    """A black wall, without a word."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(BLACK)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), PAPER)


def _may_show(case: Case) -> bool:
    return case.state is CaseState.DEELBAAR
