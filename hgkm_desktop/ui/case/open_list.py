"""Wat staat nog open: the steps of the case, what each leaves open, and the way to it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from hgkm_desktop.methods.steps import Missing, StepProgress, progress
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.case.step_signs import SIDE, step_icon
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import scaled

HEADING = "Wat staat nog open"
_HINT = "Enter gaat erheen. Niets moet: u kunt elke stap altijd openen."
_WIDTH = 300
_BESIDE = 26  # pixels: of a sign or a tick
_SIDES, _ABOVE_BELOW = 26, 18  # and around the words


class _Wrapped(QStyledItemDelegate):
    """Rows as high as their words need: of itself Qt cuts what stands beside a sign or a tick."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        rows = self.parent()
        assert isinstance(rows, QListWidget)
        item = rows.item(index.row())
        beside = scaled(_BESIDE if isinstance(item.data(Qt.ItemDataRole.UserRole), str) else 0)
        beside += scaled(_BESIDE) if not item.icon().isNull() else 0
        room, wraps = rows.viewport().width() - beside - _SIDES, Qt.TextFlag.TextWordWrap
        words = QFontMetrics(item.font()).boundingRect(0, 0, room, 10_000, wraps, item.text())
        return QSize(rows.viewport().width(), words.height() + _ABOVE_BELOW)


class _Rows(QListWidget):
    """A list that hands Enter and Space on: of itself it would only choose."""

    pressed_on = Signal(QListWidgetItem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentRow() >= 0:
            self.pressed_on.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class OpenList(QFrame):
    """A list that says what is open and forces nothing.

    `wanted(Missing)` asks to go to what Enter was pressed on, `closed` to be put away. What only
    people can know is ticked here, and kept with the case.
    """

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.setProperty("side", True)
        self.list = _Rows()
        self.list.setAccessibleName(HEADING)
        self.list.setAccessibleDescription(_HINT)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Wrapped(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(label(HEADING, level=2))
        column.addWidget(label(_HINT, muted=True))
        column.addWidget(self.list, 1)
        self._fit()
        self.list.itemClicked.connect(self._act)
        self.list.pressed_on.connect(self._act)
        document.case_changed.connect(self._show_case)

    def open(self) -> None:
        """Show it, with the keyboard in it."""
        self.show()
        self._fill()
        self.list.setFocus()

    # --- what it shows --------------------------------------------------------------------

    @Slot(object, object)
    def _show_case(self, old: Case | None, new: Case | None) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        """What is open now; who stood on a line stays on it, or in its place when it is gone."""
        row, stood_on = max(self.list.currentRow(), 0), self._leads_to(self.list.currentRow())
        self.list.clear()
        case = self.document.case
        for one in progress(case) if case is not None else ():
            self._add_step(one)
        same = [r for r in range(self.list.count()) if self._leads_to(r) == stood_on]
        self.list.setCurrentRow(same[0] if same else min(row, self.list.count() - 1))

    def _leads_to(self, row: int) -> Missing | str | None:
        if row < 0:
            return None
        leads_to: Missing | str = self.list.item(row).data(Qt.ItemDataRole.UserRole)
        return leads_to

    def _add_step(self, one: StepProgress) -> None:
        heading = self._add(f"{one.step.name}: {one.state.label}", Missing("", one.step.page))
        heading.setIcon(step_icon(one.state, self.devicePixelRatioF()))
        bold = self.list.font()
        bold.setBold(True)
        heading.setFont(bold)
        for missing in one.missing:
            self._add(missing.words, missing)
        if one.step.tick and not self.document.is_read_only:
            tick = self._add(one.step.tick, one.step.id)
            tick.setCheckState(Qt.CheckState.Checked if one.is_ticked else Qt.CheckState.Unchecked)

    def _add(self, words: str, leads_to: Missing | str) -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
        item.setData(Qt.ItemDataRole.UserRole, leads_to)
        self.list.addItem(item)
        return item

    # --- what is done with it -------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem)
    def _act(self, item: QListWidgetItem) -> None:
        leads_to = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(leads_to, str):
            self._tick(leads_to)
        else:
            self.wanted.emit(leads_to)

    def _tick(self, step_id: str) -> None:
        case = self.document.case
        if case is None:
            return
        done = case.steps_done
        is_ticked = step_id in done
        after = tuple(i for i in done if i != step_id) if is_ticked else (*done, step_id)
        self.document.edit("stap afvinken", replace(case, steps_done=after))

    # --- looks ----------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()  # text may have another size
            self._show_case(None, None)

    def _fit(self) -> None:
        self.setFixedWidth(scaled(_WIDTH))
        side = scaled(SIDE)
        self.list.setIconSize(self.list.iconSize().scaled(side, side, _KEEP))


_KEEP = Qt.AspectRatioMode.IgnoreAspectRatio
