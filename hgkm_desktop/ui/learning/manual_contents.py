"""The contents of a manual: its headings as a tree, that leads through the text."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from hgkm_desktop.reports.content import Subheading
from hgkm_desktop.reports.manual.manual_reader import ManualText, anchor
from hgkm_desktop.ui.parts.theme import scaled

NAME = "Inhoud"
_ANCHOR = Qt.ItemDataRole.UserRole
_AROUND, _BESIDE = 10, 22  # pixels above and under the words, and at both their sides


class _Wrapped(QStyledItemDelegate):
    """Gives a heading as many lines as it needs: Qt only wraps within the height there is."""

    def __init__(self, tree: ManualContents) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        steps = 2 if index.parent().isValid() else 1
        room = self._tree.viewport().width() - steps * self._tree.indentation() - _BESIDE
        metrics = QFontMetrics(self._tree.font())
        flags = Qt.TextFlag.TextWordWrap
        words = metrics.boundingRect(QRect(0, 0, room, 10_000), flags, str(index.data()))
        return QSize(room, words.height() + _AROUND)


class ManualContents(QTreeWidget):
    """`wanted(anchor)` follows the heading that is chosen; `opened` is Enter on one."""

    wanted = Signal(str)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(NAME)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setItemDelegate(_Wrapped(self))
        self._items: dict[str, QTreeWidgetItem] = {}
        self.currentItemChanged.connect(self._want)
        self.itemClicked.connect(self._want)
        self.itemActivated.connect(self.opened)

    def fill(self, text: ManualText) -> None:
        """Show the headings of a manual; the first chapter is unfolded."""
        self.setMinimumWidth(scaled(130))
        self.clear()
        self._items = {}
        for chapter in text.chapters:
            top = self._item(chapter.heading)
            self.addTopLevelItem(top)
            parts = (block for block in chapter.blocks if isinstance(block, Subheading))
            for part in parts:
                top.addChild(self._item(part.text))
        first = self.topLevelItem(0)
        if first:
            first.setExpanded(True)
            self.setCurrentItem(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _item(self, heading: str) -> QTreeWidgetItem:
        made = QTreeWidgetItem([heading])
        made.setToolTip(0, heading)
        made.setData(0, _ANCHOR, anchor(heading))
        self._items[anchor(heading)] = made
        return made

    @Slot(QTreeWidgetItem)
    def _want(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(item.data(0, _ANCHOR))

    @Slot(str)
    def show_current(self, to: str) -> None:
        """Point at the heading that the text is at, without moving the text."""
        item = self._items.get(to)
        if item is None or self.hasFocus():
            return
        with QSignalBlocker(self):
            self.setCurrentItem(item)
