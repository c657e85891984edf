"""Issued documents in the tables: kept with their bytes, and read again as they went out."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.casefile.engine import Connection
from hgkm_desktop.casefile.problems import AlreadyIssued, CaseMissing, IssuedDamaged
from hgkm_desktop.casefile.rows import columns_of, from_rows
from hgkm_desktop.casefile.tables import CASE_TABLE, TABLE_OF, UITGAVE_TABLE, insert
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.models.uitgave import Uitgave


def read_case_rev(connection: Connection, case_id: str) -> int:
    """The revisions of all records of a case together, those that are gone included.

    Each change of a record makes its revision one higher, and a tombstone goes on counting, so
    no two states of a case on disk have the same number. Raises CaseMissing.
    """
    counted = " UNION ALL ".join(
        f"SELECT rev FROM {table} WHERE case_id = :case"
        for table in (*TABLE_OF.values(), "tombstone")
    )
    row = connection.execute(
        f"SELECT rev + (SELECT coalesce(sum(rev), 0) FROM ({counted}))"
        f" FROM {CASE_TABLE} WHERE id = :case",
        {"case": case_id},
    ).fetchone()
    if row is None:
        raise CaseMissing
    return int(row[0])


def read_next_version(connection: Connection, case_id: str, kind: DocumentKind) -> int:
    """One more than the highest version that was issued of this kind, in whatever form."""
    return _one_more(connection, "max(version)", "case_id = ? AND kind = ?", (case_id, kind.value))


def _one_more(connection: Connection, what: str, which: str, values: tuple[str, ...]) -> int:
    query = f"SELECT 1 + coalesce({what}, 0) FROM {UITGAVE_TABLE} WHERE {which}"
    return int(connection.execute(query, values).fetchone()[0])


def read_uitgaven(connection: Connection, case_id: str) -> tuple[Uitgave, ...]:
    """What was issued of a case, in the order in which it went out; no bytes are read."""
    names = ", ".join(columns_of(Uitgave))
    query = f"SELECT {names} FROM {UITGAVE_TABLE} WHERE case_id = ? ORDER BY seq, id"
    return from_rows(Uitgave, connection.execute(query, (case_id,)).fetchall())


def read_data(connection: Connection, uitgave_id: str) -> bytes:
    """The bytes of one document. Raises IssuedDamaged when they are gone or not the same."""
    names = ", ".join(columns_of(Uitgave))
    found = connection.execute(
        f"SELECT data, {names} FROM {UITGAVE_TABLE} JOIN uitgave_inhoud ON uitgave_id = id"
        " WHERE id = ?",
        (uitgave_id,),
    ).fetchone()
    if found is None:
        raise IssuedDamaged
    data, *cells = found
    if not from_rows(Uitgave, [cells])[0].is_of(data):
        raise IssuedDamaged
    return bytes(data)


def add_uitgave(connection: Connection, case_id: str, uitgave: Uitgave, data: bytes) -> Uitgave:
    """Write a document and its bytes inside the transaction of the caller; gives it as written.

    Raises CaseMissing, AlreadyIssued, and ValueError when these are not its bytes.
    """
    if not uitgave.is_of(data):
        raise ValueError("the bytes are not those of this document")
    if not connection.execute(f"SELECT 1 FROM {CASE_TABLE} WHERE id = ?", (case_id,)).fetchone():
        raise CaseMissing
    _insist_on_new_version(connection, case_id, uitgave)
    kept = replace(uitgave, seq=float(_one_more(connection, "max(seq)", "case_id = ?", (case_id,))))
    insert(connection, UITGAVE_TABLE, case_id, kept)
    connection.execute("INSERT INTO uitgave_inhoud VALUES (?, ?)", (kept.id, data))
    return kept


def _insist_on_new_version(connection: Connection, case_id: str, uitgave: Uitgave) -> None:
    """Of two documents on paper with the same number, nobody can tell which one is meant."""
    present = connection.execute(
        f"SELECT 1 FROM {UITGAVE_TABLE} WHERE case_id = ? AND (kind, form, version) = (?, ?, ?)",
        (case_id, uitgave.kind.value, uitgave.form.value, uitgave.version),
    )
    if present.fetchone():
        raise AlreadyIssued
