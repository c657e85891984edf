"""The window as a whole: themes, printing, and the words on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hgkm_desktop.app import open_example
from hgkm_desktop.ui import theme
from hgkm_desktop.ui.main_window import MainWindow
from hgkm_desktop.ui.notitie import Notitie


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


def test_printing_paints_every_page_in_its_own_direction(
    window: MainWindow, tmp_path: Path
) -> None:
    assert window.document is not None
    target = tmp_path / "afdruk.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    Notitie(window.document, window).print_on(printer)
    printed = QPdfDocument()
    printed.load(str(target))
    sizes = [printed.pagePointSize(page) for page in range(printed.pageCount())]
    assert len(sizes) >= 3
    assert [size.width() > size.height() for size in sizes[:3]] == [False, False, True]
    image = printed.render(0, sizes[0].toSize())
    colours = {image.pixelColor(x, y).name() for x in range(0, 590, 7) for y in range(0, 840, 7)}
    assert len(colours) > 3, "there is something on the page"
    printed.close()
