"""The tables and columns of step 8: exercises and when they were played, and the smallest count
that is told outside the circle."""

from __future__ import annotations

EXERCISE_TABLES = (
    """
    CREATE TABLE oefening (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        from_case_id TEXT NOT NULL,
        library_id TEXT NOT NULL,
        about TEXT NOT NULL,
        for_whom TEXT NOT NULL,
        goals TEXT NOT NULL,
        opening TEXT NOT NULL,
        closing TEXT NOT NULL,
        betrokkenen TEXT NOT NULL,
        organisations TEXT NOT NULL,
        events TEXT NOT NULL,
        t0_event_id TEXT NOT NULL,
        roles TEXT NOT NULL,
        rounds TEXT NOT NULL,
        facts TEXT NOT NULL,
        points TEXT NOT NULL,
        branches TEXT NOT NULL,
        questions TEXT NOT NULL,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE speelbeurt (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        exercise_id TEXT NOT NULL,
        from_case_id TEXT NOT NULL,
        held_on TEXT,
        starts_at INTEGER,
        tables TEXT NOT NULL,
        place INTEGER NOT NULL,
        choices TEXT NOT NULL,
        differences TEXT NOT NULL,
        conclusion TEXT NOT NULL,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT
    """,
)

# Each new column with its type, and the value that says nothing.
EXERCISE_COLUMNS: dict[str, dict[str, tuple[str, str]]] = {
    "settings": {"small_below": ("INTEGER", "5")},
}
