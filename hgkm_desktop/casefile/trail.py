"""The trail of a row: a random mark for each time that it was written, so that two copies of a
file can tell which of them has seen the newest of the other.

A mark tells nothing of what was written, by whom or when (docs/decisions/0043).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hgkm_desktop.models.versions import OLD_MARK

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


def mark_all(db: Database | Connection, table: str, case_column: str, which: str) -> None:
    """Mark every row of a table as it is in a file that had no trail yet."""
    db.execute(
        f"INSERT INTO {TRAIL_TABLE} (id, case_id, rev, mark)"
        f" SELECT id, {case_column}, rev, '{OLD_MARK}' || {_NEW} FROM {table} WHERE {which}"
    )
