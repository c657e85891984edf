"""What a record cannot do without, and records that must name another id than they did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.choices import choices_that_exist
from hgkm_desktop.models.in_depth import CruciaalPunt, FactorCode, FrisseBlik
from hgkm_desktop.models.records import (
    Beleving,
    Deelnemer,
    Duidingsverschil,
    Event,
    Record,
    Regie,
    Veiligheidscijfer,
)
from hgkm_desktop.models.references import less_events
from hgkm_desktop.models.terms import RegieHolder


def needs(record: Record) -> Iterator[str]:
    """The ids of the records without which a case with this one does not hold together.

    The rule is that of `whole.holds_together`.
    """
    match record:
        case Event():
            yield from record.organisation_ids
            yield from (known.organisation_id for known in record.knowledge)
            yield from (part.betrokkene_id for part in record.involved)
        case Beleving(event_id=event_id, deelnemer_id=deelnemer_id):
            yield from (event_id, deelnemer_id)
        case Duidingsverschil(readings=readings):
            yield from (reading.organisation_id for reading in readings)
        case Veiligheidscijfer(organisation_ids=raters, betrokkene_id=betrokkene_id):
            yield from (*raters, betrokkene_id) if betrokkene_id else raters
        case Regie(holder=RegieHolder.ORGANISATIE, organisation_id=needed):
            yield needed
        case Deelnemer(organisation_id=needed) | CruciaalPunt(event_id=needed):
            yield needed
        case FrisseBlik(event_id=needed) | FactorCode(event_id=needed) if needed:
            yield needed
        case _:
            pass


def with_ids(value: Any, others: Mapping[str, str]) -> Any:  # noqa: ANN401
    """A record, or a part of one, that names other ids; also as the key of a lane."""
    if type(value) is str:
        kind, _, lane = value.partition(":")
        return f"{kind}:{others[lane]}" if lane in others else others.get(value, value)
    if isinstance(value, tuple):
        return tuple(with_ids(item, others) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: getattr(value, f.name) for f in fields(value)}
        changed = {name: with_ids(part, others) for name, part in parts.items()}
        different = {name: part for name, part in changed.items() if part != parts[name]}
        return replace(value, **different) if different else value
    return value


def pointing_at_what_is_there(case: Case) -> Case:
    """The case in which nothing points at a record that is gone."""
    events = {e.id for e in case.events}
    pointing: tuple[Any, ...]
    pointing = (*case.verschillen, *case.lessons, *case.radertjes, *case.naast_elkaar)
    named = {event_id for record in pointing for event_id in record.event_ids}
    gone = frozenset(named - events)
    lessons, radertjes = {one.id for one in case.lessons}, {r.id for r in case.radertjes}
    betrokkenen, organisations = ({one.id for one in case.betrokkenen}, _ids(case.organisations))
    return choices_that_exist(
        replace(
            case,
            verschillen=tuple(less_events(v, gone) for v in case.verschillen),
            lessons=tuple(less_events(lesson, gone) for lesson in case.lessons),
            acties=tuple(_less(a, "lesson_id", lessons) for a in case.acties),
            radertjes=tuple(
                _less(less_events(r, gone), "betrokkene_id", betrokkenen) for r in case.radertjes
            ),
            naast_elkaar=tuple(
                _less(
                    _less(less_events(n, gone), "radertje_id", radertjes),
                    "organisation_id",
                    organisations,
                )
                for n in case.naast_elkaar
            ),
        )
    )


def _ids(records: tuple[Any, ...]) -> set[str]:
    return {record.id for record in records}


def _less(record: Any, name: str, present: set[str]) -> Any:  # noqa: ANN401
    """The record that points at nothing with this field, unless what it points at is there."""
    pointed = getattr(record, name)
    return replace(record, **{name: ""}) if pointed and pointed not in present else record
