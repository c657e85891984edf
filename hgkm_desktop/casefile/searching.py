"""What is searched, read from the tables: the texts only, and later the few records found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import NoneType
from typing import Any, get_args

from hgkm_desktop.casefile.engine import Connection
from hgkm_desktop.casefile.problems import CaseMissing
from hgkm_desktop.casefile.reading import insist_on_size, read_case
from hgkm_desktop.casefile.rows import (
    Cell,
    Hint,
    columns_of,
    from_rows,
    moments_of,
    stored_fields,
    value_of,
)
from hgkm_desktop.casefile.tables import CASE_TABLE, TABLE_OF
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.moment import UNKNOWN
from hgkm_desktop.models.records import Beleving, Deelnemer, Event, Record
from hgkm_desktop.models.searching import (
    BREAK,
    NO_DAYS,
    Days,
    Passage,
    days_of,
    own_passages,
    passages_of,
    reach,
)
from hgkm_desktop.models.texts import texts_in, typed_fields

_TABLES: Mapping[Hint, str] = TABLE_OF
_DAYS = (
    *("start_first", "start_last", "start_circa", "end_first", "end_last", "end_circa"),
    *("ongoing", "start_precision", "end_precision"),
)
_MOST_IDS = 500  # in one query


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the texts of a kind of record are read: most in SQL, those in JSON here.

    A row is the place, the texts, the event that it is about, those in JSON, and of an event its
    days.
    """

    name: str
    query: str
    nested: tuple[Hint, ...]
    is_event: bool


@cache
def _plan(kind: Hint) -> _Plan:
    """Of a record that many have, nothing but its texts is brought over."""
    hints = {name: stored_fields(kind)[name] for name in typed_fields(kind)}
    nested = {n: hint for n, hint in hints.items() if hint is not str and _has_text(hint)}
    texts = ", ".join(f"nullif({name}, '')" for name, hint in hints.items() if hint is str)
    about = "id" if kind is Event else "event_id" if "event_id" in columns_of(kind) else "''"
    columns = (
        f"'{FIELD_OF[kind]}:' || id || ':'",
        f"concat_ws('{BREAK}', {texts or 'NULL'})",
        about,
        *nested,
        *(_DAYS if kind is Event else ()),
    )
    query = f"SELECT {', '.join(columns)} FROM {TABLE_OF[kind]} WHERE case_id = ? ORDER BY seq, id"
    return _Plan(FIELD_OF[kind], query, tuple(nested.values()), kind is Event)


@cache
def _has_text(hint: Hint) -> bool:
    """Whether a text may stand in a value of this type."""
    if hint is str:
        return True
    inner = [one for one in get_args(hint) if one not in (NoneType, Ellipsis)]
    if inner:
        return any(map(_has_text, inner))
    if hasattr(hint, "__dataclass_fields__"):
        return any(_has_text(stored_fields(hint)[name]) for name in typed_fields(hint))
    return False


def read_passages(connection: Connection, case_id: str) -> tuple[Passage, ...]:
    """Every passage of a case that may be found, without making its records.

    Raises CaseMissing, WrongContent, TooLarge.
    """
    which: dict[str, Cell] = {"case": case_id}
    insist_on_size(connection, {Case: CASE_TABLE}, "id = :case", which)
    insist_on_size(connection, TABLE_OF, "case_id = :case", which)
    case = _own(connection, "id = ?", (case_id,)).get(case_id)
    if case is None:
        raise CaseMissing
    if _is_blind(case):
        return passages_of(read_case(connection, case_id))
    found, days = list(own_passages(case)), dict[str, Days]()
    for kind in _TABLES:
        plan = _plan(kind)
        found += _passages(plan, _plain_rows(connection, plan.query, (case_id,)), days)
    return tuple(found)


def _passages(
    plan: _Plan, rows: Iterable[tuple[Any, ...]], days: dict[str, Days]
) -> Iterator[Passage]:
    """The passages of these rows; those of events tell on which days they were."""
    days_at = 3 + len(plan.nested)
    for row in rows:
        place, text, event_id = row[:3]
        if plan.is_event:
            days[event_id] = _days(*row[days_at:])
        if plan.nested:
            text = BREAK.join(filter(None, (text, *_nested(plan, row[3:days_at]))))
        if text:
            yield Passage(place, plan.name, text, event_id, days.get(event_id, NO_DAYS))


def _nested(plan: _Plan, cells: tuple[str, ...]) -> Iterator[str]:
    for hint, cell in zip(plan.nested, cells, strict=True):
        if cell != "[]":
            yield from texts_in(value_of(hint, cell))


def _days(
    start_first: str | None,
    start_last: str | None,
    start_circa: int,
    end_first: str | None,
    end_last: str | None,
    end_circa: int | None,
    ongoing: int,
    start: str,
    end: str | None,
) -> Days:
    """As days_of has them; most need no moment made for it."""
    if start_first is None or start_last is None:
        return NO_DAYS
    if start_circa or end_circa:
        cells = (start, start_first, start_last, start_circa)
        began, ended = moments_of(cells, (end, end_first, end_last, end_circa))
        return days_of(began or UNKNOWN, ended, bool(ongoing))
    known_end = (end_first, end_last) if end_first and end_last else NO_DAYS
    return reach((start_first, start_last), known_end, ongoing=bool(ongoing))


# --- what was found ------------------------------------------------------------------------------


def read_parts(connection: Connection, wanted: Mapping[str, frozenset[str]]) -> dict[str, Case]:
    """Of each of these cases that is there, by id: the case itself, the wanted records, and what
    those name. Of a case in a blind round all of it.

    Raises WrongContent, TooLarge.
    """
    cases: dict[str, Case] = {}
    for ids in _by_hundreds(wanted):
        cases |= _own(connection, f"id IN ({_marks(ids)})", ids)
    records: dict[str, dict[str, list[Record]]] = {case_id: {} for case_id in cases}
    asked, known = set().union(*wanted.values()), set[str]()
    while asked:
        known |= asked
        asked = set(_read_records(connection, asked, records)) - known
    return {
        case_id: read_case(connection, case_id)
        if _is_blind(case)
        else _with(case, records[case_id])
        for case_id, case in cases.items()
    }


def _with(case: Case, records: dict[str, list[Record]]) -> Case:
    found: dict[str, Any] = {name: tuple(listed) for name, listed in records.items()}
    return replace(case, **found)


def _read_records(
    connection: Connection, ids: Iterable[str], records: dict[str, dict[str, list[Record]]]
) -> Iterator[str]:
    """Add the records with these ids to those of their cases, and give the ids that they name."""
    for some in _by_hundreds(ids):
        for kind, table in _TABLES.items():
            names = ", ".join(columns_of(kind))
            query = f"SELECT {names}, case_id FROM {table} WHERE id IN ({_marks(some)})"
            rows = _plain_rows(connection, query, some)
            for record, row in zip(from_rows(kind, [row[:-1] for row in rows]), rows, strict=True):
                if row[-1] in records:
                    records[row[-1]].setdefault(FIELD_OF[kind], []).append(record)
                    yield from _named(record)


def _named(record: Record) -> tuple[str, ...]:
    """What must be known to say where a record stands."""
    if isinstance(record, Beleving):
        return record.event_id, record.deelnemer_id
    return (record.organisation_id,) if isinstance(record, Deelnemer) else ()


def _own(connection: Connection, which: str, given: Iterable[str]) -> dict[str, Case]:
    """The cases themselves, without their records, by id."""
    query = f"SELECT {', '.join(columns_of(Case))} FROM {CASE_TABLE} WHERE {which}"
    return {one.id: one for one in from_rows(Case, _plain_rows(connection, query, given))}


def _is_blind(case: Case) -> bool:
    """Whether more must be read of a case to know what may be seen of it."""
    return case.round.open and case.round.blind


def _plain_rows(connection: Connection, query: str, given: Iterable[str]) -> list[tuple[Cell, ...]]:
    cursor = connection.cursor()
    cursor.row_factory = None
    found: list[tuple[Cell, ...]] = cursor.execute(query, tuple(given)).fetchall()
    return found


def _marks(ids: Iterable[str]) -> str:
    return ", ".join("?" for _ in ids)


def _by_hundreds(ids: Iterable[str]) -> Iterator[list[str]]:
    listed = sorted(ids)
    for start in range(0, len(listed), _MOST_IDS):
        yield listed[start : start + _MOST_IDS]
