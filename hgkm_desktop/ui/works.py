"""Studies and rows of meetings in the window: listed at the left, and shown in place of a case."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.records import new_code, new_id
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.case_list import CaseList
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.focus import leave_field
from hgkm_desktop.ui.work_list import WorkKind, WorkList
from hgkm_desktop.ui.work_screen import WorkScreen

KINDS = (
    WorkKind(Study, "Onderzoeken", "Nieuw onderzoek"),
    WorkKind(MeetingSeries, "Overleg", "Nieuw overleg"),
)


class Works(QObject):
    """Makes the screen of a work when it is first shown.

    `closed` asks for the case again, and `case_wanted(case id)` for a certain one.
    """

    closed = Signal()
    case_wanted = Signal(str)

    def __init__(self, document: Document, desk: QStackedWidget, cases: CaseList) -> None:
        super().__init__(desk)
        self.document = document
        self._desk, self._cases = desk, cases
        self._screens: dict[str, WorkScreen] = {}
        self._lists: list[WorkList] = []
        for kind in KINDS:
            listed = WorkList(document, kind)
            listed.chosen.connect(self.show)
            listed.new_requested.connect(self._add)
            cases.add_section(listed)
            self._lists.append(listed)
        document.work_changed.connect(self._follow)

    @Slot(str)
    def show(self, work_id: str) -> None:
        """Show a work in place of the case."""
        leave_field()
        if work_id not in self._screens:
            work = next(work for work in self.document.works() if work.id == work_id)
            screen = self._screens[work_id] = screen_of(self.document, work)
            screen.shown.case_wanted.connect(self.case_wanted)
            self._desk.addWidget(screen)
        self._desk.setCurrentWidget(self._screens[work_id])
        self._mark(work_id)
        self._screens[work_id].take_focus()

    @property
    def on_screen(self) -> Work | None:
        """The work that is shown; None while a case is."""
        screen = self._desk.currentWidget()
        return screen.shown.value if isinstance(screen, WorkScreen) else None

    def show_none(self) -> None:
        """A case is shown again."""
        self._mark("")

    def show_page(self, number: int) -> None:
        """Open a page of the work that is shown, by its place from 0, if it has that many."""
        screen = self._desk.currentWidget()
        if isinstance(screen, WorkScreen):
            screen.show_page(min(number, screen.page_count - 1))

    def take_focus(self) -> None:
        """Put the keyboard in the work that is shown."""
        screen = self._desk.currentWidget()
        if isinstance(screen, WorkScreen):
            screen.take_focus()

    def _mark(self, work_id: str) -> None:
        for listed in self._lists:
            listed.show_chosen(work_id)
        self._cases.mark_case(is_shown=not work_id)

    @Slot()
    def _add(self) -> None:
        listed = self.sender()
        assert isinstance(listed, WorkList)
        codes = {work.code for work in self.document.works()}
        codes |= {heading.code for heading in self.document.headings()}
        code = new_code()
        while code in codes:
            code = new_code()
        work = listed.kind.made_of(id=new_id(), code=code, created_on=date.today())
        leave_field()
        self.document.edit(listed.kind.new_one.lower(), work)
        self.show(work.id)

    @Slot(object, object)
    def _follow(self, old: Work | None, new: Work | None) -> None:
        if new is not None or old is None or old.id not in self._screens:
            return
        screen = self._screens.pop(old.id)
        if self._desk.currentWidget() is screen:
            self.closed.emit()
        self._desk.removeWidget(screen)
        screen.deleteLater()


def screen_of(document: Document, work: Work) -> WorkScreen:
    """The screen of a work, with its pages and its buttons."""
    # Imported where they are used: the window opens sooner without them.
    from hgkm_desktop.ui.meeting_pages import MEETING_PAGES
    from hgkm_desktop.ui.study_pages import STUDY_PAGES
    from hgkm_desktop.ui.work_papers import WorkPapers

    is_study = isinstance(work, Study)
    one, pages = ("Onderzoek", STUDY_PAGES) if is_study else ("Overleg", MEETING_PAGES)
    screen = WorkScreen(document, work.id, one, pages)
    WorkPapers(document, screen, work)
    return screen
