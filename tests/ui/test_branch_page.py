"""The page of the branches: made by keyboard on an exercise of the library, compared and undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget

from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.methods.branch_figures import INVENTED
from hgkm_desktop.methods.branches import later_events
from hgkm_desktop.models.case import in_order
from hgkm_desktop.models.exercise import Branch, Exercise, line_of
from hgkm_desktop.ui.exercises.branch_page import BranchesPage
from hgkm_desktop.ui.exercises.branch_table import BranchTable
from hgkm_desktop.ui.exercises.branch_view import BranchView
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.methods.branch_lines import BRANCH, EXERCISE, WITH, WITHOUT
from tests.ui.keyboard import CTRL, fill, press, tab_to, type_text
from tests.ui.open_window import document_of, show_new_file, words_on_screen, workspace_of

Key = Qt.Key
STORY = replace(library()[1], id="e" * 32, code="O5-5O", t0_event_id="", branches=())
OURS = replace(EXERCISE, id="f" * 32, code="O6-6O", branches=(replace(BRANCH, id="a" * 32),))


@pytest.fixture
def file(window: MainWindow, tmp_path: Path) -> MainWindow:
    show_new_file(window, tmp_path / "a.hgkm")
    return window


def show(window: MainWindow, exercise: Exercise) -> BranchesPage:
    document_of(window).edit("oefening toevoegen", exercise)
    workspace_of(window)._works.show(exercise.id)
    press(Key.Key_7, CTRL)
    (found,) = [one for one in window.findChildren(BranchesPage) if one.isVisible()]
    return found


def the_branch(window: MainWindow) -> Branch:
    (exercise,) = [one for one in document_of(window).works() if isinstance(one, Exercise)]
    (branch,) = exercise.branches
    return branch


def do(name: str) -> None:
    tab_to(name)
    press(Key.Key_Return)


def make_branch() -> None:
    do("Tak toevoegen")
    fill("Wat als men had overlegd")
    tab_to("Na welke gebeurtenis")
    for _ in range(5):
        press(Key.Key_Down)
    do("Bewaren")


def test_a_branch_is_made_copied_typed_moved_and_undone_by_keyboard(file: MainWindow) -> None:
    page = show(file, STORY)
    assert "Nog geen takken" in words_on_screen(page)
    make_branch()
    branch = the_branch(file)
    assert branch.after_event_id == in_order(line_of(STORY))[4].id

    do("Kopieer wat daarna komt, zonder")
    later = later_events(STORY, branch)
    assert [e.title for e in the_branch(file).events_without] == [e.title for e in later]

    tab_to("Invoerregel met")
    fill("mei 2031 overleg: aan tafel @politie @buurtteam")
    press(Key.Key_Return)
    assert [e.title for e in the_branch(file).events_with] == ["aan tafel"]

    tab_to("Gebeurtenissen zonder")
    press(Key.Key_Home)
    do("Naar de andere lijn, zonder")
    assert len(the_branch(file).events_without) == len(later) - 1
    assert later[0].title in [e.title for e in the_branch(file).events_with]

    tab_to("Gebeurtenissen met")
    press(Key.Key_End)
    press(Key.Key_Delete)
    assert "aan tafel" not in [e.title for e in the_branch(file).events_with]

    for _ in range(4):
        press(Key.Key_Z, CTRL)
    assert the_branch(file) == branch
    press(Key.Key_Z, CTRL)
    assert "Nog geen takken" in words_on_screen(page)


def test_both_sides_are_compared_and_warned_of(file: MainWindow) -> None:
    page = show(file, OURS)
    (table,) = page.findChildren(BranchTable)
    said = words_on_screen(table)
    for words in ("70 dagen", "7 dagen", "komt niet voor", "2 tot 3", INVENTED):
        assert words in said
    assert INVENTED in table.accessibleDescription()
    assert "vóór moment T" not in words_on_screen(page)
    document_of(file).edit(
        "anders", replace(OURS, branches=(replace(OURS.branches[0], after_event_id="e3"),))
    )
    assert "vóór moment T" in words_on_screen(page)


def test_the_events_say_how_they_differ(file: MainWindow) -> None:
    page = show(file, OURS)
    (with_it,) = [
        one
        for one in page.findChildren(QListWidget)
        if one.accessibleName() == "Gebeurtenissen met"
    ]
    assert "63 dagen eerder" in with_it.item(0).text()
    assert "alleen hier" in with_it.item(1).text()


def test_another_branch_shows_its_own_sides(file: MainWindow) -> None:
    other = Branch("b" * 32, "Andere", "e1", "", "", WITH[:1], ())
    page = show(file, replace(OURS, branches=(*OURS.branches, other)))
    (view,) = page.findChildren(BranchView)
    assert all(e.title in view.accessibleDescription() for e in (*WITHOUT, *WITH))
    tab_to("Wél en géén")
    press(Key.Key_Down)
    assert "Dreiging aan de deur" not in view.accessibleDescription()
    press(Key.Key_Delete)
    assert "Dreiging aan de deur" in view.accessibleDescription()


def test_an_event_is_changed_in_its_dialog(file: MainWindow) -> None:
    show(file, OURS)
    tab_to("Gebeurtenissen met")
    press(Key.Key_Home)
    press(Key.Key_Return)
    assert QApplication.activeModalWidget() is not None
    fill("Overleg met iedereen")
    do("Bewaren")
    assert "Overleg met iedereen" in [e.title for e in the_branch(file).events_with]
    assert len(the_branch(file).events_with) == len(WITH)


def test_what_cannot_be_read_stays_in_the_line(file: MainWindow) -> None:
    show(file, OURS)
    tab_to("Invoerregel zonder")
    type_text("31 feb 2022 ruzie")
    press(Key.Key_Return)
    assert the_branch(file).events_without == WITHOUT
