"""What is searched, read from the tables: the texts only, and later the few records found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import NoneType
from typing import Any, get_args

from hgkm_desktop.casefile.engine import Connection
from hgkm_desktop.casefile.problems import CaseMissing, TooLarge
from hgkm_desktop.casefile.reading import MOST_BYTES, insist_on_number, read_case
from hgkm_desktop.casefile.rows import (
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
from hgkm_desktop.models.records import Beleving, Deelnemer, Event, Organisation, Record
from hgkm_desktop.models.searching import (
    BREAK,
    NO_DAYS,
    OPEN,
    Days,
    Passage,
    days_of,
    own_passages,
    passages_of,
)
from hgkm_desktop.models.texts import texts_in, typed_fields

_TABLES: Mapping[Hint, str] = TABLE_OF
# The days of an event as days_of has them, when nothing of it is assumed.
_START = "start_first IS NOT NULL"
_ENDS = "end_last IS NOT NULL"
_DAYS = (
    f"CASE WHEN {_START} AND {_ENDS} AND end_last < start_first THEN min(start_first, end_first)"
    " ELSE coalesce(start_first, '') END",
    f"CASE WHEN NOT {_START} THEN ''"
    f" WHEN {_ENDS} AND end_last >= start_first THEN end_last"
    f" WHEN NOT {_ENDS} AND ongoing THEN '{OPEN}' ELSE start_last END",
    "start_circa OR coalesce(end_circa, 0)",
)
_ASSUMED = (
    "SELECT id, start_precision, start_first, start_last, start_circa,"
    f" end_precision, end_first, end_last, end_circa, ongoing FROM {TABLE_OF[Event]}"
    " WHERE case_id = ? AND (start_circa = 1 OR end_circa = 1)"
)
# What is named by others comes after those.
_NAMING_FIRST: tuple[Hint, ...] = tuple(dict.fromkeys((Beleving, Deelnemer, *TABLE_OF)))
_NONE = "[]"  # a list in JSON in which nothing is
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
    insist_on_number(connection, {Case: CASE_TABLE}, "id = :case", {"case": case_id})
    insist_on_number(connection, TABLE_OF, "case_id = :case", {"case": case_id})
    case = _own(connection, "id = ?", (case_id,)).get(case_id)
    if case is None:
        raise CaseMissing
    if _is_blind(case):
        return passages_of(read_case(connection, case_id))
    found, days = list(own_passages(case)), dict[str, Days]()
    for kind in _TABLES:
        plan = _plan(kind)
        rows = _rows(connection, plan.query, (case_id,))
        if plan.is_event and any(row[-1] for row in rows):
            days = _assumed_days(connection, case_id)
        found += _passages(plan, rows, days)
    if sum(len(passage.text) for passage in found) > MOST_BYTES:
        raise TooLarge
    return tuple(found)


def _passages(
    plan: _Plan, rows: Iterable[tuple[Any, ...]], days: dict[str, Days]
) -> Iterator[Passage]:
    """The passages of these rows; those of events tell on which days they were."""
    name, nested, is_event = plan.name, plan.nested, plan.is_event
    empty = (_NONE,) * len(nested)
    for row in rows:
        text, event_id = row[1], row[2]
        if is_event:
            days.setdefault(event_id, row[-3:-1])
        if nested and row[3 : 3 + len(nested)] != empty:
            text = BREAK.join(filter(None, (text, *_nested(plan, row[3 : 3 + len(nested)]))))
        if text:
            yield Passage(row[0], name, text, event_id, days.get(event_id, NO_DAYS))


def _nested(plan: _Plan, cells: tuple[str, ...]) -> Iterator[str]:
    for hint, cell in zip(plan.nested, cells, strict=True):
        if cell != _NONE:
            yield from texts_in(value_of(hint, cell))


def _assumed_days(connection: Connection, case_id: str) -> dict[str, Days]:
    """The days of the few events of which a date is circa."""
    days = {}
    for row in _rows(connection, _ASSUMED, (case_id,)):
        start, end = moments_of(row[1:5], row[5:9])
        days[str(row[0])] = days_of(start or UNKNOWN, end, bool(row[9]))
    return days


# --- what was found ------------------------------------------------------------------------------


def read_parts(connection: Connection, wanted: Mapping[str, Sequence[str]]) -> dict[str, Case]:
    """Of each of these cases that is there, by id: the case itself, the records at the wanted
    places (texts.py), and what those name. Of a case in a blind round all of it.

    Raises WrongContent, TooLarge.
    """
    cases: dict[str, Case] = {}
    for ids in _by_hundreds(wanted):
        cases |= _own(connection, f"id IN ({_marks(ids)})", ids)
    records = _read_records(connection, places=(p for places in wanted.values() for p in places))
    return {
        case_id: read_case(connection, case_id)
        if _is_blind(case)
        else _with(case, records.get(case_id, {}))
        for case_id, case in cases.items()
    }


def _with(case: Case, records: dict[str, list[Record]]) -> Case:
    found: dict[str, Any] = {name: tuple(listed) for name, listed in records.items()}
    return replace(case, **found)


def _read_records(
    connection: Connection, places: Iterable[str]
) -> dict[str, dict[str, list[Record]]]:
    """The records at these places with what they name, for each case by their field in it."""
    asked: dict[str, set[str]] = defaultdict(set)
    for place in places:
        name, record_id, _ = place.split(":")
        asked[name].add(record_id)
    found: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for kind in _NAMING_FIRST:
        name = FIELD_OF[kind]
        for case_id, record in _records(connection, kind, asked[name]):
            found[case_id][name].append(record)
            for other, named in _named(record):
                asked[other].add(named)
    return found


def _records(
    connection: Connection, kind: Hint, ids: Iterable[str]
) -> Iterator[tuple[str, Record]]:
    names = ", ".join(columns_of(kind))
    for some in _by_hundreds(ids):
        query = f"SELECT case_id, {names} FROM {_TABLES[kind]} WHERE id IN ({_marks(some)})"
        rows = _rows(connection, query, some)
        yield from zip((r[0] for r in rows), from_rows(kind, [r[1:] for r in rows]), strict=True)


def _named(record: Record) -> tuple[tuple[str, str], ...]:
    """What must be known to say where a record stands: in which field of the case, and its id."""
    if isinstance(record, Beleving):
        event, deelnemer = FIELD_OF[Event], FIELD_OF[Deelnemer]
        return (event, record.event_id), (deelnemer, record.deelnemer_id)
    if isinstance(record, Deelnemer):
        return ((FIELD_OF[Organisation], record.organisation_id),)
    return ()


def _own(connection: Connection, which: str, given: Iterable[str]) -> dict[str, Case]:
    """The cases themselves, without their records, by id."""
    query = f"SELECT {', '.join(columns_of(Case))} FROM {CASE_TABLE} WHERE {which}"
    return {one.id: one for one in from_rows(Case, _rows(connection, query, given))}


def _is_blind(case: Case) -> bool:
    """Whether more must be read of a case to know what may be seen of it."""
    return case.round.open and case.round.blind


def _rows(connection: Connection, query: str, given: Iterable[str]) -> list[tuple[Any, ...]]:
    cursor = connection.cursor()
    cursor.row_factory = None
    found: list[tuple[Any, ...]] = cursor.execute(query, tuple(given)).fetchall()
    return found


def _marks(ids: Iterable[str]) -> str:
    return ", ".join("?" for _ in ids)


def _by_hundreds(ids: Iterable[str]) -> Iterator[list[str]]:
    listed = sorted(ids)
    for start in range(0, len(listed), _MOST_IDS):
        yield listed[start : start + _MOST_IDS]
