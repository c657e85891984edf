"""The window as a whole: themes, printing, and the words on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hgkm_desktop.ui import theme
from hgkm_desktop.ui.main_window import MainWindow
from tests.ui.made_once import open_example


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.show()
    window.open_example()
    yield window
    assert window.close_file()


def luminance(colour: str) -> float:
    drawn = QColor(colour)
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (drawn.redF(), drawn.greenF(), drawn.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=lambda look: look.name)
def test_every_colour_of_text_can_be_read_on_every_background(look: theme.Theme) -> None:
    texts = ("ink", "ink2", "ink3", "accent", "life", "interv", "risk", "meld", "besl", "afst")
    for text in (*texts, "inc", "good", "bad"):
        for background in ("card", "bg"):
            found = contrast(getattr(look, text), getattr(look, background))
            assert found >= 4.5, f"{text} on {background}: {found:.2f}"
    for text, background in (
        ("ink", "selection"),
        ("accent", "accentbg"),
        ("ink", "accentbg"),
        ("on_accent", "accent"),
        ("ink2", "line2"),
    ):
        assert contrast(getattr(look, text), getattr(look, background)) >= 4.5
    for line in ("edge", "accent"):
        assert contrast(getattr(look, line), look.card) >= 3, "the outline of a field shows"


def test_high_contrast_uses_only_the_colours_of_the_system() -> None:
    palette = QGuiApplication.palette()
    own = {palette.color(role).name() for role in QPalette.ColorRole if role.value < 21}
    look = theme.high_contrast(palette)
    used = {getattr(look, token) for token in theme.Theme._fields if token != "name"}
    assert used <= own


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
