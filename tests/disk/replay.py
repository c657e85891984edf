"""Cuts the power at every moment of a recorded session, and opens what is left of the file."""

from __future__ import annotations

import os
import pickle
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

from sqlcipher3 import dbapi2

from hgkm_desktop.errors import HgkmError
from tests.casefile.turned_bits import without_pauses
from tests.disk.held import Held, held_in
from tests.disk.power_cut import Disk
from tests.disk.session import BEGUN, NAME, SAVED
from tests.disk.watched import Call, calls, run_watched


@dataclass(frozen=True, slots=True)
class Recording:
    """A session: what it wrote, and what the file must hold after each step, from 1."""

    calls: tuple[Call, ...]
    steps: tuple[Held, ...]
    folder: str


@dataclass(frozen=True, slots=True)
class Cut:
    """What a power cut left, and the steps that had begun and that were said to be saved."""

    files: dict[str, bytes]
    begun: int
    saved: int

    def mark(self) -> bytes:
        """What tells it from another cut."""
        mark = sha256(f"{self.begun} {self.saved}".encode())
        for name, data in sorted(self.files.items()):
            mark.update(name.encode() + len(data).to_bytes(8, "big") + data)
        return mark.digest()


def record(what: str, *, synchronous: str = "FULL") -> Recording:
    """Record a session of session.py: "work" or "update". Raises Unavailable."""
    with tempfile.TemporaryDirectory() as name:
        work, folder = Path(name) / "work", Path(name).resolve() / "watched"
        work.mkdir()
        folder.mkdir()
        steps = work / "steps"
        run_watched(work, folder, "tests.disk.session", str(folder), str(steps), what, synchronous)
        return Recording(
            tuple(calls(work / "log")), tuple(pickle.loads(steps.read_bytes())), str(folder)
        )


def cuts(recording: Recording, seed: int, share: float, from_step: int) -> Iterator[Cut]:
    """One cut after this share of the calls, and again without end; no two are the same."""
    chance, known = random.Random(seed), set[bytes]()
    while True:
        disk, begun, saved = Disk(), 0, 0
        for call in recording.calls:
            if call.what == "N":
                what, number = call.name.split()
                begun, saved = (int(number), saved) if what == BEGUN else (begun, int(number))
                assert what in (BEGUN, SAVED)
            disk.do(call)
            if saved >= from_step and chance.random() < share:
                cut = Cut(disk.after_a_cut(chance), begun, saved)
                if cut.mark() not in known:
                    known.add(cut.mark())
                    yield cut


def outcome(cut: Cut, recording: Recording, folder: Path) -> str:
    """'whole' when the file holds all that was said to be saved, and nothing half.

    Else 'lost' when it holds an older state, and 'damaged' when it does not open, does not pass
    both checks, or holds what it never did.
    """
    path = folder / NAME
    for name, data in cut.files.items():
        there = folder / Path(name).relative_to(recording.folder)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(data)
    if not path.exists():
        return "whole" if cut.saved == 0 else "lost"
    expected = recording.steps[max(cut.saved, 1) - 1 : cut.begun]
    found = [_held(path, one) for one in {held.passphrase for held in expected}]
    if any(held in expected for held in found):
        return "whole"
    return "lost" if any(held in recording.steps for held in found) else "damaged"


def _held(path: Path, passphrase: str) -> Held | None:
    try:
        return held_in(path, passphrase)
    except (HgkmError, dbapi2.Error, MemoryError, ValueError):
        return None


def outcomes(recording: Recording, number: int, seed: int, *, from_step: int = 0) -> Counter[str]:
    """How many of so many cuts, no two the same, came out in each way; 'journals': played back."""
    found: Counter[str] = Counter()
    share = min(1, number / len(recording.calls))
    for cut in islice(cuts(recording, seed, share, from_step), number):
        with tempfile.TemporaryDirectory(dir=in_memory()) as name, without_pauses():
            os.environ["HGKM_HOME"] = f"{name}/home"  # for the backup that an older file asks for
            found[outcome(cut, recording, Path(name))] += 1
        found["journals"] += any(n.endswith("-journal") and d for n, d in cut.files.items())
    return found


def in_memory() -> str | None:
    """A folder that is not on a disk, where there is one: thousands of files come and go."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None
