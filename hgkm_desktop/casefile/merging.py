"""Another copy is merged into an open file: both are read with every version, and it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from hgkm_desktop.casefile.backing_up import copy_for_backup
from hgkm_desktop.casefile.backups import Backup
from hgkm_desktop.casefile.contents import as_on_disk
from hgkm_desktop.casefile.engine import Connection
from hgkm_desktop.casefile.insisting import insistent, insistent_writing
from hgkm_desktop.casefile.issued import read_uitgaven, take_out_one
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.casefile.problems import WrongContent
from hgkm_desktop.casefile.reading import read_value, value_ids
from hgkm_desktop.casefile.rows import HIGHEST, columns_of, from_rows
from hgkm_desktop.casefile.tables import (
    CASE_TABLE,
    TABLE_OF,
    UITGAVE_TABLE,
    VERNIETIGING_TABLE,
    WORK_TABLES,
    table_of,
)
from hgkm_desktop.casefile.trail import TRAIL_TABLE, put_trail
from hgkm_desktop.casefile.writing import bury, differences, insert, write
from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.merging_files import FileCopy, Settled
from hgkm_desktop.models.merging_values import side_of
from hgkm_desktop.models.uitgave import Uitgave
from hgkm_desktop.models.vernietiging import Vernietiging
from hgkm_desktop.models.versions import Version

_LONGEST_MARK = 20  # characters


@dataclass(frozen=True, slots=True)
class Incoming:
    """What is written of one value: as it becomes, and the documents that come with it."""

    settled: Settled
    issued: Sequence[Uitgave] = ()
    data: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@insistent
def as_copy(file: OpenFile) -> FileCopy:
    """All that the file holds, with the versions by which copies are merged.

    Raises what reading a case raises.
    """
    with file.reading():
        found = _read_copy(file.connection, file.header)
    file.known.values.update({i: s.value for i, s in found.sides.items() if s.value is not None})
    return found


def back_up_before_merging(file: OpenFile, folder: Path, now: datetime) -> Backup:
    """A checked backup of the file as it is: the way back. Raises BackupFailed, DamagedFile."""
    return copy_for_backup(file, folder, now).keep()


@insistent_writing
def merge(file: OpenFile, incoming: Incoming) -> None:
    """Write what came of one value, all of it or nothing.

    Its rows get the versions that were reckoned, so that merging again does nothing. Raises
    what save raises, and BadInput when the file no longer holds what it was reckoned from.
    """
    settled = incoming.settled
    if as_on_disk(file, settled.id) != settled.before:
        raise BadInput(
            "Uw casusbestand is intussen veranderd.",
            safe="Wat veranderde, staat erin.",
            todo="Voeg opnieuw samen.",
        )
    with file.writing({settled.id: settled.value}):
        _write(file.connection, settled)
        for uitgave in incoming.issued:
            _put_issued(file.connection, settled.id, uitgave, incoming.data)


@insistent_writing
def note_destroyed(file: OpenFile, noted: Mapping[str, Vernietiging]) -> None:
    """Note of cases that are not here that they were destroyed elsewhere: they never come back.

    Raises what save raises.
    """
    with file.writing():
        for case_id, one in noted.items():
            insert(file.connection, VERNIETIGING_TABLE, case_id, one)


# --- reading ------------------------------------------------------------------------------------


def _read_copy(connection: Connection, header: bytes) -> FileCopy:
    versions, gone = _read_versions(connection)
    issued = {}
    present = value_ids(connection)
    sides = {}
    for value_id in sorted(present | versions.keys()):
        value = read_value(connection, value_id) if value_id in present else None
        buried = gone.get(value_id, ())
        if value is None and value_id not in buried:
            continue
        sides[value_id] = side_of(value, versions.get(value_id, {}), buried)
        if found := read_uitgaven(connection, value_id):
            issued[value_id] = found
    return FileCopy(header, sides, issued, _read_destroyed(connection))


def _read_versions(
    connection: Connection,
) -> tuple[dict[str, dict[str, Version]], dict[str, set[str]]]:
    """The version of every row, and which rows were removed, by case or work."""
    marks: dict[str, set[tuple[int, str]]] = {}
    for row_id, rev, mark in connection.execute(f"SELECT id, rev, mark FROM {TRAIL_TABLE}"):
        if len(mark) > _LONGEST_MARK:
            raise WrongContent
        marks.setdefault(row_id, set()).add((rev, mark))
    versions: dict[str, dict[str, Version]] = {}
    gone: dict[str, set[str]] = {}
    for row_id, owner, rev, is_gone in _rows(connection):
        if not 0 <= rev <= HIGHEST:
            raise WrongContent
        versions.setdefault(owner, {})[row_id] = Version(rev, frozenset(marks.get(row_id, ())))
        if is_gone:
            gone.setdefault(owner, set()).add(row_id)
    return versions, gone


def _rows(connection: Connection) -> Iterator[tuple[str, str, int, bool]]:
    for table in (CASE_TABLE, *WORK_TABLES.values()):
        for row_id, rev in connection.execute(f"SELECT id, rev FROM {table}"):
            yield row_id, row_id, rev, False
    for table in TABLE_OF.values():
        for row_id, owner, rev in connection.execute(f"SELECT id, case_id, rev FROM {table}"):
            yield row_id, owner, rev, False
    query = f"SELECT id, case_id, rev FROM tombstone WHERE record_type <> '{UITGAVE_TABLE}'"
    for row_id, owner, rev in connection.execute(query):
        yield row_id, owner, rev, True


def _read_destroyed(connection: Connection) -> dict[str, Vernietiging]:
    names = ", ".join(columns_of(Vernietiging))
    rows = connection.execute(f"SELECT case_id, {names} FROM {VERNIETIGING_TABLE}").fetchall()
    found = from_rows(Vernietiging, [tuple(row)[1:] for row in rows])
    return {row[0]: noted for row, noted in zip(rows, found, strict=True)}


# --- writing ------------------------------------------------------------------------------------


def _write(connection: Connection, settled: Settled) -> None:
    """Write a value and the versions of its rows inside the transaction of the caller."""
    if settled.value is not None:
        write(connection, settled.id, differences(settled.before, settled.value))
    elif settled.before is not None:
        bury(connection, settled.id)
    tables = {
        row: table_of(content)
        for value in (settled.before, settled.value)
        if value is not None
        for row, content in side_of(value, {}).rows.items()
    }
    for row, version in settled.versions.items():
        put_trail(connection, tables.get(row, ""), row, settled.id, version)


def _put_issued(
    connection: Connection, case_id: str, uitgave: Uitgave, data: Mapping[str, bytes]
) -> None:
    """Keep a document of the other copy as it went out there; never one that was removed here."""
    query = (
        f"SELECT title FROM {UITGAVE_TABLE} WHERE id = :id"
        " UNION ALL SELECT '' FROM tombstone WHERE id = :id"
    )
    known = connection.execute(query, {"id": uitgave.id}).fetchone()
    if known is not None:
        if known[0] and not uitgave.title:
            take_out_one(connection, uitgave.id)
        return
    insert(connection, UITGAVE_TABLE, case_id, uitgave)
    if uitgave.id in data:
        connection.execute(
            "INSERT INTO uitgave_inhoud VALUES (?, ?)", (uitgave.id, data[uitgave.id])
        )
