"""Edits of events that were chosen: change many at once, split one, paste copies."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.records import Betrokkene, Event, Knowledge, new_id


def changed(
    case: Case,
    ids: Collection[str],
    *,
    add_organisation_ids: Collection[str] = (),
    **fields: Any,  # noqa: ANN401
) -> Case:
    """The case with these fields of all these events set, such as kind=EventKind.MELDING.

    The organisations to add come behind those that an event has. Raises BadInput when one of
    the events cannot be true then; nothing changes.
    """
    wanted = frozenset(ids)
    events = [event for event in case.events if event.id in wanted]
    if add_organisation_ids:
        events = [_with_organisations(event, add_organisation_ids) for event in events]
    return case.put_all(replace(event, **fields) for event in events)


def _with_organisations(event: Event, organisation_ids: Collection[str]) -> Event:
    added = (i for i in organisation_ids if i not in event.organisation_ids)
    return replace(event, organisation_ids=(*event.organisation_ids, *added))


def split(case: Case, event_id: str) -> tuple[Case, str]:
    """The case with a copy right behind this event, and the id of that copy.

    Belevingen, lessons, duidingsverschillen and T0 stay with the first: whoever splits says
    what belongs to which. Where there is no room left for the copy in the row of events, all get
    new places in the same order. Raises KeyError for an event that is not in the case.
    """
    first = case.event(event_id)
    seq = _between_it_and_the_next(case, first)
    if seq is None:
        row = enumerate(case.events, 1)
        renumbered = tuple(replace(event, seq=float(place)) for place, event in row)
        return split(replace(case, events=renumbered), event_id)
    second = replace(first, id=new_id(), seq=seq)
    return case.put(second), second.id


def _between_it_and_the_next(case: Case, event: Event) -> float | None:
    """A place right behind an event; None when no number lies between it and the next."""
    following = case.events[case.events.index(event) + 1 :][:1]
    seq = (event.seq + following[0].seq) / 2 if following else event.seq + 1.0
    is_free = event.seq < seq and all(seq < other.seq for other in following)
    return seq if is_free else None


def pasted(case: Case, events: Sequence[Event], source: Case) -> tuple[Case, tuple[str, ...]]:
    """The case with copies of events of the source, told after all others, and their new ids.

    The source is this case or another. Who is not in this case is found by name, or added.
    Belevingen do not come along: they were said of the original.
    Raises BadInput when a copy cannot be true here.
    """
    names, roles = dict[str, str](), dict[str, str]()
    for event in events:
        for organisation_id in _organisations_in(event):
            case, names[organisation_id] = _organisation_here(case, organisation_id, source)
        for part in event.involved:
            case, roles[part.betrokkene_id] = _betrokkene_here(case, part.betrokkene_id, source)
    place = {event.id: number for number, event in enumerate(in_order(source))}
    seq = case.next_seq(Event)
    copies = [
        replace(_renamed(event, names, roles), id=new_id(), seq=seq + number)
        for number, event in enumerate(sorted(events, key=lambda e: place[e.id]))
    ]
    return case.put_all(copies), tuple(event.id for event in copies)


def _organisations_in(event: Event) -> tuple[str, ...]:
    return (*event.organisation_ids, *(k.organisation_id for k in event.knowledge))


def _organisation_here(case: Case, organisation_id: str, source: Case) -> tuple[Case, str]:
    """The organisation of the source as it is in this case: the same, of that name, or new."""
    if any(o.id == organisation_id for o in case.organisations):
        return case, organisation_id
    case, organisation = case.organisation_named(source.organisation(organisation_id).name)
    return case, organisation.id


def _betrokkene_here(case: Case, betrokkene_id: str, source: Case) -> tuple[Case, str]:
    """The betrokkene of the source as it is in this case: the same, of that role, or new."""
    if any(b.id == betrokkene_id for b in case.betrokkenen):
        return case, betrokkene_id
    original = source.betrokkene(betrokkene_id)
    for present in case.betrokkenen:
        if present.role.casefold() == original.role.casefold():
            return case, present.id
    new = replace(original, id=new_id(), seq=case.next_seq(Betrokkene))
    return case.put(new), new.id


def _renamed(event: Event, names: dict[str, str], roles: dict[str, str]) -> Event:
    """The event with who is named in it as they are known in another case, each part once."""
    knowledge = {names[k.organisation_id]: k for k in event.knowledge}
    parts = (replace(part, betrokkene_id=roles[part.betrokkene_id]) for part in event.involved)
    return replace(
        event,
        organisation_ids=tuple(dict.fromkeys(names[i] for i in event.organisation_ids)),
        knowledge=tuple(Knowledge(i, k.known, k.since) for i, k in knowledge.items()),
        involved=tuple(dict.fromkeys(parts)),  # someone may have two parts
    )
