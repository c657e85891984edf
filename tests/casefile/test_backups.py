"""Backups are whole, hold back no edit, stay as the rule says, and are never put over anything."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hgkm_desktop.casefile import (
    TEST,
    Backup,
    BackupEnded,
    BackupFailed,
    BackupState,
    CaseFile,
    DamagedFile,
    WrongPassphrase,
    all_backups,
    backing_up,
    backups_of,
    check_backups,
    newest_good,
    place_of,
)
from hgkm_desktop.casefile.backups import note_as_bad, to_keep
from hgkm_desktop.models.case import Case
from hgkm_desktop.paths import user_backup_dir
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, contents, new_file, open_file, rows
from tests.casefile.full_case import full_case
from tests.casefile.make_golden import GOLDEN, golden_passphrase
from tests.casefile.trouble import a_disk_of, another_program_doing, needs_limits
from tests.proofs.backups_over_months import a_backup, months_of_backups, rule_by_hand

NOON = datetime(2026, 3, 2, 12, 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "back-ups"


def back_up(file: CaseFile, folder: Path, now: datetime = NOON) -> Backup:
    return file.copy_for_backup(folder, now).keep()


def states(backups: tuple[Backup, ...], passphrase: str = PASSPHRASE) -> list[BackupState]:
    found = check_backups(backups, passphrase, NOON + timedelta(days=9), kdf=TEST)
    return [finding.state for finding in found]


def large_case() -> Case:
    """More than 1 MB, so that copying it takes a good many steps."""
    return a_case_with(*(an_event(fact="x" * 20_000) for _ in range(60)))


# --- one backup ---------------------------------------------------------------------------------


def test_a_backup_is_the_file_and_its_passphrase_opens_it(file: CaseFile, folder: Path) -> None:
    file.save(full_case())
    backup = back_up(file, folder)
    assert backup.path.read_bytes()[:16] == file.path.read_bytes()[:16] == backup.header
    assert (backup.made, backup.checked, backup.number) == (NOON, NOON, 1)
    assert backup.size == backup.path.stat().st_size
    assert backups_of(file.header, folder) == (backup,)
    assert os.listdir(backup.path.parent) == [backup.path.name]
    with open_file(backup.path, read_only=True) as opened:
        assert opened.load(full_case().id) == full_case()


def test_another_program_reads_a_backup(file: CaseFile, folder: Path) -> None:
    file.save(full_case())
    assert rows(back_up(file, folder).path, "SELECT id FROM casus") == [(full_case().id,)]


def test_names_say_nothing_of_the_file(tmp_path: Path, folder: Path) -> None:
    with new_file(tmp_path / "Jansen.hgkm") as file:
        file.save(full_case())
        path = back_up(file, folder).path.relative_to(folder)
    assert "jansen" not in str(path).lower()
    assert path.stem.startswith("000001-20260302-120000-")


def test_nothing_readable_reaches_the_disk(file: CaseFile, folder: Path) -> None:
    file.save(a_case_with(an_event(title="kanarie in de mijn")))
    file.copy_for_backup(folder, NOON)
    back_up(file, folder)
    written = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert written
    assert not any(b"kanarie" in data or b"SQLite format" in data for data in written)


def test_a_file_finds_its_backups_where_it_moved_to(path: Path, folder: Path) -> None:
    with new_file(path) as file:
        backup = back_up(file, folder)
    with new_file(path.with_name("ander.hgkm")) as other:
        back_up(other, folder)
    moved = path.rename(path.with_name("elders.hgkm"))
    with open_file(moved) as file:
        assert backups_of(file.header, folder) == (backup,)
    assert len(all_backups(folder)) == 2


def test_a_damaged_header_still_finds_its_backups(file: CaseFile, folder: Path) -> None:
    backup = back_up(file, folder)
    header = bytearray(file.header)
    header[5] ^= 0x10
    assert backups_of(bytes(header), folder) == (backup,)
    assert backups_of(bytes(16), folder) == ()


def test_the_number_goes_on_whatever_the_clock_says(file: CaseFile, folder: Path) -> None:
    for years in (0, 10, -10):
        back_up(file, folder, NOON.replace(year=NOON.year + years))
    assert [(b.number, b.made.year) for b in backups_of(file.header, folder)] == [
        (3, 2016),
        (2, 2036),
        (1, 2026),
    ]


def test_a_file_that_was_only_read_has_counted_no_change(path: Path) -> None:
    with new_file(path) as file:
        assert file.changes == 0
        file.save(full_case())
        assert file.changes == 1
    with open_file(path) as file:
        file.load(full_case().id)
        assert file.changes == 0


# --- while someone types ------------------------------------------------------------------------


def test_no_edit_is_refused_during_a_backup(
    file: CaseFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy holds one of the values that the case had, with all of its records."""
    monkeypatch.setattr(backing_up, "_STEP", 8)
    case = large_case()
    file.save(case)
    values, kept = [case], []
    thread = threading.Thread(
        target=lambda: kept.append(file.copy_for_backup(folder, NOON, in_steps=True))
    )
    thread.start()
    while thread.is_alive():
        event = case.events[len(values) % 60]
        case = case.put(replace(event, title=f"versie {len(values)}"))
        file.save(case)
        values.append(case)
    thread.join()
    assert len(values) > 5
    with open_file(kept[0].keep().path, read_only=True) as backup:
        assert backup.load(case.id) in values
    assert file.load(case.id) == case


@pytest.mark.usefixtures("impatient")
def test_a_reader_of_its_own_would_have_refused_edits(file: CaseFile) -> None:
    """The control of the test above: this is why a backup uses the connection of the edits."""
    file.save(full_case())
    reading = ("BEGIN", "SELECT * FROM gebeurtenis LIMIT 1")
    with another_program_doing(file.path, *reading), pytest.raises(Exception, match="in gebruik"):
        file.save(full_case().drop_event(full_case().events[0].id))


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy that takes many seconds, unless it is ended."""
    monkeypatch.setattr(backing_up, "_STEP", 1)
    monkeypatch.setattr(backing_up, "_BETWEEN_STEPS", 0.02)


@pytest.mark.usefixtures("small_steps")
def test_closing_ends_a_backup(file: CaseFile, folder: Path) -> None:
    file.save(large_case())
    ended = []

    def copy() -> None:
        try:
            file.copy_for_backup(folder, NOON, in_steps=True)
        except BackupEnded as error:
            ended.append(error)

    thread = threading.Thread(target=copy)
    thread.start()
    _wait_for_copying(folder)
    file.close()
    thread.join()
    assert len(ended) == 1
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    with open_file(file.path) as opened:
        assert not opened.read_only


@pytest.mark.usefixtures("small_steps")
def test_a_newer_backup_ends_the_one_before(file: CaseFile, folder: Path) -> None:
    file.save(large_case())
    ended = []

    def copy() -> None:
        try:
            file.copy_for_backup(folder, NOON, in_steps=True)
        except BackupEnded as error:
            ended.append(error)

    thread = threading.Thread(target=copy)
    thread.start()
    _wait_for_copying(folder)
    backup = back_up(file, folder, NOON + timedelta(hours=1))
    thread.join()
    assert len(ended) == 1
    assert states((backup,)) == [BackupState.GOOD]
    assert backups_of(file.header, folder) == (replace(backup, checked=NOON + timedelta(days=9)),)


def _wait_for_copying(folder: Path) -> None:
    while not list(folder.rglob("*.new")):
        time.sleep(0.001)


# --- when it cannot be made ---------------------------------------------------------------------


@needs_limits
def test_a_full_disk_leaves_the_older_backup_and_the_file(file: CaseFile, folder: Path) -> None:
    file.save(full_case())
    before = back_up(file, folder)
    with a_disk_of(20_000), pytest.raises(BackupFailed):
        file.copy_for_backup(folder, NOON + timedelta(days=1))
    assert backups_of(file.header, folder) == (before,)
    assert os.listdir(before.path.parent) == [before.path.name]
    file.save(full_case().drop_event(full_case().events[0].id))


def test_no_folder_to_be_had_is_said(file: CaseFile, folder: Path) -> None:
    folder.write_text("hier staat al iets")
    with pytest.raises(BackupFailed):
        file.copy_for_backup(folder, NOON)
    file.save(full_case())


def test_a_copy_that_is_not_in_order_is_not_kept(file: CaseFile, folder: Path) -> None:
    file.save(full_case())
    before = [back_up(file, folder, NOON + timedelta(days=day)) for day in range(20)]
    present = backups_of(file.header, folder)
    copied = file.copy_for_backup(folder, NOON + timedelta(days=30))
    new = copied.path
    data = bytearray(new.read_bytes())
    data[-2000] ^= 1
    new.write_bytes(bytes(data))
    with pytest.raises(BackupFailed, match="niet in orde"):
        copied.keep()
    assert backups_of(file.header, folder) == present
    assert before[-1] in present
    assert sorted(os.listdir(new.parent)) == sorted(b.path.name for b in present)


def test_a_damaged_file_replaces_no_backup(path: Path, folder: Path) -> None:
    with new_file(path) as file:
        file.save(full_case())
        good = back_up(file, folder)
    page = rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'gebeurtenis'")[0][0]
    data = bytearray(path.read_bytes())
    data[page * 4096 - 2000] ^= 1
    path.write_bytes(bytes(data))
    with open_file(path) as file, pytest.raises(DamagedFile):
        back_up(file, folder)
    assert newest_good(backups_of(good.header, folder), PASSPHRASE, NOON, kdf=TEST) == good


def test_no_damaged_page_gets_into_a_backup_as_zeros(path: Path, folder: Path) -> None:
    """SQLCipher copies a damaged page as zeros: in the last page of a text no check sees that.

    Tried are all pages of the texts, and one of each other kind of page that there is.
    """
    with new_file(path) as file:
        file.save(a_case_with(*(an_event(fact="x" * size) for size in (5_000, 9_000, 20_000))))
    kinds = rows(path, "SELECT name, pagetype, pageno FROM dbstat WHERE pageno > 1")
    of_texts = [page for _, kind, page in kinds if kind == "overflow"]
    others = {(name == "gebeurtenis", kind): page for name, kind, page in kinds}
    assert len(of_texts) == 1 + 2 + 5
    whole = path.read_bytes()
    for page in {*of_texts, *others.values()}:
        data = bytearray(whole)
        data[(page - 1) * 4096 + 1000] ^= 1
        path.write_bytes(bytes(data))
        with pytest.raises((DamagedFile, WrongPassphrase)), open_file(path) as file:
            back_up(file, folder)
    assert backups_of(whole[:16], folder) == ()


# --- looked at before it is kept ----------------------------------------------------------------


def test_a_copy_tells_whether_it_holds_what_the_newest_backup_does_not(
    file: CaseFile, folder: Path
) -> None:
    file.save(full_case())
    first = file.copy_for_backup(folder, NOON).check()
    assert first.is_new
    kept = first.keep()
    again = file.copy_for_backup(folder, NOON + timedelta(days=1)).check()
    assert not again.is_new
    again.drop()
    file.save(full_case().drop_event(full_case().events[0].id))
    assert file.copy_for_backup(folder, NOON + timedelta(days=2)).check().is_new
    assert backups_of(file.header, folder) == (kept,)


def test_a_copy_that_is_dropped_leaves_nothing(file: CaseFile, folder: Path) -> None:
    file.save(full_case())
    file.copy_for_backup(folder, NOON).check().drop()
    assert os.listdir(folder) == []


def test_who_only_looks_leaves_the_backups_of_another_alone(file: CaseFile, folder: Path) -> None:
    file.save(full_case())
    held = file.copy_for_backup(folder, NOON).check()
    with open_file(file.path, read_only=True) as reader:
        reader.copy_for_backup(folder, NOON).check().drop()
    assert held.keep() in backups_of(file.header, folder)


def test_copies_of_the_same_second_do_not_meet(file: CaseFile, folder: Path) -> None:
    first = file.copy_for_backup(folder, NOON)
    file.save(full_case())
    second = file.copy_for_backup(folder, NOON)
    kept = (first.keep(), second.keep())
    assert [backup.number for backup in kept] == [1, 2]
    assert states(kept) == [BackupState.GOOD] * 2
    assert [finding.cases for finding in check_backups(kept, PASSPHRASE, NOON, kdf=TEST)] == [0, 1]


def test_what_was_cut_off_long_ago_goes_and_what_is_in_the_making_stays(
    file: CaseFile, folder: Path
) -> None:
    held = file.copy_for_backup(folder, NOON).check()
    left = held.copied.path.with_name("0123456789abcdef.hgkm.new")
    left.write_bytes(b"half")
    an_hour_ago = time.time() - 3_700
    os.utime(left, (an_hour_ago, an_hour_ago))
    back_up(file, folder)
    assert not left.exists()
    assert held.copied.path.exists()
    held.drop()


def test_a_copy_that_is_held_is_not_kept_after_a_newer_one(file: CaseFile, folder: Path) -> None:
    held = file.copy_for_backup(folder, NOON).check()
    newer = back_up(file, folder, NOON + timedelta(hours=1))
    with pytest.raises(BackupEnded):
        held.keep()
    assert backups_of(file.header, folder) == (newer,)


# --- before a file is brought up to date --------------------------------------------------------


def test_an_older_file_is_backed_up_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "oud.hgkm"
    path.write_bytes((GOLDEN / "v1.hgkm").read_bytes())
    with CaseFile.open(path, golden_passphrase(), kdf=TEST, clock=lambda: NOON) as file:
        assert not file.read_only
        (backup,) = backups_of(file.header, user_backup_dir())
    assert backup.made == NOON
    assert rows(backup.path, "PRAGMA user_version", golden_passphrase()) == [(1,)]
    with CaseFile.open(path, golden_passphrase(), kdf=TEST):
        assert backups_of(file.header, user_backup_dir()) == (backup,)


def test_without_a_backup_an_older_file_is_shown_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "oud.hgkm"
    path.write_bytes((GOLDEN / "v1.hgkm").read_bytes())
    user_backup_dir().parent.mkdir(parents=True)
    user_backup_dir().write_text("hier staat al iets")
    before = contents(tmp_path)
    with CaseFile.open(path, golden_passphrase(), kdf=TEST) as file:
        assert file.read_only
        assert "back-up" in file.read_only_reason
        assert file.load(full_case().id) == full_case(1)
    assert contents(tmp_path) == before


# --- which stay ---------------------------------------------------------------------------------


def test_fifty_months_of_backups_keep_the_rule() -> None:
    made: list[Backup] = []
    for backup in months_of_backups(50, seed=7):
        made.append(backup)
        kept = to_keep(made)
        assert kept == rule_by_hand(made)
        made = [b for b in made if b in kept]  # what is gone can never come back
    assert 10 <= len(made) <= 10 + 7 + 4 + 6


def test_thinning_step_by_step_keeps_what_thinning_at_once_keeps() -> None:
    every = list(months_of_backups(8, seed=3))
    present: list[Backup] = []
    for backup in every:
        present = [b for b in (*present, backup) if b in to_keep([*present, backup])]
    assert set(present) == to_keep(every)


def test_a_clock_that_was_wrong_once_takes_no_backup_away() -> None:
    days = [a_backup(n, NOON + timedelta(days=n)) for n in range(1, 40)]
    wrong = replace(days[30], made=NOON.replace(year=2046))
    kept = to_keep([*days[:30], wrong, *days[31:]])
    assert to_keep(days) - kept <= {days[30], min(to_keep(days), key=lambda b: b.number)}
    assert {b.number for b in kept} >= set(range(30, 40))


def test_a_clock_that_was_set_back_keeps_the_newest_work() -> None:
    """Newest goes by number: what is made after it looks older than all the rest."""
    before = [a_backup(n, NOON + timedelta(days=n)) for n in range(1, 40)]
    after = [a_backup(n, NOON + timedelta(days=n - 4_000)) for n in range(40, 50)]
    assert to_keep([*before, *after]) >= set(after)


def test_a_damaged_backup_goes_with_no_thinning(file: CaseFile, folder: Path) -> None:
    """It may hold what no other one does."""
    first = back_up(file, folder)
    note_as_bad(first)
    for minute in range(12):
        back_up(file, folder, NOON + timedelta(minutes=minute + 1))
    numbers = [backup.number for backup in backups_of(file.header, folder)]
    assert numbers == [*range(13, 3, -1), first.number]


def test_a_bad_backup_is_not_counted() -> None:
    days = [a_backup(n, NOON + timedelta(days=n)) for n in range(1, 12)]
    bad = [replace(b, is_bad=True) for b in days[5:]]
    assert to_keep([*days[:5], *bad]) == set(days[:5])


def test_working_in_a_copy_takes_no_backup_from_the_file(path: Path, folder: Path) -> None:
    with new_file(path) as file:
        first = back_up(file, folder)
        copy = path.with_name("kopie.hgkm")
        file.copy_to(copy)
    with open_file(copy) as file:
        for minute in range(12):
            back_up(file, folder, NOON + timedelta(minutes=minute + 1))
        present = backups_of(file.header, folder)
    assert len(present) == 11
    assert first in present
    assert first.place == place_of(path, first.header) != present[0].place
