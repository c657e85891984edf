"""The part of a line that one page shows: nothing that is said is cut through by its edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hgkm_desktop.reports.fonts import fitted, text_width
from hgkm_desktop.reports.page_style import MM
from hgkm_desktop.timeline.display import Anchor, DisplayList, Glyph, Line, Rect, Shape, Sign, Text

_BAR_END = 1.5 * MM
_LEAST_LABEL = 9 * MM
_SLACK = 0.05


def page_starts(
    spans: Sequence[tuple[float, float]],
    begin: float,
    end: float,
    room: float,
    overlap: float,
) -> tuple[float, ...]:
    """Where each page of `room` begins, so that together they show all from `begin` to `end`.

    `spans` are lengths that must each stand whole on a page. Pages share at least `overlap`, and
    more, up to three fifths, where a span would be cut.
    """
    found = [begin]
    while found[-1] + room < end - _SLACK:
        here, edge = found[-1], found[-1] + room
        cut = [left for left, right in spans if here < left < edge < right]
        found.append(max(min([edge - overlap, *cut]), here + room * 0.4))
    return tuple(found)


def cropped(shown: DisplayList, *, is_last: bool) -> DisplayList:
    """The line without what its edges cut: a shape goes with all that is said of it, a label is
    shortened. A bar that goes on has its arrow on the last page only."""
    kept = _without_cut(shown.plot, shown.lane_width, shown.width)
    plot = (_going_on(s, shown.width) if isinstance(s, Rect) and s.arrow else s for s in kept)
    return replace(shown, plot=tuple(kept if is_last else plot))


def _without_cut(shapes: Iterable[Shape], left: float, right: float) -> list[Shape]:
    found: list[Shape] = []
    for group in _groups(shapes):
        if all(_stands_in(shape, left, right) for shape in group if _must_stand(shape)):
            found += [s for shape in group if (s := _shortened(shape, left, right)) is not None]
    return found


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
    return replace(shape, text=fitted(shape.text, room, shape.size, shape.bold))


def _going_on(bar: Rect, right: float) -> Rect:
    return replace(bar, arrow=False, w=right - bar.x + bar.h)
