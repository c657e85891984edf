"""A row of widgets that goes on in a next row where there is no room, as words do."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

_GROWS = Qt.Orientation.Horizontal


class Flow(QLayout):
    """Widgets from left to right in as many rows as they need; no row is wider than the room.

    In each row, what wants to grow (such as a line to type in) shares what is left of it.
    """

    def __init__(
        self, parent: QWidget, margins: tuple[int, int, int, int], spacing: int, down: int = 6
    ) -> None:
        """`spacing` is between widgets and `down` between rows, in pixels."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # of each width that was asked, since the last change
        self._host, self._down = parent, down
        self.setContentsMargins(QMargins(*margins))
        self.setSpacing(spacing)

    def add_room(self) -> None:
        """White space that pushes what follows to the right, in its own row and in the next."""
        grows, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.addItem(QSpacerItem(0, 0, grows, fixed))

    # --- what Qt asks of a layout ---------------------------------------------------------

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return _GROWS

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._height_for(width)
        return self._heights[width]

    def _height_for(self, width: int) -> int:
        margins = self.contentsMargins()
        rows = self._rows(width - margins.left() - margins.right())
        heights = [_height(row) for row in rows]
        between = self._down * max(len(rows) - 1, 0)
        return sum(heights) + between + margins.top() + margins.bottom()

    def minimumSize(self) -> QSize:
        """The room of the widest widget; the height for one row, as Qt asks for the rest."""
        sizes = [item.minimumSize() for item in self._shown()]
        size = QSize(max((s.width() for s in sizes), default=0), _height(self._shown()))
        return size.grownBy(self.contentsMargins())

    def sizeHint(self) -> QSize:
        items = self._shown()
        wide = sum(_width(item) + self._gap(item) for item in items)
        return QSize(wide, _height(items)).grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        # A splitter and a scroll area ask for the least height without saying the width.
        self._host.setMinimumHeight(self.heightForWidth(rect.width()))
        room = rect.marginsRemoved(self.contentsMargins())
        top, pushed = room.top(), False
        for row in self._rows(room.width()):
            high = _height(row)
            place = QRect(QPoint(room.left(), top), QSize(room.width(), high))
            self._place(row, place, to_the_right=pushed)
            pushed = pushed or any(item.spacerItem() is not None for item in row)
            top += high + self._down

    # --- rows -----------------------------------------------------------------------------

    def _shown(self) -> list[QLayoutItem]:
        """All but what is hidden; white space is never hidden."""
        return [i for i in self._items if i.spacerItem() is not None or not i.isEmpty()]

    def _gap(self, item: QLayoutItem) -> int:
        return self.spacing() if item.spacerItem() is None else 0

    def _rows(self, room: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        left = -1
        for item in self._shown():
            wide = _width(item)
            if left < wide and (item.spacerItem() is None or not rows):
                rows.append([])
                left = room
            rows[-1].append(item)
            left -= wide + self._gap(item)
        return rows

    def _place(self, row: list[QLayoutItem], room: QRect, *, to_the_right: bool) -> None:
        growing = [item for item in row if item.expandingDirections() & _GROWS]
        gaps = sum(self._gap(item) for item in row[:-1])
        spare = max(room.width() - sum(_width(item) for item in row) - gaps, 0)
        x = room.left() + (spare if to_the_right and not growing else 0)
        for item in row:
            wide = min(_width(item), room.width())
            if item in growing:
                share = spare // len(growing)
                wide, spare = wide + share, spare - share
                growing.remove(item)
            high = item.sizeHint().height()
            item.setGeometry(QRect(x, room.top() + (room.height() - high) // 2, wide, high))
            x += wide + self._gap(item)


class Part(QWidget):
    """A column in a splitter, of which the words keep the room that they need in its width."""

    def __init__(self, *parts: QWidget) -> None:
        """The first part gets all the room that the others leave."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        for number, part in enumerate(parts):
            self._column.addWidget(part, 0 if number else 1)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        high = self._column.minimumHeightForWidth(self.width())
        return QSize(least.width(), max(least.height(), high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def flowing(*widgets: QWidget, spacing: int = 6) -> QWidget:
    """Widgets in a flow of their own."""
    made = QWidget()
    row = Flow(made, (0, 0, 0, 0), spacing)
    for widget in widgets:
        row.addWidget(widget)
    return made


def _width(item: QLayoutItem) -> int:
    return item.sizeHint().width()


def _height(items: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in items), default=0)
