"""A casusbestand of someone else that is right in every page and wrong in what it holds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hgkm_desktop.casefile import (
    CaseFile,
    DamagedFile,
    NewerVersion,
    TooLarge,
    WrongContent,
    engine,
    reading,
)
from hgkm_desktop.casefile.rows import stored_fields
from hgkm_desktop.casefile.schema import SCHEMA_VERSION
from hgkm_desktop.casefile.soundness import insist_on_sound
from hgkm_desktop.casefile.tables import MOST_RECORDS, WORK_TABLES
from hgkm_desktop.errors import HgkmError
from tests.builders import an_event
from tests.casefile.files import (
    PASSPHRASE,
    contents,
    foreign_connection,
    key_of,
    new_file,
    open_file,
    rows,
)
from tests.casefile.foreign import past_every_rule
from tests.casefile.full_case import FULL_UITGAVEN, RUZIE, full_case
from tests.casefile.make_golden import GOLDEN, golden_passphrase

DEEP = "[" * 200_000

# Tables that this program does not make, in any of the ways in which SQL can come along.
OTHER_TABLES = {
    "a trigger": "CREATE TRIGGER kaping AFTER UPDATE ON gebeurtenis"
    " BEGIN UPDATE casus SET title = 'gekaapt'; END",
    "a view": "CREATE VIEW extra AS SELECT * FROM casus",
    "a view in the place of a table": "ALTER TABLE regie RENAME TO echt;"
    " CREATE VIEW regie AS SELECT * FROM echt",
    "a virtual table": "CREATE VIRTUAL TABLE extra USING fts5(tekst)",
    "another table": "CREATE TABLE extra (x)",
    "a column more": "ALTER TABLE fase ADD COLUMN extra TEXT",
    "a column that reckons": "ALTER TABLE fase"
    " ADD COLUMN extra TEXT GENERATED ALWAYS AS (note || note)",
    "a column less": "ALTER TABLE fase DROP COLUMN note",
    "a column with another name": "ALTER TABLE fase RENAME COLUMN note TO noot",
    "a table less": "DROP TABLE fase",
    "an index less": "DROP INDEX fase_by_case",
    "an index that reckons": "CREATE INDEX extra ON fase (note || note)",
    "a rule": "CREATE TABLE anders (x CHECK (x LIKE '%a%b%c%'))",
    "no steps": "DELETE FROM _sqlite_migrations",
    "a step of the future": "UPDATE _sqlite_migrations SET name = '9_later' WHERE id = 2",
    "a version of nothing": "PRAGMA user_version = 0",
    "a version below nothing": "PRAGMA user_version = -1",
    "an older version than it has tables of": "PRAGMA user_version = 2",
    "another kind of file": "PRAGMA application_id = 1",
}

# Rows that no record was ever written as.
OTHER_ROWS = {
    "a text where a number goes": "UPDATE gebeurtenis SET seq = 'eerst'",
    "a number where a text goes": "UPDATE gebeurtenis SET title = 5",
    "bytes where a text goes": "UPDATE gebeurtenis SET fact = x'00ff'",
    "bytes that are no text": "UPDATE gebeurtenis SET fact = CAST(x'c328' AS TEXT)",
    "nothing where something goes": "UPDATE gebeurtenis SET title = NULL",
    "a word that is no term": "UPDATE gebeurtenis SET kind = 'geheim'",
    "a day that does not exist": "UPDATE gebeurtenis SET start_first = '2021-02-30'",
    "a day in other words": "UPDATE regie SET start_first = '2021-W09-2'",
    "a field twice": 'UPDATE casus SET violence = \'[{"form": "a", "form": "b"}]\'',
    "a day in no year of ours": "UPDATE casus SET created_on = '0001-01-01'",
    "a moment that ends before it begins": "UPDATE gebeurtenis SET start_last = '1900-01-01'",
    "an unknown moment with a day": "UPDATE regie SET start_precision = 'onbekend'",
    "neither yes nor no": "UPDATE gebeurtenis SET is_pivotal = 2",
    "an endless place": "UPDATE gebeurtenis SET seq = 9e999",
    "a place out of all proportion": "UPDATE gebeurtenis SET seq = -1e300",
    "no list": "UPDATE gebeurtenis SET involved = '{}'",
    "no JSON": "UPDATE gebeurtenis SET involved = 'x'",
    "a list without end": f"UPDATE gebeurtenis SET involved = '{DEEP}'",
    "a list of other things": "UPDATE gebeurtenis SET organisation_ids = '[1]'",
    "fields that no record has": "UPDATE casus SET violence = '[{\"vorm\": 1}]'",
    "a text without end": "UPDATE gebeurtenis SET fact = printf('%.*c', 200000, 'x')",
    "an organisation that is not there": "DELETE FROM organisatie",
    "a betrokkene that is not there": "DELETE FROM betrokkene",
    "a deelnemer that is not there": "DELETE FROM deelnemer",
    "an event that is not there": "DELETE FROM gebeurtenis",
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("goed") / "oefening.hgkm"
    with new_file(path) as file:
        file.save(full_case())
        for uitgave, data in FULL_UITGAVEN.items():
            file.issue(full_case().id, uitgave, data)
    return path


@pytest.fixture
def copy(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(good, tmp_path))


@pytest.fixture
def golden(tmp_path: Path) -> Path:
    """A file with a work of every kind."""
    return Path(shutil.copy(GOLDEN / f"v{SCHEMA_VERSION}.hgkm", tmp_path))


def spoil(path: Path, statements: str, passphrase: str = PASSPHRASE) -> None:
    with past_every_rule(path, key_of(path, passphrase)) as connection:
        connection.execute(statements)


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize("statements", OTHER_TABLES.values(), ids=OTHER_TABLES.keys())
def test_other_tables_are_refused_before_anything_of_them_runs(
    statements: str, read_only: bool, copy: Path
) -> None:
    connection = foreign_connection(copy, key_of(copy))
    connection.execute(statements)
    connection.close()
    before = contents(copy.parent)
    with pytest.raises(WrongContent, match="klopt niet"):
        open_file(copy, read_only=read_only)
    assert contents(copy.parent) == before


@pytest.mark.parametrize("statement", OTHER_ROWS.values(), ids=OTHER_ROWS.keys())
def test_a_case_with_other_rows_is_not_loaded(statement: str, copy: Path) -> None:
    spoil(copy, statement)
    before = contents(copy.parent)
    with open_file(copy) as file:
        with pytest.raises(WrongContent) as caught:
            file.load(full_case().id)
        assert not file.is_damaged, "the other cases are as they were"
    assert contents(copy.parent) == before
    assert "afzender" in caught.value.todo
    assert "back-up" in caught.value.todo


def test_a_file_whose_list_of_cases_is_wrong_is_refused_and_not_shown_as_empty(
    copy: Path,
) -> None:
    for column in ("state = 'weg'", "title = 5", "code = NULL", "keep_until = 'ooit'"):
        spoil(copy, f"UPDATE casus SET {column}")
        with pytest.raises(WrongContent):
            open_file(copy)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM settings",
        "UPDATE settings SET accent = 5",
        "UPDATE casus SET state = 'weg'",
        "CREATE TRIGGER t AFTER INSERT ON tombstone BEGIN DELETE FROM les; END",
    ],
)
def test_an_older_file_is_refused_before_it_is_brought_up_to_date(
    statement: str, tmp_path: Path
) -> None:
    old, passphrase = Path(shutil.copy(GOLDEN / "v1.hgkm", tmp_path)), golden_passphrase()
    with past_every_rule(old, key_of(old, passphrase)) as connection:
        connection.execute(statement)
    before = contents(tmp_path)
    with pytest.raises(WrongContent):
        open_file(old, passphrase)
    assert contents(tmp_path) == before


def test_settings_that_are_not_there_are_refused(copy: Path) -> None:
    spoil(copy, "DELETE FROM settings")
    with pytest.raises(WrongContent):
        open_file(copy)


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 2**31 - 1])
def test_a_newer_version_is_refused_whatever_it_holds(version: int, copy: Path) -> None:
    spoil(copy, f"CREATE TABLE extra (x); PRAGMA user_version = {version}")
    with pytest.raises(NewerVersion):
        open_file(copy)


@pytest.mark.parametrize("rev", ["9223372036854775807", "-5", "'x'", "1.5", "NULL", "x'00'"])
def test_revisions_out_of_all_proportion_do_not_stop_a_save(rev: str, copy: Path) -> None:
    tables = ("casus", "gebeurtenis", "settings", "tombstone")
    spoil(copy, "; ".join(f"UPDATE {table} SET rev = {rev}" for table in tables))
    case = full_case().put(an_event(title="nieuw"))
    with open_file(copy) as file:
        file.load(case.id)
        file.case_rev(case.id)
        file.save(case.drop_event(RUZIE.id))
        file.save(case)
        file.case_rev(case.id)
    with open_file(copy) as file:
        assert file.load(case.id) == case


def test_a_tombstone_of_what_is_there_does_not_stop_its_removal(copy: Path) -> None:
    spoil(copy, f"INSERT INTO tombstone VALUES ('{RUZIE.id}', 'les', 'c', 3, '')")
    with open_file(copy) as file:
        file.remove(full_case().id)
        assert file.headings() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE uitgave SET version = 9223372036854775807",
        "UPDATE uitgave SET version = 'x'",
        "UPDATE uitgave SET made_on = 'x'",
        "UPDATE uitgave SET seq = NULL",
    ],
)
def test_documents_that_no_one_issued_are_refused(statement: str, copy: Path) -> None:
    spoil(copy, statement)
    (uitgave, *_), case_id = FULL_UITGAVEN, full_case().id
    with open_file(copy) as file:
        for ask in (
            lambda: file.issued(case_id),
            lambda: file.issued_data(uitgave.id),
            lambda: file.next_version(case_id, uitgave.kind),
        ):
            with pytest.raises(HgkmError):
                ask()


def test_more_records_than_a_case_can_hold_are_not_read(copy: Path) -> None:
    counted = (
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT {MOST_RECORDS})"
    )
    spoil(
        copy,
        "DROP INDEX organisatie_by_case; "
        f"{counted} INSERT INTO organisatie SELECT 'x' || i, case_id, 1, i, 'naam'"
        " FROM n, organisatie WHERE name = 'politie';"
        "CREATE INDEX organisatie_by_case ON organisatie (case_id)",
    )
    with open_file(copy) as file, pytest.raises(TooLarge):
        file.load(full_case().id)


def test_cells_that_fill_the_memory_are_not_read(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 4_000_000)
    spoil(copy, "UPDATE gebeurtenis SET fact = CAST(zeroblob(5000000) AS TEXT) WHERE seq = 1")
    with open_file(copy) as file, pytest.raises(TooLarge):
        file.load(full_case().id)


def test_a_text_that_could_not_be_read_again_is_not_written(file: CaseFile) -> None:
    file.save(full_case())
    for change in ({"reason": "x" * 100_001}, {"life_areas": ("x" * 100_001,)}):
        with pytest.raises(TooLarge):
            file.save(type(full_case())(id="c" * 32, code="K7-2F", **change))
    file.close()
    assert rows(file.path, "SELECT count(*) FROM casus") == [(1,)]


def test_what_goes_on_for_ever_is_ended(file: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_STEPS", 2_000_000)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT max(i) FROM n"
    with pytest.raises(WrongContent), file.transaction("BEGIN"):
        file.connection.execute(endless).fetchall()
    file.save(full_case())
    assert file.load(full_case().id) == full_case()


def test_a_row_that_its_index_does_not_have_is_found(copy: Path) -> None:
    spoil(
        copy,
        "PRAGMA writable_schema = ON;"
        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master"
        " WHERE name = 'fase_by_case') WHERE name = 'les_by_case'",
    )
    with open_file(copy) as file, pytest.raises(DamagedFile):
        insist_on_sound(file.connection)


def test_pages_that_lead_in_circles_come_to_an_end(copy: Path) -> None:
    # Of all tables the rows are those of one: as much of it as there is, and no more.
    spoil(
        copy,
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage ="
        " (SELECT rootpage FROM sqlite_master WHERE name = 'casus') WHERE name = 'gebeurtenis'",
    )
    with pytest.raises(HgkmError), open_file(copy) as file:
        file.load(full_case().id)


def test_a_value_with_the_id_of_another_is_refused(golden: Path) -> None:
    spoil(golden, "UPDATE leertafel SET id = (SELECT id FROM casus)", golden_passphrase())
    with pytest.raises(WrongContent):
        open_file(golden, golden_passphrase())


@pytest.mark.parametrize("kind", WORK_TABLES, ids=WORK_TABLES.values())
def test_nothing_where_a_work_has_a_list_is_refused(kind: type, golden: Path) -> None:
    lists = [name for name, hint in stored_fields(kind).items() if str(hint).startswith("tuple[")]
    assert lists
    for name in lists:
        copy = Path(shutil.copy(golden, golden.with_name(f"{name}.hgkm")))
        spoil(copy, f"UPDATE {WORK_TABLES[kind]} SET {name} = 'null'", golden_passphrase())
        with open_file(copy, golden_passphrase()) as file, pytest.raises(WrongContent):
            file.works()
