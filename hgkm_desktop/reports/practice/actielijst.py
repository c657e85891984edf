"""The lijst van verbeteracties: everything that was agreed anywhere, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from hgkm_desktop.methods.follow_up import Followed, counted, in_turn
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import ActionStatus, CaseState
from hgkm_desktop.reports.case.casusverslag_blocks import capital
from hgkm_desktop.reports.case.notitie_parts import missing
from hgkm_desktop.reports.content import Document, Fact, Section
from hgkm_desktop.reports.practice.afspraken import Row, table
from hgkm_desktop.reports.practice.afspraken import row as afspraak
from hgkm_desktop.reports.practice.work_head import Head, Making, document

SUBTITLE = "Lijst van verbeteracties"
TITLE = "Wat er is afgesproken, en hoe het staat"
LATE = "Te laat"
_STATES = tuple(capital(status.label) for status in ActionStatus)
_FOR_WHOM = "Voor wie deze acties uitvoert of bewaakt."


def compose(
    rows: Sequence[Followed], *, settings: FileSettings, made_on: date, state: CaseState
) -> Document:
    """The list of these actions on one day: overdue first, then by how they stand.

    It is marked to stay at the table when `state` is in bewerking, or when what one of the actions
    stands in is. Owners are organisations or bestuurders: their functions are not in it. A list has
    no version; its day tells it from others.
    Source: zicht op de praktijk, vraag 4 en de terugkoppeling (docs/bronnen.md, bron 1).
    """
    states = {state, *(row.state for row in rows)}
    state = CaseState.DEELBAAR if states == {CaseState.DEELBAAR} else CaseState.IN_BEWERKING
    day = day_text(made_on)
    head = Head(
        code=day_text(made_on, short=True),
        title=TITLE,
        subtitle=SUBTITLE,
        signed=SUBTITLE,
        state=state,
        opening=(capital(counted(rows, made_on)),) if rows else (),
        for_whom=_FOR_WHOM,
    )
    made = document(head, Making(settings, made_on), _sections(rows, made_on))
    facts = (Fact("Datum", day), Fact("Staat", state.label.capitalize()))
    return replace(made, facts=facts, signature=f"{SUBTITLE} · {day} · {state.label}")


def _sections(rows: Sequence[Followed], today: date) -> Iterator[Section]:
    """A section for what is overdue, and one for each way in which the others stand."""
    if not rows:
        yield Section(SUBTITLE, (missing("wat er is afgesproken"),))
    grouped: dict[str, list[Followed]] = {name: [] for name in (LATE, *_STATES)}
    for row in in_turn(rows, today):
        grouped[standing(row, today)].append(row)
    for name, found in grouped.items():
        if found:
            yield Section(name, (table([_row(one) for one in found]),))


def standing(row: Followed, today: date) -> str:
    """'Te laat', or how the action stands: 'Open', 'Bezig', 'Gereed' or 'Vervallen'."""
    return LATE if row.is_overdue(today) else capital(row.actie.status.label)


def _row(row: Followed) -> Row:
    return afspraak(row.actie, capital(row.where))
