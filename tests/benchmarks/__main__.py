"""`python -m tests.benchmarks [NAME]`: one line for each figure with its base and their ratio.

`table` in place of a name runs all of them and writes docs/benchmarks.md.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

from tests.benchmarks.measuring import HEAD
from tests.benchmarks.table import write_table

NAMES = (
    "start_screen",
    "edit",
    "loading",
    "large_file",
    "searching",
    "timeline",
    "opening",
    "moving",
    "notitie",
    "documents",
    "cijferkaart",
    "responding",
    "typing",
    "office",
)
WITHOUT_BASE = ("privacy",)
"""Figures of another sort: how good it is, not only how fast."""
TABLE = "table"


def main(arguments: list[str]) -> int:
    """Run one benchmark here, or each of them in a quiet process of its own."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if not arguments:
        print(HEAD, flush=True)
        for _ in _lines_of_all():
            pass
        return 0
    (name,) = arguments
    if name == TABLE:
        write_table(_lines_of_all())
    elif name in WITHOUT_BASE:
        for line in import_module(f"tests.benchmarks.{name}").lines():
            print(line, flush=True)
    elif name in NAMES:
        for figure in import_module(f"tests.benchmarks.{name}").figures():
            print(figure.line(), flush=True)
    else:
        known = ", ".join((*NAMES, *WITHOUT_BASE, TABLE))
        print(f"Onbekende meting {name}. Kies uit: {known}.")
        return 2
    return 0


def _lines_of_all() -> Iterator[tuple[str, str]]:
    """Each line with the name of its benchmark, printed as it comes. Raises when one fails."""
    for name in NAMES + WITHOUT_BASE:
        command = [sys.executable, "-m", "tests.benchmarks", name]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                print(line, end="", flush=True)
                yield name, line.rstrip("\n")
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
