"""The panel beside the line: what is known of an event, whose turn it is, and the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Involvement
from hgkm_desktop.models.terms import HouseholdRole, Mark
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.timeline_page import TimelinePage
from tests.builders import a_betrokkene, a_case_with, a_deelnemer, an_event, an_organisation
from tests.ui.keyboard import focused, name_of, press, tab_to


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TimelinePage]:
    police, mother = an_organisation("politie"), a_betrokkene("moeder")
    involved = (Involvement(mother.id, HouseholdRole.SLACHTOFFER, "de politie"),)
    event = an_event("circa mrt 2021", "een gesprek", involved=involved, source="dossier")
    people = (a_deelnemer(police, "wijkagent"), a_deelnemer(police, "recherche"))
    document = Document(CaseFile.create(tmp_path / "a.hgkm", "een lang wachtwoord", kdf=TEST))
    document.add_case(a_case_with(police, mother, event, *people))
    page = TimelinePage(document)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    page.choose(event.id)
    yield page
    document.close()


def words_in(page: TimelinePage) -> str:
    return " ".join(found.text() for found in page.panel.findChildren(QLabel))


def case_of(page: TimelinePage) -> Case:
    assert page.document.case is not None
    return page.document.case


def test_what_is_assumed_and_who_says_so_is_told(page: TimelinePage) -> None:
    words = words_in(page)
    assert "circa maart 2021, dit is aangenomen" in words
    assert "moeder (slachtoffer, volgens de politie)" in words
    assert "dossier" in words


def test_a_mark_by_button_keeps_the_focus_where_it_was(page: TimelinePage) -> None:
    page.panel.setFocus()
    tab_to("1, politie, wijkagent")
    press(Qt.Key.Key_Space)
    assert name_of(focused()).startswith("1, politie")
    tab_to("! risicovol")
    press(Qt.Key.Key_Space)
    assert name_of(focused()) == "! risicovol"
    assert case_of(page).belevingen[0].mark is Mark.RISICO
    assert "risicovol" in words_in(page)
    press(Qt.Key.Key_Space)
    assert case_of(page).belevingen == (), "the same again takes it away"


def test_undo_of_a_mark_shows_at_once(page: TimelinePage) -> None:
    page.set_turn(2)
    page.set_mark(Mark.GOED)
    assert "ging goed" in words_in(page)
    page.document.undo_stack.undo()
    assert case_of(page).belevingen == ()
    page.document.undo_stack.redo()
    assert case_of(page).belevingen[0].deelnemer_id == case_of(page).deelnemers[1].id


def test_without_a_turn_a_mark_asks_whose_turn_it_is(page: TimelinePage) -> None:
    page.set_mark(Mark.GOED)
    assert case_of(page).belevingen == ()
    assert "wie aan de beurt is" in page.notice.text()


def test_the_choice_of_a_turn_goes_when_the_deelnemer_goes(page: TimelinePage) -> None:
    page.set_turn(1)
    first = case_of(page).deelnemers[0].id
    page.document.edit("weg", case_of(page).drop_deelnemer(first))
    assert page.turn_id == ""


def test_removing_the_event_empties_the_panel(page: TimelinePage) -> None:
    page.remove_event(case_of(page).events[0].id)
    assert "een gesprek" not in words_in(page)
    assert "Begin met typen" in words_in(page)
