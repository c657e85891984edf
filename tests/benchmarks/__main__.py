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
    "responding",
)


def main(arguments: list[str]) -> int:
    """Run one benchmark here, or each of them in a quiet process of its own."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if not arguments:
        print(HEAD, flush=True)
        return max(_in_own_process(name) for name in NAMES)
    (name,) = arguments
    if name not in NAMES:
        print(f"Onbekende meting {name}. Kies uit: {', '.join(NAMES)}.")
        return 2
    for figure in import_module(f"tests.benchmarks.{name}").figures():
        print(figure.line(), flush=True)
    return 0


def _in_own_process(name: str) -> int:
    return subprocess.run([sys.executable, "-m", "tests.benchmarks", name]).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
