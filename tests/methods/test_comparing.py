"""Cases are laid beside each other from the T0 of each, with days between events as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hgkm_desktop.methods.comparing import BASE, beside
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.moment import on_day
from hgkm_desktop.models.terms import EventKind, Occurrence
from tests.builders import a_case_with, an_event


def a_case(code: str, first: date, *after: int) -> Case:
    """A case whose first event is its T0, and others so many days after it."""
    days = [first, *(first + timedelta(days=n) for n in after)]
    events = [
        replace(an_event(title=f"dag {n}"), start=on_day(d.year, d.month, d.day))
        for n, d in enumerate(days)
    ]
    return replace(a_case_with(*events, code=code), t0_event_id=events[0].id)


def days_of(case: Case, lane: str) -> list[int]:
    """How many days after T0 the events of one lane are."""
    lane_id = next(o.id for o in case.organisations if o.name.startswith(lane))
    return [
        (event.start.first - BASE).days
        for event in case.events
        if event.organisation_ids == (lane_id,) and event.start.first is not None
    ]


def test_each_case_has_its_lane_and_its_days_from_t0() -> None:
    one, other = a_case("B2-2B", date(2019, 3, 5), 10, 400), a_case("C2-2C", date(2024, 2, 29), 1)
    found = beside([one, other], None)
    assert days_of(found.case, "B2-2B") == [0, 10, 400]
    assert days_of(found.case, "C2-2C") == [0, 1]
    assert found.of[other.events[1].id] == ("C2-2C", 2)
    assert found.case.t0_event_id == one.events[0].id
    assert found.left_out == ()


def test_time_can_be_counted_from_the_first_event_of_a_kind() -> None:
    case = a_case("B2-2B", date(2020, 1, 1), 30, 60)
    events = (case.events[0], *(replace(e, kind=EventKind.MELDING) for e in case.events[1:]))
    found = beside([replace(case, events=events)], EventKind.MELDING)
    assert days_of(found.case, "B2-2B") == [-30, 0, 30]


def test_a_case_without_such_a_start_is_named_and_left_out() -> None:
    case = a_case("B2-2B", date(2020, 1, 1))
    undone = replace(case.events[0], kind=EventKind.MELDING, occurrence=Occurrence.NIET_GEDAAN)
    found = beside([case, replace(case, code="C2-2C", t0_event_id="")], None)
    assert found.left_out == ("C2-2C",)
    assert beside([replace(case, events=(undone,))], EventKind.MELDING).left_out == ("B2-2B",)


def test_what_has_no_date_has_no_place_and_nothing_else_of_a_case_is_shown() -> None:
    case = a_case("B2-2B", date(2020, 1, 1), 5).put(an_event(title="ooit"))
    found = beside([case], None)
    assert len(found.case.events) == 2
    assert not found.case.belevingen
    assert not found.case.deelnemers
