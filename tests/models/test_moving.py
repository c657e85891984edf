"""Moving keeps a date as imprecise as it was, and the end of a period after its start."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.checks import check_record
from hgkm_desktop.models.moment import UNKNOWN, Moment, period_text
from hgkm_desktop.models.moving import (
    days_in_step,
    moved_period,
    shifted,
    with_end_at,
    with_end_moved,
    with_end_stepped,
    with_start_at,
    with_start_moved,
)
from hgkm_desktop.models.phrases import read_moment
from hgkm_desktop.models.records import Event
from tests.builders import an_event

PHRASES = (
    "3-2-2021",
    "circa 28-2-2020",
    "31-3-2021",
    "feb 2021",
    "circa mrt 2021",
    "2e kwartaal 2021",
    "winter 2020-2021",
    "najaar 2021",
    "begin 2021",
    "eind 2020",
    "begin feb 2021",
    "eind mrt 2021",
    "2021",
    "circa 2019",
    "tussen 3-3-2021 en 5-5-2021",
    "tussen mrt en mei 2021",
    "tussen 2019 en 2021",
)
moments = st.sampled_from(PHRASES).map(read_moment)
days = st.dates(date(2000, 1, 1), date(2040, 12, 31))
distances = st.integers(-4000, 4000)


def periods() -> st.SearchStrategy[Event]:
    """Events with a start and an end of any precision, as far as such a period can be."""
    pairs = st.tuples(moments, moments).filter(lambda pair: not pair[1].surely_before(pair[0]))
    return pairs.map(lambda pair: replace(an_event(), start=pair[0], end=pair[1]))


def step_of(moment: Moment) -> int:
    return days_in_step(replace(an_event(), start=moment))


def when(event: Event) -> str:
    return period_text(event.start, event.end, event.ongoing)


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        ("3-2-2021", 30, "5 maart 2021"),
        ("circa 3-2-2021", -3, "circa 31 januari 2021"),
        ("feb 2021", 14, "februari 2021"),
        ("feb 2021", 17, "maart 2021"),
        ("feb 2021", -365, "februari 2020"),
        ("circa mrt 2021", 61, "circa mei 2021"),
        ("2e kwartaal 2021", 60, "3e kwartaal 2021"),
        ("winter 2020-2021", 91, "voorjaar 2021"),
        ("najaar 2021", 91, "winter 2021-2022"),
        ("eind 2020", 100, "begin 2021"),
        ("eind feb 2021", 8, "begin maart 2021"),
        ("2021", 182, "2021"),
        ("2021", 183, "2022"),
        ("tussen 3-3-2021 en 5-5-2021", 2, "tussen 5 maart 2021 en 7 mei 2021"),
        ("tussen mrt en mei 2021", 31, "tussen april en juni 2021"),
        ("tussen nov en dec 2020", 61, "tussen januari en februari 2021"),
        ("tussen 2019 en 2021", 365, "tussen 2020 en 2022"),
    ],
)
def test_a_date_moves_in_its_own_steps(before: str, by: int, after: str) -> None:
    assert shifted(read_moment(before), by).text() == after


@given(moments, distances)
def test_there_and_back_is_where_it_was(moment: Moment, by: int) -> None:
    assert shifted(shifted(moment, by), -by) == moment


@given(moments, distances)
def test_precision_is_kept_and_the_move_is_the_nearest(moment: Moment, by: int) -> None:
    after = shifted(moment, by)
    assert (after.precision, after.circa) == (moment.precision, moment.circa)
    assert read_moment(after.text()) == after, "the words still name the same days"
    moved = (after.middle - moment.middle).days
    assert abs(moved - by) <= step_of(moment) / 2 + 3


@given(moments)
def test_one_step_is_the_smallest_move(moment: Moment) -> None:
    step = step_of(moment)
    assert shifted(moment, 0) == moment
    following, before = shifted(moment, step), shifted(moment, -step)
    assert before.middle < moment.middle < following.middle
    if step > 3:
        assert shifted(moment, step // 3) == moment


@given(periods(), distances)
def test_a_period_moves_as_a_whole_and_stays_one(event: Event, by: int) -> None:
    after = moved_period(event, by)
    check_record(after)
    assert after.end is not None
    assert event.end is not None
    assert after.start.precision is event.start.precision
    assert after.end.precision is event.end.precision
    length, before = (e.end.middle - e.start.middle for e in (after, event) if e.end is not None)
    finest = min(step_of(event.start), step_of(event.end))
    assert abs((length - before).days) <= max(31, finest)


@given(days, st.integers(0, 4000), distances)
def test_exact_days_keep_their_length(first: date, length: int, by: int) -> None:
    last = first + timedelta(days=length)
    event = an_event(f"{first.isoformat()} - {last.isoformat()}")
    after = moved_period(event, by)
    assert after.start.earliest == first + timedelta(days=by)
    assert after.end is not None
    assert after.end.latest == last + timedelta(days=by)
    assert moved_period(after, -by) == event


def test_a_day_goes_along_with_a_month() -> None:
    assert when(moved_period(an_event("mrt 2021 - 3-5-2021"), 10)) == "maart 2021 – 3 mei 2021"
    assert when(moved_period(an_event("mrt 2021 - 3-5-2021"), 30)) == "april 2021 – 3 juni 2021"
    assert when(moved_period(an_event("31-3-2021 - mrt 2021"), 30)) == "30 april 2021 – april 2021"
    assert when(moved_period(an_event("vanaf mrt 2021"), 30)) == "vanaf april 2021"


@pytest.mark.parametrize(
    ("before", "day", "after"),
    [
        ("3-2-2021", "2021-03-05", "5 maart 2021"),
        ("feb 2021", "2021-03-05", "maart 2021"),
        ("circa 2021", "2019-12-31", "circa 2019"),
        ("winter 2020-2021", "2022-01-15", "winter 2021-2022"),
        ("begin 2021", "2021-12-31", "eind 2021"),
        ("begin mrt 2021", "2021-03-31", "eind maart 2021"),
        ("tussen 3-3-2021 en 5-3-2021", "2021-04-01", "tussen 1 april 2021 en 3 april 2021"),
        ("tussen mrt en mei 2021", "2021-04-10", "tussen april en juni 2021"),
        ("", "2021-04-10", "10 april 2021"),
        ("vanaf mrt 2021", "2020-04-10", "vanaf april 2020"),
        ("mrt 2021 - mei 2021", "2021-05-10", "mei 2021"),
        ("mrt 2021 - mei 2021", "2022-05-10", "mei 2021"),
        ("3-3-2021 - mei 2021", "2022-05-10", "31 mei 2021 – mei 2021"),
    ],
)
def test_a_start_goes_where_it_is_put(before: str, day: str, after: str) -> None:
    assert when(with_start_at(an_event(before), date.fromisoformat(day))) == after


@pytest.mark.parametrize(
    ("before", "day", "after"),
    [
        ("3-2-2021", "2021-03-05", "3 februari 2021 – 5 maart 2021"),
        ("3-2-2021", "2021-01-05", "3 februari 2021"),
        ("feb 2021", "2021-05-30", "februari 2021 – mei 2021"),
        ("circa feb 2021", "2021-05-30", "circa februari 2021 – circa mei 2021"),
        ("feb 2021", "2021-02-20", "februari 2021"),
        ("vanaf feb 2021", "2021-05-30", "februari 2021 – mei 2021"),
        ("3-2-2021 - mei 2021", "2021-07-02", "3 februari 2021 – juli 2021"),
        ("3-2-2021 - mei 2021", "2020-07-02", "3 februari 2021 – februari 2021"),
        ("2019 - 5-5-2021", "2018-01-01", "2019 – 1 januari 2019"),
        ("tussen 3-3-2021 en 5-3-2021", "2021-04-05", None),
    ],
)
def test_an_end_goes_where_it_is_put(before: str, day: str, after: str | None) -> None:
    expected = after or "tussen 3 maart 2021 en 5 maart 2021 – tussen 3 april 2021 en 5 april 2021"
    assert when(with_end_at(an_event(before), date.fromisoformat(day))) == expected


@given(periods(), st.sampled_from((-1, 1)))
def test_one_step_moves_a_period(event: Event, way: int) -> None:
    after = moved_period(event, way * days_in_step(event))
    assert (after.start, after.end) != (event.start, event.end)
    assert (after.start.middle - event.start.middle).days * way >= 0


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        ("3-3-2021", 1, "3 maart 2021 – 4 maart 2021"),
        ("mrt 2021", 2, "maart 2021 – mei 2021"),
        ("mrt 2021 - mei 2021", -1, "maart 2021 – april 2021"),
        ("mrt 2021 - mei 2021", -2, "maart 2021"),
        ("mrt 2021 - mei 2021", -9, "maart 2021"),
        ("2020 - circa 3-3-2021", 1, "2020 – circa 4 maart 2021"),
        ("2020 - circa 2021", -1, "2020 – circa 2020"),
    ],
)
def test_an_end_goes_by_steps(before: str, steps: int, after: str) -> None:
    assert when(with_end_stepped(an_event(before), steps)) == after


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        ("3-2-2021 - 1-6-2021", -3, "31 januari 2021 – 1 juni 2021"),
        ("circa 3-2-2021 - 1-6-2021", -3, "circa 31 januari 2021 – 1 juni 2021"),
        ("circa 3-2-2021 - 1-6-2021", 3, "circa 6 februari 2021 – 1 juni 2021"),
        ("circa mei 2021 - mrt 2022", -3, "circa mei 2021 – maart 2022"),
        ("circa mei 2021 - mrt 2022", 16, "circa juni 2021 – maart 2022"),
        ("circa 2019 - 2021", -182, "circa 2019 – 2021"),
        ("circa 2019 - 2021", -183, "circa 2018 – 2021"),
        ("van 2021 tot mrt 2021", 400, "2021 – maart 2021"),
        ("circa 10-2-2021 - circa 5-2-2021", 3, "circa 10 februari 2021 – circa 5 februari 2021"),
        ("mrt 2021 - mrt 2021", 3, "maart 2021 – maart 2021"),
    ],
)
def test_a_start_is_moved_by_days(before: str, by: int, after: str) -> None:
    assert when(with_start_moved(an_event(before), by)) == after


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        ("3-2-2021 - 1-6-2021", -3, "3 februari 2021 – 29 mei 2021"),
        ("3-2-2021 - circa 1-6-2021", -3, "3 februari 2021 – circa 29 mei 2021"),
        ("3-2-2021 - circa 1-6-2021", 3, "3 februari 2021 – circa 4 juni 2021"),
        ("mei 2021 - circa mrt 2022", -3, "mei 2021 – circa maart 2022"),
        ("mei 2021 - circa mrt 2022", -16, "mei 2021 – circa februari 2022"),
        ("2019 - circa 2021", 182, "2019 – circa 2021"),
        ("2019 - circa 2021", 183, "2019 – circa 2022"),
        ("van 2021 tot mrt 2021", -400, "2021 – januari 2021"),
        ("circa 10-2-2021 - circa 5-2-2021", -3, "circa 10 februari 2021 – circa 5 februari 2021"),
        ("mrt 2021 - mrt 2021", 3, "maart 2021 – maart 2021"),
    ],
)
def test_an_end_is_moved_by_days(before: str, by: int, after: str) -> None:
    assert when(with_end_moved(an_event(before), by)) == after


@given(periods(), st.integers(-2000, 2000))
def test_either_end_moves_as_far_as_it_is_asked_and_never_the_other_way(
    event: Event, by: int
) -> None:
    assert with_start_moved(event, 0) == with_end_moved(event, 0) == event
    started, ended = with_start_moved(event, by), with_end_moved(event, by)
    assert event.end is not None
    start = (started.start.earliest - event.start.earliest).days
    end = ((ended.end or ended.start).latest - event.end.latest).days
    for moved, moment in ((start, event.start), (end, event.end)):
        assert moved * by >= 0
        assert abs(moved) <= abs(by) + step_of(moment) / 2 + 3
    check_record(started)
    check_record(ended)


@given(periods(), st.sampled_from((-3, -1, 1, 3)))
def test_an_end_never_steps_the_other_way(event: Event, steps: int) -> None:
    after = with_end_stepped(event, steps)
    assert event.end is not None
    assert ((after.end or after.start).latest - event.end.latest).days * steps >= 0
    check_record(after)


@given(st.one_of(periods(), st.sampled_from(PHRASES).map(an_event)), days)
def test_no_stretch_makes_an_end_before_its_start(event: Event, day: date) -> None:
    ended, started = with_end_at(event, day), with_start_at(event, day)
    for after in (ended, started):
        check_record(after)
    assert ended.start == event.start
    assert (ended.end or ended.start).precision is (event.end or event.start).precision
    assert started.start.precision is event.start.precision
    assert with_end_at(ended, day) == ended


@pytest.mark.parametrize("by", [-(10**5), 10**5, 10**9, -(10**9), 10**15])
@pytest.mark.parametrize("phrase", ["3-2-2021", "begin feb 2021", "feb 2021", "2021"])
def test_out_of_the_calendar_is_refused_in_dutch(phrase: str, by: int) -> None:
    with pytest.raises(BadInput, match="1800 en 2200"):
        shifted(read_moment(phrase), by)


def test_without_a_date_there_is_nothing_to_move() -> None:
    undated = an_event("")
    with pytest.raises(BadInput, match="zonder datum"):
        moved_period(undated, 3)
    with pytest.raises(BadInput, match="zonder datum"):
        with_end_at(undated, date(2021, 1, 1))
    with pytest.raises(BadInput, match="zonder datum"):
        with_end_stepped(undated, 1)
    with pytest.raises(BadInput, match="zonder datum"):
        days_in_step(undated)
    with pytest.raises(BadInput, match="zonder datum"):
        shifted(UNKNOWN, 1)
