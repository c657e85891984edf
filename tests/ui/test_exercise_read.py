"""An exercise that was read through says at the change itself that it must be read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.reading import read_through, taken_back
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.ui.an_exercise import EXERCISE, PLAYING
from tests.ui.keyboard import CTRL, fill, press, tab_to
from tests.ui.open_window import document_of, show_new_file, words_on_screen, workspace_of

Key = Qt.Key
AT_ONCE, LATER = (
    "U hebt een tekst gewijzigd",
    "Na het nalezen is in de oefening een tekst gewijzigd",
)
TODAY = date(2026, 3, 4)


@pytest.fixture
def file(window: MainWindow, tmp_path: Path) -> MainWindow:
    show_new_file(window, tmp_path / "a.hgkm")
    document = document_of(window)
    document.edit("oefening", EXERCISE)
    document.edit("nalezen", read_through(the_exercise(window), "trainer", TODAY))
    document.edit("speelbeurt", replace(PLAYING, place=2))
    show(window, EXERCISE.id)
    return window


def the_exercise(window: MainWindow) -> Exercise:
    found = document_of(window).work_of(EXERCISE.id)
    assert isinstance(found, Exercise)
    return found


def show(window: MainWindow, work_id: str) -> None:
    workspace_of(window)._works.show(work_id)


def page(window: MainWindow) -> QWidget:
    (screen,) = [s for s in window.findChildren(WorkScreen) if s.isVisible()]
    return screen


def notices(window: MainWindow) -> list[str]:
    found = page(window).findChildren(QLabel)
    return [one.text() for one in found if one.property("notice") and one.isVisible()]


def mend_the_title() -> None:
    tab_to("Titel")
    fill("De trap op")
    press(Key.Key_Tab)


def test_the_change_itself_says_that_it_must_be_read_again(file: MainWindow) -> None:
    assert notices(file) == []
    mend_the_title()
    assert the_exercise(file).state is CaseState.IN_BEWERKING
    (said,) = notices(file)
    assert said.startswith(AT_ONCE)
    check = "Herleidbaarheidscheck…"
    assert check in said
    (notice,) = [n for n in page(file).findChildren(QLabel) if n.property("notice")]
    assert notice.property("notice") == "told", "calm: nothing went wrong"
    assert check in [b.text() for b in page(file).findChildren(QPushButton) if b.isVisible()]


def test_it_stays_to_be_read_where_the_exercise_is_played(file: MainWindow) -> None:
    mend_the_title()
    assert LATER in words_on_screen(page(file))
    show(file, PLAYING.id)
    press(Key.Key_2, CTRL)
    assert LATER in words_on_screen(page(file))
    document_of(file).edit("nalezen", read_through(the_exercise(file), "trainer", TODAY))
    assert LATER not in words_on_screen(page(file))


def test_nothing_is_said_where_no_text_changed(file: MainWindow) -> None:
    document = document_of(file)
    document.edit("tijd", replace(the_exercise(file), t0_event_id=EXERCISE.events[0].id))
    assert the_exercise(file).state is CaseState.DEELBAAR
    document.edit("weer in bewerking", taken_back(the_exercise(file)))
    assert notices(file) == [], "who takes it back knows it"
    show(file, PLAYING.id)
    press(Key.Key_2, CTRL)
    assert LATER not in words_on_screen(page(file))
    assert "De oefening is nog niet deelbaar." in words_on_screen(page(file))


def test_nothing_is_said_when_the_reading_itself_is_undone(file: MainWindow) -> None:
    mend_the_title()
    document_of(file).edit("nalezen", read_through(the_exercise(file), "trainer", TODAY))
    (notice,) = [n for n in page(file).findChildren(QLabel) if n.property("notice")]
    notice.hide()
    document_of(file).undo_stack.undo()
    assert the_exercise(file).state is CaseState.IN_BEWERKING
    assert notices(file) == []
