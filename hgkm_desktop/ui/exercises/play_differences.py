"""What tables chose beside each other and beside what really happened, and what was said of it.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.playing import Difference, Playing
from hgkm_desktop.models.records import new_id
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.exercises.exercise_kinds import LongChoice
from hgkm_desktop.ui.exercises.play_choices import DecisionChoice
from hgkm_desktop.ui.exercises.play_console import course_of, points_in_order
from hgkm_desktop.ui.exercises.play_course import PlayCourse
from hgkm_desktop.ui.exercises.play_words import about_choice, chosen_words, table_name
from hgkm_desktop.ui.parts.fields import TextBlock
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind, RecordList
from hgkm_desktop.ui.parts.text import label, scrolling
from hgkm_desktop.ui.practice.leertafel_kinds import insist_filled

_IN_ROW = 3
_ABOUT_ALL = "Over de hele oefening"
_GONE = "Een beslispunt dat er niet meer is"


class DifferencesPage(QWidget):
    """One decision at a time; the notes of the talk stand under it."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self._course = course_of(document, shown)
        self._decision = DecisionChoice()
        self._beside, self._grid = QWidget(), QGridLayout()
        around, inner = QVBoxLayout(self), QWidget()
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolling(inner))  # large text needs more height than a screen has
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label("Verschillen", level=2))
        column.addWidget(self._decision)
        self._column = column
        self._beside = QWidget()
        column.addWidget(self._beside)
        kind = difference_kind(self._course, self._decision)
        column.addWidget(RecordList(document, kind, shown), 1)
        self._decision.changed.connect(self._fill)
        self._course.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        step = self._course.step
        self._decision.follow(self._course.exercise, step.point if step is not None else None)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        beside = QWidget()
        grid = QGridLayout(beside)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, (name, told) in enumerate(self._columns()):
            grid.addWidget(_card(name, told), number // _IN_ROW, number % _IN_ROW)
        self._column.replaceWidget(self._beside, beside)
        self._beside.setParent(None)
        self._beside.deleteLater()
        self._beside = beside

    def _columns(self) -> list[tuple[str, tuple[str, ...]]]:
        playing, exercise = self._course.playing, self._course.exercise
        point = self._decision.point(exercise)
        if point is None:
            return []
        found = [(table, playing.choice(point.id, table.id)) for table in playing.tables]
        columns = [
            (table_name(table), (chosen_words(point, choice), *about_choice(choice)))
            for table, choice in found
        ]
        real = point.happened.strip() or "Hierover staat niets in de oefening."
        return [*columns, ("Wat er echt gebeurde", (real,))]


def _card(name: str, told: tuple[str, ...]) -> QFrame:
    made = QFrame()
    made.setProperty("card", True)
    column = QVBoxLayout(made)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(4)
    column.addWidget(label(name, level=3))
    for words in told:
        column.addWidget(label(words))
    column.addStretch(1)
    return made


def difference_kind(course: PlayCourse, decision: DecisionChoice) -> PartKind:
    """What was said of a difference, of which decision or of all."""

    def named(exercise: Exercise | None) -> dict[str, str]:
        found = points_in_order(exercise) if exercise is not None else ()
        return {s.point.id: s.point.question for s in found if s.point is not None}

    def words(playing: Playing, one: Difference) -> str:
        about = (
            named(course.exercise).get(one.decision_id, _GONE) if one.decision_id else _ABOUT_ALL
        )
        return f"{one.text}\n{about}"

    def dialog(parent: QWidget, playing: Playing, one: Difference) -> RecordDialog:
        asked = RecordDialog(parent, "Verschil", one)
        choices = [("", _ABOUT_ALL), *named(course.exercise).items()]
        if one.decision_id not in dict(choices):
            choices.append((one.decision_id, _GONE))
        asked.ask_for("text", "Wat is erover gezegd", TextBlock(4), "Noem geen namen van mensen.")
        asked.ask_for("decision_id", "Over welk beslispunt", LongChoice(choices))
        return asked

    return PartKind(
        field="differences",
        one="aantekening",
        heading="Wat is erover gezegd",
        explanation="Waarin verschillen de tafels van elkaar, en van wat er echt gebeurde? Van het "
        "verschil leert u; het zegt niet welke tafel het beter deed.",
        empty="Nog geen aantekeningen. Schrijf na het spelen op wat de zaal over een verschil zei.",
        words=words,
        new=lambda playing: Difference(new_id(), "", decision.value()),
        dialog=dialog,
        check=lambda playing, one: insist_filled(one.text, "Schrijf op wat erover is gezegd."),
        also_gone="de keuzes van de tafels blijven staan",
    )
