"""The invoerregel: what one typed line says, and what it does not silently do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.entry_line import Risk, add_entry, read_entry
from hgkm_desktop.models.terms import EventKind, Mark, Occurrence
from hgkm_desktop.paths import resource
from tests.builders import a_betrokkene, a_case_with, a_deelnemer, an_organisation

EMPTY = a_case_with()


def test_the_line_of_the_design_is_read_whole() -> None:
    police = an_organisation("politie")
    officer = a_deelnemer(police)
    case = a_case_with(police, officer, a_betrokkene("moeder"), a_betrokkene("kind 1"))
    line = "mrt 2021 incident: ruzie bij de overdracht @politie #moeder #kind 1 !"
    reading = read_entry(line, case, turn_id=officer.id)
    assert reading.period.start.text() == "maart 2021"
    assert reading.kind is EventKind.INCIDENT
    assert reading.title == "ruzie bij de overdracht"
    assert reading.organisations == ("politie",)
    assert reading.roles == ("moeder", "kind 1")
    assert reading.risk is Risk.BELEVING
    case, event = add_entry(case, reading)
    beleving = case.beleving(event.id, officer.id)
    assert beleving is not None
    assert beleving.mark is Mark.RISICO
    assert len(case.organisations) == 1
    assert len(case.betrokkenen) == 2


def test_risk_without_a_turn_makes_a_risicomoment() -> None:
    reading = read_entry("mrt 2021 ruzie thuis !", EMPTY)
    assert reading.kind is EventKind.RISICOMOMENT
    assert reading.risk is Risk.KIND

    assert "! risicomoment, want niemand is aan de beurt" in reading.words()


def test_risk_without_a_turn_and_with_a_kind_is_said_to_be_ignored() -> None:
    at_table = a_case_with(police := an_organisation("politie"), a_deelnemer(police))
    for case in (EMPTY, at_table):
        reading = read_entry("mrt 2021 melding: ruzie thuis !", case)
        assert reading.kind is EventKind.MELDING
        assert reading.risk is Risk.IGNORED
        said = [words for words in reading.words() if "!" in words]
        assert said == ["! doet bij een soort niets zolang niemand aan de beurt is"]


def test_what_the_manual_has_typed_first_is_read_as_it_says() -> None:
    manual = resource("handleiding/handleiding.md").read_text(encoding="utf-8")
    typed = manual.partition("### Een gebeurtenis toevoegen")[2].split("```")[1]
    reading = read_entry(typed.removeprefix("text\n").strip(), EMPTY)
    assert not reading.problem + reading.warning
    assert f"*{', '.join(reading.words())}*" in manual


@pytest.mark.parametrize(
    ("line", "occurrence", "kind", "title"),
    [
        ("apr 2023 niet: afstemming: Actieoverleg", "niet_gedaan", "afstemming", "Actieoverleg"),
        ("2015 bestond niet: plan: Actieoverleg", "bestond_niet", "plan", "Actieoverleg"),
        ("niet: apr 2023 afstemming: Actieoverleg", "niet_gedaan", "afstemming", "Actieoverleg"),
        ("bestond niet: 2015 plan: Actieoverleg", "bestond_niet", "plan", "Actieoverleg"),
        ("niet: plan: Actieoverleg", "niet_gedaan", "plan", "Actieoverleg"),
        ("apr 2023 NIET: gesprek met kind 1", "niet_gedaan", "contact", "gesprek met kind 1"),
    ],
)
def test_what_was_not_done(line: str, occurrence: str, kind: str, title: str) -> None:
    reading = read_entry(line, EMPTY)
    assert reading.occurrence is Occurrence(occurrence)
    assert reading.kind is EventKind(kind)
    assert reading.title == title


def test_a_date_behind_not_done_is_read() -> None:
    assert read_entry("Niet: mei 2020 gesprek", EMPTY).period.start.text() == "mei 2020"
    assert "28 dagen" in read_entry("niet: 31-02-2021 gesprek", EMPTY).problem


def test_the_longest_known_name_counts_and_quotes_make_a_new_one() -> None:
    case = a_case_with(an_organisation("Veilig Thuis"), an_organisation("Veilig"))
    reading = read_entry('2021 overleg @veilig thuis @"Huis van de wijk" @VT @nieuw.', case)
    assert reading.organisations == ("Veilig Thuis", "Huis van de wijk", "nieuw")
    assert reading.new_names == ("Huis van de wijk", "nieuw")
    assert reading.title == "overleg."


def test_a_mail_address_is_not_a_mention() -> None:
    assert read_entry("2021 mail van a@b.nl", EMPTY).organisations == ()


def test_no_date_means_unknown_and_is_said() -> None:
    reading = read_entry("vader verliest zijn werk #vader", EMPTY)
    assert not reading.period.start.is_known
    assert reading.words()[0] == "datum onbekend, na de vorige"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("31-02-2021 ruzie", "Februari 2021 heeft 28 dagen."),
        ("mei 2021 - mrt 2021 hulp", "ligt voor het begin"),
        ("mrt 2021", "Typ ook wat er gebeurde."),
        ("mrt 2021 overleg @" + "a" * 61, "langer dan 60 tekens"),
    ],
)
def test_what_cannot_be_added_is_said(line: str, sentence: str) -> None:
    reading = read_entry(line, EMPTY)
    assert sentence in reading.problem
    with pytest.raises(BadInput):
        add_entry(EMPTY, reading)


def test_new_names_are_added_once_whatever_their_capitals() -> None:
    case = EMPTY
    for line in ("2021 a @Wijkteam #moeder", "2022 b @wijkteam #Moeder"):
        case, _ = add_entry(case, read_entry(line, case))
    assert len(case.organisations) == 1
    assert len(case.betrokkenen) == 1


def test_long_text_emoji_and_right_to_left_text_are_kept() -> None:
    title = "😀 مرحبا " + "lang " * 2000
    case, event = add_entry(EMPTY, read_entry(f"2021 {title}", EMPTY))
    assert case.event(event.id).title == " ".join(title.split())


@given(st.text(max_size=80))
def test_any_line_is_read_without_an_error(line: str) -> None:
    reading = read_entry(line, EMPTY)
    if not reading.problem:
        case, event = add_entry(EMPTY, reading)
        assert isinstance(case, Case)
        assert event.title


def test_a_name_that_is_half_of_a_known_one_asks_whether_that_is_meant() -> None:
    reading = read_entry("2021 gesprek @raad @veilig", EMPTY)
    assert reading.new_names == ("raad", "veilig")
    assert [name.casefold() for name in reading.meant] == [
        "raad voor de kinderbescherming",
        "veilig thuis",
    ]
    assert any(words.startswith("bedoelt u ") for words in reading.words())
    assert read_entry("2021 gesprek @veilig thuis @nieuwnaam", EMPTY).meant == ()
