"""Backups and documents from before a replacement: told of, and removed only after a new backup."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hgkm_desktop.casefile import (
    TEST,
    BackupFailed,
    BackupState,
    CaseFile,
    FileReplaced,
    IssuedTakenOut,
    NotRemoved,
    OlderLeft,
    ReadOnlyFile,
    backups_of,
    check_backups,
    older_texts,
    remove_older_backups,
)
from tests.casefile.files import PASSPHRASE, contents, open_file
from tests.casefile.full_case import FULL_UITGAVEN, full_case
from tests.casefile.moved_rows import NAMES_OF_ONE, a_case_of_names, nameless, names_in
from tests.casefile.planted_words import Planting, found_in_file, planted_documents

BEFORE = datetime(2031, 5, 1, 12, 0)
NOON = datetime(2031, 5, 6, 12, 0)
EVENTS = 20
CASE = a_case_of_names(EVENTS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "back-ups"


@pytest.fixture
def replaced(file: CaseFile, folder: Path) -> CaseFile:
    """With three backups of names, the last one with the clock ahead, and then no names any more.

    A copy of it, elsewhere, has a backup of names too.
    """
    file.save(full_case())
    file.save(CASE)
    copy = file.path.with_name("kopie.hgkm")
    file.copy_to(copy)
    with open_file(copy) as other:
        other.copy_for_backup(folder, BEFORE).keep()
    for days in (0, 1, 900):
        file.copy_for_backup(folder, BEFORE + timedelta(days=days)).keep()
    file.save(nameless(CASE))
    return file


def names_in_backups(file: CaseFile, folder: Path) -> list[int]:
    """How many names each backup of the file holds, the newest first."""
    here = older_texts(file, CASE.id, folder).backups
    return [len(names_in(backup.path)) for backup in here]


# --- what is told -------------------------------------------------------------------------------


def test_every_backup_of_this_place_is_told(replaced: CaseFile, folder: Path) -> None:
    older = older_texts(replaced, CASE.id, folder)
    assert [b.made.date() for b in older.backups] == [
        (BEFORE + timedelta(days=days)).date() for days in (900, 1, 0)
    ]
    assert older.elsewhere == 1
    assert older.issued == ()


def test_what_was_issued_of_the_case_is_told(replaced: CaseFile, folder: Path) -> None:
    kept = [replaced.issue(full_case().id, u, data) for u, data in FULL_UITGAVEN.items()]
    assert older_texts(replaced, full_case().id, folder).issued == tuple(kept)
    assert older_texts(replaced, CASE.id, folder).issued == ()


# --- what is removed ----------------------------------------------------------------------------


def test_older_backups_go_and_the_new_one_has_no_name(replaced: CaseFile, folder: Path) -> None:
    names = EVENTS * NAMES_OF_ONE
    assert names_in_backups(replaced, folder) == [names] * 3
    kept = remove_older_backups(replaced, folder, NOON)
    assert names_in_backups(replaced, folder) == [0]
    (finding,) = check_backups([kept], PASSPHRASE, NOON, kdf=TEST)
    assert finding.state is BackupState.GOOD
    with open_file(kept.path) as backup:
        assert backup.load(full_case().id) == full_case()
        assert backup.load(CASE.id) == nameless(CASE)


def test_the_backup_of_a_copy_elsewhere_stays(replaced: CaseFile, folder: Path) -> None:
    remove_older_backups(replaced, folder, NOON)
    others = [b for b in backups_of(replaced.header, folder) if b.made == BEFORE]
    assert [len(names_in(b.path)) for b in others] == [EVENTS * NAMES_OF_ONE]


def test_what_was_issued_is_taken_out_when_that_is_asked(replaced: CaseFile, folder: Path) -> None:
    planting = Planting("zwaluwnest")
    _, (verslag, planted) = planted_documents(planting)  # a notitie would ask more of the case
    document = replaced.issue(CASE.id, verslag, planted)
    words = [word for word in planting.words if word in verslag.title or word.encode() in planted]
    (other, data), *_ = FULL_UITGAVEN.items()
    replaced.issue(full_case().id, other, data)
    remove_older_backups(replaced, folder, NOON)
    replaced.lock()
    assert found_in_file(replaced.path, PASSPHRASE, planting.words) == set(words)
    replaced.unlock(PASSPHRASE)
    kept = remove_older_backups(replaced, folder, NOON, issued_of=CASE.id)
    assert replaced.issued(CASE.id) == (replace(document, title=""),)
    with pytest.raises(IssuedTakenOut):
        replaced.issued_data(document.id)
    assert replaced.issued_data(other.id) == data
    replaced.close()
    for path in (replaced.path, kept.path):
        assert found_in_file(path, PASSPHRASE, planting.words) == frozenset()


def test_a_version_that_was_taken_out_is_not_given_again(replaced: CaseFile) -> None:
    (uitgave, data), *_ = FULL_UITGAVEN.items()
    replaced.issue(full_case().id, uitgave, data)
    replaced.take_out_issued(full_case().id)
    assert replaced.next_version(full_case().id, uitgave.kind) == uitgave.version + 1


def test_without_a_new_backup_none_is_removed(replaced: CaseFile, folder: Path) -> None:
    own = folder / replaced.header.hex()
    before = contents(own)
    aside = folder.with_name("opzij")
    folder.rename(aside)
    folder.write_text("geen map", encoding="utf-8")
    with pytest.raises(NotRemoved) as caught:
        remove_older_backups(replaced, folder, NOON)
    assert isinstance(caught.value.__cause__, BackupFailed)
    folder.unlink()
    aside.rename(folder)
    assert contents(own) == before


@pytest.mark.parametrize("is_clean", [False, True])
def test_none_is_removed_of_a_file_that_is_not_the_one_we_opened(
    is_clean: bool, replaced: CaseFile, folder: Path
) -> None:
    if is_clean:
        replaced.clean()  # then nothing is written any more that would notice
    before = set(contents(folder / replaced.header.hex()))
    other = replaced.path.with_name("ander.hgkm")
    replaced.copy_to(other)
    os.replace(other, replaced.path)
    with pytest.raises(NotRemoved) as caught:
        remove_older_backups(replaced, folder, NOON)
    assert isinstance(caught.value.__cause__, FileReplaced)
    assert before <= set(contents(folder / replaced.header.hex()))


def test_none_is_removed_of_a_file_that_can_only_be_read(replaced: CaseFile, folder: Path) -> None:
    replaced.close()
    before = contents(folder / replaced.header.hex())
    with open_file(replaced.path, read_only=True) as reader:
        with pytest.raises(NotRemoved) as caught:
            remove_older_backups(reader, folder, NOON)
        assert isinstance(caught.value.__cause__, ReadOnlyFile)
    assert contents(folder / replaced.header.hex()) == before


def test_what_cannot_be_removed_is_named(
    replaced: CaseFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = older_texts(replaced, CASE.id, folder).backups[-1].path
    unlink = Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path == stuck:
            raise PermissionError
        unlink(path, missing_ok)

    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", refused)
        with pytest.raises(OlderLeft) as caught:
            remove_older_backups(replaced, folder, NOON)
    assert caught.value.paths == (stuck,)
    assert stuck.name in caught.value.what
    remove_older_backups(replaced, folder, NOON)
    assert names_in_backups(replaced, folder) == [0]
