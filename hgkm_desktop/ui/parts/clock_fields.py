"""Fields for a time of the day, and for how many minutes something takes."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.clock import MINUTES_A_DAY, clock_text, read_clock
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.writing.written import Line

_WIDTH = 200


class TimeField(Line):
    """A time such as 13:30, in minutes after midnight; empty means not agreed yet."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("bijvoorbeeld 13:30")
        self.setMaximumWidth(scaled(_WIDTH))
        self.editingFinished.connect(self.changed)

    def value(self) -> int | None:
        """Raises BadInput for what is no time of a day."""
        return read_clock(self.text()) if self.text().strip() else None

    def set_value(self, value: int | None) -> None:
        self.setText("" if value is None else clock_text(value))


class MinutesField(Line):
    """How many minutes something takes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("bijvoorbeeld 15")
        self.setMaximumWidth(scaled(_WIDTH))
        self.editingFinished.connect(self.changed)

    def value(self) -> int:
        """From 1 up to a day. Raises BadInput for anything else."""
        typed = self.text().strip()
        # Not isdigit: that also knows digits that int() cannot read.
        if not typed.isdecimal() or not 0 < int(typed[:9]) < MINUTES_A_DAY:
            raise BadInput("Vul in hoeveel minuten het duurt.", todo="Bijvoorbeeld 15.")
        return int(typed)

    def set_value(self, value: int) -> None:
        self.setText(str(value))
