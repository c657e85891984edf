"""A window with a list at the left and what is chosen in it at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QSplitter, QWidget

from hgkm_desktop.ui.parts.record_delegate import RecordDelegate
from hgkm_desktop.ui.parts.theme import scaled


def list_of_records(name: str) -> QListWidget:
    """An empty list of records, of which long words go on in a next line; `name` is read out."""
    made = QListWidget()
    made.setAccessibleName(name)
    made.setItemDelegate(RecordDelegate(made))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    made.setResizeMode(QListWidget.ResizeMode.Adjust)
    return made


def beside(
    window: QWidget, listed: QWidget, detail: QWidget, wide: int, parts: tuple[int, int] = (2, 3)
) -> QSplitter:
    """The list, with what is chosen beside it: `parts` of the width for each.

    `wide` is what the window asks in `make_large`. Of other sizes the right part gets the rest.
    """
    split = QSplitter(Qt.Orientation.Horizontal)
    split.addWidget(listed)
    split.addWidget(detail)
    shared = _width(window, wide)
    split.setSizes([shared * part // sum(parts) for part in parts])
    split.setStretchFactor(1, 1)
    split.setChildrenCollapsible(False)
    return split


def make_large(window: QWidget, wide: int, high: int) -> None:
    """Give a window this size in pixels at 100% text, or as much of it as the screen has."""
    room = window.screen().availableSize()
    window.resize(_width(window, wide), min(scaled(high), room.height() - 70))


def _width(window: QWidget, wide: int) -> int:
    return min(scaled(wide), window.screen().availableSize().width() - 20)
