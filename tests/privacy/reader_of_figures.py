"""A reader who lays all that is printed of a set of figures side by side and works out the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random

from hgkm_desktop.models.figure_terms import FigureKind, FigureUnit
from hgkm_desktop.models.figures import ClassCount, Figure, FigureIndicator, FigureSet, Period
from hgkm_desktop.privacy.figure_shield import PrintedFigure
from hgkm_desktop.privacy.small_counts import Shielded, Way

H1, H2, YEAR = Period(2025, 1), Period(2025, 2), Period(2025)
HALVES = (H1, H2)
Cell = tuple[str, Period, str]
Equation = tuple[Cell, tuple[Cell, ...]]
"""A count, and those that it is the sum of; a cell whose field is 'rest' is printed nowhere."""

BAN, LONGER, NOT_LONGER, AGAIN = "huisverbod", "verlengd", "niet verlengd", "herhaald"
# These are in the list of experts: no share of each other, but one is the others together.
ASSESSED, IMPOSED, WITHOUT = "rihg", "thv", "rihg_zonder_thv"
CASES, OVERLAPPING, ENDS = "zaken", "zsm", ("sepot", "voorwaarden", "vervolgd", "anders")


def a_share(name: str, whole: str = BAN) -> FigureIndicator:
    return FigureIndicator(name, name, kind=FigureKind.AANDEEL, part_of_id=whole)


INDICATORS = (
    FigureIndicator(BAN, BAN, unit=FigureUnit.HUISVERBOD, has_passed_on=True),
    a_share(LONGER),
    a_share(NOT_LONGER),
    FigureIndicator(AGAIN, AGAIN, unit=FigureUnit.PERSOON, has_classes=True),
    *(FigureIndicator(name, name) for name in (ASSESSED, IMPOSED, CASES)),
    a_share(WITHOUT, ASSESSED),
    *(a_share(name, CASES) for name in (OVERLAPPING, *ENDS)),
)


def a_random_year(random: Random) -> FigureSet:
    """A year and its halves of which all that can be added up is printed."""
    few = (0, 0, 1, 2, 3, 4, 5, 6, 8, 11, 19)
    longer, other = ([random.choice(few) for _ in HALVES] for _ in range(2))
    classes = [[random.choice(few) for _ in range(4)] for _ in HALVES]
    passed = [random.randint(0, a + b) for a, b in zip(longer, other, strict=True)]
    columns = zip(longer, other, classes, passed, strict=True)
    rows = [(*column, period) for column, period in zip(columns, HALVES, strict=True)]
    both = [sum(pair) for pair in zip(*classes, strict=True)]
    rows.append((sum(longer), sum(other), both, sum(passed), YEAR))
    figures: list[Figure] = []
    for a, b, times, on, period in rows:
        named = tuple(ClassCount(2 + at, many) for at, many in enumerate(times))
        figures += [
            Figure("", BAN, period, count=a + b, passed_on=on),
            Figure("", LONGER, period, count=a, of=a + b),
            Figure("", NOT_LONGER, period, count=b, of=a + b),
            Figure("", AGAIN, period, count=sum(times), classes=named),
        ]
    kept = [figure for figure in figures if random.random() < 0.85]
    return a_set(kept)


def a_random_half(random: Random) -> FigureSet:
    """Half a year with what adds up though nobody says so: how cases ended, and what led to no ban.

    One more share of the same cases overlaps with the ends.
    """
    few = (0, 1, 2, 3, 4, 5, 6, 8, 11, 19, 30)
    ends = [random.choice(few) for _ in ENDS]
    imposed, without = (random.choice(few) for _ in range(2))
    cases, assessed = sum(ends), imposed + without
    figures = [
        Figure("", CASES, H1, count=cases),
        Figure("", OVERLAPPING, H1, count=random.randint(0, cases), of=cases),
        *(Figure("", name, H1, count=n, of=cases) for name, n in zip(ENDS, ends, strict=True)),
        Figure("", IMPOSED, H1, count=imposed),
        Figure("", WITHOUT, H1, count=without, of=assessed),
        Figure("", ASSESSED, H1, count=assessed),
    ]
    return a_set(figure for figure in figures if random.random() < 0.9)


def a_set(figures: Iterable[Figure]) -> FigureSet:
    named = tuple(replace(figure, id=f"f{n}") for n, figure in enumerate(figures))
    return FigureSet("s", "C-1", figures=named)


def cells_of(figure: Figure) -> Iterator[tuple[Cell, int]]:
    """The numbers of a figure, each under one name: a noemer is the count of the whole."""
    at = figure.indicator_id, figure.period
    if figure.count is not None:
        yield (*at, "count"), figure.count
    if figure.of is not None:
        yield (_WHOLES[figure.indicator_id], figure.period, "count"), figure.of
    if figure.passed_on is not None:
        yield (*at, "passed"), figure.passed_on
    for one in figure.classes:
        yield (*at, str(one.times)), one.count


def printed_cells(figure: Figure, shown: PrintedFigure) -> Iterator[tuple[Cell, Shielded]]:
    ways = [shown.count, shown.of, shown.passed_on, *(one for _, one in shown.classes)]
    names = [cell for cell, _ in cells_of(figure)]
    return zip(names, [way for way in ways if way is not None], strict=True)


def equations() -> Iterator[Equation]:
    """All that a reader who knows the words can add up."""
    for period in (H1, H2, YEAR):
        yield (BAN, period, "count"), ((LONGER, period, "count"), (NOT_LONGER, period, "count"))
        yield (BAN, period, "count"), ((BAN, period, "passed"), (BAN, period, "rest"))
        yield (ASSESSED, period, "count"), ((IMPOSED, period, "count"), (WITHOUT, period, "count"))
        yield (CASES, period, "count"), tuple((name, period, "count") for name in ENDS)
        inside, rest = (OVERLAPPING, period, "count"), (OVERLAPPING, period, "rest")
        yield (CASES, period, "count"), (inside, rest)
        times = tuple((AGAIN, period, str(number)) for number in range(2, 6))
        yield (AGAIN, period, "count"), times
    for name, field in [(BAN, "count"), (BAN, "passed"), (LONGER, "count"), (NOT_LONGER, "count")]:
        yield (name, YEAR, field), ((name, H1, field), (name, H2, field))
    for field in ("count", "2", "3", "4", "5"):
        yield (AGAIN, YEAR, field), ((AGAIN, H1, field), (AGAIN, H2, field))


@dataclass(frozen=True, slots=True)
class Reader:
    """Between which numbers each cell lies, by what is printed, and what adds up of it."""

    ranges: Mapping[Cell, tuple[int, int]]
    sums: tuple[Equation, ...]

    def can_be(self, cell: Cell, value: int) -> bool:
        """Whether some table fits all that is printed in which this cell is so many."""
        known = {**self.ranges, cell: (value, value)}
        return _fits(known, self.sums)

    def bounds(self, cell: Cell) -> tuple[int, int]:
        """The least and the most that it can be."""
        low, high = self.ranges[cell]
        values = range(low, high + 1)
        least = next(value for value in values if self.can_be(cell, value))
        return least, next(value for value in reversed(values) if self.can_be(cell, value))


def reader_of(figure_set: FigureSet, printed: Mapping[str, PrintedFigure]) -> Reader:
    most = 8 + 2 * max((v for f in figure_set.figures for _, v in cells_of(f)), default=0)
    ranges: dict[Cell, tuple[int, int]] = {}
    there = {cell for figure in figure_set.figures for cell, _ in cells_of(figure)}
    sums = tuple(one for one in _EQUATIONS if not there.isdisjoint((one[0], *one[1])))
    for whole, parts in sums:
        for cell in (whole, *parts):
            ranges[cell] = (0, most)
    for figure in figure_set.figures:
        for cell, way in printed_cells(figure, printed[figure.id]):
            low, high = ranges[cell]
            if way.number is not None:
                low = high = way.number
            elif way.way is Way.KLEIN:
                low, high = max(low, 1), min(high, 4)
            ranges[cell] = low, high
    narrowed = _narrowed(ranges, sums)
    assert narrowed is not None, "what is printed does not agree with itself"
    return Reader(narrowed, sums)


def found_out(figure_set: FigureSet, printed: Mapping[str, PrintedFigure]) -> list[str]:
    """The hidden counts that a reader can put between narrower bounds than 1 and 4."""
    reader = reader_of(figure_set, printed)
    found = []
    for figure in figure_set.figures:
        real = dict(cells_of(figure))
        for cell, shown in printed_cells(figure, printed[figure.id]):
            if shown.number is not None:
                assert not 0 < real[cell] < 5
                assert shown.number == real[cell]
                continue
            least, most = reader.bounds(cell)
            assert least <= real[cell] <= most, "the reader would be misled"
            if most - least < 3:
                found.append(f"{cell}: {least} to {most}")
    return found


def _narrowed(
    ranges: Mapping[Cell, tuple[int, int]], sums: Iterable[Equation]
) -> dict[Cell, tuple[int, int]] | None:
    """What follows from each sum about its whole and its parts, until nothing more does."""
    known, again = dict(ranges), True
    while again:
        again = False
        for whole, parts in sums:
            for cell in (whole, *parts):
                low, high = known[cell]
                if cell == whole:
                    least, most = (sum(known[part][end] for part in parts) for end in (0, 1))
                else:
                    others = [part for part in parts if part != cell]
                    least = known[whole][0] - sum(known[part][1] for part in others)
                    most = known[whole][1] - sum(known[part][0] for part in others)
                if max(low, least) > min(high, most):
                    return None
                if (max(low, least), min(high, most)) != (low, high):
                    known[cell], again = (max(low, least), min(high, most)), True
    return known


def _fits(ranges: Mapping[Cell, tuple[int, int]], sums: tuple[Equation, ...]) -> bool:
    """Whether there is a whole table within these ranges; tries every one if it must."""
    known = _narrowed(ranges, sums)
    if known is None:
        return False
    open_cells = [cell for cell, (low, high) in known.items() if low < high]
    if not open_cells:
        return True
    cell = min(open_cells, key=lambda one: known[one][1] - known[one][0])
    low, high = known[cell]
    return any(_fits({**known, cell: (value, value)}, sums) for value in range(low, high + 1))


_EQUATIONS = tuple(equations())
_WHOLES = {one.id: one.part_of_id or BAN for one in INDICATORS}
