"""Nothing readable reaches the disk, and a program that is not ours reads all with the key."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.casefile.engine import connect
from hgkm_desktop.casefile.rows import to_row
from hgkm_desktop.casefile.schema import SCHEMA_VERSION
from hgkm_desktop.casefile.tables import CASE_TABLE, TABLE_OF
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.uitgave import Uitgave, fingerprint
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, foreign_connection, key_of, new_file, open_file
from tests.casefile.full_case import FULL_UITGAVEN, NOTITIE, full_case

CANARY = "kanarievogel"


def a_telling_case() -> Case:
    case = full_case()
    for number in range(30):
        case = case.put(an_event(title=CANARY, fact=f"{number} {CANARY} " * 300, source=CANARY))
    return replace(case, title=CANARY, life_areas=(CANARY,))


def a_telling_document() -> tuple[Uitgave, bytes]:
    data = f"{CANARY} ".encode() * 3_000
    return replace(NOTITIE, title=CANARY, sha256=fingerprint(data)), data


def traces(folder: Path) -> list[str]:
    """The files in which a word can be read that only the user may read."""
    words = (CANARY, PASSPHRASE, "gebeurtenis", "duidingsverschil", "CREATE TABLE")
    forms = [word.encode(form) for word in words for form in ("utf-8", "utf-16-le")]
    return sorted(p.name for p in folder.iterdir() if any(form in p.read_bytes() for form in forms))


def test_the_search_finds_a_word_in_a_plain_database(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "gewoon.db")
    connection.execute("CREATE TABLE gebeurtenis (title)")
    connection.execute("INSERT INTO gebeurtenis VALUES (?)", (CANARY,))
    connection.commit()
    connection.close()
    assert traces(tmp_path) == ["gewoon.db"]


def test_nothing_can_be_read_in_the_file_or_beside_it(file: CaseFile, path: Path) -> None:
    file.save(a_telling_case())
    file.save_settings(FileSettings(CANARY, CANARY))
    file.issue(full_case().id, *a_telling_document())
    assert traces(path.parent) == []
    file.copy_to(path.with_name("kopie.hgkm"))
    file.remove(full_case().id)
    file.close()
    assert sorted(p.name for p in path.parent.iterdir()) == ["kopie.hgkm", path.name]
    assert traces(path.parent) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
def test_nothing_can_be_read_in_what_a_crash_leaves(path: Path) -> None:
    with new_file(path) as file:
        file.save(a_telling_case())
        file.issue(full_case().id, *a_telling_document())
    command = [sys.executable, "-m", "tests.casefile.killed_writer", str(path.parent), "cut off"]
    subprocess.run(command, check=True)
    assert len(list(path.parent.iterdir())) == 3  # the file, its journal and its lock
    assert traces(path.parent) == []


def test_the_same_texts_look_different_in_another_file(tmp_path: Path) -> None:
    for name in ("een.hgkm", "twee.hgkm"):
        with new_file(tmp_path / name) as file:
            file.save(a_telling_case())
    one, two = ((tmp_path / name).read_bytes() for name in ("een.hgkm", "twee.hgkm"))
    blocks = {one[at : at + 16] for at in range(0, len(one), 16)}
    assert not blocks & {two[at : at + 16] for at in range(0, len(two), 16)}


def test_a_program_that_is_not_ours_reads_every_table(file: CaseFile, path: Path) -> None:
    file.save(full_case())
    file.save_settings(FileSettings("Gemeente Voorbeeld"))
    for uitgave, data in FULL_UITGAVEN.items():
        file.issue(full_case().id, uitgave, data)
    file.close()
    case = full_case()
    expected: dict[str, list[dict[str, Any]]] = {
        table: [{**to_row(r), "case_id": case.id, "rev": 1} for r in getattr(case, FIELD_OF[kind])]
        for kind, table in TABLE_OF.items()
    }
    expected[CASE_TABLE] = [{**to_row(case), "rev": 1}]
    expected["settings"] = [{**to_row(FileSettings("Gemeente Voorbeeld")), "id": 1, "rev": 2}]
    expected["tombstone"] = []
    expected["uitgave"] = [{**to_row(u), "case_id": case.id, "rev": 1} for u in FULL_UITGAVEN]
    expected["uitgave_inhoud"] = [
        {"uitgave_id": uitgave.id, "data": data} for uitgave, data in FULL_UITGAVEN.items()
    ]
    for table, records in expected.items():
        assert read_by_another(path, table) == records
    known = json.loads(read_by_another(path, "gebeurtenis")[1]["knowledge"])[0]
    assert known["since"]["precision"] == "seizoen"
    assert read_by_another(path, CASE_TABLE)[0]["summary_sentences"] == '["Eén.", "Twee."]'


def read_by_another(path: Path, table: str) -> list[dict[str, Any]]:
    connection = foreign_connection(path, key_of(path))
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY rowid")
    found = [
        dict(zip([name for name, *_ in cursor.get_description()], row, strict=True))
        for row in cursor
    ]
    connection.close()
    return found


def test_what_a_program_that_is_not_ours_writes_can_be_read(path: Path) -> None:
    with new_file(path) as file:
        file.save(full_case())
    other = foreign_connection(path, key_of(path))
    other.execute("UPDATE casus SET title = 'van een ander'")
    other.close()
    with open_file(path) as file:
        assert file.load(full_case().id) == replace(full_case(), title="van een ander")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 2),
        ("locking_mode", "normal"),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("hard_heap_limit", 256 * 1024**2),
        ("busy_timeout", 500),
        ("cipher_log_level", "NONE"),
        ("cipher_memory_security", "0"),
        ("cipher_page_size", "4096"),
        ("application_id", 0x48474B4D),
        ("user_version", SCHEMA_VERSION),
        ("encoding", "UTF-8"),
    ],
)
def test_a_connection_has_every_setting(setting: str, value: object, file: CaseFile) -> None:
    file.save(a_case_with())
    file.close()
    connection = connect(file.path, key_of(file.path))
    found = connection.execute(f"PRAGMA {setting}").fetchone()[0]
    connection.close()
    assert found == value


def test_no_extension_can_be_loaded(file: CaseFile) -> None:
    file.close()
    connection = connect(file.path, key_of(file.path))
    with pytest.raises(Exception, match="not authorized"):
        connection.load_extension("x")
    connection.close()


@pytest.mark.parametrize("size", [0, 16, 31, 33, 48])
def test_a_key_of_another_size_is_never_given_to_the_engine(size: int, file: CaseFile) -> None:
    with pytest.raises(ValueError, match="length"):
        connect(file.path, b"k" * size)
