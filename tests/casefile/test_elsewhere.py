"""A file that is moved, replaced or made read-only under us: the work goes on elsewhere."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from hgkm_desktop.casefile import (
    TEST,
    BackupEnded,
    CaseFile,
    DamagedFile,
    DiskFull,
    FileReplaced,
    FolderMissing,
    Moved,
    ReadOnlyFile,
    WrongPassphrase,
)
from hgkm_desktop.casefile.lock import WriterLock
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.paths import user_backup_dir
from tests.builders import a_case_with, an_event, an_uitgave
from tests.casefile.files import PASSPHRASE, contents, foreign_connection, key_of, open_file, rows
from tests.casefile.full_case import RUZIE, full_case
from tests.casefile.test_backups import large_case
from tests.casefile.test_backups import small_steps as small_steps  # a fixture
from tests.casefile.test_lock import open_folder as open_folder  # a fixture
from tests.casefile.test_lock import without_rights
from tests.casefile.trouble import a_disk_of, another_program_doing, needs_limits

HALF_PAST_TWO = datetime(2026, 3, 2, 14, 32, 10)
PDF = b"%PDF-1.7 een document\n" * 2_000
RESCUED = "oefening (herstel 14-32).hgkm"


def edited() -> Case:
    return full_case().put(replace(RUZIE, title="anders"))


def removed(path: Path) -> None:
    path.unlink()


def moved_out_of_the_folder(path: Path) -> None:
    away = path.parent.with_name(f"{path.parent.name} elders")
    away.mkdir()
    path.rename(away / path.name)


def replaced_by_an_older_one(path: Path) -> None:
    os.replace(path.with_name("ouder.hgkm"), path)


def overwritten_with_an_older_one(path: Path) -> None:
    path.write_bytes(path.with_name("ouder.hgkm").read_bytes())


def replaced_by_another(path: Path) -> None:
    other = path.with_name("ander.hgkm")
    CaseFile.create(other, "een heel ander wachtwoord", kdf=TEST).close()
    os.replace(other, path)


def replaced_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replaced_by_a_page_of_a_server(path: Path) -> None:
    path.write_bytes(b"<html>500</html>" * 400)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 8192)


def changed_by_another(path: Path) -> None:
    connection = foreign_connection(path, key_of(path))
    connection.execute("UPDATE casus SET title = 'van een ander'")
    connection.close()


HAPPENS = [
    removed,
    moved_out_of_the_folder,
    replaced_by_an_older_one,
    overwritten_with_an_older_one,
    replaced_by_another,
    replaced_by_a_folder,
    replaced_by_a_page_of_a_server,
    emptied,
    cut_short,
    changed_by_another,
]
UNREADABLE = [replaced_by_a_page_of_a_server, emptied, cut_short, overwritten_with_an_older_one]

UNSEEN = a_case_with(an_event(title="niet bekeken"))
DROPPED = a_case_with(an_event(title="weggehaald"))


@pytest.fixture
def at_work(file: CaseFile) -> CaseFile:
    """A file with a case that nobody looked at, of which everything was saved and backed up."""
    for case in (UNSEEN, DROPPED):
        file.save(case)
    file.copy_to(file.path.with_name("ouder.hgkm"))
    file.close()
    again = open_file(file.path)
    again.save(full_case())
    again.copy_for_backup(user_backup_dir(), HALF_PAST_TWO).keep()
    again.remove(DROPPED.id)
    again.save_settings(FileSettings(organisation="Gemeente Voorbeeld"))
    again.issue(full_case().id, an_uitgave(PDF), PDF)
    return again


def state_of(path: Path) -> bytes | tuple[()]:
    return path.read_bytes() if path.is_file() else ()


def apart(file: CaseFile, *others: Path) -> Moved:
    return file.go_on_elsewhere(others, HALF_PAST_TWO, unsaved=[edited()])


@pytest.mark.parametrize("happen", HAPPENS)
def test_nothing_is_called_saved_and_all_work_is_kept_apart(
    happen: Callable[[Path], None], at_work: CaseFile
) -> None:
    path, old_lock = at_work.path, WriterLock(at_work.path)
    happen(path)
    there = state_of(path)
    with pytest.raises((FileReplaced, DamagedFile)):
        at_work.save(edited())
    moved = apart(at_work)
    assert replace(moved, unseen_of=None) == Moved(path, path.with_name(RESCUED), is_copy=True)
    assert moved.unseen_of is None or happen in UNREADABLE or happen is changed_by_another
    assert state_of(path) == there
    assert at_work.path == moved.path
    assert at_work.load(UNSEEN.id) == UNSEEN
    at_work.save(full_case())
    at_work.save(edited())
    assert old_lock.take(), "the lock of the old one is given up"
    old_lock.let_go()
    at_work.close()
    with open_file(moved.path) as rescued:
        assert {h.id for h in rescued.headings()} == {UNSEEN.id, full_case().id}
        assert rescued.load(full_case().id) == edited()
        assert rescued.settings.organisation == "Gemeente Voorbeeld"
        (kept,) = rescued.issued(full_case().id)
        assert rescued.issued_data(kept.id) == PDF
        assert not rescued.read_only
    assert not list(path.parent.glob("*-journal"))
    assert not list(path.parent.glob("*.new"))
    assert not list(path.parent.glob("*.lock"))


@pytest.mark.parametrize("happen", UNREADABLE)
def test_without_a_backup_what_was_seen_is_kept_apart(
    happen: Callable[[Path], None], at_work: CaseFile
) -> None:
    shutil.rmtree(user_backup_dir())
    happen(at_work.path)
    moved = apart(at_work)
    at_work.close()
    with open_file(moved.path) as rescued:
        assert rescued.load(full_case().id) == edited()
        assert len(rescued.issued(full_case().id)) == 1


def test_a_copy_that_is_made_of_what_stands_there_now_would_lose_the_work(
    at_work: CaseFile,
) -> None:
    """The control: what the test above finds in the rescue copy is not in the file."""
    overwritten_with_an_older_one(at_work.path)
    at_work.close()
    with open_file(at_work.path) as other:
        assert full_case().id not in {h.id for h in other.headings()}


def test_the_other_passphrases_open_nothing(at_work: CaseFile) -> None:
    removed(at_work.path)
    moved = apart(at_work)
    at_work.close()
    with pytest.raises(WrongPassphrase):
        open_file(moved.path, "een heel ander wachtwoord")


def test_nobody_has_worked_in_a_copy(at_work: CaseFile) -> None:
    removed(at_work.path)
    moved = apart(at_work)
    at_work.close()
    assert rows(moved.path, "SELECT * FROM zitting") == []


def test_no_name_is_taken_twice_and_none_grows(at_work: CaseFile) -> None:
    names = []
    for _ in range(3):
        removed(at_work.path)
        at_work.path.touch()
        names.append(apart(at_work).path.name)
    assert names == [f"oefening (herstel 14-32){n}.hgkm" for n in ("", " 2", " 3")]


def test_a_new_file_that_is_taken_away_at_once_is_followed_by_another_beside_it(
    at_work: CaseFile,
) -> None:
    """Its own lock still stands there, and must not send the work to another folder."""
    for name in (RESCUED, "oefening (herstel 14-32) 2.hgkm"):
        folder = at_work.path.parent
        removed(at_work.path)
        assert apart(at_work).path == folder / name
    at_work.save(edited())


def test_a_name_can_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / f"{'é' * 115}.hgkm"
    with CaseFile.create(path, PASSPHRASE, kdf=TEST) as file:
        file.save(full_case())
        removed(path)
        assert apart(file).is_copy
        file.save(edited())


# --- the same file, elsewhere -------------------------------------------------------------------


def test_a_file_that_got_another_name_is_followed(at_work: CaseFile) -> None:
    path = at_work.path
    path.rename(path.with_name("nieuwe naam.hgkm"))
    with pytest.raises(FileReplaced):
        at_work.save(edited())
    assert apart(at_work) == Moved(path, path.with_name("nieuwe naam.hgkm"), is_copy=False)
    at_work.save(edited())
    assert len(at_work.headings()) == 2
    with open_file(at_work.path) as other:
        assert other.read_only
    at_work.close()
    assert sorted(contents(path.parent)) == ["nieuwe naam.hgkm", "ouder.hgkm"]


def test_the_same_content_in_another_file_is_gone_on_with(at_work: CaseFile) -> None:
    path = at_work.path
    shutil.copyfile(path, path.with_name("net zo.hgkm"))
    os.replace(path.with_name("net zo.hgkm"), path)
    with pytest.raises(FileReplaced):
        at_work.save(edited())
    assert apart(at_work) == Moved(path, path, is_copy=False)
    at_work.save(edited())
    with open_file(path) as other:
        assert other.read_only
        assert other.load(full_case().id) == edited()


def test_who_works_in_it_is_said_again_in_another_file(at_work: CaseFile) -> None:
    path = at_work.path
    shutil.copyfile(path, path.with_name("net zo.hgkm"))
    with open_file(path.with_name("net zo.hgkm")) as other:
        other.save(UNSEEN.put(an_event(title="van een collega")))
    os.replace(path.with_name("net zo.hgkm"), path)
    apart(at_work)
    at_work.save(edited())
    with open_file(path) as second:
        assert "al open op deze computer, sinds" in second.read_only_reason
    at_work.close()
    assert rows(path, "SELECT gesloten FROM zitting") == [(1,)]


def test_what_another_added_to_a_case_that_nobody_saw_is_gone_on_with(at_work: CaseFile) -> None:
    path = at_work.path
    shutil.copyfile(path, path.with_name("net zo.hgkm"))
    with open_file(path.with_name("net zo.hgkm")) as other:
        other.save(UNSEEN.put(an_event(title="van een collega")))
    os.replace(path.with_name("net zo.hgkm"), path)
    assert not apart(at_work).is_copy
    assert len(at_work.load(UNSEEN.id).events) == 2


def test_a_name_that_another_file_took_is_not_followed(at_work: CaseFile) -> None:
    """As a sync program does with two versions: the work is not left in what it set aside."""
    path = at_work.path
    path.rename(path.with_name("oefening-PC-7.hgkm"))
    replaced_by_an_older_one(path)
    assert apart(at_work).path.name == RESCUED


def test_a_file_that_someone_else_has_under_its_new_name_is_not_followed(at_work: CaseFile) -> None:
    path = at_work.path
    path.rename(path.with_name("nieuwe naam.hgkm"))
    with open_file(path.with_name("nieuwe naam.hgkm")) as other:
        assert not other.read_only
        assert apart(at_work).is_copy


# --- another folder -----------------------------------------------------------------------------


def test_without_its_folder_the_work_comes_in_another(at_work: CaseFile, tmp_path: Path) -> None:
    documents = tmp_path.parent / f"{tmp_path.name} documenten"
    documents.mkdir()
    own = at_work.path.parent
    own.rename(own.with_name(f"{own.name} weg"))
    with pytest.raises(FileReplaced):
        at_work.save(edited())
    assert apart(at_work, documents).path == documents / RESCUED
    at_work.save(full_case())
    at_work.close()
    assert [p.name for p in documents.iterdir()] == [RESCUED]


def test_an_empty_folder_in_its_place_is_not_its_folder(at_work: CaseFile, tmp_path: Path) -> None:
    """As is left of a stick or a share that was taken away."""
    documents = tmp_path.parent / f"{tmp_path.name} documenten"
    documents.mkdir()
    own = at_work.path.parent
    own.rename(own.with_name(f"{own.name} weg"))
    own.mkdir()
    assert apart(at_work, documents).path.parent == documents
    assert list(own.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other rights")
def test_a_folder_that_becomes_read_only_is_left_for_another(
    open_folder: Path, tmp_path: Path
) -> None:
    folder, documents = open_folder / "stick", open_folder / "documenten"
    for made in (folder, documents):
        made.mkdir()
        made.chmod(0o777)
    with without_rights():
        file = CaseFile.create(folder / "a.hgkm", PASSPHRASE, kdf=TEST)
        file.save(full_case())
        file.close()
        file = open_file(folder / "a.hgkm")
    folder.chmod(0o555)
    with without_rights():
        with pytest.raises(ReadOnlyFile):
            file.save(edited())
        assert apart(file, documents).path == documents / "a (herstel 14-32).hgkm"
        file.save(full_case())
        file.close()
    with open_file(documents / "a (herstel 14-32).hgkm") as rescued:
        assert rescued.load(full_case().id) == full_case()


def test_where_nothing_can_come_nothing_changes(at_work: CaseFile, tmp_path: Path) -> None:
    path, before = at_work.path, contents(at_work.path.parent)
    own = path.parent
    own.rename(own.with_name(f"{own.name} weg"))
    with pytest.raises(FolderMissing):
        apart(at_work, tmp_path / "die is er niet")
    own.with_name(f"{own.name} weg").rename(own)
    assert contents(own) == before
    at_work.save(edited())
    assert at_work.path == path


@needs_limits
def test_a_disk_that_takes_nothing_any_more_is_left_and_a_full_one_is_not(
    at_work: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_disk_of(0), pytest.raises(DiskFull):
        at_work.save(edited())
    monkeypatch.setattr("hgkm_desktop.casefile.open_file.is_on_read_only_disk", lambda _: True)
    with a_disk_of(0), pytest.raises(ReadOnlyFile):
        at_work.save(edited())
    at_work.path.unlink()
    apart(at_work)
    assert at_work.load(full_case().id) == edited()
    assert at_work.load(UNSEEN.id) == UNSEEN
    at_work.save(full_case())


@needs_limits
def test_on_a_full_disk_nothing_is_left_of_the_attempt(at_work: CaseFile) -> None:
    removed(at_work.path)
    before = contents(at_work.path.parent)
    with a_disk_of(20_000), pytest.raises(HgkmError):
        apart(at_work)
    assert contents(at_work.path.parent) == before
    assert apart(at_work).is_copy


@pytest.mark.usefixtures("small_steps")
def test_a_backup_that_is_being_copied_is_ended_first(file: CaseFile, tmp_path: Path) -> None:
    case = large_case()
    file.save(case)
    ended = []

    def copy() -> None:
        try:
            file.copy_for_backup(user_backup_dir(), HALF_PAST_TWO, in_steps=True)
        except BackupEnded as error:
            ended.append(error)

    thread = threading.Thread(target=copy)
    thread.start()
    while not list(user_backup_dir().rglob("*.new")):
        time.sleep(0.001)
    removed(file.path)
    moved = file.go_on_elsewhere((), HALF_PAST_TWO)
    thread.join()
    assert len(ended) == 1
    assert not list(user_backup_dir().rglob("*.new"))
    file.close()
    with open_file(moved.path) as rescued:
        assert rescued.load(case.id) == case


# --- noticed without opening it -----------------------------------------------------------------


@pytest.mark.parametrize("happen", [h for h in HAPPENS if h is not cut_short])
def test_a_look_notices_it(happen: Callable[[Path], None], at_work: CaseFile) -> None:
    assert at_work.is_as_left
    at_work.save(edited())
    assert at_work.is_as_left
    happen(at_work.path)
    assert not at_work.is_as_left


@pytest.mark.usefixtures("impatient")
def test_a_look_at_a_busy_or_a_locked_file_finds_nothing(at_work: CaseFile) -> None:
    at_work.connection.execute("PRAGMA shrink_memory").fetchall()
    with another_program_doing(at_work.path, "BEGIN EXCLUSIVE"):
        assert at_work.is_as_left
    at_work.lock()
    assert at_work.is_as_left
    removed(at_work.path)
    assert not at_work.is_as_left


@needs_limits
def test_after_a_file_could_not_be_written_anew_a_save_finds_out(at_work: CaseFile) -> None:
    with a_disk_of(20_000), pytest.raises(DiskFull):
        at_work.vacuum()
    assert at_work.is_as_left
    at_work.save(edited())
    changed_by_another(at_work.path)
    assert not at_work.is_as_left


# --- while it was locked ------------------------------------------------------------------------


@pytest.mark.parametrize("happen", HAPPENS)
def test_what_happened_while_it_was_locked_costs_no_work(
    happen: Callable[[Path], None], at_work: CaseFile
) -> None:
    path = at_work.path
    at_work.lock()
    happen(path)
    there = state_of(path)
    with pytest.raises(HgkmError):
        at_work.unlock(PASSPHRASE)
    moved = apart(at_work)
    assert moved.path.name == RESCUED
    at_work.close()
    assert state_of(path) == there
    with open_file(moved.path) as rescued:
        assert rescued.load(full_case().id) == edited()
        assert rescued.load(UNSEEN.id) == UNSEEN


def test_a_new_name_that_it_got_while_locked_is_followed(at_work: CaseFile) -> None:
    path = at_work.path
    at_work.lock()
    path.rename(path.with_name("nieuwe naam.hgkm"))
    with pytest.raises(FileReplaced):
        at_work.unlock(PASSPHRASE)
    assert not apart(at_work).is_copy
    at_work.save(edited())


def test_a_look_at_a_damaged_or_closed_file(at_work: CaseFile) -> None:
    at_work.connection.execute("PRAGMA shrink_memory").fetchall()
    with at_work.path.open("r+b") as raw:
        raw.seek(16)
        raw.write(b"x" * 4000)
    assert not at_work.is_as_left
    other = CaseFile.create(at_work.path.with_name("ander.hgkm"), PASSPHRASE, kdf=TEST)
    other.close()
    assert other.is_as_left
    with open_file(other.path, read_only=True) as reader:
        other.path.unlink()
        assert reader.is_as_left, "nothing of it can be lost"


@pytest.mark.parametrize(("happen", "is_left"), [(state_of, True), (removed, False)])
def test_after_trouble_a_look_connects_again(
    happen: Callable[[Path], object], is_left: bool, at_work: CaseFile
) -> None:
    at_work.disconnect()
    happen(at_work.path)
    assert at_work.is_as_left is is_left
    assert at_work.is_away is not is_left


def test_what_was_issued_of_a_case_that_is_removed_is_not_kept_apart(at_work: CaseFile) -> None:
    at_work.issue(UNSEEN.id, an_uitgave(b"anders"), b"anders")
    at_work.remove(UNSEEN.id)
    at_work.destroy(
        full_case().id,
        function="archivaris",
        ground="bewaartermijn",
        on=HALF_PAST_TWO.date(),
        folder=user_backup_dir(),
    )
    at_work.finish_destroying(user_backup_dir(), HALF_PAST_TWO)
    noted = at_work.destroyed()
    at_work.path.unlink()
    at_work.go_on_elsewhere([], HALF_PAST_TWO)
    assert at_work.headings() == ()
    assert at_work.destroyed() == noted, "once, though the backup has it too"
