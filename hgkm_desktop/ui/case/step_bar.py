"""The steps of the case as a row of buttons, each with a sign of how far it is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from hgkm_desktop.methods.steps import page_state, progress
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.steps_content import StepPage
from hgkm_desktop.ui.case.open_list import HEADING
from hgkm_desktop.ui.case.step_signs import StepButton
from hgkm_desktop.ui.parts.flow import Flow
from hgkm_desktop.ui.parts.key_tips import tell_keys


class StepBar(QWidget):
    """`chosen(number)` asks for a step, `list_wanted` for the list of what is open."""

    chosen = Signal(int)
    list_wanted = Signal()

    def __init__(self, names: Iterable[str], pages: Iterable[StepPage]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: list[tuple[StepButton, StepPage]] = []
        row = Flow(self, (14, 10, 8, 0), 2, down=2)
        for number, (name, page) in enumerate(zip(names, pages, strict=True)):
            button = StepButton(f"{number + 1} {name}")
            tell_keys(button, name, f"Ctrl+{number + 1}")
            self._group.addButton(button, number)
            self._buttons.append((button, page))
            row.addWidget(button)
        self._list = StepButton("Nog open…")
        self._list.setAccessibleName(HEADING)
        tell_keys(self._list, "Wat staat nog open in de stappen?", "F4")
        self._list.clicked.connect(self.list_wanted)
        row.addWidget(self._list)
        self._group.idClicked.connect(self.chosen)

    def current(self) -> int:
        """The number of the step that is shown, -1 for none."""
        return self._group.checkedId()

    def check(self, number: int) -> None:
        self._group.button(number).setChecked(True)

    def show_list(self, is_open: bool) -> None:
        """Let the button say whether the list of what is open is shown."""
        self._list.setChecked(is_open)

    def show_case(self, case: Case) -> None:
        """Show how far each step is in this case."""
        found = progress(case)
        for button, page in self._buttons:
            button.show_state(page_state(found, page))
