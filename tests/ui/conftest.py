"""What most tests of the screen begin with: the window just started, and a file to work on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.app import open_example
from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.ui import document as document_module
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, new_file


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
    path = tmp_path / "casus.hgkm"
    with CaseFile.create(path, PASSPHRASE) as casefile:
        casefile.save(a_case_with(an_event("mrt 2021", "ruzie")))
    return path


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
    monkeypatch.setattr(document_module, "documents_folder", lambda: folder)
    return folder
