"""Another passphrase: the file opens with exactly one of the two, whatever happens on the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from hgkm_desktop.casefile import (
    TEST,
    BackupFailed,
    BackupState,
    CaseFile,
    DiskFull,
    FileReplaced,
    ReadOnlyFile,
    WrongPassphrase,
    backups_of,
    check_backups,
    passphrase,
)
from hgkm_desktop.casefile.backups import note_as_bad
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.casefile.turns import BackupEnded
from hgkm_desktop.errors import BadInput
from tests.casefile.files import PASSPHRASE, foreign_connection, key_of, open_file
from tests.casefile.full_case import RUZIE, full_case
from tests.casefile.killed_change import is_whole, large_case
from tests.casefile.trouble import a_disk_of, needs_limits

NEW = "een heel nieuw wachtwoord"
NOON = datetime(2026, 3, 2, 12, 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "elders" / "back-ups"


@pytest.fixture
def full(file: CaseFile) -> CaseFile:
    file.save(full_case())
    return file


def test_only_the_new_passphrase_opens_the_file(full: CaseFile, folder: Path) -> None:
    header = full.header
    full.change_passphrase(PASSPHRASE, NEW, folder, NOON)
    edited = full_case().put(replace(RUZIE, title="anders"))
    full.save(edited)
    full.close()
    with pytest.raises(WrongPassphrase):
        open_file(full.path)
    with open_file(full.path, NEW) as again:
        assert again.load(full_case().id) == edited
        assert again.header == header
    assert [p.name for p in full.path.parent.iterdir() if p.is_file()] == [full.path.name]


def test_a_checked_backup_with_the_old_one_is_made_first(full: CaseFile, folder: Path) -> None:
    full.change_passphrase(PASSPHRASE, NEW, folder, NOON)
    (backup,) = backups_of(full.header, folder)
    for secret, state in (
        (PASSPHRASE, BackupState.GOOD),
        (NEW, BackupState.OTHER_PASSPHRASE),
    ):
        (finding,) = check_backups([backup], secret, NOON, kdf=TEST)
        assert finding.state is state


def test_backups_from_before_are_marked_and_no_others(full: CaseFile, folder: Path) -> None:
    first = full.copy_for_backup(folder, NOON).keep()
    copy = full.path.with_name("kopie.hgkm")
    full.copy_to(copy)
    with open_file(copy) as other:
        of_copy = other.copy_for_backup(folder, NOON).keep()
    note_as_bad(first)
    full.change_passphrase(PASSPHRASE, NEW, folder, NOON)
    full.save(full_case().put(replace(RUZIE, title="anders")))
    after = full.copy_for_backup(folder, NOON).keep()
    found = {b.number: (b.has_old_key, b.is_bad) for b in backups_of(full.header, folder)}
    assert found == {
        first.number: (True, True),
        of_copy.number: (False, False),
        of_copy.number + 1: (True, False),  # made right before the change
        after.number: (False, False),
    }
    marked = [b for b in backups_of(full.header, folder) if b.has_old_key and not b.is_bad]
    (finding,) = check_backups(marked, PASSPHRASE, NOON, kdf=TEST)
    assert finding.state is BackupState.GOOD


def test_a_copy_from_before_is_not_kept_after_it(full: CaseFile, folder: Path) -> None:
    held = full.copy_for_backup(folder, NOON)
    full.change_passphrase(PASSPHRASE, NEW, folder, NOON)
    with pytest.raises(BackupEnded):
        held.keep()
    assert [backup.has_old_key for backup in backups_of(full.header, folder)] == [True]


def test_a_change_that_is_refused_marks_nothing(full: CaseFile, folder: Path) -> None:
    full.copy_for_backup(folder, NOON).keep()
    with pytest.raises(WrongPassphrase):
        full.change_passphrase(NEW, "een ander lang wachtwoord", folder, NOON)
    assert not any(backup.has_old_key for backup in backups_of(full.header, folder))


def test_without_a_backup_nothing_changes(full: CaseFile, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("geen map", encoding="utf-8")
    with pytest.raises(BackupFailed):
        full.change_passphrase(PASSPHRASE, NEW, folder, NOON)
    full.close()
    with open_file(full.path) as again:
        assert again.load(full_case().id) == full_case()


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("niet het goede wachtwoord", NEW, WrongPassphrase),
        (PASSPHRASE, "te kort", BadInput),
        (PASSPHRASE, PASSPHRASE, BadInput),
    ],
)
def test_a_refusal_changes_nothing(
    old: str, new: str, error: type[Exception], full: CaseFile, folder: Path
) -> None:
    with pytest.raises(error):
        full.change_passphrase(old, new, folder, NOON)
    assert not folder.exists()
    full.close()
    with open_file(full.path) as again:
        assert again.load(full_case().id) == full_case()


def test_a_read_only_file_keeps_its_passphrase(full: CaseFile, folder: Path) -> None:
    full.close()
    with open_file(full.path, read_only=True) as reader, pytest.raises(ReadOnlyFile):
        reader.change_passphrase(PASSPHRASE, NEW, folder, NOON)


def test_a_replaced_file_keeps_its_passphrase(full: CaseFile, folder: Path) -> None:
    other = full.path.with_name("kopie.hgkm")
    full.copy_to(other)
    os.replace(other, full.path)
    with pytest.raises(FileReplaced):
        full.change_passphrase(PASSPHRASE, NEW, folder, NOON)
    full.close()
    with open_file(full.path) as again:
        assert again.load(full_case().id) == full_case()


def test_a_file_that_another_writes_keeps_its_passphrase(full: CaseFile, folder: Path) -> None:
    other = foreign_connection(full.path, key_of(full.path))
    other.execute("UPDATE casus SET title = 'van een ander'")
    other.close()
    with pytest.raises(FileReplaced):
        full.change_passphrase(PASSPHRASE, NEW, folder, NOON)


@needs_limits
def test_a_disk_that_fills_up_keeps_the_old_one(
    file: CaseFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save(large_case())
    encrypt = passphrase.encrypt_for

    def on_a_full_disk(file: OpenFile, key: bytearray) -> None:
        file.connection.execute("PRAGMA cache_size = 10")
        with a_disk_of(200_000):
            encrypt(file, key)

    with monkeypatch.context() as full:
        full.setattr(passphrase, "encrypt_for", on_a_full_disk)
        with pytest.raises(DiskFull):
            file.change_passphrase(PASSPHRASE, NEW, folder, NOON)
    case = file.load(file.headings()[0].id)
    assert is_whole(case)
    file.save(replace(case, title="daarna"))
    file.close()
    with open_file(file.path) as again:
        assert again.load(again.headings()[0].id).title == "daarna"


def test_a_file_with_another_passphrase_locks_and_unlocks(full: CaseFile, folder: Path) -> None:
    full.change_passphrase(PASSPHRASE, NEW, folder, NOON)
    full.lock()
    with pytest.raises(WrongPassphrase):
        full.unlock(PASSPHRASE)
    full.unlock(NEW)
    assert full.load(full_case().id) == full_case()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
def test_killed_at_any_moment_it_opens_with_the_old_or_the_new_one(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.casefile.killed_change", str(tmp_path), "6", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout)
    assert result["kills"] == 6
    assert result["neither"] == 0
    assert result["both"] == 0
    assert result["claimed and not done"] == 0
    assert result["old"] + result["new"] == 6
    assert result["backups"] > 0
