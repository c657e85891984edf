"""Another casusbestand merged into the open one: chosen, read, looked at, and written."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.casefile import CaseFile, Incoming, KeyOutdated, OtherCopy, read_other
from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.merging_files import FileCopy, brought_together, settle
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.rounds import insist_nothing_hidden
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.backups import Backups
from hgkm_desktop.ui.file.banners import Banners
from hgkm_desktop.ui.file.merging_dialog import TITLE, Chosen, MergingDialog
from hgkm_desktop.ui.file.merging_words import names_in
from hgkm_desktop.ui.file.passing_on import PassingOn
from hgkm_desktop.ui.file.passphrase_dialogs import PASSPHRASE, FileDialog
from hgkm_desktop.ui.parts.background import Background, Progress
from hgkm_desktop.ui.parts.files import FILE_KIND, ask_file
from hgkm_desktop.ui.parts.focus import leave_field
from hgkm_desktop.ui.parts.problem_box import a_box, show_problem
from hgkm_desktop.ui.parts.text import label

if TYPE_CHECKING:
    from hgkm_desktop.ui.window.main_window import MainWindow

_READING = "Het andere bestand wordt gelezen. Er verandert niets in."
_DONE = (
    "De bestanden zijn samengevoegd. Wat is gewijzigd, is in bewerking: lees het na voordat u het "
    "deelt. Wilt u terug? Kies in het menu Bestand Back-ups, en zet de back-up terug die hiervoor "
    "is gemaakt: {made}."
)


class OtherFileDialog(FileDialog):
    """Asks for the passphrase of the other file and reads it in a thread; `read(OtherCopy)`."""

    read = Signal(object)

    def __init__(self, parent: QWidget, path: Path, key: bytearray | None, known: set[str]) -> None:
        super().__init__(parent, TITLE, "Lezen")
        self._path, self._key, self._known = path, key, known
        self._note = label(path.stem, muted=True)
        self.column.addWidget(self._note)
        self._field = self.ask(f"{PASSPHRASE} van het andere bestand", self.passphrase)
        self.column.addWidget(self._show)
        self.finish_layout()
        self._background = Background(self)
        self._background.done.connect(self._give)
        self._background.failed.connect(self._fail)
        self._background.broke.connect(self.reject)
        self.finished.connect(self._background.close)
        if key is not None:
            self._start(key)

    @Slot()
    def leave(self) -> None:
        """Close at once, as when the file is locked."""
        self.done(0)

    @Slot()
    def accept(self) -> None:
        if not self._background.is_busy:
            self._start(self.passphrase.text())

    def _start(self, secret: str | bytearray) -> None:
        self.say("")
        self._note.setText(_READING)
        self._background.start(partial(_read, self._path, secret, self._known))

    @Slot(object)
    def _give(self, other: OtherCopy) -> None:
        super().accept()
        self.read.emit(other)

    @Slot(object)
    def _fail(self, error: HgkmError) -> None:
        """Say what is wrong; that the key of this file does not fit the other one, is no news."""
        self._note.setText(self._path.stem)
        if not isinstance(error, KeyOutdated):
            self.say(f"{error.sentence} Er is niets samengevoegd.")
        self.passphrase.selectAll()
        self.passphrase.setFocus()


def _insist_nothing_hidden(copy: FileCopy) -> None:
    """Raises BadInput while a blind round is open: what conflicts is shown side by side."""
    for side in copy.sides.values():
        if isinstance(side.value, Case):
            insist_nothing_hidden(side.value, TITLE)


def _read(path: Path, secret: str | bytearray, known: set[str], tell: Progress) -> OtherCopy:
    tell(0.0)
    return read_other(path, secret, known)


class Merging(QObject):
    """One action for a file that is open in a window; it goes with its document."""

    def __init__(self, document: Document, window: MainWindow, backups: Backups) -> None:
        super().__init__(document)
        self._document, self._window, self._backups = document, window, backups
        self._path = Path()
        self._here: FileCopy | None = None
        self._other: OtherCopy | None = None
        self._dialog: MergingDialog | None = None
        self.action = QAction(f"{TITLE}…", self)
        self.action.triggered.connect(self.choose)
        self.action.setEnabled(not document.is_read_only)
        document.locks.connect(self._forget)

    @Slot()
    def choose(self) -> None:
        """Ask which file."""
        leave_field()
        dialog = ask_file(self._window, TITLE, self._document.file.path.parent, FILE_KIND)
        dialog.fileSelected.connect(self.ask_about)
        dialog.open()

    @Slot(str)
    def ask_about(self, path: str) -> None:
        """Ask what opens this file, read it, and lay it beside the open one."""
        leave_field()
        self._path = Path(path)
        try:
            self._insist_on_saved()
            self._insist_on_other(self._path)
            self._here = self._document.file.as_copy()
            _insist_nothing_hidden(self._here)
            header = CaseFile.check(self._path)
        except HgkmError as error:
            show_problem(self._window, error, TITLE)
            return
        own = self._document.file
        key = own.lend_key() if header == own.header else None
        known = {one.id for issued in self._here.issued.values() for one in issued}
        dialog = OtherFileDialog(self._window, self._path, key, known)
        dialog.read.connect(self._lay_beside)
        self._document.locks.connect(dialog.leave)
        dialog.open()

    @Slot(str)
    def merge_with(self, path: str) -> None:
        """Merge with another version that was found beside the open file.

        Of a copy the file that it came of is opened, and the copy is merged into that one.
        """
        file = self._document.file
        if not path:
            self.choose()
            return
        if file.original is None or not file.read_only:
            self.ask_about(path)
            return
        copy = str(file.path)
        try:
            opened = CaseFile.open_remembered(Path(path), file.lend_key())
        except HgkmError as error:
            if isinstance(error, KeyOutdated):
                error = _other_passphrase(Path(path).stem)
            show_problem(self._window, error, TITLE)
            return
        self._window.show_file(opened)
        document = self._window.document
        if document is not None and document.file is opened:
            for merging in document.findChildren(Merging):
                merging.ask_about(copy)

    @Slot(object)
    def _lay_beside(self, other: OtherCopy) -> None:
        assert self._here is not None
        self._other = other
        try:
            _insist_nothing_hidden(other.copy)
        except HgkmError as error:
            show_problem(self._window, error, TITLE)
            return
        found = brought_together(self._here, other.copy)
        known = names_in(other.copy, self._here)
        self._dialog = MergingDialog(self._window, self._path.stem, found, known)
        self._dialog.confirmed.connect(self._merge)
        self._document.locks.connect(self._dialog.leave)
        self._dialog.open()

    @Slot()
    def _forget(self) -> None:
        self._here = self._other = self._dialog = None

    def _insist_on_saved(self) -> None:
        if self._document.is_read_only:
            raise HgkmError("Hier is niets te wijzigen.", safe=self._document.file.read_only_reason)
        if self._document.has_unsaved:
            self._document.save_now()
        if self._document.has_unsaved:
            raise HgkmError(
                "Uw laatste wijziging is nog niet opgeslagen. Daarom is er niets samengevoegd.",
                safe="Uw wijziging staat nog op het scherm.",
                todo="Probeer het over een paar tellen opnieuw.",
            )

    def _insist_on_other(self, path: Path) -> None:
        """Without opening it: closing a file that is open drops the lock on it."""
        with suppress(OSError):
            if os.path.samefile(path, self._document.file.path):
                raise BadInput(
                    "Dit is het bestand dat u al open hebt.", todo="Kies het andere bestand."
                )

    # --- writing --------------------------------------------------------------------------

    @Slot(object)
    def _merge(self, chosen: Chosen) -> None:
        """Back the file up, and write value by value; what is written is written whole."""
        dialog, other = self._dialog, self._other
        if dialog is None or other is None:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self._backups.end()
        self._backups.finish()  # the copy that it makes must not end ours
        written = 0
        try:
            self._insist_on_saved()
            now, file = datetime.now(), self._document.file
            made = file.back_up_before_merging(user_backup_dir(), now).made
            for one in chosen.found.values:
                settled = settle(one, chosen.choices, new_id()[:12])
                file.merge(Incoming(settled, chosen.found.issued.get(one.id, ()), other.data))
                written += 1
            file.note_destroyed(chosen.found.destroyed)
        except HgkmError as error:
            dialog.say(f"{error.sentence} {_how_far(written, len(chosen.found.values))}")
        else:
            dialog.done(1)
            self._say_done(made)
        finally:
            _show_again(self._document)
            self._backups.begin(self._document)
            QApplication.restoreOverrideCursor()

    def _say_done(self, made: datetime) -> None:
        moment = f"{made:%d-%m-%Y}, {made:%H:%M}"
        box = a_box(self._window, TITLE, _DONE.format(made=moment))
        box.setStandardButtons(box.StandardButton.Ok)
        box.open()


def with_other_files(
    document: Document, banners: Banners, window: MainWindow, backups: Backups
) -> tuple[QAction, ...]:
    """What an open file can do with others: a copy for a colleague, and merging."""
    merging = Merging(document, window, backups)
    banners.merge_wanted.connect(merging.merge_with)
    return PassingOn(document, window).action, merging.action


def _other_passphrase(name: str) -> HgkmError:
    return BadInput(
        f"‘{name}’ heeft een ander wachtwoord dan deze kopie.",
        todo=f"Open ‘{name}’, en kies daar in het menu Bestand: {TITLE}.",
    )


def _show_again(document: Document) -> None:
    """Show what the file holds now; nothing of before can be undone."""
    document.undo_stack.clear()
    try:
        document.read_works_again()
        shown = document.case
        listed = [heading.id for heading in document.headings()]
        if shown is not None:
            is_there = shown.id in listed
            document.take(shown.id, shown, document.file.load(shown.id) if is_there else None)
        elif listed:
            document.show_case(listed[0])
    except HgkmError as error:
        document.save_failed.emit(error)
    document.cases_changed.emit()
    document.read_anew.emit()


def _how_far(written: int, total: int) -> str:
    if not written:
        return "Er is niets samengevoegd."
    return (
        f"Van {total} casussen, onderzoeken en overleggen zijn er {written} samengevoegd. "
        "Sluit dit venster en voeg opnieuw samen: dan komt de rest erbij."
    )
