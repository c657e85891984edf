"""What others made can be read in the program: each with its version, its licence and its text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop import __version__
from hgkm_desktop.ui.learning.help_texts import show_about
from hgkm_desktop.ui.window import licences_window
from hgkm_desktop.ui.window.licences_window import FROM_SOURCE, LicencesWindow, show_licences

TOLD = [
    {"name": "Python", "version": "3.11.7", "licence": "PSF-2.0", "text": "Licentie van Python"},
    {"name": "Qt", "version": "6.11.3", "licence": "LGPL-3.0-only", "text": "Licentie van Qt"},
]


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that carries a notice, as a bundle does."""
    path = tmp_path / "licenties.json"
    path.write_text(json.dumps(TOLD), encoding="utf-8")
    monkeypatch.setattr(licences_window, "resource", lambda _: path)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def opened(parent: QWidget) -> LicencesWindow:
    show_licences(parent)
    return parent.findChildren(LicencesWindow)[0]


@pytest.mark.usefixtures("bundled")
def test_the_arrows_go_from_one_text_to_the_next(parent: QWidget) -> None:
    window = opened(parent)
    listed, text = window.findChildren(QListWidget)[0], window.findChildren(QPlainTextEdit)[0]
    assert listed.item(0).text() == "Python 3.11.7\nPSF-2.0"
    assert text.toPlainText() == "Licentie van Python"
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert text.toPlainText() == "Licentie van Qt"
    assert text.isReadOnly()


@pytest.mark.usefixtures("bundled")
def test_tab_leaves_the_text(parent: QWidget) -> None:
    window = opened(parent)
    assert window.findChildren(QPlainTextEdit)[0].tabChangesFocus()


def test_from_source_it_says_where_the_licences_are(parent: QWidget) -> None:
    window = opened(parent)
    seen = [part.text() for part in window.findChildren(QLabel) if part.isVisible()]
    assert FROM_SOURCE in seen
    assert not window.findChildren(QListWidget)[0].isVisible()


@pytest.mark.usefixtures("bundled")
def test_the_box_about_the_program_says_the_version_and_leads_here(parent: QWidget) -> None:
    show_about(parent)
    box = parent.findChildren(QMessageBox)[0]
    assert f"Versie {__version__}." in box.informativeText()
    button = next(one for one in box.buttons() if one.text().startswith("Licenties"))
    button.click()
    assert parent.findChildren(LicencesWindow)[0].isVisible()
