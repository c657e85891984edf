"""Words that were found, as they are underlined, and what can be done with them; in one theme."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.ui.parts.fields import TextBlock
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import TIMELINE_STEP, Workspace
from hgkm_desktop.ui.writing.written import WrittenBlock, WrittenLine
from tests.pictures.line_states import dress
from tests.ui.keyboard import CTRL, wait_until

SUMMARY = 6
LINE = "12-3-2021 melding: Fatima Yilmaz belt dhr. Jansen over qwertzu @politie #moeder"
BLOCK = (
    "\U0001f600 Fatima was bij dhr. Jansen toen qwertzu kwam. Zij woonde toen in Zwolle en was te "
    "bereiken op 06-12345678.\nDe buren hoorden het en belden."
)
DOSSIER = "\n".join(f"bel 06-1234567{number}" for number in range(7))


def main() -> None:
    """Take every picture; arguments: the folder and 'light', 'dark' or 'contrast'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    dress(app, look)
    window = MainWindow(open_example)
    window.resize(1440, 900)
    window.show()
    window.open_example()
    assert window.workspace is not None
    _take_line(folder, window, window.workspace)
    _take_block(folder, window, window.workspace)
    _take_dialog(folder, window.workspace)
    window.workspace.timeline_page.entry.line.setText("")
    window.close_file()


def _take_line(folder: Path, window: MainWindow, workspace: Workspace) -> None:
    workspace.show_step(TIMELINE_STEP)
    line = workspace.timeline_page.entry.line
    line.setText(LINE)
    _wait(line)
    _take(folder, window, "70-invoerregel-gevonden")
    _take_menu(folder, line, "71-gevonden-woord")


def _take_block(folder: Path, window: MainWindow, workspace: Workspace) -> None:
    workspace.show_step(SUMMARY)
    block = next(one for one in workspace.findChildren(TextBlock) if one.isVisible())
    before = block.toPlainText()
    block.setPlainText(BLOCK)
    _wait(block)
    _take(folder, window, "72-samenvatting-gevonden")
    QGuiApplication.clipboard().setText(DOSSIER)
    block.paste()
    box = QApplication.activeModalWidget()
    assert box is not None
    _take(folder, box, "73-niet-geplakt")
    box.close()
    block.setPlainText(before)


def _take_dialog(folder: Path, workspace: Workspace) -> None:
    page, case = workspace.timeline_page, workspace.document.case
    assert case is not None
    page.edits.change(case.events[3].id)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    first = dialog.findChild(WrittenLine)
    assert first is not None
    first.setText("Wijkagent Jansen belt met Fatima over 06-12345678")
    _wait(first)
    _take(folder, dialog, "74-gebeurtenis-gevonden")
    dialog.done(0)


def _take_menu(folder: Path, field: WrittenLine, name: str) -> None:
    field.choose(0, 0)
    QTest.keyClick(field, Qt.Key.Key_Period, CTRL)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    _take(folder, menu, name)
    menu.close()


def _wait(field: WrittenLine | WrittenBlock) -> None:
    wait_until(lambda: bool(field.underlines.marks))


def _take(folder: Path, widget: QWidget, name: str) -> None:
    QTest.qWait(60)
    widget.grab().save(str(folder / f"{name}.png"))


if __name__ == "__main__":
    main()
