"""The cijferkaart: what is told of figures, what is left out, and no small count that leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from hgkm_desktop.figures.figure_chart import FigureChart
from hgkm_desktop.figures.of_figures import compared
from hgkm_desktop.models.figure_content import indicators_of
from hgkm_desktop.models.figures import Period
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.reference_figures import reference_sets
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.content import Document, Picture, texts
from hgkm_desktop.reports.figures import cijferkaart
from hgkm_desktop.reports.figures.cijferkaart_block import name_of
from hgkm_desktop.reports.practice.work_head import Making
from hgkm_desktop.reports.writing import page_style as style
from tests.reports.every_document import written
from tests.reports.full_figures import a_figure_set, kaart_of
from tests.reports.many_figures import every_figure, with_pictures
from tests.reports.pages import pages

SHARED, IN_WORK = CaseState.DEELBAAR, CaseState.IN_BEWERKING


@cache
def kaart_of_all(words: int, state: CaseState = SHARED, more: int = 0) -> Document:
    """Of every indicator, each with a duiding of so many sentences; made once."""
    return kaart_of(every_figure(words, state, more))


def words_of(document: Document) -> str:
    return " ".join(texts(document))


def chart_of(document: Document, name: str) -> FigureChart:
    section = next(one for one in document.sections if one.heading == name)
    (picture,) = [block for block in section.blocks if isinstance(block, Picture)]
    assert isinstance(picture.chart, FigureChart)
    return picture.chart


def test_a_figure_without_duiding_is_not_printed_and_is_named() -> None:
    made = kaart_of(a_figure_set())
    headings = [section.heading for section in made.sections]
    assert "Afgeronde onderzoeken van Veilig Thuis" not in headings
    left_out = next(one for one in made.sections if one.heading == "Weggelaten")
    assert "Afgeronde onderzoeken van Veilig Thuis" in " ".join(texts(left_out))
    assert "41" not in words_of(made).split()


def test_a_small_count_is_nowhere_in_what_leaves() -> None:
    inside, outside = (words_of(kaart_of(a_figure_set(state))) for state in (IN_WORK, SHARED))
    assert "3 van 2.213" in inside, "or this test looks for nothing"
    assert "3 van" not in outside
    assert "0,1%" not in outside
    assert "<5" in outside


def test_what_a_small_count_is_makes_no_difference_to_what_leaves() -> None:
    """Whether it was 1, 2, 3 or 4 cannot be seen in any word or place of the paper."""
    made = a_figure_set(SHARED)
    papers = []
    for count in (1, 2, 3, 4):
        figures = tuple(replace(f, count=count) if f.id == "h1" else f for f in made.figures)
        papers.append(kaart_of(replace(made, figures=figures)))
    assert all(paper == papers[0] for paper in papers)


def test_no_line_and_no_change_go_past_what_is_missing_or_a_break() -> None:
    chart = chart_of(kaart_of(a_figure_set()), "Meldingen bij Veilig Thuis")
    joined = [(one.value, other.value) for one, other in chart.joined()]
    assert joined == [(1886, 1790), (2213, 2344)]
    assert sum(mark.text == "geen cijfer" for mark in chart.marks) == 11


def test_a_share_that_differs_from_its_parts_is_told() -> None:
    assert "Opgegeven is 15,2%, maar het is 108 van 737 = 14,7%." in words_of(
        kaart_of(a_figure_set())
    )


def test_only_what_deelbare_cases_show_stands_beside_the_figures() -> None:
    said = words_of(kaart_of(a_figure_set()))
    assert "Advies bleef liggen" in said
    assert "GEHEIM" not in said
    assert "B2-2C" not in said


def test_the_picture_is_told_in_words() -> None:
    made = kaart_of(a_figure_set())
    section = next(one for one in made.sections if one.heading == "Meldingen bij Veilig Thuis")
    (alt,) = [block.alt for block in section.blocks if isinstance(block, Picture)]
    for words in (
        "Eerst 1e helft 2018: 1.886, ten slotte 2e helft 2025: 2.344.",
        "Laagste: 2e helft 2018: 1.790.",
        "Breuk: 1 januari 2019:",
        "2e helft 2024 (geen cijfer)",
    ):
        assert words in alt


@pytest.mark.parametrize(
    ("words", "more", "state"),
    [(1, 0, SHARED), (6, 0, SHARED), (6, 0, IN_WORK), (40, 60, SHARED)],
)
def test_there_are_never_more_than_three_pages_and_nothing_goes_silently(
    words: int, more: int, state: CaseState
) -> None:
    """All indicators over ten half-years, with a duiding of so many sentences."""
    figures, made = every_figure(words, state, more), kaart_of_all(words, state, more)
    assert 1 <= len(pages(written(made))) <= cijferkaart.PAGES
    headings = {section.heading for section in made.sections}
    left_out = " ".join(texts(next(s for s in made.sections if s.heading == "Weggelaten")))
    assert "Past niet op drie bladzijden; zie de tabel" in left_out
    gone = [one for one in indicators_of(figures) if name_of(one) not in headings]
    named = [one for one in gone if f"‘{name_of(one)}’" in left_out]
    unnamed = len(gone) - len(named)
    assert unnamed == 0 or f"nog {unnamed} andere" in left_out
    assert len(named) >= min(len(gone), 40)


def test_what_may_be_steered_by_stands_first_and_goes_last() -> None:
    figures = every_figure(6, SHARED)
    steering = {one.indicator_id for one in figures.duidingen if one.for_steering}
    may = {one.label for one in indicators_of(figures) if one.id in steering}
    made = [one for one in kaart_of_all(6).sections if one.more.startswith("Eenheid")]
    assert made
    assert {one.heading for one in made[: len(may)]} <= may


def test_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    edge, foot = style.SIDE + style.COLUMN_A, style.FOOT_TOP
    for words in (1, 2):
        for page in pages(written(kaart_of_all(words))):
            body = [word for word in page.words if word.bottom < page.height - foot]
            tops = sorted({word.top for word in body if word.left < edge})
            pairs = zip([0.0, *tops], tops, strict=False)
            starts = [top for before, top in pairs if top - before > 22]
            beside = [w for w in body if w.left >= edge and w.top > starts[-1] - 4]
            assert beside, (words, page.words[-30:])


def test_repeats_and_published_figures_have_their_own_pictures_with_the_caveat() -> None:
    made = kaart_of(with_pictures(IN_WORK))
    section = next(one for one in made.sections if one.heading == "Nader bekeken")
    repeats, reference = [one for one in section.blocks if isinstance(one, Picture)]
    assert isinstance(repeats.chart, FigureChart)
    assert [mark.label for mark in repeats.chart.marks][-1] == "5 keer of vaker"
    assert isinstance(reference.chart, FigureChart)
    assert "niet geschikt om op te sturen" in reference.chart.caveat
    assert "niet geschikt om op te sturen" in reference.alt


def test_a_small_count_among_percentages_is_said_to_be_a_count() -> None:
    made = kaart_of(a_figure_set(SHARED))
    chart = chart_of(made, "Herhaalde meldingen bij Veilig Thuis")
    assert [mark.text for mark in chart.marks] == ["aantal <5", "14,7%"]


def test_what_is_left_out_of_a_published_list_is_counted_in_the_picture() -> None:
    full = every_figure(1, IN_WORK)
    (own,) = [one for one in indicators_of(full) if one.id == "thv_verlengd"]
    (reference,) = [one for one in reference_sets() if one.published("thv_verlengd")]
    one = reference.published("thv_verlengd")[0]
    many = tuple(
        replace(one, figure=replace(one.figure, id=f"f{n}", period=Period(2000 + n)))
        for n in range(9)
    )
    last = [figure for figure in full.figures if figure.indicator_id == own.id][-1]
    chart = compared(own, "Voorbeeldstad", last, replace(reference, figures=many))
    assert chart is not None
    assert len(chart.marks) == 7
    assert "Hier staan de eerste 6 van de 9 cijfers in deze bron." in chart.caveat


@pytest.mark.parametrize("state", [IN_WORK, SHARED])
def test_the_same_figures_give_the_same_bytes(state: CaseState) -> None:
    assert written(kaart_of_all(1, state)) == written(kaart_of(every_figure(1, state)))


def test_with_no_duiding_at_all_every_indicator_is_named_as_left_out() -> None:
    bare = replace(every_figure(1), duidingen=(), insights=(), title="Een lange titel " * 40)
    made = kaart_of(bare)
    assert len(pages(written(made))) == 1
    assert [one.heading for one in made.sections] == ["Toelichting", "Weggelaten"]
    assert "Past niet" not in words_of(made)
    left_out = " ".join(texts(made.sections[-1]))
    assert all(f"‘{name_of(one)}’" in left_out for one in indicators_of(bare))


def test_a_long_note_is_cut_and_says_where_the_rest_is() -> None:
    made = kaart_of(replace(a_figure_set(), note="Dit half jaar telde de politie anders. " * 40))
    section = next(one for one in made.sections if one.heading == "Toelichting")
    assert section.more == "Meer: zie het cijferoverzicht"


def test_the_file_says_from_how_many_on_a_count_is_told() -> None:
    made = a_figure_set(SHARED)
    usual, wider = (
        cijferkaart.compose(made, (), Making(FileSettings(small_below=n), date(2026, 1, 12)))
        for n in (5, 40)
    )
    assert "1 tot en met 4 staan er als <5" in words_of(usual)
    assert "1 tot en met 39 staan er als <40" in words_of(wider)
    assert words_of(usual).count("<40") == 0 < words_of(wider).count("<40") - 1
