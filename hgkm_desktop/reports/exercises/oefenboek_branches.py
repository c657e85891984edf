"""A branch on paper: the line without and with something, drawn on one scale and in a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hgkm_desktop.methods.branch_figures import INVENTED, compared
from hgkm_desktop.methods.branch_words import HOW_TO_READ
from hgkm_desktop.methods.branches import Beside, beside, side_name, two_lines
from hgkm_desktop.models.exercise import Branch, Exercise
from hgkm_desktop.models.records import Event
from hgkm_desktop.reports.case.casusverslag_blocks import capital, cell, filled_table, note
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
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
from hgkm_desktop.reports.exercises.exercise_head import heading
from hgkm_desktop.reports.let_through.dates import span_text
from hgkm_desktop.reports.let_through.exercise_shown import ShownExercise
from hgkm_desktop.timeline.choices import Choices

_WHERE = "beide kanten staan in de tabel hierna"


def branch_blocks(shown: ShownExercise, branch: Branch) -> Iterator[Block]:
    """Both sides drawn and told, and what can be counted of them."""
    yield from branch_lines(shown, branch)
    rows = [
        (cell(capital(one.name)), cell(one.without), cell(one.beside))
        for one in compared(*shown.branched(branch, shown.exercise.events))
    ]
    if rows and (branch.events_without or branch.events_with):
        yield Subheading("Wat het scheelt")
        yield filled_table(("Wat", *_names(branch)), rows, (1.6, 1.0, 1.0))
        yield note(INVENTED)
    if branch.question.strip():
        yield Subheading("Vraag aan de tafels")
        yield note(as_sentence(branch.question))


def branch_lines(shown: ShownExercise, branch: Branch) -> Iterator[Block]:
    """Both sides, drawn on one scale and then told beside each other."""
    if not (branch.events_without or branch.events_with):
        yield missing("wat er zonder en met gebeurde")
        return
    exercise, branch = shown.branched(branch, shown.exercise.events)
    lines = two_lines(exercise, branch)
    line = shown.printed(lines.case)
    page = shown.drawn(line, heading(branch.title), "", use=LineUse.TEXT, where=_WHERE)
    case = replace(page.case, t0_event_id=line.t0_event_id)
    choices = Choices(dimmed=lines.quiet, bands=frozenset())
    yield LinePart(replace(page, case=case, choices=choices, labelled=True))
    yield note(HOW_TO_READ)
    without, with_it = beside(branch)
    yield _table(branch, [_cell(one) for one in without], [_cell(one) for one in with_it])


def only_shown(exercise: Exercise, events: tuple[Event, ...]) -> ShownExercise:
    """The exercise with no other events on its line: what else there was, nobody may see."""
    return ShownExercise(replace(exercise, events=events))


def _cell(one: Beside) -> Cell:
    """An event, with how it differs from the other side."""
    event = one.event
    said = f"{as_sentence(capital(event.title_in_full))} {as_sentence(event.fact)}".strip()
    when = Run(f"{capital(span_text(event, short=True))}: ", Tone.STRONG)
    differs = (Run(f" ({one.words})", Tone.ASIDE),) if one.words else ()
    return Cell((when, Run(said), *differs))


def _table(branch: Branch, without: list[Cell], with_it: list[Cell]) -> Table:
    """Two columns, each in the order of its own line."""
    count = max(len(without), len(with_it))
    rows = tuple(zip(_filled(without, count), _filled(with_it, count), strict=True))
    return Table(TableKind.PLAIN, _names(branch), rows)


def _names(branch: Branch) -> tuple[str, str]:
    without, with_it = (heading(side_name(branch, is_with=side)) for side in (False, True))
    return capital(without), capital(with_it)


def _filled(cells: list[Cell], count: int) -> list[Cell]:
    return [*cells, *([cell("")] * (count - len(cells)))]
