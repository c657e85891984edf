"""Beside the work: what the screen is for, what to ask the table, and what to watch out for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.help_content import ScreenHelp, screen_help
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.parts.side_panel import SidePanel
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.window.workspace import Workspace

HEADING = "Hulp bij dit scherm"
NO_CASE = "leeg"
OF_WORK: dict[type[Work], str] = {
    Study: "onderzoek",
    MeetingSeries: "overleg",
    BoardTalk: "gesprek",
    Sample: "steekproef",
    Leertafel: "leertafel",
    Terugkoppeling: "terugkoppeling",
    FigureSet: "cijfers",
    Exercise: "oefening",
    Playing: "speelbeurt",
}


class HelpPanel(SidePanel):
    """Follows what is on screen, and can stay open. `manual_wanted(heading)` asks to read more."""

    manual_wanted = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        self._more, self._close = QPushButton("Meer in de handleiding"), QPushButton("Sluiten")
        super().__init__(HEADING, (self._more, self._close))
        self._workspace = workspace
        self._told = self._of_screen()
        self._more.clicked.connect(self._ask_manual)
        self._close.clicked.connect(self.closed)
        workspace.shown_changed.connect(self._follow)
        workspace.document.case_changed.connect(self._follow)
        self._show()

    def _of_screen(self) -> ScreenHelp:
        if (work := self._workspace.work_on_screen) is not None:
            return screen_help()[OF_WORK[type(work)]]
        page = self._workspace.page_on_screen
        return screen_help()[page.value if page is not None else NO_CASE]

    @Slot()
    def _follow(self) -> None:
        told = self._of_screen()
        if told is not self._told:
            self._told = told
            self._show()

    def _show(self) -> None:
        self.say(self._told.name, _parts(self._told))

    @Slot()
    def _ask_manual(self) -> None:
        self.manual_wanted.emit(self._told.manual)


def _parts(told: ScreenHelp) -> Iterator[QWidget]:
    yield label(told.name, level=3)
    yield label(told.purpose)
    yield from _listed("Vraag de tafel", told.questions)
    yield from _listed("Let op", told.cautions)
    yield label(f"Bron: {told.source}.", muted=True)


def _listed(heading: str, lines: Iterable[str]) -> Iterator[QWidget]:
    yield label(heading, level=3)
    for line in lines:
        yield label(f"– {line}")
