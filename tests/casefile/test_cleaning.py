"""Of a text that was replaced nothing stays in the file, its backups or its copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hgkm_desktop.casefile import CaseFile, DamagedFile, DiskFull
from hgkm_desktop.casefile.cleaning import TABLES
from hgkm_desktop.models.texts import texts_of, with_texts
from tests.casefile.damage import do, flip_page, page_of
from tests.casefile.files import PASSPHRASE, contents, new_file, open_file, rows
from tests.casefile.full_case import FULL_UITGAVEN, full_case
from tests.casefile.moved_rows import (
    NAMES_OF_ONE,
    a_case_of_names,
    a_moved_file,
    as_if_killed,
    nameless,
    names_in,
    replace_all,
    unprotected,
)
from tests.casefile.planted_words import Planting, found_in_file, planted_case
from tests.casefile.trouble import a_disk_of, another_program_doing, needs_limits
from tests.proofs.replaced_names import none_is_left

NOON = datetime(2031, 5, 6, 12, 0)
EVENTS = 60
CASE = a_case_of_names(EVENTS)
NAMES = EVENTS * NAMES_OF_ONE


@pytest.fixture
def moved(path: Path) -> Path:
    """A closed file of names, of which the rows were pushed from page to page."""
    a_moved_file(path, CASE)
    assert len(names_in(path)) == NAMES
    return path


def all_rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {table: rows(path, f"SELECT rowid, * FROM {table}") for table in TABLES}


# --- nothing stays ------------------------------------------------------------------------------


def test_after_the_file_is_closed_no_name_is_left(moved: Path) -> None:
    changed = replace_all(moved, CASE, CaseFile.close)
    assert names_in(moved) == frozenset()
    with open_file(moved) as file:
        assert file.load(CASE.id) == changed
    assert [p.name for p in moved.parent.iterdir()] == [moved.name]


def test_after_it_is_locked_no_name_is_left(moved: Path) -> None:
    with open_file(moved) as file:
        file.save(nameless(file.load(CASE.id)))
        file.lock()
        assert names_in(moved) == frozenset()
        file.unlock(PASSPHRASE)
        assert names_in(moved) == frozenset()


def test_without_it_rows_that_moved_leave_names(moved: Path) -> None:
    replace_all(moved, CASE, as_if_killed)
    assert names_in(moved)


def test_a_program_that_overwrites_nothing_leaves_many_more(path: Path) -> None:
    a_moved_file(path, CASE, unprotected)
    assert len(names_in(path)) == NAMES
    with open_file(path) as file:
        unprotected(file)
        file.save(nameless(file.load(CASE.id)))
        as_if_killed(file)
    assert len(names_in(path)) > NAMES // 10


def test_what_a_killed_program_left_goes_when_the_file_was_opened_again(moved: Path) -> None:
    replace_all(moved, CASE, as_if_killed)
    moved.with_name(f"{moved.name}.lock").touch()
    assert names_in(moved)
    open_file(moved).close()
    assert names_in(moved) == frozenset()


@pytest.mark.parametrize("is_clean", [True, False])
def test_a_backup_at_closing_has_no_name(is_clean: bool, moved: Path, tmp_path: Path) -> None:
    with open_file(moved) as file:
        file.save(nameless(file.load(CASE.id)))
        if is_clean:
            file.clean_if_possible()
        backup = file.copy_for_backup(tmp_path / "back-ups", NOON).keep()
    assert bool(names_in(backup.path)) is not is_clean


def test_a_copy_has_no_name(moved: Path) -> None:
    copy, other = moved.with_name("kopie.hgkm"), moved.with_name("collega.hgkm")
    with open_file(moved) as file:
        file.save(nameless(file.load(CASE.id)))
        file.copy_to(copy)
        file.copy_for_colleague(other, "een heel ander wachtwoord", [CASE.id])
    assert names_in(copy) == frozenset()
    assert names_in(other, "een heel ander wachtwoord") == frozenset()


def test_no_field_of_any_record_keeps_a_word(path: Path) -> None:
    planting = Planting()
    case = planted_case(planting)
    with new_file(path) as file:
        file.save(case)
    words = [word for text in texts_of(case) for word in planting.words if word in text.text]
    assert len(words) > 60
    assert found_in_file(path, PASSPHRASE, words) == frozenset(words)
    with open_file(path) as file:
        loaded = file.load(case.id)
        texts = {text.key: f"anders {n}" for n, text in enumerate(texts_of(loaded))}
        file.save(with_texts(loaded, texts))
    assert found_in_file(path, PASSPHRASE, words) == frozenset()


def test_many_thousands_of_names_in_short(capsys: pytest.CaptureFixture[str]) -> None:
    assert none_is_left(events=400), capsys.readouterr().out


# --- and nothing else changes -------------------------------------------------------------------


def test_every_row_is_what_and_where_it_was(file: CaseFile, path: Path) -> None:
    file.save(full_case())
    file.save(CASE)
    for uitgave, data in FULL_UITGAVEN.items():
        file.issue(full_case().id, uitgave, data)
    file.save(CASE.drop_event(CASE.events[3].id))
    as_if_killed(file)
    before = all_rows(path)
    with open_file(path) as again:
        again.save_settings(replace(again.settings, organisation="anders"))
        again.clean()
        assert again.connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        assert again.load(full_case().id) == full_case()
    assert all_rows(path) == before


def test_who_only_looks_writes_nothing(moved: Path) -> None:
    replace_all(moved, CASE, CaseFile.close)
    before = contents(moved.parent)
    with open_file(moved) as file:
        file.load(CASE.id)
        file.clean()
    with open_file(moved, read_only=True) as file:
        file.clean()
    assert contents(moved.parent) == before


def test_it_is_done_once_for_what_was_written(moved: Path) -> None:
    with open_file(moved) as file:
        file.save(nameless(file.load(CASE.id)))
        file.clean()
        written = file.changes
        file.clean()
        assert file.changes == written


# --- trouble ------------------------------------------------------------------------------------


@needs_limits
def test_a_full_disk_leaves_the_case_whole(moved: Path) -> None:
    with open_file(moved) as file:
        changed = nameless(file.load(CASE.id))
        file.save(changed)
        file.connection.execute("PRAGMA cache_size = 10")
        with a_disk_of(4_096), pytest.raises(DiskFull):
            file.clean()
        assert file.load(CASE.id) == changed
        file.clean()
    assert names_in(moved) == frozenset()


@needs_limits
def test_a_file_that_could_not_be_cleaned_closes_all_the_same(moved: Path) -> None:
    file = open_file(moved)
    changed = nameless(file.load(CASE.id))
    file.save(changed)
    file.connection.execute("PRAGMA cache_size = 10")
    with a_disk_of(4_096):
        file.close()
    with open_file(moved) as again:
        assert again.load(CASE.id) == changed


@pytest.mark.usefixtures("impatient")
def test_a_reader_elsewhere_only_puts_it_off(moved: Path) -> None:
    with open_file(moved) as file:
        changed = nameless(file.load(CASE.id))
        file.save(changed)
        with another_program_doing(moved, "BEGIN", "SELECT count(*) FROM casus"):
            file.lock()
        file.unlock(PASSPHRASE)
        assert file.load(CASE.id) == changed
        file.save(CASE)
        file.save(changed)
    assert names_in(moved) == frozenset()


def damaged_in(table: str) -> Callable[[Path], None]:
    return lambda path: do(path, flip_page(page_of(path, table)))


@pytest.mark.parametrize("table", ["gebeurtenis", "beleving", "les", "uitgave"])
def test_damage_is_never_written_over(table: str, file: CaseFile, path: Path) -> None:
    file.save(full_case())
    for uitgave, data in FULL_UITGAVEN.items():
        file.issue(full_case().id, uitgave, data)
    file.close()
    with open_file(path) as again:
        again.save_settings(replace(again.settings, organisation="anders"))
        again.connection.execute("PRAGMA shrink_memory").fetchall()
        damaged_in(table)(path)
        before = path.read_bytes()
        with pytest.raises(DamagedFile):
            again.clean()
        assert path.read_bytes() == before
