"""Files with figures as people have them: other signs, spreadsheets by hand, and damaged ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.figure_columns import guessed_columns
from hgkm_desktop.exchange.figure_import import SKIP, FigureReading, read_figures
from hgkm_desktop.exchange.sheets import TableRefused
from hgkm_desktop.exchange.table_child import read_sheets
from hgkm_desktop.models.figure_phrases import value_text
from hgkm_desktop.models.figures import FigureSet
from tests.exchange.office_files import (
    DAY,
    MONTH,
    PERCENT,
    an_ods,
    an_xlsx,
    counted,
    o_row,
    o_text,
    x_cell,
)

SET = FigureSet("s", "C-1")
BANS, LONGER = "Opgelegde huisverboden", "Verlengde huisverboden"
LINES = (
    ("Cijfers van de regio", "", "", "", ""),
    ("Indicator", "Periode", "Aantal", "Van", "%"),
    (BANS, "2024-1", "1.886", "", ""),
    (BANS, "2024-2", "1 540", "", ""),
    (LONGER, "2024-1", "156", "271", "57,6%"),
    (LONGER, "2024-2", "circa 40", "", ""),
    ("Totaal", "2024", "3.426", "", ""),
    ("* Bron: eigen telling, één half jaar", "", "", "", ""),
)
READ = ["1.886", "1.540", "156 / 271", "circa 40"]


def read(data: bytes, **names: str) -> FigureReading:
    (sheet,) = read_sheets(data)
    return read_figures(SET, sheet, guessed_columns(sheet), names)


def as_text(between: str, code: str, end: str = "\r\n") -> bytes:
    quoted = [[f'"{one}"' if between in one else one for one in line] for line in LINES]
    return "".join(between.join(line) + end for line in quoted).encode(code)


def an_excel_file() -> bytes:
    rows = []
    for number, line in enumerate(LINES, 1):
        cells = "".join(
            x_cell(f"{'ABCDE'[at]}{number}", words) for at, words in enumerate(line) if words
        )
        rows.append(f'<row r="{number}">{cells}</row>')
    return an_xlsx("".join(rows), merged=("A1:E1",))


def a_libre_file() -> bytes:
    return an_ods(*(o_row(*map(o_text, line)) for line in LINES))


MADE: dict[str, Callable[[], bytes]] = {
    "puntkomma, cp1252": lambda: as_text(";", "cp1252"),
    "komma, utf-8 met merk": lambda: as_text(",", "utf-8-sig"),
    "tab, utf-16": lambda: as_text("\t", "utf-16"),
    "oude regeleinden": lambda: as_text(";", "utf-8", "\n"),
    "xlsx": an_excel_file,
    "ods": a_libre_file,
}


@pytest.mark.parametrize("name", MADE)
def test_a_table_is_read_however_it_was_kept(name: str) -> None:
    """The row of totals is asked about; the title and the note hold no figures."""
    assert read(MADE[name]()).unknown == ("Totaal",)
    reading = read(MADE[name](), totaal=SKIP)
    assert [value_text(one) for one in reading.new] == READ
    assert [one.given_share for one in reading.new] == [None, None, 576, None]


def test_what_a_spreadsheet_makes_of_a_cell_is_told() -> None:
    """A share as a part of one, a half that became a date, a formula, a fault, a merged name."""
    day = counted(date(2025, 2, 1))
    rows = (
        ("Indicator", "Periode", "Aantal", "%"),
        (LONGER, "2023-1", None, (0.576, PERCENT)),
        (BANS, (day, DAY), 12, None),
        (BANS, (day, MONTH), 12, None),
        (None, "2023-1", 13, None),
        (BANS, "2023-2", 1.886, None),
    )
    made = []
    for number, line in enumerate(rows, 1):
        cells = []
        for at, value in enumerate(line):
            place = f"{'ABCD'[at]}{number}"
            given = value if isinstance(value, tuple) else (value, 0)
            cells.append(x_cell(place, *given))
        made.append(f'<row r="{number}">{"".join(cells)}</row>')
    made.append(
        f'<row r="7">{x_cell("A7", BANS)}{x_cell("B7", "2024-1")}<c r="C7"><f>SUM(D1)</f></c></row>'
        f'<row r="8">{x_cell("A8", BANS)}{x_cell("B8", "2024-2")}'
        '<c r="C8" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    found = {one.row: one.sentence for one in read(an_xlsx("".join(made))).problems}
    assert list(found) == [3, 4, 5, 6, 7, 8]
    assert "een datum" in found[3]
    assert "een datum" in found[4]
    assert "van welke indicator" in found[5]
    assert "geen heel getal" in found[6]
    assert "formule zonder uitkomst" in found[7]
    assert "fout van het rekenblad" in found[8]


def damaged(data: bytes, random: Random) -> bytes:
    """Some bytes other, gone or twice; or all from somewhere on."""
    held = bytearray(data)
    for _ in range(random.randint(1, 12)):
        at = random.randrange(len(held) - 1)
        way = random.randrange(4)
        if way == 0:
            held[at] = random.randrange(256)
        elif way == 1:
            del held[max(at, 20) : max(at, 20) + random.randint(1, 40)]
        elif way == 2:
            held[at:at] = held[at : at + random.randint(1, 40)]
        elif len(held) > 40:
            del held[max(at, 20) :]
    return bytes(held)


def said_of(data: bytes) -> tuple[str, list[str]]:
    """Whether it was refused or read, and every sentence that comes of it."""
    try:
        sheets = read_sheets(data)
    except TableRefused as error:
        return "refused", [error.sentence]
    said: list[str] = []
    for sheet in sheets:
        try:
            reading = read_figures(SET, sheet, guessed_columns(sheet), {"totaal": SKIP})
        except BadInput as error:
            said.append(error.sentence)
            continue
        said += [one.sentence for one in reading.problems]
        assert reading.new == () or not (reading.problems or reading.unknown)
    return "read", said


def test_three_hundred_damaged_files_are_read_or_refused_in_words() -> None:
    found = [
        said_of(damaged(MADE[list(MADE)[seed % len(MADE)]](), Random(seed))) for seed in range(300)
    ]
    ways = [way for way, _ in found]
    assert min(ways.count("refused"), ways.count("read")) > 50
    assert sum(bool(said) for way, said in found if way == "read") > 50
    assert all(sentence.endswith(".") for _, said in found for sentence in said)
