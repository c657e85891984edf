"""What a record holds of other records, and what is left of it when one of those is gone."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from hgkm_desktop.models.in_depth import NaastElkaar, Radertje
from hgkm_desktop.models.records import (
    Beleving,
    Duidingsverschil,
    Event,
    Lesson,
    Record,
    Regie,
    Veiligheidscijfer,
)
from hgkm_desktop.models.terms import Mark, RegieHolder

_R = TypeVar("_R", bound=Record)
_E = TypeVar("_E", Duidingsverschil, Lesson, Radertje, NaastElkaar)


def settled(record: _R) -> _R:
    """The record without what its main choice leaves no room for."""
    match record:
        case Beleving(mark=mark) if mark is not Mark.RISICO:
            return replace(record, risk_of=None, safety_of=())
        case Regie(holder=holder) if holder is not RegieHolder.ORGANISATIE:
            return replace(record, organisation_id="")
        case _:
            return record


def may_be_lane(key: str, present: set[str]) -> bool:
    """True for a key of a lane ('organisatie:<id>') whose record is among those present."""
    kind, _, record_id = key.partition(":")
    return kind not in ("organisatie", "betrokkene") or record_id in present


def less_betrokkene(event: Event, betrokkene_id: str) -> Event:
    """The event in which this betrokkene has no part."""
    if all(part.betrokkene_id != betrokkene_id for part in event.involved):
        return event
    others = tuple(part for part in event.involved if part.betrokkene_id != betrokkene_id)
    return replace(event, involved=others)


def less_rater(cijfer: Veiligheidscijfer, organisation_id: str) -> Veiligheidscijfer:
    """The cijfer without this organisation among those who gave it."""
    if organisation_id not in cijfer.organisation_ids:
        return cijfer
    others = tuple(i for i in cijfer.organisation_ids if i != organisation_id)
    return replace(cijfer, organisation_ids=others)


def less_reader(verschil: Duidingsverschil, organisation_id: str) -> Duidingsverschil:
    """The duidingsverschil without how this organisation read it."""
    others = tuple(r for r in verschil.readings if r.organisation_id != organisation_id)
    return verschil if len(others) == len(verschil.readings) else replace(verschil, readings=others)


def less_events(record: _E, gone: frozenset[str]) -> _E:
    """The record that no longer points at these events."""
    if gone.isdisjoint(record.event_ids):
        return record
    return replace(record, event_ids=tuple(i for i in record.event_ids if i not in gone))


def less_organisation(event: Event, organisation_id: str) -> Event:
    """The event in which this organisation neither acts nor knows."""
    known = any(k.organisation_id == organisation_id for k in event.knowledge)
    if organisation_id not in event.organisation_ids and not known:
        return event
    return replace(
        event,
        organisation_ids=tuple(i for i in event.organisation_ids if i != organisation_id),
        knowledge=tuple(k for k in event.knowledge if k.organisation_id != organisation_id),
    )
