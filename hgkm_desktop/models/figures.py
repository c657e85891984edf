"""Cijfers in beeld: the figures of one municipality or region over half-years, with their duiding.

Source: cijfers in beeld (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.models.figure_terms import (
    AreaKind,
    Direction,
    FigureKind,
    FigureUnit,
    ValueKind,
)
from hgkm_desktop.models.read_through import NEVER_READ, ReadThrough
from hgkm_desktop.models.terms import CaseState

FEWEST_TIMES, MOST_TIMES = 2, 5


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A half-year, or a whole year where `half` is 0; in the order of time, a year before its
    halves."""

    year: int
    half: int = 0

    @property
    def text(self) -> str:
        """'1e helft 2025', or '2025'."""
        return f"{self.half}e helft {self.year}" if self.half else str(self.year)

    @property
    def first(self) -> date:
        return date(self.year, 7 if self.half == 2 else 1, 1)

    @property
    def last(self) -> date:
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    def overlaps(self, other: Period) -> bool:
        """Whether a day is in both."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """From this day on is counted in another way, and why: no change is computed across it."""

    on: date
    why: str


@dataclass(frozen=True, slots=True)
class FigureIndicator:
    """What is counted, by whom, and how it must not be read.

    Of an aandeel or a verhouding `part_of_id` is what the noemer counts; an aandeel is at most 1, a
    verhouding may be more. `look_back` says over which earlier time is looked. `wanted_because`
    says who wants that direction. `has_classes`: how many 2x, 3x, 4x and 5x or more.
    """

    id: str
    label: str
    definition: str = ""
    suppliers: tuple[str, ...] = ()
    unit: FigureUnit = FigureUnit.MELDING
    kind: FigureKind = FigureKind.AANTAL
    part_of_id: str = ""
    look_back: str = ""
    direction: Direction = Direction.GEEN
    wanted_because: str = ""
    has_classes: bool = False
    has_passed_on: bool = False
    breaks: tuple[SeriesBreak, ...] = ()
    is_not: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ClassCount:
    """How many there were this many times; of 5 that is five times or more."""

    times: int
    count: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One value: of one indicator over one period.

    `count` is the teller and `of` the noemer, None where there is none; of a value that could not
    be had both are None and `reason` says why. `given_share` is a share as the supplier printed it,
    in tenths of a percent, beside what the parts come to. `passed_on`: how many of these went on to
    the Zorg- en Veiligheidshuis.
    """

    id: str
    indicator_id: str
    period: Period
    kind: ValueKind = ValueKind.EXACT
    count: int | None = None
    of: int | None = None
    given_share: int | None = None
    classes: tuple[ClassCount, ...] = ()
    passed_on: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Duiding:
    """What the figures of an indicator up to this period say and do not say.

    Without it they are not printed. `for_steering`: someone chose that it may be steered by.
    """

    id: str
    indicator_id: str
    period: Period
    text: str
    for_steering: bool = False


@dataclass(frozen=True, slots=True)
class Insight:
    """What a case, or a lesson of it, shows where the figure of this indicator falls short."""

    id: str
    indicator_id: str
    case_id: str
    lesson_id: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class FigureSet:
    """The figures of one area; `own` are indicators that are not in the list of experts."""

    id: str
    code: str
    title: str = ""
    state: CaseState = CaseState.IN_BEWERKING
    created_on: date | None = None
    area: str = ""
    area_kind: AreaKind = AreaKind.GEMEENTE
    own: tuple[FigureIndicator, ...] = ()
    figures: tuple[Figure, ...] = ()
    duidingen: tuple[Duiding, ...] = ()
    insights: tuple[Insight, ...] = ()
    note: str = ""
    versions: int = 0
    read: ReadThrough = NEVER_READ

    def with_nothing_of(self, case_id: str) -> FigureSet:
        """The set once this case is destroyed: what it shows goes too; figures are of no case."""
        return replace(self, insights=tuple(i for i in self.insights if i.case_id != case_id))
