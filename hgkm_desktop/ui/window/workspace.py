"""The open casusbestand: cases at the left, the chosen case with its steps in the middle."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.records import new_code, new_id
from hgkm_desktop.ui.case.learning_pages import ACTIES, LESSEN, VERSCHILLEN
from hgkm_desktop.ui.case.open_list import HEADING, OpenList
from hgkm_desktop.ui.case.people_page import PeoplePage
from hgkm_desktop.ui.case.reason_page import ReasonPage
from hgkm_desktop.ui.case.step_bar import StepBar
from hgkm_desktop.ui.case.step_way import PAGES, StepWay
from hgkm_desktop.ui.case.summary_page import SummaryPage
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.banners import Banners
from hgkm_desktop.ui.line.entry_bar import EntryLine
from hgkm_desktop.ui.line.line_windows import LineWindows
from hgkm_desktop.ui.line.timeline_menus import TimelineMenus
from hgkm_desktop.ui.line.timeline_page import TimelinePage
from hgkm_desktop.ui.parts.focus import focus_first, leave_field
from hgkm_desktop.ui.parts.form import ValueForm
from hgkm_desktop.ui.parts.record_list import RecordKind, RecordList
from hgkm_desktop.ui.practice.overview_way import OverviewWay
from hgkm_desktop.ui.window.case_header import CaseHeader
from hgkm_desktop.ui.window.case_list import CaseList
from hgkm_desktop.ui.window.no_case import NoCase
from hgkm_desktop.ui.window.works import Works

if TYPE_CHECKING:
    from hgkm_desktop.models.steps_content import StepPage
    from hgkm_desktop.models.works import Work
    from hgkm_desktop.ui.line.line_screen import Screen

STEPS = (
    "Aanleiding",
    "Deelnemers",
    "Tijdlijn en beleving",
    "Samenwerking",
    "Lessen",
    "Acties",
    "Samenvatting",
    "Verdieping",
)
"""The steps of a casusevaluatie, and behind them what goes deeper."""
TIMELINE_STEP, IN_DEPTH_STEP = 2, 7


class Workspace(QWidget):
    """Cases, steps and header of one open file.

    The steps are a quiet checklist in the order of the method, and say how far they are; every
    step can be opened at any time. `notitie_requested`, `line_requested` and `print_requested` ask
    for documents, and `check_requested` for the herleidbaarheidscheck. `remark` is about the file,
    and stands on its lock page too. `shown_changed` tells that another page is on screen,
    and `list_shown` that the list of what is open comes, or has gone.
    """

    shown_changed = Signal()
    list_shown = Signal(bool)
    notitie_requested = Signal()
    line_requested = Signal()
    print_requested = Signal()
    check_requested = Signal()

    def __init__(self, document: Document, remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.remark = remark
        self._cases = CaseList(document, remark)
        self._steps, self._open = StepBar(STEPS, PAGES), OpenList(document)
        self._header = CaseHeader(document)
        self.banners = Banners(document)
        self._desk, self._case_desk = QStackedWidget(), QWidget()
        self._works = Works(document, self._desk, self._cases)
        self._overview = OverviewWay(document, self, self._works)
        self._pages = QStackedWidget()
        self._made: dict[int, QWidget] = {}
        self._empty_page: QWidget | None = None
        self._timeline_menus: TimelineMenus | None = None
        self._lay_out()
        self._connect()
        self._show_start()

    # --- building -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._cases)
        case = QVBoxLayout(self._case_desk)
        case.setContentsMargins(0, 0, 0, 0)
        case.setSpacing(0)
        case.addWidget(self._header)
        case.addWidget(self._steps)
        across = QHBoxLayout()
        across.addWidget(self._pages, 1)
        across.addWidget(self._open)
        case.addLayout(across, 1)
        self._desk.addWidget(self._case_desk)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self._desk, 1)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self._steps.chosen.connect(self.show_step)
        self._steps.list_wanted.connect(self._list_what_is_open)
        self._open.wanted.connect(StepWay(self).go)
        self._open.closed.connect(self.put_list_away)
        self._cases.case_chosen.connect(self.show_chosen_case)
        self._cases.new_requested.connect(self.add_case)
        self._cases.overview_requested.connect(self._overview.show)
        self._header.notitie_wanted.connect(self.notitie_requested)
        self._header.print_wanted.connect(self.print_requested)
        self._header.present_wanted.connect(self._ask_presentation)
        self._header.check_wanted.connect(self.check_requested)
        self.document.case_changed.connect(self._show_case)
        self._works.closed.connect(self._leave_work)
        self._works.case_wanted.connect(self.show_chosen_case)
        self._desk.currentChanged.connect(self.shown_changed)

    def add_panel(self, panel: QWidget) -> None:
        """Give a panel its place at the right of all of it."""
        self._row.addWidget(panel)

    def show_column(self, is_shown: bool) -> None:
        """Show the column at the left, or leave its room to the rest."""
        self._cases.setVisible(is_shown)

    # --- pages --------------------------------------------------------------------------

    @property
    def timeline_menus(self) -> TimelineMenus:
        """What can be done on the page of the timeline, for the menus of the window."""
        if self._timeline_menus is None:
            menus = self._timeline_menus = TimelineMenus(self.timeline_page)
            windows = LineWindows(self.timeline_page)
            menus.present_requested.connect(windows.present)
            menus.picture_requested.connect(windows.export)
            menus.export_requested.connect(self.line_requested)
            menus.records_requested.connect(windows.show_records)
        return self._timeline_menus

    @property
    def timeline_page(self) -> TimelinePage:
        page = self._page(TIMELINE_STEP)
        assert isinstance(page, TimelinePage)
        return page

    @property
    def work_on_screen(self) -> Work | None:
        """The study or row of meetings that is shown in place of the case, if one is."""
        return self._works.on_screen

    def show_in_work(self, work_id: str, part_id: str) -> None:
        """Show a work in place of the case, and this part of it in the list where it stands."""
        self._works.show(work_id)
        self._works.show_part(part_id)

    def screen_of_line(self) -> Screen:
        """What the line shows now, for documents that take that over."""
        from hgkm_desktop.ui.line.line_screen import Screen  # the window opens sooner without it

        line = self.timeline_page.timeline
        chosen = frozenset(self.timeline_page.selection.ids())
        return Screen(line.choices, line.time_window, chosen)

    @Slot()
    def say_works_again(self) -> None:
        """Say the works anew when days are said otherwise by now; it takes the focus."""
        self._works.say_again()

    def take_focus(self) -> None:
        """Put the focus where the work is: the invoerregel, or the first thing on the page."""
        page = self._pages.currentWidget()
        if self._desk.currentWidget() is not self._case_desk:
            self._works.take_focus()
        elif page is self._made.get(TIMELINE_STEP):
            timeline, line = self.timeline_page.timeline, self.timeline_page.entry.line
            (timeline if self.document.is_read_only else line).setFocus()
        elif page is not None:
            focus_first(page)

    def unfinished(self) -> str:
        """What was typed and is nowhere in the case yet, in a sentence; empty when nothing."""
        if self.timeline_page.entry.has_half_typed:
            elsewhere = self.timeline_page.entry.half_typed_elsewhere()
            codes = [h.code for h in self.document.headings() if h.id in elsewhere]
            where = f" van casus {list_text(codes)}" if codes else ""
            return f"Op de invoerregel{where} staat nog een gebeurtenis die niet is toegevoegd."
        if any(line.text().strip() for line in self._desk.findChildren(EntryLine)):
            return "Op de lijn van een oefening staat nog een gebeurtenis die niet is toegevoegd."
        for form in self._desk.findChildren(ValueForm):
            if form.unreadable():
                return f"Een veld is niet te lezen en dus niet bewaard. {form.unreadable()}"
        return ""

    def current_step(self) -> int:
        return self._steps.current()

    @property
    def page_on_screen(self) -> StepPage | None:
        """The page of the case that is shown; None for a work, and without a case."""
        is_case = self._desk.currentWidget() is self._case_desk
        return PAGES[self.current_step()] if is_case and self.document.case is not None else None

    @Slot(int)
    def show_step(self, number: int) -> None:
        """Open a step (0 to 7); its page is made the first time."""
        if self.document.case is None:
            return
        self._show_case_desk()
        self._pages.setCurrentWidget(self._page(number))
        self._steps.check(number)
        self.take_focus()
        self.shown_changed.emit()

    @Slot()
    def _show_timeline(self) -> None:
        self.show_step(TIMELINE_STEP)

    def _page(self, number: int) -> QWidget:
        if number not in self._made:
            page = self._new_page(number)
            self._made[number] = page
            self._pages.addWidget(page)
        return self._made[number]

    def _new_page(self, number: int) -> QWidget:
        if number == TIMELINE_STEP:
            timeline = TimelinePage(self.document, self._pages)
            timeline.show_requested.connect(self._show_timeline)
            return timeline
        makers: dict[int, Callable[[Document, QWidget], QWidget]] = {
            0: ReasonPage,
            1: PeoplePage,
            6: SummaryPage,
            IN_DEPTH_STEP: _in_depth_page,
        }
        kinds: dict[int, RecordKind] = {3: VERSCHILLEN, 4: LESSEN, 5: ACTIES}
        made = RecordList(self.document, kinds[number]) if number in kinds else None
        # From the outside in: what a part is put into later makes all that it holds over again.
        page = QWidget(self._pages)
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(made if made is not None else makers[number](self.document, page))
        return page

    # --- cases --------------------------------------------------------------------------

    @Slot()
    def add_case(self) -> None:
        """Add an empty case with a random code and open its first step."""
        leave_field()
        codes = {heading.code for heading in self.document.headings()}
        code = new_code()
        while code in codes:
            code = new_code()
        self.document.add_case(Case(id=new_id(), code=code, created_on=date.today()))
        self.show_step(0)

    @Slot(str)
    def show_chosen_case(self, case_id: str) -> None:
        """Show a case at the step that was shown last; what is wrong with it is told."""
        try:
            self.document.show_case(case_id)
        except HgkmError as error:
            self.document.save_failed.emit(error)
            self._cases.list_cases()
            return
        self.show_step(max(self.current_step(), 0))

    @Slot()
    def _show_case_desk(self) -> None:
        self._desk.setCurrentWidget(self._case_desk)
        self._works.show_none()

    @Slot()
    def _leave_work(self) -> None:
        self._show_case_desk()
        self.take_focus()

    def _show_start(self) -> None:
        refused: HgkmError | None = None
        for heading in self.document.headings():
            try:
                self.document.show_case(heading.id)
            except HgkmError as error:  # another case may be whole
                refused = error
            else:
                self.show_step(TIMELINE_STEP)
                break
        else:
            self._show_no_case(refused)
            self._works.show_last()
        if refused is not None and not self.document.file.is_damaged:  # of damage it is told
            self.document.save_failed.emit(refused)

    def _show_no_case(self, refused: HgkmError | None = None) -> None:
        page = NoCase(self.document, refused)
        page.new_requested.connect(self.add_case)
        page.backup_requested.connect(self.banners.backup_wanted)
        self._empty_page = page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self._show_case(None, None)
        self.take_focus()

    @Slot(object, object)
    def _show_case(self, old: Case | None, new: Case | None) -> None:
        self._header.show_case(new)
        self._steps.setVisible(new is not None)
        if new is None:
            self._open.hide()
            if self._empty_page is None:
                self._show_no_case()
            return
        if self._empty_page is not None:
            self._pages.removeWidget(self._empty_page)
            self._empty_page.deleteLater()
            self._empty_page = None
            self.show_step(max(self.current_step(), 0))
        self._steps.show_case(new)

    @Slot()
    def _list_what_is_open(self) -> None:
        """Show what is open in the steps; asked again from that list, put it away."""
        if self._open.list.hasFocus() or self.document.case is None:
            self.put_list_away()
            return
        self._show_case_desk()
        self._steps.show_list(True)
        self.list_shown.emit(True)
        self._open.open()

    @Slot()
    def put_list_away(self) -> None:
        """Put the list of what is open away; the keyboard goes back to the work."""
        self._open.hide()
        self._steps.show_list(False)
        self.take_focus()
        self.list_shown.emit(False)

    @property
    def has_list(self) -> bool:
        """Whether the list of what is open is on screen."""
        return self._open.isVisibleTo(self)

    @Slot()
    def _ask_presentation(self) -> None:
        self.timeline_menus.present_requested.emit()

    def actions_for_menu(self) -> list[QAction]:
        """The steps, for the menu of the window."""
        actions = []
        for number, name in enumerate(STEPS):
            action = QAction(name, self)
            action.setShortcut(f"Ctrl+{number + 1}")
            action.setData(number)
            action.triggered.connect(self._show_step_of_action)
            actions.append(action)
        listing = QAction(HEADING, self)
        listing.setShortcut("F4")
        listing.triggered.connect(self._list_what_is_open)
        return [*actions, listing, self._overview.action]

    @Slot()
    def _show_step_of_action(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        if self._desk.currentWidget() is self._case_desk:
            self.show_step(action.data())
        else:
            self._works.show_page(action.data())


def _in_depth_page(document: Document, parent: QWidget) -> QWidget:
    from hgkm_desktop.ui.study.in_depth_page import (
        InDepthPage,  # the window opens sooner without it
    )

    return InDepthPage(document, parent)
