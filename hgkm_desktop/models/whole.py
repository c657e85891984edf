"""Whether a case holds together: what a record cannot do without is there."""

from __future__ import annotations

from collections.abc import Iterator

from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.terms import RegieHolder

Ids = set[str]


def holds_together(case: Case) -> bool:
    """False when two records have one id, or one needs a record that the case does not have.

    Every edit keeps a case whole; this is for one that comes from elsewhere. Screen and paper take
    for granted that organisations, betrokkenen and what a beleving is about are there. Where an
    event or a lesson is only pointed at, one that is gone is left out.
    """
    ids: dict[str, Ids] = {}
    for name in FIELD_OF.values():
        records = getattr(case, name)
        ids[name] = {record.id for record in records}
        if len(ids[name]) != len(records):
            return False
    named = {
        "organisations": {*_organisations(case)},
        "betrokkenen": {*_betrokkenen(case)},
        "events": {*_events(case)},
        "deelnemers": {beleving.deelnemer_id for beleving in case.belevingen},
    }
    return all(found <= ids[name] for name, found in named.items())


def _events(case: Case) -> Iterator[str]:
    yield from (beleving.event_id for beleving in case.belevingen)
    yield from (punt.event_id for punt in case.punten)
    yield from (blik.event_id for blik in case.blikken)
    yield from (code.event_id for code in case.codes if code.event_id)


def _organisations(case: Case) -> Iterator[str]:
    for event in case.events:
        yield from event.organisation_ids
        for known in event.knowledge:
            yield known.organisation_id
    for verschil in case.verschillen:
        yield from (reading.organisation_id for reading in verschil.readings)
    for cijfer in case.cijfers:
        yield from cijfer.organisation_ids
    yield from (deelnemer.organisation_id for deelnemer in case.deelnemers)
    yield from (r.organisation_id for r in case.regie if r.holder is RegieHolder.ORGANISATIE)


def _betrokkenen(case: Case) -> Iterator[str]:
    for event in case.events:
        for part in event.involved:
            yield part.betrokkene_id
    yield from (c.betrokkene_id for c in case.cijfers if c.betrokkene_id)
