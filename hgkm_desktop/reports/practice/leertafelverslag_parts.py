"""The sections of the verslag of a leertafel: what was told, what came of it, and who does what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hgkm_desktop.methods.follow_up import body_now
from hgkm_desktop.methods.leertafel import TimedPoint, agenda_times
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.clock import clock_text
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.leertafel import Knelpunt, Leertafel, Succes, TableCase
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.reports.case.casusverslag_blocks import (
    aside,
    capital,
    cell,
    filled_table,
    labelled,
    note,
)
from hgkm_desktop.reports.case.document_head import title_of
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.case.notitie_requests import owner_cell
from hgkm_desktop.reports.content import (
    Block,
    Cell,
    Item,
    Run,
    SignedList,
    Subheading,
    Tone,
)
from hgkm_desktop.reports.practice.afspraken import afspraken
from hgkm_desktop.reports.practice.leertafel_asked import by_owner, is_asked, number_of_knelpunt
from hgkm_desktop.reports.practice.work_head import said

_CASE_HEAD = ("Casus", "Wat voor casus", "Waarom deze casus")
_SIGNAL_HEAD = ("Team", "Gaat goed", "Kan beter")
_KNELPUNT_HEAD = ("Nr", "Knelpunt", "Partij", "Instrument", "Bestuurder")
_KNELPUNT_WIDTHS = (0.7, 5.6, 3.7, 3.6, 3.4)
_ASKED_HEAD = ("Nr", "Gevraagd", "Aan wie", "Soort", "Wanneer", "Staat")
_ASKED_WIDTHS = (0.7, 5.8, 3.5, 2.6, 2.3, 3.1)


@dataclass(frozen=True, slots=True)
class Told:
    """A leertafel with the codes of its cases that can be read, by their id."""

    table: Leertafel
    codes: Mapping[str, str]

    def about(self, case_id: str) -> str:
        """' (W7-4K)', or nothing for what is about no case that is known."""
        code = self.codes.get(case_id, "")
        return f" ({code})" if code else ""


def cases(table: Leertafel, found: Mapping[str, Case]) -> tuple[Block, ...]:
    """Which cases lay on the table, and why these."""
    if not table.cases:
        return (missing("welke casussen op tafel lagen"),)
    rows = [_case_row(held, found.get(held.case_id)) for held in table.cases]
    return (filled_table(_CASE_HEAD, rows, (2.4, 2.0, 4.0)),)


def _case_row(held: TableCase, case: Case | None) -> tuple[Cell, ...]:
    kind, reason = cell(capital(held.kind.label)), held.reason.strip()
    if case is None:
        return (aside("niet te lezen in dit casusbestand"), kind, cell(as_sentence(reason)))
    why = as_sentence(reason or case.reason)
    name = Cell((Run(case.code), Run(f" {title_of(case)}", Tone.ASIDE)))
    return (name, kind, cell(why) if why else aside("nog niet ingevuld"))


def signals(told: Told) -> tuple[Block, ...]:
    """What each team says: what goes well, and what can be better."""
    rows = [
        (
            cell(f"{capital(signal.team.strip()) or 'Een team'}{told.about(signal.case_id)}"),
            cell(as_sentence(signal.goes_well)),
            cell(as_sentence(signal.can_be_better)),
        )
        for signal in told.table.signals
    ]
    gap = (missing("wat de teams zien"),)
    return (filled_table(_SIGNAL_HEAD, rows, (2.4, 3.0, 3.0)),) if rows else gap


def agenda(told: Told) -> tuple[Block, ...]:
    """Each point with when it began, and what was said then."""
    blocks: list[Block] = []
    for timed in agenda_times(told.table):
        noted = timed.point.note.strip()
        blocks.append(Subheading(_point(told, timed)))
        blocks += said(noted, "") if noted else (note("Niets opgeschreven."),)
    return tuple(blocks) or (missing("de agenda"),)


def _point(told: Told, timed: TimedPoint) -> str:
    """'13:40 Het verhaal (30 min, W7-4K)'."""
    point, code = timed.point, told.codes.get(timed.point.case_id, "")
    clock = "" if timed.starts_at is None else f"{clock_text(timed.starts_at)} "
    return f"{clock}{point.title} ({point.minutes} min{f', {code}' if code else ''})"


def successes(told: Told) -> tuple[Block, ...]:
    """What went well and why it could; or why nothing was named."""
    found = tuple(_success(told, one) for one in told.table.successes)
    if found:
        return (SignedList(Mark.GOED, found),)
    reason = told.table.no_success_reason.strip()
    if not reason:
        return (missing("wat goed ging, of waarom daar niets staat"),)
    return said(as_sentence(f"Er is geen succes genoemd: {reason}"), "")


def _success(told: Told, one: Succes) -> Item:
    why = as_sentence(f"Dat kon doordat: {one.why.strip()}") if one.why.strip() else ""
    about = Run(told.about(one.case_id), Tone.ASIDE)
    return Item((Run(as_sentence(one.text), Tone.STRONG), Run(why and f" {why}"), about))


def knelpunten(told: Told) -> tuple[Block, ...]:
    """Each knelpunt with the party, the instrument and the bestuurder that can move it."""
    number = number_of_knelpunt(told.table)
    rows = [_knelpunt(told, number[one.id], one) for one in told.table.knelpunten]
    gap = (missing("waar het vastloopt"),)
    return (filled_table(_KNELPUNT_HEAD, rows, _KNELPUNT_WIDTHS),) if rows else gap


def _knelpunt(told: Told, number: str, one: Knelpunt) -> tuple[Cell, ...]:
    words = " ".join(as_sentence(text) for text in (one.text, one.explanation) if text.strip())
    aside_words = Run(f" {capital(one.kind.label)}{told.about(one.case_id)}.", Tone.ASIDE)
    others = (one.party, one.instrument, one.bestuurder)
    return (
        cell(number),
        Cell((Run(words), aside_words)),
        *(cell(capital(text.strip())) for text in others),
    )


def asked(told: Told) -> tuple[Block, ...]:
    """What is asked of bestuurders, whatever became of it, with what was promised."""
    found = by_owner(a for a in told.table.acties if is_asked(a))
    number = number_of_knelpunt(told.table)
    rows = [_asked(n, one, number.get(one.knelpunt_id, "")) for n, one in enumerate(found, 1)]
    gap = (missing("wat van wie is gevraagd"),)
    return (filled_table(_ASKED_HEAD, rows, _ASKED_WIDTHS),) if rows else gap


def _asked(place: int, actie: Verbeteractie, number: str) -> tuple[Cell, ...]:
    """A row of what is asked: what was promised, who watches over it and where it lies."""
    because, promise = f" ({number})", actie.promise.strip()
    kept = (("Bewaker", actie.keeper.strip()), ("Ligt bij", body_now(actie).strip()))
    where = " ".join(as_sentence(f"{name}: {words}") for name, words in kept if words)
    told = as_sentence(f"Toegezegd: {promise}") if promise else "Nog niet toegezegd."
    runs = (
        Run(as_sentence(actie.text)),
        Run(because if number else "", Tone.ASIDE),
        Run(f" {told}", Tone.STRONG if promise else Tone.ASIDE),
        Run(f" {where}" if where else "", Tone.ASIDE),
    )
    kind = actie.asked.label if actie.asked is not None else actie.outcome.label
    return (
        cell(str(place)),
        Cell(tuple(run for run in runs if run.text)),
        owner_cell(actie),
        cell(capital(kind)),
        cell(day_text(actie.due, short=True)) if actie.due else aside("geen datum"),
        _state(actie),
    )


def _state(actie: Verbeteractie) -> Cell:
    """How it stands, and the last that was said of it."""
    status = Run(capital(actie.status.label), Tone.STRONG)
    if not actie.log:
        return Cell((status,))
    last = actie.log[-1]
    words = as_sentence(f"{day_text(last.on, short=True)}: {last.text.strip()}")
    return Cell((status, Run(f" {words}", Tone.ASIDE))) if last.text.strip() else Cell((status,))


def actions(told: Told) -> tuple[Block, ...]:
    """What else was agreed: who does it, who watches over it, where it lies, and how it stands."""
    others = [actie for actie in told.table.acties if not is_asked(actie)]
    return afspraken(others) if others else said("Verder is er niets afgesproken.", "")


def each(pairs: Iterable[tuple[str, str]], gap: str) -> tuple[Block, ...]:
    """'Label: words' for each; a pair without words says so."""
    filled = [(capital(a.strip()), as_sentence(b) or "nog niet ingevuld.") for a, b in pairs]
    return labelled(filled) or (missing(gap),)
