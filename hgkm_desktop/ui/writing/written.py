"""Where free text is typed: lines and blocks that show what was found in it, and guard a paste."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Slot
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from hgkm_desktop.ui.writing.mark_paint import paint_in_block, paint_in_line
from hgkm_desktop.ui.writing.paste_guard import may_come_in
from hgkm_desktop.ui.writing.underlines import Underlines

_MODE = QClipboard.Mode


class Line(QLineEdit):
    """A line that gives undo and redo to the window when it has nothing of its own."""

    def event(self, event: QEvent) -> bool:
        if _leaves(event, self.isUndoAvailable(), self.isRedoAvailable()):
            return False
        return super().event(event)


class WrittenLine(Line):
    """A line of free text."""

    def __init__(self) -> None:
        super().__init__()
        self.is_composing = False
        self.underlines = Underlines(self)
        self.underlines.setParent(self)  # not before: the field hears of it, and asks them
        self.textChanged.connect(self.underlines.follow_text)

    # --- what the underlines ask --------------------------------------------------------

    def typed(self) -> str:
        return self.text()

    def to_check(self) -> str:
        """What is looked at: as long as what is typed, with spaces for what is no free text."""
        return self.text()

    def chosen(self) -> tuple[int, int]:
        """Where the selection begins and ends, or the cursor stands, as Qt counts."""
        if self.hasSelectedText():
            return self.selectionStart(), self.selectionEnd()
        return self.cursorPosition(), self.cursorPosition()

    def choose(self, start: int, end: int) -> None:
        self.setSelection(start, end - start)

    def put(self, start: int, end: int, words: str) -> None:
        """Write these words in place of what stands there, as if they were typed."""
        self.choose(start, end)
        self.insert(words)

    def position_at(self, place: QPoint) -> int:
        return self.cursorPositionAt(place)

    def cursor_place(self) -> QRect:
        """Where the cursor is on the screen."""
        cursor = self.cursorRect()
        return QRect(self.mapToGlobal(cursor.topLeft()), cursor.size())

    def show_marks(self) -> None:
        self.update()

    # --- events -------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.underlines.explain(event):
            return True
        return self.underlines.takes_key(event) or super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.underlines.begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.underlines.marks and not self.is_composing:
            paint_in_line(self, self.underlines.marks)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.is_composing = bool(event.preeditString())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste)
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        at = self.position_at(event.pos()) if by_mouse else self.chosen()[0]
        self.underlines.add_to(menu, at)
        menu.popup(event.globalPos())

    # --- what comes in ------------------------------------------------------------------

    @Slot()
    def paste(self) -> None:
        """Paste what may come in."""
        if self._may_take(_MODE.Clipboard):
            super().paste()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            other = event.key() == Qt.Key.Key_Insert and event.modifiers() == both
            if not self._may_take(_MODE.Selection if other else _MODE.Clipboard):
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        middle = event.button() == Qt.MouseButton.MiddleButton
        pastes = middle and QGuiApplication.clipboard().supportsSelection()
        if pastes and not self._may_take(_MODE.Selection):
            return
        super().mouseReleaseEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is not self and not may_come_in(self, event.mimeData().text()):
            event.ignore()
            return
        super().dropEvent(event)

    def _may_take(self, mode: QClipboard.Mode) -> bool:
        return self.isReadOnly() or may_come_in(self, QGuiApplication.clipboard().text(mode))


class WrittenBlock(QPlainTextEdit):
    """Lines of free text; undo and redo are the window's when there is nothing of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._moves_within = False
        self.underlines = Underlines(self)
        self.underlines.setParent(self)  # not before: the field hears of it, and asks them
        self.document().contentsChange.connect(self._follow)

    @Slot(int, int, int)
    def _follow(self, at: int, removed: int, added: int) -> None:
        text = self.document()
        first, last = text.characterAt(at), text.characterAt(at + added - 1)
        self.underlines.follow(at, removed, added, first if added else "", last if added else "")

    # --- what the underlines ask --------------------------------------------------------

    def typed(self) -> str:
        return self.toPlainText()

    def to_check(self) -> str:
        """What is looked at, as long as what is typed."""
        return self.toPlainText()

    def chosen(self) -> tuple[int, int]:
        """Where the selection begins and ends, or the cursor stands, as Qt counts."""
        cursor = self.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def choose(self, start: int, end: int) -> None:
        self.setTextCursor(self._cursor(start, end))

    def put(self, start: int, end: int, words: str) -> None:
        """Write these words in place of what stands there, as if they were typed."""
        self._cursor(start, end).insertText(words)

    def position_at(self, place: QPoint) -> int:
        return self.cursorForPosition(place).position()

    def cursor_place(self) -> QRect:
        """Where the cursor is on the screen."""
        cursor = self.cursorRect()
        return QRect(self.viewport().mapToGlobal(cursor.topLeft()), cursor.size())

    def show_marks(self) -> None:
        self.viewport().update()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # --- events -------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        text = self.document()
        if _leaves(event, text.isUndoAvailable(), text.isRedoAvailable()):
            return False
        return self.underlines.takes_key(event) or super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.underlines.explain(event):
            return True
        return super().viewportEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.underlines.begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.underlines.marks:
            paint_in_block(self, self.underlines.marks, event.rect())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        at = self.position_at(event.pos()) if by_mouse else self.chosen()[0]
        self.underlines.add_to(menu, at)
        menu.popup(event.globalPos())

    # --- what comes in ------------------------------------------------------------------

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted or dropped, by whatever key or mouse; what moves within is here now."""
        if self._moves_within or may_come_in(self, source.text()):
            super().insertFromMimeData(source)

    def dropEvent(self, event: QDropEvent) -> None:
        self._moves_within = event.source() in (self, self.viewport())
        super().dropEvent(event)
        self._moves_within = False


def _leaves(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """True when a field is asked for an undo or redo that it has nothing for itself."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    keys = QKeySequence.StandardKey
    wants_undo, wants_redo = event.matches(keys.Undo), event.matches(keys.Redo)
    return (wants_undo and not can_undo) or (wants_redo and not can_redo)
