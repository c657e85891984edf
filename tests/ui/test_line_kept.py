"""What is typed, chosen and asked on the page of the line is kept, and what it says is true."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.timeline.choices import LaneBy
from hgkm_desktop.ui.line.filter_bar import ChoiceMenu
from hgkm_desktop.ui.line.timeline_page import TimelinePage
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import (
    CTRL,
    NONE,
    SHIFT,
    fill,
    focused,
    name_of,
    press,
    tab_to,
    text_of,
    type_text,
)
from tests.ui.open_window import show_read_only
from tests.ui.test_line_by_keys import ALT, case_of, named, page, the_case, titles, wait_for_filter
from tests.ui.test_line_by_mouse import empty_place

__all__ = ["page"]  # the fixture

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def window_of(page: TimelinePage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def lane_names(page: TimelinePage) -> list[str]:
    return [lane.name for lane in page.timeline.lanes()]


def lane_key(page: TimelinePage, name: str) -> str:
    return next(lane.key for lane in page.timeline.lanes() if lane.name == name)


def opened_lane_menu(page: TimelinePage, name: str) -> QMenu:
    page.timeline.lane_menu_requested.emit(lane_key(page, name), QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


# --- what is typed -----------------------------------------------------------------------


def test_a_double_click_keeps_a_half_typed_line(page: TimelinePage) -> None:
    press(Key.Key_L, CTRL)
    type_text("melding: iets")
    view = page.timeline.viewport()
    QTest.mouseDClick(view, LEFT, NONE, empty_place(page))
    assert page.entry.line.text().endswith(" melding: iets")
    assert page.entry.line.text()[0].isdigit()


def test_a_second_double_click_changes_only_the_date(page: TimelinePage) -> None:
    view = page.timeline.viewport()
    QTest.mouseDClick(view, LEFT, NONE, empty_place(page))
    type_text("melding: iets")
    first = page.entry.line.text()
    QTest.mouseDClick(view, LEFT, NONE, empty_place(page) + QPoint(200, 0))
    second = page.entry.line.text()
    assert second != first
    assert second.split(" ", 1)[1] == first.split(" ", 1)[1] == "melding: iets"


def test_a_file_that_is_only_read_gets_nothing_typed_and_closes_at_once(
    window: MainWindow, tmp_path: Path
) -> None:
    workspace = show_read_only(window, tmp_path / "b.hgkm", the_case())
    page = workspace.timeline_page
    QTest.mouseDClick(page.timeline.viewport(), LEFT, NONE, empty_place(page))
    press(Key.Key_T, CTRL)
    press(Key.Key_Home)
    press(Key.Key_Tab)
    press(Key.Key_Return)  # in the table
    lanes = {a.text(): a.isEnabled() for a in workspace.timeline_menus.lanes if a}
    assert lanes["Baan in- of uitklappen"]
    assert not lanes["Baan omhoog"]
    assert window.close_file()


# --- what is chosen ----------------------------------------------------------------------


def test_what_a_filter_hides_is_chosen_again_when_it_is_shown(page: TimelinePage) -> None:
    press(Key.Key_Right)
    chosen = page.selection.current()
    press(Key.Key_F, CTRL)
    type_text("rust")
    wait_for_filter(page)
    press(Key.Key_Escape)
    assert page.selection.current() == chosen


def test_moving_many_keeps_them_chosen_and_the_same_one_current(page: TimelinePage) -> None:
    press(Key.Key_Right)
    press(Key.Key_Right, SHIFT)
    ids, current = page.selection.ids(), page.timeline.current_id()
    press(Key.Key_Right, ALT)
    assert named(page, "gesprek op school").start.text() == "mei 2023"
    assert (page.selection.ids(), page.timeline.current_id()) == (ids, current)


def test_a_day_and_a_month_move_together_by_a_month(page: TimelinePage) -> None:
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Right, ALT)
    assert named(page, "gesprek op school").start.text() == "mei 2023"
    assert named(page, "melding van buren").start.text() == "2 april 2023"


def test_the_ends_of_many_move_together(page: TimelinePage) -> None:
    press(Key.Key_Right)
    press(Key.Key_Right, SHIFT)
    ids = page.selection.ids()
    press(Key.Key_Right, ALT | SHIFT)
    assert all(case_of(page).event(i).end is not None for i in ids)
    assert page.selection.ids() == ids


def test_what_still_goes_on_has_no_end_to_move(page: TimelinePage) -> None:
    ongoing = replace(named(page, "melding van buren"), ongoing=True)
    page.document.edit("test", case_of(page).put(ongoing))
    press(Key.Key_Right, ALT | SHIFT)
    assert named(page, "melding van buren") == ongoing
    assert "geen einde" in page.notice.text()


@pytest.mark.parametrize("choose", [(Key.Key_Right, SHIFT), (Key.Key_A, CTRL)])
def test_nothing_in_a_hidden_lane_is_chosen_unseen(
    page: TimelinePage, choose: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    press(Key.Key_Right)
    page.seen.hide(lane_key(page, "politie"))
    press(*choose)
    chosen = {case_of(page).event(i).title for i in page.selection.ids()}
    assert chosen == {"gesprek op school", "rust in huis"}


def test_choosing_many_is_told_once_or_twice(page: TimelinePage) -> None:
    told: list[int] = []
    page.selection.changed.connect(lambda: told.append(1))
    page.selection.choose(tuple(e.id for e in case_of(page).events))
    assert len(page.selection.ids()) == 4
    assert len(told) <= 2


def test_the_current_row_of_the_table_stays_in_view_when_it_is_sorted(page: TimelinePage) -> None:
    many = [an_event(f"3-3-20{n % 20 + 1:02d}", f"iets {n * 79 % 100}") for n in range(100)]
    page.document.edit("test", case_of(page).put_all(many))
    page.table.setCurrentIndex(page.model.index(3, 3))
    event = page.selection.current()
    page.table.sort_here()
    assert page.selection.current() == event
    row = page.table.visualRect(page.table.currentIndex())
    assert page.table.viewport().rect().contains(row.center())


def test_a_row_can_be_read_out_while_it_goes(page: TimelinePage) -> None:
    """As a screen reader does, which asks for each row that becomes the current one."""
    heard: list[str] = []

    def hear(current: QModelIndex) -> None:
        row = current.siblingAtColumn(0)
        heard.append(str(page.model.data(row, Qt.ItemDataRole.AccessibleTextRole)))

    page.table.selectionModel().currentChanged.connect(hear)
    press(Key.Key_Right)
    for _ in range(2):
        press(Key.Key_Right, SHIFT)
    page.edits.remove(page.selection.ids())
    assert len(titles(page)) == 1
    assert heard[-1].startswith("1. melding van buren")


# --- what the filter says -----------------------------------------------------------------


def test_an_event_that_leaves_the_filter_is_said_to(page: TimelinePage) -> None:
    press(Key.Key_F, CTRL)
    tab_to("Periode")
    type_text("2023")
    wait_for_filter(page)
    event = named(page, "tweede melding")
    page.move_events("test", (replace(event, start=named(page, "rust in huis").start),))
    assert "tweede melding" not in titles(page)
    assert "filter" in page.notice.text()


def test_a_title_edited_in_the_table_can_leave_the_filter(page: TimelinePage) -> None:
    press(Key.Key_F, CTRL)
    type_text("meld")
    wait_for_filter(page)
    page.table.setFocus()
    page.choose(named(page, "melding van buren").id)
    press(Key.Key_Return)
    fill("heel anders")
    press(Key.Key_Return)
    assert titles(page) == ["tweede melding"]
    assert "filter" in page.notice.text()
    press(Key.Key_Z, CTRL)
    assert titles(page) == ["melding van buren", "tweede melding"]


def test_a_period_that_cannot_be_read_leaves_the_other_choices_working(page: TimelinePage) -> None:
    press(Key.Key_F, CTRL)
    type_text("meld")
    tab_to("Periode")
    type_text("ooit of zo 99")
    wait_for_filter(page)
    assert titles(page) == ["melding van buren", "tweede melding"]


def test_a_choice_of_the_filter_is_named_as_it_is_written(page: TimelinePage) -> None:
    case = case_of(page)
    named_so = replace(case.organisations[0], name="politie & partners")
    page.document.edit("test", case.put(named_so))
    button = next(b for b in page.filter_bar.findChildren(ChoiceMenu) if b.text() == "Organisatie")
    button.menu().actions()[0].trigger()
    assert button.accessibleName() == "Organisatie: politie & partners"
    assert button.text().replace("&&", "&") == "politie & partners"


def test_what_has_nothing_to_choose_from_cannot_be_opened(page: TimelinePage) -> None:
    enabled = {b.text(): b.isEnabled() for b in page.filter_bar.findChildren(ChoiceMenu)}
    assert enabled == {"Soort": True, "Organisatie": True, "Betrokkene": False, "Beleving": True}


def test_a_lane_that_was_hidden_in_one_case_is_there_in_the_next(page: TimelinePage) -> None:
    page.seen.set_lane_by(LaneBy.SOORT)
    page.seen.hide(f"soort:{EventKind.MELDING.value}")
    event = an_event("3-3-2022", "nieuwe", kind=EventKind.MELDING)
    page.document.add_case(a_case_with(event))
    press(Key.Key_T, CTRL)
    assert [hit.event_id for hit in page.timeline.shown().hits] == [event.id]
    assert page.tools.count() == "1 gebeurtenis"


# --- lanes and knowing ----------------------------------------------------------------------


def test_a_hidden_lane_keeps_its_place_when_another_is_moved(page: TimelinePage) -> None:
    press(Key.Key_I, CTRL)  # the lane of the first event, politie
    page.seen.hide(lane_key(page, "Gezin"))
    page.move_lane(lane_key(page, "school"), -1)
    page.seen.show_all_lanes()
    assert lane_names(page) == ["Gezin", "school", "politie"]
    page.seen.hide(lane_key(page, "school"))
    page.move_lane(lane_key(page, "politie"), -1)
    page.seen.show_all_lanes()
    assert lane_names(page) == ["politie", "Gezin", "school"]


def test_a_second_menu_of_a_lane_is_for_that_lane(page: TimelinePage) -> None:
    menus = [opened_lane_menu(page, "politie")]
    menus[0].close()
    menus.append(opened_lane_menu(page, "school"))
    QApplication.sendPostedEvents()
    menus[1].actions()[0].trigger()
    menus[1].close()
    assert [lane.name for lane in page.timeline.lanes() if lane.is_folded] == ["school"]


def test_one_wrong_letter_in_the_day_is_said(page: TimelinePage) -> None:
    press(Key.Key_K, CTRL)
    tab_to("Op welk moment")
    assert "bekend" in page.knowledge._words.text()
    type_text("x")
    assert page.knowledge._words.text()
    assert "bekend" not in page.knowledge._words.text()


def test_without_organisations_there_is_nothing_to_ask_and_that_is_said(
    page: TimelinePage,
) -> None:
    press(Key.Key_N, CTRL)
    press(Key.Key_T, CTRL)
    press(Key.Key_K, CTRL)
    assert "geen organisatie" in page.knowledge._words.text()


def test_who_is_asked_about_is_who_stands_there_also_when_one_is_gone(page: TimelinePage) -> None:
    press(Key.Key_End)
    press(Key.Key_K, CTRL)
    press(Key.Key_Down)  # from politie to school
    case = case_of(page)
    politie, school = case.organisations
    for deelnemer in case.deelnemers:
        case = case.drop_deelnemer(deelnemer.id)
    page.document.edit("test", case.drop_organisation(school.id))
    assert page.knowledge._organisation.currentText() == "Politie"
    assert page.seen.knowing is not None
    assert page.seen.knowing.organisation_id == politie.id


# --- focus ----------------------------------------------------------------------------------


def test_undo_keeps_the_focus_on_the_button_of_the_panel(page: TimelinePage) -> None:
    press(Key.Key_1)
    tab_to("+ ging goed")
    press(Key.Key_Space)
    assert len(case_of(page).belevingen) == 3
    press(Key.Key_Z, CTRL)
    assert len(case_of(page).belevingen) == 2
    assert name_of(focused()) == "+ ging goed"


def test_undo_from_the_menu_while_a_cell_is_edited_gives_the_table_the_focus(
    page: TimelinePage,
) -> None:
    press(Key.Key_Right, ALT)
    page.table.setFocus()
    press(Key.Key_Return)
    window_of(page).menus._undo.trigger()
    QApplication.sendPostedEvents()
    assert QApplication.focusWidget() is page.table


def test_the_presentation_goes_with_the_file(page: TimelinePage) -> None:
    window = window_of(page)
    press(Key.Key_F5)
    assert len([w for w in QApplication.topLevelWidgets() if w.isVisible()]) == 2
    window.close_file()
    QTest.qWait(20)
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [window]


def test_the_button_that_opens_the_filter_leads_to_its_first_field(page: TimelinePage) -> None:
    button = next(b for b in page.tools.findChildren(QPushButton) if b.text() == "Zoeken")
    button.click()
    assert name_of(focused()) == "Zoek in de gebeurtenissen"


@pytest.mark.parametrize("hide", [(Key.Key_T, "Gebeurtenissen"), (Key.Key_B, "+ ging goed")])
def test_what_is_hidden_gives_the_focus_to_the_line(
    page: TimelinePage, hide: tuple[Qt.Key, str]
) -> None:
    press(Key.Key_1)
    tab_to(hide[1])
    press(hide[0], CTRL | SHIFT)
    assert name_of(focused()) == "Tijdlijn"


@pytest.mark.parametrize("where", ["Invoerregel", "Zoek in de gebeurtenissen", "Op welk moment"])
def test_keys_of_the_line_are_keys_of_a_field_while_one_types(
    page: TimelinePage, where: str
) -> None:
    before, chosen = case_of(page), page.selection.ids()
    key = {"Invoerregel": Key.Key_L, "Zoek in de gebeurtenissen": Key.Key_F}.get(where, Key.Key_K)
    press(key, CTRL)
    tab_to(where)
    fill("gnr1 abc")
    press(Key.Key_Left, ALT)
    press(Key.Key_Left, CTRL | SHIFT)
    press(Key.Key_A, CTRL)
    press(Key.Key_C, CTRL)
    press(Key.Key_End)
    press(Key.Key_V, CTRL)
    press(Key.Key_Home)
    press(Key.Key_Delete)
    assert text_of(focused()) == "nr1 abcgnr1 abc"
    press(Key.Key_Z, CTRL)
    assert text_of(focused()) == "gnr1 abcgnr1 abc"
    fill("")
    assert (case_of(page), page.selection.ids()) == (before, chosen)


def test_no_two_actions_of_the_window_have_the_same_key(page: TimelinePage) -> None:
    window = window_of(page)
    shown = [a for menu in window.menuBar().findChildren(QMenu) for a in menu.actions()]
    keys = [key.toString() for action in dict.fromkeys(shown) for key in action.shortcuts()]
    assert len(keys) > 30
    assert len(keys) == len(set(keys))
