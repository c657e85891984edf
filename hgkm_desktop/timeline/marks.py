"""What stands on a line: each event as a mark with its place in time, its label and its signs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import EventKind, Occurrence
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


@dataclass(frozen=True, slots=True)
class Span:
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


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event as the line shows it; `span` is None when its date is unknown."""

    event_id: str
    number: int
    kind: EventKind
    label: str
    occurrence: Occurrence
    signs: tuple[str, ...]
    is_pivotal: bool
    span: Span | None
    after: int = 0
    """For an undated event: the number of the dated event it follows, 0 when it comes first."""
    dim: bool = False
    is_silent: bool = False

    @property
    def happened(self) -> bool:
        return self.occurrence is Occurrence.GEBEURD


def marks_of(
    case: Case, choices: Choices, number_of: Mapping[str, int] | None = None
) -> tuple[EventMark, ...]:
    """The events of a case that were chosen, in the order of the line.

    `number_of` gives the numbers they have elsewhere; without it they are counted here.
    """
    signs = signs_by_event(case, choices.deelnemer_id)
    marks: list[EventMark] = []
    after = 0
    for place, event in enumerate(in_order(case), 1):
        number = number_of[event.id] if number_of is not None else place
        span = span_of(event.start, event.end, event.ongoing)
        if span is not None:
            after = number
        if choices.event_ids is None or event.id in choices.event_ids:
            marks.append(_mark(event, number, span, signs.get(event.id, ()), after, choices))
    return tuple(marks)


def _mark(
    event: Event,
    number: int,
    span: Span | None,
    signs: tuple[str, ...],
    after: int,
    choices: Choices,
) -> EventMark:
    doubted = event.id in choices.doubted
    dim = doubted or event.id in choices.dimmed or bool(choices.deelnemer_id and not signs)
    facts = ("unknown", *signs_of_facts(event)) if doubted else signs_of_facts(event)
    return EventMark(
        event_id=event.id,
        number=number,
        kind=event.kind,
        label=label_of(event),
        occurrence=event.occurrence,
        signs=(*facts, *signs),
        is_pivotal=event.is_pivotal,
        span=span,
        after=after if span is None else 0,
        dim=dim or event.id in choices.silent,
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
    heard = [b for b in case.belevingen if deelnemer_id in ("", b.deelnemer_id)]
    found: dict[str, list[str]] = {}
    for beleving in sorted(heard, key=lambda b: (place.get(b.deelnemer_id, 0.0), b.seq, b.id)):
        found.setdefault(beleving.event_id, []).append(beleving.mark.sign)
    return {
        event_id: (*signs, "divergence") if len(set(signs)) > 1 else tuple(signs)
        for event_id, signs in found.items()
    }


def span_of(start: Moment, end: Moment | None, ongoing: bool) -> Span | None:
    """Where a moment or period stands in time; None without a known start. A file made by hand
    may have an end before its start: then the days between are shown, as assumed."""
    if not start.is_known:
        return None
    first, start_last = _days(start)
    end = end if end is not None and end.is_known else None
    circa = start.circa or (end is not None and end.circa)
    if end is None:
        if ongoing:
            return Span(first, inf, True, _soft(start), 0.0, circa)
        return Span(first, start_last, False, assumed=circa)
    end_first, last = _days(end)
    if last < start_last:
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
