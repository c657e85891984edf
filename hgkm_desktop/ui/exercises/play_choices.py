"""What each table chooses at a decision, as it is typed while they play.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.methods.exercise_making import instruments_then
from hgkm_desktop.models.exercise import DecisionPoint, Exercise
from hgkm_desktop.models.playing import Playing, PlayTable, TableChoice
from hgkm_desktop.models.records import AvailableSince, new_id
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.exercises.exercise_kinds import LongChoice
from hgkm_desktop.ui.exercises.play_console import course_of, points_in_order
from hgkm_desktop.ui.exercises.play_words import not_then, table_name
from hgkm_desktop.ui.parts.fields import Suggestions, TextBlock
from hgkm_desktop.ui.parts.text import label, sentence_case

_NO_OPTION, _NO_INSTRUMENT = "Nog geen keuze, of iets anders", "Geen middel uit de lijst"
_EXPLAINED = (
    "Elke tafel kiest voor zich. De keuzes komen pas op het scherm als elke tafel heeft gekozen."
)


class DecisionChoice(LongChoice):
    """Which decision a page is about: the one that is played, until another is chosen."""

    def __init__(self) -> None:
        super().__init__([("", "")])
        self.setAccessibleName("Beslispunt")
        self._at = ""

    def follow(self, exercise: Exercise | None, point: DecisionPoint | None) -> None:
        """Offer the decisions of an exercise; a decision that is played now is chosen once."""
        found = points_in_order(exercise) if exercise is not None else ()
        named = [(s.point.id, s.point.question) for s in found if s.point is not None]
        numbered = [(i, f"{n}. {words}") for n, (i, words) in enumerate(named, 1)]
        chosen = self.value()
        if point is not None and point.id != self._at:
            chosen = point.id
        self._at = point.id if point is not None else self._at
        self.set_choices(numbered or [("", "Er is nog geen beslispunt")])
        self.set_value(chosen)

    def point(self, exercise: Exercise | None) -> DecisionPoint | None:
        """The chosen decision."""
        points = exercise.points if exercise is not None else ()
        return next((one for one in points if one.id == self.value()), None)


class ChoicesPage(QWidget):
    """A card for every table; each change is an edit at once, and stays when going back."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._course = course_of(document, shown)
        self._decision = DecisionChoice()
        self._none = label("Er zijn nog geen tafels. Zet ze erbij op het blad De speelbeurt.")
        self._cards: dict[str, _TableCard] = {}
        self._column = QVBoxLayout()
        self._lay_out()
        self._decision.changed.connect(self._fill)
        self._course.changed.connect(self._follow)
        document.damaged.connect(self._fill)
        self._follow()

    def _lay_out(self) -> None:
        inner, scroll = QWidget(), QScrollArea()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._none)
        self._column.addStretch(1)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label("Keuzes", level=2))
        column.addWidget(label(_EXPLAINED, muted=True))
        column.addWidget(self._decision)
        column.addWidget(scroll, 1)

    @Slot()
    def _follow(self) -> None:
        for card in list(self._cards.values()):
            card.hand_over()  # what is being typed is of the decision that was shown until now
        step = self._course.step
        self._decision.follow(self._course.exercise, step.point if step is not None else None)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        playing, exercise = self._course.playing, self._course.exercise
        point = self._decision.point(exercise)
        tables = playing.tables if point is not None else ()
        if [table.id for table in tables] != list(self._cards):
            self._make_cards(tables)
        self._none.setVisible(not playing.tables)
        if exercise is None or point is None:
            return
        available = self.document.file.settings.available
        for table in tables:
            card = self._cards[table.id]
            choice = playing.choice(point.id, table.id)
            card.show_choice(exercise, point, table, choice, available)
            card.setEnabled(not self.document.is_read_only)

    def _make_cards(self, tables: tuple[PlayTable, ...]) -> None:
        for card in self._cards.values():
            self._column.removeWidget(card)
            card.setParent(None)
            card.deleteLater()
        self._cards = {table.id: _TableCard(table.id) for table in tables}
        for card in self._cards.values():
            card.said.connect(self._keep)
            self._column.insertWidget(self._column.count() - 1, card)

    @Slot(object)
    def _keep(self, said: TableChoice) -> None:
        playing = self._shown.value
        if not isinstance(playing, Playing):
            return
        known = {(c.decision_id, c.table_id): c for c in playing.choices}
        known[said.decision_id, said.table_id] = said
        choices = tuple(known.values())
        self._shown.edit("keuze van een tafel", replace(playing, choices=choices))


class _TableCard(QFrame):
    """One table at one decision; `said(choice)` when something was changed."""

    said = Signal(object)

    def __init__(self, table_id: str) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._table_id = table_id
        self._known = TableChoice("", "", table_id)
        self._name, self._warning = label("", level=3), label("", soft=True)
        self._option, self._text = LongChoice([("", _NO_OPTION)]), TextBlock(2)
        self._instrument, self._why = LongChoice([("", _NO_INSTRUMENT)]), TextBlock(2)
        self._cards = Suggestions([])
        self._fields: tuple[tuple[str, str, Any], ...] = (
            ("option_id", "Keuze", self._option),
            ("text", "In eigen woorden", self._text),
            ("instrument", "Welke veiligheidsinterventie", self._instrument),
            ("why", "Waarom", self._why),
            ("best_cards", "Wie heeft de beste kaarten", self._cards),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        column.addWidget(self._name)
        for attribute, name, field in self._fields:
            column.addWidget(label(name))
            column.addWidget(field)
            if attribute == "instrument":
                column.addWidget(self._warning)
            field.changed.connect(self.hand_over)

    def show_choice(
        self,
        exercise: Exercise,
        point: DecisionPoint,
        table: PlayTable,
        choice: TableChoice | None,
        available: tuple[AvailableSince, ...],
    ) -> None:
        """Show what this table chose; what is being typed is left alone."""
        name = table_name(table)
        self._name.setText(name)
        for _, asked, field in self._fields:
            field.setAccessibleName(f"{name}: {asked[:1].lower()}{asked[1:]}")
        found = choice or TableChoice("", point.id, table.id)
        self._offer(exercise, point, found, available)
        warning = not_then(exercise, point, found.instrument, available) if found.instrument else ""
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        if found != self._known:
            self._known = found
            for attribute, _, field in self._fields:
                field.set_value(getattr(found, attribute))

    def _offer(
        self,
        exercise: Exercise,
        point: DecisionPoint,
        found: TableChoice,
        available: tuple[AvailableSince, ...],
    ) -> None:
        options = [(key, words or "Keuze zonder tekst") for key, words in point.lettered().items()]
        then = instruments_then(exercise, point, available)
        named = [
            (
                one.instrument.label,
                sentence_case(one.instrument.label)
                + ("" if one.can_be else f" (bestond toen niet: {one.came_and_went})"),
            )
            for one in then
        ]
        if found.instrument and found.instrument not in {value for value, _ in named}:
            named.append((found.instrument, f"{found.instrument} (staat niet in de lijst)"))
        for field, choices, value in (
            (self._option, [("", _NO_OPTION), *options], found.option_id),
            (self._instrument, [("", _NO_INSTRUMENT), *named], found.instrument),
        ):
            field.set_choices(choices)
            field.set_value(value)
        typed = self._cards.value()
        self._cards.clear()
        self._cards.addItems([role.name for role in exercise.roles])
        self._cards.set_value(typed)

    @Slot()
    def hand_over(self) -> None:
        """Give away what stands in the fields, when that is something else."""
        if not self._known.decision_id:
            return
        values = {attribute: field.value() for attribute, _, field in self._fields}
        said = replace(self._known, id=self._known.id or new_id(), **values)
        if replace(said, id=self._known.id) != self._known:
            self._known = said
            self.said.emit(said)
