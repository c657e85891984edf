"""Changes the passphrase of a file, is killed on the way, and says which one it opens with.

Run as a program, so that the forks happen in a process without Qt and without threads.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from hgkm_desktop.casefile import WrongPassphrase, backups_of, passphrase
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.casefile.soundness import verify
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, key_of, new_file, open_file

NEW = "een heel nieuw wachtwoord"
NOON = datetime(2026, 3, 2, 12, 0)
CACHE_PAGES = 10  # so that the disk sees a half change


def large_case() -> Case:
    """Some 2 MB, so that encrypting it anew takes a while."""
    return a_case_with(*(an_event(fact="x" * 20_000) for _ in range(100)))


def is_whole(case: Case) -> bool:
    return [event.fact for event in case.events] == ["x" * 20_000] * 100


def change(path: Path, old: str, new: str, report: int, *, has_journal: bool) -> None:
    """Change the passphrase, and say when the encrypting begins and when it is done."""
    with open_file(path, old) as file:
        file.connection.execute(f"PRAGMA cache_size = {CACHE_PAGES}")
        encrypt = passphrase.encrypt_for

        def told(file: OpenFile, key: bytearray) -> None:
            if not has_journal:
                file.connection.execute("PRAGMA journal_mode = OFF")
            os.write(report, b"b")
            encrypt(file, key)
            os.write(report, b"d")

        with patch.object(passphrase, "encrypt_for", told):
            file.change_passphrase(old, new, path.parent / "back-ups", NOON)
        time.sleep(1)  # long enough to be killed


def started(path: Path, old: str, new: str, *, has_journal: bool = True) -> tuple[int, int]:
    """A program that is changing the passphrase, from when the encrypting begins."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        change(path, old, new, writing, has_journal=has_journal)
        os._exit(0)
    os.close(writing)
    assert os.read(reading, 1) == b"b"
    return child, reading


def time_needed(path: Path) -> float:
    """How many seconds the encrypting takes that is cut off later."""
    child, reading = started(path, PASSPHRASE, NEW)
    begun = time.monotonic()
    assert os.read(reading, 1) == b"d"
    needed = time.monotonic() - begun
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    with open_file(path, NEW) as file:
        file.change_passphrase(NEW, PASSPHRASE, path.parent / "back-ups", NOON)
    return needed


def opens_with(path: Path, passphrase: str) -> bool:
    try:
        with open_file(path, passphrase) as file:
            return is_whole(file.load(file.headings()[0].id))
    except WrongPassphrase:
        return False


def kill_once(path: Path, old: str, new: str, after: float, found: Counter[str]) -> str:
    """Kill a change after some seconds; gives the passphrase that opens the file now."""
    child, reading = started(path, old, new)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    said_done = os.read(reading, 1) == b"d"
    os.close(reading)
    journal = path.with_name(path.name + "-journal")
    found["journals"] += journal.exists() and journal.stat().st_size > 0
    # The wrong one is tried first every other time: it must not spoil the right one.
    tried = [old, new] if found["kills"] % 2 else [new, old]
    opens = [passphrase for passphrase in tried if opens_with(path, passphrase)]
    found["kills"] += 1
    found["neither"] += not opens
    found["both"] += len(opens) == 2
    found["new"] += opens == [new]
    found["old"] += opens == [old]
    found["claimed and not done"] += said_done and opens != [new]
    return opens[0]


def lost_without_journal(path: Path, needed: float) -> bool:
    """The control: killed in the middle without a journal, whether neither passphrase opens it."""
    with new_file(path) as file:
        file.save(large_case())
    child, reading = started(path, PASSPHRASE, NEW, has_journal=False)
    time.sleep(random.uniform(0, 0.5) * needed)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    lost = not any(_opens_at_all(path, passphrase) for passphrase in (PASSPHRASE, NEW))
    path.unlink()
    return lost


def _opens_at_all(path: Path, passphrase: str) -> bool:
    try:
        return opens_with(path, passphrase)
    except HgkmError:  # opened, and damaged
        return False


def kill_often(path: Path, kills: int, controls: int) -> dict[str, int]:
    """Change back and forth, each time killed at another moment of the change."""
    with new_file(path) as file:
        file.save(large_case())
    needed = time_needed(path)
    names = ("kills", "old", "new", "neither", "both", "claimed and not done", "journals")
    found: Counter[str] = Counter(dict.fromkeys(names, 0))
    held, other = PASSPHRASE, NEW
    for _ in range(kills):
        now = kill_once(path, held, other, random.uniform(0, 1.6) * needed, found)
        held, other = (held, other) if now == held else (other, held)
    header = path.read_bytes()[:16]
    verify(path, key_of(path, held), header)
    found["backups"] = len(backups_of(header, path.parent / "back-ups"))
    bare = path.with_name("zonder journaal.hgkm")
    found["lost without journal"] = sum(lost_without_journal(bare, needed) for _ in range(controls))
    return dict(found)


if __name__ == "__main__":
    target, kill_count, control_count = Path(sys.argv[1]) / "gedood.hgkm", *map(int, sys.argv[2:])
    print(json.dumps(kill_often(target, kill_count, control_count)))
