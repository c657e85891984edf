"""The way to what is read off the line: from the menu of the case, and from there to the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.focus import leave_field
from hgkm_desktop.ui.window.workspace import TIMELINE_STEP, Workspace

if TYPE_CHECKING:
    # Imported when it is asked for: most sessions never need it.
    from hgkm_desktop.ui.case.results_window import ResultsWindow


class ResultsMenu(QObject):
    """One action for the case on screen of a file that is open in a window."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(document)
        self._document, self._workspace, self._window = document, workspace, window
        self._shown: ResultsWindow | None = None
        self.action = QAction("Uitkomsten uit de lijn…", self)
        self.action.setShortcut(QKeySequence("Ctrl+U"))
        self.action.triggered.connect(self.show)
        document.case_changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.action.setEnabled(self._document.case is not None)

    @Slot()
    def show(self) -> None:
        """Show what the line of the case on screen says."""
        leave_field()  # what is typed there is part of the case now
        if self._shown is None:
            from hgkm_desktop.ui.case.results_window import ResultsWindow

            self._shown = ResultsWindow(self._document, self._window)
            self._shown.event_wanted.connect(self._show_event)
            self._shown.record_wanted.connect(self._show_record)
        self._shown.present()

    @Slot(str)
    def _show_event(self, event_id: str) -> None:
        self._to_line()
        page = self._workspace.timeline_page
        page.choose(event_id)
        page.timeline.setFocus()

    @Slot(str)
    def _show_record(self, record_id: str) -> None:
        self._to_line()
        self._workspace.timeline_page.timeline.record_requested.emit(record_id)

    def _to_line(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
        self._workspace.show_step(TIMELINE_STEP)
