"""What an open casusbestand without a case shows: where to begin, and what this is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.ui.parts.text import DANGER, GROUND_RULES, label

_EMPTY = "Dit casusbestand is nog leeg"
_NO_CASE = "In dit bestand staat nog geen casus"


class NoCase(QWidget):
    """`new_requested` asks for the first case."""

    new_requested = Signal()

    def __init__(self, *, may_add: bool, has_works: bool) -> None:
        """`has_works` when there is something else in the file, which stands at the left."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(10)
        column.addWidget(label(_NO_CASE if has_works else _EMPTY, level=1))
        column.addWidget(
            label(
                "Maak een casus. Het programma bedenkt zelf een neutrale code. "
                "Daarna tekent u de tijdlijn, met één regel typen per gebeurtenis.",
                soft=True,
            )
        )
        new = QPushButton("Eerste casus maken")
        new.setProperty("main", True)
        new.setEnabled(may_add)
        new.setAutoDefault(True)
        new.clicked.connect(self.new_requested)
        column.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(10)
        column.addWidget(label(DANGER, quote=True))
        column.addWidget(label(GROUND_RULES, muted=True))
        column.addStretch(1)
