"""The keyboard walk in a real window on an X server, with screenshots; see tests.ui.keyboard."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui import test_keyboard_walk as walk
from tests.ui.keyboard import CTRL, press


def take(folder: Path, name: str) -> None:
    """A picture of the whole screen, as someone at the table sees it."""
    QTest.qWait(150)
    screen = QGuiApplication.primaryScreen()
    screen.grabWindow(0).save(str(folder / f"venster-{name}.png"))


def main() -> int:
    """Walk, compare screen and file, and read the printed pages."""
    out = Path(sys.argv[1])
    app = make_application()
    window = MainWindow(open_example)
    window.show()
    window.activateWindow()
    QTest.qWait(200)
    with tempfile.TemporaryDirectory() as folder:
        path, pdf = Path(folder) / "avond.hgkm", Path(folder) / "notitie.pdf"
        take(out, "0-start")
        walk.make_file(path)
        take(out, "1-leeg")
        walk.make_case()
        take(out, "2-aanleiding")
        walk.add_people()
        take(out, "3-deelnemers")
        walk.draw_line()
        take(out, "4-tijdlijn")
        walk.mark_events()
        take(out, "5-beleving")
        walk.draw_lessons()
        take(out, "6-acties")
        walk.sum_up()
        take(out, "7-samenvatting")
        walk.print_to(pdf)
        assert window.document is not None
        shown = window.document.case
        press(Qt.Key.Key_W, CTRL)
        case = walk.read_back(path)
        same = case == shown
        walk._check_case(case)
        walk._check_pages(pdf)
    window.close()
    app.quit()
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
