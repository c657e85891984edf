"""Making a backup: an open file is copied through its own connection, checked, and then kept."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from sqlcipher3 import dbapi2

from hgkm_desktop.casefile.backups import (
    Backup,
    backups_of,
    note_as_good,
    place_of,
    thin_out,
)
from hgkm_desktop.casefile.engine import Connection, connect_new, disconnect, known_errors
from hgkm_desktop.casefile.keys import wipe
from hgkm_desktop.casefile.new_files import discard, put_in_place
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.casefile.problems import BackupFailed, CopyFailed, DamagedFile, FileBusy
from hgkm_desktop.casefile.soundness import hold_the_same, insist_on_unharmed, verify_new
from hgkm_desktop.casefile.turns import BackupEnded, Turn
from hgkm_desktop.errors import HgkmError

_NEW = ".hgkm.new"
_CUT_OFF = 3600  # seconds: a copy that nothing was written to for so long is not in the making
_STEP = 64  # pages of 4 KiB: an edit waits for at most one step
_BETWEEN_STEPS = 0.001  # seconds in which an edit gets its turn
_BUSY_WAIT, _MOST_WAIT = 0.02, 5.0  # seconds
_names = threading.Lock()  # in one thread at a time names and folders come and go


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is copied: its connection and what a copy of it must be made with."""

    path: Path
    header: bytes
    connection: Connection = field(repr=False)
    key: bytearray = field(repr=False)


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that is on the disk but was not checked; it needs the open file no more.

    It has a name of its own, so that a newer copy can be made while this one is looked through.
    """

    path: Path
    header: bytes
    made: datetime
    place: str
    turn: Turn
    key: bytearray = field(repr=False)

    def check(self) -> Checked:
        """Read every page; only once.

        Raises DamagedFile when the file itself is damaged, and BackupFailed when only the copy is
        not in order. Then nothing of the copy is left.
        """
        try:
            with _or_no_backup():
                verify_new(self.path, self.key, self.header)
                return Checked(self, is_new=not self._is_kept_already())
        except BaseException:
            _drop(self.path)
            raise
        finally:
            wipe(self.key)

    def keep(self) -> Backup:
        """Check the copy and keep it; raises what `check` raises, and no backup is gone then."""
        return self.check().keep()

    def _is_kept_already(self) -> bool:
        alike = (b for b in backups_of(self.header, self.path.parents[1]) if not b.is_bad)
        newest = next((b for b in alike if b.place == self.place), None)
        return newest is not None and hold_the_same(self.path, newest.path, self.key)


@dataclass(frozen=True, slots=True)
class Checked:
    """A copy that is in order; `is_new` says whether it holds what the newest backup does not."""

    copied: Copied
    is_new: bool

    def keep(self) -> Backup:
        """Give the copy its number and name, and only then thin out the older ones; only once.

        Raises BackupFailed, and BackupEnded when a newer copy was kept already; then nothing of
        the copy is left, and no backup is gone.
        """
        copied = self.copied
        own, header, made = copied.path.parent, copied.header, copied.made
        try:
            with _or_no_backup(), _names:
                copied.turn.keep()
                number = 1 + max((b.number for b in backups_of(header, own.parent)), default=0)
                size = copied.path.stat().st_size
                kept = Backup(copied.path, header, number, copied.place, made, made, size)
                kept = replace(kept, path=own / kept.name)
                put_in_place(kept.path, copied.path)
        except BaseException:
            _drop(copied.path)
            raise
        note_as_good(kept.path, made)
        thin_out(kept)
        return kept

    def drop(self) -> None:
        """Leave nothing of the copy."""
        _drop(self.copied.path)


def copy_for_backup(
    file: OpenFile, folder: Path, now: datetime, *, in_steps: bool = False
) -> Copied:
    """Copy an open file into the folder for backups; then `Copied.keep` checks and keeps it.

    Ends what another thread is copying. With `in_steps` this may be called in another
    thread, and no edit is refused meanwhile. Raises BackupFailed, BackupEnded, and DamagedFile
    for a page that could not be read: ask `read_anew` then.
    """
    with file.turns.take() as turn:
        if file.connected is None:  # closed, locked, or gone
            raise BackupEnded
        source = Source(file.path, file.header, file.connection, file.key.raw)
        return copy_source(source, folder, now, turn, in_steps=in_steps)


def copy_source(
    source: Source, folder: Path, now: datetime, turn: Turn, *, in_steps: bool = False
) -> Copied:
    """Copy a file through its own connection: no other one may read it for so long.

    With `in_steps` edits may be made meanwhile on the same connection in another thread: the copy
    holds them, or is not touched by them. Raises BackupFailed, DamagedFile, and BackupEnded when
    a newer turn begins; then nothing of the copy is left.
    """
    own = folder / source.header.hex()
    path = own / f"{token_hex(8)}{_NEW}"
    with _or_no_backup():
        with _names:
            own.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)  # so that nobody takes the folder for empty
        remove_what_was_cut_off(own)
        try:
            _copy(source, path, turn, in_steps=in_steps)
        except BaseException:
            _drop(path)
            raise
    # A key of its own: that of the file may be wiped before the copy is checked.
    place = place_of(source.path, source.header)
    return Copied(path, source.header, now, place, turn, bytearray(source.key))


def remove_what_was_cut_off(own: Path) -> None:
    """Remove copies that nobody finished; a younger one may be in the making, here or elsewhere."""
    for path in own.glob(f"*{_NEW}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _CUT_OFF:
                path.unlink()


def _drop(path: Path) -> None:
    """Leave nothing of a copy, nor of a folder that was made for it."""
    with suppress(OSError), _names:
        discard(path)
        path.parent.rmdir()  # only when it is empty


def _copy(source: Source, new: Path, turn: Turn, *, in_steps: bool) -> None:
    # Keyed with the header too: made with another one, the passphrase would not open the copy.
    target = connect_new(new, source.key, source.header)
    patience = _Patience(turn if in_steps else None)
    try:
        with turn.turns.hand:
            source.connection.backup(
                target,
                pages=_STEP if in_steps else -1,
                progress=patience.after_step,
                sleep=_BUSY_WAIT,
            )
            insist_on_unharmed(source.connection)
    except dbapi2.DatabaseError as error:  # of a backup it says no code, as known_errors needs
        is_of_disk = isinstance(error, dbapi2.OperationalError)
        raise (BackupFailed if is_of_disk else DamagedFile) from error
    finally:
        disconnect(target, new)


class _Patience:
    """Between the steps: gives edits their turn, and gives up when nothing goes on any more."""

    def __init__(self, turn: Turn | None) -> None:
        self._turn = turn
        self._left = -1
        self._since = time.monotonic()

    def after_step(self, _: int, left: int, __: int) -> None:
        """Raises FileBusy when another program held the file for five seconds."""
        if left != self._left:
            self._left, self._since = left, time.monotonic()
        elif time.monotonic() - self._since > _MOST_WAIT:
            raise FileBusy
        if self._turn is not None:
            self._turn.insist()
            self._turn.step_aside(_BETWEEN_STEPS)


@contextmanager
def _or_no_backup() -> Iterator[None]:
    try:
        with known_errors():
            yield
    except (BackupFailed, DamagedFile):
        raise
    except CopyFailed as error:
        raise BackupFailed(is_damaged=True) from error
    except (HgkmError, OSError) as error:
        raise BackupFailed from error
