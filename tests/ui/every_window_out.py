"""Windows by which something goes out or comes in: documents, the room, tables, and the check."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.privacy import check
from hgkm_desktop.ui.check.check_window import CheckWindow
from hgkm_desktop.ui.check.clear_dialog import ClearDialog
from hgkm_desktop.ui.check.replace_dialog import ReplaceDialog
from hgkm_desktop.ui.check.work_check import WorkCheck
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.exercises.play_console import ConsolePage
from hgkm_desktop.ui.exercises.play_stage import PlayStage
from hgkm_desktop.ui.figures.figure_import_dialog import FigureImportDialog
from hgkm_desktop.ui.papers.action_papers import ActionPapers
from hgkm_desktop.ui.papers.work_documents import WorkDocuments
from hgkm_desktop.ui.parts.function_field import FunctionDialog
from hgkm_desktop.ui.practice.actions_held import all_actions
from hgkm_desktop.ui.room.presentation import Presentation
from hgkm_desktop.ui.room.table_stage import BlackWall, TableStage
from hgkm_desktop.ui.tables.empty_table_dialog import EmptyTableDialog
from hgkm_desktop.ui.tables.table_dialog import TableDialog
from tests.ui.full_program import Opener, Program
from tests.ui.keyboard import wait_until

_TABLE = "datum;wat;soort\n03/04/2021;ruzie;frutsel\ngisteren;;melding\n"
_FIGURES = "indicator;periode;aantal\nBellers;2025-1;7\n"


def _document(kind: DocumentKind, program: Program) -> QWidget:
    program.show_case()
    documents = program.documents
    documents.open(kind)
    if kind is DocumentKind.CASUSVERSLAG:  # of one the pages are waited for
        wait_until(lambda: not documents.is_busy)
    assert documents.window is not None
    return documents.window


def _papers(program: Program) -> QWidget:
    study = program.work_of(Study)
    kind = DocumentKind.ONDERZOEKSRAPPORTAGE
    papers = WorkDocuments(program.document, study.id, kind, program.window)
    papers.open()
    wait_until(lambda: not papers._background.is_busy)
    return papers


def _action_papers(program: Program) -> QWidget:
    document = program.document
    papers = ActionPapers(document, all_actions(document), program.window)
    papers.open()
    wait_until(lambda: not papers._background.is_busy)
    return papers


def _work_check(program: Program) -> QWidget:
    shown = WorkCheck(program.document, program.work_of(Study).id, program.window)
    shown.open()
    wait_until(lambda: not shown._background.is_busy)
    return shown


def _check(program: Program) -> QWidget:
    window = program.chosen("Herleidbaarheidscheck…")
    assert isinstance(window, CheckWindow)
    wait_until(lambda: window._check.answer is not None)
    return window


def _facts(program: Program) -> QWidget:
    window = _check(program)
    assert isinstance(window, CheckWindow)
    window._show_facts()
    return program.dialog()


def _replace(program: Program) -> QWidget:
    program.show_case()
    dialog = ReplaceDialog(program.window, program.document, "Jansen", "")
    dialog.start("moeder", ("moeder", "vader"))
    return dialog


def _clear(program: Program) -> QWidget:
    (finding, *_) = check("Mevrouw Jansen belde.", ())
    return program.opened(ClearDialog(program.window, "Jansen", finding, ""))


def _written(program: Program, name: str, words: str) -> Path:
    path = program.folder / name
    path.write_text(words, encoding="utf-8")
    return path


def _table(page: int, program: Program) -> QWidget:
    """Its columns, and then the rows with what is wrong with them."""
    program.show_case()
    dialog = TableDialog(
        program.window, program.document, _written(program, "tabel.csv", _TABLE), {}
    )
    dialog.open()
    wait_until(lambda: not dialog._background.is_busy)
    if page:
        dialog._next.click()
        wait_until(lambda: not dialog._background.is_busy)
    return dialog


def _figure_table(page: int, program: Program) -> QWidget:
    shown = WorkOnScreen(program.document, program.window, program.work_of(FigureSet).id)
    dialog = FigureImportDialog(program.window, shown)
    dialog.read(_written(program, "cijfers.csv", _FIGURES))
    dialog.open()
    wait_until(lambda: not dialog._background.is_busy)
    if page:
        dialog._next.click()
        wait_until(lambda: not dialog._background.is_busy)
    return dialog


def _empty_table(program: Program) -> QWidget:
    return program.opened(EmptyTableDialog(program.window, program.case))


def _picture(program: Program) -> QWidget:
    return program.asked("Tijdlijn als afbeelding…")


def _presentation(program: Program) -> QWidget:
    program.show_case(2)
    line = program.workspace.timeline_page.timeline
    event = program.case.events[3].id
    shown = Presentation(program.document, line.choices, line.time_window, event, program.window)
    shown.resize(*ROOM)
    return program.opened(shown)


def _stage(program: Program) -> TableStage:
    stage = TableStage(program.document, program.work_of(Leertafel).id, program.window)
    stage.resize(*ROOM)
    program.opened(stage)
    return stage


def _black(program: Program) -> QWidget:
    stage = _stage(program)
    stage.turn_black()
    return next(w for w in stage.findChildren(BlackWall) if w.isVisible())


def _play(program: Program) -> QWidget:
    page = program.show_work(Playing, 1)
    console = page if isinstance(page, ConsolePage) else page.findChildren(ConsolePage)[0]
    stage = PlayStage(console.course, program.window)
    stage.resize(*ROOM)
    program.opened(stage)
    stage.take_focus()
    return stage


ROOM = (1280, 720)
"""A small projector."""

OUT_OF_THE_FILE: dict[str, Opener] = {
    "DocumentWindow": partial(_document, DocumentKind.CASUSVERSLAG),
    "DocumentWindow: tijdlijn": partial(_document, DocumentKind.TIJDLIJN),
    "WorkDocuments": _papers,
    "ActionPapers": _action_papers,
    "SettingsWindow": lambda p: p.asked("Instellingen…"),
    "SettingsWindow: bestand": lambda p: p.asked("Huisstijl…"),
    "WorkCheck": _work_check,
    "CheckWindow": _check,
    "FactsDialog": _facts,
    "ReplaceDialog": _replace,
    "ClearDialog": _clear,
    "FunctionDialog": lambda p: p.opened(FunctionDialog(p.window)),
    "TableDialog": partial(_table, 0),
    "TableDialog: rijen": partial(_table, 1),
    "FigureImportDialog": partial(_figure_table, 0),
    "FigureImportDialog: rijen": partial(_figure_table, 1),
    "EmptyTableDialog": _empty_table,
    "ExportDialog": _picture,
    "Presentation": _presentation,
    "TableStage": _stage,
    "BlackWall": _black,
    "PlayStage": _play,
    "KeysWindow": lambda p: p.asked("Toetsen"),
}
