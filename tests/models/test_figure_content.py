"""The indicators of cijfers in beeld: complete, in plain words, and a broken one is named."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hgkm_desktop.models.figure_content import (
    figure_indicators,
    indicator_of,
    indicators_of,
    read_figure_indicators,
)
from hgkm_desktop.models.figure_terms import Direction, FigureKind, FigureUnit
from hgkm_desktop.models.figures import FigureIndicator, FigureSet
from hgkm_desktop.models.strict_toml import BadContent
from hgkm_desktop.paths import resource

BY_ID = {indicator.id: indicator for indicator in figure_indicators()}
OWN = FigureIndicator("a" * 32, "gezinnen met één plan")
HELD = FigureSet("1" * 32, "C6-6C", own=(OWN,))

# What the method names, by who supplies it (docs/bronnen.md, bron 1 and 5).
BY_SUPPLIER = {
    "Veilig Thuis": ["meldingen", "meldingen_herhaald", "thv", "thv_verlengd", "contactmomenten"],
    "Openbaar Ministerie": ["zsm", "zsm_herhaald", "zsm_sepot", "zaken_hg"],
    "Politie": ["incidenten", "adressen_herhaald", "rihg", "thv", "aangiftebereidheid"],
    "Gemeente": ["thv_verlengd", "procedures", "overtredingen"],
}
OF_VEILIG_THUIS = {
    *("meldingen", "meldingen_herhaald", "adviezen", "onderzoeken_vt", "contactmomenten"),
    *("zaken_vt", "zaken_vt_minderjarig"),
}


@pytest.mark.parametrize("supplier", BY_SUPPLIER)
def test_what_the_method_counts_is_there(supplier: str) -> None:
    for name in BY_SUPPLIER[supplier]:
        assert supplier in BY_ID[name].suppliers


@pytest.mark.parametrize("indicator", figure_indicators(), ids=lambda indicator: indicator.id)
def test_an_indicator_says_all_that_a_reader_needs(indicator: FigureIndicator) -> None:
    assert indicator.suppliers
    sentences = (indicator.definition, indicator.is_not, indicator.look_back)
    assert all(text.endswith(".") for text in sentences if text)
    assert indicator.definition
    assert indicator.is_not
    assert re.match(r"Bron [1-5]\b", indicator.source)
    assert bool(indicator.part_of_id) is (indicator.kind is not FigureKind.AANTAL)
    assert bool(indicator.wanted_because) is (indicator.direction is not Direction.GEEN)


def test_no_two_have_one_label() -> None:
    assert len({one.label.casefold() for one in figure_indicators()}) == len(figure_indicators())


def test_a_whole_is_a_count_or_a_part_of_one() -> None:
    for indicator in figure_indicators():
        seen = [indicator.id]
        while part_of := BY_ID[seen[-1]].part_of_id:
            assert part_of not in seen
            seen.append(part_of)
        assert BY_ID[seen[-1]].kind is FigureKind.AANTAL


def test_a_share_counts_what_its_whole_counts() -> None:
    for indicator in figure_indicators():
        if indicator.kind is FigureKind.AANDEEL:
            assert indicator.unit is BY_ID[indicator.part_of_id].unit


def test_what_may_be_more_than_its_whole_is_a_ratio() -> None:
    ratios = {i.id for i in figure_indicators() if i.kind is FigureKind.VERHOUDING}
    assert ratios == {"overtredingen", "aangiftebereidheid"}


def test_only_what_somebody_wants_has_a_direction() -> None:
    wanted = {i.id: i.direction for i in figure_indicators() if i.direction is not Direction.GEEN}
    for name in ("meldingen", "aangiftebereidheid", "thv_preventief"):
        assert wanted[name] is Direction.OMHOOG
    assert Direction.OMLAAG not in wanted.values()
    for name in ("thv", "incidenten", "zsm_herhaald", "meldingen_herhaald", "zsm_sepot"):
        assert name not in wanted


def test_repeats_are_of_addresses_and_persons() -> None:
    repeated = {i.id for i in figure_indicators() if i.has_classes}
    assert repeated == {"adressen_herhaald", "thv_personen_herhaald", "personen_hg_herhaald"}
    assert all(BY_ID[i].unit in (FigureUnit.ADRES, FigureUnit.PERSOON) for i in repeated)
    assert all(BY_ID[i].look_back for i in repeated)
    passed_on = {i.id for i in figure_indicators() if i.has_passed_on}
    assert passed_on == {"adressen_herhaald", "thv_personen_herhaald"}


def test_the_series_of_veilig_thuis_breaks_in_2019() -> None:
    broken = {i.id: [b.on for b in i.breaks] for i in figure_indicators() if i.breaks}
    assert broken == {name: [date(2019, 1, 1)] for name in OF_VEILIG_THUIS}


def test_an_indicator_is_found_in_the_list_or_in_the_set() -> None:
    assert indicator_of(HELD, "thv") is BY_ID["thv"]
    assert indicator_of(HELD, OWN.id) is OWN
    assert indicators_of(HELD) == (*figure_indicators(), OWN)
    gone = indicator_of(replace(HELD, own=()), OWN.id)
    assert (gone.id, gone.label) == (OWN.id, "indicator die niet meer in de lijst staat")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            'deel_van = "thv"',
            'deel_van = "tvh"',
            "‘deel_van’ noemt een indicator die er",
        ),
        ('deel_van = "thv"\n', "", "‘deel_van’ ontbreekt"),
        ("gewenst_door = ", "gewenst = ", "‘gewenst_door’ ontbreekt"),
        ('eenheid = "adres"', 'eenheid = "huis"', "‘eenheid’ moet een van deze woorden zijn"),
        ("op = 2019-01-01", 'op = "2019"', "‘op’ moet een dag"),
        ("op = 2019-01-01, ", "", "‘op’ ontbreekt"),
        ('id = "rihg"', 'id = "thv"', "de id ‘thv’ staat er twee keer"),
        ('soort = "aantal"', 'soort = "aantal"\nkleur = "rood"', "‘kleur’ hoort hier niet"),
        ('soort = "aantal"', 'soort = "aantal"\ndeel_van = "thv"', "‘deel_van’ hoort hier niet"),
    ],
)
def test_a_broken_list_says_where_and_why(tmp_path: Path, old: str, new: str, reason: str) -> None:
    text = resource("inhoud/cijfers.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "cijfers.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadContent, match=rf"^cijfers\.toml.*{reason}"):
        read_figure_indicators(path)
