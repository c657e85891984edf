"""Backups: where they stand, what they are called, how one is made, and which of them stay."""

from __future__ import annotations

import hashlib
import os
import re
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from sqlcipher3 import dbapi2

from hgkm_desktop.casefile.copies import (
    discard,
    hold_the_same,
    insist_on_unharmed,
    put_in_place,
    verify_new,
)
from hgkm_desktop.casefile.engine import Connection, connect_new, disconnect, known_errors
from hgkm_desktop.casefile.keys import HEADER_SIZE, is_whole, wipe
from hgkm_desktop.casefile.problems import BackupFailed, CopyFailed, DamagedFile, FileBusy
from hgkm_desktop.errors import HgkmError

RECENT, DAYS, WEEKS, MONTHS = 10, 7, 4, 6
_NAME = re.compile(r"(\d{6,})-(\d{8}-\d{6})-([0-9a-f]{8})(-beschadigd)?\.hgkm")
_MOMENT = "%Y%m%d-%H%M%S"
_BAD = "-beschadigd"
_NEW = ".hgkm.new"
_CUT_OFF = 3600  # seconds: a copy that nothing was written to for so long is not in the making

_STEP = 64  # pages of 4 KiB: an edit waits for at most one step
_BETWEEN_STEPS = 0.001  # seconds in which an edit gets its turn
_BUSY_WAIT, _MOST_WAIT = 0.02, 5.0  # seconds
_names = threading.Lock()  # in one thread at a time names and folders come and go


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole casusbestand as it once was, which passed its checks when it was made.

    `header` are the 16 bytes that it shares with its file, and `place` stands for where that file
    was. `number` counts the backups of a file from 1, whatever the clock said; `made` and
    `checked`, when it was last found in order, are local time; `size` is in bytes. One that is
    bad failed a later check: it is kept and never counted.
    """

    path: Path
    header: bytes
    number: int
    place: str
    made: datetime
    checked: datetime
    size: int
    is_bad: bool = False


def place_of(path: Path, header: bytes) -> str:
    """What stands for the place of a file in names of backups: it says nothing of the place."""
    place = os.path.normcase(path.resolve()).encode("utf-8", "surrogatepass")
    return hashlib.sha256(header + place).hexdigest()[:8]


def is_of_place(backup: Backup, path: Path) -> bool:
    """Whether a backup is of a file at this place; else of a copy, or of before it was moved."""
    return backup.place == place_of(path, backup.header)


# --- which there are ----------------------------------------------------------------------------


def all_backups(folder: Path) -> tuple[Backup, ...]:
    """The backups of every file, those of one file together and the newest of it first."""
    headers = [name for name in _names_in(folder) if re.fullmatch(r"[0-9a-f]{32}", name)]
    return tuple(b for name in sorted(headers) for b in backups_of(bytes.fromhex(name), folder))


def backups_of(header: bytes, folder: Path) -> tuple[Backup, ...]:
    """The backups of the file with these first 16 bytes, the newest first.

    Of a damaged header it gives those of the file that the most bytes of it agree with.
    """
    own = folder / (header if is_whole(header) else _nearest(header, folder)).hex()
    found = [_backup(own / name) for name in _names_in(own)]
    known = [backup for backup in found if backup is not None]
    return tuple(sorted(known, key=lambda backup: backup.number, reverse=True))


def backups_for(path: Path, header: bytes, folder: Path) -> tuple[Backup, ...]:
    """The backups of a file that may be damaged from its first byte on, the newest first.

    Those that were made while it stood at this place come before the others.
    """
    of_header = backups_of(header, folder) if len(header) == HEADER_SIZE else ()
    found = of_header or tuple(b for b in all_backups(folder) if is_of_place(b, path))
    return tuple(sorted(found, key=lambda backup: not is_of_place(backup, path)))


def _nearest(header: bytes, folder: Path) -> bytes:
    names = [name for name in _names_in(folder) if re.fullmatch(r"[0-9a-f]{32}", name)]

    def equal(other: bytes) -> int:
        return sum(one == two for one, two in zip(header, other, strict=False))

    nearest = max((bytes.fromhex(name) for name in names), key=equal, default=b"")
    return nearest if equal(nearest) > HEADER_SIZE // 2 else header


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:  # not made yet, or out of reach
        return []


def _backup(path: Path) -> Backup | None:
    """What the name of a file says; None for what is no backup."""
    named = _NAME.fullmatch(path.name)
    try:
        made = datetime.strptime(named[2], _MOMENT) if named else None
        found = path.stat()
    except (ValueError, OSError):
        return None
    if named is None or made is None:
        return None
    header, checked = bytes.fromhex(path.parent.name), datetime.fromtimestamp(found.st_mtime)
    return Backup(
        path, header, int(named[1]), named[3], made, checked, found.st_size, bool(named[4])
    )


# --- making one ---------------------------------------------------------------------------------


class BackupEnded(Exception):
    """The copying was ended by a newer one, or because the file closes; nobody waits for it."""


class Turns:
    """One copying of an open file at a time: a newer one ends the older, and so does closing."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.newest = self.kept = 0

    @contextmanager
    def take(self) -> Iterator[Turn]:
        """End what goes on in another thread, and begin a turn of our own."""
        self.newest += 1
        turn = Turn(self, self.newest)
        with self._lock:
            turn.insist()
            yield turn


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of one copying; the copies that are kept follow each other as these turns did."""

    turns: Turns = field(repr=False)
    number: int

    def insist(self) -> None:
        """Raises BackupEnded once a newer turn has begun."""
        if self.number != self.turns.newest:
            raise BackupEnded

    def keep(self) -> None:
        """Raises BackupEnded when the copy of a newer turn was kept already."""
        if self.number < self.turns.kept:
            raise BackupEnded
        self.turns.kept = self.number


@dataclass(frozen=True, slots=True)
class Source:
    """An open file that is copied: its connection and what a copy of it must be made with."""

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
                path = own / f"{number:06}-{made.strftime(_MOMENT)}-{copied.place}.hgkm"
                put_in_place(path, copied.path)
        except BaseException:
            _drop(copied.path)
            raise
        note_as_good(path, made)
        kept = Backup(path, header, number, copied.place, made, made, path.stat().st_size)
        _thin_out(kept)
        return kept

    def drop(self) -> None:
        """Leave nothing of the copy."""
        _drop(self.copied.path)


def copy_for_backup(
    source: Source, folder: Path, now: datetime, turn: Turn, *, in_steps: bool = False
) -> Copied:
    """Copy an open file through its own connection: no other one may read it for so long.

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
        _remove_what_was_cut_off(own)
        try:
            _copy(source, path, turn if in_steps else None)
        except BaseException:
            _drop(path)
            raise
    # A key of its own: that of the file may be wiped before the copy is checked.
    place = place_of(source.path, source.header)
    return Copied(path, source.header, now, place, turn, bytearray(source.key))


def _remove_what_was_cut_off(own: Path) -> None:
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


def _copy(source: Source, new: Path, in_steps: Turn | None) -> None:
    # Keyed with the header too: made with another one, the passphrase would not open the copy.
    target = connect_new(new, source.key, source.header)
    patience = _Patience(in_steps)
    try:
        source.connection.backup(
            target,
            pages=-1 if in_steps is None else _STEP,
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
            time.sleep(_BETWEEN_STEPS)


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


def note_as_good(path: Path, now: datetime) -> None:
    """Let the backup itself say when it was last found in order."""
    with suppress(OSError, ValueError, OverflowError):  # a clock that is far off
        os.utime(path, (now.timestamp(), now.timestamp()))


def note_as_bad(backup: Backup) -> None:
    """Let the name say that the backup is damaged; from now on it is not counted."""
    with suppress(OSError):
        backup.path.rename(backup.path.with_name(f"{backup.path.stem}{_BAD}.hgkm"))


# --- which stay ---------------------------------------------------------------------------------


def to_keep(backups: Iterable[Backup]) -> frozenset[Backup]:
    """The 10 newest, and the last of each of the newest 7 days, 4 weeks and 6 months that have one.

    Newest goes by number and no clock is asked, so a clock that was wrong takes no backup away.
    Bad ones are not counted, and are not among these.
    """
    good = sorted((b for b in backups if not b.is_bad), key=lambda b: b.number, reverse=True)
    kept = set(good[:RECENT])
    for most, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        last: dict[str, Backup] = {}
        for backup in good:
            last.setdefault(backup.made.strftime(period), backup)
        kept.update(list(last.values())[:most])
    return frozenset(kept)


def _thin_out(kept: Backup) -> None:
    """Remove what need not stay, among those of a file at this place.

    A copy of the file elsewhere shares its header; working in one takes nothing from the other.
    """
    alike = [b for b in backups_of(kept.header, kept.path.parents[1]) if b.place == kept.place]
    for backup in set(alike) - to_keep(alike):
        if not backup.is_bad:
            with suppress(OSError):
                backup.path.unlink()
