"""Figures are printed with the duiding that is of their last period, and not without one."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.methods.figure_duiding import (
    counted,
    duiding_of,
    last_period,
    without_duiding,
)
from hgkm_desktop.models.figures import Duiding, Figure, FigureIndicator, FigureSet, Period

FIRST, SECOND, NEXT = Period(2024, 1), Period(2024, 2), Period(2025, 1)
SAID = Duiding("d", "plan", FIRST, "meer plannen")
SET = FigureSet(
    "s",
    "C6-6C",
    own=(FigureIndicator("plan", "met een plan"), FigureIndicator("rust", "met rust")),
    figures=(Figure("a", "plan", FIRST, count=7), Figure("b", "rust", SECOND, count=3)),
    duidingen=(SAID,),
)


def ids(found: tuple[FigureIndicator, ...]) -> list[str]:
    return [one.id for one in found]


def test_what_has_no_duiding_is_named() -> None:
    assert last_period(SET) == SECOND
    assert ids(counted(SET, FIRST)) == ["plan"]
    assert ids(without_duiding(SET, FIRST)) == []
    assert ids(without_duiding(SET, SECOND)) == ["rust"]


def test_a_duiding_holds_until_a_later_figure_comes() -> None:
    assert duiding_of(SET, "plan", NEXT) == SAID
    more = replace(SET, figures=(*SET.figures, Figure("c", "plan", NEXT, count=9)))
    assert duiding_of(more, "plan", NEXT) is None
    assert duiding_of(more, "plan", SECOND) == SAID, "what was said of an earlier period stays"
    said = replace(SAID, id="e", period=NEXT)
    assert duiding_of(replace(more, duidingen=(SAID, said)), "plan", NEXT) == said


def test_no_words_are_no_duiding_and_a_later_duiding_is_not_used_before() -> None:
    assert duiding_of(replace(SET, duidingen=(replace(SAID, text=" "),)), "plan", FIRST) is None
    assert duiding_of(replace(SET, duidingen=(replace(SAID, period=NEXT),)), "plan", FIRST) is None


def test_a_figure_of_a_whole_year_is_as_late_as_its_second_half() -> None:
    year = replace(SET, figures=(Figure("a", "plan", Period(2024), count=7),), duidingen=())
    assert last_period(year) == Period(2024)
    said = replace(SAID, period=SECOND)
    assert duiding_of(replace(year, duidingen=(said,)), "plan", SECOND) == said
