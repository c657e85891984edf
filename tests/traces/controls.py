"""The controls of the afternoon: programs that do what it must never do, so that this is seen.

`python -m tests.traces.controls FOLDER spill|call`: `spill` makes a casusbestand there, lets
SQLCipher sort on the disk and kills itself; `call` makes a socket.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from pathlib import Path

from hgkm_desktop.casefile import TEST, CaseFile, engine
from tests.traces.words import planted, planted_works, typed


def spill(folder: Path) -> None:
    """SQLCipher sorts on the disk, as it does where nobody forbids it."""
    setattr(engine, "_SETTINGS", ("temp_store = FILE",))  # noqa: B010 - the type says eight
    engine._TEMP_IN_MEMORY = 1
    file = CaseFile.create(folder / "bestand.hgkm", typed("wachtwoord"), kdf=TEST)
    for value in (planted()[0], *planted_works()[0]):
        file.save(value)
    connection = file.connection
    connection.execute("PRAGMA cache_size = 2").fetchall()
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 500)"
    tables = "gebeurtenis, duidingsverschil, verbeteractie, les"
    connection.execute(f"{many} SELECT * FROM n, {tables} ORDER BY i DESC").fetchone()
    os.kill(os.getpid(), signal.SIGKILL)


def call(_folder: Path) -> None:
    """A program that wants to reach another computer."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.fileno()


CONTROLS = {"spill": spill, "call": call}

if __name__ == "__main__":
    CONTROLS[sys.argv[2]](Path(sys.argv[1]))
