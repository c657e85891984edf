"""The way to the instruments: all of them from the menu, and those of then from the line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.moment import Moment, between, on_day
from hgkm_desktop.models.records import Event
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.focus import leave_field
from hgkm_desktop.ui.window.workspace import Workspace

if TYPE_CHECKING:
    # Imported when it is asked for: most sessions never need it.
    from hgkm_desktop.ui.case.instruments_window import InstrumentsWindow


class InstrumentsMenu(QObject):
    """One action for a file that is open in a window; what its line asks for comes here too."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(document)
        self._document, self._workspace, self._window = document, workspace, window
        self._shown: InstrumentsWindow | None = None
        self._day = date.min
        self.action = QAction("Instrumenten…", self)
        self.action.triggered.connect(self.show_all)
        workspace.timeline_menus.then_requested.connect(self.show_then)
        workspace.timeline_page.timeline.day_menu_requested.connect(self._open_menu)

    @Slot()
    def show_all(self) -> None:
        """Show every instrument."""
        leave_field()
        self._window_of_all().present()

    @Slot()
    def show_then(self) -> None:
        """Show what there was when the chosen event was; without one, at the middle of what the
        line shows."""
        if self._document.case is None:
            return
        leave_field()
        page = self._workspace.timeline_page
        event = page.selection.current()
        if event is not None and event.start.is_known:
            self._window_of_all().present(moment_of(event))
        else:
            shown = page.timeline.time_window
            middle = int((shown.first + shown.last) / 2)
            self._show_on(date.fromordinal(min(max(middle, 1), date.max.toordinal())))

    @Slot(object, QPoint)
    def _open_menu(self, day: date, place: QPoint) -> None:
        """What can be asked of a day on the line where nothing stands."""
        self._day = day
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        then = menu.addAction(f"Welke middelen waren er op {day_text(day)}…")
        then.triggered.connect(self._show_day)
        menu.popup(place)

    @Slot()
    def _show_day(self) -> None:
        self._show_on(self._day)

    def _show_on(self, day: date) -> None:
        try:
            self._window_of_all().present(on_day(day.year, day.month, day.day))
        except BadInput as error:  # a line can be moved to where no year is
            self._workspace.timeline_page.say(error.sentence)

    def _window_of_all(self) -> InstrumentsWindow:
        if self._shown is None:
            from hgkm_desktop.ui.case.instruments_window import InstrumentsWindow

            self._shown = InstrumentsWindow(self._document, self._window)
            self._shown.settings_changed.connect(self._workspace.timeline_page.panel.refresh)
        return self._shown


def moment_of(event: Event) -> Moment:
    """All the days of an event, from the first that it can have begun to the last of its end."""
    if event.end is not None and event.end.is_known:
        return between(event.start, event.end)
    return event.start
