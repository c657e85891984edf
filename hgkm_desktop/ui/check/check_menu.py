"""The way to the herleidbaarheidscheck: from the menu, from the header, and from a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.rounds import hides, insist_nothing_hidden
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.after_replacing import AfterReplacing
from hgkm_desktop.ui.parts.focus import leave_field, return_to
from hgkm_desktop.ui.parts.problem_box import show_problem
from hgkm_desktop.ui.window.workspace import Workspace
from hgkm_desktop.ui.writing.text_watch import TextWatch

if TYPE_CHECKING:
    # Imported when they are asked for: the words that they need take a moment to read.
    from hgkm_desktop.privacy import Finding
    from hgkm_desktop.ui.check.check_edits import CheckEdits
    from hgkm_desktop.ui.check.check_window import CheckWindow
    from hgkm_desktop.ui.parts.notice import Notice

_FIRST = "Bewaar eerst wat u in dit venster typte, of sluit het."
_THEN = "Daarna vervangt u het woord overal met Ctrl+H."


class CheckMenu(QObject):
    """Two actions for the case on screen of a file that is open in a window.

    It goes with its document; `end` must be called before that closes.
    """

    def __init__(
        self,
        document: Document,
        workspace: Workspace,
        window: QWidget,
        watch: TextWatch,
        older: AfterReplacing,
    ) -> None:
        super().__init__(document)
        self._document, self._workspace, self._window = document, workspace, window
        self._watch, self._older = watch, older
        self._edits: CheckEdits | None = None
        self._shown: CheckWindow | None = None
        self._notice: Notice | None = None
        self._left: QWidget | None = None
        self.action = QAction("Herleidbaarheidscheck…", self)
        self.action.setShortcut(QKeySequence("Ctrl+H"))
        self.action.triggered.connect(self.show)
        workspace.check_requested.connect(self.show)
        watch.everywhere_asked.connect(self.replace_everywhere)
        watch.clearing_asked.connect(self.clear)
        document.case_changed.connect(self._follow)
        self._follow()

    def actions(self) -> tuple[QAction, QAction]:
        """The check, and what is to be done after a word was replaced."""
        return self.action, self._older.action

    @Slot()
    def _follow(self) -> None:
        case = self._document.case
        self.action.setEnabled(case is not None)
        if self._shown is not None and case is not None and hides(case):
            self._shown.close()

    def _may_show(self, what: str) -> bool:
        """False, and why, while a blind round is open: what was said there is in those texts."""
        try:
            if self._document.case is not None:
                insist_nothing_hidden(self._document.case, what)
        except HgkmError as error:
            show_problem(self._window, error, what)
            return False
        return True

    @Slot()
    def show(self) -> None:
        """Show all that is found in the case on screen."""
        if not self._may_show("De herleidbaarheidscheck"):
            return
        self._left = leave_field()  # what is typed there is part of the case now
        if self._shown is None:
            from hgkm_desktop.ui.check.check_window import CheckWindow
            from hgkm_desktop.ui.finding.way_to_text import WayToText

            self._shown = CheckWindow(
                self._document, self._edits_of_file(), self._watch, self._window
            )
            self._shown.place_wanted.connect(WayToText(self._workspace).go)
            self._shown.closed.connect(self._go_back)
            self._shown.older_wanted.connect(self._older.show)
        self._shown.present()

    @Slot()
    def _go_back(self) -> None:
        """Back to the field that was left."""
        if not self._document.file.is_locked:
            self._window.activateWindow()
            return_to(self._left)

    def end(self) -> None:
        """The file closes: keep nothing."""
        if self._edits is not None:
            self._edits.forget()
        if self._shown is not None:
            self._shown.end()

    # --- asked from a field -------------------------------------------------------------

    @Slot(str)
    def replace_everywhere(self, word: str) -> None:
        """Ask by what a word is replaced in the whole case.

        A dialog would put back what it was opened with, so what is asked there comes first.
        """
        dialog = QApplication.activeModalWidget()
        if dialog is None and self._may_show("Overal vervangen"):
            self._edits_of_file().replace_everywhere(self._window, word)
        elif dialog is not None:
            show_problem(dialog, HgkmError(_FIRST, todo=_THEN), "Overal vervangen")

    @Slot(str, object)
    def clear(self, word: str, finding: Finding) -> None:
        """Ask why a word tells nobody who the case is about."""
        over = QApplication.activeModalWidget() or self._window
        self._edits_of_file().clear(over, word, finding)

    @Slot(str)
    def _tell(self, words: str) -> None:
        """Say over the window what was done, unless the other window says it."""
        if words and (self._shown is None or not self._shown.isVisible()):
            from hgkm_desktop.ui.parts.notice import OVER_ENTRY, Notice

            if self._notice is None:
                self._notice = Notice(self._workspace, foot=OVER_ENTRY)
            self._notice.say(f"{words} {self._older.offered()}".strip(), is_problem=False)

    def _edits_of_file(self) -> CheckEdits:
        if self._edits is None:
            from hgkm_desktop.ui.check.check_edits import CheckEdits

            line = self._workspace.timeline_page.entry.line
            self._edits = CheckEdits(self._document, self._watch, line)
            self._edits.done.connect(self._tell)
        return self._edits
