"""Loading a case from the file, and unlocking the file with its passphrase.

The base of loading is sqlite3 of the standard library: it reads the same columns of the same rows
of a plain file, and makes the same records of them one by one, as anyone would write that for four
kinds of records by hand. It leaves out the encryption. The base of unlocking is nothing but the
call of Argon2id; ours looks at the file, takes the lock, and connects.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw

from hgkm_desktop.casefile import NORMAL, TEST, CaseFile
from hgkm_desktop.casefile.rows import to_row
from hgkm_desktop.casefile.tables import TABLE_OF
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.moment import Moment, Precision
from hgkm_desktop.models.records import (
    Beleving,
    Deelnemer,
    Event,
    Involvement,
    Knowledge,
    Organisation,
    Record,
)
from hgkm_desktop.models.terms import (
    AddedBy,
    Answer,
    Audience,
    ChainPhase,
    Effect,
    EventKind,
    FactStatus,
    HouseholdRole,
    Mark,
    Occurrence,
    Pressure,
    RiskOf,
    SafetyOf,
    SafetyPhase,
)
from tests.benchmarks.cases import long_case
from tests.benchmarks.measuring import Figure, in_turns, middle

PASSPHRASE = "vijf gewone woorden achter elkaar"
SIZES = ((60, 120), (1_000, 2_000))
RUNS = 25


def figures() -> Iterator[Figure]:
    """Wall time; the file is in the memory of the system after the first turn."""
    with tempfile.TemporaryDirectory() as folder:
        for events, belevingen in SIZES:
            yield _load(long_case(events, belevingen), Path(folder))
        yield _unlock(Path(folder) / "slot.hgkm")


def _unlock(path: Path) -> Figure:
    CaseFile.create(path, PASSPHRASE).close()
    header = path.read_bytes()[:16]

    def ours() -> None:
        CaseFile.open(path, PASSPHRASE).close()

    def base() -> None:
        hash_secret_raw(
            PASSPHRASE.encode(),
            header,
            time_cost=NORMAL.passes,
            memory_cost=NORMAL.memory,
            parallelism=NORMAL.lanes,
            hash_len=32,
            type=Type.ID,
        )

    return middle("loading: unlock", *in_turns(ours, base, runs=RUNS))


def _load(case: Case, folder: Path) -> Figure:
    size = len(case.events)
    with CaseFile.create(folder / f"{size}.hgkm", PASSPHRASE, kdf=TEST) as file:
        file.save(case)
        with closing(_plain_file(folder / f"{size}.sqlite", case)) as plain:

            def ours() -> None:
                file.load(case.id)

            def base() -> None:
                _read(plain, case)

            if _read(plain, case) != file.load(case.id):
                raise RuntimeError("the base does not make the same records")
            return middle(f"loading {size} events", *in_turns(ours, base, runs=RUNS))


# --- the same rows in a plain file, and by hand ----------------------------------------------


def _plain_file(path: Path, case: Case) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("BEGIN")
    for kind, table in TABLE_OF.items():
        records: tuple[Record, ...] = getattr(case, FIELD_OF[kind])
        if kind in _MADE_OF:
            rows = [{**to_row(record), "case_id": case.id} for record in records]
            names = ", ".join(rows[0])
            connection.execute(f"CREATE TABLE {table} ({names}, PRIMARY KEY (id))")
            connection.execute(f"CREATE INDEX {table}_case ON {table} (case_id)")
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(
                f"INSERT INTO {table} VALUES ({marks})", [tuple(row.values()) for row in rows]
            )
    connection.execute("COMMIT")
    return connection


def _read(connection: sqlite3.Connection, case: Case) -> Case:
    connection.execute("BEGIN")
    read: dict[str, Any] = {}
    for kind, make in _MADE_OF.items():
        query = f"SELECT * FROM {TABLE_OF[kind]} WHERE case_id = ? ORDER BY seq, id"
        read[FIELD_OF[kind]] = tuple(make(row) for row in connection.execute(query, (case.id,)))
    connection.execute("COMMIT")
    return replace(case, **read)


def _moment(row: sqlite3.Row, name: str) -> Moment | None:
    if row[f"{name}_precision"] is None:
        return None
    first, last = row[f"{name}_first"], row[f"{name}_last"]
    return Moment(
        Precision(row[f"{name}_precision"]),
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        bool(row[f"{name}_circa"]),
    )


def _moment_of(plain: dict[str, Any]) -> Moment:
    first, last = plain["first"], plain["last"]
    return Moment(
        Precision(plain["precision"]),
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        plain["circa"],
    )


def _event(row: sqlite3.Row) -> Event:
    start = _moment(row, "start")
    assert start is not None
    return Event(
        id=row["id"],
        seq=row["seq"],
        kind=EventKind(row["kind"]),
        title=row["title"],
        start=start,
        end=_moment(row, "end"),
        ongoing=bool(row["ongoing"]),
        occurrence=Occurrence(row["occurrence"]),
        possible_since=_moment(row, "possible_since"),
        fact=row["fact"],
        fact_status=FactStatus(row["fact_status"]),
        status_by=row["status_by"],
        source=row["source"],
        involved=tuple(
            Involvement(one["betrokkene_id"], HouseholdRole(one["role"]), one["according_to"])
            for one in json.loads(row["involved"])
        ),
        organisation_ids=tuple(json.loads(row["organisation_ids"])),
        knowledge=tuple(
            Knowledge(one["organisation_id"], Answer(one["known"]), _moment_of(one["since"]))
            for one in json.loads(row["knowledge"])
        ),
        reported_to=row["reported_to"],
        feedback_given=Answer(row["feedback_given"]),
        child_present=Answer(row["child_present"]),
        child_seen=Answer(row["child_seen"]),
        child_spoken=Answer(row["child_spoken"]),
        child_spoken_by=row["child_spoken_by"],
        instrument=row["instrument"],
        pressure=Pressure(row["pressure"]) if row["pressure"] else None,
        result=row["result"],
        effect=Effect(row["effect"]),
        chain_phase=ChainPhase(row["chain_phase"]) if row["chain_phase"] else None,
        safety_phase=SafetyPhase(row["safety_phase"]) if row["safety_phase"] else None,
        is_risk_moment=bool(row["is_risk_moment"]),
        is_pivotal=bool(row["is_pivotal"]),
        is_shown=bool(row["is_shown"]),
        added_by=AddedBy(row["added_by"]),
        added_on=date.fromisoformat(row["added_on"]) if row["added_on"] else None,
        audience=Audience(row["audience"]),
    )


def _beleving(row: sqlite3.Row) -> Beleving:
    return Beleving(
        id=row["id"],
        seq=row["seq"],
        event_id=row["event_id"],
        deelnemer_id=row["deelnemer_id"],
        mark=Mark(row["mark"]),
        risk_of=RiskOf(row["risk_of"]) if row["risk_of"] else None,
        safety_of=tuple(SafetyOf(one) for one in json.loads(row["safety_of"])),
        explanation=row["explanation"],
        now_different=row["now_different"],
        obstacle=row["obstacle"],
        needed_from=row["needed_from"],
        audience=Audience(row["audience"]),
    )


def _deelnemer(row: sqlite3.Row) -> Deelnemer:
    return Deelnemer(
        id=row["id"],
        seq=row["seq"],
        organisation_id=row["organisation_id"],
        function=row["function"],
        involved_then=bool(row["involved_then"]),
        involved_now=bool(row["involved_now"]),
        is_manager=bool(row["is_manager"]),
    )


def _organisation(row: sqlite3.Row) -> Organisation:
    return Organisation(id=row["id"], seq=row["seq"], name=row["name"])


_MADE_OF: dict[type[Record], Callable[[sqlite3.Row], Record]] = {
    Event: _event,
    Beleving: _beleving,
    Deelnemer: _deelnemer,
    Organisation: _organisation,
}
