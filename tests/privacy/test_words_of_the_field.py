"""The words of the field are never taken for a name, except those that betray a region."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from hgkm_desktop.paths import resource
from hgkm_desktop.privacy import FindingKind, check
from hgkm_desktop.privacy.lexicon import edited, items, regional

LISTS = {
    "organisaties": ("organisatie", "naam"),
    "functies": ("functie", "label"),
    "rollen": ("rol", "label"),
    "instrumenten": ("instrument", "naam"),
    "geweldsvormen": ("geweldsvorm", "label"),
    "leefgebieden": ("leefgebied", "label"),
    "belemmeringen": ("belemmering", "label"),
}
# Of content-facts on the field: tables, laws, instruments and words that are mixed up.
SAID = (
    *(
        "VT",
        "AMK",
        "SHG",
        "AMHK",
        "OM",
        "OvJ",
        "hOvJ",
        "ZSM",
        "RvdK",
        "GI",
        "BJZ",
        "RC",
        "SHN",
        "CIT",
    ),
    *("ZVH", "VHH", "CSG", "JGZ", "GGD", "GGZ", "LECK", "NFI", "NIFP", "LKHA", "OOV", "DVC", "RVS"),
    *(
        "RNZS",
        "CORV",
        "THV",
        "RIHG",
        "IBS",
        "OTS",
        "VOTS",
        "WGS",
        "SASH",
        "PGA",
        "HG",
        "KM",
        "Wvggz",
    ),
    *("Wzd", "Wmo", "Sv", "Sr", "BW", "PCF", "LVB", "MDA++", "MDO", "thv", "ots", "vt"),
)
SENTENCES = (
    "Veilig Thuis en het Openbaar Ministerie spraken met de Raad voor de Kinderbescherming.",
    "De Wet tijdelijk huisverbod en de Wet verplichte meldcode gelden, en art. 1:255 lid 3 BW.",
    "Reclassering Nederland, Leger des Heils en Slachtofferhulp Nederland waren er.",
    "Het Zorg- en Veiligheidshuis heeft procesregie, het Centrum Seksueel Geweld werd gebeld.",
    "Samen op in acuut, handle with care en het Actieoverleg zijn werkafspraken.",
    "De handreiking strafbare kindermishandeling, art. 509hh Sv en art. 151d Gemeentewet.",
)


def entries(name: str) -> list[dict[str, Any]]:
    with resource(f"inhoud/{name}.toml").open("rb") as file:
        content = tomllib.load(file)
    return [entry for value in content.values() if isinstance(value, list) for entry in value]


@pytest.mark.parametrize("name", LISTS)
def test_what_the_program_offers_is_not_found(name: str) -> None:
    given = [str(entry.get("naam") or entry.get("label")) for entry in entries(name)]
    assert given
    assert [word for word in given if check(f"ook {word} was er")] == []


@pytest.mark.parametrize("heading", edited("domein"))
def test_no_word_of_the_field_is_found(heading: str) -> None:
    text = "toen zei zij {} en ging weg"
    assert sorted(word for word in items("domein", heading) if check(text.format(word))) == []


@pytest.mark.parametrize("word", SAID)
def test_an_abbreviation_of_the_field_is_not_found(word: str) -> None:
    assert check(f"daarna heeft {word} gebeld") == ()


@pytest.mark.parametrize("text", SENTENCES)
def test_the_field_is_written_of_in_peace(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize("word", regional())
def test_what_betrays_a_region_is_found_with_something_neutral(word: str) -> None:
    (finding,) = check(f"daarna heeft {word} gebeld")
    assert finding.kind in (FindingKind.ORGANISATIE, FindingKind.PLAATS)
    assert finding.suggestions[0] == regional()[word]
    assert check(f"daarna heeft {regional()[word]} gebeld") == ()
