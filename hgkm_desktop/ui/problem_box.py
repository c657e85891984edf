"""How a known error is shown: what happened, what is safe, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import HgkmError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox  # slow to load, and seldom needed


def show_problem(parent: QWidget, error: HgkmError, title: str = "Dat lukte niet") -> QMessageBox:
    """A calm message beside the window; the program goes on."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(error.what)
    box.setInformativeText("\n".join(part for part in (error.safe, error.todo) if part))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
    return box
