"""A window of its own beside the main window, which stays open while one works there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget


class OwnWindow(QWidget):
    """Escape closes it. Once it is closed, nothing of a case may be left in it."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(title)

    def come_forward(self) -> None:
        """Show it, in front and with the keyboard in it."""
        self.show()
        self.raise_()
        self.activateWindow()

    def forget(self) -> None:
        """Let go of what it shows of a case; a window that shows nothing of any has none."""

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # not when it is only made small
            self.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
