"""A network meets: members, meetings with the next inbrenger, and earlier actions come first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.meetings import Meeting, MeetingSeries, Member
from hgkm_desktop.models.terms import ActionStatus
from hgkm_desktop.ui.practice.meeting_agenda import AgendaPage
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import CTRL, choose, fill, focused, name_of, press, tab_to, wait_until
from tests.ui.open_window import case_of, document_of, show_new_file, words_on_screen, workspace_of

Key = Qt.Key
POLITIE, SCHOOL = Member("a" * 32, "politie", "wijkagent"), Member("b" * 32, "school")
TOEN = a_case_with(an_event(), code="T2-2T").put(
    Verbeteractie("c" * 32, 1.0, "rooster voor bellen", owner="politie", keeper="school")
)
NU = a_case_with(an_event(), code="N3-3N")


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A series of two meetings: one that was, and one in which a new case is brought in."""
    show_new_file(window, tmp_path / "a.hgkm", TOEN, NU)
    meetings = (
        Meeting("1" * 32, date(2026, 3, 2), POLITIE.id, TOEN.id, begun=True),
        Meeting("2" * 32, date(2026, 5, 4), SCHOOL.id, NU.id, "Wie belt er?"),
    )
    series = MeetingSeries("d" * 32, "S4-4S", members=(POLITIE, SCHOOL), meetings=meetings)
    document_of(window).edit("nieuw overleg", series)
    workspace_of(window)._works.show(series.id)
    return window


def series_of(window: MainWindow) -> MeetingSeries:
    (series,) = document_of(window).works()
    assert isinstance(series, MeetingSeries)
    return series


def page(window: MainWindow) -> AgendaPage:
    return next(p for p in window.findChildren(AgendaPage) if p.isVisible())


def begin_button(window: MainWindow) -> QPushButton:
    return page(window)._begin


def actie_of(case: Case) -> Verbeteractie:
    return case.acties[0]


def test_the_new_case_begins_only_after_each_action_was_asked_about(opened: MainWindow) -> None:
    document = document_of(opened)
    assert "Van de eerdere actie is nog niet gezegd" in words_on_screen(page(opened))
    assert "Wie belt er?" in words_on_screen(page(opened))
    assert not begin_button(opened).isEnabled()
    tab_to("Hoe staat het: rooster voor bellen")
    choose("Bezig")
    tab_to("Wat is er gebeurd: rooster voor bellen")
    fill("loopt sinds mei")
    press(Key.Key_Tab)
    wait_until(lambda: len(actie_of(document.case_of(TOEN.id)).log) == 1)
    wait_until(lambda: actie_of(document.case_of(TOEN.id)).log[0].text == "loopt sinds mei")
    assert actie_of(document.case_of(TOEN.id)).status is ActionStatus.BEZIG
    assert series_of(opened).meetings[1].progress[0].text == "loopt sinds mei"
    assert case_of(opened).id == TOEN.id  # as it was: nobody asked for another one
    assert "Van alle acties is gezegd hoe ze staan." in words_on_screen(page(opened))
    tab_to("Nieuwe casus beginnen")
    press(Key.Key_Return)
    assert series_of(opened).meetings[1].begun
    assert case_of(opened).id == NU.id
    assert f"Casus {NU.code}" in words_on_screen(workspace_of(opened))


def test_one_undo_takes_back_what_was_said_in_case_and_meeting(opened: MainWindow) -> None:
    document = document_of(opened)
    tab_to("Hoe staat het: rooster voor bellen")
    choose("Gereed")
    assert actie_of(document.case_of(TOEN.id)).status is ActionStatus.GEREED
    document.undo_stack.undo()
    assert document.case_of(TOEN.id) == TOEN
    assert series_of(opened).meetings[1].progress == ()
    assert "Van de eerdere actie is nog niet gezegd" in words_on_screen(page(opened))


def test_a_new_meeting_proposes_who_comes_next(opened: MainWindow) -> None:
    press(Key.Key_2, CTRL)
    tab_to("Bijeenkomst toevoegen…")
    press(Key.Key_Return)
    assert name_of(focused()) == "Wanneer"
    fill("6-7-2026")
    press(Key.Key_Return)
    wait_until(lambda: len(series_of(opened).meetings) == 3)
    assert series_of(opened).meetings[2].inbrenger_id == POLITIE.id
    assert series_of(opened).meetings[2].present_ids == (POLITIE.id, SCHOOL.id)


def test_a_member_who_brings_in_a_case_stays(opened: MainWindow) -> None:
    press(Key.Key_3, CTRL)
    tab_to("Leden")
    press(Key.Key_Home)
    press(Key.Key_Delete)
    assert series_of(opened).members == (POLITIE, SCHOOL)
    assert "Dit lid bracht een casus in" in words_on_screen(opened)
