"""The window as a whole: themes, printing, and the words on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.made_once import open_example


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.show()
    window.open_example()
    yield window
    assert window.close_file()


def test_the_theme_can_be_chosen_from_the_menu(window: MainWindow) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = theme.current_theme()
    dark = next(a for a in window.findChildren(QAction) if a.text() == "Donker")
    dark.trigger()
    assert theme.current_theme() is theme.DARK
    assert app.palette().color(QPalette.ColorRole.Base).name() == theme.DARK.card
    theme.apply(app, before)


@pytest.mark.usefixtures("qapp")
def test_qt_speaks_dutch() -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"
