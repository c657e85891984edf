"""Whether a file is sound: every page as it was encrypted, and all of them whole tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hgkm_desktop.casefile.engine import Connection, Key, connect, disconnect, known_errors, number
from hgkm_desktop.casefile.keys import HEADER_SIZE
from hgkm_desktop.casefile.problems import (
    CopyFailed,
    DamagedFile,
    WrongPassphrase,
)
from hgkm_desktop.errors import HgkmError

_LARGE, _OF_THE_SESSION = "uitgave_inhoud", ("zitting",)


class _NotAuthentic(DamagedFile):
    """A page is not as it was encrypted."""


def verify(path: Path, key: Key, header: bytes) -> None:
    """Read every page of a closed file. Raises CopyFailed when anything is not as it should be.

    The header must be the same, or the passphrase would not open the copy. Both checks are
    needed: each finds damage that the other one misses.
    """
    try:
        verify_new(path, key, header)
    except DamagedFile as error:
        raise CopyFailed from error


def verify_new(path: Path, key: Key, header: bytes) -> None:
    """As `verify`, for a copy that was just made page by page.

    Raises DamagedFile when it is whole as a copy: then what was copied was not in order.
    """
    with path.open("rb") as file:
        if file.read(HEADER_SIZE) != header:
            raise CopyFailed
    try:
        connection = connect(path, key, read_only=True)
    except (WrongPassphrase, DamagedFile) as error:
        raise CopyFailed from error
    try:
        insist_on_authentic(connection)
        insist_on_whole(connection)
    except _NotAuthentic as error:
        raise CopyFailed from error
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
            raise _NotAuthentic


def insist_on_whole(connection: Connection) -> None:
    """Raises DamagedFile when the pages do not make up whole tables, or no casusbestand."""
    with known_errors():
        found = [row[0] for row in connection.execute("PRAGMA integrity_check").fetchall()]
        if found != ["ok"] or not number(connection, "PRAGMA user_version"):
            raise DamagedFile


def insist_on_unharmed(connection: Connection) -> None:
    """Raises DamagedFile when a page that was read or copied through this was damaged.

    SQLCipher takes the first such page for zeros, without a word. Text then ends in them, and a
    copy gets a check number that fits them and looks sound. What tells is that the connection
    reads no page from the disk any more: not even the first, once that is out of memory. It must
    be made anew.
    """
    with known_errors():
        connection.execute("PRAGMA shrink_memory").fetchall()
        number(connection, "SELECT count(*) FROM sqlite_master")


@contextmanager
def unharmed(connection: Connection) -> Iterator[None]:
    """Raises DamagedFile when what is read inside came from a damaged page, whatever it led to."""
    try:
        yield
    finally:
        insist_on_unharmed(connection)


def hold_the_same(one: Path, other: Path, key: Key) -> bool:
    """Whether two sound, closed files with one key hold the same rows in the same places.

    Who has which file open is left out. False also when the other one cannot be read, such as one
    with an older passphrase. Both are compared by SQLite itself, which leaves others their turn.
    """
    try:
        with known_errors(), closing(connect(one, key, read_only=True)) as connection:
            # Without a key it gets that of the first one.
            connection.execute("ATTACH DATABASE ? AS other", (str(other),)).fetchall()
            tables = [_tables(connection, name) for name in ("main", "other")]
            return tables[0] == tables[1] and all(
                _is_same(connection, name) for name, _ in tables[0] if name not in _OF_THE_SESSION
            )
    except HgkmError:
        return False


def _tables(connection: Connection, file: str) -> list[tuple[str, str]]:
    query = f"SELECT name, sql FROM {file}.sqlite_master WHERE type = 'table' ORDER BY name"
    return [(name, made) for name, made in connection.execute(query)]


def _is_same(connection: Connection, table: str) -> bool:
    found = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    # Of an issued document another table has the fingerprint.
    names = ["uitgave_id"] if table == _LARGE else [row["name"] for row in found]
    ours, theirs = (", ".join(f'{file}."{name}"' for name in names) for file in ("a", "b"))
    same = number(
        connection,
        f'SELECT count(*) FROM main."{table}" AS a JOIN other."{table}" AS b'
        f" ON a.rowid = b.rowid WHERE ({ours}) IS ({theirs})",
    )
    counts = {number(connection, f'SELECT count(*) FROM {f}."{table}"') for f in ("main", "other")}
    return counts == {same}
