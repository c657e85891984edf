"""The window of all settings as tests ask for it and choose in it, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.ui.settings.settings_window import SettingsWindow
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.keyboard import CTRL, focused, press

Key = Qt.Key
DATES = "Hoe een datum er staat"


def said_by(widget: QWidget) -> str:
    return str(widget.currentText())  # type: ignore[attr-defined] # a choice


def pick(start: str) -> None:
    """Go down the list that has the focus, from its first row, to what begins so."""
    press(Key.Key_Home)
    while not said_by(focused()).startswith(start):
        before = said_by(focused())
        press(Key.Key_Down)
        assert said_by(focused()) != before, f"{start} is not in it"


def asked() -> SettingsWindow:
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, SettingsWindow)
    return shown


def of_program() -> SettingsWindow:
    press(Key.Key_Comma, CTRL)
    return asked()


def of_file(window: MainWindow) -> SettingsWindow:
    next(a for a in window.findChildren(QAction) if a.text() == "Huisstijl…").trigger()
    return asked()
