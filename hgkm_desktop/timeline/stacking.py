"""The row of its lane in which every mark finds room at one zoom, and the counts of the others.

The rows depend on the zoom, never on what part of the line is in view. A case may have ten
thousands of marks of which a screen shows some hundreds: what is done for all of them is kept in
plain lists of lengths, and a `Place` is made when it comes into view.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import ceil, fsum, inf, log2
from operator import add

from hgkm_desktop.timeline.lanes import Lane
from hgkm_desktop.timeline.marks import EventMark, Span
from hgkm_desktop.timeline.metrics import Metrics
from hgkm_desktop.timeline.places import (
    NO_CAPTION,
    Caption,
    Edges,
    Place,
    Room,
    bar_needs,
    day_needs,
    folded_room,
    room_of,
)

ZOOMS_KEPT = 8
_Bar = tuple[int, float, float, tuple[float, float, float, float]]

Standing = list[tuple[EventMark, bool]]
"""The marks of a lane in the order of the line, and of each whether it is an echo."""


class LaneMarks:
    """The dated marks of one lane in the order of the line, at any zoom.

    `is_echo` says of each whether it has its own place in another lane. `outermost` are the days
    that begin first and those that end last.
    """

    def __init__(
        self,
        standing: Standing,
        metrics: Metrics,
        *,
        is_folded: bool,
        caption_of: Callable[[EventMark], Caption],
        before: LaneMarks | None = None,
    ) -> None:
        self.marks = marks = [mark for mark, _ in standing]
        self.is_echo = [echo for _, echo in standing]
        self.is_folded = is_folded
        self.metrics = metrics
        self.spans = [_span_of(mark) for mark in marks]
        self.centres = [span.centre for span in self.spans]
        self.captions: list[Caption] = []
        # Most marks are one known day. Their room is as wide at every zoom: it is found once, and
        # moves along with its day. Of bars of known days is found what they need at any zoom. Only
        # for the others, which are few, is `room_of` asked at each zoom.
        on_day: list[Edges] = []
        for mark, echo in standing:
            known = before.known(mark, echo, is_folded) if before is not None else None
            caption = (NO_CAPTION if echo else caption_of(mark)) if known is None else known[0]
            self.captions.append(caption)
            if known is not None:
                on_day.append(known[1])
            else:
                on_day.append(day_needs(mark, caption, echo, is_folded, metrics))
        self._on_day = on_day
        self._from_centre = list(zip(*on_day, strict=True))
        self._bars, self._others = self._lasting()
        self.ids = [mark.event_id for mark in marks]
        self.number_of = {event_id: number for number, event_id in enumerate(self.ids)}
        self._narrowest = min((least - left for left, _, least in on_day), default=0.0)
        self.in_time = sorted(range(len(marks)), key=self.centres.__getitem__)
        self._sorted_centres = [self.centres[n] for n in self.in_time]
        self.outermost = [min(self.spans, key=_first_of), max(self.spans, key=_last_of)]
        # Rows hold these marks without their rows: a ring would stay in memory until it is found.
        self._rowless = copy(self)
        self._rows: OrderedDict[float, LaneRows] = OrderedDict()

    def _lasting(self) -> tuple[list[_Bar], list[int]]:
        """The marks that are not one known day: the bars of known days, whose room is soon found,
        and the numbers of the others."""
        bars: list[_Bar] = []
        others: list[int] = []
        for number, span in enumerate([] if self.is_folded else self.spans):
            caption, is_echo = self.captions[number], self.is_echo[number]
            is_soft = span.soft_first or span.soft_last
            if span.is_period and not (is_soft or is_echo or caption.always_number):
                bars.append((number, span.first, span.last, bar_needs(caption, self.metrics)))
            elif span.is_period or not span.is_exact:
                others.append(number)
        return bars, others

    def edited(
        self, changed: Collection[str], came: Standing, place: Callable[[EventMark], int]
    ) -> Standing | None:
        """What stands here when `came` has come and the rest of `changed` is gone, by their
        `place` on the line; None when that is what stands here now."""
        if not came and self.number_of.keys().isdisjoint(changed):
            return None
        both = zip(self.marks, self.is_echo, strict=True)
        kept = [one for one in both if one[0].event_id not in changed]
        return sorted(kept + came, key=lambda one: place(one[0]))

    def known(
        self, mark: EventMark, is_echo: bool, is_folded: bool
    ) -> tuple[Caption, Edges] | None:
        """What another lane can take over of a mark."""
        number = self.number_of.get(mark.event_id)
        if number is None or self.marks[number] is not mark:
            return None
        if self.is_echo[number] is not is_echo or self.is_folded is not is_folded:
            return None
        return self.captions[number], self._on_day[number]

    def place(self, number: int, scale: float, row: int, right: float | None) -> Place:
        """A mark in a row that leaves it room up to `right` (None: as much as it wants)."""
        mark, span, room = self.marks[number], self.spans[number], self._room_at(number, scale)
        end = room.right if right is None else right
        return Place(mark, span, self.is_echo[number], room, end, row)

    def _room_at(self, number: int, scale: float) -> Room:
        span, caption = self.spans[number], self.captions[number]
        if self.is_folded:
            return folded_room(span, scale, self.metrics)
        is_echo = self.is_echo[number]
        return room_of(self.marks[number], span, caption, is_echo, scale, self.metrics)

    def edges(self, scale: float) -> tuple[list[float], list[float], list[float]]:
        """The left and right edge of every mark, and the least that its right edge can be."""
        middles = [centre * scale for centre in self.centres]
        lefts, rights, leasts = (list(map(add, middles, edges)) for edges in self._from_centre)
        glyph = self.metrics.glyph
        for n, first, last, (inside, white, after, least_after) in self._bars:
            left, end = first * scale, last * scale
            if end < left + glyph:
                end = left + glyph
            is_inside = end - left >= inside
            lefts[n] = left
            rights[n] = end + (white if is_inside else after)
            leasts[n] = end + (white if is_inside else least_after)
        for n in self._others:
            lefts[n], rights[n], leasts[n] = self._room_at(n, scale)[:3]
        return lefts, rights, leasts

    def rows(self, scale: float) -> LaneRows:
        """The rows at a zoom, the last few of which are remembered; `scale` is the length of a
        day."""
        if scale not in self._rows:
            self._rows[scale] = self._rowless.make_rows(scale)
            if len(self._rows) > ZOOMS_KEPT:
                self._rows.popitem(last=False)
        self._rows.move_to_end(scale)
        return self._rows[scale]

    def make_rows(self, scale: float) -> LaneRows:
        if self._is_crowded(scale):
            return self._counted_rows(scale)
        lefts, rights, leasts = self.edges(scale)
        if self.is_folded:
            row = folded_row(self.centres, lefts, rights, stretch_days(scale, self.metrics))
            return LaneRows(self, scale, [row] if row else [], lefts, rights, is_dense=True)
        most_left_out = len(self.marks) // 2
        rows = stack(self.in_time, lefts, rights, leasts, self._most_rows(), most_left_out)
        if rows is None:
            return self._counted_rows(scale)
        return LaneRows(self, scale, rows, lefts, rights, is_dense=False)

    def _counted_rows(self, scale: float) -> LaneRows:
        """All are counted, and one row has the marks that are alone in their stretch: a count of
        one says nothing."""
        m = self.metrics
        alone = self._alone(stretch_days(scale, m)) if m.lone_row else []
        if not alone:
            return LaneRows(self, scale, [], [], [], is_dense=True)
        rooms = [self._room_at(n, scale) for n in alone]
        ends = [room.right for room in rooms]
        starts, leasts = [room.left for room in rooms], [room.least for room in rooms]
        rows = stack([*range(len(alone))], starts, ends, leasts, 1, len(alone)) or []
        lefts, rights = [0.0] * len(self.marks), [0.0] * len(self.marks)
        for number, room, end in zip(alone, rooms, ends, strict=True):
            lefts[number], rights[number] = room.left, end
        kept = [[alone[place] for place in row] for row in rows]
        return LaneRows(self, scale, kept, lefts, rights, is_dense=True)

    def _most_rows(self) -> int:
        """Fewer rows for a crowd: it is counted nearly everywhere, and other lanes come in view."""
        m = self.metrics
        return m.crowd_rows if len(self.marks) > m.crowd else m.max_rows

    def _alone(self, days: float) -> list[int]:
        """The marks of which no other is in the same stretch of so many days."""
        stretches = [centre // days for centre in self._sorted_centres]
        around = zip((None, *stretches), stretches, (*stretches[1:], None), strict=False)
        in_time = zip(self.in_time, around, strict=True)
        return [n for n, (before, here, after) in in_time if before != here != after]

    def _is_crowded(self, scale: float) -> bool:
        """True when it is plain, without looking for it, that more than half find no room."""
        if self.is_folded:
            return False
        days = max(self.centres) - min(self.centres)
        in_a_row = days * scale / self._narrowest + 2
        return in_a_row * self._most_rows() * 2 < len(self.marks)


def _first_of(span: Span) -> float:
    return span.first


def _last_of(span: Span) -> float:
    return span.first + 1.0 if span.last == inf else span.last


def _span_of(mark: EventMark) -> Span:
    if mark.span is None:
        raise ValueError("a mark without a date has no place in a lane")
    return mark.span


def stretch_days(scale: float, metrics: Metrics) -> float:
    """How many days are counted together: a power of two that leaves room for the count."""
    return 2.0 ** max(ceil(log2(metrics.chip_least / scale)), 0)


def stack(
    in_time: list[int],
    lefts: list[float],
    rights: list[float],
    leasts: list[float],
    max_rows: int,
    most_left_out: int,
) -> list[list[int]] | None:
    """Give every mark, by its number, the lowest row with room; some may find none.

    Up to `max_rows` these are the fewest rows there can be. When all are taken, the label that
    loses the least gives way: its edge in `rights` moves, down to that in `leasts` at most. None
    when more than `most_left_out` find no room. `in_time` are the numbers of the marks in about
    the order of their edges.
    """
    order = sorted(in_time, key=lefts.__getitem__)
    edges = list(map(lefts.__getitem__, order))
    rows: list[list[int]] = []
    ends: list[float] = []  # how far each row is taken,
    least_ends: list[float] = []  # and how far when the label at its end gives way
    at = left_out = 0
    while at < len(order):
        one, left = order[at], edges[at]
        row, giving, soonest = 0, -1, inf
        for end in ends:
            if end <= left:
                break
            if end < soonest and least_ends[row] <= left:
                giving, soonest = row, end
            row += 1
        else:
            if row < max_rows:
                rows.append([])
                ends.append(0.0)
                least_ends.append(0.0)
            elif giving < 0:
                # No label can give way before this; in a dense lane most marks are left out here.
                at, first = bisect_left(edges, min(least_ends), at), at
                left_out += at - first
                if left_out > most_left_out:
                    return None
                continue
            else:
                row = giving
                rights[rows[row][-1]] = left
        ends[row] = rights[one]
        least_ends[row] = leasts[one]
        rows[row].append(one)
        at += 1
    return rows


def folded_row(
    centres: list[float], lefts: list[float], rights: list[float], days: float
) -> list[int]:
    """The marks of a folded lane that stand as shapes: in stretches of so many days where they
    are clear of each other, and wherever they are alone."""
    row: list[int] = []
    in_time = sorted(range(len(centres)), key=centres.__getitem__)
    for _, stretch in groupby(in_time, key=lambda n: centres[n] // days):
        found = list(stretch)
        following = pairwise([*row[-1:], *found])
        if len(found) == 1 or all(rights[a] <= lefts[b] for a, b in following):
            row += found
    return row


@dataclass(frozen=True, slots=True)
class Bin:
    """Marks without room in one stretch of time, in the order of the line; stretches are powers
    of two days long. `middle` is the mean of their days."""

    first: float
    last: float
    middle: float
    event_ids: tuple[str, ...]


class LaneRows:
    """The marks of one lane at one zoom, by their numbers in it: those that stand in its rows,
    and the counts of the others.

    `is_dense`: more than half found no room; then all are counted but those that are alone. A
    folded lane always says it is.
    """

    def __init__(
        self,
        lane: LaneMarks,
        scale: float,
        rows: list[list[int]],
        lefts: list[float],
        rights: list[float],
        *,
        is_dense: bool,
    ) -> None:
        self.lane = lane
        self.rows = rows
        self.is_dense = is_dense
        self._scale = scale
        self._rights = rights
        self._row_lefts = [[lefts[n] for n in row] for row in rows]
        self._row_of = {n: number for number, row in enumerate(rows) for n in row}
        self._counted = [n for n in lane.in_time if n not in self._row_of]
        self._counted_centres = list(map(lane.centres.__getitem__, self._counted))
        self._places: dict[int, Place] = {}
        self._bins: dict[float, Bin] = {}

    @property
    def has_counts(self) -> bool:
        return bool(self._counted)

    def in_view(self, first: float, last: float) -> list[int]:
        """The numbers of the marks that touch these lengths, row by row; in a row none overlap."""
        found: list[int] = []
        for row, lefts in zip(self.rows, self._row_lefts, strict=True):
            at, end = max(bisect_right(lefts, first) - 1, 0), bisect_left(lefts, last)
            if at < end and self._rights[row[at]] <= first:
                at += 1
            found += row[at:end]
        return found

    def place(self, number: int) -> Place:
        """The place of a mark; it is made when it is first asked for."""
        found = self._places.get(number)
        if found is None:
            row = self._row_of.get(number, -1)
            right = self._rights[number] if row >= 0 else None
            found = self._places[number] = self.lane.place(number, self._scale, row, right)
        return found

    def place_of(self, event_id: str) -> Place:
        """The place of an event that stands in this lane."""
        return self.place(self.lane.number_of[event_id])

    def counts(self, first_day: float, last_day: float) -> Iterator[Bin]:
        """The counts that touch these days, and one stretch more at either end."""
        centres, days = self._counted_centres, stretch_days(self._scale, self.lane.metrics)
        at = bisect_left(centres, (first_day // days - 1) * days)
        while at < len(centres):
            first = centres[at] // days * days
            if first > last_day + days:
                return
            end = bisect_left(centres, first + days, at)
            if first not in self._bins:
                self._bins[first] = self._bin(first, first + days, at, end)
            yield self._bins[first]
            at = end

    def _bin(self, first: float, last: float, at: int, end: int) -> Bin:
        numbers = self._counted[at:end]
        middle = fsum(self._counted_centres[at:end]) / len(numbers)
        ids = tuple(map(self.lane.ids.__getitem__, sorted(numbers)))
        return Bin(first, last, middle, ids)


def standing_in(
    lanes: Sequence[Lane], lanes_of: Mapping[str, tuple[int, ...]], marks: Iterable[EventMark]
) -> list[Standing]:
    """What stands in each lane; `lanes_of` has the lanes of each event, its own first."""
    found: list[Standing] = [[] for _ in lanes]
    folded = [lane.is_folded for lane in lanes]
    for mark in marks:
        for place, lane in enumerate(lanes_of.get(mark.event_id, ())):
            found[lane].append((mark, place > 0 or folded[lane]))
    return found
