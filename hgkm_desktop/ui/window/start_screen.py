"""The first screen: what this is in five lines, and the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.ui.file.practice_file import is_begun
from hgkm_desktop.ui.parts.text import DANGER, label
from hgkm_desktop.ui.parts.theme import scaled

WHAT_THIS_IS = (
    "Hiermee leert u met elkaar van een casus huiselijk geweld of kindermishandeling.",
    "U tekent samen de tijdlijn en schrijft op hoe ieder het beleefde.",
    "U trekt lessen en spreekt af wie wat doet en wie dat bewaakt.",
    "Daarna drukt u een gespreksnotitie af voor burgemeester en wethouder.",
    "Alles blijft in één versleuteld bestand op deze computer. Noem nooit namen.",
)
FIRST_CASE = "In tien minuten uw eerste casus"
GO_ON = "Verder met uw eerste casus"
_HOW = "Stap voor stap, in een oefenbestand."
_HOW_FURTHER = "U gaat verder in uw oefenbestand, bij de stap die nog open is."
_WIDTH = 880
_EDGES, _BETWEEN = (36, 28, 36, 28), 40


class StartScreen(QWidget):
    """Wishes: a new file, an existing one, the backups, a guided first case, or the example."""

    new_requested = Signal()
    open_requested = Signal()
    backups_requested = Signal()
    first_case_requested = Signal()
    example_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._first_case = _button(FIRST_CASE, self.first_case_requested)
        self._how = label(_HOW, soft=True, small=True)
        self._card = card = QFrame()
        card.setProperty("card", True)
        grid = QGridLayout(card)
        grid.setContentsMargins(*_EDGES)
        grid.setHorizontalSpacing(_BETWEEN)
        grid.setVerticalSpacing(16)
        grid.addLayout(_what_this_is(), 0, 0)
        grid.addLayout(self._ways(), 0, 1)
        grid.addWidget(label(DANGER, quote=True), 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        # Stretches and not an alignment: that would forget the height of lines that wrap.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 100)  # as wide as it may be
        across.addStretch(1)
        around = QVBoxLayout(self)
        around.addStretch(1)
        around.addLayout(across)
        around.addStretch(2)
        self._fit()

    def _fit(self) -> None:
        self._card.setMaximumWidth(scaled(_WIDTH))

    def showEvent(self, event: QShowEvent) -> None:
        """Who began a first case before goes on with it."""
        super().showEvent(event)
        begun = is_begun()
        self._first_case.setText(GO_ON if begun else FIRST_CASE)
        self._how.setText(_HOW_FURTHER if begun else _HOW)
        self._first_case.setAccessibleDescription(self._how.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()  # text may have another size

    def _ways(self) -> QVBoxLayout:
        """The buttons, in two groups: to work, and to look and to learn first."""
        column = QVBoxLayout()
        column.setSpacing(8)
        new = _button("Nieuw casusbestand maken", self.new_requested)
        new.setProperty("main", True)
        column.addWidget(label("Aan het werk", level=3))
        column.addWidget(new)
        column.addWidget(_button("Casusbestand openen…", self.open_requested))
        column.addWidget(_button("Back-up terugzetten…", self.backups_requested))
        column.addSpacing(8)
        column.addWidget(label("Eerst oefenen of kijken", level=3))
        column.addWidget(self._first_case)
        column.addWidget(self._how)
        column.addWidget(_button("Het voorbeeld bekijken", self.example_requested))
        column.addStretch(1)
        self.setFocusProxy(new)
        return column


def _what_this_is() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(12)
    column.addWidget(label("Leren van een casus", level=1))
    for line in WHAT_THIS_IS:
        column.addWidget(label(line))
    column.addStretch(1)
    return column


def _button(words: str, wish: SignalInstance) -> QPushButton:
    made = QPushButton(words)
    made.setMinimumHeight(36)
    made.setAutoDefault(True)
    made.clicked.connect(wish)
    return made
