"""What someone who knows the passphrase can write in a casusbestand: anything, past every rule."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from tests.casefile.files import foreign_connection, key_of

LOOSENED = "UPDATE sqlite_master SET sql = {0} WHERE type = 'table' AND sql <> {0}"
WITHOUT_RULES = (
    "replace(replace(replace(replace(sql, ' STRICT', ''), ' NOT NULL', ''), ' TEXT', ''), "
    "' REAL', '')"
)


@contextmanager
def past_every_rule(path: Path, key: bytes | None = None) -> Iterator[apsw.Connection]:
    """A connection for which the tables take any value; afterwards they say what they said."""
    connection = foreign_connection(path, key or key_of(path))
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA writable_schema = ON")
        kept = list(connection.execute("SELECT sql, name FROM sqlite_master WHERE type = 'table'"))
        connection.execute(LOOSENED.format(WITHOUT_RULES))
        connection.execute("PRAGMA writable_schema = RESET")
        yield connection
        connection.execute("PRAGMA writable_schema = ON")
        connection.executemany("UPDATE sqlite_master SET sql = ? WHERE name = ?", kept)
    finally:
        connection.close()
