"""A user with only a keyboard: every key goes to the widget that has the focus, and nothing else.

It reads what has the focus (its accessible name or its text), as a screen reader would say it,
and otherwise touches nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
MOST_TABS = 120
MOST_WAITS, WAIT_MILLISECONDS = 6_000, 10


def focused() -> QWidget:
    """The widget that has the focus, once the window system has settled."""
    for _ in range(100):
        _act_as_window_manager()
        widget = QApplication.focusWidget()
        if widget is not None:
            return widget
        QTest.qWait(10)
    raise AssertionError("nothing has the focus")


def _act_as_window_manager() -> None:
    """Without a screen there is no window manager: the window on top gets the keyboard.

    A window of a window, such as a list beside the line, lies on top of it.
    """
    if QApplication.activePopupWidget() is not None:
        return
    modal = QApplication.activeModalWidget()
    kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)  # not what only shows, as a tool tip does
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.windowType() in kinds]
    top = modal or max(shown, key=_depth, default=None)
    if top is not None and QApplication.activeWindow() is not top:
        top.activateWindow()
        QTest.qWait(1)


def _depth(window: QWidget) -> int:
    parent = window.parentWidget()
    return 0 if parent is None else 1 + _depth(parent.window())


def name_of(widget: QWidget) -> str:
    """What is read out: the accessible name, or the words on a button."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&", "")
    parent = widget.parentWidget()
    if isinstance(parent, QComboBox):
        return parent.accessibleName()
    return ""


def text_of(widget: QWidget) -> str:
    """What is typed in the widget with the focus."""
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return ""


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(focused(), key, modifier)
    QTest.qWait(1)


def type_text(text: str) -> None:
    """Type a text, each letter to whatever has the focus then."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(focused(), letter)
        else:
            event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, NONE, letter)
            QApplication.sendEvent(focused(), event)


def fill(text: str) -> None:
    """Replace what stands in the field that has the focus."""
    press(Qt.Key.Key_A, CTRL)
    type_text(text)


def tab_to(name: str, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press Tab until what has the focus is called `name`."""
    seen = []
    for _ in range(MOST_TABS):
        seen.append(name_of(focused()))
        if seen[-1].startswith(name):
            return
        press(Qt.Key.Key_Tab, modifier)
    raise AssertionError(f"Tab never reached {name!r}; it passed {seen}")


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the program go on until this is so.

    QTest.qWait would not do: it leaves a worker in another thread hardly a turn.
    """
    for _ in range(MOST_WAITS):
        if is_so():
            return
        loop = QEventLoop()
        QTimer.singleShot(WAIT_MILLISECONDS, loop.quit)
        loop.exec()
    raise AssertionError("it never came to be so")


def choose(start: str) -> None:
    """Choose in a list by typing the start of a word, as a list allows.

    Nobody goes from case to case so fast that a list takes it for more of the word before.
    """
    pause = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(0)
    type_text(start[0])
    QApplication.setKeyboardInputInterval(pause)
    type_text(start[1:])
    QTest.qWait(1)
