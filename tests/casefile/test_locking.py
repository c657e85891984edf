"""A locked file has no key and no connection, and goes on where it was when it is unlocked."""

from __future__ import annotations

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
    TEST,
    BackupEnded,
    CaseFile,
    FileLocked,
    ReadOnlyFile,
    ReplacedWhileLocked,
    WrongPassphrase,
)
from hgkm_desktop.casefile import open_file as open_file_module
from hgkm_desktop.casefile.first_look import Start, look_at
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, contents, foreign_connection, key_of, open_file
from tests.casefile.full_case import RUZIE, full_case

NOON = datetime(2026, 3, 2, 12, 0)


def edited() -> Case:
    return full_case().put(replace(RUZIE, title="anders"))


@pytest.fixture
def locked(file: CaseFile) -> CaseFile:
    file.save(full_case())
    file.lock()
    return file


ASKED: dict[str, Callable[[CaseFile], object]] = {
    "headings": lambda file: file.headings(),
    "load": lambda file: file.load(full_case().id),
    "save": lambda file: file.save(edited()),
    "settings": lambda file: file.save_settings(FileSettings(organisation="x")),
    "remove": lambda file: file.remove(full_case().id),
    "copy": lambda file: file.copy_to(file.path.with_name("kopie.hgkm")),
    "issued": lambda file: file.issued(full_case().id),
    "code": lambda file: file.recovery_code(),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_nothing_can_be_asked_of_a_locked_file(
    ask: Callable[[CaseFile], object], locked: CaseFile
) -> None:
    with pytest.raises(FileLocked):
        ask(locked)
    assert not list(locked.path.parent.glob("kopie*"))


def test_no_backup_is_made_of_a_locked_file(locked: CaseFile, tmp_path: Path) -> None:
    with pytest.raises(BackupEnded):
        locked.copy_for_backup(tmp_path / "back-ups", NOON)


def test_the_right_passphrase_goes_on_where_it_was(locked: CaseFile) -> None:
    locked.unlock(PASSPHRASE)
    locked.save(edited())
    assert not locked.is_locked
    locked.close()
    with open_file(locked.path) as again:
        assert again.load(full_case().id) == edited()


def test_a_wrong_passphrase_leaves_it_locked(locked: CaseFile) -> None:
    with pytest.raises(WrongPassphrase) as caught:
        locked.unlock(PASSPHRASE + " ")
    assert "beschadigd" not in caught.value.sentence, "an open file tells whether its key fits"
    with pytest.raises(FileLocked):
        locked.headings()
    locked.unlock(PASSPHRASE)
    assert len(locked.headings()) == 1


def test_nobody_else_writes_a_locked_file(locked: CaseFile) -> None:
    with open_file(locked.path) as other:
        assert other.read_only


def test_locking_and_unlocking_leave_nothing_beside_the_file(locked: CaseFile) -> None:
    locked.unlock(PASSPHRASE)
    locked.lock()
    locked.close()
    assert list(contents(locked.path.parent)) == [locked.path.name]


def test_a_read_only_file_can_be_locked_too(file: CaseFile) -> None:
    file.save(full_case())
    file.close()
    with open_file(file.path, read_only=True) as reader:
        reader.lock()
        with open_file(file.path) as writer:
            writer.save(edited())
        reader.unlock(PASSPHRASE)
        assert reader.load(full_case().id) == edited()


# --- gone, replaced or changed meanwhile --------------------------------------------------------


def moved_away(path: Path) -> None:
    path.rename(path.with_name("weg.hgkm"))


def removed(path: Path) -> None:
    path.unlink()


def replaced_by_an_older_one(path: Path) -> None:
    os.replace(path.with_name("ouder.hgkm"), path)


def replaced_by_another(path: Path) -> None:
    other = path.with_name("ander.hgkm")
    CaseFile.create(other, "een heel ander wachtwoord", kdf=TEST).close()
    os.replace(other, path)


def replaced_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def changed_by_another(path: Path) -> None:
    connection = foreign_connection(path, key_of(path))
    connection.execute("UPDATE casus SET title = 'van een ander'")
    connection.close()


HAPPENS = [
    moved_away,
    removed,
    replaced_by_an_older_one,
    replaced_by_another,
    replaced_by_a_folder,
    changed_by_another,
]


@pytest.mark.parametrize("happen", HAPPENS)
def test_work_in_memory_outlives_the_file(happen: Callable[[Path], None], file: CaseFile) -> None:
    file.copy_to(file.path.with_name("ouder.hgkm"))
    file.save(full_case())
    file.save_settings(FileSettings(organisation="Gemeente Voorbeeld"))
    file.lock()
    happen(file.path)
    before = file.path.read_bytes() if file.path.is_file() else b""
    with pytest.raises(ReplacedWhileLocked):
        file.unlock(PASSPHRASE)
    assert not file.is_locked
    with pytest.raises(HgkmError):
        file.save(edited())
    file.copy_to(file.path.with_name("gered.hgkm"), unsaved=[edited()])
    file.close()
    assert (file.path.read_bytes() if file.path.is_file() else b"") == before
    with open_file(file.path.with_name("gered.hgkm")) as rescued:
        assert rescued.load(full_case().id) == edited()
        assert rescued.settings.organisation == "Gemeente Voorbeeld"


@pytest.mark.parametrize("happen", HAPPENS)
def test_a_wrong_passphrase_learns_nothing_of_a_file_that_is_gone(
    happen: Callable[[Path], None], file: CaseFile
) -> None:
    file.copy_to(file.path.with_name("ouder.hgkm"))
    file.save(full_case())
    file.lock()
    happen(file.path)
    with pytest.raises(WrongPassphrase):
        file.unlock("niet het goede wachtwoord")
    assert file.is_locked


def test_what_was_read_and_not_edited_is_in_the_copy_as_well(file: CaseFile) -> None:
    file.save(full_case())
    other = a_case_with(an_event(title="een andere"))
    file.save(other)
    file.lock()
    file.path.unlink()
    with pytest.raises(ReplacedWhileLocked):
        file.unlock(PASSPHRASE)
    file.copy_to(file.path.with_name("gered.hgkm"))
    with open_file(file.path.with_name("gered.hgkm")) as rescued:
        assert rescued.load(full_case().id) == full_case()
        assert rescued.load(other.id) == other


def test_a_file_that_comes_back_is_saved_again(locked: CaseFile) -> None:
    moved_away(locked.path)
    with pytest.raises(ReplacedWhileLocked):
        locked.unlock(PASSPHRASE)
    with pytest.raises(HgkmError):
        locked.save(edited())
    locked.path.with_name("weg.hgkm").rename(locked.path)
    locked.save(edited())
    locked.close()
    with open_file(locked.path) as again:
        assert again.load(full_case().id) == edited()


def test_the_same_content_in_another_file_is_no_trouble(locked: CaseFile) -> None:
    """As a sync program does, or a network drive that was connected anew."""
    moved_away(locked.path)
    shutil.copyfile(locked.path.with_name("weg.hgkm"), locked.path)
    locked.unlock(PASSPHRASE)
    locked.save(edited())
    assert locked.load(full_case().id) == edited()


# --- the key in memory --------------------------------------------------------------------------

CHILD = """
import sys
from pathlib import Path
from tests.casefile.files import PASSPHRASE, open_file
with open_file(Path(sys.argv[1])) as file:
    file.load(file.headings()[0].id)
    print("open", flush=True)
    sys.stdin.readline()
    file.lock()
    print("locked", flush=True)
    sys.stdin.readline()
"""


def found_in(pid: int, needles: list[bytes]) -> int:
    """How often any of these stands in the memory of another process."""
    found = 0
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            places, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            start, end = (int(place, 16) for place in places.split("-"))
            memory.seek(start)
            try:
                piece = memory.read(end - start)
            except OSError:
                continue
            found += sum(piece.count(needle) for needle in needles)
    return found


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no memory to look in")
def test_the_key_is_nowhere_in_memory_once_locked(file: CaseFile) -> None:
    file.save(full_case())
    file.close()
    key = key_of(file.path)
    needles = [key, key.hex().encode(), key.hex().upper().encode()]
    command = [sys.executable, "-c", CHILD, str(file.path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        seen = {}
        for _ in range(2):
            state = child.stdout.readline().strip()
            seen[state] = found_in(child.pid, needles)
            child.stdin.write("\n")
            child.stdin.flush()
    assert seen["open"] > 0, "it would be found"
    assert seen["locked"] == 0


def test_locking_and_unlocking_twice_is_fine(file: CaseFile) -> None:
    file.save(full_case())
    file.lock()
    file.lock()
    file.unlock(PASSPHRASE)
    file.unlock("dit wordt niet meer gevraagd")
    assert file.load(full_case().id) == full_case()


def test_a_closed_file_is_not_locked(file: CaseFile) -> None:
    file.close()
    file.lock()
    assert not file.is_locked


def test_the_passphrase_can_be_asked_again_of_an_open_and_of_a_locked_file(file: CaseFile) -> None:
    for _ in range(2):
        file.insist_on(PASSPHRASE)
        with pytest.raises(WrongPassphrase):
            file.insist_on("vijf heel andere woorden nu")
        file.lock()


def test_a_locked_file_lends_no_key_and_gives_no_code(locked: CaseFile) -> None:
    for ask in (locked.lend_key, locked.recovery_code, locked.remembering):
        with pytest.raises(FileLocked):
            ask()


def test_a_file_that_became_read_only_while_it_was_locked_is_not_written(
    locked: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_read_only(path: Path) -> Start:
        return replace(look_at(path), may_write=False)

    with monkeypatch.context() as protected:
        protected.setattr(open_file_module, "look_at", to_read_only)
        with pytest.raises(ReadOnlyFile):
            locked.unlock(PASSPHRASE)
        assert locked.is_away
    locked.save(edited())
