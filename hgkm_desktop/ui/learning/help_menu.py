"""What the menu of help offers: about the screen, a first case, the keys, and the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from hgkm_desktop.ui.learning import help_texts
from hgkm_desktop.ui.window.menus import Entry, action
from hgkm_desktop.ui.window.start_screen import FIRST_CASE

if TYPE_CHECKING:
    from hgkm_desktop.ui.window.main_window import MainWindow

BEGINNING = "De eerste avond"
"""The heading of the manual for who begins."""


class HelpMenu(QObject):
    """The same entries whether a file is open or not."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._entries: tuple[Entry, ...] = (
            action(self, "Hulp bij dit scherm", self.show_help, "F1"),
            action(self, FIRST_CASE, self.make_first_case, "Ctrl+Shift+E"),
            action(self, "Handleiding", self.show_manual, "Shift+F1"),
            None,
            action(self, "Toetsen", self.show_keys, "Ctrl+F1"),
            action(self, "Over dit programma", self.show_about),
        )

    def actions(self) -> tuple[Entry, ...]:
        return self._entries

    @Slot()
    def show_help(self) -> None:
        """Tell of what is on screen; on the start screen, open the manual where it begins."""
        opened = self._window.open_file
        if opened is not None and opened.workspace.isVisible():
            opened.beside.show_help()
            return
        from hgkm_desktop.ui.learning.manual_window import show_manual

        show_manual(self._window, BEGINNING)

    @Slot()
    def make_first_case(self) -> None:
        """To the panel that tells how, and back to the work; opens the file for it first."""
        opened = self._window.open_file
        if opened is not None and opened.beside.is_guided:
            opened.beside.go_to_guide()
        else:
            self._window.open_first_case()

    @Slot()
    def show_manual(self) -> None:
        """Show the manual."""
        from hgkm_desktop.ui.learning.manual_window import show_manual

        show_manual(self._window)

    @Slot()
    def show_keys(self) -> None:
        """Show which keys do what."""
        from hgkm_desktop.ui.learning.keys_window import show_keys

        show_keys(self._window)

    @Slot()
    def show_about(self) -> None:
        """Show what this program is, and its licence."""
        help_texts.show_about(self._window)
