"""Backups: where they stand, what their names say of them, and which of them stay."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from hgkm_desktop.casefile.keys import HEADER_SIZE, is_whole

RECENT, DAYS, WEEKS, MONTHS = 10, 7, 4, 6
_NAME = re.compile(r"(\d{6,})-(\d{8}-\d{6})-([0-9a-f]{8})(-vorig-wachtwoord)?(-beschadigd)?\.hgkm")
_FOLDER = re.compile(r"[0-9a-f]{32}")
_MOMENT = "%Y%m%d-%H%M%S"
_OLD, _BAD = "-vorig-wachtwoord", "-beschadigd"


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole casusbestand as it once was, which passed its checks when it was made.

    `header` are the 16 bytes that it shares with its file, and `place` stands for where that file
    was. `number` counts the backups of a file from 1, whatever the clock said; `made` and
    `checked`, when it was last found in order, are local time; `size` is in bytes. One that has an
    old key was made before the passphrase was changed. One that is bad failed a later check: it is
    kept and never counted.
    """

    path: Path
    header: bytes
    number: int
    place: str
    made: datetime
    checked: datetime
    size: int
    has_old_key: bool = False
    is_bad: bool = False

    @property
    def name(self) -> str:
        """What its file is called."""
        marks = (_OLD if self.has_old_key else "") + (_BAD if self.is_bad else "")
        return f"{self.number:06}-{self.made.strftime(_MOMENT)}-{self.place}{marks}.hgkm"


def place_of(path: Path, header: bytes) -> str:
    """What stands for the place of a file in names of backups: it says nothing of the place."""
    place = os.path.normcase(path.resolve()).encode("utf-8", "surrogatepass")
    return hashlib.sha256(header + place).hexdigest()[:8]


def is_of_place(backup: Backup, path: Path) -> bool:
    """Whether a backup is of a file at this place; else of a copy, or of before it was moved."""
    return backup.place == place_of(path, backup.header)


def is_named_as_backup(path: Path) -> bool:
    """Whether a file stands as a backup does, in whatever folder: what makes one names it so."""
    return bool(_NAME.fullmatch(path.name) and _FOLDER.fullmatch(path.parent.name))


# --- which there are ----------------------------------------------------------------------------


def all_backups(folder: Path) -> tuple[Backup, ...]:
    """The backups of every file, those of one file together and the newest of it first."""
    headers = [name for name in _names_in(folder) if _FOLDER.fullmatch(name)]
    return tuple(b for name in sorted(headers) for b in backups_of(bytes.fromhex(name), folder))


def backups_of(header: bytes, folder: Path) -> tuple[Backup, ...]:
    """The backups of the file with these first 16 bytes, the newest first.

    Of a damaged header it gives those of the file that the most bytes of it agree with.
    """
    own = folder / (header if is_whole(header) else _nearest(header, folder)).hex()
    found = [_backup(own / name) for name in _names_in(own)]
    known = [backup for backup in found if backup is not None]
    return tuple(sorted(known, key=lambda backup: backup.number, reverse=True))


def backups_for(path: Path, header: bytes, folder: Path) -> tuple[Backup, ...]:
    """The backups of a file that may be damaged from its first byte on, the newest first.

    Those that were made while it stood at this place come before the others.
    """
    of_header = backups_of(header, folder) if len(header) == HEADER_SIZE else ()
    found = of_header or tuple(b for b in all_backups(folder) if is_of_place(b, path))
    return tuple(sorted(found, key=lambda backup: not is_of_place(backup, path)))


def _nearest(header: bytes, folder: Path) -> bytes:
    names = [name for name in _names_in(folder) if _FOLDER.fullmatch(name)]

    def equal(other: bytes) -> int:
        return sum(one == two for one, two in zip(header, other, strict=False))

    nearest = max((bytes.fromhex(name) for name in names), key=equal, default=b"")
    return nearest if equal(nearest) > HEADER_SIZE // 2 else header


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:  # not made yet, or out of reach
        return []


def _backup(path: Path) -> Backup | None:
    """What the name of a file says; None for what is no backup."""
    named = _NAME.fullmatch(path.name)
    try:
        made = datetime.strptime(named[2], _MOMENT) if named else None
        found = path.stat()
    except (ValueError, OSError):
        return None
    if named is None or made is None:
        return None
    return Backup(
        path=path,
        header=bytes.fromhex(path.parent.name),
        number=int(named[1]),
        place=named[3],
        made=made,
        checked=datetime.fromtimestamp(found.st_mtime),
        size=found.st_size,
        has_old_key=bool(named[4]),
        is_bad=bool(named[5]),
    )


# --- what is noted of one -----------------------------------------------------------------------


def note_as_good(path: Path, now: datetime) -> None:
    """Let the backup itself say when it was last found in order."""
    with suppress(OSError, ValueError, OverflowError):  # a clock that is far off
        os.utime(path, (now.timestamp(), now.timestamp()))


def note_as_bad(backup: Backup) -> None:
    """Let the name say that the backup is damaged; from now on it is not counted."""
    _rename(replace(backup, is_bad=True))


def note_old_key(path: Path, header: bytes, folder: Path) -> None:
    """Let the names of all backups of this file say that its passphrase was changed since.

    Those of copies that stand elsewhere stay: their passphrase is what it was.
    """
    for backup in backups_of(header, folder):
        if backup.place == place_of(path, header) and not backup.has_old_key:
            _rename(replace(backup, has_old_key=True))


def _rename(backup: Backup) -> None:
    with suppress(OSError):  # it is what it was; a check tells the same
        backup.path.rename(backup.path.with_name(backup.name))


# --- which stay ---------------------------------------------------------------------------------


def to_keep(backups: Iterable[Backup]) -> frozenset[Backup]:
    """The 10 newest, and the last of each of the newest 7 days, 4 weeks and 6 months that have one.

    Newest goes by number and no clock is asked, so a clock that was wrong takes no backup away.
    Bad ones are not counted, and are not among these.
    """
    good = sorted((b for b in backups if not b.is_bad), key=lambda b: b.number, reverse=True)
    kept = set(good[:RECENT])
    for most, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        last: dict[str, Backup] = {}
        for backup in good:
            last.setdefault(backup.made.strftime(period), backup)
        kept.update(list(last.values())[:most])
    return frozenset(kept)


def thin_out(kept: Backup) -> None:
    """Remove what need not stay, among those of a file at this place.

    A copy of the file elsewhere shares its header; working in one takes nothing from the other.
    """
    alike = [b for b in backups_of(kept.header, kept.path.parents[1]) if b.place == kept.place]
    for backup in set(alike) - to_keep(alike):
        if not backup.is_bad:
            with suppress(OSError):
                backup.path.unlink()
