"""Actions over everything, by keyboard; and a leertafel that opens with those of before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.follow_up import GONE
from hgkm_desktop.models.acties import Progress, Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.terms import ActionStatus, CaseState, Level
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.papers.action_papers import ActionPapers
from hgkm_desktop.ui.practice.actions_held import actions_at, begin, holder_of
from hgkm_desktop.ui.practice.follow_up_window import LISTED, FollowUpWindow
from hgkm_desktop.ui.practice.progress_round import OpeningPage
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.casefile.files import open_file
from tests.ui.keyboard import choose, fill, press, tab_to, wait_until
from tests.ui.open_window import (
    case_of,
    choose_in_menu,
    document_of,
    show_new_file,
    words_on_screen,
    workspace_of,
)

Key = Qt.Key
LATE = Verbeteractie(
    "c" * 32,
    1.0,
    "rooster voor bellen",
    level=Level.BESTUURLIJK,
    owner="politie",
    keeper="school",
    due=date(2026, 3, 2),
)
LATER = Verbeteractie("d" * 32, 1.0, "geld voor opvang", owner="wethouder")
CASE = a_case_with(an_event(), code="T2-2T").put(LATE)
OTHER = a_case_with(an_event(), code="N3-3N")
BEFORE = Leertafel("e" * 32, "B4-4B", held_on=date(2026, 3, 3), begun=True, acties=(LATER,))
NOW = Leertafel("f" * 32, "L5-5L", held_on=date(2026, 5, 4))


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    """Two cases, of which the other one is on screen, and two leertafels."""
    show_new_file(window, tmp_path / "a.hgkm", CASE, OTHER)
    document = document_of(window)
    for table in (BEFORE, NOW):
        document.edit("leertafel", table)
    document.show_case(OTHER.id)
    return window


@pytest.fixture
def follow(opened: MainWindow) -> FollowUpWindow:
    choose_in_menu(opened, "Verbeteracties volgen…")
    (found,) = opened.findChildren(FollowUpWindow)
    return found


def listed(follow: FollowUpWindow) -> list[str]:
    (found,) = follow.findChildren(QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def actie_in(document: Document, holder_id: str) -> Verbeteractie:
    return holder_of(document, holder_id).acties[0]


def to_list() -> None:
    tab_to(LISTED)
    press(Key.Key_Home)


def test_what_is_late_stands_first_and_says_so(follow: FollowUpWindow) -> None:
    first, second = listed(follow)
    assert first.startswith("rooster voor bellen\n! Te laat · open · voor 2 maart 2026")
    assert first.endswith("\nCasus T2-2T · een casus")
    assert "Leertafel B4-4B" in second
    assert "2 acties: 1 te laat en 1 open." in words_on_screen(follow)
    tab_to("Alleen te laat")
    press(Key.Key_Space)
    assert listed(follow) == [first]


def test_it_is_noted_where_the_action_stands_and_one_undo_takes_it_back(
    follow: FollowUpWindow, opened: MainWindow
) -> None:
    document = document_of(opened)
    to_list()
    tab_to("Stand noteren…")
    press(Key.Key_Return)
    choose("Gereed")
    tab_to("Wat is er gebeurd")
    fill("het hangt er")
    tab_to("Bewaren")
    press(Key.Key_Return)
    wait_until(lambda: actie_in(document, CASE.id).status is ActionStatus.GEREED)
    log = (Progress(date.today(), ActionStatus.GEREED, "het hangt er"),)
    assert actie_in(document, CASE.id).log == log
    assert case_of(opened).id == OTHER.id  # nobody asked for another one
    assert "2 acties: 1 open en 1 gereed." in words_on_screen(follow)
    document.undo_stack.undo()
    assert document.case_of(CASE.id) == CASE
    assert "1 te laat" in words_on_screen(follow)


def test_letting_go_asks_why_and_it_can_be_opened_again(
    follow: FollowUpWindow, opened: MainWindow
) -> None:
    document = document_of(opened)
    to_list()
    tab_to("Laten vallen…")
    press(Key.Key_Return)
    tab_to("Bewaren")
    press(Key.Key_Return)
    assert "Vul in waarom de actie vervalt." in words_on_screen()
    tab_to("Waarom vervalt de actie")
    fill("er is geen geld")
    tab_to("Bewaren")
    press(Key.Key_Return)
    wait_until(lambda: actie_in(document, CASE.id).status is ActionStatus.VERVALLEN)
    follow.edits.reopen()
    assert actie_in(document, CASE.id).status is ActionStatus.OPEN


def test_from_an_action_to_where_it_stands(follow: FollowUpWindow, opened: MainWindow) -> None:
    to_list()
    tab_to("Ga ernaartoe")
    press(Key.Key_Return)
    assert case_of(opened).id == CASE.id
    follow.present()
    to_list()
    press(Key.Key_Down)
    tab_to("Ga ernaartoe")
    press(Key.Key_Return)
    shown = workspace_of(opened).work_on_screen
    assert shown is not None
    assert shown.id == BEFORE.id


def test_an_action_that_went_meanwhile_is_left_alone(
    follow: FollowUpWindow, opened: MainWindow
) -> None:
    document = document_of(opened)
    to_list()
    follow.edits.ask_drop()
    document.edit_together("actie weghalen", replace(CASE, acties=()))
    fill("er is geen geld")
    tab_to("Bewaren")
    press(Key.Key_Return)
    wait_until(lambda: GONE in words_on_screen(follow))
    assert document.case_of(CASE.id).acties == ()
    assert len(listed(follow)) == 1


def test_a_locked_file_leaves_nothing_in_the_window(
    follow: FollowUpWindow, opened: MainWindow
) -> None:
    document_of(opened).locks.emit()
    assert listed(follow) == []
    assert "politie" not in words_on_screen(follow)


def test_three_hundred_actions_in_fifty_cases_are_listed(opened: MainWindow) -> None:
    document = document_of(opened)
    cases: list[Case] = []
    for number in range(50):
        acties = tuple(
            replace(LATE, id=f"{number:016x}{seq:016x}", seq=float(seq)) for seq in range(6)
        )
        code = f"Z{number % 8 + 2}-{number // 8 + 2}Z"
        cases.append(replace(a_case_with(code=code), acties=acties))
    document.edit_together("casussen", *cases)
    choose_in_menu(opened, "Verbeteracties volgen…")
    (found,) = opened.findChildren(FollowUpWindow)
    assert len(listed(found)) == 302
    assert "302 acties: 301 te laat en 1 open." in words_on_screen(found)


def test_the_list_of_actions_is_made_of_what_is_listed(
    follow: FollowUpWindow, documents: Path
) -> None:
    tab_to("Afdrukken of bewaren…")
    press(Key.Key_Return)
    (papers,) = follow.findChildren(ActionPapers)
    wait_until(lambda: papers.draft is not None)
    draft = papers.draft
    assert draft is not None
    assert draft.content.state is CaseState.IN_BEWERKING
    assert papers.file_name(draft).startswith("verbeteracties-20")
    papers.keep_in(str(documents / "lijst"))
    assert (documents / "lijst.pdf").read_bytes() == draft.pdf
    assert "De lijst van verbeteracties is bewaard in" in words_on_screen(papers)
    papers.tables.keep(".csv", str(documents / "lijst"))
    assert "als tabel bewaard in" in words_on_screen(papers)
    assert (documents / "lijst.csv").stat().st_size
    papers.leave()


# --- the round with which a leertafel opens ---------------------------------------------------


def opening(window: MainWindow) -> OpeningPage:
    return next(p for p in window.findChildren(OpeningPage) if p.isVisible())


def show_round(window: MainWindow) -> OpeningPage:
    workspace = workspace_of(window)
    workspace._works.show(NOW.id)
    workspace._works.show_page(4)
    return opening(window)


def begin_button(page: OpeningPage) -> QPushButton:
    return page._begin


def table_of(document: Document) -> Leertafel:
    found = next(work for work in document.works() if work.id == NOW.id)
    assert isinstance(found, Leertafel)
    return found


def test_the_cases_begin_only_after_the_round(opened: MainWindow) -> None:
    document, page = document_of(opened), show_round(opened)
    assert "Van de 2 eerdere acties is nog niet gezegd" in words_on_screen(page)
    assert not begin_button(page).isEnabled()
    page.begin()
    assert not table_of(document).begun
    with pytest.raises(BadInput, match="Vraag dat eerst"):
        begin(document, NOW)
    tab_to("Hoe staat het: rooster voor bellen")
    choose("Bezig")
    assert "Van 1 van de 2 eerdere acties" in words_on_screen(page)
    press(Key.Key_Down)
    said = Progress(NOW.held_on or date.max, ActionStatus.GEREED, "", NOW.code)
    assert actie_in(document, CASE.id).log == (said,)
    document.undo_stack.undo()
    assert actie_in(document, CASE.id).log == (replace(said, status=ActionStatus.BEZIG),)
    assert [p.status for p in table_of(document).progress] == [ActionStatus.BEZIG]
    tab_to("Houden… geld voor opvang")
    press(Key.Key_Return)
    fill("1-9-2026")
    tab_to("Bewaren")
    press(Key.Key_Return)
    wait_until(begin_button(page).isEnabled)
    assert actie_in(document, BEFORE.id).due == date(2026, 9, 1)
    tab_to("De casussen beginnen")
    press(Key.Key_Return)
    assert table_of(document).begun
    assert "De leertafel is begonnen." in words_on_screen(page)


def test_an_action_is_not_dropped_in_the_round_without_a_reason(opened: MainWindow) -> None:
    document, page = document_of(opened), show_round(opened)
    tab_to("Hoe staat het: rooster voor bellen")
    choose("Vervallen")
    assert "Vul in waarom de actie vervalt." in words_on_screen(page)
    assert actie_in(document, CASE.id) == LATE
    tab_to("Wat is er gebeurd: rooster voor bellen")
    fill("er is geen geld")
    press(Key.Key_Tab)
    wait_until(lambda: actie_in(document, CASE.id).status is ActionStatus.VERVALLEN)
    assert "Vul in waarom" not in words_on_screen(page)


def test_a_case_that_is_gone_asks_nothing(opened: MainWindow) -> None:
    document = document_of(opened)
    show_round(opened)
    document.edit_together("actie weghalen", replace(CASE, acties=()))
    assert [a.actie.id for a in actions_at(document, NOW)] == [LATER.id]
    assert "rooster voor bellen" not in words_on_screen(opening(opened))


def test_in_a_file_that_is_only_read_nothing_is_asked(opened: MainWindow, tmp_path: Path) -> None:
    opened.close_file()
    opened.show_file(open_file(tmp_path / "a.hgkm", read_only=True))
    page = show_round(opened)
    assert not begin_button(page).isEnabled()
    for button in page.findChildren(QPushButton):
        assert not button.isEnabled()
    choose_in_menu(opened, "Verbeteracties volgen…")
    (found,) = opened.findChildren(FollowUpWindow)
    assert len(listed(found)) == 2
    assert not any(button.isEnabled() for button in found.edits.buttons)
