"""Cases beside each other: a lane for each, counted from T0, and the way back to each of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.timeline.display import Text
from hgkm_desktop.ui.line.timeline_view import TimelineView
from hgkm_desktop.ui.study.beside_window import BesideWindow
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import choose, focused, press, tab_to, wait_until
from tests.ui.open_window import (
    case_of,
    choose_in_menu,
    document_of,
    show_new_file,
    words_on_screen,
)

Key = Qt.Key


def a_case(code: str, year: int) -> Case:
    events = (
        an_event(f"mrt {year}", f"begin {code}"),
        an_event(f"jun {year + 1}", f"melding {code}", kind=EventKind.MELDING),
    )
    case = a_case_with(*events, code=code, title=f"titel {code}")
    return replace(case, t0_event_id=case.events[0].id)


ONE, OTHER = a_case("B2-2B", 2018), a_case("C2-2C", 2023)
WITHOUT = replace(a_case("D2-2D", 2020), t0_event_id="")


@pytest.fixture
def shown(window: MainWindow, tmp_path: Path) -> BesideWindow:
    show_new_file(window, tmp_path / "a.hgkm", ONE, OTHER, WITHOUT)
    choose_in_menu(window, "Casussen naast elkaar…")
    wait_until(lambda: any(w.isVisible() for w in window.findChildren(BesideWindow)))
    return window.findChildren(BesideWindow)[-1]


def line_of(shown: BesideWindow) -> TimelineView:
    return shown.findChildren(TimelineView)[0]


def texts(shown: BesideWindow) -> list[str]:
    drawn = line_of(shown).shown()
    shapes = (*drawn.background, *drawn.plot, *drawn.lanes, *drawn.axis)
    return [shape.text for shape in shapes if isinstance(shape, Text)]


def test_a_lane_for_each_case_and_no_year_on_the_axis(shown: BesideWindow) -> None:
    said = " ".join(texts(shown))
    assert "B2-2B" in said
    assert "C2-2C" in said
    assert "T0" in said
    assert not any(str(year) in said for year in range(1990, 2030))


def test_a_case_without_t0_is_named_and_shown_from_its_first_melding(shown: BesideWindow) -> None:
    assert "niet getoond: D2-2D" in words_on_screen(shown)
    tab_to("Tel vanaf")
    choose("De eerste melding")
    assert "niet getoond" not in words_on_screen(shown)
    assert len(line_of(shown).events.line()) == 6  # type: ignore[union-attr]


def test_the_keyboard_walks_the_line_and_goes_to_the_case(
    shown: BesideWindow, window: MainWindow
) -> None:
    tab_to("Casussen naast elkaar, elk op een eigen rij")
    press(Key.Key_End)
    wait_until(lambda: "gebeurtenis 2: melding" in words_on_screen(shown))
    press(Key.Key_Return)
    wait_until(lambda: case_of(window).code in words_on_screen(window))
    assert case_of(window).code in ("B2-2B", "C2-2C")
    assert focused() is not None
    assert document_of(window).undo_stack.count() == 0
