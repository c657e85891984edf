"""Wat staat nog open: signs on the steps, and a list that leads to the very field or record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Lesson
from hgkm_desktop.models.steps_content import steps
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.ui.case.reconsider_window import ReconsiderWindow
from hgkm_desktop.ui.case.rounds import RoundStart
from hgkm_desktop.ui.case.step_way import PAGES
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.timeline_view import TimelineView
from hgkm_desktop.ui.parts.text import DANGER, GROUND_RULES
from hgkm_desktop.ui.window.workspace import STEPS, Workspace
from tests.builders import a_case_with, a_deelnemer, an_event, an_organisation
from tests.ui.keyboard import focused, name_of, press

POLICE = an_organisation("politie")
AGENT = a_deelnemer(POLICE, "wijkagent")
FIRST, SECOND = an_event("mrt 2021", "een melding"), an_event("mei 2021", "een gesprek")
LESSON = Lesson("1" * 32, 1.0, "Bel elkaar.")


@pytest.fixture
def workspace(document: Document, qtbot: QtBot) -> Iterator[Workspace]:
    case = a_case_with(POLICE, AGENT, FIRST, SECOND, LESSON)
    workspace = Workspace(document)
    qtbot.addWidget(workspace)
    document.add_case(case.mark(FIRST.id, AGENT.id, Mark.NIET_OKE))
    workspace.show_step(2)
    workspace.resize(1200, 800)
    workspace.show()
    yield workspace
    workspace.close()


def case_of(workspace: Workspace) -> Case:
    assert workspace.document.case is not None
    return workspace.document.case


def go_to(workspace: Workspace, words: str) -> None:
    """Open the list, walk to the line that begins with these words, and press Enter."""
    workspace._list_what_is_open()
    shown = workspace._open.list
    assert focused() is shown
    press(Qt.Key.Key_Home)
    for row in range(shown.count()):
        if shown.item(row).text().startswith(words):
            break
        press(Qt.Key.Key_Down)
    assert shown.currentItem().text().startswith(words)
    press(Qt.Key.Key_Return)


def test_every_button_is_a_page_of_the_steps_and_says_how_far_it_is(workspace: Workspace) -> None:
    assert len(STEPS) == len(PAGES)
    assert {step.page for step in steps()} <= set(PAGES)
    names = [button.accessibleName() for button, _ in workspace._steps._buttons]
    assert names[0] == "1 Aanleiding, deels gedaan"
    assert names[3] == "4 Samenwerking, overgeslagen"
    assert names[4] == "5 Lessen, deels gedaan"
    assert names[5] == "6 Acties, open"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Er staat nog niet wie organiseert.", "Wie organiseert"),
        ("De spelregels zijn nog niet voorgelezen.", "De spelregels zijn voorgelezen"),
        ("Er staan nog geen betrokkenen in.", "Betrokkene toevoegen…"),
        ("Er staan nog geen duidingsverschillen.", "Duidingsverschil toevoegen…"),
        ("Er staan nog geen verbeteracties.", "Verbeteractie toevoegen…"),
        ("Er staan nog geen vragen", "Vragen voor het gesprek"),
    ],
)
def test_enter_leads_to_the_very_field(workspace: Workspace, words: str, name: str) -> None:
    go_to(workspace, words)
    assert name_of(focused()) == name


def test_enter_opens_the_record(workspace: Workspace) -> None:
    go_to(workspace, "Bij 1 les staat niet")
    dialog = focused().window()
    assert dialog.windowTitle() == "Les wijzigen"
    dialog.close()


def test_enter_chooses_the_event_on_the_line(workspace: Workspace) -> None:
    go_to(workspace, "Bij 1 gebeurtenis staat nog geen beleving.")
    assert isinstance(focused(), TimelineView)
    chosen = workspace.timeline_page.selection.current()
    assert chosen is not None
    assert chosen.id == SECOND.id


def test_enter_leads_to_the_second_pass_and_to_the_round(workspace: Workspace) -> None:
    go_to(workspace, "Bij 1 gebeurtenis die niet oké")
    assert isinstance(focused().window(), ReconsiderWindow)
    press(Qt.Key.Key_Escape)
    case = case_of(workspace)
    workspace.document.edit("leeg", replace(case, belevingen=()))
    go_to(workspace, "Nog niemand zei hoe het was.")
    assert isinstance(focused().window(), RoundStart)


def test_a_step_is_ticked_where_only_people_know(workspace: Workspace) -> None:
    go_to(workspace, "Besproken: er waren geen (andere) verschillen.")
    assert case_of(workspace).steps_done == ("samenwerking",)
    assert workspace._steps._buttons[3][0].accessibleName() == "4 Samenwerking, gedaan"
    assert focused() is workspace._open.list, "one can go on in the list"
    press(Qt.Key.Key_Space)
    assert case_of(workspace).steps_done == ()


def test_escape_puts_the_list_away(workspace: Workspace) -> None:
    workspace._list_what_is_open()
    press(Qt.Key.Key_Escape)
    assert not workspace._open.isVisible()
    assert focused() is workspace.timeline_page.entry.line


def test_an_empty_file_says_what_to_do_in_danger(document: Document, qtbot: QtBot) -> None:
    workspace = Workspace(document)
    qtbot.addWidget(workspace)
    workspace.show()
    said = {label.text() for label in workspace.findChildren(QLabel) if label.isVisible()}
    assert {DANGER, GROUND_RULES} <= said
