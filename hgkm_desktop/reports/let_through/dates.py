"""How exactly a document says when something was, and on which day its line then draws it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import MONTHS, MONTHS_SHORT
from hgkm_desktop.models.in_depth import Radertje
from hgkm_desktop.models.intervals import DayRange, length_words
from hgkm_desktop.models.joining import CHOSEN_DATE, DATE, SAID_OTHERWISE, SINCE
from hgkm_desktop.models.moment import (
    Moment,
    Precision,
    in_month,
    in_year,
    month_end,
    period_text,
    quarter_of,
)
from hgkm_desktop.models.phases import PhaseSpan
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import Event, Fase, Regie
from hgkm_desktop.models.telling_dates import date_tells
from hgkm_desktop.reports.options import Dates

# The shortest part of time that the axis names, in days: never more exact than the dates.
LEAST_DAYS = {
    Dates.BEKEND: 1,
    Dates.MAAND: 8,
    Dates.KWARTAAL: 60,
    Dates.JAAR: 170,
    Dates.RELATIEF: 1,
}
_ROOM_AT_START = 0.012
_ROOM_AT_END = 0.04
_WRITTEN_DATE = re.compile(rf"(\b(?:{DATE}|{SINCE}:?) )([^;(\n]*[^;(\s])")
_FINER_THAN_MONTH = (Precision.DAG, Precision.DEEL, Precision.TUSSEN)
_AS_LONG_AS_QUARTER = 89  # days: a season is a quarter too, from another month on
_DRAWN = {Dates.MAAND: Precision.MAAND, Dates.KWARTAAL: Precision.KWARTAAL}

_Period = TypeVar("_Period", Event, Regie, Fase, Radertje)


@dataclass(frozen=True, slots=True)
class CountedMoment(Moment):
    """A moment of which only the distance to T0 is said, as `said`, or in few words as `brief`.

    Its days are made up: a line can be drawn from them, and no date of the case is in them.
    """

    said: str = ""
    brief: str = ""

    def __post_init__(self) -> None:
        """Days that are made up may lie before the first year or after the last one."""

    def text(self, *, short: bool = False) -> str:
        """The distance in words."""
        return self.brief if short else self.said


def coarse_period(period: _Period, dates: Dates) -> _Period:
    """An event, regie or fase with every moment in it no finer than is wanted; of an event whose
    date tells who it is about, no finer than its year."""
    return with_moments(period, partial(coarse, dates=_dates_of(period, dates)))


def _dates_of(period: Event | Regie | Fase | Radertje, dates: Dates) -> Dates:
    is_telling = isinstance(period, Event) and date_tells(period)
    return Dates.JAAR if is_telling and dates in _DRAWN else dates


def with_moments(period: _Period, said_as: Callable[[Moment], Moment]) -> _Period:
    """An event, regie or fase with another moment for every one in it, also for those that joining
    of events wrote in words."""
    start, end = said_as(period.start), period.end and said_as(period.end)
    if not isinstance(period, Event):
        return replace(period, start=start, end=end)
    since = period.possible_since
    return replace(
        period,
        start=start,
        end=end,
        possible_since=since and said_as(since),
        fact=_other_dates(period.fact, said_as),
        knowledge=tuple(replace(k, since=said_as(k.since)) for k in period.knowledge),
    )


def coarse(moment: Moment, dates: Dates) -> Moment:
    """The moment no finer than is wanted; what is counted from T0 says no date and stays."""
    if isinstance(moment, CountedMoment) or dates in (Dates.BEKEND, Dates.RELATIEF):
        return moment
    if dates is Dates.KWARTAAL:
        return _to_quarter(moment)
    return to_month(moment) if dates is Dates.MAAND else _to_year(moment)


def _other_dates(fact: str, said_as: Callable[[Moment], Moment]) -> str:
    """The fact with other moments for those that joining of events wrote in it; what people typed
    stays as it is."""
    return "\n".join(
        _WRITTEN_DATE.sub(lambda found: found[1] + _other_words(found[2], said_as), line)
        if line.startswith((SAID_OTHERWISE, CHOSEN_DATE))
        else line
        for line in fact.split("\n")
    )


def _other_words(words: str, said_as: Callable[[Moment], Moment]) -> str:
    """Another moment for a written date; what cannot be read as one is not said, unless there is
    no number in it."""
    start, dash, end = words.partition(" – ")
    if dash:
        parts = dict.fromkeys(_other_words(part, said_as) for part in (start, end))
        return " – ".join(parts)
    try:
        read = read_whole(words)
    except BadInput:
        return "weggelaten" if re.search(r"\d", words) else words
    return period_text(said_as(read.start), None, read.ongoing)


def to_month(moment: Moment) -> Moment:
    """The moment no finer than a month; what was assumed stays assumed, a range stays a range."""
    first, last = moment.first, moment.last
    if moment.precision not in _FINER_THAN_MONTH or first is None or last is None:
        return moment
    if (first.year, first.month) == (last.year, last.month):
        return replace(in_month(first.year, first.month), circa=moment.circa)
    return replace(moment, first=first.replace(day=1), last=month_end(last.year, last.month))


def _to_quarter(moment: Moment) -> Moment:
    """The moment no finer than a quarter; what is not exacter already stays, as a season does."""
    first, last = moment.first, moment.last
    if first is None or last is None:
        return moment
    begin, end = quarter_of(first), quarter_of(last)
    if begin == end:
        return replace(begin, circa=moment.circa)
    if moment.precision is not Precision.TUSSEN and (last - first).days >= _AS_LONG_AS_QUARTER:
        return moment
    return Moment(Precision.TUSSEN, begin.first, end.last, moment.circa)


def _to_year(moment: Moment) -> Moment:
    """The moment no finer than a year."""
    first, last = moment.first, moment.last
    if first is None or last is None:
        return moment
    if first.year == last.year:
        return replace(in_year(first.year), circa=moment.circa)
    first, last = first.replace(month=1, day=1), last.replace(month=12, day=31)
    return Moment(Precision.TUSSEN, first, last, moment.circa)


def touches(
    start: Moment, end: Moment | None, ongoing: bool, first: date | None, last: date | None
) -> bool:
    """Whether a moment, or a period with any of its days, stands in these days; what has no date
    only in all of time. Without an end a moment stands where it is drawn."""
    if first is None and last is None:
        return True
    if not start.is_known:
        return False
    begins = ends = start.middle
    if ongoing or (end is not None and end.is_known):
        begins = start.earliest
        ends = date.max if end is None or ongoing else end.latest
    return (first is None or ends >= first) and (last is None or begins <= last)


def when_text(event: Event) -> str:
    """When an event was, short and no finer than a month: 'mei 2024', 'apr–sep 2024'."""
    return span_text(coarse_period(event, Dates.MAAND), short=True)


def span_text(period: Event | Regie | Fase | Radertje | PhaseSpan, *, short: bool = False) -> str:
    """From when to when something was: '3 mei 2024', 'april–september 2024', 'vanaf juli 2025'."""
    start, end = period.start, period.end
    if not start.is_known:
        return "geen datum"
    if isinstance(start, CountedMoment) and end is not None and end.is_known and start != end:
        lasted = length_words(DayRange(*start.days_until(end)), short=short)
        return f"{start.text(short=short)}, {lasted} lang"
    if end is None or start == end:
        return period_text(start, None, period.ongoing, short=short)
    if _in_months_of_one_year(start, end):
        name = (MONTHS_SHORT if short else MONTHS)[start.middle.month - 1]
        return f"{name}–{end.text(short=short)}"
    return period_text(start, end, period.ongoing, short=short)


def _in_months_of_one_year(start: Moment, end: Moment) -> bool:
    are_months = _is_plain(start, Precision.MAAND) and _is_plain(end, Precision.MAAND)
    return are_months and start.middle.year == end.middle.year


def _is_plain(moment: Moment, precision: Precision) -> bool:
    return moment.precision is precision and not moment.circa


def drawn_case(shown: Case, dates: Dates) -> Case:
    """The case as its line is drawn: the events of one month stand beside each other, each at a
    day made up from its place in the order, and so do those of a quarter or a year when dates are
    no more exact. Only for drawing: what is said of an event is what `shown` says."""
    if dates in (Dates.BEKEND, Dates.RELATIEF):
        return shown
    precision = _DRAWN.get(dates, Precision.JAAR)
    return replace(shown, events=_beside_each_other(shown.events, precision))


def _beside_each_other(line: tuple[Event, ...], precision: Precision) -> tuple[Event, ...]:
    """The events with those of one month, quarter or year spread over it in their order."""
    many = Counter(e.start for e in line if _is_plain(e.start, precision))
    met: Counter[Moment] = Counter()
    spread = []
    for event in line:
        start, end = event.start, event.end
        if end == start and precision is not Precision.MAAND:
            end = None  # a few days must not be drawn as all of the quarter or the year
        if start in many:
            part = (met[start] + 0.5) / many[start]
            met[start] += 1
            start = _day_in(start, part)
        spread.append(replace(event, start=start, end=_last_day(end, precision)))
    return tuple(spread)


def _day_in(moment: Moment, part: float) -> Moment:
    """The day that lies so far, from 0 to 1, in a month or a year."""
    first = moment.earliest
    day = first + timedelta(days=int(part * ((moment.latest - first).days + 1)))
    return Moment(Precision.DAG, day, day)


def _last_day(end: Moment | None, precision: Precision) -> Moment | None:
    """The last day of an end that is known to the month or quarter; any other end as it is."""
    if end is None or precision is Precision.JAAR or not _is_plain(end, precision):
        return end
    return Moment(Precision.DAG, end.last, end.last)


def months_spanned(case: Case) -> tuple[date, date] | None:
    """The first and last day of the whole months that the line spans; None when nothing is dated.

    There is some room before the first, for half its shape, and more after the last, for its
    number and for what goes on.
    """
    moments = _moments(case)
    if not moments:
        return None
    first, last = min(m.earliest for m in moments), max(m.latest for m in moments)
    beyond = last + max(timedelta(days=20), (last - first) * _ROOM_AT_END)
    before = first - max(timedelta(days=10), (last - first) * _ROOM_AT_START)
    return before.replace(day=1), month_end(beyond.year, beyond.month)


def _moments(case: Case) -> list[Moment]:
    """Every known moment of the events and of what stands in the bands along the line."""
    periods: tuple[Event | Regie | Fase, ...] = (*case.events, *case.regie, *case.fasen)
    found = [moment for one in periods for moment in (one.start, one.end) if moment is not None]
    found += [cijfer.moment for cijfer in case.cijfers]
    return [moment for moment in found if moment.is_known]
