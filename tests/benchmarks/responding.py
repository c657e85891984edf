"""How long the window stands still while a casusverslag of 2,000 events is made, seen and kept.

Each is the longest time between two ticks of a timer of 5 ms in the thread of the window, with
the window of documents open. The base: while a thread does nothing but count for as long, which is
the least that any work in Python beside a window costs.
"""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.line_screen import Screen
from hgkm_desktop.ui.papers.documents import Documents
from tests.benchmarks.cases import FIRST_DAY, long_case
from tests.benchmarks.measuring import Figure

EVENTS, BELEVINGEN = 2_000, 3_000
PASSPHRASE = "vijf gewone woorden achter elkaar"
_TICK_MILLISECONDS = 5
_COUNTED = 1_000
_MOST_SECONDS = 300
AFTERWARDS = 300  # milliseconds for what follows: pages come into view, or a file is written


class Ticks(QObject):
    """The longest time between two ticks of a timer, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=_TICK_MILLISECONDS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last, self.longest = 0.0, 0.0

    def start(self) -> None:
        self._last, self.longest = time.perf_counter(), 0.0
        self._timer.start()

    def stop(self) -> float:
        """The longest time since the start."""
        self._tick()
        self._timer.stop()
        return self.longest

    @Slot()
    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def figures() -> Iterator[Figure]:
    """The longest time while it is made and seen, and while it is kept and recorded."""
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        file = CaseFile.create(Path(folder) / "meting.hgkm", PASSPHRASE, kdf=TEST)
        document, parent = Document(file), QWidget()
        document.add_case(long_case(EVENTS, BELEVINGEN))
        first = FIRST_DAY.toordinal()
        screen = Screen(Choices(), Window(first, first + 365), frozenset())
        documents = Documents(document, lambda: screen, parent)
        parent.show()
        yield from _figures(documents, Path(folder) / "verslag.pdf")
        documents.close()
        document.close()
        parent.close()


def _figures(documents: Documents, path: Path) -> Iterator[Figure]:
    def is_resting() -> bool:
        return not documents.is_busy

    documents.open(DocumentKind.CASUSVERSLAG)
    _wait(100)  # the window itself comes up
    made, seconds = _longest(is_resting)
    documents.keep_in(str(path))
    kept, _ = _longest(path.exists)
    base = _beside_counting(seconds)
    yield Figure("responding, casusverslag made", made, base)
    yield Figure("responding, kept and recorded", kept, base)
    assert documents.window is not None
    documents.window.reject()


def _longest(is_done: Callable[[], bool]) -> tuple[float, float]:
    """The longest time between two ticks until it is done and shown, and how many seconds."""
    ticks, start = Ticks(), time.perf_counter()
    ticks.start()
    while not is_done():
        if time.perf_counter() - start > _MOST_SECONDS:
            raise RuntimeError("it takes too long")
        _wait(20)
    _wait(AFTERWARDS)
    return ticks.stop(), time.perf_counter() - start


def _beside_counting(seconds: float) -> float:
    def count() -> None:
        while time.perf_counter() < end:
            sum(range(_COUNTED))

    end = time.perf_counter() + seconds
    thread, ticks = threading.Thread(target=count), Ticks()
    ticks.start()
    thread.start()
    _wait(round(seconds * 1000))
    thread.join()
    return ticks.stop()


def _wait(milliseconds: int) -> None:
    """Let the window do what it does; QTest.qWait would keep other threads from working."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
