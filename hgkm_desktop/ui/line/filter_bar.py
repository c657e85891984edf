"""The row under the tools that says which events are shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.terms import EventKind, Mark
from hgkm_desktop.timeline.filtering import EventFilter
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.text import label, plain, sentence_case
from hgkm_desktop.ui.writing.written import Line

TYPING_PAUSE_MILLISECONDS = 150
_SHORT, _LEAST_LETTERS = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon, 14
_VIEWS = ("alles", "verschil", "risico", "cruciaal")


class ChoiceMenu(QPushButton):
    """A button with a menu of choices, of which any number can be checked; none means all."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._name = name
        self._choices: list[tuple[Any, QAction]] = []
        self._menu = _StayingMenu(self)
        self.setMenu(self._menu)
        self._menu.triggered.connect(self._change)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these (value, words); what was checked and is still there stays checked."""
        self.setEnabled(bool(choices))
        if list(choices) == [(value, action.data()) for value, action in self._choices]:
            return
        checked = self.value()
        self._menu.clear()
        self._choices = []
        for value, words in choices:
            action = self._menu.addAction(plain(words))
            action.setCheckable(True)
            action.setData(words)
            action.setChecked(value in checked)
            self._choices.append((value, action))
        self._show_number()

    def value(self) -> frozenset[Any]:
        return frozenset(value for value, action in self._choices if action.isChecked())

    def clear(self) -> None:
        for _, action in self._choices:
            action.setChecked(False)
        self._show_number()

    @Slot()
    def _change(self) -> None:
        self._show_number()
        self.changed.emit()

    def _show_number(self) -> None:
        chosen = [action.data() for _, action in self._choices if action.isChecked()]
        words = plain(chosen[0]) if len(chosen) == 1 else f"{self._name}: {len(chosen)}"
        self.setText(words if chosen else self._name)
        self.setAccessibleName(f"{self._name}: {', '.join(chosen) or 'alle'}")


class _StayingMenu(QMenu):
    """A menu that stays open while choices are made with the mouse or the space bar."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action in self.actions() and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action in self.actions():
            action.trigger()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Text, kind, organisation, role, mark, period, and whose view.

    `changed` follows every change; `closed` follows Esc.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = Line()
        self._kinds = ChoiceMenu("Soort")
        self._organisations = ChoiceMenu("Organisatie")
        self._betrokkenen = ChoiceMenu("Betrokkene")
        self._marks = ChoiceMenu("Beleving")
        self._period = Line()
        self._view = Choice([])
        self._problem = label("", small=True)
        self._pause = QTimer(self, interval=TYPING_PAUSE_MILLISECONDS, singleShot=True)
        self._read = EventFilter()
        self._lay_out()
        self._connect()

    def filter(self) -> EventFilter:
        """What is chosen and typed; of a period that cannot be read, the last that could be."""
        return self._read

    def start(self) -> None:
        """Type what to look for, over what was typed before."""
        self.text.setFocus()
        self.text.selectAll()

    def offer(self, case: Case | None) -> None:
        """Offer the organisations, betrokkenen and deelnemers of this case."""
        self._kinds.set_choices([(kind, sentence_case(kind.label)) for kind in EventKind])
        self._marks.set_choices([(m, f"{m.sign} {m.label}") for m in Mark])
        self._organisations.set_choices(
            [(o.id, o.name) for o in case.organisations] if case is not None else []
        )
        self._betrokkenen.set_choices(
            [(b.id, b.role) for b in case.betrokkenen] if case is not None else []
        )
        self._offer_views(case)
        self._take()

    @Slot()
    def clear(self) -> None:
        """Show everything again."""
        self.text.clear()
        self._period.clear()
        for menu in (self._kinds, self._organisations, self._betrokkenen, self._marks):
            menu.clear()
        self._view.set_value("alles")
        self._pause.stop()
        self._change()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _offer_views(self, case: Case | None) -> None:
        chosen = self._view.value() if self._view.count() else "alles"
        deelnemers = case.deelnemers if case is not None else ()
        views: list[tuple[Any, str]] = [
            ("alles", "Alle belevingen"),
            ("verschil", "Waar het verschilde"),
            ("risico", "Alleen risico"),
            ("cruciaal", "Alleen cruciale punten"),
        ]
        if case is not None:
            views += [(d.id, f"Beleving van {case.deelnemer_name(d)}") for d in deelnemers]
        self._view.set_choices(views)
        self._view.set_value(chosen)

    @Slot()
    def _change(self) -> None:
        self._take()
        self.changed.emit()

    def _take(self) -> None:
        """Read the fields."""
        self._problem.hide()
        try:
            first, last = days_of_period(self._period.text())
        except BadInput as error:
            first, last = self._read.first, self._read.last
            self._problem.setText(error.sentence)
            self._problem.show()
        view = self._view.value() if self._view.count() else "alles"
        self._read = EventFilter(
            text=self.text.text().strip(),
            kinds=self._kinds.value(),
            organisation_ids=self._organisations.value(),
            betrokkene_ids=self._betrokkenen.value(),
            marks=self._marks.value(),
            deelnemer_id="" if view in _VIEWS else view,
            only_divergent=view == "verschil",
            only_risk=view == "risico",
            only_pivotal=view == "cruciaal",
            first=first,
            last=last,
        )

    def _lay_out(self) -> None:
        self.text.setPlaceholderText("Zoek in de gebeurtenissen")
        self.text.setAccessibleName("Zoek in de gebeurtenissen")
        self.text.setClearButtonEnabled(True)
        self._period.setPlaceholderText("Periode, bijvoorbeeld 2023")
        self._period.setAccessibleName("Periode")
        self._view.setAccessibleName("Welke belevingen")
        self._view.setSizeAdjustPolicy(_SHORT)
        self._view.setMinimumContentsLength(_LEAST_LETTERS)
        self._problem.hide()
        clear = QPushButton("Alles tonen")
        clear.setAutoDefault(True)
        clear.clicked.connect(self.clear)
        menus = (self._kinds, self._organisations, self._betrokkenen, self._marks)
        for menu in menus:
            menu.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 8)
        column.setSpacing(6)
        column.addWidget(flowing(self.text, self._period, clear))
        column.addWidget(flowing(*menus, self._view))
        column.addWidget(self._problem)

    def _connect(self) -> None:
        for line in (self.text, self._period):
            line.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._change)
        for field in (
            self._kinds,
            self._organisations,
            self._betrokkenen,
            self._marks,
            self._view,
        ):
            field.changed.connect(self._change)


def days_of_period(period: str) -> tuple[date | None, date | None]:
    """The first and the last day of a period as it is typed; None where it is open.

    Raises BadInput when it cannot be read.
    """
    if not period.strip():
        return None, None
    read = read_whole(period.strip())
    end = read.end if read.end is not None else read.start
    return read.start.earliest, None if read.ongoing else end.latest
