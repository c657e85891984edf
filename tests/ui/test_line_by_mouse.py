"""The line by mouse: dragging, stretching, choosing, lanes, menus and what is drawn in bands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu

from hgkm_desktop.models.moving import with_end_at
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.ui.line.filter_bar import ChoiceMenu
from hgkm_desktop.ui.line.timeline_page import TimelinePage
from tests.builders import an_event
from tests.ui.keyboard import press
from tests.ui.test_line_by_keys import case_of, named, page, titles, wait_for_filter

__all__ = ["page"]  # the fixture

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def spot(page: TimelinePage, title: str) -> QPoint:
    """The middle of the shape of an event, scrolled into view as a user would."""
    index = page.model.index(page.model.row_of(named(page, title).id), 0)
    page.timeline.scrollTo(index)
    rect = page.timeline.visualRect(index)
    return QPoint(rect.left() + 9, rect.center().y())


def empty_place(page: TimelinePage) -> QPoint:
    """Under the axis and above the first row of the first lane."""
    line = page.timeline
    return QPoint(round(line.plot_left()) + 40, round(line.shown().header_height) + 3)


def drag(page: TimelinePage, start: QPoint, end: QPoint, *, let_go: bool = True) -> None:
    view = page.timeline.viewport()
    QTest.mousePress(view, LEFT, NONE, start)
    for part in range(1, 6):
        QTest.mouseMove(view, start + (end - start) * part / 5)
    if let_go:
        QTest.mouseRelease(view, LEFT, NONE, end)


def ask_menu(view: QAbstractItemView, place: QPoint) -> None:
    """A click with the right button, as the window system tells of it."""
    reason = QContextMenuEvent.Reason.Mouse
    asked = QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), asked)


def days_wide(page: TimelinePage, days: int) -> QPoint:
    return QPoint(round(days * page.timeline.sight.scale), 0)


def x_of(page: TimelinePage, day: date) -> float:
    """Where a day begins on the line."""
    sight = page.timeline.sight
    return page.timeline.plot_left() + (day.toordinal() - sight.first) * sight.scale


def test_an_exact_date_is_dragged_to_another_day(page: TimelinePage) -> None:
    page.timeline.show_days(738_500, 738_700)
    start = spot(page, "melding van buren")
    drag(page, start, start + days_wide(page, 20))
    moved = named(page, "melding van buren").start
    assert moved.is_exact
    assert moved.text() == "23 maart 2023"
    assert "23 maart 2023" in page.notice.text()
    assert page.document.undo_stack.undoText() == "gebeurtenis verplaatsen"
    page.document.undo_stack.undo()
    assert named(page, "melding van buren").start.text() == "3 maart 2023"


def test_a_month_stays_a_month_when_it_is_dragged(page: TimelinePage) -> None:
    page.timeline.show_days(738_500, 738_700)
    start = spot(page, "gesprek op school")
    drag(page, start, start + days_wide(page, 35))
    assert named(page, "gesprek op school").start.text() == "mei 2023"


def test_a_drag_that_ends_with_esc_moves_nothing(page: TimelinePage) -> None:
    before = case_of(page)
    start = spot(page, "melding van buren")
    drag(page, start, start + QPoint(80, 0), let_go=False)
    assert page.timeline.is_dragging()
    QTest.keyClick(page.timeline, Qt.Key.Key_Escape)
    QTest.mouseRelease(page.timeline.viewport(), LEFT, NONE, start + QPoint(80, 0))
    assert case_of(page) == before


def test_a_click_or_a_shaking_hand_moves_nothing(page: TimelinePage) -> None:
    before = case_of(page)
    start = spot(page, "melding van buren")
    drag(page, start, start + QPoint(3, 1))
    assert case_of(page) == before
    assert page.selection.current() == named(page, "melding van buren")


def test_ctrl_click_chooses_one_more_and_all_are_dragged(page: TimelinePage) -> None:
    page.timeline.show_days(738_500, 738_700)
    view = page.timeline.viewport()
    QTest.mouseClick(view, LEFT, NONE, spot(page, "melding van buren"))
    also = spot(page, "tweede melding")
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, also)
    assert len(page.selection.ids()) == 2
    drag(page, also, also + days_wide(page, 20))  # at this scale 10 days are but a shaking hand
    assert named(page, "melding van buren").start.text() == "23 maart 2023"
    assert named(page, "tweede melding").start.text() == "23 mei 2023"


def test_the_end_of_a_period_is_stretched(page: TimelinePage) -> None:
    page.edits.move("test", (_period(page),))
    page.timeline.show_days(738_500, 738_900)
    event = named(page, "tweede melding")
    assert event.end is not None
    start = QPoint(round(x_of(page, event.end.latest)), spot(page, "tweede melding").y())
    drag(page, start, start + days_wide(page, 30))
    after = named(page, "tweede melding")
    assert after.start == event.start
    assert after.end is not None
    assert after.end.latest > event.end.latest


@pytest.mark.parametrize(
    ("days", "after"),
    [(4, "circa 5 juni 2023"), (-4, "circa 28 mei 2023"), (0, "circa 1 juni 2023")],
)
def test_a_circa_end_goes_along_with_the_hand(page: TimelinePage, days: int, after: str) -> None:
    circa = an_event("circa 3-5-2023 - circa 1-6-2023", "tweede melding")
    event = replace(named(page, "tweede melding"), start=circa.start, end=circa.end)
    page.edits.move("test", (event,))
    page.timeline.show_days(738_600, 738_700)
    edge = QPoint(round(x_of(page, date(2023, 6, 9))), spot(page, "tweede melding").y())
    QTest.mousePress(page.timeline.viewport(), LEFT, NONE, edge)
    QTest.mouseMove(page.timeline.viewport(), edge + QPoint(40, 0))
    QTest.mouseMove(page.timeline.viewport(), edge + days_wide(page, days))
    QTest.mouseRelease(page.timeline.viewport(), LEFT, NONE, edge + days_wide(page, days))
    moved = named(page, "tweede melding")
    assert moved.end is not None
    assert moved.end.text() == after
    assert moved.start == event.start


def _period(page: TimelinePage) -> Event:
    event = named(page, "tweede melding")
    return with_end_at(event, event.start.latest.replace(month=7))


def test_a_click_on_a_lane_name_folds_it(page: TimelinePage) -> None:
    lane = page.timeline.shown().lane_hits[1]
    place = QPoint(20, round(lane.y + lane.h / 2))
    QTest.mouseClick(page.timeline.viewport(), LEFT, NONE, place)
    assert [one.name for one in page.timeline.lanes() if one.is_folded] == ["politie"]


def test_a_double_click_in_the_plot_begins_an_event_there(page: TimelinePage) -> None:
    view = page.timeline.viewport()
    QTest.mouseDClick(view, LEFT, NONE, empty_place(page))
    assert page.entry.line.text()
    assert page.entry.line.hasFocus()


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_only_the_left_button_opens_or_begins_an_event(
    page: TimelinePage, button: Qt.MouseButton
) -> None:
    view = page.timeline.viewport()
    for place in (spot(page, "gesprek op school"), empty_place(page)):
        QTest.mouseDClick(view, button, NONE, place)
    assert QApplication.activeModalWidget() is None
    assert page.entry.line.text() == ""
    is_right = button is Qt.MouseButton.RightButton
    current = page.selection.current()
    assert current is not None
    assert current.title == ("gesprek op school" if is_right else "melding van buren")


def test_the_menu_of_an_event_opens_where_it_is(page: TimelinePage) -> None:
    page.timeline.menu_requested.emit(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Splitsen" in [action.text() for action in menu.actions()]
    menu.close()


def test_kinds_are_chosen_from_a_menu_that_stays_open(page: TimelinePage) -> None:
    page.show_filter(True)
    button = next(b for b in page.filter_bar.findChildren(ChoiceMenu) if b.text() == "Soort")
    menu = button.menu()
    assert menu is not None
    menu.popup(QPoint(0, 0))
    kinds = list(EventKind)
    for _ in range(kinds.index(EventKind.MELDING) + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert titles(page) == ["melding van buren"]
    assert button.text() == "Melding"
    menu.close()


def test_what_is_held_is_let_go_when_the_case_changes(page: TimelinePage) -> None:
    """Else letting go would bring back an event that is gone, or put one in another case."""
    start = spot(page, "melding van buren")
    drag(page, start, start + QPoint(60, 0), let_go=False)
    page.edits.remove((named(page, "melding van buren").id,))
    QTest.mouseRelease(page.timeline.viewport(), LEFT, NONE, start + QPoint(60, 0))
    assert "melding van buren" not in titles(page)


def test_another_case_gets_nothing_of_a_drag(page: TimelinePage) -> None:
    start = spot(page, "melding van buren")
    drag(page, start, start + QPoint(60, 0), let_go=False)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseRelease(page.timeline.viewport(), LEFT, NONE, start + QPoint(60, 0))
    assert case_of(page).events == ()


def test_a_filter_that_hides_what_is_pressed_lets_it_go(page: TimelinePage) -> None:
    start, view = spot(page, "gesprek op school"), page.timeline.viewport()
    before = case_of(page)
    QTest.mousePress(view, LEFT, NONE, start)
    page.filter_bar.text.setText("rust")
    wait_for_filter(page)
    assert titles(page) == ["rust in huis"]
    QTest.mouseMove(view, start + QPoint(60, 0))
    QTest.mouseRelease(view, LEFT, NONE, start + QPoint(60, 0))
    assert case_of(page) == before


def test_a_menu_asked_during_a_drag_ends_it(page: TimelinePage) -> None:
    start = spot(page, "melding van buren")
    drag(page, start, start + QPoint(60, 0), let_go=False)
    QTest.mousePress(page.timeline.viewport(), Qt.MouseButton.RightButton, NONE, start)
    assert not page.timeline.is_dragging()


def test_a_short_period_is_moved_by_its_middle(page: TimelinePage) -> None:
    event = named(page, "tweede melding")
    page.edits.move("test", (with_end_at(event, event.start.latest.replace(day=15)),))
    start = QPoint(round(x_of(page, date(2023, 5, 9))), spot(page, "tweede melding").y())
    drag(page, start, start + days_wide(page, 60))
    moved = named(page, "tweede melding")
    assert moved.end is not None
    assert (moved.end.latest - moved.start.earliest).days == 12


def test_a_period_in_a_folded_lane_is_moved_and_not_stretched(page: TimelinePage) -> None:
    short = named(page, "tweede melding")
    page.edits.move("test", (with_end_at(short, short.start.latest.replace(day=15)),))
    page.seen.fold(page.timeline.lane_key_of(named(page, "tweede melding").id))
    before = named(page, "tweede melding")
    page.timeline.show_days(738_500, 738_700)
    page.choose(before.id)  # so that it is in view
    hit = next(h for h in page.timeline.shown().hits if h.event_id == before.id)
    start = QPoint(round(x_of(page, before.start.earliest)), round(hit.y + hit.h / 2))
    drag(page, start, start + days_wide(page, 60))
    after = named(page, "tweede melding")
    assert after.start != before.start
    assert after.end is not None
    assert before.end is not None
    assert after.end.latest > before.end.latest


def test_a_click_on_one_of_many_chooses_it_alone(page: TimelinePage) -> None:
    """Else Delete would take away all the others too."""
    page.timeline.setFocus()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.selection.ids()) == 4
    QTest.mouseClick(page.timeline.viewport(), LEFT, NONE, spot(page, "gesprek op school"))
    assert page.selection.ids() == (named(page, "gesprek op school").id,)


def test_a_right_click_on_one_of_many_makes_it_the_one_a_menu_is_for(page: TimelinePage) -> None:
    page.timeline.setFocus()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    view, place = page.timeline.viewport(), spot(page, "gesprek op school")
    QTest.mousePress(view, Qt.MouseButton.RightButton, NONE, place)
    assert page.selection.current() == named(page, "gesprek op school")
    assert len(page.selection.ids()) == 4


def test_a_click_on_the_years_opens_no_count_that_lies_under_them(page: TimelinePage) -> None:
    many = [an_event("3-3-2023", f"iets {number}") for number in range(200)]
    page.document.edit("test", case_of(page).put_all(many))
    line = page.timeline
    line.resize(line.width(), 160)
    chip = line.shown().chips[0]
    line.verticalScrollBar().setValue(round(chip.y) - 10)
    y = chip.y + chip.h / 2 - line.verticalOffset()
    assert 0 < y < line.shown().header_height
    window = line.time_window
    QTest.mouseClick(line.viewport(), LEFT, NONE, QPoint(round(chip.x) + 2, round(y)))
    assert line.time_window == window


def test_a_double_click_on_a_count_only_makes_room(page: TimelinePage) -> None:
    days = ("3-3-2023", "9-3-2023")
    many = [an_event(day, f"iets {number}") for day in days for number in range(100)]
    page.document.edit("test", case_of(page).put_all(many))
    line = page.timeline
    chip, window = line.shown().chips[0], line.time_window
    place = QPoint(round(chip.x) + 4, round(chip.y + chip.h / 2) - line.verticalOffset())
    QTest.mouseClick(line.viewport(), LEFT, NONE, place)
    QTest.mouseDClick(line.viewport(), LEFT, NONE, place)
    assert line.time_window != window
    assert QApplication.activeModalWidget() is None
    assert page.entry.line.text() == ""


def test_no_menu_of_another_event_opens_where_there_is_none(page: TimelinePage) -> None:
    """Else 'Weghalen' would take away what is chosen elsewhere."""
    others = [e.id for e in case_of(page).events if e.title != "gesprek op school"]
    page.edits.remove(others)
    view = page.timeline.viewport()
    ask_menu(page.table, QPoint(20, page.table.viewport().height() - 2))
    assert QApplication.activePopupWidget() is None
    ask_menu(page.timeline, QPoint(view.width() - 20, view.height() - 4))
    of_day = QApplication.activePopupWidget()
    assert isinstance(of_day, QMenu)
    assert [action.text().rpartition(" op ")[0] for action in of_day.actions()] == [
        "Welke middelen waren er"
    ]
    of_day.close()
    ask_menu(page.timeline, spot(page, "gesprek op school"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_the_table_has_the_menu_of_the_line(page: TimelinePage) -> None:
    ask_menu(page.table, page.table.visualRect(page.model.index(1, 3)).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Splitsen" in [action.text() for action in menu.actions()]
    menu.close()


def test_an_event_let_go_outside_the_line_stays_where_it_was(page: TimelinePage) -> None:
    before = case_of(page)
    drag(page, spot(page, "melding van buren"), QPoint(page.timeline.viewport().width() + 60, -80))
    assert case_of(page) == before


def test_a_count_that_no_zoom_opens_lists_its_events(page: TimelinePage) -> None:
    politie = named(page, "melding van buren").organisation_ids
    many = [an_event("5-5-2022", f"stap {n}", organisation_ids=politie) for n in range(12)]
    page.document.edit("test", case_of(page).put_all(many))
    page.timeline.show_all()
    chip = max(page.timeline.shown().chips, key=lambda one: len(one.event_ids))
    place = QPoint(round(chip.x + chip.w / 2), round(chip.y + chip.h / 2))
    place.setY(place.y() - page.timeline.verticalOffset())
    QTest.mouseClick(page.timeline.viewport(), LEFT, NONE, place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(a for a in menu.actions() if a.data() == chip.event_ids[1])
    action.trigger()
    menu.close()
    current = page.selection.current()
    assert current is not None
    assert current.id == chip.event_ids[1]
