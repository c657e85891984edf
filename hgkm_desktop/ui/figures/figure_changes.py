"""Shows what a table of figures changes: problems, unknown names, and values that differ."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.exchange.figure_columns import plain_name
from hgkm_desktop.exchange.figure_import import OWN_COUNT, OWN_SHARE, SKIP, FigureReading
from hgkm_desktop.exchange.incoming import MOST_PROBLEMS
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.figure_content import indicator_of, indicators_of
from hgkm_desktop.models.figure_phrases import value_text
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.parts.form import Form
from hgkm_desktop.ui.parts.list_window import list_of_records
from hgkm_desktop.ui.parts.text import label

_TO_MEND = "Er is niets ingelezen. Verbeter de tabel en lees hem opnieuw, of kies andere kolommen."
_MORE = " Dit zijn de eerste; daarna kunnen er meer zijn."
_UNKNOWN = "Deze namen staan niet in de lijst van indicatoren. Kies bij elke naam wat het is."
_DIFFERS = "Hier staat al een ander cijfer. Kies welk cijfer geldt."


class FigureChanges(QScrollArea):
    """What was read of a table, with a choice for each name and value that asks for one."""

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[str, Choice] = {}
        self._chosen: dict[str, Choice] = {}
        self._first: QWidget | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_reading(self, figures: FigureSet, reading: FigureReading) -> None:
        """Show what comes in, or what keeps it out."""
        self._names, self._chosen, self._first = {}, {}, None
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        if reading.problems:
            self._add_problems(column, reading)
        if reading.unknown:
            column.addWidget(self._asked_names(figures, reading.unknown))
        if not reading.problems and not reading.unknown:
            self._add_values(column, figures, reading)
        column.addStretch(1)
        self.setWidget(inside)

    def take_focus(self) -> None:
        if self._first is not None:
            self._first.setFocus()

    def names(self) -> dict[str, str]:
        """What was chosen for each unknown name, by its plain name."""
        chosen = {name: field.value() for name, field in self._names.items()}
        return {name: choice for name, choice in chosen.items() if choice is not None}

    def replaced(self) -> frozenset[str]:
        """The ids of the figures of which the value of the table was chosen."""
        return frozenset(one for one, field in self._chosen.items() if field.value())

    def _add_problems(self, column: QVBoxLayout, reading: FigureReading) -> None:
        many = len(reading.problems)
        head = f"{count_text(many, 'probleem', 'problemen')} in de tabel"
        column.addWidget(label(head, level=2))
        column.addWidget(label(_TO_MEND + (_MORE if many >= MOST_PROBLEMS else "")))
        rows = [problem.words for problem in reading.problems]
        column.addWidget(self._list("Problemen", rows), 1)

    def _asked_names(self, figures: FigureSet, names: Iterable[str]) -> QWidget:
        own = [(OWN_COUNT, "Eigen indicator: een aantal"), (OWN_SHARE, "Eigen indicator: aandeel")]
        listed = [(one.id, one.label) for one in indicators_of(figures)]
        form = Form()
        form.heading("Onbekende namen")
        form.note(_UNKNOWN)
        for name in names:
            field = Choice([*own, (SKIP, "Niet inlezen"), *listed], "Kies")
            form.add(f"Wat is ‘{name}’", field)
            self._names[plain_name(name)] = field
            self._first = self._first or field
        return form

    def _add_values(self, column: QVBoxLayout, figures: FigureSet, reading: FigureReading) -> None:
        column.addWidget(label(_told(reading), level=2))
        if reading.differing:
            column.addWidget(self._asked_values(reading))
        labels = {one.id: one.label for one in reading.own}
        rows = [
            f"{labels.get(f.indicator_id) or indicator_of(figures, f.indicator_id).label}, "
            f"{f.period.text}: {value_text(f)}"
            for f in reading.new
        ]
        if rows:
            column.addWidget(self._list("Nieuwe cijfers", rows), 1)

    def _asked_values(self, reading: FigureReading) -> QWidget:
        form = Form()
        form.note(_DIFFERS)
        for one in reading.differing:
            keep = (False, f"Houd wat er staat: {value_text(one.before)}")
            take = (True, f"Neem uit de tabel: {value_text(one.after)}")
            field = Choice([keep, take])
            form.add(f"{one.indicator.label}, {one.before.period.text} (rij {one.row})", field)
            self._chosen[one.before.id] = field
            self._first = self._first or field
        return form

    def _list(self, name: str, rows: list[str]) -> QListWidget:
        listed = list_of_records(name)
        listed.addItems(rows)
        listed.setCurrentRow(0)
        self._first = self._first or listed
        return listed


def _told(reading: FigureReading) -> str:
    """'12 nieuwe cijfers, 2 anders dan er staat, 3 gelijk'."""
    said = [count_text(len(reading.new), "nieuw cijfer", "nieuwe cijfers")]
    if reading.differing:
        said.append(f"{len(reading.differing)} anders dan er staat")
    if reading.same:
        said.append(f"{reading.same} gelijk")
    return ", ".join(said)
