"""What watches over whatever file is open in a window: covering, locking and backing up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.backups import Backups
from hgkm_desktop.ui.file.blank import Blank
from hgkm_desktop.ui.file.locking import Locking
from hgkm_desktop.ui.parts.notice import OVER_ENTRY, Notice
from hgkm_desktop.ui.settings.looks_menu import LooksMenu

if TYPE_CHECKING:
    from hgkm_desktop.ui.window.workspace import Workspace


class Watching(QObject):
    """Made with the first file, and there as long as the window: a backup may outlast its file."""

    def __init__(self, window: QMainWindow, stack: QStackedWidget, looks: LooksMenu) -> None:
        super().__init__(window)
        self._stack = stack
        self._notice: Notice | None = None
        self.blank = Blank(window)
        self.locking = Locking(window, stack, self.blank, looks)
        self.backups = Backups(self)
        self.backups.failed.connect(self._say_no_backup)

    def begin(self, document: Document, workspace: Workspace) -> None:
        """Watch over a file that was opened."""
        if self._notice is not None:
            self._notice.hide()  # it was about another file
        self.locking.begin(document, workspace)
        self.backups.begin(document)

    def end(self) -> None:
        """The file closes, locked or not; what it holds is backed up."""
        self.locking.end()
        self.backups.end()

    @Slot(object)
    def _say_no_backup(self, error: HgkmError) -> None:
        if self._notice is None:
            self._notice = Notice(self._stack, foot=OVER_ENTRY)
        self._notice.say(error.sentence, is_problem=True)
