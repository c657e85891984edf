"""Runs the tests, compares what they reach with what is kept, and says where that is less.

`python -m tests.reach` takes all tests, also the long ones, and all rooms, which takes about twice
the time of the tests alone. With `--core` it takes the rooms that are reached whole, and only their
own tests. With `--raise` it keeps what is higher than before.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from coverage import Coverage

from start import LONG_TESTS
from tests.reach import DATA
from tests.reach.rooms import PACKAGE, Reached, higher, keep, kept, lower, percents, room_of

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "out" / "coverage"
CORE = {"casefile": "tests/casefile", "models/moment.py": "tests/models"}
NOT_MEANT = ("if TYPE_CHECKING:", "assert_never\\(", "pragma: no cover")
MOST_FILES = 12


def run_tests(folders: Sequence[str]) -> int:
    """Run these tests with everything that they reach written down; returns the code of pytest."""
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("data*"):
        old.unlink()
    plugin = ("-p", "tests.reach.measuring", "--numprocesses=auto", "--dist=worksteal")
    # A file in a folder that is named too would be left out for a duplicate, and the long tests
    # are not found in their folders.
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--keep-duplicates", *plugin, *folders],
        cwd=ROOT,
        env={**os.environ, DATA: str(OUT / "data")},
        check=False,
    ).returncode


def reached() -> Iterator[Reached]:
    """What was written down, of every file of the package, also of those that nothing loaded."""
    data = Coverage(
        data_file=str(OUT / "data"), branch=True, source=[str(ROOT / PACKAGE)], config_file=False
    )
    for pattern in NOT_MEANT:
        data.exclude(pattern)
    data.combine([str(OUT)], keep=True)
    report = OUT / "report.json"
    data.json_report(outfile=str(report))
    for path, found in json.loads(report.read_text(encoding="utf-8"))["files"].items():
        counts = found["summary"]
        yield Reached(
            Path(path).relative_to(PACKAGE).as_posix(),
            counts["num_statements"] + counts["num_branches"],
            counts["covered_lines"] + counts["covered_branches"],
            tuple(found["missing_lines"]),
            tuple((start, end) for start, end in found["missing_branches"]),
        )


def compared(files: Sequence[Reached], rooms: Sequence[str], *, is_raised: bool) -> bool:
    """Say of these rooms what is lower and higher than kept; whether nothing is lower."""
    held = kept()
    found = {room: part for room, part in percents(files).items() if room in rooms or not rooms}
    for room in sorted(found):
        print(f"{room:20} {found[room]:6.1f} %   bewaard: {held.get(room, 0.0):.1f} %")
    less, more = lower(found, held), higher(found, held)
    for room in less:
        print(f"\n{room}: er wordt minder bereikt dan bewaard is. Niet bereikt:")
        left = sorted((f for f in files if room_of(f.file) == room and f.missed), key=_most_missed)
        for one in left[:MOST_FILES]:
            print(f"  {one.words()}")
    if more and is_raised:
        keep({**held, **{room: found[room] for room in more}})
        print(f"\nVerhoogd in tests/coverage.toml: {', '.join(more)}.")
    elif more:
        print(f"\nMag omhoog in tests/coverage.toml (met --raise): {', '.join(more)}.")
    return not less


def _most_missed(file: Reached) -> int:
    return -file.missed


def main(arguments: Sequence[str]) -> int:
    """Run and compare; returns the exit code."""
    if not {*arguments} <= {"--core", "--raise"}:
        print("Gebruik: python3 start.py cover [--core] [--raise]")
        return 2
    core = CORE if "--core" in arguments else {}
    if run_tests(tuple(core.values()) or ("tests", *LONG_TESTS)):
        print("Niet alle tests slagen: wat ze bereiken wordt niet vergeleken.")
        return 1
    is_raised = "--raise" in arguments
    return 0 if compared(list(reached()), tuple(core), is_raised=is_raised) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
