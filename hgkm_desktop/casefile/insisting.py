"""What met a damaged page is read again on a new connection; then nothing is written any more."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from hgkm_desktop.casefile.engine import PAUSES
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.casefile.opening import DAMAGED
from hgkm_desktop.casefile.problems import DamagedFile, ReadOnlyFile
from hgkm_desktop.casefile.soundness import insist_on_unharmed
from hgkm_desktop.errors import HgkmError

_File = TypeVar("_File", bound=OpenFile)
_Asked = ParamSpec("_Asked")
_Given = TypeVar("_Given")


def read_anew(file: OpenFile) -> None:
    """Connect again: a connection that met a damaged page reads and writes no other."""
    file.disconnect()
    with suppress(HgkmError):  # then it is tried again with the next reading
        file.come_back()


def stop_writing(file: OpenFile) -> None:
    """Nothing reaches the file any more, for it is damaged; what is whole can be read."""
    file.disconnect()
    file.is_damaged = file.read_only = True
    file.read_only_reason = DAMAGED


def _has_stumbled(file: OpenFile, error: HgkmError) -> bool:
    """Whether a new connection, which there is then, may do what this one could not."""
    if isinstance(error, ReadOnlyFile):  # what a save says after a damaged page
        if file.read_only or file.connected is None:
            return False
        try:
            with file.turns.hand:
                insist_on_unharmed(file.connected)
        except DamagedFile:
            read_anew(file)
            return True
        return False
    read_anew(file)
    return not file.is_damaged


def insistent(
    act: Callable[Concatenate[_File, _Asked], _Given],
) -> Callable[Concatenate[_File, _Asked], _Given]:
    """Read again, on a new connection, what met a damaged page: the disk may have stumbled.

    When it is still damaged the third time, nothing is written to the file any more; then what
    can be had of a damaged file is given, or DamagedFile raised.
    """

    @wraps(act)
    def tried(file: _File, /, *asked: _Asked.args, **more: _Asked.kwargs) -> _Given:
        try:
            return _tried(file, lambda: act(file, *asked, **more))
        except DamagedFile:
            if file.is_damaged:
                raise
            stop_writing(file)
        try:
            return act(file, *asked, **more)
        except DamagedFile:
            read_anew(file)
            raise

    return tried


def insistent_writing(
    act: Callable[Concatenate[_File, _Asked], _Given],
) -> Callable[Concatenate[_File, _Asked], _Given]:
    """As `insistent`, for what writes: DamagedFile leaves it to the user where to go on."""

    @wraps(act)
    def tried(file: _File, /, *asked: _Asked.args, **more: _Asked.kwargs) -> _Given:
        return _tried(file, lambda: act(file, *asked, **more))

    return tried


def _tried(file: OpenFile, act: Callable[[], _Given]) -> _Given:
    for pause in PAUSES:
        try:
            return act()
        except (DamagedFile, ReadOnlyFile) as error:
            if not _has_stumbled(file, error):
                raise
            time.sleep(pause)
    return act()
