"""What stands under every sheet of a leertafel: its state, the time, and where we are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.room.presentation_sheet import BASE, MARGIN

SHOW_LINE, BACK = "Lijn tonen (L)", "Terug (L)"
_HEIGHT = 64
Clock = Callable[[], float]


class TimeSpent:
    """How long each point of the agenda took, in seconds by a clock that nobody can set."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._spent: dict[str, float] = {}
        self._now, self._since = "", 0.0

    def turn_to(self, point_id: str) -> None:
        """From here on time is of this point; '' for none."""
        if point_id != self._now:
            self._spent[self._now] = self.of(self._now)
            self._now, self._since = point_id, self._clock()

    def of(self, point_id: str) -> float:
        """How long this point took until now."""
        running = self._clock() - self._since if point_id == self._now else 0.0
        return self._spent.get(point_id, 0.0) + running

    def words(self, point_id: str, minutes: int) -> str:
        """'4 van 25 minuten': whole minutes, and calm when it takes longer."""
        return f"{int(self.of(point_id) // 60)} van {minutes} minuten" if point_id else ""


class Foot(QWidget):
    """The state at the left; at the right a button for the line, the time and the place."""

    def __init__(self) -> None:
        super().__init__()
        self.state, self.time, self.place = (label("", soft=True) for _ in range(3))
        self.button = QPushButton(SHOW_LINE)
        self.button.setAutoDefault(False)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.state, 1)
        self._row.addWidget(self.button)
        for shown in (self.time, self.place):
            shown.setWordWrap(False)
            self._row.addWidget(shown)
        self._factor = 0.0

    def set_factor(self, factor: float) -> None:
        """Make it so many times as large as at 1280 by 720."""
        if factor == self._factor:
            return
        self._factor = factor
        self.setFixedHeight(round(_HEIGHT * factor))  # the sheets above must not move
        self._row.setContentsMargins(*(round(n * factor) for n in (MARGIN, 8, MARGIN, 12)))
        self._row.setSpacing(round(MARGIN * factor * 0.8))
        self.setStyleSheet(f"QLabel, QPushButton {{ font-size: {round(BASE * factor)}px; }}")
