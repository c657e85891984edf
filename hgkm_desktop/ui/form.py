"""A column of labelled fields, and the dialog that asks for one record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.checks import check_record
from hgkm_desktop.models.records import Record
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.fields import Check, Field
from hgkm_desktop.ui.text import label, problem_label

FORM_WIDTH = 680


class Form(QWidget):
    """Fields under each other, each with its label above and a hint where it helps."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._heading = ""
        self.setMaximumWidth(FORM_WIDTH)

    def heading(self, text: str) -> None:
        self._heading = text
        self._column.addSpacing(14 if self._column.count() else 0)
        self._column.addWidget(label(text, level=2))

    def note(self, text: str) -> None:
        self._column.addWidget(label(text, muted=True))

    def add(self, name: str, field: QWidget, hint: str = "") -> None:
        """A field with its name above it, unless a heading or its own words just said it."""
        self._column.addSpacing(6)
        if not isinstance(field, Check):
            field.setAccessibleName(name)
            if name != self._heading:
                words = label(name)
                words.setBuddy(field)
                self._column.addWidget(words)
        if hint:
            field.setAccessibleDescription(hint)
            self._column.addWidget(label(hint, small=True))
        self._column.addWidget(field)

    def add_widget(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def end(self) -> None:
        """Push everything to the top."""
        self._column.addStretch(1)


class CaseForm(QScrollArea):
    """A page of fields that are part of the case; each change is an edit at once."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.form = Form()
        self._bound: list[
            tuple[Any, Callable[[Case], Any], Callable[[Case, Any], Case], str, QLabel]
        ] = []
        self.setWidget(self.form)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.setEnabled(not document.is_read_only)
        document.case_changed.connect(self._show_case)

    def bind(
        self,
        name: str,
        field: Field,
        get: Callable[[Case], Any],
        put: Callable[[Case, Any], Case],
        hint: str = "",
    ) -> None:
        """Show `get(case)` in a field called `name`; a change becomes an edit by `put`."""
        assert isinstance(field, QWidget)
        self.form.add(name, field, hint)
        problem = problem_label()
        self.form.add_widget(problem)
        self._bound.append((field, get, put, name, problem))
        field.changed.connect(self._commit)

    def fill(self, *only: Field) -> None:
        """Show the case that is open now, in every field or only in these."""
        case = self.document.case
        if case is None:
            return
        for field, get, *_ in self._bound:
            if not only or field in only:
                field.set_value(get(case))

    def unreadable(self) -> str:
        """What stands in a field and cannot be read, and so is not saved; empty when nothing."""
        for field, *_, name, _ in self._bound:
            try:
                field.value()
            except BadInput as error:
                return f"{name}: {error.sentence}"
        return ""

    @Slot(object, object)
    def _show_case(self, old: Case | None, new: Case | None) -> None:
        if new is None:
            return
        for field, get, _, _, problem in self._bound:
            if old is None or old.id != new.id:
                field.set_value(get(new))
                problem.hide()
            elif get(old) != get(new):
                field.set_value(get(new))

    @Slot()
    def _commit(self) -> None:
        sender = self.sender()
        case = self.document.case
        if case is None:
            return
        for field, get, put, name, problem in [row for row in self._bound if row[0] is sender]:
            try:
                value = field.value()
                if value != get(case):
                    self.document.edit(name.lower(), put(case, value))
                problem.setText("")
            except BadInput as error:
                problem.setText(error.sentence)
            problem.setVisible(bool(problem.text()))


class RecordDialog(QDialog):
    """Asks for one record; knows no document. `given(record)` comes once it can be true.

    Closing it with changes asks first, so that typed text is never lost by one key.
    """

    given = Signal(object)

    def __init__(self, parent: QWidget, title: str, record: Record) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.record = record
        self.form = Form()
        self._fields: list[tuple[str, Any]] = []
        self._problem = problem_label()
        self._at_start: dict[str, Any] = {}
        self._lay_out()

    def ask_for(self, attribute: str, name: str, field: Field, hint: str = "") -> None:
        """A field for one attribute of the record."""
        assert isinstance(field, QWidget)
        field.set_value(getattr(self.record, attribute))
        self.form.add(name, field, hint)
        self._fields.append((attribute, field))

    def start(self) -> None:
        """Show the dialog with the first field in focus."""
        self.form.end()
        self._at_start = self._typed()
        if self._fields:
            self.first_field().setFocus()
        self.resize(FORM_WIDTH + 60, min(620, self.form.sizeHint().height() + 150))
        self.open()

    def first_field(self) -> QWidget:
        """Where typing starts."""
        field: QWidget = self._fields[0][1]
        return field

    def made(self) -> Record:
        """The record as the fields say. Raises BadInput when it cannot be."""
        values = {attribute: field.value() for attribute, field in self._fields}
        record = replace(self.record, **values)
        check_record(record)
        return record

    @Slot()
    def accept(self) -> None:
        try:
            record = self.made()
        except BadInput as error:
            self._problem.setText(error.sentence)
            self._problem.show()
            return
        super().accept()
        self.given.emit(record)

    @Slot()
    def reject(self) -> None:
        if self._typed() == self._at_start:
            super().reject()
            return
        box = QMessageBox(self)
        box.setWindowTitle("Wijzigingen bewaren?")
        box.setText("U heeft iets getypt dat nog niet bewaard is.")
        keep = box.addButton("Bewaren", QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton("Niet bewaren", QMessageBox.ButtonRole.DestructiveRole)
        box.addButton("Verder typen", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        keep.clicked.connect(self.accept)
        drop.clicked.connect(self._drop)
        box.open()

    @Slot()
    def _drop(self) -> None:
        super().reject()

    def _typed(self) -> dict[str, Any]:
        """What stands in the fields, also when it cannot be read."""
        typed = {}
        for attribute, field in self._fields:
            try:
                typed[attribute] = field.value()
            except BadInput as error:
                typed[attribute] = error.sentence
        return typed

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.form)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText("Bewaren")
        ok.setProperty("main", True)
        ok.setDefault(True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText("Annuleren")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(scroll, 1)
        column.addWidget(self._problem)
        column.addWidget(buttons)
