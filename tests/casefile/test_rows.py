"""Every field of every record has a column and comes back as it went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.casefile.rows import columns_of, from_rows, to_row
from hgkm_desktop.casefile.tables import CASE_TABLE, TABLE_OF, UITGAVE_TABLE
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.uitgave import Uitgave
from tests.builders import an_event
from tests.casefile.files import rows
from tests.casefile.full_case import FULL_SETTINGS, full_case

NOT_FROM_FIELDS = {"rev", "case_id"}
TABLES: list[tuple[type, str]] = [
    (Case, CASE_TABLE),
    (FileSettings, "settings"),
    (Uitgave, UITGAVE_TABLE),
    *((kind, table) for kind, table in TABLE_OF.items()),
]


def all_records(value: Any) -> Iterator[Any]:
    """A record and every record inside it, at any depth."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from all_records(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from all_records(item)


def test_each_kind_of_record_has_its_table() -> None:
    assert set(TABLE_OF) == set(FIELD_OF)


@pytest.mark.parametrize(("kind", "table"), TABLES, ids=[table for _, table in TABLES])
def test_every_field_has_a_column_and_every_column_a_field(
    kind: type, table: str, file: CaseFile
) -> None:
    file.close()
    present = {row[1] for row in rows(file.path, f"PRAGMA table_info({table})")}
    needed = set(columns_of(kind)) | {"id"}
    assert present - NOT_FROM_FIELDS == needed


def test_the_full_case_leaves_no_field_at_its_default() -> None:
    seen: dict[type, list[Any]] = {}
    for record in [*all_records(full_case()), FULL_SETTINGS]:
        seen.setdefault(type(record), []).append(record)
    untouched = [
        f"{kind.__name__}.{field.name}"
        for kind, records in seen.items()
        for field in fields(kind)
        if field.default is not MISSING
        and all(getattr(record, field.name) == field.default for record in records)
    ]
    assert untouched == []
    assert set(seen) >= {*FIELD_OF, Case, FileSettings}


@pytest.mark.parametrize("kind", FIELD_OF, ids=lambda kind: kind.__name__)
def test_records_come_back_from_their_rows(kind: type) -> None:
    records = getattr(full_case(), FIELD_OF[kind])
    assert records
    cells = [to_row(record) for record in records]
    assert {tuple(row) for row in cells} == {columns_of(kind)}
    assert from_rows(kind, [tuple(row.values()) for row in cells]) == records


def test_a_half_emoji_does_not_stop_a_save(file: CaseFile) -> None:
    event = an_event(title="half \ud83d hier")
    case = Case(id="c" * 32, code="K7-2F").put(event)
    file.save(case)
    assert file.load(case.id).events[0] == replace(event, title="half � hier")


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f469\U0001f3fd‍\U0001f467 gezin",
        "שלום مرحبا ‏ omgekeerd",
        "e\N{COMBINING ACUTE ACCENT} en é blijven verschillend",
        "nul \x00 teken, \r\n regels, ' en \" en %",
        "lang " * 2_000,
    ],
    ids=["emoji", "rtl", "accent", "control", "10000 characters"],
)
def test_any_text_comes_back(text: str, file: CaseFile, path: Path) -> None:
    case = Case(id="c" * 32, code="K7-2F", title=text, life_areas=(text,)).put(an_event(title=text))
    file.save(case)
    assert file.load(case.id) == case
