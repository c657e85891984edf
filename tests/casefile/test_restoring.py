"""Backups are looked through on demand, and put back without taking the place of anything."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from hgkm_desktop.casefile import (
    TEST,
    Backup,
    BackupDamaged,
    BackupGone,
    BackupState,
    CaseFile,
    FileExists,
    ReadOnlyFile,
    WayBack,
    WrongGroup,
    WrongPassphrase,
    backups_of,
    backups_of_closed,
    check_backups,
    newest_good,
    restore,
    restored_path,
)
from hgkm_desktop.casefile.backups import note_as_bad
from hgkm_desktop.paths import user_backup_dir
from tests.casefile.files import PASSPHRASE, contents, new_file, open_file
from tests.casefile.full_case import full_case
from tests.casefile.test_backups import NOON, back_up, states
from tests.casefile.trouble import a_disk_of, needs_limits


def spoil(backup: Backup, position: int = -2000) -> None:
    data = bytearray(backup.path.read_bytes())
    data[position] ^= 1
    backup.path.write_bytes(bytes(data))


# --- looking through ----------------------------------------------------------------------------


@pytest.fixture
def three(file: CaseFile, tmp_path: Path) -> tuple[Backup, ...]:
    folder = tmp_path / "back-ups"
    file.save(full_case())
    for day in range(3):
        back_up(file, folder, NOON + timedelta(days=day))
    return backups_of(file.header, folder)


def test_a_check_says_what_is_in_each(three: tuple[Backup, ...]) -> None:
    found = list(check_backups(three, PASSPHRASE, NOON + timedelta(days=9), kdf=TEST))
    assert [(f.backup, f.state, f.cases) for f in found] == [
        (backup, BackupState.GOOD, 1) for backup in three
    ]
    again = backups_of(three[0].header, three[0].path.parents[1])
    assert {b.checked for b in again} == {NOON + timedelta(days=9)}


def test_a_check_finds_what_is_wrong_and_remembers_it(three: tuple[Backup, ...]) -> None:
    spoil(three[0])
    three[1].path.unlink()
    assert states(three) == [BackupState.DAMAGED, BackupState.GONE, BackupState.GOOD]
    again = backups_of(three[0].header, three[0].path.parents[1])
    assert [b.is_bad for b in again] == [True, False]
    assert states(again) == [BackupState.DAMAGED, BackupState.GOOD]


@pytest.mark.parametrize("position", [0, 15, 16, 4096, -1])
def test_no_damage_counts_as_good(three: tuple[Backup, ...], position: int) -> None:
    spoil(three[0], position)
    assert states(three[:1]) != [BackupState.GOOD]


def test_another_passphrase_is_no_damage(three: tuple[Backup, ...]) -> None:
    assert states(three, "vijf heel andere woorden samen") == [BackupState.OTHER_PASSPHRASE] * 3
    assert not any(b.is_bad for b in backups_of(three[0].header, three[0].path.parents[1]))


def test_the_newest_good_one_is_found(three: tuple[Backup, ...], file: CaseFile) -> None:
    file.close()
    spoil(three[0])
    folder = three[0].path.parents[1]
    found = backups_of_closed(file.path, folder)
    assert newest_good(found, PASSPHRASE, NOON, kdf=TEST) == three[1]
    with pytest.raises(WrongPassphrase):
        newest_good(found[1:], "vijf heel andere woorden samen", NOON, kdf=TEST)
    other = file.path.with_name("ander.hgkm")
    new_file(other).close()
    assert backups_of_closed(other, folder) == ()
    assert newest_good((), PASSPHRASE, NOON, kdf=TEST) is None


def test_a_backup_opened_where_it_stands_can_only_be_read(file: CaseFile) -> None:
    file.save(full_case())
    backup = back_up(file, user_backup_dir())
    before = contents(backup.path.parent)
    with open_file(backup.path) as opened:
        assert opened.read_only
        assert opened.load(full_case().id) == full_case()
        with pytest.raises(ReadOnlyFile):
            opened.save(full_case().drop_event(full_case().events[0].id))
    assert contents(backup.path.parent) == before


# --- putting back -------------------------------------------------------------------------------


def test_a_backup_is_put_back_beside_the_file(three: tuple[Backup, ...], file: CaseFile) -> None:
    before = contents(three[0].path.parent)
    path = restored_path(file.path, date(2026, 3, 4))
    assert path.name == "oefening (hersteld op 4-3-2026).hgkm"
    restore(three[1], PASSPHRASE, path, NOON, kdf=TEST)
    assert contents(three[0].path.parent) == before
    assert restored_path(file.path, date(2026, 3, 4)).stem == f"{path.stem} 2"
    with open_file(path) as restored:
        assert restored.load(full_case().id) == full_case()
        restored.save(full_case().drop_event(full_case().events[0].id))


def test_putting_back_never_overwrites(three: tuple[Backup, ...], file: CaseFile) -> None:
    file.save(full_case().drop_event(full_case().events[0].id))
    with pytest.raises(FileExists):
        restore(three[0], PASSPHRASE, file.path, NOON, kdf=TEST)
    assert file.load(full_case().id) != full_case()


def test_what_is_not_good_is_not_put_back(three: tuple[Backup, ...], tmp_path: Path) -> None:
    spoil(three[0])
    three[1].path.unlink()
    path = tmp_path / "terug.hgkm"
    for backup, problem in ((three[0], BackupDamaged), (three[1], BackupGone)):
        with pytest.raises(problem):
            restore(backup, PASSPHRASE, path, NOON, kdf=TEST)
    with pytest.raises(WrongPassphrase):
        restore(three[2], "vijf heel andere woorden samen", path, NOON, kdf=TEST)
    assert not path.exists()
    assert not path.with_name("terug.hgkm.new").exists()


@needs_limits
def test_a_full_disk_leaves_nothing_half_put_back(
    three: tuple[Backup, ...], tmp_path: Path
) -> None:
    path = tmp_path / "terug.hgkm"
    with a_disk_of(20_000), pytest.raises(Exception, match="schijf"):
        restore(three[0], PASSPHRASE, path, NOON, kdf=TEST)
    assert not list(tmp_path.glob("terug*"))


def test_a_backup_that_was_called_bad_stays_so_though_a_check_finds_nothing(
    three: tuple[Backup, ...],
) -> None:
    note_as_bad(three[0])
    (bad, *_) = backups_of(three[0].header, three[0].path.parents[1])
    (finding,) = check_backups([bad], PASSPHRASE, NOON, kdf=TEST)
    assert finding.state is BackupState.GOOD
    assert backups_of(bad.header, bad.path.parents[1])[0].is_bad


def test_a_mistyped_code_names_its_group_by_what_it_opens(
    file: CaseFile, three: tuple[Backup, ...]
) -> None:
    code = file.recovery_code()
    mistyped = f"{'0000' if code[:4] != '0000' else '1111'}{code[4:]}"
    file.close()
    with pytest.raises(WrongGroup) as wrong:
        WayBack.by_code(file.path, three, mistyped, kdf=TEST)
    assert wrong.value.group == 1
    way = WayBack.by_code(file.path, three, code, kdf=TEST)
    assert way.newest_good(NOON) == three[0]
    way.forget()
    assert way.newest_good(NOON) is None


def test_a_way_back_by_passphrase_is_forgotten_too(
    file: CaseFile, three: tuple[Backup, ...]
) -> None:
    way = WayBack(file.path, three, PASSPHRASE, kdf=TEST)
    assert not way.is_elsewhere(three[0])
    way.forget()
    assert way.newest_good(NOON) is None


def test_what_only_looks_like_a_backup_is_none(three: tuple[Backup, ...]) -> None:
    own = three[0].path.parent
    own.joinpath("000009-20269999-120000-0123abcd.hgkm").write_bytes(b"geen dag")
    own.joinpath("lees mij.txt").write_bytes(b"geen back-up")
    assert backups_of(three[0].header, own.parent) == three
