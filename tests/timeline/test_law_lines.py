"""Lines where the law changed: only when asked for, within the line, and the same on paper."""

from __future__ import annotations

from datetime import date

import pytest

from hgkm_desktop.models.laws import law_changes
from hgkm_desktop.reports.line.legend import legend_items
from hgkm_desktop.timeline.choices import USUAL_BANDS, Band, Choices
from hgkm_desktop.timeline.display import DisplayList, Line, Text
from hgkm_desktop.timeline.layout import PAPER, SCREEN
from tests.builders import a_case_with, an_event
from tests.timeline.lines import days, line, only, texts, timeline

CASE = a_case_with(an_event("3 mei 2018", "eerst"), an_event("3 mei 2021", "daarna"))
YEARS = days("2018-01-01", "2022-01-01")
ASKED = Choices(bands=USUAL_BANDS | {Band.WETTEN})
DAYS = (date(2019, 1, 1), date(2020, 1, 1))  # what changed between both events


def shown(choices: Choices = ASKED, **more: object) -> DisplayList:
    return line(CASE, YEARS, choices, **more)


def uprights(found: DisplayList) -> list[Line]:
    return [one for one in only(Line, found.plot) if one.style == "law"]


def test_nothing_is_drawn_unless_it_is_asked_for() -> None:
    assert uprights(shown(Choices())) == []
    assert "Wetten" not in texts(shown(Choices()).lanes)


@pytest.mark.parametrize("metrics", [SCREEN, PAPER], ids=["screen", "paper"])
def test_each_change_within_the_line_is_a_line_at_its_day(metrics: object) -> None:
    found = shown(metrics=metrics)
    scale = (found.width - found.lane_width) / (YEARS.last - YEARS.first)
    places = [found.lane_width + (day.toordinal() - YEARS.first) * scale for day in DAYS]
    assert [one.x1 for one in uprights(found)] == pytest.approx(places)
    assert all(one.x1 == one.x2 and one.y1 < one.y2 for one in uprights(found))
    labels = [text.text for text in only(Text, found.plot) if text.style == "law"]
    assert labels == [change.label for change in law_changes() if change.day in DAYS]
    assert "Wetten" in texts(found.lanes)


def test_it_makes_room_above_the_lanes_and_no_line_longer() -> None:
    plain, asked = timeline(CASE), timeline(CASE, bands=ASKED.bands)
    assert asked.reach == plain.reach
    assert asked.heights.above > plain.heights.above


def test_without_dates_nothing_tells_the_year() -> None:
    found = shown(Choices(bands=ASKED.bands, is_dated=False))
    assert uprights(found) == []
    assert "Wetten" not in texts(found.lanes)


def test_a_case_without_dates_or_between_two_changes_has_no_row() -> None:
    for case in (a_case_with(an_event("")), a_case_with(an_event("mei 2021"))):
        assert uprights(line(case, YEARS, ASKED)) == []


def test_the_legend_says_what_the_line_means() -> None:
    said = [item.label for item in legend_items((), shown(metrics=PAPER))]
    assert "de wet veranderde" in said
    assert "de wet veranderde" not in [
        item.label for item in legend_items((), shown(Choices(), metrics=PAPER))
    ]
