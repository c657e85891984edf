"""What cannot be true of a figure is refused in plain words, before anything changes."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.figure_checks import check_figure
from hgkm_desktop.models.figure_content import figure_indicators
from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import ClassCount, Figure, FigureSet, Period

HALF = Period(2025, 1)
THV = Figure("1", "thv", HALF, count=40)
EXTENDED = Figure("2", "thv_verlengd", HALF, count=23, of=40)
BREACHES = Figure("3", "overtredingen", HALF, count=70, of=40)
HOMES = Figure("4", "adressen_herhaald", HALF, count=30, of=200)
EMPTY = FigureSet("1" * 32, "C6-6C")


def times(*counts: tuple[int, int]) -> tuple[ClassCount, ...]:
    return tuple(ClassCount(*pair) for pair in counts)


@pytest.mark.parametrize(
    "figure",
    [
        THV,
        EXTENDED,
        BREACHES,  # a verhouding may be more than one to one
        replace(THV, count=0),
        replace(THV, kind=ValueKind.CIRCA, passed_on=40),
        replace(THV, kind=ValueKind.NIET_VERMELD, count=None),
        replace(THV, kind=ValueKind.NIET_LEVERBAAR, count=None, reason="staat per incident"),
        replace(EXTENDED, count=None, of=None, given_share=580),
        replace(EXTENDED, given_share=600),  # a share that differs is told, not refused
        replace(HOMES, classes=times((2, 20), (5, 10))),
        replace(HOMES, count=None, classes=times((2, 20))),
    ],
)
def test_what_can_be_true_is_taken(figure: Figure) -> None:
    check_figure(EMPTY, figure)


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        (replace(EXTENDED, count=41), "de teller van een aandeel is groter dan de noemer"),
        (replace(EXTENDED, count=None, of=None, given_share=1001), "hooguit 100%"),
        (replace(BREACHES, of=0), "de noemer is nul"),
        (replace(THV, count=-1), "kleiner dan nul"),
        (replace(EXTENDED, of=-40, count=-41), "kleiner dan nul"),
        (replace(THV, count=10**9), "te groot"),
        (replace(THV, count=None), "er staat geen getal"),
        (replace(THV, kind=ValueKind.NIET_VERMELD), "er staat een getal, en ook ‘niet vermeld’"),
        (replace(THV, kind=ValueKind.NIET_LEVERBAAR, count=None), "hoort een reden"),
        (replace(THV, kind=ValueKind.ALLEEN_HANDMATIG, count=None), "hoort een reden"),
        (replace(THV, passed_on=41), "meer doorgeleid dan er geteld"),
        (replace(HOMES, classes=times((2, 20), (3, 11))), "meer dan het geheel"),
        (replace(HOMES, count=None, classes=times((2, 201))), "meer dan het geheel"),
        (replace(HOMES, classes=times((2, 3), (2, 4))), "hetzelfde aantal keren"),
        (replace(HOMES, classes=times((1, 3))), "van 2 keer tot 5 keer"),
        (replace(HOMES, classes=times((6, 3))), "van 2 keer tot 5 keer"),
        (replace(HOMES, classes=times((2, -3))), "kleiner dan nul"),
        (replace(THV, period=Period(25, 1)), "tussen 1990 en 2100"),
        (replace(THV, period=Period(2025, 3)), "eerste of de tweede helft"),
    ],
)
def test_what_cannot_be_true_is_refused(figure: Figure, reason: str) -> None:
    with pytest.raises(BadInput, match=reason) as refused:
        check_figure(EMPTY, figure)
    assert refused.value.what.endswith(".")
    if figure.period == HALF:
        assert refused.value.what.startswith("1e helft 2025: ")
        assert refused.value.todo


def test_there_is_one_value_for_an_indicator_and_a_period() -> None:
    held = replace(EMPTY, figures=(THV,))
    with pytest.raises(BadInput, match="al een cijfer over deze tijd"):
        check_figure(held, replace(THV, id="9", count=41))
    check_figure(held, replace(THV, count=41))  # the same figure, changed
    check_figure(held, replace(THV, id="9", period=Period(2025, 2)))


@pytest.mark.parametrize(("held", "coming"), [(0, 2), (2, 0)])
def test_a_year_never_stands_beside_its_halves(held: int, coming: int) -> None:
    there = replace(THV, period=Period(2025, held))
    with pytest.raises(BadInput, match=f"al een cijfer over {there.period.text}"):
        check_figure(
            replace(EMPTY, figures=(there,)), replace(THV, id="9", period=Period(2025, coming))
        )


def test_a_noemer_of_another_row_counts_too() -> None:
    part = replace(EXTENDED, of=None, count=41)
    with pytest.raises(BadInput, match="groter dan de noemer"):
        check_figure(replace(EMPTY, figures=(THV,)), part)
    with pytest.raises(BadInput, match="dit is de noemer van een aandeel"):
        check_figure(replace(EMPTY, figures=(part,)), THV)
    check_figure(replace(EMPTY, figures=(replace(part, period=Period(2025, 2)),)), THV)


def test_a_typed_noemer_counts_and_not_the_other_row() -> None:
    typed = replace(EXTENDED, count=45, of=50)
    check_figure(replace(EMPTY, figures=(typed,)), THV)
    check_figure(replace(EMPTY, figures=(THV,)), typed)


def test_no_number_is_in_what_is_told() -> None:
    with pytest.raises(BadInput) as refused:
        check_figure(EMPTY, replace(EXTENDED, count=43, of=42))
    assert "43" not in refused.value.sentence
    assert "42" not in refused.value.sentence


def test_ten_years_of_every_indicator_are_checked_at_once() -> None:
    periods = [Period(year, half) for year in range(2016, 2026) for half in (1, 2)]
    every = [(one.id, when) for one in figure_indicators() for when in periods]
    held = tuple(Figure(str(n), name, when, count=7) for n, (name, when) in enumerate(every))
    began = time.perf_counter()
    whole = replace(EMPTY, figures=held)
    for figure in held:
        check_figure(whole, figure)
    assert time.perf_counter() - began < 5
