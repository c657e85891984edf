"""What was issued stays exactly as it went out, and is kept whole or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hgkm_desktop.casefile import (
    AlreadyIssued,
    CaseFile,
    CaseMissing,
    DiskFull,
    FileBusy,
    FileReplaced,
    IssuedDamaged,
    ReadOnlyFile,
)
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leaving import NotDeelbaar
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import CaseState, DocumentForm, DocumentKind
from hgkm_desktop.models.uitgave import Uitgave
from tests.builders import a_case_with, an_event, an_uitgave
from tests.casefile.files import foreign_connection, key_of, open_file, rows
from tests.casefile.full_case import FULL_SETTINGS, FULL_UITGAVEN, RUZIE, full_case
from tests.casefile.trouble import a_disk_of, another_program_doing, needs_limits

DATA = b"%PDF-1.7 een document\n" * 2_000
CASE = full_case()


def a_document(number: int = 1, **more: Any) -> Uitgave:
    """A document of `DATA` with an id that ends in this number."""
    return an_uitgave(DATA, id=f"{number:032x}", **more)


@pytest.fixture
def file(file: CaseFile) -> CaseFile:
    """A file with the full case in it."""
    file.save(CASE)
    return file


# --- kept as it was -------------------------------------------------------------------------


def test_what_was_issued_comes_back(file: CaseFile) -> None:
    for uitgave, data in FULL_UITGAVEN.items():
        file.issue(CASE.id, uitgave, data)
    file.close()
    with open_file(file.path) as again:
        assert again.issued(CASE.id) == tuple(FULL_UITGAVEN)
        assert [again.issued_data(u.id) for u in again.issued(CASE.id)] == [*FULL_UITGAVEN.values()]


@pytest.mark.parametrize("data", [b"", b"\x00", bytes(range(256)) * 20_000], ids=len)
def test_any_bytes_come_back(data: bytes, file: CaseFile) -> None:
    kept = file.issue(CASE.id, an_uitgave(data), data)
    assert file.issued_data(kept.id) == data


def test_each_document_gets_its_place_after_the_others(file: CaseFile) -> None:
    other = a_case_with()
    file.save(other)
    for number in (5, 4, 3):
        file.issue(CASE.id, a_document(number, version=number), DATA)
    kept = file.issue(other.id, a_document(2), DATA)
    assert [(u.id[-1], u.seq) for u in file.issued(CASE.id)] == [("5", 1.0), ("4", 2.0), ("3", 3.0)]
    assert file.issued(other.id) == (kept,)
    assert kept == a_document(2, seq=1.0)


def edited(case: Case) -> Case:
    return replace(case, title="anders").put(replace(RUZIE, title="anders"))


def without_events(case: Case) -> Case:
    return case.drop_events(event.id for event in case.events)


@pytest.mark.parametrize("edit", [edited, without_events, lambda _: replace(CASE, events=())])
def test_no_edit_and_no_undo_changes_it(edit: Callable[[Case], Case], file: CaseFile) -> None:
    file.issue(CASE.id, a_document(), DATA)
    before = rows_of_issued(file)
    for case in (edit(CASE), CASE, edit(CASE)):
        file.save(case)
    file.save_settings(FULL_SETTINGS)
    assert rows_of_issued(file) == before
    assert file.issued_data(a_document().id) == DATA


def rows_of_issued(file: CaseFile) -> list[tuple[Any, ...]]:
    return rows(file.path, "SELECT * FROM uitgave JOIN uitgave_inhoud ON uitgave_id = id")


def test_opening_a_case_reads_no_document(file: CaseFile) -> None:
    file.issue(CASE.id, a_document(), DATA)
    asked: list[str] = []
    with open_file_listening(file, asked) as again:
        assert again.load(CASE.id) == CASE
        again.issued(CASE.id)
        again.save(edited(CASE))
        assert asked
        assert not [sql for sql in asked if "uitgave_inhoud" in sql]
        again.issued_data(a_document().id)
        assert [sql for sql in asked if "uitgave_inhoud" in sql]


def open_file_listening(file: CaseFile, asked: list[str]) -> CaseFile:
    file.close()
    again = open_file(file.path)
    again.connection.set_trace_callback(asked.append)
    return again


def test_a_copy_holds_what_was_issued(file: CaseFile) -> None:
    kept = file.issue(CASE.id, a_document(), DATA)
    path = file.path.with_name("kopie.hgkm")
    file.copy_to(path, unsaved=[edited(CASE)])
    with open_file(path) as copy:
        assert copy.issued(CASE.id) == (kept,)
        assert copy.issued_data(kept.id) == DATA


def test_a_removed_case_takes_its_documents_along(file: CaseFile) -> None:
    other = a_case_with()
    file.save(other)
    file.issue(CASE.id, a_document(1), DATA)
    kept = file.issue(other.id, a_document(2), DATA)
    file.remove(CASE.id)
    stone = "SELECT id, case_id, rev FROM tombstone WHERE record_type = 'uitgave'"
    assert rows(file.path, stone) == [(a_document(1).id, CASE.id, 2)]
    assert rows(file.path, "SELECT uitgave_id FROM uitgave_inhoud") == [(kept.id,)]
    assert (file.issued(CASE.id), file.issued(other.id)) == ((), (kept,))
    with pytest.raises(IssuedDamaged):
        file.issued_data(a_document(1).id)


# --- what must not go out yet -----------------------------------------------------------------


@pytest.mark.parametrize("said", CaseState)
def test_a_gespreksnotitie_of_a_case_in_bewerking_is_refused_whatever_it_says(
    file: CaseFile, said: CaseState
) -> None:
    file.save(replace(CASE, state=CaseState.IN_BEWERKING))
    notitie = a_document(kind=DocumentKind.GESPREKSNOTITIE, state=said)
    with pytest.raises(NotDeelbaar, match="deelbaar"):
        file.issue(CASE.id, notitie, DATA)
    assert file.issued(CASE.id) == ()
    kept = file.issue(CASE.id, a_document(2, state=CaseState.IN_BEWERKING), DATA)
    assert file.issued(CASE.id) == (kept,)


def test_a_gespreksnotitie_made_before_the_case_was_read_is_refused_afterwards(
    file: CaseFile,
) -> None:
    early = a_document(kind=DocumentKind.GESPREKSNOTITIE, state=CaseState.IN_BEWERKING)
    with pytest.raises(NotDeelbaar):
        file.issue(CASE.id, early, DATA)
    later = replace(early, state=CaseState.DEELBAAR)
    assert file.issue(CASE.id, later, DATA).state is CaseState.DEELBAAR


# --- which version --------------------------------------------------------------------------


def test_each_kind_counts_its_own_versions(file: CaseFile) -> None:
    notitie, verslag = DocumentKind.GESPREKSNOTITIE, DocumentKind.CASUSVERSLAG
    assert file.next_version(CASE.id, verslag) == 1
    file.issue(CASE.id, a_document(1, version=4), DATA)
    file.issue(CASE.id, a_document(2, version=2, form=DocumentForm.ODT), DATA)
    assert file.next_version(CASE.id, verslag) == 5
    assert file.next_version(CASE.id, notitie) == 1
    assert file.next_version("f" * 32, verslag) == 1


def test_a_version_names_one_document(file: CaseFile) -> None:
    file.issue(CASE.id, a_document(1), DATA)
    with pytest.raises(AlreadyIssued):
        file.issue(CASE.id, an_uitgave(DATA + b" "), DATA + b" ")
    odt = a_document(3, form=DocumentForm.ODT)
    line = a_document(4, kind=DocumentKind.TIJDLIJN)
    for uitgave in (odt, line):
        file.issue(CASE.id, uitgave, DATA)
    assert [u.id for u in file.issued(CASE.id)] == [u.id for u in (a_document(1), odt, line)]


def test_the_same_document_twice_is_kept_once(file: CaseFile) -> None:
    kept = file.issue(CASE.id, a_document(1), DATA)
    assert file.issue(CASE.id, a_document(2), DATA) == kept
    assert_nothing_happened(file, keeps=(kept,))


def test_every_saved_change_makes_another_version_of_the_case(file: CaseFile) -> None:
    added = CASE.put(an_event("2021"))
    seen = [file.case_rev(CASE.id)]
    for case in (edited(CASE), CASE, without_events(CASE), CASE, added, CASE, edited(CASE)):
        file.save(case)
        seen.append(file.case_rev(CASE.id))
    assert seen == sorted(set(seen))


def test_what_changes_nothing_in_the_case_makes_no_other_version_of_it(file: CaseFile) -> None:
    file.save(CASE.put(an_event("2021")))
    before = file.case_rev(CASE.id)
    file.save(file.load(CASE.id))
    file.save_settings(FULL_SETTINGS)
    file.save(a_case_with(an_event("2020")))
    file.issue(CASE.id, a_document(), DATA)
    assert file.case_rev(CASE.id) == before
    file.close()
    with open_file(file.path) as again:
        assert again.case_rev(CASE.id) == before


def test_a_case_that_was_removed_and_came_back_is_of_a_later_version(file: CaseFile) -> None:
    before = file.case_rev(CASE.id)
    file.issue(CASE.id, a_document(), DATA)
    file.remove(CASE.id)
    with pytest.raises(CaseMissing):
        file.case_rev(CASE.id)
    file.save(CASE)
    assert file.case_rev(CASE.id) > before


# --- whole, or not at all -------------------------------------------------------------------


def assert_nothing_happened(file: CaseFile, *, keeps: tuple[Uitgave, ...] = ()) -> None:
    assert file.issued(CASE.id) == keeps
    assert len(rows(file.path, "SELECT uitgave_id FROM uitgave_inhoud")) == len(keeps)
    assert file.load(CASE.id) == CASE


def test_bytes_of_another_document_are_not_taken(file: CaseFile) -> None:
    with pytest.raises(ValueError, match="bytes"):
        file.issue(CASE.id, a_document(), DATA + b" ")
    assert_nothing_happened(file)


def test_a_document_of_a_case_that_is_not_there_is_not_taken(file: CaseFile) -> None:
    with pytest.raises(CaseMissing):
        file.issue("f" * 32, a_document(), DATA)
    assert rows(file.path, "SELECT * FROM uitgave_inhoud") == []


def test_a_file_that_is_only_read_takes_no_document(file: CaseFile) -> None:
    kept = file.issue(CASE.id, a_document(), DATA)
    file.close()
    with open_file(file.path, read_only=True) as again:
        with pytest.raises(ReadOnlyFile):
            again.issue(CASE.id, a_document(2, version=2), DATA)
        assert again.issued(CASE.id) == (kept,)
        assert again.issued_data(kept.id) == DATA
        assert again.next_version(CASE.id, kept.kind) == 2


@needs_limits
@pytest.mark.parametrize("limit", [0, 512, 20_000, 150_000, 200_000])
def test_a_full_disk_loses_neither_case_nor_document(limit: int, file: CaseFile) -> None:
    data = DATA * 3
    uitgave = an_uitgave(data)
    with a_disk_of(limit), pytest.raises(DiskFull):
        file.issue(CASE.id, uitgave, data)
    assert_nothing_happened(file)
    kept = file.issue(CASE.id, uitgave, data)
    assert file.issued_data(kept.id) == data


@pytest.mark.usefixtures("impatient")
def test_a_busy_file_can_be_asked_again(file: CaseFile) -> None:
    with another_program_doing(file.path, "BEGIN IMMEDIATE"), pytest.raises(FileBusy):
        file.issue(CASE.id, a_document(), DATA)
    assert_nothing_happened(file)
    kept = file.issue(CASE.id, a_document(), DATA)
    assert_nothing_happened(file, keeps=(kept,))


def test_nothing_is_claimed_issued_in_another_file(file: CaseFile) -> None:
    file.path.rename(file.path.with_name("weg.hgkm"))
    with pytest.raises(FileReplaced):
        file.issue(CASE.id, a_document(), DATA)
    file.path.with_name("weg.hgkm").rename(file.path)
    assert_nothing_happened(file)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
def test_a_kill_leaves_a_whole_document_or_none(path: Path) -> None:
    command = [sys.executable, "-m", "tests.casefile.killed_issue", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout)
    assert result["half"] == 0
    assert result["journals"] > 0
    assert result["nothing"] > 4
    assert result["whole"] >= 1


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE uitgave_inhoud SET data = zeroblob(length(data))",
        "UPDATE uitgave SET sha256 = upper(sha256)",
        "DELETE FROM uitgave_inhoud",
        "DELETE FROM uitgave_inhoud; DELETE FROM uitgave",
    ],
    ids=["other bytes", "other fingerprint", "no bytes", "no row"],
)
def test_a_document_that_is_not_as_it_was_issued_is_not_shown(damage: str, file: CaseFile) -> None:
    file.issue(CASE.id, a_document(), DATA)
    file.close()
    other = foreign_connection(file.path, key_of(file.path))
    other.execute(damage)
    other.close()
    with open_file(file.path) as again:
        with pytest.raises(IssuedDamaged) as raised:
            again.issued_data(a_document().id)
        assert again.load(CASE.id) == CASE
    assert "back-up" in raised.value.todo


# --- the settings that documents are made with -------------------------------------------------


@pytest.mark.parametrize("accent", ["", "#1f6f5c", "rood", "#12", "\u2018raar\u2019 \U0001f309"])
def test_settings_are_kept_as_they_are_given(accent: str, file: CaseFile) -> None:
    given = FileSettings("Gemeente ’s-Voorbeeld", accent)
    file.save_settings(given)
    file.close()
    with open_file(file.path, read_only=True) as again:
        assert again.settings == given
        with pytest.raises(ReadOnlyFile):
            again.save_settings(FULL_SETTINGS)
        assert again.settings == given


@needs_limits
def test_settings_that_are_not_saved_are_not_shown_as_saved(file: CaseFile) -> None:
    file.save_settings(FULL_SETTINGS)
    with a_disk_of(0), pytest.raises(DiskFull):
        file.save_settings(FileSettings("Gemeente Anders", "#000000"))
    assert file.settings == FULL_SETTINGS
    file.close()
    with open_file(file.path) as again:
        assert again.settings == FULL_SETTINGS
