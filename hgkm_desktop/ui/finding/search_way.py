"""The way to searching in everything, and from what is found to the place where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.focus import leave_field, return_to
from hgkm_desktop.ui.window.menus import action
from hgkm_desktop.ui.window.workspace import Workspace

if TYPE_CHECKING:
    # Imported when it is asked for: most sessions never need it.
    from hgkm_desktop.ui.finding.search_hits import Hit
    from hgkm_desktop.ui.finding.search_window import SearchWindow


class SearchWay(QObject):
    """One window for the open file, which stays open while what was found is gone through.

    `end` must be called before the file closes.
    """

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(document)
        self._document, self._workspace, self._window = document, workspace, window
        self._shown: SearchWindow | None = None
        self._left: QWidget | None = None
        self.action = action(self, "Zoeken in alles…", self.show, "F3")

    @Slot()
    def show(self) -> None:
        """Search in all that was typed in the file."""
        self._left = leave_field()  # what is typed there counts too
        if self._shown is None:
            from hgkm_desktop.ui.finding.search_window import SearchWindow

            self._shown = SearchWindow(self._document, self._window)
            self._shown.wanted.connect(self.go)
            self._shown.closed.connect(self._go_back)
        self._shown.present()

    @Slot(object)
    def go(self, hit: Hit) -> None:
        """Open the case or work, and in it the place of what was found."""
        self._left = None
        self._window.raise_()
        self._window.activateWindow()
        if self._document.work_of(hit.value_id) is not None:
            self._go_in_work(hit)
            return
        from hgkm_desktop.ui.finding.way_to_text import WayToText

        self._workspace.show_chosen_case(hit.value_id)
        WayToText(self._workspace).go(hit.text)

    def _go_in_work(self, hit: Hit) -> None:
        from hgkm_desktop.ui.finding.way_in_work import screen_on, show_text

        self._workspace.show_in_work(hit.value_id, "")
        screen = screen_on(self._workspace)
        if screen is not None:
            show_text(screen, hit.part_ids, hit.text)

    @Slot()
    def _go_back(self) -> None:
        """Back to the field that was left."""
        if not self._document.file.is_locked:
            self._window.activateWindow()
            return_to(self._left)

    def end(self) -> None:
        """The file closes: keep nothing."""
        if self._shown is not None:
            self._shown.end()
