"""New files and copies: written under another name, checked, and only then put in their place."""

from __future__ import annotations

import os
from pathlib import Path

from hgkm_desktop.casefile.engine import Connection, Key, connect, disconnect, known_errors, number
from hgkm_desktop.casefile.keys import HEADER_SIZE
from hgkm_desktop.casefile.problems import (
    CopyFailed,
    DamagedFile,
    FileExists,
    FolderMissing,
    WrongPassphrase,
)


def working_name(path: Path) -> Path:
    """Where a file is written before it gets its own name."""
    return path.with_name(path.name + ".new")


def refuse_to_overwrite(path: Path) -> None:
    """Raises FileExists when something is at this path, and FolderMissing without a folder."""
    if not path.parent.is_dir():
        raise FolderMissing
    if path.exists():
        raise FileExists


def discard(path: Path) -> None:
    """Remove what a stopped attempt left, with its journal."""
    path.unlink(missing_ok=True)
    path.with_name(path.name + "-journal").unlink(missing_ok=True)


def put_in_place(path: Path) -> None:
    """Give the file at the working name its own name, once it is on the disk for certain."""
    new = working_name(path)
    _flush(new, os.O_RDWR)
    refuse_to_overwrite(path)
    os.replace(new, path)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Return once the names in a folder are on the disk as they are now."""
    if os.name != "nt":  # Windows does not open folders
        _flush(folder, os.O_RDONLY)


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def verify(path: Path, key: Key, header: bytes) -> None:
    """Read every page of a closed file. Raises CopyFailed when anything is not as it should be.

    The header must be the same, or the passphrase would not open the copy. Both checks are
    needed: each finds damage that the other one misses.
    """
    with path.open("rb") as file:
        if file.read(HEADER_SIZE) != header:
            raise CopyFailed
    try:
        _read_everything(path, key)
    except (WrongPassphrase, DamagedFile) as error:
        raise CopyFailed from error


def _read_everything(path: Path, key: Key) -> None:
    connection = connect(path, key, read_only=True)
    try:
        insist_on_sound(connection)
    finally:
        disconnect(connection)


def insist_on_sound(connection: Connection) -> None:
    """Read every page of an open file. Raises DamagedFile when anything is not as it should be."""
    insist_on_authentic(connection)
    insist_on_whole(connection)


def insist_on_authentic(connection: Connection) -> None:
    """Raises DamagedFile when a page is not as it was encrypted."""
    with known_errors():
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            raise DamagedFile


def insist_on_whole(connection: Connection) -> None:
    """Raises DamagedFile when the pages do not make up whole tables, or no casusbestand."""
    with known_errors():
        found = [row[0] for row in connection.execute("PRAGMA quick_check").fetchall()]
        if found != ["ok"] or not number(connection, "PRAGMA user_version"):
            raise DamagedFile


def insist_on_unharmed(connection: Connection) -> None:
    """Raises DamagedFile when a page that was copied through this connection was damaged.

    SQLCipher then copies zeros for it, without a word and with a check number that fits them, so
    the copy can look sound. What tells is that the connection reads no page from the disk any
    more: not even the first, once that is out of memory. It must be made anew.
    """
    with known_errors():
        connection.execute("PRAGMA shrink_memory").fetchall()
        number(connection, "SELECT count(*) FROM sqlite_master")
