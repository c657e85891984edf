"""The tables of a casusbestand, and the steps that bring an older file up to date.

A step that has reached a user is frozen: a change of a table is a new step.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hgkm_desktop.casefile.engine import Connection, known_errors

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x48474B4D  # "HGKM"
FIRST_VERSION, SCHEMA_VERSION = 1, 2

# One table for each kind of record, each with the id, the case and the revision of its records.
# A moment is four columns; several values in one column are JSON with readable keys.
_FIRST_TABLES = (
    """
    CREATE TABLE casus (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        reason TEXT NOT NULL,
        organiser TEXT NOT NULL,
        methods TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        keep_until TEXT,
        violence TEXT NOT NULL,
        life_areas TEXT NOT NULL,
        check_procedure_running TEXT NOT NULL,
        check_procedure_note TEXT NOT NULL,
        check_board_decided TEXT NOT NULL,
        check_heard TEXT NOT NULL,
        check_heard_note TEXT NOT NULL,
        check_legal_ground TEXT NOT NULL,
        check_rules_read INTEGER NOT NULL,
        summary_title TEXT NOT NULL,
        summary_sentences TEXT NOT NULL,
        summary_children TEXT NOT NULL,
        summary_questions TEXT NOT NULL,
        summary_beleving_ids TEXT NOT NULL,
        summary_verschil_ids TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE betrokkene (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        role TEXT NOT NULL,
        age_band TEXT NOT NULL,
        is_child INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE organisatie (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        name TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE deelnemer (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        organisation_id TEXT NOT NULL,
        function TEXT NOT NULL,
        involved_then INTEGER NOT NULL,
        involved_now INTEGER NOT NULL,
        is_manager INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE gebeurtenis (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
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
        possible_since_precision TEXT,
        possible_since_first TEXT,
        possible_since_last TEXT,
        possible_since_circa INTEGER,
        fact TEXT NOT NULL,
        fact_status TEXT NOT NULL,
        status_by TEXT NOT NULL,
        source TEXT NOT NULL,
        involved TEXT NOT NULL,
        organisation_ids TEXT NOT NULL,
        knowledge TEXT NOT NULL,
        reported_to TEXT NOT NULL,
        feedback_given TEXT NOT NULL,
        child_present TEXT NOT NULL,
        child_seen TEXT NOT NULL,
        child_spoken TEXT NOT NULL,
        child_spoken_by TEXT NOT NULL,
        instrument TEXT NOT NULL,
        pressure TEXT,
        result TEXT NOT NULL,
        chain_phase TEXT,
        safety_phase TEXT,
        is_risk_moment INTEGER NOT NULL,
        is_pivotal INTEGER NOT NULL,
        is_shown INTEGER NOT NULL,
        added_by TEXT NOT NULL,
        added_on TEXT,
        audience TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE beleving (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        event_id TEXT NOT NULL,
        deelnemer_id TEXT NOT NULL,
        mark TEXT NOT NULL,
        risk_of TEXT,
        safety_of TEXT NOT NULL,
        explanation TEXT NOT NULL,
        now_different TEXT NOT NULL,
        obstacle TEXT NOT NULL,
        needed_from TEXT NOT NULL,
        audience TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE duidingsverschil (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        about TEXT NOT NULL,
        readings TEXT NOT NULL,
        event_ids TEXT NOT NULL,
        surfaced TEXT NOT NULL,
        consequence TEXT NOT NULL,
        spoken_out TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE les (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        text TEXT NOT NULL,
        explanation TEXT NOT NULL,
        event_ids TEXT NOT NULL,
        level TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE verbeteractie (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        text TEXT NOT NULL,
        lesson_id TEXT NOT NULL,
        outcome TEXT NOT NULL,
        level TEXT NOT NULL,
        asked TEXT,
        owner TEXT NOT NULL,
        owner_function TEXT NOT NULL,
        owner_at_table TEXT NOT NULL,
        keeper TEXT NOT NULL,
        feasible TEXT NOT NULL,
        due TEXT,
        status TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE settings (
        id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
        rev INTEGER NOT NULL,
        organisation TEXT NOT NULL,
        accent TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE tombstone (
        id TEXT PRIMARY KEY NOT NULL,
        record_type TEXT NOT NULL,
        case_id TEXT NOT NULL,
        rev INTEGER NOT NULL,
        deleted_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX betrokkene_by_case ON betrokkene (case_id)",
    "CREATE INDEX organisatie_by_case ON organisatie (case_id)",
    "CREATE INDEX deelnemer_by_case ON deelnemer (case_id)",
    "CREATE INDEX gebeurtenis_by_case ON gebeurtenis (case_id)",
    "CREATE INDEX beleving_by_case ON beleving (case_id)",
    "CREATE INDEX duidingsverschil_by_case ON duidingsverschil (case_id)",
    "CREATE INDEX les_by_case ON les (case_id)",
    "CREATE INDEX verbeteractie_by_case ON verbeteractie (case_id)",
)

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

# How a file without that step is read where it may not be taken: nothing of it reaches the file.
_AS_IF_BANDS = (
    "CREATE TEMP VIEW gebeurtenis AS SELECT *, 'onbekend' AS effect FROM main.gebeurtenis",
    "CREATE TEMP VIEW casus AS"
    " SELECT rowid, *, '' AS t0_event_id, '[]' AS lane_order FROM main.casus",
    *(table.replace("CREATE TABLE", "CREATE TEMP TABLE") for table in _BAND_TABLES),
)


def _first_tables(db: Database) -> None:
    for statement in _FIRST_TABLES:
        db.execute(statement)
    db.execute("INSERT INTO settings VALUES (1, 1, '', '')")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


def _bands(db: Database) -> None:
    for statement in _BANDS:
        db.execute(statement)
    db.execute("PRAGMA user_version = 2")


def bring_up_to_date(connection: Connection) -> None:
    """Take the steps that this file has not had, each in a transaction of its own."""
    from sqlite_utils import Database, Migrations  # heavy, and most openings need no step

    steps = Migrations("hgkm_desktop")
    steps(name="1_first_tables")(_first_tables)
    steps(name="2_bands")(_bands)
    with known_errors():
        steps.apply(Database(connection, execute_plugins=False))


def show_as_up_to_date(connection: Connection) -> None:
    """Let a file of version 1 be read as if it had every step, for as long as it is open.

    For a file that may not be written: it stays as it is.
    """
    with known_errors():
        for statement in _AS_IF_BANDS:
            connection.execute(statement)


@contextmanager
def as_stored(connection: Connection) -> Iterator[None]:
    """The file itself, without what show_as_up_to_date laid over it: VACUUM mixes up the two."""
    shown = connection.execute(
        "SELECT type, name FROM sqlite_temp_master WHERE type IN ('table', 'view')"
    ).fetchall()
    for kind, name in shown:
        connection.execute(f"DROP {kind} temp.{name}")
    try:
        yield
    finally:
        if shown:
            show_as_up_to_date(connection)
