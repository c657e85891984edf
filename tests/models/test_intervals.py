"""Time between events: a range wherever a date is not exact, and silences that are sure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.intervals import (
    DayRange,
    between,
    gaps,
    interval_words,
    length_words,
    measured,
    relative_words,
    since_words,
)
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import EventKind, Occurrence
from tests.builders import a_case_with, an_event

ranges = st.tuples(st.integers(-9000, 9000), st.integers(0, 4000)).map(
    lambda pair: DayRange(pair[0], pair[0] + pair[1])
)


def test_exact_days_give_one_number_and_imprecise_ones_a_range() -> None:
    day, month = an_event("3-5-2021"), an_event("mrt 2021")
    assert between(day, an_event("26-5-2021")) == DayRange(23, 23)
    assert between(month, day) == DayRange(33, 63)
    assert between(day, month) == DayRange(-63, -33)
    with pytest.raises(BadInput):
        between(day, an_event(""))


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (23, 23, "23 dagen"),
        (1, 1, "1 dag"),
        (23, 53, "23 tot 53 dagen"),
        (0, 30, "hooguit 30 dagen"),
        (-5, 20, "hooguit 20 dagen"),
        (58, 62, "58 tot 62 dagen"),
        (91, 152, "3 tot 5 maanden"),
        (12, 120, "12 dagen tot 4 maanden"),
        (120, 121, "ongeveer 4 maanden"),
        (365, 365, "365 dagen, ongeveer 1 jaar"),
        (1234, 1234, "1.234 dagen, ongeveer 3 jaar en 5 maanden"),
        (366, 1461, "1 tot 4 jaar"),
        (400, 800, "1 jaar en 1 maand tot 2 jaar en 3 maanden"),
    ],
)
def test_a_range_in_words(least: int, most: int, words: str) -> None:
    assert interval_words(DayRange(least, most)) == words
    assert interval_words(DayRange(-most, -least)) == words, "however it is told"


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (0, 0, "T0"),
        (-3, 40, "rond T0"),
        (0, 40, "rond T0"),
        (1, 1, "T+1 dag"),
        (-12, -12, "T−12 dgn"),
        (31, 31, "T+1 mnd"),
        (40, 40, "T+40 dgn"),
        (-92, -92, "T−3 mnd"),
        (731, 731, "T+2 jr"),
        (430, 430, "T+1 jr 2 mnd"),
        (61, 130, "T+2 tot 5 mnd"),
        (3650, 3653, "T+10 jr"),
    ],
)
def test_time_from_t0(least: int, most: int, words: str) -> None:
    assert relative_words(DayRange(least, most)) == words


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(1, 240))
def test_whole_months_are_told_as_whole_months(first: date, months: int) -> None:
    first = first.replace(day=1)
    years, month = divmod(first.month - 1 + months, 12)
    days = (date(first.year + years, month + 1, 1) - first).days
    years, rest = divmod(months, 12)
    parts = [f"{years} jr"] * bool(years) + [f"{rest} mnd"] * bool(rest)
    assert relative_words(DayRange(days, days)) == f"T+{' '.join(parts)}"


@given(ranges)
def test_words_are_plain_and_never_promise_more_than_is_known(time: DayRange) -> None:
    words = interval_words(time)
    assert "-" not in words
    assert "−" not in words
    if not time.order_is_sure:
        assert words.startswith("hooguit")


def test_two_events_are_measured_in_one_sentence() -> None:
    month, day, year = an_event("mrt 2021"), an_event("3-5-2021"), an_event("2021")
    undated, period = an_event(""), an_event("1-6-2022 - 3-6-2022")
    case = a_case_with(month, day, year, undated, period)
    # On the line: 1 the year, 2 undated after it, 3 the month, 4 the day, 5 the period.
    assert measured(case, day.id, month.id) == "Tussen 3 en 4 zitten 33 tot 63 dagen."
    assert measured(case, period.id, day.id) == (
        "Tussen 4 en het begin van 5 zitten 394 dagen, ongeveer 1 jaar en 1 maand."
    )
    assert measured(case, year.id, month.id) == (
        "Tussen 1 en 3 zitten hooguit 10 maanden; het is niet zeker wat eerst was."
    )
    assert measured(case, undated.id, day.id) == (
        "De tijd tussen 2 en 4 is niet te meten: 2 heeft geen datum."
    )
    with pytest.raises(BadInput):
        measured(case, day.id, day.id)


def test_two_without_a_date_and_two_on_one_day() -> None:
    one, two, day, same = an_event(), an_event(), an_event("3-5-2021"), an_event("3-5-2021")
    case = a_case_with(one, two, day, same)
    assert measured(case, one.id, two.id) == (
        "De tijd tussen 1 en 2 is niet te meten: 1 en 2 hebben geen datum."
    )
    assert measured(case, day.id, same.id) == "3 en 4 zijn op dezelfde dag."


def days_of(*events: Event, longer_than: int = 0) -> list[tuple[str, str]]:
    return [(g.first.isoformat(), g.last.isoformat()) for g in gaps(events, longer_than)]


def test_an_event_that_ends_before_it_starts_makes_no_silences_that_overlap() -> None:
    wrong = replace(an_event("1-5-2021 - 3-5-2021"), end=an_event("1-1-2019").start)
    assert days_of(an_event("1-1-2020"), wrong, an_event("1-8-2021")) == [
        ("2020-01-02", "2021-04-30"),
        ("2021-05-02", "2021-07-31"),
    ]


def test_a_gap_holds_only_days_that_surely_were_silent() -> None:
    month, day = an_event("mrt 2021"), an_event("circa 20-6-2021")
    assert days_of(day, month) == [("2021-04-01", "2021-06-12")]
    found = gaps([day, month], 0)[0]
    assert found.days == between(month, day) == DayRange(74, 118)
    assert gaps([day, month], 73) == (found,)
    assert gaps([day, month], 74) == ()


@pytest.mark.parametrize("kind", [EventKind.INTERVENTIE, EventKind.LIFE_EVENT])
def test_a_period_with_a_known_end_lasts_no_longer_than_that(kind: EventKind) -> None:
    vague, day = an_event("van 2021 tot mrt 2021", kind=kind), an_event("10-1-2022")
    assert days_of(vague, day) == [("2021-04-01", "2022-01-09")]
    before = an_event("1-12-2020")
    assert gaps([before, vague], 0)[0].days == DayRange(31, 120), "it began in March at the latest"


def test_what_goes_on_leaves_no_gap() -> None:
    first, last = an_event("1-1-2020"), an_event("1-1-2024")
    help_for_years = an_event("1-2-2020 - 1-6-2023")
    assert days_of(first, help_for_years, last, longer_than=40) == [("2023-06-02", "2023-12-31")]
    assert days_of(first, an_event("vanaf 1-2-2020"), last, longer_than=40) == []


def test_a_way_of_living_and_what_was_not_done_fill_nothing() -> None:
    first, last = an_event("1-1-2020"), an_event("1-3-2020")
    alone = days_of(first, last)
    together = an_event("vanaf 1-1-2020", kind=EventKind.LIFE_EVENT)
    skipped = an_event("1-2-2020", occurrence=Occurrence.NIET_GEDAAN)
    assert days_of(first, together, skipped, an_event(""), last) == alone


def test_days_next_to_each_other_have_no_gap() -> None:
    assert days_of(an_event("1-1-2020"), an_event("2-1-2020"), an_event("4-1-2020")) == [
        ("2020-01-03", "2020-01-03")
    ]
    assert days_of() == days_of(an_event("")) == []


phrases = st.sampled_from(
    [
        "",
        "2020",
        "mrt 2020",
        "3-4-2020",
        "circa 5-5-2021",
        "2-2-2019 - 4-5-2020",
        "van 2020 tot mrt 2020",
        "vanaf 2022",
    ]
)


@given(st.lists(phrases, max_size=8), st.integers(0, 300))
def test_no_gap_meets_an_event(told: list[str], longer_than: int) -> None:
    events = [an_event(when) for when in told]
    found = gaps(events, longer_than)
    for gap in found:
        assert gap.first <= gap.last
        assert longer_than < gap.days.least <= gap.days.most
        for event in events:
            if event.start.is_known:
                end = date.max if event.ongoing else (event.end or event.start).latest
                assert end < gap.first or event.start.earliest > gap.last
    assert [gap.first for gap in found] == sorted(gap.first for gap in found)


@pytest.mark.parametrize(
    ("least", "most", "words", "short"),
    [
        (0, 0, "T0", "T0"),
        (-3, 4, "rond T0", "rond T0"),
        (1, 1, "1 dag na T0", "T+1 dag"),
        (-14, -14, "2 weken voor T0", "T−2 weken"),
        (17, 17, "17 dagen na T0", "T+17 dgn"),
        (92, 92, "3 maanden na T0", "T+3 mnd"),
        (-730, -730, "2 jaar voor T0", "T−2 jr"),
        (1050, 1080, "ongeveer 2 jaar en 11 maanden na T0", "T+2 jr 11 mnd"),
        (60, 130, "ongeveer 3 maanden na T0", "ca. T+3 mnd"),
    ],
)
def test_a_distance_to_t0_in_words(least: int, most: int, words: str, short: str) -> None:
    time = DayRange(least, most)
    assert (since_words(time), since_words(time, short=True)) == (words, short)


def test_a_length_that_is_sure_stays_so() -> None:
    assert length_words(DayRange(10, 10)) == "10 dagen"
    assert length_words(DayRange(147, 147)) == "147 dagen"
    assert length_words(DayRange(60, 120)) == "ongeveer 3 maanden"
    assert length_words(DayRange(60, 120), short=True) == "3 mnd"
    assert length_words(DayRange(30, 150), short=True) == "ca. 3 mnd"
