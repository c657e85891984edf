"""The casusbestand: how it is opened, and all that can be asked of it once it is open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from hgkm_desktop.casefile import (
    backing_up,
    cleaning,
    contents,
    destroying,
    elsewhere,
    insisting,
    issuing,
    leaving,
    merging,
    passphrase,
    remembered,
    transport,
    whole_copy,
)
from hgkm_desktop.casefile.building import NO_SETTINGS, build
from hgkm_desktop.casefile.engine import connect, known_errors
from hgkm_desktop.casefile.file_key import FileKey
from hgkm_desktop.casefile.first_look import Place, look_at
from hgkm_desktop.casefile.key_problems import KeyOutdated
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
from hgkm_desktop.casefile.new_files import discard, put_in_place, refuse_to_overwrite, working_name
from hgkm_desktop.casefile.open_file import OpenFile, Taken
from hgkm_desktop.casefile.opening import insist_on, open_as
from hgkm_desktop.casefile.problems import WrongPassphrase
from hgkm_desktop.casefile.recovery import key_for
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.records import FileSettings


class CaseFile(OpenFile):
    """One encrypted casusbestand with its cases; use it from one thread at a time.

    What can be done with it is listed below; each is a function of the module that it stands in,
    and says there what it does and raises. Only `copy_for_backup` may go on in another thread
    meanwhile. All that reads or writes can raise DiskFull, FileBusy or DamagedFile.
    """

    headings = contents.headings
    readable = contents.readable
    load = contents.load
    works = contents.works
    acties = contents.acties
    passages = contents.passages
    parts = contents.parts
    save = contents.save
    save_settings = contents.save_settings
    remove = contents.remove

    case_rev = issuing.case_rev
    next_version = issuing.next_version
    issue = issuing.issue
    issued = issuing.issued
    issued_data = issuing.issued_data
    take_out_issued = issuing.take_out_issued

    destroy = destroying.destroy
    finish_destroying = destroying.finish_destroying
    destroyed = destroying.destroyed

    as_copy = merging.as_copy
    back_up_before_merging = merging.back_up_before_merging
    merge = merging.merge
    note_destroyed = merging.note_destroyed

    clean = cleaning.clean
    clean_if_possible = cleaning.clean_if_possible
    copy_for_backup = backing_up.copy_for_backup
    copy_to = whole_copy.copy_to
    copy_for_colleague = transport.copy_for_colleague

    read_anew = insisting.read_anew
    stop_writing = insisting.stop_writing
    follow = elsewhere.follow
    go_on_elsewhere = elsewhere.go_on_elsewhere

    insist_on = passphrase.insist_on_passphrase
    change_passphrase = passphrase.change_passphrase
    recovery_code = passphrase.recovery_code
    remembering = passphrase.remembering
    lend_key = passphrase.lend_key

    lock = leaving.lock
    unlock = leaving.unlock
    close = leaving.close

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
            taken = Taken(Place.of(path), connect(path, key), lock)
            file = cls(taken, FileKey(key, header, kdf))
            undo.pop_all()
        return file

    @staticmethod
    def check(path: Path) -> bytes:
        """The first 16 bytes; raises what `open` raises for a file that no passphrase can open.

        Reads those bytes only; never ask it of a file that is open in this process.
        """
        start = look_at(path.resolve())
        kdf_of(start.header, start.size, name=path.name)
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
        made_with = kdf_of(start.header, start.size, kdf, name=path.name)
        if by_code:
            raw = key_for(path, start, passphrase)
        else:
            raw = derive_key(passphrase, start.header, made_with)
        key = FileKey(raw, start.header, made_with)
        file = open_as(cls, path, start, key, read_only=read_only, clock=clock)
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
            made_with = kdf_of(start.header, start.size, kdf, name=path.name)
            own = FileKey(key, start.header, made_with)
            return open_as(cls, path, start, own, read_only=read_only, clock=clock)
        except WrongPassphrase as error:
            wipe(key)
            raise KeyOutdated from error
        except HgkmError:
            wipe(key)
            raise

    def open_to_write(self) -> CaseFile:
        """Open the copy that this file is, to work in by choice; this one stays open."""
        return self._open_again(self.path)

    def work_in_copy(self, path: Path) -> CaseFile:
        """Make a checked copy that the same passphrase opens, and open it; this one stays open.

        Raises what copy_to raises.
        """
        self.copy_to(path)
        return self._open_again(path.resolve())

    def _open_again(self, path: Path) -> CaseFile:
        start = look_at(path)
        key = FileKey(bytearray(self.key.raw), start.header, self.key.kdf)
        return open_as(
            CaseFile, path, start, key, read_only=False, clock=self.clock, by_choice=True
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
