"""A file that is copied to look it through, read again after damage, and then written no more."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from hgkm_desktop.casefile.cleaning import CleaningFile
from hgkm_desktop.casefile.copies import insist_on_unharmed
from hgkm_desktop.casefile.copying import BackupEnded, Copied, Source, copy_for_backup
from hgkm_desktop.casefile.engine import PAUSES
from hgkm_desktop.casefile.opening import DAMAGED
from hgkm_desktop.casefile.problems import DamagedFile, FileLocked, ReadOnlyFile
from hgkm_desktop.errors import HgkmError

_File = TypeVar("_File", bound="InsistentFile")
_Asked = ParamSpec("_Asked")
_Given = TypeVar("_Given")


class InsistentFile(CleaningFile):
    """An open file that takes no page for damaged before it was read three times."""

    def copy_for_backup(self, folder: Path, now: datetime, *, in_steps: bool = False) -> Copied:
        """Copy the file into the folder for backups; then `Copied.keep` checks and keeps it.

        Ends what another thread is copying. With `in_steps` this may be called in another
        thread, and no edit is refused meanwhile. Raises BackupFailed, BackupEnded, and DamagedFile
        for a page that could not be read: ask `read_anew` then.
        """
        with self._copying.take() as turn:
            if self._connected is None:  # closed, locked, or gone
                raise BackupEnded
            source = Source(self.path, self._header, self._connection, self._key)
            return copy_for_backup(source, folder, now, turn, in_steps=in_steps)

    def clean_if_possible(self) -> None:
        """Clean before a backup at closing; raises DamagedFile, and nothing else keeps from it."""
        try:
            self.clean()
        except DamagedFile:
            raise
        except HgkmError:
            with suppress(HgkmError):  # what could not be written may have ended the connection
                self._insist_on_connection()

    def read_anew(self) -> None:
        """Connect again: a connection that met a damaged page reads and writes no other."""
        self._disconnect()
        with suppress(HgkmError):  # then it is tried again with the next reading
            self._come_back()

    def stop_writing(self) -> None:
        """Nothing reaches the file any more, for it is damaged; what is whole can be read."""
        self._disconnect()
        self.is_damaged = self.read_only = True
        self.read_only_reason = DAMAGED

    def lend_key(self) -> bytearray:
        """A copy of the key, for whoever puts a backup back, and wipes it. Raises FileLocked."""
        if self.is_locked:
            raise FileLocked
        return bytearray(self._key)

    def has_stumbled(self, error: HgkmError) -> bool:
        """Whether a new connection, which there is then, may do what this one could not."""
        if isinstance(error, ReadOnlyFile):  # what a save says after a damaged page
            if self.read_only or self._connected is None:
                return False
            try:
                insist_on_unharmed(self._connected)
            except DamagedFile:
                self.read_anew()
                return True
            return False
        self.read_anew()
        return not self.is_damaged


def insistent(
    act: Callable[Concatenate[_File, _Asked], _Given],
) -> Callable[Concatenate[_File, _Asked], _Given]:
    """Read again, on a new connection, what met a damaged page: the disk may have stumbled.

    When it is still damaged the third time, nothing is written to the file any more; then what
    can be had of a damaged file is given, or DamagedFile raised.
    """

    @wraps(act)
    def tried(file: _File, /, *asked: _Asked.args, **more: _Asked.kwargs) -> _Given:
        try:
            return _tried(file, lambda: act(file, *asked, **more))
        except DamagedFile:
            if file.is_damaged:
                raise
            file.stop_writing()
        try:
            return act(file, *asked, **more)
        except DamagedFile:
            file.read_anew()
            raise

    return tried


def insistent_writing(
    act: Callable[Concatenate[_File, _Asked], _Given],
) -> Callable[Concatenate[_File, _Asked], _Given]:
    """As `insistent`, for what writes: DamagedFile leaves it to the user where to go on."""

    @wraps(act)
    def tried(file: _File, /, *asked: _Asked.args, **more: _Asked.kwargs) -> _Given:
        return _tried(file, lambda: act(file, *asked, **more))

    return tried


def _tried(file: InsistentFile, act: Callable[[], _Given]) -> _Given:
    for pause in PAUSES:
        try:
            return act()
        except (DamagedFile, ReadOnlyFile) as error:
            if not file.has_stumbled(error):
                raise
            time.sleep(pause)
    return act()
