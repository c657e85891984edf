"""The shapes of the veiligheidscijfers in a window, and of their names beside the plot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hgkm_desktop.timeline.captions import BASELINE
from hgkm_desktop.timeline.choices import Band
from hgkm_desktop.timeline.display import Anchor, BandHit, Glyph, Line, Rect, Shape, Text
from hgkm_desktop.timeline.drawing import LaneBox
from hgkm_desktop.timeline.frame import Frame
from hgkm_desktop.timeline.metrics import Metrics
from hgkm_desktop.timeline.scores import MOST, NAME, Scores, Spot

RING = 1.75
"""How much larger the ring around a score is than its point."""


def score_shapes(
    scores: Scores, spots: Sequence[Spot], frame: Frame, box: LaneBox
) -> tuple[list[Shape], list[BandHit]]:
    """The points that are in view with their lines and words, and where each can be hit."""
    shift, top, size = frame.left - frame.first * frame.scale, box.top, frame.metrics.score
    lines: list[Shape] = list(_scale_lines(scores, frame, top))
    lines += _joins(spots, frame, shift, top)
    points: list[Shape] = []
    hits: list[BandHit] = []
    margin = size * 20
    for spot in spots:
        x, y = spot.x + shift, spot.y + top
        if not frame.left - margin <= x <= frame.right + margin:
            continue
        lines += _days(spot, frame, y, shift)
        points += _point(spot, frame.metrics, x, y)
        if spot.text:
            lines.append(_paper(spot, frame, shift, top, box.style))
            place = spot.text_x + shift, spot.text_y + top
            points.append(Text(*place, spot.text, frame.metrics.note_size, False, "score"))
        if frame.left <= x <= frame.right:
            hits.append(_hit(spot, x, y, size))
    return [*lines, *points], hits


def _scale_lines(scores: Scores, frame: Frame, top: float) -> Iterator[Shape]:
    for value in (0.0, MOST / 2, MOST):
        y = top + scores.y(value, frame.metrics)
        yield Line(frame.left, y, frame.right, y, "grid")


def _joins(spots: Sequence[Spot], frame: Frame, shift: float, top: float) -> Iterator[Shape]:
    """A thin dotted line from each point to the next of the same rater about the same person."""
    before: dict[tuple[object, ...], Spot] = {}
    for spot in spots:
        last = before.get(spot.score.series)
        before[spot.score.series] = spot
        if last is not None:
            ends = _cut(last.x + shift, last.y + top, spot.x + shift, spot.y + top, frame)
            if ends is not None:
                yield Line(*ends, "score", dashed=True)


def _cut(
    x1: float, y1: float, x2: float, y2: float, frame: Frame
) -> tuple[float, float, float, float] | None:
    """The part of a line that is in view: far outside it a dotted line costs time."""
    left, right = max(x1, frame.left), min(x2, frame.right)
    if left >= right:
        return None
    slope = (y2 - y1) / (x2 - x1)
    return left, y1 + (left - x1) * slope, right, y1 + (right - x1) * slope


def _days(spot: Spot, frame: Frame, y: float, shift: float) -> Iterator[Shape]:
    """The days that a score can be of, when they can be seen."""
    span = spot.score.span
    half = (span.last - span.first) * frame.scale / 2
    if not span.is_exact and half > frame.metrics.score:
        middle = span.centre * frame.scale + shift
        left, right = max(middle - half, frame.left), min(middle + half, frame.right)
        if left < right:
            yield Line(left, y, right, y, "score_days", dashed=span.assumed)


def _point(spot: Spot, metrics: Metrics, x: float, y: float) -> Iterator[Shape]:
    one = spot.score
    if one.is_joint:
        yield Glyph(x, y, metrics.score * RING, "circle", "", "score_ring")
    yield Glyph(x, y, metrics.score, one.rater.shape, "", _style(one.rater.is_open))


def _paper(spot: Spot, frame: Frame, shift: float, top: float, style: str) -> Rect:
    """What keeps the words of a score free of the lines that run there."""
    m = frame.metrics
    wide, high = frame.widths.of(spot.text, m.note_size), m.note_size * 1.1
    left, middle = spot.text_x + shift, spot.text_y + top - m.note_size * BASELINE
    return Rect(left - 1.0, middle - high / 2, wide + 2.0, high, style)


def _style(is_open: bool) -> str:
    return "score_open" if is_open else "score"


def _hit(spot: Spot, x: float, y: float, size: float) -> BandHit:
    half = size * 1.2
    return BandHit(spot.score.record_id, Band.CIJFERS, x - half, y - half, 2 * half, 2 * half)


def score_names(scores: Scores, frame: Frame, top: float) -> list[Shape]:
    """The name of the band, the shapes of the raters, and the numbers of the scale."""
    m = frame.metrics
    y = top + m.lane_pad / 2 + m.name_size
    room = frame.left - m.name_x - 2 * m.gap - frame.widths.of("10", m.note_size)
    name = frame.widths.shortened(NAME, m.name_size, True, room)
    found: list[Shape] = [Text(m.name_x, y, name, m.name_size, True, "lane_name", max_width=room)]
    leading = m.note_size * 1.3
    for rater in scores.raters:
        y += leading
        middle = y - m.note_size * BASELINE
        x = m.name_x + m.score / 2
        found.append(Glyph(x, middle, m.score, rater.shape, "", _style(rater.is_open)))
        beside = m.score + m.gap
        text = frame.widths.shortened(rater.name, m.note_size, False, room - beside)
        found.append(Text(m.name_x + beside, y, text, m.note_size, False, "band_name"))
    for value in (0.0, MOST / 2, MOST):
        base = top + scores.y(value, m) + m.note_size * BASELINE
        right = frame.left - m.gap * 0.7
        text = str(int(value))
        found.append(Text(right, base, text, m.note_size, False, "muted", Anchor.END))
    return found
