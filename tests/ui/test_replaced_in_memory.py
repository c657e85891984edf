"""A replacement can be undone while the file is open; once closed nothing of it is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import backups_of
from hgkm_desktop.models.case import Case
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.privacy.replacing import replaced_everywhere
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, open_file
from tests.casefile.planted_words import found_in_file
from tests.ui.keyboard import wait_until
from tests.ui.made_once import open_example
from tests.ui.open_window import case_of, document_of, show_new_file

pytestmark = pytest.mark.usefixtures("backed_up")

NAME = "Zwaluwnest"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.show()
    yield window
    window._drop_file()


@pytest.fixture
def path(window: MainWindow, tmp_path: Path) -> Path:
    """Open, with the name replaced, as the last edit."""
    path = tmp_path / "a.hgkm"
    show_new_file(window, path, a_case_with(an_event(title=f"{NAME} belt", fact=f"{NAME}s huis")))
    wait_until(lambda: has_been_looked_through(window))  # a backup of before the edit needs it
    document_of(window).edit("vervangen", without_name(case_of(window)))
    assert NAME not in repr(case_of(window))
    return path


def has_been_looked_through(window: MainWindow) -> bool:
    return window.watching is not None and window.watching.backups._looking is None


def without_name(case: Case) -> Case:
    return replaced_everywhere(case, NAME, "moeder").case


def own_files(home: Path) -> list[Path]:
    """Everything that the program keeps for itself."""
    return [path for path in home.rglob("*") if path.is_file()]


def files_with_name(folder: Path) -> list[str]:
    """The files in a folder in which the name can be read, with the passphrase or without."""
    found = []
    for path in own_files(folder):
        data = path.read_bytes()
        is_casefile = path.suffix == ".hgkm"
        if NAME.encode() in data or (is_casefile and found_in_file(path, PASSPHRASE, [NAME])):
            found.append(path.name)
    return found


def test_a_replacement_is_undone_and_done_again(window: MainWindow, path: Path) -> None:
    stack = document_of(window).undo_stack
    stack.undo()
    assert repr(case_of(window)).count(NAME) == 2
    assert path.exists()
    stack.redo()
    assert NAME not in repr(case_of(window))


def test_nothing_is_left_to_undo_once_the_file_is_closed(window: MainWindow, path: Path) -> None:
    stack = document_of(window).undo_stack
    assert stack.canUndo()
    window.close_file()
    window.show_file(open_file(path))
    assert not document_of(window).undo_stack.canUndo()
    assert not document_of(window).undo_stack.canRedo()
    assert NAME not in repr(case_of(window))


def test_the_undo_memory_is_emptied_at_closing(window: MainWindow, path: Path) -> None:
    document = document_of(window)
    stack = document.undo_stack
    assert path.exists()
    assert stack.count() == 1
    document.close()
    assert stack.count() == 0


def test_undo_still_works_after_locking(window: MainWindow, path: Path) -> None:
    document = document_of(window)
    document.lock()
    assert found_in_file(path, PASSPHRASE, [NAME]) == frozenset()
    document.unlock(PASSPHRASE)
    document.undo_stack.undo()
    assert NAME in repr(case_of(window))


def test_after_closing_only_the_backup_of_before_holds_the_name(
    window: MainWindow, path: Path
) -> None:
    header = document_of(window).file.header
    wait_until(lambda: bool(backups_of(header, user_backup_dir())))  # of before the first edit
    window.close_file()
    assert window.watching is not None
    window.watching.backups.finish()
    newest, *older = backups_of(header, user_backup_dir())
    assert found_in_file(newest.path, PASSPHRASE, [NAME]) == frozenset()
    assert found_in_file(path, PASSPHRASE, [NAME]) == frozenset()
    assert files_with_name(user_backup_dir().parents[1]) == [backup.path.name for backup in older]
    assert older
