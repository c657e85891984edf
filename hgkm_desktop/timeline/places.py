"""How much room a mark takes at one zoom: its bar, band or glyph, and what is said beside it.

Lengths run from day 0, not from the edge of a window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from hgkm_desktop.timeline.captions import Widths
from hgkm_desktop.timeline.marks import EventMark, Span
from hgkm_desktop.timeline.metrics import Metrics

STACK_WHITE = 1.75
"""The white after a mark, in gaps."""


class Caption(NamedTuple):
    """The widths of what is said beside a shape: number (0 where none always stands), label and
    signs, in that order.

    `fixed` is the width that is never given up, `full` what all of it takes.
    """

    number: float
    label: float
    signs: float
    always_number: bool
    fixed: float
    full: float


NO_CAPTION = Caption(0.0, 0.0, 0.0, False, 0.0, 0.0)
"""An event in a further lane is silent there: its own place speaks."""


def caption_of(mark: EventMark, widths: Widths, metrics: Metrics, number: int) -> Caption:
    """What is said beside a mark in its own place; `number` is 0 where none always stands."""
    label = 0.0
    in_bar = mark.span is not None and mark.span.is_period
    if mark.is_pivotal or in_bar or metrics.labels_beside or not number:
        wide = widths.of(mark.label, metrics.label_size, mark.is_pivotal)
        label = min(wide, metrics.label_max)
    signs = len(mark.signs) * metrics.sign_step
    if signs:
        signs += metrics.gap
    if not number:
        return Caption(0.0, label, signs, False, signs, label + signs)
    wide = widths.of(str(number), metrics.number_size, True) + (metrics.gap if label else 0.0)
    return Caption(wide, label, signs, True, wide + signs, wide + label + signs)


class Room(NamedTuple):
    """The room of a mark in a lane: the one source of it, for stacking and for painting.

    `left` to `right` is all it may paint in, the white after it included; `least` is how far
    `right` may shrink when the next mark in its row needs the room of its label. `body_left` to
    `body_right` is its bar or uncertain span (`has_body`) or else its glyph. `is_inside`: the
    caption stands in the bar or span.
    """

    left: float
    right: float
    least: float
    body_left: float
    body_right: float
    glyph_x: float
    label_x: float
    is_inside: bool
    has_body: bool
    soft_left: float
    soft_right: float
    caption: Caption


def room_of(
    mark: EventMark, span: Span, caption: Caption, is_echo: bool, scale: float, metrics: Metrics
) -> Room:
    """The room of a mark with this span; `scale` is the length of a day."""
    glyph, gap = metrics.echo if is_echo else metrics.glyph, metrics.gap
    body = _bar(span, scale, metrics) if span.is_period else _band(span, glyph, scale, metrics)
    body_left, body_right, glyph_x, soft_left, soft_right = body
    inner_x = glyph_x + glyph / 2 + gap
    room = body_right - min(soft_right, metrics.soft_least) - gap - inner_x
    is_inside = caption.full <= room
    if not is_inside and caption.always_number and not (mark.is_pivotal or metrics.labels_beside):
        caption = caption._replace(label=0.0, full=caption.fixed)
        is_inside = caption.full <= room
    label_x = inner_x if is_inside else body_right + gap
    white = gap * (0.5 if is_echo else STACK_WHITE)
    says_outside = caption.full > 0 and not is_inside
    return Room(
        min(body_left, glyph_x - glyph / 2),
        (label_x + caption.full if says_outside else body_right) + white,
        (label_x + caption.fixed if says_outside and caption.fixed else body_right) + white,
        body_left,
        body_right,
        glyph_x,
        label_x,
        is_inside,
        body_right - body_left > glyph * 1.01,
        soft_left,
        soft_right,
        caption,
    )


Edges = tuple[float, float, float]
"""How far from its middle a mark goes to the left, to the right, and to the right at least."""


def day_needs(
    mark: EventMark, caption: Caption, is_echo: bool, is_folded: bool, metrics: Metrics
) -> Edges:
    """What `room_of` or `folded_room` comes to for one known day, at any zoom."""
    if is_folded:
        half = metrics.fold_glyph / 2
        return -half, half, half
    gap, full = metrics.gap, caption.full
    half = (metrics.echo if is_echo else metrics.glyph) / 2
    if caption.always_number and not (mark.is_pivotal or metrics.labels_beside):
        full = caption.fixed
    end = half + gap * (0.5 if is_echo else STACK_WHITE)
    least = end + gap + caption.fixed if caption.fixed else end
    return -half, end + gap + full if full else end, least


def bar_needs(caption: Caption, metrics: Metrics) -> tuple[float, float, float, float]:
    """What `room_of` comes to for a bar of known days, at any zoom: how long the bar must be to
    hold its caption, and how far its room goes on after its end: with the caption inside, with
    the caption after it, and with what of that is never given up."""
    gap = metrics.gap
    white = gap * STACK_WHITE
    inside = metrics.glyph + 2 * gap + caption.full
    after = white + (gap + caption.full if caption.full else 0.0)
    return inside, white, after, white + (gap + caption.fixed if caption.fixed else 0.0)


_Body = tuple[float, float, float, float, float]
"""Left, right, the middle of the glyph, and how much of the left and the right end is soft."""


def _bar(span: Span, scale: float, metrics: Metrics) -> _Body:
    """A period, wide enough for its glyph, which stands at the start of what is certain."""
    soft_left = max(span.soft_first * scale, metrics.soft_least) if span.soft_first else 0.0
    soft_right = max(span.soft_last * scale, metrics.soft_least) if span.soft_last else 0.0
    left = span.first * scale
    half_glyph = metrics.glyph / 2
    start = max(soft_left / 2, metrics.soft_least + half_glyph) if soft_left else half_glyph
    right = max(span.last * scale, left + start + half_glyph + soft_right)
    return left, right, left + start, soft_left, soft_right


def _band(span: Span, glyph: float, scale: float, metrics: Metrics) -> _Body:
    """A moment: its glyph, in the middle of the uncertain days where these can be seen."""
    centre, half = span.centre * scale, (span.last - span.first) * scale / 2
    soft = metrics.soft_least
    if span.assumed:
        half = max(half, glyph / 2 + soft)
    if glyph < metrics.glyph or span.is_exact or half <= glyph / 2 + soft / 2:
        return centre - glyph / 2, centre + glyph / 2, centre, 0.0, 0.0
    return centre - half, centre + half, centre, soft, soft


def folded_room(span: Span, scale: float, metrics: Metrics) -> Room:
    """The small shape of a mark in a folded lane; a period is a shape at its start."""
    centre, half = span.centre * scale, metrics.fold_glyph / 2
    left, right = centre - half, centre + half
    return Room(left, right, right, left, right, centre, right, False, False, 0.0, 0.0, NO_CAPTION)


class Said(NamedTuple):
    """A piece of a caption as it is painted, with its width."""

    text: str
    size: float
    bold: bool
    style: str
    width: float


Look = tuple[float, str, str, str, bool, bool, bool]
"""How a glyph looks: its size, shape, letter and style, and if it is hollow, absent or dim."""


@dataclass(slots=True)
class Place:
    """A mark in its row of a lane at one zoom; `right` is how far its row lets it paint.

    `row` -1: no room, it is counted in a chip. `said` is what of the caption fits in the room
    that is left when its number is `said_number`, `look` how its glyph looks; found when it is
    first painted.
    """

    mark: EventMark
    span: Span
    is_echo: bool
    room: Room
    right: float
    row: int
    said: tuple[Said, ...] = ()
    said_number: int = 0
    look: Look | None = None
