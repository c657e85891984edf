"""Damage by chance in a casusbestand and in a plain database of the same rows, and who notices."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from hgkm_desktop.casefile import insisting, opening
from hgkm_desktop.casefile.soundness import insist_on_sound
from hgkm_desktop.errors import HgkmError
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, foreign_connection, key_of, new_file, open_file
from tests.casefile.full_case import FULL_SETTINGS, FULL_UITGAVEN, full_case

SECTOR = 512  # bytes
Content = dict[str, Any]
Read = Callable[[Path], Content | None]

NOTICED, CHANGED, UNHARMED = "gezien", "ongemerkt anders", "ongemerkt en gelijk"


def a_file_with_content(path: Path) -> None:
    """Two cases, what was issued of one of them, and tombstones."""
    with new_file(path) as file:
        file.save_settings(FULL_SETTINGS)
        file.save(full_case())
        for uitgave, data in FULL_UITGAVEN.items():
            file.issue(full_case().id, uitgave, data)
        events = [an_event("mrt 2021", f"gebeurtenis {n}", fact="x" * 200) for n in range(40)]
        other = a_case_with(*events)
        file.save(other)
        file.save(other.drop_event(events[3].id))


def read_as_program(path: Path) -> Content | None:
    """All that a casusbestand holds, or None when opening, loading or checking finds damage."""
    try:
        with open_file(path, read_only=True) as file:
            headings = file.headings()
            documents = {
                uitgave.id: file.issued_data(uitgave.id)
                for heading in headings
                for uitgave in file.issued(heading.id)
            }
            cases = tuple(file.load(heading.id) for heading in headings)
            insist_on_sound(file.connection)
            if file.is_damaged:
                return None
            return {"cases": cases, "documents": documents, "settings": file.settings}
    except HgkmError:
        return None


def plain_copy(path: Path, plain: Path, passphrase: str = PASSPHRASE) -> None:
    """The same tables with the same rows in a database that is not encrypted."""
    with (
        closing(foreign_connection(path, key_of(path, passphrase))) as source,
        closing(sqlite3.connect(plain)) as target,
    ):
        made = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'index'"
        for (statement,) in source.execute(made):
            target.execute(statement)
        for table in _tables(target):
            for row in source.execute(f"SELECT * FROM {table}"):
                target.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
        target.commit()


def read_plainly(path: Path) -> Content | None:
    """Every row of a plain database, or None when its own check finds damage."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return None
            return {
                table: connection.execute(f"SELECT * FROM {table}").fetchall()
                for table in _tables(connection)
            }
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def _tables(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    return [name for (name,) in connection.execute(query)]


def flips(data: bytes, count: int, chance: Random) -> Iterator[bytes]:
    """The data with one bit turned over, at a place by chance."""
    for _ in range(count):
        wrong = bytearray(data)
        wrong[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        yield bytes(wrong)


def cut_offs(data: bytes) -> Iterator[bytes]:
    """The data cut off after every whole number of sectors."""
    for length in range(0, len(data), SECTOR):
        yield data[:length]


def who_notices(path: Path, read: Read, damaged: Iterator[bytes]) -> Counter[str]:
    """What reading each of these gives, in the place of the file."""
    good = read(path)
    if good is None:
        raise ValueError("the file itself cannot be read")
    found: Counter[str] = Counter({NOTICED: 0, CHANGED: 0, UNHARMED: 0})
    with without_pauses():
        for data in damaged:
            path.write_bytes(data)
            content = read(path)
            if content is None:
                found[NOTICED] += 1
            else:
                found[UNHARMED if content == good else CHANGED] += 1
    return found


@contextmanager
def without_pauses() -> Iterator[None]:
    """What is damaged is read three times, but at once: the disk is not what stumbles here."""
    with patch.object(opening, "PAUSES", (0, 0)), patch.object(insisting, "PAUSES", (0, 0)):
        yield
