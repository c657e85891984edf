"""The published figures that come along: as published, with their caveats, and a broken list."""

from __future__ import annotations

from pathlib import Path

import pytest

from hgkm_desktop.models.figure_content import figure_indicators
from hgkm_desktop.models.figure_terms import AreaKind, FigureKind, ValueKind
from hgkm_desktop.models.figures import ClassCount, Period
from hgkm_desktop.models.reference_figures import (
    ReferenceSet,
    read_reference_set,
    reference_sets,
)
from hgkm_desktop.models.strict_toml import BadContent
from hgkm_desktop.paths import resource

BY_ID = {found.id: found for found in reference_sets()}
REGION, BANS = BY_ID["midden_nederland"], BY_ID["huisverboden"]
YEAR = Period(2016)


def count(found: ReferenceSet, area: str, indicator: str, year: int, half: int = 0) -> int | None:
    return found.figure(area, indicator, Period(year, half)).count


@pytest.mark.parametrize("found", reference_sets(), ids=lambda found: found.id)
def test_a_set_says_where_it_is_from_and_what_to_beware_of(found: ReferenceSet) -> None:
    assert found.name
    assert found.source.startswith("Bron ")
    assert found.caveat.endswith(".")
    for one in found.figures:
        assert found.caveats(one.figure.indicator_id)[0] == found.caveat
        assert found.area(one.area_id).label


@pytest.mark.parametrize("found", reference_sets(), ids=lambda found: found.id)
def test_no_published_value_is_wrong_in_itself(found: ReferenceSet) -> None:
    kinds = {indicator.id: indicator.kind for indicator in figure_indicators()}
    for figure in (one.figure for one in found.figures):
        numbers = (figure.count, figure.of, figure.given_share, *figure.classes)
        assert figure.kind.has_number is any(number is not None for number in numbers)
        is_share = kinds[figure.indicator_id] is FigureKind.AANDEEL
        if is_share and figure.count is not None and figure.of is not None:
            assert figure.count <= figure.of
        if figure.of is not None and kinds[figure.indicator_id] is FigureKind.AANTAL:
            pytest.fail(f"{figure.id} is a count with a noemer")


@pytest.mark.parametrize("found", reference_sets(), ids=lambda found: found.id)
def test_a_noemer_is_what_its_own_indicator_says(found: ReferenceSet) -> None:
    part_of = {indicator.id: indicator.part_of_id for indicator in figure_indicators()}
    for one in found.figures:
        figure = one.figure
        if figure.of is not None and not one.since:
            whole = found.figure(one.area_id, part_of[figure.indicator_id], figure.period)
            assert figure.of == whole.count


def test_the_figures_of_the_region_are_as_published() -> None:
    for name, number in {"rihg": 313, "thv": 271, "thv_verlengd": 156, "zaken_hg": 737}.items():
        assert count(REGION, "midden_nederland", name, 2016) == number
    for name, number in {"zsm": 661, "zsm_km": 38, "zsm_herhaald": 41, "zsm_sepot": 59}.items():
        assert count(REGION, "midden_nederland", name, 2016) == number
    incidents = REGION.figure("midden_nederland", "incidenten", YEAR)
    assert (incidents.kind, incidents.count) == (ValueKind.CIRCA, 10_000)
    assert count(REGION, "flevoland", "meldingen", 2016, 2) == 2510
    assert count(REGION, "gooi_en_vechtstreek", "onderzoeken_vt", 2016, 2) == 65
    assert count(REGION, "utrecht", "adviezen", 2016, 1) == 3010


def test_what_veilig_thuis_gave_is_rounded_and_says_so() -> None:
    halves = [f.figure for f in REGION.figures if f.figure.period.half]
    assert len(halves) == 3 * 3 * 2
    assert all(figure.kind is ValueKind.AFGEROND for figure in halves)
    assert all(figure.count is not None and figure.count % 5 == 0 for figure in halves)
    for name in ("adviezen", "meldingen", "onderzoeken_vt"):
        words = " ".join(REGION.caveats(name))
        for word in ("niet geschikt om op te sturen", "vijven", "voorlopig", "moeilijk"):
            assert word in words


def test_the_sepots_say_that_they_are_no_parts_of_one_whole() -> None:
    for name in ("sepot_voorwaardelijk", "sepot_onvoorwaardelijk", "vervolgd"):
        assert "geen delen van één geheel" in " ".join(REGION.caveats(name))
    assert "geen delen" not in " ".join(REGION.caveats("zsm"))


def test_a_value_over_more_years_stands_beside_no_year() -> None:
    (found,) = REGION.published("personen_hg_herhaald")
    assert found.period_text == "2015 tot en met 2017"
    assert found.figure.classes == (ClassCount(2, 74), ClassCount(3, 8))
    assert found.figure.of == 1886
    in_a_year = REGION.figure("midden_nederland", "personen_hg", Period(2017))
    assert in_a_year.kind is ValueKind.NIET_VERMELD


def test_not_mentioned_is_not_nought_and_nought_is() -> None:
    for area in ("friesland", "nijmegen", "vallei", "heerlen"):
        for year in (2016, 2017):
            found = BANS.figure(area, "overtredingen", Period(year))
            assert (found.kind, found.count) == (ValueKind.NIET_VERMELD, None)
            assert count(BANS, area, "thv", year)
    gouda = BANS.figure("gouda", "overtredingen", YEAR)
    assert (gouda.kind, gouda.count) == (ValueKind.EXACT, 0)
    assert BANS.figure("leiden", "overtredingen", Period(2017)).count is None
    assert BANS.figure("zeeland", "procedures", YEAR).kind is ValueKind.NIET_VERMELD


@pytest.mark.parametrize(
    ("area", "bans", "breaches"),
    [
        ("zeeland", (71, 45), (4, 3)),
        ("amsterdam", (236, 201), (31, 25)),
        ("leiden_regio", (83, 70), (9, 4)),
        ("gouda_regio", (36, 30), (0, 8)),
        ("rotterdam", (261, 297), (45, 57)),
    ],
)
def test_the_bans_are_as_published(
    area: str, bans: tuple[int, int], breaches: tuple[int, int]
) -> None:
    for year, ban, breach in zip((2016, 2017), bans, breaches, strict=True):
        assert count(BANS, area, "thv", year) == ban
        assert count(BANS, area, "overtredingen", year) == breach


def test_a_municipality_lies_in_its_region() -> None:
    for name in ("leiden", "gouda"):
        for order in ([name, f"{name}_regio"], [f"{name}_regio", "zeeland", name]):
            inner, outer = BANS.overlap(order) or (None, None)
            assert inner is BANS.area(name)
            assert outer is BANS.area(f"{name}_regio")
        assert BANS.area(name).kind is AreaKind.GEMEENTE
    assert BANS.overlap(["leiden", "gouda", "zeeland"]) is None
    assert BANS.overlap(["gouda_regio", "leiden_regio"]) is None
    assert BANS.overlap(["gouda", "gouda"]) is not None
    assert REGION.overlap(["utrecht", "midden_nederland"]) is not None


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('gebied = "zeeland"', 'gebied = "zeelant"', "‘zeelant’ is geen bekend gebied"),
        ('indicator = "thv"', 'indicator = "tvh"', "‘tvh’ is geen bekend gebied"),
        ("aantal = 71", "aantal = 71.5", "‘aantal’ moet een heel getal"),
        ("aantal = 71", "aantal = -71", "‘aantal’ moet een heel getal"),
        ("aantal = 71", 'aantal = "71"', "‘aantal’ moet een getal"),
        ("aantal = 71", "antal = 71", "‘antal’ hoort hier niet"),
        ("aantal = 71", "aantal = 71\nkeren = { 7 = 3 }", "hoe vaak is 2, 3, 4 of 5"),
        ("jaar = 2017", "jaar = 2016", "een cijfer staat er twee keer"),
        ('ligt_in = ["leiden_regio"]', 'ligt_in = ["regio"]', "een gebied dat er niet is"),
        ("voorbehoud = ", "let_op = ", "‘let_op’ moet een lijst|‘voorbehoud’ ontbreekt"),
    ],
)
def test_a_broken_set_says_where_and_why(tmp_path: Path, old: str, new: str, reason: str) -> None:
    text = resource("inhoud/referentie_huisverboden.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "referentie_huisverboden.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadContent, match=rf"^referentie_huisverboden\.toml.*({reason})"):
        read_reference_set(path)
