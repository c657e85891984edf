"""The main window: the start screen or an open casusbestand, with the menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui import help_texts, questions
from hgkm_desktop.ui.files import FILE_KIND, SUFFIX, ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.focus import leave_field, return_to
from hgkm_desktop.ui.looks_menu import LooksMenu
from hgkm_desktop.ui.menus import Entry, Menus, action
from hgkm_desktop.ui.opening import Opening
from hgkm_desktop.ui.problem_box import show_problem
from hgkm_desktop.ui.start_screen import StartScreen
from hgkm_desktop.ui.text_watch import TextWatch

if TYPE_CHECKING:
    # Imported where they are used, as Qt's dialogs are: the start screen must paint without them.
    from PySide6.QtGui import QCloseEvent

    from hgkm_desktop.casefile import CaseFile
    from hgkm_desktop.ui.backups import Backups
    from hgkm_desktop.ui.blank import Blank
    from hgkm_desktop.ui.check_menu import CheckMenu
    from hgkm_desktop.ui.destroy_menu import DestroyMenu
    from hgkm_desktop.ui.document import Document
    from hgkm_desktop.ui.documents import Documents
    from hgkm_desktop.ui.locking import Locking
    from hgkm_desktop.ui.notice import Notice
    from hgkm_desktop.ui.passphrase_menu import PassphraseMenu
    from hgkm_desktop.ui.workspace import Workspace

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
        self.document: Document | None = None
        self.workspace: Workspace | None = None
        self.documents: Documents | None = None
        self._is_leaving = False
        self._left: QWidget | None = None
        self._blank: Blank | None = None
        self._locking: Locking | None = None
        self._passphrase: PassphraseMenu | None = None
        self._backups: Backups | None = None
        self._destroying: DestroyMenu | None = None
        self._check: CheckMenu | None = None
        self._notice: Notice | None = None
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
        self.text_watch = TextWatch(self)
        self._looks = LooksMenu(self)
        self.menus = Menus(self, self._looks, *self._actions())
        self._start.new_requested.connect(self.opening.make_new)
        self._start.open_requested.connect(self.opening.choose)
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
        ]
        return first, [action(self, "Afsluiten", self.close, "Ctrl+Q")]

    # --- files --------------------------------------------------------------------------

    @Slot(object)
    def _show_new(self, casefile: CaseFile) -> None:
        self.show_file(casefile)
        if self._passphrase is not None:
            self._passphrase.show_sheet()

    @Slot(str)
    def ask_passphrase(self, path: str) -> None:
        """Ask for the passphrase of a file; one that is open already is just shown."""
        if self.document is None or self.document.file.path != Path(path).resolve():
            self.opening.ask_passphrase(Path(path))

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
        self.workspace = Workspace(self.document, remark, self._stack)
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self._name_file()
        self.document.moved.connect(self._name_file)
        self._connect_file(self.document, self.workspace)
        self.text_watch.begin(self.document)
        self.workspace.take_focus()
        if self._notice is not None:
            self._notice.hide()  # it was about another file
        if self._destroying is not None:
            self._destroying.ask_unfinished()

    @Slot()
    def _name_file(self) -> None:
        if self.document is not None and not self._is_locked:
            self.setWindowTitle(f"{self.document.file.path.stem} – {PROGRAM}")

    @property
    def _is_locked(self) -> bool:
        return self._locking is not None and self._locking.is_locked

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.document is not None:
            self.document.look()

    def _connect_file(self, document: Document, workspace: Workspace) -> None:
        from hgkm_desktop.ui.after_replacing import AfterReplacing
        from hgkm_desktop.ui.blank import Blank
        from hgkm_desktop.ui.check_menu import CheckMenu
        from hgkm_desktop.ui.destroy_menu import DestroyMenu
        from hgkm_desktop.ui.documents import Documents
        from hgkm_desktop.ui.locking import Locking
        from hgkm_desktop.ui.merging import with_other_files
        from hgkm_desktop.ui.passphrase_menu import PassphraseMenu

        if self._blank is None:
            self._blank = Blank(self)
        if self._locking is None:
            self._locking = Locking(self, self._stack, self._blank, self._looks)
            self._locking.copy_wanted.connect(self._ask_copy)
            self._locking.unlocked.connect(self._name_file)
        self._locking.begin(document, workspace)
        self._passphrase = PassphraseMenu(document, self, self.opening.remembering())
        if self._backups is None:
            from hgkm_desktop.ui.backups import Backups

            self._backups = Backups(self)
            self._backups.failed.connect(self._say_no_backup)
        self._backups.begin(document)
        self.opening.damage().watch(document)
        self.documents = Documents(document, workspace.screen_of_line, self)
        self._connect_banners(workspace)
        workspace.notitie_requested.connect(self.documents.show_notitie)
        workspace.line_requested.connect(self.documents.show_line)
        workspace.print_requested.connect(self.documents.show_print)
        style = action(document, "Huisstijl…", self.documents.ask_style)
        style.setEnabled(not document.is_read_only)
        of_file: list[Entry] = [
            action(document, "Gespreksnotitie…", self.documents.show_notitie, "Ctrl+G"),
            action(document, "Casusverslag…", self.documents.show_verslag, "Ctrl+Shift+G"),
            action(document, "Radertjes…", self.documents.show_radertjes),
            action(document, "Afdrukken…", self.documents.show_print, _KEYS.Print),
            style,
            None,
            *self._locking.actions(),
            *self._passphrase.actions(),
            *with_other_files(document, workspace.banners, self, self._backups),
            action(document, "Casusbestand sluiten", self.close_file, "Ctrl+W"),
        ]
        self._destroying = DestroyMenu(document, self, self._backups)
        older = AfterReplacing(document, self, self._backups)
        self._check = CheckMenu(document, workspace, self, self.text_watch, older)
        self.documents.check_requested.connect(self._check.show)
        of_case = self._of_case(document, workspace, self._check, self._destroying)
        self.menus.show_open(document, workspace, of_file, of_case, self._blank.action)

    def _of_case(
        self, document: Document, workspace: Workspace, *menus: CheckMenu | DestroyMenu
    ) -> list[Entry]:
        """What can be asked of the case on screen, and done with it."""
        from hgkm_desktop.ui.beside_menu import BesideMenu
        from hgkm_desktop.ui.follow_up_menu import FollowUpMenu
        from hgkm_desktop.ui.instruments_menu import InstrumentsMenu
        from hgkm_desktop.ui.results_menu import ResultsMenu
        from hgkm_desktop.ui.table_menu import TableMenu

        windows = (ResultsMenu, BesideMenu, InstrumentsMenu, FollowUpMenu)
        entries: list[Entry] = [shown(document, workspace, self).action for shown in windows]
        for menu in (TableMenu(document, workspace, self), *menus):
            entries += [None, *menu.actions()]
        return entries

    def _connect_banners(self, workspace: Workspace) -> None:
        workspace.banners.copy_wanted.connect(self._ask_working_copy)
        workspace.banners.work_wanted.connect(self._work_in_it)
        workspace.banners.keep_wanted.connect(self._ask_copy)

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
            self._ask_about_unsaved(self.document)
            return False
        path = self.document.file.path
        if not self.document.look_after_work():
            self._ask_about_unsaved(self.document)
            return False
        if self.document.file.path != path:
            self._stay()  # what was said of it must be read first
            return False
        unfinished = self.workspace.unfinished()
        if unfinished:
            questions.about_unfinished(self, unfinished, self._drop_and_leave, self._stay)
            return False
        self._drop_file()
        return True

    def _ask_about_unsaved(self, document: Document) -> None:
        """Ask, until all is saved after all: then nothing is left to ask."""
        again = partial(self._leave_again, document.file.path)
        box = questions.about_unsaved(self, again, self._ask_copy, self._drop_and_leave, self._stay)
        # Later, for what was saved may be on its way to being locked.
        document.saved.connect(box.accept, Qt.ConnectionType.QueuedConnection)

    def _leave_again(self, path: Path) -> None:
        """Go on with closing, unless the file was locked meanwhile, or something is said of it."""
        if self.document is None:
            return
        if self._is_locked or self.document.file.path != path:
            self._stay()
        elif self._is_leaving:
            self.close()
        else:
            self.close_file()

    def _close_locked(self, locking: Locking) -> bool:
        if locking.may_close():
            self._drop_file()
        else:
            self._is_leaving = False
        return not locking.is_locked

    def _drop_file(self) -> None:
        if self.document is None or self.workspace is None:
            return
        self.text_watch.end()
        if self._check is not None:
            self._check.end()
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
        self._check = None
        self.setWindowTitle(PROGRAM)
        self.menus.show_none()
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
        self._is_leaving = False  # what is said next must be read
        self._drop_file()
        help_texts.show(
            self,
            "Kopie bewaard",
            f"Al uw werk staat in {path}. Open die kopie met hetzelfde wachtwoord.",
        )

    @Slot()
    def _ask_working_copy(self) -> None:
        """Ask where a copy comes of a file that can only be read, to go on in that."""
        if self.document is None:
            return
        proposed = documents_folder() / f"{self.document.file.path.stem} (kopie).hgkm"
        dialog = ask_file(self, "Kopie om in te werken", proposed, FILE_KIND)
        dialog.fileSelected.connect(self._work_in_copy)
        dialog.open()

    @Slot(str)
    def _work_in_copy(self, path: str) -> None:
        if self.document is not None:
            file, to = self.document.file, with_suffix(Path(path), SUFFIX)
            self._go_on_in(lambda: file.work_in_copy(to))

    @Slot()
    def _work_in_it(self) -> None:
        """Work in a copy that was opened to read, because the file it came of is beside it."""
        if self.document is not None:
            self._go_on_in(self.document.file.open_to_write)

    def _go_on_in(self, opening: Callable[[], CaseFile]) -> None:
        try:
            copy = opening()
        except HgkmError as error:
            show_problem(self, error)
            return
        self.show_file(copy)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # also when closing the file goes wrong in a way we did not foresee
        self._is_leaving = True
        if self.close_file():
            event.accept()
            self.hide()
            if self._backups is not None:
                self._backups.finish()

    @Slot()
    def show_backups(self) -> None:
        """List the backups, to look them through or to put one back."""
        from hgkm_desktop.ui.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self, self.document.file if self.document is not None else None)
        dialog.open_requested.connect(self.ask_passphrase)
        dialog.open()

    @Slot(object)
    def _say_no_backup(self, error: HgkmError) -> None:
        from hgkm_desktop.ui.notice import OVER_ENTRY, Notice

        if self._notice is None:
            self._notice = Notice(self._stack, foot=OVER_ENTRY)
        self._notice.say(error.sentence, is_problem=True)
