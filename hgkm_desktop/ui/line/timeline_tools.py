"""The tools above the line: what the lanes are, what is in view, and how much of it is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from hgkm_desktop.timeline.choices import LaneBy
from hgkm_desktop.ui.parts.flow import Flow
from hgkm_desktop.ui.parts.key_tips import tell_keys
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import choice_button, label

_GROUP_GAP = 8


class TimelineTools(QWidget):
    """Groups of buttons; each only says what the user wants.

    `lane_by_chosen(LaneBy)`; `zoom_chosen(word)` with 'whole', 'year', 'selection', 'out' or 'in';
    `filter_toggled(bool)`; `round_requested` asks for the round of belevingen.
    """

    lane_by_chosen = Signal(object)
    zoom_chosen = Signal(str)
    filter_toggled = Signal(bool)
    round_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lanes = QButtonGroup(self)
        self._count = label("", muted=True)
        self._count.setWordWrap(False)
        self._filter = choice_button("Zoeken", "segment")
        self._filter.setAccessibleName("Zoeken en filteren")
        tell_keys(self._filter, "Zoeken en filteren", "Ctrl+F")
        self._filter.toggled.connect(self.filter_toggled)
        row = Flow(self, (10, 8, 10, 8), _GROUP_GAP)
        ask = QPushButton("Ronde…")
        ask.setProperty("segment", True)
        ask.setAutoDefault(True)
        ask.setAccessibleName("Ronde van belevingen")
        tell_keys(ask, "Ieder zegt hoe het was, een voor een", "Ctrl+Shift+R")
        ask.clicked.connect(self.round_requested)
        for part in (self._lane_group(), self._filter, self._zoom_group(), ask, self._count):
            row.addWidget(part)

    def show_count(self, words: str, *, is_all: bool) -> None:
        """Say how many events are shown; it takes room only when that is not all there are."""
        if self._count.text() not in ("", words):
            announce(self, words)
        self._count.setText(words)
        self._count.setHidden(is_all)

    def count(self) -> str:
        return self._count.text()

    def show_lane_by(self, lane_by: LaneBy) -> None:
        """Let the buttons say what the lanes are."""
        self._lanes.button(list(LaneBy).index(lane_by)).setChecked(True)

    def show_filter(self, is_open: bool) -> None:
        """Let the button say whether the filter is open."""
        self._filter.setChecked(is_open)

    def _lane_group(self) -> QWidget:
        group, row = _tight_row()
        for number, lane_by in enumerate(LaneBy):
            button = choice_button(lane_by.value.capitalize(), "segment")
            button.setAccessibleName(f"Banen per {lane_by.label}")
            button.setToolTip(f"Banen per {lane_by.label}")
            self._lanes.addButton(button, number)
            row.addWidget(button)
        self._lanes.buttons()[0].setChecked(True)
        self._lanes.idClicked.connect(self._choose_lanes)
        return group

    def _zoom_group(self) -> QWidget:
        group, row = _tight_row()
        for wish, words, name in (
            ("whole", "Casus", "Casus: de hele casus tonen (toets 0)"),
            ("year", "Jaar", "Het jaar van de gekozen gebeurtenis tonen (toets J)"),
            ("selection", "Selectie", "Selectie: de gekozen gebeurtenissen tonen (toets S)"),
            ("out", "−", "Uitzoomen (toets −)"),
            ("in", "+", "Inzoomen (toets +)"),
        ):
            button = QPushButton(words)
            button.setProperty("segment", True)
            button.setProperty("wish", wish)
            button.setAutoDefault(True)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(self._choose_zoom)
            row.addWidget(button)
        return group

    @Slot(int)
    def _choose_lanes(self, number: int) -> None:
        self.lane_by_chosen.emit(list(LaneBy)[number])

    @Slot()
    def _choose_zoom(self) -> None:
        self.zoom_chosen.emit(self.sender().property("wish"))


def _tight_row() -> tuple[QWidget, QHBoxLayout]:
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    return group, row
