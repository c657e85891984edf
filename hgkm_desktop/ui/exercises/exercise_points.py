"""Decisions of an exercise: the question, the options with instruments of that time, the course.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.exercise_making import instruments_then, why_not_then, with_point
from hgkm_desktop.methods.exercises import moment_of
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.exercise import DecisionPoint, Exercise, Option, letter
from hgkm_desktop.models.records import AvailableSince, new_id
from hgkm_desktop.models.validity import Existed
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.exercises.exercise_kinds import (
    LongChoice,
    choices_at,
    event_choices,
    insist_round,
    listed_events,
    lost_with_points,
    round_choices,
    round_name,
)
from hgkm_desktop.ui.parts.fields import Checks, TextBlock, TextLine
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind
from hgkm_desktop.ui.parts.text import label, sentence_case
from hgkm_desktop.ui.practice.leertafel_kinds import insist_filled, lines

_NONE = "Geen instrument uit de lijst"


class PointKind(PartKind):
    """An event that follows a decision leaves its round."""

    __slots__ = ()

    def put(self, work: Exercise, part: DecisionPoint) -> Exercise:
        self.check(work, part)
        return with_point(work, part)


def point_kind(document: Document) -> PartKind:
    """The decisions, in order; instruments are those of their moment, here."""

    def available() -> tuple[AvailableSince, ...]:
        return document.file.settings.available

    def words(exercise: Exercise, point: DecisionPoint) -> str:
        chosen = count_text(len(point.options), "keuze", "keuzes") if point.options else ""
        moment = moment_of(exercise, point)
        said = (
            round_name(exercise, point.round_id),
            moment.text() if moment is not None else "moment niet bekend",
            chosen or "nog geen keuzes",
            listed_events(exercise, point.event_ids),
        )
        warned = [why_not_then(exercise, point, one, available()) for one in point.options]
        return lines(point.question, " · ".join(filter(None, said)), *warned)

    def gone(exercise: Exercise, point: DecisionPoint) -> str:
        made = choices_at(document, exercise, (point.id,))
        stays = "wat er daarna gebeurde, staat nog op de lijn"
        count = count_text(made, "keuze van een tafel", "keuzes van tafels")
        kept = f"wat gekozen is, staat nog in het speelverslag, zonder de vraag ({count}); "
        return f"met de keuzes; {kept if made else ''}{stays}"

    def dialog(parent: QWidget, exercise: Exercise, point: DecisionPoint) -> RecordDialog:
        return PointDialog(parent, exercise, point, available())

    return PointKind(
        field="points",
        one="beslispunt",
        heading="Beslispunten",
        explanation="Hier kiezen de tafels. Daarna ziet iedereen wat er echt gebeurde. Dat is niet "
        "altijd het beste antwoord.",
        empty="Nog geen beslispunten. Begin met een moment waarop de spelers moeten kiezen.",
        words=words,
        new=_new_point,
        dialog=dialog,
        check=_check_point,
        gone=gone,
        lost=lambda held, exercise, point: lost_with_points(held, exercise, (point,)),
    )


def _new_point(exercise: Exercise) -> DecisionPoint:
    rounds = [one.round_id for one in exercise.points[-1:]] + [one.id for one in exercise.rounds]
    return DecisionPoint(new_id(), next(iter(rounds), ""), "")


def _check_point(exercise: Exercise, point: DecisionPoint) -> None:
    insist_round(exercise, point.round_id)
    insist_filled(point.question, "Schrijf de vraag aan de tafels op.")
    if any(not option.text.strip() for option in point.options):
        raise BadInput("Een keuze is nog leeg.", todo="Vul haar in, of haal haar weg.")


class PointDialog(RecordDialog):
    """Asks for a decision; another round or event may mean other instruments."""

    def __init__(
        self,
        parent: QWidget,
        exercise: Exercise,
        point: DecisionPoint,
        available: tuple[AvailableSince, ...],
    ) -> None:
        super().__init__(parent, "Beslispunt", point)
        self._exercise, self._available = exercise, available
        events = event_choices(exercise)
        at_end = ("", "Aan het eind van wat er in de ronde op de lijn komt")
        self._round = LongChoice(round_choices(exercise))
        self._event = LongChoice([at_end, *events])
        self._options = OptionsField(self._instruments)
        self.ask_for("round_id", "In welke ronde", self._round)
        self.ask_for("question", "De vraag aan elke tafel", TextBlock(2))
        self.ask_for("event_id", "Bij welke gebeurtenis", self._event)
        self.ask_for(
            "options",
            "Wat kan men kiezen",
            self._options,
            "Een tafel mag ook iets anders opschrijven.",
        )
        self.ask_for("happened", "Wat er echt gebeurde", TextBlock(3))
        self.ask_for(
            "event_ids",
            "Wat komt daarna op de lijn",
            Checks(events, 1),
            "Een gebeurtenis staat op één plek. Kiest u er een die al ergens staat, dan verhuist "
            "zij.",
        )
        self.ask_for(
            "answer", "Antwoord voor de trainer", TextBlock(4), "Wat had gekund, en waarom?"
        )
        self._round.changed.connect(self._options.show_instruments)
        self._event.changed.connect(self._options.show_instruments)
        self._options.show_instruments()

    def _instruments(self) -> tuple[Existed, ...]:
        """The instruments at the moment that stands in the fields now."""
        point = replace(self.record, round_id=self._round.value(), event_id=self._event.value())
        exercise = with_point(self._exercise, point)
        return instruments_then(exercise, point, self._available)


class OptionsField(QWidget):
    """The options of a decision, each with words, an instrument and a remark for the trainer."""

    changed = Signal()

    def __init__(self, instruments: Callable[[], Sequence[Existed]]) -> None:
        super().__init__()
        self._instruments = instruments
        self._rows: list[_OptionRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._more = QPushButton("Keuze toevoegen")
        self._more.setAutoDefault(True)
        self._more.clicked.connect(self._add_empty)
        self._column.addWidget(flowing(self._more))
        self.setFocusProxy(self._more)

    def value(self) -> tuple[Option, ...]:
        return tuple(row.value() for row in self._rows)

    def set_value(self, value: tuple[Option, ...]) -> None:
        for row in list(self._rows):
            self._take_away(row)
        for option in value:
            self._add(option)

    @Slot()
    def show_instruments(self) -> None:
        """Offer what there was at the moment of the decision."""
        found = self._instruments()
        for row in self._rows:
            row.offer(found)

    @Slot()
    def _add_empty(self) -> None:
        self._add(Option(new_id(), ""))
        self._rows[-1].offer(self._instruments())
        self._rows[-1].setFocus()
        self.changed.emit()

    def _add(self, option: Option) -> None:
        row = _OptionRow(option, len(self._rows) + 1)
        row.gone.connect(self._drop)
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)

    @Slot()
    def _drop(self) -> None:
        row = self.sender()
        assert isinstance(row, _OptionRow)
        self._take_away(row)
        self._more.setFocus()
        self.changed.emit()

    def _take_away(self, row: _OptionRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.setParent(None)
        row.deleteLater()
        for number, left in enumerate(self._rows, 1):
            left.show_number(number)


class _OptionRow(QFrame):
    """One option; `gone` when it is taken away."""

    gone = Signal()

    def __init__(self, option: Option, number: int) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._option = option
        self._number = label("", small=True)
        self._text, self._remark = TextLine(), TextBlock(2, "opmerking voor de trainer")
        self._instrument = LongChoice([(option.instrument, option.instrument or _NONE)])
        self._remove = QPushButton("Keuze weghalen")
        self._remove.setProperty("quiet", True)
        self._remove.setAutoDefault(True)
        self._remove.clicked.connect(self.gone)
        self._text.set_value(option.text)
        self._remark.set_value(option.remark)
        self._text.setPlaceholderText("bijvoorbeeld: een tijdelijk huisverbod")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for part in (self._number, self._text, self._instrument, self._remark):
            column.addWidget(part)
        column.addWidget(flowing(self._remove))
        self.setFocusProxy(self._text)
        self.show_number(number)

    def show_number(self, number: int) -> None:
        """Its number from 1: the room and every paper name it by the letter of that."""
        named = f"Keuze {letter(number - 1)}"
        self._number.setText(named)
        self._text.setAccessibleName(named)
        self._instrument.setAccessibleName(f"{named}: instrument")
        self._remark.setAccessibleName(f"{named}: opmerking voor de trainer")
        self._remove.setAccessibleName(f"{named} weghalen")

    def offer(self, found: Sequence[Existed]) -> None:
        """List the instruments; of those that were not there then it is said why not."""
        chosen = self._instrument.value()
        choices = [("", _NONE), *((one.instrument.label, _offered(one)) for one in found)]
        if chosen not in {value for value, _ in choices}:
            choices.append((chosen, f"{chosen} (staat niet in de lijst)"))
        self._instrument.set_choices(choices)
        self._instrument.set_value(chosen)

    def value(self) -> Option:
        return replace(
            self._option,
            text=self._text.value(),
            instrument=self._instrument.value(),
            remark=self._remark.value(),
        )


def _offered(one: Existed) -> str:
    words = sentence_case(one.instrument.label)
    return words if one.can_be else f"{words} (bestond toen niet: {one.came_and_went})"
