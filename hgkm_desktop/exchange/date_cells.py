"""Reading of the dates in a table: as typed, as a spreadsheet keeps them, or in three columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.sheets import Cell, Trouble
from hgkm_desktop.models.dutch import MONTH_WORDS
from hgkm_desktop.models.moment import FIRST_YEAR, LAST_YEAR, Moment, in_month, in_year, on_day
from hgkm_desktop.models.phrases import Period, read_whole

_NUMBERS = re.compile(r"(?<![\d/.-])(\d\d?)([-/.])(\d\d?)\2(\d{4}|\d\d)(?!\d)")
_CLOCK = re.compile(r"(?<=\d)[T ]+(?:om )?\d\d?[:.]\d\d(?::\d\d(?:\.\d+)?)?(?: ?uur)?Z?$")
_TOGETHER = re.compile(r"([12]\d{3})([01]\d)([0-3]\d)")
_COUNTED = re.compile(r"[2-7]\d{4}(?:[.,]\d+)?")
_LAST_COUNTED = 109_575  # days: the last day of 2199
_BEGINS = ("van ", "vanaf ", "sinds ", "tussen ", "circa ", "ca ", "begin ", "eind ", "medio ")


@dataclass(frozen=True, slots=True)
class DateWay:
    """How dates are written in a table where that cannot be seen from a date itself.

    `day_first` is None as long as nobody said whether 03/04 is 3 April or 4 March.
    """

    day_first: bool | None = None
    since_1904: bool = False


AS_WRITTEN = DateWay()


def day_comes_first(cells: Iterable[Cell]) -> bool | None:
    """Whether the day stands before the month; None when that must be asked.

    With points or hyphens the day comes first, as everyone here writes it, unless a date cannot be
    so; with strokes only when one date shows it.
    """
    day, month, unclear = 0, 0, 0
    for first, between, second in _typed(cells):
        if first > 12 >= second:
            day += 1
        elif second > 12 >= first:
            month += 1
        elif between == "/" and first != second:
            unclear += 1
    if day and month:
        return None
    return False if month else (True if day or not unclear else None)


def _typed(cells: Iterable[Cell]) -> Iterator[tuple[int, str, int]]:
    for cell in cells:
        if isinstance(cell, str):
            for found in _NUMBERS.finditer(cell):
                yield int(found[1]), found[2], int(found[3])


def has_counted(cells: Iterable[Cell]) -> bool:
    """Whether some of these dates are kept as a number of days."""
    return any(_counted(cell) is not None for cell in cells)


def is_dated(cell: Cell) -> bool:
    """Whether a cell begins as a date does."""
    if isinstance(cell, date) or _counted(cell) is not None:
        return True
    if not isinstance(cell, str) or len(cell) > 60:
        return False
    try:
        return read_whole(_without_clock(cell)).start.is_known
    except BadInput:
        return _NUMBERS.match(cell.strip()) is not None or cell.casefold().startswith(_BEGINS)


def read_date(cell: Cell, way: DateWay) -> Period:
    """The date phrase, day or number in a cell; nothing is an unknown date.

    Raises BadInput, as the invoerregel does, and when the order of day and month must be asked.
    """
    if isinstance(cell, Trouble):
        raise BadInput(cell.value)
    if isinstance(cell, bool):
        raise BadInput("Hier staat ja of nee in plaats van een datum.")
    if isinstance(cell, date):
        return Period(on_day(cell.year, cell.month, cell.day))
    if isinstance(cell, float) and FIRST_YEAR <= cell <= LAST_YEAR and cell.is_integer():
        return Period(in_year(int(cell)))
    if (days := _counted(cell)) is not None:
        return Period(_of(counted_day(days, since_1904=way.since_1904)))
    if isinstance(cell, float):
        cell = str(int(cell)) if cell.is_integer() else str(cell)
    return _read_text(cell, way)


def _read_text(text: str, way: DateWay) -> Period:
    text = _without_clock(text)
    if found := _TOGETHER.fullmatch(text):
        return Period(on_day(int(found[1]), int(found[2]), int(found[3])))
    if way.day_first is None and any(
        between == "/" and first != second and max(first, second) <= 12
        for first, between, second in _typed((text,))
    ):
        raise BadInput(
            "Is hier eerst de dag of eerst de maand geschreven?",
            todo="Kies dat bij de kolommen.",
        )
    if way.day_first is False:
        text = _NUMBERS.sub(r"\3\2\1\2\4", text)
    return read_whole(text)


def _without_clock(text: str) -> str:
    """A date without the time of the day, which a moment does not keep."""
    return _CLOCK.sub("", " ".join(text.split()))


def _counted(cell: Cell) -> int | None:
    """How many days a spreadsheet counted until this date; None when it is no such number."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, float):
        is_year = FIRST_YEAR <= cell <= LAST_YEAR
        return int(cell) if 1 <= cell <= _LAST_COUNTED and not is_year else None
    if isinstance(cell, str) and _COUNTED.fullmatch(cell.strip()):
        return int(re.split("[.,]", cell.strip())[0])
    return None


def counted_day(days: int, *, since_1904: bool) -> date:
    """The day that a spreadsheet counts as this number, from 1 on.

    From 1900 it counts a 29 February 1900 that never was; from 1904 it counts from 0.
    """
    if since_1904:
        return date(1904, 1, 1) + timedelta(days=days)
    return date(1899, 12, 31 if days < 60 else 30) + timedelta(days=days)


def _of(day: date) -> Moment:
    return on_day(day.year, day.month, day.day)


def read_parts(year: Cell, month: Cell, day: Cell) -> Period:
    """A date from three columns, as exact as they are filled. Raises BadInput."""
    y, m, d = _part(year), _month_part(month), _part(day)
    if y is None:
        if m is None and d is None:
            return read_whole("")
        raise BadInput("Bij deze datum ontbreekt het jaar.")
    if m is None:
        if d is not None:
            raise BadInput("Bij deze datum ontbreekt de maand.")
        return Period(in_year(_checked_year(y)))
    if d is None:
        if not 1 <= m <= 12:
            raise BadInput(f"Maand {m} bestaat niet.")
        return Period(in_month(_checked_year(y), m))
    return Period(on_day(_checked_year(y), m, d))


def _checked_year(year: int) -> int:
    if year < 100:
        year += 2000 if year < 70 else 1900
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(f"Een jaartal ligt tussen {FIRST_YEAR} en {LAST_YEAR}.")
    return year


def _month_part(cell: Cell) -> int | None:
    if isinstance(cell, str) and (month := MONTH_WORDS.get(cell.strip(" .").casefold())):
        return month
    return _part(cell)


def _part(cell: Cell) -> int | None:
    """A whole number; None for an empty cell."""
    if isinstance(cell, Trouble):
        raise BadInput(cell.value)
    if isinstance(cell, str):
        cell = cell.strip()
        if not cell:
            return None
        if re.fullmatch(r"\d{1,4}", cell):
            return int(cell)
    elif isinstance(cell, float) and cell.is_integer() and 0 <= cell <= LAST_YEAR:
        return int(cell)
    raise BadInput("Hier staat geen getal.")
