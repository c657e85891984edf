"""A playing in the room: full screen, step by step, by keys or a clicker, and live."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.exercises import StepKind
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.exercises.exercise_head import mark_of
from hgkm_desktop.ui.exercises.play_columns import PlayView
from hgkm_desktop.ui.exercises.play_course import PlayCourse
from hgkm_desktop.ui.exercises.play_line import PlayLine
from hgkm_desktop.ui.exercises.play_sheets import HAPPENED, TWO_LINES, PlaySheets
from hgkm_desktop.ui.exercises.play_words import branch_title, round_title
from hgkm_desktop.ui.parts.focus import leave_field
from hgkm_desktop.ui.parts.problem_box import show_problem
from hgkm_desktop.ui.room.hiding import HidingPlaces
from hgkm_desktop.ui.room.presentation import show_to_room
from hgkm_desktop.ui.room.presentation_stage import STEPS
from hgkm_desktop.ui.room.table_stage import BlackWall
from hgkm_desktop.ui.room.table_stage_foot import Foot

SHOW_INSTRUMENTS, BACK = "Wie kan wat (I)", "Terug (I)"

HELD = "Nog niet elke tafel koos. Nog eens gaat verder."


class NotPlayable(HgkmError):
    """An exercise was to be shown to a room before anyone read it through, or is gone."""

    def __init__(self, *, is_there: bool) -> None:
        if is_there:
            super().__init__(
                "De oefening is nog niet deelbaar. Daarom kan zij niet op het scherm in de zaal.",
                safe="Er is niets veranderd, en er is niets getoond.",
                todo="Open de oefening, kies Herleidbaarheidscheck… en maak haar deelbaar.",
            )
        else:
            super().__init__(
                "De oefening van deze speelbeurt staat niet meer in dit bestand.",
                safe="Wat in de speelbeurt is opgeschreven, staat er nog.",
                todo="Maak een nieuwe speelbeurt vanuit een oefening.",
            )


def open_play_stage(course: PlayCourse, parent: QWidget) -> PlayStage | None:
    """Show a playing to the room, or say in a box why that cannot be and what to do.

    One that is shown already comes to the front.
    """
    leave_field()  # what is being typed now may belong on the wall
    window = parent.window()
    for shown in window.findChildren(PlayStage):
        if shown.course is course and shown.isVisible():
            shown.activateWindow()
            return shown
    exercise = course.exercise
    if exercise is None or exercise.state is not CaseState.DEELBAAR:
        error = NotPlayable(is_there=exercise is not None)
        show_problem(window, error, "Nog niet op het scherm")
        return None
    made = PlayStage(course, window)
    show_to_room(made)
    made.take_focus()
    return made


class PlayStage(QWidget):
    """A step of a playing as the room sees it; it follows every edit.

    When a text of the exercise is mended meanwhile it stays: it was read through when it began. It
    closes when the file is locked or shut, and keeps nothing then.
    """

    closed = Signal()

    def __init__(self, course: PlayCourse, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Oefening")
        self.course, self._places = course, HidingPlaces()
        self.sheets, self.line, self.foot = PlayView(), PlayLine(), Foot()
        self.instruments, self._black = PlayView(), BlackWall()
        self._stack, self._step_place = QStackedWidget(), -1
        self._seen: QWidget = self.sheets
        self._is_closed = self._goes_back = False
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        for part in (self.sheets, self.line, self.instruments, self._black):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        document = self.course.document
        self.course.changed.connect(self._refresh)
        self.course.told.connect(self._say_place)
        self.course.destroyed.connect(self.close)
        document.locks.connect(self.close)
        document.destroyed.connect(self.close)
        for part in (self.sheets, self.line, self.instruments):
            part.turned.connect(self._say_place)
        self.foot.button.clicked.connect(self.turn_instruments)

    def take_focus(self) -> None:
        """Put the keyboard in what the room sees."""
        (self._black if self.is_black else self._seen).setFocus()

    # --- what is shown --------------------------------------------------------------------

    @property
    def _told(self) -> PlaySheets | None:
        """What may be shown, as precise as of an exercise that was read through."""
        course = self.course
        if course.exercise is None or not course.steps:
            return None
        exercise = replace(course.exercise, state=CaseState.DEELBAAR)
        return PlaySheets(exercise, course.playing, course.steps, self._places)

    @Slot()
    def _refresh(self) -> None:
        """Show the step as it is now; another step begins at its line, if it has one."""
        if self._is_closed:
            return
        told, course = self._told, self.course
        if told is None or course.exercise is None:
            self.close()
            return
        is_other = self._step_place != course.place
        self._step_place = course.place
        if is_other:
            self.sheets.take(())
            self.line.place = 0
        self.sheets.take(told.at(course.place))
        self._show_line(told)
        self.foot.state.setText(HELD if course.is_held else mark_of(course.exercise))
        if is_other:
            self._begin_step(has_line=self._has_line(told))
        elif self._stack.currentWidget() is self.instruments:
            self._take_instruments(told)
        self._say_place()

    def _has_line(self, told: PlaySheets) -> bool:
        """Whether something comes on the line at this step."""
        return bool(told.new(self.course.place))

    def _show_line(self, told: PlaySheets) -> None:
        step = self.course.step
        assert step is not None
        title = round_title(told.exercise, step.round) or "De lijn"
        if step.kind is StepKind.HAPPENED:
            title = HAPPENED
        place, said = self.course.place, ""
        if step.branch is not None:
            title, said = branch_title(step.branch), TWO_LINES
        self.line.show_line(told.line(place), title, told.new(place), said)

    def _begin_step(self, *, has_line: bool) -> None:
        """Going back ends on the last page of the step before, as a clicker does."""
        if self._goes_back:
            self.sheets.step(self.sheets.count)
        is_at_line = has_line and not self._goes_back
        self._goes_back = False
        self._show(self.line if is_at_line else self.sheets)

    def _show(self, part: QWidget) -> None:
        if part in (self.sheets, self.line):
            self._seen = part
        if not self.is_black:
            self._stack.setCurrentWidget(part)
            part.setFocus()
        self._say_place()

    @Slot()
    def _say_place(self) -> None:
        """The time, the place and the button, under what is shown."""
        foot, course = self.foot, self.course
        foot.time.setText(course.time.words)
        part = self._stack.currentWidget()
        if isinstance(part, PlayView | PlayLine):
            foot.set_factor(part.factor)  # what is not shown does not know how large it is
        words = f"stap {course.place + 1} van {len(course.steps)}"
        many = part.count if isinstance(part, PlayView | PlayLine) else 1
        if many > 1 and isinstance(part, PlayView | PlayLine):
            words = f"blad {part.place + 1} van {many} · {words}"
        foot.place.setText(words)
        foot.button.setText(BACK if part is self.instruments else SHOW_INSTRUMENTS)

    # --- going through it -----------------------------------------------------------------

    def go(self, by: int) -> None:
        """A page on or back, and at an end of the step to the next one or the one before."""
        part = self._stack.currentWidget()
        if isinstance(part, PlayView | PlayLine) and 0 <= part.place + by < part.count:
            part.turn(by) if isinstance(part, PlayLine) else part.step(by)
            return
        if part is self.instruments:
            return
        told = self._told
        if part is self.line and by > 0 and self.sheets.count:
            self._show(self.sheets)
        elif part is self.sheets and by < 0 and told is not None and self._has_line(told):
            self._show(self.line)
        else:
            self._goes_back = by < 0 < self.course.place
            self.course.go(by)

    @Slot()
    def turn_instruments(self) -> None:
        """Show which instruments there were at this moment, or go back to the step."""
        if self._stack.currentWidget() is self.instruments:
            self._show(self._seen)
        elif (told := self._told) is not None:
            self._take_instruments(told)
            self._show(self.instruments)

    def _take_instruments(self, told: PlaySheets) -> None:
        available = self.course.document.file.settings.available
        self.instruments.take(told.instruments(self.course.place, available))

    def turn_line(self) -> None:
        """Show the line so far, or go back to the words of the step."""
        self._show(self.line if self._stack.currentWidget() is not self.line else self.sheets)

    @property
    def is_black(self) -> bool:
        """Whether the room sees nothing now."""
        return self._stack.currentWidget() is self._black

    def turn_black(self) -> None:
        """Make the wall black, or show again what was there; the laptop goes on.

        F12 does it for every window.
        """
        part = self._seen if self.is_black else self._black
        self.foot.setVisible(self.is_black)
        layout = self.layout()
        if self.is_black and layout is not None:
            layout.activate()  # first: a page with more room for a moment may lose its place
        self._stack.setCurrentWidget(part)
        part.setFocus()
        self._say_place()

    # --- keys -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        is_instruments = self._stack.currentWidget() is self.instruments
        if event.modifiers() & others:
            event.ignore()
        elif self.is_black or key in (Qt.Key.Key_B, Qt.Key.Key_Period):
            self.turn_black()
        elif key is Qt.Key.Key_I or (key is Qt.Key.Key_Escape and is_instruments):
            self.turn_instruments()
        elif key is Qt.Key.Key_Escape:
            self.close()
        elif key is Qt.Key.Key_L:
            self.turn_line()
        elif key is Qt.Key.Key_R:
            self.course.back_one_round()
        elif key is Qt.Key.Key_P:
            self.course.turn_time()
        elif key in STEPS:
            self.go(STEPS[key])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing of it stays, also when the window is put away before it is gone."""
        super().closeEvent(event)
        self._is_closed = True
        self._places = HidingPlaces()
        self.sheets.take(())
        self.instruments.take(())
        self.line.show_line(Case("", ""), "", ())
        self.closed.emit()
