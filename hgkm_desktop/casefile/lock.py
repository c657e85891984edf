"""One writer per casusbestand: the lock file beside it, there only while the file is open."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

_TRIES = 3


class WriterLock:
    """The lock `name.hgkm.lock`, held by the process that may write `name.hgkm`."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(path.name + ".lock")
        self.was_left = False
        self._held: os.stat_result | None = None
        # A soft lock would outlive a crash and lock the user out, so rather no lock at all.
        self._lock = FileLock(
            self.path,
            blocking=False,
            thread_local=False,
            fallback_to_soft=False,
            on_acquired=self._remember,
        )

    @property
    def is_held(self) -> bool:
        """True while this is the lock that others meet when they come to the file."""
        return self._lock.is_locked and self._is_in_place()

    def take(self) -> bool:
        """Take the lock; False when someone else has it.

        Raises OSError when this folder can hold no lock. `was_left` then says whether the lock file
        was there already, which nobody removed who had the lock before.
        """
        self.was_left = self.path.exists()
        for _ in range(_TRIES):
            try:
                self._lock.acquire()
            except Timeout:
                if self.path.exists():
                    return False
                continue
            if self._is_in_place():
                return True
            self._lock.release()
        raise OSError(errno.ENOLCK, "no lock to be had")

    def let_go(self) -> None:
        """Remove the lock file and give the lock up; without a lock nothing happens."""
        if not self._lock.is_locked:
            return
        # Removed while held: removed later, it could be the file that the next one has locked.
        # Windows refuses that, and there the library removes it.
        if self._is_in_place():
            with suppress(OSError):
                self.path.unlink()
        self._lock.release()

    def give_back(self) -> None:
        """Give the lock up when nothing came of opening the file: what was left there before stays,
        so that who does open it hears of that."""
        if not self.was_left:
            self.let_go()
        elif self._lock.is_locked:
            self._lock.release()
            with suppress(OSError):
                self.path.touch()  # on Windows the library removed it

    def _remember(self, descriptor: int) -> None:
        self._held = os.fstat(descriptor)

    def _is_in_place(self) -> bool:
        """True while the path leads to the very file that is locked."""
        if os.name == "nt":  # pragma: no cover - there nobody can remove a file that is open
            return True
        try:
            there = os.stat(self.path)
        except FileNotFoundError:
            return False
        return self._held is not None and os.path.samestat(there, self._held)
