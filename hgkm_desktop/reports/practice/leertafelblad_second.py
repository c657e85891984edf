"""The second page of a leertafelblad: where it goes wrong, the moments, questions and words."""

from __future__ import annotations

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import Knelpunt, Leertafel
from hgkm_desktop.models.records import Event
from hgkm_desktop.reports.case.casusverslag_blocks import capital, cell, filled_table
from hgkm_desktop.reports.case.notitie_parts import DOUBTED, as_sentence
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Cell,
    Item,
    Questions,
    Run,
    Table,
    TableKind,
    Tone,
)
from hgkm_desktop.reports.let_through.dates import when_text
from hgkm_desktop.reports.practice.leertafel_asked import number_of_knelpunt
from hgkm_desktop.reports.practice.leertafelblad_part import (
    IN_CASUSVERSLAG,
    IN_CELL,
    Part,
    is_about,
    of_team,
    said,
    shortened,
)

MOMENTS, MOST_EVENTS = "Belangrijkste momenten", 8
_KNELPUNT_HEAD = ("Nr", "Knelpunt", "Partij", "Instrument", "Bestuurder")
_KNELPUNT_WIDTHS = (0.7, 5.6, 3.7, 3.6, 3.4)
# How many characters of each text have room.
_KNELPUNT, _TITLE, _QUESTION, _BEGRIP = 170, 110, 200, 190


def second_page(table: Leertafel, case: Case) -> tuple[Part, ...]:
    """What lies behind it: where it goes wrong, the moments, the questions and the words."""
    parts = (
        _knelpunten(table, case),
        _can_be_better(table, case),
        _moments(case),
        _questions(case),
        _begrippen(table),
    )
    return tuple(part for part in parts if part.total)


def _knelpunten(table: Leertafel, case: Case) -> Part:
    """Each knelpunt by its kind: which party, which instrument, and who can move it."""
    number = number_of_knelpunt(table)
    rows = [
        _knelpunt_row(number[knelpunt.id], knelpunt)
        for knelpunt in table.knelpunten
        if is_about(case, knelpunt.case_id)
    ]

    def blocks(count: int) -> tuple[Block, ...]:
        return (filled_table(_KNELPUNT_HEAD, rows[:count], _KNELPUNT_WIDTHS),)

    return Part("Waar loopt het vast", len(rows), blocks, min(len(rows), 6), 1)


def _knelpunt_row(number: str, knelpunt: Knelpunt) -> tuple[Cell, ...]:
    words = " ".join(as_sentence(text) for text in (knelpunt.text, knelpunt.explanation))
    kind = Run(f" ({knelpunt.kind.label})", Tone.ASIDE)
    others = (knelpunt.party, knelpunt.instrument, knelpunt.bestuurder)
    return (
        cell(number),
        Cell((Run(shortened(words, _KNELPUNT)), kind)),
        *(cell(capital(shortened(text, IN_CELL))) for text in others),
    )


def _can_be_better(table: Leertafel, case: Case) -> Part:
    items = tuple(
        of_team(signal, signal.can_be_better)
        for signal in table.signals
        if is_about(case, signal.case_id) and signal.can_be_better.strip()
    )

    def blocks(count: int) -> tuple[Block, ...]:
        return (Bullets(items[:count]),)

    return Part("Wat volgens teams beter kan", len(items), blocks, min(len(items), 4))


def _moments(case: Case) -> Part:
    """The events that matter most: cruciale punten first, then risk moments, then the others."""
    ranked = sorted(case.events, key=lambda e: (not e.is_pivotal, not e.marks_risk, e.seq))

    def blocks(count: int) -> tuple[Block, ...]:
        shown = sorted(ranked[:count], key=lambda event: event.seq)
        rows = tuple(_moment(event) for event in shown)
        return (Table(TableKind.PLAIN, ("Wanneer", "Wat er gebeurde"), rows, (1.0, 3.2)),)

    most = min(len(ranked), MOST_EVENTS)
    return Part(MOMENTS, len(ranked), blocks, most, 1, IN_CASUSVERSLAG)


def _moment(event: Event) -> tuple[Cell, ...]:
    marks, tone = _marks(event), Tone.STRONG if event.is_pivotal else Tone.PLAIN
    aside = (Run(f" ({marks})", Tone.ASIDE),) if marks else ()
    words = Run(said(event.title_in_full, _TITLE), tone)
    return (cell(when_text(event)), Cell((words, *aside)))


def _marks(event: Event) -> str:
    """'cruciaal punt, vermoed': what a reader must know of it; that it is known needs no word."""
    said = (
        "cruciaal punt" if event.is_pivotal else "",
        "risicomoment" if event.marks_risk else "",
        event.fact_status.label if event.fact_status in DOUBTED else "",
    )
    return ", ".join(word for word in said if word)


def _questions(case: Case) -> Part:
    asked = tuple(shortened(q, _QUESTION) for q in case.summary.questions if q.strip())

    def blocks(count: int) -> tuple[Block, ...]:
        return (Questions(asked[:count]),)

    most = min(len(asked), 3)
    return Part("Vragen voor de tafel", len(asked), blocks, most, 1, IN_CASUSVERSLAG)


def _begrippen(table: Leertafel) -> Part:
    items = tuple(
        Item((Run(f"‘{shortened(b.term, IN_CELL)}’", Tone.STRONG), Run(_meaning(b.meaning))))
        for b in table.begrippen
    )

    def blocks(count: int) -> tuple[Block, ...]:
        return (Bullets(items[:count]),)

    return Part("Begrippen", len(items), blocks, min(len(items), 4))


def _meaning(meaning: str) -> str:
    words = said(meaning, _BEGRIP)
    return f": {words}" if words else ": nog niet uitgelegd."
