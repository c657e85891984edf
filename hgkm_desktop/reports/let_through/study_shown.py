"""What of the cases of a study may be printed in its documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.in_row import in_row
from hgkm_desktop.models.leaving import state_of_work
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.study import Study, StudyCase
from hgkm_desktop.models.terms import CaseState, EventKind, Occurrence
from hgkm_desktop.reports.let_through.shown import report_case
from hgkm_desktop.reports.options import USUAL, fitting


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case of a study: `told` is what a verslag may say of it. `counted` has all its events, so
    that their numbers are those of the line, with no more factors, punten or additions than
    `told`. `measured` is `told` with nothing but an empty place for each event that is not shown,
    for what is read off the line names events by their number."""

    held: StudyCase
    told: Case
    counted: Case
    measured: Case


@dataclass(frozen=True, slots=True)
class ShownStudy:
    """A study as its documents tell it, in the state that all of it is in together."""

    study: Study
    cases: tuple[ShownCase, ...]
    state: CaseState

    @property
    def told(self) -> tuple[Case, ...]:
        return tuple(case.told for case in self.cases)

    @property
    def measured(self) -> tuple[Case, ...]:
        return tuple(case.measured for case in self.cases)

    @property
    def counted(self) -> tuple[Case, ...]:
        return tuple(case.counted for case in self.cases)


def shown_study(study: Study, cases: Sequence[Case]) -> ShownStudy:
    """A study with what of its `cases` may stand in a report; a case that is not in the study is
    left out, as is one that is not given.

    Each case is told as its casusverslag tells it: for whom an event is meant counts once that
    case is deelbaar, dates are then no finer than a month, and what a blind round hides is hidden.
    Source: de methode, regels voor wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    by_id = {case.id: case for case in cases}
    held = [one for one in study.cases if one.case_id in by_id]
    return ShownStudy(
        study,
        tuple(_shown(one, by_id[one.case_id]) for one in held),
        state_of_work(study, cases),
    )


def _shown(held: StudyCase, case: Case) -> ShownCase:
    told = report_case(case, fitting(USUAL, case.state))
    counted = replace(case, codes=told.codes, punten=told.punten)
    return ShownCase(held, told, counted, _measured(case, told))


def _measured(case: Case, told: Case) -> Case:
    """Without dates an event stands after what was told before it; what `told` has goes by its
    number, so the places are those of the whole line."""
    shown = {event.id for event in told.events}
    places = (
        Event(event_id, float(number), EventKind.LIFE_EVENT, "", occurrence=Occurrence.BESTOND_NIET)
        for event_id, number in numbers(case).items()
        if event_id not in shown
    )
    return replace(told, events=in_row((*told.events, *places)))
