"""Replacing a word everywhere: what is half typed, longer names, long texts, and the keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.check.replace_dialog import ReplaceDialog
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.writing.written import WrittenLine
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import CTRL, fill, focused, name_of, press, tab_to, type_text
from tests.ui.open_window import case_of, show_new_file, words_on_screen, workspace_of

FUNCTION = "wijkteamleider"
SPACE = Qt.Key.Key_Space


def a_case(*titles: str) -> Case:
    return a_case_with(*(an_event(f"{n} mrt 2021", title) for n, title in enumerate(titles, 1)))


def titles(window: MainWindow) -> list[str]:
    return [event.title for event in case_of(window).events]


def asked(window: MainWindow, word: str) -> ReplaceDialog:
    window.text_watch.everywhere_asked.emit(word)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReplaceDialog)
    return dialog


def replace_by(words: str) -> None:
    fill(words)
    tab_to("Uw functie")
    type_text(FUNCTION)
    tab_to("Vervangen")
    press(SPACE)


@pytest.fixture
def line(window: MainWindow, tmp_path: Path) -> WrittenLine:
    """The invoerregel of a case with one event."""
    show_new_file(window, tmp_path / "a.hgkm", a_case("Fatima belt"))
    line = workspace_of(window).timeline_page.entry.line
    line.setFocus()
    return line


def test_what_is_half_typed_is_replaced_along_and_said(
    window: MainWindow, line: WrittenLine
) -> None:
    type_text("apr 2021 ruzie met Fatima")
    dialog = asked(window, "Fatima")
    fill("moeder")
    shown = [dialog._list.item(row).text() for row in range(dialog._list.count())]
    assert "Invoerregel, nog niet toegevoegd\nNu: apr 2021 ruzie met Fatima\n" in shown[-1]
    tab_to("Uw functie")
    type_text(FUNCTION)
    press(Qt.Key.Key_Return)
    assert titles(window) == ["Moeder belt"]
    assert line.text() == "apr 2021 ruzie met moeder"
    said = words_on_screen(workspace_of(window))
    assert "Vervangen in 1 tekst en in de invoerregel." in said
    press(Qt.Key.Key_Z, CTRL)
    assert line.text() == "apr 2021 ruzie met Fatima"
    assert titles(window) == ["Fatima belt"]
    press(Qt.Key.Key_Y, CTRL)
    assert line.text() == "apr 2021 ruzie met moeder"
    assert titles(window) == ["Moeder belt"]


def test_a_word_that_stands_in_the_line_only_is_replaced_there(
    window: MainWindow, line: WrittenLine
) -> None:
    type_text("apr 2021 mevrouw Jansen belt")
    before = case_of(window)
    asked(window, "Jansen")
    replace_by("moeder")
    assert line.text() == "apr 2021 moeder belt"
    assert case_of(window) == before
    assert "Vervangen in de invoerregel." in words_on_screen(workspace_of(window))
    press(Qt.Key.Key_Return)
    assert [a.by for a in case_of(window).read.alterations] == [FUNCTION]


def test_a_line_without_its_tick_stays_as_it_is(window: MainWindow, line: WrittenLine) -> None:
    type_text("apr 2021 ruzie met Fatima")
    asked(window, "Fatima")
    fill("moeder")
    tab_to("Teksten die veranderen")
    press(Qt.Key.Key_End)
    press(SPACE)
    tab_to("Uw functie")
    type_text(FUNCTION)
    press(Qt.Key.Key_Return)
    assert titles(window) == ["Moeder belt"]
    assert line.text() == "apr 2021 ruzie met Fatima"


def test_the_whole_of_a_longer_name_goes_unless_that_is_not_wanted(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_case("Tim de Boer belt", "Tim slaapt"))
    dialog = asked(window, "Tim")
    assert dialog._whole.text() == "Vervang ook de hele naam: ‘Tim de Boer’"
    fill("kind 1")
    listed = dialog._list
    assert "Wordt: Kind 1 belt" in listed.item(0).text()
    tab_to("Vervang ook de hele naam")
    press(SPACE)
    assert "Wordt: Kind 1 de Boer belt" in listed.item(0).text()
    press(SPACE)
    tab_to("Uw functie")
    type_text(FUNCTION)
    press(Qt.Key.Key_Return)
    assert titles(window) == ["Kind 1 belt", "Kind 1 slaapt"]


def test_of_a_long_text_several_places_are_shown_and_the_rest_is_counted(
    window: MainWindow, tmp_path: Path
) -> None:
    far = " en verder niets, want zij wil rust, en dat is goed voor haar, zegt de huisarts" * 3
    case = replace(a_case("ruzie"), reason=" ".join(f"Sanne belt {n}{far}" for n in range(40)))
    show_new_file(window, tmp_path / "a.hgkm", case)
    dialog = asked(window, "Sanne")
    fill("moeder")
    shown = dialog._list.item(0).text()
    assert shown.count("Nu: ") == shown.count("Wordt: ") == 3
    assert "moeder belt 2 en verder" in shown
    assert "En nog 37 plekken in deze tekst." in shown


def test_words_to_choose_from_are_offered_and_none_is_filled_in(
    window: MainWindow, line: WrittenLine
) -> None:
    dialog = asked(window, "Fatima")
    offered = [dialog._instead.itemText(n) for n in range(dialog._instead.count())]
    assert offered[:2] == ["moeder", "vader"]
    assert dialog._instead.value() == ""


def test_enter_goes_on_to_the_function_and_then_replaces(
    window: MainWindow, line: WrittenLine
) -> None:
    asked(window, "Fatima")
    fill("moeder")
    press(Qt.Key.Key_Return)
    assert name_of(focused()).startswith("Uw functie")
    type_text(FUNCTION)
    press(Qt.Key.Key_Return)
    assert titles(window) == ["Moeder belt"]
