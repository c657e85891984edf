"""Moving all dates of a case by whole weeks, so that nobody finds it by its days.

The time between days stays as it is. What is known to the month, the quarter or the year stays
so and moves by whole ones, to the nearest, as `moving.shifted` does: said in days, the first of a
month would tell by how much it was moved (docs/decisions/0036).
Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import FIELD_OF, Case, in_order
from hgkm_desktop.models.content import (
    Instrument,
    KnownOrganisation,
    known_instrument,
    known_organisation,
)
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.moving import shifted
from hgkm_desktop.models.phrases import Period, check_period
from hgkm_desktop.models.records import Event, Fase, Regie

FEWEST_WEEKS, MOST_WEEKS = 3, 26
# So many amounts must be left for who reads the copy and knows how it is made.
FEWEST_AMOUNTS = 5

# Since when figures of an organisation are counted in another way (docs/bronnen.md, bron 4).
_SERIES_BREAKS = {"veilig_thuis": date(2019, 1, 1)}
_Period = TypeVar("_Period", Event, Regie, Fase)
_LEFT_OUT = ("added_on",)


def with_dates_moved(case: Case, weeks: int) -> Case:
    """The case with every date of what happened so many weeks later, or earlier below zero.

    When the case and its events were typed in is left out: beside the other days it would tell.
    Until when the case is kept stays, and so do the days by which actions are due and on which it
    was read through: these are of our own time, and often the first of a month, which would tell
    as well. Texts stay as they are. Raises BadInput outside the years 1800 to 2200.
    """
    records = {name: _moved(getattr(case, name), weeks * 7) for name in FIELD_OF.values()}
    return replace(case, created_on=None, talk=_moved(case.talk, weeks * 7), **records)


def amounts(cases: Sequence[Case], today: date) -> tuple[int, ...]:
    """The numbers of weeks by which all these cases can be moved at once; none when it cannot be.

    At least 3 and at most 26 weeks, either way. No date then crosses the day on which something
    that its case uses began or ended to exist, or `today`; events stay in their order; and who
    reads the moved dates and knows all this is still left with 5 amounts or more.
    """
    latest = MOST_WEEKS * 2
    back = _room(cases, today, -1, latest)
    ahead = _room(cases, today, 1, latest)
    return tuple(
        weeks
        for weeks in _every_amount()
        if -back <= weeks <= ahead
        and sum(-back <= weeks - other <= ahead for other in _every_amount()) >= FEWEST_AMOUNTS
        and all(_keeps_its_order(case, weeks) for case in cases)
    )


def borders_of(case: Case) -> frozenset[date]:
    """The first days of a time in which something was other for this case: an instrument or an
    organisation in it began, or was no more."""
    names = {organisation.name for organisation in case.organisations}
    names |= {event.reported_to for event in case.events}
    used: list[Instrument | KnownOrganisation | None] = [known_organisation(n) for n in names]
    used += [known_instrument(name) for name in {event.instrument for event in case.events}]
    found = set()
    for one in used:
        if one is not None:
            end = one.valid_until and one.valid_until + timedelta(days=1)
            found |= {one.valid_from, end, _SERIES_BREAKS.get(one.id)}
    return frozenset(day for day in found if day is not None)


def _every_amount() -> Iterator[int]:
    yield from range(-MOST_WEEKS, 1 - FEWEST_WEEKS)
    yield from range(FEWEST_WEEKS, MOST_WEEKS + 1)


def _room(cases: Sequence[Case], today: date, way: int, most: int) -> int:
    """By how many weeks, up to `most`, all dates can be moved one way without crossing a day."""
    moments: list[tuple[Moment, frozenset[date]]] = []
    for case in cases:
        borders = borders_of(case) | {today + timedelta(days=1)}
        moments += [(moment, borders) for moment in set(_moments(case))]

    def crosses(weeks: int) -> bool:
        return not all(_stays_between(m, days, way * weeks * 7) for m, days in moments)

    return bisect_left(range(1, most + 1), True, key=crosses)  # who crossed, crosses later too


def _stays_between(moment: Moment, borders: Iterable[date], days: int) -> bool:
    try:
        moved = shifted(moment, days)
    except BadInput:
        return False
    return all(
        (moment.earliest < border) == (moved.earliest < border)
        and (moment.latest < border) == (moved.latest < border)
        for border in borders
    )


def _keeps_its_order(case: Case, weeks: int) -> bool:
    """Whether events stay in their order, and no period ends before it begins."""
    days = weeks * 7
    events = tuple(_with_days_moved(event, days) for event in case.events)
    regie = [_with_days_moved(record, days) for record in case.regie]
    fasen = [_with_days_moved(record, days) for record in case.fasen]
    periods: tuple[Event | Regie | Fase, ...] = (*events, *regie, *fasen)
    if _ids(in_order(replace(case, events=events))) != _ids(in_order(case)):
        return False
    try:
        for period in periods:
            check_period(Period(period.start, period.end, period.ongoing))
    except BadInput:
        return False
    return True


def _with_days_moved(period: _Period, days: int) -> _Period:
    return replace(period, start=_moved(period.start, days), end=_moved(period.end, days))


def _ids(events: Iterable[Event]) -> list[str]:
    return [event.id for event in events]


def _moments(value: object) -> Iterator[Moment]:
    """Every known moment in a case or in a part of it."""
    if isinstance(value, Moment):
        if value.is_known:
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _moments(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _moments(getattr(value, field.name))


def _moved(value: Any, days: int) -> Any:  # noqa: ANN401
    """A record, or a part of one, with its moments so many days later."""
    if isinstance(value, Moment):
        return shifted(value, days) if value.is_known else value
    if isinstance(value, tuple):
        return tuple(_moved(item, days) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{n: _moved_part(n, part, days) for n, part in parts.items()})
    return value


def _moved_part(name: str, part: Any, days: int) -> Any:  # noqa: ANN401
    return None if name in _LEFT_OUT else _moved(part, days)
