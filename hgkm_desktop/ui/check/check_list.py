"""The list of all that the herleidbaarheidscheck found, the most certain first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem, QWidget

from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.texts import CaseText
from hgkm_desktop.models.wording import CaseHint
from hgkm_desktop.privacy.case_check import CaseFinding
from hgkm_desktop.privacy.gate import of_certainty
from hgkm_desktop.privacy.terms import FindingCertainty
from hgkm_desktop.ui.check.check_words import cleared_words, kind_words, wording_words
from hgkm_desktop.ui.parts.record_delegate import SIDE, RecordDelegate
from hgkm_desktop.ui.parts.text import sentence_case
from hgkm_desktop.ui.parts.theme import current_theme

Row = CaseFinding | CaseText | Cleared | CaseHint
"""What was found, a text that changed since the case was read, a word that was put aside, or a hint
on wording."""

_MOST_LETTERS = 60
_EXPLAINED = {
    FindingCertainty.ZEKER: "vervang of haal weg",
    FindingCertainty.WAARSCHIJNLIJK: "beslis voor elk",
    FindingCertainty.MOGELIJK: "bekijk ze samen",
}
_ROW = Qt.ItemDataRole.UserRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value


class CheckList(QListWidget):
    """Rows in groups; the headings between them cannot be chosen. `chosen` follows another row."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed: dict[str, str] = {}
        self.setAccessibleName("Wat er is gevonden")
        self.setItemDelegate(_Rows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.currentRowChanged.connect(self.chosen)

    def current(self) -> Row | None:
        """The row that the keyboard is on."""
        return self._row(self.currentRow())

    def name(self) -> str:
        """What the row that the keyboard is on is called."""
        number = self.currentRow()
        return self.item(number).text().partition("\n")[0] if number >= 0 else ""

    def show_rows(
        self,
        findings: Sequence[CaseFinding] = (),
        changed: Sequence[CaseText] = (),
        aside: Sequence[Cleared] = (),
        hints: Sequence[CaseHint] = (),
        typed: Mapping[str, str] | None = None,
    ) -> None:
        """Show these, with the row chosen that was, or else the one that came after it.

        `typed` has the words that were put aside as the case has them.
        """
        wanted, self._typed = self._after_current(), dict(typed or {})
        self.blockSignals(True)
        self.clear()
        for certainty in FindingCertainty:
            of_this = of_certainty(findings, certainty)
            self._add(f"{sentence_case(certainty.label)}: {_EXPLAINED[certainty]}", of_this)
        self._add("Veranderd sinds het nalezen: lees na", changed)
        self._add("Niet herleidbaar: telt niet mee", aside)
        self._add("Woordkeus: een tip, telt niet mee", hints)
        self._choose_first(wanted)
        self.blockSignals(False)
        self.chosen.emit()

    def _add(self, heading: str, rows: Sequence[Row]) -> None:
        if not rows:
            return
        top = QListWidgetItem(f"{heading} ({len(rows)})", self)
        top.setFlags(Qt.ItemFlag.NoItemFlags)
        for row in rows:
            words = _words(row, self._typed)
            item = QListWidgetItem(words, self)
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words.replace("\n", ". "))

    def _row(self, number: int) -> Row | None:
        item = self.item(number) if number >= 0 else None
        row: Row | None = item.data(_ROW) if item is not None else None
        return row

    def _after_current(self) -> list[tuple[str, str]]:
        """What the current row is, what comes after it, and what came before it."""
        here, known = self.currentRow(), [self._row(number) for number in range(self.count())]
        if here < 0:
            return []
        return [_named(row) for row in (*known[here:], *reversed(known[:here])) if row is not None]

    def _choose_first(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Choose the first of these that is there still; else the first that there is."""
        places: dict[tuple[str, str], int] = {}
        for number in reversed(range(self.count())):
            row = self._row(number)
            if row is not None:
                places[_named(row)] = number
        found = next((places[name] for name in wanted if name in places), None)
        first = min(places.values(), default=-1)
        self.setCurrentRow(first if found is None else found)

    def moveCursor(
        self, action: QListWidget.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where a key goes; a heading cannot be chosen, so it goes on to the row beside it."""
        wanted: QModelIndex = super().moveCursor(action, modifiers)
        here, ways = wanted.row(), QListWidget.CursorAction
        if here < 0 or self._row(here) is not None:
            return wanted
        below, above = range(here, self.count()), range(here, -1, -1)
        first = (above, below) if action in (ways.MovePageUp, ways.MoveEnd) else (below, above)
        found = (row for rows in first for row in rows if self._row(row) is not None)
        return self.model().index(next(found, here), 0)

    @Slot()
    def take_focus(self) -> None:
        """Put the keyboard in the list, on the row that is chosen."""
        self.setFocus()
        self.scrollToItem(self.currentItem())


class _Rows(RecordDelegate):
    """Paints a heading as what it is."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if index.data(_ROW) is not None:
            super().paint(painter, option, index)
            return
        theme, bold = current_theme(), QFont(option.font)
        bold.setBold(True)
        painter.save()
        painter.fillRect(option.rect, QColor(theme.bg))
        painter.setFont(bold)
        painter.setPen(QColor(theme.ink2))
        room = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        painter.drawText(room, _MIDDLE, str(index.data()))
        painter.restore()


def _words(row: Row, typed: Mapping[str, str]) -> str:
    if isinstance(row, CaseText):
        return f"{_cut(row.text)}\n{sentence_case(row.where)}"
    if isinstance(row, CaseHint):
        return f"{_cut(row.word)}\n{wording_words(row)}"
    if isinstance(row, Cleared):
        return f"{_cut(typed.get(row.word, row.word))}\n{cleared_words(row)}"
    return f"{_cut(row.word)}\n{kind_words(row)}"


def _cut(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _MOST_LETTERS else f"{one_line[: _MOST_LETTERS - 1]}…"


def _named(row: Row) -> tuple[str, str]:
    """What stays of a row while other words around it change."""
    if isinstance(row, CaseText):
        return row.key, ""
    if isinstance(row, CaseHint):
        return f"woordkeus {row.place.key}", row.word
    return ("", row.word) if isinstance(row, Cleared) else (row.place.key, row.word)
