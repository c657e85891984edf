"""A branch in the oefenboek: the line without and with something, beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from hgkm_desktop.models.case import in_order
from hgkm_desktop.models.exercise import Branch
from hgkm_desktop.models.records import Event
from hgkm_desktop.reports.casusverslag_blocks import capital, cell, note
from hgkm_desktop.reports.content import Block, Cell, Paragraph, Run, Table, TableKind, Tone
from hgkm_desktop.reports.dates import span_text
from hgkm_desktop.reports.exercise_head import heading
from hgkm_desktop.reports.exercise_shown import ShownExercise
from hgkm_desktop.reports.notitie_parts import as_sentence, missing


def branch_blocks(shown: ShownExercise, branch: Branch) -> Iterator[Block]:
    """From which event on the line is told twice, both sides, and what is asked of them."""
    before = [e for e in shown.exercise.events if e.id == branch.after_event_id]
    if before and shown.may_be_told(before[0].id):
        first = shown.event(before[0])
        told = (
            f"Tot en met: {span_text(first)}, {as_sentence(first.title_in_full)} Daarna twee keer."
        )
        yield note(told)
    sides = (branch.events_without, branch.events_with)
    without, beside = (_side(shown, events) for events in sides)
    if not (without or beside):
        yield missing("wat er zonder en met gebeurde")
    else:
        yield _table(branch, without, beside)
    if branch.question.strip():
        yield Paragraph(
            (Run("Vraag aan de tafels: ", Tone.STRONG), Run(as_sentence(branch.question)))
        )


def _side(shown: ShownExercise, events: tuple[Event, ...]) -> list[Cell]:
    line = shown.line(events)
    return [_cell(event) for event in in_order(line)]


def _cell(event: Event) -> Cell:
    said = as_sentence(f"{capital(event.title_in_full)}")
    fact = as_sentence(event.fact)
    when = Run(f"{capital(span_text(event, short=True))}: ", Tone.STRONG)
    return Cell((when, Run(f"{said} {fact}".strip())))


def _table(branch: Branch, without: list[Cell], beside: list[Cell]) -> Table:
    """Two columns, each in the order of its own line."""
    count = max(len(without), len(beside))
    names = (heading(branch.name_without) or "Zonder", heading(branch.name_with) or "Met")
    rows = tuple(zip(_filled(without, count), _filled(beside, count), strict=True))
    return Table(TableKind.PLAIN, (capital(names[0]), capital(names[1])), rows)


def _filled(cells: list[Cell], count: int) -> list[Cell]:
    return [*cells, *([cell("")] * (count - len(cells)))]
