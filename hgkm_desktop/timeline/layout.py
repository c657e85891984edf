"""The layout of a line: a case, a window in time and a width become a display list."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from hgkm_desktop.models.case import Case
from hgkm_desktop.timeline.display import DisplayList
from hgkm_desktop.timeline.lanes import LaneBy
from hgkm_desktop.timeline.metrics import PAPER, SCREEN, Metrics

__all__ = ["PAPER", "SCREEN", "LaneBy", "Measure", "Metrics", "Window", "lay_out"]

Measure = Callable[[str, float, bool], float]
"""The width of a text of this size, bold or not, in the unit of the metrics."""


@dataclass(frozen=True, slots=True)
class Window:
    """The part of time that is shown, as day ordinals (`date.toordinal`); `last` is excluded."""

    first: float
    last: float


def lay_out(
    case: Case,
    *,
    lane_by: LaneBy,
    window: Window,
    width: float,
    metrics: Metrics,
    measure: Measure,
    selected: str = "",
    event_ids: Collection[str] | None = None,
    numbers_only: bool = False,
) -> DisplayList:
    """The line of a case between two moments, `width` wide with the lane names included.

    `selected` is the id of an event to highlight; `event_ids` limits the line to these events,
    which keep the numbers they have in the whole case. With `numbers_only` (paper) the number
    stands beside every shape, and a label only at a cruciaal punt where it fits.
    """
    return DisplayList(width, metrics.header_height, metrics.header_height, metrics.lane_width)
