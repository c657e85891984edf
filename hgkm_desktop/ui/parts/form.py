"""A column of labelled fields, and the page of fields that are part of what is on screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.works import Value
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import CaseOnScreen, OnScreen
from hgkm_desktop.ui.parts.date_fields import PhraseField
from hgkm_desktop.ui.parts.fields import Check, Field
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, problem_label
from hgkm_desktop.ui.parts.theme import scaled

FORM_WIDTH = 680


class Form(QWidget):
    """Fields under each other, each with its label above and a hint where it helps."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._heading = ""
        self.setMaximumWidth(scaled(FORM_WIDTH))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMaximumWidth(scaled(FORM_WIDTH))  # text may have another size

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


class ValueForm(QScrollArea):
    """A page of fields that are part of what is on screen; each change is an edit at once."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.form = Form()
        self._shown: OnScreen | None = None
        self._bound: list[
            tuple[Any, Callable[[Any], Any], Callable[[Any, Any], Any], str, QLabel]
        ] = []
        self.setWidget(self.form)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.setEnabled(not document.is_read_only)
        if document.is_read_only:  # no field takes the focus, and the keyboard must scroll
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleName("Gegevens, alleen lezen")
        document.damaged.connect(self._stop)

    def show_of(self, shown: OnScreen) -> None:
        """From now on the fields are about this."""
        self._shown = shown
        shown.changed.connect(self._show_value)

    @Slot()
    def _stop(self) -> None:
        self.form.setEnabled(False)

    def bind(
        self,
        name: str,
        field: Field,
        get: Callable[[Any], Any],
        put: Callable[[Any, Any], Any],
        hint: str = "",
        key: str = "",
    ) -> None:
        """Show `get(value)` in a field called `name`; a change becomes an edit by `put`.

        By its `key` others can lead to it.
        """
        assert isinstance(field, QWidget)
        field.setObjectName(key)
        self.form.add(name, field, hint)
        problem = problem_label()
        self.form.add_widget(problem)
        self._bound.append((field, get, put, name, problem))
        field.changed.connect(self._commit)

    def fill(self, *only: Field) -> None:
        """Show what is on screen now, in every field or only in these."""
        value = self._value()
        if value is None:
            return
        for field, get, *_ in self._bound:
            if not only or field in only:
                field.set_value(get(value))

    def unreadable(self) -> str:
        """What stands in a field and cannot be read, and so is not saved; empty when nothing."""
        for field, *_, name, _ in self._bound:
            try:
                field.value()
            except BadInput as error:
                return f"{name}: {error.sentence}"
        return ""

    def _value(self) -> Any:  # noqa: ANN401 - any value of the file, or None
        return self._shown.value if self._shown is not None else None

    @Slot(object, object)
    def _show_value(self, old: Value | None, new: Value | None) -> None:
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
        value = self._value()
        if value is None or self._shown is None:
            return
        for field, get, put, name, problem in [row for row in self._bound if row[0] is sender]:
            try:
                answer = field.value()
                if answer != get(value):
                    self._shown.edit(name.lower(), put(value, answer))
                problem.setText("")
            except BadInput as error:
                if isinstance(field, PhraseField):  # it shows this itself, under its line
                    announce(self.window(), error.sentence)
                    continue
                problem.setText(error.sentence)
            problem.setVisible(bool(problem.text()))


class CaseForm(ValueForm):
    """A page of fields of the case that is chosen at the left."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.show_of(CaseOnScreen(document, self))
