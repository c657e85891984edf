"""One key in a text of 3,000 characters with 100 words underlined, and in the line for one event.

The base is the same key in a field of Qt that is shown as large, with nothing to watch over it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from hgkm_desktop.app import make_application
from hgkm_desktop.ui.parts.fields import TextBlock, TextLine
from hgkm_desktop.ui.writing.text_watch import TextWatch
from hgkm_desktop.ui.writing.written import WrittenBlock, WrittenLine
from tests.benchmarks.measuring import Figure, in_turns, slowest
from tests.ui.keyboard import wait_until

LINE = "gesprek met Fatima en dhr. Jansen in Zwolle"
PARAGRAPHS = 34
RUNS = 60


def figures() -> Iterator[Figure]:
    """What 95 of 100 keys stay under, until the letter is on screen."""
    make_application()
    window = QWidget()
    watch = TextWatch(window)
    column = QVBoxLayout(window)
    block, plain_block, line, plain_line = TextBlock(6), QPlainTextEdit(), TextLine(), QLineEdit()
    for field in (block, plain_block, line, plain_line):
        column.addWidget(field)
    plain_block.setFixedHeight(block.height())
    window.resize(800, 600)
    window.show()
    for one in (block, plain_block):
        one.setPlainText("\n".join([f"{LINE}, en daarna nog eens bij haar thuis."] * PARAGRAPHS))
    for other in (line, plain_line):
        other.setText(LINE)
    _wait_for(block)
    _wait_for(line)
    for name, ours, base in (("block", block, plain_block), ("line", line, plain_line)):
        times = in_turns(_key_in(ours), _key_in(base), runs=RUNS)
        yield slowest(f"typing, a letter in a {name}", *times)
    watch.forget()
    window.close()


def _wait_for(field: WrittenBlock | WrittenLine) -> None:
    wait_until(lambda: bool(field.underlines.marks))


def _key_in(field: QWidget) -> Callable[[], None]:
    painted = field.viewport() if isinstance(field, QPlainTextEdit) else field

    def key() -> None:
        QTest.keyClick(field, Qt.Key.Key_E)
        painted.repaint()

    return key
