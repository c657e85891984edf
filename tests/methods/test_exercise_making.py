"""Making an exercise: an event stands once, a proposal of rounds, and what is still missing."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.methods.exercise_making import (
    gone_with_event,
    gone_with_role,
    gone_with_round,
    in_three_rounds,
    instruments_then,
    still_missing,
    why_not_then,
    with_known_facts,
    with_point,
    with_roles_of_line,
    with_round,
)
from hgkm_desktop.methods.exercises import exercise_of, never_shown
from hgkm_desktop.models.exercise import (
    DecisionPoint,
    Exercise,
    Option,
    PlayRound,
    Role,
    RoleFact,
)
from hgkm_desktop.models.merging import Choice
from hgkm_desktop.models.merging_values import merged, side_of
from hgkm_desktop.models.moment import UNKNOWN
from hgkm_desktop.models.records import Knowledge
from hgkm_desktop.models.terms import Answer
from tests.builders import a_case_with, an_event, an_organisation

POLITIE, SCHOOL = an_organisation("politie"), an_organisation("school")
SEEN = an_event("2005", "ruzie", organisation_ids=(POLITIE.id,))
HEARD = an_event(
    "2006", "kind vertelt", knowledge=(Knowledge(SCHOOL.id, Answer.JA), Knowledge(POLITIE.id))
)
KNOWN_TO_ALL = an_event("2007", "melding", organisation_ids=(POLITIE.id, SCHOOL.id))
ONE, TWO = PlayRound("1" * 32, "Begin"), PlayRound("2" * 32, "Later")


def an_exercise() -> Exercise:
    return exercise_of(a_case_with(POLITIE, SCHOOL, SEEN, HEARD, KNOWN_TO_ALL), code="O2-2O")


def in_rounds(*rounds: PlayRound) -> Exercise:
    return replace(an_exercise(), rounds=rounds)


def test_an_event_that_is_chosen_for_a_round_leaves_its_other_place() -> None:
    point = DecisionPoint("d" * 32, ONE.id, "wat nu?", event_ids=(SEEN.id,))
    exercise = with_point(in_rounds(replace(ONE, event_ids=(SEEN.id, HEARD.id)), TWO), point)
    assert exercise.rounds[0].event_ids == (HEARD.id,), "it comes once: after the decision"
    moved = with_round(exercise, replace(TWO, event_ids=(SEEN.id, HEARD.id)))
    assert [one.event_ids for one in moved.rounds] == [(), (SEEN.id, HEARD.id)]
    assert moved.points[0].event_ids == ()


def test_three_rounds_let_those_who_knew_it_have_it_first() -> None:
    exercise = in_three_rounds(an_exercise())
    assert [one.event_ids for one in exercise.rounds] == [
        (),
        (SEEN.id,),
        (HEARD.id, KNOWN_TO_ALL.id),
    ]
    politie, school = exercise.roles
    assert [(f.round_id, f.role_ids, f.event_id) for f in exercise.facts] == [
        (exercise.rounds[0].id, (politie.id,), SEEN.id),
        (exercise.rounds[1].id, (school.id,), HEARD.id),
    ]
    assert never_shown(exercise) == ()
    assert in_three_rounds(exercise) == exercise
    assert in_three_rounds(Exercise("a" * 32, "X2-2X")).rounds == ()


def test_what_only_some_knew_becomes_a_fact_once() -> None:
    exercise = with_known_facts(
        in_rounds(replace(ONE, event_ids=(SEEN.id, HEARD.id, KNOWN_TO_ALL.id)))
    )
    assert [fact.event_id for fact in exercise.facts] == [SEEN.id, HEARD.id]
    assert with_known_facts(exercise) == exercise


def test_each_organisation_is_made_a_role_once() -> None:
    exercise = replace(an_exercise(), roles=(Role("9" * 32, "School"),))
    made = with_roles_of_line(exercise)
    assert [role.name for role in made.roles] == ["School", "politie"]
    assert with_roles_of_line(made) == made


def test_what_is_missing_is_told() -> None:
    assert still_missing(Exercise("a" * 32, "X2-2X"))[:3] == (
        "Er is nog geen gebeurtenis op de lijn.",
        "Er is nog geen ronde.",
        "Er is nog geen rol.",
    )
    point = DecisionPoint("d" * 32, ONE.id, "wat nu?")
    found = still_missing(
        replace(in_rounds(replace(ONE, event_ids=(SEEN.id,)), TWO), points=(point,))
    )
    for sentence in (
        "In ronde 2 komt nog niets op de lijn.",
        "De rol school weet niets dat anderen niet ook weten.",
        "Beslispunt 1 heeft nog geen keuzes.",
        "Bij beslispunt 1 staat nog niet wat er echt gebeurde.",
        "2 gebeurtenissen komen in geen enkele ronde op de lijn: dat mag, dan is het alleen voor "
        "u.",
    ):
        assert sentence in found


def test_an_instrument_of_later_is_warned_of_and_stands_behind_those_of_the_time() -> None:
    option = Option("c" * 32, "uit huis", "tijdelijk huisverbod")
    point = DecisionPoint("d" * 32, ONE.id, "wat nu?", options=(option,))
    exercise = with_point(in_rounds(replace(ONE, event_ids=(SEEN.id,))), point)
    assert "bestond op dat moment niet: het kan sinds" in why_not_then(exercise, point, option)
    assert any("tijdelijk huisverbod" in words for words in still_missing(exercise))
    can = [found.can_be for found in instruments_then(exercise, point)]
    assert can == sorted(can, reverse=True)
    assert False in can
    undated = replace(exercise, events=(replace(SEEN, start=UNKNOWN),))
    assert why_not_then(undated, point, option) == "", "nobody knows when it was"


def test_what_goes_along_is_told() -> None:
    exercise = in_rounds(replace(ONE, event_ids=(SEEN.id,)), TWO)
    politie = exercise.roles[0]
    fact = RoleFact("f" * 32, ONE.id, (politie.id,), event_id=SEEN.id)
    point = DecisionPoint("d" * 32, ONE.id, "wat nu?", event_id=SEEN.id)
    exercise = replace(exercise, facts=(fact,), points=(point,))
    assert gone_with_event(exercise, SEEN.id) == (
        "ook uit ronde 1, wat rollen ervan wisten en het moment van een beslispunt"
    )
    assert gone_with_event(exercise, HEARD.id) == "ze stond nog nergens anders"
    assert gone_with_round(exercise, ONE.id).startswith("met 1 rolfeit en 1 beslispunt; ")
    assert gone_with_round(exercise, TWO.id) == "de gebeurtenissen staan nog op de lijn"
    assert gone_with_role(exercise, politie.id) == "met 1 rolfeit dat alleen deze rol wist"


def test_two_copies_are_merged_part_by_part_and_what_stands_twice_is_told() -> None:
    exercise = in_rounds(ONE, TWO)
    role = Role("9" * 32, "wijkteam")
    here = replace(
        with_round(exercise, replace(ONE, event_ids=(SEEN.id,))), roles=(*exercise.roles, role)
    )
    there = with_round(exercise, replace(TWO, event_ids=(SEEN.id,)))
    found = merged(exercise.id, side_of(here, {}), side_of(there, {}))
    made = found.value({one.key: Choice.THERE for one in found.conflicts if TWO.id in one.key})
    assert isinstance(made, Exercise)
    assert role in made.roles
    assert [one.event_ids for one in made.rounds] == [(SEEN.id,), (SEEN.id,)]
    assert "Gebeurtenis 1 komt op 2 plekken op de lijn." in still_missing(made)
    mended = with_round(made, made.rounds[1])
    assert [one.event_ids for one in mended.rounds] == [(), (SEEN.id,)]
    gone = replace(made, rounds=(), points=(DecisionPoint("d" * 32, ONE.id, "wat nu?"),))
    assert "Een rolfeit of beslispunt staat in een ronde die er niet meer is." in still_missing(
        gone
    )
