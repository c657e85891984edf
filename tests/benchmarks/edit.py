"""One edit, from the new value of a case to the disk, in the example and in a case of 1,000 events.

The base is sqlite3 of the standard library with the same settings: it changes the same row, with
all its columns, in a table with the same rows, and commits. It leaves out the encryption, undo,
telling the panes, finding out which records differ, and the checks that the file is still the one
that was opened.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.casefile.rows import to_row
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.document.document import Document
from tests.benchmarks.cases import example, long_case
from tests.benchmarks.measuring import Figure, in_turns, middle

OUT = Path(__file__).resolve().parents[2] / "out"
PASSPHRASE = "vijf gewone woorden achter elkaar"
RUNS = 40
SETTINGS = (
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "locking_mode = NORMAL",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
)


def figures() -> Iterator[Figure]:
    """Wall time of an edit; the disk decides most of it."""
    make_application()
    for case in (example(), long_case(1000)):
        OUT.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=OUT) as folder:
            yield _edit(case, Path(folder))


def _edit(case: Case, folder: Path) -> Figure:
    event = case.events[len(case.events) // 2]
    titles = (f"ruzie bij de overdracht {number}" for number in count())
    base_titles = (f"ruzie bij de overdracht {number}" for number in count())
    with CaseFile.create(folder / "meting.hgkm", PASSPHRASE, kdf=TEST) as file:
        file.save(case)
        document = Document(file)
        document.show_case(case.id)
        rows = [to_row(one) for one in case.events]
        with closing(plain_table(folder / "meting.sqlite", rows)) as plain:

            def ours() -> None:
                assert document.case is not None
                changed = replace(document.case.event(event.id), title=next(titles))
                document.edit("gebeurtenis wijzigen", document.case.put(changed))

            def base() -> None:
                change_row(plain, {**to_row(event), "title": next(base_titles)})

            times = in_turns(ours, base, runs=RUNS)
        if document.has_unsaved:
            raise RuntimeError("the edits did not reach the disk")
    return middle(f"edit, {len(case.events)} events", *times)


def plain_table(path: Path, rows: list[dict[str, Any]]) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}").fetchall()
    names = ", ".join(f"{name} TEXT" for name in rows[0] if name != "id")
    connection.execute(f"CREATE TABLE gebeurtenis (id TEXT PRIMARY KEY, rev INTEGER, {names})")
    marks = ", ".join("?" * len(rows[0]))
    columns = ", ".join(rows[0])
    insert = f"INSERT INTO gebeurtenis ({columns}, rev) VALUES ({marks}, 1)"
    connection.execute("BEGIN")
    connection.executemany(insert, [tuple(row.values()) for row in rows])
    connection.execute("COMMIT")
    return connection


def change_row(connection: sqlite3.Connection, row: dict[str, Any]) -> None:
    columns = ", ".join(f"{name} = ?" for name in row)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        f"UPDATE gebeurtenis SET {columns}, rev = rev + 1 WHERE id = ?", (*row.values(), row["id"])
    )
    connection.execute("COMMIT")
