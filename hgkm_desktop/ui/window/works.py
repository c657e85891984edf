"""The works of a file in the window: listed at the left, and shown in place of a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from hgkm_desktop.day_form import chosen_form
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.records import new_code, new_id
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import SampleQuestion
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.works import Work, name_of
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.focus import leave_field
from hgkm_desktop.ui.window.case_list import CaseList
from hgkm_desktop.ui.window.work_list import AsksForWork, NewWork, WorkKind, WorkList
from hgkm_desktop.ui.window.work_screen import Page, WorkScreen


def _of_library(document: Document, over: QWidget) -> AsksForWork:
    from hgkm_desktop.ui.exercises.exercise_new import (
        LibraryDialog,  # the window opens sooner without it
    )

    return LibraryDialog(over)


def _of_case(document: Document, over: QWidget) -> AsksForWork:
    from hgkm_desktop.ui.exercises.exercise_new import CaseDialog

    return CaseDialog(document, over)


KINDS = (
    WorkKind("Onderzoeken", (Study,), (NewWork("Nieuw onderzoek", Study),)),
    WorkKind("Overleg", (MeetingSeries,), (NewWork("Nieuw overleg", MeetingSeries),)),
    WorkKind(
        "Zicht op de praktijk",
        (BoardTalk, Sample, Leertafel, Terugkoppeling),
        (
            NewWork("Gesprek burgemeester en wethouder", BoardTalk),
            NewWork("Steekproef na een huisverbod", Sample),
            NewWork(
                "Steekproef: RIHG, geen huisverbod",
                partial(Sample, question=SampleQuestion.GEEN_HUISVERBOD),
            ),
            NewWork("Bestuurlijke leertafel", Leertafel),
            NewWork("Terugkoppeling aan het DVC", Terugkoppeling),
        ),
    ),
    WorkKind("Cijfers in beeld", (FigureSet,), (NewWork("Nieuwe cijfers", FigureSet),)),
    WorkKind(
        "Oefenen",
        (Exercise, Playing),
        (
            NewWork("Oefening uit de bibliotheek…", Exercise, asks=_of_library),
            NewWork("Oefening van een deelbare casus…", Exercise, asks=_of_case),
            NewWork("Lege oefening", Exercise),
        ),
    ),
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
        self._said_in = chosen_form()
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
            screen.shown.new_wanted.connect(self._make)
            self._desk.addWidget(screen)
        self._desk.setCurrentWidget(self._screens[work_id])
        self._mark(work_id)
        self._screens[work_id].take_focus()

    def show_last(self) -> None:
        """Show the work that was begun last, if there is any; one that is played, where it is."""
        works = self.document.works()
        if not works:
            return
        last = max(reversed(works), key=lambda work: work.created_on or date.min)
        self.show(last.id)
        if isinstance(last, Playing) and last.place:
            self.show_named("Spelen")

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

    def show_part(self, part_id: str) -> None:
        """Choose a part of the work that is shown, on the page where it is listed."""
        screen = self._desk.currentWidget()
        if isinstance(screen, WorkScreen):
            screen.show_part(part_id)

    def show_named(self, name: str) -> bool:
        """Open the page with this name of the work that is shown; False when it has none."""
        screen = self._desk.currentWidget()
        return isinstance(screen, WorkScreen) and screen.show_named(name)

    def take_focus(self) -> None:
        """Put the keyboard in the work that is shown."""
        screen = self._desk.currentWidget()
        if isinstance(screen, WorkScreen):
            screen.take_focus()

    def _mark(self, work_id: str) -> None:
        for listed in self._lists:
            listed.show_chosen(work_id)
        self._cases.mark_case(is_shown=not work_id)

    @Slot(object)
    def _add(self, new: NewWork) -> None:
        """Make what is asked for, or ask first what it is made of."""
        if new.asks is None:
            self._make(new.made)
            return
        leave_field()
        dialog = new.asks(self.document, self._desk.window())
        dialog.given.connect(self._make)
        dialog.open()

    @Slot(object)
    def _make(self, made: Callable[..., Work]) -> None:
        codes = {work.code for work in self.document.works()}
        codes |= {heading.code for heading in self.document.headings()}
        code = new_code()
        while code in codes:
            code = new_code()
        work = made(id=new_id(), code=code, created_on=date.today())
        if isinstance(work, Sample):
            work = replace(work, municipality=self.document.file.settings.organisation)
        if isinstance(work, FigureSet):
            work = replace(work, area=self.document.file.settings.organisation)
        leave_field()
        self.document.edit(f"{name_of(work).one} toevoegen", work)
        self.show(work.id)

    @Slot(object, object)
    def _follow(self, old: Work | None, new: Work | None) -> None:
        if new is not None or old is None or old.id not in self._screens:
            return
        if self._desk.currentWidget() is self._screens[old.id]:
            self.closed.emit()
        self._drop(old.id)

    def _drop(self, work_id: str) -> None:
        screen = self._screens.pop(work_id)
        self._desk.removeWidget(screen)
        screen.deleteLater()

    def say_again(self) -> None:
        """Say all of them anew when days are said otherwise by now; the page stays the page."""
        if self._said_in is chosen_form():
            return
        self._said_in = chosen_form()
        screen, shown = self._desk.currentWidget(), self.on_screen
        page = screen.current_page if isinstance(screen, WorkScreen) else 0
        for work_id in tuple(self._screens):
            self._drop(work_id)
        for listed in self._lists:
            listed.list_works()
        if shown is not None:
            self.show(shown.id)
            self.show_page(page)


def screen_of(document: Document, work: Work) -> WorkScreen:
    """The screen of a work, with its pages and its buttons."""
    from hgkm_desktop.ui.papers.work_papers import WorkPapers
    from hgkm_desktop.ui.window.work_removal import WorkRemoval

    screen = WorkScreen(document, work.id, name_of(work).one.capitalize(), _pages_of(work))
    WorkPapers(document, screen, work)
    WorkRemoval(document, screen)
    if isinstance(work, Exercise):
        from hgkm_desktop.ui.exercises.exercise_read import ReadAgain

        ReadAgain(document, screen)
    return screen


def _pages_of(work: Work) -> Sequence[Page]:
    # Imported where they are used: the window opens sooner without them.
    match work:
        case Study():
            from hgkm_desktop.ui.study.study_pages import STUDY_PAGES as PAGES
        case MeetingSeries():
            from hgkm_desktop.ui.practice.meeting_pages import MEETING_PAGES as PAGES
        case BoardTalk():
            from hgkm_desktop.ui.practice.talk_pages import TALK_PAGES as PAGES
        case Sample():
            from hgkm_desktop.ui.practice.sample_pages import SAMPLE_PAGES as PAGES
        case Leertafel():
            from hgkm_desktop.ui.practice.leertafel_pages import LEERTAFEL_PAGES as PAGES
        case Terugkoppeling():
            from hgkm_desktop.ui.practice.terugkoppeling_pages import TERUGKOPPELING_PAGES as PAGES
        case FigureSet():
            from hgkm_desktop.ui.figures.figure_pages import FIGURE_PAGES as PAGES
        case Exercise():
            from hgkm_desktop.ui.exercises.exercise_pages import EXERCISE_PAGES as PAGES
        case Playing():
            from hgkm_desktop.ui.exercises.playing_pages import PLAYING_PAGES as PAGES
    return PAGES
