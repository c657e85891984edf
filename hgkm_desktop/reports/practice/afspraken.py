"""The table of what was agreed, in a talk, about a sample, or anywhere in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from hgkm_desktop.methods.follow_up import GOING_ON
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.terms import Outcome
from hgkm_desktop.reports.case.casusverslag_blocks import capital, filled_table
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import Block, Cell, Run, Table, Tone

_HEAD = ("Wat", "Eigenaar", "Bewaker en overleg", "Hoe het staat")
_WIDTHS = (5.6, 3.3, 3.8, 3.8)

Row = tuple[Cell, ...]


def afspraken(acties: Iterable[Verbeteractie]) -> tuple[Block, ...]:
    """What was agreed, by the day it is due."""
    found = sorted(acties, key=lambda a: (a.due or date.max, a.seq, a.id))
    return (table([row(actie) for actie in found]),) if found else (missing("wat is afgesproken"),)


def table(rows: Iterable[Row]) -> Table:
    return filled_table(_HEAD, list(rows), _WIDTHS)


def row(actie: Verbeteractie, where: str = "") -> Row:
    """An action: what it is, and `where` it comes from; who does it; who watches over it and where
    it lies; how it stands. The function of its owner stays at the table."""
    return (
        _cell(as_sentence(actie.text), Tone.STRONG, as_sentence(where), *_about(actie)),
        _cell(*_or(actie.owner, "nog geen eigenaar")),
        _cell(*_or(actie.keeper, "nog geen bewaker"), *_lies(actie)),
        _cell(_stands(actie), Tone.PLAIN, _last(actie)),
    )


def _cell(words: str, tone: Tone, *more: str) -> Cell:
    after = " ".join(filter(None, more))
    if not after:
        return Cell((Run(words, tone),))
    return Cell((Run(as_sentence(words), tone), Run(f" {after}", Tone.ASIDE)))


def _or(who: str, gap: str) -> tuple[str, Tone]:
    """Who it is, or, calmly, that nobody was named."""
    return (capital(who.strip()), Tone.PLAIN) if who.strip() else (gap, Tone.ASIDE)


def _about(actie: Verbeteractie) -> Iterator[str]:
    """What sort it is when it is no verbeteractie, what was asked and promised, what it takes."""
    yield f"Niveau: {actie.level.label}."
    if actie.outcome is not Outcome.VERBETERACTIE:
        yield f"{capital(actie.outcome.label)}."
    if actie.asked is not None:
        yield f"Gevraagd: {actie.asked.label}."
    if actie.promise.strip():
        yield as_sentence(f"Toegezegd: {actie.promise.strip()}")
    yield as_sentence(actie.feasible)


def _lies(actie: Verbeteractie) -> Iterator[str]:
    """Where it was put, and each next body that it was brought to."""
    if actie.body.strip():
        first = "Lag eerst bij" if actie.escalations else "Ligt bij"
        yield as_sentence(f"{first}: {actie.body.strip()}")
    for step in actie.escalations:
        outcome = step.outcome.strip() or "nog geen uitkomst"
        on = day_text(step.on, short=True)
        yield as_sentence(f"Op {on} naar {step.body.strip()}: {outcome}")


def _stands(actie: Verbeteractie) -> str:
    """'Bezig, voor 1 mei 2026'."""
    if actie.status not in GOING_ON:
        return capital(actie.status.label)
    due = f"voor {day_text(actie.due, short=True)}" if actie.due else "geen datum"
    return f"{capital(actie.status.label)}, {due}"


def _last(actie: Verbeteractie) -> str:
    """The last that was said of it: '1 mrt 2026: gevraagd.'; '' when nobody said anything."""
    if not actie.log:
        return ""
    last = actie.log[-1]
    return f"{day_text(last.on, short=True)}: {as_sentence(last.text) or f'{last.status.label}.'}"
