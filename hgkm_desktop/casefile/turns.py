"""One copying of an open file at a time, in whatever thread: a newer one ends the older."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


class BackupEnded(Exception):
    """The copying was ended by a newer one, or because the file closes; nobody waits for it."""


class Turns:
    """One copying of an open file at a time: a newer one ends the older, and so does closing."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.newest = self.kept = 0

    @contextmanager
    def take(self) -> Iterator[Turn]:
        """End what goes on in another thread, and begin a turn of our own."""
        self.newest += 1
        turn = Turn(self, self.newest)
        with self._lock:
            turn.insist()
            yield turn


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of one copying; the copies that are kept follow each other as these turns did."""

    turns: Turns = field(repr=False)
    number: int

    def insist(self) -> None:
        """Raises BackupEnded once a newer turn has begun."""
        if self.number != self.turns.newest:
            raise BackupEnded

    def keep(self) -> None:
        """Raises BackupEnded when the copy of a newer turn was kept already."""
        if self.number < self.turns.kept:
            raise BackupEnded
        self.turns.kept = self.number
