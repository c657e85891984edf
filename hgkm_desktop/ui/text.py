"""Labels in the few kinds of text the window knows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def label(
    text: str,
    *,
    level: int = 0,
    muted: bool = False,
    soft: bool = False,
    small: bool = False,
    quote: bool = False,
) -> QLabel:
    """A label of plain text (never read as markup); `level` 1 to 3 makes it a heading."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if level:
        made.setProperty("level", str(level))
    for name, wanted in (("muted", muted), ("soft", soft), ("small", small), ("quote", quote)):
        if wanted:
            made.setProperty(name, True)
    return made


def chip(text: str = "", *, warn: bool = False) -> QLabel:
    """A short word in a rounded outline."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("chip", "warn" if warn else "true")
    return made


def problem_label() -> QLabel:
    """Where a form says what is wrong; hidden until there is something to say."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("problem", True)
    made.setWordWrap(True)
    made.hide()
    return made
