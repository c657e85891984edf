"""The stretch of a line that a question of a sample is about, and what of it lies in there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hgkm_desktop.methods.huisverbod import (
    DENIED,
    Days,
    Huisverbod,
    Step,
    Taxatie,
    is_of_huisverbod,
    is_rihg,
    lies_after,
    step_of,
)
from hgkm_desktop.methods.line_facts import any_of, instrument_of
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import Event, Regie
from hgkm_desktop.models.terms import (
    Answer,
    EventKind,
    FactStatus,
    Occurrence,
    Pressure,
    RegieHolder,
)

_HELP = frozenset({"vrijwillige_hulp", "opvang", "traumascreening", "mda"})
_DOUBTED = (FactStatus.VERMOEDEN, FactStatus.BETWIST)
_CARRIES_HELP = frozenset({"zorgplan", "casusregie", "persoonsgerichte_aanpak"})
When = Callable[[Event], Answer]


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a case is looked at for: after a huisverbod, or after a RIHG without one.

    `begun` is the day of either, `closed` the day after which a question asks how it went on:
    that on which the huisverbod ended, or that of the RIHG.
    """

    case: Case
    root: Event
    begun: Days
    closed: Days
    ban: Huisverbod | None = None

    def since(self, event: Event) -> Answer:
        """Whether an event began on the first day or later; before it on the line is before it."""
        if event.id == self.root.id or not event.start.is_known:
            return Answer.NEE if event.id == self.root.id else Answer.ONBEKEND
        if event.start.latest < self.begun[0]:
            return Answer.NEE
        if event.start.earliest > self.begun[1]:
            return Answer.JA
        if event.start.is_exact and self.root.start.is_exact:
            line = [e.id for e in in_order(self.case)]
            is_later = line.index(event.id) > line.index(self.root.id)
            return Answer.JA if is_later else Answer.NEE
        return Answer.ONBEKEND

    def later(self, event: Event) -> Answer:
        """Whether an event began on a later day than the first."""
        return lies_after(event.start, self.begun)

    def afterwards(self, event: Event) -> Answer:
        """Whether an event began after the huisverbod ended; of a RIHG, since then."""
        return lies_after(event.start, self.closed) if self.ban else self.since(event)

    def goes_on_after(self, event: Event) -> Answer:
        """Whether what an event began still went on after that.

        Without an end it is onbekend, and nee for a moment before the first day.
        """
        if self.afterwards(event) is Answer.JA or event.ongoing:
            return Answer.JA
        if event.end is None or not event.end.is_known:
            is_before = event.start.is_known and event.start.latest < self.begun[0]
            return Answer.NEE if is_before else Answer.ONBEKEND
        return any_of((lies_after(event.end, self.closed), self.afterwards(event)))

    def during(self, event: Event) -> Answer:
        """Whether an event lay in the huisverbod, or had begun before and went on in it."""
        assert self.ban is not None
        inside = self.ban.covers(event.start)
        if inside is Answer.JA or not event.start.is_known:
            return inside
        if event.start.latest >= self.begun[0]:
            return inside
        ends: Moment | None = event.end
        going = event.ongoing or (ends is not None and lies_after(ends, self.begun) is Answer.JA)
        return Answer.JA if going else inside

    def regie_after(self) -> tuple[Regie, ...]:
        """What is recorded of regie that surely reached past that day."""
        return tuple(r for r in self.case.regie if self._reaches(r))

    def _reaches(self, regie: Regie) -> bool:
        ends = regie.end is not None and lies_after(regie.end, self.closed) is Answer.JA
        starts = regie.start.is_known and regie.start.earliest >= self.closed[1]
        return starts or ends or (regie.ongoing and regie.start.is_known)


def after_ban(case: Case, ban: Huisverbod) -> Stretch:
    return Stretch(case, ban.imposed[0], ban.first_day, ban.over, ban)


def after_rihg(case: Case, taxatie: Taxatie) -> Stretch:
    return Stretch(case, taxatie.rihg, taxatie.day, taxatie.day)


@dataclass(frozen=True, slots=True)
class Found:
    """Events of one sort that surely lie in a stretch: done, or not done though it could be.

    `unclear` may lie in it, and of `denied` the title says 'geen' or 'niet': a person must read it.
    What did not exist there yet is in none of them, for it is never a failure.
    """

    done: tuple[Event, ...] = ()
    not_done: tuple[Event, ...] = ()
    unclear: tuple[Event, ...] = ()
    denied: tuple[Event, ...] = ()


def find(case: Case, is_one: Callable[[Event], bool], when: When) -> Found:
    """The events of the line for which `is_one` is true, by whether they lie in a stretch."""
    line = [
        (event, when(event))
        for event in in_order(case)
        if is_one(event) and event.occurrence is not Occurrence.BESTOND_NIET
    ]
    inside = [event for event, answer in line if answer is Answer.JA]
    done = [event for event in inside if event.happened]
    return Found(
        tuple(event for event in done if not is_denied(event)),
        tuple(event for event in inside if not event.happened),
        tuple(event for event, answer in line if answer is Answer.ONBEKEND),
        tuple(event for event in done if is_denied(event)),
    )


def is_denied(event: Event) -> bool:
    """True when the title says that something was not there, so that words must be read."""
    return DENIED.search(event.title.casefold()) is not None


def is_help(event: Event) -> bool:
    """True for help that a family takes: an interventie without dwang, of which the instrument, if
    the list knows it, is help or carries it. Toezicht or a screening is not help by itself."""
    if event.pressure is Pressure.DWANG or is_of_huisverbod(event):
        return False
    known, is_kind = instrument_of(event), event.kind is EventKind.INTERVENTIE
    return known in _HELP or (is_kind and (not known or known in _CARRIES_HELP))


def is_violence(event: Event) -> bool:
    """True for an incident that is more than a breach of the huisverbod."""
    return event.kind is EventKind.INCIDENT and step_of(event) is not Step.OVERTREDING


def is_doubted(event: Event) -> bool:
    """True when an event is only suspected, or not everyone agrees that it was so."""
    return event.fact_status in _DOUBTED


def of_kinds(*kinds: EventKind) -> Callable[[Event], bool]:
    """True for events of these kinds that are not about the huisverbod or the RIHG itself."""

    def is_one(event: Event) -> bool:
        return event.kind in kinds and not (is_of_huisverbod(event) or is_rihg(event))

    return is_one


def held(records: Iterable[Regie], holder: RegieHolder) -> tuple[Regie, ...]:
    return tuple(record for record in records if record.holder is holder)
