"""The events as a table: the equal alternative of the line, on the same rows and selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import EventKind, Mark, Occurrence
from hgkm_desktop.timeline.display import Glyph, Sign
from hgkm_desktop.timeline.signs import signs_of_facts
from hgkm_desktop.ui.line.event_model import KIND, MARKS, NUMBER, TITLE, WHEN, WHO, EventModel
from hgkm_desktop.ui.line.timeline_paint import TimelinePainter
from hgkm_desktop.ui.parts.single_keys import wish_of
from hgkm_desktop.ui.parts.theme import current_theme, scaled
from hgkm_desktop.ui.writing.written import WrittenLine

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 30
_LEAST = 40
_WIDTHS_FROM = (
    (680, {NUMBER: _LEAST, WHEN: 148, KIND: 160, MARKS: 84}),
    (520, {NUMBER: _LEAST, WHEN: 112, KIND: 120, MARKS: 66}),
    (0, {NUMBER: _LEAST, WHEN: 96, KIND: 52, MARKS: 52}),  # of the kind only its shape and letter
)
"""The widths of the columns that do not share what is left, from each width of the table on."""
_WHO_PART = 0.32  # of what title and who have together
_PAD = 8
_GLYPH = 15.0
_SIGN = 12.0
_SIGN_STEP = 15.0


class EventTable(QTableView):
    """The rows of an `EventModel`; F2, Enter or a double click edits, typing never does.

    Wishes: `mark_requested(Mark)`, `turn_requested(1 to 9)` and
    `menu_requested(place on the screen)`, as on the line.
    """

    mark_requested = Signal(object)
    turn_requested = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(self, model: EventModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events = model
        self._back: frozenset[str] = frozenset()
        self.setModel(model)
        self.setAccessibleName("Gebeurtenissen")
        self._set_behaviour()
        self._set_looks()
        self._cells = _Cells(self)
        self.setItemDelegate(self._cells)
        self.setItemDelegateForColumn(KIND, _KindCell(self))
        self.setItemDelegateForColumn(TITLE, _TitleCell(self))
        self.setItemDelegateForColumn(MARKS, _MarksCell(self))
        for moved in (model.layoutChanged, model.case_shown):
            moved.connect(self._reveal_current)

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _set_looks(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fit()
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.sortIndicatorChanged.connect(self._show_sorting)
        self.setSortingEnabled(True)
        self.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)

    def let_stand_back(self, event_ids: frozenset[str]) -> None:
        """Show the words of these events in a lighter tone, as the line does."""
        if event_ids != self._back:
            self._back = event_ids
            self.viewport().update()

    def stands_back(self, row: int) -> bool:
        """True for an event that is shown in a lighter tone."""
        return bool(self._back) and self.events.event_at(row).id in self._back

    @Slot()
    def sort_here(self) -> None:
        """Sort by the column of the current cell; asked again the other way round, then as the
        line goes."""
        header, column = self.horizontalHeader(), max(self.currentIndex().column(), 0)
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if header.sortIndicatorSection() != column:
            self.sortByColumn(column, up)
        elif header.sortIndicatorOrder() is up:
            self.sortByColumn(column, down)
        else:
            self.sortByColumn(NUMBER, up)

    @Slot(int, Qt.SortOrder)
    def _show_sorting(self, column: int, order: Qt.SortOrder) -> None:
        """An arrow at the column that is sorted; none for the order of the line itself."""
        plain = column == NUMBER and order is Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicatorShown(not plain)

    def _fit(self) -> None:
        """Give the title most of the room: on a small screen it must still say what happened."""
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.setMinimumHeight(scaled(3 * ROW_HEIGHT))
        self.horizontalHeader().setMinimumSectionSize(scaled(_LEAST))
        wide = self.viewport().width()
        widths = next(widths for least, widths in _WIDTHS_FROM if wide >= scaled(least))
        for column in (NUMBER, WHEN, KIND, MARKS):
            self.setColumnWidth(column, scaled(widths[column]))
        fixed = sum(self.columnWidth(column) for column in (NUMBER, WHEN, KIND, MARKS))
        room = self.viewport().width() - fixed
        self.setColumnWidth(WHO, min(max(round(room * _WHO_PART), scaled(60)), scaled(260)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
        before = QRect(self.viewport().rect().topLeft(), event.oldSize())
        if before.intersects(self.visualRect(self.currentIndex())):  # it was in view
            self._reveal_current()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()  # text may have another size

    def keyboardSearch(self, search: str) -> None:
        """Typing never searches: single keys have meanings of their own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            event.ignore()  # what the editor leaves over, such as the Enter that closes it
            return
        wish = wish_of(event)
        if isinstance(wish, Mark):
            self.mark_requested.emit(wish)
        elif wish is not None:
            self.turn_requested.emit(wish)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._edit_current()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not previous.isValid():  # all rows are new
            self._reveal_current()

    @Slot()
    def _reveal_current(self) -> None:
        """Keep the current row in view when an edit, a filter or an order puts it elsewhere."""
        self.updateGeometries()  # else it scrolls no further than the rows of before reach
        self.scrollTo(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.visualRect(self.currentIndex()).center() if by_keys else event.pos()
        if self.indexAt(place).isValid():
            self.menu_requested.emit(self.viewport().mapToGlobal(place))

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Take the focus back when nothing else has it, as after undo while a cell is edited."""
        super().closeEditor(editor, hint)
        if QApplication.focusWidget() is None:
            self.setFocus()

    def _edit_current(self) -> None:
        """Edit the current cell; the title where the cell itself cannot be edited."""
        index = self.currentIndex()
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(TITLE)
            self.setCurrentIndex(index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)


class _Cells(QStyledItemDelegate):
    """Paints a row the same in every cell: a line below it, the selection behind it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._painter: TimelinePainter | None = None  # made when there is something to paint

    def line_painter(self, painter: QPainter) -> TimelinePainter:
        """Paints shapes and signs as on the line, in the theme of this moment."""
        theme, ratio = current_theme(), painter.device().devicePixelRatioF()
        held = self._painter
        if held is None or held.theme != theme or held.ratio != ratio:
            held = self._painter = TimelinePainter(theme, ratio)
        return held

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width() + _PAD, scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        box = QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(theme.selection if is_selected else theme.card))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(theme.line2))
        if is_selected and theme.selection == theme.card and not index.column():
            # High contrast has no colour for what is chosen.
            painter.fillRect(QRectF(box.x(), box.y(), 5, box.height() - 1), QColor(theme.accent))
        self.paint_inside(painter, option, index, box)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    def paint_inside(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF
    ) -> None:
        self.paint_text(painter, option, index, box, 0.0)

    def paint_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        box: QRectF,
        indent: float,
    ) -> None:
        """The text of a cell, cut where it does not fit."""
        theme = current_theme()
        metrics = QFontMetricsF(option.font)
        room = box.adjusted(_PAD + indent, 0, -_PAD, 0)
        text = str(index.data() or "")
        ink = theme.ink2 if index.column() in (NUMBER, WHO) else theme.ink
        if isinstance(option.widget, EventTable) and option.widget.stands_back(index.row()):
            ink = theme.ink3
        painter.setFont(option.font)
        painter.setPen(QColor(ink))
        side = (
            Qt.AlignmentFlag.AlignRight if index.column() == NUMBER else Qt.AlignmentFlag.AlignLeft
        )
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, cut)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.palette.setColor(QPalette.ColorRole.Text, QColor(current_theme().ink))


class _KindCell(_Cells):
    """The kind as on the line: its shape and letter, and its name; edited from a list."""

    def paint_inside(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF
    ) -> None:
        event = _event_of(index)
        size = scaled(_GLYPH)
        x, y = box.x() + _PAD + size * 0.6, box.center().y()
        self.line_painter(painter).shapes(painter, (_glyph(event, x, y, size),))
        self.paint_text(painter, option, index, box, size * 1.2 + 7)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        box.setMaxVisibleItems(len(EventKind))
        for kind in EventKind:
            box.addItem(kind.label)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())


class _TitleCell(_Cells):
    """The title, with the signs of its facts at the end of the cell as they are on the line."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = WrittenLine()
        line.setParent(parent)
        line.setFrame(False)
        return line

    def paint_inside(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF
    ) -> None:
        signs = signs_of_facts(_event_of(index))
        wide = len(signs) * scaled(_SIGN_STEP) + (_PAD if signs else 0)
        self.paint_text(painter, option, index, box.adjusted(0, 0, -wide, 0), 0.0)
        painter.setClipRect(box)
        drawn = _in_a_row(signs, box.right() - wide, box.center().y())
        self.line_painter(painter).shapes(painter, drawn)


class _MarksCell(_Cells):
    """The belevingen as signs, in the colours they have on the line."""

    def paint_inside(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF
    ) -> None:
        signs = str(index.data() or "").split()
        painter.setClipRect(box)
        drawn = _in_a_row(signs, box.x() + _PAD, box.center().y())
        self.line_painter(painter).shapes(painter, drawn)


def _in_a_row(signs: Sequence[str], left: float, y: float) -> tuple[Sign, ...]:
    size, step = scaled(_SIGN), scaled(_SIGN_STEP)
    first = left + size / 2
    return tuple(Sign(first + number * step, y, size, sign) for number, sign in enumerate(signs))


def _event_of(index: Index) -> Event:
    model = index.model()
    if not isinstance(model, EventModel):
        raise TypeError("the table shows an EventModel")
    return model.event_at(index.row())


def _glyph(event: Event, x: float, y: float, size: float) -> Glyph:
    kind = event.kind
    return Glyph(
        x,
        y,
        size,
        kind.shape,
        kind.letter,
        kind.value,
        hollow=event.occurrence is Occurrence.NIET_GEDAAN,
        absent=event.occurrence is Occurrence.BESTOND_NIET,
    )
