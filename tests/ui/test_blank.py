"""F12 hides every window of the program, its menus and dialogs too, and nothing else is heard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hgkm_desktop.ui.file.blank import SAYS, TITLE, Blank
from tests.ui.keyboard import CTRL, focused, name_of, press, text_of, type_text

Key = Qt.Key


def a_dialog(desk: Desk) -> QDialog:
    dialog = QDialog(desk)
    QVBoxLayout(dialog).addWidget(QPlainTextEdit("wat zij zei\nen toen"))
    dialog.resize(320, 200)
    dialog.open()
    return dialog


class Desk(QMainWindow):
    """A window with a menu, a field and a second window, as the program has."""

    def __init__(self) -> None:
        super().__init__()
        self.blank = Blank(self)
        self.field = QLineEdit()
        self.field.setAccessibleName("veld")
        self.setCentralWidget(self.field)
        self.undone = 0
        menu = QMenu("&Bestand", self)
        wipe = menu.addAction("Wissen", "Ctrl+D", self.count)
        wipe.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self.menuBar().addMenu(menu)
        self.setWindowTitle("casus van de buren")
        self.second = QWidget(self, Qt.WindowType.Window)
        self.second.resize(320, 200)
        self.second.setWindowTitle("tweede")
        note = QLineEdit(self.second)
        note.setAccessibleName("veld")
        note.setFocus()
        self.resize(640, 360)

    def count(self) -> None:
        self.undone += 1


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    qtbot.addWidget(made)
    made.second.show()
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    yield made
    made.second.close()


def colours(widget: QWidget) -> int:
    """How many colours there are in what is seen of a window, outside the middle line."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = [y for y in range(image.height()) if abs(y - image.height() / 2) > 40]
    return len({image.pixel(x, y) for y in rows for x in range(0, image.width(), 3)})


def test_f12_makes_every_window_blank_and_shows_it_again(desk: Desk) -> None:
    assert colours(desk) > 1
    press(Key.Key_F12)
    assert name_of(focused()) == SAYS
    assert (colours(desk), colours(desk.second)) == (1, 1)
    assert (desk.windowTitle(), desk.second.windowTitle()) == (TITLE, TITLE)
    press(Key.Key_F12)
    assert name_of(focused()) == "veld"
    assert (desk.windowTitle(), desk.second.windowTitle()) == ("casus van de buren", "tweede")
    assert colours(desk) > 1


def test_no_other_key_does_anything_while_blank(desk: Desk) -> None:
    press(Key.Key_F12)
    type_text("geheim")
    for key, modifier in ((Key.Key_D, CTRL), (Key.Key_Tab, Qt.KeyboardModifier.NoModifier)):
        press(key, modifier)
    for key in (Key.Key_Escape, Key.Key_Return, Key.Key_Alt, Key.Key_Space):
        press(key)
    assert name_of(focused()) == SAYS
    press(Key.Key_F12)
    press(Key.Key_D, CTRL)
    assert (text_of(focused()), desk.undone) == ("", 1)


def test_what_was_being_typed_goes_on_after(desk: Desk) -> None:
    type_text("half")
    press(Key.Key_F12)
    press(Key.Key_F12)
    type_text("weg")
    assert text_of(focused()) == "halfweg"


def test_f12_hides_a_dialog_with_the_rest(desk: Desk) -> None:
    dialog = a_dialog(desk)
    press(Key.Key_F12)
    assert (colours(desk), colours(dialog)) == (1, 1)
    press(Key.Key_Escape)
    assert dialog.isVisible()
    press(Key.Key_F12)
    assert not desk.blank.is_on
    assert colours(dialog) > 1
    press(Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_window_that_opens_while_blank_is_blank(desk: Desk) -> None:
    press(Key.Key_F12)
    dialog = a_dialog(desk)
    QTest.qWait(1)
    assert name_of(focused()) == SAYS
    assert colours(dialog) == 1
    dialog.close()
    press(Key.Key_F12)
    assert colours(desk) > 1


def test_a_window_that_closes_while_blank_is_no_trouble(desk: Desk) -> None:
    dialog = a_dialog(desk)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    press(Key.Key_F12)
    dialog.close()
    QTest.qWait(1)
    press(Key.Key_F12)
    assert colours(desk) > 1


def test_f12_closes_an_open_menu_and_follows_the_size(desk: Desk) -> None:
    menu = QMenu(desk)
    menu.addAction("moeder")
    menu.popup(desk.pos())
    desk.blank.toggle()
    assert not menu.isVisible()
    desk.resize(700, 500)
    QTest.qWait(1)
    assert colours(desk) == 1
    press(Key.Key_F12)
    assert QApplication.activePopupWidget() is None
