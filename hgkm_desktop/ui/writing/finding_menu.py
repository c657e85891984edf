"""What can be done with a word that was found: why it was, what can stand there instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from hgkm_desktop.ui.parts.text import label, plain
from hgkm_desktop.ui.parts.theme import scaled

if TYPE_CHECKING:
    from hgkm_desktop.models.wording import Wording
    from hgkm_desktop.ui.writing.underlines import Mark, Underlines

MENU_KEY, NEXT_KEY = "Ctrl+.", "F8"
MOST_SUGGESTIONS = 5
_WIDTH = 320


class FindingMenu(QMenu):
    """The menu of one finding, where the keyboard is."""

    def __init__(self, over: QWidget, underlines: Underlines, mark: Mark) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(mark.finding.reason)
        add_entries(self, underlines, mark, None)

    def open_beside(self, place: QRect) -> None:
        """Open under or above a place on the screen, at the first thing that can be done."""
        high, below = self.sizeHint().height(), place.bottomLeft()
        fits = below.y() + high < self.screen().availableGeometry().bottom()
        self.popup(below if fits else place.topLeft() - QPoint(0, high))
        self.setActiveAction(next(one for one in self.actions() if one.isEnabled()))


class _Entries(QObject):
    """Does what is chosen in a menu; goes with that menu."""

    def __init__(self, menu: QMenu, underlines: Underlines, mark: Mark) -> None:
        super().__init__(menu)
        self._underlines, self._mark = underlines, mark

    def made(self) -> list[QAction]:
        """The entries in their order."""
        return [self._reason(), *self._instead(), *self._of_case(), self._next()]

    def _reason(self) -> QAction:
        """Why it was found, in as many lines as that needs; nothing to choose."""
        finding = self._mark.finding
        said = f"‘{self._mark.word}’: {finding.certainty.label}\n{finding.reason}"
        return _told(self, said)

    def _instead(self) -> list[QAction]:
        if self._underlines.field.isReadOnly():
            return []
        given = self._underlines.suggestions(self._mark)
        entries = []
        for words in given[:MOST_SUGGESTIONS]:
            entry = self._entry(f"Vervang door ‘{words}’")
            entry.setData(words)
            entry.triggered.connect(self._replace)
            entries.append(entry)
        return entries

    def _of_case(self) -> list[QAction]:
        """What someone is there to do; nothing is offered that leads nowhere."""
        watch, entries = self._underlines.watch, list[QAction]()
        if watch is None or self._underlines.field.isReadOnly():
            return entries
        if watch.isSignalConnected(QMetaMethod.fromSignal(watch.everywhere_asked)):
            entries.append(self._entry("Overal in deze casus vervangen…"))
            entries[-1].triggered.connect(self._ask_everywhere)
        offered = watch.isSignalConnected(QMetaMethod.fromSignal(watch.clearing_asked))
        if offered and watch.may_be_cleared(self._mark):
            entries.append(self._entry("Niet herleidbaar…"))
            entries[-1].triggered.connect(self._ask_clearing)
        return [self._line(), *entries] if entries else []

    def _next(self) -> QAction:
        entry = self._entry("Volgende gevonden woord")
        entry.setShortcut(QKeySequence(NEXT_KEY))
        entry.triggered.connect(self._underlines.go_on)
        return entry

    def _entry(self, words: str) -> QAction:
        return QAction(plain(words), self)

    def _line(self) -> QAction:
        line = QAction(self)
        line.setSeparator(True)
        return line

    @Slot()
    def _replace(self) -> None:
        chosen = self.sender()
        assert isinstance(chosen, QAction)
        self._underlines.replace(self._mark, str(chosen.data()))

    @Slot()
    def _ask_everywhere(self) -> None:
        if self._underlines.watch is not None:
            self._underlines.watch.everywhere_asked.emit(self._mark.word)

    @Slot()
    def _ask_clearing(self) -> None:
        if self._underlines.watch is not None:
            self._underlines.watch.clearing_asked.emit(self._mark.word, self._mark.finding)


def add_wording(menu: QMenu, wording: Wording, above: QAction | None) -> None:
    """Put in a menu what to write instead of a word, and why; nothing to choose."""
    said = f"Woordkeus: schrijf liever {wording.instead}.\n{wording.why}"
    entries, line = [_told(menu, said)], QAction(menu)
    line.setSeparator(True)
    menu.insertActions(above, [*entries, line])  # type: ignore[arg-type] # None: at the end


def _told(parent: QObject, said: str) -> QAction:
    """Words in as many lines as they need, in a menu."""
    words, over = label(said, soft=True), QWidget()
    words.setParent(over)
    words.setContentsMargins(12, 6, 12, 6)
    words.setFixedWidth(scaled(_WIDTH))
    words.adjustSize()
    over.setFixedSize(words.size())
    entry = QWidgetAction(parent)
    entry.setDefaultWidget(over)
    entry.setText(plain(said))
    entry.setEnabled(False)
    return entry


def add_entries(menu: QMenu, underlines: Underlines, mark: Mark, above: QAction | None) -> None:
    """Put what can be done with a mark in a menu, above an entry that is there or at its end."""
    entries = _Entries(menu, underlines, mark).made()
    if above is None:
        menu.addActions(entries)
    else:
        menu.insertActions(above, entries)
        menu.insertSeparator(above)
