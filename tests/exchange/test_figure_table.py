"""The figures as a table: shielded where it leaves the circle, and what it says of itself."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import pytest
from odfdo import Document

from hgkm_desktop.exchange.csv_sheet import csv_sheet
from hgkm_desktop.exchange.figure_columns import guessed_columns
from hgkm_desktop.exchange.figure_import import read_figures
from hgkm_desktop.exchange.figure_table import figure_csv, figure_ods, figure_table
from hgkm_desktop.models.figures import Duiding, Figure, FigureIndicator, FigureSet, Period
from hgkm_desktop.models.terms import CaseState
from tests.privacy.reader_of_figures import INDICATORS

TODAY, H1, H2 = date(2026, 1, 5), Period(2025, 1), Period(2025, 2)
OWN = tuple(replace(one, definition=f"wat {one.label} is") for one in INDICATORS)
SET = FigureSet(
    "s",
    "C-1",
    area="Heuvelrug",
    own=OWN,
    figures=(
        Figure("a", "huisverbod", H1, count=42),
        Figure("b", "verlengd", H1, count=40, of=42),
        Figure("c", "huisverbod", H2, count=3),
        Figure("d", "herhaald", H1, count=7),
    ),
    duidingen=(
        Duiding("x", "huisverbod", H2, "eerder opgelegd", for_steering=True),
        Duiding("y", "verlengd", H1, "bijna altijd"),
    ),
)
SHARED = replace(SET, state=CaseState.DEELBAAR)


def rows(figures: FigureSet) -> list[dict[str, str]]:
    text = figure_csv(figure_table(figures, TODAY)).decode("utf-8-sig")
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith(('"#', "#"))]
    return list(csv.DictReader(StringIO("".join(kept), newline=""), delimiter=";"))


def counts(figures: FigureSet) -> list[tuple[str, str, str, str]]:
    return [(r["Indicator"], r["Aantal"], r["Van"], r["Berekend"]) for r in rows(figures)]


def test_inside_the_real_numbers_stand_and_it_says_so() -> None:
    assert counts(SET) == [
        ("huisverbod", "42", "", ""),
        ("huisverbod", "3", "", ""),
        ("verlengd", "40", "42", "40 van 42 = 95,2%"),
    ]
    lines = " ".join(figure_table(SET, TODAY).lines)
    assert "Dit blijft binnen" in lines
    assert "Weggelaten, want zonder duiding: ‘herhaald’." in lines


def test_what_leaves_the_circle_is_shielded_with_all_that_gives_it_away() -> None:
    assert counts(SHARED) == [
        ("huisverbod", "42", "", ""),
        ("huisverbod", "<5", "", ""),
        ("verlengd", "niet getoond", "42", ""),
    ]
    table = figure_table(SHARED, TODAY, threshold=10)
    assert any("1 tot en met 9" in line and "<10" in line for line in table.lines)
    assert not any("blijft binnen" in line for line in table.lines)


def test_the_duiding_and_whether_it_may_be_steered_by_stand_beside_the_figures() -> None:
    said = [(row["Duiding"], row["Geschikt voor sturing"]) for row in rows(SET)]
    assert said == [("", "ja"), ("eerder opgelegd", "ja"), ("bijna altijd", "nee")]


def test_a_spreadsheet_has_its_definitions_on_a_second_sheet() -> None:
    with BytesIO(figure_ods(figure_table(SHARED, TODAY))) as made:
        sheets = Document(made).body.tables
        assert [sheet.name for sheet in sheets] == ["Cijfers", "Uitleg"]
        first, second = (sheet.serialize() for sheet in sheets)
    assert "niet getoond" in first
    assert "wat verlengd is" in second
    assert "40" not in first


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\x00="])
def test_no_cell_is_a_formula(start: str) -> None:
    words = f"{start}HYPERLINK(1)"
    bad = FigureIndicator("huisverbod", words, definition=words)
    planted = replace(SET, own=(bad, *OWN[1:]), duidingen=(replace(SET.duidingen[0], text=words),))
    for row in rows(planted):
        assert row["Indicator"].startswith("'")
        assert row["Duiding"] == "" or row["Duiding"].startswith("'")
    with BytesIO(figure_ods(figure_table(planted, TODAY))) as made:
        cells = Document(made).body.tables[0].get_row(6).cells
    assert [cell.formula for cell in cells if cell.formula] == []
    assert {cell.type for cell in cells} <= {"string", None}


def test_our_own_table_is_read_back() -> None:
    sheet = csv_sheet(figure_csv(figure_table(SET, TODAY)))
    reading = read_figures(SET, sheet, guessed_columns(sheet), {})
    assert (reading.same, reading.new, reading.problems) == (3, (), ())
