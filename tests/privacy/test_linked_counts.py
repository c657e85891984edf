"""Counts that add up in any way: a reader who knows how they are hidden finds none of them."""

from __future__ import annotations

from random import Random

import pytest

from hgkm_desktop.privacy.linked_counts import Linked, Sum, shielded_counts
from hgkm_desktop.privacy.small_counts import Shielded, Way
from tests.privacy.reader_of_figures import H1, Cell, Reader

FEW = (0, 1, 2, 3, 4, 5, 6, 7, 9, 14)


def any_web(random: Random, threshold: int) -> Linked:
    """Some counts, of which a few are printed nowhere, and sums of two or three of them."""
    counts = [random.choice(FEW) for _ in range(random.randint(3, 5))]
    unprinted = {place for place in range(len(counts)) if random.random() < 0.25}
    sums = []
    for _ in range(random.randint(1, 3)):
        parts = tuple(sorted(random.sample(range(len(counts)), random.randint(2, 3))))
        sums.append(Sum(len(counts), parts))
        counts.append(sum(counts[part] for part in parts))
    return Linked(tuple(counts), tuple(sums), frozenset(unprinted), threshold)


def cell(place: int) -> Cell:
    return str(place), H1, "count"


def knowing_reader(linked: Linked, shown: tuple[Shielded, ...]) -> Reader:
    """Who knows that what is not shown is not small, but for a sum with a part that is hidden."""
    most = 3 * linked.threshold + 2 * max(linked.counts)
    hidden = {place for place, one in enumerate(shown) if one.number is None}
    ranges = {}
    for place, one in enumerate(shown):
        low, high = 0, most
        if place in linked.unprinted:
            pass
        elif one.number is not None:
            low = high = one.number
        elif one.way is Way.KLEIN:
            low, high = 1, linked.threshold - 1
        elif linked.counts[place] >= linked.threshold:
            sums = [s for s in linked.sums if s.whole == place]
            is_loose = any(not hidden.isdisjoint(s.parts) for s in sums)
            low = 1 if is_loose else linked.threshold
        ranges[cell(place)] = low, high
    return Reader(ranges, tuple((cell(s.whole), tuple(map(cell, s.parts))) for s in linked.sums))


@pytest.mark.parametrize("threshold", [3, 5])
def test_no_hidden_count_is_found_in_any_web(threshold: int) -> None:
    for seed in range(300):
        linked = any_web(Random(seed), threshold)
        shown = shielded_counts(linked)
        reader = knowing_reader(linked, shown)
        for place, one in enumerate(shown):
            count = linked.counts[place]
            is_small = 0 < count < threshold
            if one.number is not None and place not in linked.unprinted:
                assert not is_small
            elif place not in linked.unprinted or is_small:
                least, most = reader.bounds(cell(place))
                assert least <= count <= most
                assert most - least >= threshold - 2, (seed, place, least, most)


def linked_with(linked: Linked, place: int) -> set[int]:
    """All that hangs together with a count."""
    found = {place}
    for _ in linked.sums:
        for one in linked.sums:
            if not found.isdisjoint((one.whole, *one.parts)):
                found |= {one.whole, *one.parts}
    return found - linked.unprinted


def test_a_sum_goes_with_its_part_and_a_nought_stays() -> None:
    for seed in range(300):
        linked = any_web(Random(seed), 5)
        shown = shielded_counts(linked)
        hidden = {place for place, one in enumerate(shown) if one.number is None}
        for one in linked.sums:
            if linked.unprinted.isdisjoint((one.whole, *one.parts)):
                assert one.whole in hidden or hidden.isdisjoint(one.parts), seed
        for place in hidden - linked.unprinted:
            if not linked.counts[place]:
                assert linked_with(linked, place) <= hidden, "then nothing of it is shown"
