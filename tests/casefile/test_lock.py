"""One writer at a time; everyone else may look and is told why."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from filelock import Timeout

from hgkm_desktop.casefile import CaseFile, FileBusy, NoAccess, ReadOnlyFile
from hgkm_desktop.casefile.lock import WriterLock
from hgkm_desktop.casefile.second_place import copy_newest
from hgkm_desktop.models.records import FileSettings
from tests.builders import a_case_with
from tests.casefile.files import contents, new_file, open_file
from tests.casefile.full_case import full_case

NOBODY = 65534
OTHER_PROGRAM = """
import sys
from pathlib import Path
from tests.casefile.files import open_file
with open_file(Path(sys.argv[1])) as file:
    print("read-only" if file.read_only else "writable", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_program(path: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Another process that has the file open, and what it may do with it."""
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER_PROGRAM, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip(), process
    finally:
        process.communicate()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of this computer can reach, unlike that of tmp_path."""
    folder = Path(tempfile.mkdtemp(prefix="hgkm-test-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def without_rights() -> Iterator[None]:
    """File rights count for root too: it becomes nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_that_is_ours_can_be_written(file: CaseFile) -> None:
    assert not file.read_only
    assert file.read_only_reason == ""
    assert file.path.with_name("oefening.hgkm.lock").exists()


def test_the_second_in_the_same_program_may_look(file: CaseFile) -> None:
    file.save(full_case())
    with open_file(file.path) as second:
        assert second.read_only
        assert "al open op deze computer, sinds " in second.read_only_reason
        assert second.load(full_case().id) == full_case()
        file.save(a_case_with())
        assert len(second.headings()) == 2
    file.save(a_case_with())
    assert not file.read_only


def test_the_second_in_another_program_may_look(file: CaseFile) -> None:
    file.save(full_case())
    with another_program(file.path) as (said, _):
        assert said == "read-only"
        file.save(a_case_with())


def test_the_other_program_keeps_us_to_looking_until_it_stops(path: Path) -> None:
    new_file(path).close()
    with another_program(path) as (said, _):
        assert said == "writable"
        with open_file(path) as file:
            assert file.read_only
    with open_file(path) as file:
        assert not file.read_only


def test_a_killed_program_does_not_keep_the_file(path: Path) -> None:
    new_file(path).close()
    with another_program(path) as (_, process):
        process.kill()
    assert (path.parent / "oefening.hgkm.lock").exists()
    with open_file(path) as file:
        assert not file.read_only
        file.save(full_case())
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_nothing_can_be_written_in_a_file_opened_to_read(file: CaseFile) -> None:
    file.save(full_case())
    file.close()
    before = contents(file.path.parent)
    with open_file(file.path, read_only=True) as second:
        assert contents(file.path.parent) == before
        attempts: list[Callable[[], None]] = [
            lambda: second.save(a_case_with()),
            lambda: second.remove(full_case().id),
            lambda: second.save_settings(FileSettings("x")),
        ]
        for attempt in attempts:
            with pytest.raises(ReadOnlyFile) as caught:
                attempt()
            assert caught.value.what == second.read_only_reason
    assert contents(file.path.parent) == before


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other rights")
def test_a_protected_file_can_be_read(open_folder: Path) -> None:
    path = open_folder / "a.hgkm"
    with new_file(path) as file:
        file.save(full_case())
    path.chmod(0o444)
    before = contents(open_folder)
    with without_rights(), open_file(path) as file:
        assert "mag u alleen lezen" in file.read_only_reason
        assert file.load(full_case().id) == full_case()
        with pytest.raises(ReadOnlyFile):
            file.save(a_case_with())
    assert contents(open_folder) == before


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other rights")
def test_a_file_in_a_protected_folder_can_be_read(open_folder: Path) -> None:
    path = open_folder / "a.hgkm"
    with new_file(path) as file:
        file.save(full_case())
    path.chmod(0o666)
    open_folder.chmod(0o555)
    before = contents(open_folder)
    with without_rights(), open_file(path) as file:
        assert "In de map" in file.read_only_reason
        assert file.load(full_case().id) == full_case()
    assert contents(open_folder) == before


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other rights")
def test_a_file_without_rights_is_refused(open_folder: Path) -> None:
    path = open_folder / "a.hgkm"
    new_file(path).close()
    path.chmod(0)
    with without_rights(), pytest.raises(NoAccess):
        open_file(path)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other rights")
def test_no_file_is_made_in_a_protected_folder(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with without_rights(), pytest.raises(ReadOnlyFile):
        new_file(open_folder / "a.hgkm")
    assert list(open_folder.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other rights")
def test_a_folder_that_becomes_protected_refuses_the_save(open_folder: Path) -> None:
    with new_file(open_folder / "a.hgkm") as file:
        file.save(full_case())
        file.close()
        open_folder.joinpath("a.hgkm").chmod(stat.S_IRUSR | stat.S_IWUSR | 0o066)
        open_folder.chmod(0o777)
        with without_rights():
            again = open_file(open_folder / "a.hgkm")
        open_folder.chmod(0o555)
        with without_rights(), pytest.raises(ReadOnlyFile):
            again.save(a_case_with())
        open_folder.chmod(0o777)
        with without_rights():
            again.save(a_case_with())
            again.close()


def test_a_file_being_made_is_not_made_twice(path: Path) -> None:
    lock = WriterLock(path)
    assert lock.take()
    with pytest.raises(FileBusy):
        new_file(path)
    lock.let_go()
    new_file(path).close()


def test_a_lock_whose_file_was_replaced_is_not_removed(path: Path) -> None:
    lock = WriterLock(path)
    assert lock.take()
    lock.path.unlink()
    other = WriterLock(path)
    assert other.take()
    lock.let_go()
    assert other.path.exists()
    assert not WriterLock(path).take()
    other.let_go()
    assert not other.path.exists()


def test_letting_go_twice_or_without_a_lock_is_fine(path: Path) -> None:
    lock = WriterLock(path)
    lock.let_go()
    assert lock.take()
    lock.let_go()
    lock.let_go()
    assert list(path.parent.iterdir()) == []


def test_a_lock_of_which_the_file_is_taken_away_meanwhile_is_taken_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = WriterLock(path)
    acquire, tries = lock._lock.acquire, iter(range(10))

    def acquired() -> None:
        """The one who had it removes it: first between the tries, then under our hands."""
        if next(tries) == 0:
            raise Timeout(str(lock.path))
        acquire()
        if next(tries) == 2:
            lock.path.unlink()

    monkeypatch.setattr(lock._lock, "acquire", acquired)
    assert lock.take()
    assert lock.is_held
    lock.let_go()
    assert not lock.path.exists()


def test_a_lock_that_is_taken_away_each_time_is_no_lock(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = WriterLock(path)
    acquire = lock._lock.acquire

    def acquired() -> None:
        acquire()
        lock.path.unlink()

    monkeypatch.setattr(lock._lock, "acquire", acquired)
    with pytest.raises(OSError, match="no lock"):
        lock.take()
    assert not lock.is_held


def test_a_lock_that_somebody_removed_is_let_go_all_the_same(path: Path) -> None:
    lock, other = WriterLock(path), WriterLock(path)
    assert lock.take()
    lock.path.unlink()
    assert other.take()
    lock.let_go()
    assert other.is_held, "the file of another is left alone"
    other.let_go()


# --- who else may read what is made ---------------------------------------------------------------


@pytest.fixture(params=[0o022, 0o077])
def mask(request: pytest.FixtureRequest) -> Iterator[int]:
    """What a user took off the rights of every new file."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="modes of files are of POSIX")
def test_a_casusbestand_gets_the_usual_rights_and_keeps_its_own(tmp_path: Path, mask: int) -> None:
    path, copy, second = tmp_path / "a.hgkm", tmp_path / "b.hgkm", tmp_path / "elders"
    second.mkdir()
    with new_file(path) as file:
        assert _rights(path) == 0o644 & ~mask
        path.chmod(0o660)
        file.copy_to(copy)
        backup = file.copy_for_backup(tmp_path / "back-ups", datetime(2026, 3, 2)).keep()
        (away,) = copy_newest(file.header, tmp_path / "back-ups", second)
    assert _rights(path) == 0o660, "the program never takes away what was given"
    assert _rights(copy) == 0o644 & ~mask
    assert (_rights(backup.path), _rights(backup.path.parent)) == (0o600, 0o700)
    assert (_rights(away.path), _rights(away.path.parent)) == (0o644 & ~mask, 0o700)


def _rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
