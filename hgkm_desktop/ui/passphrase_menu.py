"""What can be done with the passphrase of an open file: change it, and make a herstelblad."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.passphrase_dialogs import ChangePassphraseDialog, ConfirmDialog


class PassphraseMenu(QObject):
    """Two actions for a file that is open in a window; they go with its document."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(document)
        self._file, self._window = document.file, window
        self._change = QAction("Wachtwoord wijzigen…", self)
        self._change.setEnabled(not document.is_read_only)
        self._change.triggered.connect(self.ask_change)
        self._sheet = QAction("Herstelblad…", self)
        self._sheet.triggered.connect(self.ask_sheet)

    def actions(self) -> tuple[QAction, QAction]:
        return self._change, self._sheet

    @Slot()
    def ask_change(self) -> None:
        """Ask for the old and a new passphrase; a new herstelblad follows."""
        dialog = ChangePassphraseDialog(self._window, self._file)
        dialog.changed.connect(self.show_sheet)
        dialog.open()

    @Slot()
    def ask_sheet(self) -> None:
        """Ask for the passphrase first: who sits down at an open file must not take its code."""
        dialog = ConfirmDialog(self._window, self._file, "Herstelblad")
        dialog.confirmed.connect(self.show_sheet)
        dialog.open()

    @Slot()
    def show_sheet(self) -> None:
        """Show the herstelblad of the file."""
        from hgkm_desktop.ui.herstelblad_dialog import HerstelbladDialog

        HerstelbladDialog(self._window, self._file).open()
