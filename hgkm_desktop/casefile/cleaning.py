"""What was changed or removed leaves nothing between the rows: their tables are written anew."""

from __future__ import annotations

from contextlib import ExitStack, suppress

from hgkm_desktop.casefile.engine import Connection
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.casefile.problems import DamagedFile
from hgkm_desktop.casefile.soundness import unharmed
from hgkm_desktop.casefile.tables import CASE_TABLE, TABLE_OF, UITGAVE_TABLE, WORK_TABLES
from hgkm_desktop.errors import HgkmError

TABLES = (CASE_TABLE, *TABLE_OF.values(), *WORK_TABLES.values(), UITGAVE_TABLE)


def clean(file: OpenFile) -> None:
    """Write the tables of the cases anew, when anything was written since the last time.

    SQLite overwrites what is removed (`secure_delete`), but of a row that it moves to another
    page a copy may stay where it was, and no later edit reaches that. Raises what save raises;
    then the cases are as they were.
    """
    is_clean = file.changes == file.clean_at and file.was_cut_off is None
    if is_clean or file.read_only or file.is_locked or not file.is_open:
        return
    connection = file.connection
    with ExitStack() as after:
        with file.turns.hand:
            connection.execute("PRAGMA foreign_keys = OFF")  # a transaction cannot turn it off
        after.callback(_hold_references, file)
        with file.writing():
            _write_anew(connection)
    file.clean_at = file.changes


def _hold_references(file: OpenFile) -> None:
    if file.connected is not None:  # a connection that is made anew holds them
        with file.turns.hand:
            file.connected.execute("PRAGMA foreign_keys = ON")


def clean_if_possible(file: OpenFile) -> None:
    """Clean before a backup at closing; raises DamagedFile, and nothing else keeps from it."""
    try:
        clean(file)
    except DamagedFile:
        raise
    except HgkmError:
        with suppress(HgkmError):  # what could not be written may have ended the connection
            file.insist_on_connection()


def _write_anew(connection: Connection) -> None:
    """Write every row of the cases again, inside the transaction of the caller.

    All of them are held in memory meanwhile. A table that is emptied as a whole gives its pages
    back overwritten with zeros, which taking away its rows one by one would not do, so references
    must be loose. Raises DamagedFile before anything is written when a page could not be read.
    """
    with unharmed(connection):
        held = [table for table in TABLES if _has_rows(connection, table)]
        for table in held:
            query = f"SELECT rowid AS held, * FROM main.{table}"
            connection.execute(f"CREATE TEMP TABLE held_{table} AS {query}")
    for table in TABLES:
        connection.execute(f"DELETE FROM main.{table}")
    for table in held:
        names = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
        query = f"SELECT held, {names} FROM temp.held_{table} ORDER BY held"
        connection.execute(f"INSERT INTO main.{table} (rowid, {names}) {query}")
        connection.execute(f"DROP TABLE temp.held_{table}")


def _has_rows(connection: Connection, table: str) -> bool:
    return connection.execute(f"SELECT 1 FROM main.{table} LIMIT 1").fetchone() is not None
