"""Every window, page and dialog of the program, each with how it opens in a full casusbestand.

A name is that of the class; where a class shows more than one, what it shows comes after it. A new
window stands here, or in `NOT_OPENED` with the reason: tests/ui/accessibility sees to that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QTabWidget, QWidget

from hgkm_desktop.models import rounds
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.works import NAMES, Work
from hgkm_desktop.ui.case.reconsider_window import ReconsiderWindow
from hgkm_desktop.ui.case.round_window import RoundWindow
from hgkm_desktop.ui.case.rounds import RoundStart
from hgkm_desktop.ui.exercises.exercise_new import CaseDialog, LibraryDialog
from hgkm_desktop.ui.figures.figure_entry import _REASONS, FiguresPage
from hgkm_desktop.ui.finding.search_window import SearchWindow
from hgkm_desktop.ui.learning.guide_panel import GuidePanel
from hgkm_desktop.ui.learning.help_panel import HelpPanel
from hgkm_desktop.ui.line.event_edits import EventEdits
from hgkm_desktop.ui.practice.actions_held import all_actions
from hgkm_desktop.ui.practice.follow_up_window import FollowUpWindow
from hgkm_desktop.ui.study.fresh_look_page import FreshLookPage
from hgkm_desktop.ui.window.licences_window import LicencesWindow
from hgkm_desktop.ui.window.works import KINDS, _pages_of
from hgkm_desktop.ui.window.workspace import IN_DEPTH_STEP, STEPS, TIMELINE_STEP
from tests.ui.every_window_of_files import OF_FILES
from tests.ui.every_window_out import OUT_OF_THE_FILE
from tests.ui.full_program import Opener, Program, settle
from tests.ui.keyboard import wait_until

WORKS = tuple(kind for listed in KINDS for kind in listed.types)
TABS = ("Radertjes", "Naast elkaar", "Factoren", "Cruciale punten", "Frisse blik", "Onderzoek")

NOT_OPENED = {
    "FileDialog": "what dialogs about a file have in common, never opened itself",
    "NewPassphraseDialog": "what dialogs with a new passphrase have in common",
    "WeighedDialog": "what dialogs that take something away for good have in common",
    "FormDialog": "opened by its titles",
    "OwnWindow": "what windows beside the main one have in common",
    "TableSteps": "what both dialogs that read a table have in common",
    "Papers": "what both windows of documents have in common",
    "AsksForWork": "what both dialogs of a new exercise have in common",
    "_Chooses": "what both dialogs of a new exercise have in common",
    "_Cover": "only a colour over a window that is locked: nothing to read or to press",
}


def _step(number: int, program: Program) -> QWidget:
    return program.show_case(number)


def _tab(number: int, program: Program) -> QWidget:
    page = program.show_case(IN_DEPTH_STEP)
    tabs = page.findChild(QTabWidget)
    assert tabs is not None
    tabs.setCurrentIndex(number)
    return tabs


def _work(kind: type[Work], number: int, program: Program) -> QWidget:
    return program.show_work(kind, number)


def _part(page: Opener, title: str, program: Program) -> QWidget:
    shown = page(program)
    settle(program.window)
    return program.part(shown, title)


def _pressed(page: Opener, words: str, program: Program) -> QWidget:
    shown = page(program)
    settle(program.window)
    return program.press(shown, words)


def _pages() -> dict[str, Opener]:
    found: dict[str, Opener] = {
        f"MainWindow: {name}": partial(_step, number)
        for number, name in enumerate(STEPS)
        if number != IN_DEPTH_STEP
    }
    found |= {f"MainWindow: {name}": partial(_tab, n) for n, name in enumerate(TABS)}
    for kind in WORKS:
        one = NAMES[kind].one
        for number, (name, _) in enumerate(_pages_of(_empty(kind))):
            found[f"MainWindow: {one}, {name}"] = partial(_work, kind, number)
    return found


def _empty(kind: type[Work]) -> Work:
    made: Work = kind("0" * 32, "A2-2A")
    return made


PAGES = _pages()

# The lists of parts by the page on which they stand, each with the dialogs that it asks with.
_PARTS = {
    "Deelnemers": ("Betrokkene", "Organisatie", "Deelnemer"),
    "Samenwerking": ("Duidingsverschil",),
    "Lessen": ("Les",),
    "Acties": ("Verbeteractie",),
    "Radertjes": ("Radertje",),
    "Naast elkaar": ("Naast elkaar",),
    "Cruciale punten": ("Cruciaal punt",),
    "onderzoek, Opzet": ("Type huishouden",),
    "onderzoek, Casussen": ("Casus in het onderzoek",),
    "onderzoek, Focusgroepen": ("Focusgroep",),
    "onderzoek, Knoppenteller": ("Knop",),
    "onderzoek, Besluit": ("Stap in de besluitroute",),
    "overleg, Bijeenkomsten": ("Bijeenkomst",),
    "overleg, Leden": ("Lid",),
    "gesprek, Onderwerpen": ("Eigen onderwerp",),
    "gesprek, Afspraken": ("Actie",),
    "steekproef, Casussen": ("Casus in de steekproef",),
    "leertafel, Casussen": ("Casus op tafel",),
    "leertafel, Signalen": ("Signaal van een team",),
    "leertafel, Uitvoerders": ("Uitvoerder",),
    "leertafel, Agenda": ("Agendapunt",),
    "leertafel, Aan tafel": ("Reflectie", "Begrip"),
    "leertafel, Opbrengst": ("Succes", "Knelpunt", "Doorbraak"),
    "terugkoppeling, Geleerd": ("Wat is geleerd",),
    "terugkoppeling, Nodig": ("Wat is nog nodig",),
    "cijferoverzicht, Eigen indicatoren": ("Eigen indicator",),
    "oefening, Rollen": ("Rol",),
    "oefening, Rondes": ("Ronde",),
    "oefening, Wie weet wat": ("Rolfeit",),
    "oefening, Wél en géén": ("Tak",),
    "speelbeurt, De speelbeurt": ("Tafel",),
    "speelbeurt, Verschillen": ("Verschil",),
}
PARTS: dict[str, Opener] = {
    f"RecordDialog: {title}": partial(_part, PAGES[f"MainWindow: {page}"], title)
    for page, titles in _PARTS.items()
    for title in titles
}


def _page(name: str) -> Opener:
    return PAGES[f"MainWindow: {name}"]


# --- what is asked of an event, of the line, and beside it ----------------------------------


def _event(program: Program) -> str:
    """The event that most was lived at."""
    program.show_case(TIMELINE_STEP)
    lived = [beleving.event_id for beleving in program.case.belevingen]
    return max(lived, key=lived.count)


def _asked(ask: Callable[[Program, str], object], program: Program) -> QWidget:
    """What is asked of that event."""
    ask(program, _event(program))
    return program.dialog()


def _edits(program: Program) -> EventEdits:
    return program.workspace.timeline_page.edits


def _many(program: Program, _: str) -> None:
    _edits(program).change_many(tuple(event.id for event in program.case.events[2:5]))


def _beleving(program: Program, _: str) -> None:
    lived = program.case.belevingen[0]
    _edits(program).change_beleving(lived.event_id, lived.deelnemer_id)


def _round(program: Program) -> QWidget:
    program.show_case(TIMELINE_STEP)
    program.document.edit("ronde", rounds.begun(program.case, by_event=True, blind=True))
    RoundWindow(program.window, program.document).start()
    return program.dialog()


def _reconsider(program: Program) -> QWidget:
    program.show_case()
    ReconsiderWindow(program.window, program.document).start(program.case.belevingen[0].id)
    return program.dialog()


def _records(program: Program) -> QWidget:
    return program.chosen("Cijfers, regie en fasen…")


def _filtered(program: Program) -> QWidget:
    shown = program.show_case(TIMELINE_STEP)
    page = program.workspace.timeline_page
    page.choose(_event(program))
    page.set_turn(1)
    page.show_filter(True)
    page.ask_knowledge()
    return shown


def _open_list(program: Program) -> QWidget:
    program.show_case(0)
    program.workspace._list_what_is_open()
    return program.workspace._open


def _follow_up(ask: str, program: Program) -> QWidget:
    window = program.chosen("Verbeteracties volgen…")
    assert isinstance(window, FollowUpWindow)
    brought_on = (one for one in all_actions(program.document) if one.actie.escalations)
    window.edits.show_row(next(brought_on))
    getattr(window.edits, ask)()
    return program.dialog()


def _search(program: Program) -> QWidget:
    window = program.chosen("Zoeken in alles…")
    assert isinstance(window, SearchWindow)
    window._line.setText("overdracht")
    window._ask()
    wait_until(lambda: window._list.count() > 0)
    return window


def _help(program: Program) -> QWidget:
    """What stands beside the work: help with this screen."""
    program.choose("Hulp bij dit scherm")
    return next(one for one in program.window.findChildren(HelpPanel) if one.isVisible())


def _guide(program: Program) -> QWidget:
    """The panel that leads through a first case."""
    program.show_case(0)
    assert program.window.open_file is not None
    program.window.open_file.beside.show_guide()
    return next(one for one in program.window.findChildren(GuidePanel) if one.isVisible())


def _fresh_look(program: Program) -> QWidget:
    (page,) = _page("Frisse blik")(program).findChildren(FreshLookPage)
    page.choose(program.case.blikken[0].id)
    page.change_over(program.window)
    return program.dialog()


def _blind_look(program: Program) -> QWidget:
    shown = _page("Frisse blik")(program)
    (page,) = shown.findChildren(FreshLookPage)
    page._who.set_value("buitenstaander 2")
    page.start()
    return shown


def _focus_group(program: Program) -> QWidget:
    program.show_case(TIMELINE_STEP)
    program.workspace.timeline_page.focus_group.ask()
    return program.dialog()


def _reason(program: Program) -> QWidget:
    page = _page("cijferoverzicht, Cijfers")(program)
    (entry,) = page.findChildren(FiguresPage)
    work = program.work_of(FigureSet)
    assert isinstance(work, FigureSet)
    entry._ask_reason(replace(work.figures[0], kind=next(iter(_REASONS))))
    return program.dialog()


OF_THE_CASE: dict[str, Opener] = {
    "MainWindow: gefilterd": _filtered,
    "MainWindow: Wat staat nog open": _open_list,
    "MainWindow: blind kijken": _blind_look,
    "EventDialog": partial(_asked, lambda p, event: _edits(p).change(event)),
    "BelevingDialog": partial(_asked, _beleving),
    "ManyEventsDialog": partial(_asked, _many),
    "FactorDialog": partial(_asked, lambda p, event: _edits(p).add_factor(event)),
    "RoundStart": lambda p: p.opened(RoundStart(p.window, p.case)),
    "RoundWindow": _round,
    "ReconsiderWindow": _reconsider,
    "SafetyRecords": _records,
    "RecordDialog: Veiligheidscijfer": partial(_part, _records, "Veiligheidscijfer"),
    "RecordDialog: Regie": partial(_part, _records, "Regie"),
    "RecordDialog: Fase": partial(_part, _records, "Fase"),
    "RecordDialog: Frisse blik van": _fresh_look,
    "FormDialog: Focusgroep aan tafel": _focus_group,
    "ResultsWindow": lambda p: p.chosen("Uitkomsten uit de lijn…"),
    "InstrumentsWindow": lambda p: p.chosen("Instrumenten…"),
    "BesideWindow": lambda p: p.chosen("Casussen naast elkaar…"),
    "OverviewWindow": lambda p: p.chosen("Overzicht…"),
    "FollowUpWindow": lambda p: p.chosen("Verbeteracties volgen…"),
    "HelpPanel": _help,
    "GuidePanel": _guide,
    "SearchWindow": _search,
    "LicencesWindow": lambda p: p.opened(LicencesWindow(p.window)),
    "ManualWindow": lambda p: p.chosen("Handleiding"),
    "ActionDialog: Stand noteren": partial(_follow_up, "ask_note"),
    "ActionDialog: Actie laten vallen": partial(_follow_up, "ask_drop"),
    "ActionDialog: Actie houden": partial(_follow_up, "ask_keep"),
    "ActionDialog: Wat kwam eruit": partial(_follow_up, "ask_outcome"),
    "ActionDialog: Naar een volgend overleg": partial(_follow_up, "ask_escalation"),
    "LineEventDialog": partial(_part, _page("oefening, De lijn"), "Gebeurtenis"),
    "PointDialog": partial(_part, _page("oefening, Beslispunten"), "Beslispunt"),
    "InsightDialog": partial(
        _part, _page("cijferoverzicht, Wat casussen laten zien"), "Wat een casus laat zien"
    ),
    "LibraryDialog": lambda p: p.opened(LibraryDialog(p.window)),
    "CaseDialog": lambda p: p.opened(CaseDialog(p.document, p.window)),
    "RecordDialog: cijfer": _reason,
    "FormDialog: Periode toevoegen": partial(
        _pressed, _page("cijferoverzicht, Cijfers"), "Periode toevoegen"
    ),
    "FormDialog: Gebeurtenissen kiezen": partial(
        _pressed, _page("steekproef, Werkbladen"), "Gebeurtenissen kiezen"
    ),
}

WINDOWS: dict[str, Opener] = {**PAGES, **PARTS, **OF_THE_CASE, **OF_FILES, **OUT_OF_THE_FILE}
