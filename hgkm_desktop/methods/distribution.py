"""One indicator across the cases of a study: what each case says, side by side and in order.

An average of a few cases says more about the choice of cases than about the work, so below five
there is none; that five is ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hgkm_desktop.methods.indicators import read_off
from hgkm_desktop.methods.results import CountRange, Part, Value, unsaid
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, number_text
from hgkm_desktop.models.indicators import IndicatorId
from hgkm_desktop.models.intervals import DayRange
from hgkm_desktop.models.terms import Answer

FEWEST_FOR_AVERAGE = 5
_DESCRIBED = (IndicatorId.ORGANISATIES_TEGELIJK, IndicatorId.VEILIGHEIDSCIJFERS)


@dataclass(frozen=True, slots=True)
class Row:
    """What one case says in one part."""

    case_id: str
    code: str
    part: Part


@dataclass(frozen=True, slots=True)
class Average:
    """The least and the most that the average over `cases` cases can be; `unit` as words."""

    least: float
    most: float
    cases: int
    unit: str


@dataclass(frozen=True, slots=True)
class Distribution:
    """One part of an indicator over a study: the rows from low to high, what is not known last.

    `known` of `total` cases have a value. Without an `average`, `no_average` says why.
    """

    indicator: IndicatorId
    key: str
    rows: tuple[Row, ...]
    known: int
    total: int
    average: Average | None
    no_average: str


def distributions(cases: Sequence[Case], indicator: IndicatorId) -> tuple[Distribution, ...]:
    """What these cases say on one indicator, a distribution for each of its parts.

    Every case stands in each of them; one that does not have that part says why.
    """
    parts = {case.id: read_off(case, indicator).parts for case in cases}
    keys = dict.fromkeys(part.key for found in parts.values() for part in found)
    named = [key for key in keys if key] or list(keys)
    return tuple(_distribution(indicator, key, cases, parts) for key in named)


def _distribution(
    indicator: IndicatorId,
    key: str,
    cases: Sequence[Case],
    parts: Mapping[str, Sequence[Part]],
) -> Distribution:
    rows = [
        Row(case.id, case.code, part) for case in cases for part in _with_key(parts[case.id], key)
    ]
    known = [row for row in rows if row.part.value is not None]
    with_value = len({row.case_id for row in known})
    average, why = _average(indicator, known, with_value)
    ordered = tuple(sorted(rows, key=_place))
    return Distribution(indicator, key, ordered, with_value, len(cases), average, why)


def _with_key(parts: Sequence[Part], key: str) -> Sequence[Part]:
    """The parts with this key; else the one without a key that says why there is none."""
    found = [part for part in parts if part.key == key]
    others = [part for part in parts if not part.key]
    return found or others or [unsaid("Hierover staat in deze casus niets.", key=key)]


def known_words(found: Distribution) -> str:
    """How many cases have a value: '4 van 7'."""
    return f"{found.known} van {found.total}"


def average_words(average: Average) -> str:
    """An average as a range with how many cases it is of: '31 tot 60 dagen, over 6 casussen'."""
    least, most = number_text(average.least, 1), number_text(average.most, 1)
    words = least if least == most else f"{least} tot {most}"
    words = f"{words} {average.unit}".strip()
    return f"{words}, over {count_text(average.cases, 'casus', 'casussen')}"


def _place(row: Row) -> tuple[bool, float, float, str, str]:
    least, most = _edges(row.part.value)
    return row.part.value is None, least, most, row.code, row.part.label


_ORDER_OF_ANSWERS = {Answer.JA: 0.0, Answer.ONBEKEND: 1.0, Answer.NEE: 2.0}


def _edges(value: Value | None) -> tuple[float, float]:
    match value:
        case DayRange(least=least, most=most) | CountRange(least=least, most=most):
            return float(least), float(most)
        case Answer():
            return _ORDER_OF_ANSWERS[value], 0.0
        case _:
            return 0.0, 0.0


def _average(
    indicator: IndicatorId, known: Sequence[Row], cases: int
) -> tuple[Average | None, str]:
    """An average of one number for each case, or why there is none."""
    if indicator in _DESCRIBED:
        return None, "Dit is alleen een beschrijving; een gemiddelde zegt hier niets."
    if not known or not all(isinstance(r.part.value, DayRange | CountRange) for r in known):
        return None, "Dit is geen aantal, dus er is geen gemiddelde."
    if len(known) > cases:
        return None, "Een casus kan er meer dan één hebben, dus er is geen gemiddelde."
    if cases < FEWEST_FOR_AVERAGE:
        few = f"Minder dan {FEWEST_FOR_AVERAGE} casussen met een uitkomst"
        return None, f"{few}: een gemiddelde zegt dan vooral welke casussen u koos."
    edges = [_edges(row.part.value) for row in known]
    least, most = (sum(edge) / cases for edge in zip(*edges, strict=True))
    unit = "dagen" if isinstance(known[0].part.value, DayRange) else ""
    return Average(least, most, cases, unit), ""
