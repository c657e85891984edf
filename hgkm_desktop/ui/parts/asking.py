"""A question that may never be answered, put in a thread that nobody waits for."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hgkm_desktop.errors import HgkmError

_LOOK_MILLISECONDS = 20

Answers = SimpleQueue[tuple[object, HgkmError | None]]


class Asking(QObject):
    """Puts one question at a time; `done` gives the answer, `failed` an HgkmError.

    `Background` waits for its work when the window closes. What asks the system can hang, so
    nobody waits for it here: after `drop`, or when this object is gone, the answer goes nowhere.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._answers: Answers | None = None
        self._thread: Thread | None = None
        self._look = QTimer(self, interval=_LOOK_MILLISECONDS)
        self._look.timeout.connect(self._see)

    @property
    def is_busy(self) -> bool:
        return self._answers is not None

    def ask(self, question: Callable[[], object]) -> None:
        """Put this question, in place of one that was not answered yet."""
        self._answers = SimpleQueue()
        run = copy_context().run
        args = (_answer, question, self._answers)
        self._thread = Thread(target=run, args=args, daemon=True)
        self._thread.start()
        self._look.start()

    def drop(self) -> None:
        """Nobody wants the answer any more."""
        self._answers = self._thread = None
        self._look.stop()

    @Slot()
    def _see(self) -> None:
        if self._answers is None or self._thread is None:
            return
        is_over = not self._thread.is_alive()
        try:
            answer, error = self._answers.get_nowait()
        except Empty:
            if is_over:  # a bug, which the boundary tells of
                self.drop()
            return
        self.drop()
        if error is None:
            self.done.emit(answer)
        else:
            self.failed.emit(error)


def _answer(question: Callable[[], object], answers: Answers) -> None:
    try:
        answers.put((question(), None))
    except HgkmError as error:
        answers.put((None, error))
