"""What is typed in a cell is the value that is kept, and what cannot be is refused in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.figure_phrases import (
    read_period,
    value_text,
    value_to_type,
    with_typed,
)
from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import ClassCount, Figure, Period

EMPTY = Figure("f", "i", Period(2025, 1))


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


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("veel", "geen getal"),
        ("-3", "niet kleiner dan 0"),
        ("3,5", "geen heel getal"),
        ("1.5", "geen heel getal"),
        ("58,25%", "percentage"),
        ("1/2/3", "meer dan twee"),
        ("156/", "geen getal"),
        ("999999999999", "te groot"),
        ("", "geen getal"),
    ],
)
def test_what_is_no_value_is_refused_with_what_to_type(typed: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        with_typed(EMPTY, typed)


def test_where_only_the_share_is_known_that_is_the_value() -> None:
    figure = with_typed(EMPTY, "13,4%")
    assert (figure.count, figure.of, figure.given_share) == (None, None, 134)
    assert value_text(with_typed(EMPTY, "ca 66%")) == "circa 66%"
    assert with_typed(EMPTY, value_to_type(figure)) == figure
    assert with_typed(figure, "42/313").given_share == 134, "beside what the parts come to"


def test_a_reason_stays_until_there_is_a_number() -> None:
    kept = with_typed(replace(EMPTY, kind=ValueKind.NIET_LEVERBAAR, reason="geen levering"), "nl")
    assert kept.reason == "geen levering"
    assert with_typed(kept, "12").reason == ""


def test_repeats_stay_when_the_number_changes() -> None:
    held = replace(EMPTY, count=82, classes=(ClassCount(2, 74), ClassCount(3, 8)), passed_on=4)
    assert with_typed(held, "83") == replace(held, count=83)


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
