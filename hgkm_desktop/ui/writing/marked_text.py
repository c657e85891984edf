"""A part of a text with one word in it marked, in a box that can be read and not typed in."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from hgkm_desktop.ui.parts.theme import current_theme

LETTERS_AROUND = 260
_LINES = 4


class MarkedText(QPlainTextEdit):
    """Shows a text around a word, which is bold and underlined; a long text is cut at both ends."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ("", "", "")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._fit()

    def show_text(self, text: str, start: int, end: int) -> None:
        """Show this, marked from `start` to `end` in Python string offsets."""
        before, after = text[:start], text[end:]
        self._shown = (_last_part(before), text[start:end], _first_part(after))
        self._write()

    def forget(self) -> None:
        """Show nothing."""
        self._shown = ("", "", "")
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:  # other colours, or another size of text
            self._fit()
            self._write()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 22)

    def _write(self) -> None:
        before, word, after = self._shown
        self.clear()
        cursor = self.textCursor()
        plain, marked = QTextCharFormat(), QTextCharFormat()
        marked.setFontWeight(QFont.Weight.Bold)
        marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        marked.setBackground(QColor(current_theme().selection))
        cursor.insertText(before, plain)
        cursor.insertText(word, marked)
        place = cursor.position()
        cursor.insertText(after, plain)
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def around(text: str, start: int, end: int, letters: int = LETTERS_AROUND) -> str:
    """A part of a text, cut at both ends where it goes on longer than that."""
    before, after = _last_part(text[:start], letters), _first_part(text[end:], letters)
    return f"{before}{text[start:end]}{after}"


def _last_part(text: str, letters: int = LETTERS_AROUND) -> str:
    if len(text) <= letters:
        return text
    cut = text[-letters:]
    return f"… {cut.partition(' ')[2] or cut}"


def _first_part(text: str, letters: int = LETTERS_AROUND) -> str:
    if len(text) <= letters:
        return text
    cut = text[:letters]
    return f"{cut.rpartition(' ')[0] or cut} …"
