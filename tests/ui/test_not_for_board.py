"""Step 7 says which chosen belevingen will not be on the notitie, and lets them through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Summary
from hgkm_desktop.models.terms import Audience, Mark
from hgkm_desktop.reports.let_through.shown import kept_from_board
from hgkm_desktop.ui.case.not_for_board import RELEASE, NotForBoard
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.ui.keyboard import CTRL, focused, press, tab_to
from tests.ui.open_window import document_of, show_new_file, words_on_screen

Key = Qt.Key


def a_case() -> Case:
    """Three chosen belevingen: for bestuur, for the table, and one of an event for the table."""
    politie = an_organisation("politie")
    agent, chef = a_deelnemer(politie), a_deelnemer(politie)
    told = an_event("2021", "melding", audience=Audience.BESTUUR)
    kept = an_event("2022", "ruzie")
    lived = [
        a_beleving(told, agent, Mark.GOED, audience=Audience.BESTUUR),
        a_beleving(told, chef, Mark.RISICO, audience=Audience.TAFEL),
        a_beleving(kept, agent, Mark.NIET_OKE, audience=Audience.BESTUUR),
    ]
    summary = Summary(beleving_ids=tuple(one.id for one in lived))
    return a_case_with(politie, agent, chef, told, kept, *lived, summary=summary)


@pytest.fixture
def file(window: MainWindow, tmp_path: Path) -> MainWindow:
    show_new_file(window, tmp_path / "a.hgkm")
    document_of(window).add_case(a_case())
    press(Key.Key_7, CTRL)
    return window


def part_of(window: MainWindow) -> NotForBoard:
    (found,) = window.findChildren(NotForBoard)
    return found


def the_case(window: MainWindow) -> Case:
    case = document_of(window).case
    assert case is not None
    return case


def test_it_says_what_falls_away_and_why(file: MainWindow) -> None:
    words = words_on_screen(part_of(file))
    assert "1 gekozen beleving is niet voor bestuur." in words
    assert "Bij 1 gekozen beleving is de gebeurtenis niet voor bestuur" in words


def test_one_press_lets_the_chosen_ones_through_and_one_undo_takes_that_back(
    file: MainWindow,
) -> None:
    tab_to(RELEASE)
    press(Key.Key_Return)
    kept = kept_from_board(the_case(file))
    assert [beleving.mark for beleving in kept] == [Mark.NIET_OKE]  # its event decides
    assert RELEASE not in words_on_screen(part_of(file))
    assert isinstance(focused(), QCheckBox)
    press(Key.Key_Z, CTRL)
    assert len(kept_from_board(the_case(file))) == 2


def test_it_follows_what_is_chosen_and_is_not_there_without_reason(file: MainWindow) -> None:
    case = the_case(file)
    document_of(file).edit("kiezen", replace(case, summary=Summary()))
    assert not part_of(file).isVisible()
    document_of(file).edit("kiezen", case)
    assert part_of(file).isVisible()
