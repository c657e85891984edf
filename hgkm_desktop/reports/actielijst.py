"""The lijst van verbeteracties: everything that was agreed anywhere, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from hgkm_desktop.methods.follow_up import Followed, counted, in_turn
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import ActionStatus, CaseState
from hgkm_desktop.reports.afspraken import due, more_words, named
from hgkm_desktop.reports.casusverslag_blocks import aside, capital, cell, filled_table
from hgkm_desktop.reports.content import Block, Cell, Document, Fact, Run, Section, Tone
from hgkm_desktop.reports.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.work_head import Head, Making, document

SUBTITLE = "Lijst van verbeteracties"
TITLE = "Wat er is afgesproken, en hoe het staat"
LATE = "Te laat"
_STATES = tuple(capital(status.label) for status in ActionStatus)
_FOR_WHOM = "Voor wie deze acties uitvoert of bewaakt."
_HEAD = ("Wat", "Eigenaar", "Bewaker", "Waar het ligt", "Wanneer", "Laatste bericht")
_WIDTHS = (5.4, 2.6, 2.6, 2.9, 1.9, 3.6)


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
            yield Section(name, _table(found))


def standing(row: Followed, today: date) -> str:
    """'Te laat', or how the action stands: 'Open', 'Bezig', 'Gereed' or 'Vervallen'."""
    return LATE if row.is_overdue(today) else capital(row.actie.status.label)


def _table(rows: Sequence[Followed]) -> tuple[Block, ...]:
    return (filled_table(_HEAD, [_row(row) for row in rows], _WIDTHS),)


def _row(row: Followed) -> tuple[Cell, ...]:
    actie = row.actie
    return (
        _what(row),
        named(actie.owner, "nog geen eigenaar"),
        named(actie.keeper, "nog geen bewaker"),
        _body(row),
        due(actie),
        cell(last_words(row)) if actie.log else aside("nog niets gemeld"),
    )


def _what(row: Followed) -> Cell:
    """What is to be done, what it comes from, on which level, and what was asked and promised."""
    about = f" {capital(row.where)}, {row.actie.level.label}. {more_words(row.actie)}".rstrip()
    return Cell((Run(as_sentence(row.actie.text), Tone.STRONG), Run(about, Tone.ASIDE)))


def _body(row: Followed) -> Cell:
    """Where it is spoken of now, and every time it was brought to a next body."""
    steps = " ".join(escalation_words(row))
    now = Run(capital(row.body_now.strip()))
    return Cell((now, Run(f" {steps}", Tone.ASIDE))) if steps else cell(now.text)


def escalation_words(row: Followed) -> tuple[str, ...]:
    """'Op 2 jun 2026 naar college: komt op de agenda.', for each time."""
    return tuple(
        as_sentence(
            f"Op {day_text(step.on, short=True)} naar {step.body.strip()}: "
            f"{step.outcome.strip() or 'nog geen uitkomst'}"
        )
        for step in row.actie.escalations
    )


def last_words(row: Followed) -> str:
    """The last that was said of it: '1 mrt 2026: gevraagd.'; '' when nobody said anything."""
    if not row.actie.log:
        return ""
    last = row.actie.log[-1]
    words = as_sentence(last.text) or f"{last.status.label}."
    return f"{day_text(last.on, short=True)}: {words}"
