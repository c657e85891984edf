"""The round of belevingen: turns, and what nobody sees before all have spoken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models import rounds
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import Mark, RiskOf, SafetyOf
from tests.builders import a_case_with, a_deelnemer, an_event, an_organisation

POLICE, VT = an_organisation("politie"), an_organisation("Veilig Thuis")
AGENT, MANAGER = a_deelnemer(POLICE, "wijkagent"), a_deelnemer(VT, "teamleider")
FIRST, SECOND = an_event("mrt 2021", "een melding"), an_event("mei 2021", "een gesprek")


def a_table() -> Case:
    return a_case_with(POLICE, VT, AGENT, MANAGER, FIRST, SECOND)


def said(case: Case, *marks: Mark | None) -> Case:
    """The case after these answers, one a turn."""
    for mark in marks:
        answered = rounds.marked(case, mark) if mark is not None else rounds.unmarked(case)
        case = rounds.gone_on(answered)
    return case


def at(case: Case) -> tuple[str, str] | None:
    now = rounds.turn(case)
    return (now.deelnemer.function, now.event.title) if now is not None else None


def test_a_round_is_blind_by_itself_when_a_manager_is_at_the_table() -> None:
    case = a_table()
    assert not rounds.wants_blind(case)
    assert rounds.wants_blind(case.put(replace(MANAGER, is_manager=True)))


def test_by_deelnemer_each_goes_along_the_events_and_then_the_next() -> None:
    case = rounds.begun(a_table(), by_event=False, blind=False)
    turns = []
    while rounds.turn(case):
        turns.append(at(case))
        case = said(case, Mark.GOED)
    assert turns == [
        ("wijkagent", "een melding"),
        ("wijkagent", "een gesprek"),
        ("teamleider", "een melding"),
        ("teamleider", "een gesprek"),
    ]
    assert len(case.belevingen) == 4
    assert not case.round.open


def test_by_event_each_event_goes_along_the_deelnemers() -> None:
    case = rounds.begun(a_table(), by_event=True, blind=False)
    turns = []
    while rounds.turn(case):
        turns.append(at(case))
        case = said(case, None)
    assert turns == [
        ("wijkagent", "een melding"),
        ("teamleider", "een melding"),
        ("wijkagent", "een gesprek"),
        ("teamleider", "een gesprek"),
    ]
    assert case.belevingen == ()


def test_in_a_blind_round_nothing_is_seen_until_the_last_has_spoken() -> None:
    case = rounds.begun(a_table(), by_event=False, blind=True)
    for mark in (Mark.GOED, Mark.RISICO, Mark.NIET_OKE):
        case = said(case, mark)
        assert rounds.seen(case).belevingen == ()
    case = said(case, None)
    assert rounds.seen(case) is case
    assert len(case.belevingen) == 3


def test_by_event_a_blind_round_shows_each_event_once_all_spoke_of_it() -> None:
    case = said(rounds.begun(a_table(), by_event=True, blind=True), Mark.GOED)
    assert rounds.seen(case).belevingen == ()
    case = said(case, Mark.NIET_OKE, Mark.GOED)
    assert {b.event_id for b in rounds.seen(case).belevingen} == {FIRST.id}
    assert not rounds.hides(said(case, Mark.GOED))


def test_what_is_hidden_is_chosen_for_no_paper() -> None:
    case = a_table().mark(FIRST.id, AGENT.id, Mark.GOED)
    chosen = (case.belevingen[0].id,)
    case = replace(case, summary=replace(case.summary, beleving_ids=chosen))
    case = rounds.begun(case, by_event=False, blind=True)
    assert rounds.seen(case).summary.beleving_ids == ()
    assert case.summary.beleving_ids == chosen


@pytest.mark.parametrize("by_event", [False, True])
def test_who_leaves_the_table_is_passed_over(by_event: bool) -> None:
    case = rounds.begun(a_table(), by_event=by_event, blind=True)
    gone = case.drop_deelnemer(AGENT.id)
    assert at(gone) == ("teamleider", "een melding")
    last = said(case, *([Mark.GOED] * 3))
    assert rounds.hides(last)
    assert rounds.turn(last.drop_deelnemer(MANAGER.id)) is None
    assert not rounds.hides(last.drop_deelnemer(MANAGER.id))


def test_who_has_no_more_to_say_is_passed_over_by_one_key() -> None:
    case = rounds.passed_over(rounds.begun(a_table(), by_event=False, blind=False))
    assert at(case) == ("teamleider", "een melding")


def test_an_event_that_goes_away_does_not_lose_the_round() -> None:
    for by_event in (False, True):
        case = rounds.begun(a_table(), by_event=by_event, blind=True).drop_event(FIRST.id)
        assert at(case) == ("wijkagent", "een gesprek")
        assert rounds.turn(case.drop_event(SECOND.id)) is None


def test_one_can_go_back_and_answer_otherwise() -> None:
    case = said(rounds.begun(a_table(), by_event=False, blind=True), Mark.RISICO)
    case = rounds.gone_back(case)
    assert at(case) == ("wijkagent", "een melding")
    assert rounds.gone_back(case) == case
    case = said(case, None)
    assert case.belevingen == ()
    by_event = said(rounds.begun(a_table(), by_event=True, blind=True), Mark.GOED)
    assert at(rounds.gone_back(by_event)) == ("wijkagent", "een melding")


def test_a_risk_says_of_what_and_whose_safety() -> None:
    case = rounds.begun(a_table(), by_event=False, blind=False)
    case = rounds.marked(case, Mark.RISICO, "Niemand belde terug.")
    case = rounds.with_risk(case, RiskOf.BESLUIT)
    case = rounds.with_risk(case, safety_of=(SafetyOf.PROFESSIONALS,))
    found = case.belevingen[0]
    assert (found.risk_of, found.safety_of) == (RiskOf.BESLUIT, (SafetyOf.PROFESSIONALS,))
    assert found.explanation == "Niemand belde terug."
    better = rounds.marked(case, Mark.GOED).belevingen[0]
    assert (better.risk_of, better.safety_of) == (None, ())
    assert better.explanation == "Niemand belde terug.", "words stay with another mark"


def test_the_second_pass_asks_of_what_was_not_oke_or_risky_and_not_answered_yet() -> None:
    case = rounds.begun(a_table(), by_event=False, blind=False)
    case = said(case, Mark.NIET_OKE, Mark.RISICO, Mark.GOED, Mark.RISICO)
    asked = rounds.to_reconsider(case)
    assert [(case.event(b.event_id).title, b.mark) for b in asked] == [
        ("een melding", Mark.NIET_OKE),
        ("een gesprek", Mark.RISICO),
        ("een gesprek", Mark.RISICO),
    ]
    case = case.put(replace(asked[0], now_different="Eerst bellen."))
    assert rounds.to_reconsider(case) == asked[1:]


def test_a_round_needs_a_table_and_a_line() -> None:
    with pytest.raises(BadInput, match="niemand aan tafel"):
        rounds.begun(a_case_with(FIRST), by_event=False, blind=False)
    with pytest.raises(BadInput, match="niets op de tijdlijn"):
        rounds.begun(a_case_with(POLICE, AGENT), by_event=False, blind=False)
    with pytest.raises(BadInput, match="geen ronde"):
        rounds.marked(a_table(), Mark.GOED)


@pytest.mark.parametrize("by_event", [False, True])
def test_a_place_that_is_nowhere_on_the_line_is_found_again(by_event: bool) -> None:
    case = rounds.begun(a_table(), by_event=by_event, blind=True)
    lost = replace(case, round=replace(case.round, event_id="van elders"))
    assert at(lost) == ("wijkagent", "een melding")
    assert rounds.seen(lost).belevingen == ()
    assert rounds.gone_on(lost).round.event_id in {FIRST.id, SECOND.id, ""}
