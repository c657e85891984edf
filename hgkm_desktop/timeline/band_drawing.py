"""Where the bands of a line stand, and their shapes in a window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hgkm_desktop.models.laws import LawChange
from hgkm_desktop.timeline.bands import Bands, RegieRow
from hgkm_desktop.timeline.captions import BASELINE
from hgkm_desktop.timeline.choices import Band
from hgkm_desktop.timeline.display import BandHit, Line, Shape, Text
from hgkm_desktop.timeline.drawing import LaneBox
from hgkm_desktop.timeline.frame import Frame
from hgkm_desktop.timeline.metrics import Metrics
from hgkm_desktop.timeline.relative import NAME as FROM_T0
from hgkm_desktop.timeline.relative import Origin, relative_ticks
from hgkm_desktop.timeline.score_drawing import score_names, score_shapes
from hgkm_desktop.timeline.scores import NAME as SCORE
from hgkm_desktop.timeline.scores import Spot
from hgkm_desktop.timeline.stretches import RowDrawing

CHAIN, SAFETY, SILENCES, LAWS = "Keten", "Veiligheid", "Stiltes", "Wetten"
_TICK_LEAST = 2.1  # of the room of a month: 'T+12 mnd' is wider than its name


@dataclass(frozen=True, slots=True)
class BandBoxes:
    """The bands between the axis and the lanes, and the one below the lanes."""

    regie: LaneBox | None = None
    silences: LaneBox | None = None
    laws: LaneBox | None = None
    scores: LaneBox | None = None

    @property
    def above(self) -> tuple[LaneBox, ...]:
        boxes = (self.laws, self.regie, self.silences)
        return tuple(box for box in boxes if box is not None)

    @property
    def below(self) -> tuple[LaneBox, ...]:
        return () if self.scores is None else (self.scores,)


@dataclass(frozen=True, slots=True)
class Heights:
    """The heights of a line that depend on neither zoom nor window.

    `strip` holds the phases, `relative` the row that counts from T0, `above` the bands between
    the phases and the lanes. `header`, the axis, stands still above them all; `axis_below` is the
    height of the axis where it stands under them. One of the two is 0.
    """

    strip: float
    relative: float
    above: float
    header: float
    axis_below: float

    @property
    def top(self) -> float:
        """Where the bands and lanes begin, under the phases."""
        return self.header + self.strip

    @property
    def bands(self) -> float:
        """All that stands between the axis and the lanes."""
        return self.strip + self.above

    def first_seen(self, height: float) -> float:
        """How far a line is scrolled down when it is first seen in a window of this height.

        Where the bands would leave the lanes less than half of the room, the lanes come first and
        the bands by scrolling up: without events a line says nothing.
        """
        return self.bands if self.bands * 2 > height - self.header else 0.0


def heights_of(bands: Bands, metrics: Metrics) -> Heights:
    m, rows = metrics, len(bands.chain) + len(bands.safety)
    strip = rows * m.band_row + m.gap * 0.7 if rows else 0.0
    high = m.axis_size * (1.5 if m.axis_below else 1.75)  # a window has an edge above it
    relative = high if bands.origin is not None else 0.0
    counts = (int(bool(bands.laws)), len(bands.regie), len(bands.silences))
    above = sum(count * m.band_row + m.lane_pad for count in counts if count)
    if m.axis_below:
        return Heights(strip, relative, above, 0.0, m.header_height + relative)
    return Heights(strip, relative, above, relative + m.header_height, 0.0)


def boxes_of(bands: Bands, metrics: Metrics, top: float, below: float, style: str) -> BandBoxes:
    """The boxes above the lanes from `top` down, and the one under them at `below`, which has
    this style. What stands above always has the style of an odd lane."""
    laws = _box(top, int(bool(bands.laws)), metrics)
    top += laws.height if laws else 0.0
    regie = _box(top, len(bands.regie), metrics)
    silences = _box(top + (regie.height if regie else 0.0), len(bands.silences), metrics)
    scores = None
    if bands.scores is not None:
        scores = LaneBox(below, bands.scores.height, below, below, style)
    return BandBoxes(regie, silences, laws, scores)


def _box(top: float, rows: int, metrics: Metrics) -> LaneBox | None:
    if not rows:
        return None
    height = rows * metrics.band_row + metrics.lane_pad
    first = top + (metrics.lane_pad + metrics.band_row) / 2
    return LaneBox(top, height, first, first, "lane")


def names_in(bands: Bands) -> tuple[str, ...]:
    """The names that the column of names must have room for."""
    found = [row.name for row in bands.regie]
    return (*found, f"{SCORE} 10") if bands.scores is not None else tuple(found)


@dataclass(slots=True)
class BandDrawing:
    """Draws the bands in a window: what stands with the axis, in the plot and beside it."""

    frame: Frame
    axis: list[Shape] = field(default_factory=list)
    plot: list[Shape] = field(default_factory=list)
    beside: list[Shape] = field(default_factory=list)
    hits: list[BandHit] = field(default_factory=list)

    def phases(self, bands: Bands, top: float) -> None:
        """The phases from `top` down, above all other bands."""
        drawing, m = RowDrawing(self.frame), self.frame.metrics
        y = top + m.gap * 0.35 + m.band_row / 2
        for rows, name in ((bands.chain, CHAIN), (bands.safety, SAFETY)):
            for number, row in enumerate(rows):
                if name == CHAIN:
                    drawing.labels(row, y)
                else:
                    drawing.bars(row, y, Band.FASEN)
                if not number:
                    self.beside.append(self._name(name, y))
                y += m.band_row
        self._add(drawing)

    def regie(self, rows: Sequence[RegieRow], box: LaneBox) -> None:
        drawing = RowDrawing(self.frame)
        for number, row in enumerate(rows):
            y = box.first_row + number * self.frame.metrics.band_row
            drawing.taken.clear()
            drawing.bars(row.row, y, Band.REGIE)
            drawing.blanks(row.unknown, y)
            if row.name:
                self.beside.append(self._name(row.name, y, is_lane=True))
        self._add(drawing)

    def silences(self, bands: Bands, box: LaneBox) -> None:
        drawing = RowDrawing(self.frame)
        for row in bands.silences:
            drawing.measures(row, box.first_row)
        self.beside.append(self._name(SILENCES, box.first_row, is_lane=True))
        self._add(drawing)

    def laws(self, changes: Sequence[LawChange], box: LaneBox) -> None:
        """What changed, each from its day up to the next; the lines are drawn behind the lanes."""
        m, frame = self.frame.metrics, self.frame
        self.beside.append(self._name(LAWS, box.first_row, is_lane=True))
        ends = [frame.x(change.day.toordinal()) for change in changes[1:]]
        for change, end in zip(changes, [*ends, frame.right], strict=True):
            x = frame.x(change.day.toordinal()) + m.gap * 0.7
            room = min(end, frame.right) - x - m.gap
            if x < frame.left or room < m.text_least:
                continue
            text = frame.widths.shortened(change.label, m.note_size, False, room)
            y = box.first_row + m.note_size * BASELINE
            self.plot.append(Text(x, y, text, m.note_size, False, "law", max_width=room))

    def scores(self, bands: Bands, spots: Sequence[Spot], box: LaneBox) -> None:
        if bands.scores is not None:
            shapes, hits = score_shapes(bands.scores, spots, self.frame, box)
            self.plot += shapes
            self.hits += hits
            self.beside += score_names(bands.scores, self.frame, box.top)

    def origin(self, origin: Origin, top: float, height: float) -> None:
        """The row that counts from T0."""
        m = self.frame.metrics
        middle = top + height * (0.5 if m.axis_below else 0.6)  # free of the edge of the window
        self.axis.append(self._name(FROM_T0, middle))
        self.axis += self._from_origin(origin, middle + m.axis_size * BASELINE)

    def _from_origin(self, origin: Origin, base: float) -> Iterator[Shape]:
        frame, m = self.frame, self.frame.metrics
        last = frame.first + (frame.right - frame.left) / frame.scale
        least, pad = m.month_least * _TICK_LEAST, m.gap * 0.7
        for tick in relative_ticks(origin, frame.first, last, frame.scale, least):
            x, is_origin = frame.x(tick.first), tick.text == "T0"
            room = min(frame.x(tick.last), frame.right) - x - 2 * pad
            if x < frame.left or frame.widths.of(tick.text, m.axis_size, is_origin) > room:
                continue
            style = "t0" if is_origin else "relative"
            high = m.axis_size * 0.75
            yield Line(x, base - high, x, base + high * 0.3, "t0" if is_origin else "grid_year")
            yield Text(x + pad, base, tick.text, m.axis_size, is_origin, style, max_width=room)

    def _name(self, name: str, y: float, *, is_lane: bool = False) -> Text:
        m, widths = self.frame.metrics, self.frame.widths
        size = m.name_size if is_lane else m.note_size
        room = self.frame.left - m.name_x - m.gap
        text = widths.shortened(name, size, is_lane, room)
        style = "lane_name" if is_lane else "band_name"
        return Text(m.name_x, y + size * BASELINE, text, size, is_lane, style, max_width=room)

    def _add(self, drawing: RowDrawing) -> None:
        self.plot += drawing.shapes
        self.hits += drawing.hits


def draw_bands(
    bands: Bands,
    boxes: BandBoxes,
    spots: Sequence[Spot],
    frame: Frame,
    heights: Heights,
    bottom: float,
) -> BandDrawing:
    """The bands in a window; `bottom` is the end of all that stands in time."""
    drawing = BandDrawing(frame)
    drawing.phases(bands, heights.header)
    if boxes.laws is not None:
        drawing.laws(bands.laws, boxes.laws)
    if boxes.regie is not None:
        drawing.regie(bands.regie, boxes.regie)
    if boxes.silences is not None:
        drawing.silences(bands, boxes.silences)
    if boxes.scores is not None:
        drawing.scores(bands, spots, boxes.scores)
    if bands.origin is not None and bottom > heights.top:
        m = frame.metrics
        row = bottom + m.header_height if m.axis_below else 0.0
        drawing.origin(bands.origin, row, heights.relative)
    return drawing


def upright_lines(bands: Bands, frame: Frame, top: float, bottom: float) -> list[Line]:
    """T0 and the days on which the law changed as lines through all that stands in time; nothing
    of what is not in view."""
    days = [(float(change.day.toordinal()), "law", True) for change in bands.laws]
    if bands.origin is not None:
        days.append((bands.origin.day, "t0", not bands.origin.is_exact))
    return [
        Line(x, top, x, bottom, style, dashed=is_dashed)
        for day, style, is_dashed in days
        if frame.left <= (x := frame.x(day)) <= frame.right
    ]
