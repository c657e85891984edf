"""How an exercise is played: in which steps, what stands on the line at each, and who knows what.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.exercise import (
    Branch,
    DecisionPoint,
    Exercise,
    PlayRound,
    Role,
    RoleFact,
    line_of,
)
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import Event, Organisation, new_id
from hgkm_desktop.models.terms import Answer


class StepKind(Enum):
    """What a step of a playing shows."""

    OPENING = "opening"
    STORY = "what came on the line in a round"
    DECISION = "a question to each table"
    HAPPENED = "what really happened"
    TALK = "the questions of a round"
    BRANCH = "the line without and with something"
    CLOSING = "the last questions and the closing"


@dataclass(frozen=True, slots=True)
class PlayStep:
    """One step; `round` is None at the opening, at branches and at the closing."""

    kind: StepKind
    round: PlayRound | None = None
    point: DecisionPoint | None = None
    branch: Branch | None = None


def play_steps(exercise: Exercise) -> tuple[PlayStep, ...]:
    """Every step from the opening to the closing, in the order in which it is played.

    In each round the story comes first, then each decision with what really happened, and then
    the questions to talk about, if there are any. Branches come after the last round.
    """
    return tuple(_steps(exercise))


def _steps(exercise: Exercise) -> Iterator[PlayStep]:
    yield PlayStep(StepKind.OPENING)
    for one in exercise.rounds:
        yield PlayStep(StepKind.STORY, one)
        for point in points_of(exercise, one.id):
            yield PlayStep(StepKind.DECISION, one, point)
            yield PlayStep(StepKind.HAPPENED, one, point)
        if any(question.strip() for question in one.questions):
            yield PlayStep(StepKind.TALK, one)
    for branch in exercise.branches:
        yield PlayStep(StepKind.BRANCH, branch=branch)
    yield PlayStep(StepKind.CLOSING)


def points_of(exercise: Exercise, round_id: str) -> tuple[DecisionPoint, ...]:
    """The decisions of a round, in the order of the exercise."""
    return tuple(point for point in exercise.points if point.round_id == round_id)


def round_before(steps: tuple[PlayStep, ...], place: int) -> int:
    """Where the story of this round begins, or of the one before when it is there already.

    From the first round it goes back to the opening, 0.
    """
    begun = [n for n, step in enumerate(steps) if step.kind is StepKind.STORY and n < place]
    return begun[-1] if begun else 0


def shown_events(exercise: Exercise, steps: tuple[PlayStep, ...], place: int) -> tuple[Event, ...]:
    """The events that everyone sees at a step: of the rounds and of what really happened so far.

    A place beyond the last step counts as the last.
    """
    shown: set[str] = set()
    for step in steps[: place + 1]:
        if step.kind is StepKind.STORY and step.round is not None:
            shown.update(step.round.event_ids)
        if step.kind is StepKind.HAPPENED and step.point is not None:
            shown.update(step.point.event_ids)
    return tuple(event for event in exercise.events if event.id in shown)


def events_of_round(exercise: Exercise, round_id: str) -> tuple[Event, ...]:
    """What comes on the line in a round, with what really happened at its decisions, in the order
    of the line."""
    rounds = [one for one in exercise.rounds if one.id == round_id]
    ids = {event_id for one in rounds for event_id in one.event_ids}
    ids |= {event_id for point in points_of(exercise, round_id) for event_id in point.event_ids}
    return tuple(event for event in in_order(line_of(exercise)) if event.id in ids)


def shown_after(exercise: Exercise, round_id: str) -> tuple[Event, ...]:
    """All that is on the line once a round was played, in the order of the line; nothing for a
    round that is not there."""
    ids = [one.id for one in exercise.rounds]
    played = ids[: ids.index(round_id) + 1] if round_id in ids else ()
    known = {event.id for one in played for event in events_of_round(exercise, one)}
    return tuple(event for event in in_order(line_of(exercise)) if event.id in known)


def never_shown(exercise: Exercise) -> tuple[Event, ...]:
    """Events that come on the line in no round, in the order of the line; only the trainer has
    them."""
    ids = {event_id for one in exercise.rounds for event_id in one.event_ids}
    ids |= {event_id for point in exercise.points for event_id in point.event_ids}
    return tuple(event for event in in_order(line_of(exercise)) if event.id not in ids)


def facts_for(exercise: Exercise, role_id: str, round_id: str) -> tuple[RoleFact, ...]:
    """What a role comes to know in a round and not everyone does; what is for all is not in it."""
    return tuple(
        fact for fact in exercise.facts if fact.round_id == round_id and role_id in fact.role_ids
    )


def facts_for_all(exercise: Exercise, round_id: str) -> tuple[RoleFact, ...]:
    """What everyone comes to know in a round beside the line."""
    return tuple(f for f in exercise.facts if f.round_id == round_id and not f.role_ids)


def fact_text(exercise: Exercise, fact: RoleFact) -> str:
    """The words of a fact: its own, or those of its event with what is known of it exactly.

    Nothing for an event that is gone.
    """
    event = _event(exercise, fact.event_id)
    if fact.text.strip() or event is None:
        return fact.text.strip()
    return f"{event.title_in_full.strip().rstrip('.')}. {event.fact.strip()}".strip()


def moment_of(exercise: Exercise, point: DecisionPoint) -> Moment | None:
    """When a decision was taken, to know which instruments there were; None when unknown.

    It is the moment of its event, or of the last dated one of what is shown before it.
    """
    steps = play_steps(exercise)
    place = next((n for n, step in enumerate(steps) if step.point == point), 0)
    line = line_of(exercise)
    if event := _event(exercise, point.event_id):
        return event.start if event.start.is_known else None
    shown = {event.id for event in shown_events(exercise, steps, place)}
    dated = [e for e in in_order(line) if e.id in shown and e.start.is_known]
    return dated[-1].start if dated else None


def _event(exercise: Exercise, event_id: str) -> Event | None:
    """An event that something points at; None when it is gone, as after two copies were merged."""
    return next((event for event in exercise.events if event.id == event_id), None)


# --- beginning one ------------------------------------------------------------------------------


def exercise_of(case: Case, *, code: str) -> Exercise:
    """An exercise with the line of a case: its events are in no round yet.

    Each organisation is a role, and knows of the events that were known to it. `case` holds only
    what may be told outside: see reports.shown. No deelnemer, beleving or lesson goes along.
    """
    return Exercise(
        id=new_id(),
        code=code,
        title=case.title,
        from_case_id=case.id,
        betrokkenen=case.betrokkenen,
        organisations=case.organisations,
        events=case.events,
        t0_event_id=case.t0_event_id,
        roles=tuple(_role_of(organisation) for organisation in case.organisations),
    )


def _role_of(organisation: Organisation) -> Role:
    return Role(new_id(), organisation.name, organisation.id)


def known_by(exercise: Exercise, event: Event) -> tuple[Role, ...]:
    """The roles whose organisation had a part in an event or knew of it at the time."""
    known = {one.organisation_id for one in event.knowledge if one.known is Answer.JA}
    known |= set(event.organisation_ids)
    return tuple(role for role in exercise.roles if role.organisation_id in known)
