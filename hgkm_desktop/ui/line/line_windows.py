"""The windows that belong to the line: the presentation, the records of its bands, and export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from hgkm_desktop.ui.line.timeline_page import TimelinePage

if TYPE_CHECKING:
    # Imported when they are asked for: most sessions never need them.
    from hgkm_desktop.ui.line.safety_records import SafetyRecords
    from hgkm_desktop.ui.room.presentation import Presentation


class LineWindows(QObject):
    """Opens the windows of a `TimelinePage`, each at most once."""

    def __init__(self, page: TimelinePage) -> None:
        super().__init__(page)
        self.page = page
        self._presentation: Presentation | None = None
        self._records: SafetyRecords | None = None
        page.timeline.record_requested.connect(self.open_record)
        page.seen.changed.connect(self._follow)
        page.model.case_shown.connect(self._follow)

    @Slot()
    def present(self) -> None:
        """Show the line large, as it is chosen now, from the chosen event on."""
        document, line = self.page.document, self.page.timeline
        if document.case is None:
            return
        from hgkm_desktop.ui.room.presentation import Presentation

        if self._presentation is not None:
            self._presentation.activateWindow()
            return
        event = self.page.selection.current()
        chosen = event.id if event is not None else ""
        self._presentation = Presentation(
            document, line.choices, line.time_window, chosen, self.page.window()
        )
        self._presentation.closed.connect(self._forget_presentation)
        self._presentation.start()

    @Slot()
    def _forget_presentation(self) -> None:
        self._presentation = None

    @Slot()
    def _follow(self) -> None:
        """Let the room see what is chosen on the line."""
        if self._presentation is not None:
            self._presentation.set_choices(self.page.timeline.choices)

    @Slot()
    def show_records(self) -> None:
        """Show the lists of veiligheidscijfers, regie and fasen."""
        if self.page.document.case is not None:
            self._record_window().present()

    @Slot(str)
    def open_record(self, record_id: str) -> None:
        """Ask for changes in what was clicked in a band."""
        if self.page.document.case is not None:
            self._record_window().open_record(record_id)

    @Slot()
    def export(self) -> None:
        """Ask how the picture of the line is wanted."""
        document, line = self.page.document, self.page.timeline
        if document.case is None:
            return
        from hgkm_desktop.ui.line.line_screen import Screen
        from hgkm_desktop.ui.papers.export_dialog import LineExport

        screen = Screen(line.choices, line.time_window, frozenset(self.page.selection.ids()))
        organisation = document.file.settings.organisation
        LineExport(self.page.window(), document.case, screen, organisation).start()

    def _record_window(self) -> SafetyRecords:
        if self._records is None:
            from hgkm_desktop.ui.line.safety_records import SafetyRecords

            self._records = SafetyRecords(self.page.document, self.page.window())
        return self._records
