"""What a screen reader is told: which row has the focus, which are chosen, what a key did."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

_Event = QAccessible.Event


def tell_focus(view: QAbstractItemView) -> None:
    """Tell that the current row has the focus, when the view has it."""
    row = view.currentIndex().row()
    if row >= 0 and view.hasFocus():
        _tell(view, _Event.Focus, row)


def announce(widget: QWidget, words: str) -> None:
    """Have something read out that is seen on screen and not where the focus is."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def tell_selection(
    view: QAbstractItemView, selected: QItemSelection, deselected: QItemSelection
) -> None:
    """Tell which row was chosen and which no longer is; of more than one, only that they are."""
    if not QAccessible.isActive():
        return
    come, gone = rows_in(selected), rows_in(deselected)
    if max(len(come), len(gone)) > 1:
        _tell(view, _Event.SelectionWithin)
        return
    for row in come:
        _tell(view, _Event.Selection, row)
    for row in gone:
        _tell(view, _Event.SelectionRemove, row)


def rows_in(selection: QItemSelection) -> set[int]:
    """The rows of a selection. Qt itself would ask the model about every cell of them."""
    parts = [selection.at(place) for place in range(selection.size())]
    return {row for part in parts for row in range(part.top(), part.bottom() + 1)}


def _tell(view: QAbstractItemView, what: QAccessible.Event, row: int = -1) -> None:
    """Tell of one row, or of the list itself."""
    if QAccessible.isActive():
        event = QAccessibleEvent(view, what)
        event.setChild(row)
        QAccessible.updateAccessibility(event)
