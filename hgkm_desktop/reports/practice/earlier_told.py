"""The table of how earlier actions were said to stand when a talk or leertafel opened."""

from __future__ import annotations

from collections.abc import Sequence

from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.models.meetings import AskedProgress
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.works import Opening
from hgkm_desktop.reports.case.casusverslag_blocks import aside, capital, cell, filled_table
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import Block, Cell, Paragraph, Run

_HEAD = ("Wat", "Uit", "Hoe het staat", "Wat erover is gezegd")
_WIDTHS = (5.4, 2.6, 2.2, 6.0)


def earlier_told(
    opening: Opening, earlier: Sequence[Followed], state: CaseState
) -> tuple[Block, ...]:
    """How each earlier action was said to stand, in a document in this state.

    `earlier` are those actions, as far as the file has them. What one of them is, is told when the
    paper stays at the table, or when what holds it is deelbaar too: nobody read the others through.
    """
    if not opening.progress:
        none = "Er waren geen eerdere acties om naar te vragen."
        return (Paragraph((Run(none),)) if opening.begun else missing("hoe eerdere acties staan"),)
    by_key = {row.key: row for row in earlier}
    rows = [_row(p, by_key.get((p.case_id, p.actie_id)), state) for p in opening.progress]
    return (filled_table(_HEAD, rows, _WIDTHS),)


def _row(told: AskedProgress, row: Followed | None, state: CaseState) -> tuple[Cell, ...]:
    return (
        _what(row, state),
        cell(capital(row.where)) if row is not None else Cell(),
        cell(capital(told.status.label)),
        cell(as_sentence(capital(told.text.strip()))),
    )


def _what(row: Followed | None, state: CaseState) -> Cell:
    if row is None:
        return aside("een actie die niet meer in het casusbestand staat")
    if not stays_at_table(state) and stays_at_table(row.state):
        return aside("een actie uit iets wat nog in bewerking is")
    return cell(as_sentence(row.actie.text))
