"""Casusbestanden for tests: fast keys, a reader that is not ours, and what lies in a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import apsw
from sqlcipher3.dbapi2 import Connection

from hgkm_desktop.casefile import TEST, CaseFile, building
from hgkm_desktop.casefile.engine import number
from hgkm_desktop.casefile.keys import derive_key
from hgkm_desktop.casefile.schema import bring_up_to_date

PASSPHRASE = "vijf gewone woorden achter elkaar"


_tables: list[tuple[str, tuple[Any, ...]]] = []


def new_file(path: Path) -> CaseFile:
    """A new file with a header of its own; how its tables come about is looked up once."""
    with patch.object(building, "bring_up_to_date", with_tables):
        return CaseFile.create(path, PASSPHRASE, kdf=TEST)


def with_tables(connection: Connection) -> None:
    """The empty tables as the first file got them, without all that led up to this version."""
    if not _tables:
        bring_up_to_date(connection)
        _tables.extend(all_that_it_holds(connection))
        return
    connection.execute("BEGIN")
    for statement, values in _tables:
        connection.execute(statement, values)
    connection.execute("COMMIT")


def all_that_it_holds(connection: Connection) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The statements, each with its values, that make an empty database into this one."""
    for pragma in ("application_id", "user_version"):
        yield f"PRAGMA {pragma} = {number(connection, f'PRAGMA {pragma}')}", ()
    parts = "SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY rowid"
    for kind, name, sql in connection.execute(parts).fetchall():
        yield sql, ()
        for row in connection.execute(f"SELECT * FROM {name}") if kind == "table" else ():
            yield f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", row


def open_file(path: Path, passphrase: str = PASSPHRASE, **more: Any) -> CaseFile:
    return CaseFile.open(path, passphrase, kdf=TEST, **more)


def key_of(path: Path, passphrase: str = PASSPHRASE) -> bytes:
    """The raw key of a file that nobody has open."""
    return bytes(derive_key(passphrase, path.read_bytes()[:16], TEST))


def foreign_connection(path: Path, key: bytes) -> apsw.Connection:
    """The file opened by SQLite3MC, which shares no code with SQLCipher."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.execute("PRAGMA cipher = 'sqlcipher'")
    connection.execute("PRAGMA legacy = 4")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def rows(path: Path, query: str, passphrase: str = PASSPHRASE) -> list[tuple[Any, ...]]:
    """What a program that is not ours reads from a file."""
    connection = foreign_connection(path, key_of(path, passphrase))
    try:
        return list(connection.execute(query))
    finally:
        connection.close()


def revisions(path: Path, table: str) -> dict[str, int]:
    return dict(rows(path, f"SELECT id, rev FROM {table}"))


def contents(folder: Path) -> dict[str, str]:
    """The name and the fingerprint of everything in a folder."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}
