"""The table of what was agreed in a talk or about a sample, and how an action is put in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hgkm_desktop.methods.follow_up import body_now
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.terms import Outcome
from hgkm_desktop.reports.casusverslag_blocks import aside, capital, cell, filled_table
from hgkm_desktop.reports.content import Block, Cell, Run, Tone
from hgkm_desktop.reports.notitie_parts import as_sentence, missing

_HEAD = ("Wat", "Eigenaar", "Bewaker", "Waar het ligt", "Wanneer", "Staat")
_WIDTHS = (5.6, 2.9, 2.9, 2.9, 2.1, 2.0)


def afspraken(acties: Iterable[Verbeteractie]) -> tuple[Block, ...]:
    """What was agreed, by the day it is due: what, who, who watches over it and where it lies."""
    found = sorted(acties, key=lambda a: (a.due or date.max, a.seq, a.id))
    if not found:
        return (missing("wat is afgesproken"),)
    return (filled_table(_HEAD, [_row(actie) for actie in found], _WIDTHS),)


def _row(actie: Verbeteractie) -> tuple[Cell, ...]:
    return (
        what(actie),
        named(actie.owner, "nog geen eigenaar"),
        named(actie.keeper, "nog geen bewaker"),
        cell(capital(body_now(actie).strip())),
        due(actie),
        cell(capital(actie.status.label)),
    )


def what(actie: Verbeteractie) -> Cell:
    """What was agreed, and in weaker words what sort it is, what was asked and promised."""
    return Cell(
        (Run(as_sentence(actie.text), Tone.STRONG), Run(f" {more_words(actie)}", Tone.ASIDE))
    )


def more_words(actie: Verbeteractie) -> str:
    """What sort of outcome it is when it is no verbeteractie, what was asked, promised, and what
    it takes."""
    kind = "" if actie.outcome is Outcome.VERBETERACTIE else f"{capital(actie.outcome.label)}."
    asked = f"Gevraagd: {actie.asked.label}." if actie.asked is not None else ""
    promise = as_sentence(f"Toegezegd: {actie.promise.strip()}") if actie.promise.strip() else ""
    return " ".join(filter(None, (kind, asked, promise, as_sentence(actie.feasible))))


def named(who: str, gap: str) -> Cell:
    """An organisation, bestuurder or body; what is said when nobody filled it in."""
    return cell(capital(who.strip())) if who.strip() else aside(gap)


def due(actie: Verbeteractie) -> Cell:
    return cell(day_text(actie.due, short=True)) if actie.due else aside("geen datum")
