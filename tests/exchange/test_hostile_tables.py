"""Files that are no table, too large a table, or made to do harm: each is refused in a sentence."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.exchange.packed import MOST_UNPACKED
from hgkm_desktop.exchange.sheets import (
    MOST_COLUMNS,
    MOST_ROWS,
    Refusal,
    TableRefused,
    Trouble,
)
from hgkm_desktop.exchange.table_child import from_json, read_sheets, to_json
from hgkm_desktop.exchange.table_process import MOST_BYTES, read_table, sheets_of
from tests.exchange.five_tables import FIVE, politie, wijkteam
from tests.exchange.office_files import an_ods, an_xlsx, o_day, o_row, o_text, packed, x_cell

_LAUGHS = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_LOCKED = (
    f'<m:manifest xmlns:m="{_MANIFEST}"><m:file-entry m:full-path="content.xml">'
    "<m:encryption-data/></m:file-entry></m:manifest>"
)


def refused(data: bytes) -> Refusal:
    with pytest.raises(TableRefused) as caught:
        read_sheets(data)
    assert caught.value.safe == "Er is niets ingelezen."
    assert caught.value.todo
    return caught.value.refusal


def two_of_one_name() -> bytes:
    made = BytesIO(an_ods(o_row(o_text("a"))))
    with ZipFile(made, "a") as file:
        file.writestr("Content.xml", "<x/>")
    return made.getvalue()


@cache
def a_bomb() -> bytes:
    """More nothing than we unpack, in a few hundred kilobytes."""
    return packed({"content.xml": "<x/>", "Pictures/zwart.png": bytes(MOST_UNPACKED + 1)})


# --- how much -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "columns", "refusal"),
    [
        (1_000_000, 1, Refusal.ROWS),
        (1, 1_000, Refusal.COLUMNS),
        (1_048_576, 16_384, Refusal.COLUMNS),
        (999_999_999, 60, Refusal.ROWS),
    ],
)
def test_a_small_ods_that_repeats_into_millions_of_cells(
    rows: int, columns: int, refusal: Refusal
) -> None:
    cell = o_text("x", f'table:number-columns-repeated="{columns}"')
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    data = an_ods(row)
    assert len(data) < 1_024
    assert refused(data) is refusal


def test_rows_up_to_the_limit_are_read_and_one_more_is_not() -> None:
    line = "3-2-2021;ruzie\n"
    (sheet,) = read_sheets(line.encode() * MOST_ROWS)
    assert len(sheet.rows) == MOST_ROWS
    assert refused(line.encode() * (MOST_ROWS + 1)) is Refusal.ROWS


def test_columns_up_to_the_limit_are_read_and_one_more_is_not() -> None:
    (sheet,) = read_sheets(";".join("x" * MOST_COLUMNS).encode())
    assert sheet.width == MOST_COLUMNS
    assert refused(";".join("x" * (MOST_COLUMNS + 1)).encode()) is Refusal.COLUMNS


def test_one_cell_far_away_in_excel() -> None:
    first = f'<row r="1">{x_cell("A1", "datum")}</row>'
    below = f'{first}<row r="1048576">{x_cell("A1048576", "x")}</row>'
    aside = f'<row r="1">{x_cell("A1", "datum")}{x_cell("XFD1", "x")}</row>'
    assert refused(an_xlsx(below)) is Refusal.ROWS
    assert refused(an_xlsx(aside)) is Refusal.COLUMNS


def test_too_much_text() -> None:
    long = "x" * 400_000
    row = f'<table:table-row table:number-rows-repeated="20">{o_text(long)}</table:table-row>'
    assert refused(an_ods(row)) is Refusal.TOO_LARGE


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(TableRefused) as caught:
        read_table(path, lambda _: None)
    assert caught.value.refusal is Refusal.TOO_LARGE


def test_a_place_without_a_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "weg.ods"):
        with pytest.raises(TableRefused) as caught:
            read_table(path, lambda _: None)
        assert caught.value.refusal is Refusal.UNREADABLE


# --- what it is ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", Refusal.EMPTY),
        (b"\n \n;;\n", Refusal.EMPTY),
        (b"%PDF-1.7 ...", Refusal.NO_TABLE),
        (b"<html><table><tr><td>datum</td></tr></table></html>", Refusal.NO_TABLE),
        (b"\x89PNG\0\0\0\x0d" * 20, Refusal.NO_TABLE),
        (b"datum\0wat\n", Refusal.NO_TABLE),
        (b"datum;wat\n3-2-2021;\x81\x8d", Refusal.SIGNS),
        (b"\xff\xfed\0a\0\n", Refusal.SIGNS),
        (b"\xd0\xcf\x11\xe0 oude Excel, of met een wachtwoord", Refusal.PASSWORD),
        (b"PK\x03\x04 afgebroken", Refusal.BROKEN),
        (packed({"word/document.xml": "<x/>"}), Refusal.NO_TABLE),
        (packed({"content.xml": "<office"}), Refusal.BROKEN),
        (packed({"content.xml": "<?xml version='1.0' encoding='UTFD8'?><x/>"}), Refusal.BROKEN),
        (packed({"content.xml": "<?xml version='1.0' encoding='cp932'?><x/>"}), Refusal.BROKEN),
        (packed({"xl/workbook.xml": "<workbook/>"}), Refusal.BROKEN),
        (an_ods(o_row(o_text("a")), more={"META-INF/manifest.xml": _LOCKED}), Refusal.PASSWORD),
        (an_ods(o_row(o_text("a")), before=_LAUGHS), Refusal.SUSPECT),
        (an_xlsx("", more={"xl/theme.xml": f"{_LAUGHS}<x>&b;</x>"}), Refusal.SUSPECT),
        (an_ods(o_row(o_text("a", 'table:number-columns-repeated="-5"'))), Refusal.BROKEN),
        (an_ods(o_row(o_text("a", f'table:number-rows-spanned="{"9" * 5000}"'))), Refusal.BROKEN),
        (an_xlsx("<row r='1'><c r='A1' t='s'><v>99</v></c></row>"), Refusal.BROKEN),
        (an_ods(), Refusal.EMPTY),
        (an_xlsx(""), Refusal.EMPTY),
    ],
)  # fmt: skip
def test_what_is_no_table(data: bytes, refusal: Refusal) -> None:
    assert refused(data) is refusal


def test_a_bomb_is_not_unpacked() -> None:
    data = a_bomb()
    assert len(data) < 1_000_000
    assert refused(data) is Refusal.TOO_LARGE


def test_two_parts_of_one_name() -> None:
    assert refused(two_of_one_name()) is Refusal.SUSPECT


def test_a_part_cut_off_in_the_middle() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        file.writestr("content.xml", "<x>" + "abc" * 10_000 + "</x>")
    data = bytearray(made.getvalue())
    data[60:90] = bytes(30)
    assert refused(bytes(data)) is Refusal.BROKEN


@given(st.sampled_from(sorted(FIVE)), st.integers(0, 99), st.integers(0), st.binary(max_size=9))
def test_a_part_with_other_bytes_in_it_is_read_or_refused(
    organisation: str, part: int, at: int, instead: bytes
) -> None:
    data = _with_bytes(FIVE[organisation](), part, at, instead)
    with suppress(TableRefused):
        sheets = read_sheets(data)
        assert from_json(to_json(sheets).encode()) == sheets


def _with_bytes(data: bytes, part: int, at: int, instead: bytes) -> bytes:
    """A table with other bytes somewhere in one of its parts."""
    if not data.startswith(b"PK"):
        return _laid_over(data, at, instead)
    with ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    name = sorted(parts)[part % len(parts)]
    return packed({**parts, name: _laid_over(parts[name], at, instead)})


def _laid_over(data: bytes, at: int, instead: bytes) -> bytes:
    start = at % (len(data) + 1)
    return data[:start] + instead + data[start + 4 :]


# --- what is in a cell --------------------------------------------------------------------------


def test_a_formula_gives_its_value_or_is_a_problem() -> None:
    cells = (
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1</f><v>ruzie</v></c>'
        '<c r="C1"><f>NU()</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    )
    (sheet,) = read_sheets(an_xlsx(f'<row r="1">{cells}</row>'))
    assert sheet.rows[0].cells == (2.0, "ruzie", Trouble.FORMULA, Trouble.ERROR)


def test_a_formula_of_libreoffice_too() -> None:
    def formula(more: str, shown: str) -> str:
        inside = f"<text:p>{shown}</text:p>" if shown else ""
        return f'<table:table-cell table:formula="of:=NU()" {more}>{inside}</table:table-cell>'

    number = formula('office:value-type="float" office:value="2.5"', "2,5")
    error = formula('office:value-type="string" calcext:value-type="error"', "#DEEL/0!")
    (sheet,) = read_sheets(an_ods(o_row(number, formula("", ""), error, formula("", "Err:502"))))
    assert sheet.rows[0].cells == (2.5, Trouble.FORMULA, Trouble.ERROR, Trouble.ERROR)


def test_cells_that_are_one_say_it_in_each_row() -> None:
    rows = (
        f'<row r="1">{x_cell("A1", "mei 2021")}{x_cell("B1", "eerst")}</row>'
        f'<row r="2">{x_cell("B2", "daarna")}</row><row r="3">{x_cell("B3", "later")}</row>'
    )
    (sheet,) = read_sheets(an_xlsx(rows, merged=("A1:A2",)))
    assert [row.cell(0) for row in sheet.rows] == ["mei 2021", "mei 2021", ""]


def test_two_columns_that_are_one_beside_each_other() -> None:
    over = 'table:number-rows-spanned="3"'
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    (sheet,) = read_sheets(
        an_ods(
            o_row(o_text("mei 2021", over), o_text("ruzie", over), o_text("een")),
            o_row(covered, o_text("twee")),
            o_row(covered, o_text("drie")),
            o_row(o_text(""), o_text(""), o_text("vier")),
        )
    )
    assert [row.cells[:2] for row in sheet.rows] == [("mei 2021", "ruzie")] * 3 + [("", "")]


def test_rows_keep_the_number_that_the_user_sees() -> None:
    empty = o_row(more='table:number-rows-repeated="7"')
    (ods,) = read_sheets(an_ods(o_row(o_text("a")), empty, o_row(o_text("b"))))
    (xlsx,) = read_sheets(an_xlsx(f'<row r="9">{x_cell("C9", "b")}</row>'))
    (text,) = read_sheets(b"a\n\n\n\nb\n")
    assert [row.number for row in ods.rows] == [1, 9]
    assert [row.number for row in xlsx.rows] == [9]
    assert [row.number for row in text.rows] == [1, 5]


def test_what_is_no_number_is_text() -> None:
    cell = '<table:table-cell office:value-type="float" office:value="{}"><text:p>x</text:p>'
    cells = "".join(cell.format(v) + "</table:table-cell>" for v in ("nan", "inf", "", "1e3"))
    (ods,) = read_sheets(an_ods(o_row(cells)))
    assert ods.rows[0].cells == ("x", "x", "x", 1000.0)
    (xlsx,) = read_sheets(
        an_xlsx('<row r="1"><c r="A1"><v>nan</v></c><c r="B1"><v>1</v></c></row>')
    )
    assert xlsx.rows[0].cells[1] == 1.0


def test_a_drawing_in_a_cell_says_nothing() -> None:
    frame = "<draw:frame><draw:text-box><text:p>plaatje</text:p></draw:text-box></draw:frame>"
    cell = o_text("ruzie").replace("<text:p>", f"{frame}<text:p>")
    (sheet,) = read_sheets(an_ods(o_row(cell, o_day("99-99", "gek"))))
    assert sheet.rows[0].cells == ("ruzie", "gek")


@pytest.mark.parametrize("signs", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("between", [";", ",", "\t", "|"])
def test_text_in_any_signs_with_anything_between(signs: str, between: str) -> None:
    rows = (("datum", "wat"), ("3-2-2021", "één keer, naar buiten"), ("mei 2021", 'zei: "nee"'))
    lines = [between.join('"' + c.replace('"', '""') + '"' for c in row) for row in rows]
    (sheet,) = read_sheets("\r\n".join(lines).encode(signs))
    assert [row.cells for row in sheet.rows] == [*rows]


def test_a_csv_that_says_itself_what_stands_between() -> None:
    (sheet,) = read_sheets(b"sep=|\r\ndatum|wat; en wie; en waar\r\n")
    assert sheet.rows[0].cells == ("datum", "wat; en wie; en waar")
    assert sheet.rows[0].number == 2


# --- the child ------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [politie, wijkteam])
def test_the_child_says_what_it_read(make: Callable[[], bytes]) -> None:
    data = make()
    assert sheets_of(data, lambda _: None) == read_sheets(data)
    assert from_json(to_json(read_sheets(data)).encode()) == read_sheets(data)


def test_the_child_says_why_it_refuses() -> None:
    with pytest.raises(TableRefused) as caught:
        sheets_of(b"%PDF-1.7", lambda _: None)
    assert caught.value.refusal is Refusal.NO_TABLE


def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(TableRefused) as caught:
        sheets_of(a_bomb(), lambda _: None, seconds=0.05)
    assert caught.value.refusal is Refusal.MEMORY


def test_a_child_is_ended_when_nobody_waits_any_more() -> None:
    class Left(Exception):
        pass

    def leave(_: float) -> None:
        raise Left

    with pytest.raises(Left):
        sheets_of(a_bomb(), leave)


@pytest.mark.parametrize("said", [b"", b"{}", b"[]", b'{"sheets": 1}', b'{"refused": "X"}'])
def test_a_child_that_says_something_else(said: bytes) -> None:
    with pytest.raises(TableRefused):
        from_json(said)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows heeft deze grenzen niet")
@pytest.mark.parametrize(
    "harm", ["bytearray(2 << 30)", "open('gelekt.txt', 'w').write('x' * 100_000)"]
)
def test_the_child_cannot_take_all_memory_or_write(tmp_path: Path, harm: str) -> None:
    code = (
        "from hgkm_desktop.exchange import table_child as c\nc._keep_small()\n"
        f"try:\n  {harm}\nexcept (MemoryError, OSError):\n  raise SystemExit(7)"
    )
    root = Path(__file__).resolve().parents[2]
    env = {"PYTHONPATH": str(root), "PATH": ""}
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env).returncode == 7
    assert not any(path.stat().st_size for path in tmp_path.iterdir())
