"""Long work in a thread of its own: one piece at a time, and a newer piece ends the older."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from functools import partial

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from hgkm_desktop.errors import HgkmError

Progress = Callable[[float], None]
Work = Callable[[Progress], object]
"""A piece of work: it is given a function to tell how far it is (0.0 to 1.0) and gives what it
made. What that function raises must be let through: that is how work is ended early."""

_TURN_SECONDS = 0.0005
_BETWEEN_TELLING_SECONDS = 0.05
_SMALL_PARTS = (2_000, 5, 1_000_000)  # for gc.set_threshold


class _Ended(BaseException):
    """Nobody waits for this work any more. Not an Exception: nothing on the way may stop it."""


class Background(QObject):
    """Does pieces of work in a thread; what comes out is told in the thread of this object.

    `done` gives what was made, `failed` an HgkmError, `broke` says that there was a bug, which
    the boundary tells of. Nothing comes of work that was ended.
    """

    done = Signal(object)
    failed = Signal(object)
    broke = Signal()
    progressed = Signal(float)
    _wanted = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_busy = False
        self._number = 0
        self._thread = QThread(self)
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        # Whose window goes without a word, as after a bug, must not take the program along.
        self.destroyed.connect(partial(_leave, self._thread, self._worker))
        across = Qt.ConnectionType.QueuedConnection
        self._wanted.connect(self._worker.do, across)
        self._worker.done.connect(self._tell_done, across)
        self._worker.failed.connect(self._tell_failed, across)
        self._worker.broke.connect(self._tell_broke, across)
        self._worker.progressed.connect(self._tell_progress, across)

    def start(self, work: Work) -> None:
        """Do this, in place of what was being done; days are said in it as they are now."""
        if not self._thread.isRunning():
            self._thread.start()
        self._number += 1
        self._worker.newest = self._number
        self.is_busy = True
        context = copy_context()

        def work_in_it(tell: Progress) -> object:
            return context.run(work, tell)

        self._wanted.emit(self._number, work_in_it)

    def end(self) -> None:
        """Leave the work that is being done; nothing of it is told."""
        self._number += 1
        self._worker.newest = self._number
        self.is_busy = False

    def close(self) -> None:
        """Leave the work and the thread; waits until the work has noticed."""
        self.end()
        _leave(self._thread, self._worker)

    @Slot(int, object)
    def _tell_done(self, number: int, made: object) -> None:
        if self._is_over(number):
            self.done.emit(made)

    @Slot(int, object)
    def _tell_failed(self, number: int, error: HgkmError) -> None:
        if self._is_over(number):
            self.failed.emit(error)

    @Slot(int)
    def _tell_broke(self, number: int) -> None:
        if self._is_over(number):
            self.broke.emit()

    @Slot(int, float)
    def _tell_progress(self, number: int, part: float) -> None:
        if self.is_busy and number == self._number:
            self.progressed.emit(part)

    def _is_over(self, number: int) -> bool:
        """Whether the work that was wanted last is the one that just came to an end."""
        if not self.is_busy or number != self._number:
            return False
        self.is_busy = False
        return True


def _leave(thread: QThread, worker: _Worker, *_: object) -> None:
    """End the thread, and what is done in it; waits until the work has noticed."""
    worker.newest = -1
    thread.quit()
    thread.wait()


class _Worker(QObject):
    """What lives in the thread; `newest` is set by the other thread."""

    done = Signal(int, object)
    failed = Signal(int, object)
    broke = Signal(int)
    progressed = Signal(int, float)

    def __init__(self) -> None:
        super().__init__()
        self.newest = 0

    @Slot(int, object)
    def do(self, number: int, work: Work) -> None:
        told = 0.0

        def tell(part: float) -> None:
            nonlocal told
            if number != self.newest:
                raise _Ended
            now = time.monotonic()
            if now - told >= _BETWEEN_TELLING_SECONDS:
                told = now
                self.progressed.emit(number, part)

        try:
            with _giving_way():
                tell(0.0)
                made = work(tell)
            self.done.emit(number, made)
        except _Ended:
            return
        except HgkmError as error:
            self.failed.emit(number, error)
        except BaseException:
            self.broke.emit(number)
            raise


@contextmanager
def _giving_way() -> Iterator[None]:
    """Let the window have its turn at once while this thread works.

    While rings of objects are looked for nothing else happens (`ui/parts/collecting.py`). Of a long
    document, looking through all of it at once takes far too long: it is done often and in small
    parts, and never through all that there is.
    """
    turn, usual = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(_TURN_SECONDS)
    gc.set_threshold(*_SMALL_PARTS)
    try:
        yield
    finally:
        sys.setswitchinterval(turn)
        gc.set_threshold(*usual)
