"""One open casusbestand in the window: its document, its workspace, and all that can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.ui.case.instruments_menu import InstrumentsMenu
from hgkm_desktop.ui.case.results_menu import ResultsMenu
from hgkm_desktop.ui.check.check_menu import CheckMenu
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.after_replacing import AfterReplacing
from hgkm_desktop.ui.file.copies import Copies
from hgkm_desktop.ui.file.destroy_menu import DestroyMenu
from hgkm_desktop.ui.file.leaving import Leaving
from hgkm_desktop.ui.file.merging import with_other_files
from hgkm_desktop.ui.file.passphrase_menu import PassphraseMenu
from hgkm_desktop.ui.file.watching import Watching
from hgkm_desktop.ui.finding.search_way import SearchWay
from hgkm_desktop.ui.learning.beside_work import BesideWork
from hgkm_desktop.ui.papers.documents import Documents
from hgkm_desktop.ui.practice.follow_up_menu import FollowUpMenu
from hgkm_desktop.ui.study.beside_menu import BesideMenu
from hgkm_desktop.ui.tables.table_menu import TableMenu
from hgkm_desktop.ui.window.menus import Entry, action
from hgkm_desktop.ui.window.workspace import Workspace

if TYPE_CHECKING:
    from hgkm_desktop.ui.settings.settings_window import SettingsWindow
    from hgkm_desktop.ui.window.main_window import MainWindow

_PRINT = QKeySequence.StandardKey.Print


class OpenFile(QObject):
    """Made when a file opens, and gone when it closes. `remark` is about the file."""

    def __init__(
        self, casefile: CaseFile, remark: str, window: MainWindow, watching: Watching
    ) -> None:
        super().__init__(window)
        self._window, self._watching = window, watching
        self.document = Document(casefile, self)
        self.workspace = Workspace(self.document, remark, window.centralWidget())
        watching.begin(self.document, self.workspace)
        window.opening.damage().watch(self.document)
        window.text_watch.begin(self.document)
        self.copies = Copies(self.document, window)
        self.leaving = Leaving(self.document, self.workspace, watching.locking, self.copies, window)
        self.documents = Documents(self.document, self.workspace.screen_of_line, window)
        self.passphrase = PassphraseMenu(self.document, window, window.opening.remembering())
        self.beside = BesideWork(self.workspace, self.documents)
        self.destroying = DestroyMenu(self.document, window, watching.backups)
        older = AfterReplacing(self.document, window, watching.backups)
        self.check = CheckMenu(self.document, self.workspace, window, window.text_watch, older)
        self.search = SearchWay(self.document, self.workspace, window)
        self._connect()

    def _connect(self) -> None:
        workspace, banners = self.workspace, self.workspace.banners
        workspace.notitie_requested.connect(self.documents.show_notitie)
        workspace.line_requested.connect(self.documents.show_line)
        workspace.print_requested.connect(self.documents.show_print)
        self.documents.check_requested.connect(self.check.show)
        self.documents.settings_requested.connect(self._window.show_file_settings)
        banners.copy_wanted.connect(self.copies.ask_to_work)
        banners.work_wanted.connect(self.copies.work_in_this)
        banners.keep_wanted.connect(self.copies.ask)
        banners.backup_wanted.connect(self._window.opening.damage().tell)
        self._watching.locking.copy_wanted.connect(self.copies.ask)

    def follow_settings(self, settings: SettingsWindow) -> None:
        """Show what is set in that window as soon as it is."""
        settings.file_changed.connect(self.documents.follow_settings)
        settings.days_changed.connect(self.document.say_again)
        settings.finished.connect(self.workspace.say_works_again)
        settings.days_changed.connect(self.documents.follow_settings)

    def of_file(self) -> Sequence[Entry]:
        """What can be done with the file, for the menu of files."""
        document, documents = self.document, self.documents
        banners, backups = self.workspace.banners, self._watching.backups
        return (
            action(document, "Gespreksnotitie…", documents.show_notitie, "Ctrl+G"),
            action(document, "Casusverslag…", documents.show_verslag, "Ctrl+Shift+G"),
            action(document, "Radertjes…", documents.show_radertjes),
            action(document, "Afdrukken…", documents.show_print, _PRINT),
            action(document, "Huisstijl…", self._window.show_file_settings),
            None,
            *self._watching.locking.actions(),
            *self.passphrase.actions(),
            *with_other_files(document, banners, self._window, backups),
        )

    def of_edit(self) -> Sequence[Entry]:
        """What stands with undoing in the menu."""
        return None, self.search.action

    def of_case(self) -> Sequence[Entry]:
        """What can be asked of the case on screen, and done with it."""
        document, workspace, window = self.document, self.workspace, self._window
        windows = (ResultsMenu, BesideMenu, InstrumentsMenu, FollowUpMenu)
        table = TableMenu(document, workspace, window)
        entries: list[Entry] = [shown(document, workspace, window).action for shown in windows]
        for menu in (table, self.check, self.destroying):
            entries += [None, *menu.actions()]
        return entries

    @Slot()
    def close(self) -> None:
        """Let go of all of it; what has not reached the disk is lost, so ask `leaving` before."""
        self._window.text_watch.end()
        self.check.end()
        self.search.end()
        self._watching.end()
        self.documents.close()
        self.workspace.deleteLater()
        self.document.close()
        self.deleteLater()
