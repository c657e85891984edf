"""Makes the golden file of the present schema version; run once, when that schema is final.

    python -m tests.casefile.make_golden

The file of a version that has reached users is never made again: it is what users have.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.casefile.schema import SCHEMA_VERSION
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import CaseState
from tests.builders import a_case_with, an_event
from tests.casefile.files import rows
from tests.casefile.full_case import FULL_SETTINGS, FULL_UITGAVEN, NOTITIE, RUZIE, full_case
from tests.casefile.full_practice import WORKS

GOLDEN = Path(__file__).with_name("golden")
DESTROYED_ON = datetime(2026, 5, 6, 12, 0)
PASSPHRASE_FILE = GOLDEN / "wachtwoord.txt"

# Without the table in which sqlite-utils keeps its own books.
SCHEMA = (
    "SELECT sql FROM sqlite_master"
    " WHERE sql IS NOT NULL AND tbl_name <> '_sqlite_migrations' ORDER BY name"
)


def golden_passphrase() -> str:
    return PASSPHRASE_FILE.read_text(encoding="utf-8").strip()


def dump_schema(path: Path, passphrase: str) -> str:
    """The statements that make the tables and indexes of a file, by name."""
    return "".join(f"{sql.strip()};\n" for (sql,) in rows(path, SCHEMA, passphrase))


def destroy(file: CaseFile, case: Case) -> None:
    """Let a case with an issued document be destroyed, so that the file holds what is left."""
    file.save(case)
    file.issue(case.id, replace(NOTITIE, id="8" * 32), FULL_UITGAVEN[NOTITIE])
    with TemporaryDirectory() as backups:
        file.destroy(
            case.id,
            function="beheerder",
            ground="selectielijst",
            on=DESTROYED_ON.date(),
            folder=Path(backups),
        )
        file.finish_destroying(Path(backups), DESTROYED_ON)


def make_golden(version: int) -> None:
    """The full case with one changed record and what was issued, a case that was removed, what is
    left of one that was destroyed, a study and a row of meetings.
    """
    path, passphrase = GOLDEN / f"v{version}.hgkm", golden_passphrase()
    removed = a_case_with(an_event("2020"), state=CaseState.DEELBAAR)
    with CaseFile.create(path, passphrase, settings=FULL_SETTINGS, kdf=TEST) as file:
        file.save(full_case().put(replace(full_case().event(RUZIE.id), title="eerst anders")))
        file.save(full_case())
        file.save(removed)
        for work in WORKS:
            file.save(work)
        for uitgave, data in FULL_UITGAVEN.items():
            file.issue(full_case().id, uitgave, data)
        file.issue(removed.id, replace(NOTITIE, id="9" * 32), FULL_UITGAVEN[NOTITIE])
        file.remove(removed.id)
        gone = a_case_with(an_event("2019"), code="V4-4V", state=CaseState.DEELBAAR)
        destroy(file, gone)
    path.with_suffix(".sql").write_text(dump_schema(path, passphrase), encoding="utf-8")


if __name__ == "__main__":
    make_golden(SCHEMA_VERSION)
