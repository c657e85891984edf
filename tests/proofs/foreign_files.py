"""Twenty thousand casusbestanden of someone else, wrong inside: a known error or all of it.

`python -m tests.proofs.foreign_files <first> <last>` tries a part of them, with a limit on its
memory, and prints in JSON what it found; `bare` after it leaves out what guards against them.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from tests.casefile.fuzzing import REFUSED, WHOLE, try_files, unguarded

ROOT = Path(__file__).resolve().parents[2]
FILES, IN_CONTROL, PROGRAMS = 20_000, 1_000, 2
LONGEST, MOST_MEMORY = 2.0, 1024**3  # seconds for a file, bytes for a program


def known_or_whole() -> bool:
    """No unknown error, nothing read in part, nothing changed, in bounded time and memory."""
    step = FILES // PROGRAMS
    started = [_start(first, first + step) for first in range(0, FILES, step)]
    found = _together([_answer(program) for program in started])
    bare = _answer(_start(0, IN_CONTROL, "bare"))
    outcomes, memory = found["outcomes"], found["memory"] // 1024**2
    refused = sum(count for outcome, count in outcomes.items() if outcome != WHOLE)
    print(
        f"vreemde bestanden: {FILES} anders gemaakt, {len(found['wrong'])} keer een onbekende "
        f"fout, een deel gelezen of iets veranderd; {refused} geweigerd, waarvan "
        f"{outcomes[REFUSED]} bij het openen, {outcomes[WHOLE]} heel gelezen, in "
        f"{found['worked_in']} ook gewerkt; de traagste {found['slowest']:.1f} s, het meeste "
        f"geheugen {memory} MB; controle: zonder de controle van de inhoud gaat het bij "
        f"{len(bare['wrong'])} van {IN_CONTROL} mis"
    )
    for line in found["wrong"][:20]:
        print(f"  {line}")
    held = not found["wrong"] and found["tried"] == FILES
    return held and found["slowest"] < LONGEST and len(bare["wrong"]) > IN_CONTROL // 10


def _start(first: int, last: int, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.proofs.foreign_files", str(first), str(last), *more]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _answer(program: subprocess.Popen[str]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(program.communicate()[0])
    return answer


def _together(parts: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "tried": sum(part["tried"] for part in parts),
        "wrong": [line for part in parts for line in part["wrong"]],
        "outcomes": sum((Counter(part["outcomes"]) for part in parts), Counter()),
        "worked_in": sum(part["worked_in"] for part in parts),
        "slowest": max(part["slowest"] for part in parts),
        "memory": max(part["memory"] for part in parts),
    }


def main() -> None:
    first, last = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    guard = unguarded() if "bare" in sys.argv else nullcontext()
    with tempfile.TemporaryDirectory() as folder, guard:
        found = try_files(Path(folder), range(first, last))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    answer = {
        "tried": found.sorts.total(),
        "wrong": found.wrong,
        "outcomes": found.outcomes,
        "worked_in": found.worked_in,
        "slowest": max(found.slowest, found.slowest_work),
        "memory": memory,
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
