"""The log of a verbeteractie: what was said of it and when, and how it stood then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.acties import Progress
from hgkm_desktop.models.terms import ActionStatus
from hgkm_desktop.ui.parts.date_fields import DayField
from hgkm_desktop.ui.parts.fields import Choice, TextLine

NO_DAY = BadInput("Vul in op welke dag dit over de actie is gezegd.")


class ProgressField(QWidget):
    """A row for each time that the action came up; the first stands first.

    `value` raises BadInput for a row without a day, or with one that cannot be read.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._add = QPushButton("Stand toevoegen")
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self._add_row)
        below = QHBoxLayout()
        below.addWidget(self._add)
        below.addStretch(1)
        self._column.addLayout(below)
        self.setFocusProxy(self._add)

    def value(self) -> tuple[Progress, ...]:
        rows = [row.value() for row in self._rows]
        return tuple(sorted(rows, key=lambda said: said.on))

    def set_value(self, value: tuple[Progress, ...]) -> None:
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows = []
        for said in value:
            self._show(said)

    def _show(self, said: Progress) -> None:
        row = _Row(said)
        row.removed.connect(self._remove)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)

    @Slot()
    def _add_row(self) -> None:
        self._show(Progress(date.today(), ActionStatus.BEZIG))
        self._rows[-1].setFocus()

    @Slot()
    def _remove(self) -> None:
        row = self.sender()
        assert isinstance(row, _Row)
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._add.setFocus()
        self.changed.emit()


class _Row(QWidget):
    """What was said of the action on one day."""

    removed = Signal()

    def __init__(self, said: Progress) -> None:
        super().__init__()
        self._day, self._status, self._text = DayField(), Choice(ActionStatus), TextLine()
        remove = QPushButton("Weghalen")
        remove.setAutoDefault(False)
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((self._day, 3), (self._status, 2), (self._text, 5), (remove, 0)):
            row.addWidget(part, stretch)
        self._text.setPlaceholderText("wat er is gezegd of gedaan")
        for part, name in ((self._day, "op"), (self._status, "hoe ver"), (self._text, "wat")):
            part.setAccessibleName(f"Voortgang, {name}")
        remove.setAccessibleName("Deze stand weghalen")
        self.setFocusProxy(self._text)
        self._day.set_value(said.on)
        self._status.set_value(said.status)
        self._text.set_value(said.text)
        self._at = said.at

    def value(self) -> Progress:
        on: date | None = self._day.value()
        if on is None:
            raise NO_DAY
        return Progress(on, self._status.value(), self._text.value(), self._at)
