"""Time counted from T0: where T0 is, and the labels of the row that counts from it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.timeline.axis import FIRST_DAY, LAST_DAY, Tick
from hgkm_desktop.timeline.marks import span_of

NAME = "Vanaf T0"
_MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_DAY_STEPS = (1, 7)
_MONTH_DAYS = 28


@dataclass(frozen=True, slots=True)
class Origin:
    """T0: the middle of the days that its event can have begun, as an ordinal with a fraction."""

    day: float
    is_exact: bool


def origin_of(case: Case) -> Origin | None:
    """T0 of a case; None without one, or when its event has no date."""
    for event in case.events:
        if event.id == case.t0_event_id:
            span = span_of(event.start, None, ongoing=False)
            return None if span is None else Origin(span.centre, span.is_exact)
    return None


def relative_ticks(
    origin: Origin, first: float, last: float, scale: float, least: float
) -> tuple[Tick, ...]:
    """The labels that touch the days from `first` to `last`, at least `least` long each.

    `scale` is the length of a day. Days and weeks are counted as days, whole years as years.
    """
    for days in _DAY_STEPS:
        if days * scale >= least:
            return _day_ticks(origin.day, first, last, days)
    step = next((s for s in _MONTH_STEPS if s * _MONTH_DAYS * scale >= least), _MONTH_STEPS[-1])
    return _month_ticks(origin.day, first, last, step)


def _day_ticks(origin: float, first: float, last: float, step: int) -> tuple[Tick, ...]:
    number = int((first - origin) // step)
    found = []
    while origin + number * step < last:
        day = origin + number * step
        found.append(Tick(day, day + step, _words(number * step, "dg")))
        number += 1
    return tuple(found)


def _month_ticks(origin: float, first: float, last: float, step: int) -> tuple[Tick, ...]:
    first = max(first, float(FIRST_DAY))
    longest = step * (31 if first > origin else _MONTH_DAYS)  # so that none is passed over
    number = int((first - origin) // longest)
    found: list[Tick] = []
    day = _months_after(origin, number * step)
    while day < last and day <= LAST_DAY:
        following = _months_after(origin, (number + 1) * step)
        if following > first:
            found.append(Tick(day, following, _in_months(number * step, step)))
        day, number = following, number + 1
    return tuple(found)


def _months_after(origin: float, months: int) -> float:
    """The same day of the month so many months on, or the last day of that month."""
    whole = int(origin)
    start = date.fromordinal(whole)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        return float(FIRST_DAY if year < 1 else LAST_DAY + 1)
    day = min(start.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day).toordinal() + origin - whole


def _in_months(months: int, step: int) -> str:
    return _words(months // 12, "jr") if step % 12 == 0 else _words(months, "mnd")


def _words(number: int, unit: str) -> str:
    if not number:
        return "T0"
    return f"T{'+' if number > 0 else '−'}{abs(number)} {unit}"
