"""The field for a period: its first and its last day, which are read together."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.ui.parts.date_fields import DayField
from hgkm_desktop.ui.parts.text import label

Days = tuple[date | None, date | None]


class PeriodField(QWidget):
    """Two days; an end before the begin is no period, and so neither of them is handed over."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._first, self._last = DayField(), DayField()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for name, field in (("Van", self._first), ("Tot en met", self._last)):
            column = QVBoxLayout()
            column.setSpacing(2)
            words = label(name, small=True)
            words.setBuddy(field)
            column.addWidget(words)
            column.addWidget(field)
            row.addLayout(column, 1)
            field.changed.connect(self.changed)
        self.setFocusProxy(self._first)

    def setAccessibleName(self, name: str) -> None:
        """Name the two lines: those have the focus."""
        super().setAccessibleName(name)
        self._first.setAccessibleName(f"{name}, van")
        self._last.setAccessibleName(f"{name}, tot en met")

    def value(self) -> Days:
        """Raises BadInput for what is no day, and for an end before the begin."""
        first, last = self._first.value(), self._last.value()
        if first is not None and last is not None and last < first:
            raise BadInput(
                "De laatste dag ligt voor de eerste dag.", todo="Pas een van de twee aan."
            )
        return first, last

    def set_value(self, value: Days) -> None:
        self._first.set_value(value[0])
        self._last.set_value(value[1])
