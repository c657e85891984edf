"""Words that may be written nowhere, and the search for them in all that was written."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_depth import NO_ROUND
from hgkm_desktop.models.works import Work
from tests.casefile.full_practice import WORKS
from tests.casefile.planted_words import Planting, planted_case

STEM = "zwaluwnest"
_NUMBER = 4
_FIRST_OF_TYPED = 9000
# What is typed outside of the records, each with a word of its own.
TYPED = (
    "map van het bestand",
    "naam van het bestand",
    "organisatie",
    "wachtwoord",
    "nieuw wachtwoord",
    "verkeerd wachtwoord",
    "zoekwoord",
    "invoerregel",
    "half getypt op de invoerregel",
    "tekst van een fout",
    "melding van Qt",
    "tekst op het klembord",
    "wachtwoord van de kopie",
    "functie op de verklaring",
    "functie van wie nalas",
)
_MOST_INFLATED = 1 << 20
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_DEFLATED = re.compile(rb"PK\x03\x04.{22}(..)(..)", re.DOTALL)


def planted() -> tuple[Case, list[str]]:
    """A case with a word in every field of every record, always the same; and these words.

    No round is open in it: a blind one would keep much of it from every screen.
    """
    planting = Planting(STEM)
    return replace(planted_case(planting), round=NO_ROUND), planting.words


def planted_works() -> tuple[tuple[Work, ...], list[str]]:
    """A study and a row of meetings with words in every field, after those of the case."""
    planting = Planting(STEM, first=len(planted()[1]) + 1)
    return tuple(planting.planted(work) for work in WORKS), planting.words


def typed(what: str) -> str:
    """The word for one of TYPED."""
    return f"{STEM}{_FIRST_OF_TYPED + TYPED.index(what):04}x"


def all_words() -> list[str]:
    """Every word that this program of words may write nowhere."""
    return [*planted()[1], *planted_works()[1], *map(typed, TYPED)]


def found_in(data: bytes) -> frozenset[str]:
    """The words in these bytes: as text, in wide letters, in base64, or compressed."""
    return frozenset(_plain(data)) | frozenset(
        word for inner in _unpacked(data) for word in _plain(inner)
    )


def _plain(data: bytes) -> Iterator[str]:
    lower = data.lower()
    yield from _numbered(lower)
    wide = STEM.encode("utf-16-le")[:-1]  # without its last nought it is found in big endian too
    if wide in lower:
        yield from _numbered(lower.replace(b"\0", b""))
    for shift in range(3):
        # Without the ends, which depend on the letters before and after.
        end = (len(STEM) - shift) // 3 * 3 + shift
        if base64.b64encode(b"\0" * ((3 - shift) % 3) + STEM.encode()[:end])[4:] in data:
            yield f"{STEM} in base64"


def _numbered(data: bytes) -> Iterator[str]:
    stem, start = STEM.encode(), 0
    while (place := data.find(stem, start)) >= 0:
        start = place + len(stem)
        number = data[start : start + _NUMBER]
        yield f"{STEM}{number.decode()}x" if number.isdigit() else STEM


def _unpacked(data: bytes) -> Iterator[bytes]:
    """What is compressed in these bytes, by zlib or in a zip."""
    for start in _ZLIB.finditer(data):
        yield _inflated(data, start.start(), zlib.MAX_WBITS)
    for head in _DEFLATED.finditer(data):
        skipped = sum(int.from_bytes(size, "little") for size in head.groups())
        yield _inflated(data, head.end() + skipped, -zlib.MAX_WBITS)


def _inflated(data: bytes, start: int, bits: int) -> bytes:
    packed = memoryview(data)[start : start + _MOST_INFLATED]
    try:
        return zlib.decompressobj(bits).decompress(packed, _MOST_INFLATED)
    except zlib.error:
        return b""


def found_under(folder: Path) -> dict[str, frozenset[str]]:
    """For each file in a folder the words in its bytes and in its name."""
    found = {}
    for path in folder.rglob("*"):
        words = found_in(path.name.encode())
        if path.is_file() and not path.is_symlink():
            words |= found_in(path.read_bytes())
        if words:
            found[str(path)] = words
    return found
