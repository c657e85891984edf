"""What is open in the window, what is chosen in its menus, and the words that can be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import Workspace
from tests.casefile.files import new_file, open_file


def document_of(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def case_of(window: MainWindow) -> Case:
    return case_in(document_of(window))


def case_in(document: Document) -> Case:
    """The case on screen."""
    assert document.case is not None
    return document.case


def show_new_file(window: MainWindow, path: Path, *cases: Case) -> Workspace:
    """Open a new file of these cases to work in."""
    casefile = new_file(path)
    for case in cases:
        casefile.save(case)
    window.show_file(casefile)
    return workspace_of(window)


def show_read_only(window: MainWindow, path: Path, case: Case) -> Workspace:
    """Open a new file of this case to look at only."""
    with new_file(path) as casefile:
        casefile.save(case)
    window.show_file(open_file(path, read_only=True))
    return workspace_of(window)


def action_of(window: MainWindow, words: str) -> QAction:
    """What stands in the menus under these words; of more than one the last that was made."""
    return [action for action in window.findChildren(QAction) if action.text() == words][-1]


def choose_in_menu(window: MainWindow, words: str) -> None:
    action = action_of(window, words)
    assert action.isEnabled()
    action.trigger()


def words_on_screen(widget: QWidget | None = None) -> str:
    """Every sentence that can be seen in a widget; without one, in the dialog on top."""
    top = widget or QApplication.activeModalWidget()
    assert top is not None
    labels = top.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def told() -> str:
    """What the box on top says; then it is closed."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    text = f"{box.text()} {box.informativeText()}"
    box.close()
    return text
