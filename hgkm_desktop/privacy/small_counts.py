"""Counts of people that leave the circle: small ones are not said, and nobody can work them out.

Only for our own population figures: people, households, reports. Answers over a chosen sample are
written with `sample_text`; numbers of cases and meetings and published reference figures as they
are (de methode, cijfers in beeld; docs/bronnen.md).

What this cannot prevent: who lays the same table of before and after one case was added beside
each other sees what that case was. Make a table of a closed half-year, once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import number_text
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import Term
from hgkm_desktop.policy import in_force

USUAL_THRESHOLD = 5
_LOWEST_THRESHOLD = 3  # below 2 there is but one number, which everyone then knows
FEWEST_FOR_PERCENTAGE = 20

_Place = tuple[int, int]


class Way(Term):
    """How a count is shown."""

    GETAL = ("getal", "het getal zelf")
    KLEIN = ("klein", "kleiner dan de grens, maar niet nul")
    VERBORGEN = ("verborgen", "niet getoond")
    ONBEKEND = ("onbekend", "niet leverbaar")


@dataclass(frozen=True, slots=True)
class Shielded:
    """One count as it may leave the circle; `text` is all that may be printed of it.

    `number` is None unless it is shown as it is. `is_secret` is True for a total that may not be
    told anywhere else either, such as in another table: small counts would follow from it.
    """

    way: Way
    text: str
    number: int | None = None
    is_secret: bool = False


@dataclass(frozen=True, slots=True)
class ShieldedTable:
    """A table as it may leave the circle.

    Totals that only repeat a cell are left out: `row_totals` is empty for one column, and
    `column_totals` for one row.
    """

    cells: tuple[tuple[Shielded, ...], ...]
    row_totals: tuple[Shielded, ...]
    column_totals: tuple[Shielded, ...]
    total: Shielded


def shielded(
    counts: Sequence[Sequence[int | None]], threshold: int = USUAL_THRESHOLD
) -> ShieldedTable:
    """The table with each count from 1 to below the threshold as '<5', and more where it must.

    None is a count that could not be had. A total with a part that is not shown is not shown
    either. Others are hidden too, so that a reader who knows each total from elsewhere, but for
    those that are secret, still has two numbers or more for each hidden count. Where that cannot
    be, nothing of the table is shown. A zero stays, unless nothing is shown.
    Raises BadInput for a threshold below 3, for rows that differ in length, for an empty table
    and for a count below zero.
    """
    _check(counts, threshold)
    grid = _Grid(counts, threshold)
    return _printed(grid, grid.hidden())


def share_text(part: Shielded, whole: Shielded, threshold: int = USUAL_THRESHOLD) -> str:
    """A share of people: '35% (7 van 20)', below 20 only '7 van 15', or 'niet getoond'.

    It is not shown when one of both is not, nor when the rest is small. Raises BadInput for a
    part that is more than the whole.
    """
    if part.number is None or whole.number is None:
        return Way.VERBORGEN.label
    words = sample_text(part.number, whole.number)
    if 0 < whole.number - part.number < threshold:
        return Way.VERBORGEN.label
    if whole.number < FEWEST_FOR_PERCENTAGE:
        return words
    return f"{(200 * part.number + whole.number) // (2 * whole.number)}% ({words})"


def sample_text(part: int, whole: int) -> str:
    """How many of a chosen sample: '3 van 7', never a percentage; without traits of a case.

    Raises BadInput for a part that is below zero or more than the whole.
    """
    if not 0 <= part <= whole:
        raise BadInput("Een deel is niet kleiner dan nul en niet groter dan het geheel.")
    return f"{number_text(part)} van {number_text(whole)}"


def threshold_of(settings: FileSettings) -> int:
    """From how many on a count is told outside the circle: as the file has it, or more by policy;
    never below 3."""
    return max(settings.small_below, in_force().small, _LOWEST_THRESHOLD)


def check_threshold(threshold: int) -> None:
    """Raises BadInput for a threshold below 3."""
    if threshold < _LOWEST_THRESHOLD:
        raise BadInput(f"De grens voor kleine aantallen is minstens {_LOWEST_THRESHOLD}.")


def _check(counts: Sequence[Sequence[int | None]], threshold: int) -> None:
    check_threshold(threshold)
    if not counts or not counts[0] or len({len(row) for row in counts}) > 1:
        raise BadInput("Een tabel heeft rijen die even lang zijn.")
    if any(count is not None and count < 0 for count in chain.from_iterable(counts)):
        raise BadInput("Een aantal is niet kleiner dan nul.")


class _Grid:
    """A table with its totals as the last row and column, and how counts in it could differ.

    A count that is None tells nothing: one that could not be had, and a total that would only
    repeat a cell.
    """

    def __init__(self, counts: Sequence[Sequence[int | None]], threshold: int) -> None:
        self.rows, self.columns = len(counts), len(counts[0])
        self.threshold = threshold
        row_totals = [_sum(row) for row in counts]
        totals = [_sum(column) for column in zip(*counts, strict=True)]
        beside: list[int | None] = row_totals if self.columns > 1 else [None] * self.rows
        below: list[int | None] = [None] * (self.columns + 1)
        if self.rows > 1:
            below = [*totals, _sum(totals)]
        if self.columns == 1:
            below[-1] = None
        self.values = [[*row, end] for row, end in zip(counts, beside, strict=True)] + [below]

    def at(self, place: _Place) -> int | None:
        return self.values[place[0]][place[1]]

    def places(self) -> Iterator[_Place]:
        return ((i, j) for i in range(self.rows + 1) for j in range(self.columns + 1))

    def is_total(self, place: _Place) -> bool:
        return place[0] == self.rows or place[1] == self.columns

    def is_small(self, place: _Place) -> bool:
        value = self.at(place)
        return value is not None and 0 < value < self.threshold

    def hidden(self) -> frozenset[_Place] | None:
        """The places that are not shown; None when nothing of the table can be.

        A small count is safe in a rectangle of hidden ones in which all can be one more or one
        less at once without any sum changing. Of those rectangles the one that hides the least
        is taken.
        """
        hidden = {place for place in self.places() if self.at(place) is None}
        small = [place for place in self.places() if self.is_small(place)]
        hidden.update(small)
        safe: set[_Place] = set()
        for place in small:
            if place in safe:
                continue
            ways = [one for one in self._rectangles(place) if self._can_differ(one)]
            if not ways:
                return None
            best = min(ways, key=lambda one: self._cost(set(one) - hidden))
            hidden.update(best)
            safe.update(best)
        return frozenset(hidden)

    def _rectangles(self, place: _Place) -> Iterator[tuple[_Place, ...]]:
        i, j = place
        for k in range(self.rows + 1):
            for m in range(self.columns + 1):
                if k != i and m != j:
                    yield (i, j), (k, m), (i, m), (k, j)

    def _can_differ(self, rectangle: tuple[_Place, ...]) -> bool:
        """Whether the counts can be others with the same sums: a reader cannot tell which."""
        changes = [
            sign * (-1 if (place[0] == self.rows) != (place[1] == self.columns) else 1)
            for sign, place in zip((1, 1, -1, -1), rectangle, strict=True)
        ]
        return any(
            all(
                self._can_be(place, way * change)
                for place, change in zip(rectangle, changes, strict=True)
            )
            for way in (1, -1)
        )

    def _can_be(self, place: _Place, change: int) -> bool:
        """Whether a reader who sees how a count is shown can take it for so much more or less."""
        value = self.at(place)
        if value is None:
            return True
        if self.is_small(place):
            return 0 < value + change < self.threshold
        return value + change >= self.threshold

    def _cost(self, more: set[_Place]) -> tuple[int, int, int]:
        """What is lost by hiding more: first how many totals, then how many and how much."""
        totals = sum(self.is_total(place) for place in more)
        return totals, len(more), sum(self.at(place) or 0 for place in more)


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _printed(grid: _Grid, hidden: frozenset[_Place] | None) -> ShieldedTable:
    inner = [(i, j) for i in range(grid.rows) for j in range(grid.columns)]
    cells = {place: _cell(grid, hidden, place) for place in inner}
    rows = tuple(tuple(cells[i, j] for j in range(grid.columns)) for i in range(grid.rows))
    beside = tuple(_total(grid, hidden, (i, grid.columns), rows[i]) for i in range(grid.rows))
    below = tuple(
        _total(grid, hidden, (grid.rows, j), [row[j] for row in rows]) for j in range(grid.columns)
    )
    total = _total(grid, hidden, (grid.rows, grid.columns), tuple(cells.values()))
    if grid.rows == 1:
        total, below = beside[0], ()
    if grid.columns == 1:
        total, beside = (below[0] if below else rows[0][0]), ()
    return ShieldedTable(rows, beside, below, total)


def _cell(grid: _Grid, hidden: frozenset[_Place] | None, place: _Place) -> Shielded:
    value = grid.at(place)
    if value is None:
        return Shielded(Way.ONBEKEND, Way.ONBEKEND.label)
    if hidden is None:
        return Shielded(Way.VERBORGEN, Way.VERBORGEN.label)
    if grid.is_small(place):
        return Shielded(Way.KLEIN, f"<{grid.threshold}")
    if place in hidden:
        return Shielded(Way.VERBORGEN, Way.VERBORGEN.label)
    return Shielded(Way.GETAL, number_text(value), value)


def _total(
    grid: _Grid, hidden: frozenset[_Place] | None, place: _Place, parts: Sequence[Shielded]
) -> Shielded:
    """A total, which is not shown when one of its parts is not."""
    shown = _cell(grid, hidden, place)
    if shown.way in (Way.KLEIN, Way.ONBEKEND):
        return shown
    if shown.way is Way.GETAL and all(part.way is Way.GETAL for part in parts):
        return shown
    is_secret = hidden is None or place in hidden
    return Shielded(Way.VERBORGEN, Way.VERBORGEN.label, is_secret=is_secret)
