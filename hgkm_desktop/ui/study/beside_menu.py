"""The way to cases beside each other: from the menu, or from a study with its cases."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.study import Study
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.focus import leave_field
from hgkm_desktop.ui.window.workspace import TIMELINE_STEP, Workspace


class BesideMenu(QObject):
    """One action for a file that is open in a window."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(document)
        self._document, self._workspace, self._window = document, workspace, window
        self.action = QAction("Casussen naast elkaar…", self)
        self.action.setShortcut("Ctrl+Shift+V")
        self.action.triggered.connect(self.show)
        document.case_changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.action.setEnabled(self._document.case is not None)

    @Slot()
    def show(self) -> None:
        """Show the cases of the study on screen, or else all of the file."""
        from hgkm_desktop.ui.study.beside_window import BesideWindow  # most sessions never need it

        leave_field()
        work = self._workspace.work_on_screen
        chosen = [held.case_id for held in work.cases] if isinstance(work, Study) else []
        shown = BesideWindow(self._document, self._window, chosen)
        shown.case_wanted.connect(self._go)
        shown.show()

    @Slot(str, str)
    def _go(self, case_id: str, event_id: str) -> None:
        self._window.raise_()
        self._window.activateWindow()
        self._document.show_case(case_id)
        self._workspace.show_step(TIMELINE_STEP)
        page = self._workspace.timeline_page
        page.choose(event_id)
        page.timeline.setFocus()
