"""Fields of a figure: a half-year, a share as it was printed, and how many times."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import number_text
from hgkm_desktop.models.figure_phrases import read_period
from hgkm_desktop.models.figures import FEWEST_TIMES, MOST_TIMES, ClassCount, Period
from hgkm_desktop.ui.parts.count_field import CountField
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.writing.written import Line

_SHARE = re.compile(r"(\d{1,3})(?:[.,](\d))?\s*%?")
_SHARE_WIDTH = 120


class HalfYearField(Line):
    """A half-year or a whole year, as '1e helft 2025' or '2025'."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("bijvoorbeeld 1e helft 2023, of 2023")
        self.editingFinished.connect(self.changed)

    def value(self) -> Period:
        """Raises BadInput for what is no half-year and no year."""
        return read_period(self.text())

    def set_value(self, value: Period) -> None:
        self.setText(value.text)


class ShareField(Line):
    """A share in percents with at most one decimal; its value is in tenths of a percent."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("niet gegeven")
        self.setMaximumWidth(scaled(_SHARE_WIDTH))
        self.editingFinished.connect(self.changed)

    def value(self) -> int | None:
        """Raises BadInput for what is no percentage of at most one decimal."""
        typed = self.text().strip()
        if not typed:
            return None
        found = _SHARE.fullmatch(typed)
        if found is None:
            raise BadInput(
                "Dit is geen percentage met hooguit één cijfer achter de komma.",
                todo="Typ bijvoorbeeld 6,5.",
            )
        return int(found[1]) * 10 + int(found[2] or 0)

    def set_value(self, value: int | None) -> None:
        self.setText("" if value is None else number_text(value / 10, 1 if value % 10 else 0))


class RepeatsField(QWidget):
    """How many 2, 3, 4, and 5 or more times; what is empty was not given."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[int, CountField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for column, times in enumerate(range(FEWEST_TIMES, MOST_TIMES + 1)):
            name = times_text(times)
            field = self._counts[times] = CountField()
            field.setAccessibleName(f"Hoeveel {name}")
            field.setPlaceholderText("")
            field.changed.connect(self.changed)
            grid.addWidget(label(name, small=True), 0, column)
            grid.addWidget(field, 1, column)
        self.setFocusProxy(self._counts[FEWEST_TIMES])

    def value(self) -> tuple[ClassCount, ...]:
        """Raises BadInput where it is no whole number."""
        read = {times: field.value() for times, field in self._counts.items()}
        return tuple(ClassCount(times, count) for times, count in read.items() if count is not None)

    def set_value(self, value: tuple[ClassCount, ...]) -> None:
        held = {one.times: one.count for one in value}
        for times, field in self._counts.items():
            field.set_value(held.get(times))


def times_text(times: int) -> str:
    """'2 keer'; of the last class '5 keer of meer', in short."""
    return f"{times} keer of meer" if times == MOST_TIMES else f"{times} keer"
