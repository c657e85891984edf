"""A folded lane: one low row of small shapes without words, and counts where they are close."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, inf, log2

from hgkm_desktop.timeline.marks import EventMark
from hgkm_desktop.timeline.metrics import Metrics
from hgkm_desktop.timeline.stacking import NO_CAPTION, Bin, LaneRows, Place


def folded_place(mark: EventMark, lane: int, scale: float, metrics: Metrics) -> Place:
    """The small shape of a dated mark in a folded lane; a period is a shape at its start."""
    if mark.span is None:
        raise ValueError("a mark without a date has no place in a lane")
    centre, half = mark.span.centre * scale, metrics.fold_glyph / 2
    return Place(
        mark=mark,
        span=mark.span,
        lane=lane,
        is_echo=True,
        caption=NO_CAPTION,
        left=centre - half,
        body_left=centre - half,
        body_right=centre + half,
        glyph_x=centre,
        label_x=centre + half,
        right=centre + half,
        least=centre + half,
        is_inside=False,
        has_body=False,
    )


def folded_rows(places: list[Place], scale: float, metrics: Metrics) -> LaneRows:
    """Shapes where they stand clear of each other, and counts in stretches of time where not."""
    days = 2.0 ** max(ceil(log2(metrics.chip_least / scale)), 0)
    stretches: dict[float, list[Place]] = {}
    for one in sorted(places, key=lambda p: (p.left, p.mark.number)):
        stretches.setdefault(one.span.centre // days * days, []).append(one)
    row: list[Place] = []
    bins: list[Bin] = []
    for first, found in sorted(stretches.items()):
        if len(found) == 1 or _are_clear(found, row[-1].right if row else -inf):
            row += found
        else:
            bins.append(Bin(first, first + days, tuple(p.mark.event_id for p in found)))
    for one in row:
        one.row = 0
    return LaneRows([row] if row else [], bins, is_dense=True)


def _are_clear(places: Iterable[Place], right: float) -> bool:
    for one in places:
        if one.left < right:
            return False
        right = one.right
    return True
