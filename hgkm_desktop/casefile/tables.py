"""Cases in the tables: reading one, and writing only the records that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import zip_longest
from typing import Any

from hgkm_desktop.casefile.engine import Connection, number
from hgkm_desktop.casefile.keys import PAGE_SIZE
from hgkm_desktop.casefile.problems import CaseMissing, FileReplaced, TooLarge, WrongContent
from hgkm_desktop.casefile.rows import (
    HIGHEST,
    Cell,
    columns_of,
    from_rows,
    stored_fields,
    to_row,
)
from hgkm_desktop.casefile.trail import leave_mark
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.exercise import Exercise, lines_of
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.in_depth import (
    CruciaalPunt,
    FactorCode,
    FrisseBlik,
    NaastElkaar,
    Radertje,
)
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.records import (
    Beleving,
    Betrokkene,
    Deelnemer,
    Duidingsverschil,
    Event,
    Fase,
    FileSettings,
    Lesson,
    Organisation,
    Record,
    Regie,
    Veiligheidscijfer,
)
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.uitgave import Uitgave
from hgkm_desktop.models.vernietiging import Vernietiging
from hgkm_desktop.models.whole import holds_together
from hgkm_desktop.models.works import Value, Work

CASE_TABLE = "casus"
UITGAVE_TABLE, VERNIETIGING_TABLE = "uitgave", "vernietiging"
TABLE_OF: dict[type[Record], str] = {
    Betrokkene: "betrokkene",
    Organisation: "organisatie",
    Deelnemer: "deelnemer",
    Event: "gebeurtenis",
    Beleving: "beleving",
    Duidingsverschil: "duidingsverschil",
    Lesson: "les",
    Verbeteractie: "verbeteractie",
    Veiligheidscijfer: "veiligheidscijfer",
    Regie: "regie",
    Fase: "fase",
    Radertje: "radertje",
    NaastElkaar: "naast_elkaar",
    FactorCode: "factor_code",
    CruciaalPunt: "cruciaal_punt",
    FrisseBlik: "frisse_blik",
}

# A work is one row, with what is in it in columns of JSON.
WORK_TABLES: dict[type[Work], str] = {
    Study: "onderzoek",
    MeetingSeries: "overlegreeks",
    BoardTalk: "bestuursgesprek",
    Sample: "steekproef",
    Leertafel: "leertafel",
    Terugkoppeling: "terugkoppeling",
    FigureSet: "cijferoverzicht",
    Exercise: "oefening",
    Playing: "speelbeurt",
}

TABLES_OF_VALUES = frozenset((CASE_TABLE, *TABLE_OF.values(), *WORK_TABLES.values()))

# Of one case; more is not read and not written. What is typed stays far below.
MOST_RECORDS = 100_000
MOST_BYTES = 100 * 1024**2

# Whatever someone else put in a column of revisions, it is one more, and one that can be stored.
NEXT_REVISION = f"1 + coalesce(min(CAST(rev AS INTEGER), {HIGHEST}), 0)"


@dataclass(frozen=True, slots=True)
class CaseHeading:
    """What a list of cases shows of one."""

    id: str
    code: str
    title: str
    state: CaseState
    event_count: int
    keep_until: date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One row to write: new without `before`, gone without `after`."""

    table: str
    id: str
    before: Value | Record | None
    after: Value | Record | None


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


def insist_on_size(
    connection: Connection, tables: Mapping[Any, str], which: str, given: dict[str, Cell]
) -> None:
    """Raises TooLarge for more than fits in memory, before any of it is read.

    How many rows there are is counted in an index, and how long they are only in a large file.
    """
    rows = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE {which}" for table in tables.values())
    found = connection.execute(
        f"SELECT count(*) FROM ({rows} LIMIT {MOST_RECORDS + 1})", given
    ).fetchone()[0]
    if found > MOST_RECORDS:
        raise TooLarge
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


def differences(before: Value | None, after: Value) -> list[Change]:
    """The rows in which a value differs from what the file holds, that of a case itself first.

    Raises TooLarge for more than could be read again.
    """
    if not isinstance(after, Case):
        table = WORK_TABLES[type(after)]
        return [] if before == after else [Change(table, after.id, before, after)]
    assert before is None or isinstance(before, Case)
    if sum(len(getattr(after, name)) for name in FIELD_OF.values()) > MOST_RECORDS:
        raise TooLarge
    changes = []
    if before is None or _is_other_row(before, after):
        changes.append(Change(CASE_TABLE, after.id, before, after))
    for kind, table in TABLE_OF.items():
        old: tuple[Record, ...] = getattr(before, FIELD_OF[kind]) if before else ()
        new: tuple[Record, ...] = getattr(after, FIELD_OF[kind])
        if old is not new:
            changes += _record_differences(table, old, new)
    return changes


def _is_other_row(before: Case, after: Case) -> bool:
    """Whether the row of the case itself differs; mostly its fields are the very same objects."""
    names = stored_fields(Case)
    if all(getattr(before, name) is getattr(after, name) for name in names):
        return False
    return to_row(before) != to_row(after)


def _record_differences(
    table: str, old: tuple[Record, ...], new: tuple[Record, ...]
) -> Iterator[Change]:
    # Nearly all are the very same objects; by value, comparing takes a hundred times as long.
    pairs = [(one, other) for one, other in zip_longest(old, new) if one is not other]
    left = {one.id: one for one, _ in pairs if one is not None}
    for _, record in pairs:
        if record is not None:
            present = left.pop(record.id, None)
            if present is not record and present != record:
                yield Change(table, record.id, present, record)
    for gone in left.values():
        yield Change(table, gone.id, gone, None)


def write(connection: Connection, case_id: str, changes: list[Change]) -> None:
    """Write changes of one case inside the transaction of the caller.

    Raises FileReplaced when a row to change or to remove is not there.
    """
    for change in changes:
        if change.after is None:
            _bury(connection, change.table, change.id)
        elif change.before is None:
            insert(connection, change.table, case_id, change.after)
        else:
            _update(connection, change.table, change.id, to_row(change.after))


def insert(
    connection: Connection,
    table: str,
    case_id: str,
    record: Value | Record | Uitgave | Vernietiging,
) -> None:
    """Add a row; one that comes back goes on counting where its tombstone stopped."""
    row = to_row(record)
    if not _stands_alone(table):
        row["case_id"] = case_id
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    revision = f"coalesce((SELECT {NEXT_REVISION} FROM tombstone WHERE id = ?), 1)"
    connection.execute(
        f"INSERT INTO {table} ({names}, rev) VALUES ({marks}, {revision})",
        (*row.values(), record.id),
    )
    connection.execute("DELETE FROM tombstone WHERE id = ?", (record.id,))
    _mark(connection, table, table, record.id)


def _update(connection: Connection, table: str, row_id: str | int, row: dict[str, Any]) -> None:
    names = ", ".join(f"{name} = ?" for name in row)
    done = connection.execute(
        f"UPDATE {table} SET {names}, rev = {NEXT_REVISION} WHERE id = ?", (*row.values(), row_id)
    )
    if done.rowcount != 1:
        raise FileReplaced
    _mark(connection, table, table, str(row_id))


def _bury(connection: Connection, table: str, row_id: str) -> None:
    """Remove a row and leave its tombstone, so that a merge knows that it is gone."""
    case_column = "id" if _stands_alone(table) else "case_id"
    done = connection.execute(
        f"INSERT OR REPLACE INTO tombstone (id, record_type, case_id, rev, deleted_at)"
        f" SELECT id, '{table}', {case_column}, {NEXT_REVISION}, ? FROM {table} WHERE id = ?",
        (_now(), row_id),
    )
    if done.rowcount != 1:
        raise FileReplaced
    connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
    _mark(connection, table, "tombstone", row_id)


def _mark(connection: Connection, table: str, where: str, row_id: str) -> None:
    """Leave a mark of what stands there now of a row of this table, when copies of it can meet."""
    if table in TABLES_OF_VALUES:
        own = _stands_alone(table) and where != "tombstone"
        leave_mark(connection, where, row_id, "id" if own else "case_id")


def table_of(row: Value | Record) -> str:
    """The table in which a record, or the own fields of a value, stand."""
    tables: dict[type, str] = {Case: CASE_TABLE, **TABLE_OF, **WORK_TABLES}
    return tables[type(row)]


def _stands_alone(table: str) -> bool:
    return table == CASE_TABLE or table in WORK_TABLES.values()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")


def bury_case(connection: Connection, case_id: str) -> None:
    """Remove a case, if it is there, and all of it inside the transaction of the caller.

    What was issued of it goes along.
    """
    connection.execute(
        "DELETE FROM uitgave_inhoud WHERE uitgave_id IN (SELECT id FROM uitgave WHERE case_id = ?)",
        (case_id,),
    )
    for table in (UITGAVE_TABLE, *TABLE_OF.values()):
        query = f"SELECT id FROM {table} WHERE case_id = ?"
        for row in connection.execute(query, (case_id,)).fetchall():
            _bury(connection, table, row["id"])
    if connection.execute("SELECT 1 FROM casus WHERE id = ?", (case_id,)).fetchone():
        _bury(connection, CASE_TABLE, case_id)


def bury(connection: Connection, value_id: str) -> None:
    """Remove a case, a study or a row of meetings, if it is there, as bury_case does."""
    for table in WORK_TABLES.values():
        if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (value_id,)).fetchone():
            _bury(connection, table, value_id)
            return
    bury_case(connection, value_id)


def read_settings(connection: Connection) -> FileSettings:
    names = ", ".join(columns_of(FileSettings))
    row = connection.execute(f"SELECT {names} FROM settings WHERE id = 1").fetchone()
    return from_rows(FileSettings, [row])[0]


def write_settings(connection: Connection, settings: FileSettings) -> None:
    """Write the settings inside the transaction of the caller."""
    _update(connection, "settings", 1, to_row(settings))
