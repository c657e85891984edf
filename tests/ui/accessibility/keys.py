"""Whether everything is reached with the Tab key, in the order that is seen, and left again."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QRadioButton,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from shiboken6 import isValid

from tests.ui.accessibility.names import above, focusable, where

MOST_LINKS = 15  # in sight at once
WITH_OTHER_KEYS = {
    ("QHeaderView", "EventTable"): "Ctrl+Shift+O sorts on the column that one is in",
    ("QHeaderView", "FigureGrid"): "nothing is pressed there",
    ("QHeaderView", "ValuesTable"): "nothing is pressed there",
    ("QToolButton", "Line"): "emptying the field with the keyboard does the same",
    ("_Names", "FigureGrid"): "the arrow keys in the grid reach every row",
    ("QListWidget", "FactorField"): "the arrow keys in the line above it choose from it",
}
"""What takes no focus itself, in what it stands, and how it is done with the keyboard."""


def walk(inside: QWidget) -> tuple[list[QWidget], list[str]]:
    """What Tab passes from the first part of a widget on, and what goes wrong on the way.

    In a window it must come round; in a page it must leave.
    """
    stops = focusable(inside)
    if not stops:
        return [], []
    first = next((one for one in stops if one is _first(inside, stops)), stops[0])
    first.setFocus(Qt.FocusReason.TabFocusReason)
    passed: list[QWidget] = []
    for _ in range(2 * len(stops) + 4):
        now = QApplication.focusWidget()
        if now is None:
            return passed, ["nothing has the focus"]
        if passed and (now is passed[0] or not (now is inside or inside.isAncestorOf(now))):
            return passed, _missed(stops, passed)
        if passed and now is passed[-1]:
            if not _leaves_after_links(now):
                return passed, [f"Tab does not leave {where(now)}"]
            continue
        passed.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return passed, [f"Tab does not come round: {where(passed[-1])}"]


def _leaves_after_links(text: QWidget) -> bool:
    """Whether Tab goes along links in a text, no more than are in sight, and then on."""
    if not isinstance(text, QTextBrowser):
        return False
    for _ in range(MOST_LINKS):
        if QApplication.focusWidget() is not text:
            return True
        QTest.keyClick(text, Qt.Key.Key_Tab)
    return False


def _first(inside: QWidget, stops: list[QWidget]) -> QWidget:
    """The first of the stops in the order of Tab."""
    one: QWidget | None = inside.window().nextInFocusChain()
    own = set(stops)
    while one is not None and one not in own:
        one = one.nextInFocusChain()
    assert one is not None, "the chain is a ring"
    return one


def _missed(stops: list[QWidget], passed: list[QWidget]) -> list[str]:
    passed = [one for one in passed if isValid(one)]  # of some Qt made another in between
    stops = [one for one in stops if isValid(one)]
    reached = {*passed, *(p.focusProxy() for p in passed)}
    reached |= {p.parentWidget() for p in passed if isinstance(p.parentWidget(), QComboBox)}
    groups = {one.group() for one in passed if isinstance(one, QAbstractButton)} - {None}
    return [
        f"Tab does not reach {where(stop)}"
        for stop in stops
        if stop not in reached
        and not (isinstance(stop, QAbstractButton) and stop.group() in groups and _one_of(stop))
        and not isinstance(stop.parentWidget(), QComboBox)
    ]


def _one_of(button: QAbstractButton) -> bool:
    """Whether the arrow keys go to it, as in a group of which one is chosen."""
    return isinstance(button, QRadioButton) or button.group().exclusive()


def back_is_the_same_way(inside: QWidget, passed: list[QWidget]) -> list[str]:
    """Whether Shift+Tab undoes Tab; `passed` is what Tab passed."""
    passed = [one for one in passed if isValid(one)]
    if len(passed) < 2:
        return []
    passed[-1].setFocus(Qt.FocusReason.TabFocusReason)
    for after, before in pairwise(reversed(passed)):
        QTest.keyClick(after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        if QApplication.focusWidget() is not before:
            now = QApplication.focusWidget()
            return [f"Shift+Tab from {where(after)} goes to {where(now) if now else None}"]
    return []


def _regions(one: QWidget, other: QWidget) -> tuple[QWidget, QWidget]:
    """The parts of a window in which two widgets stand, side by side: what is scrolled may be out
    of sight, and then its area is the place where it is looked for."""
    mine_and_up = [one, *above(one)]
    mine = other
    for parent in above(other):
        if parent in mine_and_up:
            return mine_and_up[max(mine_and_up.index(parent) - 1, 0)], mine
        mine = parent
    return one, other


def out_of_order(inside: QWidget, passed: list[QWidget]) -> list[str]:
    """Where Tab goes up or to the left, against what is seen (WCAG 2.4.3).

    In a window it goes back once: from the last part to the first.
    """
    passed = [one for one in passed if isValid(one)]
    way = [*passed, *passed[:1]] if inside.isWindow() else passed
    found = []
    for before, after in pairwise(way):
        one, other = (_place(part, inside) for part in _regions(before, after))
        higher = other.bottom() < one.top() and _meet(one.left(), one.right(), other)
        left = other.right() < one.left() and _same_row(one, other)
        if higher or left:
            found.append(f"Tab goes back from {where(before)} to {where(after)}")
    return found if len(found) > inside.isWindow() else []


def _place(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside.window(), QPoint(0, 0)), widget.size())


def _meet(left: int, right: int, other: QRect) -> bool:
    return other.left() <= right and left <= other.right()


def _same_row(one: QRect, other: QRect) -> bool:
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    return shared > min(one.height(), other.height()) / 2


def by_mouse_only(inside: QWidget) -> list[str]:
    """What can be pressed, and not reached with the keyboard (2.1.1)."""
    found = []
    for button in inside.findChildren(QWidget):
        if not isinstance(button, QAbstractButton | QAbstractItemView | QTabBar):
            continue
        is_there = button.isVisible() and button.isEnabled()
        own = button.window() is inside.window() and not isinstance(button.parent(), QComboBox)
        is_mouse_only = button.focusPolicy() is Qt.FocusPolicy.NoFocus
        place = (type(button).__name__, type(button.parentWidget()).__name__)
        if is_there and own and is_mouse_only and place not in WITH_OTHER_KEYS:
            found.append(f"by mouse only: {where(button)}")
    return found
