"""The text of a manual in its window: reading, following links, and finding words."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from hgkm_desktop.paths import resource
from hgkm_desktop.reports.manual_reader import ManualText, anchor
from hgkm_desktop.ui.manual_html import html_of, style_of
from hgkm_desktop.ui.theme import current_theme, scaled

NAME = "Tekst"
_MARGIN = 18


class ManualPage(QTextBrowser):
    """The whole text of one manual. `heading_changed(anchor)` tells which heading is on top.

    `found` is how many places have the words that are looked for.
    """

    heading_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(NAME)
        self.setProperty("card", True)
        self.setOpenLinks(False)
        self.setSearchPaths([str(resource("handleiding/plaatjes"))])
        self._headings: list[tuple[int, str]] = []
        self._marked: list[QTextCursor] = []
        self.verticalScrollBar().valueChanged.connect(self._tell_heading)

    @property
    def found(self) -> int:
        return len(self._marked)

    def read(self, text: ManualText) -> None:
        """Show a manual from its beginning, in the theme and the size of now."""
        self.setMinimumWidth(scaled(320))
        document = self.document()
        document.setDefaultStyleSheet(style_of(current_theme()))
        document.setDefaultFont(self.font())
        document.setDocumentMargin(_MARGIN)
        self.setHtml(html_of(text))
        self._marked = []
        self._headings = []
        block = document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() > 1:
                self._headings.append((block.position(), anchor(block.text())))
            block = block.next()

    def show_anchor(self, to: str) -> None:
        """Bring a heading to the top."""
        place = next((at for at, name in self._headings if name == to), None)
        if place is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        box = self.document().documentLayout().blockBoundingRect(cursor.block())
        self.verticalScrollBar().setValue(round(box.top()))

    # --- where one is -------------------------------------------------------------------

    def place(self) -> int:
        """How far the text is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def show_place(self, place: int) -> None:
        self.verticalScrollBar().setValue(place)

    def part(self) -> float:
        """How far the text is scrolled, as a part of all of it."""
        return self.place() / max(self.verticalScrollBar().maximum(), 1)

    def show_part(self, part: float) -> None:
        self.show_place(round(part * self.verticalScrollBar().maximum()))

    @Slot()
    def _tell_heading(self) -> None:
        if not self._headings:
            return
        at = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        number = bisect_right([place for place, _ in self._headings], at) - 1
        if number >= 0:
            self.heading_changed.emit(self._headings[number][1])

    # --- finding ------------------------------------------------------------------------

    def mark(self, words: str) -> int:
        """Mark every place that has the words; gives how many there are."""
        self._marked = []
        document, at = self.document(), QTextCursor()
        while words:
            at = document.find(words, at if not at.isNull() else 0)
            if at.isNull():
                break
            self._marked.append(QTextCursor(at))
        self.setExtraSelections([_marked(cursor) for cursor in self._marked])
        return self.found

    def find_next(self) -> int:
        """Choose the next place that has the words; gives its number, 0 when there is none."""
        if not self._marked:
            return 0
        now = self.textCursor().selectionStart()
        has_chosen = self.textCursor().hasSelection()
        later = [
            number
            for number, cursor in enumerate(self._marked)
            if cursor.selectionStart() > now or (cursor.selectionStart() == now and not has_chosen)
        ]
        number = later[0] if later else 0
        self.setTextCursor(self._marked[number])
        self.ensureCursorVisible()
        return number + 1


def _marked(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    theme = current_theme()
    made.format.setBackground(QColor(theme.selection))
    made.format.setForeground(QColor(theme.ink))
    made.cursor = cursor
    return made
