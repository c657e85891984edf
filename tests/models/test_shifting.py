"""Moving all dates of a case: what stays as it was, and when it cannot be done."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.intervals import between, measured
from hgkm_desktop.models.moment import Moment, Precision
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.shifting import amounts, borders_of, with_dates_moved
from tests.builders import a_case_with, an_event, an_organisation
from tests.casefile.full_case import full_case

TODAY = date(2026, 11, 22)
ALL = (*range(-26, -2), *range(3, 27))
WEEKS = 11


def dates_in(value: Any, name: str = "") -> list[tuple[str, date]]:
    """Every date in a value, with the name of the field that it is in."""
    if isinstance(value, date):
        return [(name, value)]
    if isinstance(value, tuple):
        return [one for item in value for one in dates_in(item, name)]
    if is_dataclass(value):
        own = f"{name}: {value.precision}" if isinstance(value, Moment) else ""
        return [d for f in fields(value) for d in dates_in(getattr(value, f.name), own or f.name)]
    return []


def test_every_date_of_a_case_moves_but_those_of_our_own_days() -> None:
    case = full_case()
    before, after = dates_in(case), dates_in(with_dates_moved(case, WEEKS))
    ours = {"created_on", "added_on"}
    assert ours <= {name for name, _ in before}, "the full case has them"
    assert not ours & {name for name, _ in after}
    stays = {"keep_until", "due", "on"}
    assert [d for d in before if d[0] in stays] == [d for d in after if d[0] in stays]
    moving = [(name, day) for name, day in before if name not in ours | stays]
    moved = [(name, day) for name, day in after if name not in stays]
    assert len(moved) == len(moving)
    still = {name for (name, day), (_, new) in zip(moving, moved, strict=True) if day == new}
    assert {name for name in still if not name.endswith(Precision.JAAR)} == set()


def days(*whens: str) -> Case:
    return a_case_with(*(an_event(when) for when in whens))


def test_the_time_between_days_stays_to_the_day() -> None:
    case = days("3 mei 2021", "13 mei 2021", "tussen 1 juni 2021 en 4 juni 2021", "2 feb 2022")
    moved = with_dates_moved(case, -17)
    for one, other in zip(case.events, moved.events, strict=True):
        assert between(one, other).most == -17 * 7 + (one.start.latest - one.start.earliest).days
    first, *others = order(case.events)
    for later in others:
        assert measured(moved, first, later) == measured(case, first, later)


def test_a_period_keeps_its_length_and_a_weekday_stays_that_day() -> None:
    (event,) = with_dates_moved(days("12 juni 2023 - 22 juni 2023"), 9).events
    assert event.end is not None
    assert event.end.earliest - event.start.earliest == timedelta(days=10)
    assert event.start.earliest.weekday() == date(2023, 6, 12).weekday()


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("maart 2021", "juni 2021"),
        ("1e kwartaal 2021", "2e kwartaal 2021"),
        ("zomer 2021", "najaar 2021"),
        ("begin maart 2021", "begin juni 2021"),
        ("2021", "2021"),
        ("circa maart 2021", "circa juni 2021"),
        ("tussen maart 2021 en mei 2021", "tussen juni en augustus 2021"),
        ("", "datum onbekend"),
    ],
)
def test_what_is_no_day_stays_as_exact_as_it_was(when: str, shown: str) -> None:
    (event,) = with_dates_moved(days(when), 13).events
    assert event.start.text() == shown


def test_nothing_of_a_month_tells_the_amount() -> None:
    """Said in days, a month would begin on another day of the month for each amount."""
    firsts = {with_dates_moved(days("maart 2021"), w).events[0].start.earliest.day for w in ALL}
    assert firsts == {1}


def test_all_amounts_can_be_where_nothing_stands_in_the_way() -> None:
    assert amounts([days("3 mei 2021", "13 mei 2021")], TODAY) == ALL


def using_bopz(*whens: str) -> Case:
    """A case that uses what ended on the last day of 2019."""
    events = [an_event(when) for when in whens]
    return a_case_with(*events[1:], replace(events[0], instrument="ibs_bopz"))


def test_no_date_crosses_the_end_of_what_the_case_uses() -> None:
    case = using_bopz("1 juni 2019", "15 oktober 2019")
    assert date(2020, 1, 1) in borders_of(case)
    possible = amounts([case], TODAY)
    assert possible
    assert max(possible) == 11
    assert min(possible) == -26
    for weeks in possible:
        assert max(e.start.latest for e in with_dates_moved(case, weeks).events).year == 2019
    beyond = with_dates_moved(case, 12)
    assert max(e.start.latest for e in beyond.events).year == 2020, "one week more would cross"


def test_the_same_dates_without_it_move_freely() -> None:
    assert amounts([days("1 juni 2019", "15 oktober 2019")], TODAY) == ALL


def test_no_date_crosses_the_beginning_of_an_organisation_or_of_other_figures() -> None:
    vt = an_organisation("Veilig Thuis")
    at = an_event("1 februari 2019", organisation_ids=(vt.id,))
    assert {date(2015, 1, 1), date(2019, 1, 1)} <= borders_of(a_case_with(vt, at))
    possible = amounts([a_case_with(vt, at)], TODAY)
    assert min(possible) == -4
    assert max(possible) == 26


def test_without_room_there_is_no_amount() -> None:
    assert amounts([using_bopz("20 december 2019", "10 januari 2020")], TODAY) == ()


def test_a_little_room_is_none_for_then_the_amount_can_be_guessed() -> None:
    """Two weeks back and three ahead: who knows the borders would know that it was 3, 4 or 5."""
    vt = an_organisation("Veilig Thuis")
    narrow = using_bopz("15 januari 2019", "10 december 2019").put(vt)
    assert amounts([narrow], TODAY) == ()
    wider = using_bopz("1 februari 2019", "1 december 2019").put(vt)
    assert amounts([wider], TODAY) == (-4, -3, 3, 4)


def test_what_was_does_not_come_to_lie_in_the_future() -> None:
    possible = amounts([days("1 oktober 2026")], TODAY)
    assert max(possible) == 7
    assert min(possible) == -26


def test_two_cases_move_together_or_not_at_all() -> None:
    free, bound = days("3 mei 2021"), using_bopz("20 december 2019", "10 januari 2020")
    assert amounts([free], TODAY) == ALL
    assert amounts([free, bound], TODAY) == ()


def order(events: tuple[Event, ...]) -> list[str]:
    return [event.id for event in events]


def test_no_amount_changes_the_order_of_the_line() -> None:
    case = days("20 maart 2021", "maart 2021", "5 april 2021", "april 2021", "2 mei 2021")
    possible = amounts([case], TODAY)
    changing = [
        w for w in ALL if order(in_order(with_dates_moved(case, w))) != order(in_order(case))
    ]
    assert changing, "some would"
    assert possible
    assert not set(possible) & set(changing)


def test_no_amount_ends_a_period_before_it_begins() -> None:
    case = days("28 maart 2021 - april 2021", "3 mei 2021")
    for weeks in amounts([case], TODAY):
        for event in with_dates_moved(case, weeks).events:
            assert event.end is None or not event.end.surely_before(event.start)
