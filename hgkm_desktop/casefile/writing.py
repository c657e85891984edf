"""Values written to the tables: only the rows that differ, each with its revision and mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Any

from hgkm_desktop.casefile.engine import Connection
from hgkm_desktop.casefile.problems import FileReplaced, TooLarge
from hgkm_desktop.casefile.rows import (
    HIGHEST,
    stored_fields,
    to_row,
)
from hgkm_desktop.casefile.tables import (
    CASE_TABLE,
    MOST_RECORDS,
    TABLE_OF,
    TABLES_OF_VALUES,
    UITGAVE_TABLE,
    WORK_TABLES,
    stands_alone,
)
from hgkm_desktop.casefile.trail import leave_mark
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.records import (
    FileSettings,
    Record,
)
from hgkm_desktop.models.uitgave import Uitgave
from hgkm_desktop.models.vernietiging import Vernietiging
from hgkm_desktop.models.works import Value

# Whatever someone else put in a column of revisions, it is one more, and one that can be stored.
NEXT_REVISION = f"1 + coalesce(min(CAST(rev AS INTEGER), {HIGHEST}), 0)"


@dataclass(frozen=True, slots=True)
class Change:
    """One row to write: new without `before`, gone without `after`."""

    table: str
    id: str
    before: Value | Record | None
    after: Value | Record | None


def differences(before: Value | None, after: Value) -> list[Change]:
    """The rows in which a value differs from what the file holds, that of a case itself first.

    Raises TooLarge for more than could be read again.
    """
    if not isinstance(after, Case):
        table = WORK_TABLES[type(after)]
        return [] if before == after else [Change(table, after.id, before, after)]
    assert before is None or isinstance(before, Case)
    if sum(len(getattr(after, name)) for name in FIELD_OF.values()) > MOST_RECORDS:
        raise TooLarge
    changes = []
    if before is None or _is_other_row(before, after):
        changes.append(Change(CASE_TABLE, after.id, before, after))
    for kind, table in TABLE_OF.items():
        old: tuple[Record, ...] = getattr(before, FIELD_OF[kind]) if before else ()
        new: tuple[Record, ...] = getattr(after, FIELD_OF[kind])
        if old is not new:
            changes += _record_differences(table, old, new)
    return changes


def _is_other_row(before: Case, after: Case) -> bool:
    """Whether the row of the case itself differs; mostly its fields are the very same objects."""
    names = stored_fields(Case)
    if all(getattr(before, name) is getattr(after, name) for name in names):
        return False
    return to_row(before) != to_row(after)


def _record_differences(
    table: str, old: tuple[Record, ...], new: tuple[Record, ...]
) -> Iterator[Change]:
    # Nearly all are the very same objects; by value, comparing takes a hundred times as long.
    pairs = [(one, other) for one, other in zip_longest(old, new) if one is not other]
    left = {one.id: one for one, _ in pairs if one is not None}
    for _, record in pairs:
        if record is not None:
            present = left.pop(record.id, None)
            if present is not record and present != record:
                yield Change(table, record.id, present, record)
    for gone in left.values():
        yield Change(table, gone.id, gone, None)


def write(connection: Connection, case_id: str, changes: list[Change]) -> None:
    """Write changes of one case inside the transaction of the caller.

    Raises FileReplaced when a row to change or to remove is not there.
    """
    for change in changes:
        if change.after is None:
            _bury(connection, change.table, change.id)
        elif change.before is None:
            insert(connection, change.table, case_id, change.after)
        else:
            _update(connection, change.table, change.id, to_row(change.after))


def insert(
    connection: Connection,
    table: str,
    case_id: str,
    record: Value | Record | Uitgave | Vernietiging,
) -> None:
    """Add a row; one that comes back goes on counting where its tombstone stopped."""
    row = to_row(record)
    if not stands_alone(table):
        row["case_id"] = case_id
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    revision = f"coalesce((SELECT {NEXT_REVISION} FROM tombstone WHERE id = ?), 1)"
    connection.execute(
        f"INSERT INTO {table} ({names}, rev) VALUES ({marks}, {revision})",
        (*row.values(), record.id),
    )
    connection.execute("DELETE FROM tombstone WHERE id = ?", (record.id,))
    _mark(connection, table, table, record.id)


def _update(connection: Connection, table: str, row_id: str | int, row: dict[str, Any]) -> None:
    names = ", ".join(f"{name} = ?" for name in row)
    done = connection.execute(
        f"UPDATE {table} SET {names}, rev = {NEXT_REVISION} WHERE id = ?", (*row.values(), row_id)
    )
    if done.rowcount != 1:
        raise FileReplaced
    _mark(connection, table, table, str(row_id))


def _bury(connection: Connection, table: str, row_id: str) -> None:
    """Remove a row and leave its tombstone, so that a merge knows that it is gone."""
    case_column = "id" if stands_alone(table) else "case_id"
    done = connection.execute(
        f"INSERT OR REPLACE INTO tombstone (id, record_type, case_id, rev, deleted_at)"
        f" SELECT id, '{table}', {case_column}, {NEXT_REVISION}, ? FROM {table} WHERE id = ?",
        (_now(), row_id),
    )
    if done.rowcount != 1:
        raise FileReplaced
    connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
    _mark(connection, table, "tombstone", row_id)


def _mark(connection: Connection, table: str, where: str, row_id: str) -> None:
    """Leave a mark of what stands there now of a row of this table, when copies of it can meet."""
    if table in TABLES_OF_VALUES:
        own = stands_alone(table) and where != "tombstone"
        leave_mark(connection, where, row_id, "id" if own else "case_id")


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")


def bury_case(connection: Connection, case_id: str) -> None:
    """Remove a case, if it is there, and all of it inside the transaction of the caller.

    What was issued of it goes along.
    """
    connection.execute(
        "DELETE FROM uitgave_inhoud WHERE uitgave_id IN (SELECT id FROM uitgave WHERE case_id = ?)",
        (case_id,),
    )
    for table in (UITGAVE_TABLE, *TABLE_OF.values()):
        query = f"SELECT id FROM {table} WHERE case_id = ?"
        for row in connection.execute(query, (case_id,)).fetchall():
            _bury(connection, table, row["id"])
    if connection.execute("SELECT 1 FROM casus WHERE id = ?", (case_id,)).fetchone():
        _bury(connection, CASE_TABLE, case_id)


def bury(connection: Connection, value_id: str) -> None:
    """Remove a case, a study or a row of meetings, if it is there, as bury_case does."""
    for table in WORK_TABLES.values():
        if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (value_id,)).fetchone():
            _bury(connection, table, value_id)
            return
    bury_case(connection, value_id)


def write_settings(connection: Connection, settings: FileSettings) -> None:
    """Write the settings inside the transaction of the caller."""
    _update(connection, "settings", 1, to_row(settings))
