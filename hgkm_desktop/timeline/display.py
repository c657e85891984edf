"""The display list: everything there is to paint on a line, as plain shapes without colours.

All lengths and places are floats in the unit of the metrics that made them (pixels on screen,
points on paper); x grows to the right and y grows **down**, from the top left corner of the whole
drawing. The y of a text is its baseline, x and y of a glyph and a sign are its centre.

Styles are names; each renderer gives them its own colours:

- a kind (`EventKind` value such as 'melding'): Rect = tinted bar with an outline in the kind's
  colour; Glyph = filled with it, the letter in the paper's colour (hollow or absent: outline and
  letter in the kind's colour);
- Rect only: 'lane', 'lane_band' (bands behind every other lane), 'strip' (behind what has no
  date), 'selection' (filled, outlined in the accent), 'selected' (the same fill without an
  outline, to keep a text free of what lies under it), 'chip'; bars in bands: 'phase_direct',
  'phase_risk', 'phase_recovery' (safety phases), 'regie', 'regie_none', 'regie_unclear';
- Line only: 'grid', 'grid_year' (stronger), 'lane_edge' (between two lanes), 'axis_edge', 'link'
  (joins the places of one event), 't0', 'law' (on this day the law changed), 'phase' (under the
  name of a phase of the chain), 'gap' (a silence, or days of which nothing is known), 'score'
  (joins scores of one rater, dotted), 'score_days' (the days a score can be of);
- Text only: 'label', 'label_absent' (of what did not happen), 'bar_label', 'number', 'muted',
  'lane_name', 'strip_name', 'axis', 'axis_year', 'chip', 'band' (in a bar of a band),
  'band_name', 'score', 't0', 'law' (what changed), 'relative' (time from T0);
- Glyph 'score' (filled), 'score_open' (outlined), 'score_ring' (around a score that was settled
  together), without letter;
- Glyph 'link' with shape 'dot': the place of an event in a further lane, on paper.

`dim` shapes belong to what was chosen to stand back: a lighter tone, still readable.

What a line has hundreds of is a named tuple, because those are made four times as fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from hgkm_desktop.timeline.choices import Band


class Anchor(StrEnum):
    """Which end of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Rect(NamedTuple):
    """A rectangle; flat without outline, unless the style says otherwise.

    `soft_left` and `soft_right` are the lengths of its uncertain ends (0 for an exact end): there
    the outline is dashed and the fill lighter. `dashed`: the whole outline is dashed, the place is
    assumed. `hollow`: no fill, it did not happen. `arrow`: it goes on; the right end is a point.
    """

    x: float
    y: float
    w: float
    h: float
    style: str
    radius: float = 0.0
    soft_left: float = 0.0
    soft_right: float = 0.0
    dashed: bool = False
    hollow: bool = False
    arrow: bool = False
    dim: bool = False


class Glyph(NamedTuple):
    """The shape of an event around its centre, with the letter of its kind (may be empty).

    Shapes: those of `EventKind.shape` and 'dot'. `hollow`: dashed outline without fill, it was
    not done. `absent`: dotted outline with a stroke through it, it did not exist there yet.
    """

    x: float
    y: float
    size: float
    shape: str
    letter: str
    style: str
    hollow: bool = False
    absent: bool = False
    dim: bool = False


class Text(NamedTuple):
    """One line of text, already shortened: it is no wider than `max_width` (0: not limited)."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    style: str
    anchor: Anchor = Anchor.START
    max_width: float = 0.0
    dim: bool = False


class Line(NamedTuple):
    """A thin straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    style: str
    dashed: bool = False
    dim: bool = False


class Sign(NamedTuple):
    """A small sign after a label, around its centre.

    `mark` is '+', '−' or '!' (a beleving), 'divergence' (lived differently: two triangles apart),
    'risk' (a risicomoment of another kind: a small filled triangle), or one of `SIGN_PARTS`.
    """

    x: float
    y: float
    size: float
    mark: str
    dim: bool = False


Shape = Rect | Glyph | Text | Line | Sign


class Hit(NamedTuple):
    """The place of an event; one event has a hit for each lane it stands in, its own place first.

    An event that is counted in a chip has none; the chip names it.
    """

    event_id: str
    x: float
    y: float
    w: float
    h: float


class Chip(NamedTuple):
    """The place of a '+N' that stands for events without room; showing `first` to `last` (days as
    ordinals) makes room for them."""

    x: float
    y: float
    w: float
    h: float
    first: float
    last: float
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaneHit:
    """The height that a lane takes, from `y` down; its name stands left of `lane_width`."""

    key: str
    y: float
    h: float


@dataclass(frozen=True, slots=True)
class BandHit:
    """The place of a record that is drawn in a band; `kind` is the `Band` it stands in."""

    record_id: str
    kind: Band
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A line to paint, in this order: background, plot, lanes, axis.

    `plot` is clipped to x from `lane_width` to `width`, and so are `axis` texts. The axis takes
    `header_height` at the top; where the metrics put it below the lanes `header_height` is 0 and
    it takes `axis_height` there.
    On screen everything but `axis` may scroll up and down under it.
    """

    width: float
    height: float
    header_height: float
    lane_width: float
    background: tuple[Shape, ...] = ()
    plot: tuple[Shape, ...] = ()
    lanes: tuple[Shape, ...] = ()
    axis: tuple[Shape, ...] = ()
    hits: tuple[Hit, ...] = ()
    chips: tuple[Chip, ...] = ()
    lane_hits: tuple[LaneHit, ...] = ()
    band_hits: tuple[BandHit, ...] = ()
    axis_height: float = 0.0
