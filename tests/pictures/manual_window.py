"""The window of the manuals: its first page, a heading that help leads to, and what was found."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.ui.learning.manual_window import show_manual
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.keyboard import CTRL, press, type_text


def main() -> None:
    """Take every picture; arguments: the folder, 'light' or 'dark', and the size of text."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    text = int(sys.argv[3]) if len(sys.argv) > 3 else None
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT, text)
    window = MainWindow(open_example)
    window.show()
    manual = show_manual(window)
    manual.resize(1080, 760)
    _take(folder, manual, "400-handleiding")
    show_manual(window, "De invoerregel")
    _take(folder, manual, "401-handleiding-bij-een-kop")
    press(Qt.Key.Key_F, CTRL)
    type_text("herstelblad")
    press(Qt.Key.Key_Return)
    _take(folder, manual, "402-handleiding-gevonden")
    manual.resize(560, 640)
    _take(folder, manual, "403-handleiding-smal")
    manual.close()
    window.close()


def _take(folder: Path, widget: QWidget, name: str) -> None:
    QTest.qWait(300)  # a page that was made larger fits its pictures after a pause
    widget.grab().save(str(folder / f"{name}.png"))


if __name__ == "__main__":
    main()
