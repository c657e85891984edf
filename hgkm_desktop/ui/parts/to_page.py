"""What an empty page of a work says: what must be done first, and the way to the page for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.text import label


class ToPage(QWidget):
    """A sentence, and a button that opens the page with this name in the work that is shown."""

    def __init__(self, shown: WorkOnScreen, words: str, page: str) -> None:
        super().__init__()
        self._shown, self._page = shown, page
        go = QPushButton(f"Naar {page}")
        go.setAutoDefault(True)
        go.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(words, soft=True))
        column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _ask(self) -> None:
        self._shown.page_wanted.emit(self._page)
