"""A moment with its precision: what is known of a date is kept, what is assumed stays visible."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import MONTHS, MONTHS_SHORT, SEASON_BY_MONTH, day_text, month_text
from hgkm_desktop.models.terms import Term

FIRST_YEAR, LAST_YEAR = 1800, 2200


class Precision(Term):
    """How exactly a moment is known."""

    DAG = ("dag", "dag")
    MAAND = ("maand", "maand")
    KWARTAAL = ("kwartaal", "kwartaal")
    SEIZOEN = ("seizoen", "seizoen")
    DEEL = ("deel", "begin, midden of eind")
    JAAR = ("jaar", "jaar")
    TUSSEN = ("tussen", "tussen twee data")
    ONBEKEND = ("onbekend", "onbekend")


_ONLY_KNOWN = {
    Precision.MAAND: "alleen de maand is bekend",
    Precision.KWARTAAL: "alleen het kwartaal is bekend",
    Precision.SEIZOEN: "alleen het seizoen is bekend",
    Precision.DEEL: "de dag is niet bekend",
    Precision.JAAR: "alleen het jaar is bekend",
    Precision.TUSSEN: "de dag is niet bekend",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is known.

    `first` and `last` are the days that the words name (both included); both are None only for
    an unknown moment. `circa` says that even those days are assumed.
    Years run from 1800 to 2200. Raises BadInput for anything else.
    """

    precision: Precision
    first: date | None = None
    last: date | None = None
    circa: bool = False

    def __post_init__(self) -> None:
        if self.precision is Precision.ONBEKEND:
            if self.first or self.last or self.circa:
                raise BadInput("Een onbekende datum heeft geen dag, maand of jaar.")
            return
        if self.first is None or self.last is None:
            raise BadInput("Er mist een deel van de datum.")
        if self.first > self.last:
            raise BadInput("De eerste datum ligt na de laatste datum.", todo="Draai ze om.")
        if self.first.year < FIRST_YEAR or self.last.year > LAST_YEAR:
            raise BadInput(f"Een jaartal ligt tussen {FIRST_YEAR} en {LAST_YEAR}.")

    @property
    def is_known(self) -> bool:
        """False only for a moment of which nothing is known."""
        return self.precision is not Precision.ONBEKEND

    @property
    def is_exact(self) -> bool:
        """True when the very day is known and not assumed."""
        return self.precision is Precision.DAG and not self.circa

    @property
    def earliest(self) -> date:
        """The first day it can have been; for circa half a period, a week at least, sooner."""
        first = _day(self.first)
        return first - self._slack() if self.circa else first

    @property
    def latest(self) -> date:
        """The last day it can have been; for circa half a period, a week at least, later."""
        last = _day(self.last)
        return last + self._slack() if self.circa else last

    @property
    def middle(self) -> date:
        """The middle of the days named, only for drawing."""
        first, last = _day(self.first), _day(self.last)
        return first + (last - first) / 2

    def _slack(self) -> timedelta:
        return max((_day(self.last) - _day(self.first)) / 2, timedelta(days=7))

    @property
    def order(self) -> tuple[date, date]:
        """What known moments are sorted by: the first day, then the last."""
        if self.circa:
            return self.earliest, self.latest
        return _day(self.first), _day(self.last)

    def surely_before(self, other: Moment) -> bool:
        """True when no day of this moment can lie on or after a day of the other."""
        return self.is_known and other.is_known and self.latest < other.earliest

    def days_until(self, other: Moment) -> tuple[int, int]:
        """The fewest and the most days from this moment to the other; both known."""
        shortest = (other.earliest - self.latest).days
        longest = (other.latest - self.earliest).days
        return shortest, longest

    def text(self, *, short: bool = False) -> str:
        """The moment in Dutch, never more exact than it is known: 'circa maart 2021'."""
        if not self.is_known:
            return "datum onbekend"
        words = _WORDS[self.precision](_day(self.first), _day(self.last), short)
        return f"circa {words}" if self.circa else words

    def in_words(self) -> str:
        """The moment with its uncertainty said: 'april 2023, alleen de maand is bekend'."""
        remarks = [_ONLY_KNOWN[self.precision]] if self.precision in _ONLY_KNOWN else []
        if self.circa:
            remarks = ["dit is aangenomen"]
        return ", ".join([self.text(), *remarks])


UNKNOWN = Moment(Precision.ONBEKEND)


def _day(day: date | None) -> date:
    if day is None:
        raise BadInput("Deze datum is onbekend.")
    return day


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def on_day(year: int, month: int, day: int) -> Moment:
    """A known day. Raises BadInput, naming the length of the month, for a day that is not there."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(f"Een jaartal ligt tussen {FIRST_YEAR} en {LAST_YEAR}.")
    if not 1 <= month <= 12:
        raise BadInput(f"Maand {month} bestaat niet.", todo="Een maand is een getal van 1 tot 12.")
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise BadInput(
            f"De datum {day:02}-{month:02}-{year} bestaat niet.",
            todo=f"{MONTHS[month - 1].capitalize()} {year} heeft {days} dagen.",
        )
    known = date(year, month, day)
    return Moment(Precision.DAG, known, known)


def in_month(year: int, month: int) -> Moment:
    return Moment(Precision.MAAND, date(year, month, 1), month_end(year, month))


def in_quarter(year: int, quarter: int) -> Moment:
    """A quarter, 1 to 4. Raises BadInput for another number."""
    if not 1 <= quarter <= 4:
        raise BadInput(f"Kwartaal {quarter} bestaat niet.", todo="Een kwartaal is 1, 2, 3 of 4.")
    month = quarter * 3 - 2
    return Moment(Precision.KWARTAAL, date(year, month, 1), month_end(year, month + 2))


def quarter_of(day: date) -> Moment:
    """The quarter that holds a day."""
    return in_quarter(day.year, (day.month + 2) // 3)


def in_season(year: int, first_month: int) -> Moment:
    """A season of three months; the winter of a year is the one that ends in it."""
    if first_month == 12:
        return Moment(Precision.SEIZOEN, date(year - 1, 12, 1), month_end(year, 2))
    return Moment(Precision.SEIZOEN, date(year, first_month, 1), month_end(year, first_month + 2))


def in_year(year: int) -> Moment:
    return Moment(Precision.JAAR, date(year, 1, 1), date(year, 12, 31))


def in_part_of_year(year: int, part: int) -> Moment:
    """Begin (0), midden (1) or eind (2) of a year: four months each."""
    month = part * 4 + 1
    return Moment(Precision.DEEL, date(year, month, 1), month_end(year, month + 3))


def in_part_of_month(year: int, month: int, part: int) -> Moment:
    """Begin (0), midden (1) or eind (2) of a month: day 1-10, 11-20 and 21 to the end."""
    last = date(year, month, part * 10 + 10) if part < 2 else month_end(year, month)
    return Moment(Precision.DEEL, date(year, month, part * 10 + 1), last)


def between(start: Moment, end: Moment) -> Moment:
    """Somewhere from the first day of one moment to the last day of another."""
    return Moment(Precision.TUSSEN, start.first, end.last)


def _quarter_words(first: date, last: date, short: bool) -> str:
    return f"{(first.month + 2) // 3}e kwartaal {first.year}"


def _season_words(first: date, last: date, short: bool) -> str:
    years = f"{first.year}-{last.year}" if first.year != last.year else f"{first.year}"
    return f"{SEASON_BY_MONTH.get(first.month, 'seizoen')} {years}"


def _part_words(first: date, last: date, short: bool) -> str:
    parts = ("begin", "midden", "eind")
    if (first.year, first.month) == (last.year, last.month):
        return f"{parts[min(first.day // 10, 2)]} {month_text(first, short=short)}"
    return f"{parts[first.month // 4]} {first.year}"


def _between_words(first: date, last: date, short: bool) -> str:
    months = MONTHS_SHORT if short else MONTHS
    whole_months = first.day == 1 and last == month_end(last.year, last.month)
    if whole_months and first.month == 1 and last.month == 12:
        return f"tussen {first.year} en {last.year}"
    if whole_months and first.year == last.year:
        return f"tussen {months[first.month - 1]} en {month_text(last, short=short)}"
    if whole_months:
        return f"tussen {month_text(first, short=short)} en {month_text(last, short=short)}"
    return f"tussen {day_text(first, short=short)} en {day_text(last, short=short)}"


_WORDS = {
    Precision.DAG: lambda first, last, short: day_text(first, short=short),
    Precision.MAAND: lambda first, last, short: month_text(first, short=short),
    Precision.KWARTAAL: _quarter_words,
    Precision.SEIZOEN: _season_words,
    Precision.DEEL: _part_words,
    Precision.JAAR: lambda first, last, short: str(first.year),
    Precision.TUSSEN: _between_words,
}


def period_text(start: Moment, end: Moment | None, ongoing: bool, *, short: bool = False) -> str:
    """A moment or a period in Dutch: '3 mei 2023 – 13 mei 2023', 'vanaf juli 2025'."""
    if end is not None:
        return f"{start.text(short=short)} – {end.text(short=short)}"
    if ongoing:
        return f"vanaf {start.text(short=short)}"
    return start.text(short=short)
