"""From places to shapes: bars, glyphs, labels, signs, links and chips in a window."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from hgkm_desktop.models.dutch import number_text
from hgkm_desktop.models.terms import EventKind, Occurrence
from hgkm_desktop.timeline.captions import BASELINE, Widths
from hgkm_desktop.timeline.display import Anchor, Chip, Glyph, Hit, Line, Rect, Shape, Sign, Text
from hgkm_desktop.timeline.lanes import Lane
from hgkm_desktop.timeline.marks import EventMark
from hgkm_desktop.timeline.metrics import Metrics
from hgkm_desktop.timeline.places import STACK_WHITE, Look, Place, Said
from hgkm_desktop.timeline.stacking import Bin, LaneRows

_ROUNDING = 0.01
_STYLE_OF = {kind: kind.value for kind in EventKind}  # asking a kind takes four times as long


@dataclass(frozen=True, slots=True)
class LaneBox:
    """Where a lane stands: its band, the middle of its first row and of its row of chips."""

    top: float
    height: float
    first_row: float
    chip_row: float
    style: str
    is_folded: bool = False


def lane_boxes(
    lanes: Sequence[Lane], rows: Sequence[LaneRows], top: float, metrics: Metrics
) -> tuple[LaneBox, ...]:
    """The boxes of the lanes below each other, from `top` down, as high as their rows are."""
    m, boxes = metrics, list[LaneBox]()
    for number, (lane, found) in enumerate(zip(lanes, rows, strict=True)):
        style = "lane" if number % 2 else "lane_band"
        if lane.is_folded:
            middle = top + m.fold_height / 2
            boxes.append(LaneBox(top, m.fold_height, middle, middle, style, is_folded=True))
            top += m.fold_height
            continue
        lines = len(found.rows) + found.has_counts
        height = max(lines * m.row_height + 2 * m.lane_pad, m.lane_least)
        first = top + (height - (lines - 1) * m.row_height) / 2
        chips = first + len(found.rows) * m.row_height
        boxes.append(LaneBox(top, height, first, chips, style))
        top += height
    return tuple(boxes)


@dataclass(slots=True)
class Drawing:
    """Collects the shapes of the plot in the order in which they must be painted.

    `left` and `right` are the edges of the plot; `shift` is added to lengths from day 0.
    """

    metrics: Metrics
    widths: Widths
    numbers: Mapping[str, int]
    left: float
    right: float
    shift: float
    selected: frozenset[str]
    links: list[Line] = field(default_factory=list)
    behind: list[Shape] = field(default_factory=list)
    bodies: list[Shape] = field(default_factory=list)
    front: list[Shape] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    echo_hits: list[Hit] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)

    def plot(self) -> tuple[Shape, ...]:
        return (*self.links, *self.behind, *self.bodies, *self.front)

    def link(self, x: float, ys: Iterable[float], mark: EventMark) -> None:
        """Join the places of one event; kept in order of x, so that labels find them."""
        heights = sorted(ys)
        x += self.shift
        if len(heights) > 1 and self.left <= x <= self.right:
            line = Line(x, heights[0], x, heights[-1], "link", not mark.happened, mark.dim)
            self.links.insert(bisect_right(self.links, x, key=_x_of), line)

    def place(self, one: Place, lane: LaneBox) -> None:
        """A mark in its row: what lies behind it, its bar or band, its glyph and its caption."""
        mark, room = one.mark, one.room
        y = lane.first_row + one.row * self.metrics.row_height
        slide = self._slide(one) if room.is_inside and one.span.is_period else 0.0
        is_selected = mark.event_id in self.selected
        if is_selected:
            self._selection(room.left + self.shift, one.right + self.shift, y)
        if room.has_body:
            self._body(one, y)
        if one.look is None:
            one.look = self._look(one, lane)
        self.front.append(Glyph(room.glyph_x + self.shift + slide, y, *one.look))
        if not (one.is_echo or mark.is_silent):
            paper = "selected" if is_selected else lane.style
            in_bar = room.is_inside and one.span.is_period and mark.happened
            self._caption(one, slide, y, "" if in_bar else paper)
        self._hit(one, y)

    def _slide(self, one: Place) -> float:
        """How far glyph and label of a bar move to stay in view while its start is not."""
        gap, glyph = self.metrics.gap, self.metrics.glyph
        wanted = self.left + gap - (one.room.glyph_x - glyph / 2 + self.shift)
        if wanted <= 0:
            return 0.0
        end = one.room.body_right - min(one.room.soft_right, self.metrics.soft_least)
        room = end - gap - (one.room.label_x + one.room.caption.full)
        return max(min(wanted, room), 0.0)

    def _selection(self, left: float, right: float, y: float) -> None:
        pad, high = self.metrics.gap * 0.75, self.metrics.row_height * 1.08
        first = max(left - pad, self.left - 4 * pad)
        last = min(right - pad * 0.5, self.right + 4 * pad)
        self.behind.append(
            Rect(first, y - high / 2, last - first, high, "selection", self.metrics.radius * 1.5)
        )

    def _body(self, one: Place, y: float) -> None:
        """The bar of a period or the band of an uncertain moment, cut off outside the plot."""
        m, span, room, mark = self.metrics, one.span, one.room, one.mark
        margin = 2 * m.row_height
        left, right = room.body_left + self.shift, room.body_right + self.shift
        goes_on = right == inf
        if goes_on:
            right = max(self.right - m.gap / 2, left + m.glyph + m.gap)
        first = max(left, self.left - margin)
        last = right if goes_on else min(right, self.right + margin)
        high = self._body_height(one)
        self.bodies.append(
            Rect(
                first,
                y - high / 2,
                last - first,
                high,
                _STYLE_OF[mark.kind],
                m.radius if span.is_period else min(high / 2, m.radius * 1.5),
                max(room.soft_left - (first - left), 0.0),
                max(room.soft_right - (right - last), 0.0),
                dashed=span.assumed,
                hollow=not mark.happened,
                arrow=goes_on,
                dim=mark.dim,
            )
        )

    def _body_height(self, one: Place) -> float:
        if one.is_echo:
            return self.metrics.band_height / 2
        return self.metrics.bar_height if one.span.is_period else self.metrics.band_height

    def _look(self, one: Place, lane: LaneBox) -> Look:
        m, mark = self.metrics, one.mark
        kind, dim = mark.kind, mark.dim
        hollow = mark.occurrence is Occurrence.NIET_GEDAAN
        absent = mark.occurrence is Occurrence.BESTOND_NIET
        if one.is_echo and m.linked_dots and not lane.is_folded:
            return m.echo, "dot", "", "link", hollow, absent, dim
        size = m.fold_glyph if lane.is_folded else m.echo if one.is_echo else m.glyph
        letter = "" if one.is_echo or mark.is_silent else kind.letter
        return size, kind.shape, letter, _STYLE_OF[kind], hollow, absent, dim

    def _caption(self, one: Place, slide: float, y: float, paper: str) -> None:
        """Number, label and signs, as many as have room; `paper` keeps links out from under.

        Where the number always stands the signs follow it: a label may end at the edge of a page.
        """
        number = self.numbers[one.mark.event_id]
        if number != one.said_number:
            one.said, one.said_number = self._said(one, number), number
        if not (one.said or one.mark.signs):
            return
        m = self.metrics
        start = x = one.room.label_x + self.shift + slide
        waiting = one.mark.signs
        for said in one.said:
            if waiting and one.room.caption.always_number and said.style != "number":
                x, waiting = self._signs(one, x, y), ()
            baseline = y + said.size * BASELINE
            self.front.append(
                Text(
                    x,
                    baseline,
                    said.text,
                    said.size,
                    said.bold,
                    said.style,
                    Anchor.START,
                    said.width,
                    one.mark.dim,
                )
            )
            x += said.width + m.gap
        if waiting:
            x = self._signs(one, x, y)
        if paper and x > start:
            self._keep_free(start - m.gap / 2, x - m.gap / 2, y, paper, in_band=one.room.is_inside)

    def _said(self, one: Place, place: int) -> tuple[Said, ...]:
        """What of number and label fits; a number stands in for a label that does not fit."""
        m, caption = self.metrics, one.room.caption
        white = STACK_WHITE * m.gap
        end = one.room.label_x + caption.full if one.room.is_inside else one.right - white
        room = end - caption.signs + _ROUNDING - one.room.label_x
        found: list[Said] = []
        size, number = m.number_size, str(place)
        if caption.always_number:
            found.append(Said(number, size, True, "number", self.widths.of(number, size, True)))
            room -= caption.number
        if caption.label and room >= min(caption.label, m.label_least):
            found.append(self._label(one, min(room, m.label_max)))
        elif not caption.always_number:
            wide = self.widths.of(number, size, True)
            if room >= wide:
                found.append(Said(number, size, True, "number", wide))
        return tuple(found)

    def _label(self, one: Place, room: float) -> Said:
        mark, size = one.mark, self.metrics.label_size
        text = self.widths.shortened(mark.label, size, mark.is_pivotal, room)
        in_bar = one.room.is_inside and one.span.is_period and mark.happened
        style = "bar_label" if in_bar else "label" if mark.happened else "label_absent"
        wide = self.widths.of(text, size, mark.is_pivotal)
        return Said(text, size, mark.is_pivotal, style, wide)

    def _signs(self, one: Place, x: float, y: float) -> float:
        """The signs from x on; where they end, with the white after them."""
        m, mark = self.metrics, one.mark
        for number, sign in enumerate(mark.signs):
            self.front.append(Sign(x + m.sign_step * (number + 0.5), y, m.sign, sign, mark.dim))
        return x + one.room.caption.signs

    def _keep_free(self, left: float, right: float, y: float, paper: str, in_band: bool) -> None:
        """Put the lane's own colour under a text where a link or its own band runs."""
        first = bisect_left(self.links, left, key=_x_of)
        last = bisect_right(self.links, right, key=_x_of)
        crossed = any(line.y1 < y < line.y2 for line in self.links[first:last])
        if crossed or in_band:
            high = self.metrics.label_size * 1.35
            self.bodies.append(Rect(left, y - high / 2, right - left, high, paper))

    def _hit(self, one: Place, y: float) -> None:
        high = self.metrics.row_height
        left, right = one.room.left + self.shift, one.right + self.shift
        slack = (high * 0.95 - (right - left)) / 2
        if slack > 0:
            left, right = left - slack, right + slack
        left, right = max(left, self.left), min(right, self.right)
        if right > left:
            hit = Hit(one.mark.event_id, left, y - high / 2, right - left, high)
            (self.echo_hits if one.is_echo else self.hits).append(hit)

    def chip(self, found: Bin, scale: float, lane: LaneBox, *, all_counted: bool) -> None:
        """The count of the marks without room in one stretch of time, as near to their days as
        it can be without leaving the stretch; in a folded lane glyphs stand beside it."""
        m, y, event_ids = self.metrics, lane.chip_row, found.event_ids
        count = number_text(len(event_ids))
        text = count if all_counted else f"+{count}"
        wide = max(self.widths.of(text, m.note_size, True) + 2 * m.gap, m.chip_least * 0.6)
        high = m.row_height * 0.8
        most = (found.last - found.first) * scale / 2
        half = min(m.chip_least / 2 if lane.is_folded else wide / 2 + m.gap / 4, most)
        x = max(found.middle * scale, found.first * scale + half)
        x = min(x, found.last * scale - half) + self.shift
        if x + wide / 2 <= self.left or x - wide / 2 >= self.right:
            return
        box = (x - wide / 2, y - high / 2, wide, high)
        is_selected = bool(self.selected) and not self.selected.isdisjoint(event_ids)
        self.bodies.append(Rect(*box, "selection" if is_selected else "chip", high / 2))
        baseline = y + m.note_size * BASELINE
        self.front.append(Text(x, baseline, text, m.note_size, True, "chip", Anchor.MIDDLE, wide))
        self.chips.append(Chip(*box, found.first, found.last, event_ids))


def _x_of(line: Line) -> float:
    return line.x1
