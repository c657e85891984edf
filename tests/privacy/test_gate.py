"""The gate: what blocks, what needs a decision, what is looked at together, and by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.reading import after_edit, cleared, read_through
from hgkm_desktop.models.texts import CaseText
from hgkm_desktop.privacy.case_check import check_case
from hgkm_desktop.privacy.gate import Gate, gate_of, problem_of_function, problem_of_reason
from hgkm_desktop.ui.check.clear_dialog import REASONS
from tests.builders import a_case_with, an_event
from tests.reports.every_document import the_example

UNKNOWN = "kwiebelhout"


def gate(case: Case) -> Gate:
    return gate_of(case, check_case(case))


def test_a_clean_case_has_nothing_in_the_way() -> None:
    assert gate(a_case_with(an_event("mrt 2021", "ruzie"))) == Gate(0, 0, ())


def test_the_example_passes_the_gate() -> None:
    found = gate(the_example())
    assert (found.certain, found.likely) == (0, 0)


def test_a_number_blocks_and_a_name_needs_a_decision() -> None:
    case = a_case_with(an_event("mrt 2021", "Sanne belt 06-12345678"))
    assert gate(case) == Gate(1, 1, ())
    decision = Cleared("sanne", "naam", "naam van een hond", "wijkteamleider", date(2026, 5, 3))
    assert gate(cleared(case, decision)) == Gate(1, 0, ())


def test_a_word_that_is_mogelijk_is_named_once() -> None:
    case = a_case_with(an_event("mrt 2021", UNKNOWN), reason=f"Dat {UNKNOWN} was er")
    assert gate(case).possible == (UNKNOWN,)


def test_a_word_in_a_text_that_was_read_is_not_asked_about_again() -> None:
    event = an_event("mrt 2021", UNKNOWN)
    read = read_through(a_case_with(event), "wijkteamleider", date(2026, 5, 3))
    assert gate(read).possible == ()
    changed = after_edit(read, read.put(replace(event, title=f"weer {UNKNOWN}")))
    assert gate(changed).possible == (UNKNOWN,)


def test_the_name_of_the_file_is_always_looked_at() -> None:
    read = read_through(a_case_with(an_event("mrt 2021")), "wijkteamleider", date(2026, 5, 3))
    name = CaseText("bestand::naam", "naam van het bestand", UNKNOWN)
    assert gate_of(read, check_case(read, (name,))).possible == (UNKNOWN,)


@pytest.mark.parametrize("function", [*content.functions(), "wijkteamleider", "coördinator"])
def test_a_function_is_a_function(function: str) -> None:
    assert problem_of_function(function) == ""


@pytest.mark.parametrize("name", ["", " ", "Sanne", "S. Vlugtman", "vlugtman", "bel 06-12345678"])
def test_a_name_is_no_function(name: str) -> None:
    assert "functie" in problem_of_function(name)


@pytest.mark.parametrize("reason", REASONS)
def test_the_usual_reasons_can_be_kept(reason: str) -> None:
    assert problem_of_reason(reason) == ""


@pytest.mark.parametrize("reason", ["", "Fatima is een hond", "zie 06-12345678"])
def test_a_reason_that_tells_who_it_is_cannot(reason: str) -> None:
    assert "reden" in problem_of_reason(reason)
