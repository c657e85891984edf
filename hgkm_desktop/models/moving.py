"""Moving and stretching events in time; a date stays exactly as imprecise as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.moment import (
    FIRST_YEAR,
    LAST_YEAR,
    Moment,
    Precision,
    month_end,
    on_day,
)
from hgkm_desktop.models.records import Event

_DAYS_IN_MONTH = 365.2425 / 12


def shifted(moment: Moment, days: int) -> Moment:
    """The moment so many days later, or earlier below zero, as precise as it was.

    A day moves by days; a month, a quarter, a season, a part or a year moves by whole ones of its
    kind, to the nearest. 'Tussen' moves both its ends, by months or years when it names those.
    Raises BadInput for an unknown moment and outside the years 1800 to 2200.
    """
    return _moved(moment, round(days / _steps_of(moment).days))


def days_in_step(event: Event) -> int:
    """The fewest days by which `moved_period` surely moves this event: 1 when its days are known.

    Raises BadInput for an event without a date.
    """
    return round(_steps_of(_coarsest(event)).days)


def moved_period(event: Event, days: int) -> Event:
    """The event so many days later or earlier; a period keeps its length as far as it is known.

    The least precise of start and end moves first, and the other just as far. What was known
    since when and since when it was possible stay: they are facts of their own.
    Raises BadInput for an event without a date and outside the years 1800 to 2200.
    """
    if event.end is None:
        return replace(event, start=shifted(event.start, days))
    coarse = _coarsest(event)
    days = _days_between(coarse, shifted(coarse, days))
    start, end = shifted(event.start, days), shifted(event.end, days)
    if end.surely_before(start):  # months and parts of a year differ in length
        if coarse is event.start:
            end = _ending_on(end, _first(start))
        else:
            start = _starting_on(start, _last(end))
    return replace(event, start=start, end=end)


def with_start_at(event: Event, day: date) -> Event:
    """The event starting on this day, or in the month or year of it when that is what is known.

    An end stays where it is and is the last day it can start, unless it starts later already, as
    it may when a date is circa; a period without length is a point. An event without a date gets
    this very day.
    Raises BadInput outside the years 1800 to 2200.
    """
    if not event.start.is_known:
        return replace(event, start=on_day(day.year, day.month, day.day))
    if event.end is None:
        return replace(event, start=_starting_on(event.start, day))
    start = _starting_on(event.start, min(day, _last_to_start(event.start, event.end)))
    return replace(event, start=start, end=None if start == event.end else event.end)


def with_end_at(event: Event, day: date) -> Event:
    """The event ending on this day, or in the month or year of it when that is what is known.

    A point becomes a period whose end is as precise as its start. It never ends before it starts:
    earlier days mean the start, or the end as it is when that lies before it, as it may when a
    date is circa; a period without length is a point.
    Raises BadInput for an event without a date and outside the years 1800 to 2200.
    """
    if not event.start.is_known:
        raise _no_date()
    end = event.end or event.start
    end = _ending_on(end, max(day, _first_to_end(event.start, end)))
    return replace(event, end=None if end == event.start else end, ongoing=False)


def with_start_moved(event: Event, days: int) -> Event:
    """The event with its start so many days later, or earlier below zero, to the nearest.

    It moves as `shifted` moves a moment, as far as `with_start_at` lets it; raises BadInput
    likewise.
    """
    start = shifted(event.start, days)
    return event if start == event.start else with_start_at(event, _first(start))


def with_end_moved(event: Event, days: int) -> Event:
    """As `with_start_moved`, of the end, as far as `with_end_at` lets it."""
    end = event.end or event.start
    moved = shifted(end, days)
    return event if moved == end else with_end_at(event, _last(moved))


def with_end_stepped(event: Event, steps: int) -> Event:
    """The event ending so many steps later, or sooner below zero: a day, a month, a year each.

    As `with_end_at` for the day that comes of it; raises BadInput likewise.
    """
    return with_end_at(event, _last(_moved(event.end or event.start, steps)))


class _Steps(NamedTuple):
    """How a moment moves: the days of one step on average, and days counted in a unit.

    One step is `size` units; `first` and `last` give the days at the edges of a unit.
    """

    days: float
    size: int
    unit_of: Callable[[date], int]
    first: Callable[[int], date]
    last: Callable[[int], date]


def _month_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_of_month(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _last_of_month(month: int) -> date:
    return month_end(month // 12, month % 12 + 1)


def _third_of(day: date) -> int:
    """The part of a month: begin, midden or eind, as moment.in_part_of_month has them."""
    return _month_of(day) * 3 + min((day.day - 1) // 10, 2)


def _first_of_third(third: int) -> date:
    return _first_of_month(third // 3).replace(day=third % 3 * 10 + 1)


def _last_of_third(third: int) -> date:
    month, part = divmod(third, 3)
    return (
        _last_of_month(month) if part == 2 else _first_of_month(month).replace(day=part * 10 + 10)
    )


def _by_months(months: int) -> _Steps:
    return _Steps(months * _DAYS_IN_MONTH, months, _month_of, _first_of_month, _last_of_month)


_BY_DAYS = _Steps(1, 1, date.toordinal, date.fromordinal, date.fromordinal)
_BY_THIRDS = _Steps(_DAYS_IN_MONTH / 3, 1, _third_of, _first_of_third, _last_of_third)
_MONTHS_IN = {
    Precision.MAAND: 1,
    Precision.KWARTAAL: 3,
    Precision.SEIZOEN: 3,
    Precision.JAAR: 12,
}


def _steps_of(moment: Moment) -> _Steps:
    first, last = _first(moment), _last(moment)
    if moment.precision in _MONTHS_IN:
        return _by_months(_MONTHS_IN[moment.precision])
    if moment.precision is Precision.DEEL:
        return _BY_THIRDS if _month_of(first) == _month_of(last) else _by_months(4)
    whole_months = first.day == 1 and last == month_end(last.year, last.month)
    if moment.precision is Precision.DAG or not whole_months:
        return _BY_DAYS
    return _by_months(12 if first.month == 1 and last.month == 12 else 1)


def _coarsest(event: Event) -> Moment:
    """The least precise of start and end."""
    moments = (event.start, event.end or event.start)
    return max(moments, key=lambda moment: _steps_of(moment).days)


def _moved(moment: Moment, steps: int) -> Moment:
    """The moment so many of its own steps further. Raises BadInput outside the years we know."""
    by = _steps_of(moment)
    units = steps * by.size
    try:
        first = by.first(by.unit_of(_first(moment)) + units)
        last = by.last(by.unit_of(_last(moment)) + units)
    except (ValueError, OverflowError) as error:
        raise BadInput(
            f"Een jaartal ligt tussen {FIRST_YEAR} en {LAST_YEAR}.",
            safe="De datum is niet veranderd.",
        ) from error
    return replace(moment, first=first, last=last)


def _starting_on(moment: Moment, day: date) -> Moment:
    """The moment as precise as it was, on the day or in the unit that holds it."""
    by = _steps_of(moment)
    return _moved(moment, (by.unit_of(day) - by.unit_of(_first(moment))) // by.size)


def _ending_on(moment: Moment, day: date) -> Moment:
    """As `_starting_on`, with the last of its days there."""
    by = _steps_of(moment)
    return _moved(moment, -((by.unit_of(_last(moment)) - by.unit_of(day)) // by.size))


def _last_to_start(start: Moment, end: Moment) -> date:
    """The last day that can be named as the start of what ends then."""
    return _last(end) if end.surely_before(start) else max(_last(end), _first(start))


def _first_to_end(start: Moment, end: Moment) -> date:
    """The first day that can be named as the end of what starts then."""
    return _first(start) if end.surely_before(start) else min(_first(start), _last(end))


def _days_between(one: Moment, other: Moment) -> int:
    return (_first(other) - _first(one)).days


def _first(moment: Moment) -> date:
    if moment.first is None:
        raise _no_date()
    return moment.first


def _last(moment: Moment) -> date:
    if moment.last is None:
        raise _no_date()
    return moment.last


def _no_date() -> BadInput:
    return BadInput(
        "Een gebeurtenis zonder datum is niet te verschuiven.", todo="Geef haar eerst een datum."
    )
