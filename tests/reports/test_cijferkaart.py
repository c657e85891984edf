"""The cijferkaart: what is told of figures, what is left out, and no small count that leaves."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.figures.figure_chart import FigureChart
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.content import Document, Picture, texts
from tests.reports.full_figures import a_figure_set, kaart_of

SHARED, IN_WORK = CaseState.DEELBAAR, CaseState.IN_BEWERKING


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
    (alt,) = [
        block.alt
        for section in made.sections
        for block in section.blocks
        if isinstance(block, Picture) and block.caption == "Meldingen bij Veilig Thuis"
    ]
    for words in (
        "Eerst 1e helft 2018: 1.886, ten slotte 2e helft 2025: 2.344.",
        "Laagste: 2e helft 2018: 1.790.",
        "Breuk: 1 januari 2019:",
        "2e helft 2024 (geen cijfer)",
    ):
        assert words in alt
