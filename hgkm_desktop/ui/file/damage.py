"""Tells of a damaged file in one window, once, and goes on in what was put back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.casefile import WayBack, backups_of_closed, found_backups
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.settings import backup_dirs, other_backup_dirs
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.damage_dialog import DamageDialog
from hgkm_desktop.ui.file.damage_words import (
    BY_HAND,
    CHOOSE_BACKUP,
    NONE_AT_ALL,
    NONE_KNOWN,
    readable_text,
    suspicion_text,
)
from hgkm_desktop.ui.parts.problem_box import box_of_error, give_width


class Damage(QObject):
    """`restored(casefile)` gives the open file that takes the place of a damaged one.

    `list_wanted` asks for the list of all backups, where it is not known which are of a file.
    """

    restored = Signal(object)
    list_wanted = Signal()
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

    def tell_unknown(self, error: HgkmError) -> None:
        """Of a file that does not open, and of which it cannot be told which backups are its own.

        Those go by the first 16 bytes of a file, or by its place: of a copy that stood elsewhere
        and that lost these bytes nothing can be found.
        """
        box = box_of_error(self._window, error, "Dit bestand opent niet")
        has_backups = bool(found_backups(user_backup_dir(), other_backup_dirs()))
        more = f"{NONE_KNOWN} {BY_HAND}" if has_backups else NONE_AT_ALL
        box.setInformativeText(f"{box.informativeText()}\n\n{more}")
        if has_backups:
            way = box.addButton(CHOOSE_BACKUP, box.ButtonRole.AcceptRole)
            box.setDefaultButton(way)
            box.accepted.connect(self.list_wanted)
        box.setEscapeButton(box.addButton("Sluiten", box.ButtonRole.RejectRole))
        give_width(box)
        box.open()

    @Slot(object)
    def suspect(self, path: Path) -> None:
        """Of a file that no passphrase opened that was typed."""
        backups = backups_of_closed(path, *backup_dirs())
        what = f"Dit bestand opent niet. {suspicion_text(len(backups))}"
        self._show(DamageDialog.of_closed(self._window, path, backups, what, is_certain=False))

    def _show(self, dialog: DamageDialog) -> None:
        dialog.restored.connect(self.restored)
        dialog.open()
