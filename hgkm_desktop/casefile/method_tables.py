"""The tables and columns of step 6: what the methods add to a case, studies and meetings, and the
trail by which copies are merged."""

from __future__ import annotations

METHOD_CASE_TABLES = ("radertje", "naast_elkaar", "factor_code", "cruciaal_punt", "frisse_blik")

METHOD_TABLES = (
    """
    CREATE TABLE radertje (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        text TEXT NOT NULL,
        pull TEXT NOT NULL,
        about TEXT NOT NULL,
        betrokkene_id TEXT NOT NULL,
        start_precision TEXT NOT NULL,
        start_first TEXT,
        start_last TEXT,
        start_circa INTEGER NOT NULL,
        end_precision TEXT,
        end_first TEXT,
        end_last TEXT,
        end_circa INTEGER,
        ongoing INTEGER NOT NULL,
        influence TEXT NOT NULL,
        in_sight TEXT NOT NULL,
        consent TEXT NOT NULL,
        event_ids TEXT NOT NULL,
        audience TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE naast_elkaar (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        client TEXT NOT NULL,
        professionals TEXT NOT NULL,
        organisation_id TEXT NOT NULL,
        explanation TEXT NOT NULL,
        radertje_id TEXT NOT NULL,
        consent TEXT NOT NULL,
        event_ids TEXT NOT NULL,
        audience TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE factor_code (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        factor_id TEXT NOT NULL,
        own_words TEXT NOT NULL,
        kind TEXT NOT NULL,
        layer TEXT NOT NULL,
        event_id TEXT NOT NULL,
        beleving_id TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE cruciaal_punt (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        event_id TEXT NOT NULL,
        wanted TEXT NOT NULL,
        why_not TEXT NOT NULL,
        added_by TEXT NOT NULL,
        added_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE frisse_blik (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        event_id TEXT NOT NULL,
        viewer TEXT NOT NULL,
        mark TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE onderzoek (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        question TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        literature TEXT NOT NULL,
        places TEXT NOT NULL,
        types_note TEXT NOT NULL,
        household_types TEXT NOT NULL,
        cases TEXT NOT NULL,
        focus_groups TEXT NOT NULL,
        knoppen TEXT NOT NULL,
        conclusion TEXT NOT NULL,
        next_steps TEXT NOT NULL,
        decisions TEXT NOT NULL,
        steps_done TEXT NOT NULL,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE overlegreeks (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        members TEXT NOT NULL,
        meetings TEXT NOT NULL,
        note TEXT NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE spoor (
        id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        rev INTEGER NOT NULL,
        mark TEXT NOT NULL,
        PRIMARY KEY (id, rev, mark)
    ) STRICT
    """,
)

_TEXT, _LIST, _ANSWER, _NO = (
    ("TEXT", "''"),
    ("TEXT", "'[]'"),
    ("TEXT", "'onbekend'"),
    ("INTEGER", "0"),
)

# By table: each new column with its type, and the value that says nothing.
METHOD_COLUMNS: dict[str, dict[str, tuple[str, str]]] = {
    "casus": {
        "round_open": _NO,
        "round_blind": _NO,
        "round_by_event": _NO,
        "round_event_id": _TEXT,
        "round_spoken_ids": _LIST,
        "steps_done": _LIST,
        "selection_reason": _TEXT,
        "household_type": _TEXT,
        "area_problems": _LIST,
        "criteria": _LIST,
        "structurally_unsafe": _ANSWER,
        "closed_well": _ANSWER,
        "persistence": _ANSWER,
        "persistence_reason": _TEXT,
        "talk_held": _ANSWER,
        "talk_who": _TEXT,
        "talk_moment_precision": _ANSWER,
        "talk_moment_first": ("TEXT", "NULL"),
        "talk_moment_last": ("TEXT", "NULL"),
        "talk_moment_circa": _NO,
        "talk_consent": _ANSWER,
        "talk_note": _TEXT,
    },
    "gebeurtenis": {"added_at": _TEXT, "legal_ground": _TEXT},
    "verbeteractie": {"scale": ("TEXT", "NULL"), "log": _LIST},
    "settings": {"available": _LIST},
}
