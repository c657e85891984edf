"""Which events a presentation passes, and how the line stands at each of them."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.records import Event
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.lanes import lanes_of
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.room.hiding import HidingPlaces
from hgkm_desktop.ui.room.presented import Lived, in_period, lived, presented_case


class Course:
    """The events that may be shown, in the order of the line, and the one that is told now.

    `window` is the part of time that was in view: when events lie outside it, it was chosen, and
    they stay out until `show_whole`. `case` holds only what may be shown, and nowhere where someone
    hides.
    """

    def __init__(self, case: Case, choices: Choices, window: Window, event_id: str = "") -> None:
        self._places = HidingPlaces()
        self.case = presented_case(self._places.taken_out(case))
        self._whole = case
        self._choices = choices
        self.period: Window | None = None
        self.steps: tuple[Event, ...] = ()
        self.place = 0
        self.current: Event | None = None
        if in_period(self._wanted(), window) is not None:
            self.period = window
        self._settle(event_id)

    def take(self, case: Case) -> None:
        """Go on with another value of the case."""
        self.case = presented_case(self._places.taken_out(case))
        self._whole = case
        self._settle(self._current_id())

    def set_choices(self, choices: Choices) -> None:
        """Show other lanes or pass another filter."""
        self._choices = choices
        self._settle(self._current_id())

    def show_whole(self) -> None:
        """Let go of the period that was chosen."""
        self.period = None
        self._settle(self._current_id())

    def go(self, steps: int) -> bool:
        """Go on (or back) by so many events; False at the end."""
        return self._stand(self.place + steps)

    def choose(self, event_id: str) -> bool:
        """Go to an event; False when it is told already, or is not among those that are shown."""
        found = [place for place, event in enumerate(self.steps) if event.id == event_id]
        return bool(found) and self._stand(found[0])

    @property
    def following(self) -> Event | None:
        """The event that comes next."""
        later = self.steps[self.place + 1 : self.place + 2]
        return later[0] if later else None

    def choices(self) -> Choices:
        """What the line shows now: what came before in a lighter tone, what is to come without
        words, and no bands: what runs along the line was not agreed on to be shown."""
        ids = [event.id for event in self.steps]
        return replace(
            self._choices,
            event_ids=frozenset(ids),
            dimmed=frozenset(ids[: self.place]),
            silent=frozenset(ids[self.place + 1 :]),
            doubted=frozenset(),
            bands=frozenset(),
        )

    def numbers(self) -> dict[str, int]:
        """The number that each event has in the whole case."""
        return {event.id: int(event.seq) for event in self.case.events}

    def lived(self, event: Event) -> tuple[Lived, ...]:
        """How an event was lived, as far as that may be shown and was chosen."""
        return self._lived.get(event.id, ())

    def _current_id(self) -> str:
        return self.current.id if self.current is not None else ""

    def _stand(self, place: int) -> bool:
        place = min(max(place, 0), max(len(self.steps) - 1, 0))
        moved = place != self.place
        self.place = place
        self.current = self.steps[place] if self.steps else None
        return moved

    def _settle(self, event_id: str) -> None:
        """Find the steps anew; stay at this event, or go to the next one that is shown."""
        self._lived = lived(self.case, self._choices.deelnemer_id)
        events = self._wanted()
        found = in_period(events, self.period) if self.period is not None else None
        hidden = self._in_hidden_lanes(events)
        self.steps = tuple(
            e for e in events if e.id not in hidden and (found is None or e.id in found)
        )
        place_of = {event.id: place for place, event in enumerate(self.steps)}
        ids = [event.id for event in in_order(self._whole)]
        place = self.place
        if event_id in ids:
            later = [place_of[i] for i in ids[ids.index(event_id) :] if i in place_of]
            place = later[0] if later else len(self.steps) - 1
        self._stand(place)

    def _wanted(self) -> tuple[Event, ...]:
        """The events that pass the filter, in the order of the line; `presented_case` gives them
        so, whatever its coarser days would make of it."""
        ids = self._choices.event_ids
        return tuple(e for e in self.case.events if ids is None or e.id in ids)

    def _in_hidden_lanes(self, events: tuple[Event, ...]) -> frozenset[str]:
        """The dated events of which every lane is hidden."""
        dated = [event for event in events if event.start.is_known]
        of_event = lanes_of(self.case, self._choices, dated).of_event
        return frozenset(event_id for event_id, lanes in of_event.items() if not lanes)
