"""The menu bar: the file, the looks and the help, and the case and its line while one is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu

from hgkm_desktop.ui.parts.focus import leave_field, return_to
from hgkm_desktop.ui.parts.notice import OVER_ENTRY, Notice
from hgkm_desktop.ui.settings.looks_menu import LooksMenu

if TYPE_CHECKING:
    # Imported where they are used: the start screen must paint without them.
    from hgkm_desktop.ui.document.document import Document
    from hgkm_desktop.ui.window.workspace import Workspace

Entry = QAction | None
"""An action in a menu; None is a line between two groups."""


def action(
    owner: QObject,
    words: str,
    slot: Callable[..., object],
    keys: QKeySequence.StandardKey | QKeyCombination | str | None = None,
) -> QAction:
    """An action with its words and its keys, which goes with its owner."""
    made = QAction(words, owner)
    if keys is not None:
        made.setShortcut(QKeySequence(keys))
    made.triggered.connect(slot)
    return made


class Menus(QObject):
    """Fills the menu bar of a window; `first` and `last` stand in the menu of the file, always.

    `of_help` is what the menu of help offers.
    """

    def __init__(
        self,
        window: QMainWindow,
        looks: LooksMenu,
        first: Sequence[Entry],
        last: Sequence[Entry],
        of_help: Sequence[Entry],
    ) -> None:
        super().__init__(window)
        self._window, self._looks, self._first, self._last = window, looks, first, last
        self._help = of_help
        self._document: Document | None = None
        self._cover: list[Entry] = []
        self._notice: Notice | None = None
        self._undo = action(self, "Ongedaan maken", self._do_undo, QKeySequence.StandardKey.Undo)
        self._redo = action(self, "Opnieuw", self._do_redo, "Ctrl+Y")
        self.show_none()

    def show_none(self) -> None:
        """The menus while no file is open."""
        self._document = None
        self._undo.setEnabled(False)
        self._redo.setEnabled(False)
        self._clear()
        self._fill("&Bestand", (*self._first, None, *self._last))
        self._fill_rest()

    def show_open(
        self,
        document: Document,
        workspace: Workspace,
        of_file: Sequence[Entry],
        of_edit: Sequence[Entry],
        of_case: Sequence[Entry],
        cover: QAction,
    ) -> None:
        """The menus of an open file.

        `of_file` and `of_case` are what can be done with it and with its cases; `of_edit` stands
        with undoing, and `cover` blanks it.
        """
        self._document, self._cover = document, [cover, None]
        stack = document.undo_stack
        stack.canUndoChanged.connect(self._undo.setEnabled)
        stack.canRedoChanged.connect(self._redo.setEnabled)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        self._clear()
        self._fill("&Bestand", (*self._first, None, *of_file, None, *self._last))
        self._fill("Be&werken", (self._undo, self._redo, *of_edit))
        new_case = action(self, "Nieuwe casus", workspace.add_case, "Ctrl+N")
        self._fill("&Casus", (new_case, None, *workspace.actions_for_menu(), None, *of_case))
        self._fill("&Gebeurtenis", workspace.timeline_menus.events)
        self._fill("&Tijdlijn", workspace.timeline_menus.view)
        new_case.setEnabled(not document.is_read_only)
        self._fill_rest()

    def _clear(self) -> None:
        bar = self._window.menuBar()
        for menu in bar.findChildren(QMenu):
            menu.deleteLater()
        bar.clear()

    def _fill_rest(self) -> None:
        self._fill("B&eeld", (*self._cover, *self._looks.actions()))
        self._fill("&Hulp", self._help)

    def _fill(self, title: str, entries: Iterable[Entry]) -> None:
        bar = self._window.menuBar()
        menu = QMenu(title, bar)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(entry)
        bar.addMenu(menu)

    # --- undo ---------------------------------------------------------------------------

    @Slot()
    def _do_undo(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit) and focused.isUndoAvailable():
            focused.undo()
        elif self._document is not None:
            field, stack = leave_field(), self._document.undo_stack
            words = stack.undoText()
            stack.undo()
            return_to(field)
            self._tell("Ongedaan gemaakt", words)

    @Slot()
    def _do_redo(self) -> None:
        if self._document is not None:
            field, stack = leave_field(), self._document.undo_stack
            words = stack.redoText()
            stack.redo()
            return_to(field)
            self._tell("Opnieuw gedaan", words)

    def _tell(self, done: str, words: str) -> None:
        """Say what came of the key: it may be out of sight, or in another case."""
        if not words:
            return
        if self._notice is None:
            over = self._window.centralWidget()
            assert over is not None
            self._notice = Notice(over, foot=OVER_ENTRY)
        self._notice.say(f"{done}: {words}.", is_problem=False)

    @Slot(str)
    def _name_undo(self, words: str) -> None:
        self._undo.setText(f"Ongedaan maken: {words}" if words else "Ongedaan maken")

    @Slot(str)
    def _name_redo(self, words: str) -> None:
        self._redo.setText(f"Opnieuw: {words}" if words else "Opnieuw")
