"""The pages of an exercise.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.methods.exercise_making import (
    STANDARD_GOALS,
    in_three_rounds,
    still_missing,
    total_minutes,
    with_goals,
    with_known_facts,
    with_roles_of_line,
    with_words,
)
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.exercises.branch_page import BranchesPage
from hgkm_desktop.ui.exercises.exercise_kinds import FACTS, ROLES, ROUNDS
from hgkm_desktop.ui.exercises.exercise_line import LinePage
from hgkm_desktop.ui.exercises.exercise_matrix import WhoKnowsWhat
from hgkm_desktop.ui.exercises.exercise_new import OWN_REGION
from hgkm_desktop.ui.exercises.exercise_order import OrderedParts
from hgkm_desktop.ui.exercises.exercise_points import point_kind
from hgkm_desktop.ui.exercises.exercise_read import why_not_in_room
from hgkm_desktop.ui.parts.fields import Sentences, TextBlock, TextLine
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.window.work_form import WorkForm
from hgkm_desktop.ui.window.work_screen import Page

_LIST_HEIGHT = 320
_ROLES_FIRST = (
    "Voor een voorstel zijn eerst rollen nodig: maak ze op het blad ‘Rollen’. Dan krijgt wie iets "
    "eerder wist, dat op de kaart."
)
_FROM_CASE = (
    "Deze oefening is gemaakt van een casus in dit bestand. Wordt die casus vernietigd, dan gaan "
    "ook alle woorden van deze oefening weg."
)


class ExercisePage(WorkForm):
    """What the exercise is about, what can be learned, and what is still missing to play it."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__(document, shown)
        self._play, self._goals = QPushButton("Nieuwe speelbeurt"), QPushButton()
        self._words = QPushButton("Vaste tekst voor begin en eind")
        self._minutes, self._missing = label("", soft=True), label("", soft=True)
        self._of_case = label(_FROM_CASE, muted=True)
        self._goals.setText("Vaste leerdoelen toevoegen")
        for button in (self._play, self._goals, self._words):
            button.setAutoDefault(True)
        self.form.heading("De oefening")
        self.form.note(OWN_REGION)
        self.form.add_widget(self._of_case)
        self._ask()
        self.form.heading("Wat staat nog open")
        self.form.add_widget(self._missing)
        self.form.heading("Spelen")
        self.form.add_widget(self._minutes)
        self.form.add_widget(flowing(self._play))
        self.form.end()
        self.fill()
        self._play.clicked.connect(self._begin)
        self._goals.clicked.connect(self._add_goals)
        self._words.clicked.connect(self._add_words)
        shown.changed.connect(self._tell)
        self._tell()

    def _ask(self) -> None:
        self.ask_for("title", "Titel", TextLine())
        self.ask_for("about", "Waar gaat het over", TextBlock(2))
        self.ask_for("for_whom", "Voor wie", TextBlock(2, "bijvoorbeeld: wijkteams en politie"))
        self.ask_for("goals", "Leerdoelen", Sentences(4), "Eén leerdoel op elke regel.")
        self.form.add_widget(flowing(self._goals))
        self.ask_for(
            "opening",
            "Wat u voorleest aan het begin",
            TextBlock(4),
            "In de zaal kan iemand zitten die dit zelf heeft meegemaakt. Zeg dat weggaan mag, en "
            "bij wie men terecht kan.",
        )
        self.ask_for("questions", "Vragen voor het nagesprek", Sentences(4), "Eén op elke regel.")
        self.ask_for("closing", "Wat u voorleest aan het eind", TextBlock(4))
        self.form.add_widget(flowing(self._words))

    @Slot()
    def _tell(self) -> None:
        exercise = self._value()
        if not isinstance(exercise, Exercise):
            return
        missing = [
            *filter(None, (why_not_in_room(exercise),)),
            *still_missing(exercise, self.document.file.settings.available),
        ]
        self._missing.setText("\n".join(f"– {one}" for one in missing) or "Niets meer.")
        minutes = count_text(total_minutes(exercise), "minuut", "minuten")
        self._minutes.setText(
            f"De rondes duren samen {minutes}, zonder begin, pauze en afsluiting."
        )
        self._of_case.setVisible(bool(exercise.from_case_id))
        self._goals.setEnabled(not set(STANDARD_GOALS) <= set(exercise.goals))
        self._words.setEnabled(not (exercise.opening and exercise.closing))
        self._play.setEnabled(bool(exercise.rounds and exercise.events))

    @Slot()
    def _add_goals(self) -> None:
        exercise = self._value()
        if isinstance(exercise, Exercise) and self._shown is not None:
            self._shown.edit("leerdoelen toevoegen", with_goals(exercise))

    @Slot()
    def _add_words(self) -> None:
        exercise = self._value()
        if isinstance(exercise, Exercise) and self._shown is not None:
            self._shown.edit("vaste tekst toevoegen", with_words(exercise))

    @Slot()
    def _begin(self) -> None:
        """Make a playing of it, which is then shown."""
        exercise = self._value()
        if isinstance(exercise, Exercise) and isinstance(self._shown, WorkOnScreen):
            self._shown.new_wanted.emit(
                partial(
                    Playing,
                    title=exercise.title,
                    exercise_id=exercise.id,
                    from_case_id=exercise.from_case_id,
                )
            )


class RolesPage(QWidget):
    """Who can be played; each organisation of the line can be one in one press."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self._document, self._shown = document, shown
        self._parts = OrderedParts(document, ROLES, shown)
        self._all = QPushButton("Rol voor elke organisatie")
        self._all.setAutoDefault(True)
        self._all.clicked.connect(self._make)
        self._parts.listed.add_button(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._parts)
        shown.changed.connect(self._follow)
        document.damaged.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        exercise = self._shown.value
        if isinstance(exercise, Exercise):
            has_more = with_roles_of_line(exercise) != exercise
            self._all.setEnabled(has_more and not self._document.is_read_only)

    @Slot()
    def _make(self) -> None:
        exercise = self._shown.value
        if isinstance(exercise, Exercise):
            self._shown.edit("rollen toevoegen", with_roles_of_line(exercise))
            self._parts.listed.take_focus()


class RoundsPage(QWidget):
    """The rounds in order; without any they can be proposed, once it is known who plays.

    Without roles nobody knows anything first: all would come on the line at once, and stay there.
    """

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self._document, self._shown = document, shown
        self._parts = OrderedParts(document, ROUNDS, shown)
        self._propose = QPushButton("Voorstel: drie rondes")
        self._propose.setAutoDefault(True)
        self._propose.clicked.connect(self._fill)
        self._parts.listed.add_button(self._propose)
        self._why_not = label(_ROLES_FIRST, soft=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._parts)
        column.addWidget(self._why_not)
        shown.changed.connect(self._follow)
        document.damaged.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        exercise = self._shown.value
        if isinstance(exercise, Exercise):
            can_be, has_roles = bool(exercise.events), bool(exercise.roles)
            self._propose.setVisible(not exercise.rounds)
            self._propose.setEnabled(can_be and has_roles and not self._document.is_read_only)
            self._why_not.setVisible(can_be and not exercise.rounds and not has_roles)

    @Slot()
    def _fill(self) -> None:
        exercise = self._shown.value
        if isinstance(exercise, Exercise):
            self._shown.edit("voorstel voor de rondes", in_three_rounds(exercise))
            self._parts.listed.tell(
                "Dit is een voorstel. Wat maar een deel van de rollen wist, staat eerst op hun "
                "kaart. Een ronde later staat het voor iedereen op de lijn. Verander wat u wilt."
            )
            self._parts.listed.take_focus()


class FactsPage(QScrollArea):
    """Which role knows what from which round on, as a list and as a table of counts."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self._document, self._shown = document, shown
        self._list = RecordList(document, FACTS, shown)
        self._derive = QPushButton("Halen uit ‘bekend bij’")
        self._derive.setAutoDefault(True)
        self._derive.clicked.connect(self._fill)
        self._list.add_button(self._derive)
        self._list.setMinimumHeight(scaled(_LIST_HEIGHT))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._list, 1)
        column.addWidget(WhoKnowsWhat(shown))
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.changed.connect(self._follow)
        document.damaged.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        exercise = self._shown.value
        if isinstance(exercise, Exercise):
            has_more = with_known_facts(exercise) != exercise
            self._derive.setEnabled(has_more and not self._document.is_read_only)

    @Slot()
    def _fill(self) -> None:
        exercise = self._shown.value
        if isinstance(exercise, Exercise):
            self._shown.edit("rolfeiten uit bekend bij", with_known_facts(exercise))
            self._list.tell(
                "Van elke gebeurtenis in een ronde die maar een deel van de rollen wist, is een "
                "rolfeit gemaakt. Ctrl+Z zet alles terug."
            )
            self._list.take_focus()


def points_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """What the tables decide, in order."""
    return OrderedParts(document, point_kind(document), shown)


EXERCISE_PAGES: tuple[Page, ...] = (
    ("De oefening", ExercisePage),
    ("De lijn", LinePage),
    ("Rollen", RolesPage),
    ("Rondes", RoundsPage),
    ("Wie weet wat", FactsPage),
    ("Beslispunten", points_page),
    ("Wél en géén", BranchesPage),
)
