"""The house style of a file: asked for with the keyboard, shown as it will be, kept or not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QColorDialog, QLabel

from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.ui.house_style_dialog import HouseStyleDialog
from hgkm_desktop.ui.main_window import MainWindow
from tests.ui.keyboard import fill, focused, name_of, press, tab_to


def ask(window: MainWindow) -> HouseStyleDialog:
    """Open the example and ask for its house style from the menu."""
    tab_to("Het voorbeeld bekijken")
    press(Qt.Key.Key_Space)
    next(a for a in window.findChildren(QAction) if a.text() == "Huisstijl…").trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HouseStyleDialog)
    return dialog


def settings_of(window: MainWindow) -> FileSettings:
    assert window.document is not None
    return window.document.file.settings


def said_in(dialog: HouseStyleDialog) -> str:
    labels = dialog.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_name_and_colour_are_kept_in_the_file(window: MainWindow) -> None:
    ask(window)
    assert name_of(focused()) == "Organisatie"
    fill("Gemeente Elders")
    tab_to("Huiskleur")
    fill("#7A1F5C")
    press(Qt.Key.Key_Return)
    assert settings_of(window) == FileSettings("Gemeente Elders", "#7a1f5c")


def test_a_name_that_says_where_someone_hides_is_refused(window: MainWindow) -> None:
    dialog = ask(window)
    before = settings_of(window)
    fill("blijfhuis in Zwolle")
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "zegt waar iemand veilig zit" in said_in(dialog)
    assert settings_of(window) == before
    dialog.done(0)


@pytest.mark.parametrize("name", ["Gemeente Zwolle", "Vrouwenopvang", "Veilig Thuis IJsselland"])
def test_the_author_may_be_known(window: MainWindow, name: str) -> None:
    ask(window)
    fill(name)
    press(Qt.Key.Key_Return)
    assert settings_of(window).organisation == name


def test_a_colour_that_is_too_light_says_what_it_becomes(window: MainWindow) -> None:
    dialog = ask(window)
    tab_to("Huiskleur")
    fill("#ffd700")
    assert "te licht om te lezen. Op papier wordt hij #" in said_in(dialog)
    fill("#0f4c5c")
    assert "te licht" not in said_in(dialog)
    dialog.done(0)


def test_what_is_no_colour_is_said_at_the_field(window: MainWindow) -> None:
    dialog = ask(window)
    before = settings_of(window)
    tab_to("Huiskleur")
    fill("blauw")
    press(Qt.Key.Key_Return)
    assert "De huiskleur is geen kleur." in said_in(dialog)
    assert name_of(focused()) == "Huiskleur"
    assert settings_of(window) == before
    dialog.done(0)


def test_leaving_it_changes_nothing(window: MainWindow) -> None:
    ask(window)
    before = settings_of(window)
    fill("Iets anders")
    press(Qt.Key.Key_Escape)
    tab_to("Niet bewaren")
    press(Qt.Key.Key_Space)
    assert QApplication.activeModalWidget() is None
    assert settings_of(window) == before


def test_a_colour_can_be_chosen(window: MainWindow) -> None:
    ask(window)
    tab_to("Kleur kiezen")
    press(Qt.Key.Key_Space)
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, QColorDialog)
    chooser.setCurrentColor(Qt.GlobalColor.darkGreen)
    chooser.accept()
    assert name_of(focused()) == "Huiskleur"
    press(Qt.Key.Key_Return)
    assert settings_of(window).accent == "#008000"
