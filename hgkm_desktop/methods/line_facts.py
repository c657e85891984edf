"""What an event on the line is for the indicators: violence, a contact with Veilig Thuis, a plan.

How that follows from what was filled in is ours; resources/inhoud/indicatoren.toml says it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.models.content import known_instrument, known_organisation
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Answer, EventKind

VEILIG_THUIS = "veilig_thuis"
ADVIES_VT, MELDING_VT = "advies_veilig_thuis", "melding_veilig_thuis"
VEILIGHEIDSPLAN, ZORGPLAN = "veiligheidsplan", "zorgplan"
_RESEARCH = ("rihg", "veiligheidsbeoordeling", "raadsonderzoek")
_RESEARCHERS = (
    VEILIG_THUIS,
    "raad_kinderbescherming",
    "reclassering",
    "politie",
    "openbaar_ministerie",
)


def happened(case: Case, *kinds: EventKind) -> tuple[Event, ...]:
    """The events of these kinds that happened, in the order of the line."""
    return tuple(e for e in in_order(case) if e.happened and e.kind in kinds)


def undated(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(event for event in events if not event.start.is_known)


def ids_of(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(event.id for event in events)


def at_veilig_thuis(case: Case, event: Event) -> Answer:
    """Whether a melding or advies was at Veilig Thuis; onbekend when nothing says where.

    An advies in which Veilig Thuis took part was theirs; a melding may be by them elsewhere.
    """
    if event.reported_to.strip():
        return Answer.JA if _is_veilig_thuis(event.reported_to) else Answer.NEE
    if instrument_of(event) in (ADVIES_VT, MELDING_VT):
        return Answer.JA
    names = [case.organisation(i).name for i in event.organisation_ids]
    took_part = any(_is_veilig_thuis(name) for name in names)
    if event.kind is EventKind.ADVIES and names:
        return Answer.JA if took_part else Answer.ONBEKEND
    return Answer.ONBEKEND


def instrument_of(event: Event) -> str:
    """The id of the instrument of an event; empty without one that the list knows."""
    known = known_instrument(event.instrument) if event.instrument else None
    return known.id if known is not None else ""


def plans(case: Case, instrument_id: str) -> tuple[Event, ...]:
    """The plans of one sort that were made, in the order of the line."""
    return tuple(e for e in in_order(case) if e.happened and is_plan(e, instrument_id))


def is_plan(event: Event, instrument_id: str) -> bool:
    """True for an event with this instrument, or a plan with that word in its title."""
    if event.instrument.strip():
        return instrument_of(event) == instrument_id
    return event.kind is EventKind.PLAN and instrument_id in event.title.casefold()


def is_research(case: Case, event: Event) -> Answer:
    """Whether an event is feitenonderzoek by one of the five that the source names.

    Source: Geweld hoort nergens thuis, actielijn Stoppen en duurzaam oplossen (docs/bronnen.md,
    bron 3). A taxatie of which nobody said whose it was may be.
    """
    if instrument_of(event) in _RESEARCH:
        return Answer.JA
    if event.kind is not EventKind.TAXATIE:
        return Answer.NEE
    if not event.organisation_ids:
        return Answer.ONBEKEND
    names = [case.organisation(i).name for i in event.organisation_ids]
    return Answer.JA if any(_is_researcher(name) for name in names) else Answer.NEE


def not_after(event: Event, moment: Moment) -> Answer:
    """Whether an event began at the latest on the day of a moment, as far as dates can say."""
    if not (event.start.is_known and moment.is_known):
        return Answer.ONBEKEND
    if event.start.latest <= moment.earliest:
        return Answer.JA
    return Answer.ONBEKEND if event.start.earliest <= moment.latest else Answer.NEE


def any_of(answers: Iterable[Answer]) -> Answer:
    """Ja when one surely is, nee when surely none is."""
    given = tuple(answers)
    if Answer.JA in given:
        return Answer.JA
    return Answer.ONBEKEND if Answer.ONBEKEND in given else Answer.NEE


def all_of(answers: Iterable[Answer]) -> Answer:
    """Ja when each surely is, nee when one surely is not."""
    given = tuple(answers)
    if Answer.NEE in given:
        return Answer.NEE
    return Answer.ONBEKEND if Answer.ONBEKEND in given else Answer.JA


def first_days(events: Iterable[Event]) -> tuple[date, date]:
    """The earliest and the latest day on which the first of these dated events can have been."""
    starts = [event.start for event in events]
    return min(s.earliest for s in starts), min(s.latest for s in starts)


def last_days(case: Case) -> tuple[date, date] | None:
    """The earliest and the latest day on which the line can end; None when nothing is dated."""
    moments = [m for e in case.events if e.happened for m in (e.start, e.end) if m is not None]
    known = [moment for moment in moments if moment.is_known]
    if not known:
        return None
    return max(m.earliest for m in known), max(m.latest for m in known)


def numbered(case: Case, events: Iterable[Event]) -> str:
    """Events by their numbers on the line: 'gebeurtenis 4', 'de gebeurtenissen 4 en 11'."""
    number = numbers(case)
    found = [str(n) for n in sorted(number[event.id] for event in events)]
    words = "gebeurtenis" if len(found) == 1 else "de gebeurtenissen"
    return f"{words} {list_text(found)}"


def without_date(case: Case, events: Iterable[Event]) -> str:
    """Which events need a date, and how that need not be exact."""
    found = tuple(events)
    verb = "heeft" if len(found) == 1 else "hebben"
    which = numbered(case, found)
    return f"{which[:1].upper()}{which[1:]} {verb} geen datum. Een ruwe datum is genoeg."


def _is_veilig_thuis(name: str) -> bool:
    known = known_organisation(name)
    if known is not None:
        return known.id == VEILIG_THUIS
    return name.strip().casefold().startswith("veilig thuis")


def _is_researcher(name: str) -> bool:
    known = known_organisation(name)
    return _is_veilig_thuis(name) or (known is not None and known.id in _RESEARCHERS)
