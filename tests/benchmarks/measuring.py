"""Timing in turns: the program, its base, and again, so that both meet the same noise."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

RUNS = 15
"""How often each side runs after its warm-up; the median of them counts."""
WARM_UP = 1
"""How often a process of its own runs first, without being counted."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure and that of its base, both in milliseconds or in another unit."""

    name: str
    value: float
    base: float
    unit: str = "ms"

    def line(self) -> str:
        ratio = self.value / self.base
        value, base = f"{self.value:>10.2f} {self.unit}", f"{self.base:>10.2f} {self.unit}"
        return f"{self.name:<36}{value}{base}{ratio:>8.2f} x"


HEAD = f"{'name':<36}{'value':>13}{'base':>13}{'ratio':>10}"


def in_turns(
    ours: Callable[[], object],
    base: Callable[[], object],
    *,
    runs: int = RUNS,
    clock: Callable[[], int] = time.perf_counter_ns,
    base_every: int = 1,
) -> tuple[list[float], list[float]]:
    """The milliseconds of `runs` calls of each, taken in turns after one call to warm up.

    A base that takes long is called in one turn out of `base_every`.
    """
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(runs + 1):
        is_turn_of_base = not turn or not (turn - 1) % base_every
        for call, times in zip((ours, base), taken, strict=True):
            if call is base and not is_turn_of_base:
                continue
            start = clock()
            call()
            if turn:
                times.append((clock() - start) / 1e6)
    return taken


def middle(name: str, ours: Sequence[float], base: Sequence[float]) -> Figure:
    """The median of both."""
    return Figure(name, median(ours), median(base))


def slowest(name: str, ours: Sequence[float], base: Sequence[float]) -> Figure:
    """What 95 of 100 stay under, of both."""
    return Figure(name, _p95(ours), _p95(base))


def _p95(times: Sequence[float]) -> float:
    """Of a few times only, this is the longest: nothing is made up beyond it."""
    return min(quantiles(times, n=20)[-1], max(times)) if len(times) > 1 else times[0]
