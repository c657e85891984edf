"""Figures at the edges: a break inside a period, twenty itself, and what is least sure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.derived import is_known, worst
from hgkm_desktop.methods.figures import (
    break_between,
    change,
    passed_on_share,
    ratio,
    repeats,
    rest_share,
    share,
    year_of,
)
from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import ClassCount, Figure, FigureIndicator, Period, SeriesBreak

COUNT = FigureIndicator("thv", "Opgelegde huisverboden")
H1, H2 = Period(2025, 1), Period(2025, 2)


def counted(count: int, period: Period = H1, kind: ValueKind = ValueKind.EXACT) -> Figure:
    return Figure("f", COUNT.id, period, kind, count)


def broken_on(day: date) -> FigureIndicator:
    return replace(COUNT, breaks=(SeriesBreak(day, "anders geteld"),))


@pytest.mark.parametrize(
    "day",
    [date(2025, 1, 2), date(2025, 6, 30), date(2025, 7, 1), date(2025, 9, 1), date(2025, 12, 31)],
)
def test_a_break_inside_either_period_counts(day: date) -> None:
    assert break_between(broken_on(day), H1, H2) is not None
    assert change(broken_on(day), counted(40), counted(60, H2)).value is None
    assert year_of(broken_on(day), (counted(40), counted(60, H2)), 2025).value is None


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2024, 12, 31), date(2026, 1, 1)])
def test_a_break_at_the_begin_or_outside_counts_for_nothing(day: date) -> None:
    assert break_between(broken_on(day), H1, H2) is None
    assert change(broken_on(day), counted(40), counted(60, H2)).value == 20
    assert year_of(broken_on(day), (counted(40), counted(60, H2)), 2025).value == 100


def test_twenty_itself_has_a_percentage() -> None:
    assert share(7, 20).text == "35,0%"
    assert share(7, 19).text == "7 van 19"
    assert change(COUNT, counted(20), counted(25, H2)).text == "5 meer (25,0%)"
    assert change(COUNT, counted(19), counted(25, H2)).text == "6 meer"


def test_the_least_sure_number_decides() -> None:
    assert worst(ValueKind.CIRCA, ValueKind.AFGEROND) is ValueKind.CIRCA
    assert worst(ValueKind.EXACT, ValueKind.AFGEROND) is ValueKind.AFGEROND
    passed = replace(counted(40, kind=ValueKind.CIRCA), passed_on=10)
    assert passed_on_share(passed).quality is ValueKind.CIRCA


def test_a_number_beside_niet_leverbaar_is_not_known() -> None:
    assert not is_known(counted(3, kind=ValueKind.NIET_LEVERBAAR))


def test_repeats_are_of_the_noemer_and_one_class_is_no_sum() -> None:
    two = (ClassCount(2, 74), ClassCount(3, 8))
    beside = Figure("f", "personen_hg_herhaald", H1, count=100, of=1886, classes=two)
    assert repeats(beside).formula == "74 + 8 = 82; 82 van 1.886 = 4,3%"
    assert repeats(replace(beside, of=None)).formula == "74 + 8 = 82; 82 van 100 = 82,0%"
    assert repeats(replace(beside, classes=two[:1])).formula == "74 van 1.886 = 3,9%"


def test_a_part_that_is_one_more_than_the_whole_is_refused() -> None:
    with pytest.raises(BadInput, match="deel is groter"):
        rest_share(counted(20), counted(21))
    with pytest.raises(BadInput, match="groter dan de noemer"):
        share(21, 20)
    with pytest.raises(BadInput, match="kleiner dan nul"):
        ratio(0, -1)
