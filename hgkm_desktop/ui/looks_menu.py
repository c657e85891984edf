"""What the menus offer for the window: the theme, the size of text, and when it locks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication

from hgkm_desktop.ui import looks, theme

_THEMES = ((looks.SYSTEM, "Zoals het systeem"), (looks.LIGHT, "Licht"), (looks.DARK, "Donker"))


_MINUTES = (2, 5, 10, 15, 30, 60)


class LooksMenu(QObject):
    """Actions that change the looks of the whole program at once, and remember them.

    `lock_after_changed(minutes)`: after how long the file locks is a choice of the same kind.
    """

    lock_after_changed = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = looks.remembered()
        self._themes, self._sizes = QActionGroup(self), QActionGroup(self)
        self._minutes = QActionGroup(self)
        for name, words in _THEMES:
            self._offer(self._themes, name, words, name == self._looks.theme)
        for size in theme.TEXT_SIZES:
            self._offer(self._sizes, size, f"Tekst {size}%", size == theme.text_size())
        for minutes in sorted({*_MINUTES, self.lock_after}):
            words = f"Na {minutes} minuten" if minutes > 1 else "Na 1 minuut"
            self._offer(self._minutes, minutes, words, minutes == self.lock_after)
        self._larger = self._step_action("Grotere tekst", "Ctrl++", "Ctrl+=")
        self._smaller = self._step_action("Kleinere tekst", "Ctrl+-")
        self._themes.triggered.connect(self._choose_theme)
        self._sizes.triggered.connect(self._choose_size)
        self._minutes.triggered.connect(self._choose_minutes)
        QApplication.styleHints().colorSchemeChanged.connect(self._put_on)

    def actions(self) -> tuple[QAction | None, ...]:
        """The actions in the order of the menu; None is a line between two groups."""
        steps = (self._larger, self._smaller)
        return (*self._themes.actions(), None, *self._sizes.actions(), *steps)

    @property
    def lock_after(self) -> int:
        """After how many minutes without a key or the mouse the file locks."""
        return self._looks.lock_after

    def lock_actions(self) -> list[QAction]:
        """The actions that choose after how long the file locks."""
        return self._minutes.actions()

    def _offer(self, group: QActionGroup, value: object, words: str, checked: bool) -> None:
        action = group.addAction(words)
        action.setData(value)
        action.setCheckable(True)
        action.setChecked(checked)

    def _step_action(self, words: str, *keys: str) -> QAction:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(self._step)
        return action

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        self._change(self._looks._replace(theme=action.data()))

    @Slot(QAction)
    def _choose_size(self, action: QAction) -> None:
        self._change(self._looks._replace(text=action.data()))

    @Slot(QAction)
    def _choose_minutes(self, action: QAction) -> None:
        self._change(self._looks._replace(lock_after=action.data()))
        self.lock_after_changed.emit(self.lock_after)

    @Slot()
    def _step(self) -> None:
        """One size larger or smaller, as far as there is one."""
        place = theme.TEXT_SIZES.index(theme.text_size())
        place += 1 if self.sender() is self._larger else -1
        if 0 <= place < len(theme.TEXT_SIZES):
            self._sizes.actions()[place].trigger()

    def _change(self, chosen: looks.Looks) -> None:
        self._looks = chosen
        looks.remember(chosen)
        self._put_on()

    @Slot()
    def _put_on(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        looks.put_on(app, self._looks)
