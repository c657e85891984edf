"""The way to the tables of organisations: make an empty one, and read one that was filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.files import ask_file, documents_folder
from hgkm_desktop.ui.parts.focus import leave_field, return_to

if TYPE_CHECKING:
    # Imported when they are asked for: the window must open without them.
    from hgkm_desktop.exchange.columns import Columns
    from hgkm_desktop.ui.parts.notice import Notice
    from hgkm_desktop.ui.tables.empty_table_dialog import EmptyTables

_KIND = "Tabel (*.ods *.xlsx *.csv *.txt)"


class TableMenu(QObject):
    """Two actions for the case on screen; they go with its document.

    Which column was what is remembered by the heads, until the file closes or locks.
    """

    def __init__(self, document: Document, place: QWidget, window: QWidget) -> None:
        super().__init__(document)
        self._document, self._place, self._window = document, place, window
        self._remembered: dict[tuple[str, ...], Columns] = {}
        self._empty: EmptyTables | None = None
        self._notice: Notice | None = None
        self._left: QWidget | None = None
        self._read = QAction("Tabel van een organisatie inlezen…", self)
        self._read.triggered.connect(self.ask)
        self._make = QAction("Lege tabel maken…", self)
        self._make.triggered.connect(self.ask_empty)
        document.case_changed.connect(self._follow)
        document.damaged.connect(self._follow)
        document.locks.connect(self._remembered.clear)
        self._follow()

    def actions(self) -> tuple[QAction, QAction]:
        """Read a table, and make an empty one."""
        return self._read, self._make

    @Slot()
    def _follow(self) -> None:
        document = self._document
        self._read.setEnabled(document.case is not None and not document.is_read_only)

    @Slot()
    def ask(self) -> None:
        """Ask which file to read."""
        self._left = leave_field()
        dialog = ask_file(self._window, "Welke tabel?", documents_folder(), _KIND)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    @Slot(str)
    def read(self, path: str) -> None:
        """Read a file, and go through what is in it."""
        from hgkm_desktop.ui.tables.table_dialog import TableDialog

        if self._document.case is None or self._document.is_read_only:
            return
        dialog = TableDialog(self._window, self._document, Path(path), self._remembered)
        dialog.brought.connect(self._tell)
        dialog.finished.connect(self._go_back)
        dialog.start()

    @Slot()
    def _go_back(self) -> None:
        """Back to the field that was left."""
        if not self._document.file.is_locked:
            return_to(self._left)

    @Slot()
    def ask_empty(self) -> None:
        """Ask for whom an empty table is."""
        from hgkm_desktop.ui.tables.empty_table_dialog import EmptyTables

        leave_field()
        if self._empty is None:
            self._empty = EmptyTables(self._window, self)
            self._empty.kept.connect(self._tell)
        self._document.locks.connect(self._empty.ask(self._document.case).leave)

    @Slot(str)
    def _tell(self, words: str) -> None:
        from hgkm_desktop.ui.parts.notice import OVER_ENTRY, Notice

        if self._notice is None:
            self._notice = Notice(self._place, foot=OVER_ENTRY)
        self._notice.say(words, is_problem=False)
