"""A case with a word of its own in every field that people type in, and where those are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import count
from pathlib import Path
from typing import Any

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.uitgave import Uitgave, fingerprint
from tests.casefile.files import PASSPHRASE, foreign_connection, key_of
from tests.casefile.full_case import NOTITIE, VERSLAG, full_case

_HEXADECIMAL = 32


def is_typed(name: str) -> bool:
    """Whether people type in a field of this name; the others refer to something, or are drawn."""
    return name not in ("id", "code", "at", "steps_done") and not name.endswith(("_id", "_ids"))


def of_another_case(own_id: str) -> str:
    """The id of a record, as that of the same record in a case of its own; empty stays empty."""
    return f"9{own_id[1:]}" if len(own_id) == _HEXADECIMAL else own_id


class Planting:
    """Puts words that are nowhere else in every field of records; `words` are those it put."""

    def __init__(self, stem: str = "kanarievogel", first: int = 1) -> None:
        self.words: list[str] = []
        self._next = (f"{stem}{number:04}x" for number in count(first))

    def word(self) -> str:
        self.words.append(next(self._next))
        return self.words[-1]

    def planted(self, record: Any) -> Any:
        """The record with a word in every field, and in those of the records in it."""
        names = [field.name for field in fields(record)]
        typed = {n: self._value(getattr(record, n)) for n in names if is_typed(n)}
        others = {n: _moved(getattr(record, n)) for n in names if not is_typed(n)}
        return replace(record, **typed, **others)

    def _value(self, value: Any) -> Any:
        if isinstance(value, str) and not isinstance(value, Enum):
            return self.word()
        if isinstance(value, tuple):
            return tuple(self._value(one) for one in value)
        return self.planted(value) if is_dataclass(value) else value


def _moved(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    return of_another_case(value) if isinstance(value, str) else tuple(map(of_another_case, value))


def planted_case(planting: Planting, *, long_texts: int = 0) -> Case:
    """The case with every field filled in; `long_texts` events with 20 kB of words come along."""
    case: Case = planting.planted(replace(full_case(), code="Q8-4T", lane_order=()))
    events = list(case.events)
    for number in range(long_texts):
        event = replace(events[0], id=f"{number + 10**6:032x}", seq=float(number + 100))
        events.append(replace(event, fact=f"{planting.word()} " * 1_000))
    return replace(case, events=tuple(events))


def planted_documents(planting: Planting) -> Iterator[tuple[Uitgave, bytes]]:
    """Issued documents with words in their title and in their bytes."""
    for number, uitgave in enumerate((NOTITIE, VERSLAG), 1):
        data = f"{planting.word()} ".encode() * 2_000
        title, own_id = planting.word(), f"{number + 10**9:032x}"
        yield replace(uitgave, id=own_id, title=title, sha256=fingerprint(data)), data


def pages_of(path: Path, passphrase: str = PASSPHRASE) -> bytes:
    """All pages of a file that nobody has open, decrypted by SQLite3MC: those in no use too."""
    connection = foreign_connection(path, key_of(path, passphrase))
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        return bytes(connection.serialize("main"))
    finally:
        connection.close()


def found_in(data: bytes, words: Iterable[str]) -> frozenset[str]:
    """The words that stand in these bytes."""
    return frozenset(word for word in words if word.encode() in data)


def found_in_file(path: Path, passphrase: str, words: Iterable[str]) -> frozenset[str]:
    """The words in the pages of a file, or in its bytes as they are."""
    listed = list(words)
    return found_in(path.read_bytes() + pages_of(path, passphrase), listed)
