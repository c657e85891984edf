"""A copy for somebody else: with a passphrase of its own, and only the cases that were chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from hgkm_desktop.casefile.building import build, put_in
from hgkm_desktop.casefile.engine import Connection, Key, connect, disconnect, known_errors
from hgkm_desktop.casefile.keys import check_passphrase, derive_key, new_header, wipe
from hgkm_desktop.casefile.new_files import discard, put_in_place, refuse_to_overwrite, working_name
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.casefile.reading import read_case, read_headings
from hgkm_desktop.casefile.recovery import code_of
from hgkm_desktop.casefile.soundness import verify
from hgkm_desktop.casefile.tables import CASE_TABLE, TABLE_OF, UITGAVE_TABLE
from hgkm_desktop.casefile.trail import TRAIL_TABLE
from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.policy import insist_on_colleague_copy

Altering = Callable[[Sequence[Case]], Sequence[Case]]
Insisting = Callable[[Sequence[Case]], None]


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A copy that was made for somebody else: the codes of its cases, whether they are other than
    in the file, and what its herstelblad needs."""

    path: Path
    codes: tuple[str, ...]
    settings: FileSettings
    code: str = field(repr=False)
    is_altered: bool = False

    def recovery_code(self) -> str:
        """The herstelcode of the copy."""
        return self.code


def copy_for_colleague(
    file: OpenFile,
    path: Path,
    passphrase: str,
    case_ids: Sequence[str],
    *,
    unsaved: Sequence[Case] = (),
    altering: Altering | None = None,
    insisting: Insisting | None = None,
) -> PassedOn:
    """Write a checked new file with these cases, what was issued of them, and nothing else.

    It is built anew, so nothing of another case is in its free pages, and it has its own first
    16 bytes, passphrase and herstelcode. Records keep their ids, revisions and tombstones: by
    these the two can be merged. Of `unsaved` those that were chosen are in it as given.

    With `altering` the cases are in it as that gives them back, and nothing else of them: no
    issued document, revision or tombstone, which would tell how they were. `insisting` is given
    the cases that go, before that, and raises for what may not. Works for a file that can only
    be read. Raises TurnedOff by policy, BadInput for a short passphrase and for that of this
    file, what `altering` and `insisting` raise, FileExists, FolderMissing, CopyFailed,
    DiskFull, ReadOnlyFile, FileLocked; then nothing is left of it.
    """
    insist_on_colleague_copy()
    check_passphrase(passphrase)
    path = path.resolve()
    new, header = working_name(path), new_header(file.key.kdf)
    with known_errors(), ExitStack() as undo:
        refuse_to_overwrite(path)
        source = file.connection
        _refuse_own(file, passphrase)
        key = derive_key(passphrase, header, file.key.kdf)
        undo.callback(wipe, key)
        discard(new)
        undo.callback(discard, new)
        build(new, key, header, file.settings)
        given: Sequence[Case] = [case for case in unsaved if case.id in case_ids]
        with file.reading():
            if insisting is not None:
                insisting(_as_they_are(source, case_ids, given))
            if altering is None:
                _copy_cases(source, new, key, case_ids)
            else:
                given = _as_they_are(source, case_ids, given)
        put_in(new, key, given if altering is None else altering(given))
        verify(new, key, header)
        codes = _codes_in(new, key)
        put_in_place(path)
        return PassedOn(path, codes, file.settings, code_of(key), altering is not None)


def _refuse_own(file: OpenFile, passphrase: str) -> None:
    """Who has the passphrase of a copy must not be able to open the file that it is of."""
    own = file.key.derived(passphrase)
    try:
        if file.key.is_same(own):
            raise BadInput(
                "Dit is het wachtwoord van uw eigen bestand. Wie het heeft, kan al uw casussen "
                "openen.",
                todo="Bedenk voor de kopie een ander wachtwoord.",
            )
    finally:
        wipe(own)


def _as_they_are(
    source: Connection, case_ids: Sequence[str], unsaved: Sequence[Case]
) -> list[Case]:
    newer = {case.id: case for case in unsaved}
    return [newer.get(case_id) or read_case(source, case_id) for case_id in case_ids]


def _copy_cases(source: Connection, new: Path, key: Key, case_ids: Sequence[str]) -> None:
    target = connect(new, key)
    try:
        target.execute("BEGIN IMMEDIATE")
        for case_id in case_ids:
            for table, which in _parts():
                _copy_rows(source, target, table, which, case_id)
        target.execute("COMMIT")
    finally:
        disconnect(target, new)


def _codes_in(path: Path, key: Key) -> tuple[str, ...]:
    """The codes of the cases that a closed file holds, as the file itself says."""
    connection = connect(path, key, read_only=True)
    try:
        return tuple(heading.code for heading in read_headings(connection))
    finally:
        disconnect(connection)


def _parts() -> Iterator[tuple[str, str]]:
    """The tables that hold something of a case, and which rows of them are of one."""
    yield CASE_TABLE, "id = ?"
    for table in (*TABLE_OF.values(), UITGAVE_TABLE, "tombstone", TRAIL_TABLE):
        yield table, "case_id = ?"
    of_case = f"uitgave_id IN (SELECT id FROM {UITGAVE_TABLE} WHERE case_id = ?)"
    yield "uitgave_inhoud", of_case


def _copy_rows(
    source: Connection, target: Connection, table: str, which: str, case_id: str
) -> None:
    names = [str(row[1]) for row in target.execute(f"PRAGMA table_info({table})").fetchall()]
    columns, marks = ", ".join(names), ", ".join("?" * len(names))
    rows = source.cursor()
    rows.row_factory = None
    rows.execute(f"SELECT {columns} FROM {table} WHERE {which}", (case_id,))
    target.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
