"""The casusbestand: opened with a passphrase, read and saved one case at a time."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from hgkm_desktop.casefile import remembered
from hgkm_desktop.casefile.backups import note_old_key
from hgkm_desktop.casefile.building import NO_SETTINGS, build
from hgkm_desktop.casefile.copies import (
    discard,
    insist_on_sound,
    put_in_place,
    refuse_to_overwrite,
    unharmed,
    working_name,
)
from hgkm_desktop.casefile.copying import Source
from hgkm_desktop.casefile.elsewhere import MovingFile
from hgkm_desktop.casefile.engine import PAUSES, connect, known_errors
from hgkm_desktop.casefile.insisting import insistent_writing
from hgkm_desktop.casefile.key_problems import KeyOutdated, NotForgotten
from hgkm_desktop.casefile.keys import (
    NORMAL,
    Kdf,
    check_passphrase,
    derive_key,
    kdf_of,
    new_header,
    wipe,
)
from hgkm_desktop.casefile.lock import WriterLock
from hgkm_desktop.casefile.merging import MergingFile
from hgkm_desktop.casefile.namesakes import copies_of, copy_words, original_of
from hgkm_desktop.casefile.opening import (
    ASKED,
    DAMAGED,
    IN_USE,
    PROTECTED,
    Start,
    back_up_or_reason,
    check_version,
    identity_of,
    in_use_words,
    insist_on,
    lock_or_reason,
    look_at,
)
from hgkm_desktop.casefile.problems import DamagedFile, WrongPassphrase
from hgkm_desktop.casefile.recovery import key_for
from hgkm_desktop.casefile.session import read_session
from hgkm_desktop.casefile.tables import (
    bury,
    differences,
    write,
    write_settings,
)
from hgkm_desktop.casefile.trust import insist_on_ours
from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.works import Value


class CaseFile(MergingFile, MovingFile):
    """One encrypted casusbestand with its cases; use it from one thread at a time.

    `read_only_reason` is the Dutch sentence that says why it is read-only, or ""; `changes` counts
    what was written since opening. Only `copy_for_backup` may go on in another thread meanwhile.
    Every method that reads or writes can raise DiskFull, FileBusy or DamagedFile.
    """

    # --- opening and closing --------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        *,
        settings: FileSettings = NO_SETTINGS,
        kdf: Kdf = NORMAL,
    ) -> CaseFile:
        """Make a new file and open it; a file that is there is never overwritten.

        Raises BadInput for a short passphrase, FileExists, FolderMissing, ReadOnlyFile, DiskFull.
        """
        check_passphrase(passphrase)
        path = path.resolve()
        header = new_header(kdf)
        key = derive_key(passphrase, header, kdf)
        with known_errors(), ExitStack() as undo:
            refuse_to_overwrite(path)
            lock = WriterLock(path)
            undo.callback(lock.let_go)
            insist_on(lock)
            undo.callback(discard, working_name(path))
            discard(working_name(path))
            build(working_name(path), key, header, settings)
            put_in_place(path)
            start = Start(header, path.stat().st_size, True, identity_of(path))
            file = cls(path, start, key, kdf, connect(path, key), lock)
            undo.pop_all()
        return file

    @staticmethod
    def check(path: Path) -> bytes:
        """The first 16 bytes; raises what `open` raises for a file that no passphrase can open.

        Reads those bytes only; never ask it of a file that is open in this process.
        """
        start = look_at(path.resolve())
        kdf_of(start.header, start.size)
        return start.header

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str,
        *,
        by_code: bool = False,
        read_only: bool = False,
        kdf: Kdf | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> CaseFile:
        """Open a file; read-only when asked or when it cannot be written, with the reason.

        An older file is backed up, at the time that `clock` tells, and brought up to date.
        With `by_code` the herstelcode stands in place of the passphrase.
        `kdf` only lets a test profile through. Raises FileMissing, NoAccess, NotACaseFile,
        DamagedHeader, WrongPassphrase, NewerVersion, DamagedFile; and WrongGroup, WrongCode and
        BadInput for a code. The file is then unchanged.
        """
        path = path.resolve()
        start = look_at(path)
        made_with = kdf_of(start.header, start.size, kdf)
        if by_code:
            key = key_for(path, start, passphrase)
        else:
            key = derive_key(passphrase, start.header, made_with)
        file = cls._open(path, start, key, made_with, read_only=read_only, clock=clock)
        if not file.is_backup:
            remembered.resume(file.header)
        return file

    @classmethod
    def open_remembered(
        cls,
        path: Path,
        key: bytearray,
        *,
        read_only: bool = False,
        kdf: Kdf | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> CaseFile:
        """Open a file with what `recall` gave, which is the file's from then on, or is wiped.

        Raises KeyOutdated when the key does not fit, and else what `open` raises.
        """
        path = path.resolve()
        try:
            start = look_at(path)
            made_with = kdf_of(start.header, start.size, kdf)
            return cls._open(path, start, key, made_with, read_only=read_only, clock=clock)
        except WrongPassphrase as error:
            wipe(key)
            raise KeyOutdated from error
        except HgkmError:
            wipe(key)
            raise

    @classmethod
    def _open(
        cls,
        path: Path,
        start: Start,
        key: bytearray,
        made_with: Kdf,
        *,
        read_only: bool,
        clock: Callable[[], datetime],
        by_choice: bool = False,
    ) -> CaseFile:
        """Open it; when a part stays damaged, what can still be read of it."""
        may_write = start.may_write and not read_only
        original = original_of(path, start.header) if may_write and not by_choice else None
        copies = copies_of(path, start.header)
        reason = ASKED if read_only else PROTECTED
        if may_write:
            reason = copy_words(original) if original else ""
        open_for = partial(cls._open_as, path, start, key, made_with, clock)
        for pause in PAUSES:
            try:
                file = open_for(reason)
                break
            except DamagedFile:
                time.sleep(pause)
        else:
            file = open_for(DAMAGED)
        file.original, file.copies = original, copies
        return file

    @classmethod
    def _open_as(
        cls,
        path: Path,
        start: Start,
        key: bytearray,
        made_with: Kdf,
        clock: Callable[[], datetime],
        reason: str,
    ) -> CaseFile:
        """Open it, to read only when there is a reason for that."""
        with ExitStack() as undo:
            lock = WriterLock(path)
            undo.callback(lock.let_go)
            reason = reason or lock_or_reason(lock)
            connection = connect(path, key, read_only=bool(reason))
            undo.callback(connection.close)
            with known_errors(opening=True), unharmed(connection):
                source = Source(path, start.header, connection, key)
                insist_on_ours(connection, is_damaged=reason == DAMAGED)
                reason = reason or back_up_or_reason(source, clock())
                check_version(connection, read_only=bool(reason))
                file = cls(
                    path,
                    start,
                    key,
                    made_with,
                    connection,
                    lock,
                    clock,
                    is_damaged=reason == DAMAGED,
                )
                if reason == IN_USE:
                    reason = in_use_words(read_session(connection), clock())
            undo.pop_all()
        file.read_only, file.read_only_reason = bool(reason), reason
        return file

    def open_to_write(self) -> CaseFile:
        """Open the copy that this file is, to work in by choice; this one stays open."""
        return self._open_again(self.path)

    def _open_again(self, path: Path) -> CaseFile:
        key, clock = bytearray(self._key), self._clock
        return self._open(
            path, look_at(path), key, self._kdf, read_only=False, clock=clock, by_choice=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- reading --------------------------------------------------------------------

    @property
    def header(self) -> bytes:
        """The first 16 bytes, which backups share with their file."""
        return self._header

    @property
    def settings(self) -> FileSettings:
        return self._settings

    # --- writing --------------------------------------------------------------------

    @insistent_writing
    def save(self, value: Value) -> None:
        """Write the rows that differ from what last reached the disk, all or none of them.

        Raises ReadOnlyFile, DiskFull, FileBusy, FileReplaced. Then nothing is written, and the
        next save writes everything that this one could not.
        """
        changes = differences(self._known(value.id), value)
        with self._writing({value.id: value}):
            write(self._connection, value.id, changes)

    @insistent_writing
    def save_settings(self, settings: FileSettings) -> None:
        """Write the settings of the file; raises what save raises."""
        self._insist_on_connection()
        self._settings_in_doubt = settings
        with self._writing():
            if settings != self._settings:
                write_settings(self._connection, settings)
        self._settings = settings

    @insistent_writing
    def remove(self, value_id: str) -> None:
        """Remove a case, its records and what was issued of it, a study or a row of meetings.

        Raises what save raises. Of each row a tombstone stays. What never reached the disk is
        already gone.
        """
        with self._writing({value_id: None}):
            bury(self._connection, value_id)
        self._removed.add(value_id)

    def work_in_copy(self, path: Path) -> CaseFile:
        """Make a checked copy that the same passphrase opens, and open it; this one stays open.

        Raises what copy_to raises.
        """
        self.copy_to(path)
        return self._open_again(path.resolve())

    # --- the passphrase ---------------------------------------------------------------

    def change_passphrase(
        self, old: str, new: str, folder: Path, now: datetime, *, by_code: bool = False
    ) -> None:
        """Encrypt the file for another passphrase, after a checked backup that has the old one.

        Killed at any moment, it opens with exactly one of the two. The herstelcode changes too;
        `by_code`: it stands in place of `old`. The computer forgets the key, and older backups are
        marked. Raises DamagedFile when what was written does not pass its checks, and BadInput,
        WrongPassphrase, WrongCode, WrongGroup, BackupFailed and what save raises; then `old` holds.
        """
        check_passphrase(new)
        wipe(self._key_from(old, self._is_marked, by_code=by_code))
        key = derive_key(new, self._header, self._kdf)
        if self._is_marked(key):
            raise BadInput("Dit wachtwoord heeft het bestand al.", todo="Kies een ander.")
        with self._writing():
            pass  # it may be written, and it is still the file that we opened
        self.copy_for_backup(folder, now).keep()
        self._insist_in_place()
        if remembered.is_remembered(self._header):
            with suppress(NotForgotten):  # the old key then opens nothing but older backups
                remembered.forget(self._header)
        self._encrypt_for(key)
        note_old_key(self.path, self._header, folder)
        insist_on_sound(self._connection)

    # --- inside ---------------------------------------------------------------------

    def _left(self) -> tuple[Value, ...]:
        """The values of a file that is away, and all that can still be read of a damaged one."""
        if self.is_damaged:
            with suppress(DamagedFile):
                self.readable()
        return super()._left()
