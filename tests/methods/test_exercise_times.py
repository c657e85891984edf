"""From when to when each part of an exercise is played."""

from __future__ import annotations

from hgkm_desktop.methods.exercise_times import play_times
from hgkm_desktop.methods.exercises import StepKind, fact_text, shown_after
from hgkm_desktop.models.exercise import Branch, Exercise, PlayRound, RoleFact
from hgkm_desktop.models.terms import Occurrence
from tests.builders import an_event

ROUNDS = (PlayRound("1" * 32, "begin", 20), PlayRound("2" * 32, "eind", 35))


def test_parts_follow_each_other_from_the_start() -> None:
    exercise = Exercise("0" * 32, "E1-1E", rounds=ROUNDS, branches=(Branch("3" * 32, "tak"),))
    found = [(t.step.kind, t.begins, t.ends) for t in play_times(exercise, 600)]
    assert found == [
        (StepKind.OPENING, 600, 610),
        (StepKind.STORY, 610, 630),
        (StepKind.STORY, 630, 665),
        (StepKind.BRANCH, 665, 680),
        (StepKind.CLOSING, 680, 695),
    ]


def test_without_rounds_there_is_an_opening_and_a_closing() -> None:
    kinds = [t.step.kind for t in play_times(Exercise("0" * 32, "E1-1E"), 0)]
    assert kinds == [StepKind.OPENING, StepKind.CLOSING]


def test_after_a_round_all_of_it_and_of_before_is_on_the_line() -> None:
    first, second, third = (an_event(f"{n} mrt 2024", f"dag {n}") for n in (1, 2, 3))
    rounds = (
        PlayRound("1" * 32, "begin", event_ids=(second.id,)),
        PlayRound("2" * 32, "eind", event_ids=(first.id,)),
    )
    exercise = Exercise("0" * 32, "E1-1E", events=(first, second, third), rounds=rounds)
    assert shown_after(exercise, "1" * 32) == (second,)
    assert shown_after(exercise, "2" * 32) == (first, second)
    assert shown_after(exercise, "9" * 32) == ()


def test_what_did_not_happen_is_told_as_such_to_who_knows_it() -> None:
    event = an_event("2024", "een gesprek", occurrence=Occurrence.NIET_GEDAAN)
    exercise = Exercise("0" * 32, "E1-1E", events=(event,), rounds=ROUNDS)
    fact = RoleFact("4" * 32, ROUNDS[0].id, event_id=event.id)
    assert fact_text(exercise, fact) == "Niet gedaan: een gesprek."
