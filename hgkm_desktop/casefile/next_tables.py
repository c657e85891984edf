"""The tables and columns of steps 2 to 5 of a casusbestand; frozen, as those of the first."""

# What the line shows beside the events, and what an interventie brought about.
BAND_TABLES = (
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
BANDS = (
    "ALTER TABLE gebeurtenis ADD COLUMN effect TEXT NOT NULL DEFAULT 'onbekend'",
    "ALTER TABLE casus ADD COLUMN t0_event_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE casus ADD COLUMN lane_order TEXT NOT NULL DEFAULT '[]'",
    *BAND_TABLES,
    "CREATE INDEX veiligheidscijfer_by_case ON veiligheidscijfer (case_id)",
    "CREATE INDEX regie_by_case ON regie (case_id)",
    "CREATE INDEX fase_by_case ON fase (case_id)",
)

# Documents as they were issued. The bytes stand apart, so that opening a case reads none of them.
UITGAVE_TABLES = (
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
UITGAVEN = (*UITGAVE_TABLES, "CREATE INDEX uitgave_by_case ON uitgave (case_id)")

# Who has the file, why a case is kept, and which cases were destroyed. What is left of a destroyed
# case tells nothing of it, so it refers to no row of casus; finished_on is empty until all is gone.
KEEPING_TABLES = (
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
KEEPING = (
    "ALTER TABLE casus ADD COLUMN keep_reason TEXT NOT NULL DEFAULT ''",
    *KEEPING_TABLES,
)

# Who read a case through before it was shared, and what was decided then.
READING = (
    "ALTER TABLE casus ADD COLUMN read_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE casus ADD COLUMN read_on TEXT",
    "ALTER TABLE casus ADD COLUMN read_unread TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE casus ADD COLUMN read_cleared TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE casus ADD COLUMN read_alterations TEXT NOT NULL DEFAULT '[]'",
)
