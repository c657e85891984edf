"""An open file that goes on elsewhere: copied, followed to its new name, or kept apart in time."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from hgkm_desktop.casefile.as_read import NOTHING_ELSE, After
from hgkm_desktop.casefile.backups import backups_of, place_of
from hgkm_desktop.casefile.building import build, put_in
from hgkm_desktop.casefile.copies import (
    discard,
    put_in_place,
    refuse_to_overwrite,
    unharmed,
    verify,
    working_name,
)
from hgkm_desktop.casefile.engine import Connection, connect, disconnect, known_errors, number
from hgkm_desktop.casefile.lock import WriterLock
from hgkm_desktop.casefile.namesakes import Namesake
from hgkm_desktop.casefile.opening import Identity, identity_of, insist_on, is_on_read_only_disk
from hgkm_desktop.casefile.problems import (
    DamagedFile,
    DiskFull,
    FileReplaced,
    FolderMissing,
    ReadOnlyFile,
)
from hgkm_desktop.casefile.schema import as_stored
from hgkm_desktop.casefile.transport import TransportingFile
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.works import Value
from hgkm_desktop.paths import user_backup_dir

_LONGEST_NAME = 200  # bytes, with room for a number and for what is added while it is written
_RESCUED = re.compile(r" \(herstel \d\d-\d\d\)( \d+)?$")


@dataclass(frozen=True, slots=True)
class Moved:
    """Where an open file went on: in the same one under another name, or, when it `is_copy`, in a
    new file with the work. `left` is the path that it had. What nobody looked at is in a copy as it
    last was, or as it was in a backup of `unseen_of`."""

    left: Path
    path: Path
    is_copy: bool
    unseen_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """A file that is taken over: it has its lock and its connection."""

    path: Path
    identity: Identity
    connection: Connection
    lock: WriterLock
    unseen_of: datetime | None = None


class MovingFile(TransportingFile):
    """An open file whose work goes on elsewhere when it cannot where it was.

    `original` is the file beside it that it is a copy of, and `copies` are its own, both as they
    were when it was opened.
    """

    original: Namesake | None = None
    copies: tuple[Namesake, ...] = ()

    @contextmanager
    def _writing(self, after: After = NOTHING_ELSE, *, signed: bool = True) -> Iterator[None]:
        try:
            with super()._writing(after, signed=signed):
                yield
        except DiskFull as error:
            if is_on_read_only_disk(self.path):  # no room that comes free will help
                raise ReadOnlyFile from error
            raise

    def copy_to(self, path: Path, *, unsaved: Sequence[Value] = ()) -> None:
        """Write a checked copy that the same passphrase opens; never over a file that is there.

        `unsaved` are values that could not be saved here; the copy holds them as given. Works
        for a read-only and for a replaced file; of one that was gone when it was unlocked, the copy
        holds the values that were read, and of a damaged one those that can be; both without what
        was issued. Raises FileExists, FolderMissing, CopyFailed, DiskFull, ReadOnlyFile and
        FileLocked.
        """
        path = path.resolve()
        new, is_away = working_name(path), self.is_damaged or self.is_away
        left = self._left() if is_away else ()
        with known_errors(), ExitStack() as undo:
            refuse_to_overwrite(path)
            discard(new)
            undo.callback(discard, new)
            if is_away:
                build(new, self._key, self._header, self._settings)
            else:
                self._write_as_stored(new)
            put_in(new, self._key, [*left, *unsaved])
            verify(new, self._key, self._header)
            put_in_place(path)

    def _left(self) -> tuple[Value, ...]:
        """The values of a file that is away or damaged, as far as they were read."""
        return tuple(self._on_disk.values())

    def follow(self) -> Moved:
        """Go on in the same file, to its new name in the same folder too.

        It must hold all that was read of it. Raises FileLocked, and what else keeps us from it.
        """
        left = self.path
        with self._copying.take():
            pass  # of what stood there no backup is needed any more
        if self.is_damaged:
            raise DamagedFile
        self._take_over(self._take(self._where_it_went()))
        return Moved(left, self.path, is_copy=False)

    def go_on_elsewhere(
        self,
        others: Iterable[Path],
        now: datetime,
        *,
        unsaved: Sequence[Value] = (),
        removed: Collection[str] = (),
    ) -> Moved:
        """Bring the work to safety when it cannot be saved here any more, and go on with it there.

        The same file is followed if that is possible; then `unsaved` must still be saved, and
        `removed` be removed. Otherwise a new file comes beside it, "naam (herstel 14-32).hgkm", or
        else in one of the `others` folders. The same passphrase opens it, and these and all that
        was saved are in it. What stands where the file was is left alone. Raises FileLocked and
        what kept it from coming in the last of these folders; then nothing has changed.
        """
        with suppress(HgkmError):
            return self.follow()
        left = self.path
        removed = {*self._removed, *removed} - {value.id for value in unsaved}
        values = {i: value for i, value in self._on_disk.items() if i not in removed}
        values.update({value.id: value for value in unsaved})
        place = self._keep_apart(self._folders(others), now, values, removed)
        self._take_over(place)
        self._on_disk = values
        self._removed.clear()
        self.is_damaged, self.read_only, self.read_only_reason = False, False, ""
        self.changes += 1
        return Moved(left, self.path, is_copy=True, unseen_of=place.unseen_of)

    # --- the same file ----------------------------------------------------------------

    def _where_it_went(self) -> Path:
        """Where the same file may stand now; raises FileReplaced when it is nowhere near."""
        if self._is_in_place() or os.path.lexists(self.path):
            return self.path
        with suppress(OSError), os.scandir(self.path.parent) as entries:
            for entry in entries:
                if entry.name.endswith(self.path.suffix) and not entry.is_symlink():
                    path = Path(entry.path)
                    if identity_of(path) == self._identity:
                        return path
        raise FileReplaced

    def _take(self, path: Path) -> _Place:
        """Connect to a file that holds all that was read of this one; raises what hinders that."""
        with ExitStack() as undo:
            lock = self._lock
            if path != self.path or not lock.is_held:
                lock = WriterLock(path)
                undo.callback(lock.let_go)
                insist_on(lock)
            if self._is_in_place() and self._connected is not None:
                raise FileReplaced  # it is the very file: others wrote in it, or nothing can
            start, connection = self._connect_as_left(path)
            undo.pop_all()
        return _Place(path, start.identity, connection, lock)

    def _take_over(self, place: _Place) -> None:
        """Let go of the file as it was, and go on in this one."""
        connection, lock, left = self._connected, self._lock, self.path
        is_same = place.identity == self._identity
        self._has_session = self._has_session and is_same  # another file says nothing of us yet
        self._connected, self._lock = place.connection, place.lock
        self.path, self._identity = place.path, place.identity
        self._folder = identity_of(place.path.parent)
        self._data_version = number(place.connection, "PRAGMA data_version")
        self._end_doubt(place.connection)
        self._was_half_written = False
        if connection is not None:
            # Without our lock, the journal there may be that of someone else by now.
            disconnect(connection, left if lock.is_held else None)
        if lock is not place.lock:
            lock.let_go()

    # --- a new one --------------------------------------------------------------------

    def _folders(self, others: Iterable[Path]) -> list[Path]:
        """Where a new file may come: an empty mount point is not the folder that it was."""
        own = self.path.parent
        try:
            is_same = identity_of(own) == self._folder
        except OSError:
            is_same = False
        return [*([own] if is_same else []), *others]

    def _keep_apart(
        self, folders: list[Path], now: datetime, values: dict[str, Value], removed: Collection[str]
    ) -> _Place:
        failed: HgkmError = FolderMissing()
        for folder in folders:
            path = _rescue_path(folder, self.path.stem, now)
            try:
                with known_errors():
                    return self._write_apart(path, values, removed)
            except HgkmError as error:
                failed = error
        raise failed

    def _write_apart(
        self, path: Path, values: dict[str, Value], removed: Collection[str]
    ) -> _Place:
        new = working_name(path)
        refuse_to_overwrite(path)  # a lock would make a folder that is not there
        with ExitStack() as undo:
            lock = WriterLock(path)
            undo.callback(lock.let_go)
            insist_on(lock)
            undo.callback(discard, new)
            unseen_of = self._begin_with_the_best(new)
            put_in(
                new,
                self._key,
                values.values(),
                removed=removed,
                uitgaven=self._issued_now,
                destroyed=self._destroyed_now,
                settings=self._settings,
            )
            verify(new, self._key, self._header)
            put_in_place(path)
            place = _Place(path, identity_of(path), connect(path, self._key), lock, unseen_of)
            undo.pop_all()
        return place

    def _begin_with_the_best(self, new: Path) -> datetime | None:
        """What is not in memory comes out of the file as it was, or else out of a backup; of when
        that is is given."""
        discard(new)
        if self._connected is not None and self._is_untouched(self._connected):
            with suppress(HgkmError), known_errors():
                self._write_as_stored(new)
                verify(new, self._key, self._header)
                return None
        place = place_of(self.path, self._header)
        found = [b for b in backups_of(self._header, user_backup_dir()) if not b.is_bad]
        for backup in sorted(found, key=lambda b: b.place != place):
            discard(new)
            with suppress(HgkmError), known_errors():
                shutil.copyfile(backup.path, new)
                verify(new, self._key, self._header)
                return backup.made
        discard(new)
        build(new, self._key, self._header, self._settings)
        return None

    def _is_untouched(self, connection: Connection) -> bool:
        with suppress(HgkmError), known_errors():
            return self._data_version in (None, number(connection, "PRAGMA data_version"))
        return False

    def _write_as_stored(self, new: Path) -> None:
        with as_stored(self._connection), unharmed(self._connection):
            self._connection.execute("VACUUM INTO ?", (str(new),))


def _rescue_path(folder: Path, stem: str, now: datetime) -> Path:
    """A free name, of which the time can be read; of a file that was kept apart before, too.

    A name is not free while its lock is there: it may be ours, of the file that was taken away.
    """
    stem = _RESCUED.sub("", stem)
    while len(os.fsencode(stem)) > _LONGEST_NAME:
        stem = stem[:-1]
    stem = f"{stem} (herstel {now:%H-%M})"
    names = (f"{stem}.hgkm" if n == 1 else f"{stem} {n}.hgkm" for n in count(1))
    return next(folder / name for name in names if _is_free(folder / name))


def _is_free(path: Path) -> bool:
    return not (os.path.lexists(path) or os.path.lexists(path.with_name(f"{path.name}.lock")))
