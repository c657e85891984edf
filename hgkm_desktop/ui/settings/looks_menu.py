"""What the menus offer for the window: the theme, the size of text, and when it locks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from hgkm_desktop import policy
from hgkm_desktop.policy import MOST_MINUTES
from hgkm_desktop.settings import DARK, LIGHT, SYSTEM, TEXT_SIZES, Settings
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.parts.chosen import Chosen

THEME_WORDS = ((SYSTEM, "Zoals het systeem"), (LIGHT, "Licht"), (DARK, "Donker"))
MINUTES = (2, 5, 10, 15, 30, 60)
DECIDED = "Bepaald door uw beheerder"


class LooksMenu(QObject):
    """Actions that change what was chosen at once, and follow it when it changes elsewhere.

    `lock_after_changed(minutes)`: after how long the file locks is a choice of the same kind.
    """

    lock_after_changed = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.chosen = Chosen(self)
        self._themes, self._sizes = QActionGroup(self), QActionGroup(self)
        self._minutes = QActionGroup(self)
        for name, words in THEME_WORDS:
            self._offer(self._themes, name, words)
        for size in TEXT_SIZES:
            self._offer(self._sizes, size, f"Tekst {size}%")
        self._decided = QAction(self)
        self._decided.setEnabled(False)
        self._offer_minutes()
        self._larger = self._step_action("Grotere tekst", "Ctrl++", "Ctrl+=")
        self._smaller = self._step_action("Kleinere tekst", "Ctrl+-")
        self._themes.triggered.connect(self._choose_theme)
        self._sizes.triggered.connect(self._choose_size)
        self._minutes.triggered.connect(self._choose_minutes)
        self.chosen.changed.connect(self._follow)
        self._check()

    def actions(self) -> tuple[QAction | None, ...]:
        """The actions in the order of the menu; None is a line between two groups."""
        steps = (self._larger, self._smaller)
        return (*self._themes.actions(), None, *self._sizes.actions(), *steps)

    @property
    def lock_after(self) -> int:
        """After how many minutes without a key or the mouse the file locks."""
        return self.chosen.lock_after

    def lock_actions(self) -> list[QAction]:
        """The actions that choose after how long the file locks, as the policy is now; where that
        decides, the last one says so and does nothing."""
        self._offer_minutes()
        most = policy.in_force().lock_after
        self._decided.setText(f"{DECIDED}: uiterlijk {after_words(most).lower()}")
        return [*self._minutes.actions(), *([self._decided] if most < MOST_MINUTES else [])]

    def _offer_minutes(self) -> None:
        for action in self._minutes.actions():
            self._minutes.removeAction(action)
            action.deleteLater()
        for minutes in minutes_to_choose(self.chosen.settings):
            self._offer(self._minutes, minutes, after_words(minutes))
        self._check()

    def _offer(self, group: QActionGroup, value: object, words: str) -> None:
        action = group.addAction(words)
        action.setData(value)
        action.setCheckable(True)

    def _step_action(self, words: str, *keys: str) -> QAction:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(self._step)
        return action

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        self.chosen.change(self.chosen.settings._replace(theme=action.data()))

    @Slot(QAction)
    def _choose_size(self, action: QAction) -> None:
        self.chosen.change(self.chosen.settings._replace(text=action.data()))

    @Slot(QAction)
    def _choose_minutes(self, action: QAction) -> None:
        self.chosen.change(self.chosen.settings._replace(lock_after=action.data()))

    @Slot()
    def _step(self) -> None:
        """One size larger or smaller, as far as there is one."""
        place = TEXT_SIZES.index(theme.text_size())
        place += 1 if self.sender() is self._larger else -1
        if 0 <= place < len(TEXT_SIZES):
            self._sizes.actions()[place].trigger()

    @Slot(object, object)
    def _follow(self, before: Settings, after: Settings) -> None:
        self._check()
        if before.lock_after != after.lock_after:
            self.lock_after_changed.emit(self.lock_after)

    def _check(self) -> None:
        """Show in each group what holds now."""
        shown = (
            (self._themes, self.chosen.settings.theme),
            (self._sizes, theme.text_size()),
            (self._minutes, self.lock_after),
        )
        for group, value in shown:
            for action in group.actions():
                action.setChecked(action.data() == value)


def minutes_to_choose(settings: Settings) -> list[int]:
    """The numbers of minutes that can be chosen, as far as the policy lets them, and what holds."""
    most = policy.in_force().lock_after
    return sorted({one for one in (*MINUTES, settings.lock_after) if one <= most} | {most})


def after_words(minutes: int) -> str:
    """'Na 10 minuten'."""
    return f"Na {minutes} minuten" if minutes > 1 else "Na 1 minuut"
