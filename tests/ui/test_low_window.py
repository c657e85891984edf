"""On a small laptop the events of a case are what is seen first, and nothing is in their way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.ui.case.step_bar import StepBar
from hgkm_desktop.ui.line.timeline_page import TimelinePage
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.parts.flow import Flow
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.benchmarks.cases import example, long_case
from tests.ui.keyboard import CTRL, press, wait_until
from tests.ui.open_window import show_new_file

Key = Qt.Key
LAPTOP = (1280, 650)
"""What a laptop of 1920 × 1080 at 150 % has left for a window."""


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> TimelinePage:
    return show_new_file(window, tmp_path / "a.hgkm", example()).timeline_page


@pytest.fixture
def text_as_it_was(qapp: QApplication) -> Iterator[None]:
    before = theme.current_theme()
    yield
    theme.apply(qapp, before, 100)


def resize(page: TimelinePage, wide: int, high: int) -> None:
    """Give the window a size, and its parts the time to follow."""
    sizes = [page.timeline.viewport().size()]
    page.window().resize(wide, high)
    wait_until(lambda: page.timeline.viewport().size() != sizes[0])
    wait_until(lambda: has_settled(page, sizes))


def has_settled(page: TimelinePage, sizes: list[QSize]) -> bool:
    sizes.append(page.timeline.viewport().size())
    return sizes[-1] == sizes[-2]


def begins_under_axis(page: TimelinePage) -> bool:
    """Whether the first lane stands right under the axis."""
    line, shown = page.timeline, page.timeline.shown()
    top = shown.lane_hits[0].y - line.verticalOffset()
    return bool(top == pytest.approx(shown.header_height, abs=1))


def first_lane_is_whole(page: TimelinePage) -> bool:
    """Whether it stands there with all of its rows in view."""
    line, lane = page.timeline, page.timeline.shown().lane_hits[0]
    bottom = lane.y + lane.h - line.verticalOffset()
    return begins_under_axis(page) and bottom <= line.viewport().height()


def rows_of(bar: QWidget) -> int:
    """In how many rows the widgets of a bar stand."""
    layout = bar.layout()
    assert isinstance(layout, Flow)
    items = [item for n in range(layout.count()) if (item := layout.itemAt(n))]
    return len({item.geometry().center().y() // 8 for item in items if not item.isEmpty()})


def test_in_a_low_window_a_case_begins_with_its_events(page: TimelinePage) -> None:
    resize(page, *LAPTOP)
    assert first_lane_is_whole(page)
    page.timeline.verticalScrollBar().setValue(0)
    assert page.timeline.verticalOffset() == 0
    assert not first_lane_is_whole(page)


def test_in_a_high_window_it_begins_with_its_bands(page: TimelinePage) -> None:
    resize(page, 1440, 900)
    assert page.timeline.verticalOffset() == 0


def test_the_place_follows_the_window_until_someone_scrolls(page: TimelinePage) -> None:
    resize(page, 1440, 900)
    resize(page, *LAPTOP)
    assert first_lane_is_whole(page)
    down = page.timeline.verticalScrollBar()
    down.setValue(down.value() + 30)
    there = down.value()
    resize(page, LAPTOP[0], LAPTOP[1] + 20)
    assert down.value() == there


def test_the_whole_case_begins_there_again(page: TimelinePage) -> None:
    resize(page, *LAPTOP)
    page.timeline.verticalScrollBar().setValue(0)
    press(Key.Key_T, CTRL)
    press(Key.Key_0)
    assert first_lane_is_whole(page)


def test_another_case_is_seen_from_its_own_beginning(page: TimelinePage) -> None:
    resize(page, *LAPTOP)
    down = page.timeline.verticalScrollBar()
    down.setValue(down.maximum())
    page.document.add_case(long_case(200))
    press(Key.Key_3, CTRL)
    assert down.maximum() > 0
    assert down.value() == 0


def test_phases_and_regie_that_are_changed_come_into_view(page: TimelinePage) -> None:
    resize(page, *LAPTOP)
    case = page.document.case
    assert case is not None
    page.document.edit("regie weghalen", replace(case, regie=()))
    assert page.timeline.verticalOffset() == 0
    press(Key.Key_T, CTRL)
    press(Key.Key_End)
    assert page.timeline.verticalOffset() > 0
    press(Key.Key_Z, CTRL)
    assert page.timeline.verticalOffset() == 0


def test_an_edit_of_an_event_leaves_the_place_as_it_is(page: TimelinePage) -> None:
    resize(page, *LAPTOP)
    press(Key.Key_T, CTRL)
    press(Key.Key_End)
    there = page.timeline.verticalOffset()
    assert there > 0
    event = page.selection.current()
    assert event is not None
    page.edits.make_t0(event.id)
    assert page.timeline.verticalOffset() == pytest.approx(there, abs=2)


def test_up_from_the_first_lane_shows_what_stands_above_it(page: TimelinePage) -> None:
    resize(page, *LAPTOP)
    press(Key.Key_T, CTRL)
    press(Key.Key_Home)
    assert page.timeline.verticalOffset() > 0
    press(Key.Key_Up)
    assert page.timeline.verticalOffset() == 0
    press(Key.Key_Down)
    assert page.timeline.visualRect(page.timeline.currentIndex()).isValid()


@pytest.mark.usefixtures("text_as_it_was")
def test_larger_text_begins_at_the_first_lane_too(page: TimelinePage) -> None:
    resize(page, *LAPTOP)
    before = page.timeline.shown().header_height
    press(Key.Key_Plus, CTRL)
    assert page.timeline.shown().header_height > before
    assert begins_under_axis(page)


def test_steps_and_tools_stand_in_one_row_each(page: TimelinePage, window: MainWindow) -> None:
    resize(page, *LAPTOP)
    steps = window.findChild(StepBar)
    assert steps is not None
    assert rows_of(steps) == 1
    assert rows_of(page.tools) == 1
    resize(page, LAPTOP[0] - 30, LAPTOP[1])  # not maximised, but as wide as goes
    assert rows_of(page.tools) == 1
    resize(page, 1000, LAPTOP[1])
    assert rows_of(steps) == 2
