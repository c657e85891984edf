"""Pictures of figures: a gap is no line, a break is told, and nothing is said by colour alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from io import BytesIO

import pytest

from hgkm_desktop.figures.figure_chart import Break, FigureChart, FigureShape, Mark
from hgkm_desktop.figures.painting import paint_chart
from hgkm_desktop.models.figures import Period
from hgkm_desktop.reports.writing.fonts import draw_text, register, text_width
from hgkm_desktop.reports.writing.metadata import Meta
from hgkm_desktop.reports.writing.tagged_canvas import TaggedCanvas
from tests.figures.test_drawing import content, page_texts

WIDTH, HEIGHT = 374.0, 140.0


def drawn(chart: FigureChart) -> bytes:
    register()
    target = BytesIO()
    meta = Meta("Een grafiek", datetime(2026, 1, 1, tzinfo=UTC))
    canvas = TaggedCanvas(target, (WIDTH, HEIGHT), meta=meta)
    look = {"accent": "#0f4c5c", "measure": text_width}
    paint_chart(chart, canvas, WIDTH, HEIGHT, write=partial(draw_text, canvas), **look)  # type: ignore[arg-type]
    canvas.save()
    return target.getvalue()


def over_time(*values: float | None, **more: object) -> FigureChart:
    marks = tuple(
        Mark(
            f"{number % 2 + 1}e helft\n{2024 + number // 2}",
            value,
            "niet leverbaar" if value is None else f"{value:g}",
            period=Period(2024 + number // 2, number % 2 + 1),
        )
        for number, value in enumerate(values)
    )
    return replace(FigureChart(FigureShape.OVER_TIME, "aantal", marks), **more)  # type: ignore[arg-type]


def test_a_line_joins_only_what_follows_on_each_other() -> None:
    chart = over_time(10, 11, None, 12, 13)
    pairs = [(one.value, other.value) for one, other in chart.joined()]
    assert pairs == [(10, 11), (12, 13)]


def test_no_line_goes_past_a_break_and_its_words_stand_in_the_picture() -> None:
    chart = over_time(10, 11, 12, 13, breaks=(Break(2025.0, "1 januari 2025: anders geteld"),))
    assert [(a.value, b.value) for a, b in chart.joined()] == [(10, 11), (12, 13)]
    assert "1 januari 2025: anders geteld" in page_texts(drawn(chart))[0]


def test_a_year_is_not_joined_with_a_half() -> None:
    year = Mark("2023", 9, "9", period=Period(2023))
    half = Mark("1e helft 2024", 5, "5", period=Period(2024, 1))
    assert not list(FigureChart(FigureShape.OVER_TIME, "", (year, half)).joined())


def test_why_a_value_is_missing_and_the_caveat_stand_in_the_picture() -> None:
    (said,) = page_texts(drawn(over_time(10, None, 12, caveat="Grof, en niet per gemeente.")))
    assert "Grof, en niet per gemeente." in said
    assert "leverbaar" in said


def test_what_is_ringed_and_what_is_of_another_differ_without_colour() -> None:
    plain = over_time(10, 11)
    assert drawn(replace(plain, ringed=1)) != drawn(plain)
    own = FigureChart(FigureShape.UNDER, "", (Mark("a", 3, "3"), Mark("b", 4, "4")))
    other = replace(own, marks=(own.marks[0], replace(own.marks[1], is_other=True)))
    assert content(drawn(other)).count(" W* n") > content(drawn(own)).count(" W* n")


@pytest.mark.parametrize("shape", FigureShape)
def test_any_figures_can_be_drawn(shape: FigureShape) -> None:
    for values in ((None,), (0,), (1,), (10_000, None, 3), tuple(range(40))):
        chart = replace(over_time(*values), shape=shape, ringed=0, sign="%")
        assert drawn(chart) == drawn(chart)
