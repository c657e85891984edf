"""The grid of figures: typing fills a cell, Enter goes down and Tab to the right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hgkm_desktop.ui.figures.figure_model import SHARE_ROLE, FigureModel, Index, Place
from hgkm_desktop.ui.parts.theme import Theme, current_theme, scaled
from hgkm_desktop.ui.writing.written import Line

_HOW = (
    "Typ een getal. Enter gaat omlaag, Tab naar rechts, F2 verandert, Delete wist. "
    "Achter de laatste kolom gaat Tab de tabel uit."
)
_ROW, _NAME_WIDTH, _COLUMN = 44, 268, 128
_PAD = 8
_KEYS = QKeySequence.StandardKey
_OURS = (_KEYS.Copy, _KEYS.Paste, _KEYS.Delete)
_DOWN, _UP, _RIGHT, _LEFT = (1, 0), (-1, 0), (0, 1), (0, -1)
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Step = tuple[int, int]


def step_of(event: QKeyEvent) -> Step | None:
    """Which way a key goes from a cell: so many rows and columns; None for other keys."""
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return _UP if back else _DOWN
    if event.key() == Qt.Key.Key_Backtab:
        return _LEFT
    return _RIGHT if event.key() == Qt.Key.Key_Tab else None


def _asks_for(event: QEvent, keys: Iterable[QKeySequence.StandardKey]) -> bool:
    """Whether a menu is about to take one of these keys."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return any(event.matches(key) for key in keys)


class FigureGrid(QTableView):
    """`place_changed()` comes when another cell is the current one.

    `table_pasted(text)`: more than one value was pasted at once.
    """

    place_changed = Signal()
    table_pasted = Signal(str)

    def __init__(self, model: FigureModel) -> None:
        super().__init__()
        self.figures = model
        self._place: Place | None = None
        self.setModel(model)
        self.setAccessibleName("Cijfers")
        self.setAccessibleDescription(_HOW)
        self._set_behaviour()
        self._set_looks()
        delegate = FigureCell(self)
        delegate.leaves.connect(self._step)
        self.setItemDelegate(delegate)
        model.modelReset.connect(self._return_to_place)
        self._return_to_place()

    def _set_behaviour(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _set_looks(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalHeader(_Names(self.figures, self))
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        self.verticalHeader().setFixedWidth(scaled(_NAME_WIDTH))
        self.horizontalHeader().setDefaultSectionSize(scaled(_COLUMN))
        self.setMinimumHeight(scaled(4 * _ROW))
        self.setMinimumWidth(scaled(_NAME_WIDTH + _COLUMN))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()  # text may have another size

    # --- where it is ----------------------------------------------------------------------

    @property
    def place(self) -> Place | None:
        """Which figure the current cell holds, or could hold."""
        return self._place

    def go_to(self, place: Place) -> None:
        """Make the cell of this place the current one, if it is there."""
        cell = self.figures.index_of(place)
        if cell.isValid():
            self.setCurrentIndex(cell)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        place = self.figures.place_of(current)
        if place is not None and place != self._place:
            self._place = place
            self.place_changed.emit()

    @Slot()
    def _return_to_place(self) -> None:
        """Stay at the same figure when rows or columns came or went."""
        cell = self.figures.index_of(self._place) if self._place else QModelIndex()
        self.setCurrentIndex(cell if cell.isValid() else self.figures.first_index())
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what is typed, as when a sentence under the grid takes its room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    @Slot(int, int)
    def _step(self, down: int, right: int) -> None:
        """Go to the next indicator or period that way; at the edge it stays where it is."""
        cell = self._next((down, right))
        if cell.isValid():
            self.setCurrentIndex(cell)

    def _next(self, step: Step) -> QModelIndex:
        current = self.currentIndex()
        row, column = current.row() + step[0], current.column() + step[1]
        while step[0] and 0 <= row < self.figures.rowCount():
            if self.figures.indicator_at(row) is not None:
                break
            row += step[0]
        return self.figures.index(row, column)

    # --- keys -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if _asks_for(event, _OURS):
            event.accept()  # else the menus of the window would have it
            return True
        return super().event(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes along the periods first, and from the last of them out of the grid."""
        cell = self._next(_RIGHT if on else _LEFT)
        if cell.isValid() and self.currentIndex().isValid():
            self.setCurrentIndex(cell)
            return True
        return super().focusNextPrevChild(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            event.ignore()  # what the editor leaves over
        elif event.matches(_KEYS.Copy):
            QGuiApplication.clipboard().setText(self._held())
        elif event.matches(_KEYS.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.figures.clear(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(*(step_of(event) or _DOWN))
        else:
            super().keyPressEvent(event)

    def _held(self) -> str:
        return str(self.figures.data(self.currentIndex(), Qt.ItemDataRole.EditRole) or "")

    def paste(self, text: str) -> None:
        """Put one value in the current cell; more than one is for who reads tables."""
        one = text.strip("\r\n")
        if "\t" in one or "\n" in one:
            self.table_pasted.emit(text)
        elif one.strip():
            self.figures.type_in(self.currentIndex(), one)

    def keyboardSearch(self, search: str) -> None:
        """Typing fills a cell; it never searches."""

    def describe_editor(self, problem: str) -> None:
        """Say what is wrong at the line in which is typed, to who hears it or points at it."""
        editor = self._line()
        if editor is not None:
            editor.setAccessibleDescription(problem)
            editor.setToolTip(problem)

    def _line(self) -> Line | None:
        return next((line for line in self.findChildren(Line) if line.isVisible()), None)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Take the focus back when nothing else has it, as after undo while a cell is edited."""
        super().closeEditor(editor, hint)
        if QApplication.focusWidget() is None:
            self.setFocus()


class FigureCell(QStyledItemDelegate):
    """Paints a value with its share under it, and has it typed.

    `leaves(down, right)`: the line was left by a key, and what was typed is in the cell. What
    cannot be stays in the line, with what is wrong as its description.
    """

    leaves = Signal(int, int)

    def __init__(self, grid: FigureGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    # --- typing ---------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = Line()
        line.setParent(parent)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        line.setAccessibleName(spoken.partition(": ")[0])
        return line

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, Line) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, Line):
            self._grid.figures.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = step_of(event)
            if step is not None and isinstance(editor, Line):
                self._leave(editor, step)
                return True
        return super().eventFilter(editor, event)

    def _leave(self, editor: Line, step: Step) -> None:
        """Put what was typed in the cell and go on; what cannot be stays in the line."""
        cell = self._grid.currentIndex()
        if self._grid.figures.setData(cell, editor.text()):
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self._grid.setFocus()
            self.leaves.emit(*step)
        else:
            editor.selectAll()

    # --- painting -------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(_COLUMN), scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = current_theme(), QRectF(option.rect)
        model = self._grid.figures
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if model.indicator_at(index.row()) is None:
            painter.fillRect(box, QColor(theme.bg))
        else:
            painter.fillRect(box, QColor(theme.selection if is_current else theme.card))
            self._paint_words(painter, option.font, box, index)
            if model.begins_anew(index):
                painter.setPen(QPen(QColor(theme.ink2), 1.5, Qt.PenStyle.DashLine))
                for x in (box.left() + 2, box.left() + 5):
                    painter.drawLine(QPointF(x, box.top() + 2), QPointF(x, box.bottom() - 2))
            if is_current:
                painter.setPen(QPen(QColor(theme.accent), 2))
                painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_words(self, painter: QPainter, font: QFont, box: QRectF, index: Index) -> None:
        """The value, and under it its share; what was refused stands there too, in its colour."""
        theme, right = current_theme(), Qt.AlignmentFlag.AlignRight
        room = box.adjusted(_PAD, 2, -_PAD, -2)
        value, share = str(index.data() or ""), str(index.data(SHARE_ROLE) or "")
        if self._grid.figures.is_refused(index):
            share = f"niet bewaard: {index.data(Qt.ItemDataRole.EditRole)}"
        painter.setFont(font)
        painter.setPen(QColor(theme.ink if value[:1].isdigit() else theme.ink2))
        place = Qt.AlignmentFlag.AlignTop if share else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right | place, _cut(value, font, room))
        if share:
            painter.setPen(QColor(self._share_ink(theme, index)))
            painter.drawText(room, right | Qt.AlignmentFlag.AlignBottom, _cut(share, font, room))

    def _share_ink(self, theme: Theme, index: Index) -> str:
        return theme.risk if self._grid.figures.is_refused(index) else theme.ink3


def _cut(words: str, font: QFont, room: QRectF) -> str:
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())


class _Names(QHeaderView):
    """The names of the indicators at the left, in two lines where they need it."""

    def __init__(self, model: FigureModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._figures = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        supplier = self._figures.supplier_at(logicalIndex)
        painter.save()
        painter.fillRect(rect, QColor(theme.bg if supplier else theme.card))
        painter.setPen(QColor(theme.line2))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = QFont(self.font())
        font.setBold(bool(supplier))
        painter.setFont(font)
        painter.setPen(QColor(theme.ink if not supplier else theme.ink2))
        words = str(self.model().headerData(logicalIndex, self.orientation()))
        painter.drawText(rect.adjusted(_PAD, 1, -_PAD, -1), int(_WRAP), words)
        painter.restore()
