"""No edit is lost and none is claimed: full disk, replaced file, busy file, kill -9."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from hgkm_desktop.casefile import (
    CaseFile,
    DiskFull,
    FileBusy,
    FileReplaced,
    UnfinishedEdit,
    WrongPassphrase,
)
from hgkm_desktop.models.case import Case
from tests.builders import a_case_with, an_event
from tests.casefile.damage import PAGE, do, flip_page
from tests.casefile.files import (
    contents,
    foreign_connection,
    key_of,
    new_file,
    open_file,
    revisions,
)
from tests.casefile.full_case import RUZIE, full_case
from tests.casefile.planted_words import pages_of
from tests.casefile.trouble import a_disk_of, another_program_doing, needs_limits

LIMITS = [0, 512, 4_096, 9_000, 20_000, 60_000, 100_000, 130_000, 160_000]


def with_much_text(case: Case) -> Case:
    for number in range(20):
        case = case.put(an_event(fact=f"{number}" * 4_000))
    return case.put(replace(RUZIE, title="anders"))


@needs_limits
@pytest.mark.parametrize("limit", LIMITS)
def test_a_full_disk_loses_nothing(limit: int, file: CaseFile) -> None:
    file.save(full_case())
    case = with_much_text(full_case())
    with a_disk_of(limit), pytest.raises(DiskFull):
        file.save(case)
    assert file.load(full_case().id) == full_case()
    file.save(case)
    file.close()
    with open_file(file.path) as again:
        assert again.load(case.id) == case
    assert set(revisions(file.path, "casus").values()) == {1}


@needs_limits
def test_edits_after_a_full_disk_are_all_in_the_next_save(file: CaseFile) -> None:
    file.save(full_case())
    first = with_much_text(full_case())
    second = first.drop_event(RUZIE.id).put(an_event(title="later"))
    for case in (first, second):
        with a_disk_of(4_096), pytest.raises(DiskFull):
            file.save(case)
    file.save(second)
    file.close()
    with open_file(file.path) as again:
        assert again.load(second.id) == second


@needs_limits
@pytest.mark.parametrize("limit", [0, 512, 10_000, 40_000])
def test_no_half_file_is_made_on_a_full_disk(limit: int, path: Path) -> None:
    with a_disk_of(limit), pytest.raises(DiskFull):
        new_file(path)
    assert list(path.parent.iterdir()) == []


@needs_limits
def test_no_half_copy_is_made_on_a_full_disk(file: CaseFile, path: Path) -> None:
    file.save(full_case())
    with a_disk_of(40_000), pytest.raises(DiskFull):
        file.copy_to(path.with_name("kopie.hgkm"))
    assert not list(path.parent.glob("kopie*"))
    file.save(with_much_text(full_case()))
    file.copy_to(path.with_name("kopie.hgkm"))


def moved_away(path: Path) -> None:
    path.rename(path.with_name("weg.hgkm"))


def removed(path: Path) -> None:
    path.unlink()


def replaced_by_an_older_one(path: Path) -> None:
    os.replace(path.with_name("ouder.hgkm"), path)


def overwritten_with_an_older_one(path: Path) -> None:
    path.write_bytes(path.with_name("ouder.hgkm").read_bytes())


@pytest.mark.parametrize(
    "happen", [moved_away, removed, replaced_by_an_older_one, overwritten_with_an_older_one]
)
def test_nothing_is_claimed_saved_in_another_file(
    happen: Callable[[Path], None], file: CaseFile, path: Path
) -> None:
    file.copy_to(path.with_name("ouder.hgkm"))
    file.save(full_case())
    happen(path)
    there = path.read_bytes() if path.exists() else b""
    case = full_case().put(replace(RUZIE, title="anders"))
    for edit in (case, full_case()):
        with pytest.raises(FileReplaced):
            file.save(edit)
    file.copy_to(path.with_name("gered.hgkm"), unsaved=[case])
    file.close()
    assert (path.read_bytes() if path.exists() else b"") == there
    with open_file(path.with_name("gered.hgkm")) as rescued:
        assert rescued.load(case.id) == case
    assert not list(path.parent.glob("*-journal"))


def test_a_file_that_comes_back_can_be_saved_again(file: CaseFile, path: Path) -> None:
    file.save(full_case())
    moved_away(path)
    with pytest.raises(FileReplaced):
        file.save(a_case_with())
    path.with_name("weg.hgkm").rename(path)
    file.save(a_case_with())
    assert len(file.headings()) == 2


def test_another_writer_is_noticed(file: CaseFile, path: Path) -> None:
    file.save(full_case())
    other = foreign_connection(path, key_of(path))
    other.execute("UPDATE casus SET title = 'van een ander'")
    other.close()
    with pytest.raises(FileReplaced):
        file.save(full_case().put(replace(RUZIE, title="anders")))


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    "statements",
    [("BEGIN EXCLUSIVE",), ("BEGIN IMMEDIATE",), ("BEGIN", "SELECT * FROM casus")],
    ids=["exclusive", "writing", "reading"],
)
def test_a_busy_file_is_tried_again_with_everything(
    statements: tuple[str, ...], file: CaseFile
) -> None:
    file.save(full_case())
    case = full_case().put(replace(RUZIE, title="anders"))
    with another_program_doing(file.path, *statements), pytest.raises(FileBusy):
        file.save(case)
    file.save(case)
    file.close()
    with open_file(file.path) as again:
        assert again.load(case.id) == case


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
def test_kill_loses_no_edit_that_was_reported_as_saved(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.casefile.killed_writer", str(tmp_path), "10"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout)
    assert result["kills"] == 10
    assert result["reported"] >= 10
    assert result["lost"] == 0
    assert result["half"] == 0


def cut_off(path: Path) -> None:
    """Stop a program in the middle of a large save, which leaves a hot journal."""
    command = [sys.executable, "-m", "tests.casefile.killed_writer", str(path.parent), "cut off"]
    subprocess.run(command, check=True)
    assert path.with_name(path.name + "-journal").stat().st_size > 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
def test_a_save_that_was_cut_off_is_undone(path: Path) -> None:
    with new_file(path) as file:
        file.save(full_case())
    cut_off(path)
    with pytest.raises(UnfinishedEdit):
        open_file(path, read_only=True)
    with pytest.raises(WrongPassphrase):
        open_file(path, "een heel ander wachtwoord")
    with open_file(path) as file:
        assert file.load(full_case().id) == full_case()
        file.copy_to(path.with_name("kopie.hgkm"))
    assert sorted(contents(path.parent)) == ["kopie.hgkm", path.name]


def free_page(path: Path) -> int:
    """A page in no use, in which nothing is kept: the first that the list of these names."""
    data = pages_of(path)
    listed = (int.from_bytes(data[32:36]) - 1) * PAGE
    assert int.from_bytes(data[listed + 4 : listed + 8]) > 0
    return int.from_bytes(data[listed + 8 : listed + 12])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
@pytest.mark.parametrize("guesses", [0, 1, 3])
def test_what_a_cut_off_save_half_wrote_is_no_damage(path: Path, guesses: int) -> None:
    with new_file(path) as file:
        file.save(full_case().put(replace(RUZIE, fact="lang " * 3_900)))
        file.save(full_case())  # which leaves pages in no use
    half_written = free_page(path)
    cut_off(path)
    do(path, flip_page(half_written))  # the journal has nothing of such a page
    for _ in range(guesses):
        with pytest.raises(WrongPassphrase):
            open_file(path, "een heel ander wachtwoord")
    with open_file(path) as file:
        assert file.load(full_case().id) == full_case()
        file.copy_for_backup(path.parent / "back-ups", datetime(2026, 3, 1)).keep()
    assert not path.with_name(path.name + "-journal").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
def test_a_save_that_was_cut_off_is_undone_without_a_wrong_guess(path: Path) -> None:
    with new_file(path) as file:
        file.save(full_case())
    cut_off(path)
    shutil.copytree(path.parent, path.parent / "kopie")
    with open_file(path.parent / "kopie" / path.name) as file:
        assert file.load(full_case().id) == full_case()
    assert list(contents(path.parent / "kopie")) == [path.name]
