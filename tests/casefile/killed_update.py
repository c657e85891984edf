"""Brings a file of version 1 up to date, is killed before its statements, and says what is left.

Run as a program, so that the forks happen in a process without Qt and without threads.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.casefile.engine import connect, disconnect, number
from hgkm_desktop.casefile.schema import bring_up_to_date
from tests.casefile.files import all_that_it_holds, key_of
from tests.casefile.full_case import full_case
from tests.casefile.make_golden import GOLDEN, dump_schema, golden_passphrase

KILLED = 1


def dying_before(statement: int) -> Callable[[str], None]:
    """Told of every statement, it ends the program before the one with this number."""
    left = iter(range(statement))

    def told(_sql: str) -> None:
        if next(left, None) is None:
            os._exit(KILLED)

    return told


def update_killed_before(path: Path, statement: int) -> bool:
    """Update in a program that dies; False when it came to the end of the update first."""
    key = key_of(path, golden_passphrase())
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
    connection = connect(path, key)
    connection.execute("PRAGMA cache_size = 1")  # page: so that the disk sees a half update
    connection.set_trace_callback(dying_before(statement))
    bring_up_to_date(connection)
    os._exit(0)  # no one closes the file


def what_is_left(path: Path, known: dict[object, str]) -> str:
    """'version 1', 2 and so on when the file is all of that and nothing of another.

    `known` says it of what was looked into before: a file that holds the same is the same.
    """
    connection = connect(path, key_of(path, golden_passphrase()))
    version = number(connection, "PRAGMA user_version")
    held = tuple(_without_time(*one) for one in all_that_it_holds(connection))
    disconnect(connection, path)
    if held not in known:
        known[held] = _looked_into(path, version)
    return known[held]


def _without_time(statement: str, values: tuple[Any, ...]) -> tuple[object, ...]:
    """Of a step that was taken it is noted when: that differs each time."""
    return statement, values[:-1] if "_sqlite_migrations" in statement else values


def _looked_into(path: Path, version: int) -> str:
    frozen = (GOLDEN / f"v{version}.sql").read_text(encoding="utf-8")
    if dump_schema(path, golden_passphrase()) != frozen:
        return "neither"
    with CaseFile.open(path, golden_passphrase(), kdf=TEST) as file:
        whole = file.load(full_case().id) == full_case(1)
    return f"version {version}" if whole else "neither"


def kill_at_statements(path: Path, apart: int) -> Counter[str]:
    """Before the first statement, and each time so many further on, to the end of the update."""
    found: Counter[str] = Counter()
    known: dict[object, str] = {}
    original = path.read_bytes()
    statements, was_killed = count(step=apart), True
    while was_killed:
        path.write_bytes(original)
        was_killed = update_killed_before(path, next(statements))
        journal = path.with_name(path.name + "-journal")
        found["journals"] += journal.exists() and journal.stat().st_size > 0
        found[what_is_left(path, known)] += 1
    return found


if __name__ == "__main__":
    print(json.dumps({"neither": 0} | kill_at_statements(Path(sys.argv[1]), int(sys.argv[2]))))
