"""A round in the oefenboek: what comes on the line, what each role knows, and its decisions."""

from __future__ import annotations

from collections.abc import Iterator

from hgkm_desktop.methods.exercises import events_of_round, moment_of, points_of
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.exercise import DecisionPoint, Option, PlayRound
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import AvailableSince, Event
from hgkm_desktop.reports.case.casusverslag_blocks import capital, cell, filled_table, note
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Cell,
    Item,
    LinePart,
    LineUse,
    NumberedList,
    Paragraph,
    Run,
    Section,
    Subheading,
    Table,
    Tone,
)
from hgkm_desktop.reports.exercises.exercise_head import heading, paragraphs, round_name
from hgkm_desktop.reports.exercises.oefenboek_instruments import could_then, there_words
from hgkm_desktop.reports.let_through.dates import coarse, span_text
from hgkm_desktop.reports.let_through.exercise_shown import ShownExercise

_WHERE = "wat nieuw is, staat in de tabel hierna"
_WIDTHS = (0.5, 1.7, 4.6, 2.0)


def round_sections(
    shown: ShownExercise, one: PlayRound, when: str, available: tuple[AvailableSince, ...]
) -> Iterator[Section]:
    """The sections of a round; `when` says from when to when it is played."""
    exercise = shown.exercise
    points = points_of(exercise, one.id)
    first = (note(when), Subheading("Lees voor"))
    intro = paragraphs(one.intro) or (missing("de inleiding van deze ronde"),)
    name = round_name(exercise, one)
    yield Section(name, (*first, *intro), begins_page=True)
    yield Section("Op de lijn", tuple(_line(shown, one)))
    yield Section("Wie wat weet", tuple(_known(shown, one)))
    for point in points:
        number = exercise.points.index(point) + 1
        yield Section(f"Beslispunt {number}", tuple(_decision(shown, point, available)))
    if any(question.strip() for question in one.questions):
        items = tuple(Item((Run(as_sentence(q)),)) for q in one.questions if q.strip())
        yield Section("Om over te praten", (NumberedList(items),))


def _line(shown: ShownExercise, one: PlayRound) -> Iterator[Block]:
    """The line after the round, and what is new on it, by the numbers that it has there."""
    after = shown.after(one.id)
    drawn = shown.drawn(after, heading(one.title), "", use=LineUse.TEXT, where=_WHERE)
    yield LinePart(drawn)
    new = {event.id for event in events_of_round(shown.exercise, one.id)}
    if rows := [event for event in after.events if event.id in new]:
        happened = {i for point in points_of(shown.exercise, one.id) for i in point.event_ids}
        yield _events(after, rows, happened)
        if any(event.id in happened for event in rows):
            yield note("* Komt pas op de lijn bij ‘wat er echt gebeurde’.")
    elif after.events:
        yield note("In deze ronde komt er niets nieuws op de lijn.")


def event_table(line: Case) -> Table:
    """The events of a line, in its order."""
    return _events(line, list(line.events), set())


def _events(line: Case, events: list[Event], later: set[str]) -> Table:
    rows = [
        (
            cell(f"{int(event.seq)}{'*' if event.id in later else ''}"),
            cell(span_text(event, short=True)),
            _told(event),
            cell(list_text([line.organisation(i).name for i in event.organisation_ids])),
        )
        for event in sorted(events, key=_number)
    ]
    return filled_table(("Nr", "Wanneer", "Wat", "Wie"), rows, _WIDTHS)


def _number(event: Event) -> float:
    return event.seq


def _told(event: Event) -> Cell:
    fact = event.fact.strip()
    more = (Run(f" {as_sentence(fact)}"),) if fact else ()
    return Cell((Run(as_sentence(event.title_in_full), Tone.STRONG), *more))


def _known(shown: ShownExercise, one: PlayRound) -> Iterator[Block]:
    """What everyone hears, and what each role has on its card."""
    if told := shown.told_all(one.id):
        yield Subheading("Iedereen hoort ook")
        yield Bullets(tuple(Item((Run(capital(text)),)) for text in told))
    if not shown.exercise.roles:
        yield missing("de rollen")
        return
    for role in shown.exercise.roles:
        told = shown.told(role.id, one.id)
        if told:
            yield Subheading(capital(heading(role.name)) or "Rol zonder naam")
            yield Bullets(tuple(Item((Run(capital(text)),)) for text in told))
    silent = [r for r in shown.exercise.roles if not shown.told(r.id, one.id)]
    if silent:
        names = list_text([heading(role.name) or "rol zonder naam" for role in silent])
        yield note(f"Geen kaart in deze ronde: {names}.")


# --- decisions --------------------------------------------------------------------------------


def _decision(
    shown: ShownExercise, point: DecisionPoint, available: tuple[AvailableSince, ...]
) -> Iterator[Block]:
    """The question, what can be chosen, what could be used then, and what really happened."""
    moment = moment_of(shown.exercise, point)
    asked = as_sentence(point.question)
    yield Paragraph((Run(asked, Tone.STRONG),)) if asked else missing("de vraag")
    if moment is not None:
        yield note(f"Het is dan {coarse(moment, shown.options.dates).text()}.")
    if point.options:
        named = point.lettered()
        rows = [_option(one, named[one.id], moment, available) for one in point.options]
        head = ("Keuze", "Veiligheidsinterventie", "Voor u")
        yield filled_table(head, rows, (1.3, 1.3, 1.4))
    yield from could_then(moment, available, _before(shown, point))
    yield Subheading("Wat er echt gebeurde")
    yield from paragraphs(point.happened) or (missing("wat er echt gebeurde"),)
    if point.answer.strip():
        yield Subheading("Wat u erover kunt zeggen")
        yield from paragraphs(point.answer)


def _before(shown: ShownExercise, point: DecisionPoint) -> Moment | None:
    """When the decision before this one was taken."""
    place = shown.exercise.points.index(point)
    return moment_of(shown.exercise, shown.exercise.points[place - 1]) if place else None


def _option(
    option: Option, named: str, moment: Moment | None, available: tuple[AvailableSince, ...]
) -> tuple[Cell, ...]:
    there = there_words(option.instrument, moment, available)
    instrument = Cell(
        (Run(option.instrument), *((Run(f" ({there})", Tone.ASIDE),) if there else ()))
    )
    said = instrument if option.instrument.strip() else Cell()
    return (
        cell(named or "Keuze zonder woorden"),
        said,
        cell(option.remark.strip()),
    )
