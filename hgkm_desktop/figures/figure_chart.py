"""What a picture of the figures of an area shows, as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from hgkm_desktop.models.figures import Period

_NEAR = 0.01  # of a year, far less than a half-year


class FigureShape(Enum):
    """How the values stand: along time, as bars beside each other, or as bars under each other."""

    OVER_TIME = "over time"
    BESIDE = "beside each other"
    UNDER = "under each other"


@dataclass(frozen=True, slots=True)
class Mark:
    """One value: `text` is what stands at it, or why there is none; `counts` are its numbers.

    `value` is None where nothing is drawn. `period` places it in time. `is_about`: it is circa or
    rounded. `is_other`: it is of another than the area itself, such as a reference set.
    """

    label: str
    value: float | None
    text: str
    counts: str = ""
    period: Period | None = None
    is_about: bool = False
    is_other: bool = False

    @property
    def at(self) -> float:
        """The middle of its period, in years."""
        if self.period is None:
            raise ValueError(self.label)
        return self.period.year + {0: 0.5, 1: 0.25, 2: 0.75}[self.period.half]

    @property
    def long(self) -> float:
        """How long its period is, in years."""
        return 0.5 if self.period is not None and self.period.half else 1.0


@dataclass(frozen=True, slots=True)
class Break:
    """Where counting began in another way: the place in years, and what stands beside it."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class FigureChart:
    """Values with what they count. `caveat` is printed in the picture itself; `ringed` is the
    place of the mark that is pointed at. The numbers along the axis end in `sign`."""

    shape: FigureShape
    unit: str
    marks: tuple[Mark, ...]
    breaks: tuple[Break, ...] = ()
    caveat: str = ""
    sign: str = ""
    ringed: int | None = None

    def joined(self) -> Iterator[tuple[Mark, Mark]]:
        """Each two values after each other that a line may join.

        They are of periods as long as each other with nothing in between: no value that is not
        there, and no break in how is counted.
        """
        for one, other in zip(self.marks, self.marks[1:], strict=False):
            if one.value is None or other.value is None or one.long != other.long:
                continue
            if abs(other.at - one.at - one.long) < _NEAR and not self._breaks(one, other):
                yield one, other

    def _breaks(self, one: Mark, other: Mark) -> bool:
        return any(one.at < each.at < other.at for each in self.breaks)
