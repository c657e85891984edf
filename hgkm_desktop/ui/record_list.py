"""A list of records of one kind with add, change and remove; every change is an edit at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.records import Record
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.flow import flowing
from hgkm_desktop.ui.form_dialog import RecordDialog
from hgkm_desktop.ui.record_delegate import RecordDelegate
from hgkm_desktop.ui.text import label, problem_label


@dataclass(frozen=True, slots=True)
class RecordKind:
    """What a list must know of its records: how to say, ask, make, drop and order them.

    Without an `order` they stand as they were added. `drop` is for records that others need, and
    `also_gone` says what goes with one that is taken away.
    """

    record: type[Record]
    one: str
    heading: str
    explanation: str
    empty: str
    words: Callable[[Case, Record], str]
    new: Callable[[Case], Record]
    dialog: Callable[[QWidget, Case, Record], RecordDialog]
    drop: Callable[[Case, str], Case] | None = None
    order: Callable[[Record], Any] | None = None
    also_gone: str = "ook waar die genoemd werd"


class RecordList(QWidget):
    """The records of one kind in the case that is open."""

    def __init__(self, document: Document, kind: RecordKind) -> None:
        super().__init__()
        self.document = document
        self.kind = kind
        self._list = QListWidget()
        self._empty = label(kind.empty, muted=True)
        self._problem = problem_label()
        self._removed = label("", muted=True)
        self._removed.hide()
        self._add = QPushButton(f"{kind.one.capitalize()} toevoegen…")
        self._change = QPushButton("Wijzigen…")
        self._remove = QPushButton("Weghalen")
        self._lay_out()
        self._connect()
        self._fill()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(self.kind.heading, level=2))
        column.addWidget(label(self.kind.explanation, muted=True))
        column.addWidget(self._empty)
        column.addWidget(self._list, 100)
        buttons = (self._add, self._change, self._remove)
        for button in buttons:
            button.setAutoDefault(True)
        column.addWidget(self._problem)
        column.addWidget(self._removed)
        column.addWidget(flowing(*buttons))
        column.addStretch(1)
        self._list.setAccessibleName(self.kind.heading)
        self._list.setItemDelegate(RecordDelegate(self._list))
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setMinimumHeight(96)

    def _connect(self) -> None:
        self._add.clicked.connect(self.add)
        self._change.clicked.connect(self.change)
        self._remove.clicked.connect(self.remove)
        self._list.itemActivated.connect(self.change)
        self._list.currentRowChanged.connect(self._show_buttons)
        self.document.case_changed.connect(self._show_case)

    @Slot()
    def add(self) -> None:
        """Ask for a new record."""
        case = self.document.case
        if case is not None:
            title = f"{self.kind.one.capitalize()} toevoegen"
            self._ask(self, title, case, self.kind.new(case))

    @Slot()
    def change(self) -> None:
        """Ask for changes in the chosen record."""
        self.change_over(self)

    def change_over(self, window: QWidget) -> None:
        """Ask for changes in the chosen record, in a dialog over this window."""
        case, record = self.document.case, self._chosen()
        if case is not None and record is not None and not self.document.is_read_only:
            self._ask(window, f"{self.kind.one.capitalize()} wijzigen", case, record)

    @Slot()
    def remove(self) -> None:
        """Take the chosen record away; undo brings it back."""
        case, record = self.document.case, self._chosen()
        if case is None or record is None or self.document.is_read_only:
            return
        try:
            row = self._list.currentRow()
            left = self.kind.drop(case, record.id) if self.kind.drop else case.drop(record)
            self.document.edit(f"{self.kind.one} weghalen", left)
            self._say("")
            self._removed.setText(
                f"{self.kind.one.capitalize()} weggehaald, {self.kind.also_gone}. "
                "Ctrl+Z zet alles terug."
            )
            self._removed.show()
            self._list.setCurrentRow(min(row, self._list.count() - 1))
            self.take_focus()
        except BadInput as error:
            self._say(error.sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._list.hasFocus():
            self.remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.hasFocus():
            event.accept()  # it opened the record; a window around must not press its button too
        else:
            super().keyPressEvent(event)

    def _ask(self, window: QWidget, title: str, case: Case, record: Record) -> None:
        dialog = self.kind.dialog(window, case, record)
        dialog.setWindowTitle(title)
        dialog.must_fit(case)
        dialog.given.connect(self._put)
        dialog.start()

    @Slot(object)
    def _put(self, record: Record) -> None:
        case = self.document.case
        if case is None:
            return
        try:
            self.document.edit(f"{self.kind.one} bewaren", case.put(record))
            self._say("")
        except BadInput as error:
            self._say(error.sentence)
        self.choose(record.id)

    def _chosen(self) -> Record | None:
        if self._list.currentRow() < 0:
            return None
        record: Record = self._list.currentItem().data(Qt.ItemDataRole.UserRole)
        return record

    def choose(self, record_id: str) -> bool:
        """Select a record; False when it is not in this list."""
        for row in range(self._list.count()):
            if self._list.item(row).data(Qt.ItemDataRole.UserRole).id == record_id:
                self._list.setCurrentRow(row)
                return True
        return False

    def take_focus(self) -> None:
        """Put the keyboard in the list, or on the way to fill it."""
        (self._list if self._list.count() else self._add).setFocus()

    @Slot(object, object)
    def _show_case(self, old: Case | None, new: Case | None) -> None:
        self._say("")
        self._removed.hide()
        self._fill()

    def _fill(self) -> None:
        case = self.document.case
        chosen = self._chosen()
        self._list.clear()
        records: tuple[Record, ...] = (
            getattr(case, FIELD_OF[self.kind.record]) if case is not None else ()
        )
        for record in sorted(records, key=self.kind.order) if self.kind.order else records:
            assert case is not None
            item = QListWidgetItem(self.kind.words(case, record))
            item.setData(Qt.ItemDataRole.UserRole, record)
            self._list.addItem(item)
        if chosen is not None:
            self.choose(chosen.id)
        self._empty.setVisible(not records)
        self._list.setVisible(bool(records))
        self._show_buttons()

    @Slot()
    def _show_buttons(self) -> None:
        may_change = not self.document.is_read_only
        has_choice = self._list.currentRow() >= 0
        self._add.setEnabled(may_change)
        self._change.setEnabled(may_change and has_choice)
        self._remove.setEnabled(may_change and has_choice)

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
