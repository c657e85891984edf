"""Which of what is found is wanted: where, of which kind, in which state, and in which period."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import FIELD_OF
from hgkm_desktop.models.searching import NO_DAYS, WORK, Days, Wanted
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.texts import CASE, called
from hgkm_desktop.models.works import NAMES
from hgkm_desktop.ui.line.filter_bar import ChoiceMenu, days_of_period
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.text import label, sentence_case
from hgkm_desktop.ui.writing.written import Line

_KINDS = [
    *((name, sentence_case(called(name))) for name in FIELD_OF.values()),
    (CASE, "Gegevens van een casus"),
    (WORK, "Ander werk"),
]


class SearchFilters(QWidget):
    """`changed` follows every choice; a period only once it can be read."""

    changed = Signal()

    def __init__(self, pause_milliseconds: int) -> None:
        super().__init__()
        self._values, self._kinds = ChoiceMenu("Waar"), ChoiceMenu("Soort")
        self._states, self._period = ChoiceMenu("Status"), Line()
        self._problem = label("", small=True)
        self._clear = QPushButton("Filters uit")
        self._days = NO_DAYS
        self._pause = QTimer(self, interval=pause_milliseconds, singleShot=True)
        self._offer()
        self._lay_out()
        for menu in self._menus:
            menu.changed.connect(self._change)
        self._period.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._change)
        self._clear.clicked.connect(self.clear)

    @property
    def _menus(self) -> tuple[ChoiceMenu, ...]:
        return self._values, self._kinds, self._states

    def value(self) -> Wanted:
        """What is chosen; of a period that cannot be read, the last that could be."""
        return Wanted(
            values=self._values.value(),
            kinds=self._kinds.value(),
            states=self._states.value(),
            days=self._days,
        )

    @Slot()
    def clear(self) -> None:
        """Want everything again."""
        for menu in self._menus:
            menu.clear()
        self._period.clear()
        self._pause.stop()
        self._change()

    @Slot()
    def _change(self) -> None:
        self._problem.hide()
        try:
            self._days = _days(self._period.text())
        except BadInput as error:
            self._problem.setText(error.sentence)
            self._problem.show()
        self._clear.setEnabled(self.value() != Wanted() or bool(self._period.text()))
        self.changed.emit()

    def _offer(self) -> None:
        names = [name.one for name in NAMES.values()]
        self._values.set_choices([(one, sentence_case(one)) for one in names])
        self._kinds.set_choices(_KINDS)
        self._states.set_choices([(s, sentence_case(s.label)) for s in CaseState])

    def _lay_out(self) -> None:
        self._period.setPlaceholderText("Periode, bijvoorbeeld 2023")
        self._period.setAccessibleName("Periode van de gebeurtenis")
        self._problem.hide()
        self._clear.setEnabled(False)
        for button in (*self._menus, self._clear):
            button.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(flowing(*self._menus, self._period, self._clear))
        column.addWidget(self._problem)


def _days(period: str) -> Days:
    """Raises BadInput when it cannot be read."""
    first, last = days_of_period(period)
    return (first.isoformat() if first else "", last.isoformat() if last else "")
