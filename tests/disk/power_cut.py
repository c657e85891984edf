"""What a disk may hold after the power is cut: only what was flushed is certain to be there.

Whatever was written after the last fsync of a file may be there in any part and any order, in
sectors of 512 bytes; so may a name that was given, changed or taken after the last fsync of its
folder.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tests.disk.watched import Call

SECTOR = 512
_FOLDER = -1

_T = TypeVar("_T")

Write = tuple[int, bytes]
"""Where bytes came, or with no bytes: the length to which the file was cut."""


@dataclass(slots=True)
class _File:
    flushed: bytearray = field(default_factory=bytearray)
    pending: list[Write] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Naming:
    """A name given to a file (None: taken away), and the name that it had before."""

    name: str
    file: int | None
    old: str = ""


class Disk:
    """A disk that remembers, besides what it holds, what of it was not flushed."""

    def __init__(self) -> None:
        self._files: list[_File] = []
        self._names: dict[str, int] = {}
        self._flushed_names: dict[str, int] = {}
        self._namings: list[_Naming] = []
        self._made_folders: set[str] = set()
        self._open: dict[int, tuple[str, int]] = {}

    # --- what the program does ----------------------------------------------------------

    def do(self, call: Call) -> None:
        """Take one call that was recorded."""
        if call.what == "O":
            self._open_file(call)
        elif call.what == "W":
            self._file(call).pending.append((call.place, call.data))
        elif call.what == "T":
            self._file(call).pending.append((call.place, b""))
        elif call.what == "S":
            self._flush(*self._open[call.file])
        elif call.what == "U":
            self._name(_Naming(call.name, None))
        elif call.what == "M":
            self._made_folders.add(call.name)
            self._name(_Naming(call.name, _FOLDER))
        elif call.what == "R":
            self._name(_Naming(call.data.decode(), self._names[call.name], call.name))

    def _open_file(self, call: Call) -> None:
        if call.name not in self._names and call.place & os.O_CREAT:
            self._files.append(_File())
            self._name(_Naming(call.name, len(self._files) - 1))
        number = self._names.get(call.name, _FOLDER)
        if number != _FOLDER and call.place & os.O_TRUNC:
            self._files[number].pending.append((0, b""))
        self._open[call.file] = (call.name, number)

    def _file(self, call: Call) -> _File:
        return self._files[self._open[call.file][1]]

    def _name(self, naming: _Naming) -> None:
        self._namings.append(naming)
        _apply(self._names, naming)

    def _flush(self, name: str, number: int) -> None:
        if number == _FOLDER:
            inside = [n for n in self._namings if os.path.dirname(n.name) == name]
            for naming in inside:
                _apply(self._flushed_names, naming)
            self._namings = [n for n in self._namings if n not in inside]
        else:
            file = self._files[number]
            _write(file.flushed, file.pending)
            file.pending = []

    # --- what is left of it ---------------------------------------------------------------

    def is_settled(self) -> bool:
        """Whether everything is flushed, so that a power cut takes nothing."""
        return not self._namings and not any(file.pending for file in self._files)

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files by name, as they may be found; which of many ways depends on chance."""
        names = dict(self._flushed_names)
        for naming in _some(self._namings, chance):
            _apply(names, naming)
        gone = self._made_folders - set(names)
        return {
            name: _torn(self._files[number], chance)
            for name, number in names.items()
            if number != _FOLDER and not gone & {str(parent) for parent in Path(name).parents}
        }


def _apply(names: dict[str, int], naming: _Naming) -> None:
    names.pop(naming.old, None)
    if naming.file is None:
        names.pop(naming.name, None)
    else:
        names[naming.name] = naming.file


def _write(content: bytearray, writes: Iterable[Write]) -> None:
    for place, data in writes:
        if not data:
            del content[place:]
        if place > len(content):
            content += bytes(place - len(content))
        content[place : place + len(data)] = data


def _torn(file: _File, chance: random.Random) -> bytes:
    content = bytearray(file.flushed)
    _write(content, _some(list(_in_parts(file.pending, chance)), chance))
    return bytes(content)


def _in_parts(writes: list[Write], chance: random.Random) -> Iterator[Write]:
    """The writes as they are, or each in its sectors."""
    if chance.random() < 0.4:
        yield from writes
        return
    for place, data in writes:
        if not data:
            yield place, data
        for start in range(0, len(data), SECTOR):
            yield place + start, data[start : start + SECTOR]


def _some(done: list[_T], chance: random.Random) -> list[_T]:
    """What of this reached the disk: nothing, all, the first of it, or any of it in any order."""
    how = chance.randrange(5)
    if how == 0:
        return []
    if how == 1:
        return done
    if how == 2:
        return done[: chance.randint(0, len(done))]
    density = chance.choice((0.1, 0.5, 0.9, 0.98))
    some = [one for one in done if chance.random() < density]
    if how == 3:
        chance.shuffle(some)
    return some
