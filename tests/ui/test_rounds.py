"""The round of belevingen by keyboard: everyone's turn, blind until all spoke, and resumed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.models import rounds
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import Mark, RiskOf, SafetyOf
from hgkm_desktop.ui.case.reconsider_window import ReconsiderWindow
from hgkm_desktop.ui.case.round_stage import RoundStage
from hgkm_desktop.ui.case.round_window import NOT_GIVEN, RoundWindow
from hgkm_desktop.ui.case.rounds import Rounds
from hgkm_desktop.ui.document.document import Document
from tests.builders import a_case_with, a_deelnemer, an_event, an_organisation
from tests.ui.keyboard import CTRL, focused, name_of, press, tab_to, type_text

POLICE, VT = an_organisation("politie"), an_organisation("Veilig Thuis")
AGENT, MANAGER = a_deelnemer(POLICE, "wijkagent"), a_deelnemer(VT, "teamleider")
FIRST, SECOND = an_event("mrt 2021", "een melding"), an_event("mei 2021", "een gesprek")


@pytest.fixture
def table(document: Document) -> Document:
    case = a_case_with(POLICE, VT, AGENT, replace(MANAGER, is_manager=True), FIRST, SECOND)
    document.add_case(case)
    return document


@pytest.fixture
def all_rounds(table: Document, parent: QWidget) -> Rounds:
    return Rounds(table, parent)


def case_of(document: Document) -> Case:
    assert document.case is not None
    return document.case


def begin(all_rounds: Rounds) -> None:
    """Begin as the dialog proposes."""
    all_rounds.start()
    tab_to("Begin de ronde")
    press(Qt.Key.Key_Return)


def test_a_round_by_keys_alone_is_blind_with_a_manager_and_ends_by_itself(
    all_rounds: Rounds, table: Document
) -> None:
    begin(all_rounds)
    assert case_of(table).round.blind
    type_text("gn")
    assert "Veilig Thuis, teamleider" in name_of(focused()), "the next one is up"
    assert rounds.seen(case_of(table)).belevingen == ()
    type_text("o")
    assert isinstance(focused(), RoundStage)
    type_text("rbp")
    case = case_of(table)
    assert not case.round.open
    assert [(b.mark, b.risk_of, b.safety_of) for b in case.belevingen] == [
        (Mark.GOED, None, ()),
        (Mark.NIET_OKE, None, ()),
        (Mark.RISICO, RiskOf.BESLUIT, (SafetyOf.PROFESSIONALS,)),
    ]
    assert rounds.seen(case) is case
    assert name_of(focused()) == "Verder met nu anders"


def test_words_go_with_the_choice_that_follows(all_rounds: Rounds, table: Document) -> None:
    begin(all_rounds)
    type_text("t")
    type_text("Wij belden terug")
    press(Qt.Key.Key_Return)
    type_text("g")
    assert case_of(table).belevingen[0].explanation == "Wij belden terug"
    type_text("n")
    assert case_of(table).belevingen[1].explanation == "", "and not with the next"


def test_it_is_left_and_goes_on_where_it_was(all_rounds: Rounds, table: Document) -> None:
    begin(all_rounds)
    type_text("g")
    press(Qt.Key.Key_Escape)
    assert rounds.hides(case_of(table))
    all_rounds.start()
    assert "een gesprek" in name_of(focused())
    assert "wijkagent" in name_of(focused())


def test_words_without_a_choice_are_not_lost(all_rounds: Rounds, table: Document) -> None:
    begin(all_rounds)
    type_text("tx")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    window = focused().window()
    assert isinstance(window, RoundWindow)
    assert window._problem.text() == NOT_GIVEN
    type_text("g")
    press(Qt.Key.Key_Escape)
    assert case_of(table).belevingen[0].explanation == "x"


def test_back_and_over_and_undo(all_rounds: Rounds, table: Document) -> None:
    begin(all_rounds)
    type_text("g")
    press(Qt.Key.Key_Left)
    assert "Gekozen: ging goed" in name_of(focused())
    type_text("o")
    assert case_of(table).belevingen == ()
    type_text("v")
    assert "teamleider" in name_of(focused())
    table.undo_stack.undo()
    assert "wijkagent" in name_of(focused())


def test_a_risk_can_be_skipped_or_taken_back(all_rounds: Rounds, table: Document) -> None:
    begin(all_rounds)
    type_text("r")
    press(Qt.Key.Key_Left)
    assert "Hoe was dit voor u?" in name_of(focused())
    type_text("ro")
    assert case_of(table).belevingen[0].risk_of is None
    assert "een gesprek" in name_of(focused())


def test_the_seats_say_who_has_been_and_who_comes(all_rounds: Rounds, table: Document) -> None:
    begin(all_rounds)
    type_text("gg")
    window = focused().window()
    assert isinstance(window, RoundWindow)
    assert window.seats.accessibleDescription() == (
        "politie, wijkagent is geweest, Veilig Thuis, teamleider is nu aan de beurt"
    )


def test_who_is_taken_from_the_table_ends_the_round(all_rounds: Rounds, table: Document) -> None:
    begin(all_rounds)
    type_text("gg")
    table.edit("deelnemer weghalen", case_of(table).drop_deelnemer(MANAGER.id))
    assert not rounds.hides(case_of(table))
    assert name_of(focused()) == "Sluiten"


def test_the_second_pass_asks_what_would_be_done_now(
    all_rounds: Rounds, table: Document, qtbot: QtBot
) -> None:
    case = case_of(table).mark(FIRST.id, AGENT.id, Mark.NIET_OKE)
    case = case.mark(SECOND.id, MANAGER.id, Mark.RISICO).mark(FIRST.id, MANAGER.id, Mark.GOED)
    table.edit("belevingen", case)
    all_rounds.reconsider()
    assert isinstance(focused().window(), ReconsiderWindow)
    type_text("Eerst bellen")
    press(Qt.Key.Key_Tab)
    type_text("te veel overdrachten")
    press(Qt.Key.Key_Return, CTRL)
    type_text("Samen gaan")
    press(Qt.Key.Key_Escape)
    said = {b.mark: (b.now_different, b.obstacle) for b in case_of(table).belevingen}
    assert said[Mark.NIET_OKE] == ("Eerst bellen", "te veel overdrachten")
    assert said[Mark.RISICO] == ("Samen gaan", ""), "what was typed is kept on leaving"
    assert said[Mark.GOED] == ("", "")


def test_there_must_be_a_table_and_a_line(document: Document, parent: QWidget) -> None:
    document.add_case(a_case_with(FIRST))
    told: list[str] = []
    all_rounds = Rounds(document, parent)
    all_rounds.said.connect(told.append)
    all_rounds.start()
    all_rounds.reconsider()
    assert told == [
        "Er zit nog niemand aan tafel. Voeg deelnemers toe bij stap 2.",
        "Er zijn nog geen belevingen.",
    ]
