"""The text of a manual in its window: reading, following links, and finding words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from hgkm_desktop.paths import resource
from hgkm_desktop.reports.manual.manual_reader import ManualText, anchor
from hgkm_desktop.ui.learning.manual_html import html_of, style_of
from hgkm_desktop.ui.parts.theme import current_theme, scaled

NAME = "Tekst"
_MARGIN = 18
_PAUSE = 120
"""How long no other size is asked for before the pictures are made to fit, in milliseconds."""
_IMAGE = QTextDocument.ResourceType.ImageResource.value


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
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text: ManualText | None = None
        self._fitted_to, self._kept_place = 0, 0
        self._headings: list[tuple[int, str]] = []
        self._links: list[tuple[int, int]] = []
        self._marked: list[QTextCursor] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._fit)
        self.verticalScrollBar().valueChanged.connect(self._note_place)

    @property
    def found(self) -> int:
        return len(self._marked)

    def read(self, text: ManualText) -> None:
        """Show a manual from its beginning, in the theme and the size of now."""
        self._text, self._fitted_to = text, self._room()
        self.setMinimumWidth(scaled(220))
        document = self.document()
        document.setDefaultStyleSheet(style_of(current_theme()))
        document.setDefaultFont(self.font())
        document.setDocumentMargin(_MARGIN)
        self.setHtml(html_of(text, self._fitted_to))
        self._marked, self._headings, self._links = [], [], []
        block = document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() > 1:
                self._headings.append((block.position(), anchor(block.text())))
            self._links += _links_in(block)
            block = block.next()

    def read_again(self) -> None:
        """Show the same text in the theme and the size of now, at the same place."""
        if self._text is not None:
            place = self._kept_place
            self.read(self._text)
            self.show_place(place)

    def show_anchor(self, to: str) -> None:
        """Bring a heading to the top."""
        at = next((at for at, name in self._headings if name == to), None)
        if at is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(at)
        self.setTextCursor(cursor)
        self.show_place(cursor.blockNumber())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes along the links that are in sight, and then on: no other way than back through
        all links of a manual would be a trap."""
        top, bottom = self._in_sight()
        shown = [link for link in self._links if top <= link[0] <= bottom]
        cursor = self.textCursor()
        now = (cursor.selectionStart(), cursor.selectionEnd())
        at = shown.index(now) if now in shown else -1
        at += 1 if forward else -1
        if 0 <= at < len(shown):
            cursor.setPosition(shown[at][0])
            cursor.setPosition(shown[at][1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            return True
        if now in self._links:
            cursor.clearSelection()
            self.setTextCursor(cursor)
        return QWidget.focusNextPrevChild(self, forward)

    def _in_sight(self) -> tuple[int, int]:
        """The first and the last place in the text that are on screen."""
        seen = self.viewport().rect()
        corners = (seen.topLeft(), seen.bottomRight())
        top, bottom = (self.cursorForPosition(corner).position() for corner in corners)
        return top, bottom

    # --- pictures -----------------------------------------------------------------------

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture as sharp as this screen shows it; its name ends in how wide it stands here."""
        if kind != _IMAGE:
            return None
        url = QUrl(name)
        image = QImage(str(resource("handleiding/plaatjes") / url.path()))
        ratio, smooth = self.devicePixelRatioF(), Qt.TransformationMode.SmoothTransformation
        made = image.scaledToWidth(round(int(url.query()) * ratio), smooth)
        made.setDevicePixelRatio(ratio)
        return made

    def _room(self) -> int:
        """How wide a picture can be: nobody has to scroll aside."""
        return max(self.viewport().width() - 2 * _MARGIN - 1, 1)

    @Slot()
    def _fit(self) -> None:
        if self._room() != self._fitted_to:
            self.read_again()
        self._note_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._pause.start()  # first: from here on the place is that of before
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    # --- where one is -------------------------------------------------------------------

    def place(self) -> int:
        """The number of the paragraph on top."""
        return self.cursorForPosition(self.viewport().rect().topLeft()).blockNumber()

    def show_place(self, place: int) -> None:
        """Bring a paragraph to the top."""
        block = self.document().findBlockByNumber(place)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) if place else 0)
        self._kept_place = place

    @Slot()
    def _note_place(self) -> None:
        """Keep the place, and tell which heading it is under."""
        if self._pause.isActive() or not self._headings:
            return
        self._kept_place = self.place()
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


def _links_in(block: QTextBlock) -> Iterator[tuple[int, int]]:
    """Where each link in a paragraph begins and ends."""
    parts = block.begin()
    while not parts.atEnd():
        part = parts.fragment()
        if part.charFormat().isAnchor() and part.charFormat().anchorHref():
            yield part.position(), part.position() + part.length()
        parts += 1


def _marked(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    theme = current_theme()
    made.format.setBackground(QColor(theme.selection))
    made.format.setForeground(QColor(theme.ink))
    made.cursor = cursor
    return made
