"""The window of licences: what others made and is in the program, each with its text."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import MissingResource
from hgkm_desktop.paths import resource
from hgkm_desktop.ui.parts.list_window import beside, list_of_records, make_large
from hgkm_desktop.ui.parts.text import label

TITLE = "Licenties"
LISTED, TEXT = "Wat anderen maakten", "Tekst van de licentie"
OWN = "HGKM Desktop zelf is vrij te gebruiken, te veranderen en door te geven onder de EUPL-1.2."
FROM_SOURCE = (
    "U gebruikt het programma uit de map met de broncode. De licentie van elk onderdeel staat daar "
    "bij het onderdeel zelf, in de map .venv."
)
_WIDTH, _HEIGHT = 980, 700


class LicencesWindow(QDialog):
    """A list to walk through; the text of what is chosen stands beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        self._told = shipped_licences()
        self._list = list_of_records(LISTED)
        self._text = QPlainTextEdit(readOnly=True)
        self._text.setAccessibleName(TEXT)
        self._text.setTabChangesFocus(True)
        self._lay_out()
        self._list.currentRowChanged.connect(self._show)
        for told in self._told:
            words = f"{told['name']} {told['version']}".strip()
            QListWidgetItem(f"{words}\n{told['licence']}", self._list)
        self._list.setCurrentRow(0)

    @Slot(int)
    def _show(self, row: int) -> None:
        self._text.setPlainText(self._told[row]["text"] if row >= 0 else "")

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText("Sluiten")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(TITLE, level=2))
        column.addWidget(label(OWN, soft=True))
        if self._told:
            column.addWidget(beside(self, self._list, self._text, _WIDTH), 1)
            make_large(self, _WIDTH, _HEIGHT)
        else:
            column.addWidget(label(FROM_SOURCE))
            for part in (self._list, self._text):
                part.setParent(self)
                part.hide()
        column.addWidget(buttons)


def shipped_licences() -> list[dict[str, str]]:
    """What others made and is in this program: name, version, licence and text, by name.

    The notice is made with a bundle; who runs the program from its source has none.
    """
    try:
        path = resource("licenties.json")
    except MissingResource:
        return []
    told: list[dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return told


def show_licences(parent: QWidget) -> None:
    """Open the window over another one."""
    LicencesWindow(parent).open()
