"""The tables and columns of step 7: zicht op de praktijk, how actions are followed, and figures."""

from __future__ import annotations

PRACTICE_TABLES = (
    """
    CREATE TABLE bestuursgesprek (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        held_on TEXT,
        present TEXT NOT NULL,
        topics TEXT NOT NULL,
        progress TEXT NOT NULL,
        begun INTEGER NOT NULL,
        note TEXT NOT NULL,
        acties TEXT NOT NULL,
        next_on TEXT,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE steekproef (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        question TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        municipality TEXT NOT NULL,
        period_from TEXT,
        period_to TEXT,
        drawn_by TEXT NOT NULL,
        drawn_how TEXT NOT NULL,
        drawn_from INTEGER,
        cases TEXT NOT NULL,
        evaluated_on TEXT,
        present TEXT NOT NULL,
        conclusion TEXT NOT NULL,
        acties TEXT NOT NULL,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE leertafel (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        held_on TEXT,
        starts_at INTEGER,
        present TEXT NOT NULL,
        cases TEXT NOT NULL,
        signals TEXT NOT NULL,
        uitvoerders TEXT NOT NULL,
        agenda TEXT NOT NULL,
        progress TEXT NOT NULL,
        begun INTEGER NOT NULL,
        reflections TEXT NOT NULL,
        successes TEXT NOT NULL,
        no_success_reason TEXT NOT NULL,
        knelpunten TEXT NOT NULL,
        begrippen TEXT NOT NULL,
        acties TEXT NOT NULL,
        conclusion TEXT NOT NULL,
        next_on TEXT,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE terugkoppeling (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        district TEXT NOT NULL,
        period_from TEXT,
        period_to TEXT,
        told_on TEXT,
        learned TEXT NOT NULL,
        needed TEXT NOT NULL,
        note TEXT NOT NULL,
        left_out_ids TEXT NOT NULL,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE cijferoverzicht (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        area TEXT NOT NULL,
        area_kind TEXT NOT NULL,
        own TEXT NOT NULL,
        figures TEXT NOT NULL,
        duidingen TEXT NOT NULL,
        insights TEXT NOT NULL,
        note TEXT NOT NULL,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT
    """,
)

# Each new column of a verbeteractie with its type, and the value that says nothing.
PRACTICE_COLUMNS: dict[str, dict[str, tuple[str, str]]] = {
    "verbeteractie": {
        "body": ("TEXT", "''"),
        "escalations": ("TEXT", "'[]'"),
        "promise": ("TEXT", "''"),
        "knelpunt_id": ("TEXT", "''"),
    },
}
