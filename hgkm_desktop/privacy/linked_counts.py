"""Counts that add up to each other: which of them may be printed so that no small one follows.

Where `small_counts` takes one table, this takes any set of counts and the sums between them: the
parts of a whole, the halves of a year, what is left over and printed nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from hgkm_desktop.models.dutch import number_text
from hgkm_desktop.privacy.small_counts import Shielded, Way

_MOST_TRIES = 2_000
_DEAR = 1_000_000
_Moves = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """A count that is the sum of others; each is a place in the row of counts."""

    whole: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Counts of people (0 or more) and their sums; `unprinted` are the places of those that no
    paper shows, but that follow from the others."""

    counts: tuple[int, ...]
    sums: tuple[Sum, ...]
    unprinted: frozenset[int]
    threshold: int


def shielded_counts(linked: Linked) -> tuple[Shielded, ...]:
    """Each count as it may leave the circle, in the same order.

    A count below the threshold is '<5', and a sum with a part that is not shown is not shown
    either. Others are hidden until every hidden count, and every small one that is printed
    nowhere, can be any of as many numbers as there are below the threshold, whatever the reader
    adds or subtracts. Where that cannot be, nothing is shown of all that is linked.
    """
    search = _Search(linked)
    hidden, empty = search.closed(search.small), set[int]()
    for group in _groups(linked):
        more = search.hidden_of(group, hidden & group)
        empty |= group if more is None else set()
        hidden |= more or set()
    return tuple(
        Shielded(Way.VERBORGEN, Way.VERBORGEN.label)
        if place in empty
        else _shown(linked, search, hidden, place)
        for place in range(len(linked.counts))
    )


def _shown(linked: Linked, search: _Search, hidden: set[int], place: int) -> Shielded:
    value = linked.counts[place]
    if place not in hidden:
        return Shielded(Way.GETAL, number_text(value), value)
    if place in search.small and not search.is_loose(place, hidden):
        return Shielded(Way.KLEIN, f"<{linked.threshold}")
    return Shielded(Way.VERBORGEN, Way.VERBORGEN.label)


def _groups(linked: Linked) -> list[set[int]]:
    """The counts that hang together by sums, one set for each."""
    above = list(range(len(linked.counts)))

    def top(place: int) -> int:
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    for one in linked.sums:
        for part in one.parts:
            above[top(part)] = top(one.whole)
    groups: dict[int, set[int]] = {}
    for place in range(len(linked.counts)):
        groups.setdefault(top(place), set()).add(place)
    return list(groups.values())


class _Search:
    """Looks for ways in which hidden counts could be others while no shown one changes."""

    def __init__(self, linked: Linked) -> None:
        self._linked = linked
        self._counts, self._limit = linked.counts, linked.threshold
        self._at: dict[int, list[Sum]] = {}
        for one in linked.sums:
            for place in {one.whole, *one.parts}:
                self._at.setdefault(place, []).append(one)
        self.small = {i for i, count in enumerate(self._counts) if 0 < count < self._limit}

    def is_loose(self, place: int, hidden: set[int]) -> bool:
        """Whether a count is not shown because it is a sum with a part that is not."""
        return any(
            one.whole == place and self._pulls(one) and not hidden.isdisjoint(one.parts)
            for one in self._at.get(place, ())
        )

    def _pulls(self, one: Sum) -> bool:
        """Whether a hidden part hides the sum: when all parts are printed, or it is small."""
        if one.whole in self._linked.unprinted:
            return False
        printed = [part for part in one.parts if part not in self._linked.unprinted]
        return len(printed) == len(one.parts) or (one.whole in self.small and self._says(printed))

    def _says(self, parts: Iterable[int]) -> bool:
        return any(self._counts[part] for part in parts)

    def closed(self, hidden: set[int]) -> set[int]:
        """These, and each sum with a part among them, and so on upward."""
        done, todo = set(hidden), list(hidden)
        while todo:
            for one in self._at.get(todo.pop(), ()):
                if one.whole not in done and self._pulls(one):
                    if done.isdisjoint(one.parts):
                        continue
                    done.add(one.whole)
                    todo.append(one.whole)
        return done

    def hidden_of(self, group: set[int], hidden: set[int]) -> set[int] | None:
        """All of a group that must be hidden; None when nothing of it may be shown."""
        safe: set[int] = set()
        while todo := sorted(hidden - safe - (self._linked.unprinted - self.small)):
            moved = self._cheapest(todo[0], hidden)
            if moved is None:
                return None
            safe |= moved
            hidden = self.closed(hidden | moved)
        return hidden

    def _cheapest(self, place: int, hidden: set[int]) -> set[int] | None:
        """The counts that move along when this one does, with the least more to hide."""
        queue: list[tuple[int, _Moves]] = [(0, ((place, 1),))]
        for _ in range(_MOST_TRIES):
            if not queue:
                return None
            cost, moves = heappop(queue)
            broken = self._broken(moves)
            if broken is None:
                return {moved for moved, _ in moves}
            for more in self._mends(broken, dict(moves)):
                if self._wide(more, hidden):
                    heappush(queue, (cost + self._cost(more[-1][0], hidden), more))
        return None

    def _broken(self, moves: _Moves) -> Sum | None:
        by = dict(moves)
        for place, _ in moves:
            for one in self._at.get(place, ()):
                if by.get(one.whole, 0) != sum(by.get(part, 0) for part in one.parts):
                    return one
        return None

    def _mends(self, one: Sum, by: dict[int, int]) -> Iterator[_Moves]:
        """Each way to let one more count move so that a sum is right again."""
        over = by.get(one.whole, 0) - sum(by.get(part, 0) for part in one.parts)
        for place in (one.whole, *one.parts):
            if place not in by and self._counts[place]:
                yield (*by.items(), (place, -over if place == one.whole else over))

    def _wide(self, moves: _Moves, hidden: set[int]) -> bool:
        """Whether all can move together over as many steps as a small count has numbers."""
        seen = hidden | {place for place, _ in moves}
        width = self._limit - 2
        ranges = [(self._counts[place], by, *self._range(place, seen)) for place, by in moves]
        return any(
            all(
                low <= value + by * step and (high is None or value + by * step <= high)
                for value, by, low, high in ranges
                for step in (top - width, top)
            )
            for top in range(width + 1)
        )

    def _range(self, place: int, hidden: set[int]) -> tuple[int, int | None]:
        """What a reader who knows how it is made can take a hidden count for."""
        if self.is_loose(place, hidden):
            return 1, None
        return (1, self._limit - 1) if place in self.small else (self._limit, None)

    def _cost(self, place: int, hidden: set[int]) -> int:
        """What is lost: nothing of what is not shown; a whole is dearer than a part."""
        if place in hidden or place in self._linked.unprinted:
            return 0
        is_whole = any(one.whole == place for one in self._at.get(place, ()))
        return _DEAR * (4 if is_whole else 1) + min(self._counts[place], _DEAR - 1)
