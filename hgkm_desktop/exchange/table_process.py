"""Reads a table of anyone in a process of its own, which can come to harm without harming us."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import IO

import hgkm_desktop
from hgkm_desktop.exchange.sheets import Refusal, Sheet, TableRefused
from hgkm_desktop.exchange.table_child import MOST_SECONDS, from_json

READ_TABLE = "--read-table"
MOST_BYTES = 25_000_000
_TURN_SECONDS = 0.1


def read_table(path: Path, tell: Callable[[float], object]) -> tuple[Sheet, ...]:
    """The sheets of a file that hold something, the first first.

    The bytes go to the child and its answer comes back through a pipe; nothing is written. `tell`
    hears how much of the time is over (0.0 to 1.0); what it raises ends the child.
    Raises TableRefused for every file that is not a table within our limits.
    """
    return sheets_of(_bytes_of(path), tell)


def sheets_of(
    data: bytes, tell: Callable[[float], object], seconds: float = MOST_SECONDS
) -> tuple[Sheet, ...]:
    """The sheets in the bytes of a file, read by a child that gets so many seconds."""
    child = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(hgkm_desktop.__file__).resolve().parents[1],
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    give, child.stdin = child.stdin, None  # communicate would give a long table only in part
    assert give is not None
    giving = Thread(target=_give, args=(give, data), daemon=True)
    with child:
        giving.start()
        try:
            said = _answer(child, tell, seconds)
        finally:
            child.kill()
            giving.join()
    if child.returncode != 0:  # below 0 the system ended it
        raise TableRefused(Refusal.MEMORY if child.returncode < 0 else Refusal.BROKEN)
    return from_json(said)


def _give(pipe: IO[bytes], data: bytes) -> None:
    with suppress(OSError), pipe:  # the child may have come to its end before all was read
        pipe.write(data)


def _command() -> list[str]:
    """This very program, which reads a table and shows nothing when it is asked so."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_TABLE]
    return [sys.executable, "-m", "hgkm_desktop", READ_TABLE]


def _answer(
    child: subprocess.Popen[bytes], tell: Callable[[float], object], seconds: float
) -> bytes:
    began = monotonic()
    while True:
        with suppress(subprocess.TimeoutExpired):
            return child.communicate(timeout=_TURN_SECONDS)[0]
        over = (monotonic() - began) / seconds
        tell(min(over, 1.0))
        if over >= 1:
            raise TableRefused(Refusal.MEMORY)


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise TableRefused(Refusal.UNREADABLE)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        raise TableRefused(Refusal.UNREADABLE) from None
    if len(data) > MOST_BYTES:
        raise TableRefused(Refusal.TOO_LARGE)
    return data
