"""Sentences above the case that stay until they are read: what cannot be, and what happened."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.casefile import DamagedFile, Moved, Namesake
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.dutch import day_text, list_text
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.damage_words import OPEN_BACKUP, moment_text
from hgkm_desktop.ui.file.keeping import reminder
from hgkm_desktop.ui.parts.focus import tab_in_place
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, plain

ONLY_LOOK = "Alleen lezen: u kunt bekijken en afdrukken, niet wijzigen."
_MOST_NAMES = 3
_TROUBLE, _MOVED, _CHANGED, _PAST = "trouble", "moved", "changed", "past its last day"
_CUT_OFF = "cut off"
_GONE = (
    "Het casusbestand staat niet meer op zijn plek. Het is verplaatst of verwijderd, of de schijf "
    "of stick is losgehaald."
)
_STILL_THERE = (
    "Opslaan in het casusbestand lukt niet meer. Een ander programma heeft het vervangen of "
    "veranderd, het is beschadigd, of er kan niets meer bij."
)


class Banner(QFrame):
    """A sentence, and buttons that do something about it or just take it away."""

    def __init__(self, words: str, *buttons: QPushButton) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 0)
        self.words = label(words, quote=True)
        row.addWidget(self.words, 1)
        for button in buttons:
            button.setAutoDefault(True)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class Banners(QWidget):
    """What is said of an open file.

    `copy_wanted` asks for a copy to work in, and `work_wanted` to work in the copy that it is;
    `keep_wanted` asks for a copy of what cannot be saved, and `backup_wanted` for a backup of what
    is damaged. `merge_wanted(path)` asks to merge the
    open file with another version of it; '' when it is still to be chosen.
    """

    merge_wanted = Signal(str)
    copy_wanted = Signal()
    keep_wanted = Signal()
    work_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self._shown: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()
        document.saved.connect(self._drop_what_is_over)
        document.save_failed.connect(self._say_trouble)
        document.moved.connect(self._say_moved)
        document.damaged.connect(self._say_read_only)
        document.changed_elsewhere.connect(self._say_changed)
        document.case_changed.connect(self._remind_again)
        document.cases_changed.connect(self._remind_again)
        self._say_first()

    def say(self, name: str, words: str, *buttons: QPushButton) -> None:
        """Show a sentence in the place of an earlier one with this name."""
        self.drop(name)
        banner = self._shown[name] = Banner(words, *(buttons or (self._closing(name, words),)))
        self._column.addWidget(banner)
        tab_in_place(self)
        self.show()
        announce(self, words)

    def _closing(self, name: str, words: str) -> QPushButton:
        button = QPushButton("Sluiten")
        button.setAccessibleName(f"Melding sluiten: {words}")
        button.setObjectName(name)
        button.clicked.connect(self._close)
        return button

    def drop(self, name: str) -> None:
        """Take a sentence away, if it is there."""
        banner = self._shown.pop(name, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._shown))

    @property
    def words(self) -> tuple[str, ...]:
        """What stands there now, the oldest first."""
        return tuple(banner.words.text() for banner in self._shown.values())

    def _say_first(self) -> None:
        file = self.document.file
        if file.read_only:
            self._say_read_only()
        if file.was_cut_off is not None:
            self.say(_CUT_OFF, cut_off_words(file.was_cut_off.last_saved, date.today()))
        if file.copies and not file.is_backup:
            self._say_copies(file.copies)
        if words := self._reminder():
            self.say(_PAST, words)

    def _say_copies(self, copies: Sequence[Namesake]) -> None:
        words = copies_words(copies)
        ways = [self._closing("copies", words)]
        if not self.document.is_read_only:
            words += " Met Samenvoegen neemt u het hier over."
            which = copies[0].path if len(copies) == 1 else None
            ways = [self._merging("Samenvoegen…", which), self._closing("copies", words)]
        self.say("copies", words, *ways)

    def _reminder(self) -> str:
        """Which cases should be gone by now; who may not write cannot do anything about it."""
        if self.document.is_read_only:
            return ""
        return reminder(self.document.headings(), date.today())

    @Slot()
    def _remind_again(self) -> None:
        """Another day was chosen, or a case is gone: the reminder says what still holds."""
        if _PAST not in self._shown:
            return
        words = self._reminder()
        if not words:
            self.drop(_PAST)
        elif words != self._shown[_PAST].words.text():
            self.say(_PAST, words)

    @Slot()
    def _say_read_only(self) -> None:
        file = self.document.file
        is_copy = file.original is not None and not file.is_damaged
        way_out = QPushButton("Hierin werken" if is_copy else "Kopie om in te werken…")
        way_out.clicked.connect(self.work_wanted if is_copy else self.copy_wanted)
        ways = [self._to_backup(), way_out] if file.is_damaged else [way_out]
        if is_copy and file.original is not None:
            original = file.original.path
            ways.insert(0, self._merging(f"Samenvoegen met ‘{original.stem}’…", original))
        self.say("read-only", f"{ONLY_LOOK} {file.read_only_reason}", *ways)

    def _to_backup(self) -> QPushButton:
        button = QPushButton(OPEN_BACKUP)
        button.clicked.connect(self.backup_wanted)
        return button

    def _merging(self, words: str, path: Path | None) -> QPushButton:
        button = QPushButton(plain(words))
        button.clicked.connect(partial(self.merge_wanted.emit, str(path or "")))
        return button

    @Slot()
    def _close(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.drop(button.objectName())

    @Slot()
    def _drop_what_is_over(self) -> None:
        self.drop(_TROUBLE)
        self.drop(_CUT_OFF)

    @Slot(object)
    def _say_trouble(self, error: HgkmError) -> None:
        if not self.document.has_unsaved:
            is_damage = isinstance(error, DamagedFile) and self.document.file.is_damaged
            ways = [self._to_backup()] if is_damage else []
            self.say(_TROUBLE, error.sentence, *ways, self._closing(_TROUBLE, error.sentence))
            return
        again, keep = QPushButton("Opnieuw proberen"), QPushButton("Kopie bewaren…")
        again.clicked.connect(self.document.save_now)
        keep.clicked.connect(self.keep_wanted)
        self.say(_TROUBLE, error.sentence, again, keep)

    @Slot(object)
    def _say_moved(self, moved: Moved) -> None:
        self.drop(_CHANGED)
        if words := moved_words(moved):
            self.say(_MOVED, words)

    @Slot()
    def _say_changed(self) -> None:
        self.say(
            _CHANGED,
            "Het casusbestand is buiten HGKM Desktop veranderd, verplaatst of verwijderd. "
            "U hebt er nog niets in gewijzigd, dus er is geen werk kwijt. "
            "Sluit het en open het opnieuw. Dan ziet u hoe het nu is.",
        )


def moved_words(moved: Moved) -> str:
    """Where the work went on; nothing when it is the same file at the same place."""
    if not moved.is_copy:
        same = moved.path == moved.left
        return "" if same else f"Het casusbestand heet nu ‘{moved.path.stem}’. U werkt erin verder."
    is_there = os.path.lexists(moved.left)
    words = (
        f"{_STILL_THERE if is_there else _GONE} "
        f"Uw werk is apart bewaard als ‘{moved.path.stem}’{_where(moved)}. "
        "U werkt nu daarin verder, met hetzelfde wachtwoord."
    )
    if moved.unseen_of is not None:
        made = moment_text(moved.unseen_of, date.today())
        words += f" Casussen die u nu niet hebt bekeken, zijn zoals in de back-up: {made}."
    left = f"‘{moved.left.stem}’"
    if is_there:
        words += f" {left} is niet aangeraakt. Kijk later of daar iets in staat dat hier ontbreekt."
    else:
        words += f" Vindt u {left} terug? Blijf dan toch hier werken: uw nieuwste werk staat hier."
    return words


def _where(moved: Moved) -> str:
    folder: Path = moved.path.parent
    return ", in dezelfde map" if folder == moved.left.parent else f", in de map {folder}"


def copies_words(copies: Sequence[Namesake]) -> str:
    """Which other versions of the file stand beside it."""
    names = [f"‘{copy.path.stem}’" for copy in copies]
    if len(names) > _MOST_NAMES:
        more = len(names) - _MOST_NAMES + 1
        names = [*names[: _MOST_NAMES - 1], f"nog {more} andere"]
    what = "staat een andere versie" if len(copies) == 1 else "staan andere versies"
    return (
        f"In dezelfde map {what} van dit bestand: {list_text(names)}. "
        "Kijk of daar werk in staat dat hier ontbreekt."
    )


def cut_off_words(last_saved: datetime, today: date) -> str:
    """What is said once after a crash."""
    day = "" if last_saved.date() == today else f"{day_text(last_saved.date())} "
    return (
        "Het programma is de vorige keer onverwacht gestopt. "
        f"Alles tot {day}{last_saved:%H:%M:%S} is bewaard."
    )
