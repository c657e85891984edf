"""What stands beside the work of an open file while it is wanted: help, or how to begin."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot

from hgkm_desktop.models.steps_content import StepPage
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.ui.case.step_way import PAGES
from hgkm_desktop.ui.learning.guide_panel import GuidePanel
from hgkm_desktop.ui.learning.help_panel import HelpPanel
from hgkm_desktop.ui.papers.documents import Documents
from hgkm_desktop.ui.parts.side_panel import SidePanel
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.window.workspace import Workspace

_ROOM_FOR_THREE, _ROOM_BESIDE_CASE = 860, 1400
"""Pixels at 100% text: in less, the column at the left makes room for a panel.

Sooner beside a case: the line, the table and the panel of an event stand there too, and in that
column nothing is done while they are.
"""


class BesideWork(QObject):
    """The panels at the right of a workspace, one at a time; each is made when it is wanted.

    While help is shown the guide waits, and comes back when that is put away. On a small screen
    the list of what is open counts as one of them.
    """

    def __init__(self, workspace: Workspace, documents: Documents) -> None:
        super().__init__(workspace)
        self._workspace, self._documents = workspace, documents
        self._guide: GuidePanel | None = None
        self._help: HelpPanel | None = None
        self._is_guiding = False
        workspace.installEventFilter(self)
        workspace.document.case_changed.connect(self._share_room)
        workspace.shown_changed.connect(self._share_room)
        workspace.list_shown.connect(self._make_room_for_list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._share_room()
        return False

    @Slot()
    def _share_room(self) -> None:
        """On a small screen there is no room for three beside each other."""
        is_shared = self._workspace.has_list or any(map(self._is_beside, (self._help, self._guide)))
        has_case = self._workspace.page_on_screen is not None
        least = _ROOM_BESIDE_CASE if has_case else _ROOM_FOR_THREE
        self._workspace.show_column(not is_shared or self._workspace.width() >= scaled(least))

    @property
    def _is_small(self) -> bool:
        return self._workspace.width() < scaled(_ROOM_BESIDE_CASE)

    @Slot(bool)
    def _make_room_for_list(self, is_coming: bool) -> None:
        if not is_coming:
            self._take_room_back()
        elif self._is_small:
            self._workspace.show_column(False)
            for panel in (self._help, self._guide):
                if panel is not None:
                    panel.hide()

    def _take_room_back(self) -> None:
        """Show the guide that waited for the list of what is open."""
        # Once the layouts know that the list is gone: else the window grows to hold both.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if not self._is_beside(self._help):
            self._show_waiting_guide()
        self._share_room()

    def _make_room_for_panel(self) -> None:
        if self._is_small and self._workspace.has_list:
            self._workspace.put_list_away()

    def _show_waiting_guide(self) -> None:
        if self._guide is not None and self._is_guiding:
            self._guide.show()

    def _is_beside(self, panel: SidePanel | None) -> bool:
        return panel is not None and panel.isVisibleTo(self._workspace)

    def _turn(self, panel: SidePanel) -> None:
        """Put the keyboard in a panel, or back in the work when it is there."""
        if panel.has_keyboard:
            self._workspace.take_focus()
        else:
            panel.take_focus()

    # --- a first case -----------------------------------------------------------------------

    @property
    def is_guided(self) -> bool:
        """Whether someone is making a first case here."""
        return self._guide is not None

    @Slot()
    def show_guide(self) -> None:
        """Tell how a first case is made; the keyboard stays where it is."""
        if self._guide is None:
            guide = self._guide = GuidePanel(self._workspace.document)
            guide.place_wanted.connect(self._go)
            guide.closed.connect(self._put_guide_away)
            self._documents.opened.connect(self._note_seen)
            self._workspace.add_panel(guide)
        if self._help is not None:
            self._help.hide()
        self._is_guiding = True
        self._make_room_for_panel()
        self._guide.show()
        self._share_room()

    @Slot()
    def go_to_guide(self) -> None:
        """Put the keyboard in the panel; asked again from there, back in the work."""
        self.show_guide()
        if self._guide is not None:
            self._turn(self._guide)

    @Slot()
    def _put_guide_away(self) -> None:
        if self._guide is not None:
            self._is_guiding = False
            self._guide.hide()
            self._share_room()
            self._workspace.take_focus()

    @Slot(object)
    def _go(self, page: StepPage) -> None:
        self._workspace.show_step(PAGES.index(page))

    @Slot(object)
    def _note_seen(self, kind: DocumentKind) -> None:
        if kind is DocumentKind.GESPREKSNOTITIE and self._guide is not None:
            self._guide.note_seen()

    # --- help -------------------------------------------------------------------------------

    @Slot()
    def show_help(self) -> None:
        """Tell of what is on screen, with the keyboard there; asked again from there, back."""
        self._make_room_for_panel()
        if self._help is None:
            shown = self._help = HelpPanel(self._workspace)
            shown.manual_wanted.connect(self._show_manual)
            shown.closed.connect(self._put_help_away)
            self._workspace.add_panel(shown)
        if self._guide is not None:
            self._guide.hide()
        self._help.show()
        self._share_room()
        self._turn(self._help)

    @Slot()
    def _put_help_away(self) -> None:
        if self._help is None:
            return
        self._help.hide()
        self._show_waiting_guide()
        self._share_room()
        self._workspace.take_focus()

    @Slot(str)
    def _show_manual(self, heading: str) -> None:
        from hgkm_desktop.ui.learning.manual_window import show_manual

        show_manual(self._workspace, heading)
