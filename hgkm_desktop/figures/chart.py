"""What a chart shows, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ChartKind(Enum):
    """How the values stand: bars beside each other for each label, or points in time."""

    BARS = "bars"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values, as many as the chart has labels; None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Values by label. `unit` is what they count; `most` the end of their scale, when it has one.

    Of points, `places` are the moments on the horizontal axis as day ordinals, one for each label.
    """

    kind: ChartKind
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    most: float | None = None
    places: tuple[float, ...] = ()
