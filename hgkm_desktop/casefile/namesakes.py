"""Files beside a casusbestand that came out of it, by their names and their first 16 bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from hgkm_desktop.casefile.backups import backups_of, place_of
from hgkm_desktop.casefile.keys import HEADER_SIZE
from hgkm_desktop.casefile.session import this_computer
from hgkm_desktop.paths import user_backup_dir

_SUFFIX = ".hgkm"


class Origin(Enum):
    """What made a file beside another one: its name tells."""

    SYNC = "sync"
    """Dropbox, Nextcloud, ownCloud, Syncthing; and OneDrive, with the name of this computer."""
    COPY = "copy"
    """Google Drive or someone with a mouse: 'naam (1)', 'naam - kopie'."""
    RESCUE = "rescue"
    """This program: work that was kept apart."""


# What is added to the name of a file; names of people and computers can stand in some. OneDrive
# adds the name of a computer, which in Windows is written in capitals.
_ADDED = (
    (Origin.RESCUE, r" \(herstel \d\d-\d\d\)(?: \d+)?"),
    (Origin.SYNC, r"(?i: \((?:[^()]* )?conflicted copy(?: [^()]*)?\)(?: ?\(\d+\))?)"),
    (Origin.SYNC, r"(?i: \((?:[^()]* )?conflicterende kopie(?: [^()]*)?\)(?: ?\(\d+\))?)"),
    (Origin.SYNC, r"\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?"),
    (Origin.SYNC, r"_conflict-\d{8}-\d{6}"),
    (Origin.SYNC, r"-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,14}"),
    (Origin.COPY, r" ?\(\d{1,3}\)"),
    (Origin.COPY, r"(?i: - (?:kopie|copy)(?: ?\(\d+\))?)"),
)


@dataclass(frozen=True, slots=True)
class Namesake:
    """A file with the same first 16 bytes in the same folder, whose name comes of the other's."""

    path: Path
    origin: Origin


def original_of(path: Path, header: bytes) -> Namesake | None:
    """The file beside this one that it is a copy of, and what made the copy; None for no copy.

    Nor is it one once somebody worked in it here by choice: then there is a backup of its own.
    It reads 16 bytes of that file, so ask it before anything is connected.
    """
    for stem, origin in _stems_of(path):
        other = path.with_name(stem + _SUFFIX)
        if origin is not Origin.RESCUE and _begins_so(other, header):
            return None if _has_backup(path, header) else Namesake(other, origin)
    return None


def copies_of(path: Path, header: bytes) -> tuple[Namesake, ...]:
    """The files beside this one that are copies of it by their name and their first 16 bytes.

    Left out are those that somebody worked in here by choice. Ask it before anything is connected.
    """
    found = []
    with suppress(OSError), os.scandir(path.parent) as entries:
        names = [e.name for e in entries if e.name.endswith(_SUFFIX) and e.name != path.name]
        for other in sorted(path.with_name(name) for name in names):
            origin = next((o for stem, o in _stems_of(other) if stem == path.stem), None)
            if origin is None or not _begins_so(other, header):
                continue
            if origin is Origin.RESCUE or not _has_backup(other, header):
                found.append(Namesake(other, origin))
    return tuple(found)


def _stems_of(path: Path) -> Iterable[tuple[str, Origin]]:
    """What the name may have been before something was added to it."""
    by_computer = (Origin.SYNC, rf"(?i:-{re.escape(this_computer())})(?:-\d+)?")
    for origin, added in (*_ADDED, by_computer):
        named = re.fullmatch(rf"(.+?){added}", path.stem)
        if named:
            yield named[1], origin


def _begins_so(path: Path, header: bytes) -> bool:
    """Whether a file has this header; one that is open is not touched, its name must do."""
    if path.with_name(f"{path.name}.lock").exists():
        return path.is_file()
    try:
        with path.open("rb") as file:
            return file.read(HEADER_SIZE) == header
    except OSError:
        return False


def _has_backup(path: Path, header: bytes) -> bool:
    place = place_of(path, header)
    return any(backup.place == place for backup in backups_of(header, user_backup_dir()))


def copy_words(original: Namesake) -> str:
    """Why a copy is opened to read, unless somebody chooses to work in it."""
    if original.origin is Origin.SYNC:
        return (
            f"Dit is een kopie van ‘{original.path.stem}’. Een programma als OneDrive of Dropbox "
            "maakt zo'n kopie als er op twee plekken tegelijk in een bestand is gewerkt."
        )
    return (
        f"Dit lijkt een kopie van ‘{original.path.stem}’, dat in dezelfde map staat. "
        "Kijk eerst in welk van de twee u verder wilt werken."
    )
