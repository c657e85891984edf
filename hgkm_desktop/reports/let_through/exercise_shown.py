"""What of the line of an exercise may be printed, how exactly, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hgkm_desktop.methods.exercises import fact_text, facts_for, facts_for_all, shown_after
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.exercise import Branch, Exercise, RoleFact, line_of
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.case.notitie_parts import as_sentence
from hgkm_desktop.reports.content import LineUse, TimelinePage
from hgkm_desktop.reports.let_through.dates import coarse_period
from hgkm_desktop.reports.let_through.shown import report_case
from hgkm_desktop.reports.line.line_part import line_part
from hgkm_desktop.reports.options import Dates, DocumentOptions

_ROOM_AT_END = 0.1  # of its days


@dataclass(frozen=True, slots=True)
class ShownExercise:
    """An exercise with what of it may stand on paper.

    What was invented says days. Of what was made of a case no date is finer than a month once it
    may leave, as on every paper of a case. An event that is not to be shown stands nowhere. For
    whom an event is meant was asked when the exercise was made: all of it is for the room.
    """

    exercise: Exercise

    @property
    def options(self) -> DocumentOptions:
        is_coarse = bool(self.exercise.from_case_id) and not stays_at_table(self.exercise.state)
        return DocumentOptions(dates=Dates.MAAND if is_coarse else Dates.BEKEND)

    def line(self, events: tuple[Event, ...]) -> Case:
        """A line with these events, numbered as they stand on it."""
        return self.printed(line_of(self.exercise, events))

    def printed(self, line: Case) -> Case:
        """Of a line what may be printed."""
        line = replace(line, state=CaseState.IN_BEWERKING)
        return replace(report_case(line, self.options), state=self.exercise.state)

    def branched(self, branch: Branch, events: tuple[Event, ...]) -> tuple[Exercise, Branch]:
        """The exercise with only these events, and a branch of it, each as exact as may be told:
        what is counted between them is then no finer than their dates."""
        sides = (branch.events_without, branch.events_with)
        without, with_it = (self.line(side).events for side in sides)
        exercise = replace(self.exercise, events=self.line(events).events)
        return exercise, replace(branch, events_without=without, events_with=with_it)

    def after(self, round_id: str) -> Case:
        """The line once a round was played: nothing of later is in it."""
        return self.line(shown_after(self.exercise, round_id))

    def event(self, event: Event) -> Event:
        """An event with dates as exact as may be printed."""
        return coarse_period(event, self.options.dates)

    def may_be_told(self, event_id: str) -> bool:
        return any(event.id == event_id for event in self.line(self.exercise.events).events)

    def told(self, role_id: str, round_id: str) -> tuple[str, ...]:
        """What a role comes to know in a round, each as a sentence."""
        return self._sentences(facts_for(self.exercise, role_id, round_id))

    def told_all(self, round_id: str) -> tuple[str, ...]:
        """What everyone comes to know in a round beside the line."""
        return self._sentences(facts_for_all(self.exercise, round_id))

    def _sentences(self, facts: tuple[RoleFact, ...]) -> tuple[str, ...]:
        said = (
            as_sentence(fact_text(self.exercise, fact))
            for fact in facts
            if fact.text.strip() or self.may_be_told(fact.event_id)
        )
        return tuple(one for one in said if one)

    def drawn(self, line: Case, title: str, note: str, *, use: LineUse, where: str) -> TimelinePage:
        """The line as it is drawn, with its lanes alone; `where` says where its events are told."""
        page = line_part(replace(line, t0_event_id=""), self.options, title, note)
        assert page is not None
        missing = "Er staat nog niets op de lijn." if page.missing else ""
        label = f"Tijdlijn {self.exercise.code}"
        lanes = replace(page.choices, bands=frozenset())
        page = replace(page, use=use, where=where, missing=missing, label=label, choices=lanes)
        return replace(page, last=_with_room(page))


def _with_room(page: TimelinePage) -> date | None:
    """The last day of the line, with room for what is said of the last events."""
    if page.first is None or page.last is None:
        return page.last
    days = (page.last - page.first).days
    return page.last + timedelta(days=max(round(days * _ROOM_AT_END), 14))
