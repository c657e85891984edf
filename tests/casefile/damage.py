"""Damage that a test can do to a casusbestand: to bytes, to pages, and to where tables are."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from hgkm_desktop.casefile.keys import Kdf, derive_key
from tests.casefile.files import foreign_connection, rows

PAGE = 4096
Damage = Callable[[bytearray], None]


def do(path: Path, damage: Damage) -> None:
    """Rewrite a file in its place with something wrong in it."""
    data = bytearray(path.read_bytes())
    damage(data)
    path.write_bytes(bytes(data))


def flip(place: int) -> Damage:
    """Change one bit; a place below 0 counts from the end."""

    def of(data: bytearray) -> None:
        data[place] ^= 0x10

    return of


def flip_page(page: int) -> Damage:
    """Change one bit in a page, counted from 1."""
    return flip((page - 1) * PAGE + 2000)


def zeros(page: int) -> Damage:
    """What a disk gives for a part that it lost."""

    def of(data: bytearray) -> None:
        data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)

    return of


def cut(size: int) -> Damage:
    """Leave only the first so many bytes; a size below 0 counts from the end."""

    def of(data: bytearray) -> None:
        del data[size:]

    return of


def page_of(path: Path, table: str) -> int:
    """The first page of a table in a file that nobody has open."""
    return int(rows(path, f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")[0][0])


def page_with(path: Path, passphrase: str, kdf: Kdf, text: bytes) -> int:
    """The last page with this text, once it is decrypted, of a file that nobody has open."""
    key = derive_key(passphrase, path.read_bytes()[:16], kdf)
    connection = foreign_connection(path, bytes(key))
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        return bytes(connection.serialize("main")).rindex(text) // PAGE + 1
    finally:
        connection.close()


def at_random(size: int, seed: int) -> Damage:
    """One of the above, somewhere after the first page."""
    dice = random.Random(seed)
    page = dice.randrange(2, size // PAGE + 1)
    return dice.choice((flip_page(page), zeros(page), flip(dice.randrange(PAGE, size))))
