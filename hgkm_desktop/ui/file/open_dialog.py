"""What opens a casusbestand: the key that this computer remembers, a passphrase or a code."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.casefile import (
    CaseFile,
    DamagedFile,
    KeyOutdated,
    WayBack,
    WrongCode,
    WrongGroup,
    WrongPassphrase,
    backups_of_closed,
    is_backup,
    is_paused,
    is_remembered,
    recall,
)
from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.settings import backup_dirs
from hgkm_desktop.ui.file.damage_words import suspicion_text
from hgkm_desktop.ui.file.passphrase_dialogs import CODE, PASSPHRASE, FileDialog
from hgkm_desktop.ui.file.remembering import RememberBox, Remembering
from hgkm_desktop.ui.parts.asking import Asking
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.text import label

_UNSEEN_MILLISECONDS = 400  # a system that answers at once opens the file without any question
_ASKED = "Uw computer wordt om de bewaarde sleutel gevraagd. U mag ook uw wachtwoord typen."
WRONG_BEFORE_SUSPICION = 3
_PAUSED = (
    "Deze computer onthoudt de sleutel, maar het bestand is vergrendeld geweest. "
    "Typ daarom één keer uw wachtwoord."
)


class SuspicionBox(QWidget):
    """That the file may be damaged, with a button that finds out; shown after wrong attempts."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        backups = backups_of_closed(path, *backup_dirs())
        self.button = QPushButton("Back-ups nakijken…")
        self.button.setAutoDefault(False)
        self.button.setVisible(bool(backups))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(label(suspicion_text(len(backups))))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()


class PassphraseDialog(FileDialog):
    """Asks for the passphrase of a file and opens it; stays open while it does not fit.

    `header` is the first 16 bytes of the file. Begun with `begin`, it first asks this computer for
    a key that it remembers; the passphrase can be typed meanwhile. `opened(casefile)` ends it, and
    so do `damaged(way)`, with the way back to a backup, and `suspected(path)`: after three that did
    not fit the user wants to see whether it is the file.
    """

    opened = Signal(object)
    damaged = Signal(object)
    suspected = Signal(object)

    def __init__(
        self, parent: QWidget, path: Path, header: bytes, remembering: Remembering
    ) -> None:
        super().__init__(parent, "Casusbestand openen", "Openen")
        self._path, self._header, self._remembering = path, header, remembering
        self._by_code = self._is_outdated = False
        self._wrong = 0
        self.column.addWidget(label(path.name, muted=True))
        self._note = label("")
        self._note.hide()
        self.column.addWidget(self._note)
        self._name = self.ask(PASSPHRASE, self.passphrase)
        self._other = QPushButton()
        self._other.setAutoDefault(False)
        self._other.clicked.connect(self._ask_other)
        self.column.addWidget(flowing(self._show, self._other))
        self._box = RememberBox()
        self._box.resized.connect(self.fit)
        self._box.setHidden(is_backup(path) or is_remembered(header))
        self.column.addWidget(self._box)
        self._suspicion = SuspicionBox(path)
        self._suspicion.button.clicked.connect(self._suspect)
        self.column.addWidget(self._suspicion)
        self.finish_layout()
        self._ask()
        self.passphrase.setFocus()
        self._asking = Asking(self)
        self._asking.done.connect(self._open_remembered)
        self._asking.failed.connect(self._ask_all_the_same)
        self._patience = QTimer(self, interval=_UNSEEN_MILLISECONDS, singleShot=True)
        self._patience.timeout.connect(self.open)

    def begin(self) -> None:
        """Open the file without a question when this computer remembers its key; else ask."""
        if not is_remembered(self._header):
            self.open()
        elif is_paused(self._header):
            self._tell(_PAUSED)
            self.open()
        else:
            self._tell(_ASKED)
            self._asking.ask(partial(recall, self._header))
            self._patience.start()

    def drop(self) -> None:
        """Another question takes the place of this one."""
        self._patience.stop()
        self._asking.drop()
        self.close()
        self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._box.isHidden():
            self._box.find_out()

    # --- by the remembered key ---------------------------------------------------------

    @Slot(object)
    def _open_remembered(self, key: bytearray) -> None:
        try:
            casefile = CaseFile.open_remembered(self._path, key)
        except HgkmError as error:
            self._ask_all_the_same(error)
            return
        self._give(casefile)
        self._remembering.tell_opened()

    @Slot(object)
    def _ask_all_the_same(self, error: HgkmError) -> None:
        self._is_outdated = isinstance(error, KeyOutdated)
        self._patience.stop()
        self._tell("")
        self._box.setHidden(is_backup(self._path) or not self._is_outdated)
        self.say(error.sentence)
        if self.isVisible() and not self._box.isHidden():
            self._box.find_out()
        self.open()

    # --- by what is typed ----------------------------------------------------------------

    @Slot()
    def accept(self) -> None:
        try:
            casefile = CaseFile.open(self._path, self.passphrase.text(), by_code=self._by_code)
        except DamagedFile as error:
            self._give_way_back(error)
            return
        except (WrongPassphrase, WrongCode, WrongGroup, BadInput) as error:
            self._wrong += isinstance(error, (WrongPassphrase, WrongCode))
            self._suspicion.setVisible(self._wrong >= WRONG_BEFORE_SUSPICION)
            self.say(error.sentence)
            self.passphrase.selectAll()
            self.passphrase.setFocus()
            return
        except HgkmError as error:
            self.say(error.sentence)
            return
        wanted = casefile.remembering() if self._box.is_ticked else None
        is_outdated = self._is_outdated and not casefile.is_backup
        self._give(casefile)
        if wanted is not None:
            self._remembering.remember(wanted)
        elif is_outdated:
            self._remembering.forget(self._header)

    def _give(self, casefile: CaseFile) -> None:
        self._patience.stop()
        self._asking.drop()
        super().accept()
        self.opened.emit(casefile)
        self.deleteLater()  # of a window that was never shown, closing is not enough

    def _give_way_back(self, error: HgkmError) -> None:
        make, backups = WayBack, backups_of_closed(self._path, *backup_dirs())
        try:
            way = (make.by_code if self._by_code else make)(
                self._path, backups, self.passphrase.text()
            )
        except HgkmError:
            self.say(error.sentence)
            return
        self.drop()
        self.damaged.emit(way)

    @Slot()
    def _suspect(self) -> None:
        self.drop()
        self.suspected.emit(self._path)

    @Slot()
    def _ask_other(self) -> None:
        self._by_code = not self._by_code
        self._ask()

    def _ask(self) -> None:
        name, other = (CODE, PASSPHRASE) if self._by_code else (PASSPHRASE, CODE)
        self._name.setText(name)
        self.passphrase.setAccessibleName(name)
        self.passphrase.clear()
        self._other.setText(f"Openen met {other.lower()}")
        self._show.setChecked(self._by_code)  # nobody types a long code without seeing it
        self.say("")
        self.make_room(self.passphrase, for_code=self._by_code)
        self.passphrase.setFocus()

    def _tell(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))
