"""Warnings of the invoerregel: what is typed as a date or a kind never becomes a title unsaid."""

from __future__ import annotations

import pytest

from hgkm_desktop.models.entry_line import add_entry, read_entry
from hgkm_desktop.models.terms import EventKind
from tests.builders import a_case_with

EMPTY = a_case_with()
NO_KIND_TYPED = "(geen soort getypt)"


def warning_at(line: str) -> str:
    return read_entry(line, EMPTY).warning


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("carnaval 2020 incident: ruzie", "carnaval 2020 incident: …"),
        ("Carnaval 2020 @politie incident: ruzie #moeder", "Carnaval 2020 incident: …"),
        ("carnaval 2020", "carnaval 2020"),
        ("gisteren ruzie", "gisteren ruzie"),
        ("vorige week ruzie thuis met oma", "vorige week ruzie thuis …"),
        ("14:30 incident: ruzie", "14:30 incident: …"),
        ("14:30 ruzie", "14:30 ruzie"),
        ("3 mei ruzie", "3 mei ruzie"),
        ("op 3 mei: ruzie", "op 3 mei: ruzie"),
        ("3-5 ruzie", "3-5 ruzie"),
        ("mei-juni 2020 ruzie", "mei-juni 2020 ruzie"),
        ("incident: mei 2020 ruzie", "mei 2020 ruzie"),
        ("in die zomer van 2020 incident: ruzie", "in die zomer van 2020 incident: …"),
        ("2019/2020 ruzie", "2019/2020 ruzie"),
        ("aan het eind van de zomer van 2020 ruzie", "aan het eind van …"),
        ("begin jaren 90 jeugd van moeder", "begin jaren 90 jeugd …"),
        ("zomer van vorig jaar", "zomer van vorig jaar"),
        ("mei of iets later ruzie", "mei of iets later …"),
        ("niet: sommige in 2019 gesprek", "sommige in 2019 gesprek"),
    ],
)
def test_a_date_that_was_not_read_is_named(line: str, part: str) -> None:
    expected = f"Geen datum herkend in “{part}”. Zet de datum vooraan, zoals dec 2020."
    assert warning_at(line) == expected


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("mei 2020 14:30 incident: ruzie", "meteen na de datum"),
        ("mei 2020 14:30 incident: ruzie !", "meteen na de datum"),
        ("thuis incident: ruzie", "vooraan"),
        ("school doet zorgmelding : geschreeuw", "vooraan"),
    ],
)
def test_a_kind_that_was_not_read_is_named(line: str, place: str) -> None:
    warning = warning_at(line)
    assert warning.startswith("Geen soort herkend in “")
    assert warning.endswith(f"…”. Zet de soort {place}.")


@pytest.mark.parametrize(
    "line", ["mei 2020 afstemming niet: huisarts", "3-2-2021 14:30 niet: gesprek"]
)
def test_what_was_not_done_never_becomes_done_unsaid(line: str) -> None:
    assert warning_at(line) == "“niet:” werkt niet midden in de tekst. Zet het vooraan."


@pytest.mark.parametrize(
    "line",
    [
        "mei 2020 incident: ruzie",
        "2019-2020 incident: ruzie",
        "incident: ruzie",
        "vader verliest zijn werk",
        "onbekend, na vorige: in 2019 verhuisd",
        "mei 2020 ruzie na kerst 2019",
        "gesprek over plan: geen afspraken",
        "vader wil dit niet: hij loopt weg",
        "begin van de ruzie",
        "rond het huis van oma hangt vader",
        "24/7 toezicht door oma",
        "1-2 keer per week ruzie",
        "1.500 euro schuld",
        "meisje valt van de trap",
        "",
    ],
)
def test_an_ordinary_line_gets_no_warning(line: str) -> None:
    assert warning_at(line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "28 feb - 3 maart 2021 hulp: moeder",
        "tussen 3 mei en 5 juni 2020 melding: ruzie",
        "winter 2020-2021 ruzie",
        "begin mei 2020 ruzie",
        "van mei tot juni 2020",
        "in de zomer van 2020 ruzie",
        "zomer '20 ruzie",
        "mei of juni 2020 ruzie",
        "2019 of 2020 ruzie",
        "rond kerst van 2021 ruzie",
        "aan het eind van 2020 ruzie",
        "in de jaren 90 ruzie",
        "2019-2020 hulp: moeder",
        "2021-02-03 hulp: moeder",
    ],
)
def test_a_date_that_is_being_typed_gives_no_warning_on_the_way(line: str) -> None:
    for end in range(len(line)):
        assert warning_at(line[:end]) == ""


def test_a_kind_that_stands_in_the_title_is_not_said_to_be_missing() -> None:
    assert not any(NO_KIND_TYPED in words for words in read_entry("14:30 plan: a", EMPTY).words())
    assert any(NO_KIND_TYPED in words for words in read_entry("14:30 ruzie", EMPTY).words())


def test_a_line_with_a_warning_can_be_added() -> None:
    reading = read_entry("carnaval 2020 incident: ruzie", EMPTY)
    assert not reading.problem
    _, event = add_entry(EMPTY, reading)
    assert event.title == "carnaval 2020 incident: ruzie"
    assert event.kind is EventKind.LIFE_EVENT


def test_a_long_line_is_looked_at_only_at_its_begin() -> None:
    assert warning_at("1" * 20_000) == ""
    assert len(warning_at("kerst " + "a" * 20_000)) < 150
