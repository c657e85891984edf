"""Files that are merged in tests: as the window does it, in as few words as a test needs."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from hgkm_desktop.casefile import TEST, CaseFile, Incoming, read_other
from hgkm_desktop.models.merging import Choice, Choices
from hgkm_desktop.models.merging_files import FileCopy, Together, brought_together, settle
from hgkm_desktop.models.records import new_id
from tests.casefile.files import PASSPHRASE


def copied(file: CaseFile, path: Path) -> Path:
    """A copy such as a sync program makes, of a file that is open."""
    file.close()
    return Path(shutil.copy(file.path, path))


def beside(file: CaseFile, path: Path, passphrase: str = PASSPHRASE) -> Together:
    here = file.as_copy()
    return brought_together(here, read_other(path, passphrase, (), kdf=TEST).copy)


def merge_in(
    file: CaseFile, path: Path, passphrase: str = PASSPHRASE, choice: Choice = Choice.LATER
) -> Together:
    """Merge a closed file into one that is open, with one choice for every conflict."""
    here = file.as_copy()
    other = read_other(path, passphrase, (), kdf=TEST)
    found = brought_together(here, other.copy)
    for one in found.values:
        choices: Choices = {conflict.key: choice for conflict in one.conflicts}
        settled = settle(one, choices, new_id()[:12])
        file.merge(Incoming(settled, found.issued.get(one.id, ()), other.data))
    file.note_destroyed(found.destroyed)
    return found


def contents_of(copy: FileCopy) -> dict[str, object]:
    """What a file holds of cases and works, without its first 16 bytes and how often it was
    written."""
    return {i: side.value for i, side in copy.sides.items() if side.value is not None}


def without_reading(contents: dict[str, object]) -> dict[str, object]:
    """The same without who read it through: that is of one file."""
    return {
        i: replace(value, state="", read="")  # type: ignore[type-var]
        for i, value in contents.items()
    }
