"""A line and a table side by side on a real document, for tests."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import EventKind, Mark, Occurrence
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_model import EventModel
from hgkm_desktop.ui.line.event_table import EventTable
from hgkm_desktop.ui.line.timeline_view import TimelineView
from tests.builders import (
    a_beleving,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)
from tests.casefile.files import new_file


class Bench(QWidget):
    """What the page of the timeline is made of: model, line, table and a field to type in."""

    def __init__(self, folder: Path, case: Case) -> None:
        super().__init__()
        self.document = Document(new_file(folder / "lijn.hgkm"))
        self.document.add_case(case)
        self.model = EventModel(self.document)
        self.table = EventTable(self.model)
        self.line = TimelineView(self.model)
        self.line.setSelectionModel(self.table.selectionModel())
        self.entry = QLineEdit()
        column = QVBoxLayout(self)
        for widget in (self.line, self.table, self.entry):
            column.addWidget(widget)
        self.resize(1000, 800)

    @property
    def case(self) -> Case:
        assert self.document.case is not None
        return self.document.case

    def index(self, title: str, column: int = 0) -> QModelIndex:
        return self.model.index(self.row(title), column)

    def row(self, title: str) -> int:
        return next(
            row for row in range(self.model.rowCount()) if self.model.event_at(row).title == title
        )

    def choose(self, title: str) -> None:
        self.table.setCurrentIndex(self.index(title))

    @property
    def chosen(self) -> str:
        """The title of the event that is chosen, '' when there is none."""
        index = self.line.currentIndex()
        return self.model.event_at(index.row()).title if index.isValid() else ""

    def spot(self, title: str) -> QPoint:
        """Where an event is on the line."""
        return self.line.visualRect(self.index(title)).center()


def a_small_case() -> Case:
    politie, veilig_thuis = an_organisation("politie"), an_organisation("Veilig Thuis")
    agent, teamleider = a_deelnemer(politie), a_deelnemer(veilig_thuis)
    melding = an_event(
        "3-3-2023", "melding", kind=EventKind.MELDING, organisation_ids=(politie.id,)
    )
    overleg = an_event(
        "apr 2023",
        "Actieoverleg",
        kind=EventKind.AFSTEMMING,
        organisation_ids=(veilig_thuis.id, politie.id),
        occurrence=Occurrence.NIET_GEDAAN,
    )
    werk = an_event("circa voorjaar 2023", "vader verliest werk", kind=EventKind.LIFE_EVENT)
    plan = an_event("vanaf 1-8-2023", "één plan", organisation_ids=(veilig_thuis.id,))
    ooit = an_event("", "ooit verhuisd", kind=EventKind.LIFE_EVENT)
    marks = (
        a_beleving(overleg, agent, Mark.GOED),
        a_beleving(overleg, teamleider, Mark.RISICO),
    )
    events = (melding, overleg, werk, plan, ooit)
    return a_case_with(politie, veilig_thuis, agent, teamleider, *events, *marks)
