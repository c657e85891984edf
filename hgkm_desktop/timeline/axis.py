"""The axis of a line: which days get a grid line and a label, at any zoom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from hgkm_desktop.models.dutch import MONTHS, MONTHS_SHORT

FIRST_DAY, LAST_DAY = date(1, 1, 1).toordinal(), date(9998, 12, 31).toordinal()
_YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_MONTH_DAYS = 28
_WEEKS = (1, 8, 15, 22)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled part of time: from a day up to the next one, as ordinals (`last` excluded)."""

    first: float
    last: float
    text: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The ticks of the upper row (years, or months when days show) and of the row below it."""

    upper: tuple[Tick, ...]
    lower: tuple[Tick, ...]


def axis(first: float, last: float, scale: float, least: float) -> Axis:
    """The ticks that touch the days from `first` to `last`.

    `scale` is the length of a day, `least` the shortest room that a label may be given. Years
    are always there: in the upper row, or in the names of the months above the days.
    """
    start = max(min(int(first), LAST_DAY), FIRST_DAY)
    end = max(min(int(last) + 1, LAST_DAY), start)
    if scale >= least * 0.72:
        return Axis(_ticks(_months(start, 1), end, _month_name), _ticks(_days(start), end, _day))
    if scale * 7 >= least:
        return Axis(_ticks(_months(start, 1), end, _month_name), _ticks(_weeks(start), end, _day))
    years = _ticks(_years(start, _year_step(scale, least * 1.25)), end, _year)
    for step in (1, 3, 6):
        if scale * _MONTH_DAYS * step >= least:
            return Axis(years, _ticks(_months(start, step), end, _short_month))
    return Axis(years, ())


def _year_step(scale: float, least: float) -> int:
    return next((s for s in _YEAR_STEPS if s * 365 * scale >= least), _YEAR_STEPS[-1])


def _ticks(days: Iterator[date], end: int, text: Callable[[date], str]) -> tuple[Tick, ...]:
    found: list[Tick] = []
    day = next(days)
    for following in days:
        found.append(Tick(day.toordinal(), following.toordinal(), text(day)))
        day = following
        if day.toordinal() >= end:
            break
    return tuple(found)


def _years(start: int, step: int) -> Iterator[date]:
    year = date.fromordinal(start).year // step * step
    for number in range(year, 10_000, step):
        yield date(max(number, 1), 1, 1)
    yield date(9999, 12, 31)


def _months(start: int, step: int) -> Iterator[date]:
    day = date.fromordinal(start)
    month = (day.month - 1) // step * step
    for number in range(day.year * 12 + month, 9999 * 12 + 12, step):
        yield date(number // 12, number % 12 + 1, 1)


def _weeks(start: int) -> Iterator[date]:
    for month in _months(start, 1):
        for day in _WEEKS:
            yield month.replace(day=day)


def _days(start: int) -> Iterator[date]:
    return (date.fromordinal(number) for number in range(start, LAST_DAY + 2))


def _year(day: date) -> str:
    return str(day.year)


def _month_name(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _short_month(day: date) -> str:
    return MONTHS_SHORT[day.month - 1]


def _day(day: date) -> str:
    return str(day.day)
