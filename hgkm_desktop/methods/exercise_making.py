"""Making an exercise: what stands where once only, a first proposal, and what is still missing.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from hgkm_desktop.methods.exercises import (
    events_of_round,
    facts_for,
    facts_for_all,
    known_by,
    moment_of,
    never_shown,
    points_of,
)
from hgkm_desktop.models.case import in_order, numbers
from hgkm_desktop.models.dutch import count_text, list_text
from hgkm_desktop.models.exercise import (
    DecisionPoint,
    Exercise,
    Option,
    PlayRound,
    Role,
    RoleFact,
    line_of,
)
from hgkm_desktop.models.records import AvailableSince, Event, new_id
from hgkm_desktop.models.validity import Existed, existing_at

STANDARD_GOALS = (
    "U kent de middelen waarmee de burgemeester drang en dwang kan inzetten.",
    "U weet wanneer een tijdelijk huisverbod kan: na geweld, en om geweld te voorkomen.",
    "U weet wat de reclassering en het Openbaar Ministerie kunnen doen, en wanneer.",
)
"""What every exercise can teach. Source: masterclass veiligheidsinterventies (bron 1)."""
STANDARD_OPENING = (
    "Welkom. Wij oefenen vandaag met een verhaal. Het kan dichtbij komen: misschien maakte iemand "
    "hier zelf zoiets mee.\n\n"
    "U mag op elk moment weggaan, en u hoeft niet te zeggen waarom. Wilt u later met iemand "
    "praten? Veilig Thuis is dag en nacht gratis te bellen: 0800-2000. Is er nu gevaar, "
    "bel dan 112.\n\n"
    "Wij wijzen niemand aan, in het verhaal niet en hier niet. U weet straks alleen wat uw "
    "organisatie toen wist."
)
STANDARD_CLOSING = (
    "De oefening is klaar. Leg uw rolkaart neer: u bent weer uzelf.\n\n"
    "Wat hier over het eigen werk of het eigen leven is gezegd, blijft hier. Houdt iets u bezig? "
    "Praat erover met een collega, of bel Veilig Thuis: 0800-2000, dag en nacht.\n\n"
    "Laat alle papieren hier. Dank u wel."
)
_PROPOSED_ROUNDS = 3

_Part = TypeVar("_Part", Role, PlayRound, RoleFact, DecisionPoint)


def moved_part(parts: tuple[_Part, ...], part_id: str, by: int) -> tuple[_Part, ...]:
    """The parts with this one so many places later; at an end it stays as it is."""
    found = list(parts)
    here = next(n for n, part in enumerate(found) if part.id == part_id)
    if 0 <= here + by < len(found):
        found.insert(here + by, found.pop(here))
    return tuple(found)


def with_goals(exercise: Exercise) -> Exercise:
    """The exercise with the standard goals behind its own; none of them twice."""
    return replace(exercise, goals=tuple(dict.fromkeys((*exercise.goals, *STANDARD_GOALS))))


def with_words(exercise: Exercise) -> Exercise:
    """With the standard words for the beginning and the end, where nothing stands there yet."""
    return replace(
        exercise,
        opening=exercise.opening or STANDARD_OPENING,
        closing=exercise.closing or STANDARD_CLOSING,
    )


def with_roles_of_line(exercise: Exercise) -> Exercise:
    """The exercise with a role for each organisation of the line that has none yet."""
    played = {role.organisation_id for role in exercise.roles}
    names = {role.name.casefold() for role in exercise.roles}
    new = [
        Role(new_id(), one.name, one.id)
        for one in exercise.organisations
        if one.id not in played and one.name.casefold() not in names
    ]
    return replace(exercise, roles=(*exercise.roles, *new))


def total_minutes(exercise: Exercise) -> int:
    """How many minutes the rounds take together, without opening, branches and closing."""
    return sum(one.minutes for one in exercise.rounds)


# --- an event stands in one place -----------------------------------------------------------------


def with_round(exercise: Exercise, held: PlayRound) -> Exercise:
    """The exercise with this round, in the place of the one with its id or as the last one.

    An event comes on the line once: what is chosen here leaves other rounds and decisions.
    """
    exercise = _without_events(exercise, frozenset(held.event_ids))
    rounds = {one.id: one for one in exercise.rounds} | {held.id: held}
    return replace(exercise, rounds=tuple(rounds.values()))


def with_point(exercise: Exercise, point: DecisionPoint) -> Exercise:
    """The exercise with this decision, as `with_round` does; what follows leaves its round."""
    exercise = _without_events(exercise, frozenset(point.event_ids))
    points = {one.id: one for one in exercise.points} | {point.id: point}
    return replace(exercise, points=tuple(points.values()))


def _without_events(exercise: Exercise, taken: frozenset[str]) -> Exercise:
    def less(event_ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in event_ids if one not in taken)

    return replace(
        exercise,
        rounds=tuple(replace(one, event_ids=less(one.event_ids)) for one in exercise.rounds),
        points=tuple(replace(one, event_ids=less(one.event_ids)) for one in exercise.points),
    )


def place_of(exercise: Exercise, event_id: str) -> str:
    """Where an event comes on the line: 'ronde 2', 'na beslispunt 1', or nothing."""
    for number, one in enumerate(exercise.rounds, 1):
        if event_id in one.event_ids:
            return f"ronde {number}"
    for number, point in enumerate(exercise.points, 1):
        if event_id in point.event_ids:
            return f"na beslispunt {number}"
    return ""


# --- a proposal -----------------------------------------------------------------------------------


def in_three_rounds(exercise: Exercise) -> Exercise:
    """The events spread over three rounds in the order of the line, with who knows what.

    What only some roles knew they have on their card first; a round later everyone sees it. What
    happens in the last round everyone sees there. An exercise with rounds stays as it is.
    """
    events = in_order(line_of(exercise))
    if exercise.rounds or not events:
        return exercise
    most = min(_PROPOSED_ROUNDS, len(events))
    rounds = [PlayRound(new_id(), f"Ronde {number}") for number in range(1, most + 1)]
    facts = []
    placed: list[list[str]] = [[] for _ in rounds]
    for place, event in enumerate(events):
        number = place * most // len(events)
        knowing = _some_of(exercise, event)
        if knowing and number < most - 1:
            facts.append(RoleFact(new_id(), rounds[number].id, knowing, event_id=event.id))
            number += 1
        placed[number].append(event.id)
    return replace(
        exercise,
        rounds=tuple(
            replace(one, event_ids=tuple(ids)) for one, ids in zip(rounds, placed, strict=True)
        ),
        facts=(*exercise.facts, *facts),
    )


def with_known_facts(exercise: Exercise) -> Exercise:
    """The exercise with what some roles knew of an event as a fact of theirs, in its own round.

    An event that is a fact already stays as it is.
    """
    told = {fact.event_id for fact in exercise.facts}
    facts = []
    for one in exercise.rounds:
        for event in events_of_round(exercise, one.id):
            knowing = _some_of(exercise, event)
            if knowing and event.id not in told:
                facts.append(RoleFact(new_id(), one.id, knowing, event_id=event.id))
    return replace(exercise, facts=(*exercise.facts, *facts))


def _some_of(exercise: Exercise, event: Event) -> tuple[str, ...]:
    """The roles that knew of an event, when there are others that did not."""
    found = tuple(role.id for role in known_by(exercise, event))
    return found if len(found) < len(exercise.roles) else ()


# --- what is still missing ------------------------------------------------------------------------


def still_missing(
    exercise: Exercise, available: tuple[AvailableSince, ...] = ()
) -> tuple[str, ...]:
    """What stands in the way of playing it, or may have been forgotten, each in a sentence."""
    return tuple(_missing(exercise, available))


def _missing(exercise: Exercise, available: tuple[AvailableSince, ...]) -> Iterator[str]:
    if not exercise.events:
        yield "Er is nog geen gebeurtenis op de lijn."
    if not exercise.rounds:
        yield "Er is nog geen ronde."
    if not exercise.roles:
        yield "Er is nog geen rol."
    for number, one in enumerate(exercise.rounds, 1):
        if not events_of_round(exercise, one.id):
            yield f"In ronde {number} komt nog niets op de lijn."
    yield from _missing_facts(exercise)
    if exercise.rounds and not exercise.points:
        yield "Er is nog geen beslispunt."
    for number, point in enumerate(exercise.points, 1):
        yield from _missing_in_point(exercise, point, number, available)
    unplaced = never_shown(exercise)
    if unplaced and exercise.rounds:
        verb = "komt" if len(unplaced) == 1 else "komen"
        count = count_text(len(unplaced), "gebeurtenis", "gebeurtenissen")
        yield f"{count} {verb} in geen enkele ronde op de lijn: dat mag, dan is het alleen voor u."
    yield from _misplaced(exercise)
    yield from _missing_words(exercise)


def _misplaced(exercise: Exercise) -> Iterator[str]:
    """What stands twice, or in a round that is gone: as when two copies were merged."""
    placed = Counter(event_id for one in exercise.rounds for event_id in one.event_ids)
    placed.update(event_id for point in exercise.points for event_id in point.event_ids)
    number = numbers(line_of(exercise))
    for event_id, times in placed.items():
        if times > 1 and event_id in number:
            yield f"Gebeurtenis {number[event_id]} komt op {times} plekken op de lijn."
    used = {one.round_id for one in exercise.facts} | {one.round_id for one in exercise.points}
    if used - {one.id for one in exercise.rounds}:
        yield "Een rolfeit of beslispunt staat in een ronde die er niet meer is."


def _missing_facts(exercise: Exercise) -> Iterator[str]:
    """Of roles that come to know nothing which others do not know too."""
    rounds = [one.id for one in exercise.rounds]
    for role in exercise.roles:
        if rounds and not any(facts_for(exercise, role.id, one) for one in rounds):
            yield f"De rol {role.name} weet niets dat anderen niet ook weten."
    for number, one in enumerate(rounds, 1):
        is_told = facts_for_all(exercise, one) or any(
            facts_for(exercise, role.id, one) for role in exercise.roles
        )
        if exercise.facts and not is_told:
            yield f"In ronde {number} komt geen enkele rol iets nieuws te weten."


def _missing_in_point(
    exercise: Exercise,
    point: DecisionPoint,
    number: int,
    available: tuple[AvailableSince, ...],
) -> Iterator[str]:
    if not point.options:
        yield f"Beslispunt {number} heeft nog geen keuzes."
    if not point.happened.strip():
        yield f"Bij beslispunt {number} staat nog niet wat er echt gebeurde."
    for option in point.options:
        why = why_not_then(exercise, point, option, available)
        if why:
            yield f"Beslispunt {number}: {why}"


def _missing_words(exercise: Exercise) -> Iterator[str]:
    words = (
        (exercise.goals, "de leerdoelen"),
        (exercise.opening.strip(), "wat u voorleest aan het begin"),
        (exercise.closing.strip(), "wat u voorleest aan het eind"),
        (exercise.questions, "de vragen voor het nagesprek"),
    )
    empty = [name for filled, name in words if not filled]
    if empty:
        yield f"Nog leeg: {list_text(empty)}."


# --- instruments of that time ---------------------------------------------------------------------


def instruments_then(
    exercise: Exercise, point: DecisionPoint, available: tuple[AvailableSince, ...] = ()
) -> tuple[Existed, ...]:
    """Every instrument, with whether it was there at a decision: those that could be come first."""
    found = existing_at(moment_of(exercise, point), available)
    return (*(one for one in found if one.can_be), *(one for one in found if not one.can_be))


def why_not_then(
    exercise: Exercise,
    point: DecisionPoint,
    option: Option,
    available: tuple[AvailableSince, ...] = (),
) -> str:
    """Why the instrument of an option was not there at that moment; '' when it could be."""
    for found in instruments_then(exercise, point, available):
        if found.instrument.label == option.instrument and not found.can_be:
            return f"‘{option.instrument}’ bestond op dat moment niet: het {found.came_and_went}."
    return ""


# --- what goes along ------------------------------------------------------------------------------


def gone_with_event(exercise: Exercise, event_id: str) -> str:
    """Where an event that is taken away stood, as the rest of a sentence after 'weggehaald, '."""
    stood = [place_of(exercise, event_id)]
    facts = [fact for fact in exercise.facts if fact.event_id == event_id]
    stood.append("wat rollen ervan wisten" if facts else "")
    stood.append(
        "het moment van een beslispunt"
        if any(point.event_id == event_id for point in exercise.points)
        else ""
    )
    stood.append(
        "het begin van een tak"
        if any(branch.after_event_id == event_id for branch in exercise.branches)
        else ""
    )
    found = [words for words in stood if words]
    return f"ook uit {list_text(found)}" if found else "ze stond nog nergens anders"


def gone_with_round(exercise: Exercise, round_id: str) -> str:
    """What goes with a round, as the rest of a sentence after 'weggehaald, '."""
    facts = sum(1 for fact in exercise.facts if fact.round_id == round_id)
    points = len(points_of(exercise, round_id))
    along = [
        count_text(facts, "rolfeit", "rolfeiten") if facts else "",
        count_text(points, "beslispunt", "beslispunten") if points else "",
    ]
    found = [words for words in along if words]
    stay = "de gebeurtenissen staan nog op de lijn"
    return f"met {list_text(found)}; {stay}" if found else stay


def gone_with_role(exercise: Exercise, role_id: str) -> str:
    """What goes with a role, as the rest of a sentence after 'weggehaald, '."""
    alone = sum(1 for fact in exercise.facts if fact.role_ids == (role_id,))
    if not alone:
        return "er was niets dat alleen deze rol wist"
    return f"met {count_text(alone, 'rolfeit', 'rolfeiten')} dat alleen deze rol wist".replace(
        "feiten dat", "feiten die"
    )
