"""What can be counted of both sides of a branch, as a table; it was invented and proves nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from hgkm_desktop.methods.branch_figures import INVENTED, compared
from hgkm_desktop.methods.branches import side_name
from hgkm_desktop.models.exercise import Branch, Exercise
from hgkm_desktop.ui.parts.text import label, sentence_case


class BranchTable(QFrame):
    """A row for each count, a column for each side."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 10, 16, 10)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        for column, part in enumerate((2, 1, 1)):
            self._grid.setColumnStretch(column, part)

    def show_branch(self, exercise: Exercise, branch: Branch) -> None:
        """Count what is on both sides of this branch."""
        while (item := self._grid.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()
        rows = compared(exercise, branch)
        names = [sentence_case(side_name(branch, is_with=side)) for side in (False, True)]
        self._grid.addWidget(label("Wat het scheelt", level=2), 0, 0, 1, 3)
        for column, name in enumerate(names, 1):
            self._grid.addWidget(label(name, soft=True), 1, column)
        for number, row in enumerate(rows, 2):
            for column, text in enumerate((row.name, row.without, row.beside)):
                cell: QWidget = label(text)
                self._grid.addWidget(cell, number, column)
        self._grid.addWidget(label(INVENTED, muted=True), len(rows) + 2, 0, 1, 3)
        told = "; ".join(f"{r.name}: {names[0]} {r.without}, {names[1]} {r.beside}" for r in rows)
        self.setAccessibleName("Wat het scheelt")
        self.setAccessibleDescription(f"{told}. {INVENTED}")
