"""How a file is opened: backed up and brought up to date, to read only when there is a reason."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from hgkm_desktop.casefile.backing_up import Source, copy_source
from hgkm_desktop.casefile.engine import PAUSES, connect, known_errors, number
from hgkm_desktop.casefile.file_key import FileKey
from hgkm_desktop.casefile.first_look import Place, Start
from hgkm_desktop.casefile.lock import WriterLock
from hgkm_desktop.casefile.namesakes import copies_of, copy_words, original_of
from hgkm_desktop.casefile.open_file import OpenFile, Taken
from hgkm_desktop.casefile.problems import BackupFailed, DamagedFile, FileBusy, ReadOnlyFile
from hgkm_desktop.casefile.schema import SCHEMA_VERSION, check_version
from hgkm_desktop.casefile.session import Session, read_session
from hgkm_desktop.casefile.soundness import unharmed
from hgkm_desktop.casefile.trust import insist_on_ours
from hgkm_desktop.casefile.turns import Turns
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

_File = TypeVar("_File", bound=OpenFile)


def open_as(
    kind: type[_File],
    path: Path,
    start: Start,
    key: FileKey,
    *,
    read_only: bool,
    clock: Callable[[], datetime],
    by_choice: bool = False,
) -> _File:
    """Open a file with its key; when a part stays damaged, what can still be read of it.

    A copy of a file beside it is opened to read, unless somebody works in it `by_choice`.
    """
    may_write = start.may_write and not read_only
    original = original_of(path, start.header) if may_write and not by_choice else None
    copies = copies_of(path, start.header)
    reason = ASKED if read_only else PROTECTED
    if may_write:
        reason = copy_words(original) if original else ""
    open_for = partial(_open_for, kind, path, start, key, clock)
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


def _open_for(
    kind: type[_File],
    path: Path,
    start: Start,
    key: FileKey,
    clock: Callable[[], datetime],
    reason: str,
) -> _File:
    """Open it, to read only when there is a reason for that."""
    with ExitStack() as undo:
        lock = WriterLock(path)
        undo.callback(lock.give_back)
        reason = reason or lock_or_reason(lock)
        connection = connect(path, key.raw, read_only=bool(reason))
        undo.callback(connection.close)
        with known_errors(opening=True), unharmed(connection):
            insist_on_ours(connection, is_damaged=reason == DAMAGED)
            source = Source(path, key.header, connection, key.raw)
            reason = reason or _back_up_or_reason(source, clock())
            check_version(connection, read_only=bool(reason))
            taken = Taken(Place.of(path, start.identity), connection, lock)
            file = kind(taken, key, clock, is_damaged=reason == DAMAGED)
            if reason == IN_USE:
                reason = _in_use_words(read_session(connection), clock())
        undo.pop_all()
    file.read_only, file.read_only_reason = bool(reason), reason
    return file


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


def _in_use_words(last: Session | None, now: datetime) -> str:
    """Who has a file that is in use elsewhere, as far as its last session tells."""
    if last is None or not last.may_go_on(now):
        return IN_USE
    where = "deze computer" if last.is_here else last.computer
    since = last.begun.strftime("%H:%M")
    if last.begun.date() != now.date():
        since = f"{day_text(last.begun.date())} om {since}"
    return f"Dit casusbestand is al open op {where}, sinds {since}."


def _back_up_or_reason(source: Source, now: datetime) -> str:
    """Back up a file that must be brought up to date and return "", or why it can only be read.

    A step that has a fault could take something away, so without a backup none is taken.
    """
    if number(source.connection, "PRAGMA user_version") == SCHEMA_VERSION:
        return ""
    try:
        with Turns().take() as turn:
            copy_source(source, user_backup_dir(), now, turn).keep()
    except BackupFailed:
        return _NO_BACKUP
    return ""
