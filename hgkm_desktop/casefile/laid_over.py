"""An older file shown as if it were up to date, for as long as it is open: it stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hgkm_desktop.casefile.engine import Connection, known_errors, number
from hgkm_desktop.casefile.exercise_tables import EXERCISE_COLUMNS, EXERCISE_TABLES
from hgkm_desktop.casefile.method_tables import METHOD_COLUMNS, METHOD_TABLES
from hgkm_desktop.casefile.next_tables import BAND_TABLES, KEEPING_TABLES, UITGAVE_TABLES
from hgkm_desktop.casefile.practice_tables import PRACTICE_COLUMNS, PRACTICE_TABLES

_COLUMNS_OF = {6: METHOD_COLUMNS, 7: PRACTICE_COLUMNS, 8: EXERCISE_COLUMNS}


def _as_if_there(table: str) -> dict[str, int]:
    """The columns that later steps give a table, as they are before it, with the step of each."""
    return {
        f"{value} AS {name}": step
        for step, columns in _COLUMNS_OF.items()
        for name, (_, value) in columns.get(table, {}).items()
    }


# How a file without a step is read where the step may not be taken, by the version that the step
# makes: its tables are there but empty, its columns say nothing, and none of it reaches the file.
_NEW_TABLES = {
    2: BAND_TABLES,
    3: UITGAVE_TABLES,
    4: KEEPING_TABLES,
    6: METHOD_TABLES,
    7: PRACTICE_TABLES,
    8: EXERCISE_TABLES,
}
_NEW_COLUMNS = {
    "gebeurtenis": {"'onbekend' AS effect": 2, **_as_if_there("gebeurtenis")},
    "casus": {
        "'' AS t0_event_id": 2,
        "'[]' AS lane_order": 2,
        "'' AS keep_reason": 4,
        "'' AS read_by": 5,
        "NULL AS read_on": 5,
        "'[]' AS read_unread": 5,
        "'[]' AS read_cleared": 5,
        "'[]' AS read_alterations": 5,
        **_as_if_there("casus"),
    },
    "verbeteractie": _as_if_there("verbeteractie"),
    "settings": _as_if_there("settings"),
}


def show_as_up_to_date(connection: Connection) -> None:
    """Let an older file be read as if it had every step, for as long as it is open.

    For a file that may not be written: it stays as it is.
    """
    with known_errors():
        present = number(connection, "PRAGMA user_version")
        for statement in _as_if(present):
            connection.execute(statement)


def _as_if(present: int) -> Iterator[str]:
    """What lays the tables and columns that a file of this version lacks over it."""
    for version, tables in _NEW_TABLES.items():
        for table in tables if version > present else ():
            yield table.replace("CREATE TABLE", "CREATE TEMP TABLE")
    for name, columns in _NEW_COLUMNS.items():
        missing = ", ".join(column for column, version in columns.items() if version > present)
        if missing:
            yield f"CREATE TEMP VIEW {name} AS SELECT rowid, *, {missing} FROM main.{name}"


@contextmanager
def as_up_to_date(connection: Connection) -> Iterator[None]:
    """An older file as if it had every step, for a moment; see show_as_up_to_date."""
    show_as_up_to_date(connection)
    try:
        yield
    finally:
        _show_itself(connection)


@contextmanager
def as_stored(connection: Connection) -> Iterator[None]:
    """The file itself, without what show_as_up_to_date laid over it: VACUUM mixes up the two."""
    was_laid_over = _show_itself(connection)
    try:
        yield
    finally:
        if was_laid_over:
            show_as_up_to_date(connection)


def _show_itself(connection: Connection) -> bool:
    """Take away what was laid over a file; False when nothing was."""
    shown = connection.execute(
        "SELECT type, name FROM sqlite_temp_master WHERE type IN ('table', 'view')"
    ).fetchall()
    for kind, name in shown:
        connection.execute(f"DROP {kind} temp.{name}")
    return bool(shown)
