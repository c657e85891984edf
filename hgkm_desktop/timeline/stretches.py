"""Named stretches of time in rows: the phases, who had the regie, the silences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import inf

from hgkm_desktop.timeline.captions import BASELINE
from hgkm_desktop.timeline.choices import Band
from hgkm_desktop.timeline.display import Anchor, BandHit, Line, Rect, Shape, Text
from hgkm_desktop.timeline.frame import Frame
from hgkm_desktop.timeline.marks import Span

NOT_KNOWN = "niet ingevuld"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one day to another (ordinals, `last` excluded and infinite when it goes on).

    `text` stands in it where there is room, else the first of `shorter` that fits. `soft_first`
    and `soft_last` are its uncertain days; `dashed`, `hollow` and `style` are those of its Rect.
    `record_id` is the record it shows, empty when it follows from the events.
    """

    first: float
    last: float
    text: str
    style: str
    shorter: tuple[str, ...] = ()
    soft_first: float = 0.0
    soft_last: float = 0.0
    dashed: bool = False
    hollow: bool = False
    record_id: str = ""


def stretch_of(span: Span, text: str, style: str) -> Stretch:
    """A stretch with the days of a span; a moment is as long as the days it can have been."""
    return Stretch(
        span.first,
        span.last,
        text,
        style,
        soft_first=span.soft_first,
        soft_last=span.soft_last,
        dashed=span.assumed,
    )


@dataclass(frozen=True, slots=True)
class Row:
    """Stretches one after another; none of them overlap."""

    stretches: tuple[Stretch, ...]
    _firsts: list[float] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_firsts", [s.first for s in self.stretches])

    def visible(self, first: float, last: float) -> Iterator[tuple[Stretch, float]]:
        """The stretches that touch these days, each with the day on which the next begins."""
        start = max(bisect_right(self._firsts, first) - 1, 0)
        end = bisect_left(self._firsts, last)
        for number in range(start, end):
            one = self.stretches[number]
            if one.last > first:
                is_last = number + 1 == len(self._firsts)
                yield one, inf if is_last else self._firsts[number + 1]


def in_rows(stretches: Iterable[Stretch]) -> tuple[Row, ...]:
    """The stretches in as few rows as they need.

    Two of which only uncertain days overlap stand in one row: they meet halfway those days.
    """
    rows: list[list[Stretch]] = []
    for one in sorted(stretches, key=lambda s: (s.first, s.last)):
        for row in rows:
            met = _meeting(row[-1], one)
            if met is not None:
                row[-1], one = met
                row.append(one)
                break
        else:
            rows.append([one])
    return tuple(Row(tuple(row)) for row in rows)


def _meeting(before: Stretch, after: Stretch) -> tuple[Stretch, Stretch] | None:
    """Both as they can stand in one row; None when they cannot."""
    overlap = before.last - after.first
    if overlap <= 0:
        return before, after
    if overlap > min(before.soft_last, after.soft_first):
        return None
    return (
        replace(before, last=before.last - overlap / 2, soft_last=before.soft_last - overlap / 2),
        replace(after, first=after.first + overlap / 2, soft_first=after.soft_first - overlap / 2),
    )


@dataclass(slots=True)
class RowDrawing:
    """Draws rows of stretches in a window, and keeps what can be pointed at.

    `taken` are the parts of a row that words beside its bars take.
    """

    frame: Frame
    shapes: list[Shape] = field(default_factory=list)
    hits: list[BandHit] = field(default_factory=list)
    taken: list[tuple[float, float]] = field(default_factory=list)

    def bars(self, row: Row, y: float, band: Band) -> None:
        """The row as bars around `y`, each with its words in the part that is in view."""
        m, drawn_to = self.frame.metrics, -inf
        high = m.band_bar
        for one, following in self._in_view(row):
            x, end = self._ends(one)
            if end <= drawn_to + 0.5:
                continue  # another one stands on this very pixel
            drawn_to = end = max(end, x + 2.0)
            rect = self._bar(one, x, end, y - high / 2, high)
            self.shapes.append(rect)
            inside = x + m.gap * 0.8, end - m.gap * 0.8 - (high / 2 if rect.arrow else 0.0)
            self._words(one, inside, self._until(following), y)
            if one.record_id:
                self.hits.append(BandHit(one.record_id, band, x, y - high / 2, end - x, high))

    def labels(self, row: Row, y: float) -> None:
        """The row as words with a thin line under the days they are about."""
        m, drawn_to = self.frame.metrics, -inf
        low = y + m.band_bar * 0.45
        for one, following in self._in_view(row):
            x, end = self._ends(one)
            if end <= drawn_to + 0.5:
                continue
            drawn_to = end = max(end, x + 2.0)
            self.shapes.append(Line(x, low, end, low, "phase"))
            if x == self.frame.x(one.first):
                self.shapes.append(Line(x, y - m.note_size * 0.5, x, low, "phase"))
            left = x + m.gap * 0.5
            self._cut_words(one, left, self._until(following) - m.gap * 0.5, y)

    def measures(self, row: Row, y: float) -> None:
        """The row as lengths of time: a line from end to end with the words in the middle."""
        frame, tall = self.frame, self.frame.metrics.band_bar * 0.3
        for one, following in self._in_view(row):
            x, end = self._ends(one)
            for edge, day in ((x, one.first), (end, one.last)):
                if frame.x(day) == edge:
                    self.shapes.append(Line(edge, y - tall, edge, y + tall, "gap"))
            if not self._line_with_words(one.text, x, end, y, dashed=False):
                self._beside(one.text, end, self._until(following), y)

    def blanks(self, row: Row, y: float) -> None:
        """The row as days of which nothing is said: a dotted line, beside the words of bars."""
        for one, _ in self._in_view(row):
            x, end = self._ends(one)
            x = max([x, *(to for start, to in self.taken if start < end and to > x)])
            if x < end:
                self._line_with_words(one.text, x, end, y, dashed=True)

    # --- words ------------------------------------------------------------------------

    def _words(self, one: Stretch, inside: tuple[float, float], until: float, y: float) -> None:
        """The words of a bar: whole inside it, whole after it, cut inside it, or a short form."""
        left, right = inside
        if self.frame.widths.of(one.text, self.frame.metrics.note_size) <= right - left:
            self._say(one.text, left, y)
        elif not self._beside(one.text, right, until, y):
            self._cut_words(one, left, right, y)

    def _beside(self, text: str, x: float, until: float, y: float) -> bool:
        """Say it after `x` when it ends before `until`; whether it did."""
        m = self.frame.metrics
        left = x + m.gap * 1.4
        end = left + self.frame.widths.of(text, m.note_size) + m.gap
        if end > until:
            return False
        self._say(text, left, y)
        self.taken.append((x, end))
        return True

    def _cut_words(self, one: Stretch, left: float, right: float, y: float) -> None:
        """The words, shorter ones, or what fits of them: cut to whole units of room, so that
        panning cuts them few times."""
        m, widths = self.frame.metrics, self.frame.widths
        room = float(int(right - left))
        fitting = (t for t in (one.text, *one.shorter) if widths.of(t, m.note_size) <= room)
        text = next(fitting, "")
        if not (text or one.shorter) and room >= m.text_least:
            text = widths.shortened(one.text, m.note_size, False, room)
        if text:
            self._say(text, left, y)

    def _say(self, text: str, left: float, y: float) -> None:
        size = self.frame.metrics.note_size
        wide = self.frame.widths.of(text, size)
        base = y + size * BASELINE
        self.shapes.append(Text(left, base, text, size, False, "band", max_width=wide))

    def _line_with_words(self, text: str, x: float, end: float, y: float, *, dashed: bool) -> bool:
        """A line with words in its middle; without them, and False, where they do not fit."""
        m = self.frame.metrics
        wide = self.frame.widths.of(text, m.note_size)
        free = (end - x - wide) / 2 - m.gap
        if free < m.gap:
            self.shapes.append(Line(x, y, end, y, "gap", dashed))
            return False
        self.shapes.append(Line(x, y, x + free, y, "gap", dashed))
        self.shapes.append(Line(end - free, y, end, y, "gap", dashed))
        base, middle = y + m.note_size * BASELINE, (x + end) / 2
        self.shapes.append(
            Text(middle, base, text, m.note_size, False, "muted", Anchor.MIDDLE, wide)
        )
        return True

    # --- what is in view --------------------------------------------------------------

    def _in_view(self, row: Row) -> Iterator[tuple[Stretch, float]]:
        frame = self.frame
        return row.visible(frame.first, frame.first + (frame.right - frame.left) / frame.scale)

    def _ends(self, one: Stretch) -> tuple[float, float]:
        """The part of a stretch that is in view."""
        frame = self.frame
        return max(frame.x(one.first), frame.left), min(frame.x(one.last), frame.right)

    def _until(self, following: float) -> float:
        """Where the next stretch begins, or the plot ends."""
        return min(self.frame.x(following), self.frame.right)

    def _bar(self, one: Stretch, x: float, end: float, top: float, high: float) -> Rect:
        frame, scale = self.frame, self.frame.scale
        goes_on = one.last == inf
        cut_left = x - frame.x(one.first)
        cut_right = 0.0 if goes_on else max(frame.x(one.last) - end, 0.0)
        return Rect(
            x,
            top,
            end - x,
            high,
            one.style,
            radius=frame.metrics.radius * 0.75,
            soft_left=max(one.soft_first * scale - cut_left, 0.0),
            soft_right=max(one.soft_last * scale - cut_right, 0.0),
            dashed=one.dashed,
            hollow=one.hollow,
            arrow=goes_on,
        )


def gaps_between(stretches: Sequence[Stretch], first: float, last: float) -> list[Stretch]:
    """The days from `first` to `last` that no stretch holds, of which nothing is known."""
    found: list[Stretch] = []
    reached = first
    for one in sorted(stretches, key=lambda s: s.first):
        if one.first > reached:
            found.append(Stretch(reached, one.first, NOT_KNOWN, "gap"))
        reached = max(reached, one.last)
    if reached < last:
        found.append(Stretch(reached, last, NOT_KNOWN, "gap"))
    return found
