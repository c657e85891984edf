"""SQLCipher: bound to sqlite-utils, opened with every setting, its errors turned into ours."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from pathlib import Path

import sqlcipher3
from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection as Connection

from hgkm_desktop.casefile.keys import KEY_SIZE, wipe
from hgkm_desktop.casefile.problems import (
    DamagedFile,
    DiskFull,
    FileBusy,
    FolderMissing,
    ReadOnlyFile,
    TooLarge,
    UnfinishedEdit,
    WrongContent,
    WrongPassphrase,
)
from hgkm_desktop.errors import HgkmError

# sqlite-utils prefers a module of this name over sqlite3. It must not have chosen yet, or it
# would not recognise the errors of SQLCipher.
if "sqlite_utils" in sys.modules and sys.modules.get("pysqlite3") is not sqlcipher3:
    raise RuntimeError("sqlite_utils was imported before hgkm_desktop.casefile could bind it")
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

Key = bytes | bytearray

_HEXADECIMAL = b"0123456789abcdef"
_WAIT = 0.5  # seconds for a lock of another program
_TEMP_IN_MEMORY = 2
_PAGES_AT_ONCE = 1_000
_IN_PAGE = 4096 - 80 - 4  # bytes of a value in a page of its own, beside what SQLCipher keeps there
_MOST_MEMORY = 256 * 1024**2  # bytes that SQLCipher may use: no cell of a foreign file fills it all
MOST_STEPS, _STEPS_AT_ONCE = 50_000_000, 1_000_000  # of its machine, in one reading or writing
PAUSES = (0.05, 0.2)  # seconds before what could not be read is read again

# TRUNCATE with FULL loses no edit in a power cut, and NORMAL locking notices that a sync program
# replaced the file; WAL and EXCLUSIVE kept on saying "saved". A file may come from anyone who knows
# its passphrase: no function that is not harmless runs from it, and pages are looked at twice.
_SETTINGS = (
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "foreign_keys = ON",
    "locking_mode = NORMAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "cell_size_check = ON",
    f"hard_heap_limit = {_MOST_MEMORY}",
)


def connect(path: Path, key: Key, *, read_only: bool = False) -> Connection:
    """Open an existing encrypted file with its 32-byte key.

    The connection may be handed to another thread but serves one thread at a time. It is tried
    twice, for one read that went wrong looks like a wrong key, or like damage.
    Raises WrongPassphrase when the key does not fit, and the errors of known_errors.
    """
    flags = dbapi2.SQLITE_OPEN_READONLY if read_only else dbapi2.SQLITE_OPEN_READWRITE
    was_cut_off = not read_only and _was_cut_off(path)
    try:
        connection = _connect(path, _raw(key, KEY_SIZE), flags)
    except (WrongPassphrase, DamagedFile):
        with _still_cut_off(path) if was_cut_off else nullcontext():
            connection = _connect(path, _raw(key, KEY_SIZE), flags)
    if was_cut_off:
        # What the file holds can be read all the same.
        with suppress(dbapi2.Error, MemoryError):
            _write_free_pages(connection)
    return connection


def opens(path: Path, key: Key) -> bool:
    """Whether this is the key of a file that nobody has open."""
    try:
        disconnect(connect(path, key), path)
    except HgkmError:
        return False
    return True


def _was_cut_off(path: Path) -> bool:
    """Whether the last one who wrote could not finish, so that connecting plays a journal back."""
    try:
        return journal_of(path).stat().st_size > 0
    except OSError:
        return False


@contextmanager
def _still_cut_off(path: Path) -> Iterator[None]:
    """Let who connects after us know that the last write was cut off, when we cannot connect.

    Even with a wrong key the journal is played back, and is gone. What is put in its place SQLite
    takes for a journal in which nothing is left.
    """
    try:
        yield
    except HgkmError:
        with suppress(OSError):
            if not _was_cut_off(path):
                journal_of(path).write_bytes(b"\0")
        raise


def _write_free_pages(connection: Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        renew_free_pages(connection)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def renew_free_pages(connection: Connection) -> None:
    """Write every free page anew, inside the transaction of the caller.

    Of a page that was free when a write began the journal has nothing. A write that was cut off
    may leave it half written: nothing was in it, but SQLCipher would call the file damaged.
    """
    connection.execute("CREATE TABLE taken (what BLOB)")
    while pages := number(connection, "PRAGMA freelist_count"):
        size = min(pages, _PAGES_AT_ONCE) * _IN_PAGE
        connection.execute("INSERT INTO taken VALUES (zeroblob(?))", (size,))
    connection.execute("DROP TABLE taken")


def connect_new(path: Path, key: Key, header: bytes) -> Connection:
    """Make an encrypted file at a path where nothing is, beginning with these 16 bytes.

    The header goes along only here: given for an existing file, it would hide a damaged one.
    """
    flags = dbapi2.SQLITE_OPEN_READWRITE | dbapi2.SQLITE_OPEN_CREATE
    return _connect(path, _raw(key, KEY_SIZE, header), flags)


def reset_key(connection: Connection, key: Key, header: bytes) -> None:
    """Encrypt all of an open file anew with another key, in one transaction of SQLCipher.

    The header stays: with another one, a cut-off change could leave a file that begins with the
    one and is encrypted with the other. Raises the errors of known_errors; then the old key holds.
    """
    raw_key = _raw(key, KEY_SIZE, header)
    try:
        with known_errors():
            connection.reset_key(raw_key)
    finally:
        wipe(raw_key)


def _raw(key: Key, size: int, header: bytes = b"") -> bytearray:
    """The key as SQLCipher reads it, x'…', in bytes that can be wiped as no text can."""
    # SQLCipher takes anything malformed for a passphrase, without a word.
    if len(key) != size:
        raise ValueError("a raw key has the wrong length")
    raw = bytearray(2 * (size + len(header)) + 3)  # grown, it would leave pieces of it behind
    raw[:2], raw[-1:] = b"x'", b"'"
    for part, start in ((key, 2), (header, 2 + 2 * size)):
        for place, byte in enumerate(part):
            raw[start + 2 * place] = _HEXADECIMAL[byte >> 4]
            raw[start + 2 * place + 1] = _HEXADECIMAL[byte & 15]
    return raw


def _connect(path: Path, raw_key: bytearray, flags: int) -> Connection:
    with known_errors(opening=True), ExitStack() as after:
        after.callback(wipe, raw_key)
        connection = dbapi2.connect(
            str(path), timeout=_WAIT, isolation_level=None, check_same_thread=False, flags=flags
        )
        try:
            _set_up(connection, raw_key, read_only=flags == dbapi2.SQLITE_OPEN_READONLY)
        except BaseException:
            connection.close()
            raise
    return connection


def _set_up(connection: Connection, raw_key: bytearray, *, read_only: bool) -> None:
    connection.row_factory = dbapi2.Row
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.set_key(raw_key)
    connection.enable_load_extension(False)
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}").fetchall()
    if number(connection, "PRAGMA temp_store") != _TEMP_IN_MEMORY:
        raise RuntimeError("temporary tables would reach the disk unencrypted")
    number(connection, "SELECT count(*) FROM sqlite_master")  # reads: here a wrong key shows
    if not read_only:
        connection.execute("PRAGMA journal_mode = TRUNCATE").fetchall()


def disconnect(connection: Connection, written: Path | None = None) -> None:
    """Close; the one writer names its file, and the empty journal beside that is removed."""
    connection.close()
    if written is None:
        return
    journal = journal_of(written)
    with suppress(OSError):
        if journal.stat().st_size == 0:
            journal.unlink()


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what a write that is going on would take back."""
    return path.with_name(path.name + "-journal")


def number(connection: Connection, query: str) -> int:
    """The one number that a query gives."""
    return int(connection.execute(query).fetchone()[0])


@contextmanager
def bounded(connection: Connection) -> Iterator[None]:
    """End what goes on for longer than any case takes: pages can be made to lead in circles.

    It then raises WrongContent through known_errors, after some ten seconds at the most.
    """
    left = iter(range(MOST_STEPS // _STEPS_AT_ONCE))
    connection.set_progress_handler(lambda: next(left, None) is None, _STEPS_AT_ONCE)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def known_errors(*, opening: bool = False) -> Iterator[None]:
    """Turn the errors of SQLCipher and of the disk that we know into ours; others pass."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        known = _known_database_error(error, opening=opening)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        known = _known_disk_error(error)
        if known is None:
            raise
        raise known from error
    except MemoryError as error:  # a cell that is far too long
        raise TooLarge from error
    except UnicodeDecodeError as error:  # the words of an error, which quoted what is no text
        raise WrongContent from error


_CODES: dict[str, Callable[[], HgkmError]] = {
    "SQLITE_FULL": DiskFull,
    "SQLITE_IOERR": DiskFull,
    "SQLITE_BUSY": FileBusy,
    "SQLITE_LOCKED": FileBusy,
    "SQLITE_READONLY": ReadOnlyFile,
    "SQLITE_CANTOPEN": ReadOnlyFile,
    "SQLITE_PERM": ReadOnlyFile,
    "SQLITE_CORRUPT": DamagedFile,
    "SQLITE_NOTADB": DamagedFile,
    "SQLITE_TOOBIG": TooLarge,
    "SQLITE_NOMEM": TooLarge,
    "SQLITE_INTERRUPT": WrongContent,  # by `bounded`
    "SQLITE_CONSTRAINT": WrongContent,  # what we write is right, so it is beside what is not
}
_CODES_WHEN_OPENING: dict[str, Callable[[], HgkmError]] = {
    "SQLITE_NOTADB": WrongPassphrase,
    "SQLITE_READONLY": UnfinishedEdit,  # only a journal that must be played back writes here
}

# The setting of a key tells what went wrong by its words only.
_CODES_OF_WORDS = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "database is locked": "SQLITE_BUSY",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "database disk image is malformed": "SQLITE_CORRUPT",
}


def _known_database_error(error: Exception, *, opening: bool) -> HgkmError | None:
    if str(error).startswith("Could not decode to UTF-8"):  # of this it says no code
        return WrongContent()
    if str(error).startswith("no such table"):  # every one was there when the file was opened
        return DamagedFile()
    code = getattr(error, "sqlite_errorname", "") or _CODES_OF_WORDS.get(str(error), "")
    kind = (_CODES_WHEN_OPENING.get(code) if opening else None) or _CODES.get(code)
    return kind() if kind else None


_ERRNOS: dict[int, Callable[[], HgkmError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EIO: DiskFull,
    errno.EACCES: ReadOnlyFile,
    errno.EPERM: ReadOnlyFile,
    errno.EROFS: ReadOnlyFile,
    errno.ENOENT: FolderMissing,
    errno.ENOTDIR: FolderMissing,
}


def _known_disk_error(error: OSError) -> HgkmError | None:
    kind = _ERRNOS.get(error.errno or 0)
    return kind() if kind else None
