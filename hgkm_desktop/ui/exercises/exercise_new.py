"""Asks what a new exercise is made of: one of the library, or a deelbare casus.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.casefile import CaseHeading
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.exercise_making import total_minutes
from hgkm_desktop.methods.exercises import exercise_of
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.list_window import list_of_records, make_large
from hgkm_desktop.ui.parts.text import label, problem_label, scrolling
from hgkm_desktop.ui.window.work_list import AsksForWork

OWN_REGION = "Speel nooit een casus uit de eigen regio: iemand in de zaal kan het gezin kennen."
_NO_LIBRARY = (
    "Bij dit programma zitten nog geen oefeningen. U kunt wel een lege oefening maken, of een "
    "oefening van een deelbare casus."
)
_NO_CASES = "In dit bestand staat nog geen casus. Maak eerst een casus, of een lege oefening."
_LIBRARY_SAID = "Elk verhaal is verzonnen. U krijgt een kopie: daarin kunt u alles veranderen."
_CASE_SAID = (
    "Alleen wat de tafel mag verlaten, gaat mee: wat voor ‘bestuur’ is, met data tot op de maand, "
    "zonder belevingen en zonder functies. De casus zelf verandert niet. Wordt de casus "
    "vernietigd, dan gaan ook alle woorden van de oefening weg."
)


class _Chooses(AsksForWork):
    """A list with more about what is chosen under it; Enter or a double click takes it."""

    def __init__(self, over: QWidget, title: str, said: str, name: str) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.listed: QListWidget = list_of_records(name)
        self._said, self._about = label(said, soft=True), label("")
        self._problem = problem_label()
        self._take = QPushButton("Oefening maken")
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.listed.currentRowChanged.connect(self._show_chosen)
        self.listed.itemActivated.connect(self._take_chosen)
        self._take.clicked.connect(self._take_chosen)
        self._fill()
        has_rows = self.listed.count() > 0
        self.listed.setVisible(has_rows)
        self._scroll.setVisible(has_rows)
        if has_rows:
            self.listed.setCurrentRow(0)
            self.listed.setFocus()
        self._show_chosen()
        make_large(self, 820, 640 if has_rows else 240)

    def _lay_out(self) -> None:
        buttons, roles = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        self._take.setProperty("main", True)
        self._take.setAutoDefault(True)
        buttons.addButton(self._take, roles.ActionRole)
        cancel = buttons.addButton("Annuleren", roles.RejectRole)
        assert isinstance(cancel, QPushButton)
        cancel.setAutoDefault(True)
        buttons.rejected.connect(self.reject)
        self._scroll = scrolling(self._about)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._about.setContentsMargins(2, 2, 8, 2)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(10)
        self._column.addWidget(self._said)
        self._column.addWidget(self.listed, 3)
        self._column.addWidget(self._scroll, 2)
        self._column.addWidget(self._problem)
        self._column.addWidget(buttons)

    def _fill(self) -> None:
        raise NotImplementedError

    def _add(self, words: str, held: object) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, held)
        self.listed.addItem(item)

    @property
    def _chosen(self) -> object:
        item = self.listed.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if self.listed.currentRow() >= 0 else None

    def _tell(self, error: HgkmError) -> None:
        self._problem.setText(" ".join(filter(None, (error.what, error.todo))))
        self._problem.show()

    def _show_chosen(self) -> None:
        self._take.setEnabled(self._chosen is not None)

    def _take_chosen(self) -> None:
        raise NotImplementedError


class LibraryDialog(_Chooses):
    """The exercises that come with the program."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, "Oefening uit de bibliotheek", _LIBRARY_SAID, "Oefeningen")

    def _fill(self) -> None:
        from hgkm_desktop.exchange.exercise_text import library

        try:
            found = library()
        except HgkmError as error:  # a file of the program is broken: nothing can be chosen
            self._tell(error)
            return
        for one in found:
            self._add(_library_words(one), one)
        if not found:
            self._said.setText(_NO_LIBRARY)

    @Slot()
    def _show_chosen(self) -> None:
        super()._show_chosen()
        one = self._chosen
        if isinstance(one, Exercise):
            goals = "\n".join(f"– {goal}" for goal in one.goals)
            whom = f"Voor wie: {one.for_whom}" if one.for_whom else ""
            said = filter(None, (one.about, whom, f"Leerdoelen\n{goals}" if goals else ""))
            self._about.setText("\n\n".join(said))
            self.listed.setAccessibleDescription(self._about.text())

    @Slot()
    def _take_chosen(self) -> None:
        one = self._chosen
        if isinstance(one, Exercise):
            self.accept()
            self.given.emit(partial(_copy_of, one))


def _library_words(one: Exercise) -> str:
    counts = (
        count_text(len(one.events), "gebeurtenis", "gebeurtenissen"),
        count_text(len(one.rounds), "ronde", "rondes"),
        count_text(len(one.roles), "rol", "rollen"),
        count_text(total_minutes(one), "minuut", "minuten"),
    )
    return f"{one.title}\n{' · '.join(counts)}"


def _copy_of(one: Exercise, *, id: str, code: str, created_on: date) -> Exercise:
    """A copy with an id and code of its own; it still has to be read through."""
    return replace(
        one, id=id, code=code, created_on=created_on, state=CaseState.IN_BEWERKING, versions=0
    )


class CaseDialog(_Chooses):
    """The cases of the file; of one that cannot be played it says what to do."""

    def __init__(self, document: Document, over: QWidget) -> None:
        self._document = document
        super().__init__(over, "Oefening van een deelbare casus", _CASE_SAID, "Casussen")
        self._column.insertWidget(0, label(OWN_REGION, quote=True))

    def _fill(self) -> None:
        try:
            headings = self._document.headings()
        except HgkmError as error:
            self._tell(error)
            return
        for heading in headings:
            self._add(_case_words(heading), heading)
        if not headings:
            self._said.setText(_NO_CASES)

    @Slot()
    def _show_chosen(self) -> None:
        """What goes along of the case, or why it cannot be played."""
        self._problem.hide()
        case, words = self._case(), ""
        if case is not None:
            events = count_text(len(case.events), "gebeurtenis", "gebeurtenissen")
            whole = self._document.case_of(case.id)
            left = len(whole.events) - len(case.events)
            words = f"{events} van deze casus {'gaat' if len(case.events) == 1 else 'gaan'} mee."
            if left:
                count = count_text(left, "gebeurtenis", "gebeurtenissen")
                verb = "mag" if left == 1 else "mogen"
                words += f" {count} {verb} de tafel niet verlaten en {verb} dus niet mee."
        self._about.setText(words)
        self._take.setEnabled(case is not None)

    def _case(self) -> Case | None:
        """What may be played of the chosen case; why it may not is said."""
        from hgkm_desktop.reports.let_through.exercise_case import playable_case

        heading = self._chosen
        if not isinstance(heading, CaseHeading):
            return None
        try:
            return playable_case(self._document.case_of(heading.id))
        except HgkmError as error:
            self._tell(error)
            return None

    @Slot()
    def _take_chosen(self) -> None:
        case = self._case()
        if case is not None:
            self.accept()
            self.given.emit(partial(_exercise_of, case))


def _case_words(heading: CaseHeading) -> str:
    words = f"{heading.code}  {heading.title}".strip()
    if heading.state is CaseState.DEELBAAR:
        return f"{words}\nDeelbaar"
    return f"{words}\nNog in bewerking: maak de casus eerst deelbaar, met de herleidbaarheidscheck"


def _exercise_of(case: Case, *, id: str, code: str, created_on: date) -> Exercise:
    return replace(exercise_of(case, code=code), id=id, created_on=created_on)
