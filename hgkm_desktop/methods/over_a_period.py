"""What a terugkoppeling counts over its period: meetings, cases and doorbraken.

It is counted from the works of the file and never typed. What a work in bewerking says is counted
and not told, for nobody read it through yet.
Source: zicht op de praktijk, terugkoppeling aan het DVC (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.terms import ActionStatus, CaseState, Outcome, Term
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.works import Work, cases_in

Spoken = BoardTalk | Sample | Leertafel
"""What is spoken of with bestuurders and partners, on one day."""
_S = TypeVar("_S", BoardTalk, Sample, Leertafel)


class DoorbraakState(Term):
    """How a doorbraak stands: only asked, promised too, or ended."""

    GEVRAAGD = ("gevraagd", "gevraagd")
    TOEGEZEGD = ("toegezegd", "toegezegd")
    GELUKT = ("gelukt", "gelukt")
    NIET_GELUKT = ("niet_gelukt", "niet gelukt")


@dataclass(frozen=True, slots=True)
class Doorbraak:
    """What was asked in a talk, an evaluation or a leertafel, and how it stands now."""

    work: Spoken
    actie: Verbeteractie
    state: DoorbraakState
    is_left_out: bool = False

    @property
    def may_be_told(self) -> bool:
        """Whether what it says was read through; else it is only counted."""
        return self.work.state is CaseState.DEELBAAR


@dataclass(frozen=True, slots=True)
class OverAPeriod:
    """What falls in the period, by day.

    `ahead` falls in it too, but after today: nobody was there yet. `undated` has no day, and so
    falls in no period. Of both nothing is counted.
    """

    talks: tuple[BoardTalk, ...] = ()
    samples: tuple[Sample, ...] = ()
    leertafels: tuple[Leertafel, ...] = ()
    ahead: tuple[Spoken, ...] = ()
    undated: tuple[Spoken, ...] = ()
    doorbraken: tuple[Doorbraak, ...] = ()

    @property
    def works(self) -> tuple[Spoken, ...]:
        """All that is counted, by day."""
        return _by_day((*self.talks, *self.samples, *self.leertafels))

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The different cases of samples and leertafels, each once."""
        return tuple({i: None for work in self.works for i in cases_in(work)})

    @property
    def counted(self) -> tuple[Doorbraak, ...]:
        """The doorbraken without those that are left out."""
        return tuple(d for d in self.doorbraken if not d.is_left_out)

    @property
    def told(self) -> tuple[Doorbraak, ...]:
        """The doorbraken that are told with their words and their state."""
        return tuple(d for d in self.counted if d.may_be_told)

    @property
    def untold(self) -> int:
        """How many doorbraken stand in what is in bewerking: counted, never told."""
        return len(self.counted) - len(self.told)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be taken over as 'wat is geleerd': `kind` says what it was in that work."""

    work: Spoken
    kind: str
    text: str


def over_a_period(feedback: Terugkoppeling, works: Iterable[Work], today: date) -> OverAPeriod:
    """What falls in the period of the terugkoppeling, both its days included, until today.

    Without both days, or when the end comes before the begin, nothing falls in it.
    """
    spoken = [work for work in works if isinstance(work, Spoken)]
    within = _by_day(work for work in spoken if _is_within(feedback, day_of(work)))
    held = [work for work in within if (day_of(work) or today) <= today]
    return OverAPeriod(
        talks=_of(BoardTalk, held),
        samples=_of(Sample, held),
        leertafels=_of(Leertafel, held),
        ahead=tuple(work for work in within if work not in held),
        undated=tuple(work for work in spoken if day_of(work) is None),
        doorbraken=tuple(_doorbraken(held, feedback.left_out_ids)),
    )


def day_of(work: Spoken) -> date | None:
    """The day on which it was spoken of: of a sample that of its evaluation."""
    return work.evaluated_on if isinstance(work, Sample) else work.held_on


def state_of(actie: Verbeteractie) -> DoorbraakState:
    """How a doorbraak stands: who works on it, has promised it."""
    if actie.status is ActionStatus.GEREED:
        return DoorbraakState.GELUKT
    if actie.status is ActionStatus.VERVALLEN:
        return DoorbraakState.NIET_GELUKT
    is_promised = actie.promise.strip() or actie.status is ActionStatus.BEZIG
    return DoorbraakState.TOEGEZEGD if is_promised else DoorbraakState.GEVRAAGD


def meetings_text(found: OverAPeriod) -> str:
    """'2 gesprekken, 1 evaluatie van een steekproef, 0 bestuurlijke leertafels'."""
    samples = ("evaluatie van een steekproef", "evaluaties van een steekproef")
    counted = (
        count_text(len(found.talks), "gesprek", "gesprekken"),
        count_text(len(found.samples), *samples),
        count_text(len(found.leertafels), "bestuurlijke leertafel", "bestuurlijke leertafels"),
    )
    return ", ".join(counted)


def doorbraken_text(found: OverAPeriod) -> str:
    """'3 doorbraken: 2 gevraagd, 1 gelukt', without those that are left out."""
    states = [doorbraak.state for doorbraak in found.counted]
    each = [f"{states.count(s)} {s.label}" for s in DoorbraakState if s in states]
    whole = count_text(len(states), "doorbraak", "doorbraken")
    return f"{whole}: {', '.join(each)}" if each else whole


def suggestions(found: OverAPeriod) -> tuple[Suggestion, ...]:
    """What the works of the period say that may be taken over; nothing is taken by itself."""
    return tuple(one for work in found.works for one in _suggested(work) if one.text.strip())


def _suggested(work: Spoken) -> Iterator[Suggestion]:
    if isinstance(work, Sample):
        yield Suggestion(work, "conclusie", work.conclusion)
    elif isinstance(work, Leertafel):
        yield from (Suggestion(work, "succes", succes.text) for succes in work.successes)
        yield from (Suggestion(work, "knelpunt", knelpunt.text) for knelpunt in work.knelpunten)
        yield Suggestion(work, "conclusie", work.conclusion)


def _is_within(feedback: Terugkoppeling, day: date | None) -> bool:
    first, last = feedback.period_from, feedback.period_to
    if first is None or last is None or day is None:
        return False
    return first <= day <= last


def _doorbraken(held: Iterable[Spoken], left_out: tuple[str, ...]) -> Iterator[Doorbraak]:
    for work in held:
        for actie in work.acties:
            if actie.outcome is Outcome.DOORBRAAK:
                yield Doorbraak(work, actie, state_of(actie), actie.id in left_out)


def _of(kind: type[_S], works: Iterable[Spoken]) -> tuple[_S, ...]:
    return tuple(work for work in works if isinstance(work, kind))


def _by_day(works: Iterable[Spoken]) -> tuple[Spoken, ...]:
    return tuple(sorted(works, key=lambda work: day_of(work) or date.max))
