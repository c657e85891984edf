"""Before a file is opened: what its first bytes say, and whether it may be written."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hgkm_desktop.casefile.backups import is_named_as_backup
from hgkm_desktop.casefile.copying import Source, Turns, copy_for_backup
from hgkm_desktop.casefile.engine import Connection, number
from hgkm_desktop.casefile.keys import HEADER_SIZE
from hgkm_desktop.casefile.lock import WriterLock
from hgkm_desktop.casefile.problems import (
    BackupFailed,
    FileBusy,
    FileMissing,
    NoAccess,
    NotACaseFile,
    ReadOnlyFile,
)
from hgkm_desktop.casefile.schema import (
    SCHEMA_VERSION,
    bring_up_to_date,
    show_as_up_to_date,
)
from hgkm_desktop.casefile.session import Session
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.paths import user_backup_dir

ASKED = "Dit casusbestand is geopend om te lezen."
IN_USE = "Dit casusbestand is al ergens open."
PROTECTED = "Dit casusbestand mag u alleen lezen."
DAMAGED = "Een deel van dit casusbestand is beschadigd."
_NO_LOCK = "In de map van dit casusbestand kan niets worden opgeslagen."
_NO_BACKUP = (
    "Dit casusbestand komt uit een oudere versie en moet worden bijgewerkt. Eerst moet er een "
    "back-up komen, en die kon niet worden gemaakt. Maak ruimte vrij op deze computer en open "
    "het bestand opnieuw."
)
Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Start:
    """What is known of a file before it is opened; nothing else opens it while it is in use."""

    header: bytes
    size: int
    may_write: bool
    identity: Identity


def identity_of(path: Path) -> Identity:
    """What tells a file from another one that came to stand at the same path."""
    found = os.stat(path)
    return found.st_dev, found.st_ino


def is_on_read_only_disk(path: Path) -> bool:
    """Whether the disk takes nothing at all, as after a fault; where no system tells, False."""
    if os.name == "nt":
        return False
    try:
        return bool(os.statvfs(path.parent).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def look_at(path: Path) -> Start:
    """Read the first 16 bytes, and find out whether the file may be written.

    Only before connecting: on POSIX, closing any handle drops the locks of this process.
    Raises FileMissing, NotACaseFile for a folder, and NoAccess for what cannot be read.
    """
    if path.is_dir():
        raise NotACaseFile("Dit is een map, geen casusbestand.")
    try:
        identity = identity_of(path)
        try:
            header, may_write = _first_bytes(path, "r+b"), not is_backup(path)
        except OSError:
            header, may_write = _first_bytes(path, "rb"), False
        return Start(header, path.stat().st_size, may_write, identity)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissing from error
    except OSError as error:
        raise NoAccess from error


def is_backup(path: Path) -> bool:
    """A backup that is opened where it stands can be read only: it is put back to work in it."""
    return user_backup_dir().resolve() in path.parents or is_named_as_backup(path)


def _first_bytes(path: Path, mode: str) -> bytes:
    with path.open(mode) as file:
        return bytes(file.read(HEADER_SIZE))


def lock_or_reason(lock: WriterLock) -> str:
    """Take the lock and return "", or return why the file can only be read."""
    try:
        return "" if lock.take() else IN_USE
    except OSError:
        return _NO_LOCK


def insist_on(lock: WriterLock) -> None:
    """Take the lock for a new file. Raises FileBusy or ReadOnlyFile."""
    reason = lock_or_reason(lock)
    if reason == IN_USE:
        raise FileBusy
    if reason:
        raise ReadOnlyFile


def in_use_words(last: Session | None, now: datetime) -> str:
    """Who has a file that is in use elsewhere, as far as its last session tells."""
    if last is None or not last.may_go_on(now):
        return IN_USE
    where = "deze computer" if last.is_here else last.computer
    since = last.begun.strftime("%H:%M")
    if last.begun.date() != now.date():
        since = f"{day_text(last.begun.date())} om {since}"
    return f"Dit casusbestand is al open op {where}, sinds {since}."


def back_up_or_reason(source: Source, now: datetime) -> str:
    """Back up a file that must be brought up to date and return "", or why it can only be read.

    A step that has a fault could take something away, so without a backup none is taken.
    """
    if number(source.connection, "PRAGMA user_version") == SCHEMA_VERSION:
        return ""
    try:
        with Turns().take() as turn:
            copy_for_backup(source, user_backup_dir(), now, turn).keep()
    except BackupFailed:
        return _NO_BACKUP
    return ""


def check_version(connection: Connection, *, read_only: bool) -> None:
    """Bring an older file up to date; one that may only be read is shown so and stays as it is.

    Only for a file of which `insist_on_ours` found that it is ours.
    """
    if number(connection, "PRAGMA user_version") == SCHEMA_VERSION:
        return
    if read_only:
        show_as_up_to_date(connection)
    else:
        bring_up_to_date(connection)
