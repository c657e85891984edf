"""Destroying the case on screen: asked first, then done in one go, and finished when cut off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.casefile import DamagedFile, backups_of
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.works import made_of
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.settings import other_backup_dirs
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.backups import Backups
from hgkm_desktop.ui.parts import questions
from hgkm_desktop.ui.parts.clipboard import take_back
from hgkm_desktop.ui.parts.focus import leave_field
from hgkm_desktop.ui.parts.problem_box import show_problem


class DestroyMenu(QObject):
    """Two actions for the cases of a file that is open in a window; they go with its document."""

    def __init__(self, document: Document, window: QWidget, backups: Backups) -> None:
        super().__init__(document)
        self._document, self._window, self._backups = document, window, backups
        self._destroy = QAction("Casus vernietigen…", self)
        self._destroy.triggered.connect(self.ask)
        self._destroyed = QAction("Vernietigde casussen…", self)
        self._destroyed.triggered.connect(self.show_destroyed)
        document.case_changed.connect(self._follow)
        self._follow()

    def actions(self) -> tuple[QAction, QAction]:
        return self._destroy, self._destroyed

    @Slot()
    def _follow(self) -> None:
        document = self._document
        self._destroy.setEnabled(document.case is not None and not document.is_read_only)

    @Slot()
    def ask(self) -> None:
        """Say what destroying the case on screen means, and ask for its code."""
        leave_field()
        case, file = self._document.case, self._document.file
        if case is None:
            return
        from hgkm_desktop.ui.file.destroy_dialog import DestroyDialog

        try:
            issued = file.issued(case.id)
            emptied = made_of(self._document.works(), case.id)
        except HgkmError as error:
            self._say(error)
            return
        backups = len(backups_of(file.header, user_backup_dir()))
        dialog = DestroyDialog(self._window, case, issued, backups, emptied)
        dialog.confirmed.connect(self.destroy)
        dialog.open()

    @Slot(str, str, str)
    def destroy(self, case_id: str, function: str, ground: str) -> None:
        """Destroy a case that was asked about, and show what can be kept of it."""

        def begin(now: datetime) -> None:
            self._document.destroy(
                case_id, function=function, ground=ground, on=now.date(), folder=user_backup_dir()
            )
            take_back()  # what was copied of it

        self._work(begin)

    @Slot()
    def finish(self) -> None:
        """Finish what was begun before and cut off."""
        self._work(_nothing_more)

    def _work(self, begin: Callable[[datetime], object]) -> None:
        now = datetime.now()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self._backups.end()
        self._backups.finish()  # no backup that holds the case may come after this
        try:
            begin(now)
            self._document.file.finish_destroying(user_backup_dir(), now, other_backup_dirs())
        except HgkmError as error:
            self._say(error)
        else:
            self._show_destroyed(is_done=True)
        finally:
            self._backups.begin(self._document)
            QApplication.restoreOverrideCursor()

    @Slot()
    def show_destroyed(self) -> None:
        """List what was destroyed in this file, each with its verklaring."""
        self._show_destroyed(is_done=False)

    def _show_destroyed(self, *, is_done: bool) -> None:
        from hgkm_desktop.ui.file.destroyed_dialog import DestroyedDialog

        try:
            dialog = DestroyedDialog(self._window, self._document.file, is_done=is_done)
        except HgkmError as error:
            self._say(error)
            return
        dialog.finish_wanted.connect(self.finish)
        dialog.open()

    def ask_unfinished(self) -> None:
        """When the file opens: ask whether to finish what was cut off, if anything was."""
        if self._document.is_read_only:
            return
        try:
            codes = [
                noted.code for noted in self._document.file.destroyed() if not noted.is_finished
            ]
        except DamagedFile:  # of that the user hears elsewhere
            return
        except HgkmError as error:
            self._say(error)
            return
        if codes:
            questions.about_unfinished_destroying(self._window, codes, self.finish)

    def _say(self, error: HgkmError) -> None:
        show_problem(self._window, error, "Casus vernietigen")


def _nothing_more(_: datetime) -> None:
    """The rows are gone already."""
