"""A branch on paper: the line without and with something, drawn on one scale and in a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.exercise import Branch, Exercise, line_of
from hgkm_desktop.models.records import Event, Organisation
from hgkm_desktop.reports.casusverslag_blocks import capital, cell, note
from hgkm_desktop.reports.content import (
    Block,
    Cell,
    LinePart,
    LineUse,
    Run,
    Subheading,
    Table,
    TableKind,
    Tone,
)
from hgkm_desktop.reports.dates import span_text
from hgkm_desktop.reports.exercise_head import heading
from hgkm_desktop.reports.exercise_shown import ShownExercise
from hgkm_desktop.reports.notitie_parts import as_sentence, missing
from hgkm_desktop.timeline.choices import Choices

_BOTH, _BEFORE = "Voor beide", 4  # events up to and with the one where the sides part
_WHERE = "beide kanten staan in de tabel hierna"
_HOW_TO_READ = (
    "T0 is het moment waar de lijn uit elkaar gaat. Beide kanten zijn bedacht, om te vergelijken."
)


def branch_blocks(shown: ShownExercise, branch: Branch) -> Iterator[Block]:
    """Both sides drawn and told, and what is asked of them."""
    yield from branch_lines(shown, branch)
    if branch.question.strip():
        yield Subheading("Vraag aan de tafels")
        yield note(as_sentence(branch.question))


def branch_lines(shown: ShownExercise, branch: Branch) -> Iterator[Block]:
    """Both sides, drawn on one scale and then told beside each other."""
    if not (branch.events_without or branch.events_with):
        yield missing("wat er zonder en met gebeurde")
        return
    line = shown.printed(_on_one_line(shown.exercise, branch))
    page = shown.drawn(line, heading(branch.title), "", use=LineUse.TEXT, where=_WHERE)
    case = replace(page.case, t0_event_id=line.t0_event_id)
    choices = Choices(bands=frozenset())
    yield LinePart(replace(page, case=case, choices=choices, labelled=True))
    yield note(_HOW_TO_READ)
    yield _table(shown, branch)


def only_shown(exercise: Exercise, events: tuple[Event, ...]) -> ShownExercise:
    """The exercise with no other events on its line: what else there was, nobody may see."""
    return ShownExercise(replace(exercise, events=events))


def _on_one_line(exercise: Exercise, branch: Branch) -> Case:
    """A line with a lane for what came just before, and a lane for each side."""
    names = (_BOTH, *_names(branch))
    lanes = [Organisation(f"{branch.id}:{n}", float(n), name) for n, name in enumerate(names)]
    sides = (_shared(exercise, branch), branch.events_without, branch.events_with)
    events = [
        replace(event, organisation_ids=(lane.id,), knowledge=())
        for lane, side in zip(lanes, sides, strict=True)
        for event in in_order(Case(branch.id, "", events=side))
    ]
    placed = tuple(replace(event, seq=float(n)) for n, event in enumerate(events, 1))
    t0 = branch.after_event_id if any(e.id == branch.after_event_id for e in placed) else ""
    return Case(
        branch.id,
        exercise.code,
        betrokkenen=exercise.betrokkenen,
        organisations=tuple(lanes),
        events=placed,
        t0_event_id=t0,
    )


def _shared(exercise: Exercise, branch: Branch) -> tuple[Event, ...]:
    """The last events up to and with the one where the sides part; none when it is not there."""
    line = in_order(line_of(exercise))
    places = [n for n, event in enumerate(line, 1) if event.id == branch.after_event_id]
    return line[max(places[0] - _BEFORE, 0) : places[0]] if places else ()


def _table(shown: ShownExercise, branch: Branch) -> Table:
    """Two columns, each in the order of its own line."""
    sides = (branch.events_without, branch.events_with)
    without, with_it = ([_cell(e) for e in in_order(shown.line(side))] for side in sides)
    count = max(len(without), len(with_it))
    rows = tuple(zip(_filled(without, count), _filled(with_it, count), strict=True))
    return Table(TableKind.PLAIN, _names(branch), rows)


def _cell(event: Event) -> Cell:
    said = f"{as_sentence(capital(event.title_in_full))} {as_sentence(event.fact)}".strip()
    when = Run(f"{capital(span_text(event, short=True))}: ", Tone.STRONG)
    return Cell((when, Run(said)))


def _names(branch: Branch) -> tuple[str, str]:
    without, with_it = heading(branch.name_without), heading(branch.name_with)
    return capital(without) or "Zonder", capital(with_it) or "Met"


def _filled(cells: list[Cell], count: int) -> list[Cell]:
    return [*cells, *([cell("")] * (count - len(cells)))]
