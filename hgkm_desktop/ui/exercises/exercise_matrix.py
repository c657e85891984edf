"""How many things each role comes to know in each round, as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from hgkm_desktop.methods.exercises import facts_for, facts_for_all
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.text import label

_NOTHING = "–"


class WhoKnowsWhat(QFrame):
    """A row for everyone and for each role, a column for each round; hidden without both."""

    def __init__(self, shown: WorkOnScreen) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._shown = shown
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 10, 16, 10)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        shown.changed.connect(self._fill)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        exercise = self._shown.value
        if not isinstance(exercise, Exercise):
            return
        while (item := self._grid.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()
        rounds = [one.id for one in exercise.rounds]
        self.setVisible(bool(rounds and exercise.roles))
        heads = ["Nieuw in", *(f"ronde {number}" for number in range(1, len(rounds) + 1))]
        self._row(0, heads, is_head=True)
        everyone = [len(facts_for_all(exercise, one)) for one in rounds]
        self._row(1, ["Iedereen", *map(_counted, everyone)])
        for number, role in enumerate(exercise.roles, 2):
            counts = [len(facts_for(exercise, role.id, one)) for one in rounds]
            self._row(number, [role.name, *map(_counted, counts)])

    def _row(self, number: int, words: list[str], *, is_head: bool = False) -> None:
        for column, text in enumerate(words):
            cell: QWidget = label(text, soft=is_head)
            align = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(cell, number, column, align if column else Qt.AlignmentFlag(0))


def _counted(many: int) -> str:
    return str(many) if many else _NOTHING
