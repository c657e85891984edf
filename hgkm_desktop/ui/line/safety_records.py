"""The window for what stands above and below the lanes: veiligheidscijfers, regie and fasen."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.safety_kinds import CIJFERS, FASEN, REGIE
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.parts.theme import scaled


class SafetyRecords(QDialog):
    """Three lists, each on a tab; the line behind stays in sight and shows every change.

    Closing hides it, so that it comes back on the same tab.
    """

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Cijfers, regie en fasen")
        self.document = document
        self._window = parent
        self._tabs = QTabWidget()
        self._lists = [RecordList(document, kind) for kind in (CIJFERS, REGIE, FASEN)]
        for records in self._lists:
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(16, 14, 16, 14)
            column.addWidget(records)
            self._tabs.addTab(page, records.kind.heading)
        self._tabs.currentChanged.connect(self._take_focus)
        self._lay_out()
        document.destroyed.connect(self.deleteLater)  # the window outlives the file otherwise
        stack = document.undo_stack
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, stack.undo)
        QShortcut(QKeySequence("Ctrl+Y"), self, stack.redo)

    def present(self) -> None:
        """Show the window, in front and with the keyboard in it."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._take_focus()

    def open_record(self, record_id: str) -> None:
        """Ask for changes in one record, as a click on its point or bar on the line does.

        In a file that is only read, the window opens with that record chosen.
        """
        for place, records in enumerate(self._lists):
            if records.choose(record_id):
                self._tabs.setCurrentIndex(place)
                if self.document.is_read_only:
                    self.present()
                else:
                    records.change_over(self if self.isVisible() else self._window)
                return

    @Slot()
    def _take_focus(self) -> None:
        if self.isVisible() and not self._tabs.tabBar().hasFocus():
            self._lists[self._tabs.currentIndex()].take_focus()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText("Sluiten")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addWidget(self._tabs, 1)
        column.addWidget(buttons)
        room = self.screen().availableSize()
        self.resize(min(scaled(680), room.width()), min(scaled(560), room.height() - 40))
