"""How a known error is shown: what happened, what is safe, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui.parts.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox  # slow to load, and seldom needed

_WIDTH = 480
_BESIDE = 60  # the edges of a box, outside what is laid out in it


def show_problem(parent: QWidget, error: HgkmError, title: str = "Dat lukte niet") -> QMessageBox:
    """A calm message beside the window; the program goes on."""
    box = box_of_error(parent, error, title)
    box.setStandardButtons(box.StandardButton.Ok)
    give_width(box)
    box.open()
    return box


def box_of_error(parent: QWidget, error: HgkmError, title: str) -> QMessageBox:
    """A box that says what happened, and below that what is safe and what to do; not open yet."""
    return a_box(parent, title, error.what, "\n".join(filter(None, (error.safe, error.todo))))


def a_box(parent: QWidget, title: str, what: str, more: str = "") -> QMessageBox:
    """A box with plain words that goes when it is closed; not open yet, and without buttons."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(what)
    box.setInformativeText(more)
    return box


def give_width(box: QMessageBox) -> None:
    """Let a box that is ready to open be wide enough for a path, and for its title."""
    from PySide6.QtWidgets import QGridLayout, QSizePolicy, QSpacerItem

    grid, room = box.layout(), box.screen().availableSize().width() - _BESIDE
    assert isinstance(grid, QGridLayout)
    fixed, wide = QSizePolicy.Policy.Minimum, min(scaled(_WIDTH), room)
    grid.addItem(QSpacerItem(wide, 0, fixed, fixed), grid.rowCount(), 0, 1, grid.columnCount())
