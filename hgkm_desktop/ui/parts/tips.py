"""A tip over a part of the window goes away with Escape, without moving the mouse (WCAG 1.4.13)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QToolTip


class Tips(QObject):
    """Hears every window of the program; Escape that took a tip away does nothing else."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        app.focusWindowChanged.connect(self._meet)

    @Slot(QWindow)
    def _meet(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if not is_escape or event.type() != QEvent.Type.KeyPress or not QToolTip.isVisible():
            return False
        QToolTip.hideText()
        return True
