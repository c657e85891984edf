"""What most tests of the screen begin with: the window just started, and a file to work on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from hgkm_desktop.casefile import CaseFile, building, keys
from hgkm_desktop.ui.check import case_check
from hgkm_desktop.ui.document import safe_contents
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file import backups
from hgkm_desktop.ui.file.backups import Backups
from hgkm_desktop.ui.line import filter_bar
from hgkm_desktop.ui.papers import seen_documents
from hgkm_desktop.ui.parts import fields
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.writing import text_watch
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, new_file, with_tables
from tests.ui.made_once import a_copy, open_example, quick_key

PATIENCE_MILLISECONDS = 60_000


class PatientBot(QtBot):
    """Waits as long as a busy machine needs; of its own it fails after five seconds."""

    def waitUntil(
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MILLISECONDS
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(
        self, signal: Any, *, timeout: int = PATIENCE_MILLISECONDS, **more: Any
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """In place of that of pytest-qt."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _files_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no key, and look up once how the tables of a file come about.

    That keys are slow, and what led up to this version, is tried in tests/casefile.
    """
    monkeypatch.setattr(keys, "hash_secret_raw", quick_key)
    monkeypatch.setattr(building, "bring_up_to_date", with_tables)


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits until nobody types for a while waits less long; tests wait for what it does."""
    for module in (case_check, seen_documents, text_watch):
        monkeypatch.setattr(module, "PAUSE_MILLISECONDS", 20)
    monkeypatch.setattr(filter_bar, "TYPING_PAUSE_MILLISECONDS", 20)
    monkeypatch.setattr(backups, "BETWEEN_LOOKS_MILLISECONDS", 20)


@pytest.fixture
def short_typing_pause(monkeypatch: pytest.MonkeyPatch) -> int:
    """What is typed is saved after so many milliseconds, in fields that are made from here on."""
    monkeypatch.setattr(fields, "TYPING_PAUSE_MILLISECONDS", 150)
    return 150


@pytest.fixture(autouse=True)
def _without_backups(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the file that opens alone, unless a test asks for `backed_up`."""
    if "backed_up" not in request.fixturenames:
        monkeypatch.setattr(Backups, "begin", lambda *_: None)
        monkeypatch.setattr(Backups, "end", lambda *_: None)


@pytest.fixture
def backed_up() -> None:
    """Backups come as they do in the program, and a file that opens is looked through."""


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """On the start screen; what a test opens in it is closed after it."""
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield window
    window._drop_file()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """An empty window for a dialog to belong to."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed file of one case, with the keys of the program: its dialogs can open it."""
    return a_copy(tmp_path / "casus.hgkm", make_file)


def make_file(path: Path) -> None:
    with CaseFile.create(path, PASSPHRASE) as casefile:
        casefile.save(a_case_with(an_event("mrt 2021", "ruzie")))


@pytest.fixture
def document(qapp: QApplication, tmp_path: Path) -> Iterator[Document]:
    """A file without a case, open."""
    document = Document(new_file(tmp_path / "a.hgkm"))
    yield document
    document.close()


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The documents folder of the user, while the test runs."""
    folder = tmp_path / "documenten"
    folder.mkdir()
    monkeypatch.setattr(safe_contents, "documents_folder", lambda: folder)
    return folder
