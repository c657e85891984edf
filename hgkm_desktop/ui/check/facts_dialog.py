"""The rare facts of a case, each with why it helps to recognise someone and what to write."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.privacy.combinations import RareFact, singles_out
from hgkm_desktop.ui.parts.list_window import list_of_records
from hgkm_desktop.ui.parts.text import label, sentence_case
from hgkm_desktop.ui.parts.theme import scaled

_FEW = "Elk van deze feiten geldt voor weinig gezinnen. Kan het algemener?"


class FactsDialog(QDialog):
    """A list to walk through; it changes nothing."""

    def __init__(self, parent: QWidget, facts: Sequence[RareFact]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Feiten die samen herkenbaar zijn")
        rows = list_of_records("Feiten die weinig gezinnen delen")
        for fact in facts:
            QListWidgetItem(_words(fact), rows)
        rows.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText("Sluiten")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(self.windowTitle(), level=2))
        column.addWidget(label(singles_out(facts) or _FEW))
        column.addWidget(rows, 1)
        column.addWidget(buttons)
        room = self.screen().availableSize()
        self.resize(min(scaled(640), room.width() - 20), min(scaled(560), room.height() - 60))
        rows.setFocus()

    @Slot()
    def leave(self) -> None:
        """Close at once, as when the file is locked."""
        self.done(0)


def _words(fact: RareFact) -> str:
    first = f"{sentence_case(fact.kind.label)}: {fact.words}"
    return f"{first}\n{sentence_case(fact.where)}\n{fact.why} {fact.instead}"
