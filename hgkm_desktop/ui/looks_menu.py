"""What the menu Beeld offers for the looks of the window: the theme, and the size of text."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication

from hgkm_desktop.ui import looks, theme

_THEMES = ((looks.SYSTEM, "Zoals het systeem"), (looks.LIGHT, "Licht"), (looks.DARK, "Donker"))


class LooksMenu(QObject):
    """Actions that change the looks of the whole program at once, and remember them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = looks.remembered()
        self._themes, self._sizes = QActionGroup(self), QActionGroup(self)
        for name, words in _THEMES:
            self._offer(self._themes, name, words, name == self._looks.theme)
        for size in theme.TEXT_SIZES:
            self._offer(self._sizes, size, f"Tekst {size}%", size == theme.text_size())
        self._larger = self._step_action("Grotere tekst", "Ctrl++", "Ctrl+=")
        self._smaller = self._step_action("Kleinere tekst", "Ctrl+-")
        self._themes.triggered.connect(self._choose_theme)
        self._sizes.triggered.connect(self._choose_size)
        QApplication.styleHints().colorSchemeChanged.connect(self._put_on)

    def actions(self) -> tuple[QAction | None, ...]:
        """The actions in the order of the menu; None is a line between two groups."""
        steps = (self._larger, self._smaller)
        return (*self._themes.actions(), None, *self._sizes.actions(), *steps)

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
