"""The passphrase of an open file: asked again, changed, and what can stand in its place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from hgkm_desktop.casefile import remembered
from hgkm_desktop.casefile.backing_up import copy_for_backup
from hgkm_desktop.casefile.backups import note_old_key
from hgkm_desktop.casefile.engine import opens, reset_key
from hgkm_desktop.casefile.key_problems import NotForgotten
from hgkm_desktop.casefile.keys import check_passphrase, wipe
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.casefile.problems import DiskFull, FileLocked
from hgkm_desktop.casefile.recovery import code_of
from hgkm_desktop.casefile.soundness import insist_on_sound
from hgkm_desktop.errors import BadInput, HgkmError


def insist_on_passphrase(file: OpenFile, passphrase: str) -> None:
    """Raises WrongPassphrase when this is not the passphrase of the file."""
    wipe(file.key.given(passphrase, by_code=False))


def lend_key(file: OpenFile) -> bytearray:
    """A copy of the key, for whoever puts a backup back, and wipes it. Raises FileLocked."""
    if file.is_locked:
        raise FileLocked
    return bytearray(file.key.raw)


def recovery_code(file: OpenFile) -> str:
    """The herstelcode of this file, until its passphrase changes. Raises FileLocked."""
    if file.is_locked:
        raise FileLocked
    return code_of(file.key.raw)


def remembering(file: OpenFile) -> Callable[[], None]:
    """What has the system keep the key of now; it may run in another thread, and later.

    Raises FileLocked; running it raises NoSafePlace and NotRemembered.
    """
    key = lend_key(file)

    def remember() -> None:
        try:
            remembered.remember(file.header, key)
        finally:
            wipe(key)

    return remember


def change_passphrase(
    file: OpenFile, old: str, new: str, folder: Path, now: datetime, *, by_code: bool = False
) -> None:
    """Encrypt the file for another passphrase, after a checked backup that has the old one.

    Killed at any moment, it opens with exactly one of the two. The herstelcode changes too;
    `by_code`: it stands in place of `old`. The computer forgets the key, and older backups are
    marked. Raises DamagedFile when what was written does not pass its checks, and BadInput,
    WrongPassphrase, WrongCode, WrongGroup, BackupFailed and what save raises; then `old` holds.
    """
    check_passphrase(new)
    wipe(file.key.given(old, by_code=by_code))
    key = file.key.derived(new)
    if file.key.is_same(key):
        raise BadInput("Dit wachtwoord heeft het bestand al.", todo="Kies een ander.")
    file.insist_on_writing()
    copy_for_backup(file, folder, now).keep()
    file.place.insist()
    if file.is_remembered:
        with suppress(NotForgotten):  # the old key then opens nothing but older backups
            remembered.forget(file.header)
    encrypt_for(file, key)
    note_old_key(file.path, file.header, folder)
    with file.turns.hand:
        insist_on_sound(file.connection)


def encrypt_for(file: OpenFile, key: bytearray) -> None:
    """Give the file another key, which is its own from then on, or leave it as it was."""
    error: HgkmError = DiskFull()
    try:
        with file.turns.end():
            reset_key(file.connection, key, file.header)
    except HgkmError as refused:
        error = refused
    file.disconnect()  # whatever it said: when the disk failed, only the file itself knows
    if not opens(file.path, key):
        raise error
    file.key.become(key)
