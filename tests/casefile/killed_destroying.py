"""Destroys a case, is killed on the way, and says what is left of it after that is finished.

Run as a program, so that the forks happen in a process without Qt and without threads.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from datetime import date, datetime
from pathlib import Path

from hgkm_desktop.casefile import CaseFile, backups_of
from hgkm_desktop.models.case import Case
from tests.casefile.files import PASSPHRASE, new_file, open_file
from tests.casefile.full_case import full_case
from tests.casefile.planted_words import Planting, found_in_file, planted_case, planted_documents

NOON = datetime(2031, 5, 6, 12, 0)
CACHE_PAGES = 10  # so that the disk sees half a change
NAMES = (
    "kills",
    "whole",
    "begun",
    "finished",
    "journals",
    "words before",
    "words left",
    "halves left",
    "other case lost",
    "without a backup",
    "claimed and not done",
)


class Killed:
    """A casusbestand in a folder, with backups, that is put back after each kill."""

    def __init__(self, folder: Path, planting: Planting) -> None:
        self.planting = planting
        self.case: Case = planted_case(planting, long_texts=60)
        self._kept, self._live = folder / "bewaard", folder / "proef"
        self.path, self.backups = self._live / "proef.hgkm", self._live / "back-ups"
        self._live.mkdir(parents=True)
        with new_file(self.path) as file:
            file.save(full_case())
            file.save(self.case)
            for uitgave, data in planted_documents(planting):
                file.issue(self.case.id, uitgave, data)
            for _ in range(3):
                file.copy_for_backup(self.backups, NOON).keep()
        self._live.rename(self._kept)

    def put_back(self) -> None:
        shutil.rmtree(self._live, ignore_errors=True)
        shutil.copytree(self._kept, self._live)

    def started(self, *, rows_gone: bool = False) -> tuple[int, int]:
        """A program that begins to destroy the case, or has begun: its rows are gone."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            with open_file(self.path) as file:
                file.connection.execute(f"PRAGMA cache_size = {CACHE_PAGES}")
                os.write(writing, b"b")
                self._destroy(file, writing)
                time.sleep(1)  # long enough to be killed
            os._exit(0)
        os.close(writing)
        assert os.read(reading, 1) == b"b"
        assert not rows_gone or os.read(reading, 1) == b"r"
        return child, reading

    def _destroy(self, file: CaseFile, report: int) -> None:
        file.destroy(
            self.case.id, function="beheerder", ground="", on=date.today(), folder=self.backups
        )
        os.write(report, b"r")
        file.finish_destroying(self.backups, NOON)
        os.write(report, b"d")

    def words_in(self, *paths: Path) -> int:
        """How many words stand in these files, or in any backup."""
        paths = (*paths, *self.backups.rglob("*.hgkm"))
        found = [found_in_file(path, PASSPHRASE, self.planting.words) for path in paths]
        return len(frozenset().union(*found))


def time_needed(killed: Killed) -> tuple[float, float]:
    """How many seconds the rows take, and how many all that comes after it."""
    killed.put_back()
    begun = time.monotonic()
    child, reading = killed.started(rows_gone=True)
    gone = time.monotonic()
    assert os.read(reading, 1) == b"d"
    ended = time.monotonic()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    return gone - begun, ended - gone


def kill_once(killed: Killed, after: float, found: Counter[str], *, rows_gone: bool) -> None:
    """Kill it after some seconds, look what there is, and finish what was begun."""
    killed.put_back()
    child, reading = killed.started(rows_gone=rows_gone)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    said_done = os.read(reading, 2).endswith(b"d")
    os.close(reading)
    journal = killed.path.with_name(killed.path.name + "-journal")
    found["kills"] += 1
    found["journals"] += journal.exists() and journal.stat().st_size > 0
    state = look(killed, found)
    found[state] += 1
    found["claimed and not done"] += said_done and state != "finished"
    if state != "whole":
        found["words left"] += killed.words_in(killed.path)


def look(killed: Killed, found: Counter[str]) -> str:
    """What the file says of itself: 'whole', 'begun' or 'finished'; begun is finished here."""
    with open_file(killed.path) as file:
        found["other case lost"] += file.load(full_case().id) != full_case()
        found["without a backup"] += not backups_of(file.header, killed.backups)
        noted = file.destroyed()
        if not noted:
            whole = file.load(killed.case.id) == killed.case
            kept = len(backups_of(file.header, killed.backups)) == 3
            return "whole" if whole and kept else "neither"
        if noted[0].is_finished:
            return "finished"
        found["words before"] += killed.words_in() > 0
        file.finish_destroying(killed.backups, NOON)
    found["halves left"] += len(list(killed.backups.rglob("*.new*")))
    return "begun"


def kill_often(folder: Path, kills: int) -> dict[str, int]:
    """Destroy the same case again and again, each time killed at another moment."""
    killed = Killed(folder, Planting())
    removing, rest = time_needed(killed)
    found: Counter[str] = Counter(dict.fromkeys(NAMES, 0))
    for number in range(kills):  # two of three after the rows are gone: most happens there
        if number % 3:
            kill_once(killed, random.uniform(0, 0.9) * rest, found, rows_gone=True)
        else:
            kill_once(killed, random.uniform(0, 1.1) * removing, found, rows_gone=False)
    return dict(found)


if __name__ == "__main__":
    print(json.dumps(kill_often(Path(sys.argv[1]), int(sys.argv[2]))))
