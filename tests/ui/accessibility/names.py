"""What a screen reader says of each part: that it has a name and a role, and which."""

from __future__ import annotations

import re
from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

_FIELDS = (QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_NO_ROLE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Graphic}
_SHOWN = {"ChartPicture", "Seats", "Cover", "Stage", "SheetView", "PlayView", "BlackWall"}
"""Painted parts that nothing is done with."""
_ENGLISH = re.compile(
    r"\b(the|and|cancel|close|save|open file|ok(ay)? button|yes|search|delete|apply|help|next|back"
    r"|untitled|combo|edit|button|field|list|table)\b",
    re.IGNORECASE,
)
_DUTCH_TOO = re.compile(r"\b(open|back-ups?)\b", re.IGNORECASE)


def focusable(inside: QWidget) -> list[QWidget]:
    """What Tab can reach in a widget, as it is shown now."""
    found = [inside, *inside.findChildren(QWidget)]
    return [w for w in found if w.window() is inside.window() and _is_reached(w)]


def _is_reached(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    is_there = widget.isVisible() and widget.isEnabled() and not widget.isWindow()
    return bool(by_tab) and is_there and widget.focusProxy() is None


def said(widget: QWidget) -> str:
    """The name that is read out."""
    if isinstance(widget, QComboBox):  # on Linux Qt names it by its value, and reads its label
        return widget.accessibleName() or _label_of(widget)
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def _label_of(widget: QWidget) -> str:
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def above(widget: QWidget) -> list[QWidget]:
    """The parents of a widget in its window, from its own up."""
    found: list[QWidget] = []
    while not widget.isWindow() and isinstance(parent := widget.parent(), QWidget):
        found.append(parent)
        widget = parent
    return found


def where(widget: QWidget) -> str:
    """What to call a part in a breach."""
    words = said(widget) or widget.objectName()
    kinds = " in ".join(type(one).__name__ for one in (widget, *above(widget)[:1]))
    return f"{kinds} {words[:50]!r}"


def without_name(inside: QWidget) -> list[str]:
    """What can have the focus, and has no name or no role (EN 301 549 11.5.2.5)."""
    found = []
    for widget in focusable(inside):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not said(widget):
            found.append(f"no name: {where(widget)}")
        elif interface.role() in _NO_ROLE and not _only_shows(widget):
            found.append(f"no role ({interface.role().name}): {where(widget)}")
    return found


def _only_shows(widget: QWidget) -> bool:
    """Whether it is read and scrolled, or shown to a room: what it says is its name."""
    kinds = {kind.__name__ for kind in type(widget).__mro__}
    return isinstance(widget, QScrollArea | QPdfView) or bool(kinds & _SHOWN)


def without_label(inside: QWidget) -> list[str]:
    """Fields that no label names and that have no name of their own (11.5.2.8).

    A list to choose from must have a label: on Linux Qt says its value in place of its own name.
    """
    buddies = {label.buddy() for label in inside.window().findChildren(QLabel)}
    return [
        f"no label: {where(field)}"
        for field in focusable(inside)
        if isinstance(field, _FIELDS) and field not in buddies
        if isinstance(field, QComboBox) or not field.accessibleName()
    ]


def named_alike(inside: QWidget) -> list[str]:
    """Names that more than one part of a window has: nobody hears which it is."""
    counted = Counter((type(w).__name__, said(w)) for w in focusable(inside) if said(w))
    return [f"{n} times: {kind} {name!r}" for (kind, name), n in counted.items() if n > 1]


def said_otherwise(inside: QWidget) -> list[str]:
    """Buttons of which the name does not hold the words that are seen on it (WCAG 2.5.3)."""
    found = []
    for button in focusable(inside):
        seen = _plain(button.text()) if isinstance(button, QAbstractButton) else ""
        if seen not in _plain(said(button)):
            found.append(f"says {said(button)!r} where {seen!r} is seen")
    return found


def _plain(words: str) -> str:
    """Only the letters and digits: signs are said in words of their own."""
    return " ".join(re.findall(r"[^\W_]+", words.replace("&&", " ").replace("&", ""))).casefold()


def not_dutch(inside: QWidget) -> list[str]:
    """Names with a word of English in it, such as a button of Qt that is not translated."""
    names = {said(widget) for widget in focusable(inside)}
    return [f"not Dutch: {n!r}" for n in names if _ENGLISH.search(_DUTCH_TOO.sub("", n))]
