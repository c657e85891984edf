"""Moments: precision kept, assumed never shown as known, undated events in their own order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import in_order
from hgkm_desktop.models.moment import (
    FIRST_YEAR,
    LAST_YEAR,
    UNKNOWN,
    Moment,
    Precision,
    between,
    in_month,
    in_part_of_month,
    in_part_of_year,
    in_quarter,
    in_season,
    in_year,
    on_day,
    period_text,
    quarter_of,
)
from hgkm_desktop.models.phrases import easter_of, read_moment, read_period, read_whole
from tests.builders import a_case_with, an_event

years = st.integers(1900, 2099)
months = st.integers(1, 12)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def _between(first: date, length: int) -> Moment:
    last = first + timedelta(days=length)
    start, end = (on_day(day.year, day.month, day.day) for day in (first, last))
    return between(start, end)


named_moments = st.one_of(
    days.map(lambda day: on_day(day.year, day.month, day.day)),
    st.builds(in_month, years, months),
    st.builds(in_quarter, years, st.integers(1, 4)),
    st.builds(in_season, years, st.sampled_from((3, 6, 9, 12))),
    st.builds(in_part_of_year, years, st.integers(0, 2)),
    st.builds(in_part_of_month, years, months, st.integers(0, 2)),
    st.builds(in_year, years),
    st.builds(_between, days, st.integers(0, 2000)),
)
known_moments = st.builds(
    lambda moment, circa: Moment(moment.precision, moment.first, moment.last, circa),
    named_moments,
    st.booleans(),
)


@given(known_moments, st.booleans())
def test_what_is_written_reads_back_as_the_same_days(moment: Moment, short: bool) -> None:
    again = read_moment(moment.text(short=short))
    assert (again.first, again.last, again.circa) == (moment.first, moment.last, moment.circa)


@given(named_moments)
def test_assumed_is_never_shown_as_known(moment: Moment) -> None:
    assumed = Moment(moment.precision, moment.first, moment.last, circa=True)
    for text in (assumed.text(), assumed.text(short=True), assumed.in_words()):
        assert text.startswith("circa ")
    assert not moment.text().startswith("circa")
    assert not assumed.is_exact


@given(known_moments)
def test_only_an_exact_day_reads_as_a_day(moment: Moment) -> None:
    if moment.precision not in (Precision.DAG, Precision.TUSSEN):
        assert not moment.text().removeprefix("circa ")[0].isdigit() or moment.precision in (
            Precision.JAAR,
            Precision.KWARTAAL,
        )
        assert "bekend" in moment.in_words() or "aangenomen" in moment.in_words()


@given(known_moments)
def test_a_span_holds_its_days_and_circa_makes_it_wider(moment: Moment) -> None:
    assert moment.first is not None
    assert moment.last is not None
    assert moment.earliest <= moment.first <= moment.middle <= moment.last <= moment.latest
    is_wider = moment.earliest < moment.first and moment.latest > moment.last
    assert is_wider is moment.circa


@given(known_moments, known_moments)
def test_before_is_only_said_when_it_is_sure(one: Moment, other: Moment) -> None:
    shortest, longest = one.days_until(other)
    assert shortest <= longest
    assert one.surely_before(other) is (shortest > 0)
    assert not (one.surely_before(other) and other.surely_before(one))


@given(st.permutations(["mrt 2020", "3-5-2020", "circa 2019", "voorjaar 2021", "2018"]))
def test_dated_events_go_by_date_whatever_order_they_were_told_in(told: list[str]) -> None:
    events = [an_event(when, when, seq=float(n)) for n, when in enumerate(told)]
    line = in_order(a_case_with(*events))
    starts = [event.start.order for event in line]
    assert starts == sorted(starts)


@given(st.lists(st.sampled_from(["", "2019", "mrt 2021", "3-2-2020"]), max_size=12))
def test_undated_events_keep_their_order_and_follow_who_was_told_before(told: list[str]) -> None:
    events = [an_event(when, str(n), seq=float(n)) for n, when in enumerate(told)]
    line = in_order(a_case_with(*events))
    undated = [int(event.title) for event in line if not event.start.is_known]
    for anchor, group in _groups(told).items():
        places = [[e.title for e in line].index(str(n)) for n in group]
        assert places == list(range(places[0], places[0] + len(places))), "kept together, in order"
        before = line[places[0] - 1].title if places[0] else None
        assert before == (str(anchor) if anchor is not None else None)
    assert sorted(undated) == [n for n, when in enumerate(told) if not when]


def _groups(told: list[str]) -> dict[int | None, list[int]]:
    groups: dict[int | None, list[int]] = {}
    anchor: int | None = None
    for number, when in enumerate(told):
        if when:
            anchor = number
        else:
            groups.setdefault(anchor, []).append(number)
    return groups


def test_an_unknown_moment_has_no_days() -> None:
    assert UNKNOWN.text() == "datum onbekend"
    assert not UNKNOWN.is_known
    assert not UNKNOWN.surely_before(in_year(2020))
    with pytest.raises(BadInput):
        Moment(Precision.ONBEKEND, date(2020, 1, 1), date(2020, 1, 1))


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2020, 1, 2), date(2020, 1, 1)), (None, date(2020, 1, 1)), (date(1700, 1, 1),) * 2],
)
def test_a_moment_that_cannot_be_is_refused(first: date | None, last: date) -> None:
    with pytest.raises(BadInput):
        Moment(Precision.TUSSEN, first, last)


def test_words_say_how_much_is_known() -> None:
    assert in_month(2023, 4).in_words() == "april 2023, alleen de maand is bekend"
    assert on_day(2021, 2, 3).in_words() == "3 februari 2021"
    assert read_moment("circa 2019").in_words() == "circa 2019, dit is aangenomen"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("3-2-2021", "3 februari 2021"),
        ("3/2/2021", "3 februari 2021"),
        ("03.02.21", "3 februari 2021"),
        ("2021-02-03", "3 februari 2021"),
        ("3 FEB 2021", "3 februari 2021"),
        ("feb 2021", "februari 2021"),
        ("feb. 2021", "februari 2021"),
        ("2-2021", "februari 2021"),
        ("voorjaar 2021", "voorjaar 2021"),
        ("lente 2021", "voorjaar 2021"),
        ("winter 2021", "winter 2020-2021"),
        ("winter 2020-2021", "winter 2020-2021"),
        ("begin 2021", "begin 2021"),
        ("medio mrt 2021", "midden maart 2021"),
        ("eind 2021", "eind 2021"),
        ("2e kwartaal 2021", "2e kwartaal 2021"),
        ("derde kwartaal 2021", "3e kwartaal 2021"),
        ("q4 2021", "4e kwartaal 2021"),
        ("2021", "2021"),
        ("circa 2019", "circa 2019"),
        ("ca. mrt 2019", "circa maart 2019"),
        ("rond 3-3-2019", "circa 3 maart 2019"),
        ("tussen mrt en mei 2021", "tussen maart en mei 2021"),
        ("tussen 3 mrt en 5 mei 2021", "tussen 3 maart 2021 en 5 mei 2021"),
        ("tussen 2019 en 2021", "tussen 2019 en 2021"),
        ("onbekend, na vorige", "datum onbekend"),
        ("3-13 mei 2023", "3 mei 2023 – 13 mei 2023"),
        ("28 feb - 3 mrt 2021", "28 februari 2021 – 3 maart 2021"),
        ("2019-2020", "2019 – 2020"),
        ("2019 - 2020", "2019 – 2020"),
        ("2019–2020", "2019 – 2020"),
        ("van 2019-2020", "2019 – 2020"),
        ("circa 2019-2020", "circa 2019 – 2020"),
        ("05-03-24", "5 maart 2024"),
        ("mrt 2021 t/m mei 2021", "maart 2021 – mei 2021"),
        ("van mrt 2021 tot en met mei 2021", "maart 2021 – mei 2021"),
        ("vanaf juli 2025", "vanaf juli 2025"),
        ("sinds 2020", "vanaf 2020"),
        ("juli 2025 tot nu", "vanaf juli 2025"),
        ("29-2-2024", "29 februari 2024"),
    ],
)
def test_dutch_date_phrases(typed: str, said: str) -> None:
    period = read_whole(typed)
    assert period_text(period.start, period.end, period.ongoing) == said


@pytest.mark.parametrize(
    ("typed", "part_of_the_sentence"),
    [
        ("31-02-2021", "Februari 2021 heeft 28 dagen"),
        ("29-2-2023", "Februari 2023 heeft 28 dagen"),
        ("31 april 2021", "April 2021 heeft 30 dagen"),
        ("0-1-2021", "bestaat niet"),
        ("1-13-2021", "Maand 13 bestaat niet"),
        ("13-2021", "Maand 13 bestaat niet"),
        ("5e kwartaal 2021", "Kwartaal 5 bestaat niet"),
        ("tussen 2021 en 2019", "eerste datum ligt na de laatste"),
        ("mei 2021 - mrt 2021", "ligt voor het begin"),
        ("2020-2019", "ligt voor het begin"),
        ("2019-2020-2021", "niet te lezen"),
        ("2019-20", "niet te lezen"),
        ("13-3 mei 2021", "ligt voor het begin"),
        ("gisteren", "niet te lezen"),
        ("2021 en nog wat", "niet te lezen"),
    ],
)
def test_what_cannot_be_is_said_in_dutch(typed: str, part_of_the_sentence: str) -> None:
    with pytest.raises(BadInput) as error:
        read_whole(typed)
    assert part_of_the_sentence in error.value.sentence


@given(st.text(max_size=60))
def test_any_text_is_read_refused_or_left_alone(text: str) -> None:
    try:
        found = read_period(text)
    except BadInput:
        return
    assert found is None or 0 < found[1] <= len(text)


def test_the_quarter_of_a_day_holds_it() -> None:
    for month in range(1, 13):
        quarter = quarter_of(date(2023, month, 15))
        assert quarter == in_quarter(2023, (month + 2) // 3)
        assert quarter.first is not None
        assert quarter.last is not None
        assert quarter.first <= date(2023, month, 15) <= quarter.last


def test_of_a_date_that_is_not_known_no_day_is_given() -> None:
    for ask in ("earliest", "latest", "middle", "order"):
        with pytest.raises(BadInput, match="onbekend"):
            getattr(UNKNOWN, ask)


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1])
def test_a_day_in_a_year_that_is_out_of_reach_is_refused(year: int) -> None:
    with pytest.raises(BadInput, match="jaartal"):
        on_day(year, 1, 1)


def test_whole_months_of_two_years_are_named_by_their_months() -> None:
    known = between(in_month(2022, 11), in_month(2023, 2))
    assert known.text() == "tussen november 2022 en februari 2023"
    assert known.text(short=True) == "tussen nov 2022 en feb 2023"
    assert read_moment(known.text()) == known


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ergens in 2019", "2019"),
        ("in mei 2021", "mei 2021"),
        ("in de zomer van 2020", "zomer 2020"),
        ("op 3 mei 2021", "3 mei 2021"),
        ("in het eerste kwartaal van 2021", "1e kwartaal 2021"),
        ("kerst 2021", "tussen 25 december 2021 en 26 december 2021"),
        ("rond kerst 2021", "circa tussen 25 december 2021 en 26 december 2021"),
        ("de kerst van 2021", "tussen 25 december 2021 en 26 december 2021"),
        ("met kerst '21", "tussen 25 december 2021 en 26 december 2021"),
        ("tijdens de kerst van 2021", "tussen 25 december 2021 en 26 december 2021"),
        ("rond pasen 2023", "circa tussen 9 april 2023 en 10 april 2023"),
        ("met pasen van 2024", "tussen 31 maart 2024 en 1 april 2024"),
        ("Pinksteren '22", "tussen 5 juni 2022 en 6 juni 2022"),
        ("hemelvaart 2022", "26 mei 2022"),
        ("hemelvaartsdag 2022", "26 mei 2022"),
        ("nazomer 2021", "tussen augustus en september 2021"),
        ("de nazomer van 2021", "tussen augustus en september 2021"),
        ("rond de zomer van 2020", "circa zomer 2020"),
        ("zo rond het voorjaar van 2020", "circa voorjaar 2020"),
        ("zomer ’20", "zomer 2020"),
        ("ergens begin 2020", "begin 2020"),
        ("ergens rond mei 2020", "circa mei 2020"),
        ("omstreeks eind 2020", "circa eind 2020"),
        ("in het begin van 2020", "begin 2020"),
        ("aan het eind van mei 2020", "eind mei 2020"),
        ("eind '20", "eind 2020"),
        ("in de loop van 2019", "2019"),
        ("in mei van 2021", "mei 2021"),
        ("vermoedelijk 2019", "circa 2019"),
        ("waarschijnlijk in de zomer van 2019", "circa zomer 2019"),
        ("2019 of 2020", "tussen 2019 en 2020"),
        ("rond mei of juni 2020", "circa tussen mei en juni 2020"),
        ("in de jaren 90", "tussen 1990 en 1999"),
        ("jaren '20", "tussen 2020 en 2029"),
        ("jaren zestig", "tussen 1960 en 1969"),
    ],
)
def test_a_date_is_read_as_people_say_it(typed: str, meant: str) -> None:
    found = read_period(f"{typed} ruzie")
    assert found is not None
    period, at = found
    assert (period.start.text(), period.end, f"{typed} ruzie"[at:]) == (meant, None, " ruzie")
    assert read_whole(typed) == period


def test_of_two_years_the_first_comes_first() -> None:
    with pytest.raises(BadInput):
        read_period("2020 of 2019 ruzie")


@pytest.mark.parametrize(
    "typed",
    [
        "in huis",
        "op school in 2019",
        "kerstvakantie 2021",
        "in de",
        "ergens",
        "rond het huis",
        "huis of juni 2020",
        "mei of huis 2020",
        "met 2000 gram geboren",
        "aan 2020 euro schuld",
        "zo 2019",
        "zomer 12 dagen bij oma",
        "mei van 12 jaar",
        "jaren 95",
        "vermoedelijk mishandeld",
    ],
)
def test_what_only_begins_like_that_is_no_date(typed: str) -> None:
    assert read_period(typed) is None


def test_easter_is_where_the_churches_have_it() -> None:
    known = {1818: (3, 22), 1943: (4, 25), 1981: (4, 19), 2000: (4, 23), 2038: (4, 25)}
    assert {year: easter_of(year) for year in known} == {
        year: date(year, *day) for year, day in known.items()
    }
    assert all(easter_of(year).weekday() == 6 for year in range(1800, 2200))
