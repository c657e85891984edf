"""Where the keyboard is: to the first field of a page, and out of a field in use."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def leave_field() -> QWidget | None:
    """Let the field that is being typed in hand over its text; gives that field."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    return focused


def focus_first(page: QWidget) -> None:
    """Give the focus to the first part of a page that Tab can reach."""
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and page.isAncestorOf(widget) and widget.isVisibleTo(page):
            # Not as Tab does: that would select the whole text, for one key to overwrite.
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        widget = widget.nextInFocusChain()
