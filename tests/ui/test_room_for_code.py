"""A herstelcode that is typed can be read from its first sign to its last."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from hgkm_desktop.ui.file.lock_page import LockPage
from hgkm_desktop.ui.file.passphrase_dialogs import ChangePassphraseDialog
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.keyboard import focused, press, tab_to, type_text
from tests.ui.made_once import open_example

CODES = [" ".join([group] * 14) for group in ("0000", "K7QZ", "ABCD")]
EDGES = 16  # pixels within a field that are beside its text, at the least


def is_seen_whole(line: QLineEdit) -> bool:
    shown = line.echoMode() is QLineEdit.EchoMode.Normal
    return shown and line.fontMetrics().horizontalAdvance(line.text()) <= line.width() - EDGES


def field() -> QLineEdit:
    line = focused()
    assert isinstance(line, QLineEdit)
    return line


@pytest.mark.parametrize("code", CODES)
def test_where_a_file_is_opened(window: MainWindow, code: str) -> None:
    casefile, _ = open_example()
    casefile.close()
    window.ask_passphrase(str(casefile.path))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    before = dialog.width()
    tab_to("Openen met herstelcode")
    press(Qt.Key.Key_Space)
    type_text(code)
    assert is_seen_whole(field())
    assert dialog.width() <= dialog.screen().availableSize().width()
    tab_to("Openen met wachtwoord")
    press(Qt.Key.Key_Space)
    assert dialog.width() == before
    press(Qt.Key.Key_Escape)


def test_where_the_passphrase_is_changed(window: MainWindow) -> None:
    casefile, _ = open_example()
    with casefile:
        dialog = ChangePassphraseDialog(window, casefile)
        dialog.open()
        only_code = next(b for b in dialog.findChildren(QCheckBox) if "alleen" in b.text())
        only_code.click()
        type_text(CODES[0])
        assert is_seen_whole(field())
        dialog.reject()


@pytest.mark.parametrize("code", CODES)
def test_where_it_is_locked(qtbot: QtBot, code: str) -> None:
    page = LockPage("a.hgkm", has_unsaved=False)
    qtbot.addWidget(page)
    page.resize(1024, 700)
    page.show()
    narrow = page.line.width()
    page._other.click()
    page.line.setText(code)
    QTest.qWait(20)
    assert is_seen_whole(page.line)
    page._other.click()
    QTest.qWait(20)
    assert page.line.width() == narrow
