"""What an open casusbestand shows while no case of it can be shown: why, and what to do first."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.casefile import CaseHeading
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.damage_words import DAMAGED, OPEN_BACKUP
from hgkm_desktop.ui.parts.text import DANGER, GROUND_RULES, label

_EMPTY = "Dit casusbestand is nog leeg"
_NO_CASE = "In dit bestand staat nog geen casus"
_NOT_SHOWN = "Er is nu geen casus te zien"
_BEGIN = (
    "Maak een casus. Het programma bedenkt zelf een neutrale code. "
    "Daarna tekent u de tijdlijn, met één regel typen per gebeurtenis."
)
_CHOOSE = "Kies links een casus."
_TO_BACKUP = (
    f"Met ‘{OPEN_BACKUP}’ zoekt het programma de nieuwste back-up die in orde is. "
    "Die komt als nieuw bestand naast dit bestand te staan."
)


class NoCase(QWidget):
    """`new_requested` asks for the first case, `backup_requested` for a backup of what is damaged.

    A file is called empty only when it is: not while it is damaged, or has cases that could not be
    read. `refused` is why the last of these could not.
    """

    new_requested = Signal()
    backup_requested = Signal()

    def __init__(self, document: Document, refused: HgkmError | None = None) -> None:
        super().__init__()
        self._document, self._refused = document, refused
        self._title, self._words = label("", level=1), label("", soft=True)
        self._new = _button("Eerste casus maken", self.new_requested)
        self._backup = _button(OPEN_BACKUP, self.backup_requested)
        self._lay_out()
        self._say()
        document.damaged.connect(self._say)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._words)
        for button in (self._new, self._backup):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(10)
        column.addWidget(label(DANGER, quote=True))
        column.addWidget(label(GROUND_RULES, muted=True))
        column.addStretch(1)

    @Slot()
    def _say(self) -> None:
        """Say what is true now: a file may turn out to be damaged later."""
        cases, has_works = self._document.headings(), self._has_works()
        is_damaged = self._document.file.is_damaged
        if is_damaged:
            title, words = _unreadable(cases), f"{DAMAGED} {_TO_BACKUP}"
        elif cases:
            title, words = _NOT_SHOWN, self._refused.what if self._refused else _CHOOSE
        else:
            title, words = _NO_CASE if has_works else _EMPTY, _BEGIN
        self._title.setText(title)
        self._words.setText(words)
        self._new.setVisible(not is_damaged and not cases)
        self._new.setEnabled(not self._document.is_read_only)
        self._backup.setVisible(is_damaged)

    def _has_works(self) -> bool:
        with suppress(HgkmError):
            return bool(self._document.works())
        return False


def _unreadable(cases: Sequence[CaseHeading]) -> str:
    if len(cases) == 1:
        return f"Casus {cases[0].code} is hier niet te lezen"
    return "De casussen zijn hier niet te lezen" if cases else "Hier is geen casus te lezen"


def _button(words: str, wish: SignalInstance) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("main", True)
    made.setAutoDefault(True)
    made.clicked.connect(wish)
    return made
