"""Makes backups of the open casusbestand in the background, and never stands in the way of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hgkm_desktop.casefile import Backup, BackupEnded, CaseFile
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.document import Document

AGAIN_MILLISECONDS = 600_000


class Backups(QObject):
    """One backup with the first edit after opening, and one at closing when more was written.

    `kept(backup)` says that one was made. `failed(error)` says that none could be made: once for
    each file that is opened, for the work goes on. It is tried again after ten minutes.
    """

    kept = Signal(object)
    failed = Signal(object)
    _over = Signal(object)

    def __init__(self, parent: QObject, clock: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(parent)
        self._clock = clock
        # Not `Background`: what was begun here is finished, also after the window is gone.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="back-up")
        self._file: CaseFile | None = None
        self._copying: Future[Backup] | None = None
        self._changes_kept = 0
        self._is_told = False
        self._again = QTimer(self, interval=AGAIN_MILLISECONDS, singleShot=True)
        self._over.connect(self._end_one)

    def begin(self, document: Document) -> None:
        """Watch over a file that was opened: its first edit makes a backup."""
        self._file, self._copying = document.file, None
        self._changes_kept, self._is_told = 0, False
        self._again.stop()
        document.saved.connect(self._back_up_once)
        document.issued_changed.connect(self._back_up_once)

    def end(self) -> None:
        """Back up what was written since, before the file is closed; checked is it afterwards."""
        file, self._file = self._file, None
        if file is None or file.changes == self._changes_kept:
            return
        try:
            copied = file.copy_for_backup(user_backup_dir(), self._clock())
        except HgkmError as error:
            self._tell(error)
        except BackupEnded:  # it is closed already, or locked
            return
        else:
            self._do(copied.keep)

    def finish(self) -> None:
        """Wait until every copy is checked and kept."""
        self._thread.submit(time.monotonic).result()  # one after the other, so this one is last

    @Slot()
    def _back_up_once(self) -> None:
        file = self._file
        if file is None or self._copying is not None or self._again.isActive():
            return
        # What is written during the copying may or may not be in it.
        changes, moment = file.changes, self._clock()

        def make() -> Backup:
            copied = file.copy_for_backup(user_backup_dir(), moment, in_steps=True)
            if file is self._file:
                self._changes_kept = changes
            return copied.keep()

        self._copying = self._do(make)

    def _do(self, work: Callable[[], Backup]) -> Future[Backup]:
        future = self._thread.submit(work)
        future.add_done_callback(self._say_over)
        return future

    def _say_over(self, future: Future[Backup]) -> None:
        """In the other thread: hand over to this one."""
        with suppress(RuntimeError):  # the window is gone, and nobody is left to tell
            self._over.emit(future)

    @Slot(object)
    def _end_one(self, future: Future[Backup]) -> None:
        try:
            self.kept.emit(future.result())
        except BackupEnded:  # the file was locked: the next edit begins again
            self._forget(future)
        except HgkmError as error:
            if self._forget(future):
                self._again.start()
            self._tell(error)

    def _forget(self, future: Future[Backup]) -> bool:
        """Whether it was of the file that is open; nothing was kept of that, then."""
        if future is not self._copying:
            return False
        self._copying, self._changes_kept = None, 0
        return True

    def _tell(self, error: HgkmError) -> None:
        if not self._is_told:
            self._is_told = True
            self.failed.emit(error)
