"""Dates of which year, month and day stand in cells of their own."""

from __future__ import annotations

from datetime import date

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.date_cells import is_dated, read_parts
from hgkm_desktop.exchange.sheets import Cell
from hgkm_desktop.models.entry_line import NO_PERIOD
from hgkm_desktop.models.moment import in_month, in_year, on_day
from hgkm_desktop.models.phrases import Period


@pytest.mark.parametrize(
    ("cells", "period"),
    [
        ((2021.0, 3.0, 4.0), Period(on_day(2021, 3, 4))),
        (("2021", "mrt", ""), Period(in_month(2021, 3))),
        (("21", "Maart.", "4"), Period(on_day(2021, 3, 4))),
        ((98.0, "", ""), Period(in_year(1998))),
        (("69", "", ""), Period(in_year(2069))),
        (("", " ", ""), NO_PERIOD),
    ],
)
def test_what_is_filled_says_how_exact_a_date_is(
    cells: tuple[Cell, Cell, Cell], period: Period
) -> None:
    assert read_parts(*cells) == period


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("2021", "13", ""), "Maand 13 bestaat niet."),
        (("2021", "0", ""), "Maand 0 bestaat niet."),
        (("1021", "", ""), "Een jaartal ligt tussen"),
        (("2021", "", "4"), "ontbreekt de maand"),
        (("", "3", ""), "ontbreekt het jaar"),
        (("2021", "30 maart", ""), "geen getal"),
        ((2021.5, "", ""), "geen getal"),
        (("2021", "2", "30"), "bestaat niet"),
    ],
)
def test_what_cannot_be_is_refused_in_words(cells: tuple[Cell, Cell, Cell], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_parts(*cells)


@pytest.mark.parametrize(
    ("cell", "is_one"), [(date(2021, 3, 4), True), ("3-4-2021", True), ("moeder belt", False)]
)
def test_a_cell_begins_as_a_date_does_or_not(cell: Cell, is_one: bool) -> None:
    assert is_dated(cell) is is_one
