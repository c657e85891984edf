"""While a line is typed it is said that the same event is on the line already."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.ui.line.timeline_page import TimelinePage
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import fill, press
from tests.ui.open_window import show_new_file, words_on_screen


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> TimelinePage:
    case = a_case_with(an_event("2020", "verhuizing"), an_event("mrt 2021", "Ruzie op straat"))
    page = show_new_file(window, tmp_path / "a.hgkm", case).timeline_page
    page.entry.line.setFocus()
    return page


def test_the_same_title_and_date_are_told_with_their_number(page: TimelinePage) -> None:
    fill("mrt 2021 ruzie op straat")
    assert "staat er al: nummer 2" in words_on_screen(page.entry)
    press(Qt.Key.Key_Return)  # it may have happened twice
    assert page.model.total() == 3


@pytest.mark.parametrize(
    "line", ["apr 2021 ruzie op straat", "mrt 2021 ruzie", "mrt 2021 niet: ruzie op straat", "2020"]
)
def test_what_differs_is_not_called_the_same(page: TimelinePage, line: str) -> None:
    fill(line)
    assert "staat er al" not in words_on_screen(page.entry)
