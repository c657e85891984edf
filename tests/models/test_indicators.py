"""The list of indicators: complete, in plain words, and a broken one is named exactly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hgkm_desktop.models.indicators import IndicatorId, indicators, read_indicators
from hgkm_desktop.models.strict_toml import BadContent
from hgkm_desktop.paths import resource


def shipped() -> str:
    return resource("inhoud/indicatoren.toml").read_text(encoding="utf-8")


def test_every_indicator_is_there_once_with_its_words() -> None:
    found = indicators()
    assert {one.id for one in found} == set(IndicatorId)
    assert len(found) == len(IndicatorId)
    assert len({one.label for one in found}) == len(found)
    for one in found:
        assert all(text.endswith((".", "?")) for text in (one.definition, one.is_not))
        assert re.match(r"Bron [1-5]\b", one.source)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('id = "plannen"', 'id = "wensen"', "‘id’ moet een van deze woorden zijn: geweld_tot_"),
        ('id = "plannen"', 'id = "zonder_regie"', "de id ‘zonder_regie’ staat er twee keer"),
        ("wat_het_niet_is = ", "wat_niet = ", "‘wat_het_niet_is’ ontbreekt"),
        ('label = "Tijd zonder regie"', 'label = ""', "zonder_regie.*: ‘label’ is leeg"),
        ('bron = "Bron 2', 'gemiddeld = true\nbron = "Bron 2', "‘gemiddeld’ hoort hier niet"),
    ],
)
def test_a_broken_list_says_where_and_why(tmp_path: Path, old: str, new: str, reason: str) -> None:
    path = tmp_path / "indicatoren.toml"
    path.write_text(shipped().replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadContent, match=rf"^indicatoren\.toml.*{reason}"):
        read_indicators(path)


def test_one_that_is_computed_but_not_in_the_list_is_named(tmp_path: Path) -> None:
    without = re.sub(r'\[\[indicator\]\]\nid = "plannen".*?(?=\[\[)', "", shipped(), flags=re.S)
    path = tmp_path / "indicatoren.toml"
    path.write_text(without, encoding="utf-8")
    with pytest.raises(BadContent, match="ontbreekt de indicator ‘plannen’"):
        read_indicators(path)
