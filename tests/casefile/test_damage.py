"""A damaged file is noticed, never written, read as far as it can be, and left by its backup."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import DatabaseError

from hgkm_desktop.casefile import (
    TEST,
    BackupFailed,
    CaseFile,
    DamagedFile,
    DamagedHeader,
    NotACaseFile,
    ReadOnlyFile,
    WayBack,
    WrongCode,
    WrongPassphrase,
    backups_of_closed,
    last_saved,
    read_other,
    restored_path,
)
from tests.builders import a_case_with, an_event
from tests.casefile import damage
from tests.casefile.files import PASSPHRASE, new_file, open_file
from tests.casefile.full_case import RUZIE, full_case
from tests.casefile.test_backups import NOON, back_up
from tests.casefile.trouble import a_disk_of, needs_limits

OTHER_ID = "0000000000000000000000000000ca5f"


# Some 40 pages that no other case has a part in.
LONG = replace(
    a_case_with(*(an_event(fact="x" * 20_000) for _ in range(8))), id=OTHER_ID, code="LANG"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "back-ups"


@pytest.fixture
def two_cases(path: Path, folder: Path) -> Path:
    """A closed file with a whole case and a long one, and a backup of it."""
    with new_file(path) as file:
        file.save(full_case())
        file.save(LONG)
        back_up(file, folder)
    return path


def last_page(path: Path) -> int:
    return path.stat().st_size // damage.PAGE


# --- noticed ------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(12))
def test_damage_anywhere_is_found_by_a_check(two_cases: Path, folder: Path, seed: int) -> None:
    """A check of the file as it is open, which is what the window does."""
    damage.do(two_cases, damage.at_random(two_cases.stat().st_size, seed))
    before = two_cases.read_bytes()
    with pytest.raises(DamagedFile), open_file(two_cases) as file:
        file.copy_for_backup(folder, NOON).check()
    assert two_cases.read_bytes() == before
    assert len(backups_of_closed(two_cases, folder)) == 1
    assert not list(folder.rglob("*.new"))


def test_a_check_of_a_whole_file_finds_nothing(two_cases: Path, folder: Path) -> None:
    """The control of the test above."""
    with open_file(two_cases) as file:
        file.copy_for_backup(folder, NOON).check().drop()


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        (damage.flip(3), DamagedHeader),
        (damage.flip(1000), WrongPassphrase),
        (damage.cut(-damage.PAGE), DamagedFile),
        (damage.cut(3 * damage.PAGE), DamagedFile),
        (damage.cut(700), DamagedFile),
        (damage.cut(0), NotACaseFile),
    ],
    ids=["header", "page 1", "last page cut off", "three pages left", "no page left", "empty"],
)
def test_what_cannot_be_opened_is_refused_and_its_backup_found(
    two_cases: Path, folder: Path, harm: damage.Damage, problem: type[Exception]
) -> None:
    damage.do(two_cases, harm)
    before = two_cases.read_bytes()
    with pytest.raises(problem):
        open_file(two_cases)
    way = WayBack(two_cases, backups_of_closed(two_cases, folder), PASSPHRASE, kdf=TEST)
    backup = way.newest_good(NOON)
    assert backup is not None
    with way.put_back(backup, folder, NOON) as file:
        assert file.path == restored_path(two_cases, NOON.date()).with_stem(file.path.stem)
        assert file.load(OTHER_ID) == LONG
        assert not file.read_only
    assert two_cases.read_bytes() == before


def test_no_page_is_read_as_zeros(two_cases: Path) -> None:
    """SQLCipher gives zeros for the first damaged page, without a word."""
    whole = two_cases.read_bytes()
    for page in range(last_page(two_cases), 1, -12):
        two_cases.write_bytes(whole)
        damage.do(two_cases, damage.flip_page(page))
        with suppress(DamagedFile), open_file(two_cases) as file:
            for case in (LONG, full_case()):
                with suppress(DamagedFile):
                    assert file.load(case.id) == case


def test_no_page_is_copied_as_zeros(two_cases: Path) -> None:
    whole, copy = two_cases.read_bytes(), two_cases.with_name("kopie.hgkm")
    for page in range(last_page(two_cases), 1, -12):
        two_cases.write_bytes(whole)
        damage.do(two_cases, damage.flip_page(page))
        with suppress(DamagedFile), open_file(two_cases) as file:
            file.copy_to(copy)
        if copy.exists():
            with open_file(copy) as file:
                assert all(file.load(h.id) in (LONG, full_case()) for h in file.headings())
            copy.unlink()


# --- a disk that stumbles -----------------------------------------------------------------------


def test_a_page_that_reads_well_the_second_time_is_no_damage(two_cases: Path) -> None:
    """The page is whole again while the file waits to read it once more."""
    whole = two_cases.read_bytes()
    with open_file(two_cases) as file:
        harm_in_place(two_cases, damage.flip_page(last_page(two_cases)))
        with pytest.raises(DamagedFile):
            file.copy_for_backup(two_cases.parent, NOON)
        put_bytes(two_cases, whole)
        assert file.load(OTHER_ID) == LONG
        file.save(LONG.drop_event(LONG.events[0].id))
        assert not file.is_damaged


def test_a_save_after_a_stumble_is_no_save_into_a_read_only_file(
    two_cases: Path, folder: Path
) -> None:
    """A connection that met damage says of every write that the file is read-only."""
    whole = two_cases.read_bytes()
    with open_file(two_cases) as file:
        file.load(full_case().id)
        harm_in_place(two_cases, damage.flip_page(last_page(two_cases)))
        with pytest.raises(DamagedFile):
            file.copy_for_backup(folder, NOON)
        put_bytes(two_cases, whole)
        changed = full_case().put(replace(RUZIE, title="anders"))
        file.save(changed)
    with open_file(two_cases) as file:
        assert file.load(full_case().id) == changed


def harm_in_place(path: Path, harm: damage.Damage) -> None:
    data = bytearray(path.read_bytes())
    harm(data)
    put_bytes(path, bytes(data))


def put_bytes(path: Path, data: bytes) -> None:
    """As a disk would: the file stays the same one, and no other program wrote in it."""
    with path.open("r+b") as file:
        file.write(data)


# --- damaged for good ---------------------------------------------------------------------------


def damaged_long_case(path: Path) -> None:
    damage.do(path, damage.flip_page(last_page(path)))


def test_a_damaged_case_leaves_the_others_to_be_read(two_cases: Path) -> None:
    damaged_long_case(two_cases)
    before = two_cases.read_bytes()
    with open_file(two_cases) as file:
        with pytest.raises(DamagedFile):
            file.load(OTHER_ID)
        assert file.is_damaged
        assert file.read_only
        assert "beschadigd" in file.read_only_reason
        assert file.load(full_case().id) == full_case()
        whole, not_whole = file.readable()
        assert [[case.id for case in cases] for cases in (whole, not_whole)] == [
            [full_case().id],
            [OTHER_ID],
        ]
        with pytest.raises(ReadOnlyFile):
            file.save(full_case().drop_event(RUZIE.id))
    assert two_cases.read_bytes() == before


def test_a_copy_of_a_damaged_file_holds_what_is_whole_and_what_was_not_saved(
    two_cases: Path,
) -> None:
    damaged_long_case(two_cases)
    unsaved = full_case().put(replace(RUZIE, title="nog niet opgeslagen"))
    copy = two_cases.with_name("kopie.hgkm")
    with open_file(two_cases) as file:
        with pytest.raises(DamagedFile):
            file.load(OTHER_ID)
        file.copy_to(copy, unsaved=[unsaved])
    with open_file(copy) as file:
        assert file.load(full_case().id) == unsaved
        assert len(file.headings()) == 1


def test_work_in_a_file_that_is_damaged_goes_on_in_a_new_one(two_cases: Path) -> None:
    """It stands where it stood and can be read, but nothing may be written in it any more."""
    unsaved = full_case().put(replace(RUZIE, title="nog niet opgeslagen"))
    with open_file(two_cases) as file:
        file.load(full_case().id)
        file.stop_writing()
        moved = file.go_on_elsewhere([], NOON, unsaved=[unsaved])
        assert moved.is_copy
        assert file.path == moved.path != two_cases
        assert file.load(full_case().id) == unsaved
        file.save(full_case())


def test_damaged_settings_leave_every_case_to_be_read(two_cases: Path) -> None:
    damage.do(two_cases, damage.flip_page(damage.page_of(two_cases, "settings")))
    with open_file(two_cases) as file:
        assert file.is_damaged
        assert file.load(full_case().id) == full_case()
        assert len(file.readable()[0]) == 2


def test_a_damaged_file_can_be_locked_and_unlocked(two_cases: Path) -> None:
    damaged_long_case(two_cases)
    with open_file(two_cases) as file:
        with pytest.raises(DamagedFile):
            file.load(OTHER_ID)
        file.lock()
        file.unlock(PASSPHRASE)
        assert file.load(full_case().id) == full_case()
        assert file.read_only


# --- the way back -------------------------------------------------------------------------------


def test_an_open_file_finds_its_backup_without_its_passphrase(
    two_cases: Path, folder: Path
) -> None:
    damaged_long_case(two_cases)
    before = two_cases.read_bytes()
    with open_file(two_cases) as file:
        way = WayBack.of_open(file, folder, kdf=TEST)
        backup = way.newest_good(NOON)
        assert backup is not None
        with way.put_back(backup, folder, NOON) as restored:
            assert restored.load(OTHER_ID) == LONG
        way.forget()
    assert two_cases.read_bytes() == before


def test_a_herstelcode_finds_the_backup_too(two_cases: Path, folder: Path) -> None:
    with open_file(two_cases) as file:
        code = file.recovery_code()
    damage.do(two_cases, damage.flip(1000))
    backups = backups_of_closed(two_cases, folder)
    way = WayBack.by_code(two_cases, backups, code, kdf=TEST)
    backup = way.newest_good(NOON)
    assert backup == replace(backups[0], checked=NOON)
    with way.put_back(backup, folder, NOON) as file:
        assert len(file.headings()) == 2
    other = WayBack(two_cases, backups, bytearray(32), kdf=TEST)
    with pytest.raises(WrongCode):
        other.newest_good(NOON)


def test_a_file_of_which_nothing_is_left_finds_its_backups_by_its_place(
    two_cases: Path, folder: Path
) -> None:
    (backup,) = backups_of_closed(two_cases, folder)
    for rubbish in (bytes(damage.PAGE), b"", os.urandom(2 * damage.PAGE)):
        two_cases.write_bytes(rubbish)
        assert backups_of_closed(two_cases, folder) == (backup,)
    assert backups_of_closed(two_cases.with_name("ander.hgkm"), folder) == ()


def test_a_backup_is_put_elsewhere_when_there_is_no_room_beside_it(
    two_cases: Path, folder: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "documenten"
    elsewhere.mkdir()
    gone = two_cases.parent / "stick" / two_cases.name
    way = WayBack(gone, backups_of_closed(two_cases, folder), PASSPHRASE, kdf=TEST)
    backup = way.newest_good(NOON)
    assert backup is not None
    with way.put_back(backup, elsewhere, NOON) as file:
        assert file.path.parent == elsewhere
        assert file.path == restored_path(elsewhere / two_cases.name, date(2026, 3, 2)).with_name(
            file.path.name
        )


def test_when_a_file_was_last_saved_is_known(two_cases: Path) -> None:
    os.utime(two_cases, (NOON.timestamp(), NOON.timestamp()))
    assert last_saved(two_cases) == NOON
    assert last_saved(two_cases.with_name("weg.hgkm")) is None


@needs_limits
def test_no_room_for_a_check_leaves_nothing_and_is_no_damage(two_cases: Path, folder: Path) -> None:
    elsewhere = folder.with_name("andere back-ups")
    with open_file(two_cases, read_only=True) as file:
        with a_disk_of(40_000), pytest.raises(BackupFailed):
            file.copy_for_backup(elsewhere, NOON)
        assert list(elsewhere.iterdir()) == []
        assert isinstance(file, CaseFile)
        assert not file.is_damaged


def test_a_backup_of_a_copy_elsewhere_is_known_as_that(two_cases: Path, folder: Path) -> None:
    copy = Path(shutil.copyfile(two_cases, two_cases.with_name("kopie.hgkm")))
    for path, is_elsewhere in ((two_cases, False), (copy, True)):
        way = WayBack(path, backups_of_closed(path, folder), PASSPHRASE, kdf=TEST)
        backup = way.newest_good(NOON)
        assert backup is not None
        assert way.is_elsewhere(backup) is is_elsewhere


def test_a_save_on_a_connection_that_met_damage_goes_through_another(two_cases: Path) -> None:
    whole = two_cases.read_bytes()
    changed = full_case().put(replace(RUZIE, title="anders"))
    with open_file(two_cases) as file:
        file.load(full_case().id)
        harm_in_place(two_cases, damage.flip_page(last_page(two_cases)))
        query = "SELECT sum(length(fact)) FROM gebeurtenis"
        with pytest.raises(DatabaseError):
            file.connection.execute(query).fetchall()
        put_bytes(two_cases, whole)
        met_damage = file.connection
        file.save(changed)
        assert file.connection is not met_damage
    with open_file(two_cases) as file:
        assert file.load(full_case().id) == changed


def test_a_list_of_cases_says_which_of_them_can_be_read(two_cases: Path) -> None:
    with open_file(two_cases) as file:
        whole, damaged = file.readable()
        assert ([heading.id for heading in whole], damaged) == ([full_case().id, OTHER_ID], ())
    damaged_long_case(two_cases)
    with open_file(two_cases) as file:
        whole, damaged = file.readable()
        assert [heading.id for heading in whole] == [full_case().id]
        assert [heading.id for heading in damaged] == [OTHER_ID]


def test_a_damaged_file_is_not_followed_and_not_taken_for_the_other_copy(two_cases: Path) -> None:
    damaged_long_case(two_cases)
    with open_file(two_cases) as file:
        with pytest.raises(DamagedFile):
            file.load(OTHER_ID)
        with pytest.raises(DamagedFile):
            file.follow()
        assert file.is_as_left


def test_a_damaged_other_copy_gives_no_row(two_cases: Path) -> None:
    damage.do(two_cases, damage.flip_page(damage.page_of(two_cases, "casus")))
    with pytest.raises(DamagedFile):
        read_other(two_cases, PASSPHRASE, (), kdf=TEST)


@needs_limits
def test_a_full_disk_does_not_keep_from_a_backup_at_closing(two_cases: Path) -> None:
    with open_file(two_cases) as file:
        file.save(full_case().put(replace(RUZIE, title="anders")))
        with a_disk_of(0):
            file.clean_if_possible()
        assert file.load(OTHER_ID) == LONG
        file.clean_if_possible()
        assert file.changes == 2


def test_damage_that_is_met_while_cleaning_is_told_before_a_backup(two_cases: Path) -> None:
    last = last_page(two_cases)
    with open_file(two_cases) as file:
        file.save(full_case().put(replace(RUZIE, title="anders")))
        file.connection.execute("PRAGMA shrink_memory").fetchall()
        harm_in_place(two_cases, damage.flip_page(last))
        with pytest.raises(DamagedFile):
            file.clean_if_possible()
        assert file.connected is None
