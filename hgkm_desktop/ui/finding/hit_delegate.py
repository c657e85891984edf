"""How a hit looks in a list: its words, in which what was sought is bold and underlined."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from hgkm_desktop.ui.finding.search_hits import Hit
from hgkm_desktop.ui.parts.record_delegate import ABOVE, SIDE, RecordDelegate
from hgkm_desktop.ui.parts.theme import current_theme

HIT = Qt.ItemDataRole.UserRole
_INDENT = 14

Index = QModelIndex | QPersistentModelIndex


class HitDelegate(RecordDelegate):
    """Paints a hit; a row without one is the name of what the next ones stand in."""

    @property
    def left(self) -> int:
        return SIDE + _INDENT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hit: Hit | None = index.data(HIT)
        if hit is None:
            high = _height(_layout(str(index.data()), option.font, self._room(option), ()))
            return QSize(self._wide(option), high + 2 * ABOVE)
        high = sum(map(_height, self._layouts(hit, option)))
        return QSize(self._wide(option), high + 2 * ABOVE)

    def _words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        theme = current_theme()
        hit: Hit | None = index.data(HIT)
        if hit is None:
            bold = QFont(painter.font())
            bold.setBold(True)
            painter.setPen(QColor(theme.ink))
            width = rect.width() - 2 * SIDE
            _draw(painter, QPointF(rect.x() + SIDE, rect.y() + ABOVE), _bold(bold, index, width))
            return
        place = QPointF(rect.x() + self.left, rect.y() + ABOVE)
        width = rect.width() - self.left - SIDE
        colours = (theme.ink, theme.ink2)
        for colour, layout in zip(colours, _both(hit, painter.font(), width), strict=True):
            painter.setPen(QColor(colour))
            _draw(painter, place, layout)
            place.setY(place.y() + _height(layout))

    def _layouts(self, hit: Hit, option: QStyleOptionViewItem) -> tuple[QTextLayout, QTextLayout]:
        return _both(hit, option.font, self._room(option))

    @staticmethod
    def _wide(option: QStyleOptionViewItem) -> int:
        wide: int = option.widget.width() - 24
        return wide

    def _room(self, option: QStyleOptionViewItem) -> int:
        return self._wide(option) - self.left - SIDE


def _both(hit: Hit, font: QFont, width: int) -> tuple[QTextLayout, QTextLayout]:
    return _layout(hit.words, font, width, hit.marked), _layout(hit.where, font, width, ())


def _bold(font: QFont, index: Index, width: int) -> QTextLayout:
    return _layout(str(index.data()), font, width, ())


def _layout(
    words: str, font: QFont, width: int, marked: tuple[tuple[int, int], ...]
) -> QTextLayout:
    """Words in as many lines as they need."""
    layout, option = QTextLayout(words, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_mark(words, start, end) for start, end in marked])
    layout.beginLayout()
    high = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, high))
        high += line.height()
    layout.endLayout()
    return layout


def _mark(words: str, start: int, end: int) -> QTextLayout.FormatRange:
    """Not by a colour alone: bold, and with a line under it."""
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    made.start = _as_qt_counts(words[:start])
    made.length = _as_qt_counts(words[start:end])
    made.format = look
    return made


def _as_qt_counts(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def _height(layout: QTextLayout) -> int:
    return round(sum(layout.lineAt(n).height() for n in range(layout.lineCount())))


def _draw(painter: QPainter, place: QPointF, layout: QTextLayout) -> None:
    layout.draw(painter, place)
