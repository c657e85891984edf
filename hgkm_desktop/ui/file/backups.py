"""Looks the open casusbestand through and backs it up in the background, and holds nothing up."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot

from hgkm_desktop.casefile import (
    Backup,
    BackupEnded,
    CaseFile,
    Checked,
    DamagedFile,
    copy_newest,
)
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.settings import second_backup_dir
from hgkm_desktop.ui.document.document import Document

AGAIN_MILLISECONDS = 600_000
LOOKS = 3  # what is damaged each of these times is damaged
BETWEEN_LOOKS_MILLISECONDS = 500


class Backups(QObject):
    """What the file held before the first edit, and at closing or locking what it holds then.

    A file that opens is copied and looked through. The first edit makes a backup of that copy,
    unless the newest one holds the same; without an edit nothing is left of it.

    Each backup that is kept is copied into a second folder too, if there is one.

    `looked` says that the file was found in order, and `kept(backup)` that a backup was made.
    `failed(error)` says that none could be made: once for each file that is opened, for the work
    goes on. It is tried again after ten minutes. So it says, once too, that nothing came in the
    second folder. What is damaged the `document` is told.
    """

    looked = Signal()
    kept = Signal(object)
    failed = Signal(object)
    _looked_through = Signal(object)
    _not_away = Signal(object)
    _over = Signal(object)

    def __init__(self, parent: QObject, clock: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(parent)
        self._clock = clock
        # Not `Background`: what was begun here is finished, also after the window is gone.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="back-up")
        self._document: Document | None = None
        self._file: CaseFile | None = None
        self._looking: Future[Checked] | None = None
        self._last_look: Future[Checked] | None = None
        self._held: Checked | None = None
        self._copying: Future[Backup] | None = None
        self._has_edits = self._is_settled = self._is_told = self._is_away_told = False
        self._changes_kept = self._looks = 0
        self._again = QTimer(self, interval=AGAIN_MILLISECONDS, singleShot=True)
        self._soon = QTimer(self, interval=BETWEEN_LOOKS_MILLISECONDS, singleShot=True)
        self._again.timeout.connect(self._settle)
        self._soon.timeout.connect(self._look)
        self._looked_through.connect(self._end_look)
        self._over.connect(self._end_one)
        self._not_away.connect(self._tell_not_away)

    def begin(self, document: Document) -> None:
        """Watch over a file that was opened, or go on with it after `end`."""
        if document is not self._document:
            self._document, self._is_told, self._is_away_told = document, False, False
            document.saved.connect(self._note_edit)
            document.issued_changed.connect(self._note_edit)
            document.locks.connect(self.end)
            document.unlocked.connect(self._go_on)
        self._file, self._copying, self._held = document.file, None, None
        self._has_edits = self._is_settled = False
        self._changes_kept, self._looks = document.file.changes, 0
        self._again.stop()
        self._look()
        self._thread.submit(self._copy_away, document.file.header)  # it may be there again

    @Slot()
    def end(self) -> None:
        """Back up what was written since, before the file closes; checked is it afterwards."""
        file, self._file, self._looking = self._file, None, None
        self._soon.stop()
        self._leave_held(file)
        if file is None or file.is_damaged or file.changes == self._changes_kept:
            return
        try:
            file.clean_if_possible()
            copied = file.copy_for_backup(user_backup_dir(), self._clock())
        except HgkmError as error:
            self._tell(error)
        except BackupEnded:  # it is closed already, or gone
            return
        else:
            self._do(copied.keep)

    def finish(self) -> None:
        """Wait, after `end`, until every copy is checked and kept, or is gone."""
        self._thread.submit(time.monotonic).result()  # one after the other, so this one is last
        look = self._last_look
        if look is not None and look.exception() is None:
            look.result().drop()  # nobody may be left to hear of it

    @Slot()
    def _go_on(self) -> None:
        if self._document is not None:
            self.begin(self._document)

    # --- looking the file through -----------------------------------------------------

    @Slot()
    def _look(self) -> None:
        file = self._file
        if file is None or file.is_damaged:
            return
        moment = self._clock()

        def look() -> Checked:
            return file.copy_for_backup(user_backup_dir(), moment, in_steps=True).check()

        self._looking = self._last_look = self._thread.submit(look)
        self._looking.add_done_callback(partial(self._hand_over, self._looked_through))

    def _hand_over(self, over: SignalInstance, future: Future[object]) -> None:
        """In the other thread: tell this one that something is over."""
        with suppress(RuntimeError):  # the window is gone, and nobody is left to tell
            over.emit(future)

    @Slot(object)
    def _end_look(self, future: Future[Checked]) -> None:
        is_of_now = future is self._looking
        if is_of_now:
            self._looking = None
        try:
            found = future.result()
        except (DamagedFile, BackupEnded) as error:
            if is_of_now:
                self._look_again(error)
        except HgkmError:  # no room for a copy
            self._settle()
        else:
            self._take(found, is_of_now=is_of_now)

    def _look_again(self, error: Exception) -> None:
        """A page that could not be read once is no damage yet, and a copying may be cut off."""
        assert self._file is not None
        assert self._document is not None
        is_damage = isinstance(error, DamagedFile)
        self._looks += 1
        if self._looks < LOOKS:
            if is_damage:
                self._file.read_anew()
            self._soon.start()
        elif is_damage:
            self._document.stop_writing()
        else:
            self._settle()

    def _take(self, found: Checked, *, is_of_now: bool) -> None:
        is_of_use = is_of_now and self._file is not None and not self._file.read_only
        if is_of_use and found.is_new:
            self._held = found
        else:
            found.drop()
            self._is_settled = self._is_settled or is_of_now
        if is_of_now:
            self.looked.emit()
            self._settle()

    def _leave_held(self, file: CaseFile | None) -> None:
        """Nothing is left of a copy that nobody needs; it may be all there is of a file that was
        taken away, or that another program wrote in."""
        held, self._held = self._held, None
        if held is None:
            return
        if file is None or file.is_as_left:
            held.drop()
        else:
            self._do(held.keep)

    # --- backing it up ----------------------------------------------------------------

    @Slot()
    def _note_edit(self) -> None:
        self._has_edits = True
        self._settle()

    @Slot()
    def _settle(self) -> None:
        """Once there are edits: see to it that what the file held before them is in a backup."""
        is_busy = self._looking is not None or self._copying is not None or self._soon.isActive()
        if self._file is None or not self._has_edits or self._is_settled or is_busy:
            return
        held, self._held = self._held, None
        if held is not None:
            self._copying = self._do(held.keep)
        elif not self._again.isActive() and not self._file.is_damaged:
            self._copying = self._do(self._back_up(self._file))

    def _back_up(self, file: CaseFile) -> Callable[[], Backup]:
        # What is written during the copying may or may not be in it.
        changes, moment = file.changes, self._clock()

        def make() -> Backup:
            copied = file.copy_for_backup(user_backup_dir(), moment, in_steps=True)
            if file is self._file:
                self._changes_kept = changes
            return copied.keep()

        return make

    def _do(self, work: Callable[[], Backup]) -> Future[Backup]:
        def make() -> Backup:
            kept = work()
            self._copy_away(kept.header)
            return kept

        future = self._thread.submit(make)
        future.add_done_callback(partial(self._hand_over, self._over))
        return future

    def _copy_away(self, header: bytes) -> None:
        """In the other thread: let the newest backup stand in the second folder too."""
        folder = second_backup_dir()
        if folder is None:
            return
        try:
            copy_newest(header, user_backup_dir(), folder)
        except HgkmError as error:
            with suppress(RuntimeError):  # the window is gone: at the next start it is tried again
                self._not_away.emit(error)

    @Slot(object)
    def _tell_not_away(self, error: HgkmError) -> None:
        if not self._is_away_told:
            self._is_away_told = True
            self.failed.emit(error)

    @Slot(object)
    def _end_one(self, future: Future[Backup]) -> None:
        is_of_now = future is self._copying
        if is_of_now:
            self._copying = None
        try:
            self.kept.emit(future.result())
            self._is_settled = self._is_settled or is_of_now
        except BackupEnded:  # a newer copy took its place: the next edit begins again
            self._changes_kept = -1 if is_of_now else self._changes_kept
        except HgkmError as error:
            if is_of_now:
                self._changes_kept = -1
                self._again.start()
            self._tell(error)

    def _tell(self, error: HgkmError) -> None:
        if not self._is_told:
            self._is_told = True
            self.failed.emit(error)
