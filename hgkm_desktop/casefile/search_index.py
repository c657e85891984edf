"""The index of all that was typed in a file: in the memory of this process, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlcipher3 import dbapi2

from hgkm_desktop.casefile.tables import CASE_TABLE, TABLE_OF
from hgkm_desktop.casefile.writing import differences
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.rounds import seen
from hgkm_desktop.models.searching import (
    KINDS,
    NO_DAYS,
    Days,
    Passage,
    Sought,
    Wanted,
    days_of,
    own_passages,
    passage_of,
    passages_of,
)
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.texts import CASE
from hgkm_desktop.models.works import Value, name_of

# The number of a passage begins with that of its case or work, and then that of its kind. So they
# come in the order of the file, and which kind it is need not be looked up.
_OF_KIND, _OF_VALUE = 32, 40
_NUMBER_OF_KIND = {kind: number for number, kind in enumerate(KINDS)}
_KIND_MASK = (1 << (_OF_VALUE - _OF_KIND)) - 1
_FIELD_OF_TABLE = {table: FIELD_OF[kind] for kind, table in TABLE_OF.items()}

# Of the texts only the words are kept, each with where it stands: what is shown of a passage is
# read from the file at that moment. The same letter with another accent is the same.
_TABLES = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "CREATE VIRTUAL TABLE said USING fts5(text, content='', contentless_delete=1,"
    " tokenize='unicode61 remove_diacritics 2')",
    f"INSERT INTO said (said, rank) VALUES ('hashsize', {8 * 1024**2})",
    "CREATE TABLE held (passage INTEGER PRIMARY KEY, place TEXT, event_id TEXT, first, last)",
    "CREATE TABLE one (number INTEGER PRIMARY KEY, id TEXT UNIQUE, called TEXT, state TEXT, given)",
)


@dataclass(frozen=True, slots=True)
class Held:
    """Where a passage stands: in which case or work, and at which place of it (texts.py)."""

    value_id: str
    place: str


@dataclass(frozen=True, slots=True)
class Found:
    """The first passages that were found, of `total`; `counted` is how many for each case or work
    of those."""

    total: int = 0
    passages: tuple[Held, ...] = ()
    counted: dict[str, int] = field(default_factory=dict)


class SearchIndex:
    """Serves one thread at a time. Of a case or work it knows what was put there last."""

    def __init__(self) -> None:
        self._connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        for made in _TABLES:
            self._connection.execute(made).fetchall()

    def close(self) -> None:
        self._connection.close()

    # --- what is in it --------------------------------------------------------------------

    def put(
        self, value_id: str, called: str, state: CaseState, passages: Iterable[Passage]
    ) -> None:
        """Hold these as all passages of a case or work, which is `called` 'casus' or 'onderzoek'.

        What was held of it goes; it keeps its place among the others.
        """
        with self._writing():
            own = self._number_of(value_id)
            if own is not None:
                self._drop(own)
            self._connection.execute(
                "INSERT INTO one VALUES (?, ?, ?, ?, 0) ON CONFLICT (id) DO UPDATE"
                " SET called = excluded.called, state = excluded.state",
                (own, value_id, called, state.value),
            )
            self._add(value_id, passages)

    def follow(self, before: Value | None, after: Value | None) -> None:
        """Hold what an edit made of a case or work; of a case only what differs is written."""
        if after is None:
            if before is not None:
                self.drop(before.id)
            return
        if not isinstance(after, Case) or not isinstance(before, Case):
            self.put(after.id, name_of(after).one, after.state, passages_of(after))
        elif self._number_of(after.id) is not None:  # else it is put as a whole later
            self._follow_case(seen(before), seen(after))

    def drop(self, value_id: str) -> None:
        """Hold nothing of a case or work."""
        with self._writing():
            own = self._number_of(value_id)
            if own is not None:
                self._drop(own)
                self._connection.execute("DELETE FROM one WHERE number = ?", (own,))

    def _follow_case(self, before: Case, after: Case) -> None:
        with self._writing():
            days: dict[str, Days] = {}
            for change in differences(before, after):
                if change.table == CASE_TABLE:
                    self._take_out(after.id, f"{CASE}::*")
                    self._add(after.id, own_passages(after))
                    self._set_state(after)
                    continue
                name = _FIELD_OF_TABLE[change.table]
                self._take_out(after.id, f"{name}:{change.id}:")
                if isinstance(change.after, Event):
                    days[change.id] = self._set_days(after.id, change.after)
                passage = passage_of(name, change.after, days) if change.after else None
                if passage is not None:
                    self._add(after.id, [self._with_days(after.id, passage)])

    def _with_days(self, case_id: str, passage: Passage) -> Passage:
        """With the days of its event, which may be held already."""
        if passage.days != NO_DAYS or not passage.event_id:
            return passage
        found = self._connection.execute(
            "SELECT first, last FROM held WHERE passage BETWEEN ? AND ? AND event_id = ?"
            " AND first <> ''",
            (*self._range_of(case_id), passage.event_id),
        ).fetchone()
        return passage if found is None else passage._replace(days=found)

    def _set_days(self, case_id: str, event: Event) -> Days:
        days = days_of(event.start, event.end, event.ongoing)
        self._connection.execute(
            "UPDATE held SET first = ?, last = ? WHERE passage BETWEEN ? AND ? AND event_id = ?",
            (*days, *self._range_of(case_id), event.id),
        )
        return days

    def _set_state(self, case: Case) -> None:
        self._connection.execute(
            "UPDATE one SET state = ? WHERE id = ?", (case.state.value, case.id)
        )

    def _take_out(self, value_id: str, places: str) -> None:
        """Take out what stands at these places of a case: one, or a pattern with a star."""
        first, last = self._range_of(value_id)
        found = self._connection.execute(
            "SELECT passage FROM held WHERE passage BETWEEN ? AND ? AND place GLOB ?",
            (first, last, places),
        ).fetchall()
        self._connection.executemany("DELETE FROM said WHERE rowid = ?", found)
        self._connection.executemany("DELETE FROM held WHERE passage = ?", found)

    def _drop(self, own: int) -> None:
        first, last = own << _OF_VALUE, ((own + 1) << _OF_VALUE) - 1
        for query in (
            "DELETE FROM said WHERE rowid IN"
            " (SELECT passage FROM held WHERE passage BETWEEN ? AND ?)",
            "DELETE FROM held WHERE passage BETWEEN ? AND ?",
        ):
            self._connection.execute(query, (first, last))

    def _add(self, value_id: str, passages: Iterable[Passage]) -> None:
        own, given = self._connection.execute(
            "SELECT number, given FROM one WHERE id = ?", (value_id,)
        ).fetchone()
        said, held = [], []
        for passage in passages:
            given += 1
            at = (own << _OF_VALUE) + (_NUMBER_OF_KIND[passage.kind] << _OF_KIND) + given
            said.append((at, passage.text))
            held.append((at, passage.place, passage.event_id, *passage.days))
        self._connection.executemany("INSERT INTO said (rowid, text) VALUES (?, ?)", said)
        self._connection.executemany("INSERT INTO held VALUES (?, ?, ?, ?, ?)", held)
        self._connection.execute("UPDATE one SET given = ? WHERE number = ?", (given, own))

    def _number_of(self, value_id: str) -> int | None:
        found = self._connection.execute(
            "SELECT number FROM one WHERE id = ?", (value_id,)
        ).fetchone()
        return int(found[0]) if found else None

    def _range_of(self, value_id: str) -> tuple[int, int]:
        own = self._number_of(value_id) or 0
        return own << _OF_VALUE, ((own + 1) << _OF_VALUE) - 1

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write all that is done inside at once, which is faster; also when it is left early."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN")
        try:
            yield
            self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    # --- what is found --------------------------------------------------------------------

    def find(self, sought: Sought, wanted: Wanted, most: int) -> Found:
        """The first `most` passages that hold every term, in the order of the file."""
        if not sought.terms:
            return Found()
        asked = _Asked(sought.expression)
        if wanted.values or wanted.states:
            asked.limit(f"(rowid >> {_OF_VALUE}) IN ({_listed(self._numbers_of(wanted))})")
        if wanted.kinds:
            numbers = [_NUMBER_OF_KIND[kind] for kind in wanted.kinds]
            asked.limit(f"((rowid >> {_OF_KIND}) & {_KIND_MASK}) IN ({_listed(numbers)})")
        if wanted.days != NO_DAYS:
            first, last = wanted.days
            asked.limit(
                "EXISTS (SELECT 1 FROM held WHERE passage = said.rowid AND first <> ''"
                " AND last >= ? AND (first <= ? OR ? = ''))",
                first,
                last,
                last,
            )
        query, given = asked.query("rowid", f"ORDER BY rowid LIMIT {most}")
        rows = [row[0] for row in self._connection.execute(query, given)]
        total = len(rows) if len(rows) < most else self._count(asked)
        return self._found(total, rows, asked)

    def _found(self, total: int, rows: list[int], asked: _Asked) -> Found:
        owns = _listed({row >> _OF_VALUE for row in rows})
        names = dict(
            self._connection.execute(
                f"SELECT number, id FROM one WHERE number IN ({owns})"
            ).fetchall()
        )
        held = dict(
            self._connection.execute(
                f"SELECT passage, place FROM held WHERE passage IN ({_listed(rows)})"
            ).fetchall()
        )
        passages = tuple(Held(names[row >> _OF_VALUE], held[row]) for row in rows)
        counted: dict[str, int] = {}
        for passage in passages:
            counted[passage.value_id] = counted.get(passage.value_id, 0) + 1
        if len(rows) < total:  # only of the last one there is more
            own = rows[-1] >> _OF_VALUE
            asked.limit(f"rowid BETWEEN {own << _OF_VALUE} AND {((own + 1) << _OF_VALUE) - 1}")
            counted[names[own]] = self._count(asked)
        return Found(total, passages, counted)

    def _count(self, asked: _Asked) -> int:
        return int(self._connection.execute(*asked.query("count(*)")).fetchone()[0])

    def _numbers_of(self, wanted: Wanted) -> list[int]:
        rows = self._connection.execute("SELECT number, called, state FROM one").fetchall()
        return [
            own
            for own, called, state in rows
            if (not wanted.values or called in wanted.values)
            and (not wanted.states or state in wanted.states)
        ]


class _Asked:
    """A question to FTS5, and what it is limited to."""

    def __init__(self, expression: str) -> None:
        self._which, self._given = "said MATCH ?", [expression]

    def limit(self, which: str, *given: str) -> None:
        self._which += f" AND {which}"
        self._given += given

    def query(self, what: str, tail: str = "") -> tuple[str, list[str]]:
        return f"SELECT {what} FROM said WHERE {self._which} {tail}", self._given


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
