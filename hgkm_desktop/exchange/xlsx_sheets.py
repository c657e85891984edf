"""The sheets of an XLSX: counted and looked through here, then read by calamine."""

from __future__ import annotations

import posixpath
import re
from datetime import date, datetime
from io import BytesIO
from math import isfinite
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from hgkm_desktop.exchange.packed import Attributes, Packed
from hgkm_desktop.exchange.sheets import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    Cell,
    Gathered,
    Refusal,
    Sheet,
    TableRefused,
    Trouble,
    is_blank,
)

_WORKBOOK, _STYLES = "xl/workbook.xml", "xl/styles.xml"
_AT = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')
_MONTH_ONLY, _YEAR_ONLY = "{0.month}-{0.year}", "{0.year}"
_BUILT_IN = {17: _MONTH_ONLY}

_Place = tuple[int, int]


def xlsx_sheets(packed: Packed, data: bytes) -> tuple[Sheet, ...]:
    """The visible sheets that hold something. Raises TableRefused."""
    packed.look_through()
    book = _Book()
    packed.walk(_WORKBOOK, book.start, _nothing, _nothing)
    packed.walk("xl/_rels/workbook.xml.rels", book.relation, _nothing, _nothing)
    if _STYLES in packed.names:
        packed.walk(_STYLES, book.style, _nothing, _nothing)
    looks = {name: _look(packed, book, part) for name, part in book.parts().items()}
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        return _read(workbook, looks, book)
    except (CalamineError, OSError, ValueError):
        raise TableRefused(Refusal.BROKEN) from None


def _nothing(*_: object) -> None:
    """What is of no use here."""


class _Book:
    """What the file says of its sheets: their parts, how days are counted, how dates look."""

    def __init__(self) -> None:
        self.since_1904 = False
        self.vague: dict[int, str] = {}  # style of a cell -> how its date is said
        self._ids: dict[str, str] = {}
        self._targets: dict[str, str] = {}
        self._formats = dict(_BUILT_IN)
        self._is_in_styles, self._styles = False, 0

    def start(self, name: str, said: Attributes) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "workbookPr":
            self.since_1904 = said.get("date1904", "") in ("1", "true")
        elif tag == "sheet":
            self._ids[said.get("name", "")] = next(
                (value for key, value in said.items() if key.endswith(" id")), ""
            )
        if len(self._ids) > MOST_SHEETS:
            raise TableRefused(Refusal.TOO_LARGE)

    def relation(self, name: str, said: Attributes) -> None:
        self._targets[said.get("Id", "")] = said.get("Target", "")

    def style(self, name: str, said: Attributes) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "numFmt" and (number := said.get("numFmtId", "")).isdigit():
            words = _vague_words(said.get("formatCode", ""))
            if words:
                self._formats[int(number)] = words
        elif tag in ("cellXfs", "cellStyles", "dxfs"):
            self._is_in_styles = tag == "cellXfs"
        elif tag == "xf" and self._is_in_styles:
            number = said.get("numFmtId", "0")
            if number.isdigit() and int(number) in self._formats:
                self.vague[self._styles] = self._formats[int(number)]
            self._styles += 1

    def parts(self) -> dict[str, str]:
        """The part of each sheet by the name of the sheet."""
        found = {name: self._targets.get(key, "") for name, key in self._ids.items()}
        return {
            name: posixpath.normpath(posixpath.join("xl", target)).lstrip("/")
            for name, target in found.items()
        }


def _vague_words(code: str) -> str:
    """How a date is said that a format shows without its day; empty when it shows the day."""
    letters = set(_QUOTED.sub("", code.split(";")[0]).casefold())
    if not letters & {"y", "j"} or "d" in letters:
        return ""
    return _MONTH_ONLY if "m" in letters else _YEAR_ONLY


class _Look:
    """Hears the XML of one sheet: where its last filled cell is, and what is wrong in which."""

    def __init__(self, vague: dict[int, str]) -> None:
        self.troubles: dict[_Place, Trouble] = {}
        self.vague: dict[_Place, str] = {}
        self._vague_styles = vague
        self._row = self._column = -1
        self._kind = ""
        self._tag = ""
        self._has_formula = self._has_value = False

    def start(self, name: str, said: Attributes) -> None:
        self._tag = name.rpartition(" ")[2]
        if self._tag == "row":
            row = said.get("r", "")
            self._row = int(row) - 1 if re.fullmatch(r"\d{1,7}", row) else self._row + 1
            self._column = -1
        elif self._tag == "c":
            self._begin_cell(said)
        elif self._tag == "f":
            self._has_formula = True

    def _begin_cell(self, said: Attributes) -> None:
        found = _AT.fullmatch(said.get("r", ""))
        self._column = _column(found[1]) if found else self._column + 1
        self._row = int(found[2]) - 1 if found else self._row
        self._kind, self._has_formula, self._has_value = said.get("t", ""), False, False
        style = said.get("s", "")
        words = self._vague_styles.get(int(style), "") if style.isdigit() else ""
        if words and self._row < MOST_ROWS and self._column < MOST_COLUMNS:
            self.vague[self._row, self._column] = words

    def text(self, words: str) -> None:
        if self._tag in ("v", "t") and words.strip():
            self._has_value = True

    def end(self, name: str) -> None:
        tag, self._tag = name.rpartition(" ")[2], ""
        if tag != "c" or not (self._has_value or self._has_formula):
            return
        if self._row >= MOST_ROWS:
            raise TableRefused(Refusal.ROWS)
        if self._column >= MOST_COLUMNS:
            raise TableRefused(Refusal.COLUMNS)
        if self._kind == "e":
            self.troubles[self._row, self._column] = Trouble.ERROR
        elif self._has_formula and not self._has_value and self._kind != "str":
            self.troubles[self._row, self._column] = Trouble.FORMULA


def _look(packed: Packed, book: _Book, part: str) -> _Look:
    look = _Look(book.vague)
    packed.walk(part, look.start, look.end, look.text)
    return look


def _column(letters: str) -> int:
    """The number of a column from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _read(workbook: CalamineWorkbook, looks: dict[str, _Look], book: _Book) -> tuple[Sheet, ...]:
    sheets, characters = [], 0
    for about in workbook.sheets_metadata:
        is_seen = about.visible is SheetVisibleEnum.Visible
        if about.typ is not SheetTypeEnum.WorkSheet or not is_seen or about.name not in looks:
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        cells = sheet.to_python(skip_empty_area=False)
        grid = _Grid(cells, looks[about.name])
        grid.fill_down(sheet.merged_cell_ranges or [])
        gathered = Gathered(characters)
        for number in range(grid.height):
            gathered.add(number + 1, grid.row(number))
        characters = gathered.characters
        if gathered.rows:
            sheets.append(Sheet(about.name, tuple(gathered.rows), book.since_1904))
    return tuple(sheets)


class _Grid:
    """The values of one sheet, as calamine gives them, made into cells."""

    def __init__(self, values: list[list[Any]], look: _Look) -> None:
        self._values, self._look = values, look
        self._merged: dict[_Place, Cell] = {}
        last = max((row for row, _ in look.troubles), default=-1)
        self.height = max(len(values), last + 1)

    def fill_down(self, ranges: list[tuple[_Place, _Place]]) -> None:
        """Say in every row what a cell over more rows says once."""
        for (first, column), (last, _) in ranges:
            value = self._at(first, column) if first < self.height else ""
            if is_blank(value):
                continue
            for row in range(first + 1, min(last + 1, self.height)):
                self._merged[row, column] = value

    def row(self, number: int) -> list[Cell]:
        width = len(self._values[number]) if number < len(self._values) else 0
        beyond = [column for row, column in self._look.troubles if row == number]
        width = max([width, *(column + 1 for column in beyond)])
        return [self._merged.get((number, c)) or self._at(number, c) for c in range(width)]

    def _at(self, row: int, column: int) -> Cell:
        if (row, column) in self._look.troubles:
            return self._look.troubles[row, column]
        values = self._values[row] if row < len(self._values) else []
        value = values[column] if column < len(values) else ""
        return _cell(value, self._look.vague.get((row, column), ""))


def _cell(value: Any, vague: str) -> Cell:  # noqa: ANN401 - any value of calamine
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return vague.format(value) if vague else value
    if isinstance(value, bool | str):
        return value
    is_number = isinstance(value, int | float) and isfinite(value)
    return float(value) if is_number else str(value)
