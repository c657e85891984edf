"""The words at the top that say whether the work is on disk."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QApplication, QLabel

from hgkm_desktop.ui.document.document import Document

_READ_ONLY = "Alleen lezen"


class SavedLabel(QLabel):
    """'Opgeslagen 14:32', only after the file said so."""

    def __init__(self, document: Document) -> None:
        super().__init__(_READ_ONLY if document.is_read_only else "Opgeslagen")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("muted", True)
        document.saved.connect(self._say_saved)
        document.not_saved.connect(self._say_not_saved)
        document.damaged.connect(self._say_read_only)

    @Slot(object)
    def _say_saved(self, moment: datetime) -> None:
        self._say(f"Opgeslagen {moment:%H:%M}")

    @Slot()
    def _say_not_saved(self) -> None:
        self._say("Niet opgeslagen", is_problem=True)

    @Slot()
    def _say_read_only(self) -> None:
        self._say(_READ_ONLY)

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        if self.property("chip") != (kind := "problem" if is_problem else None):
            self.setProperty("chip", kind)
            self.style().polish(self)
            QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # for its outline
        self.setText(words)
