"""Dialogs of labelled fields: what cannot be read is said at its field, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.checks import check_record
from hgkm_desktop.models.phrases import Period
from hgkm_desktop.ui.parts.date_fields import PhraseField
from hgkm_desktop.ui.parts.fields import Field
from hgkm_desktop.ui.parts.form import FORM_WIDTH, Form
from hgkm_desktop.ui.parts.problem_box import a_box
from hgkm_desktop.ui.parts.text import problem_label
from hgkm_desktop.ui.parts.theme import scaled

MOST_HEIGHT = 720


@dataclass(frozen=True, slots=True)
class _Asked:
    """A field, which values its answer stands for, and where it is said what is wrong.

    A date phrase has no `problem`: that field says it itself.
    """

    field: Any
    values: Callable[[Any], dict[str, Any]]
    problem: QLabel | None


class FormDialog(QDialog):
    """Fields that are answered together; `given(made())` comes once it can be true.

    Closing it with changes asks first, so that typed text is never lost by one key.
    """

    given = Signal(object)

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form()
        self._asked: list[_Asked] = []
        self._unread: _Asked | None = None
        self._problem = problem_label()
        self._at_start: list[Any] = []
        self._scroll = QScrollArea()
        self._lay_out()

    def ask(
        self, name: str, field: Field, values: Callable[[Any], dict[str, Any]], hint: str = ""
    ) -> None:
        """A field; `values` gives, for its answer, the values by their names."""
        shown: Any = field  # a field is a widget too, which its type does not say
        self.form.add(name, shown, hint)
        problem = None if isinstance(shown, PhraseField) else problem_label()
        if problem is not None:
            self.form.add_widget(problem)
        self._asked.append(_Asked(field, values, problem))
        field.changed.connect(self._forgive)

    def start(self) -> None:
        """Show the dialog with the first field in focus."""
        self.form.end()
        self._at_start = self._typed()
        if self._asked:
            self.first_field().setFocus()
        room = self.screen().availableSize()
        high = min(scaled(MOST_HEIGHT), self.form.sizeHint().height() + scaled(150))
        wide = min(scaled(FORM_WIDTH) + 60, room.width())
        self.resize(wide, min(high, room.height() - 40))
        self.open()
        self._behind_what_stands_there()

    def _behind_what_stands_there(self) -> None:
        """Go on where the words end: Qt chooses them all, and then one key would replace them."""
        field = self.focusWidget()
        line = field.lineEdit() if isinstance(field, QComboBox) else field
        if isinstance(line, QLineEdit):
            line.deselect()
            line.end(False)

    def first_field(self) -> QWidget:
        """Where typing starts."""
        field: QWidget = self._asked[0].field
        return field

    def answers(self) -> dict[str, Any]:
        """What the fields say, by name. Raises BadInput when one cannot be read."""
        said: dict[str, Any] = {}
        for asked in self._asked:
            self._unread = asked
            said |= asked.values(asked.field.value())
        self._unread = None
        return said

    def made(self) -> object:
        """What is given away. Raises BadInput when it cannot be."""
        return self.answers()

    @Slot()
    def accept(self) -> None:
        try:
            made = self.made()
        except BadInput as error:
            self._say(error)
            return
        super().accept()
        self.given.emit(made)

    @Slot()
    def reject(self) -> None:
        if self._typed() == self._at_start:
            super().reject()
            return
        what = "U hebt iets getypt dat nog niet bewaard is."
        box = a_box(self, "Wijzigingen bewaren?", what)
        keep = box.addButton("Bewaren", box.ButtonRole.AcceptRole)
        drop = box.addButton("Niet bewaren", box.ButtonRole.DestructiveRole)
        box.addButton("Verder typen", box.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        keep.clicked.connect(self.accept)
        drop.clicked.connect(self._drop)
        box.open()

    @Slot()
    def _drop(self) -> None:
        super().reject()

    def _say(self, error: BadInput) -> None:
        """Say a problem at the field that has it, and go there; else above the buttons."""
        for said in (self._problem, *(asked.problem for asked in self._asked)):
            if said is not None:
                said.hide()
        asked, self._unread = self._unread, None
        said = asked.problem if asked is not None else self._problem
        if said is not None:
            said.setText(error.sentence)
            said.show()
        if asked is not None:
            asked.field.setFocus()
            self._scroll.ensureWidgetVisible(said if said is not None else asked.field)
            self._scroll.ensureWidgetVisible(self.focusWidget())  # the place to type comes first

    @Slot()
    def _forgive(self) -> None:
        """Take a problem away once its field can be read."""
        for asked in [row for row in self._asked if row.field is self.sender()]:
            if asked.problem is not None:
                with suppress(BadInput):
                    asked.field.value()
                    asked.problem.hide()

    def _typed(self) -> list[Any]:
        """What stands in the fields, also when it cannot be read."""
        typed = []
        for asked in self._asked:
            try:
                typed.append(asked.field.value())
            except BadInput as error:
                typed.append(error.sentence)
        return typed

    def _lay_out(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.form)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # Enter is a new line in a text of many lines
            QShortcut(QKeySequence(key), self, self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._problem)
        column.addWidget(buttons)


class RecordDialog(FormDialog):
    """Asks for one record, or a part of a work; knows no document.

    `given(record)` comes once it can be true.
    """

    def __init__(self, parent: QWidget, title: str, record: Any) -> None:  # noqa: ANN401
        super().__init__(parent, title)
        self.record = record
        self._put: Callable[[Any], object] | None = None

    def must_fit(self, put: Callable[[Any], object]) -> None:
        """Refuse here, where it can still be changed, what `put` raises BadInput for."""
        self._put = put

    def ask_for(self, attribute: str, name: str, field: Field, hint: str = "") -> None:
        """A field for one attribute of the record."""

        def values(answer: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of the record
            return {attribute: answer}

        field.set_value(getattr(self.record, attribute))
        self.ask(name, field, values, hint)

    def ask_period(self, name: str, hint: str) -> None:
        """A date phrase for the start, the end and the going on of the record."""
        record: Any = self.record
        field = PhraseField()
        field.set_value(Period(record.start, record.end, record.ongoing))
        self.ask(name, field, _period_values, hint)

    def made(self) -> Any:  # noqa: ANN401 - as what was given to change
        """The record as the fields say. Raises BadInput when it cannot be."""
        record = replace(self.record, **self.answers())
        if self._put is None:
            check_record(record)
        else:
            self._put(record)
        return record


def _period_values(period: Period) -> dict[str, Any]:
    return {"start": period.start, "end": period.end, "ongoing": period.ongoing}
