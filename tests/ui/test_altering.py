"""A word that is replaced in a field is noted as an altered detail, and never what it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hgkm_desktop.models.read_through import Alteration
from hgkm_desktop.ui.check.check_window import CheckWindow
from hgkm_desktop.ui.line.event_dialog import EventDialog
from hgkm_desktop.ui.parts.fields import TextBlock
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import TIMELINE_STEP
from hgkm_desktop.ui.writing.underlines import Underlines
from tests.builders import a_case_with, an_event
from tests.casefile.files import open_file
from tests.ui.finding import wait_for
from tests.ui.keyboard import CTRL, focused, press, type_text, wait_until
from tests.ui.open_window import case_of, document_of, show_new_file, words_on_screen

pytestmark = pytest.mark.usefixtures("backed_up", "short_typing_pause")

Key = Qt.Key
FIRST_STEP = 0
TODAY = date.today()
UNNAMED = (Alteration(TODAY, ""),)


@pytest.fixture
def block(window: MainWindow, tmp_path: Path) -> TextBlock:
    """The aanleiding of a case, in which a name stands."""
    case = replace(a_case_with(an_event("mrt 2021", "iets")), reason="Fatima vroeg om hulp.")
    workspace = show_new_file(window, tmp_path / "a.hgkm", case)
    workspace.show_step(FIRST_STEP)
    fields = workspace.findChildren(TextBlock)
    found = next(f for f in fields if f.isVisible() and "Fatima" in f.toPlainText())
    wait_for(found, "Fatima")
    return found


def replace_word(underlines: Underlines, words: str = "moeder") -> None:
    """As the menu of a word does it."""
    underlines.replace(underlines.marks[0], words)


def alterations(window: MainWindow) -> tuple[Alteration, ...]:
    return case_of(window).read.alterations


def test_it_is_noted_without_a_question_once_it_is_in_the_case(
    window: MainWindow, block: TextBlock
) -> None:
    replace_word(block.underlines)
    assert alterations(window) == (), "the case still says what it said"
    wait_until(lambda: case_of(window).reason == "moeder vroeg om hulp.")
    assert alterations(window) == UNNAMED
    assert "Fatima" not in repr(alterations(window))


def test_one_undo_takes_back_the_word_and_the_note(window: MainWindow, block: TextBlock) -> None:
    replace_word(block.underlines)
    wait_until(lambda: bool(alterations(window)))
    document_of(window).undo_stack.undo()
    assert case_of(window).reason == "Fatima vroeg om hulp."
    assert alterations(window) == ()


def test_the_function_that_was_given_last_is_used(window: MainWindow, block: TextBlock) -> None:
    assert window.open_file is not None
    window.open_file.check._edits_of_file()._know("wijkteamleider")
    replace_word(block.underlines)
    wait_until(lambda: bool(alterations(window)))
    assert alterations(window) == (Alteration(TODAY, "wijkteamleider"),)


def test_after_locking_nobody_is_known(window: MainWindow, block: TextBlock) -> None:
    assert window.open_file is not None
    window.open_file.check._edits_of_file()._know("wijkteamleider")
    document_of(window).lock()
    assert document_of(window).altering.function == ""


def test_typing_is_no_alteration(window: MainWindow, block: TextBlock) -> None:
    block.setFocus()
    press(Key.Key_A, CTRL)
    type_text("moeder vroeg om hulp.")
    wait_until(lambda: case_of(window).reason == "moeder vroeg om hulp.")
    assert alterations(window) == ()


def dialog_of(window: MainWindow, path: Path) -> EventDialog:
    """The dialog of an event, in which a name was just replaced."""
    event = an_event("mrt 2021", "iets", fact="Fatima belt")
    workspace = show_new_file(window, path, a_case_with(event))
    workspace.show_step(TIMELINE_STEP)
    workspace.timeline_page.edits.change(event.id)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EventDialog)
    block = next(f for f in dialog.findChildren(TextBlock) if "Fatima" in f.toPlainText())
    wait_for(block, "Fatima")
    replace_word(block.underlines, "buurvrouw")
    return dialog


def test_what_a_dialog_brings_is_noted(window: MainWindow, tmp_path: Path) -> None:
    dialog_of(window, tmp_path / "a.hgkm").accept()
    assert case_of(window).events[0].fact == "buurvrouw belt"
    assert alterations(window) == UNNAMED


def test_a_dialog_that_is_left_notes_nothing(window: MainWindow, tmp_path: Path) -> None:
    dialog_of(window, tmp_path / "a.hgkm").done(0)
    event = case_of(window).events[0]
    wait_until(lambda: not window.findChildren(EventDialog))
    told = replace(event, fact="De buurvrouw belt.")
    document_of(window).edit("een feit", case_of(window).put(told))
    assert alterations(window) == ()


def test_the_window_says_that_no_function_was_given(
    window: MainWindow, block: TextBlock, tmp_path: Path
) -> None:
    replace_word(block.underlines)
    wait_until(lambda: bool(alterations(window)))
    case_id = case_of(window).id
    press(Key.Key_H, CTRL)
    check = window.findChildren(CheckWindow)[0]
    wait_until(lambda: check._check.answer is not None)
    assert focused() is not None
    assert "functie niet genoemd" in words_on_screen(check)
    window.close_file()
    with open_file(tmp_path / "a.hgkm") as file:
        assert file.load(case_id).read.alterations == UNNAMED
