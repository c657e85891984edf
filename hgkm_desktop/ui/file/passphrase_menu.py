"""What can be done with what opens a file: its passphrase, its herstelblad, its remembered key."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from hgkm_desktop import policy
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.passphrase_dialogs import ChangePassphraseDialog, ConfirmDialog
from hgkm_desktop.ui.file.remembering import REMEMBER, WHAT_IT_MEANS, Remembering
from hgkm_desktop.ui.parts.problem_box import show_problem


class PassphraseMenu(QObject):
    """The actions for a file that is open in a window; they go with its document."""

    def __init__(self, document: Document, window: QWidget, remembering: Remembering) -> None:
        super().__init__(document)
        self._file, self._window, self._remembering = document.file, window, remembering
        self._change = QAction("Wachtwoord wijzigen…", self)
        self._change.setEnabled(not document.is_read_only)
        self._change.triggered.connect(self.ask_change)
        self._sheet = QAction("Herstelblad…", self)
        self._sheet.triggered.connect(self.ask_sheet)
        self._remember = QAction(f"{REMEMBER}…", self)
        self._remember.triggered.connect(self.ask_remember)
        self._forget = QAction("Niet meer onthouden op deze computer", self)
        self._forget.triggered.connect(self.forget)
        remembering.changed.connect(self._show_remembered)
        self._show_remembered()

    def actions(self) -> tuple[QAction, ...]:
        return self._change, self._sheet, self._remember, self._forget

    @Slot()
    def ask_change(self) -> None:
        """Ask for the old and a new passphrase; a new herstelblad follows."""
        again = self._file.is_remembered  # it is forgotten with the old passphrase
        dialog = ChangePassphraseDialog(self._window, self._file)
        if again:
            dialog.changed.connect(self.remember)
        dialog.changed.connect(self._show_new_sheet)
        dialog.finished.connect(self._show_remembered)
        dialog.open()

    @Slot()
    def ask_sheet(self) -> None:
        """Ask for the passphrase first: who sits down at an open file must not take its code."""
        dialog = ConfirmDialog(self._window, self._file, "Herstelblad")
        dialog.confirmed.connect(self.show_sheet)
        dialog.open()

    @Slot()
    def ask_remember(self) -> None:
        """Ask for the passphrase first, for the same reason, and say what it means."""
        try:
            policy.insist_on_remembering()
        except policy.TurnedOff as error:
            show_problem(self._window, error, "De sleutel is niet bewaard")
            return
        dialog = ConfirmDialog(self._window, self._file, REMEMBER, WHAT_IT_MEANS)
        dialog.confirmed.connect(self.remember)
        dialog.open()

    @Slot()
    def remember(self) -> None:
        """Have this computer remember the key of the file."""
        self._remembering.remember(self._file.remembering())

    @Slot()
    def forget(self) -> None:
        """Have this computer forget it; the passphrase then is what opens the file."""
        self._remembering.forget(self._file.header)

    @Slot()
    def _show_remembered(self) -> None:
        is_remembered = self._file.is_remembered
        self._remember.setVisible(not is_remembered)
        self._forget.setVisible(is_remembered)
        self._remember.setEnabled(not (self._file.is_backup or self._remembering.is_busy))
        self._forget.setEnabled(not self._remembering.is_busy)

    @Slot()
    def show_sheet(self) -> None:
        """Show the herstelblad of the file, of which one may have been made before."""
        from hgkm_desktop.ui.file.herstelblad_dialog import HerstelbladDialog

        HerstelbladDialog(self._window, self._file).open()

    def show_first_sheet(self) -> None:
        """Show the herstelblad of a file that has none yet."""
        self._open_new_sheet("")

    @Slot()
    def _show_new_sheet(self) -> None:
        self._open_new_sheet(
            "Het wachtwoord is gewijzigd. Het oude herstelblad opent dit bestand niet meer. "
            "Vernietig dat."
        )

    def _open_new_sheet(self, first: str) -> None:
        from hgkm_desktop.ui.file.herstelblad_dialog import LATER, HerstelbladDialog

        HerstelbladDialog(self._window, self._file, first, LATER).open()
