"""The field for a count: a whole number, or nothing when nobody knows."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hgkm_desktop.errors import BadInput
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.writing.written import Line

_WIDTH = 200


class CountField(Line):
    """How many there were: a whole number; empty when nobody knows."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("onbekend")
        self.setMaximumWidth(scaled(_WIDTH))
        self.editingFinished.connect(self.changed)

    def value(self) -> int | None:
        """Raises BadInput for what is no whole number of at most six digits."""
        typed = self.text().strip()
        if not typed:
            return None
        if not typed.isdecimal() or len(typed) > 6:
            raise BadInput("Vul een heel getal in, of laat het leeg.", todo="Bijvoorbeeld 23.")
        return int(typed)

    def set_value(self, value: int | None) -> None:
        self.setText("" if value is None else str(value))
