"""Cases beside each other on one scale of time, counted from the T0 of each.

Source: casuïstiekonderzoek, vergelijken van casussen (docs/bronnen.md, bron 3); the way is ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.moving import shifted
from hgkm_desktop.models.records import Event, Organisation, new_id
from hgkm_desktop.models.terms import EventKind, Occurrence

BASE = date(2000, 1, 1)
"""Where the T0 of every case is laid; no year of it is ever shown."""

Start = EventKind | None
"""From what time is counted: the T0 that was chosen in each case, or its first event of a kind."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Cases as one, with a lane for each; `left_out` are the codes of those without such a T0.

    `of` says of which case an event is, by its id: its code, and its number in that case.
    """

    case: Case
    left_out: tuple[str, ...]
    of: dict[str, tuple[str, int]]


def beside(cases: Sequence[Case], start: Start) -> Beside:
    """The dated events of these cases, moved so that the T0 of each falls on one day.

    Events without a date have no place from T0 and are left out. Days between events stay as they
    are; a T0 of which the day is not known is laid by the middle of its days.
    """
    whole = Case(id=new_id(), code="")
    left_out: list[str] = []
    of: dict[str, tuple[str, int]] = {}
    for number, case in enumerate(cases, 1):
        t0 = t0_of(case, start)
        if t0 is None:
            left_out.append(case.code)
            continue
        lane = Organisation(new_id(), float(number), f"{case.code} {case.title}".strip())
        days = (BASE - t0.start.middle).days
        whole = whole.put(lane).put_all(_moved(case, days, lane.id, number, of))
        whole = replace(whole, t0_event_id=whole.t0_event_id or t0.id)
    return Beside(whole, tuple(left_out), of)


def t0_of(case: Case, start: Start) -> Event | None:
    """The event that time is counted from, if the case has one with a date."""
    for event in in_order(case):
        is_meant = event.id == case.t0_event_id if start is None else event.kind is start
        if is_meant and event.start.is_known and event.occurrence is Occurrence.GEBEURD:
            return event
    return None


def _moved(
    case: Case, days: int, lane_id: str, lane: int, of: dict[str, tuple[str, int]]
) -> list[Event]:
    found = []
    for number, event in enumerate(in_order(case), 1):
        if not event.start.is_known:
            continue
        try:
            start = shifted(event.start, days)
            end = _end(event.end, days)
        except BadInput:  # centuries away from T0
            continue
        of[event.id] = (case.code, number)
        found.append(
            Event(
                event.id,
                lane * 10_000.0 + number,
                event.kind,
                event.title,
                start,
                end,
                event.ongoing,
                event.occurrence,
                organisation_ids=(lane_id,),
                is_risk_moment=event.is_risk_moment,
                is_pivotal=event.is_pivotal,
            )
        )
    return found


def _end(end: Moment | None, days: int) -> Moment | None:
    return shifted(end, days) if end is not None and end.is_known else end
