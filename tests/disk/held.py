"""All that a casusbestand holds, as one value to compare with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hgkm_desktop.casefile.building import NO_SETTINGS
from hgkm_desktop.casefile.soundness import insist_on_sound
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings
from tests.casefile.files import PASSPHRASE, open_file


@dataclass(frozen=True, slots=True)
class Held:
    """All that a casusbestand holds, and the passphrase that opens it."""

    cases: tuple[Case, ...] = ()
    settings: FileSettings = NO_SETTINGS
    issued: tuple[tuple[str, bytes], ...] = ()
    passphrase: str = PASSPHRASE


def held_in(path: Path, passphrase: str) -> Held:
    """What a file holds, opened as the program opens it and read to its last page."""
    with open_file(path, passphrase) as file:
        cases = [file.load(heading.id) for heading in file.headings()]
        uitgaven = [one for case in cases for one in file.issued(case.id)]
        held = Held(
            tuple(sorted(cases, key=lambda case: case.id)),
            file.settings,
            tuple((one.id, file.issued_data(one.id)) for one in uitgaven),
            passphrase,
        )
        insist_on_sound(file.connection)
    return held
