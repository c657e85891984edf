"""Boxes that say a place: wide enough for its path and for their own title."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import FileExists
from hgkm_desktop.ui.learning import help_texts
from hgkm_desktop.ui.parts.problem_box import show_problem
from hgkm_desktop.ui.parts.theme import scaled
from tests.ui.keyboard import press

PLACE = "C:/Gebruikers/medewerker/Documenten/casussen/2026/casusbestand-7K2F (kopie).hgkm"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def test_a_kept_copy_is_told_of_in_a_box_with_room(parent: QWidget) -> None:
    help_texts.show(parent, "Kopie bewaard", f"Al uw werk staat in {PLACE}.")
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.width() >= scaled(480)
    press(Qt.Key.Key_Escape)


def test_a_problem_has_room_too_and_stays_on_the_screen(parent: QWidget) -> None:
    box = show_problem(parent, FileExists())
    assert scaled(480) <= box.width() <= box.screen().availableSize().width()
    press(Qt.Key.Key_Escape)
