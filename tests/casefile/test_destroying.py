"""A destroyed case is nowhere any more, and what was begun can be finished after any trouble."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from hgkm_desktop.casefile import (
    TEST,
    BackupsLeft,
    BackupState,
    CaseFile,
    CaseMissing,
    DiskFull,
    FileReplaced,
    NotDestroyed,
    ReadOnlyFile,
    backups_of,
    check_backups,
)
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import DocumentForm, DocumentKind
from hgkm_desktop.models.vernietiging import Vernietiging, WentOut
from hgkm_desktop.paths import user_backup_dir
from tests.casefile.files import PASSPHRASE, contents, foreign_connection, key_of, open_file, rows
from tests.casefile.full_case import NOTITIE, RUZIE, VERSLAG, full_case
from tests.casefile.killed_change import large_case
from tests.casefile.planted_words import Planting, found_in_file, planted_case, planted_documents
from tests.casefile.trouble import a_disk_of, another_program_doing, needs_limits
from tests.proofs.destroyed_case import nothing_is_left

DAY = date(2031, 5, 6)
NOON = datetime(2031, 5, 6, 12, 0)
BEFORE = datetime(2031, 5, 5, 12, 0)
NEW = "een heel nieuw wachtwoord"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "back-ups"


@pytest.fixture
def planting() -> Planting:
    return Planting()


@pytest.fixture
def case(planting: Planting) -> Case:
    return planted_case(planting)


@pytest.fixture
def filled(file: CaseFile, folder: Path, planting: Planting, case: Case) -> CaseFile:
    """With the case to destroy, what was issued of it, another case, and two backups."""
    file.save(full_case())
    file.save(case)
    file.copy_for_backup(folder, BEFORE).keep()
    for uitgave, data in planted_documents(planting):
        file.issue(case.id, uitgave, data)
    file.copy_for_backup(folder, BEFORE).keep()
    return file


def begin(file: CaseFile, case: Case, folder: Path) -> Vernietiging:
    return file.destroy(
        case.id, function="archivaris", ground="selectielijst", on=DAY, folder=folder
    )


def destroy(file: CaseFile, case: Case, folder: Path) -> None:
    begin(file, case, folder)
    file.finish_destroying(folder, NOON)


def traces(file: CaseFile, folder: Path, words: Sequence[str]) -> set[str]:
    """The words found in the file, once it is closed, or in anything in the folder of backups."""
    file.close()
    found = set(found_in_file(file.path, PASSPHRASE, words))
    for path in folder.rglob("*"):
        if path.is_file():
            found |= found_in_file(path, PASSPHRASE, words)
    return found


def is_other_whole(path: Path) -> bool:
    with open_file(path) as file:
        return file.load(full_case().id) == full_case()


# --- what goes, and what stays ------------------------------------------------------------------


def test_before_it_every_word_is_found_and_after_it_none(
    filled: CaseFile, case: Case, folder: Path, planting: Planting
) -> None:
    assert traces(filled, folder, planting.words) == set(planting.words)
    with open_file(filled.path) as file:
        destroy(file, case, folder)
        assert traces(file, folder, planting.words) == set()
    assert is_other_whole(filled.path)


def test_after_a_long_life_nothing_is_left_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert nothing_is_left(long_texts=5), capsys.readouterr().out


def test_rows_that_are_only_removed_leave_words(
    filled: CaseFile, case: Case, folder: Path, planting: Planting
) -> None:
    filled.connection.execute("PRAGMA secure_delete = OFF")
    filled.remove(case.id)
    filled.close()
    assert found_in_file(filled.path, PASSPHRASE, planting.words)
    with open_file(filled.path) as file:
        file.destroy(full_case().id, function="x", ground="", on=DAY, folder=folder)
        file.finish_destroying(folder, NOON)
    assert not found_in_file(filled.path, PASSPHRASE, planting.words)


def test_one_new_backup_is_left_and_it_is_in_order(
    filled: CaseFile, case: Case, folder: Path
) -> None:
    destroy(filled, case, folder)
    (backup,) = backups_of(filled.header, folder)
    (finding,) = check_backups([backup], PASSPHRASE, NOON, kdf=TEST)
    assert finding.state is BackupState.GOOD
    with open_file(backup.path) as kept:
        assert kept.load(full_case().id) == full_case()
        assert [noted.finished_on for noted in kept.destroyed()] == [DAY]


def test_a_line_without_content_stays(filled: CaseFile, case: Case, folder: Path) -> None:
    destroy(filled, replace(case, keep_until=None), folder)
    (noted,) = filled.destroyed()
    assert (noted.code, noted.function, noted.ground) == (case.code, "archivaris", "selectielijst")
    assert (noted.begun_on, noted.finished_on, noted.keep_until) == (DAY, DAY, case.keep_until)
    assert noted.backups == 2
    assert noted.count_of("gebeurtenis") == len(case.events)
    assert noted.count_of("beleving") == len(case.belevingen)
    assert noted.count_of("uitgave") == 2
    assert noted.issued == (
        WentOut(DocumentKind.GESPREKSNOTITIE, DocumentForm.PDF, 1, NOTITIE.made_on),
        WentOut(DocumentKind.CASUSVERSLAG, DocumentForm.ODT, 2, VERSLAG.made_on),
    )


def test_of_its_tombstones_only_that_of_the_case_stays(
    filled: CaseFile, case: Case, folder: Path
) -> None:
    filled.save(case.drop_event(case.events[0].id))
    filled.save(full_case().drop_event(RUZIE.id))
    destroy(filled, case, folder)
    filled.close()
    query = "SELECT case_id, record_type FROM tombstone"
    stones = rows(filled.path, query)
    assert [kind for of, kind in stones if of == case.id] == ["casus"]
    assert ("gebeurtenis") in [kind for of, kind in stones if of == full_case().id]


def test_backups_of_every_kind_go(filled: CaseFile, case: Case, folder: Path) -> None:
    own = folder / filled.header.hex()
    filled.change_passphrase(PASSPHRASE, NEW, folder, BEFORE)
    bad = backups_of(filled.header, folder)[-1].path
    bad.rename(bad.with_name(f"{bad.stem}-beschadigd.hgkm"))
    (own / "000099-20310505-120000-0123abcd.hgkm.new").write_bytes(b"half")
    (own / "000099-20310505-120000-0123abcd.hgkm.new-journal").write_bytes(b"half")
    copy = filled.path.with_name("kopie.hgkm")
    filled.copy_to(copy)
    with open_file(copy, NEW) as other:
        other.copy_for_backup(folder, BEFORE).keep()
    elsewhere = folder / ("1" * 32) / "000001-20310505-120000-0123abcd.hgkm"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(b"van een ander bestand")
    assert len(list(own.iterdir())) == 6
    destroy(filled, case, folder)
    assert [backup.path for backup in backups_of(filled.header, folder)] == list(own.iterdir())
    assert elsewhere.exists()


def test_a_second_case_can_be_destroyed(filled: CaseFile, case: Case, folder: Path) -> None:
    destroy(filled, case, folder)
    destroy(filled, full_case(), folder)
    assert [noted.code for noted in filled.destroyed()] == [case.code, full_case().code]
    assert filled.headings() == ()


def test_work_goes_on_afterwards(filled: CaseFile, case: Case, folder: Path) -> None:
    destroy(filled, case, folder)
    edited = full_case().put(replace(RUZIE, title="daarna"))
    filled.save(edited)
    filled.close()
    with open_file(filled.path) as again:
        assert again.load(edited.id) == edited


# --- refused ------------------------------------------------------------------------------------


def test_a_case_that_is_not_there_is_not_destroyed(file: CaseFile, folder: Path) -> None:
    with pytest.raises(CaseMissing):
        begin(file, full_case(), folder)
    assert file.destroyed() == ()


def test_a_file_that_may_only_be_read_stays_as_it_is(
    filled: CaseFile, case: Case, folder: Path
) -> None:
    filled.close()
    before = contents(filled.path.parent / "back-ups" / filled.header.hex())
    with open_file(filled.path, read_only=True) as reader:
        with pytest.raises(ReadOnlyFile):
            begin(reader, case, folder)
        with pytest.raises(NotDestroyed):
            reader.finish_destroying(folder, NOON)
        assert reader.load(case.id) == case
    assert contents(folder / filled.header.hex()) == before


def test_no_backup_goes_while_the_file_is_not_the_one_we_opened(
    filled: CaseFile, case: Case, folder: Path
) -> None:
    begin(filled, case, folder)
    other = filled.path.with_name("ander.hgkm")
    filled.copy_to(other)
    os.replace(other, filled.path)
    before = contents(folder / filled.header.hex())
    with pytest.raises(NotDestroyed) as caught:
        filled.finish_destroying(folder, NOON)
    assert isinstance(caught.value.__cause__, FileReplaced)
    assert contents(folder / filled.header.hex()) == before


def test_a_destroyed_case_does_not_come_back_in_a_file_that_is_kept_apart(
    filled: CaseFile, case: Case, folder: Path, planting: Planting
) -> None:
    """Such a file begins with a backup when another program wrote in ours."""
    filled.copy_for_backup(user_backup_dir(), BEFORE).keep()
    filled.close()
    with open_file(filled.path) as file:  # in which nobody looked at the case
        begin(file, case, folder)
        other = foreign_connection(file.path, key_of(file.path))
        other.execute("UPDATE casus SET title = 'van een ander'")
        other.close()
        moved = file.go_on_elsewhere([], NOON)
        assert (moved.is_copy, moved.unseen_of) == (True, BEFORE), "it comes out of the backup"
        assert [heading.id for heading in file.headings()] == [full_case().id]
        assert [noted.is_finished for noted in file.destroyed()] == [False], "backups are left"
        file.finish_destroying(user_backup_dir(), NOON)
        assert [noted.is_finished for noted in file.destroyed()] == [True]
        assert len(backups_of(file.header, user_backup_dir())) == 1
    assert found_in_file(moved.path, PASSPHRASE, planting.words) == set()


# --- cut off, and finished ----------------------------------------------------------------------


def finish(path: Path, folder: Path) -> None:
    """Open again what was cut off, see that it says so, and finish it."""
    with open_file(path) as file:
        assert [noted.is_finished for noted in file.destroyed()] == [False]
        file.finish_destroying(folder, NOON)
        assert [noted.is_finished for noted in file.destroyed()] == [True]


def test_without_a_new_backup_no_older_one_goes(
    filled: CaseFile, case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch, planting: Planting
) -> None:
    begin(filled, case, folder)
    own = folder / filled.header.hex()
    before = contents(own)
    aside = folder.with_name("opzij")
    folder.rename(aside)
    folder.write_text("geen map", encoding="utf-8")
    with pytest.raises(NotDestroyed):
        filled.finish_destroying(folder, NOON)
    folder.unlink()
    aside.rename(folder)
    assert contents(own) == before
    filled.close()
    finish(filled.path, folder)
    assert traces(filled, folder, planting.words) == set()
    assert is_other_whole(filled.path)


def test_a_backup_that_cannot_be_removed_is_named(
    filled: CaseFile, case: Case, folder: Path, planting: Planting, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(filled, case, folder)
    stuck = backups_of(filled.header, folder)[-1].path
    unlink = Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path == stuck:
            raise PermissionError
        unlink(path, missing_ok)

    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", refused)
        with pytest.raises(BackupsLeft) as caught:
            filled.finish_destroying(folder, NOON)
    assert caught.value.paths == (stuck,)
    assert stuck.name in caught.value.what
    assert str(stuck.parent) in caught.value.todo
    filled.close()
    finish(filled.path, folder)
    assert traces(filled, folder, planting.words) == set()


@needs_limits
def test_a_full_disk_leaves_the_case_whole_or_a_destruction_that_can_be_finished(
    filled: CaseFile, case: Case, folder: Path, planting: Planting
) -> None:
    filled.save(large_case())
    filled.connection.execute("PRAGMA cache_size = 10")
    with a_disk_of(4_096), pytest.raises(DiskFull):
        begin(filled, case, folder)
    assert filled.load(case.id) == case
    begin(filled, case, folder)
    with a_disk_of(1_000_000), pytest.raises(NotDestroyed) as caught:
        filled.finish_destroying(folder, NOON)
    assert isinstance(caught.value.__cause__, DiskFull)
    assert len(backups_of(filled.header, folder)) == 2
    filled.finish_destroying(folder, NOON)
    assert traces(filled, folder, planting.words) == set()


@pytest.mark.usefixtures("impatient")
def test_a_reader_elsewhere_only_puts_it_off(filled: CaseFile, case: Case, folder: Path) -> None:
    begin(filled, case, folder)
    reading = ("BEGIN", "SELECT count(*) FROM casus")
    with another_program_doing(filled.path, *reading), pytest.raises(NotDestroyed):
        filled.finish_destroying(folder, NOON)
    filled.finish_destroying(folder, NOON)
    assert filled.destroyed()[0].is_finished


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
def test_killed_at_any_moment_it_is_whole_or_can_be_finished(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.casefile.killed_destroying", str(tmp_path), "4"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout)
    assert result["kills"] == 4
    assert result["whole"] + result["begun"] + result["finished"] == 4
    assert result["words left"] == 0
    assert result["halves left"] == 0
    assert result["other case lost"] == 0
    assert result["without a backup"] == 0
    assert result["claimed and not done"] == 0
