"""Whether a file holds the very tables that this program makes, and so no SQL of anyone else."""

from __future__ import annotations

from functools import cache
from itertools import islice

from sqlcipher3 import dbapi2

from hgkm_desktop.casefile.engine import Connection, bounded, known_errors, number
from hgkm_desktop.casefile.laid_over import as_up_to_date
from hgkm_desktop.casefile.problems import NewerVersion, WrongContent
from hgkm_desktop.casefile.reading import read_headings, read_settings, value_ids
from hgkm_desktop.casefile.schema import (
    APPLICATION_ID,
    FIRST_VERSION,
    SCHEMA_VERSION,
    STEPS,
)

Made = tuple[str, str, str, str]  # type, name, table and statement of what is in a file

# The books of sqlite-utils on the steps that a file has had, as it makes them.
_BOOKS = "_sqlite_migrations"
_MADE_FOR_BOOKS = (
    f"""
    CREATE TABLE "{_BOOKS}" ("id" INTEGER PRIMARY KEY, "migration_set" TEXT, "name" TEXT,
        "applied_at" TEXT)
    """,
    f"""
    CREATE UNIQUE INDEX "idx_{_BOOKS}_migration_set_name" ON "{_BOOKS}" ("migration_set", "name")
    """,
)


def insist_on_ours(connection: Connection, *, is_damaged: bool) -> None:
    """Raises NewerVersion, and WrongContent for a file that this program cannot have made.

    Whoever knows the passphrase can put triggers, views, rules and other tables in a file. What
    they say would run with our own statements, so this comes before anything else is asked of it.
    Of a file that is not damaged the settings and the list of cases are right as well: it is
    refused before it is brought up to date, and nobody takes it for empty.
    """
    with known_errors(), bounded(connection):
        version = number(connection, "PRAGMA user_version")
        if version > SCHEMA_VERSION:
            raise NewerVersion
        is_ours = number(connection, "PRAGMA application_id") == APPLICATION_ID
        if not is_ours or version < FIRST_VERSION or _made(connection) != _made_by_us(version):
            raise WrongContent
        if _steps_had(connection) != sorted(islice(STEPS, version)):
            raise WrongContent
        if not is_damaged:
            with as_up_to_date(connection):
                read_settings(connection)
                read_headings(connection, counted=False)
                value_ids(connection)


def _made(connection: Connection) -> frozenset[Made]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM main.sqlite_master").fetchall()
    # How a line is broken is up to the libraries, which may change.
    return frozenset((row[0], row[1], row[2], "".join(str(row[3]).split())) for row in rows)


@cache
def _made_by_us(version: int) -> frozenset[Made]:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    try:
        for statement in _MADE_FOR_BOOKS:
            connection.execute(statement)
        for step in islice(STEPS.values(), version):
            step(connection)
        return _made(connection)
    finally:
        connection.close()


def _steps_had(connection: Connection) -> list[str]:
    query = f"SELECT name FROM {_BOOKS} WHERE migration_set = 'hgkm_desktop' ORDER BY name"
    return [str(row[0]) for row in connection.execute(query).fetchall()]
