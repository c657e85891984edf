"""The zoom that shows a whole case, the words of its last events included."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, inf, log

from hgkm_desktop.timeline.captions import Widths
from hgkm_desktop.timeline.marks import Span
from hgkm_desktop.timeline.metrics import Metrics
from hgkm_desktop.timeline.places import STACK_WHITE
from hgkm_desktop.timeline.scores import Scores
from hgkm_desktop.timeline.stacking import LaneMarks

ZOOM_STEP = 2**0.125
_FEWEST_DAYS = 28.0
_MOST_STEPS = 16
"""Words may cost up to three quarters of the zoom; where even that shows them not they are cut."""
_STEPS_WITHOUT = 2

Said = tuple[Span, float]
"""The days of something, and how long its words are when they stand after it."""


def zoom_at_most(scale: float) -> float:
    """The zoom at or just below a scale; zooms are steps of `ZOOM_STEP`, so that rows recur."""
    return float(ZOOM_STEP ** floor(log(scale, ZOOM_STEP) + 1e-9))


def whole_zoom(said: Iterable[Said], first: float, last: float, room: float, m: Metrics) -> float:
    """The largest zoom at which the days from `first` to `last` fit in `room` with all words."""
    margin = m.glyph * 0.75
    widest = zoom_at_most(max(room - 2 * margin, 1.0) / max(last - first, _FEWEST_DAYS))
    late_first = sorted(said, key=_last_day, reverse=True)
    for step in range(_MOST_STEPS + 1):
        scale = widest / ZOOM_STEP**step
        limit = first * scale - margin + room
        if all(_right(one, scale, m) <= limit for one in late_first):
            return scale
    return widest / ZOOM_STEP**_STEPS_WITHOUT


def said_by(lanes: Iterable[LaneMarks], metrics: Metrics) -> list[Said]:
    """What the marks in the lanes say; one that goes on says it inside."""
    white = metrics.gap * STACK_WHITE
    return [
        (span, caption.full + white)
        for lane in lanes
        for span, caption in zip(lane.spans, lane.captions, strict=True)
        if span.last != inf
    ]


def said_in(scores: Scores, metrics: Metrics, widths: Widths) -> list[Said]:
    """What the scores say; those of one moment stand beside each other."""
    beside = metrics.score * 2
    return [
        (one.span, widths.of(one.words[0], metrics.note_size) + beside * (1 + max(one.beside, 0)))
        for one in scores.scores
    ]


def _last_day(one: Said) -> float:
    return one[0].last


def _right(one: Said, scale: float, m: Metrics) -> float:
    """The right end at a zoom, from day 0: words stand in a bar that has room, or after it."""
    span, words = one
    end = max(span.last * scale, span.centre * scale + m.glyph / 2 + m.soft_least * span.assumed)
    if not span.is_period:
        return end + m.gap + words
    inside = (span.last - span.first) * scale - m.glyph - 3 * m.gap - 2 * m.soft_least
    return end if words <= inside else max(end, span.first * scale + 2 * m.glyph) + m.gap + words
