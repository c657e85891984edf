"""How much room every mark takes at one zoom, and the row of its lane in which it finds it.

Lengths run from day 0, not from the edge of a window: the rows depend on the zoom, never on what
part of the line is in view.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import ceil, log2

from hgkm_desktop.timeline.captions import Widths
from hgkm_desktop.timeline.marks import EventMark, Span
from hgkm_desktop.timeline.metrics import Metrics

STACK_WHITE = 1.75
"""The white after a mark, in gaps."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The widths of what is said beside a shape: number, label and signs, in that order."""

    number: float
    label: float
    signs: float
    always_number: bool

    @property
    def fixed(self) -> float:
        """The width that is never given up."""
        return self.signs + (self.number if self.always_number else 0.0)

    @property
    def full(self) -> float:
        return self.label + self.fixed


NO_CAPTION = Caption(0.0, 0.0, 0.0, always_number=False)
"""An event in a further lane is silent there: its own place speaks."""


@dataclass(slots=True)
class Place:
    """A mark in one lane at one zoom. The one source of its room: for stacking and for painting.

    `left` to `right` is all it may paint in, the white after it included; `right` shrinks when
    the next mark in its row needs the room of its label, down to `least`. `body_left` to
    `body_right` is its bar or uncertain span (`has_body`) or else its glyph. `is_inside`: the
    caption stands in the bar or span. `row` -1: no room, it is counted in a chip.
    """

    mark: EventMark
    span: Span
    lane: int
    is_echo: bool
    caption: Caption
    left: float
    body_left: float
    body_right: float
    glyph_x: float
    label_x: float
    right: float
    least: float
    is_inside: bool
    has_body: bool
    soft_left: float = 0.0
    soft_right: float = 0.0
    row: int = -1
    said: tuple[Said, ...] | None = None
    """What of the caption fits in the room that is left; found when it is first painted."""


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of a caption as it is painted, with its width."""

    text: str
    size: float
    bold: bool
    style: str
    width: float


@dataclass(frozen=True, slots=True)
class _Body:
    """The bar, the uncertain span or the bare glyph of a mark."""

    left: float
    right: float
    glyph_x: float
    soft_left: float = 0.0
    soft_right: float = 0.0


def place(
    mark: EventMark, lane: int, is_echo: bool, scale: float, metrics: Metrics, caption: Caption
) -> Place:
    """The room of a mark in a lane; `scale` is the length of a day."""
    span = mark.span
    if span is None:
        raise ValueError("a mark without a date has no place in a lane")
    glyph = metrics.echo if is_echo else metrics.glyph
    body = _bar(span, scale, metrics) if span.is_period else _band(span, glyph, scale, metrics)
    inner_x = body.glyph_x + glyph / 2 + metrics.gap
    room = body.right - min(body.soft_right, metrics.soft_least) - metrics.gap - inner_x
    says_little = caption.always_number and not (mark.is_pivotal or metrics.labels_beside)
    if caption.full > room and says_little:
        caption = replace(caption, label=0.0)
    is_inside = caption.full <= room
    label_x = inner_x if is_inside else body.right + metrics.gap
    white = metrics.gap * (0.5 if is_echo else STACK_WHITE)
    says_outside = caption.full > 0 and not is_inside
    right = label_x + caption.full if says_outside else body.right
    least = label_x + caption.fixed if says_outside and caption.fixed else body.right
    return Place(
        mark=mark,
        span=span,
        lane=lane,
        is_echo=is_echo,
        caption=caption,
        left=min(body.left, body.glyph_x - glyph / 2),
        body_left=body.left,
        body_right=body.right,
        glyph_x=body.glyph_x,
        label_x=label_x,
        right=right + white,
        least=least + white,
        is_inside=is_inside,
        has_body=body.right - body.left > glyph * 1.01,
        soft_left=body.soft_left,
        soft_right=body.soft_right,
    )


def _bar(span: Span, scale: float, metrics: Metrics) -> _Body:
    """A period, wide enough for its glyph, which stands at the start of what is certain."""
    soft_left = max(span.soft_first * scale, metrics.soft_least) if span.soft_first else 0.0
    soft_right = max(span.soft_last * scale, metrics.soft_least) if span.soft_last else 0.0
    left = span.first * scale
    half_glyph = metrics.glyph / 2
    start = max(soft_left / 2, metrics.soft_least + half_glyph) if soft_left else half_glyph
    right = max(span.last * scale, left + start + half_glyph + soft_right)
    return _Body(left, right, left + start, soft_left, soft_right)


def _band(span: Span, glyph: float, scale: float, metrics: Metrics) -> _Body:
    """A moment: its glyph, in the middle of the uncertain days where these can be seen."""
    centre, half = span.centre * scale, (span.last - span.first) * scale / 2
    soft = metrics.soft_least
    if span.assumed:
        half = max(half, glyph / 2 + soft)
    if glyph < metrics.glyph or span.is_exact or half <= glyph / 2 + soft / 2:
        return _Body(centre - glyph / 2, centre + glyph / 2, centre)
    return _Body(centre - half, centre + half, centre, soft, soft)


def stack(places: Iterable[Place], max_rows: int) -> tuple[list[list[Place]], list[Place]]:
    """Give every place the lowest row with room; the rows, and the places that found none.

    Up to `max_rows` these are the fewest rows there can be. When all are taken, the label that
    loses the least gives way, down to what its mark cannot do without.
    """
    rows: list[list[Place]] = []
    hidden: list[Place] = []
    for one in sorted(places, key=lambda p: (p.left, p.mark.number)):
        row = _free_row(rows, one, max_rows)
        if row is None:
            hidden.append(one)
            continue
        if row == len(rows):
            rows.append([])
        elif rows[row][-1].right > one.left:
            rows[row][-1].right = one.left
        one.row = row
        rows[row].append(one)
    return rows, hidden


def _free_row(rows: list[list[Place]], one: Place, max_rows: int) -> int | None:
    for number, row in enumerate(rows):
        if row[-1].right <= one.left:
            return number
    if len(rows) < max_rows:
        return len(rows)
    giving = [n for n, row in enumerate(rows) if row[-1].least <= one.left]
    return min(giving, key=lambda n: (rows[n][-1].right, n), default=None)


@dataclass(frozen=True, slots=True)
class Bin:
    """Marks without room in one stretch of time; stretches are powers of two days long."""

    first: float
    last: float
    event_ids: tuple[str, ...]


@dataclass(slots=True)
class LaneRows:
    """The marks of one lane at one zoom: its rows, and the bins of what found no room.

    `is_dense`: more than half found no room; then all are counted and there are no rows.
    """

    rows: list[list[Place]]
    bins: list[Bin]
    is_dense: bool
    _lefts: list[list[float]] = field(init=False)

    def __post_init__(self) -> None:
        self._lefts = [[p.left for p in row] for row in self.rows]

    def visible(self, first: float, last: float) -> Iterator[Place]:
        """The places that touch these lengths; places in a row never overlap."""
        for row, lefts in zip(self.rows, self._lefts, strict=True):
            at = max(bisect_right(lefts, first) - 1, 0)
            for one in row[at:]:
                if one.left >= last:
                    break
                if one.right > first:
                    yield one

    def visible_bins(self, first_day: float, last_day: float) -> Iterator[Bin]:
        """The bins that touch these days, and one more at either end."""
        at = max(bisect_right(self.bins, first_day, key=_first_of) - 2, 0)
        for found in self.bins[at:]:
            yield found
            if found.first > last_day:
                break


def _first_of(found: Bin) -> float:
    return found.first


def lane_rows(places: list[Place], scale: float, metrics: Metrics) -> LaneRows:
    """The rows and bins of the places of one lane."""
    rows, hidden = stack(places, metrics.max_rows)
    is_dense = len(hidden) * 2 > len(places)
    if is_dense:
        hidden = places
        rows = []
        for one in hidden:
            one.row = -1
    return LaneRows(rows, _bins(hidden, scale, metrics.chip_least), is_dense)


def _bins(hidden: list[Place], scale: float, least: float) -> list[Bin]:
    days = 2.0 ** max(ceil(log2(least / scale)), 0)
    found: dict[float, list[str]] = {}
    for one in hidden:
        found.setdefault(one.span.centre // days * days, []).append(one.mark.event_id)
    return [Bin(first, first + days, tuple(found[first])) for first in sorted(found)]


def caption_of(mark: EventMark, widths: Widths, metrics: Metrics, numbers_only: bool) -> Caption:
    """What is said beside a mark in its own place."""
    number = widths.of(str(mark.number), metrics.number_size, True)
    label = 0.0
    in_bar = mark.span is not None and mark.span.is_period
    if mark.is_pivotal or in_bar or metrics.labels_beside or not numbers_only:
        wide = widths.of(mark.label, metrics.label_size, mark.is_pivotal)
        label = min(wide, metrics.label_max)
    signs = len(mark.signs) * metrics.sign_step
    if signs:
        signs += metrics.gap
    if numbers_only and label:
        number += metrics.gap
    return Caption(number, label, signs, always_number=numbers_only)
