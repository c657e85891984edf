"""The main window: the start screen or an open casusbestand, with the menus."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QWidget,
)

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui import help_texts, questions
from hgkm_desktop.ui.files import FILE_KIND, ask_file, documents_folder
from hgkm_desktop.ui.focus import leave_field, return_to
from hgkm_desktop.ui.looks_menu import LooksMenu
from hgkm_desktop.ui.problem_box import show_problem
from hgkm_desktop.ui.start_screen import StartScreen

if TYPE_CHECKING:
    # Imported where they are used, as Qt's dialogs are: the start screen must paint without them.
    from PySide6.QtGui import QCloseEvent

    from hgkm_desktop.casefile import CaseFile
    from hgkm_desktop.ui.backups import Backups
    from hgkm_desktop.ui.blank import Blank
    from hgkm_desktop.ui.document import Document
    from hgkm_desktop.ui.documents import Documents
    from hgkm_desktop.ui.locking import Locking
    from hgkm_desktop.ui.notice import Notice
    from hgkm_desktop.ui.passphrase_menu import PassphraseMenu
    from hgkm_desktop.ui.workspace import Workspace

PROGRAM = "HGKM Desktop"


class MainWindow(QMainWindow):
    """One window, one file at a time.

    `open_example` makes the example file when it is not there and opens it; it gives the file
    and its passphrase, which is shown and never asked.
    """

    def __init__(self, open_example: Callable[[], tuple[CaseFile, str]]) -> None:
        super().__init__()
        self._open_example = open_example
        self.document: Document | None = None
        self.workspace: Workspace | None = None
        self.documents: Documents | None = None
        self._is_leaving = False
        self._left: QWidget | None = None
        self._blank: Blank | None = None
        self._locking: Locking | None = None
        self._passphrase: PassphraseMenu | None = None
        self._backups: Backups | None = None
        self._notice: Notice | None = None
        self._stack = QStackedWidget()
        self._start = StartScreen()
        self._stack.addWidget(self._start)
        self.setCentralWidget(self._stack)
        self.setWindowTitle(PROGRAM)
        room = self.screen().availableSize()
        self.resize(min(1440, room.width() - 20), min(900, room.height() - 60))
        self._make_actions()
        self._build_menus()
        self._start.new_requested.connect(self.new_file)
        self._start.open_requested.connect(self.open_file)
        self._start.example_requested.connect(self.open_example)
        self._start.backups_requested.connect(self.show_backups)
        self._start.setFocus()

    # --- files --------------------------------------------------------------------------

    @Slot()
    def new_file(self) -> None:
        """Ask for a place and a passphrase and make a casusbestand."""
        from hgkm_desktop.ui.passphrase_dialogs import NewFileDialog

        dialog = NewFileDialog(self)
        dialog.opened.connect(self._show_new)
        dialog.open()

    @Slot(object)
    def _show_new(self, casefile: CaseFile) -> None:
        self.show_file(casefile)
        if self._passphrase is not None:
            self._passphrase.show_sheet()

    @Slot()
    def open_file(self) -> None:
        """Ask which file, then its passphrase."""
        dialog = ask_file(self, "Casusbestand openen", documents_folder(), FILE_KIND)
        dialog.fileSelected.connect(self.ask_passphrase)
        dialog.open()

    @Slot(str)
    def ask_passphrase(self, path: str) -> None:
        """Ask for the passphrase of a file; one that is open already is just shown."""
        if self.document is not None and self.document.file.path == Path(path).resolve():
            return
        from hgkm_desktop.casefile import CaseFile
        from hgkm_desktop.ui.passphrase_dialogs import PassphraseDialog

        try:
            CaseFile.check(Path(path))
        except HgkmError as error:
            show_problem(self, error, "Dit bestand opent niet")
            return

        dialog = PassphraseDialog(self, Path(path))
        dialog.opened.connect(self.show_file)
        dialog.open()

    @Slot()
    def open_example(self) -> None:
        """Open the example; its passphrase is shown at the left."""
        if not self.close_file():  # it may be the example itself
            return
        try:
            casefile, passphrase = self._open_example()
        except HgkmError as error:
            show_problem(self, error, "Het voorbeeld opent niet")
            return
        self.show_file(casefile, f"Voorbeeld. Het wachtwoord is: {passphrase}")

    @Slot(object)
    def show_file(self, casefile: CaseFile, remark: str = "") -> None:
        """Show an open casusbestand; the one that was open is closed first."""
        if not self.close_file():
            casefile.close()
            return
        from hgkm_desktop.ui.document import Document
        from hgkm_desktop.ui.workspace import Workspace

        self.document = Document(casefile, self)
        self.workspace = Workspace(self.document, remark)
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self.setWindowTitle(f"{casefile.path.stem} – {PROGRAM}")
        self._connect_file(self.document, self.workspace)
        self._build_menus()
        self.workspace.take_focus()

    def _connect_file(self, document: Document, workspace: Workspace) -> None:
        from hgkm_desktop.ui.blank import Blank
        from hgkm_desktop.ui.documents import Documents
        from hgkm_desktop.ui.locking import Locking
        from hgkm_desktop.ui.passphrase_menu import PassphraseMenu

        if self._blank is None:
            self._blank = Blank(self)
        if self._locking is None:
            self._locking = Locking(self, self._stack, self._blank, self._looks)
            self._locking.copy_wanted.connect(self._ask_copy)
        self._locking.begin(document, workspace)
        self._passphrase = PassphraseMenu(document, self)
        if self._backups is None:
            from hgkm_desktop.ui.backups import Backups

            self._backups = Backups(self)
            self._backups.failed.connect(self._say_no_backup)
        self._backups.begin(document)
        self.documents = Documents(document, workspace.screen_of_line, self)
        workspace.notitie_requested.connect(self.documents.show_notitie)
        workspace.line_requested.connect(self.documents.show_line)
        workspace.print_requested.connect(self.documents.show_print)
        stack = document.undo_stack
        stack.canUndoChanged.connect(self._undo.setEnabled)
        stack.canRedoChanged.connect(self._redo.setEnabled)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)

    @Slot()
    def close_file(self) -> bool:
        """Close the file and go to the start screen; False when the user wants to keep it open."""
        if self.document is None or self.workspace is None:
            return True
        if self._locking is not None and self._locking.is_locked:
            return self._close_locked(self._locking)
        self._left = leave_field()
        if self.document.has_unsaved:
            self.document.save_now()
        if self.document.has_unsaved:
            questions.about_unsaved(
                self, self.close_file, self._ask_copy, self._drop_and_leave, self._stay
            )
            return False
        unfinished = self.workspace.unfinished()
        if unfinished:
            questions.about_unfinished(self, unfinished, self._drop_and_leave, self._stay)
            return False
        self._drop_file()
        return True

    def _close_locked(self, locking: Locking) -> bool:
        if locking.may_close():
            self._drop_file()
        else:
            self._is_leaving = False
        return not locking.is_locked

    def _drop_file(self) -> None:
        if self.document is None or self.workspace is None:
            return
        if self._locking is not None:
            self._locking.end()
        if self.documents is not None:
            self.documents.close()
        self._stack.setCurrentWidget(self._start)
        self._stack.removeWidget(self.workspace)
        self.workspace.deleteLater()
        if self._backups is not None:
            self._backups.end()
        self.document.close()
        self.document.deleteLater()
        self.document, self.workspace, self.documents, self._left = None, None, None, None
        self.setWindowTitle(PROGRAM)
        self._build_menus()
        self._start.setFocus()

    @Slot()
    def _stay(self) -> None:
        """Back to the field that was left to find out whether all was saved."""
        self._is_leaving = False
        return_to(self._left)

    @Slot()
    def _drop_and_leave(self) -> None:
        self._drop_file()
        if self._is_leaving:
            self.close()

    @Slot()
    def _ask_copy(self) -> None:
        if self.document is None:
            return
        name = f"{self.document.file.path.stem}-kopie.hgkm"
        dialog = ask_file(self, "Kopie bewaren", documents_folder() / name, FILE_KIND)
        dialog.fileSelected.connect(self._keep_copy)
        dialog.open()

    @Slot(str)
    def _keep_copy(self, path: str) -> None:
        if self.document is None:
            return
        try:
            self.document.keep_copy(Path(path))
        except HgkmError as error:
            show_problem(self, error)
            return
        self._drop_file()
        help_texts.show(
            self,
            "Kopie bewaard",
            f"Al uw werk staat in {path}. Open die kopie met hetzelfde wachtwoord.",
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # also when closing the file goes wrong in a way we did not foresee
        self._is_leaving = True
        if self.close_file():
            event.accept()
            self.hide()
            if self._backups is not None:
                self._backups.finish()

    # --- backups ------------------------------------------------------------------------

    @Slot()
    def show_backups(self) -> None:
        """List the backups, to look them through or to put one back."""
        from hgkm_desktop.ui.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self, self.document.file if self.document is not None else None)
        dialog.open_requested.connect(self.ask_passphrase)
        dialog.open()

    @Slot(object)
    def _say_no_backup(self, error: HgkmError) -> None:
        from hgkm_desktop.ui.notice import Notice

        if self._notice is None:
            self._notice = Notice(self._stack)
        self._notice.say(error.sentence, is_problem=True)

    # --- menus --------------------------------------------------------------------------

    def _make_actions(self) -> None:
        keys = QKeySequence.StandardKey
        self._undo = self._action("Ongedaan maken", self._do_undo, keys.Undo)
        self._redo = self._action("Opnieuw", self._do_redo, "Ctrl+Y")
        self._undo.setEnabled(False)
        self._redo.setEnabled(False)
        self._looks = LooksMenu(self)

    def _action(
        self,
        words: str,
        slot: Callable[..., object],
        keys: QKeySequence.StandardKey | QKeyCombination | str | None = None,
    ) -> QAction:
        action = QAction(words, self)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        return action

    def _build_menus(self) -> None:
        for menu in self.menuBar().findChildren(QMenu):
            menu.deleteLater()
        self.menuBar().clear()
        is_open = self.workspace is not None
        self._fill_menu("&Bestand", self._file_actions(is_open))
        if self.workspace is not None:
            self._fill_menu("Be&werken", (self._undo, self._redo))
            new_case = self._action("Nieuwe casus", self.workspace.add_case, "Ctrl+N")
            steps = self.workspace.actions_for_menu()
            self._fill_menu("&Casus", (new_case, None, *steps))
            self._fill_menu("&Gebeurtenis", self.workspace.timeline_menus.events)
            self._fill_menu("&Tijdlijn", self.workspace.timeline_menus.view)
        cover = [self._blank.action, None] if self._blank is not None else []
        self._fill_menu("B&eeld", (*cover, *self._looks.actions()))
        about = self._action("Over dit programma", self._show_about)
        keys = self._action("Toetsen", self._show_keys, "F1")
        self._fill_menu("&Hulp", (keys, about))

    def _file_actions(self, is_open: bool) -> list[QAction | None]:
        keys = QKeySequence.StandardKey
        actions: list[QAction | None] = [
            self._action("Nieuw casusbestand…", self.new_file, "Ctrl+Shift+N"),
            self._action("Casusbestand openen…", self.open_file, keys.Open),
            self._action("Voorbeeld openen", self.open_example),
            self._action("Back-ups…", self.show_backups),
        ]
        if is_open and self.documents is not None and self._locking is not None:
            documents = self.documents
            actions += [
                None,
                self._action("Gespreksnotitie…", documents.show_notitie, "Ctrl+G"),
                self._action("Casusverslag…", documents.show_verslag, "Ctrl+Shift+G"),
                self._action("Afdrukken…", documents.show_print, keys.Print),
                self._action("Huisstijl…", documents.ask_style),
                None,
                *self._locking.actions(),
                *(self._passphrase.actions() if self._passphrase is not None else ()),
                self._action("Casusbestand sluiten", self.close_file, "Ctrl+W"),
            ]
        return [*actions, None, self._action("Afsluiten", self.close, "Ctrl+Q")]

    def _fill_menu(self, title: str, actions: Iterable[QAction | None]) -> None:
        menu = QMenu(title, self.menuBar())
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        self.menuBar().addMenu(menu)

    # --- undo, help ---------------------------------------------------------------------

    @Slot()
    def _do_undo(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit) and focused.isUndoAvailable():
            focused.undo()
        elif self.document is not None:
            field = leave_field()
            self.document.undo_stack.undo()
            return_to(field)

    @Slot()
    def _do_redo(self) -> None:
        if self.document is not None:
            field = leave_field()
            self.document.undo_stack.redo()
            return_to(field)

    @Slot(str)
    def _name_undo(self, words: str) -> None:
        self._undo.setText(f"Ongedaan maken: {words}" if words else "Ongedaan maken")

    @Slot(str)
    def _name_redo(self, words: str) -> None:
        self._redo.setText(f"Opnieuw: {words}" if words else "Opnieuw")

    @Slot()
    def _show_keys(self) -> None:
        help_texts.show_keys(self)

    @Slot()
    def _show_about(self) -> None:
        help_texts.show_about(self)
