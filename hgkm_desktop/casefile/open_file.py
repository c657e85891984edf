"""A file that is open: its connection, its lock, and the transactions that all goes through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from hgkm_desktop.casefile import remembered
from hgkm_desktop.casefile.engine import (
    Connection,
    bounded,
    connect,
    disconnect,
    known_errors,
    number,
    renew_free_pages,
)
from hgkm_desktop.casefile.file_key import FileKey
from hgkm_desktop.casefile.first_look import (
    Place,
    Start,
    is_backup,
    is_on_read_only_disk,
    look_at,
)
from hgkm_desktop.casefile.known import NOTHING_ELSE, After, Known
from hgkm_desktop.casefile.lock import WriterLock
from hgkm_desktop.casefile.namesakes import Namesake
from hgkm_desktop.casefile.problems import (
    DamagedFile,
    DiskFull,
    FileLocked,
    FileMissing,
    FileReplaced,
    NotACaseFile,
    ReadOnlyFile,
    WrongPassphrase,
)
from hgkm_desktop.casefile.reading import read_settings
from hgkm_desktop.casefile.schema import check_version
from hgkm_desktop.casefile.session import OwnSession, Session, read_session
from hgkm_desktop.casefile.soundness import insist_on_unharmed, unharmed
from hgkm_desktop.casefile.trust import insist_on_ours
from hgkm_desktop.casefile.turns import Turns
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.records import FileSettings


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that this program took: where it stands, with its connection and its lock."""

    place: Place
    connection: Connection
    lock: WriterLock


class OpenFile:
    """A file that this program holds, and what is known of it.

    The modules beside this one do their work through `reading` and `writing`; `CaseFile` lists what
    there is. `read_only_reason` is the Dutch sentence that says why it is read-only, or "";
    `changes` counts what was written since opening. `original` is the file beside it that it is a
    copy of, and `copies` are its own, both as they were when it was opened. While `is_locked` every
    reading and writing raises FileLocked.
    """

    def __init__(
        self,
        taken: Taken,
        key: FileKey,
        clock: Callable[[], datetime] = datetime.now,
        *,
        is_damaged: bool = False,
    ) -> None:
        connection = taken.connection
        self.place = taken.place
        self.read_only, self.read_only_reason = False, ""
        self.is_open, self.is_locked, self.is_damaged = True, False, is_damaged
        self.original: Namesake | None = None
        self.copies: tuple[Namesake, ...] = ()
        self.changes = self.clean_at = 0
        self.key = key
        self.known = Known(FileSettings() if is_damaged else read_settings(connection))
        self.session = OwnSession(None if is_damaged else read_session(connection), clock)
        self.clock = clock
        self.turns = Turns()
        self.writer_lock = taken.lock
        self.connected: Connection | None = connection
        self.replaced: type[FileReplaced] = FileReplaced
        self._data_version: int | None = _data_version(connection)

    @property
    def path(self) -> Path:
        """Where the file stands, or stood when it was last reached."""
        return self.place.path

    @property
    def header(self) -> bytes:
        """The first 16 bytes, which backups share with their file."""
        return self.key.header

    @property
    def settings(self) -> FileSettings:
        return self.known.settings

    @property
    def is_backup(self) -> bool:
        """True for a backup that is opened where it stands; its key may be an older one."""
        return is_backup(self.path)

    @property
    def is_remembered(self) -> bool:
        """Whether the user chose to have this file remembered on this computer."""
        return remembered.is_remembered(self.header)

    @property
    def was_cut_off(self) -> Session | None:
        """The session before this one, when it was on this computer and nobody closed the file."""
        last = self.session.before
        if last is None or last.is_closed or not last.is_here:
            return None
        return last if self.writer_lock.was_left and not self.read_only else None

    # --- the connection -------------------------------------------------------------

    @property
    def connection(self) -> Connection:
        """The connection; after trouble with the file it is made again, once that is back."""
        self.insist_on_connection()
        assert self.connected is not None
        return self.connected

    def insist_on_connection(self) -> None:
        """Connect again when need be; from then on it is known again what the file holds."""
        if self.is_locked:
            raise FileLocked
        if self.connected is None and self.is_open:
            self.come_back()

    def disconnect(self) -> None:
        """End the connection, and what goes on with it in another thread."""
        with self.turns.end():
            if self.connected is not None:
                connection, self.connected = self.connected, None
                disconnect(connection, None if self.read_only else self.path)

    def come_back(self) -> None:
        """Connect to the file as it was left, or raise what keeps us from it."""
        start, self.connected = self.connect_as_left(self.path)
        self.place = replace(self.place, identity=start.identity)
        self._data_version = _data_version(self.connected)
        self.replaced = FileReplaced

    def connect_as_left(self, path: Path) -> tuple[Start, Connection]:
        """Connect to a file that holds everything that was read of ours, or written to it."""
        try:
            start = look_at(path)
            if start.header != self.header:
                raise self.replaced
            if not start.may_write and not self.read_only:
                raise ReadOnlyFile
            connection = connect(path, self.key.raw, read_only=self.read_only)
        except (FileMissing, NotACaseFile, WrongPassphrase) as error:
            raise self.replaced from error
        with ExitStack() as undo, known_errors(opening=True):
            undo.callback(connection.close)
            insist_on_ours(connection, is_damaged=self.is_damaged)
            check_version(connection, read_only=self.read_only)
            if not self.read_only and not self.known.is_in(connection):
                insist_on_unharmed(connection)
                raise self.replaced
            self.known.end_doubt(connection)
            undo.pop_all()
        return start, connection

    def take_over(self, taken: Taken) -> None:
        """Let go of the file as it was, and go on in this one."""
        connection, lock, left = self.connected, self.writer_lock, self.path
        is_same = taken.place.identity == self.place.identity
        self.session.is_begun &= is_same  # another file says nothing of us yet
        self.place, self.connected, self.writer_lock = taken.place, taken.connection, taken.lock
        self._data_version = _data_version(taken.connection)
        self.known.end_doubt(taken.connection)
        self.known.was_half_written = False
        if connection is not None:
            # Without our lock, the journal there may be that of someone else by now.
            disconnect(connection, left if lock.is_held else None)
        if lock is not taken.lock:
            lock.let_go()

    # --- reading and writing ----------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A transaction in which nothing is read from a damaged page: that can look like zeros."""
        with self.transaction("BEGIN"), unharmed(self.connection):
            yield

    @contextmanager
    def writing(self, after: After = NOTHING_ELSE, *, signed: bool = True) -> Iterator[None]:
        """A transaction that ends in a commit only while the file is still the one we opened.

        `after`: what the file then holds of the cases that it changes; `signed`: it says in the
        file that we work in it.
        """
        if self.read_only:
            raise ReadOnlyFile(self.read_only_reason)
        self.place.insist()
        try:
            with self.transaction("BEGIN IMMEDIATE"):
                self._insist_on_no_other_writer()
                if self.known.was_half_written:
                    renew_free_pages(self.connection)
                yield
                if signed:
                    self.session.sign(self.connection)
                self.place.insist()
            self.session.is_begun = signed
            self.changes += signed
        except (DiskFull, DamagedFile) as error:
            # A commit that fails at its very end has been done all the same: look at it anew.
            self.known.doubt(after)
            self.disconnect()
            if isinstance(error, DiskFull) and is_on_read_only_disk(self.path):
                raise ReadOnlyFile from error  # no room that comes free will help
            raise
        self.known.note_written(after)

    def insist_on_writing(self) -> None:
        """Raises what save raises, unless the file may be written and is still the one opened."""
        with self.writing():
            pass

    @contextmanager
    def transaction(self, begin: str) -> Iterator[None]:
        """From this statement to the commit, or back to how it was after any error."""
        connection = self.connection
        with self.turns.hand, known_errors(), bounded(connection):
            try:
                connection.execute(begin)
                yield
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def vacuum(self) -> None:
        """Write all of the file anew, without free pages and without what stood between rows."""
        with self.turns.end(), known_errors():
            self.place.insist()
            # Cut off and taken back, it counts as a change by someone else.
            known, self._data_version = self._data_version, None
            self.connection.execute("VACUUM")
            self._data_version = known

    # --- whether it is as it was left -------------------------------------------------

    @property
    def is_away(self) -> bool:
        """True while a file that was unlocked cannot be reached as it was left.

        Raises FileLocked.
        """
        try:
            return self.connection is None
        except FileLocked:
            raise
        except HgkmError:
            return True

    @property
    def is_as_left(self) -> bool:
        """Whether the file stands where it was, and, as far as can be known, as we left it."""
        if self.read_only:
            return True
        if not self.place.is_there:
            return False
        if self.connected is None:
            return self.is_locked or not self.is_open or not self.is_away
        if self._data_version is None:
            return True  # a save finds out
        try:
            with self.turns.hand, known_errors():
                return _data_version(self.connected) == self._data_version
        except DamagedFile:
            return False
        except HgkmError:  # busy: it is asked again soon
            return True

    @property
    def is_untouched(self) -> bool:
        """Whether it is certain that nobody else wrote in the file that we are connected to."""
        with suppress(HgkmError), self.turns.hand, known_errors():
            if self.connected is not None:
                return self._data_version in (None, _data_version(self.connected))
        return False

    def _insist_on_no_other_writer(self) -> None:
        """Inside a transaction: a file overwritten in its place is not the one we compare with."""
        found = _data_version(self.connection)
        if self._data_version not in (None, found):
            raise FileReplaced
        self._data_version = found


def _data_version(connection: Connection) -> int:
    """A number that changes when another connection writes in the file."""
    return number(connection, "PRAGMA data_version")
