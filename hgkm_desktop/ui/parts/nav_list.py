"""A list of names in the column at the left, of which one is on screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.ui.parts.focus import reveal
from hgkm_desktop.ui.parts.text import choice_button, label

_STOP, _PASSED = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
_KEY = Qt.Key


@dataclass(frozen=True, slots=True)
class Entry:
    """A name, the small line under it, and both as they are read out."""

    id: str
    words: str
    remark: str = ""
    told: str = ""


class NavList(QWidget):
    """`chosen(id)` tells of a press. Tab stops once, at the one on screen or where the keyboard was
    last; from there the arrows, Home and End go along the others.

    Names are cut where there is no room. `kind` names the property of a button that holds the id.
    """

    chosen = Signal(str)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind, self._marked = kind, ""
        self._entries: tuple[Entry, ...] = ()
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_entries(self, entries: Sequence[Entry]) -> bool:
        """List these; False when they stood there already."""
        if tuple(entries) == self._entries:
            return False
        self._entries = tuple(entries)
        self.buttons = []
        while (item := self._column.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()
        for entry in entries:
            self._add(entry)
        self.mark(self._marked)
        return True

    def mark(self, marked: str) -> None:
        """Show that this one is on screen; '' for none of them."""
        self._marked = marked
        for button in self.buttons:
            button.setChecked(button.property(self._kind) == marked)
        checked = [button for button in self.buttons if button.isChecked()]
        if self.buttons:
            self._stop_at((checked or self.buttons)[0])

    def _add(self, entry: Entry) -> None:
        button = choice_button(entry.words, "nav", is_cut=True)
        button.setAccessibleName(entry.told or entry.words)
        button.setToolTip(entry.told or entry.words)
        button.setProperty(self._kind, entry.id)
        button.clicked.connect(self._choose)
        button.installEventFilter(self)
        self.buttons.append(button)
        self._column.addWidget(button)
        if entry.remark:
            remark = label(entry.remark, small=True)
            remark.setContentsMargins(12, 0, 6, 4)
            self._column.addWidget(remark)

    def _stop_at(self, stop: QPushButton) -> None:
        for button in self.buttons:
            button.setFocusPolicy(_STOP if button is stop else _PASSED)

    @Slot()
    def _choose(self) -> None:
        pressed = self.sender()
        assert isinstance(pressed, QPushButton)
        pressed.setChecked(True)  # it stays the one on screen
        self._stop_at(pressed)
        self.chosen.emit(pressed.property(self._kind))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that go along the list; a button would go on to the next stop of Tab."""
        here = [number for number, button in enumerate(self.buttons) if button is watched]
        if here and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            there = self._place(_KEY(event.key()), here[0])
            if there is not None:
                self._stop_at(self.buttons[there])
                self.buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
                reveal(self.buttons[there])
                return True
        return super().eventFilter(watched, event)

    def _place(self, key: Qt.Key, here: int) -> int | None:
        """The number of the button that a key leads to; None for a key that leads to none."""
        last = len(self.buttons) - 1
        places = {
            **{_KEY.Key_Up: max(here - 1, 0), _KEY.Key_Down: min(here + 1, last)},
            **{_KEY.Key_Home: 0, _KEY.Key_End: last},
        }
        return places.get(key)
