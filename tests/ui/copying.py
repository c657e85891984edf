"""A program on a screen that copies, or that reads what others copied: one order on each line.

`python -m tests.ui.copying ours` watches its clipboard as HGKM Desktop does, `other` does not. Each
order is answered with one line of JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSocketNotifier, Qt, Slot
from PySide6.QtGui import QClipboard, QColor, QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from hgkm_desktop.ui.parts.clipboard import HOLDS_SECRET, ClipboardWatch

CASE_SECONDS, SECRET_SECONDS = 2.0, 0.4
SELECTION = QClipboard.Mode.Selection


class Copying(QWidget):
    """Fields to copy from and to paste in, and the orders."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.rich = QLineEdit("uit de casus", self), QTextEdit(self)
        self.rich.setHtml("<b>vet</b> en gewoon")
        self.secret, self.target = QLineEdit("een geheim", self), QPlainTextEdit(self)
        self.secret.setProperty(HOLDS_SECRET, True)
        self._orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._orders.activated.connect(self._obey)

    @Slot()
    def _obey(self) -> None:
        order, _, words = sys.stdin.readline().strip().partition(" ")
        if not order or order == "quit":
            QApplication.quit()
            return
        answer = getattr(self, f"do_{order}")(words)
        print(json.dumps(answer), flush=True)

    def do_copy(self, name: str) -> bool:
        field = getattr(self, name)
        self.activateWindow()
        field.setFocus()
        QTest.qWaitForWindowActive(self)
        field.selectAll()
        return self._until_ours(field.copy)

    def _until_ours(
        self,
        copy: Callable[[], object],
        is_ours: Callable[[], bool] = lambda: QGuiApplication.clipboard().ownsClipboard(),
    ) -> bool:
        """An X server refuses who copies at a time before the last copy, and Qt knows the time of
        the last event only; where people copy there has just been one, by their hand."""
        for number in range(50):
            self.setWindowTitle(f"{self.windowTitle()[:9]}{number}")
            QTest.qWait(20)
            copy()
            if is_ours():
                return True
        return False

    def do_select(self, name: str) -> bool:
        """As with the mouse or the shift key, which is what the second clipboard follows."""
        field = getattr(self, name)
        self.activateWindow()
        field.setFocus()
        QTest.qWaitForWindowActive(self)

        def select() -> None:
            QTest.keyClick(field, Qt.Key.Key_Home)
            QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)

        return self._until_ours(select, lambda: QGuiApplication.clipboard().ownsSelection())

    def do_image(self, _: str) -> bool:
        self.line.setFocus()
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(QColor("red"))
        return self._until_ours(partial(QGuiApplication.clipboard().setImage, image))

    def do_put(self, words: str) -> bool:
        return self._until_ours(partial(QGuiApplication.clipboard().setText, words))

    def do_paste(self, _: str) -> str:
        self.target.clear()
        self.target.paste()
        return self.target.toPlainText()

    def do_paste_rich(self, _: str) -> bool:
        self.rich.clear()
        self.rich.paste()
        self.rich.moveCursor(QTextCursor.MoveOperation.Start)
        self.rich.moveCursor(QTextCursor.MoveOperation.Right)
        return self.rich.fontWeight() > 600

    def do_read(self, _: str) -> list[str]:
        clipboard = QGuiApplication.clipboard()
        return [clipboard.text(), clipboard.text(SELECTION)]

    def do_forms(self, _: str) -> list[str]:
        return QGuiApplication.clipboard().mimeData().formats()

    def do_picture(self, _: str) -> bool:
        return not QGuiApplication.clipboard().image().isNull()


def main() -> int:
    """Obey until there are no more orders."""
    app = QApplication(["copying"])
    window = Copying()
    if sys.argv[1] == "ours":
        ClipboardWatch(app, case_seconds=CASE_SECONDS, secret_seconds=SECRET_SECONDS)
    window.show()
    code = app.exec()
    print(json.dumps(QGuiApplication.clipboard().ownsClipboard()), flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
