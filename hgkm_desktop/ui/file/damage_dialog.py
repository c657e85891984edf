"""What can be done when a file is damaged: go on in the newest backup that is in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QPushButton, QWidget

from hgkm_desktop.casefile import (
    Backup,
    CaseFile,
    WayBack,
    WrongCode,
    WrongGroup,
    WrongPassphrase,
    last_saved,
)
from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.ui.file.damage_words import (
    COPY_OF_REST,
    DAMAGED,
    LOOKING,
    NONE_GOOD,
    backup_text,
    elsewhere_text,
)
from hgkm_desktop.ui.file.passphrase_dialogs import CODE, PASSPHRASE, FileDialog
from hgkm_desktop.ui.parts.background import Background, Progress
from hgkm_desktop.ui.parts.files import documents_folder
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label

_TITLE, _QUESTION = "Dit casusbestand is beschadigd", "Is dit casusbestand beschadigd?"
_LOOK, _OPEN, _ONLY_LOOK = "Back-ups nakijken", "Back-up openen", "Alleen bekijken"
_ASK = (
    "Typ het wachtwoord. Dan wordt de nieuwste back-up gezocht die daarmee opent en die in orde is."
)
_NOT_FITTING = (
    "Dit past bij geen van de back-ups. Er is niets veranderd. Let op hoofdletters en op de taal "
    "van het toetsenbord."
)
_Clock = Callable[[], datetime]


class DamageDialog(FileDialog):
    """Finds the newest good backup, says what it misses, and puts it back beside the file.

    `restored(casefile)` gives the new file, open. Escape leaves everything as it is.
    """

    restored = Signal(object)

    def __init__(
        self, parent: QWidget, path: Path, what: str, clock: _Clock, title: str = _TITLE
    ) -> None:
        super().__init__(parent, title, _OPEN)
        self._path, self._clock = path, clock
        self._way: WayBack | None = None
        self._backup: Backup | None = None
        self._backups: tuple[Backup, ...] = ()
        self._is_open = self._is_putting_back = False
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._say_problem)
        self._found = label("", quote=True)
        self._by_code = QCheckBox("Ik heb alleen de herstelcode")
        self.column.addWidget(label(path.name, muted=True))
        self.column.addWidget(label(what))

    # --- of a file that is open, or of one that nothing opens ----------------------------

    @classmethod
    def of_known(
        cls, parent: QWidget, way: WayBack, readable: str, clock: _Clock = datetime.now
    ) -> DamageDialog:
        """When it is known what opens the backups.

        `readable` says what can still be read of a file that is open; empty for one that is not.
        """
        dialog = cls(parent, way.path, f"{DAMAGED} {readable}".strip(), clock)
        dialog._way, dialog._is_open = way, bool(readable)
        dialog._finish(_ONLY_LOOK if readable else "Annuleren")
        dialog._look(way)
        return dialog

    @classmethod
    def of_closed(
        cls,
        parent: QWidget,
        path: Path,
        backups: Sequence[Backup],
        what: str,
        *,
        is_certain: bool,
        clock: _Clock = datetime.now,
    ) -> DamageDialog:
        """Of a file that could not be opened: a passphrase or a code must be typed."""
        dialog = cls(parent, path, what, clock, _TITLE if is_certain else _QUESTION)
        dialog._backups = tuple(backups)
        dialog._ask_secret()
        return dialog

    def _ask_secret(self) -> None:
        if self._backups:
            self.column.addWidget(label(_ASK))
            self._name = self.ask(PASSPHRASE, self.passphrase)
            self.column.addWidget(self._by_code)
            self.column.addWidget(self._show)
            self._by_code.toggled.connect(self._ask_other)
            self.passphrase.textChanged.connect(self._ask_again)
        self._finish("Annuleren" if self._backups else "Sluiten")
        if self._backups:
            self._ok.setText(_LOOK)
            self.passphrase.setFocus()
        else:
            self._say_none()

    def _finish(self, leave: str) -> None:
        self.column.addWidget(self._found)
        self._found.hide()
        self.finish_layout()
        role = QDialogButtonBox.ButtonRole
        by_role = {self._buttons.buttonRole(b): b for b in self._buttons.buttons()}
        ok, away = by_role[role.AcceptRole], by_role[role.RejectRole]
        assert isinstance(ok, QPushButton)
        assert isinstance(away, QPushButton)
        self._ok, self._leave = ok, away
        self._leave.setText(leave)
        for button in (ok, away):
            button.setAutoDefault(True)

    # --- looking ------------------------------------------------------------------------

    @Slot()
    def accept(self) -> None:
        if self._background.is_busy:
            return
        if self._backup is not None:
            self._put_back(self._backup)
        elif self._backups:
            self._look(None)

    def _look(self, known: WayBack | None) -> None:
        secret, by_code = self.passphrase.text(), self._by_code.isChecked()
        path, backups, now = self._path, self._backups, self._clock()

        def work(_: Progress) -> tuple[WayBack, Backup | None]:
            way = known
            if way is None:
                make = WayBack.by_code if by_code else WayBack
                way = make(path, backups, secret)
            return way, way.newest_good(now)

        self._begin(LOOKING, work)

    def _put_back(self, backup: Backup) -> None:
        assert self._way is not None
        way, elsewhere, now = self._way, documents_folder(), self._clock()
        self._is_putting_back = True
        self._begin("De back-up wordt teruggezet.", lambda _: way.put_back(backup, elsewhere, now))

    def _begin(self, words: str, work: Callable[[Progress], object]) -> None:
        self.say("")
        self._tell(words)
        self._ok.setEnabled(False)
        self._background.start(work)

    @Slot(object)
    def _take(self, made: object) -> None:
        if isinstance(made, CaseFile):
            self.done(self.DialogCode.Accepted)
            self.restored.emit(made)
            return
        assert isinstance(made, tuple)
        self._way, self._backup = made
        if self._backup is None:
            self._say_none()
            return
        self._tell(self._found_words(self._backup))
        self._ok.setText(_OPEN)
        self._ok.setEnabled(True)
        self._ok.setFocus()

    def _found_words(self, backup: Backup) -> str:
        assert self._way is not None
        today = self._clock().date()
        if self._way.is_elsewhere(backup):
            return elsewhere_text(backup, today)
        return backup_text(backup, last_saved(self._path), today)

    def _say_none(self) -> None:
        self._tell(f"{NONE_GOOD} {COPY_OF_REST}" if self._is_open else NONE_GOOD)
        self._ok.hide()
        self._leave.setDefault(True)
        self._leave.setFocus()

    @Slot(object)
    def _say_problem(self, error: HgkmError) -> None:
        self._is_putting_back = False
        self._found.hide()
        self._ok.setEnabled(True)
        is_of_secret = isinstance(error, (WrongPassphrase, WrongCode))
        if is_of_secret and not self._backups:  # all that there is, is from before a change of it
            self._say_none()
            return
        self.say(_NOT_FITTING if is_of_secret else error.sentence)
        if is_of_secret or isinstance(error, (WrongGroup, BadInput)):
            self.passphrase.selectAll()
            self.passphrase.setFocus()

    # --- what is typed ------------------------------------------------------------------

    @Slot()
    def _ask_other(self) -> None:
        name = CODE if self._by_code.isChecked() else PASSPHRASE
        self._name.setText(name)
        self.passphrase.setAccessibleName(name)
        self.passphrase.clear()
        self._show.setChecked(self._by_code.isChecked())
        self.make_room(self.passphrase, for_code=self._by_code.isChecked())
        self.passphrase.setFocus()

    @Slot()
    def _ask_again(self) -> None:
        """What was found is of what was typed before."""
        if self._backup is not None:
            self._backup = None
            self._found.hide()
            self._ok.setText(_LOOK)
            self.fit()

    def _tell(self, words: str) -> None:
        self._found.setText(words)
        self._found.show()
        self.fit()
        announce(self, words)

    def reject(self) -> None:
        """Not while the backup is put back: nobody would close the new file."""
        if not self._is_putting_back:
            super().reject()

    def done(self, result: int) -> None:
        """Leave the work that goes on, forget what opens the backups, and close."""
        self._background.close()
        if self._way is not None:
            self._way.forget()
        super().done(result)
