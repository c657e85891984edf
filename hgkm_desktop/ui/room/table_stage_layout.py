"""Lays a sheet of a leertafel out in pages that fit, in type that a whole room can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hgkm_desktop.timeline.captions import BASELINE, Widths
from hgkm_desktop.timeline.display import Rect, Shape, Text
from hgkm_desktop.ui.room.presentation_sheet import BASE, MARGIN
from hgkm_desktop.ui.room.presentation_sheet import Sheet as Room
from hgkm_desktop.ui.room.table_stage_sheets import Sheet
from hgkm_desktop.ui.room.table_stage_words import Item, Look

_TITLES = (44.0, 36.0, 30.0)
_SIZES = (34.0, 30.0, 27.0, BASE)
"""Sizes of type at 1280 by 720, the largest that fits first; never smaller than the last."""
_MOST_LINES = 2
LEADING = 1.3
_TOP, _AFTER_TITLE, _RULE, BOTTOM = 30.0, 18.0, 3.0, 14.0
_INDENT, _DOT = 30.0, 9.0
_BETWEEN, _BETWEEN_ROWS = 0.5, 0.15
"""The white between two items, and between rows of a list, as a part of the size of type."""
_MORE_LINES = 1.6
"""The room for 'nog n', in lines of the smallest type."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a sheet: what is painted on it, and all of it in words."""

    shapes: tuple[Shape, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of text in the body; `starts` is true for the first one of an item."""

    text: str
    size: float
    look: Look
    bold: bool = False
    soft: bool = False
    starts: bool = False
    white: float = 0.0

    @property
    def height(self) -> float:
        return self.size * LEADING


def pages_of(sheet: Sheet, room: Room) -> tuple[Page, ...]:
    """The pages of a sheet, one or more: what does not fit goes on, and nothing is cut off.

    `room.height` is that for a page, without what stands under it.
    """
    head, top, rest = head_of(sheet, room)
    items = (*(Item(text, look=Look.PLAIN) for text in rest), *sheet.items)
    high = room.height - top - BOTTOM * room.factor
    blocks: list[list[_Line]] = []
    for size in _SIZES:
        blocks = [list(_lines(item, size * room.factor, room)) for item in items]
        if _height(_joined(blocks)) <= high:
            return (_page(sheet, head, _joined(blocks), top, room),)
    least = BASE * room.factor
    parts = _split(blocks, high - least * _MORE_LINES)
    return tuple(
        _page(sheet, head, lines, top, room, _more(parts[number + 1 :]))
        for number, lines in enumerate(parts)
    )


# --- the title --------------------------------------------------------------------------------


def _title(sheet: Sheet, room: Room) -> tuple[float, list[str]]:
    """The size in which the title takes few lines, or else the least, and its lines."""
    size, lines = 0.0, list[str]()
    for size in (part * room.factor for part in _TITLES):
        lines = wrapped(sheet.title, size, room.room, room.widths, bold=True)
        if len(lines) <= _MOST_LINES:
            break
    return size, lines


def head_of(sheet: Sheet, room: Room) -> tuple[tuple[Shape, ...], float, list[str]]:
    """The title, what stands under it and a rule; where the body begins, and what of the title
    and the words under it goes on there."""
    f, most = room.factor, _MOST_LINES
    size, lines = _title(sheet, room)
    below = wrapped(sheet.subtitle, BASE * f, room.room, room.widths)
    y, shapes = _TOP * f, list[Shape]()
    for text, big, style in (
        *((line, size, "heading") for line in lines[:most]),
        *((line, BASE * f, "soft") for line in below[:most]),
    ):
        shapes.append(text_at(text, MARGIN * f, y, big, style, bold=style == "heading"))
        y += big * LEADING
    y += _AFTER_TITLE * f / 2
    shapes.append(Rect(MARGIN * f, y, room.room, _RULE * f, "soft"))
    rest = [" ".join(left) for left in (lines[most:], below[most:]) if left]
    return tuple(shapes), y + (_RULE + _AFTER_TITLE) * f, rest


# --- the body ---------------------------------------------------------------------------------


def _lines(item: Item, size: float, room: Room) -> Iterator[_Line]:
    """The lines of an item; what is said about it is smaller, never under the least size."""
    wide = room.room - (_INDENT * room.factor if item.look is Look.POINT else 0.0)
    bold, soft = _is_bold(item), item.look is Look.SOFT
    between = size * (_BETWEEN_ROWS if item.look is Look.ROW else _BETWEEN)
    for number, line in enumerate(wrapped(item.text, size, wide, room.widths, bold=bold)):
        first = number == 0
        white = between if first else 0.0
        yield _Line(line, size, item.look, bold, soft, starts=first, white=white)
    small = max(size * 0.88, BASE * room.factor)
    for words in item.about:
        for line in wrapped(words, small, wide, room.widths):
            yield _Line(line, small, item.look, soft=True)


def _is_bold(item: Item) -> bool:
    return item.look is Look.HEADING or (item.look is Look.POINT and bool(item.about))


def _split(blocks: Sequence[list[_Line]], high: float) -> list[list[_Line]]:
    """The lines by page: an item stays together where a page can hold it, a heading with what
    comes next."""
    pages: list[list[_Line]] = [[]]
    for number, block in enumerate(blocks):
        is_heading = bool(block) and block[0].look is Look.HEADING
        following = _joined(blocks[number + 1 : number + 2])[:1] if is_heading else []
        whole = _height([*pages[-1], *block, *following]) <= high
        if pages[-1] and not whole and _height([*block, *following]) <= high:
            pages.append([])
        for line in block:
            if pages[-1] and _height([*pages[-1], line]) > high:
                pages.append([])
            pages[-1].append(line)
    return pages


def _joined(blocks: Iterable[list[_Line]]) -> list[_Line]:
    return [line for block in blocks for line in block]


def _height(lines: Sequence[_Line]) -> float:
    """How high lines are; the white above the first one does not count."""
    return sum(line.height + line.white for line in lines) - (lines[0].white if lines else 0.0)


def _more(following: Sequence[list[_Line]]) -> str:
    """What the foot of a page says of those after it; '' for the last one."""
    left = sum(line.starts for line in _joined(following))
    if left:
        return f"Nog {left} op het volgende blad"
    return "Gaat verder op het volgende blad" if following else ""


def _page(
    sheet: Sheet,
    head: tuple[Shape, ...],
    lines: Sequence[_Line],
    top: float,
    room: Room,
    more: str = "",
) -> Page:
    f, y, shapes = room.factor, top, list(head)
    for number, line in enumerate(lines):
        y += line.white if number else 0.0
        is_point = line.look is Look.POINT
        x = (MARGIN + (_INDENT if is_point else 0.0)) * f
        if is_point and line.starts:
            dot = _DOT * f
            shapes.append(Rect(MARGIN * f, y + (line.height - dot) / 2, dot, dot, "soft"))
        style = "soft" if line.soft else "heading"
        shapes.append(text_at(line.text, x, y, line.size, style, bold=line.bold))
        y += line.height
    if more:
        y = room.height - (BASE * LEADING + BOTTOM) * f
        shapes.append(text_at(more, MARGIN * f, y, BASE * f, "soft", bold=False))
    words = [sheet.title, sheet.subtitle, *(line.text for line in lines), more]
    return Page(tuple(shapes), ". ".join(filter(None, words)))


def text_at(text: str, x: float, y: float, size: float, style: str, *, bold: bool) -> Text:
    return Text(x, y + size * (LEADING / 2 + BASELINE), text, size, bold, style)


def wrapped(
    text: str, size: float, room: float, widths: Widths, *, bold: bool = False
) -> list[str]:
    """The text in as many lines as it needs; a word wider than a line goes on in the next."""
    lines: list[str] = []
    words = (piece for one in text.split() for piece in _pieces(one, size, room, widths))
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and widths.of(longer, size, bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(word: str, size: float, room: float, widths: Widths) -> Iterator[str]:
    """A word in parts no wider than a line, also in bold."""
    left = word
    while len(left) > 1 and widths.of(left, size, True) > room:
        fits = max(int(len(left) * room / widths.of(left, size, True)), 1)
        while fits > 1 and widths.of(left[:fits], size, True) > room:
            fits -= 1
        yield left[:fits]
        left = left[fits:]
    yield left
