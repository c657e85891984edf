"""Issues a document, is killed before each statement, and says what is left of it.

Run as a program, so that the forks happen in a process without Qt and without threads.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from itertools import count
from pathlib import Path

from hgkm_desktop.casefile import IssuedDamaged
from tests.casefile.files import contents, new_file, open_file
from tests.casefile.full_case import VERSLAG, VERSLAG_DATA, full_case
from tests.casefile.killed_update import KILLED, dying_before


def issue_killed_before(path: Path, statement: int) -> bool:
    """Issue in a program that dies; False when it came to the end of it first."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
    file = open_file(path)
    file.connection.execute("PRAGMA cache_size = 1")  # page: so that the disk sees half of it
    file.connection.set_trace_callback(dying_before(statement))
    file.issue(full_case().id, VERSLAG, VERSLAG_DATA)
    os._exit(0)  # no one closes the file


def what_is_left(path: Path) -> str:
    with open_file(path) as file:
        kept = file.load(full_case().id) == full_case()
        rows = len(file.issued(full_case().id))
        try:
            data = file.issued_data(VERSLAG.id)
        except IssuedDamaged:
            data = b""
    if not kept or (rows, data) not in ((0, b""), (1, VERSLAG_DATA)):
        return "half"
    return "whole" if rows else "nothing"


def kill_at_every_statement(path: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    with new_file(path) as file:
        file.save(full_case())
    original = path.read_bytes()
    statements, was_killed = count(), True
    while was_killed:
        path.write_bytes(original)
        was_killed = issue_killed_before(path, next(statements))
        journal = path.with_name(path.name + "-journal")
        found["journals"] += journal.exists() and journal.stat().st_size > 0
        found[what_is_left(path)] += 1
    assert list(contents(path.parent)) == [path.name]
    return found


if __name__ == "__main__":
    print(json.dumps({"half": 0} | kill_at_every_statement(Path(sys.argv[1]))))
