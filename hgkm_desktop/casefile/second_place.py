"""A second copy of backups in another folder, as on another disk, against the loss of this one.

Backups are made on this computer, whatever happens there; each is then copied there as it is.
"""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from secrets import token_hex

from hgkm_desktop.casefile.backing_up import remove_what_was_cut_off
from hgkm_desktop.casefile.backups import (
    Backup,
    all_backups,
    backups_of,
    note_as_good,
    thin_out,
)
from hgkm_desktop.casefile.keys import PAGE_SIZE
from hgkm_desktop.casefile.new_files import discard, put_in_place, remove_all
from hgkm_desktop.casefile.unfinished import BackupsLeft
from hgkm_desktop.errors import HgkmError

_FULL = (errno.ENOSPC, errno.EDQUOT)


class NotCopiedAway(HgkmError):
    """A backup could not come in the other folder as well."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            f"Er kon geen back-up naar {folder}. {why}",
            safe="De back-ups op deze computer worden gewoon gemaakt.",
            todo="Maak die plek in orde, of kies een andere bij Instellingen.",
        )


class CopiesLeft(BackupsLeft):
    """Copies of older backups in another folder could not be removed, or it is out of reach."""

    def __init__(self, paths: Sequence[Path]) -> None:
        names = ", ".join(map(str, paths))
        HgkmError.__init__(
            self,
            f"Op een andere plek kunnen nog oudere back-ups staan. Niet weg te halen: {names}.",
            safe="Op deze computer is alles klaar.",
            todo="Sluit die schijf aan of maak verbinding, en probeer het opnieuw. Bestaat die "
            "plek niet meer? Haal haar dan weg bij Instellingen.",
        )
        self.paths = tuple(paths)


def copy_newest(header: bytes, own: Path, folder: Path) -> tuple[Backup, ...]:
    """Copy the newest good backup of a file into `folder`, unless it is there; give what is new.

    Of each place that the file stood at there is one that is the newest. It gets the next number
    there, for others may keep theirs in that folder too, and older ones are thinned out as here.
    The folder is never made: a disk that is not there leaves an empty place behind. Raises
    NotCopiedAway; then nothing half is left.
    """
    newest: dict[str, Backup] = {}
    for backup in backups_of(header, own):
        if not backup.is_bad:
            newest.setdefault(backup.place, backup)
    if not newest:
        return ()
    if not os.path.isdir(folder):  # of a network that is gone, Path.is_dir raises what it likes
        raise NotCopiedAway(folder, "Deze plek is er nu niet.")
    there = backups_of(header, folder)
    return tuple(_copied(b, folder) for b in newest.values() if not _is_among(b, there))


def found_backups(own: Path, others: Sequence[Path]) -> tuple[Backup, ...]:
    """The backups of every file: those of this computer, and then what only stands elsewhere."""
    found: dict[bytes, list[Backup]] = {}
    for folder in (own, *others):
        for backup in all_backups(folder):
            known = found.setdefault(backup.header, [])
            if not _is_among(backup, known):
                known.append(backup)
    return tuple(backup for header in sorted(found) for backup in found[header])


def remove_copies(header: bytes, folders: Sequence[Path], place: str = "") -> None:
    """Remove all that other folders hold of a file, or of it at one place. Raises CopiesLeft."""
    left = []
    for folder in folders:
        found = _held(header, folder)
        if found is None:
            left.append(folder)
        else:
            left += remove_all(path for path in found if f"-{place}" in path.name)
    if left:
        raise CopiesLeft(left)


def _held(header: bytes, folder: Path) -> list[Path] | None:
    """What a folder holds of a file; None while it is out of reach."""
    own = folder / header.hex()
    try:
        names = os.listdir(own) if own.name in os.listdir(folder) else []
    except OSError:
        return None
    return [own / name for name in sorted(names) if ".hgkm" in name]


def _is_among(backup: Backup, others: Sequence[Backup]) -> bool:
    same = (backup.made, backup.place, backup.size)
    alike = [other for other in others if (other.made, other.place, other.size) == same]
    return bool(alike) and _first_page(backup) in map(_first_page, alike)


def _first_page(backup: Backup) -> bytes:
    """What tells one backup from another of the same second: each is encrypted by itself."""
    try:
        with backup.path.open("rb") as file:
            return file.read(PAGE_SIZE)
    except OSError:
        return b""


def _copied(backup: Backup, folder: Path) -> Backup:
    own = folder / backup.header.hex()
    new = own / f"{token_hex(8)}.hgkm.new"
    try:
        own.mkdir(mode=0o700, exist_ok=True)
        remove_what_was_cut_off(own)
        shutil.copyfile(backup.path, new)
        if not filecmp.cmp(backup.path, new, shallow=False):
            raise NotCopiedAway(folder, "De kopie daar was niet gelijk aan de back-up.")
        number = 1 + max((b.number for b in backups_of(backup.header, folder)), default=0)
        kept = replace(backup, number=number, path=new)
        kept = replace(kept, path=own / kept.name)
        put_in_place(kept.path, new)
    except OSError as error:
        is_full = error.errno in _FULL
        why = "Die schijf is vol." if is_full else "Daar kan nu niets worden opgeslagen."
        raise NotCopiedAway(folder, why) from error
    finally:
        with suppress(OSError):
            discard(new)
    note_as_good(kept.path, backup.checked)
    thin_out(kept)
    return kept
