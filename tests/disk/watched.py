"""Runs a program whose disk is watched: writes are recorded, and calls fail when it asks."""

from __future__ import annotations

import mmap
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntFlag
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path(__file__).with_name("watched.c")
FOLDER, LOG, FAULTS = "HGKM_DISK_FOLDER", "HGKM_DISK_LOG", "HGKM_DISK_FAULTS"
NO_COMPILER = "Er is geen C-compiler. Op Debian en Ubuntu zit die in het pakket build-essential."

_RECORD = struct.Struct("=iiqii")
_FAULTS = struct.Struct("=6i")


class Unavailable(Exception):
    """What a watched disk needs is not on this computer."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call that changed something: `what` is its letter in watched.c, N for a note."""

    what: str
    file: int
    place: int
    name: str
    data: bytes


class Kind(IntFlag):
    """The calls that can be made to fail, as watched.c numbers them."""

    WRITE = 1
    TRUNCATE = 2
    SYNC = 4
    READ = 8


def run_watched(
    work: Path, folder: Path, module: str, *arguments: str, seconds: float = 600
) -> str:
    """Run a module with its disk below `folder` watched; gives what it printed.

    In `work` come the library, the recording and the faults. Raises Unavailable.
    """
    (work / "faults").write_bytes(bytes(_FAULTS.size))
    environment = {
        **os.environ,
        "LD_PRELOAD": str(library(work)),
        FOLDER: str(folder.resolve()),
        LOG: str(work / "log"),
        FAULTS: str(work / "faults"),
        "HGKM_HOME": str(folder.resolve() / "home"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def library(work: Path) -> Path:
    """The library that watches, made in this folder. Raises Unavailable."""
    made = work / "watched.so"
    if not made.exists():
        made.write_bytes(_compiled())
    return made


@cache
def _compiled() -> bytes:
    """The library, made once for all."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        raise Unavailable(NO_COMPILER)
    with TemporaryDirectory() as folder:
        made = Path(folder) / "watched.so"
        command = [compiler, "-O1", "-shared", "-fPIC", "-o", str(made), str(SOURCE)]
        subprocess.run(command, check=True)
        return made.read_bytes()


def calls(log: Path) -> list[Call]:
    """What was recorded, in the order in which it happened."""
    data, at, found = log.read_bytes(), 0, []
    while at < len(data):
        what, file, place, name_size, data_size = _RECORD.unpack_from(data, at)
        at += _RECORD.size
        name = data[at : at + name_size].decode()
        at += name_size
        found.append(Call(chr(what), file, place, name, data[at : at + data_size]))
        at += data_size
    return found


# --- inside the program that is watched ---------------------------------------------------------


def note(words: str) -> None:
    """Put a note between what is recorded: here the program said this."""
    name = words.encode()
    log = os.open(os.environ[LOG], os.O_WRONLY | os.O_APPEND)
    os.write(log, _RECORD.pack(ord("N"), 0, 0, len(name), 0) + name)
    os.close(log)


class Faults:
    """Makes calls to the watched disk fail."""

    def __init__(self) -> None:
        with Path(os.environ[FAULTS]).open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), _FAULTS.size)

    @contextmanager
    def at(self, kind: Kind, when: int, error: int, *, lasting: bool) -> Iterator[None]:
        """Let the call of this kind with this number, from 1, fail with an errno.

        With `lasting` all that follow fail too, until the end.
        """
        _FAULTS.pack_into(self._shared, 0, kind, when, error, lasting, 0, 0)
        try:
            yield
        finally:
            struct.pack_into("=i", self._shared, 0, 0)

    @property
    def failed(self) -> int:
        """How many calls failed, of the last time."""
        return int(_FAULTS.unpack_from(self._shared, 0)[5])
