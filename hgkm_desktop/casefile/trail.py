"""The trail of a row: a random mark for each time that it was written, so that two copies of a
file can tell which of them has seen the newest of the other.

A mark tells nothing of what was written, by whom or when (docs/decisions/0043).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hgkm_desktop.models.versions import OLD_MARK, Version

if TYPE_CHECKING:
    from sqlite_utils import Database

    from hgkm_desktop.casefile.engine import Connection

TRAIL_TABLE = "spoor"
KEPT = 40  # newest revisions of a row; of its first one the mark is always kept
_NEW = "lower(hex(randomblob(6)))"


def leave_mark(connection: Connection, table: str, row_id: str, case_column: str) -> None:
    """Mark what was just written in a row, inside the transaction of the caller."""
    connection.execute(
        f"INSERT OR IGNORE INTO {TRAIL_TABLE} (id, case_id, rev, mark)"
        f" SELECT id, {case_column}, rev, {_NEW} FROM {table} WHERE id = ?",
        (row_id,),
    )
    connection.execute(
        f"DELETE FROM {TRAIL_TABLE} WHERE id = :id AND rev > 1"
        f" AND rev <= (SELECT max(rev) FROM {TRAIL_TABLE} WHERE id = :id) - {KEPT}",
        {"id": row_id},
    )


def put_trail(
    connection: Connection, table: str, row_id: str, case_id: str, version: Version
) -> None:
    """Let a row have this version, inside the transaction of the caller: where it stands, or else
    as one that was removed. Of a row that is nowhere a tombstone is made; `table` is '' for one of
    which nobody here knows what it was."""
    done = 0
    if table:
        query = f"UPDATE {table} SET rev = ? WHERE id = ?"
        done = connection.execute(query, (version.rev, row_id)).rowcount
    if not done:
        connection.execute(
            "INSERT INTO tombstone (id, record_type, case_id, rev, deleted_at)"
            " VALUES (:id, :table, :case, :rev, strftime('%Y-%m-%dT%H:%MZ', 'now'))"
            " ON CONFLICT (id) DO UPDATE SET rev = :rev",
            {"id": row_id, "table": table, "case": case_id, "rev": version.rev},
        )
    connection.execute(f"DELETE FROM {TRAIL_TABLE} WHERE id = ?", (row_id,))
    connection.executemany(
        f"INSERT INTO {TRAIL_TABLE} (id, case_id, rev, mark) VALUES (?, ?, ?, ?)",
        [
            (row_id, case_id, rev, mark)
            for rev, mark in sorted(version.marks)
            if rev == 1 or rev > version.rev - KEPT
        ],
    )


def mark_all(db: Database | Connection, table: str, case_column: str, which: str) -> None:
    """Mark every row of a table as it is in a file that had no trail yet."""
    db.execute(
        f"INSERT INTO {TRAIL_TABLE} (id, case_id, rev, mark)"
        f" SELECT id, {case_column}, rev, '{OLD_MARK}' || {_NEW} FROM {table} WHERE {which}"
    )
