"""A range holds what comes out for every choice of exact days within the imprecise ones.

Small cases are tried out: each choice of days is worked out in the plainest way, without ranges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop.methods.plans import interventions_beside_plans, research_before_plan
from hgkm_desktop.methods.presence import organisations_at_once
from hgkm_desktop.methods.results import CountRange, Part
from hgkm_desktop.methods.safety import eighteen_months_later
from hgkm_desktop.methods.times import risk_to_coordination, violence_to_report, without_regie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.intervals import DayRange
from hgkm_desktop.models.moment import Moment, Precision
from hgkm_desktop.models.records import Event, Regie, new_id
from hgkm_desktop.models.terms import Answer, EventKind, RegieHolder, RegieKind
from tests.builders import a_case_with, an_event, an_organisation

FIRST = date(2022, 3, 28)  # a quarter ends soon after
TRIED = settings(max_examples=60, deadline=None)
ORGANISATIONS = [an_organisation(name) for name in ("politie", "school", "wijkteam")]


def on(first: int, width: int) -> Moment:
    days = FIRST + timedelta(days=first), FIRST + timedelta(days=first + width)
    return Moment(Precision.DAG if width == 0 else Precision.TUSSEN, *days)


moments = st.builds(on, st.integers(0, 9), st.integers(0, 3))


def events_of(*kinds: EventKind, most: int = 5) -> st.SearchStrategy[list[Event]]:
    one = st.builds(
        lambda kind, start: replace(an_event("", "iets", kind=kind), start=start),
        st.sampled_from(kinds),
        moments,
    )
    return st.lists(one, min_size=1, max_size=most)


def days_of(moment: Moment) -> list[Moment]:
    """Every exact moment that an imprecise one can be."""
    length = (moment.latest - moment.earliest).days + 1
    days = [moment.earliest + timedelta(days=n) for n in range(length)]
    return [Moment(Precision.DAG, day, day) for day in days]


def exact_cases(case: Case) -> Iterator[Case]:
    """The case with every choice of exact days for its events."""
    for chosen in product(*(days_of(event.start) for event in case.events)):
        events = (replace(e, start=day) for e, day in zip(case.events, chosen, strict=True))
        yield replace(case, events=tuple(events))


def starts(case: Case, kind: EventKind) -> list[date]:
    return [event.start.earliest for event in case.events if event.kind is kind]


def only(parts: tuple[Part, ...]) -> Part:
    (part,) = parts
    return part


# --- the plain way, with exact days -------------------------------------------------------------


def plain_violence_to_report(case: Case) -> int:
    return (min(starts(case, EventKind.MELDING)) - min(starts(case, EventKind.INCIDENT))).days


def plain_risk_to_talk(case: Case) -> int | None:
    (risk,) = starts(case, EventKind.RISICOMOMENT)
    waits = [(day - risk).days for day in starts(case, EventKind.AFSTEMMING) if day >= risk]
    return min(waits) if waits else None


def plain_at_once(case: Case) -> int:
    quarters: dict[tuple[int, int], set[str]] = {}
    for event in case.events:
        day = event.start.earliest
        quarters.setdefault((day.year, (day.month - 1) // 3), set()).update(event.organisation_ids)
    return max(len(found) for found in quarters.values())


def plain_research(case: Case) -> Answer:
    (plan,) = starts(case, EventKind.PLAN)
    return Answer.JA if any(d <= plan for d in starts(case, EventKind.TAXATIE)) else Answer.NEE


# --- every choice -------------------------------------------------------------------------------


def tried(case: Case, plain: Callable[[Case], int]) -> tuple[int, int]:
    found = [plain(exact) for exact in exact_cases(case)]
    return min(found), max(found)


@TRIED
@given(events_of(EventKind.INCIDENT, EventKind.MELDING))
def test_violence_to_report_is_exactly_the_range_of_all_choices(events: list[Event]) -> None:
    events = [replace(e, reported_to="Veilig Thuis") for e in events]
    case = a_case_with(*events)
    part = only(violence_to_report(case).parts)
    if {e.kind for e in events} == {EventKind.INCIDENT, EventKind.MELDING}:
        assert part.value == DayRange(*tried(case, plain_violence_to_report))
    else:
        assert part.value is None


@TRIED
@given(moments, st.lists(moments, max_size=4))
def test_risk_to_coordination_is_exactly_the_range_of_all_choices(
    risk: Moment, talks: list[Moment]
) -> None:
    kinds = [EventKind.RISICOMOMENT, *(EventKind.AFSTEMMING for _ in talks)]
    dated = zip(kinds, [risk, *talks], strict=True)
    case = a_case_with(*(replace(an_event(kind=kind), start=start) for kind, start in dated))
    part = only(risk_to_coordination(case).parts)
    found = [plain_risk_to_talk(exact) for exact in exact_cases(case)]
    waits = [wait for wait in found if wait is not None]
    if len(waits) == len(found):
        assert part.value == DayRange(min(waits), max(waits))
    else:
        assert part.value is None, "for some choice there was none"
        assert ("staat er geen afstemming" in part.reason) == (not waits)


@TRIED
@given(st.lists(st.tuples(moments, moments), min_size=1, max_size=3))
def test_days_without_regie_are_exactly_the_range_of_all_choices(
    periods: list[tuple[Moment, Moment]],
) -> None:
    periods = [(a, b) for a, b in periods if a.latest <= b.earliest] or [(on(0, 3), on(5, 2))]
    kind, none = RegieKind.CASUSREGIE, RegieHolder.NIEMAND
    records = [Regie(new_id(), 1.0, kind, none, "", start, end) for start, end in periods]
    part = only(without_regie(a_case_with(*records)).parts)
    found = []
    for chosen in product(*(days_of(moment) for period in periods for moment in period)):
        pairs = zip(chosen[::2], chosen[1::2], strict=True)
        days = [range(a.earliest.toordinal(), b.earliest.toordinal()) for a, b in pairs]
        found.append(len({day for span in days for day in span}))
    assert part.value == DayRange(min(found), max(found))


@TRIED
@given(st.lists(st.tuples(moments, st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=5))
def test_organisations_at_once_hold_every_choice(found: list[tuple[Moment, int, int]]) -> None:
    events = [
        replace(an_event(), start=start, organisation_ids=(o[one].id, o[two].id))
        for start, one, two in found
        for o in (ORGANISATIONS,)
    ]
    case = a_case_with(*ORGANISATIONS, *events)
    value = only(organisations_at_once(case).parts).value
    assert isinstance(value, CountRange)
    least, most = tried(case, plain_at_once)
    assert value.least <= least
    assert value.most == most


@TRIED
@given(moments, st.lists(moments, max_size=3))
def test_research_is_sure_only_when_every_choice_agrees(
    plan: Moment, research: list[Moment]
) -> None:
    events = [an_event("", "veiligheidsplan", kind=EventKind.PLAN)]
    events += [an_event("", kind=EventKind.TAXATIE, instrument="RIHG") for _ in research]
    dated = zip(events, [plan, *research], strict=True)
    case = a_case_with(*(replace(event, start=start) for event, start in dated))
    answers = {plain_research(exact) for exact in exact_cases(case)}
    agreed = answers.pop() if len(answers) == 1 else Answer.ONBEKEND
    assert only(research_before_plan(case).parts).value is agreed


@TRIED
@given(moments, st.lists(moments, max_size=2), st.lists(moments, max_size=2))
def test_both_plans_are_sure_only_when_every_choice_agrees(
    start: Moment, safety: list[Moment], care: list[Moment]
) -> None:
    events = [an_event("", "hulp", kind=EventKind.INTERVENTIE)]
    events += [an_event("", "veiligheidsplan", kind=EventKind.PLAN) for _ in safety]
    events += [an_event("", "zorgplan", kind=EventKind.PLAN) for _ in care]
    dated = zip(events, [start, *safety, *care], strict=True)
    case = a_case_with(*(replace(event, start=moment) for event, moment in dated))
    answers = set()
    for exact in exact_cases(case):
        (began,) = starts(exact, EventKind.INTERVENTIE)
        there = {e.title for e in exact.events if e.start.earliest <= began}
        answers.add({"veiligheidsplan", "zorgplan"} <= there)
    agreed = {True: Answer.JA, False: Answer.NEE}.get(answers.pop()) if len(answers) == 1 else None
    assert only(interventions_beside_plans(case).parts).value is (agreed or Answer.ONBEKEND)


@TRIED
@given(moments, st.lists(st.tuples(st.integers(-3, 12), st.integers(0, 3)), max_size=4))
def test_incidents_within_and_after_hold_every_choice(
    began: Moment, found: list[tuple[int, int]]
) -> None:
    def exactly(case: Case) -> tuple[int, int]:
        (day,) = starts(case, EventKind.INTERVENTIE)
        month = day.month + 18  # March and April: September and October of the year after
        then = date(day.year + 1, month - 12, min(day.day, 30))
        incidents = starts(case, EventKind.INCIDENT)
        return sum(day <= i < then for i in incidents), sum(i >= then for i in incidents)

    eighteen_months_on = 549  # days from 28 March 2022 to 28 September 2023
    events = [replace(an_event("", "hulp", kind=EventKind.INTERVENTIE), start=began)]
    for first, width in found:
        start = on(eighteen_months_on + first, width)
        events.append(replace(an_event("", kind=EventKind.INCIDENT), start=start))
    events.append(an_event("1 januari 2025", "einde"))
    case = a_case_with(*events)
    parts = {part.key: part.value for part in eighteen_months_later(case).parts}
    within, after = parts["incidenten_binnen"], parts["incidenten_daarna"]
    assert isinstance(within, CountRange)
    assert isinstance(after, CountRange)
    for exact in exact_cases(case):
        in_it, after_it = exactly(exact)
        assert within.least <= in_it <= within.most
        assert after.least <= after_it <= after.most
