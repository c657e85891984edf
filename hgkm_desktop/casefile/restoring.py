"""What backups are worth: looked through again, and put back beside the file as it is now."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from hgkm_desktop.casefile.backups import (
    Backup,
    note_as_bad,
    note_as_good,
)
from hgkm_desktop.casefile.engine import connect, disconnect, known_errors, number
from hgkm_desktop.casefile.keys import PAGE_SIZE, Kdf, derive_key, kdf_of, wipe
from hgkm_desktop.casefile.new_files import discard, put_in_place, refuse_to_overwrite, working_name
from hgkm_desktop.casefile.problems import (
    BackupDamaged,
    BackupGone,
    CopyFailed,
    WrongPassphrase,
)
from hgkm_desktop.casefile.soundness import verify
from hgkm_desktop.errors import HgkmError

Secret = str | bytearray
"""What opens a backup: its passphrase, or its key, which stays of who gives it."""


class BackupState(Enum):
    """What a check of a backup found."""

    GOOD = "good"
    OTHER_PASSPHRASE = "other passphrase"
    DAMAGED = "damaged"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one backup; `cases` is how many a good one holds.

    A backup with another passphrase may as well be damaged at its very beginning.
    """

    backup: Backup
    state: BackupState
    cases: int = 0


def check_backups(
    backups: Iterable[Backup], secret: Secret, now: datetime, *, kdf: Kdf | None = None
) -> Iterator[Finding]:
    """Read every page of each, one by one, and note at the backup what was found.

    `kdf` only lets a test profile through.
    """
    keys: dict[bytes, bytearray] = {}
    try:
        for backup in backups:
            if backup.header not in keys:
                keys[backup.header] = _key(backup, secret, kdf)
            yield _check(backup, keys[backup.header], now)
    finally:
        for key in keys.values():
            wipe(key)


def restore(
    backup: Backup, secret: Secret, path: Path, now: datetime, *, kdf: Kdf | None = None
) -> None:
    """Put a backup back as a new file that the same passphrase opens; it never overwrites.

    Raises WrongPassphrase, BackupDamaged, BackupGone, FileExists, FolderMissing, DiskFull,
    ReadOnlyFile and CopyFailed.
    """
    key, new = _key(backup, secret, kdf), working_name(path)
    with known_errors(), ExitStack() as undo:
        undo.callback(wipe, key)
        refuse_to_overwrite(path)
        _insist_on_good(_check(backup, key, now))
        discard(new)
        undo.callback(discard, new)
        shutil.copyfile(backup.path, new)
        verify(new, key, backup.header)
        put_in_place(path)


def restored_path(path: Path, today: date) -> Path:
    """Where a backup of this file is put back: beside it, under a name that is free."""
    stem = f"{path.stem} (hersteld op {today.day}-{today.month}-{today.year})"
    free, number_of_name = path.with_name(f"{stem}.hgkm"), 2
    while free.exists():
        free = path.with_name(f"{stem} {number_of_name}.hgkm")
        number_of_name += 1
    return free


def newest_good(
    backups: Iterable[Backup], secret: Secret, now: datetime, *, kdf: Kdf | None = None
) -> Backup | None:
    """The first of these that passes its checks now; None when there is none.

    Raises WrongPassphrase when that is because none can be opened with this.
    """
    states = set()
    for finding in check_backups((b for b in backups if not b.is_bad), secret, now, kdf=kdf):
        if finding.state is BackupState.GOOD:
            return finding.backup
        states.add(finding.state)
    if states == {BackupState.OTHER_PASSPHRASE}:
        raise WrongPassphrase
    return None


def _key(backup: Backup, secret: Secret, kdf: Kdf | None) -> bytearray:
    if isinstance(secret, bytearray):
        return bytearray(secret)
    return derive_key(secret, backup.header, kdf_of(backup.header, PAGE_SIZE, kdf))


def _insist_on_good(finding: Finding) -> None:
    problems: dict[BackupState, type[HgkmError]] = {
        BackupState.OTHER_PASSPHRASE: WrongPassphrase,
        BackupState.DAMAGED: BackupDamaged,
        BackupState.GONE: BackupGone,
    }
    if finding.state is not BackupState.GOOD:
        raise problems[finding.state]


def _check(backup: Backup, key: bytearray, now: datetime) -> Finding:
    try:
        _verify_twice(backup, key)
        cases = _case_count(backup.path, key)
    except CopyFailed as error:
        whole = backup.size >= PAGE_SIZE and backup.size % PAGE_SIZE == 0
        if whole and isinstance(error.__cause__, WrongPassphrase):
            return Finding(backup, BackupState.OTHER_PASSPHRASE)
        if not backup.is_bad:
            note_as_bad(backup)
        return Finding(backup, BackupState.DAMAGED)
    except (OSError, HgkmError):  # taken away, or the disk does not give it
        return Finding(backup, BackupState.GONE)
    if not backup.is_bad:
        note_as_good(backup.path, now)
    return Finding(backup, BackupState.GOOD, cases)


def _verify_twice(backup: Backup, key: bytearray) -> None:
    """One read that went wrong is no damage."""
    try:
        verify(backup.path, key, backup.header)
    except CopyFailed:
        verify(backup.path, key, backup.header)


def _case_count(path: Path, key: bytearray) -> int:
    connection = connect(path, key, read_only=True)
    try:
        return number(connection, "SELECT count(*) FROM casus")
    finally:
        disconnect(connection)
