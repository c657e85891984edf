"""The tables of a casusbestand, and the steps that bring an older file up to date.

A step that has reached a user is frozen: a change of a table is a new step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hgkm_desktop.casefile.engine import Connection, known_errors, number
from hgkm_desktop.casefile.exercise_tables import EXERCISE_COLUMNS, EXERCISE_TABLES
from hgkm_desktop.casefile.first_tables import FIRST_TABLES
from hgkm_desktop.casefile.method_tables import (
    METHOD_CASE_TABLES,
    METHOD_COLUMNS,
    METHOD_TABLES,
)
from hgkm_desktop.casefile.practice_tables import PRACTICE_COLUMNS, PRACTICE_TABLES
from hgkm_desktop.casefile.trail import mark_all

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x48474B4D  # "HGKM"
FIRST_VERSION, SCHEMA_VERSION = 1, 8

# What the line shows beside the events, and what an interventie brought about.
_BAND_TABLES = (
    """
    CREATE TABLE veiligheidscijfer (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        moment_precision TEXT NOT NULL,
        moment_first TEXT,
        moment_last TEXT,
        moment_circa INTEGER NOT NULL,
        score REAL NOT NULL,
        betrokkene_id TEXT NOT NULL,
        organisation_ids TEXT NOT NULL,
        jointly TEXT NOT NULL,
        at_closing INTEGER NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE regie (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        kind TEXT NOT NULL,
        holder TEXT NOT NULL,
        organisation_id TEXT NOT NULL,
        start_precision TEXT NOT NULL,
        start_first TEXT,
        start_last TEXT,
        start_circa INTEGER NOT NULL,
        end_precision TEXT,
        end_first TEXT,
        end_last TEXT,
        end_circa INTEGER,
        ongoing INTEGER NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE fase (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        phase TEXT NOT NULL,
        start_precision TEXT NOT NULL,
        start_first TEXT,
        start_last TEXT,
        start_circa INTEGER NOT NULL,
        end_precision TEXT,
        end_first TEXT,
        end_last TEXT,
        end_circa INTEGER,
        ongoing INTEGER NOT NULL,
        occurrence TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
)
_BANDS = (
    "ALTER TABLE gebeurtenis ADD COLUMN effect TEXT NOT NULL DEFAULT 'onbekend'",
    "ALTER TABLE casus ADD COLUMN t0_event_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE casus ADD COLUMN lane_order TEXT NOT NULL DEFAULT '[]'",
    *_BAND_TABLES,
    "CREATE INDEX veiligheidscijfer_by_case ON veiligheidscijfer (case_id)",
    "CREATE INDEX regie_by_case ON regie (case_id)",
    "CREATE INDEX fase_by_case ON fase (case_id)",
)

# Documents as they were issued. The bytes stand apart, so that opening a case reads none of them.
_UITGAVE_TABLES = (
    """
    CREATE TABLE uitgave (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        kind TEXT NOT NULL,
        form TEXT NOT NULL,
        version INTEGER NOT NULL,
        made_on TEXT NOT NULL,
        state TEXT NOT NULL,
        title TEXT NOT NULL,
        hidden INTEGER NOT NULL,
        total INTEGER NOT NULL,
        case_rev INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        pages INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE uitgave_inhoud (
        uitgave_id TEXT PRIMARY KEY NOT NULL REFERENCES uitgave (id),
        data BLOB NOT NULL
    ) STRICT
    """,
)
_UITGAVEN = (*_UITGAVE_TABLES, "CREATE INDEX uitgave_by_case ON uitgave (case_id)")

# Who has the file, why a case is kept, and which cases were destroyed. What is left of a destroyed
# case tells nothing of it, so it refers to no row of casus; finished_on is empty until all is gone.
_KEEPING_TABLES = (
    """
    CREATE TABLE zitting (
        id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
        computer TEXT NOT NULL,
        begonnen TEXT NOT NULL,
        laatst_opgeslagen TEXT NOT NULL,
        gesloten INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE vernietiging (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        begun_on TEXT NOT NULL,
        finished_on TEXT,
        function TEXT NOT NULL,
        ground TEXT NOT NULL,
        keep_until TEXT,
        removed TEXT NOT NULL,
        issued TEXT NOT NULL,
        backups INTEGER NOT NULL
    ) STRICT
    """,
)
_KEEPING = (
    "ALTER TABLE casus ADD COLUMN keep_reason TEXT NOT NULL DEFAULT ''",
    *_KEEPING_TABLES,
)

# Who read a case through before it was shared, and what was decided then.
_READING = (
    "ALTER TABLE casus ADD COLUMN read_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE casus ADD COLUMN read_on TEXT",
    "ALTER TABLE casus ADD COLUMN read_unread TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE casus ADD COLUMN read_cleared TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE casus ADD COLUMN read_alterations TEXT NOT NULL DEFAULT '[]'",
)


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
    2: _BAND_TABLES,
    3: _UITGAVE_TABLES,
    4: _KEEPING_TABLES,
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


def _first_tables(db: Database | Connection) -> None:
    for statement in FIRST_TABLES:
        db.execute(statement)
    db.execute("INSERT INTO settings VALUES (1, 1, '', '')")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


def _bands(db: Database | Connection) -> None:
    for statement in _BANDS:
        db.execute(statement)
    db.execute("PRAGMA user_version = 2")


def _uitgaven(db: Database | Connection) -> None:
    for statement in _UITGAVEN:
        db.execute(statement)
    db.execute("PRAGMA user_version = 3")


def _keeping(db: Database | Connection) -> None:
    for statement in _KEEPING:
        db.execute(statement)
    db.execute("PRAGMA user_version = 4")


def _reading(db: Database | Connection) -> None:
    for statement in _READING:
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
