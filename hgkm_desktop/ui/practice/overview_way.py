"""The way to the overview of the file, and from each of its rows to the place that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

from hgkm_desktop.methods.overview import About, Row
from hgkm_desktop.models.steps_content import StepPage
from hgkm_desktop.ui.case.step_way import PAGES
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.focus import leave_field
from hgkm_desktop.ui.practice.action_way import show_action

if TYPE_CHECKING:
    # Imported when it is asked for: most sessions never need it.
    from hgkm_desktop.ui.practice.overview_window import OverviewWindow
    from hgkm_desktop.ui.window.works import Works
    from hgkm_desktop.ui.window.workspace import Workspace

# The pages of a work that can be about it, the best one first; else it opens where it was left.
_PAGES = {
    About.PLAN: ("Bijeenkomsten",),
    About.CASES: ("Casussen",),
    About.PEOPLE: ("Uitvoerders",),
    About.AGENDA: ("Agenda",),
    About.PROGRESS: ("Eerdere acties", "Agenda"),
    About.RESULT: ("Afsluiten", "Evaluatie", "Onderwerpen"),
    About.GROUPS: ("Focusgroepen",),
    About.DECISIONS: ("Besluit",),
}


class OverviewWay(QObject):
    """One window for the open file, which stays open while its rows are gone through."""

    def __init__(self, document: Document, workspace: Workspace, works: Works) -> None:
        super().__init__(workspace)
        self._document, self._workspace, self._works = document, workspace, works
        self._shown: OverviewWindow | None = None
        self.action = QAction("Overzicht…", self)
        self.action.setShortcut(QKeySequence("F7"))
        self.action.triggered.connect(self.show)

    @Slot()
    def show(self) -> None:
        """Show what is planned, what is to do, and for whom it waits."""
        leave_field()  # what is typed there counts too
        if self._shown is None:
            from hgkm_desktop.ui.practice.overview_window import OverviewWindow

            self._shown = OverviewWindow(self._document, self._workspace)
            self._shown.wanted.connect(self.go)
        self._shown.present()

    @Slot(object)
    def go(self, row: Row) -> None:
        """Go to the action, or to the case or the page of the work that the row is about."""
        if row.about is About.ACTIONS:
            show_action(self._workspace, row.holder_id, row.record_id)
            return
        window = self._workspace.window()
        window.raise_()
        window.activateWindow()
        if any(work.id == row.holder_id for work in self._document.works()):
            self._works.show(row.holder_id)
            any(map(self._works.show_named, _PAGES.get(row.about, ())))
        else:
            self._workspace.show_chosen_case(row.holder_id)
            if row.about is About.KEEPING:
                self._workspace.show_step(PAGES.index(StepPage.AANLEIDING))
