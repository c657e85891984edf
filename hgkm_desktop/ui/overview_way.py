"""The way to the overview of the file, and from each of its rows to the place that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

from hgkm_desktop.methods.overview import About, Row
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.focus import leave_field
from hgkm_desktop.ui.record_list import RecordList

if TYPE_CHECKING:
    # Imported when it is asked for: most sessions never need it.
    from hgkm_desktop.ui.overview_window import OverviewWindow
    from hgkm_desktop.ui.works import Works
    from hgkm_desktop.ui.workspace import Workspace

_STEPS = {About.ACTIONS: 5, About.KEEPING: 0}
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
    About.ACTIONS: ("Opbrengst", "Afsluiten", "Evaluatie", "Afspraken"),
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
            from hgkm_desktop.ui.overview_window import OverviewWindow

            self._shown = OverviewWindow(self._document, self._workspace)
            self._shown.wanted.connect(self.go)
        self._shown.present()

    @Slot(object)
    def go(self, row: Row) -> None:
        """Go to the case or work, to the page of it, and there to the action."""
        window = self._workspace.window()
        window.raise_()
        window.activateWindow()
        if any(work.id == row.holder_id for work in self._document.works()):
            self._works.show(row.holder_id)
            self._open_page(row)
            return
        self._workspace.show_chosen_case(row.holder_id)
        if row.about in _STEPS:
            self._workspace.show_step(_STEPS[row.about])
            self._choose(row.record_id)

    def _open_page(self, row: Row) -> None:
        """Open the page with the action, or the first one that there is."""
        for name in _PAGES.get(row.about, ()):
            is_there = self._works.show_named(name)
            if is_there and (not row.record_id or self._choose(row.record_id)):
                return

    def _choose(self, record_id: str) -> bool:
        """Select the action where it is listed; False when it is not."""
        for records in self._workspace.findChildren(RecordList):
            if records.isVisible() and records.choose(record_id):
                records.take_focus()
                return True
        return False
