"""From when to when each part of an exercise is played, counted from its start.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hgkm_desktop.methods.exercises import PlayStep, StepKind, play_steps
from hgkm_desktop.models.exercise import Exercise

OPENING, BRANCH, CLOSING = 10, 15, 15
"""How many minutes are kept for what has no duration of its own."""
_MINUTES = {StepKind.OPENING: OPENING, StepKind.BRANCH: BRANCH, StepKind.CLOSING: CLOSING}


@dataclass(frozen=True, slots=True)
class PlayTime:
    """A part of an afternoon: the first step of it, and when it begins and ends, in minutes after
    midnight; past 1440 it is the next day."""

    step: PlayStep
    begins: int
    ends: int


def play_times(exercise: Exercise, starts_at: int) -> tuple[PlayTime, ...]:
    """The opening, each round with its decisions and talk, the branches and the closing.

    `starts_at` is in minutes after midnight.
    """
    return tuple(_times(exercise, starts_at))


def _times(exercise: Exercise, begins: int) -> Iterator[PlayTime]:
    for step in play_steps(exercise):
        if step.kind is StepKind.STORY and step.round is not None:
            minutes = step.round.minutes
        elif step.kind in _MINUTES:
            minutes = _MINUTES[step.kind]
        else:
            continue  # it is played in the time of its round
        yield PlayTime(step, begins, begins + minutes)
        begins += minutes
