"""What stands on a line: each event as a mark with its place in time, its label and its signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf
from operator import attrgetter
from typing import NamedTuple

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import EventKind, Mark, Occurrence
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.signs import signs_of_facts

LABEL_LETTERS = 200
"""No label can be wider than this many letters; longer titles are cut before measuring."""

_SAYS_NO = re.compile(r"\b(geen|géén|niet|nooit|niemand|niets|zonder)\b", re.IGNORECASE)
_PREFIX = {
    Occurrence.GEBEURD: "",
    Occurrence.NIET_GEDAAN: "niet: ",
    Occurrence.BESTOND_NIET: "bestond niet: ",
}


class Span(NamedTuple):
    """When something was, in days as ordinals; `last` is excluded, and infinite when it goes on.

    `first` and `last` hold every day it can have been. `soft_first` and `soft_last` are how many
    of those days at either end of a period are uncertain. `assumed`: the days are circa.
    """

    first: float
    last: float
    is_period: bool
    soft_first: float = 0.0
    soft_last: float = 0.0
    assumed: bool = False

    @property
    def centre(self) -> float:
        """The middle of the days it can have been; of a period the middle of its start."""
        if self.is_period:
            return self.first + max(self.soft_first, 1.0) / 2
        return (self.first + self.last) / 2

    @property
    def is_exact(self) -> bool:
        """True for one known day."""
        return self.last - self.first <= 1.0 and not self.assumed


class EventMark(NamedTuple):
    """An event as the line shows it; `span` is None when its date is unknown."""

    event_id: str
    kind: EventKind
    label: str
    occurrence: Occurrence
    signs: tuple[str, ...]
    is_pivotal: bool
    span: Span | None
    dim: bool = False
    is_silent: bool = False

    @property
    def happened(self) -> bool:
        return self.occurrence is Occurrence.GEBEURD


@dataclass(frozen=True, slots=True)
class Marks:
    """The chosen events of a case by their id, each with its mark, in the order of the line.

    `line` are all events in that order, `numbers` their numbers by id. `changed` is what is not
    as in the marks before, None for what is gone or has no date.
    """

    case: Case
    choices: Choices
    line: tuple[Event, ...]
    numbers: Mapping[str, int]
    signs: dict[str, tuple[str, ...]]
    chosen: dict[str, tuple[Event, EventMark]]
    changed: dict[str, tuple[Event, EventMark] | None]

    def told_after(self) -> dict[str, int]:
        """For each undated event the number of the dated event it follows, 0 for the first."""
        after, found = 0, dict[str, int]()
        for event in self.line:
            if event.start.is_known:
                after = self.numbers[event.id]
            else:
                found[event.id] = after
        return found


def marks_of(
    case: Case,
    choices: Choices,
    number_of: Mapping[str, int] | None = None,
    *,
    line: tuple[Event, ...] | None = None,
    before: Marks | None = None,
) -> Marks:
    """The marks of the events of a case that were chosen.

    `number_of` gives the numbers they have elsewhere; without it they are counted here. `line` is
    `in_order(case)` for who has it already. `before` are marks of which those that are still true
    are kept: an edit makes one mark anew.
    """
    line = in_order(case) if line is None else line
    signs = _signs(case, choices, before)
    known = _still_true(before, choices, signs)
    back = standing_back(case, choices)
    wanted = choices.event_ids
    events = line if wanted is None else [event for event in line if event.id in wanted]
    ids = [event.id for event in events]
    found: list[tuple[Event, EventMark] | None] = list(map(known.get, ids))
    pairs = enumerate(zip(events, found, strict=True))
    made = [n for n, (event, pair) in pairs if pair is None or pair[0] is not event]
    for n in made:
        found[n] = events[n], _mark(events[n], signs.get(ids[n], ()), choices, back)
    chosen = {i: pair for i, pair in zip(ids, found, strict=True) if pair is not None}
    gone = _gone(before.chosen, chosen, (ids[n] for n in made)) if before is not None else ()
    changed = {ids[n]: _dated(found[n]) for n in made} | dict.fromkeys(gone)
    if number_of is None:
        number_of = {event.id: number for number, event in enumerate(line, 1)}
    return Marks(case, choices, line, number_of, signs, chosen, changed)


def _gone(old: Mapping[str, object], new: Mapping[str, object], made: Iterable[str]) -> set[str]:
    """The ids of the old that are not among the new, of which these were made."""
    if len(old) + sum(event_id not in old for event_id in made) == len(new):
        return set()
    return old.keys() - new.keys()


def _dated(one: tuple[Event, EventMark] | None) -> tuple[Event, EventMark] | None:
    return one if one is not None and one[1].span is not None else None


def _signs(case: Case, choices: Choices, before: Marks | None) -> dict[str, tuple[str, ...]]:
    if (
        before is not None
        and before.case.belevingen is case.belevingen
        and before.case.deelnemers is case.deelnemers
        and before.choices.deelnemer_id == choices.deelnemer_id
    ):
        return before.signs
    return signs_by_event(case, choices.deelnemer_id)


def _still_true(
    before: Marks | None, choices: Choices, signs: dict[str, tuple[str, ...]]
) -> dict[str, tuple[Event, EventMark]]:
    """What can be kept of earlier marks as far as choices and belevingen go."""
    if before is None or _tones(before.choices) != _tones(choices):
        return {}
    if before.signs is signs:
        return before.chosen
    ids = before.signs.keys() | signs.keys()
    changed = {i for i in ids if before.signs.get(i) != signs.get(i)}
    return {i: found for i, found in before.chosen.items() if i not in changed}


def _tones(choices: Choices) -> tuple[object, ...]:
    return choices.dimmed, choices.doubted, choices.silent, choices.deelnemer_id


def standing_back(case: Case, choices: Choices) -> frozenset[str]:
    """The ids of the events that are shown in a lighter tone: those that were chosen for it, and
    with one deelnemer chosen all of which that one has no beleving."""
    back = choices.dimmed | choices.doubted | choices.silent
    if not choices.deelnemer_id:
        return back
    lived = {b.event_id for b in case.belevingen if b.deelnemer_id == choices.deelnemer_id}
    return back | {event.id for event in case.events if event.id not in lived}


def _mark(
    event: Event, signs: tuple[str, ...], choices: Choices, back: frozenset[str]
) -> EventMark:
    doubted = event.id in choices.doubted
    facts = ("unknown", *signs_of_facts(event)) if doubted else signs_of_facts(event)
    return EventMark(
        event_id=event.id,
        kind=event.kind,
        label=label_of(event),
        occurrence=event.occurrence,
        signs=(*facts, *signs),
        is_pivotal=event.is_pivotal,
        span=span_of(event.start, event.end, event.ongoing),
        dim=event.id in back,
        is_silent=event.id in choices.silent,
    )


def label_of(event: Event) -> str:
    """The title on one line; what did not happen is said in it.

    A title of what was not done that begins with a no ('geen overleg') is not denied twice.
    """
    title = " ".join(event.title.split())
    denied = event.occurrence is Occurrence.NIET_GEDAAN and _SAYS_NO.match(title)
    prefix = "" if denied else _PREFIX[event.occurrence]
    cut = title[: LABEL_LETTERS - 1] + "…" if len(title) > LABEL_LETTERS else title
    return f"{prefix}{cut}"


def signs_by_event(case: Case, deelnemer_id: str = "") -> dict[str, tuple[str, ...]]:
    """The signs of the belevingen in the order of the table, and the one for a divergence; only
    those of one deelnemer when that is given."""
    place = {d.id: d.seq for d in case.deelnemers}
    sign_of = {mark: mark.sign for mark in Mark}
    heard = [b for b in case.belevingen if deelnemer_id in ("", b.deelnemer_id)]
    heard.sort(key=attrgetter("seq", "id"))
    heard.sort(key=lambda b: place.get(b.deelnemer_id, 0.0))
    found: dict[str, list[str]] = {}
    for beleving in heard:
        found.setdefault(beleving.event_id, []).append(sign_of[beleving.mark])
    return {
        event_id: (*signs, "divergence") if len(set(signs)) > 1 else tuple(signs)
        for event_id, signs in found.items()
    }


def span_of(start: Moment, end: Moment | None, ongoing: bool) -> Span | None:
    """Where a moment or period stands in time; None without a known start. A file made by hand
    may have an end before its start: then the days between are shown, as assumed."""
    if not start.is_known:
        return None
    if end is None and not ongoing and start.is_exact:  # most events: spare them the rest
        day = float(start.earliest.toordinal())
        return Span(day, day + 1.0, False)
    first, start_last = _days(start)
    end = end if end is not None and end.is_known else None
    circa = start.circa or (end is not None and end.circa)
    if end is None:
        if ongoing:
            return Span(first, inf, True, _soft(start), 0.0, circa)
        return Span(first, start_last, False, assumed=circa)
    end_first, last = _days(end)
    if last <= first:
        return Span(min(first, end_first), start_last, True, assumed=True)
    soft_first, soft_last = _soft(start), _soft(end)
    longest = (last - first) / 2
    return Span(first, last, True, min(soft_first, longest), min(soft_last, longest), circa)


def _days(moment: Moment) -> tuple[float, float]:
    return float(moment.earliest.toordinal()), float(moment.latest.toordinal() + 1)


def _soft(moment: Moment) -> float:
    """How many days are uncertain; none for a known day."""
    first, last = _days(moment)
    return 0.0 if moment.is_exact else last - first
