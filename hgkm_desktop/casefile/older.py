"""What still holds the texts of before: older backups of a file, and documents that went out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hgkm_desktop.casefile.backups import Backup, backups_of, is_of_place
from hgkm_desktop.casefile.engine import known_errors
from hgkm_desktop.casefile.file import CaseFile
from hgkm_desktop.casefile.new_files import flush_folder, remove_all
from hgkm_desktop.casefile.problems import FileReplaced, ReadOnlyFile
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.uitgave import Uitgave


class NotRemoved(HgkmError):
    """No older backup was removed, for there is no new one that was checked."""

    def __init__(self, error: HgkmError) -> None:
        super().__init__(
            f"De oude back-ups zijn niet verwijderd. {error.what}",
            safe="Al uw back-ups staan er nog, en wat u vervangen hebt blijft vervangen.",
            todo="Los dit eerst op. Kies daarna ‘Oude back-ups en documenten’ in het menu Casus.",
        )


class OlderLeft(HgkmError):
    """Some older backups could not be removed; `paths` says which."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = tuple(paths)
        names = ", ".join(path.name for path in self.paths)
        super().__init__(
            f"Niet alle oude back-ups konden worden verwijderd. Dit bleef staan: {names}.",
            safe="Er is een nieuwe back-up, en die is in orde.",
            todo="Sluit andere programma's en probeer het opnieuw. U kunt deze bestanden ook zelf "
            f"verwijderen. Ze staan in {self.paths[0].parent}.",
        )


@dataclass(frozen=True, slots=True)
class Older:
    """What may hold a text that the case has no more.

    `backups` are those of the file where it stands, the newest first; `elsewhere` counts those
    that share its first 16 bytes, and are of a copy or of another place. `issued` are the documents
    of the case of which the file holds what they say still, the oldest first. Copies for a
    colleague are known to nobody.
    """

    backups: tuple[Backup, ...]
    elsewhere: int
    issued: tuple[Uitgave, ...]


def older_texts(file: CaseFile, case_id: str, folder: Path) -> Older:
    """What was made before now, of this file and of one of its cases.

    No backup is opened for it, so one that never held the text is among them. Raises what `issued`
    raises.
    """
    found = backups_of(file.header, folder)
    here = tuple(backup for backup in found if is_of_place(backup, file.path))
    issued = tuple(uitgave for uitgave in file.issued(case_id) if not uitgave.is_taken_out)
    return Older(here, len(found) - len(here), issued)


def remove_older_backups(
    file: CaseFile, folder: Path, now: datetime, *, issued_of: str = ""
) -> Backup:
    """Make a new backup, check it, and only then remove all others of the file where it stands.

    Those of copies elsewhere stay. What was issued of the case `issued_of` is taken out before.
    Gives the new one. Raises NotRemoved when no backup was removed, and OlderLeft for what could
    not be.
    """
    try:
        if file.read_only:
            raise ReadOnlyFile(file.read_only_reason)
        if issued_of:
            file.take_out_issued(issued_of)
        file.clean()
        kept = file.copy_for_backup(folder, now).keep()
        if not file.is_as_left:
            raise FileReplaced
    except HgkmError as error:
        raise NotRemoved(error) from error
    _remove_all_but(kept, [b for b in backups_of(file.header, folder) if b.place == kept.place])
    return kept


def _remove_all_but(kept: Backup, backups: Sequence[Backup]) -> None:
    with known_errors():
        left = remove_all(backup.path for backup in backups if backup.path != kept.path)
        flush_folder(kept.path.parent)
    if left:
        raise OlderLeft(left)
