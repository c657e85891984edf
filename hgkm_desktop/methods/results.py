"""What is read off a line: a value as a range, an answer or words, or why it cannot be said."""

from __future__ import annotations

from dataclasses import dataclass

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import number_text
from hgkm_desktop.models.indicators import IndicatorId
from hgkm_desktop.models.intervals import MOST_IN_DAYS, DayRange, interval_words
from hgkm_desktop.models.terms import Answer

UNSAID = "niet te zeggen"


@dataclass(frozen=True, slots=True)
class CountRange:
    """The fewest and the most of something, zero or more; raises BadInput for anything else."""

    least: int
    most: int

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.most:
            raise BadInput("Het kleinste aantal is groter dan het grootste, of onder nul.")


Value = DayRange | CountRange | Answer | str


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is said, about the events and other records in `used_ids`.

    Parts with one `key` are compared between cases; `label` says in words which part it is, empty
    when there is only one. Without a `value` the `reason` says why not; beside a value it is a
    remark, or empty.
    """

    key: str
    label: str
    value: Value | None = None
    reason: str = ""
    used_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What the line of one case says on one indicator, in one part or more."""

    indicator: IndicatorId
    parts: tuple[Part, ...]

    @property
    def is_known(self) -> bool:
        """True when anything could be said."""
        return any(part.value is not None for part in self.parts)


def unsaid(reason: str, used_ids: tuple[str, ...] = (), *, key: str = "", label: str = "") -> Part:
    """A part of which nothing can be said, and why."""
    return Part(key, label, None, reason, used_ids)


def value_words(value: Value | None) -> str:
    """A value in plain Dutch: '23 tot 53 dagen', '2 of 3', 'ja', 'niet te zeggen'."""
    match value:
        case None:
            return UNSAID
        case DayRange():
            return _days_words(value)
        case CountRange(least=least, most=most):
            return _count_words(least, most)
        case Answer.ONBEKEND:
            return "niet zeker"
        case Answer():
            return value.label
        case _:
            return str(value)


def part_words(part: Part) -> str:
    """A part as one line: '4 juni 2022, huisarts belt: 12 dagen. Een opmerking.'"""
    said = value_words(part.value)
    said = f"{part.label}: {said}" if part.label else said
    return f"{said}. {part.reason}" if part.reason else said


def _count_words(least: int, most: int) -> str:
    if least == most:
        return number_text(least)
    join = "of" if most - least == 1 else "tot"
    return f"{number_text(least)} {join} {number_text(most)}"


def _days_words(time: DayRange) -> str:
    """Days, with how many exactly where they are said in months or years; below zero is sooner."""
    if not time.order_is_sure:
        sooner, later = (interval_words(DayRange(n, n)) for n in (-time.least, time.most))
        return f"van {sooner} eerder tot {later} later"
    if time.most <= 0 and time.least < 0:
        return f"{_exact_words(DayRange(-time.most, -time.least))} eerder"
    return _exact_words(time)


def _exact_words(time: DayRange) -> str:
    words = interval_words(time)
    if time.least == time.most or time.most <= MOST_IN_DAYS:
        return words
    return f"{words} ({number_text(time.least)} tot {number_text(time.most)} dagen)"
