"""An exercise: a line that is told round by round, what each role knows, and what must be decided.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1); oefenen met een casus
(bron 4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_uppercase
from typing import TypeVar

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_row import in_row
from hgkm_desktop.models.read_through import NEVER_READ, ReadThrough
from hgkm_desktop.models.records import Betrokkene, Event, Organisation
from hgkm_desktop.models.references import less_betrokkene, less_organisation
from hgkm_desktop.models.terms import CaseState


@dataclass(frozen=True, slots=True)
class Role:
    """Who somebody plays: mostly an organisation of the line, by `organisation_id`.

    `task` is what stands on the rolkaart: what this role is there for and what it may do.
    """

    id: str
    name: str
    organisation_id: str = ""
    task: str = ""


@dataclass(frozen=True, slots=True)
class PlayRound:
    """A part of the story: the events that come on the line for everyone, and how long it takes.

    `minutes` is 1 or more. `questions` are talked about when the decisions were made.
    """

    id: str
    title: str
    minutes: int = 20
    intro: str = ""
    event_ids: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleFact:
    """What some roles know from this round on, and others do not. Without roles: everyone.

    Without `text` it is the event itself that they know.
    """

    id: str
    round_id: str
    role_ids: tuple[str, ...] = ()
    text: str = ""
    event_id: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen; `instrument` is a label of the list, and `remark` is for the trainer."""

    id: str
    text: str
    instrument: str = ""
    remark: str = ""


def letter(place: int) -> str:
    """The letter of an option by its place from 0: A to Z, and then numbers from 27."""
    return ascii_uppercase[place : place + 1] or str(place + 1)


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """A question to each table, and then what really happened.

    It stands at the moment of `event_id`, or else of the last event of its round. `event_ids` come
    on the line with what really happened. `answer` is what the trainer can say of it.
    """

    id: str
    round_id: str
    question: str
    event_id: str = ""
    options: tuple[Option, ...] = ()
    happened: str = ""
    event_ids: tuple[str, ...] = ()
    answer: str = ""

    def lettered(self) -> dict[str, str]:
        """The options by their id, with the letter that each has everywhere: 'A. Melden'.

        An option without words keeps its letter for itself: ''.
        """
        named = {}
        for place, option in enumerate(self.options):
            words = option.text.strip()
            named[option.id] = f"{letter(place)}. {words[:1].upper()}{words[1:]}" if words else ""
        return named


@dataclass(frozen=True, slots=True)
class Branch:
    """The line twice from one event on: once without something, and once with it.

    All that is before or at `after_event_id` is the same in both. The events of the two are of the
    branch alone, with betrokkenen and organisations of the exercise.
    Source: géén en wél Actieoverleg (docs/bronnen.md, bron 4).
    """

    id: str
    title: str
    after_event_id: str = ""
    name_without: str = ""
    name_with: str = ""
    events_without: tuple[Event, ...] = ()
    events_with: tuple[Event, ...] = ()
    question: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise with its own line; `from_case_id` is the case it was made of, if any.

    What it holds of that case goes when the case is destroyed. `library_id` says which exercise of
    the library it began as. `opening` and `closing` are read aloud, with care for who has been
    through something like it.
    """

    id: str
    code: str
    title: str = ""
    state: CaseState = CaseState.IN_BEWERKING
    created_on: date | None = None
    from_case_id: str = ""
    library_id: str = ""
    about: str = ""
    for_whom: str = ""
    goals: tuple[str, ...] = ()
    opening: str = ""
    closing: str = ""
    betrokkenen: tuple[Betrokkene, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    events: tuple[Event, ...] = ()
    t0_event_id: str = ""
    roles: tuple[Role, ...] = ()
    rounds: tuple[PlayRound, ...] = ()
    facts: tuple[RoleFact, ...] = ()
    points: tuple[DecisionPoint, ...] = ()
    branches: tuple[Branch, ...] = ()
    questions: tuple[str, ...] = ()
    versions: int = 0
    read: ReadThrough = NEVER_READ

    def with_nothing_of(self, case_id: str) -> Exercise:
        """The exercise once this case is destroyed: of one that was made of it all words go."""
        if not case_id or case_id != self.from_case_id:
            return self
        return Exercise(self.id, self.code, created_on=self.created_on, versions=self.versions)


def line_of(exercise: Exercise, events: Iterable[Event] | None = None) -> Case:
    """The line of an exercise as a case, with these events or all: to draw, to read and to check.

    It stands in no file and is no case of the municipality.
    """
    shown = exercise.events if events is None else tuple(events)
    return Case(
        exercise.id,
        exercise.code,
        title=exercise.title,
        state=exercise.state,
        betrokkenen=exercise.betrokkenen,
        organisations=exercise.organisations,
        events=in_row(shown),
        t0_event_id=exercise.t0_event_id if _is_in(exercise.t0_event_id, shown) else "",
    )


def lines_of(exercise: Exercise) -> tuple[Case, ...]:
    """The line itself, and the line of each side of its branches."""
    sides = [side for b in exercise.branches for side in (b.events_without, b.events_with)]
    return (line_of(exercise), *(line_of(exercise, side) for side in sides))


def with_line(exercise: Exercise, line: Case) -> Exercise:
    """The exercise with another line; what is not on it any more is left out everywhere.

    Events of branches lose betrokkenen and organisations that are gone, and stay.
    """
    gone = [b.id for b in exercise.betrokkenen if not _is_in(b.id, line.betrokkenen)]
    away = [o.id for o in exercise.organisations if not _is_in(o.id, line.organisations)]
    known = {event.id for event in line.events}
    return replace(
        exercise,
        betrokkenen=line.betrokkenen,
        organisations=line.organisations,
        events=line.events,
        t0_event_id=line.t0_event_id,
        roles=tuple(
            replace(r, organisation_id="") if r.organisation_id in away else r
            for r in exercise.roles
        ),
        rounds=tuple(replace(r, event_ids=_known(r.event_ids, known)) for r in exercise.rounds),
        facts=tuple(
            replace(f, event_id="") if f.event_id and f.event_id not in known else f
            for f in exercise.facts
            if f.text.strip() or not f.event_id or f.event_id in known
        ),
        points=tuple(
            replace(
                d,
                event_id=d.event_id if d.event_id in known else "",
                event_ids=_known(d.event_ids, known),
            )
            for d in exercise.points
        ),
        branches=tuple(_less(branch, known, gone, away) for branch in exercise.branches),
    )


def without_role(exercise: Exercise, role_id: str) -> Exercise:
    """The exercise without a role; a fact that only this role knew goes too."""
    facts = []
    for fact in exercise.facts:
        left = tuple(i for i in fact.role_ids if i != role_id)
        if left or not fact.role_ids:
            facts.append(replace(fact, role_ids=left))
    roles = tuple(r for r in exercise.roles if r.id != role_id)
    return replace(exercise, roles=roles, facts=tuple(facts))


def without_round(exercise: Exercise, round_id: str) -> Exercise:
    """The exercise without a round, and without what is known or decided in it."""
    return replace(
        exercise,
        rounds=tuple(r for r in exercise.rounds if r.id != round_id),
        facts=tuple(f for f in exercise.facts if f.round_id != round_id),
        points=tuple(d for d in exercise.points if d.round_id != round_id),
    )


# --- leaving out --------------------------------------------------------------------------------

_Listed = TypeVar("_Listed", Betrokkene, Organisation, Event)


def _is_in(own_id: str, records: Iterable[_Listed]) -> bool:
    return any(record.id == own_id for record in records)


def _known(event_ids: Iterable[str], known: set[str]) -> tuple[str, ...]:
    return tuple(one for one in event_ids if one in known)


def _less(branch: Branch, known: set[str], gone: list[str], away: list[str]) -> Branch:
    return replace(
        branch,
        after_event_id=branch.after_event_id if branch.after_event_id in known else "",
        events_without=_events_less(branch.events_without, gone, away),
        events_with=_events_less(branch.events_with, gone, away),
    )


def _events_less(
    events: tuple[Event, ...], gone: Iterable[str], away: Iterable[str]
) -> tuple[Event, ...]:
    for one in gone:
        events = tuple(less_betrokkene(event, one) for event in events)
    for one in away:
        events = tuple(less_organisation(event, one) for event in events)
    return events
