"""What may be typed short on the invoerregel, and what must not be taken for it."""

from __future__ import annotations

import pytest

from hgkm_desktop.models.entry_line import free_text, read_entry, refused_part
from hgkm_desktop.models.terms import EventKind
from tests.builders import a_betrokkene, a_case_with, an_event, an_organisation

VT = an_organisation("Veilig Thuis")
CASE = a_case_with(
    an_event("9-7-2022", "een incident"),
    an_event("", "zonder datum"),
    *(VT, an_organisation("politie"), an_organisation("gemeente"), an_organisation("GGZ")),
    *(a_betrokkene("moeder"), a_betrokkene("kind 1"), a_betrokkene("kind 2")),
)


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_has_its_letter_on_the_line_before_a_colon(kind: EventKind) -> None:
    read = read_entry(f"mrt 2022 {kind.letter.lower()}: iets", CASE)
    assert (read.kind, read.kind_typed, read.title) == (kind, True, "iets")


def test_a_letter_without_a_colon_is_just_a_word() -> None:
    assert read_entry("mrt 2022 m belde", CASE).title == "m belde"


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("= m: iets", "9 juli 2022"),
        ("14-3 m: iets", "14 maart 2022"),
        ("april c: iets", "april 2022"),
        ("3 mei niet: iets", "3 mei 2022"),
        ("sept overleg: iets", "september 2022"),
        ("14-3-21 m: iets", "14 maart 2021"),
    ],
)
def test_a_date_goes_on_from_the_event_before(line: str, when: str) -> None:
    read = read_entry(line, CASE)
    assert (read.words()[0], read.title) == (when, "iets")


@pytest.mark.parametrize(
    "line", ["1-2 keer per week: ruzie", "mei kwam thuis", "=iets", "14-3 moeder belt"]
)
def test_what_stands_not_before_a_kind_is_no_short_date(line: str) -> None:
    assert not read_entry(line, CASE).period.start.is_known


def test_a_short_date_that_cannot_be_is_told() -> None:
    assert "bestaat niet" in read_entry("31-2 m: iets", CASE).problem


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("31-02-2021 ruzie", "31-02-2021"),
        ("niet:  31 februari 2021 ruzie", "31 februari 2021"),
        ("31-2 m: iets", "31-2 m:"),
        ("3-2-2021 ruzie", ""),
        ("3-2-2021", ""),
    ],
)
def test_where_a_date_stands_that_cannot_be(line: str, part: str) -> None:
    start, end = refused_part(line, CASE)
    assert line[start:end] == part


def test_without_a_dated_event_there_is_nothing_to_go_on_from() -> None:
    empty = a_case_with(an_event("", "zonder datum"))
    assert not read_entry("= m: iets", empty).period.start.is_known
    assert read_entry("14-3 m: iets", empty).warning != "", "and that is said"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("@p", ("politie",)),
        ("@v @P", ("Veilig Thuis", "politie")),
        ("@ge", ("gemeente",)),
        ("@GI", ("jeugdbescherming",)),
        ("@g", ("g",)),
        ("@x", ("x",)),
    ],
)
def test_one_or_two_letters_are_the_one_organisation_that_begins_so(
    typed: str, names: tuple[str, ...]
) -> None:
    assert read_entry(f"mrt 2022 m: iets {typed}", CASE).organisations == names


def test_a_number_behind_the_letters_is_how_a_role_ends() -> None:
    read = read_entry("mrt 2022 m: iets #m #k2", CASE)
    assert read.roles == ("moeder", "kind 2")
    assert read_entry("m: iets #k", CASE).new_names == ("k",), "two children begin so"


def test_a_short_date_is_no_free_text() -> None:
    assert free_text("14-3 m: iets").strip() == "m: iets"
    assert free_text("= m: iets").strip() == "m: iets"
