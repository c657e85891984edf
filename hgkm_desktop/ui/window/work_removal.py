"""The button that removes a work, after a question that says what goes and what stays."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPushButton

from hgkm_desktop.models.dutch import count_text, list_text
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.going_along import UNDO
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.works import Work, cases_in, name_of
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.problem_box import a_box, give_width
from hgkm_desktop.ui.parts.text import sentence_case
from hgkm_desktop.ui.window.work_screen import WorkScreen

# What a user filled in, by the field of the work: one of it, and more.
_PARTS: dict[type[Work], tuple[tuple[str, str, str], ...]] = {
    Study: (
        *(("focus_groups", "focusgroep", "focusgroepen"), ("knoppen", "knop", "knoppen")),
        ("decisions", "stap naar een besluit", "stappen naar een besluit"),
    ),
    MeetingSeries: (("meetings", "bijeenkomst", "bijeenkomsten"), ("members", "lid", "leden")),
    BoardTalk: (
        ("topics", "besproken onderwerp", "besproken onderwerpen"),
        ("acties", "actie", "acties"),
    ),
    Sample: (("cases", "werkblad", "werkbladen"), ("acties", "actie", "acties")),
    Leertafel: (
        *(("successes", "succes", "successen"), ("knelpunten", "knelpunt", "knelpunten")),
        ("acties", "actie of doorbraak", "acties en doorbraken"),
    ),
    Terugkoppeling: (
        ("learned", "les", "lessen"),
        ("needed", "punt dat nog nodig is", "punten die nog nodig zijn"),
    ),
    FigureSet: (
        *(("figures", "cijfer", "cijfers"), ("duidingen", "duiding", "duidingen")),
        *(("own", "eigen indicator", "eigen indicatoren"),),
        ("insights", "inzicht uit een casus", "inzichten uit casussen"),
    ),
    Exercise: (
        *(("events", "gebeurtenis", "gebeurtenissen"), ("rounds", "ronde", "rondes")),
        *(("points", "beslispunt", "beslispunten"), ("roles", "rol", "rollen")),
        ("branches", "tak", "takken"),
    ),
    Playing: (("choices", "keuze", "keuzes"), ("differences", "verschil", "verschillen")),
}


_PLAYED = "Wat in haar speelbeurten is opgeschreven, gaat ook weg. "


class WorkRemoval(QObject):
    """Puts its button at the end of the header of a screen."""

    def __init__(self, document: Document, screen: WorkScreen) -> None:
        super().__init__(screen)
        self._document, self._screen = document, screen
        self._button = QPushButton("Verwijderen…")
        self._button.setProperty("quiet", True)
        self._button.setAutoDefault(True)
        self._button.clicked.connect(self.ask)
        screen.header.addWidget(self._button)
        document.damaged.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self._button.setEnabled(not self._document.is_read_only)

    @Slot()
    def ask(self) -> None:
        """Ask, with what goes along; the default removes nothing."""
        work = self._screen.shown.value
        if work is None:
            return
        name = f"{name_of(work).one} {work.code}"
        box = a_box(self._screen, "Verwijderen", f"Wilt u {name} verwijderen?", what_goes(work))
        keep = box.addButton("Niet verwijderen", box.ButtonRole.RejectRole)
        remove = box.addButton("Verwijderen", box.ButtonRole.DestructiveRole)
        remove.clicked.connect(self._remove)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        give_width(box)
        box.open()

    @Slot()
    def _remove(self) -> None:
        work = self._screen.shown.value
        if work is not None:
            self._document.remove_work(f"{name_of(work).one} verwijderen", work)


def what_goes(work: Work) -> str:
    """What goes with a work, and what stays, in sentences."""
    counted = [(getattr(work, field), one, more) for field, one, more in _PARTS[type(work)]]
    parts = [count_text(len(held), one, more) for held, one, more in counted if held]
    what = f"{sentence_case(name_of(work).the)} gaat weg"
    going = f"{what}, met {list_text(parts)}." if parts else f"{what}, met alles wat erin staat."
    cases = "De casussen zelf blijven in dit bestand. " if cases_in(work) else ""
    played = _PLAYED if isinstance(work, Exercise) else ""
    papers = "Documenten die u ervan hebt gemaakt, blijven waar ze zijn. " * _went_out(work)
    return f"{going}\n{played}{cases}{papers}{UNDO}"


def _went_out(work: Work) -> bool:
    return not isinstance(work, MeetingSeries) and work.versions > 0
