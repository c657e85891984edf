"""Casusbestanden for tests: fast keys, a reader that is not ours, and what lies in a folder."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import apsw

from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.casefile.keys import derive_key

PASSPHRASE = "vijf gewone woorden achter elkaar"


def new_file(path: Path) -> CaseFile:
    return CaseFile.create(path, PASSPHRASE, kdf=TEST)


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
