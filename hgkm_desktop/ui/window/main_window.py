"""The main window: the start screen or an open casusbestand, with the menus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui.file.opening import Opening
from hgkm_desktop.ui.learning import help_texts
from hgkm_desktop.ui.learning.help_menu import HelpMenu
from hgkm_desktop.ui.parts.problem_box import show_problem
from hgkm_desktop.ui.settings.looks_menu import LooksMenu
from hgkm_desktop.ui.window.menus import Entry, Menus, action
from hgkm_desktop.ui.window.start_screen import StartScreen
from hgkm_desktop.ui.writing.text_watch import TextWatch

if TYPE_CHECKING:
    # Imported where they are used, as Qt's dialogs are: the start screen must paint without them.
    from PySide6.QtGui import QCloseEvent

    from hgkm_desktop.casefile import CaseFile
    from hgkm_desktop.ui.document.document import Document
    from hgkm_desktop.ui.file.open_file import OpenFile
    from hgkm_desktop.ui.file.watching import Watching
    from hgkm_desktop.ui.window.workspace import Workspace

PROGRAM = "HGKM Desktop"
_KEYS = QKeySequence.StandardKey


class MainWindow(QMainWindow):
    """One window, one file at a time.

    `open_example` makes the example file when it is not there and opens it; it gives the file
    and its passphrase, which is shown and never asked.
    """

    def __init__(self, open_example: Callable[[], tuple[CaseFile, str]]) -> None:
        super().__init__()
        self._open_example = open_example
        self.open_file: OpenFile | None = None
        self.watching: Watching | None = None
        self._is_leaving = False
        self._stack = QStackedWidget()
        self._start = StartScreen()
        self._stack.addWidget(self._start)
        self.setCentralWidget(self._stack)
        self.setWindowTitle(PROGRAM)
        room = self.screen().availableSize()
        self.resize(min(1440, room.width() - 20), min(900, room.height() - 60))
        self.opening = Opening(self)
        self.opening.made.connect(self._show_new)
        self.opening.opened.connect(self.show_file)
        self.opening.chosen.connect(self.ask_passphrase)
        self.opening.backups_wanted.connect(self.show_backups)
        self.text_watch = TextWatch(self)
        self._looks = LooksMenu(self)
        self.help = HelpMenu(self)
        self.menus = Menus(self, self._looks, *self._actions(), self.help.actions())
        self._start.new_requested.connect(self.opening.make_new)
        self._start.open_requested.connect(self.opening.choose)
        self._start.first_case_requested.connect(self.open_first_case)
        self._start.example_requested.connect(self.open_example)
        self._start.backups_requested.connect(self.show_backups)
        self._start.setFocus()

    def _actions(self) -> tuple[list[Entry], list[Entry]]:
        """What can be done with files always: first in the menu, and last."""
        first: list[Entry] = [
            action(self, "Nieuw casusbestand…", self.opening.make_new, "Ctrl+Shift+N"),
            action(self, "Casusbestand openen…", self.opening.choose, _KEYS.Open),
            action(self, "Voorbeeld openen", self.open_example),
            action(self, "Back-ups…", self.show_backups),
            action(self, "Instellingen…", self.show_settings, "Ctrl+,"),
        ]
        return first, [action(self, "Afsluiten", self.close, "Ctrl+Q")]

    @property
    def document(self) -> Document | None:
        """The document of the file that is open, if one is."""
        return self.open_file.document if self.open_file is not None else None

    @property
    def workspace(self) -> Workspace | None:
        """The workspace of the file that is open, if one is."""
        return self.open_file.workspace if self.open_file is not None else None

    # --- opening ------------------------------------------------------------------------

    @Slot(object)
    def _show_new(self, casefile: CaseFile) -> None:
        self.show_file(casefile)
        if self.open_file is not None:
            self.open_file.passphrase.show_first_sheet()

    @Slot(str)
    def ask_passphrase(self, path: str) -> None:
        """Ask for the passphrase of a file; one that is open already is just shown."""
        if self.document is None or self.document.file.path != Path(path).resolve():
            self.opening.ask_passphrase(Path(path))

    @Slot()
    def open_example(self) -> None:
        """Open the example; its passphrase is shown at the left."""
        self._open_ours(self._open_example, "Voorbeeld")

    @Slot()
    def open_first_case(self) -> None:
        """Open the file to practise in, and say step by step how a first case is made."""
        from hgkm_desktop.ui.file.practice_file import open_practice_file

        if self._open_ours(open_practice_file, "Oefenbestand") and self.open_file is not None:
            self.open_file.beside.show_guide()

    def _open_ours(self, opens: Callable[[], tuple[CaseFile, str]], name: str) -> bool:
        """Open a file of the program itself; False when that cannot be, or another stays open."""
        if not self.close_file():  # it may be the very same
            return False
        try:
            casefile, passphrase = opens()
        except HgkmError as error:
            show_problem(self, error, f"Het {name.lower()} opent niet")
            return False
        self.show_file(casefile, f"{name}. Het wachtwoord is: {passphrase}")
        return True

    @Slot(object)
    def show_file(self, casefile: CaseFile, remark: str = "") -> None:
        """Show an open casusbestand; the one that was open is closed first."""
        if not self.close_file():
            casefile.close()
            return
        from hgkm_desktop.ui.file.open_file import OpenFile

        opened = self.open_file = OpenFile(casefile, remark, self, self._watch())
        self._stack.addWidget(opened.workspace)
        self._stack.setCurrentWidget(opened.workspace)
        self._name_file()
        opened.document.moved.connect(self._name_file)
        opened.copies.opened.connect(self.show_file)
        opened.copies.kept.connect(self._say_kept)
        opened.leaving.agreed.connect(self._drop_and_leave)
        opened.leaving.again.connect(self._leave_again)
        opened.leaving.stayed.connect(self._stay)
        self._fill_menus(opened)
        opened.workspace.take_focus()
        opened.destroying.ask_unfinished()

    def _watch(self) -> Watching:
        """What watches over any file; made with the first one."""
        if self.watching is None:
            from hgkm_desktop.ui.file.watching import Watching

            self.watching = Watching(self, self._stack, self._looks)
            self.watching.locking.unlocked.connect(self._name_file)
        return self.watching

    def _fill_menus(self, opened: OpenFile) -> None:
        close = action(opened.document, "Casusbestand sluiten", self.close_file, "Ctrl+W")
        cover = self._watch().blank.action
        self.menus.show_open(
            opened.document,
            opened.workspace,
            [*opened.of_file(), close],
            opened.of_edit(),
            opened.of_case(),
            cover,
        )

    @Slot()
    def _name_file(self) -> None:
        if self.document is not None and not self._is_locked:
            self.setWindowTitle(f"{self.document.file.path.stem} – {PROGRAM}")

    @property
    def _is_locked(self) -> bool:
        return self.watching is not None and self.watching.locking.is_locked

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.document is not None:
            self.document.look()

    # --- closing ------------------------------------------------------------------------

    @Slot()
    def close_file(self) -> bool:
        """Close the file and go to the start screen; False when the user wants to keep it open."""
        if self.open_file is None:
            return True
        if not self.open_file.leaving.may_close():
            return False
        self._drop_file()
        return True

    def _drop_file(self) -> None:
        if self.open_file is None:
            return
        closed, self.open_file = self.open_file, None
        closed.close()
        self._stack.setCurrentWidget(self._start)
        self._stack.removeWidget(closed.workspace)
        self.setWindowTitle(PROGRAM)
        self.menus.show_none()
        self._start.setFocus()

    @Slot()
    def _leave_again(self) -> None:
        if self._is_leaving:
            self.close()
        else:
            self.close_file()

    @Slot()
    def _drop_and_leave(self) -> None:
        self._drop_file()
        if self._is_leaving:
            self.close()

    @Slot()
    def _stay(self) -> None:
        self._is_leaving = False

    @Slot(str)
    def _say_kept(self, path: str) -> None:
        """All is in a copy: this file closes, and the window stays, for this must be read."""
        self._is_leaving = False
        self._drop_file()
        words = f"Al uw werk staat in {path}. Open die kopie met hetzelfde wachtwoord."
        help_texts.show(self, "Kopie bewaard", words)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # also when closing the file goes wrong in a way we did not foresee
        self._is_leaving = True
        if self.close_file():
            event.accept()
            self.hide()
            if self.watching is not None:
                self.watching.backups.finish()

    @Slot()
    def show_settings(self) -> None:
        """Show all that can be set, at what is of the program."""
        self._open_settings(at_file=False)

    @Slot()
    def show_file_settings(self) -> None:
        """Show all that can be set, at what is of the file."""
        self._open_settings(at_file=True)

    def _open_settings(self, *, at_file: bool) -> None:
        from hgkm_desktop.ui.settings.settings_window import SettingsWindow

        over = QApplication.activeModalWidget() or self
        window = SettingsWindow(over, self._looks.chosen, self.document, at_file=at_file)
        if self.open_file is not None:
            self.open_file.follow_settings(window)
        window.open()

    @Slot()
    def show_backups(self) -> None:
        """List the backups, to look them through or to put one back."""
        from hgkm_desktop.ui.file.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self, self.document.file if self.document is not None else None)
        dialog.open_requested.connect(self.ask_passphrase)
        dialog.open()
