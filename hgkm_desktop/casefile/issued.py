"""Issued documents in the tables: kept with their bytes, and read again as they went out."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from hgkm_desktop.casefile.engine import Connection
from hgkm_desktop.casefile.problems import (
    AlreadyIssued,
    CaseMissing,
    IssuedDamaged,
    IssuedTakenOut,
)
from hgkm_desktop.casefile.reading import insist_on_size
from hgkm_desktop.casefile.rows import HIGHEST, columns_of, from_rows
from hgkm_desktop.casefile.tables import CASE_TABLE, TABLE_OF, UITGAVE_TABLE
from hgkm_desktop.casefile.writing import NEXT_REVISION, insert
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.models.uitgave import Uitgave


def read_case_rev(connection: Connection, case_id: str) -> int:
    """The revisions of all records of a case together, those that are gone included.

    Each change of a record makes its revision one higher, and a tombstone goes on counting, so
    no two states of a case on disk have the same number. Raises CaseMissing.
    """
    revisions = " UNION ALL ".join(
        f"SELECT rev FROM {table} WHERE {column} = :case"
        for table, column in (
            (CASE_TABLE, "id"),
            *((table, "case_id") for table in (*TABLE_OF.values(), "tombstone")),
        )
    )
    found = connection.execute(
        f"SELECT total(CAST(rev AS INTEGER)), EXISTS (SELECT 1 FROM {CASE_TABLE} WHERE id = :case)"
        f" FROM ({revisions})",
        {"case": case_id},
    ).fetchone()
    if not found[1]:
        raise CaseMissing
    return int(max(0, min(found[0], HIGHEST)))


def read_case_state(connection: Connection, case_id: str) -> CaseState:
    """Whether a case is deelbaar; in bewerking when the file has no word for it. Raises
    CaseMissing."""
    query = f"SELECT state FROM {CASE_TABLE} WHERE id = ?"
    found = connection.execute(query, (case_id,)).fetchone()
    if found is None:
        raise CaseMissing
    return CaseState.DEELBAAR if found[0] == CaseState.DEELBAAR else CaseState.IN_BEWERKING


def read_next_version(connection: Connection, case_id: str, kind: DocumentKind) -> int:
    """One more than the highest version that was issued of this kind, in whatever form."""
    issued = (u.version for u in read_uitgaven(connection, case_id) if u.kind is kind)
    return 1 + max(issued, default=0)


def read_uitgaven(connection: Connection, case_id: str) -> tuple[Uitgave, ...]:
    """What was issued of a case, in the order in which it went out; no bytes are read.

    Raises WrongContent, TooLarge.
    """
    insist_on_size(connection, {Uitgave: UITGAVE_TABLE}, "case_id = :case", {"case": case_id})
    names = ", ".join(columns_of(Uitgave))
    query = f"SELECT {names} FROM {UITGAVE_TABLE} WHERE case_id = ? ORDER BY seq, id"
    return from_rows(Uitgave, connection.execute(query, (case_id,)).fetchall())


def read_data(connection: Connection, uitgave_id: str) -> bytes:
    """The bytes of one document.

    Raises IssuedTakenOut, and IssuedDamaged when they are gone otherwise or not the same.
    """
    names = ", ".join(columns_of(Uitgave))
    found = connection.execute(
        f"SELECT data, {names} FROM {UITGAVE_TABLE} JOIN uitgave_inhoud ON uitgave_id = id"
        " WHERE id = ?",
        (uitgave_id,),
    ).fetchone()
    if found is None:
        raise IssuedTakenOut if _is_taken_out(connection, uitgave_id) else IssuedDamaged
    data, *cells = found
    if type(data) is not bytes or not from_rows(Uitgave, [cells])[0].is_of(data):
        raise IssuedDamaged
    return bytes(data)


def _is_taken_out(connection: Connection, uitgave_id: str) -> bool:
    query = f"SELECT 1 FROM {UITGAVE_TABLE} WHERE id = ? AND title = ''"
    return connection.execute(query, (uitgave_id,)).fetchone() is not None


def take_out(connection: Connection, case_id: str) -> None:
    """Remove what the documents of a case say, inside the transaction of the caller.

    Their bytes and titles go. What went out, when and as which version stays, with the fingerprint
    by which a document that turns up can be known.
    """
    of_case = f"SELECT id FROM {UITGAVE_TABLE} WHERE case_id = ?"
    connection.execute(f"DELETE FROM uitgave_inhoud WHERE uitgave_id IN ({of_case})", (case_id,))
    connection.execute(
        f"UPDATE {UITGAVE_TABLE} SET title = '', rev = {NEXT_REVISION} WHERE case_id = ?",
        (case_id,),
    )


def take_out_one(connection: Connection, uitgave_id: str) -> None:
    """Remove what one document says, as `take_out` does, inside the transaction of the caller."""
    connection.execute("DELETE FROM uitgave_inhoud WHERE uitgave_id = ?", (uitgave_id,))
    connection.execute(
        f"UPDATE {UITGAVE_TABLE} SET title = '', rev = {NEXT_REVISION} WHERE id = ?",
        (uitgave_id,),
    )


def add_uitgave(connection: Connection, case_id: str, uitgave: Uitgave, data: bytes) -> Uitgave:
    """Write a document and its bytes inside the transaction of the caller; gives it as written.

    The very same one a second time is not written again. Of two different ones with the same
    version nobody could tell which one is meant: that raises AlreadyIssued. Raises ValueError
    when these are not its bytes.
    """
    if not uitgave.is_of(data):
        raise ValueError("the bytes are not those of this document")
    version_of = attrgetter("kind", "form", "version")
    issued = read_uitgaven(connection, case_id)
    for other in issued:
        if version_of(other) == version_of(uitgave):
            if other.is_of(data):
                return other
            raise AlreadyIssued
    kept = replace(uitgave, seq=issued[-1].seq + 1.0 if issued else 1.0)
    insert(connection, UITGAVE_TABLE, case_id, kept)
    connection.execute("INSERT INTO uitgave_inhoud VALUES (?, ?)", (kept.id, data))
    return kept
