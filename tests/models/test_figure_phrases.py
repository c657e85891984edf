"""What is typed in a cell is the value that is kept, and what cannot be is refused in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.figure_checks import check_figure, with_figure, without_figure
from hgkm_desktop.models.figure_phrases import (
    read_period,
    value_text,
    value_to_type,
    with_typed,
)
from hgkm_desktop.models.figure_terms import FigureKind, ValueKind
from hgkm_desktop.models.figures import ClassCount, Figure, FigureIndicator, FigureSet, Period

SHARE = FigureIndicator("i", "verlengd", kind=FigureKind.AANDEEL)
RATIO = replace(SHARE, kind=FigureKind.VERHOUDING)
COUNT = replace(SHARE, kind=FigureKind.AANTAL)
EMPTY = Figure("f", "i", Period(2025, 1))
SET = FigureSet("s", "C6-6C")


@pytest.mark.parametrize(
    ("typed", "kind", "count", "of", "shown"),
    [
        ("156", ValueKind.EXACT, 156, None, "156"),
        ("0", ValueKind.EXACT, 0, None, "0"),
        ("156/271", ValueKind.EXACT, 156, 271, "156 / 271"),
        ("82 van de 1.886", ValueKind.EXACT, 82, 1886, "82 / 1.886"),
        ("ca 10.000", ValueKind.CIRCA, 10_000, None, "circa 10.000"),
        ("±10 000", ValueKind.CIRCA, 10_000, None, "circa 10.000"),
        ("~ 9725", ValueKind.AFGEROND, 9725, None, "9.725 (afgerond)"),
        ("-", ValueKind.NIET_VERMELD, None, None, "niet vermeld"),
        ("NV", ValueKind.NIET_VERMELD, None, None, "niet vermeld"),
        ("nl: het systeem telt dit niet", ValueKind.NIET_LEVERBAAR, None, None, "niet leverbaar"),
        ("hm, per dossier", ValueKind.ALLEEN_HANDMATIG, None, None, "alleen handmatig"),
    ],
)
def test_what_is_typed_is_read_and_can_be_typed_again(
    typed: str, kind: ValueKind, count: int | None, of: int | None, shown: str
) -> None:
    figure = with_typed(EMPTY, typed)
    assert (figure.kind, figure.count, figure.of) == (kind, count, of)
    assert value_text(figure) == shown
    assert with_typed(EMPTY, value_to_type(figure)) == figure
    check_figure(RATIO, figure)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("veel", "geen getal"),
        ("-3", "niet kleiner dan 0"),
        ("3,5", "geen heel getal"),
        ("1.5", "geen heel getal"),
        ("58%", "percentage"),
        ("1/2/3", "meer dan twee"),
        ("156/", "geen getal"),
        ("999999999999", "te groot"),
        ("", "geen getal"),
    ],
)
def test_what_is_no_value_is_refused_with_what_to_type(typed: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        with_typed(EMPTY, typed)


def test_a_deel_is_no_more_than_the_whole_but_a_verhouding_may_be() -> None:
    more = with_typed(EMPTY, "45/39")
    check_figure(RATIO, more)
    with pytest.raises(BadInput, match="45 is meer dan 39"):
        check_figure(SHARE, more)
    with pytest.raises(BadInput, match="zonder noemer"):
        check_figure(COUNT, more)


def test_without_a_reason_nothing_is_niet_leverbaar() -> None:
    with pytest.raises(BadInput, match="waarom"):
        check_figure(COUNT, with_typed(EMPTY, "nl"))
    kept = with_typed(replace(EMPTY, kind=ValueKind.NIET_LEVERBAAR, reason="geen levering"), "nl")
    assert kept.reason == "geen levering"
    assert with_typed(kept, "12").reason == ""


def test_repeats_are_a_part_and_stay_when_the_number_changes() -> None:
    held = replace(EMPTY, count=82, classes=(ClassCount(2, 74), ClassCount(3, 8)), passed_on=4)
    assert with_typed(held, "83").classes == held.classes
    with pytest.raises(BadInput, match="herhalingen"):
        check_figure(COUNT, with_typed(held, "81"))
    check_figure(COUNT, with_typed(held, "ca 80"))
    with pytest.raises(BadInput, match="doorgeleid"):
        check_figure(COUNT, replace(held, classes=(), passed_on=83))


def test_one_place_has_one_value_and_a_year_none_beside_its_halves() -> None:
    held = with_figure(SET, COUNT, with_typed(EMPTY, "3"))
    again = with_figure(held, COUNT, replace(with_typed(EMPTY, "4"), id="other"))
    assert [(one.id, one.count) for one in again.figures] == [("f", 4)]
    whole = replace(EMPTY, id="y", period=Period(2025), count=9)
    with pytest.raises(BadInput, match="1e helft 2025 staat al"):
        with_figure(again, COUNT, whole)
    other = with_figure(again, replace(COUNT, id="j"), replace(whole, indicator_id="j"))
    assert len(other.figures) == 2
    assert without_figure(other, "i", Period(2025, 1)).figures == other.figures[1:]


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("1e helft 2025", Period(2025, 1)),
        ("2e halfjaar 2024", Period(2024, 2)),
        ("2025-2", Period(2025, 2)),
        ("2025 h1", Period(2025, 1)),
        ("2025", Period(2025)),
    ],
)
def test_a_half_year_or_a_year_is_read(typed: str, period: Period) -> None:
    assert read_period(typed) == period
    assert read_period(period.text) == period


@pytest.mark.parametrize("typed", ["", "3e helft 2025", "2025-3", "1850", "januari 2025"])
def test_another_period_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="halfjaar"):
        read_period(typed)
