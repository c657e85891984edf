"""Windows put where nothing of them can be reached, and brought back as they were."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenuBar, QWidget
from shiboken6 import isValid

from hgkm_desktop.ui.file.blank import INK, PAPER
from hgkm_desktop.ui.line.timeline_paint import font

SAYS = "Vergrendeld."
_Kind = Qt.WindowType
_KINDS = (_Kind.Window, _Kind.Dialog, _Kind.Sheet, _Kind.Tool)


@dataclass(frozen=True, slots=True)
class _Away:
    """A window that was put away, and what it takes to bring it back."""

    widget: QWidget
    parent: QWidget | None
    flags: Qt.WindowType
    place: QRect
    state: Qt.WindowState
    is_shown: bool
    focused: QWidget | None


class PutAway:
    """All windows of the program but one, and the heart of that one.

    They become parts of a widget that has no window: without one, no key, shortcut, menu or screen
    reader finds them, and all that is typed, chosen and scrolled in them stays. In the place of a
    window that fills a screen of its own comes an empty one.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._vault = QWidget()
        self._away: list[_Away] = []
        self._covers: list[QWidget] = []

    @property
    def holds_dialog(self) -> bool:
        """Whether a dialog was open, in which something may be typed."""
        return any(
            isValid(away.widget) and away.is_shown and isinstance(away.widget, QDialog)
            for away in self._away
        )

    def take(self, part: QWidget) -> None:
        """Put away a part of the window that stays; who took it puts it back."""
        part.setParent(self._vault)
        if not isinstance(part, QMenuBar):  # its words are of no case, and forgotten stay unknown
            _forget_by_readers(part)

    def take_windows(self) -> None:
        """Put away every other window that there is by now."""
        found = [w for w in QApplication.topLevelWidgets() if self._is_other(w)]
        for widget in sorted(found, key=_depth, reverse=True):
            self._take_window(widget)

    def bring_back(self) -> None:
        """Bring all windows back where they were, those that stand on another one last."""
        self._close_covers()
        while self._away:
            away = self._away.pop()
            if isValid(away.widget):
                _bring_back(away, self._window)

    def drop(self) -> None:
        """Let go of all of it: nothing comes back."""
        self._close_covers()
        self._away.clear()
        self._vault.deleteLater()

    def _is_other(self, widget: QWidget) -> bool:
        # One without a handle was never shown, so nothing can reach it.
        is_known = widget in (self._window, self._vault, *self._covers)
        return not is_known and widget.windowType() in _KINDS and widget.windowHandle() is not None

    def _take_window(self, widget: QWidget) -> None:
        is_shown, state = widget.isVisible(), widget.windowState()
        away = _Away(
            widget,
            widget.parentWidget(),
            widget.windowFlags(),
            widget.geometry(),
            state,
            is_shown,
            widget.focusWidget(),
        )
        own_screen = widget.screen() is not self._window.screen()
        if is_shown and own_screen and state & Qt.WindowState.WindowFullScreen:
            self._covers.append(_Cover(widget))
        widget.hide()
        widget.setParent(self._vault, _Kind.Widget)
        _forget_by_readers(widget)
        self._away.append(away)

    def _close_covers(self) -> None:
        for cover in self._covers:
            cover.close()
            cover.deleteLater()
        self._covers.clear()


def _bring_back(away: _Away, window: QWidget) -> None:
    widget, parent = away.widget, away.parent
    if parent is not None and not isValid(parent):
        parent = window
    widget.setParent(parent, away.flags)
    widget.setWindowState(away.state)
    widget.setGeometry(away.place)
    if away.is_shown:
        widget.show()
        widget.activateWindow()
    if away.focused is not None and isValid(away.focused):
        away.focused.setFocus()


def _forget_by_readers(part: QWidget) -> None:
    """What a screen reader found before could be asked of still; as if it were gone, it cannot."""
    if not QAccessible.isActive():
        return
    for widget in (part, *part.findChildren(QWidget)):
        known = QAccessible.queryAccessibleInterface(widget)
        if known is not None:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def _depth(widget: QWidget) -> int:
    parent = widget.parentWidget()
    return 0 if parent is None else 1 + _depth(parent.window())


class _Cover(QWidget):
    """An empty screen in the place of a window that filled it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.setWindowTitle(SAYS)
        self.setAccessibleName(SAYS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setScreen(window.screen())
        self.setGeometry(window.screen().geometry())
        self.showFullScreen()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), PAPER)
            painter.setPen(INK)
            painter.setFont(font(min(max(self.height() / 40, 14), 28), False))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, SAYS)
