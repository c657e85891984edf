"""A casusbestand of someone else that is wrong inside is told of, and never looks empty."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hgkm_desktop.casefile import NORMAL, CaseFile
from hgkm_desktop.casefile.keys import HEADER_SIZE, derive_key
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.casefile.foreign import past_every_rule
from tests.ui.keyboard import press, type_text
from tests.ui.made_once import a_copy

PASSPHRASE = "een zin die lang genoeg is"
SAID = "De inhoud van dit casusbestand klopt niet."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_copy(tmp_path / "van een ander.hgkm", make_file)


def make_file(path: Path) -> None:
    with CaseFile.create(path, PASSPHRASE) as casefile:
        casefile.save(a_case_with(an_event("mrt 2021", "ruzie"), title="eerste"))
        casefile.save(a_case_with(an_event("mrt 2022", "hulp"), title="tweede"))


def spoil(path: Path, statement: str) -> None:
    key = derive_key(PASSPHRASE, path.read_bytes()[:HEADER_SIZE], NORMAL)
    with past_every_rule(path, bytes(key)) as connection:
        connection.execute(statement)


def open_it(window: MainWindow, path: Path) -> None:
    window.ask_passphrase(str(path))
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)


def words(widget: QWidget) -> str:
    found = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return " ".join(found)


def test_of_two_cases_the_whole_one_is_shown_and_the_other_told_of(
    window: MainWindow, path: Path
) -> None:
    spoil(path, "UPDATE gebeurtenis SET kind = 'geheim' WHERE title = 'ruzie'")
    open_it(window, path)
    assert window.document is not None
    assert window.document.case is not None
    assert window.document.case.title == "tweede"
    assert SAID in words(window)
    assert "afzender" in words(window)


def test_a_file_without_a_case_that_can_be_read_says_so(window: MainWindow, path: Path) -> None:
    spoil(path, "UPDATE gebeurtenis SET kind = 'geheim'")
    open_it(window, path)
    assert window.document is not None
    assert window.document.case is None
    assert SAID in words(window)
    assert "nog leeg" not in words(window)
    assert "Er is nu geen casus te zien" in words(window)


def test_a_file_with_a_trigger_is_refused_in_its_dialog(window: MainWindow, path: Path) -> None:
    spoil(path, "CREATE TRIGGER t AFTER UPDATE ON casus BEGIN DELETE FROM les; END")
    before = path.read_bytes()
    open_it(window, path)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert SAID in words(dialog)
    press(Qt.Key.Key_Escape)
    assert window.document is None
    assert path.read_bytes() == before
