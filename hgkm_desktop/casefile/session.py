"""The row in the file that says who works in it, since when, and whether that came to an end."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hgkm_desktop.casefile.engine import Connection

_BELIEVED = timedelta(hours=24)
_LONGEST = 255  # characters of a name of a computer
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Session:
    """Someone at work in a file: on which computer, and from its first edit to its last (local
    time, whole seconds). One that is not closed goes on, or was cut off."""

    computer: str
    begun: datetime
    last_saved: datetime
    is_closed: bool

    @property
    def is_here(self) -> bool:
        """Whether this is the computer on which it was."""
        return self.computer == this_computer()

    def may_go_on(self, now: datetime) -> bool:
        """Whether it can be the one that has the file now; an old one was cut off."""
        return not self.is_closed and now - self.last_saved < _BELIEVED


class OwnSession:
    """Our part in that row: `before` is what it said when the file was opened, and `is_begun` is
    whether it says now that we are at work."""

    def __init__(self, before: Session | None, clock: Callable[[], datetime]) -> None:
        self.before = before
        self.is_begun = False
        self._clock = clock

    def sign(self, connection: Connection) -> None:
        """Say in the file, inside a transaction, that we work in it."""
        if self.is_begun:
            go_on_with_session(connection, self._clock())
        else:
            begin_session(connection, self._clock())

    def end(self) -> None:
        """Nobody is at work any more."""
        self.before, self.is_begun = None, False


def this_computer() -> str:
    """The name that this computer has on its network."""
    return platform.node()


def read_session(connection: Connection) -> Session | None:
    """The last one that edited the file; None when nobody did, or what it says is no moment."""
    row = connection.execute(
        "SELECT computer, begonnen, laatst_opgeslagen, gesloten FROM zitting"
    ).fetchone()
    if row is None or any(type(text) is not str or len(text) > _LONGEST for text in row[:3]):
        return None
    try:
        return Session(row[0], _local(row[1]), _local(row[2]), bool(row[3]))
    except (ValueError, OverflowError):
        return None


def begin_session(connection: Connection, now: datetime) -> None:
    """Say, inside the transaction of the caller, that this computer works in the file."""
    connection.execute(
        "INSERT OR REPLACE INTO zitting VALUES (1, ?, ?, ?, 0)",
        (this_computer(), _stored(now), _stored(now)),
    )


def go_on_with_session(connection: Connection, now: datetime) -> None:
    """Say, inside the transaction of the caller, that something is saved now."""
    connection.execute("UPDATE zitting SET laatst_opgeslagen = ?", (_stored(now),))


def close_session(connection: Connection) -> None:
    """Say that nobody works in the file any more."""
    connection.execute("UPDATE zitting SET gesloten = 1")


def forget_session(connection: Connection) -> None:
    """For a copy: nobody has worked in that."""
    connection.execute("DELETE FROM zitting")


def _stored(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_MOMENT)


def _local(stored: str) -> datetime:
    return datetime.fromisoformat(stored).astimezone().replace(tzinfo=None)
