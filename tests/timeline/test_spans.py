"""A period fills the same days wherever it is drawn, sought or measured, and no more than that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.intervals import gaps
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.phrases import read_moment, read_whole
from hgkm_desktop.models.records import Event
from hgkm_desktop.timeline.filtering import EventFilter
from hgkm_desktop.timeline.marks import Span, span_of
from tests.builders import an_event
from tests.models.test_moving import PHRASES

moments = st.sampled_from(PHRASES).map(read_moment)
A_DAY = timedelta(days=1)


def span(phrase: str) -> Span:
    period = read_whole(phrase)
    found = span_of(period.start, period.end, period.ongoing)
    assert found is not None
    return found


def day(ordinal: float) -> str:
    return date.fromordinal(int(ordinal)).isoformat()


@pytest.mark.parametrize(
    ("phrase", "first", "last", "soft_first", "soft_last", "assumed"),
    [
        ("van mrt 2021 tot 15 mrt 2021", "2021-03-01", "2021-03-15", 7.5, 0, False),
        ("van 2021 tot mrt 2021", "2021-01-01", "2021-03-31", 45, 31, False),
        ("van voorjaar 2021 tot 10 mei 2021", "2021-03-01", "2021-05-10", 35.5, 0, False),
        ("van circa 3-2-2021 tot 5-2-2021", "2021-01-27", "2021-02-05", 5, 0, True),
        ("van 15 mrt 2021 tot mrt 2021", "2021-03-15", "2021-03-31", 0, 8.5, False),
        ("van mrt 2021 tot mei 2021", "2021-03-01", "2021-05-31", 31, 31, False),
    ],
)
def test_a_period_ends_at_its_end_also_when_its_start_is_vague(
    phrase: str, first: str, last: str, soft_first: float, soft_last: float, assumed: bool
) -> None:
    found = span(phrase)
    assert (day(found.first), day(found.last - 1)) == (first, last)
    assert (found.soft_first, found.soft_last) == (soft_first, soft_last)
    assert found.assumed is assumed
    assert found.is_period


def test_an_end_before_its_start_is_drawn_as_assumed_and_found_where_it_stands() -> None:
    by_hand = replace(an_event("mei 2021"), end=read_moment("3-3-2021"))
    found = span_of(by_hand.start, by_hand.end, by_hand.ongoing)
    assert found is not None
    assert (day(found.first), day(found.last - 1), found.assumed) == (
        "2021-03-03",
        "2021-05-31",
        True,
    )
    assert [is_found(by_hand, date(2021, 5, 10)), is_found(by_hand, date(2021, 6, 1))] == [
        True,
        False,
    ]


def is_found(event: Event, on: date) -> bool:
    return bool(EventFilter(first=on, last=on).matches(Case("", "", events=(event,))))


@given(moments, moments)
def test_a_period_is_drawn_found_and_silent_on_the_same_days(start: Moment, end: Moment) -> None:
    if end.surely_before(start):
        start, end = end, start
    event = replace(an_event(), start=start, end=end)
    found = span_of(start, end, ongoing=False)
    assert found is not None
    assert (found.first, found.last - 1) == (start.earliest.toordinal(), end.latest.toordinal())
    assert found.soft_first + found.soft_last <= found.last - found.first
    first, last = start.earliest, end.latest
    days = (first - A_DAY, first, last, last + A_DAY)
    assert [is_found(event, on) for on in days] == [False, True, True, False]
    far = an_event("1-1-2050")
    (gap,) = gaps([event, far], 0)
    assert gap.first == last + A_DAY
