"""A panel of text beside the work, with buttons under it: it asks nothing and blocks nothing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.text import label, scrolling
from hgkm_desktop.ui.parts.theme import scaled

_WIDTH, _LEAST = 270, 240
"""Pixels: at 100% text, and at any size of text where the work beside it needs the room."""


class SidePanel(QFrame):
    """`closed` asks to be put away; so does Esc, and then the keyboard goes back to the work.

    The text can be scrolled with the keyboard, and a screen reader reads all of it at once.
    """

    closed = Signal()

    def __init__(self, heading: str, buttons: Iterable[QPushButton]) -> None:
        super().__init__()
        self.setProperty("side", True)
        self._text, self._heading = QVBoxLayout(), heading
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(6)
        self.column.addWidget(label(heading, level=2))
        inner = QWidget()
        self._text.setContentsMargins(6, 4, 8, 4)
        self._text.setSpacing(8)
        inner.setLayout(self._text)
        self.reading = scrolling(inner)
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self.reading, 1)
        self._buttons = tuple(buttons)
        for button in self._buttons:
            button.setAutoDefault(True)
        self.column.addWidget(flowing(*self._buttons))
        self._fit()

    def say(self, title: str, parts: Iterable[QWidget]) -> None:
        """Show these parts under each other from the top; `title` is what is read out first."""
        while (item := self._text.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        words = []
        for part in parts:
            self._text.addWidget(part)
            part.show()  # added to what is seen, it would show only later
            words.append(str(part.property("text") or part.accessibleName()))
        self._text.addStretch(1)
        self.reading.setAccessibleName(f"{self._heading}: {title}")
        self.reading.setAccessibleDescription("\n".join(words))
        self.reading.verticalScrollBar().setValue(0)

    @property
    def has_keyboard(self) -> bool:
        """Whether the focus is somewhere in this panel."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def take_focus(self) -> None:
        """Put the keyboard in the text."""
        self.reading.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()  # text may have another size

    def sizeHint(self) -> QSize:
        return QSize(scaled(_WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least(), super().minimumSizeHint().height())

    def _least(self) -> int:
        """As narrow as it may be: the words on its buttons must be whole."""
        margins = self.column.contentsMargins()
        words = max(button.sizeHint().width() for button in self._buttons)
        return max(_LEAST, words + margins.left() + margins.right())

    def _fit(self) -> None:
        self.setMinimumWidth(self._least())
        self.setMaximumWidth(max(scaled(_WIDTH), self._least()))
