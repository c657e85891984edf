"""The pages of a bestuurlijke leertafel, in the order of the work.

Source: zicht op de praktijk, vraag 4 (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.leertafel import disagreeing, not_on_table, uitvoerders_left
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.ui.case.actie_kind import actie_kind
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.document.works_held import cases_of
from hgkm_desktop.ui.parts.clock_fields import TimeField
from hgkm_desktop.ui.parts.date_fields import DayField
from hgkm_desktop.ui.parts.fields import TextBlock, TextLine
from hgkm_desktop.ui.parts.problem_box import show_problem
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.practice.actions_held import begin
from hgkm_desktop.ui.practice.leertafel_agenda import AgendaNotes, AgendaPage
from hgkm_desktop.ui.practice.leertafel_kinds import (
    BEGRIPPEN,
    REFLECTIONS,
    case_kind,
    signal_kind,
    uitvoerder_kind,
)
from hgkm_desktop.ui.practice.leertafel_results import ResultsPage
from hgkm_desktop.ui.practice.leertafel_told import ToldOfTable, what_is_open, why_not_on_table
from hgkm_desktop.ui.practice.progress_round import progress_page
from hgkm_desktop.ui.window.work_form import WorkForm
from hgkm_desktop.ui.window.work_screen import Page

_TO_ROOM = (
    "De zaal ziet steeds één punt van de agenda, zonder functies en zonder uw aantekeningen. Hier "
    "schrijft u intussen op wat er gezegd wordt."
)


class CasesPage(WorkForm):
    """When and with whom it is held, the cases, and what is still open."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__(document, shown)
        self._list = RecordList(document, case_kind(document), shown)
        self._go = QPushButton("Naar de casus")
        self._go.setAutoDefault(True)
        self._list.add_button(self._go)
        self.form.add_widget(self._list)
        self.form.add_widget(why_not_on_table(document, shown))
        self.form.add_widget(what_is_open(document, shown))
        self._ask_when()
        self.form.end()
        self.fill()
        self._go.clicked.connect(self._go_to_case)
        shown.changed.connect(self._show_button)
        self._show_button()

    def _ask_when(self) -> None:
        self.form.heading("Wanneer en met wie")
        self.ask_for("title", "Neutrale titel", TextLine(), "Geen plaats, geen jaartal.")
        self.ask_for("held_on", "Op welke dag", DayField())
        self.ask_for("starts_at", "Hoe laat begint het", TimeField())
        self.ask_for(
            "present",
            "Wie zijn erbij",
            TextBlock(2),
            "Functies, geen namen: burgemeester, wethouder.",
        )

    @Slot()
    def _show_button(self) -> None:
        table = self._value()
        self._go.setEnabled(isinstance(table, Leertafel) and bool(table.cases))

    @Slot()
    def _go_to_case(self) -> None:
        table = self._value()
        first = table.cases[:1] if isinstance(table, Leertafel) else ()
        for held in [self._list.chosen] if self._list.chosen else first:
            assert isinstance(self._shown, WorkOnScreen)
            self._shown.case_wanted.emit(held.case_id)


def signals_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """What the teams that do the work say."""
    return RecordList(document, signal_kind(document), shown)


def uitvoerders_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """Who is asked to the table, and what is still to do for that."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(RecordList(document, uitvoerder_kind(document), shown), 1)

    def words(table: Leertafel, _: object) -> str:
        left = uitvoerders_left(table) if table.uitvoerders else ""
        return "\n".join(filter(None, (left, disagreeing(table))))

    column.addWidget(ToldOfTable(document, shown, words, label("", soft=True)))
    return page


class TablePage(QScrollArea):
    """What is shown to the room, and what is said there: at each point, by bestuurders, and of
    words that need a meaning."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._show = QPushButton("Tonen in de zaal")
        self._show.setProperty("main", True)
        self._show.setAutoDefault(True)
        self._show.clicked.connect(self.show_to_room)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(label(_TO_ROOM, muted=True))
        column.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(AgendaNotes(document, shown))
        column.addWidget(RecordList(document, REFLECTIONS, shown))
        column.addWidget(RecordList(document, BEGRIPPEN, shown))
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @Slot()
    def show_to_room(self) -> None:
        """Show it full screen; not while a case is not deelbaar, or an earlier action not asked."""
        from hgkm_desktop.ui.room.table_stage import (
            open_table_stage,  # this page opens sooner without
        )

        table = self._shown.value
        if not isinstance(table, Leertafel):
            return
        why = not_on_table(table, cases_of(self.document, table))
        if why:
            show_problem(self.window(), HgkmError(why), "Nog niet in beeld")
        elif open_table_stage(self.document, table.id, self) is not None:
            self._begin(table)

    def _begin(self, table: Leertafel) -> None:
        """Once it is shown on its day the cases have begun: what is agreed from then on is new."""
        is_its_day = table.held_on is None or table.held_on <= date.today()
        if is_its_day and not self.document.is_read_only:
            with suppress(HgkmError):  # the list of cases says what is wrong with the file
                begin(self.document, table)


def closing_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """What is concluded and agreed, when it goes on, and what is still open."""
    page = WorkForm(document, shown)
    page.form.heading("Afsluiten")
    page.ask_for("conclusion", "Conclusie", TextBlock(4))
    page.ask_for("next_on", "Volgende leertafel", DayField())
    page.form.add_widget(RecordList(document, actie_kind("Andere acties en afspraken"), shown))
    page.form.add_widget(what_is_open(document, shown))
    page.form.end()
    page.fill()
    return page


LEERTAFEL_PAGES: tuple[Page, ...] = (
    ("Casussen", CasesPage),
    ("Signalen", signals_page),
    ("Uitvoerders", uitvoerders_page),
    ("Agenda", AgendaPage),
    ("Eerdere acties", progress_page),
    ("Aan tafel", TablePage),
    ("Opbrengst", ResultsPage),
    ("Afsluiten", closing_page),
)
