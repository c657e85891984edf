"""A day is said as was chosen, in one place; what is no day, and what is assumed, stays said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hgkm_desktop.day_form import DayForm, saying
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.joining import joined
from hgkm_desktop.models.moment import period_text
from hgkm_desktop.models.phrases import read_moment, read_whole
from hgkm_desktop.reports.let_through.shown import report_case
from hgkm_desktop.reports.options import Dates, DocumentOptions
from tests.builders import a_case_with, an_event

T = TypeVar("T")
DAYS = some.dates(date(1800, 1, 1), date(2199, 12, 31))  # as they can be typed


def said_in(form: DayForm, say: Callable[[], T]) -> T:
    """What is said where this form was chosen; nothing of it stays."""
    with saying(form):
        return say()


@pytest.mark.parametrize(
    ("typed", "full", "short", "digits"),
    [
        ("14-3-2021", "14 maart 2021", "14 mrt 2021", "14-03-2021"),
        ("circa 3 mei 2023", "circa 3 mei 2023", "circa 3 mei 2023", "circa 03-05-2023"),
        ("mrt 2021", "maart 2021", "maart 2021", "maart 2021"),
        ("voorjaar 2021", "voorjaar 2021", "voorjaar 2021", "voorjaar 2021"),
        (
            "tussen 3 sep 2021 en 9 sep 2021",
            "tussen 3 september 2021 en 9 september 2021",
            "tussen 3 sep 2021 en 9 sep 2021",
            "tussen 03-09-2021 en 09-09-2021",
        ),
        ("circa 2019", "circa 2019", "circa 2019", "circa 2019"),
        ("", "datum onbekend", "datum onbekend", "datum onbekend"),
    ],
)
def test_only_days_are_said_otherwise(typed: str, full: str, short: str, digits: str) -> None:
    moment = read_moment(typed)
    assert moment.text() == full, "nobody chose"
    assert said_in(DayForm.VOLUIT, moment.text) == full
    assert said_in(DayForm.KORT, moment.text) == short
    assert said_in(DayForm.CIJFERS, moment.text) == digits


def test_a_period_says_both_its_days_so() -> None:
    found = read_whole("3-13 mei 2023")
    said = said_in(DayForm.CIJFERS, lambda: period_text(found.start, found.end, False))
    assert said == "03-05-2023 – 13-05-2023"
    assert read_whole(said) == found


@given(day=DAYS, form=some.sampled_from(DayForm), is_short=some.booleans())
def test_each_form_is_read_back_as_the_same_day(day: date, form: DayForm, is_short: bool) -> None:
    said = said_in(form, lambda: day_text(day, short=is_short))
    assert read_moment(said).first == day
    assert read_moment(f"circa {said}").circa


@pytest.mark.parametrize("form", DayForm)
def test_dates_that_joining_wrote_are_still_found_on_paper(form: DayForm) -> None:
    case = a_case_with(an_event("17 mei 2022", "ruzie"), an_event("18-5-2022", "ruzie"))
    whole = said_in(form, lambda: joined(case, tuple(event.id for event in case.events)))
    assert "17" in whole.events[0].fact or "18" in whole.events[0].fact
    (told,) = report_case(whole, DocumentOptions(dates=Dates.MAAND)).events
    assert "mei 2022" in told.fact
    assert "17" not in told.fact
    assert "18" not in told.fact
