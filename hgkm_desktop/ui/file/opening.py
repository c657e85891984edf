"""From a wish to an open casusbestand: which file, what opens it, and what stands in the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.settings import backup_dirs
from hgkm_desktop.ui.parts.files import FILE_KIND, SUFFIX, ask_file, documents_folder
from hgkm_desktop.ui.parts.problem_box import show_problem

if TYPE_CHECKING:
    # Imported where it is used: the start screen must paint without it.
    from hgkm_desktop.casefile import CaseFile
    from hgkm_desktop.ui.file.damage import Damage
    from hgkm_desktop.ui.file.remembering import Remembering


class Opening(QObject):
    """Asks what is needed in dialogs over a window.

    `made(casefile)` gives a new casusbestand and `opened(casefile)` one that was there. `chosen`
    gives the path of a file that was chosen, before anything is asked about it. `backups_wanted`
    asks for the list of all backups.
    """

    made = Signal(object)
    opened = Signal(object)
    chosen = Signal(str)
    backups_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._damage: Damage | None = None
        self._remembering: Remembering | None = None

    @Slot()
    def make_new(self) -> None:
        """Ask for a place and a passphrase and make a casusbestand."""
        from hgkm_desktop.ui.file.passphrase_dialogs import NewFileDialog

        dialog = NewFileDialog(self._window)
        dialog.opened.connect(self.made)
        dialog.open()

    @Slot()
    def choose(self) -> None:
        """Ask which file."""
        dialog = ask_file(self._window, "Casusbestand openen", documents_folder(), FILE_KIND)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()

    def ask_passphrase(self, path: Path) -> None:
        """Ask for what opens this file, unless nothing can."""
        from hgkm_desktop.casefile import CaseFile

        try:
            header = CaseFile.check(path)
        except HgkmError as error:
            self._refuse(path, error)
            return
        from hgkm_desktop.ui.file.open_dialog import PassphraseDialog

        for earlier in self._window.findChildren(PassphraseDialog):
            earlier.drop()  # it may still be unseen, waiting for a remembered key
        dialog = PassphraseDialog(self._window, path, header, self.remembering())
        dialog.opened.connect(self._give)
        dialog.damaged.connect(self.damage().tell_known)
        dialog.suspected.connect(self.damage().suspect)
        dialog.begin()

    def remembering(self) -> Remembering:
        """What has this computer remember files and forget them; made when first needed."""
        if self._remembering is None:
            from hgkm_desktop.ui.file.remembering import Remembering

            self._remembering = Remembering(self._window)
        return self._remembering

    @Slot(object)
    def _give(self, casefile: CaseFile) -> None:
        self.opened.emit(casefile)

    def _refuse(self, path: Path, error: HgkmError) -> None:
        """No passphrase can open it."""
        from hgkm_desktop.casefile import (
            DamagedFile,
            DamagedHeader,
            NotACaseFile,
            backups_of_closed,
        )

        is_damaged = isinstance(error, (DamagedFile, DamagedHeader, NotACaseFile))
        if is_damaged and backups_of_closed(path, *backup_dirs()):
            self.damage().tell_closed(path, f"{error.what} {error.safe}")
        elif is_damaged and path.suffix.lower() == SUFFIX:
            self.damage().tell_unknown(error)
        else:
            show_problem(self._window, error, "Dit bestand opent niet")

    def damage(self) -> Damage:
        """What tells of damaged files and opens a backup in their place; made when first needed."""
        if self._damage is None:
            from hgkm_desktop.ui.file.damage import Damage

            self._damage = Damage(self._window)
            self._damage.restored.connect(self.opened)
            self._damage.list_wanted.connect(self.backups_wanted)
        return self._damage
