"""Dutch month names, seasons and number format: the one table for reading and writing them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hgkm_desktop.day_form import DayForm, chosen_form

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MONTHS_SHORT = (
    "jan",
    "feb",
    "mrt",
    "apr",
    "mei",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
)

# Every way a month may be typed, lower case and without a full stop.
MONTH_WORDS: dict[str, int] = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name: number for number, name in enumerate(MONTHS_SHORT, 1)},
    "febr": 2,
    "mar": 3,
    "maa": 3,
    "sept": 9,
}

# Season word -> (name to show, first month); a winter starts in the year before.
SEASON_WORDS: dict[str, tuple[str, int]] = {
    "voorjaar": ("voorjaar", 3),
    "lente": ("voorjaar", 3),
    "zomer": ("zomer", 6),
    "najaar": ("najaar", 9),
    "herfst": ("najaar", 9),
    "winter": ("winter", 12),
}
SEASON_BY_MONTH = {3: "voorjaar", 6: "zomer", 9: "najaar", 12: "winter"}

_POINTS_FOR_COMMAS = str.maketrans(",.", ".,")


def day_text(day: date, *, short: bool = False) -> str:
    """A day in the form that was chosen: '3 februari 2021', or '3 feb 2021' when short.

    Each form can be read back as the same day (models/phrases.py).
    """
    form = chosen_form()
    if form is DayForm.CIJFERS:
        return f"{day.day:02}-{day.month:02}-{day.year}"
    months = MONTHS_SHORT if short or form is DayForm.KORT else MONTHS
    return f"{day.day} {months[day.month - 1]} {day.year}"


def month_text(day: date, *, short: bool = False) -> str:
    """A month as 'februari 2021', or 'feb 2021' when short."""
    months = MONTHS_SHORT if short else MONTHS
    return f"{months[day.month - 1]} {day.year}"


def number_text(value: float, decimals: int = 0) -> str:
    """A number the Dutch way: 1.234,5."""
    return f"{value:,.{decimals}f}".translate(_POINTS_FOR_COMMAS)


def list_text(words: Sequence[str]) -> str:
    """Words joined as in a sentence: 'a', 'a en b', 'a, b en c'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"


def count_text(number: int, one: str, more: str) -> str:
    """A count with its noun: '1 gebeurtenis', '3 gebeurtenissen'."""
    return f"{number_text(number)} {one if number == 1 else more}"
