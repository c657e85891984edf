"""A file that is open: its connection and key, held by one program, locked and unlocked again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from hmac import compare_digest
from pathlib import Path

from hgkm_desktop.casefile import remembered
from hgkm_desktop.casefile.as_read import NOTHING_ELSE, After, ReadFile
from hgkm_desktop.casefile.copies import insist_on_unharmed, unharmed
from hgkm_desktop.casefile.copying import Turns
from hgkm_desktop.casefile.engine import (
    Connection,
    bounded,
    connect,
    disconnect,
    known_errors,
    number,
    opens,
    renew_free_pages,
    reset_key,
)
from hgkm_desktop.casefile.keys import Kdf, derive_key, mark_of, wipe
from hgkm_desktop.casefile.lock import WriterLock
from hgkm_desktop.casefile.opening import (
    Start,
    check_version,
    identity_of,
    is_backup,
    look_at,
)
from hgkm_desktop.casefile.problems import (
    DamagedFile,
    DiskFull,
    FileLocked,
    FileMissing,
    FileReplaced,
    NotACaseFile,
    ReadOnlyFile,
    ReplacedWhileLocked,
    WrongCode,
    WrongPassphrase,
)
from hgkm_desktop.casefile.recovery import code_of, key_from_code
from hgkm_desktop.casefile.session import (
    Session,
    begin_session,
    close_session,
    go_on_with_session,
    read_session,
)
from hgkm_desktop.casefile.tables import read_settings
from hgkm_desktop.casefile.trust import insist_on_ours
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.uitgave import Uitgave
from hgkm_desktop.models.vernietiging import Vernietiging

Fits = Callable[[bytearray], bool]
Issued = tuple[str, Uitgave, bytes]  # of which case, and what was kept


class OpenedFile(ReadFile):
    """What holds an open file; what is built on it adds what is in it.

    While `is_locked` every reading and writing raises FileLocked.
    """

    def __init__(
        self,
        path: Path,
        start: Start,
        key: bytearray,
        kdf: Kdf,
        connection: Connection,
        lock: WriterLock,
        clock: Callable[[], datetime] = datetime.now,
        *,
        is_damaged: bool = False,
    ) -> None:
        super().__init__(FileSettings() if is_damaged else read_settings(connection))
        self.path = path
        self.read_only = False
        self.read_only_reason = ""
        self.is_locked = False
        self.is_damaged = is_damaged
        self._identity = start.identity
        self._folder = identity_of(path.parent)
        self._header = start.header
        self._key = key
        self._mark = mark_of(key)
        self._kdf = kdf
        self._connected: Connection | None = connection
        self._replaced: type[FileReplaced] = FileReplaced
        self._lock = lock
        self._is_open = True
        self.changes = 0
        self._copying = Turns()
        self._issued_now: list[Issued] = []
        self._destroyed_now: list[tuple[str, Vernietiging]] = []
        self._clock = clock
        self._last_session = None if is_damaged else read_session(connection)
        self._has_session = False
        self._data_version: int | None = number(connection, "PRAGMA data_version")

    def close(self) -> None:
        """Close the file, wipe its key and leave nothing beside it; closing twice is fine."""
        if not self._is_open:
            return
        self._close_session()
        self._is_open = False
        try:
            self._disconnect()
        finally:
            wipe(self._key)
            self._lock.let_go()

    # --- who works in it ------------------------------------------------------------

    @property
    def was_cut_off(self) -> Session | None:
        """The session before this one, when it was on this computer and nobody closed the file."""
        last = self._last_session
        if last is None or last.is_closed or not last.is_here:
            return None
        return last if self._lock.was_left and not self.read_only else None

    def _sign(self) -> None:
        """Say in the file, inside a transaction, that we work in it."""
        if self._has_session:
            go_on_with_session(self._connection, self._clock())
        else:
            begin_session(self._connection, self._clock())

    def _close_session(self) -> None:
        """Say that we no longer work in the file; it may fail, for nothing of a case is lost."""
        if self.is_locked or not (self._has_session or self.was_cut_off):
            return
        with suppress(HgkmError), self._writing(signed=False):
            close_session(self._connection)
        self._has_session, self._last_session = False, None

    # --- locked and unlocked --------------------------------------------------------

    def lock(self) -> None:
        """Close the connection and wipe the key, but keep other programs from writing.

        What was read stays in memory: who is at work goes on after `unlock`. Besides that, these
        cannot be wiped: a passphrase or code that was typed, for Python and Qt move text about;
        what the system put in swap or in a file for hibernation; and, for a moment after opening,
        the key as Argon2 gave it.
        """
        if self.is_locked or not self._is_open:
            return
        self._close_session()  # closed while it is locked, it could not be said
        self.is_locked = True
        self._replaced = ReplacedWhileLocked
        remembered.pause(self._header)
        self._disconnect()
        wipe(self._key)

    def unlock(self, secret: str, *, by_code: bool = False) -> None:
        """Open the file again with its passphrase, or `by_code` with its herstelcode.

        Raises WrongPassphrase, WrongCode, WrongGroup and BadInput; then it is still locked. With
        the right one it no longer is, also when the file was moved, replaced or changed meanwhile
        (ReplacedWhileLocked) or cannot be read now. Then nothing reaches the file until it is back
        as it was left, and `copy_to` copies what was read of it.
        """
        if not self.is_locked:
            return
        key = self._key_from(secret, self._is_marked, by_code=by_code)
        self._key[:] = key
        wipe(key)
        self.is_locked = False
        remembered.resume(self._header)
        self._come_back()

    @property
    def is_backup(self) -> bool:
        """True for a backup that is opened where it stands; its key may be an older one."""
        return is_backup(self.path)

    @property
    def is_remembered(self) -> bool:
        """Whether the user chose to have this file remembered on this computer."""
        return remembered.is_remembered(self._header)

    def remembering(self) -> Callable[[], None]:
        """What has the system keep the key of now; it may run in another thread, and later.

        Raises FileLocked; running it raises NoSafePlace and NotRemembered.
        """
        if self.is_locked:
            raise FileLocked
        key = bytearray(self._key)

        def remember() -> None:
            try:
                remembered.remember(self._header, key)
            finally:
                wipe(key)

        return remember

    def recovery_code(self) -> str:
        """The herstelcode of this file, until its passphrase changes. Raises FileLocked."""
        if self.is_locked:
            raise FileLocked
        return code_of(self._key)

    def insist_on(self, passphrase: str) -> None:
        """Raises WrongPassphrase when this is not the passphrase of the file."""
        wipe(self._key_from(passphrase, self._is_marked, by_code=False))

    def _is_marked(self, key: bytearray) -> bool:
        return compare_digest(mark_of(key), self._mark)

    def _key_from(self, secret: str, fits: Fits, *, by_code: bool) -> bytearray:
        if by_code:
            key = key_from_code(secret, fits)
        else:
            key = derive_key(secret, self._header, self._kdf)
        if not fits(key):
            raise WrongCode if by_code else WrongPassphrase(is_open=True)
        return key

    def _encrypt_for(self, key: bytearray) -> None:
        """Give the file another key, which is ours from then on, or leave it as it was."""
        error: HgkmError = DiskFull()
        try:
            with self._copying.take():
                reset_key(self._connection, key, self._header)
        except HgkmError as refused:
            error = refused
        self._disconnect()  # whatever it said: when the disk failed, only the file itself knows
        if not opens(self.path, key):
            raise error
        self._key[:], self._mark = key, mark_of(key)
        wipe(key)

    def _vacuum(self) -> None:
        """Write all of the file anew, without free pages and without what stood between rows."""
        with self._copying.take(), known_errors():
            self._insist_in_place()
            # Cut off and taken back, it counts as a change by someone else.
            known, self._data_version = self._data_version, None
            self._connection.execute("VACUUM")
            self._data_version = known

    # --- the connection -------------------------------------------------------------

    @property
    def _connection(self) -> Connection:
        """The connection; after trouble with the file it is made again, once that is back."""
        self._insist_on_connection()
        assert self._connected is not None
        return self._connected

    def _insist_on_connection(self) -> None:
        """Connect again when need be; from then on it is known again what the file holds."""
        if self.is_locked:
            raise FileLocked
        if self._connected is None and self._is_open:
            self._come_back()

    @property
    def is_away(self) -> bool:
        """True while a file that was unlocked cannot be reached as it was left.

        Raises FileLocked.
        """
        try:
            return self._connection is None
        except FileLocked:
            raise
        except HgkmError:
            return True

    def _disconnect(self) -> None:
        with self._copying.take():  # a copying in another thread is ended first
            if self._connected is not None:
                connection, self._connected = self._connected, None
                disconnect(connection, None if self.read_only else self.path)

    def _come_back(self) -> None:
        """Connect to the file as it was left, or raise what keeps us from it."""
        start, self._connected = self._connect_as_left(self.path)
        self._identity = start.identity
        self._data_version = number(self._connected, "PRAGMA data_version")
        self._replaced = FileReplaced

    def _connect_as_left(self, path: Path) -> tuple[Start, Connection]:
        """Connect to a file that holds everything that was read of ours, or written to it."""
        try:
            start = look_at(path)
            if start.header != self._header:
                raise self._replaced
            if not start.may_write and not self.read_only:
                raise ReadOnlyFile
            connection = connect(path, self._key, read_only=self.read_only)
        except (FileMissing, NotACaseFile, WrongPassphrase) as error:
            raise self._replaced from error
        with ExitStack() as undo, known_errors(opening=True):
            undo.callback(connection.close)
            insist_on_ours(connection, is_damaged=self.is_damaged)
            check_version(connection, read_only=self.read_only)
            if not self.read_only and not self._is_as_read(connection):
                insist_on_unharmed(connection)
                raise self._replaced
            self._end_doubt(connection)
            undo.pop_all()
        return start, connection

    # --- reading and writing ----------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """A transaction in which nothing is read from a damaged page: that can look like zeros."""
        with self._transaction("BEGIN"), unharmed(self._connection):
            yield

    @contextmanager
    def _writing(self, after: After = NOTHING_ELSE, *, signed: bool = True) -> Iterator[None]:
        """A transaction that ends in a commit only while the file is still the one we opened.

        `after`: what the file then holds of the cases that it changes.
        """
        if self.read_only:
            raise ReadOnlyFile(self.read_only_reason)
        self._insist_in_place()
        try:
            with self._transaction("BEGIN IMMEDIATE"):
                self._insist_on_no_other_writer()
                if self._was_half_written:
                    renew_free_pages(self._connection)
                yield
                if signed:
                    self._sign()
                self._insist_in_place()
            self._has_session = signed
            self.changes += signed
        except (DiskFull, DamagedFile):
            # A commit that fails at its very end has been done all the same: look at it anew.
            self._doubt(after)
            self._disconnect()
            raise
        self._note_written(after)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        connection = self._connection
        with known_errors(), bounded(connection):
            try:
                connection.execute(begin)
                yield
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @property
    def is_as_left(self) -> bool:
        """Whether the file stands where it was, and, as far as can be known, as we left it."""
        if self.read_only:
            return True
        if not self._is_in_place():
            return False
        if self._connected is None:
            return self.is_locked or not self._is_open or not self.is_away
        if self._data_version is None:
            return True  # a save finds out
        try:
            with known_errors():
                return number(self._connected, "PRAGMA data_version") == self._data_version
        except DamagedFile:
            return False
        except HgkmError:  # busy: it is asked again soon
            return True

    def _is_in_place(self) -> bool:
        try:
            return identity_of(self.path) == self._identity
        except OSError:
            return False

    def _insist_in_place(self) -> None:
        if not self._is_in_place():
            raise FileReplaced

    def _insist_on_no_other_writer(self) -> None:
        """Inside a transaction: a file overwritten in its place is not the one we compare with."""
        found = number(self._connection, "PRAGMA data_version")
        if self._data_version not in (None, found):
            raise FileReplaced
        self._data_version = found
