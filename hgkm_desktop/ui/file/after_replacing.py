"""After a replacement: what still holds the old text, and how it is taken away."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.casefile import older_texts, remove_copies, remove_older_backups
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.settings import other_backup_dirs
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.backups import Backups
from hgkm_desktop.ui.parts.focus import leave_field
from hgkm_desktop.ui.parts.problem_box import a_box, show_problem

TITLE = "Oude back-ups en documenten"
_OFFERED = f"Weghalen kan met ‘{TITLE}’ in het menu Casus."


class AfterReplacing(QObject):
    """One action for the case on screen of a file that is open in a window.

    `offered` is for after a replacement, and says it once for each file that is opened: who lets
    the old backups be has heard it. It goes with its document.
    """

    def __init__(self, document: Document, window: QWidget, backups: Backups) -> None:
        super().__init__(document)
        self._document, self._window, self._backups = document, window, backups
        self._over, self._is_told = window, False
        self.action = QAction(f"{TITLE}…", self)
        self.action.triggered.connect(self.show)
        document.case_changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        document = self._document
        self.action.setEnabled(document.case is not None and not document.is_read_only)

    def offered(self) -> str:
        """What to say after a replacement; '' when there is nothing to say, or it was said before.

        Nothing opens by itself: who replaces a word goes on typing.
        """
        is_there = self.action.isEnabled() and not self._document.file.is_locked
        case = self._document.case
        if self._is_told or not is_there or case is None:
            return ""
        try:
            older = older_texts(self._document.file, case.id, user_backup_dir())
        except HgkmError:  # who asks for it hears what is the matter
            return ""
        self._is_told = bool(older.backups or older.issued)
        return _OFFERED if self._is_told else ""

    @Slot()
    def show(self) -> None:
        """Say what still holds the texts that the case had before."""
        leave_field()
        case = self._document.case
        if case is None:
            return
        try:
            older = older_texts(self._document.file, case.id, user_backup_dir())
        except HgkmError as error:
            self._say(error)
            return
        from hgkm_desktop.ui.file.older_dialog import OlderDialog

        # The window of the herleidbaarheidscheck asks for it too, and is gone back to then.
        self._over = QApplication.activeWindow() or self._window
        dialog = OlderDialog(self._over, case, older)
        dialog.confirmed.connect(self.remove)
        self._document.locks.connect(dialog.leave)
        dialog.open()

    @Slot(str, bool)
    def remove(self, case_id: str, with_issued: bool) -> None:
        """Remove the older backups once there is a new one; `with_issued`, what was issued too."""
        if self._document.has_unsaved:
            self._document.save_now()
        if self._document.has_unsaved:
            self._say(_not_saved())
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self._backups.end()
        self._backups.finish()  # no backup of before may come after this
        try:
            issued_of = case_id if with_issued else ""
            now, folder = datetime.now(), user_backup_dir()
            kept = remove_older_backups(self._document.file, folder, now, issued_of=issued_of)
            remove_copies(kept.header, other_backup_dirs(), kept.place)
        except HgkmError as error:
            self._say(error)
        else:
            self._say_done(with_issued=with_issued)
        finally:
            self._backups.begin(self._document)
            QApplication.restoreOverrideCursor()

    def _say_done(self, *, with_issued: bool) -> None:
        out = " De inhoud van de bewaarde documenten is uit het bestand." if with_issued else ""
        box = a_box(
            self._over,
            TITLE,
            "Er is een nieuwe back-up gemaakt en gecontroleerd. De oudere back-ups van dit bestand "
            f"zijn verwijderd.{out}",
            "Kopieën en documenten die elders staan, haalt u zelf weg.",
        )
        box.setStandardButtons(box.StandardButton.Ok)
        box.open()

    def _say(self, error: HgkmError) -> None:
        show_problem(self._over, error, TITLE)


def _not_saved() -> HgkmError:
    return HgkmError(
        "Uw laatste wijziging is nog niet opgeslagen. Daarom is er niets verwijderd.",
        safe="Uw wijziging staat nog op het scherm, en al uw back-ups staan er nog.",
        todo="Probeer het over een paar tellen opnieuw, of bewaar uw werk als kopie.",
    )
