"""The page of the branches of an exercise: both sides drawn, typed, moved and compared.

Source: géén en wél Actieoverleg (docs/bronnen.md, bron 4).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.methods.branch_words import HOW_TO_READ, what_cannot_be
from hgkm_desktop.methods.branches import (
    copies,
    later_events,
    moved_over,
    side_name,
    side_of,
    with_branch,
)
from hgkm_desktop.models.exercise import Branch, Exercise
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import OnScreen, WorkOnScreen
from hgkm_desktop.ui.exercises.branch_kinds import BRANCHES, NO_BRANCH, SideOfLine, side_kind
from hgkm_desktop.ui.exercises.branch_table import BranchTable
from hgkm_desktop.ui.exercises.branch_view import BranchView
from hgkm_desktop.ui.exercises.exercise_line import EntryOfLine
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.parts.text import label, problem_label, scrolling, sentence_case
from hgkm_desktop.ui.parts.theme import scaled

_DRAWN_HEIGHT, _LIST_HEIGHT, _SIDE_HEIGHT = 360, 240, 400
COPY, MOVE = "Kopieer wat daarna komt", "Naar de andere lijn"


class ChosenBranch(OnScreen):
    """The exercise as the parts of the page see it, and which of its branches they are about.

    `changed` comes with another branch too.
    """

    def __init__(self, shown: WorkOnScreen, page: QObject) -> None:
        super().__init__(shown.document, page)
        self._shown, self._id = shown, ""
        shown.changed.connect(self.changed)

    @property
    def value(self) -> Exercise | None:
        """The exercise; None while there is no branch."""
        exercise = self._shown.value
        if isinstance(exercise, Exercise) and self.branch(exercise) is not NO_BRANCH:
            return exercise
        return None

    def edit(self, label: str, value: Exercise) -> None:
        self._shown.edit(label, value)

    def branch(self, exercise: Exercise) -> Branch:
        """The chosen branch as it is in this exercise, or else its first one."""
        found = [one for one in exercise.branches if one.id == self._id]
        return (*found, *exercise.branches, NO_BRANCH)[0]

    def choose(self, branch_id: str) -> None:
        if branch_id != self._id:
            self._id = branch_id
            self.changed.emit(self.value, self.value)


class BranchesPage(QScrollArea):
    """The branches in a list, and of the chosen one both sides."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self._shown, self._chosen = shown, ChosenBranch(shown, self)
        self._listed = RecordList(document, BRANCHES, shown)
        self._view = BranchView(Exercise("", ""), NO_BRANCH)
        self._drawn = scrolling(self._view)
        self._drawn.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the keys can scroll it
        self._drawn.setAccessibleName("Beide lijnen, getekend")
        self._problem, self._of_branch = problem_label(), QWidget()
        self._table = BranchTable()
        self._lay_out(document)
        self._view.drawn.connect(self._give_room)
        self._listed.chosen_changed.connect(self._choose)
        self._chosen.changed.connect(self._show_branch)
        self._show_branch()

    def _lay_out(self, document: Document) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(32)
        for is_with in (False, True):
            sides.addWidget(SidePart(document, self._chosen, is_with=is_with), 1)
        of_branch = QVBoxLayout(self._of_branch)
        inner = QWidget()
        column = QVBoxLayout(inner)
        for one in (of_branch, column):
            one.setContentsMargins(0, 0, 0, 0)
            one.setSpacing(14)
        for part in (self._problem, self._drawn, label(HOW_TO_READ, muted=True)):
            of_branch.addWidget(part)
        of_branch.addLayout(sides, 1)
        of_branch.addWidget(self._table)
        self._listed.setMinimumHeight(scaled(_LIST_HEIGHT))
        column.addWidget(self._listed)
        column.addWidget(self._of_branch)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @Slot()
    def _choose(self) -> None:
        chosen = self._listed.chosen
        if chosen is not None:  # while a list is filled anew nothing is chosen in it
            self._chosen.choose(chosen.id)

    @Slot()
    def _show_branch(self) -> None:
        exercise = self._chosen.value
        self._of_branch.setVisible(exercise is not None)
        if exercise is None:
            return
        branch = self._chosen.branch(exercise)
        if self._listed.chosen is None:
            self._listed.choose(branch.id)
        problems = what_cannot_be(exercise, branch)
        self._problem.setText("\n".join(problems))
        self._problem.setVisible(bool(problems))
        self._view.set_branch(exercise, branch)
        self._drawn.setAccessibleDescription(self._view.accessibleDescription())
        self._table.show_branch(exercise, branch)

    @Slot(int)
    def _give_room(self, high: int) -> None:
        self._drawn.setFixedHeight(min(high, scaled(_DRAWN_HEIGHT)))


class SidePart(QWidget):
    """One side: its name, a line to type in, and its events, which can go to the other side."""

    def __init__(self, document: Document, chosen: ChosenBranch, *, is_with: bool) -> None:
        super().__init__()
        self._document, self._chosen, self._is_with = document, chosen, is_with
        self._side = SideOfLine(chosen.branch, is_with)
        self._name = label("", level=2)
        self._entry = EntryOfLine(document, chosen, self._side.line, self._side.put)
        which = "met" if is_with else "zonder"
        self._entry.line.setAccessibleName(f"Invoerregel {which}")
        self._entry.line.setPlaceholderText("mei 2022 overleg: afspraken gemaakt @politie")
        self._listed = RecordList(document, side_kind(document, self._side), chosen)
        self._listed.tell_apart()
        self._listed.setMinimumHeight(scaled(_SIDE_HEIGHT))
        self._copy, self._move = QPushButton(COPY), QPushButton(MOVE)
        for button, slot in ((self._copy, self._copy_later), (self._move, self._move_over)):
            button.setAccessibleName(f"{button.text()}, {which}")
            button.setAutoDefault(True)
            button.clicked.connect(slot)
            self._listed.add_button(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._name, self._entry):
            column.addWidget(part)
        column.addWidget(self._listed, 1)
        self._entry.added.connect(self._listed.choose)
        self._listed.chosen_changed.connect(self._follow)
        chosen.changed.connect(self._follow)
        document.damaged.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        exercise = self._chosen.value
        if exercise is None:
            return
        branch, may_change = self._chosen.branch(exercise), not self._document.is_read_only
        self._name.setText(sentence_case(side_name(branch, is_with=self._is_with)))
        is_empty = not side_of(branch, is_with=self._is_with)
        self._copy.setVisible(is_empty)
        self._copy.setEnabled(may_change and bool(later_events(exercise, branch)))
        self._move.setEnabled(may_change and self._listed.chosen is not None)

    @Slot()
    def _copy_later(self) -> None:
        """Begin this side with what comes after T on the line of the exercise."""
        exercise = self._chosen.value
        if exercise is None:
            return
        branch = self._chosen.branch(exercise)
        filled = self._side.filled(branch, copies(later_events(exercise, branch)))
        self._chosen.edit("kopiëren wat daarna komt", with_branch(exercise, filled))
        self._listed.tell("Alles na moment T is gekopieerd. Ctrl+Z zet het terug.")
        self._listed.take_focus()

    @Slot()
    def _move_over(self) -> None:
        exercise, event = self._chosen.value, self._listed.chosen
        if exercise is None or event is None:
            return
        moved = moved_over(self._chosen.branch(exercise), event.id, to_with=not self._is_with)
        self._chosen.edit("naar de andere lijn", with_branch(exercise, moved))
        self._listed.tell("De gebeurtenis staat nu op de andere lijn. Ctrl+Z zet haar terug.")
        self._listed.take_focus()
