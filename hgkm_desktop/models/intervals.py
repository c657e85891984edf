"""The time between events: a range wherever a date is not exact, and the silences of a case.

Ranges follow from imprecise dates; what counts as a silence is ours (docs/bronnen.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.dutch import count_text, list_text, number_text
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import EventKind

MOST_IN_DAYS = 92
MOST_IN_MONTHS = 11
_DAYS_IN_MONTH = 365.2425 / 12
# Whole months differ in length: two and a half days more or less are still the same months.
_LEEWAY = 2.5
_FEW_WEEKS = 8
_TWO_MONTHS = 62
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayRange:
    """The fewest and the most days from one thing to another; below zero it came before.

    Raises BadInput when `least` is more than `most`.
    """

    least: int
    most: int

    def __post_init__(self) -> None:
        if self.least > self.most:
            raise BadInput("Het kleinste aantal dagen is groter dan het grootste.")

    @property
    def order_is_sure(self) -> bool:
        """False when either of the two may have been first."""
        return self.least >= 0 or self.most <= 0


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence: from the first to the last day, both included, there surely is nothing.

    `days` is the time between what came before and what came after, both at their edges.
    """

    first: date
    last: date
    days: DayRange


def between(a: Event, b: Event) -> DayRange:
    """The days from the start of one event to the start of another; exact dates give no range.

    Raises BadInput when one of the two has no date.
    """
    if not (a.start.is_known and b.start.is_known):
        raise BadInput("De tijd tussen gebeurtenissen zonder datum is niet te meten.")
    return DayRange(*a.start.days_until(b.start))


def measured(case: Case, id_a: str, id_b: str) -> str:
    """The time between two events as one sentence: 'Tussen 4 en 11 zitten 23 tot 53 dagen.'

    Events are named by their number, the first on the line first. Raises BadInput for one event
    twice and KeyError for an event that is not in the case.
    """
    if id_a == id_b:
        raise BadInput("Kies twee verschillende gebeurtenissen.")
    number = numbers(case)
    a, b = (case.event(i) for i in sorted((id_a, id_b), key=number.__getitem__))
    undated = [str(number[e.id]) for e in (a, b) if not e.start.is_known]
    if undated:
        verb = "heeft" if len(undated) == 1 else "hebben"
        pair = f"{number[a.id]} en {number[b.id]}"
        return f"De tijd tussen {pair} is niet te meten: {list_text(undated)} {verb} geen datum."
    return _sentence(_named(number, a), _named(number, b), between(a, b))


def interval_words(time: DayRange) -> str:
    """A range in plain Dutch: '23 dagen', '23 tot 53 dagen', '2 tot 4 jaar'.

    Up to 92 days in days, up to 11 months in months, then in years and months; the fewest is
    rounded down and the most up. When the order is not sure, it is how far apart they can be.
    """
    least, most = _distances(time)
    if most == least:
        words = count_text(least, "dag", "dagen")
        return words if least <= MOST_IN_DAYS else f"{words}, ongeveer {_nearest(least).text}"
    if least == 0:
        return f"hooguit {_amount(most, up=True).text}"
    return _range_words(least, most)


def relative_words(time: DayRange) -> str:
    """The time since T0 in a few letters: 'T+3 mnd', 'T−12 dgn', 'T+2 tot 4 mnd', 'rond T0'."""
    if time.least == time.most == 0:
        return "T0"
    if time.least <= 0 <= time.most:
        return "rond T0"
    least, most = _distances(time)
    words = _nearest(least).text if least == most else _range_words(least, most)
    for long, short in _SHORTENED:
        words = words.replace(long, short)
    return f"T{'+' if time.least > 0 else '−'}{words}"


def since_words(time: DayRange, *, short: bool = False) -> str:
    """The time since T0 in plain words, for paper: '17 dagen na T0', '3 maanden voor T0',
    'ongeveer 2 jaar na T0', 'rond T0', 'T0'; short: 'T+17 dgn', 'T−3 mnd', 'ca. T+2 jr'."""
    if time.least == time.most == 0:
        return "T0"
    if time.least <= 0 <= time.most:
        return "rond T0"
    is_after, length = time.least > 0, _length(time)
    if short:
        doubt = "ca. " if _is_wide(time) else ""
        return f"{doubt}T{'+' if is_after else '−'}{_shortened(length)}"
    doubt = "" if time.least == time.most else "ongeveer "
    return f"{doubt}{length} {'na' if is_after else 'voor'} T0"


def length_words(time: DayRange, *, short: bool = False) -> str:
    """How long something lasted, in few words: '10 dagen', '147 dagen', 'ongeveer 3 maanden'."""
    if time.least == time.most:
        return count_text(time.least, "dag", "dagen")
    time = DayRange(max(time.least, 0), max(time.most, 0))
    if short:
        return f"{'ca. ' if _is_wide(time) else ''}{_shortened(_length(time))}"
    return f"ongeveer {_length(time)}"


def _is_wide(time: DayRange) -> bool:
    """Whether a length in months says more than is known: two moments known to the month differ
    so little that it does not."""
    return time.most - time.least > _TWO_MONTHS


def _length(time: DayRange) -> str:
    """A length as it is said of a distance: whole weeks while there are few, whole months when it
    is that but for a day or two, and else days or months; of what is not sure, its middle."""
    near, far = sorted((abs(time.least), abs(time.most)))
    weeks, days = divmod(near, 7)
    if near == far and not days and 1 < weeks <= _FEW_WEEKS:
        return f"{weeks} weken"
    return _nearest((near + far) // 2).text


def _shortened(words: str) -> str:
    for long, short in _SHORTENED:
        words = words.replace(long, short)
    return words


def gaps(events: Iterable[Event], longer_than_days: int) -> tuple[Gap, ...]:
    """The silences that surely last longer than so many days, in their order.

    A silence lies between dated things that happened; a period fills all its days and one that
    goes on fills all that follow. A life event counts only where it starts: a situation that
    lasts says nothing about what was done.
    """
    spans = sorted(_Span.of(e) for e in events if e.happened and e.start.is_known)
    reached = list(accumulate((s.latest_end for s in spans), max))
    reached_at_least = list(accumulate((s.earliest_end for s in spans), max))
    started = list(accumulate((s.latest_start for s in reversed(spans)), min))[::-1]
    found = []
    for place in range(1, len(spans)):
        before, after = reached[place - 1], spans[place].earliest_start
        least = (after - before).days
        if least > max(longer_than_days, 1):
            days = DayRange(least, (started[place] - reached_at_least[place - 1]).days)
            found.append(Gap(before + _A_DAY, after - _A_DAY, days))
    return tuple(found)


class _Span(NamedTuple):
    """The days that an event fills, at their widest and at their narrowest."""

    earliest_start: date
    latest_start: date
    earliest_end: date
    latest_end: date

    @classmethod
    def of(cls, event: Event) -> _Span:
        start = event.start
        end = event.end if event.end is not None and event.end.is_known else start
        if end.surely_before(start):  # in a file made by hand: then it ends where it begins
            end = start
        began = min(start.latest, end.latest)  # nothing begins after its end
        if event.kind is EventKind.LIFE_EVENT:
            return cls(start.earliest, began, start.earliest, began)
        if event.ongoing:
            return cls(start.earliest, start.latest, date.max, date.max)
        return cls(start.earliest, began, max(end.earliest, start.earliest), end.latest)


class _Amount(NamedTuple):
    """A length as it is said; an empty unit when it is in years and months at once."""

    number: str
    unit: str

    @property
    def text(self) -> str:
        return f"{self.number} {self.unit}".strip()


_SHORTENED = (
    ("ongeveer ", ""),
    ("maanden", "mnd"),
    ("maand", "mnd"),
    ("dagen", "dgn"),
    ("jaar en", "jr"),
    ("jaar", "jr"),
)


def _named(number: dict[str, int], event: Event) -> str:
    """An event by its number; of a period it is said that the start counts."""
    is_period = event.end is not None or event.ongoing
    return f"het begin van {number[event.id]}" if is_period else str(number[event.id])


def _sentence(first: str, second: str, time: DayRange) -> str:
    if time.least == time.most == 0:
        return f"{first.capitalize()} en {second} zijn op dezelfde dag."
    words = interval_words(time)
    is_plural = any(part in words for part in ("dagen", "maanden", " en "))
    verb = "zitten" if is_plural else "zit"
    doubt = "" if time.order_is_sure else "; het is niet zeker wat eerst was"
    return f"Tussen {first} en {second} {verb} {words}{doubt}."


def _distances(time: DayRange) -> tuple[int, int]:
    """How near and how far apart the two can be, whichever came first."""
    near, far = sorted((abs(time.least), abs(time.most)))
    return (near if time.order_is_sure else 0), far


def _range_words(least: int, most: int) -> str:
    if most <= MOST_IN_DAYS:
        return f"{least} tot {most} dagen"
    near, far = _amount(least, up=False), _amount(most, up=True)
    if near == far:
        return f"ongeveer {near.text}"
    if near.unit == far.unit and near.unit:
        return f"{near.number} tot {far.text}"
    return f"{near.text} tot {far.text}"


def _nearest(days: int) -> _Amount:
    """Whole months when it is that but for a day or two; days while they are few."""
    months = round(days / _DAYS_IN_MONTH)
    is_whole = months > 0 and abs(days - months * _DAYS_IN_MONTH) <= _LEEWAY
    return _in_months(months) if is_whole or days > MOST_IN_DAYS else _in_days(days)


def _amount(days: int, *, up: bool) -> _Amount:
    """Months, rounded up or down, but days for less than a month and for few days rounded up."""
    if up:
        months = -int(-(days - _LEEWAY) // _DAYS_IN_MONTH)
        return _in_days(days) if days <= MOST_IN_DAYS else _in_months(months)
    months = int((days + _LEEWAY) // _DAYS_IN_MONTH)
    return _in_months(months) if months else _in_days(days)


def _in_days(days: int) -> _Amount:
    return _Amount(number_text(days), "dag" if days == 1 else "dagen")


def _in_months(months: int) -> _Amount:
    if months <= MOST_IN_MONTHS:
        return _Amount(str(months), "maand" if months == 1 else "maanden")
    years, rest = divmod(months, 12)
    if not rest:
        return _Amount(str(years), "jaar")
    return _Amount(f"{years} jaar en {rest} {'maand' if rest == 1 else 'maanden'}", "")
