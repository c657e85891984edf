"""The first screen: what this is in five lines, and the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.ui.text import DANGER, label
from hgkm_desktop.ui.theme import scaled

WHAT_THIS_IS = (
    "Hiermee leert u met elkaar van een casus huiselijk geweld of kindermishandeling.",
    "U tekent samen de tijdlijn en schrijft op hoe ieder het beleefde.",
    "U trekt lessen en spreekt af wie wat doet en wie dat bewaakt.",
    "Daarna drukt u een gespreksnotitie af voor burgemeester en wethouder.",
    "Alles blijft in één versleuteld bestand op deze computer. Noem nooit namen.",
)


class StartScreen(QWidget):
    """Wishes: a new file, an existing one, the example, or the backups."""

    new_requested = Signal()
    open_requested = Signal()
    example_requested = Signal()
    backups_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._card = card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(36, 30, 36, 30)
        column.setSpacing(8)
        column.addWidget(label("Leren van een casus", level=1))
        for line in WHAT_THIS_IS:
            column.addWidget(label(line))
        column.addSpacing(12)
        self._add_buttons(column)
        column.addSpacing(12)
        column.addWidget(label(DANGER, quote=True))
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
        self._card.setMaximumWidth(scaled(620))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()  # text may have another size

    def _add_buttons(self, column: QVBoxLayout) -> None:
        new = QPushButton("Nieuw casusbestand maken")
        new.setProperty("main", True)
        open_file = QPushButton("Casusbestand openen…")
        example = QPushButton("Het voorbeeld bekijken")
        backups = QPushButton("Back-ups…")
        for button, wish in (
            (new, self.new_requested),
            (open_file, self.open_requested),
            (example, self.example_requested),
            (backups, self.backups_requested),
        ):
            button.setMinimumHeight(36)
            button.setAutoDefault(True)
            button.clicked.connect(wish)
        column.addWidget(new)
        column.addWidget(open_file)
        row = QHBoxLayout()  # beside each other: large text leaves no height for one more
        row.addWidget(example, 1)
        row.addWidget(backups)
        column.addLayout(row)
        self.setFocusProxy(new)
