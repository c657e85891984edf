"""The figures as a table: shielded where it leaves the circle, and what it says of itself."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from operator import attrgetter

import pytest
from odfdo import Document

from hgkm_desktop.exchange.csv_sheet import csv_sheet
from hgkm_desktop.exchange.figure_columns import guessed_columns
from hgkm_desktop.exchange.figure_import import read_figures
from hgkm_desktop.exchange.figure_table import figure_csv, figure_ods, figure_table
from hgkm_desktop.exchange.ods_sheets import ods_sheets
from hgkm_desktop.exchange.packed import Packed
from hgkm_desktop.exchange.sheets import Sheet
from hgkm_desktop.models.dutch import number_text
from hgkm_desktop.models.figure_content import indicators_of
from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import (
    ClassCount,
    Duiding,
    Figure,
    FigureIndicator,
    FigureSet,
    Period,
)
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.let_through.shown_figures import shown_figures
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


ALL_SORTS = replace(
    SET,
    figures=(
        Figure("a", "huisverbod", H1, ValueKind.CIRCA, 10_000, passed_on=12),
        Figure("b", "verlengd", H1, ValueKind.AFGEROND, 1_200, of=3_000, given_share=401),
        Figure("c", "huisverbod", H2, ValueKind.NIET_LEVERBAAR, reason="nieuw systeem"),
        Figure("d", "verlengd", H2, ValueKind.CIRCA, given_share=134),
        Figure("e", "herhaald", H1, classes=(ClassCount(2, 51), ClassCount(5, 7))),
        Figure("f", "herhaald", H2, ValueKind.NIET_VERMELD),
    ),
    duidingen=tuple(
        Duiding(one.id, one.id, Period(2025, 2), "Dit zegt iets.") for one in INDICATORS
    ),
)


def sheets_of(figures: FigureSet) -> list[Sheet]:
    """What another program gets of the set: the csv, and the first sheet of the spreadsheet."""
    table = figure_table(figures, TODAY)
    return [csv_sheet(figure_csv(table)), ods_sheets(Packed(figure_ods(table)))[0]]


@pytest.mark.parametrize("kept", [SET, ALL_SORTS])
def test_what_is_kept_can_be_read_in_again(kept: FigureSet) -> None:
    """Into the set itself nothing changes; into an empty one comes what may be told of it."""
    for sheet in sheets_of(kept):
        columns = guessed_columns(sheet)
        reading = read_figures(kept, sheet, columns, {})
        told = {one.indicator_id for one in kept.duidingen}
        expected = [one for one in kept.figures if one.indicator_id in told]
        assert reading.problems == ()
        assert (reading.same, reading.new, reading.differing) == (len(expected), (), ())
        new = read_figures(replace(kept, figures=()), sheet, columns, {}).new
        key = attrgetter("indicator_id", "period")
        bare = [replace(one, id="") for one in sorted(new, key=key)]
        assert bare == [replace(one, id="") for one in sorted(expected, key=key)]


def test_a_number_that_was_hidden_is_never_read_in_as_one() -> None:
    for sheet in sheets_of(SHARED):
        reading = read_figures(replace(SHARED, figures=()), sheet, guessed_columns(sheet), {})
        assert not reading.may_come_in
        assert all("afgeschermd" in one.sentence for one in reading.problems)


def test_the_table_hides_what_the_cijferkaart_hides() -> None:
    """A noemer that was not typed counts for both: laid beside each other they tell no more."""
    bare = tuple(replace(one, of=None) for one in SHARED.figures)
    made = replace(SHARED, figures=bare)
    assert "niet getoond" in {count for _, count, *_ in counts(made)}
    shown = shown_figures(made)
    written = figure_table(made, TODAY).rows
    at = {(one.indicator_id, one.period.text): one for one in shown.figures.figures}
    by_label = {one.label: one.id for one in indicators_of(made)}
    for label, period, count, *_ in written:
        figure = at[by_label[label], period]
        hidden = shown.instead.get((figure.id, "count"))
        assert (hidden or number_text(figure.count or 0)) == count
