"""F12: every window of the program blank at once, until F12 is pressed again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from hgkm_desktop.ui.line.timeline_paint import font

SAYS = "Scherm verborgen. F12 toont het weer."
TITLE = "HGKM Desktop"
KEY = Qt.Key.Key_F12
_NAME = "blank"
PAPER, INK = QColor("#15191e"), QColor("#9aa6b4")
_EATEN = (
    QEvent.Type.ShortcutOverride,
    QEvent.Type.KeyRelease,
    QEvent.Type.ContextMenu,
    QEvent.Type.Wheel,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.ToolTip,
)


class Blank(QObject):
    """Covers all windows that are open, and those that open while the screen is blank.

    `action` belongs in a menu of the window; its key works in every window of the program. One of
    these is made, for the main window, and goes with it. Dialogs that the system itself draws are
    out of reach.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.is_on = False
        self.action = QAction("Scherm verbergen", window)
        self.action.setShortcut(KEY)
        self.action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self.action.triggered.connect(self.toggle)
        window.addAction(self.action)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._meet_window)

    @Slot()
    def toggle(self) -> None:
        """Make every window blank, or show them all again."""
        self.is_on = not self.is_on
        if self.is_on:
            QToolTip.hideText()
            while (popup := QApplication.activePopupWidget()) is not None and popup.close():
                pass  # one menu may stand on another
            self._cover_windows()
            return
        for window in _windows():
            if (cover := _cover_of(window)) is not None:
                cover.lift()

    def _cover_windows(self) -> None:
        for window in _windows():
            if _cover_of(window) is None:
                Cover(window, self)

    @Slot()
    def _meet_window(self) -> None:
        """A dialog keeps the other windows from hearing keys, so it gets the key itself."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.findChild(QShortcut, _NAME) is None:
            shortcut = QShortcut(KEY, dialog)
            shortcut.setObjectName(_NAME)
            shortcut.activated.connect(self.toggle)
        if self.is_on:
            self._cover_windows()


def _windows() -> list[QWidget]:
    kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Sheet, Qt.WindowType.Tool)
    return [
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window.windowType() in kinds
    ]


def _cover_of(window: QWidget) -> Cover | None:
    return window.findChild(Cover, "", Qt.FindChildOption.FindDirectChildrenOnly)


class Cover(QWidget):
    """Lies over all of a window, its menus too, and hears its keys: only F12 does something."""

    def __init__(self, window: QWidget, blank: Blank) -> None:
        super().__init__(window)
        self._blank = blank
        self._title = window.windowTitle()
        self._left: QWidget | None = window.focusWidget()
        if self._left is not None:
            self._left.destroyed.connect(self._forget)
        window.setWindowTitle(TITLE)
        window.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(SAYS)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def lift(self) -> None:
        """Show the window again as it was, with the focus where it was."""
        window = self.window()
        window.removeEventFilter(self)
        window.setWindowTitle(self._title)
        self.hide()
        if self._left is not None and window.isAncestorOf(self._left):
            self._left.setFocus()
        self.deleteLater()

    @Slot()
    def _forget(self) -> None:
        self._left = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = self.parentWidget()
        if event.type() == QEvent.Type.Resize and watched is window:
            self.setGeometry(window.rect())
        elif event.type() == QEvent.Type.ChildAdded:
            self.raise_()
        return False

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == KEY and not event.isAutoRepeat():
                self._blank.toggle()
            return True
        if event.type() in _EATEN:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), PAPER)
            painter.setPen(INK)
            painter.setFont(font(min(max(self.height() / 40, 14), 28), False))
            both = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), both, SAYS)
