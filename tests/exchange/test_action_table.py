"""The lijst van verbeteracties as a table: what is in it, and that no cell of it does anything."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from odfdo import Cell, Document

from hgkm_desktop.exchange.action_table import action_csv, action_ods
from hgkm_desktop.methods.follow_up import Followed
from tests.reports.full_case import FUNCTION, MADE_ON
from tests.reports.practice_year import the_actions


def csv_rows(rows: tuple[Followed, ...]) -> list[dict[str, str]]:
    text = action_csv(rows, MADE_ON).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def first_row(rows: tuple[Followed, ...]) -> list[Cell]:
    """The cells under the heads of the spreadsheet."""
    with BytesIO(action_ods(rows, MADE_ON)) as made:
        table = Document(made).body.get_table(0)
    assert table is not None
    return table.get_row(1).cells


def test_a_row_holds_all_that_is_followed_with_what_is_late_first() -> None:
    rows = csv_rows(the_actions())
    assert len(rows) == 9
    assert [row["Hoe het staat"] for row in rows].count("te laat") == 1
    assert list(rows[0].values()) == [
        "te laat",
        "Na een tweede melding altijd naar het Actieoverleg",
        "leertafel T4-4T",
        "doorbraak",
        "bestuurlijk",
        "agenderen",
        "burgemeester",
        "lokaal veiligheidsoverleg",
        "regionaal veiligheidscollege",
        "2025-12-01",
        "",
        "",
        "2025-10-01",
        "De driehoek wil eerst cijfers",
        "3 nov 2025 naar regionaal veiligheidscollege: nog geen uitkomst",
        "nee, deelbaar",
    ]
    assert [row["Blijft aan deze tafel"] for row in rows].count("ja, in bewerking") == 2


def test_no_function_is_in_it() -> None:
    assert FUNCTION not in action_csv(the_actions(), MADE_ON).decode("utf-8-sig")
    with BytesIO(action_ods(the_actions(), MADE_ON)) as made:
        assert FUNCTION not in Document(made).body.serialize()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t=", "\n+", "\x00="])
def test_no_cell_is_a_formula(start: str) -> None:
    told = the_actions()[0]
    words = f"{start}HYPERLINK(1)"
    planted = replace(told.actie, text=words, owner=words, keeper=words, body=words, promise=words)
    rows = (replace(told, actie=planted),)
    formula = f"'{start.strip(chr(0)).strip()}HYPERLINK(1)"
    row = csv_rows(rows)[0]
    for head in ("Wat", "Eigenaar", "Bewaker", "Waar het ligt", "Toegezegd"):
        assert row[head] == formula, head
    cells = first_row(rows)
    assert [cell.formula for cell in cells if cell.formula] == []
    assert {cell.type for cell in cells[:3]} == {"string"}


def test_signs_that_no_spreadsheet_holds_are_left_out() -> None:
    told = the_actions()[0]
    rows = (replace(told, actie=replace(told.actie, text="bel\x00 op\x07 \ud800tijd\uffff 😀")),)
    cells = first_row(rows)
    assert cells[1].value == "bel op tijd 😀"


def test_days_of_a_spreadsheet_are_days() -> None:
    cells = first_row(the_actions())
    assert cells[9].type == "date"
    assert str(cells[9].value).startswith("2025-12-01")
