"""One copying of an open file at a time, and one thread at a time on its connection."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


class BackupEnded(Exception):
    """The copying was ended by a newer one, or because the file closes; nobody waits for it."""


class Turns:
    """One copying of an open file at a time: a newer one ends the older, and so does closing.

    Whoever uses the connection holds `hand`, and a copying lets go of it between its steps: the
    error of one thread would else be taken for that of the other. Who has it takes no turn.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.hand = threading.RLock()
        self.newest = self.kept = 0

    @contextmanager
    def take(self) -> Iterator[Turn]:
        """End what goes on in another thread, and begin a turn of our own.

        Raises BackupEnded when a newer one came first.
        """
        self.newest += 1
        turn = Turn(self, self.newest)
        with self._lock:
            turn.insist()
            yield turn

    @contextmanager
    def end(self) -> Iterator[None]:
        """End what goes on in another thread, and let nothing begin there meanwhile."""
        self.newest += 1
        with self._lock:
            yield


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of one copying; the copies that are kept follow each other as these turns did."""

    turns: Turns = field(repr=False)
    number: int

    def step_aside(self, seconds: float) -> None:
        """Leave the connection, which this thread has in hand, to others for so long."""
        self.turns.hand.release()
        try:
            time.sleep(seconds)
        finally:
            self.turns.hand.acquire()

    def insist(self) -> None:
        """Raises BackupEnded once a newer turn has begun."""
        if self.number != self.turns.newest:
            raise BackupEnded

    def keep(self) -> None:
        """Raises BackupEnded when the copy of a newer turn was kept already."""
        if self.number < self.turns.kept:
            raise BackupEnded
        self.turns.kept = self.number
