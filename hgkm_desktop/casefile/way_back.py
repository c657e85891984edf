"""The way back from a damaged file: to the newest backup that is in order, and on with that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from hgkm_desktop.casefile.backups import Backup, backups_for, is_of_place
from hgkm_desktop.casefile.engine import connect, disconnect
from hgkm_desktop.casefile.file import CaseFile
from hgkm_desktop.casefile.first_look import look_at
from hgkm_desktop.casefile.keys import HEADER_SIZE, Kdf, wipe
from hgkm_desktop.casefile.problems import (
    DiskFull,
    FolderMissing,
    ReadOnlyFile,
    WrongCode,
    WrongPassphrase,
)
from hgkm_desktop.casefile.recovery import key_from_code
from hgkm_desktop.casefile.restoring import Secret, newest_good, restore, restored_path
from hgkm_desktop.errors import HgkmError


class WayBack:
    """Finds the newest good backup of one file and puts it back; the file itself stays.

    It knows what opens the backups until `forget`. All of it may be asked in another thread.
    """

    def __init__(
        self, path: Path, backups: Sequence[Backup], secret: Secret, *, kdf: Kdf | None = None
    ) -> None:
        self.path = path
        self._backups = tuple(backups)
        self._secret = secret
        self._kdf = kdf

    @classmethod
    def of_open(cls, file: CaseFile, folder: Path, *, kdf: Kdf | None = None) -> WayBack:
        """The way back of a file that is open, with the key that it has. Raises FileLocked."""
        backups = backups_for(file.path, file.header, folder)
        return cls(file.path, backups, file.lend_key(), kdf=kdf)

    @classmethod
    def by_code(
        cls, path: Path, backups: Sequence[Backup], code: str, *, kdf: Kdf | None = None
    ) -> WayBack:
        """With a herstelcode as typed. Raises BadInput and WrongGroup."""

        def fits(key: bytearray) -> bool:
            return any(_opens(backup, key) for backup in backups)

        return cls(path, backups, key_from_code(code, fits), kdf=kdf)

    def newest_good(self, now: datetime) -> Backup | None:
        """The newest backup of which every page was read now and found in order; or None.

        Raises WrongPassphrase or WrongCode when what we know opens none of them.
        """
        try:
            return newest_good(self._backups, self._secret, now, kdf=self._kdf)
        except WrongPassphrase as error:
            raise (WrongPassphrase if isinstance(self._secret, str) else WrongCode) from error

    def is_elsewhere(self, backup: Backup) -> bool:
        """Whether a backup is of a copy of the file that stood elsewhere: it went its own way."""
        return not is_of_place(backup, self.path)

    def put_back(self, backup: Backup, elsewhere: Path, now: datetime) -> CaseFile:
        """Put a backup back as a new file beside the damaged one, and open that.

        Where nothing can be written beside it, the folder `elsewhere` is tried. Raises what
        `restore` and `CaseFile.open` raise.
        """
        path = restored_path(self.path, now.date())
        try:
            restore(backup, self._secret, path, now, kdf=self._kdf)
        except (ReadOnlyFile, FolderMissing, DiskFull):
            path = restored_path(elsewhere / self.path.name, now.date())
            restore(backup, self._secret, path, now, kdf=self._kdf)
        if isinstance(self._secret, str):
            return CaseFile.open(path, self._secret, kdf=self._kdf)
        return CaseFile.open_remembered(path, bytearray(self._secret), kdf=self._kdf)

    def forget(self) -> None:
        """Wipe what opens the backups; a passphrase that was typed cannot be wiped."""
        if isinstance(self._secret, bytearray):
            wipe(self._secret)
        self._secret, self._backups = "", ()


def _opens(backup: Backup, key: bytearray) -> bool:
    try:
        disconnect(connect(backup.path, key, read_only=True))
    except HgkmError:
        return False
    return True


def backups_of_closed(path: Path, *folders: Path) -> tuple[Backup, ...]:
    """The backups of a file that nobody here has open, however damaged it is: those in the first
    of these folders that has any."""
    try:
        header = look_at(path.resolve()).header
    except HgkmError:
        header = bytes(HEADER_SIZE)
    found = (backups_for(path, header, folder) for folder in folders)
    return next((backups for backups in found if backups), ())


def last_saved(path: Path) -> datetime | None:
    """When a file was last written, in local time; None when that cannot be known."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, OverflowError, ValueError):
        return None
