"""Programs that open one casusbestand at the same moment, and what each may do with it.

`python -m tests.casefile.racing <file> <moment> <kind>` is one of them. The moment is of the
monotonic clock, which all programs of a computer share. It writes when it may, says so in JSON, and
waits for its input to end.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hgkm_desktop.casefile.lock import WriterLock
from hgkm_desktop.errors import HgkmError
from tests.casefile.files import open_file
from tests.casefile.full_case import full_case

LEAD = 0.25  # seconds from when all are ready until they open the file
AS_IT_IS, WITHOUT_LOCK, KILLED = "zoals het is", "zonder slot", "gedood"


@dataclass(frozen=True, slots=True)
class Raced:
    """What came of one race.

    `writers` may write and `saved` of them said that an edit is saved; `kept` of those edits are in
    the file. The others gave `reasons`, and the slowest of them `answered` in so many seconds.
    """

    writers: int
    saved: int
    kept: int
    reasons: tuple[str, ...]
    answered: float


def race(path: Path, programs: int, kind: str = AS_IT_IS) -> Raced:
    """Let so many programs open the file at the same moment, and each save an edit if it may."""
    started = [_start(path, kind) for _ in range(programs)]
    try:
        for program in started:
            _line(program)  # it is ready
        moment = time.monotonic() + LEAD
        for program in started:
            _tell(program, str(moment))
        for program in started:
            _line(program)  # it has opened the file
        for program in started:
            _tell(program, "verder")
        said = [json.loads(_line(program)) for program in started]
    finally:
        for program in started:
            program.communicate()
    with open_file(path) as file:
        titles = {event.title for event in file.load(full_case().id).events}
    others = [one for one in said if not one["may_write"]]
    return Raced(
        writers=len(said) - len(others),
        saved=sum(one["saved"] for one in said),
        kept=sum(one["saved"] and one["title"] in titles for one in said),
        reasons=tuple(one["reason"] for one in others),
        answered=max((one["seconds"] for one in others), default=0.0),
    )


def kill_a_writer(path: Path) -> None:
    """Let a program open the file to write, and end it at once: its lock file stays."""
    program = _start(path, KILLED)
    _line(program)
    _tell(program, "0")
    _line(program)
    _tell(program, "verder")
    if not json.loads(_line(program))["may_write"]:
        raise ValueError("it could not write")
    program.kill()
    program.communicate()


def _start(path: Path, kind: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.casefile.racing", str(path), kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )


def _line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline()


def _tell(program: subprocess.Popen[str], word: str) -> None:
    assert program.stdin is not None
    program.stdin.write(f"{word}\n")
    program.stdin.flush()


# --- one of the programs --------------------------------------------------------------------------


def open_at(moment: float, path: Path, own_name: str) -> dict[str, Any]:
    """Open the file, answer how long that took, and save an edit when that is allowed."""
    while time.monotonic() < moment:
        time.sleep(0)
    start = time.perf_counter()
    file = open_file(path)
    seconds = time.perf_counter() - start
    said: dict[str, Any] = {
        "may_write": not file.read_only,
        "reason": file.read_only_reason,
        "seconds": seconds,
        "title": own_name,
        "saved": False,
    }
    with closing(file):
        case = file.load(full_case().id)
        print("open", flush=True)
        sys.stdin.readline()  # whoever else may write has opened the file by now
        if said["may_write"]:
            try:
                file.save(case.put(replace(case.events[0], title=own_name)))
                said["saved"] = True
            except HgkmError as error:
                said["reason"] = type(error).__name__
        print(json.dumps(said), flush=True)
        sys.stdin.read()
    return said


def main() -> None:
    path, kind = Path(sys.argv[1]), sys.argv[2]
    open_file(path, read_only=True).close()  # everything is loaded
    print("klaar", flush=True)
    moment = float(sys.stdin.readline())
    own_name = f"van {time.monotonic_ns()}"
    if kind == WITHOUT_LOCK:
        with patch.object(WriterLock, "take", lambda _: True):
            open_at(moment, path, own_name)
    else:
        open_at(moment, path, own_name)


if __name__ == "__main__":
    main()
