"""Makes sure that nothing is lost when the open casusbestand closes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.copies import Copies
from hgkm_desktop.ui.file.locking import Locking
from hgkm_desktop.ui.parts import questions
from hgkm_desktop.ui.parts.focus import leave_field, return_to
from hgkm_desktop.ui.window.workspace import Workspace


class Leaving(QObject):
    """Asks over a window what may not be decided for the user; goes with its document.

    `agreed`: it may close now, whatever is lost. `again`: what was in the way may be gone.
    `stayed`: the user goes on with this file.
    """

    agreed = Signal()
    again = Signal()
    stayed = Signal()

    def __init__(
        self,
        document: Document,
        workspace: Workspace,
        locking: Locking,
        copies: Copies,
        window: QWidget,
    ) -> None:
        super().__init__(document)
        self._document, self._workspace, self._window = document, workspace, window
        self._locking, self._copies = locking, copies
        self._left: QWidget | None = None

    def may_close(self) -> bool:
        """Whether the file can close and all is kept; if not, it is asked or told why."""
        if self._locking.is_locked:
            return self._may_close_locked()
        self._left = leave_field()
        if self._document.has_unsaved:
            self._document.save_now()
        if self._document.has_unsaved:
            self._ask_about_unsaved()
            return False
        path = self._document.file.path
        if not self._document.look_after_work():
            self._ask_about_unsaved()
            return False
        if self._document.file.path != path:
            self.stay()  # what was said of it must be read first
            return False
        unfinished = self._workspace.unfinished()
        if unfinished:
            questions.about_unfinished(self._window, unfinished, self._agree, self.stay)
        return not unfinished

    def _may_close_locked(self) -> bool:
        if self._locking.may_close():
            return True
        self.stayed.emit()
        return False

    def _ask_about_unsaved(self) -> None:
        """Ask, until all is saved after all: then nothing is left to ask."""
        again = partial(self._leave_again, self._document.file.path)
        box = questions.about_unsaved(self._window, again, self._copies.ask, self._agree, self.stay)
        # Later, for what was saved may be on its way to being locked.
        self._document.saved.connect(box.accept, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit()

    def _leave_again(self, path: Path) -> None:
        """Go on with closing, unless the file was locked meanwhile, or something is said of it."""
        if self._locking.is_locked or self._document.file.path != path:
            self.stay()
        else:
            self.again.emit()

    @Slot()
    def stay(self) -> None:
        """Back to the field that was left to find out whether all was saved."""
        self.stayed.emit()
        return_to(self._left)
