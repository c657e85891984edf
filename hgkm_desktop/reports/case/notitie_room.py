"""How much the two pages of the gespreksnotitie have room for; what is more goes to the annex.

Lengths are millimetres of paper as the words are likely to take them: an estimate on the safe
side, found by trying, so that what a document says does not depend on who writes it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import singledispatch
from itertools import accumulate, takewhile
from math import ceil

from hgkm_desktop.reports.content import (
    Block,
    Cell,
    NumberedList,
    Paragraph,
    ParagraphKind,
    Questions,
    Runs,
    Section,
    SideBySide,
    SignedList,
    Table,
    TableKind,
)

FURTHER = "Meer: zie bijlage A"
IN_ANNEX = "Dit is lang: zie bijlage A."
_SENTENCE_END = re.compile(r"(?<=[.?!…])\s+")
_PAGES = (260.5, 253.5)
_LINE, _TALL_LINE, _SMALL_LINE, _TITLE_LINE = 5.2, 5.65, 4.4, 9.9
# How many characters stand on a line of each width and size of type.
_BODY, _TALL, _SMALL, _TITLE, _HALF, _HEADING = 71, 65, 84, 31, 35, 15
_COLUMNS = {TableKind.RISKS: (14, 34, 19), TableKind.REQUESTS: (3, 38, 21, 14, 13)}
# White above a section, an item, a block, a pair of readings and a row; the head of a table.
_SECTION, _ITEM, _APART, _PAIR, _ROW, _HEAD = 7.6, 2.0, 2.0, 7.0, 2.8, 5.8
_MORE, _TINT = 22, 4.0
_LEAST_WITH_HEADING = 3 * _LINE


def see_annex(count: int) -> str:
    """How many more there are, and where; empty when there are no more."""
    return f"Nog {count}: zie bijlage A" if count else ""


def first_sentences(text: str, most: int) -> tuple[str, str]:
    """As many whole sentences of a text as stand in so many characters, and the rest of it."""
    kept, rest = "", _SENTENCE_END.split(text.strip())
    while rest and len(kept) + len(rest[0]) < most:
        kept = f"{kept} {rest.pop(0)}".strip()
    return kept, " ".join(rest)


def fits(title: str, opening: Iterable[Paragraph], sections: Iterable[Section]) -> bool:
    """Whether the text stands on its two pages; no row is cut, and no heading stands alone."""
    page, y = 0, _head_height(title, opening)
    for section in sections:
        rows = _section_rows(section)
        if not _holds(rows, _PAGES[page] - y):
            page, y = page + 1, 0.0
        for row in rows:
            if page < len(_PAGES) and y + row > _PAGES[page]:
                page, y = page + 1, 0.0
            y += row
        if page >= len(_PAGES):
            return False
    return True


def _holds(rows: Sequence[float], room: float) -> bool:
    """Whether a section may begin in this room: whole, or with three lines at least."""
    if sum(rows) <= room:
        return True
    held = takewhile(lambda reached: reached <= room, accumulate(rows))
    return max(held, default=0.0) - _SECTION >= _LEAST_WITH_HEADING


def section_height(section: Section) -> float:
    """The height of a section with the white above it."""
    return sum(_section_rows(section))


def _head_height(title: str, opening: Iterable[Paragraph]) -> float:
    """The height of the head of the first page."""
    words = sum(sum(_rows(paragraph)) + 2.6 for paragraph in opening)
    return 8.0 + _lines(title, _TITLE) * _TITLE_LINE + words


def _section_rows(section: Section) -> list[float]:
    """The heights of what is never cut; the heading stands beside the first of them."""
    beside = _LINE if section.brief else _lines(section.heading, _HEADING) * 5.5
    beside += _lines(section.more, _MORE) * _SMALL_LINE + (1.0 if section.more else 0.0)
    found: list[float] = []
    for block in section.blocks:
        if isinstance(block, Table) and block.kind is TableKind.REQUESTS:
            found.append(max(0.0, beside - sum(found)))  # it begins below the heading
        rows = _rows(block)
        found += [rows[0] + (_APART if found else 0.0), *rows[1:]]
    found[-1] += max(0.0, beside - sum(found))
    found[0] += _SECTION
    found[-1] += _TINT if section.tinted and not section.brief else 0.0
    return found


@singledispatch
def _rows(block: Block) -> list[float]:
    """The heights of the parts of a block that are never cut."""
    raise TypeError(type(block).__name__)


@_rows.register
def _(block: Paragraph) -> list[float]:
    words = _words(block.runs)
    if block.kind is ParagraphKind.NOTE:
        return [_lines(words, _SMALL) * _SMALL_LINE]
    boxed = 4.0 if block.kind is ParagraphKind.MISSING else 0.0
    return [_lines(words, _BODY) * _LINE + boxed]


@_rows.register
def _(block: NumberedList) -> list[float]:
    wide, line = (_TALL, _TALL_LINE) if block.prominent else (_BODY, _LINE)
    parts = [(_words(item.runs), _words(item.explanation)) for item in block.items]
    return _with_white([(_lines(a, wide) + _lines(b, wide)) * line for a, b in parts])


@_rows.register
def _(block: SignedList) -> list[float]:
    return _with_white([_lines(_words(item.runs), _BODY) * _LINE for item in block.items])


@_rows.register
def _(block: Questions) -> list[float]:
    return _with_white([_lines(item, _TALL) * _TALL_LINE for item in block.items])


@_rows.register
def _(block: SideBySide) -> list[float]:
    pairs = [block.readings[place : place + 2] for place in range(0, len(block.readings), 2)]
    read = sum(max(_lines(one.text, _HALF) for one in pair) for pair in pairs)
    about, closing = _lines(block.about, _BODY), _lines(_words(block.closing), _BODY)
    return [_PAIR + 2.0 + (about + read + closing) * _LINE]


@_rows.register
def _(block: Table) -> list[float]:
    rows = [_row_height(row, _COLUMNS[block.kind]) for row in block.rows]
    return [_HEAD + rows[0], *rows[1:]]


def _row_height(row: Sequence[Cell], columns: Sequence[int]) -> float:
    lines = [
        max(_lines(_words(cell.runs), wide), len(cell.tags))
        for cell, wide in zip(row, columns, strict=True)
    ]
    return _ROW + max(lines) * _LINE


def _with_white(heights: list[float]) -> list[float]:
    """Items with the white between them."""
    return [heights[0], *(height + _ITEM for height in heights[1:])]


def _words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _lines(text: str, wide: int) -> int:
    """How many lines so many characters wide a text takes; a long word goes to the next line."""
    lines, used = 0, wide
    for word in text.split():
        if used + 1 + len(word) > wide:
            lines += ceil(len(word) / wide)
            used = len(word) % wide
        else:
            used += 1 + len(word)
    return lines
