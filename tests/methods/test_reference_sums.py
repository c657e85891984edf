"""Published figures reproduce what their source says of them, and are never added twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.figures import change, check_share, proportion, rest_share
from hgkm_desktop.methods.reference_sums import check_given, sum_over_areas
from hgkm_desktop.models.figure_content import figure_indicators
from hgkm_desktop.models.figures import Figure, Period
from hgkm_desktop.models.reference_figures import ReferenceSet, reference_sets

INDICATORS = {indicator.id: indicator for indicator in figure_indicators()}
BY_ID = {found.id: found for found in reference_sets()}
REGION, BANS = BY_ID["midden_nederland"], BY_ID["huisverboden"]
YEAR, LATER = Period(2016), Period(2017)
REGIONS = ("flevoland", "gooi_en_vechtstreek", "utrecht")
HALVES = (Period(2016, 1), Period(2016, 2))


def of_region(indicator_id: str) -> Figure:
    return REGION.figure("midden_nederland", indicator_id, YEAR)


def breaches(area: str, period: Period) -> Figure:
    return BANS.figure(area, "overtredingen", period)


@pytest.mark.parametrize(
    ("indicator_id", "formula"),
    [
        ("thv_verlengd", "156 van 271 = 57,6%"),
        ("sepot_voorwaardelijk", "108 van 737 = 14,7%"),
        ("sepot_onvoorwaardelijk", "75 van 737 = 10,2%"),
        ("zsm_sepot", "59 van 661 = 8,9%"),
        ("zsm_herhaald", "41 van 661 = 6,2%"),
        ("zsm", "661 van 737 = 89,7%"),
    ],
)
def test_the_shares_of_the_region_follow(indicator_id: str, formula: str) -> None:
    assert proportion(INDICATORS[indicator_id], of_region(indicator_id)).formula == formula


def test_all_printed_shares_agree_but_one() -> None:
    found = {
        one.figure.indicator_id: check_share(INDICATORS[one.figure.indicator_id], one.figure)
        for one in REGION.figures
    }
    compared = {name: one for name, one in found.items() if one is not None}
    assert [name for name, one in compared.items() if not one.agrees] == ["zsm_herhaald"]
    assert len(compared) == 5
    (printed,) = REGION.published("zsm_herhaald")
    assert "6,5%" in compared["zsm_herhaald"].text
    assert "6,5%" in printed.note
    assert "6,2%" in printed.note


def test_what_led_to_no_ban_follows_from_two_figures() -> None:
    found = rest_share(of_region("rihg"), of_region("thv"))
    assert found.formula == "313 − 271 = 42; 42 van 313 = 13,4%"
    given = replace(of_region("rihg_zonder_thv"), count=42)
    compared = check_share(INDICATORS["rihg_zonder_thv"], given)
    assert compared is not None
    assert compared.agrees


def test_who_was_registered_more_than_once_follows() -> None:
    (found,) = REGION.published("personen_hg_herhaald")
    result = proportion(INDICATORS["personen_hg_herhaald"], found.figure)
    assert result.formula == "74 + 8 = 82; 82 van 1.886 = 4,3%"


@pytest.mark.parametrize(
    ("indicator_id", "total"),
    [("adviezen", 9725), ("meldingen", 12_375), ("onderzoeken_vt", 1515)],
)
def test_the_sums_of_veilig_thuis_carry_their_caveats(indicator_id: str, total: int) -> None:
    found = sum_over_areas(REGION, indicator_id, REGIONS, HALVES)
    assert found.value == total
    assert found.text.endswith("(afgerond)")
    words = " ".join(found.caveats)
    for word in ("niet geschikt om op te sturen", "vijven", "voorlopig", "moeilijk"):
        assert word in words
    given = [one for one in REGION.totals if one.indicator_id == indicator_id]
    assert total in [one.total for one in given]
    assert len(given) == 4


def test_every_printed_total_agrees() -> None:
    compared = [check_given(REGION, total) for total in REGION.totals]
    assert len(compared) == 12
    assert all(one is not None and one.agrees for one in compared)


def test_a_printed_total_that_differs_is_told() -> None:
    wrong = replace(REGION.totals[0], total=3120)
    compared = check_given(REGION, wrong)
    assert compared is not None
    assert "3.125: 5 meer" in compared.text


@pytest.mark.parametrize(
    ("found", "area_ids"),
    [
        (BANS, ("leiden", "leiden_regio")),
        (BANS, ("gouda_regio", "zeeland", "gouda")),
        (REGION, ("midden_nederland", "utrecht")),
        (BANS, ("zeeland", "zeeland")),
    ],
)
def test_an_area_and_what_it_lies_in_are_never_added(
    found: ReferenceSet, area_ids: tuple[str, ...]
) -> None:
    with pytest.raises(BadInput, match="het andere: dan telt iets dubbel"):
        sum_over_areas(found, "thv", area_ids, (YEAR,))


def test_a_year_and_its_half_are_never_added() -> None:
    with pytest.raises(BadInput, match="overlappen"):
        sum_over_areas(REGION, "meldingen", REGIONS, (YEAR, HALVES[0]))


def test_the_whole_land_is_not_made_of_what_is_not_mentioned() -> None:
    all_bans = sum_over_areas(BANS, "thv", ("zeeland", "friesland"), (YEAR,))
    assert (all_bans.value, all_bans.formula) == (140, "71 + 69 = 140")
    assert "niet op te tellen" in all_bans.caveats[0]
    found = sum_over_areas(BANS, "overtredingen", ("zeeland", "friesland"), (YEAR,))
    assert (found.value, found.text) == (None, "")


def test_breaches_are_a_ratio_of_bans() -> None:
    indicator = INDICATORS["overtredingen"]
    assert proportion(indicator, breaches("rotterdam", YEAR)).formula == (
        "45 op 261 = 17,2 per 100"
    )
    assert proportion(indicator, breaches("gouda", YEAR)).text == "0 op 15"
    assert proportion(indicator, breaches("nijmegen", YEAR)).text == ""
    found = change(indicator, breaches("rotterdam", YEAR), breaches("rotterdam", LATER))
    assert found.text == "2,0 per 100 meer"


def test_no_change_is_made_of_what_is_not_mentioned() -> None:
    indicator = INDICATORS["overtredingen"]
    assert change(indicator, breaches("leiden", YEAR), breaches("leiden", LATER)).value is None
    found = change(indicator, breaches("gouda_regio", YEAR), breaches("gouda_regio", LATER))
    assert found.text == "26,7 per 100 meer", "a real nought counts"
