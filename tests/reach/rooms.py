"""The rooms of which is kept how much the tests reach, and what became of that."""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

KEPT = Path(__file__).parents[1] / "coverage.toml"
PACKAGE = "hgkm_desktop"
ROOMS: tuple[str, ...] = (
    *("casefile", "models", "timeline", "methods", "privacy", "exchange", "figures", "reports"),
    "ui",
)
APART = ("models/moment.py",)
REST = "rest"
HEAD = """\
# What part of the lines and branches of each room the tests reach, in percents rounded down.
# A number is never lowered. `python3 start.py cover` compares; with --raise it writes higher ones.
"""


@dataclass(frozen=True, slots=True)
class Reached:
    """Of one file how many lines and branches there are, how many of them are reached, and which
    lines, and which jumps from line to line, are not."""

    file: str
    total: int
    reached: int
    lines: tuple[int, ...] = ()
    jumps: tuple[tuple[int, int], ...] = ()

    @property
    def missed(self) -> int:
        return self.total - self.reached

    def words(self) -> str:
        """Where it is not reached, as 'casefile/lock.py: 12, 40 -> 44'."""
        lone = [f"{start} -> {abs(end)}" for start, end in self.jumps if start not in self.lines]
        return f"{self.file}: {', '.join([*map(str, self.lines), *lone])}"


def room_of(file: str) -> str:
    """The room of a file, whose path is from the package on."""
    if file in APART:
        return file
    first = file.partition("/")[0]
    return first if first in ROOMS else REST


def percents(files: Iterable[Reached]) -> dict[str, float]:
    """Of each room what part is reached, from 0.0 to 100.0, rounded down to one decimal."""
    total, reached = Counter[str](), Counter[str]()
    for one in files:
        total[room_of(one.file)] += one.total
        reached[room_of(one.file)] += one.reached
    return {r: math.floor(1000 * reached[r] / total[r]) / 10 for r in total if total[r]}


def kept(path: Path = KEPT) -> dict[str, float]:
    """The numbers that hold now; of no room when the file is not there."""
    if not path.exists():
        return {}
    return {room: float(n) for room, n in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def keep(numbers: Mapping[str, float], path: Path = KEPT) -> None:
    """Write the numbers that hold from now on."""
    rows = "".join(f'"{room}" = {number}\n' for room, number in sorted(numbers.items()))
    path.write_text(HEAD + "\n" + rows, encoding="utf-8")


def lower(found: Mapping[str, float], held: Mapping[str, float]) -> list[str]:
    """The rooms of which less is reached than is kept."""
    return [room for room in sorted(found) if found[room] < held.get(room, 0.0)]


def higher(found: Mapping[str, float], held: Mapping[str, float]) -> list[str]:
    """The rooms of which more is reached than is kept, or of which nothing is kept yet."""
    return [room for room in sorted(found) if found[room] > held.get(room, -1.0)]
