"""The event that the next key is about is chosen, and its row of the table is in sight."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.ui.line.timeline_page import TimelinePage
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import CTRL, SHIFT, press, type_text, wait_until
from tests.ui.open_window import show_new_file

Key = Qt.Key


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> TimelinePage:
    """Twenty events, in a window that shows a few of their rows."""
    case = a_case_with(*(an_event(str(2000 + n), f"ruzie {n}") for n in range(20)))
    page = show_new_file(window, tmp_path / "a.hgkm", case).timeline_page
    press(Key.Key_T, CTRL)
    press(Key.Key_Home)
    return page


def chosen(page: TimelinePage) -> list[str]:
    return [event.title for event in page.selection.events()]


def is_in_sight(page: TimelinePage) -> bool:
    table = page.table
    row = table.visualRect(table.currentIndex())
    return row.isValid() and table.viewport().rect().contains(row)


def test_what_undoing_brings_back_is_chosen_and_in_sight(page: TimelinePage) -> None:
    press(Key.Key_End)
    press(Key.Key_Delete)
    press(Key.Key_Home)
    assert chosen(page) == ["ruzie 0"]
    press(Key.Key_Z, CTRL)
    assert chosen(page) == ["ruzie 19"]
    assert is_in_sight(page)


def test_of_many_that_come_back_all_are_chosen(page: TimelinePage) -> None:
    for _ in range(2):
        press(Key.Key_Right, SHIFT)
    gone = chosen(page)
    press(Key.Key_Delete)
    press(Key.Key_Z, CTRL)
    assert len(gone) == 3
    assert chosen(page) == gone


def test_what_goes_again_chooses_nothing_that_is_gone(page: TimelinePage) -> None:
    press(Key.Key_Delete)
    press(Key.Key_Z, CTRL)
    press(Key.Key_Y, CTRL)
    assert "ruzie 0" not in chosen(page)


def test_an_edit_elsewhere_chooses_nothing_else(page: TimelinePage) -> None:
    press(Key.Key_Down)
    before = chosen(page)
    assert page.document.case is not None
    page.document.edit("erbij", page.document.case.put(an_event("2031", "van een ander")))
    assert chosen(page) == before


def test_the_chosen_row_is_in_sight_when_a_filter_ends(page: TimelinePage) -> None:
    press(Key.Key_F, CTRL)
    type_text("ruzie 15")
    wait_until(lambda: page.model.rowCount() == 1)
    page.table.setFocus()
    press(Key.Key_Down)
    press(Key.Key_F, CTRL)
    press(Key.Key_Escape)
    assert page.model.rowCount() == 20
    assert chosen(page) == ["ruzie 15"]
    assert is_in_sight(page)


def test_what_is_judged_comes_in_sight(page: TimelinePage) -> None:
    press(Key.Key_End)
    page.table.scrollToTop()
    assert not is_in_sight(page), "a control"
    assert page.document.case is not None
    event = page.selection.events()[0]
    page.document.edit("anders", page.document.case.put(replace(event, title="ruzie weer")))
    assert is_in_sight(page)
