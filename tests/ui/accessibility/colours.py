"""Whether what is painted can be seen: words on what lies behind them, and where the focus is."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from tests.ui.accessibility.names import where

TEXT, LARGE, PART = 4.5, 3.0, 3.0
"""The contrast that words must have, large words, and the outlines of parts (1.4.3, 1.4.11)."""
_EDGE = 3  # pixels of an outline, which is no word
_LETTERS = 3  # less ink than of some letters tells nothing
_FEW = 6  # pixels of the darkest ink that a word of some letters has at least

Pixels = Any
"""Red, green and blue of each pixel."""


def pixels_of(widget: QWidget, place: QRect | None = None) -> Pixels:
    """What a widget, or a place in it, looks like now."""
    grabbed = widget.grab(place) if place is not None else widget.grab()
    image = grabbed.toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8)
    lines = raw.reshape(image.height(), image.bytesPerLine() // 4, 4)
    return lines[:, : image.width(), 2::-1].copy()  # the image goes


def luminance(pixels: Pixels) -> Pixels:
    """Of 0 to 1, as WCAG reckons it."""
    parts = pixels.astype(np.float64) / 255
    lit = np.where(parts <= 0.03928, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return lit @ np.array([0.2126, 0.7152, 0.0722])


def ratio(one: Pixels, other: Pixels) -> Pixels:
    """The contrast between two luminances, from 1 to 21."""
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def contrast_in(pixels: Pixels) -> float:
    """The contrast of the ink in a piece of a picture with what it lies on; 0 without ink."""
    flat = np.ascontiguousarray(pixels).reshape(-1, 3)
    numbers = flat.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    kinds, counts = np.unique(numbers, return_counts=True)
    if len(kinds) < 3:
        return 0.0
    paper = kinds[counts.argmax()]
    parts = np.stack([kinds >> 16 & 255, kinds >> 8 & 255, kinds & 255], axis=1)
    ratios = ratio(luminance(parts), luminance(parts[kinds == paper])[0])
    order = np.argsort(ratios)[::-1]
    seen = np.cumsum(counts[order])
    return float(ratios[order][np.searchsorted(seen, _FEW)])


def hard_to_read(inside: QWidget) -> list[str]:
    """Labels, buttons and fields of which the words do not stand out enough."""
    painted = pixels_of(inside)
    found = []
    for widget in inside.findChildren(QWidget):
        words = _words(widget)
        if len(words) < _LETTERS or not widget.isVisible() or not widget.isEnabled():
            continue
        piece = _piece(painted, inside, widget)
        needed = LARGE if _is_large(widget) else TEXT
        if piece.size and 0 < (seen := contrast_in(piece)) < needed - 0.05:
            found.append(f"contrast {seen:.1f}: {where(widget)} {words[:40]!r}")
    return found


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text().strip()
    return ""


def _is_large(widget: QWidget) -> bool:
    font = widget.fontInfo()
    return font.pixelSize() >= 24 or (font.bold() and font.pixelSize() >= 19)


def _piece(painted: Pixels, inside: QWidget, widget: QWidget) -> Pixels:
    """The part of a picture in which a widget can be seen, without its outline."""
    seen = widget.visibleRegion().boundingRect()
    if seen.height() < min(widget.height(), 2 * widget.fontMetrics().height()):
        return painted[:0]  # half a line, at the edge of what is scrolled
    seen = seen.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    place = QRect(widget.mapTo(inside, seen.topLeft()), seen.size())
    place = place.intersected(QRect(QPoint(0, 0), inside.size()))
    return painted[place.top() : place.bottom() + 1, place.left() : place.right() + 1]


def kind_of(widget: QWidget) -> tuple[object, ...]:
    """What a widget's looks depend on: one of each kind is enough to look at."""
    names = ("main", "quiet", "nav", "segment", "entry", "signed", "card")
    checked = isinstance(widget, QAbstractButton) and widget.isChecked()
    own = next(k for k in type(widget).__mro__ if k.__module__.startswith("PySide6"))
    painter = type(widget) if "paintEvent" in vars(type(widget)) else own
    return (painter, *(widget.property(name) for name in names), checked)


def focus_is_seen(widget: QWidget) -> bool:
    """Whether enough of a widget looks otherwise when it has the focus (2.4.7, 2.4.11)."""
    over = widget.window()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    if widget.visibleRegion().isEmpty():
        return True  # it is not in sight
    with_focus = _with_edge(over, widget)
    is_still_there = widget.hasFocus() and widget.isVisible()
    widget.clearFocus()
    if not (is_still_there and widget.isVisible()):
        return True  # what is shown of what is chosen was made anew
    without = _with_edge(over, widget)
    if with_focus.shape != without.shape:
        return True
    changed = ratio(luminance(with_focus), luminance(without)) >= PART - 0.05
    return int(changed.sum()) >= max(8, min(widget.width(), widget.height()))


def _with_edge(over: QWidget, widget: QWidget) -> Pixels:
    return pixels_of(over, QRect(widget.mapTo(over, QPoint(0, 0)), widget.size()))
