"""The way to the actions of the whole file, and from there to what they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.focus import leave_field
from hgkm_desktop.ui.practice.action_way import show_action
from hgkm_desktop.ui.window.workspace import Workspace

if TYPE_CHECKING:
    # Imported when it is asked for: most sessions never need it.
    from hgkm_desktop.ui.practice.follow_up_window import FollowUpWindow


class FollowUpMenu(QObject):
    """One action for a file that is open in a window."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(document)
        self._document, self._workspace, self._window = document, workspace, window
        self._shown: FollowUpWindow | None = None
        self.action = QAction("Verbeteracties volgen…", self)
        self.action.setShortcut("Ctrl+D")
        self.action.triggered.connect(self.show)

    @Slot()
    def show(self) -> None:
        """Show every action of the file."""
        leave_field()  # what is typed there is part of an action now
        if self._shown is None:
            from hgkm_desktop.ui.practice.follow_up_window import FollowUpWindow

            self._shown = FollowUpWindow(self._document, self._window)
            self._shown.holder_wanted.connect(self._go)
            self._shown.papers_wanted.connect(self._show_papers)
        self._shown.present()

    @Slot(str, str)
    def _go(self, holder_id: str, actie_id: str) -> None:
        show_action(self._workspace, holder_id, actie_id)

    @Slot(object)
    def _show_papers(self, rows: tuple[Followed, ...]) -> None:
        from hgkm_desktop.ui.papers.action_papers import ActionPapers

        shown = ActionPapers(self._document, rows, self._shown or self._window)
        shown.open()
