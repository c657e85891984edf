"""What the room sees at each step of a playing: never what a role keeps, nor what a trainer has.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hgkm_desktop.methods.branches import TwoLines, two_lines
from hgkm_desktop.methods.exercises import (
    PlayStep,
    StepKind,
    moment_of,
    shown_events,
)
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.exercise import DecisionPoint, Exercise
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.playing import Playing, PlayTable, TableChoice
from hgkm_desktop.models.records import AvailableSince, Event
from hgkm_desktop.models.terms import Answer
from hgkm_desktop.models.validity import existing_at
from hgkm_desktop.reports.let_through.exercise_shown import ShownExercise
from hgkm_desktop.ui.exercises.play_words import (
    about_choice,
    all_chose,
    branch_sides,
    branch_title,
    by_who_decides,
    chosen_words,
    round_title,
    table_name,
)
from hgkm_desktop.ui.line.event_words import when_in_words
from hgkm_desktop.ui.parts.text import sentence_case
from hgkm_desktop.ui.room.hiding import HidingPlaces
from hgkm_desktop.ui.room.table_stage_sheets import Sheet
from hgkm_desktop.ui.room.table_stage_words import Item, Look

WAIT = "Wij tonen de keuzes als elke tafel heeft gekozen."
OTHER = "Of iets anders: schrijf het in uw eigen woorden."
TWO_LINES = "De lijn twee keer. Wat verschilt, heeft een kader"
DIFFERENCES, HAPPENED = "De keuzes naast elkaar", "Wat er echt gebeurde"


@dataclass(frozen=True, slots=True)
class ColumnSheet(Sheet):
    """A sheet whose items stand side by side."""


@dataclass(frozen=True, slots=True)
class PlaySheets:
    """An exercise, one playing of it, and its steps, as they may be shown in a room."""

    exercise: Exercise
    playing: Playing
    steps: tuple[PlayStep, ...]
    places: HidingPlaces

    def at(self, place: int) -> tuple[Sheet, ...]:
        """The sheets of a step, beside the line that is drawn."""
        step = self.steps[place]
        return tuple(self._without_places(sheet) for sheet in self._sheets(step, place))

    def line(self, place: int) -> Case:
        """What everyone sees of the line at a step; at a branch both its sides, on one scale."""
        if (two := self._two_lines(place)) is not None:
            return self.places.taken_out(two.case)
        events = shown_events(self.exercise, self.steps, place)
        line = self.places.taken_out(ShownExercise(self.exercise).line(events))
        return replace(line, t0_event_id="")  # the room for time from T0 is room for lanes

    def new(self, place: int) -> tuple[Event, ...]:
        """What comes on the line at a step, in its order; of a branch what differs."""
        step, ids = self.steps[place], set[str]()
        if (two := self._two_lines(place)) is not None:
            ids = {event.id for event in two.case.events} - two.quiet
        if step.kind is StepKind.STORY and step.round is not None:
            ids = set(step.round.event_ids)
        if step.kind is StepKind.HAPPENED and step.point is not None:
            ids = set(step.point.event_ids)
        return tuple(event for event in in_order(self.line(place)) if event.id in ids)

    def _two_lines(self, place: int) -> TwoLines | None:
        """Both sides of the branch of a step, after what the room saw; None at other steps."""
        step = self.steps[place]
        if step.branch is None:
            return None
        seen = shown_events(self.exercise, self.steps, place)
        return two_lines(*ShownExercise(self.exercise).branched(step.branch, seen))

    def _sheets(self, step: PlayStep, place: int) -> Iterator[Sheet]:
        match step.kind:
            case StepKind.OPENING:
                title = self.exercise.title.strip() or "Oefening"
                yield Sheet("begin", title, items=_paragraphs(self.exercise.opening))
            case StepKind.STORY:
                yield self._story(step, place)
            case StepKind.DECISION:
                yield from self._decision(step)
            case StepKind.HAPPENED:
                yield from self._happened(step, place)
            case StepKind.TALK if step.round is not None:
                asked = _points(step.round.questions)
                yield Sheet("vragen", "Om te bespreken", self._round(step), asked)
            case StepKind.BRANCH:
                yield from self._branch(step)
            case StepKind.CLOSING:
                if asked := _points(self.exercise.questions):
                    yield Sheet("nagesprek", "Tot slot: wat bespreken wij", items=asked)
                yield Sheet("slot", "Afsluiting", items=_paragraphs(self.exercise.closing))

    def _round(self, step: PlayStep) -> str:
        return round_title(self.exercise, step.round)

    # --- in a round -------------------------------------------------------------------------

    def _story(self, step: PlayStep, place: int) -> Sheet:
        assert step.round is not None
        items = [_event(event) for event in self.new(place)]
        shown = {event.id for event in self.line(place).events}
        told = ShownExercise(self.exercise).told_all(step.round.id)
        if told:
            items += [Item("Dit weet iedereen", look=Look.HEADING), *_points(told)]
        empty = "Er komt nu niets nieuws op de lijn." if shown else "Er staat nog niets op de lijn."
        return Sheet(
            "nieuw",
            "Nieuw op de lijn",
            self._round(step),
            tuple(items) or (Item(empty, look=Look.PLAIN),),
        )

    def _decision(self, step: PlayStep) -> Iterator[Sheet]:
        point = step.point
        assert point is not None
        options = tuple(
            Item(words, look=Look.PLAIN) for words in point.lettered().values() if words
        )
        foot = (Item(OTHER, look=Look.SOFT),) if options else ()
        question = point.question.strip() or "Wat kiest u?"
        yield Sheet("vraag", question, self._round(step), (*options, *foot))
        if all_chose(self.playing, point):
            yield ColumnSheet("keuzes", "Wat de tafels kozen", question, self._choices(point))

    def _choices(self, point: DecisionPoint) -> tuple[Item, ...]:
        """Each table by itself; nothing is said of one before all of them chose."""
        if not all_chose(self.playing, point):
            return ()
        found = ((t, self._looked_at(point, t)) for t in self.playing.tables)
        return tuple(
            Item(table_name(table), (chosen_words(point, choice), *about_choice(choice)))
            for table, choice in found
        )

    def _looked_at(self, point: DecisionPoint, table: PlayTable) -> TableChoice | None:
        """What a table chose, without words that may tell who someone is."""
        choice = self.playing.choice(point.id, table.id)
        if choice is None:
            return None
        return replace(
            choice,
            text=self._unless_it_tells(choice.text),
            why=self._unless_it_tells(choice.why),
            best_cards=self._unless_it_tells(choice.best_cards),
        )

    def _unless_it_tells(self, text: str) -> str:
        return self.places.unless_it_tells(text, self.playing.read.cleared)

    def _happened(self, step: PlayStep, place: int) -> Iterator[Sheet]:
        point = step.point
        assert point is not None
        told = _paragraphs(point.happened)
        events = tuple(_event(event) for event in self.new(place))
        heading = (Item("Nieuw op de lijn", look=Look.HEADING),) if events and told else ()
        nothing = (Item("Hierover staat niets in de oefening.", look=Look.SOFT),)
        items = (*told, *heading, *events) or nothing
        yield Sheet("gebeurd", HAPPENED, point.question.strip(), items)
        if choices := self._choices(point):
            real = Item(HAPPENED, (point.happened.strip() or "Zie de lijn.",))
            yield ColumnSheet("verschil", DIFFERENCES, point.question.strip(), (*choices, real))
        differences = [d for d in self.playing.differences if d.decision_id == point.id]
        said = [self._unless_it_tells(one.text) for one in differences]
        if noted := _points(said):
            yield Sheet("gezegd", "Wat wij hierover zeiden", point.question.strip(), noted)

    # --- after the rounds -------------------------------------------------------------------

    def _branch(self, step: PlayStep) -> Iterator[Sheet]:
        branch = step.branch
        assert branch is not None
        title = branch_title(branch)
        sides = tuple(Item(name, told) for name, told in branch_sides(self.exercise, branch))
        yield ColumnSheet("tak", title, "De lijn twee keer, naast elkaar", sides)
        if branch.question.strip():
            yield Sheet("takvraag", title, "Om te bespreken", _points([branch.question]))

    # --- instruments ------------------------------------------------------------------------

    def instruments(self, place: int, available: Iterable[AvailableSince]) -> tuple[Sheet, ...]:
        """What there was at the moment of a step, by who decides on it."""
        moment = self.moment(place)
        when = f"Toen, {moment.text()}" if moment is not None else "Het moment is niet bekend"
        items: list[Item] = []
        for who, found in by_who_decides(existing_at(moment, available)).items():
            items.append(Item(who, look=Look.HEADING))
            for one in found:
                maybe = " (kwam of ging in die tijd)" if one.there is Answer.ONBEKEND else ""
                words = f"{sentence_case(one.instrument.label)}{maybe}"
                items.append(Item(words, look=Look.ROW))
        return (Sheet("instrumenten", "Wie kan wat", when, tuple(items)),)

    def moment(self, place: int) -> Moment | None:
        """When the decision of this step is, or else the last that is on the line."""
        step = self.steps[place]
        if step.point is not None:
            return moment_of(self.exercise, step.point)
        dated = [e for e in in_order(self.line(place)) if e.start.is_known]
        return dated[-1].start if dated else None

    def _without_places(self, sheet: Sheet) -> Sheet:
        hidden = self.places.instead
        items = (
            replace(item, text=hidden(item.text), about=tuple(map(hidden, item.about)))
            for item in sheet.items
        )
        return replace(
            sheet,
            title=hidden(sheet.title),
            subtitle=hidden(sheet.subtitle),
            items=tuple(items),
        )


def _event(event: Event) -> Item:
    """'3 mei 2020: melding', with what is known of it."""
    title = " ".join(event.title_in_full.split()) or "Zonder titel"
    about = (sentence_case(when_in_words(event)), event.fact.strip())
    return Item(title, tuple(filter(None, about)))


def _paragraphs(text: str) -> tuple[Item, ...]:
    return tuple(Item(one.strip(), look=Look.PLAIN) for one in text.splitlines() if one.strip())


def _points(texts: Iterable[str]) -> tuple[Item, ...]:
    return tuple(Item(text.strip()) for text in texts if text.strip())
