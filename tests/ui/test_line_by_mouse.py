"""The line by mouse: dragging, stretching, choosing, lanes, menus and what is drawn in bands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from hgkm_desktop.models.moving import with_end_at
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.ui.filter_bar import ChoiceMenu
from hgkm_desktop.ui.timeline_page import TimelinePage
from tests.ui.test_line_by_keys import case_of, named, page, titles

__all__ = ["page"]  # the fixture

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def spot(page: TimelinePage, title: str) -> QPoint:
    """The middle of the shape of an event."""
    row = page.model.row_of(named(page, title).id)
    rect = page.timeline.visualRect(page.model.index(row, 0))
    return QPoint(rect.left() + 9, rect.center().y())


def drag(page: TimelinePage, start: QPoint, end: QPoint, *, let_go: bool = True) -> None:
    view = page.timeline.viewport()
    QTest.mousePress(view, LEFT, NONE, start)
    for part in range(1, 6):
        QTest.mouseMove(view, start + (end - start) * part / 5)
    if let_go:
        QTest.mouseRelease(view, LEFT, NONE, end)


def days_wide(page: TimelinePage, days: int) -> QPoint:
    return QPoint(round(days * page.timeline.sight.scale), 0)


def test_an_exact_date_is_dragged_to_another_day(page: TimelinePage) -> None:
    page.timeline.show_days(738_500, 738_700)
    start = spot(page, "melding van buren")
    drag(page, start, start + days_wide(page, 20))
    moved = named(page, "melding van buren").start
    assert moved.is_exact
    assert moved.text() == "23 maart 2023"
    assert "23 maart 2023" in page.tools.problem()
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
    drag(page, also, also + days_wide(page, 10))
    assert named(page, "melding van buren").start.text() == "13 maart 2023"
    assert named(page, "tweede melding").start.text() == "13 mei 2023"


def test_the_end_of_a_period_is_stretched(page: TimelinePage) -> None:
    page.edits.move("test", (_period(page),))
    page.timeline.show_days(738_500, 738_900)
    line = page.timeline
    event = named(page, "tweede melding")
    assert event.end is not None
    x = line.plot_left() + (event.end.latest.toordinal() + 1 - line.sight.first) * line.sight.scale
    start = QPoint(round(x) - 2, spot(page, "tweede melding").y())
    drag(page, start, start + days_wide(page, 30))
    after = named(page, "tweede melding")
    assert after.start == event.start
    assert after.end is not None
    assert after.end.latest > event.end.latest


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
    place = QPoint(round(page.timeline.plot_left()) + 40, view.height() - 6)
    QTest.mouseDClick(view, LEFT, NONE, place)
    assert page.entry.line.text()
    assert page.entry.line.hasFocus()


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
