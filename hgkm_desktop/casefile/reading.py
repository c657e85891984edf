"""What stands in the tables, read as values: cases, works, settings, and lists of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hgkm_desktop.casefile.engine import Connection, number
from hgkm_desktop.casefile.keys import PAGE_SIZE
from hgkm_desktop.casefile.problems import CaseMissing, TooLarge, WrongContent
from hgkm_desktop.casefile.rows import (
    Cell,
    columns_of,
    from_rows,
)
from hgkm_desktop.casefile.tables import CASE_TABLE, MOST_RECORDS, TABLE_OF, WORK_TABLES
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.exercise import Exercise, lines_of
from hgkm_desktop.models.records import (
    FileSettings,
)
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.whole import holds_together
from hgkm_desktop.models.works import Value, Work

# Of one case; more is not read. What is typed stays far below.
MOST_BYTES = 100 * 1024**2


@dataclass(frozen=True, slots=True)
class CaseHeading:
    """What a list of cases shows of one."""

    id: str
    code: str
    title: str
    state: CaseState
    event_count: int
    keep_until: date | None = None


def read_headings(connection: Connection, *, counted: bool = True) -> tuple[CaseHeading, ...]:
    """Every case in the order in which they were made; not `counted`, each has 0 events."""
    count = "(SELECT count(*) FROM gebeurtenis WHERE case_id = casus.id)" if counted else "0"
    insist_on_size(connection, {Case: CASE_TABLE}, "1", {})
    rows = connection.execute(
        f"SELECT id, code, title, state, {count} AS event_count, keep_until"
        " FROM casus ORDER BY rowid"
    ).fetchall()
    return from_rows(CaseHeading, rows)


def read_case(connection: Connection, case_id: str) -> Case:
    """One case with all its records. Raises CaseMissing, WrongContent, TooLarge."""
    insist_on_size(connection, {Case: CASE_TABLE}, "id = :case", {"case": case_id})
    insist_on_size(connection, TABLE_OF, "case_id = :case", {"case": case_id})
    found = from_rows(Case, _rows_of(connection, Case, CASE_TABLE, "id = ?", case_id))
    if not found:
        raise CaseMissing
    records: dict[str, Any] = {
        FIELD_OF[kind]: from_rows(
            kind, _rows_of(connection, kind, table, "case_id = ? ORDER BY seq, id", case_id)
        )
        for kind, table in TABLE_OF.items()
    }
    case = replace(found[0], **records)
    if not holds_together(case):
        raise WrongContent
    return case


def read_works(connection: Connection) -> tuple[Work, ...]:
    """Every work, of each kind in the order in which they were made."""
    found: list[Work] = []
    insist_on_size(connection, WORK_TABLES, "1", {})
    for kind, table in WORK_TABLES.items():
        found += from_rows(kind, _rows_of(connection, kind, table, "1 ORDER BY rowid"))
    lines = [line for one in found if isinstance(one, Exercise) for line in lines_of(one)]
    if not all(map(holds_together, lines)):
        raise WrongContent
    return tuple(found)


def read_acties(connection: Connection) -> dict[str, tuple[Verbeteractie, ...]]:
    """The actions of every case that has any, by its id. Raises WrongContent, TooLarge."""
    table, every = TABLE_OF[Verbeteractie], "1 ORDER BY seq, id"
    insist_on_size(connection, {Verbeteractie: table}, "1", {})
    holders = connection.execute(f"SELECT case_id FROM {table} WHERE {every}").fetchall()
    found = from_rows(Verbeteractie, _rows_of(connection, Verbeteractie, table, every))
    acties: dict[str, tuple[Verbeteractie, ...]] = {}
    for row, actie in zip(holders, found, strict=True):
        acties[row["case_id"]] = (*acties.get(row["case_id"], ()), actie)
    return acties


def read_value(connection: Connection, value_id: str) -> Value:
    """A case, a study or a row of meetings. Raises what read_case raises."""
    for kind, table in WORK_TABLES.items():
        found = from_rows(kind, _rows_of(connection, kind, table, "id = ?", value_id))
        if found:
            return found[0]
    return read_case(connection, value_id)


def value_ids(connection: Connection) -> frozenset[str]:
    """The id of every case and work. Raises WrongContent when one stands in two tables: of an id
    there is one value."""
    tables = (CASE_TABLE, *WORK_TABLES.values())
    query = " UNION ALL ".join(f"SELECT id FROM {table}" for table in tables)
    ids = [str(row[0]) for row in connection.execute(query).fetchall()]
    if len(set(ids)) < len(ids):
        raise WrongContent
    return frozenset(ids)


def insist_on_number(
    connection: Connection, tables: Mapping[Any, str], which: str, given: dict[str, Cell]
) -> None:
    """Raises TooLarge for more rows than a case has, before any of them is read."""
    rows = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE {which}" for table in tables.values())
    found = connection.execute(
        f"SELECT count(*) FROM ({rows} LIMIT {MOST_RECORDS + 1})", given
    ).fetchone()[0]
    if found > MOST_RECORDS:
        raise TooLarge


def insist_on_size(
    connection: Connection, tables: Mapping[Any, str], which: str, given: dict[str, Cell]
) -> None:
    """Raises TooLarge for more than fits in memory, before any of it is read.

    How many rows there are is counted in an index, and how long they are only in a large file.
    """
    insist_on_number(connection, tables, which, given)
    if number(connection, "PRAGMA page_count") * PAGE_SIZE < MOST_BYTES:
        return
    bytes_found = 0
    for kind, table in tables.items():
        lengths = " + ".join(f"total(octet_length({name}))" for name in (*columns_of(kind), "rev"))
        query = f"SELECT {lengths} FROM {table} WHERE {which}"
        bytes_found += connection.execute(query, given).fetchone()[0]
    if bytes_found > MOST_BYTES:
        raise TooLarge


def _rows_of(
    connection: Connection, kind: type, table: str, which: str, *given: str
) -> list[tuple[Cell, ...]]:
    """The cells that records of this kind are made of, row by row."""
    cursor = connection.cursor()
    cursor.row_factory = None  # plain tuples: there are thousands
    query = f"SELECT {', '.join(columns_of(kind))} FROM {table} WHERE {which}"
    found: list[tuple[Cell, ...]] = cursor.execute(query, given).fetchall()
    return found


def read_settings(connection: Connection) -> FileSettings:
    names = ", ".join(columns_of(FileSettings))
    row = connection.execute(f"SELECT {names} FROM settings WHERE id = 1").fetchone()
    return from_rows(FileSettings, [row])[0]
