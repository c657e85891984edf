"""What is underlined in a field, as it can be seen, and a window to type in."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hgkm_desktop.privacy import FindingCertainty
from hgkm_desktop.ui.writing.text_watch import TextWatch
from hgkm_desktop.ui.writing.written import WrittenBlock, WrittenLine
from tests.ui.keyboard import NONE, wait_until

Field = WrittenLine | WrittenBlock


class Sheet(QWidget):
    """A window with some fields, of which what is typed is looked at."""

    def __init__(self, *fields: QWidget) -> None:
        super().__init__()
        self.text_watch = TextWatch(self)
        column = QVBoxLayout(self)
        for field in fields:
            column.addWidget(field)
        self.resize(600, 300)


def underlined(field: Field) -> list[str]:
    """The words that have a line under them, as they stand in the field now."""
    return [_between(field.typed(), mark.start, mark.end) for mark in field.underlines.marks]


def certainty_of(field: Field, word: str) -> FindingCertainty:
    return next(m.finding.certainty for m in field.underlines.marks if m.word == word)


def wait_for(field: Field, *words: str) -> None:
    """Wait until exactly these words have a line under them."""
    wait_until(lambda: underlined(field) == [*words])


def key_in(field: QWidget, text: str) -> None:
    """Type a text, each sign as one key."""
    for sign in text:
        if sign.isascii():
            QTest.keyClicks(field, sign)
        else:
            QApplication.sendEvent(field, QKeyEvent(QKeyEvent.Type.KeyPress, 0, NONE, sign))


def _between(text: str, start: int, end: int) -> str:
    """What stands between two positions as Qt counts them."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
