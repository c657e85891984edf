"""What a casusbestand holds beside cases, each one value with all that is in it, as a case is:
studies, rows of meetings, talks, samples, leertafels, what a DVC is told, sets of figures, and
exercises with the times that they were played.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terugkoppeling import Terugkoppeling

Work = (
    Study
    | MeetingSeries
    | BoardTalk
    | Sample
    | Leertafel
    | Terugkoppeling
    | FigureSet
    | Exercise
    | Playing
)
Value = Case | Work
Opening = BoardTalk | Leertafel
"""A meeting that opens with how earlier actions stand."""
Holder = Case | BoardTalk | Sample | Leertafel
"""What actions stand in."""

_H = TypeVar("_H", bound=Holder)


@dataclass(frozen=True, slots=True)
class WorkName:
    """What a work is called: 'onderzoek', 'het onderzoek', 'dit onderzoek'."""

    one: str
    is_neuter: bool

    @property
    def the(self) -> str:
        return f"{'het' if self.is_neuter else 'de'} {self.one}"

    @property
    def this(self) -> str:
        return f"{'dit' if self.is_neuter else 'deze'} {self.one}"


NAMES: dict[type[Value], WorkName] = {
    Case: WorkName("casus", False),
    Study: WorkName("onderzoek", True),
    MeetingSeries: WorkName("overleg", True),
    BoardTalk: WorkName("gesprek", True),
    Sample: WorkName("steekproef", False),
    Leertafel: WorkName("leertafel", False),
    Terugkoppeling: WorkName("terugkoppeling", False),
    FigureSet: WorkName("cijferoverzicht", True),
    Exercise: WorkName("oefening", False),
    Playing: WorkName("speelbeurt", False),
}


def name_of(value: Value) -> WorkName:
    """What a value is called in a sentence."""
    return NAMES[type(value)]


def cases_in(work: Work) -> tuple[str, ...]:
    """The ids of the cases that a study, sample or leertafel was made of; of others none."""
    if isinstance(work, Study | Sample | Leertafel):
        return tuple(held.case_id for held in work.cases)
    return ()


def made_of(works: Iterable[Work], case_id: str) -> tuple[Exercise | Playing, ...]:
    """The exercises that were made of a case, and their playings: when it is destroyed, all words
    of them go."""
    return tuple(
        work
        for work in works
        if isinstance(work, Exercise | Playing) and work.from_case_id == case_id
    )


def with_actie(holder: _H, actie: Verbeteractie) -> _H:
    """The case or work with this action, in the place of the one with its id or as the last one.

    Raises BadInput when the action cannot be.
    """
    if isinstance(holder, Case):
        return holder.put(actie)  # type: ignore[return-value] # a case gives a case
    acties = {one.id: one for one in holder.acties}
    acties[actie.id] = actie
    return replace(holder, acties=tuple(acties.values()))


def without(works: Iterable[Work], gone: Work) -> tuple[Work, ...]:
    """The works that change when one of them goes: they name it no more, nor what stood in it."""
    others = [(work, _without(work, gone.id)) for work in works if work.id != gone.id]
    return tuple(after for before, after in others if after != before)


def _without(work: Work, gone_id: str) -> Work:
    if isinstance(work, Terugkoppeling):
        return work.without_work(gone_id)
    return work.with_nothing_of(gone_id)  # what was said of its actions stands there as of a case
