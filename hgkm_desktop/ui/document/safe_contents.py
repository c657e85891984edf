"""What is on screen, kept safe: written, written again, locked, brought elsewhere if need be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hgkm_desktop.casefile import (
    CaseFile,
    DamagedFile,
    FileMissing,
    FileReplaced,
    NoAccess,
    ReadOnlyFile,
)
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui.document.contents import Contents
from hgkm_desktop.ui.parts.files import documents_folder

RETRY_MILLISECONDS = 10_000
LOOK_MILLISECONDS = 3_000
_LOOKS = 2  # one missing look may be a sync program that is just replacing the file by itself

# After these a later attempt at the same place brings nothing.
_AT_RISK = (FileReplaced, ReadOnlyFile, DamagedFile, FileMissing, NoAccess)

T = TypeVar("T")


class SafeContents(Contents):
    """The contents of a file, of which everything gets to a disk.

    A file that is moved, replaced or can no longer be written is noticed at the first save, and by
    looks that open nothing. `moved(Moved)` follows when the work went on elsewhere: nothing of it
    is lost then. `changed_elsewhere` comes when nothing was written yet that could be lost.

    `saved(time)` follows a write that reached the disk. `not_saved` follows one that did not,
    with `save_failed(error)` when we know why: the edit then stays on screen and is written again
    with the next edit, or after ten seconds. `damaged` comes once, when the file turns out to be;
    from then on it can only be read. `locks` comes just before the file is locked, and `unlocked`
    after.
    """

    moved = Signal(object)
    changed_elsewhere = Signal()
    saved = Signal(object)
    not_saved = Signal()
    save_failed = Signal(object)
    damaged = Signal()
    locks = Signal()
    unlocked = Signal()

    def __init__(self, casefile: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(casefile, parent)
        self._retry = QTimer(self, interval=RETRY_MILLISECONDS, singleShot=True)
        self._retry.timeout.connect(self.save_now)
        self._missed, self._is_told, self._is_damaged = 0, False, False
        self._looking = QTimer(self, interval=LOOK_MILLISECONDS)
        self._looking.timeout.connect(self.look)
        self._may_go_elsewhere = not casefile.read_only
        if self._may_go_elsewhere:
            self._looking.start()

    # --- saving ---------------------------------------------------------------------

    def save_now(self) -> None:
        """Write everything that has not reached the disk yet; nothing while the file is locked."""
        if self.file.is_locked:
            return
        try:
            self._here_or_elsewhere(self._write)
        except HgkmError as error:
            self.save_failed.emit(error)
        finally:  # also when something we did not foresee went wrong
            if self._unsaved:
                if not self._is_damaged:
                    self._retry.start()
                self.not_saved.emit()
            else:
                self._retry.stop()
                self.saved.emit(datetime.now())

    def _write(self) -> None:
        for value_id, value in list(self._unsaved.items()):
            if value is None:
                self.file.remove(value_id)
            else:
                self.file.save(value)
            del self._unsaved[value_id]

    def keep_copy(self, path: Path) -> None:
        """Write a copy of the file with everything on screen in it, saved or not.

        What was not saved is then safe in the copy. Raises HgkmError when the copy fails.
        """
        self.file.copy_to(path, unsaved=self._left)
        self._unsaved.clear()
        self._retry.stop()

    def close(self) -> None:
        """Let go of the file. What has not reached the disk is lost, so ask before."""
        self._retry.stop()
        self._looking.stop()
        self.file.close()

    # --- locked, damaged ---------------------------------------------------------------

    def lock(self) -> None:
        """Save here or else elsewhere, and lock the file; what cannot be saved stays here."""
        if self._unsaved:
            self.save_now()
        if self._unsaved and not self._is_damaged and self._go_on_elsewhere():
            self.save_now()
        self._retry.stop()
        self.locks.emit()
        self.file.lock()

    def unlock(self, secret: str, *, by_code: bool = False) -> None:
        """Unlock the file and save what came meanwhile; raises what CaseFile.unlock raises.

        When the file is not there any more as it was, the work goes on elsewhere; when that does
        not succeed either, the case on screen counts as not saved.
        """
        try:
            self.file.unlock(secret, by_code=by_code)
        except _AT_RISK:
            if self.file.is_locked or not self._go_on_elsewhere():
                raise
        finally:
            if not self.file.is_locked:
                self._go_on()
                self.unlocked.emit()

    def _go_on(self) -> None:
        if self.file.is_away and not self.is_read_only and self.case is not None:
            self._unsaved.setdefault(self.case.id, self.case)
        if self._unsaved:
            self.save_now()

    def stop_writing(self) -> None:
        """The file is damaged: nothing reaches it any more, and what is not saved stays here."""
        self.file.stop_writing()
        self._note_damage()

    def _note_damage(self) -> None:
        if self.file.is_damaged and not self._is_damaged:
            if self.is_at_stake and self._go_on_elsewhere():
                return  # what was written is in a file that is whole
            self._is_damaged = True
            self._looking.stop()
            self.damaged.emit()

    # --- still the same file --------------------------------------------------------

    @property
    def is_as_left(self) -> bool:
        """Whether all that was saved is still where it was saved; it opens nothing."""
        return self.file.is_as_left

    @property
    def is_at_stake(self) -> bool:
        """Whether anything was written since it was opened, or still must be."""
        return bool(self.file.changes or self._unsaved)

    @Slot()
    def look(self) -> None:
        """Bring the work to safety when the file is not as we left it, twice in a row."""
        if self.file.is_locked:
            return
        if self.is_as_left:
            self._missed, self._is_told = 0, False
            return
        self._missed += 1
        if self._missed >= _LOOKS and not self._is_told:
            self.look_after_work()

    def look_after_work(self) -> bool:
        """True when all that was saved is in the file that is open, if need be in a new one."""
        if self.file.is_locked or self.is_as_left:
            return True
        if self._go_on_elsewhere(with_copy=self.is_at_stake):
            self.save_now()
            return True
        if not self.is_at_stake and not self._is_told:
            self._is_told = True
            self.changed_elsewhere.emit()
        return not self.is_at_stake

    def _here_or_elsewhere(self, write: Callable[[], T]) -> T:
        try:
            return write()
        except _AT_RISK:
            if not self._go_on_elsewhere():
                raise
        return write()

    def _go_on_elsewhere(self, *, with_copy: bool = True) -> bool:
        """Whether the work is safe in the same file or a new one, and goes on there."""
        if not self._may_go_elsewhere:
            return False
        removed = [value_id for value_id, value in self._unsaved.items() if value is None]
        try:
            moved = (
                self.file.go_on_elsewhere(
                    [documents_folder()],
                    datetime.now(),
                    unsaved=self._left,
                    removed=removed,
                )
                if with_copy
                else self.file.follow()
            )
        except HgkmError:
            return False
        if moved.is_copy:
            self._unsaved.clear()
        self._missed = 0
        self.moved.emit(moved)
        return True
