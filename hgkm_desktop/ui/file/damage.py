"""Tells of a damaged file in one window, once, and goes on in what was put back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.casefile import WayBack, backups_of_closed
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.settings import backup_dirs
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.damage_dialog import DamageDialog
from hgkm_desktop.ui.file.damage_words import readable_text, suspicion_text


class Damage(QObject):
    """`restored(casefile)` gives the open file that takes the place of a damaged one."""

    restored = Signal(object)
    _found = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._document: Document | None = None
        # When the window has settled, for it may just be showing the file, or a case of it.
        self._found.connect(self.tell, Qt.ConnectionType.QueuedConnection)

    def watch(self, document: Document) -> None:
        """Tell of damage of an open file, also when that was found while it was opened."""
        self._document = document
        document.damaged.connect(self._found)
        if document.file.is_damaged:
            self._found.emit()

    @Slot()
    def tell(self) -> None:
        """Of the file that is open: what can be read of it, and which backup is in order."""
        document = self._document
        if document is None or document.file.is_locked:
            return
        try:
            words = readable_text(*document.file.readable())
        except HgkmError:  # not even a list of them can be had
            words = readable_text((), ())
        way = WayBack.of_open(document.file, user_backup_dir())
        self._show(DamageDialog.of_known(self._window, way, words))

    @Slot(object)
    def tell_known(self, way: WayBack) -> None:
        """Of a file that does not open, though what was typed is right."""
        self._show(DamageDialog.of_known(self._window, way, ""))

    def tell_closed(self, path: Path, what: str) -> None:
        """Of a file that no passphrase opens any more."""
        backups = backups_of_closed(path, *backup_dirs())
        self._show(DamageDialog.of_closed(self._window, path, backups, what, is_certain=True))

    @Slot(object)
    def suspect(self, path: Path) -> None:
        """Of a file that no passphrase opened that was typed."""
        backups = backups_of_closed(path, *backup_dirs())
        what = f"Dit bestand opent niet. {suspicion_text(len(backups))}"
        self._show(DamageDialog.of_closed(self._window, path, backups, what, is_certain=False))

    def _show(self, dialog: DamageDialog) -> None:
        dialog.restored.connect(self.restored)
        dialog.open()
