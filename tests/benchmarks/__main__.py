"""`python -m tests.benchmarks [NAME]`: one line for each figure with its base and their ratio."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module

from tests.benchmarks.measuring import HEAD

NAMES = (
    "start_screen",
    "edit",
    "loading",
    "timeline",
    "opening",
    "moving",
    "notitie",
    "documents",
    "cijferkaart",
    "responding",
    "typing",
)
WITHOUT_BASE = ("privacy",)
"""Figures of another sort: how good it is, not only how fast."""


def main(arguments: list[str]) -> int:
    """Run one benchmark here, or each of them in a quiet process of its own."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if not arguments:
        print(HEAD, flush=True)
        return max(_in_own_process(name) for name in NAMES + WITHOUT_BASE)
    (name,) = arguments
    if name not in NAMES + WITHOUT_BASE:
        print(f"Onbekende meting {name}. Kies uit: {', '.join(NAMES + WITHOUT_BASE)}.")
        return 2
    if name in WITHOUT_BASE:
        for line in import_module(f"tests.benchmarks.{name}").lines():
            print(line, flush=True)
        return 0
    for figure in import_module(f"tests.benchmarks.{name}").figures():
        print(figure.line(), flush=True)
    return 0


def _in_own_process(name: str) -> int:
    return subprocess.run([sys.executable, "-m", "tests.benchmarks", name]).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
