"""The tables of a casusbestand, and the steps that bring an older file up to date.

A step that has reached a user is frozen: a change of a table is a new step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from hgkm_desktop.casefile.engine import Connection, known_errors, number
from hgkm_desktop.casefile.exercise_tables import EXERCISE_COLUMNS, EXERCISE_TABLES
from hgkm_desktop.casefile.first_tables import FIRST_TABLES
from hgkm_desktop.casefile.laid_over import show_as_up_to_date
from hgkm_desktop.casefile.method_tables import (
    METHOD_CASE_TABLES,
    METHOD_COLUMNS,
    METHOD_TABLES,
)
from hgkm_desktop.casefile.next_tables import BANDS, KEEPING, READING, UITGAVEN
from hgkm_desktop.casefile.practice_tables import PRACTICE_COLUMNS, PRACTICE_TABLES
from hgkm_desktop.casefile.trail import mark_all

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x48474B4D  # "HGKM"
FIRST_VERSION, SCHEMA_VERSION = 1, 8


def _first_tables(db: Database | Connection) -> None:
    for statement in FIRST_TABLES:
        db.execute(statement)
    db.execute("INSERT INTO settings VALUES (1, 1, '', '')")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


def _bands(db: Database | Connection) -> None:
    for statement in BANDS:
        db.execute(statement)
    db.execute("PRAGMA user_version = 2")


def _uitgaven(db: Database | Connection) -> None:
    for statement in UITGAVEN:
        db.execute(statement)
    db.execute("PRAGMA user_version = 3")


def _keeping(db: Database | Connection) -> None:
    for statement in KEEPING:
        db.execute(statement)
    db.execute("PRAGMA user_version = 4")


def _reading(db: Database | Connection) -> None:
    for statement in READING:
        db.execute(statement)
    db.execute("PRAGMA user_version = 5")


# The tables of records that were there before a row had a trail.
_MARKED = (
    *("betrokkene", "organisatie", "deelnemer", "gebeurtenis", "beleving", "duidingsverschil"),
    *("les", "verbeteractie", "veiligheidscijfer", "regie", "fase"),
)


def _methods(db: Database | Connection) -> None:
    for statement in METHOD_TABLES:
        db.execute(statement)
    for table in METHOD_CASE_TABLES:
        db.execute(f"CREATE INDEX {table}_by_case ON {table} (case_id)")
    _add_columns(db, METHOD_COLUMNS)
    for table in _MARKED:
        mark_all(db, table, "case_id", "1")
    mark_all(db, "casus", "id", "1")
    mark_all(db, "tombstone", "case_id", "record_type <> 'uitgave'")
    db.execute("PRAGMA user_version = 6")


def _practice(db: Database | Connection) -> None:
    for statement in PRACTICE_TABLES:
        db.execute(statement)
    _add_columns(db, PRACTICE_COLUMNS)
    db.execute("PRAGMA user_version = 7")


def _exercises(db: Database | Connection) -> None:
    for statement in EXERCISE_TABLES:
        db.execute(statement)
    _add_columns(db, EXERCISE_COLUMNS)
    db.execute("PRAGMA user_version = 8")


def _add_columns(
    db: Database | Connection, added: Mapping[str, Mapping[str, tuple[str, str]]]
) -> None:
    for table, columns in added.items():
        for name, (kind, value) in columns.items():
            told = f"{name} {kind}" + ("" if value == "NULL" else f" NOT NULL DEFAULT {value}")
            db.execute(f"ALTER TABLE {table} ADD COLUMN {told}")


STEPS: dict[str, Callable[[Database | Connection], None]] = {
    "1_first_tables": _first_tables,
    "2_bands": _bands,
    "3_uitgaven": _uitgaven,
    "4_keeping": _keeping,
    "5_reading": _reading,
    "6_methods": _methods,
    "7_practice": _practice,
    "8_exercises": _exercises,
}


def bring_up_to_date(connection: Connection) -> None:
    """Take the steps that this file has not had, each in a transaction of its own."""
    from sqlite_utils import Database, Migrations  # heavy, and most openings need no step

    steps = Migrations("hgkm_desktop")
    for name, step in STEPS.items():
        steps(name=name)(step)
    with known_errors():
        steps.apply(Database(connection, execute_plugins=False))


def check_version(connection: Connection, *, read_only: bool) -> None:
    """Bring an older file up to date; one that may only be read is shown so and stays as it is.

    Only for a file of which `insist_on_ours` found that it is ours.
    """
    if number(connection, "PRAGMA user_version") == SCHEMA_VERSION:
        return
    if read_only:
        show_as_up_to_date(connection)
    else:
        bring_up_to_date(connection)
