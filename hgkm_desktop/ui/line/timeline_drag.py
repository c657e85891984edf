"""Dragging on the line: which part of an event is held, and where it comes when it is let go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.moving import (
    days_in_step,
    moved_period,
    with_end_moved,
    with_end_stepped,
    with_start_moved,
)
from hgkm_desktop.models.records import Event


class Part(Enum):
    """What of an event is held; the value says what is done with it, as undo names it."""

    WHOLE = "gebeurtenis verplaatsen"
    START = "begin verzetten"
    END = "einde verzetten"


@dataclass(frozen=True, slots=True)
class Drag:
    """Events that are held; the first is the one under the hand. `day` is where it was taken up."""

    events: tuple[Event, ...]
    part: Part
    day: float

    def at(self, day: float) -> tuple[Event, ...]:
        """The events as they come to be when they are let go at a day (an ordinal).

        Raises BadInput where they cannot stand.
        """
        return tuple(self._at(event, day) for event in self.events)

    def held_at(self, day: float) -> Event:
        """As `at`, of the event under the hand alone: fast enough to ask at every move."""
        return self._at(self.events[0], day)

    def _at(self, event: Event, day: float) -> Event:
        # By days, not to a day: what is circa is drawn wider than the days that it names.
        days = round(day - self.day)
        if self.part is Part.START:
            return with_start_moved(event, days)
        if self.part is Part.END:
            return with_end_moved(event, days)
        return moved_period(event, days)


def stepped(events: Sequence[Event], part: Part, steps: int) -> tuple[Event, ...]:
    """Events moved by the smallest step that moves them all: a day, a month, a year; each end by
    the smallest step of its own.

    Those without a date stay as they are. Raises BadInput where they cannot stand, for the end of
    one that still goes on, and when none has a date.
    """
    dated = [event for event in events if event.start.is_known]
    if not dated:
        raise BadInput("Deze gebeurtenis heeft geen datum.", todo="Typ er een: druk op Enter.")
    if part is Part.END:
        if any(event.ongoing for event in dated):
            raise BadInput("Wat nog doorgaat, heeft geen einde.", todo="Typ er een: druk op Enter.")
        return tuple(with_end_stepped(event, steps) for event in dated)
    days = steps * max(days_in_step(event) for event in dated)
    return tuple(moved_period(event, days) for event in dated)
