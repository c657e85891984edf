"""Whether what is pressed is large enough, and what is read has the room that it needs."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from hgkm_desktop.ui.line.timeline_list import TimelineList
from tests.ui.accessibility.names import where

LEAST = 24
"""How wide and high in pixels what is pressed must be at least (WCAG 2.5.8)."""


def too_small(inside: QWidget) -> list[str]:
    """What is pressed and is smaller than that."""
    found = []
    for widget in (inside, *inside.findChildren(QWidget)):
        if not widget.isVisible() or widget.window() is not inside.window():
            continue
        size = _pressed_size(widget)
        if size is not None and (size[0] < LEAST or size[1] < LEAST):
            found.append(f"{size[0]} x {size[1]}: {where(widget)}")
    return found


def _pressed_size(widget: QWidget) -> tuple[int, int] | None:
    if isinstance(widget.parent(), QLineEdit):
        return None  # the cross in a field does what emptying it with the keyboard does
    if isinstance(widget, QAbstractButton | QComboBox):
        return widget.width(), widget.height()
    if isinstance(widget, QTabBar) and widget.count():
        tabs = [widget.tabRect(n) for n in range(widget.count()) if widget.isTabVisible(n)]
        return min(t.width() for t in tabs), min(t.height() for t in tabs)
    if isinstance(widget, QTableView) and _has_rows(widget):
        return LEAST, widget.rowHeight(0)
    if isinstance(widget, QListView) and _has_rows(widget):
        return LEAST, widget.sizeHintForRow(0)
    return None


def _has_rows(view: QAbstractItemView) -> bool:
    """Not of the line: what stands there is painted where it falls in time."""
    model: QAbstractItemModel | None = view.model()
    is_line = isinstance(view, TimelineList)
    return not is_line and view.isVisible() and model is not None and model.rowCount() > 0


def words_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text().replace("&&", "&")
    return ""


def cut_off(inside: QWidget) -> list[str]:
    """The words of every label and button that has less room than its words need."""
    found = []
    for widget in inside.findChildren(QWidget):
        words = words_of(widget)
        if not words or not widget.isVisible() or words.endswith("…"):
            continue  # the '…' says that there is more: in the tip, or in a dialog that follows
        metrics = widget.fontMetrics()
        if isinstance(widget, QLabel) and widget.wordWrap():
            fits = widget.height() >= widget.heightForWidth(widget.width())
            widest = max(metrics.horizontalAdvance(word) for word in words.split())
            fits = fits and widget.contentsRect().width() >= widest
        else:
            lines = words.split("\n")
            fits = widget.width() >= max(metrics.horizontalAdvance(line) for line in lines)
            fits = fits and widget.height() >= len(lines) * metrics.height()
        if not fits:
            found.append(f"cut off: {words[:60]!r}")
    return found


def overlapping(inside: QWidget) -> list[str]:
    """The pairs of widgets in one parent that lie over each other, or over its edge."""
    found: list[str] = []
    for parent in (inside, *inside.findChildren(QWidget)):
        if parent.layout() is None or not parent.isVisible():
            continue
        parts = [w for w in parent.findChildren(QWidget) if w.parent() is parent and w.isVisible()]
        parts = [w for w in parts if not w.isWindow()]
        beyond = [w for w in parts if not parent.rect().contains(w.geometry())]
        found += [f"over the edge: {where(w)} {words_of(w)[:40]}" for w in beyond]
        found += [
            f"over each other: {where(one)} and {where(other)}"
            for one, other in combinations(parts, 2)
            if one.geometry().intersects(other.geometry())
        ]
    return found


def out_of_sight(inside: QWidget) -> list[str]:
    """The areas in which one must scroll sideways to see everything."""
    found = []
    for area in inside.findChildren(QScrollArea):
        body = area.widget()
        if body is not None and area.isVisible() and body.width() > area.viewport().width():
            found.append(f"sideways: {type(area).__name__} in {type(area.parent()).__name__}")
    return found
