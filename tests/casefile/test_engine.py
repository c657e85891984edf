"""What SQLCipher and the disk say becomes what a user can read, and nothing is hidden."""

from __future__ import annotations

import errno
import runpy
import sys
from pathlib import Path
from types import ModuleType

import pytest
from sqlcipher3 import dbapi2

from hgkm_desktop.casefile import CaseFile, DiskFull, FileBusy, TooLarge, WrongContent, engine
from hgkm_desktop.casefile.backing_up import Source, copy_source
from hgkm_desktop.casefile.engine import connect, journal_of, known_errors, renew_free_pages
from hgkm_desktop.casefile.problems import BackupFailed
from hgkm_desktop.casefile.turns import Turns
from tests.casefile.files import key_of, new_file, open_file
from tests.casefile.full_case import full_case
from tests.casefile.test_backups import NOON
from tests.casefile.test_trouble import cut_off

UNDECODABLE = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")


@pytest.mark.parametrize(
    ("error", "known"),
    [
        (dbapi2.OperationalError("database or disk is full"), DiskFull),
        (OSError(errno.ENOSPC, "vol"), DiskFull),
        (MemoryError(), TooLarge),
        (UNDECODABLE, WrongContent),
        (dbapi2.OperationalError("Could not decode to UTF-8 column"), WrongContent),
    ],
    ids=["words only", "disk", "memory", "no text", "no text in a cell"],
)
def test_what_is_known_is_said_in_our_words(error: Exception, known: type[Exception]) -> None:
    with pytest.raises(known) as raised, known_errors():
        raise error
    assert raised.value.__cause__ is error


@pytest.mark.parametrize(
    "error",
    [dbapi2.OperationalError('near "x": syntax error'), OSError(errno.ELOOP, "kring"), OSError()],
    ids=["a mistake of ours", "of the system", "without a number"],
)
def test_what_is_not_known_stays_what_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as raised, known_errors():
        raise error
    assert raised.value is error


def test_a_library_that_sorts_on_the_disk_is_not_used(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_file(path).close()
    key = key_of(path)
    monkeypatch.setattr(engine, "_SETTINGS", ("temp_store = FILE",))
    with pytest.raises(RuntimeError, match="unencrypted"):
        connect(path, key)
    monkeypatch.undo()
    with open_file(path) as again:
        again.save(full_case())


def test_nothing_goes_on_when_the_tables_would_be_made_by_another_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("sqlite_utils", "pysqlite3"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    with pytest.raises(RuntimeError, match="before"):
        runpy.run_path(engine.__file__)


def test_a_file_that_was_cut_off_is_read_when_its_free_pages_cannot_be_renewed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_file(path) as file:
        file.save(full_case())
    cut_off(path)
    assert journal_of(path).stat().st_size > 0

    def on_a_full_disk(connection: dbapi2.Connection) -> None:
        renew_free_pages(connection)
        raise dbapi2.OperationalError("database or disk is full")

    with monkeypatch.context() as full:
        full.setattr(engine, "renew_free_pages", on_a_full_disk)
        opened = open_file(path)
    with opened:
        assert opened.load(full_case().id) == full_case()
        assert (
            opened.connection.execute("SELECT * FROM sqlite_master WHERE name = 'taken'").fetchall()
            == []
        )


def test_a_copying_that_another_program_keeps_from_going_on_gives_up(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save(full_case())
    monkeypatch.setattr("hgkm_desktop.casefile.backing_up._MOST_WAIT", -1.0)
    monkeypatch.setattr("hgkm_desktop.casefile.backing_up._STEP", 1)

    class Stuck:
        """A connection of which each step copies nothing."""

        def backup(self, _: object, *, progress: object, **__: object) -> None:
            assert callable(progress)
            for _step in range(3):
                progress(0, 7, 7)

    source = Source(file.path, file.header, Stuck(), file.key.raw)
    with Turns().take() as turn, pytest.raises(BackupFailed) as failed:
        copy_source(source, tmp_path / "back-ups", NOON, turn)
    assert isinstance(failed.value.__cause__, FileBusy)
    assert not list((tmp_path / "back-ups").rglob("*.new"))
