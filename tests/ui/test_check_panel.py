"""The window of the herleidbaarheidscheck stays in one place, and its keys and words are clear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QScrollArea, QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.check.check_list import CheckList
from hgkm_desktop.ui.check.check_window import CheckWindow
from hgkm_desktop.ui.check.check_words import looked_at
from hgkm_desktop.ui.check.clear_dialog import ClearDialog, is_too_short
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.parts.function_field import checked
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.messy_case import a_messy_case
from tests.ui.keyboard import CTRL, fill, press, tab_to, wait_until
from tests.ui.open_window import case_of, show_new_file, words_on_screen

Key = Qt.Key


def shown(window: MainWindow) -> CheckWindow:
    press(Key.Key_H, CTRL)
    (check,) = window.findChildren(CheckWindow)
    wait_until(lambda: check._check.answer is not None)
    return check


def many_names() -> Case:
    """More rows than the list shows at once, in two groups."""
    titles = [f"Fatima belt {n}" for n in range(30)]
    events = [an_event(f"{n % 28 + 1} mrt 2021", title) for n, title in enumerate(titles)]
    return a_case_with(*events, an_event("mrt 2022", "bel 06-12345678"))


@pytest.fixture
def check(window: MainWindow, tmp_path: Path) -> CheckWindow:
    show_new_file(window, tmp_path / "a.hgkm", many_names())
    return shown(window)


@pytest.fixture
def _large(qapp: QApplication) -> Iterator[None]:
    before = theme.current_theme()
    theme.apply(qapp, theme.LIGHT, 150)
    yield
    theme.apply(qapp, before, 100)


# --- the keys of the list ------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_Home, Key.Key_End, Key.Key_PageDown, Key.Key_PageUp])
def test_no_key_ends_on_a_heading(check: CheckWindow, key: Key) -> None:
    tab_to("Wat er is gevonden")
    listed = check.findChild(CheckList)
    assert listed is not None
    for _ in range(6):
        press(key)
        assert listed.current() is not None
    for _ in range(6):
        press(Key.Key_PageUp)
        press(Key.Key_PageDown)
        assert listed.current() is not None


def test_home_and_end_go_to_the_first_and_last_row(check: CheckWindow) -> None:
    tab_to("Wat er is gevonden")
    listed = check.findChild(CheckList)
    assert listed is not None
    press(Key.Key_End)
    assert listed.currentRow() == listed.count() - 1
    press(Key.Key_Home)
    assert listed.currentRow() == 1
    press(Key.Key_PageDown)
    assert 2 < listed.currentRow() < listed.count() - 1
    press(Key.Key_PageUp)
    assert listed.currentRow() == 1


# --- nothing moves -------------------------------------------------------------------------------


def test_a_tick_moves_nothing(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_case_with(an_event("mrt 2021", "ruzie")))
    check = shown(window)
    gate = check._gate
    before = [gate.geometry(), gate._share.geometry(), gate._read.geometry()]
    (box,) = [b for b in gate.findChildren(QCheckBox) if b.isVisible()]
    box.click()
    gate._function.set_value("wijkteamleider")
    gate.grab()  # lays it out
    assert [gate.geometry(), gate._share.geometry(), gate._read.geometry()] == before
    assert "Er staat niets meer in de weg." in words_on_screen(gate)


@pytest.mark.usefixtures("_large")
def test_with_large_text_what_replaces_is_always_in_sight(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    check.resize(1200, 690)
    wait_until(lambda: check.width() == 1200)
    check.grab()  # lays it out
    for button in (check._detail._here, check._detail._everywhere, check._detail.own):
        assert is_in_sight(button), button.accessibleName()


def is_in_sight(part: QWidget) -> bool:
    """Whether all of it stands inside each scrolled part that it is in."""
    over = part.parentWidget()
    while over is not None:
        here = QRect(part.mapTo(over, QPoint()), part.size())
        inside = isinstance(over.parentWidget(), QScrollArea) or over.isWindow()
        if inside and not over.rect().contains(here):
            return False
        over = None if over.isWindow() else over.parentWidget()
    return True


# --- its words -----------------------------------------------------------------------------------


def test_the_words_that_were_looked_at_are_named() -> None:
    assert looked_at(["Zwolle"]) == "Ik heb ‘Zwolle’ bekeken: het wijst niemand aan"
    assert looked_at(["Zwolle", "bakker"]).startswith("Ik heb ‘Zwolle’ en ‘bakker’ bekeken: ze")
    assert "en nog 3 woorden bij ‘Mogelijk’ bekeken" in looked_at(list("abcdefg"))


def test_the_function_is_asked_for_as_the_field_is_called() -> None:
    with pytest.raises(Exception, match="Vul uw functie in, geen naam"):
        checked(" ")


@pytest.mark.parametrize("reason", ["x", "a b", "naam naam", "typefout", "..."])
def test_a_reason_that_says_nothing_is_too_short(reason: str) -> None:
    assert is_too_short(reason)


@pytest.mark.parametrize("reason", ["gewoon woord, geen naam", "is een hond", "typefout, bedoeld"])
def test_a_few_words_are_a_reason(reason: str) -> None:
    assert not is_too_short(reason)


def test_a_word_that_is_put_aside_is_listed_as_it_was_typed(
    window: MainWindow, tmp_path: Path
) -> None:
    case = a_case_with(an_event("mrt 2021", "Kwiebelhout komt"))
    show_new_file(window, tmp_path / "a.hgkm", case)
    check = shown(window)
    found = check._check.answer
    assert found is not None
    (one,) = found.findings
    check._edits.clear(check, one.word, one.finding)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ClearDialog)
    fill("x")
    tab_to("Bewaren")
    press(Key.Key_Space)
    assert "Schrijf in een paar woorden" in words_on_screen(dialog)
    tab_to("Waarom wijst het niemand aan")
    fill("gewoon woord, geen naam")
    tab_to("Bewaren")
    press(Key.Key_Space)
    assert [c.word for c in case_of(window).read.cleared] == ["kwiebelhout"]
    wait_until(lambda: check._check.answer is not None)
    listed = check.findChild(CheckList)
    assert listed is not None
    assert listed.item(1).text().startswith("Kwiebelhout\n")
