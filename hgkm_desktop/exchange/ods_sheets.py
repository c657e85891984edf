"""The sheets of an ODS, with what is repeated counted before it is expanded."""

from __future__ import annotations

import re
from datetime import date
from math import isfinite

from hgkm_desktop.exchange.packed import Attributes, Packed
from hgkm_desktop.exchange.sheets import (
    MOST_COLUMNS,
    MOST_SHEETS,
    Cell,
    Gathered,
    Refusal,
    Sheet,
    TableRefused,
    Trouble,
    is_blank,
)

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _TEXT, _OFFICE = f"{_ODF}table:1.0 ", f"{_ODF}text:1.0 ", f"{_ODF}office:1.0 "
_VALUE_OF_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_CELL, _COVERED, _ROW = f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell", f"{_TABLE}table-row"
_SHEET, _PARAGRAPH = f"{_TABLE}table", f"{_TEXT}p"
_NOT_READ = (f"{_OFFICE}annotation", f"{_TABLE}tracked-changes", f"{_TABLE}shapes")
_DRAWN = f"{_ODF}drawing:1.0 "
_WHITE = {f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_MOST_SPACES = 100
_MOST_REPEATS = 1 << 24


def ods_sheets(packed: Packed) -> tuple[Sheet, ...]:
    """The sheets that hold something. Raises TableRefused."""
    if "META-INF/manifest.xml" in packed.names and _is_encrypted(packed):
        raise TableRefused(Refusal.PASSWORD)
    packed.look_through()
    reader = _Reader()
    packed.walk("content.xml", reader.start, reader.end, reader.text)
    return tuple(reader.sheets)


def _is_encrypted(packed: Packed) -> bool:
    found: list[str] = []

    def start(name: str, _: Attributes) -> None:
        if name.endswith(" encryption-data"):
            found.append(name)

    packed.walk("META-INF/manifest.xml", start, lambda _: None, lambda _: None)
    return bool(found)


class _Reader:
    """Hears the XML of a sheet and keeps its rows; a repeat is a number until all is counted."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._gathered = Gathered()
        self._name = ""
        self._depth = 0  # of tables within each other: one in a cell is no sheet
        self._skipping = 0
        self._row = self._times = 0
        self._cells: list[Cell] = []
        self._cell: Attributes | None = None
        self._paragraphs: list[str] = []
        self._is_in_paragraph = False
        self._spans: dict[int, tuple[int, Cell]] = {}

    # --- what is heard ------------------------------------------------------------------

    def start(self, name: str, said: Attributes) -> None:
        if self._skipping or name in _NOT_READ or name.startswith(_DRAWN):
            self._skipping += 1
        elif name == _SHEET:
            self._depth += 1
            if self._depth == 1:
                self._begin_sheet(said)
            else:
                self._skipping, self._depth = 1, self._depth - 1
        elif self._depth and name == _ROW:
            self._row += self._times
            self._times, self._cells = _repeats(said, "rows"), []
        elif self._depth and name in (_CELL, _COVERED):
            self._cell = {**said, "": name}
            self._paragraphs = []
        elif self._cell is not None:
            self._start_in_cell(name, said)

    def _start_in_cell(self, name: str, said: Attributes) -> None:
        if name == _PARAGRAPH:
            self._paragraphs.append("")
            self._is_in_paragraph = True
        elif self._is_in_paragraph and name == f"{_TEXT}s":
            self._paragraphs[-1] += " " * min(_number(said.get(f"{_TEXT}c", "1")), _MOST_SPACES)
        elif self._is_in_paragraph and name in _WHITE:
            self._paragraphs[-1] += _WHITE[name]

    def text(self, words: str) -> None:
        if self._is_in_paragraph and not self._skipping:
            self._paragraphs[-1] += words

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name == _PARAGRAPH:
            self._is_in_paragraph = False
        elif self._cell is not None and name in (_CELL, _COVERED):
            self._end_cell(self._cell)
            self._cell = None
        elif name == _ROW:
            self._gathered.add(self._row, self._cells, self._times)
        elif name == _SHEET:
            self._depth -= 1
            self._end_sheet()

    # --- what is kept -------------------------------------------------------------------

    def _begin_sheet(self, said: Attributes) -> None:
        if len(self.sheets) >= MOST_SHEETS:
            raise TableRefused(Refusal.TOO_LARGE)
        self._name = said.get(f"{_TABLE}name", "")
        self._gathered = Gathered(self._gathered.characters)
        self._row, self._times, self._spans = 0, 1, {}

    def _end_sheet(self) -> None:
        if self._gathered.rows:
            self.sheets.append(Sheet(self._name, tuple(self._gathered.rows)))

    def _end_cell(self, said: Attributes) -> None:
        times = _repeats(said, "columns")
        if said[""] == _COVERED:
            first = len(self._cells)
            last = min(first + times, MOST_COLUMNS + 1)
            self._cells += [self._from_above(column) for column in range(first, last)]
            return
        value = self._value(said)
        if is_blank(value):
            times = min(times, MOST_COLUMNS + 1 - len(self._cells))
        elif len(self._cells) + times > MOST_COLUMNS:
            raise TableRefused(Refusal.COLUMNS)
        below = _number(said.get(f"{_TABLE}number-rows-spanned", "1")) - 1
        if below > 0 and not is_blank(value):
            self._spans[len(self._cells)] = (below, value)
        self._cells += [value] * times

    def _from_above(self, column: int) -> Cell:
        """What a cell shows that is one with the cell above it."""
        left, value = self._spans.get(column, (0, ""))
        self._spans[column] = (max(0, left - self._times), value)
        return value if left else ""

    def _value(self, said: Attributes) -> Cell:
        shown = "\n".join(self._paragraphs).strip()
        kind = said.get(f"{_OFFICE}value-type", "")
        if said.get(_VALUE_OF_CALC) == "error":
            return Trouble.ERROR
        if f"{_TABLE}formula" in said and not kind:
            return Trouble.ERROR if shown.startswith(("#", "Err:")) else Trouble.FORMULA
        if kind == "date":
            return dated(said.get(f"{_OFFICE}date-value", ""), shown)
        if kind in ("float", "currency"):
            return _float(said.get(f"{_OFFICE}value", ""), shown)
        if kind == "boolean":
            return said.get(f"{_OFFICE}boolean-value") == "true"
        return shown or said.get(f"{_OFFICE}string-value", "")


def dated(stored: str, shown: str) -> Cell:
    """A date cell: its day, or only the month or year when it shows no more than that."""
    try:
        day = date.fromisoformat(stored[:10])
    except ValueError:
        return shown or stored
    groups, has_letters = re.findall(r"\d+", shown), bool(re.search(r"[^\W\d_]", shown))
    if not shown or len(groups) + has_letters > 2:
        return day
    if len(groups) == 1 and has_letters and int(groups[0]) not in (day.year, day.year % 100):
        return day
    return f"{day.month}-{day.year}" if len(groups) + has_letters == 2 else str(day.year)


def _repeats(said: Attributes, what: str) -> int:
    return max(1, _number(said.get(f"{_TABLE}number-{what}-repeated", "1")))


def _number(typed: str) -> int:
    """A count as it was written; what is none at all is refused."""
    if not re.fullmatch(r"\d{1,9}", typed):
        raise TableRefused(Refusal.BROKEN)
    return min(int(typed), _MOST_REPEATS)


def _float(stored: str, shown: str) -> Cell:
    try:
        number = float(stored)
    except ValueError:
        return shown
    return number if isfinite(number) else shown
