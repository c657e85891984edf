"""Across a study: each case side by side, in order, and no average of a few cases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.methods.distribution import (
    FEWEST_FOR_AVERAGE,
    Distribution,
    average_words,
    distributions,
    known_words,
)
from hgkm_desktop.methods.indicators import results_of
from hgkm_desktop.methods.results import value_words
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.indicators import IndicatorId, indicators
from hgkm_desktop.models.terms import EventKind
from tests.builders import a_case_with, an_event


def a_case(code: str, violence: str = "", melding: str = "") -> Case:
    """A case with an incident and a melding at Veilig Thuis, as far as these are given."""
    events = []
    if violence:
        events.append(an_event(violence, "ruzie", kind=EventKind.INCIDENT))
    if melding:
        report = EventKind.MELDING
        events.append(an_event(melding, "melding", kind=report, reported_to="Veilig Thuis"))
    return a_case_with(*events, code=code)


LONG = a_case("B2-2B", "1 mei 2022", "1 juli 2022")  # 30 + 30 + 1 = 61 days
SHORT = a_case("C2-2C", "1 mei 2022", "4 mei 2022")  # 3 days
VAGUE = a_case("D2-2D", "1 mei 2022", "mei 2022")  # 0 to 30 days
NONE = a_case("F2-2F", "1 mei 2022")
MORE = [a_case(f"G2-2{letter}", "1 mei 2022", "11 mei 2022") for letter in "GH"]  # 10 days


def the_one(*cases: Case) -> Distribution:
    (found,) = distributions(cases, IndicatorId.GEWELD_TOT_MELDING)
    return found


def test_each_case_is_listed_from_low_to_high_with_the_unknown_last() -> None:
    found = the_one(NONE, LONG, SHORT, VAGUE)
    said = [(row.code, value_words(row.part.value)) for row in found.rows]
    assert said == [
        ("D2-2D", "hooguit 30 dagen"),
        ("C2-2C", "3 dagen"),
        ("B2-2B", "61 dagen"),
        ("F2-2F", "niet te zeggen"),
    ]
    assert known_words(found) == "3 van 4"
    assert (found.rows[-1].case_id, found.rows[-1].part.reason) == (
        NONE.id,
        "Er staat geen melding bij Veilig Thuis op de lijn.",
    )


def test_below_five_cases_with_a_value_there_is_no_average_and_it_says_why() -> None:
    found = the_one(NONE, LONG, SHORT, VAGUE, MORE[0])
    assert (found.known, found.total, found.average) == (4, 5, None)
    assert found.no_average.startswith("Minder dan 5 casussen met een uitkomst")


def test_from_five_cases_an_average_is_a_range() -> None:
    found = the_one(NONE, LONG, SHORT, VAGUE, *MORE)
    assert found.known == FEWEST_FOR_AVERAGE
    assert found.average is not None
    # Fewest: (61 + 3 + 0 + 10 + 10) / 5 = 84 / 5 = 16,8. Most: (61 + 3 + 30 + 20) / 5 = 22,8.
    assert average_words(found.average) == "16,8 tot 22,8 dagen, over 5 casussen"
    assert found.no_average == ""


@pytest.mark.parametrize(
    ("indicator", "why"),
    [
        (IndicatorId.ORGANISATIES_TEGELIJK, "alleen een beschrijving"),
        (IndicatorId.VEILIGHEIDSCIJFERS, "alleen een beschrijving"),
        (IndicatorId.PLANNEN, "geen aantal"),
    ],
)
def test_what_has_no_average_says_why(indicator: IndicatorId, why: str) -> None:
    cases = [replace(LONG, id=f"c{n:031d}") for n in range(8)]
    found = distributions(cases, indicator)
    assert found
    assert all(one.average is None and why in one.no_average for one in found)


def test_risk_moments_are_listed_each_and_not_averaged() -> None:
    events = [
        an_event("1 mei 2022", "een", kind=EventKind.RISICOMOMENT),
        an_event("3 mei 2022", "twee", kind=EventKind.RISICOMOMENT),
        an_event("4 mei 2022", "overleg", kind=EventKind.AFSTEMMING),
    ]
    cases = [a_case_with(*events, code=f"H2-2{letter}") for letter in "BCDFGH"]
    (found,) = distributions(cases, IndicatorId.RISICO_TOT_AFSTEMMING)
    assert [value_words(row.part.value) for row in found.rows] == ["1 dag"] * 6 + ["3 dagen"] * 6
    assert (found.known, found.average) == (6, None)
    assert "meer dan één" in found.no_average


def test_every_case_stands_in_every_distribution() -> None:
    cases = [NONE, LONG, a_case("K2-2K")]
    for indicator in indicators():
        for found in distributions(cases, indicator.id):
            assert {row.code for row in found.rows} == {"F2-2F", "B2-2B", "K2-2K"}
            assert found.total == 3


def test_a_case_has_a_result_for_each_indicator_in_the_order_of_the_list() -> None:
    found = [result.indicator for result in results_of(LONG)]
    assert found == [indicator.id for indicator in indicators()]
    said = {result.indicator for result in results_of(a_case("L2-2L")) if result.is_known}
    assert said == {IndicatorId.CONTACTMOMENTEN_VT, IndicatorId.PLANNEN}, "counted, and none there"
