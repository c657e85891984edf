"""Bands and signs on paper: every style has a drawing, and the legend says what they mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import Effect, FactStatus, Pressure
from hgkm_desktop.reports.line.legend import legend_items
from hgkm_desktop.reports.line.timeline_drawing import draw_shapes
from hgkm_desktop.reports.writing.fonts import text_width
from hgkm_desktop.reports.writing.svg_canvas import SvgCanvas
from hgkm_desktop.timeline.choices import Band, Choices
from hgkm_desktop.timeline.display import DisplayList, Glyph, Line, Rect, Text
from hgkm_desktop.timeline.layout import PAPER, Timeline
from tests.benchmarks.cases import example
from tests.builders import a_case_with, an_event

BARS = {"phase_direct", "phase_risk", "phase_recovery", "regie", "regie_none", "regie_unclear"}
LINES = {"t0", "phase", "gap", "score", "score_days"}


def laid_out(case: Case) -> DisplayList:
    choices = Choices(bands=frozenset(Band), gap_days=90)
    drawn = Timeline(case, choices, metrics=PAPER, measure=text_width, numbers_only=True)
    first, scale = drawn.whole(900)
    return drawn.at(first, scale, 900 + drawn.lane_width)


def drawing_of(shown: DisplayList) -> str:
    canvas = SvgCanvas(shown.width, shown.height, title="lijn")
    draw_shapes(canvas, (*shown.background, *shown.plot, *shown.lanes, *shown.axis))
    return canvas.text()


@pytest.fixture(scope="module")
def whole() -> DisplayList:
    return laid_out(example())


def test_the_example_shows_every_style_of_the_bands(whole: DisplayList) -> None:
    styles = {shape.style for shape in whole.plot if isinstance(shape, Rect | Glyph | Line)}
    assert styles >= BARS | LINES | {"score", "score_open", "score_ring"}


def test_the_words_of_the_bands_are_on_paper(whole: DisplayList) -> None:
    drawn = drawing_of(whole)
    for word in ("Casusregie", "Veiligheid", "Keten", "Stiltes", "Vanaf T0", "Veiligheidscijfer"):
        assert word in drawn
    assert all(len(text.text) for text in whole.axis if isinstance(text, Text))


def test_the_legend_names_the_signs_of_facts_that_occur() -> None:
    events = [
        an_event("1-2-2023", "a", pressure=Pressure.DRANG),
        an_event("1-6-2023", "b", fact_status=FactStatus.VERMOEDEN),
        an_event("1-9-2023", "c", effect=Effect.DEELS),
    ]
    shown = laid_out(a_case_with(*events))
    labels = [item.label for item in legend_items((), shown)]
    assert labels == ["vermoeden", "drang", "resultaat deels bereikt"]
    assert drawing_of(shown).count("?</text>") == 1


def test_the_legend_names_the_ring_of_a_joint_score(whole: DisplayList) -> None:
    assert "cijfer samen bepaald" in [item.label for item in legend_items((), whole)]
    bare = replace(whole, plot=())
    assert "cijfer samen bepaald" not in [item.label for item in legend_items((), bare)]
