"""What leaves of figures is the same whatever a hidden count is: its pictures, words and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

from hgkm_desktop.exchange.figure_table import FigureTable, figure_table
from hgkm_desktop.figures.of_figures import compared, shown
from hgkm_desktop.methods.figures import figures_of
from hgkm_desktop.models.figure_content import indicator_of, indicators_of
from hgkm_desktop.models.figures import ClassCount, Duiding, Figure, FigureSet
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.reference_figures import reference_sets
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.privacy.figure_shield import shielded_set
from hgkm_desktop.privacy.small_counts import Way
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.figures import cijferkaart
from hgkm_desktop.reports.let_through.shown_figures import shown_figures
from hgkm_desktop.reports.practice.work_head import Making
from tests.privacy.reader_of_figures import H1, INDICATORS, a_random_half, a_random_year, a_set

TODAY = date(2026, 2, 1)
OWN = INDICATORS[:4]


def deelbaar(figure_set: FigureSet) -> FigureSet:
    told = dict.fromkeys(one.indicator_id for one in figure_set.figures)
    return replace(
        figure_set,
        state=CaseState.DEELBAAR,
        duidingen=tuple(
            Duiding(f"d{one}", one, figure.period, "Dit zegt het.")
            for one in told
            for figure in figures_of(figure_set, one)
        ),
    )


def papers(figure_set: FigureSet) -> tuple[Document, FigureTable]:
    making = Making(FileSettings(), TODAY)
    return cijferkaart.compose(figure_set, (), making), figure_table(figure_set, TODAY)


def others_alike(figure_set: FigureSet) -> Iterator[FigureSet]:
    """The set with one count one more or less, as far as the shield then says the same."""
    printed = shielded_set(figure_set, indicators_of(figure_set))
    for at, figure in enumerate(figure_set.figures):
        for changed in with_one_other(figure):
            figures = (*figure_set.figures[:at], changed, *figure_set.figures[at + 1 :])
            other = replace(figure_set, figures=figures)
            if shielded_set(other, indicators_of(other)) == printed:
                yield other


def with_one_other(figure: Figure) -> Iterator[Figure]:
    for step in (-1, 1):
        if figure.count:
            yield replace(figure, count=figure.count + step)
        for n, one in enumerate(figure.classes):
            other = ClassCount(one.times, max(one.count + step, 0))
            yield replace(figure, classes=(*figure.classes[:n], other, *figure.classes[n + 1 :]))
        if figure.passed_on:
            yield replace(figure, passed_on=figure.passed_on + step)


def test_a_hidden_count_changes_nothing_on_any_paper() -> None:
    compared_with = 0
    for seed in range(5):
        year = replace(a_random_year(Random(seed)), own=OWN)
        known = {one.id for one in indicators_of(FigureSet("", ""))}
        half = a_random_half(Random(seed))
        half = replace(half, figures=tuple(f for f in half.figures if f.indicator_id in known))
        for figure_set in map(deelbaar, (year, half)):
            made = papers(figure_set)
            for other in others_alike(figure_set):
                compared_with += 1
                assert papers(other) == made
    assert compared_with > 15


def test_the_reason_of_a_hidden_figure_is_on_no_paper() -> None:
    """It was written beside the number, and may say what that does."""
    whole, part = Figure("", "thv", H1, count=42), Figure("", "thv_verlengd", H1, count=3, of=42)
    plain = papers(deelbaar(a_set([whole, part])))
    assert papers(deelbaar(a_set([whole, replace(part, reason="bij drie ging het zo")]))) == plain


def test_classes_of_which_one_is_hidden_are_not_taken_together() -> None:
    classes = (ClassCount(2, 30), ClassCount(3, 2))
    whole = Figure("", "adressen", H1, count=80)
    again = Figure("", "adressen_herhaald", H1, classes=classes)
    paper = shown_figures(deelbaar(a_set([whole, again])))
    _, told = paper.figures.figures
    indicator = indicator_of(paper.figures, told.indicator_id)
    assert shown(indicator, told, paper.instead) == (None, Way.VERBORGEN.label, "")
    assert all(compared(indicator, "", told, one) is None for one in reference_sets())
    assert [one.times for one in told.classes] == [2]
