"""Where the keyboard is: to the first field of a page, into sight, and out of a field in use."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid


def leave_field() -> QWidget | None:
    """Let the field that is being typed in hand over its text; gives that field.

    A button or a list holds nothing and keeps the focus.
    """
    focused = QApplication.focusWidget()
    if focused is None or isinstance(focused, (QAbstractButton, QAbstractItemView)):
        return None
    focused.clearFocus()
    return focused


def return_to(field: QWidget | None) -> None:
    """Give the focus back to a field that was left, if it is still there."""
    if field is not None and isValid(field) and field.isVisible():
        field.setFocus()


def focus_first(page: QWidget) -> None:
    """Give the focus to the first part of a page that Tab can reach, if it has one."""

    def is_wanted(widget: QWidget) -> bool:
        return _takes_tab(widget) and page.isAncestorOf(widget) and widget.isVisibleTo(page)

    # Else the way would go past every part of the window, and Python would take each of those for
    # a part of what comes before it in the chain: gone as soon as that is.
    if not any(is_wanted(inner) for inner in page.findChildren(QWidget)):
        return
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        if is_wanted(widget):
            # Not as Tab does: that would select the whole text, for one key to overwrite.
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        widget = widget.nextInFocusChain()


def tab_in_place(part: QWidget) -> None:
    """Let Tab come to what was made anew inside a part where that part stands, and not last."""
    before = part if _takes_tab(part) else _tab_before(part)
    for inner in filter(_takes_tab, part.findChildren(QWidget)):
        if before is not None:
            QWidget.setTabOrder(before, inner)
            before = inner


def _tab_before(part: QWidget) -> QWidget | None:
    """What Tab comes to before a part; None when the part is first."""
    before: QWidget | None = part.previousInFocusChain()
    while before is not None and not before.isWindow():
        if _takes_tab(before) and not part.isAncestorOf(before):
            return before
        before = before.previousInFocusChain()
    return None


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def reveal(widget: QWidget) -> None:
    """Scroll all that a widget stands in, so that it can be seen."""
    over = widget.parentWidget()
    while over is not None:
        if isinstance(over, QScrollArea):
            over.ensureWidgetVisible(widget)
        over = over.parentWidget()
