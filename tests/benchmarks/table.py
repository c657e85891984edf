"""Writes docs/benchmarks.md: all figures of one run, each with what it was measured against."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from itertools import groupby
from pathlib import Path

from PySide6 import __version__ as qt_version

PLACE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
_WITH_BASE = re.compile(r"(.+?)\s+([\d.]+) (ms|MB)\s+([\d.]+) (?:ms|MB)\s+([\d.]+) x")
_INTRO = """\
# Benchmarks

Made by `python3 start.py bench table` on {day}, in one run, with {cores} cores, Python {python}
and Qt {qt}. Each line was measured in turns with its base, in a process of its own; the median
counts. Times differ from machine to machine, the ratios much less: below 1 the program is faster,
or smaller, than its base. What a base does and leaves out stands above its figures; the code is in
`tests/benchmarks/`.
"""


def write_table(lines: Iterable[tuple[str, str]], place: Path = PLACE) -> None:
    """Write the table of these lines, each with the name of its benchmark."""
    parts = [_intro()]
    for name, of_one in groupby(lines, key=lambda one: one[0]):
        parts.append("\n".join(_part(name, [line for _, line in of_one])))
    place.write_text("\n".join(parts), encoding="utf-8")


def _intro() -> str:
    return _INTRO.format(
        day=date.today().isoformat(),
        cores=os.cpu_count(),
        python=platform.python_version(),
        qt=qt_version,
    )


def _part(name: str, lines: list[str]) -> Iterator[str]:
    """What was measured, in the words of its module, and the figures."""
    yield f"## {name}\n"
    yield f"{(import_module(f'tests.benchmarks.{name}').__doc__ or '').strip()}\n"
    rows = [_WITH_BASE.fullmatch(line) for line in lines]
    if not lines:
        yield "Not measured in this run.\n"
    elif all(rows):
        yield "| figure | program | base | ratio |"
        yield "|---|---:|---:|---:|"
        for row in rows:
            assert row is not None
            figure, ours, unit, base, ratio = row.groups()
            yield f"| {figure} | {ours} {unit} | {base} {unit} | **{ratio}** |"
        yield ""
    else:
        yield "\n".join(["```text", *lines, "```", ""])
