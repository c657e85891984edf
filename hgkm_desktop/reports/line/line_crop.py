"""The part of a line that one page shows: nothing that is said is cut through by its edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple, TypeGuard

from hgkm_desktop.reports.writing.fonts import fitted, text_width
from hgkm_desktop.reports.writing.page_style import MM
from hgkm_desktop.timeline.captions import BASELINE
from hgkm_desktop.timeline.display import (
    Anchor,
    Chip,
    DisplayList,
    Glyph,
    Line,
    Rect,
    Shape,
    Sign,
    Text,
)
from hgkm_desktop.timeline.metrics import PAPER

_BAR_END = 1.5 * MM
_LEAST_LABEL = 9 * MM
_SLACK = 0.05
_WIDEST_CHIP = 60 * MM


class Span(NamedTuple):
    """The length of a mark: from `left` to `right` it must stand whole on a page, and as far as
    `end` if it can be."""

    left: float
    right: float
    end: float


def page_starts(
    spans: Sequence[Span], begin: float, end: float, room: float, overlap: float
) -> tuple[float, ...]:
    """Where each page of `room` begins, so that together they show all from `begin` to `end`.

    Pages share at least `overlap`; more, up to three fifths, where a mark would be cut, and up to
    twice the overlap where only the end of what is said of it would be.
    """
    found = [begin]
    while found[-1] + room < end - _SLACK:
        here, edge = found[-1], found[-1] + room
        cut = [s.left for s in spans if here < s.left < edge < s.right]
        cut += [s.left for s in spans if edge - 2 * overlap < s.left < edge < s.end]
        found.append(max(min([edge - overlap, *cut]), here + room * 0.4))
    return tuple(found)


def cropped(shown: DisplayList, *, is_first: bool, is_last: bool) -> DisplayList:
    """The line without what its edges cut: a shape goes with all that is said of it, a label is
    shortened. A bar that goes on has its arrow on the last page only; what is said of a bar that
    began before the first page stands there without its shape."""
    kept = _without_cut(shown, is_first=is_first)
    cut = (_going_on(s, shown.width) if isinstance(s, Rect) and s.arrow else s for s in kept)
    return replace(shown, plot=tuple(kept if is_last else cut))


def _is_before(shape: Shape, left: float) -> bool:
    return isinstance(shape, Glyph) and shape.x - shape.size / 2 < left - _SLACK


def with_numbers(shown: DisplayList, number_of: Mapping[str, int]) -> DisplayList:
    """The line with in each chip the numbers of the events that it counts, or, where these have no
    room, how many that are: '3×', which is no number of an event."""
    named: dict[tuple[float, float], str] = {}
    for row in _rows_of(shown.chips):
        end = -inf
        for chip, following in zip(row, [*row[1:], None], strict=True):
            middle = chip.x + chip.w / 2
            text = _ranges(sorted(number_of[i] for i in chip.event_ids))
            half = _chip_width(text) / 2
            right = following.x if following is not None else inf
            fits = half * 2 <= _WIDEST_CHIP and end <= middle - half and middle + half <= right
            counted = f"{len(chip.event_ids)}×"
            named[_place(middle, chip.y + chip.h / 2)] = text if fits else counted
            end = middle + max(half if fits else 0.0, chip.w / 2)
    plot = tuple(_renamed(shape, named) for shape in shown.plot)
    return replace(shown, plot=plot) if named else shown


def _rows_of(chips: Iterable[Chip]) -> list[list[Chip]]:
    """The chips that stand beside each other, from left to right."""
    rows: dict[float, list[Chip]] = {}
    for chip in sorted(chips, key=lambda c: c.x):
        rows.setdefault(round(chip.y, 1), []).append(chip)
    return list(rows.values())


def _chip_width(text: str) -> float:
    return text_width(text, PAPER.note_size, True) + 2 * PAPER.gap


def _place(x: float, y: float) -> tuple[float, float]:
    return round(x, 1), round(y, 1)


def _renamed(shape: Shape, named: Mapping[tuple[float, float], str]) -> Shape:
    """A chip or its text with the numbers in it; the two meet in the middle of the chip."""
    if isinstance(shape, Rect) and shape.style == "chip":
        middle = shape.x + shape.w / 2
        text = named.get(_place(middle, shape.y + shape.h / 2), "")
        wide = max(_chip_width(text), shape.w)
        return shape._replace(x=middle - wide / 2, w=wide)
    if isinstance(shape, Text) and shape.style == "chip":
        text = named.get(_place(shape.x, shape.y - shape.size * BASELINE), "")
        return shape._replace(text=text or shape.text)
    return shape


def _ranges(numbers: Sequence[int]) -> str:
    """'3, 5–9': numbers that follow each other as a range."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    parts = (f"{f[0]}–{f[-1]}" if len(f) > 2 else ", ".join(map(str, f)) for f in found)
    return ", ".join(parts)


def _without_cut(shown: DisplayList, *, is_first: bool) -> list[Shape]:
    left, right = shown.lane_width, shown.width
    found: list[Shape] = []
    for group in _groups(shown.plot):
        here = group[1:] if is_first and _is_before(group[0], left) else group
        if all(_stands_in(shape, left, right) for shape in here if _must_stand(shape)):
            found += [s for shape in here if (s := _shortened(shape, left, right)) is not None]
    said = [shape for shape in found if isinstance(shape, Text)]
    return [s for s in found if not _is_paper(s) or any(_stands_on(text, s) for text in said)]


def _is_paper(shape: Shape) -> TypeGuard[Rect]:
    """Whether a shape only keeps a text free of what lies under it."""
    return isinstance(shape, Rect) and shape.style in ("lane", "lane_band", "selected")


def _stands_on(text: Text, paper: Rect) -> bool:
    inside = paper.x <= text.x <= paper.x + paper.w
    return inside and paper.y <= text.y <= paper.y + paper.h


def _groups(shapes: Iterable[Shape]) -> Iterator[list[Shape]]:
    """A glyph with the number, signs and label that follow it; every other shape on its own."""
    group: list[Shape] = []
    for shape in shapes:
        if group and isinstance(group[0], Glyph) and _is_said(shape):
            group.append(shape)
            continue
        if group:
            yield group
        group = [shape]
    if group:
        yield group


def _is_said(shape: Shape) -> bool:
    if isinstance(shape, Text):
        return shape.style in ("number", "label", "label_absent", "bar_label")
    return isinstance(shape, Sign)


def _must_stand(shape: Shape) -> bool:
    if isinstance(shape, Text):
        return shape.style in ("number", "chip")
    return isinstance(shape, Glyph | Sign)


def _stands_in(shape: Shape, left: float, right: float) -> bool:
    start, end = _extent(shape)
    return start >= left - _SLACK and end <= right + _SLACK


def _extent(shape: Shape) -> tuple[float, float]:
    match shape:
        case Glyph() | Sign():
            return shape.x - shape.size / 2, shape.x + shape.size / 2
        case Text():
            wide = text_width(shape.text, shape.size, shape.bold)
            before = {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[shape.anchor]
            return shape.x - before, shape.x - before + wide
        case Line():
            return min(shape.x1, shape.x2), max(shape.x1, shape.x2)
        case Rect():
            return shape.x, shape.x + shape.w


def _shortened(shape: Shape, left: float, right: float) -> Shape | None:
    """The shape as it may be painted; None for words that begin before the page or have no room."""
    if isinstance(shape, Rect) and shape.style == "chip":
        return shape if _stands_in(shape, left, right) else None
    if not isinstance(shape, Text):
        return shape
    start, end = _extent(shape)
    room = right - start - (_BAR_END if shape.style == "bar_label" else _SLACK)
    if end <= start + room:
        return shape if start >= left - _SLACK else None
    if start < left - _SLACK or room < _LEAST_LABEL or shape.anchor is not Anchor.START:
        return None
    return shape._replace(text=fitted(shape.text, room, shape.size, shape.bold))


def _going_on(bar: Rect, right: float) -> Rect:
    return bar._replace(arrow=False, w=right - bar.x + bar.h)
