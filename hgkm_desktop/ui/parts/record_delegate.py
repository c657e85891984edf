"""How one record looks in a list: its first line strong, the rest softer under it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hgkm_desktop.ui.parts.theme import current_theme

SIDE, ABOVE = 12, 8
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class RecordDelegate(QStyledItemDelegate):
    """Paints the words of a record; a record of one line is plain.

    What is drawn before the words has `left` pixels.
    """

    @property
    def left(self) -> int:
        return SIDE

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current_theme()
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(theme.selection if chosen else theme.card))
        painter.setPen(QColor(theme.line2))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        is_plain = theme.selection == theme.card  # high contrast has no colour for what is chosen
        if chosen and (is_plain or option.state & QStyle.StateFlag.State_HasFocus):
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        self._words(painter, rect, index)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width: int = option.widget.width() - 24
        first, rest = _parts(index)
        room = width - self.left - SIDE
        high = _height(_strong(option.font, rest), first, room)
        high += _height(option.font, rest, room) if rest else 0
        return QSize(width, high + 2 * ABOVE)

    def _words(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = current_theme()
        first, rest = _parts(index)
        plain = painter.font()
        room = rect.adjusted(self.left, ABOVE, -SIDE, -ABOVE)
        painter.setFont(_strong(plain, rest))
        painter.setPen(QColor(theme.ink))
        painter.drawText(room, WRAP, first)
        if rest:
            room.adjust(0, _height(_strong(plain, rest), first, room.width()), 0, 0)
            painter.setFont(plain)
            painter.setPen(QColor(theme.ink2))
            painter.drawText(room, WRAP, rest)


def _parts(index: QModelIndex | QPersistentModelIndex) -> tuple[str, str]:
    first, _, rest = str(index.data()).partition("\n")
    return first, rest


def _strong(font: QFont, rest: str) -> QFont:
    made = QFont(font)
    made.setBold(bool(rest))
    return made


def _height(font: QFont, words: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), WRAP, words).height()
