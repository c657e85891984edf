"""A dialog that says at length what goes for good, before it asks whether that is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import scaled

_WIDTH = 600
_DASH = "–"


class WeighedDialog(QDialog):
    """What is said stands in `column`, which scrolls; Enter and Escape keep everything."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._said = QWidget()
        self.column = QVBoxLayout(self._said)
        self.column.setContentsMargins(0, 0, 8, 0)
        self.column.setSpacing(5)

    def say(self, heading: str, sentences: Sequence[str]) -> None:
        """A heading, with a list of sentences under it."""
        self.column.addSpacing(8)
        self.column.addWidget(label(heading, level=3))
        rows = QGridLayout()
        rows.setColumnStretch(1, 1)
        rows.setHorizontalSpacing(8)
        rows.setVerticalSpacing(4)
        for number, sentence in enumerate(sentences):
            rows.addWidget(label(_DASH), number, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(label(sentence), number, 1)
        self.column.addLayout(rows)

    def lay_out(
        self, about: str, keep: str, act: str, problem: QWidget | None = None
    ) -> QPushButton:
        """Put what was said over the buttons to keep it and to do it; gives the latter.

        `about` names what was said to a screen reader; `problem` comes between.
        """
        scroll = QScrollArea()
        scroll.setWidget(self._said)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the keys can scroll it
        scroll.setAccessibleName(about)
        said = [words.text() for words in self._said.findChildren(QLabel) if words.text() != _DASH]
        scroll.setAccessibleDescription(" ".join(said))
        buttons, roles = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        keeping = buttons.addButton(keep, roles.RejectRole)
        acting = buttons.addButton(act, roles.ActionRole)
        for button in (keeping, acting):
            assert isinstance(button, QPushButton)
            button.setAutoDefault(True)
        keeping.setProperty("main", True)
        buttons.rejected.connect(self.reject)
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 20, 24, 20)
        around.setSpacing(8)
        around.addWidget(scroll, 1)
        if problem is not None:
            around.addWidget(problem)
        around.addWidget(buttons)
        keeping.setDefault(True)  # of a dialog that it is in: else the first button becomes it
        keeping.setFocus()  # of a text that can be scrolled nobody would see that it has the focus
        return acting

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        room = self.screen().availableGeometry()
        wide = min(scaled(_WIDTH), room.width() - 20)
        high = self.column.totalHeightForWidth(wide - 80) + scaled(110)
        self.resize(wide, min(high, room.height() - 80))
        lowest = room.bottom() - self.height() - 40  # it was placed as high as it was before
        self.move(self.x(), max(room.top(), min(self.y(), lowest)))

    @Slot()
    def leave(self) -> None:
        """Close at once, as when the file is locked."""
        self.done(0)
