"""The rows of a text table: its signs and what stands between its cells are found out."""

from __future__ import annotations

import csv
from io import StringIO

from hgkm_desktop.exchange.sheets import MOST_CHARACTERS, Gathered, Refusal, Sheet, TableRefused

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BETWEEN = ";,\t|"
_TRIED_ROWS = 50
_NO_TABLES = ("<?xml", "<html", "<!doctype", "%pdf", "{\\rtf")


def csv_sheet(data: bytes) -> Sheet:
    """The table in a text file. Raises TableRefused."""
    text = _decoded(data)
    if text.lstrip().casefold().startswith(_NO_TABLES) or "\0" in text:
        raise TableRefused(Refusal.NO_TABLE)
    between, text = _between(text)
    csv.field_size_limit(MOST_CHARACTERS)
    gathered = Gathered()
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=between)
        for number, cells in enumerate(rows, 1):
            gathered.add(number, [cell.strip() for cell in cells])
    except csv.Error:
        raise TableRefused(Refusal.BROKEN) from None
    return Sheet("", tuple(gathered.rows))


def _decoded(data: bytes) -> str:
    """The text in the signs that it was written in: by its mark, else UTF-8, else CP1252."""
    try:
        for mark, name in _MARKS:
            if data.startswith(mark):
                return data.decode(name)
        if name := _utf_16_without_mark(data):
            return data.decode(name)
    except UnicodeDecodeError:
        raise TableRefused(Refusal.SIGNS) from None
    for name in ("utf-8", "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    raise TableRefused(Refusal.SIGNS)


def _utf_16_without_mark(data: bytes) -> str:
    """Which half of nearly every sign is nothing says that there are two bytes to a sign."""
    start = data[:4_000]
    half = len(start) // 2
    if half and start[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    return "utf-16-be" if half and start[::2].count(0) > half * 0.7 else ""


def _between(text: str) -> tuple[str, str]:
    """What stands between the cells, and the text without a line that says so itself."""
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], f"\n{rest}"
    return max(_BETWEEN, key=lambda one: _fits(text, one)), text


def _fits(text: str, between: str) -> int:
    """How well a sign stands between cells: many cells, and as many in most of the first rows."""
    rows = csv.reader(StringIO(text[:200_000], newline=""), delimiter=between)
    counts: list[int] = []
    try:
        for cells in rows:
            if len(cells) > 1 and not cells[0].startswith("#"):
                counts.append(len(cells))
            if len(counts) >= _TRIED_ROWS:
                break
    except csv.Error:
        return 0
    most = max(set(counts), key=counts.count, default=0)
    return counts.count(most) * (most - 1)
