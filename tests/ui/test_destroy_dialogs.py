"""The windows around destroying a case, each by itself: where the keys go in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.ui.file.destroy_dialog import DestroyDialog
from hgkm_desktop.ui.file.destroyed_dialog import DestroyedDialog
from tests.builders import a_case_with, an_event
from tests.casefile.files import new_file
from tests.ui.keyboard import focused, press

Key = Qt.Key
CASE = a_case_with(an_event("mrt 2021"), code="Q8-4T")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    """A file of which the only case was destroyed."""
    with new_file(tmp_path / "a.hgkm") as file:
        folder = tmp_path / "back-ups"
        file.save(CASE)
        file.destroy(CASE.id, function="x", ground="", on=date.today(), folder=folder)
        file.finish_destroying(folder, datetime.now())
        yield file


def test_enter_in_the_list_asks_where_the_verklaring_comes(parent: QWidget, file: CaseFile) -> None:
    DestroyedDialog(parent, file).open()
    assert isinstance(focused(), QListWidget)
    press(Key.Key_Return)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QFileDialog)
    assert asked.windowTitle() == "Verklaring bewaren"
    asked.reject()


def test_the_button_that_keeps_everything_has_the_focus_at_first(parent: QWidget) -> None:
    dialog = DestroyDialog(parent, CASE, (), 0)
    dialog.open()
    first = focused()
    assert isinstance(first, QPushButton)
    assert first.text() == "Niet vernietigen"
    press(Key.Key_Return)
    assert QApplication.activeModalWidget() is None
