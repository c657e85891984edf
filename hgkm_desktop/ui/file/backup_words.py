"""How backups are named and described: of which file, when, how large, and in what state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from hgkm_desktop.casefile import Backup, BackupState, CaseFile, Finding, place_of
from hgkm_desktop.models.dutch import count_text, day_text, number_text
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.parts.files import SUFFIX, documents_folder


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A file with its backups, the newest first; at least one.

    `path` is where the file is, or where it could be put when it is not found any more.
    """

    name: str
    path: Path
    backups: tuple[Backup, ...]


def backed_up_files(
    backups: Sequence[Backup], open_file: CaseFile | None, at_hand: Sequence[Path]
) -> tuple[BackedUp, ...]:
    """The files that have backups, the open one first, then the one backed up last.

    The names of files are kept nowhere, so a file is called by its name only when it is open or
    still stands at one of the places `at_hand`. No file is read for it.
    """
    found = [
        _backed_up(header, tuple(own), open_file, at_hand)
        for header, own in groupby(backups, key=lambda backup: backup.header)
    ]
    found.sort(key=lambda file: file.backups[0].made, reverse=True)
    if open_file is not None:
        found.sort(key=lambda file: file.backups[0].header != open_file.header)
    return tuple(found)


def _backed_up(
    header: bytes, own: tuple[Backup, ...], open_file: CaseFile | None, at_hand: Sequence[Path]
) -> BackedUp:
    if open_file is not None and open_file.header == header:
        return BackedUp(f"{open_file.path.name}, nu open", open_file.path, own)
    by_place = {place_of(path, header): path for path in at_hand}
    for backup in own:
        if backup.place in by_place:
            path = by_place[backup.place]
            return BackedUp(path.name, path, own)
    code = header.hex()[2:6].upper()
    name = f"Bestand {code}, niet gevonden, {day_text(own[0].made.date(), short=True)}"
    return BackedUp(name, documents_folder() / f"casusbestand-{code}{SUFFIX}", own)


def backup_words(file: BackedUp, backup: Backup, finding: Finding | None) -> str:
    """'3 mei 2026, 14:32' and, on a line of its own, '1,2 MB, in orde op 3 mei 2026'."""
    parts = [size_text(backup.size), _state_words(backup, finding)]
    if backup.has_old_key:
        parts.append("met het wachtwoord van voor de wijziging")
    elif any(b.has_old_key and b.number > backup.number for b in file.backups):
        parts.append("misschien met het wachtwoord van voor de wijziging")  # made at another place
    places = {other.place for other in file.backups}
    if len(places) > 1 and backup.place != place_of(file.path, backup.header):
        parts.append("van toen het bestand op een andere plek stond, of van een kopie")
    folder = backup.path.parents[1]
    if folder != user_backup_dir():
        parts.append(f"staat in {folder}")
    return f"{day_text(backup.made.date())}, {backup.made:%H:%M}\n{', '.join(parts)}"


def _state_words(backup: Backup, finding: Finding | None) -> str:
    if finding is not None and finding.state is BackupState.GOOD:
        return f"in orde, {count_text(finding.cases, 'casus', 'casussen')}"
    if finding is not None:
        return {
            BackupState.OTHER_PASSPHRASE: "opent niet met dit wachtwoord",
            BackupState.DAMAGED: "beschadigd",
            BackupState.GONE: "niet te lezen",
        }[finding.state]
    if backup.is_bad:
        return "beschadigd"
    return f"in orde op {day_text(backup.checked.date())}"


def found_words(findings: Sequence[Finding]) -> str:
    """What a check of all backups of a file came to."""
    good = sum(finding.state is BackupState.GOOD for finding in findings)
    other = sum(finding.state is BackupState.OTHER_PASSPHRASE for finding in findings)
    checked = f"{count_text(len(findings), 'back-up', 'back-ups')} gecontroleerd"
    if good == len(findings):
        return f"{checked}: alles is in orde."
    if other == len(findings):
        return "Dit wachtwoord past bij geen van deze back-ups. Er is niets veranderd."
    words = f"{checked}: {number_text(good)} in orde. Kijk in de lijst wat er met de rest is."
    if other:
        words += " Een back-up van voor een wijziging van het wachtwoord opent alleen met het oude."
    return words


def size_text(size: int) -> str:
    """A size in bytes as '64 kB' or '1,2 MB'."""
    if size < 1_000_000:
        return f"{number_text(max(size / 1000, 1))} kB"
    return f"{number_text(size / 1_000_000, 1)} MB"
