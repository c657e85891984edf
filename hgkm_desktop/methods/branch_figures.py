"""What can be counted of the two sides of a branch, and how long things took after moment T.

A range holds every answer that the dates leave open. What is counted was invented, and proves
nothing. Source: géén en wél Actieoverleg (docs/bronnen.md, bron 4).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hgkm_desktop.methods.branches import split_event
from hgkm_desktop.models.exercise import Branch, Exercise
from hgkm_desktop.models.intervals import DayRange, interval_words
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Answer, EventKind

INVENTED = "Verzonnen verloop, geen bewijs."
NEVER, NOT_KNOWN, SAME_DAY = "komt niet voor", "niet te zeggen", "dezelfde dag"
_FIRSTS = (
    (EventKind.INTERVENTIE, "de eerste interventie"),
    (EventKind.AFSTEMMING, "het eerste afstemmingsmoment"),
    (EventKind.PLAN, "het eerste plan of de eerste afspraak"),
)
_Side = tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One row of the comparison: what it is, and what each side says of it in a few words."""

    name: str
    without: str
    beside: str


def compared(exercise: Exercise, branch: Branch) -> tuple[Compared, ...]:
    """The rows of the comparison table, from the events of the two sides alone."""
    split = split_event(exercise, branch)
    told: list[tuple[str, Callable[[_Side], str]]] = [
        ("Organisaties die weten wat er na T gebeurde", _knowing_words)
    ]
    told += [(f"Van T tot {name}", _first_words(split, kind)) for kind, name in _FIRSTS]
    told.append(("Incidenten na T", _incident_words))
    sides = [_after(split, side) for side in (branch.events_without, branch.events_with)]
    return tuple(Compared(name, *(words(side) for side in sides)) for name, words in told)


def _after(split: Event | None, events: _Side) -> _Side:
    """The events without what is surely before T."""
    return tuple(e for e in events if split is None or not e.start.surely_before(split.start))


def knowing(events: _Side) -> tuple[int, int]:
    """How many organisations know of something that happened: at least, and at most.

    One knows of an event when it had a part in it or when that was filled in; where it was filled
    in that this is not known, it may.
    """
    happened = [event for event in events if event.happened]
    sure = {one for event in happened for one in _known_in(event, Answer.JA)}
    sure |= {one for event in happened for one in event.organisation_ids}
    maybe = {one for event in happened for one in _known_in(event, Answer.ONBEKEND)}
    return len(sure), len(sure | maybe)


def _known_in(event: Event, answer: Answer) -> tuple[str, ...]:
    return tuple(one.organisation_id for one in event.knowledge if one.known is answer)


def first_after(split: Event, events: _Side, kind: EventKind) -> DayRange | None:
    """The days from moment T to the first of a kind that happened; None when there is none.

    What is on a side comes after T: where dates leave that open, it is 0 days at least. What is
    surely before T is left out. T and all of that kind have a date.
    """
    later = _happened(_after(split, events), kind)
    if not later:
        return None
    days = [split.start.days_until(event.start) for event in later]
    least, most = (max(min(ends), 0) for ends in zip(*days, strict=True))
    return DayRange(least, most)


def _happened(events: _Side, kind: EventKind) -> _Side:
    return tuple(event for event in events if event.kind is kind and event.happened)


# --- in words -----------------------------------------------------------------------------------


def _knowing_words(events: _Side) -> str:
    least, most = knowing(events)
    return str(least) if least == most else f"{least} tot {most}"


def _first_words(split: Event | None, kind: EventKind) -> Callable[[_Side], str]:
    def words(events: _Side) -> str:
        found = _happened(events, kind)
        if not found:
            return NEVER
        if split is None or not split.start.is_known:
            return f"{NOT_KNOWN}: T heeft geen datum"
        if not all(event.start.is_known for event in found):
            return f"{NOT_KNOWN}: een datum ontbreekt"
        time = first_after(split, events, kind)
        if time is None:
            return NEVER
        return SAME_DAY if time.most == 0 else interval_words(time)

    return words


def _incident_words(events: _Side) -> str:
    return str(len(_happened(events, EventKind.INCIDENT)))
