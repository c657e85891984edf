"""Copies of the open casusbestand: one to keep, and one to go on in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.files import FILE_KIND, SUFFIX, ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.parts.problem_box import show_problem


class Copies(QObject):
    """Asks over a window where a copy comes; goes with its document.

    `kept(path)`: all that was on screen is in that copy, saved here or not. `opened(casefile)`: the
    work goes on in another file.
    """

    kept = Signal(str)
    opened = Signal(object)

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(document)
        self._document, self._window = document, window

    @Slot()
    def ask(self) -> None:
        """Ask where a copy comes that holds all that is on screen."""
        self._ask_place("Kopie bewaren", "-kopie", self.keep)

    @Slot()
    def ask_to_work(self) -> None:
        """Ask where a copy comes of a file that can only be read, to go on in that."""
        self._ask_place("Kopie om in te werken", " (kopie)", self.work_in)

    def _ask_place(self, title: str, ending: str, then: Callable[[str], None]) -> None:
        proposed = documents_folder() / f"{self._document.file.path.stem}{ending}.hgkm"
        dialog = ask_file(self._window, title, proposed, FILE_KIND)
        dialog.fileSelected.connect(then)
        dialog.open()

    @Slot(str)
    def keep(self, path: str) -> None:
        """Write everything on screen to a copy there."""
        try:
            self._document.keep_copy(Path(path))
        except HgkmError as error:
            show_problem(self._window, error)
        else:
            self.kept.emit(path)

    @Slot(str)
    def work_in(self, path: str) -> None:
        """Make a copy there and go on in it."""
        file, to = self._document.file, with_suffix(Path(path), SUFFIX)
        self._go_on_in(lambda: file.work_in_copy(to))

    @Slot()
    def work_in_this(self) -> None:
        """Write in a copy that was opened to read, because the file it came of is beside it."""
        self._go_on_in(self._document.file.open_to_write)

    def _go_on_in(self, opening: Callable[[], CaseFile]) -> None:
        try:
            copy = opening()
        except HgkmError as error:
            show_problem(self._window, error)
        else:
            self.opened.emit(copy)
