"""What cannot be put in the case is refused in the dialog itself, where it can still be changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from hgkm_desktop.models.records import Betrokkene, Involvement
from hgkm_desktop.models.terms import HouseholdRole
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_betrokkene, a_case_with, an_event
from tests.ui.keyboard import CTRL, choose, fill, focused, press, tab_to, text_of
from tests.ui.open_window import case_of, show_new_file, words_on_screen

Key = Qt.Key
BROTHER, MOTHER = a_betrokkene("broer"), a_betrokkene("moeder")
STOOD_BY = (Involvement(BROTHER.id, HouseholdRole.OMSTANDER, "politie"),)


@pytest.fixture
def window(window: MainWindow, tmp_path: Path) -> MainWindow:
    event = an_event("mrt 2021", "ruzie", involved=STOOD_BY)
    case = a_case_with(BROTHER, MOTHER, an_event("2020", "eerder"), event)
    show_new_file(window, tmp_path / "a.hgkm", case)
    return window


def dialog() -> QDialog | None:
    found = QApplication.activeModalWidget()
    assert found is None or isinstance(found, QDialog)
    return found


def save() -> None:
    tab_to("Bewaren")
    press(Key.Key_Space)


def ask_for_the_first_betrokkene() -> None:
    press(Key.Key_2, CTRL)
    tab_to("Betrokkenen")
    press(Key.Key_Home)
    press(Key.Key_Return)


def test_a_child_that_stood_by_is_refused_and_what_was_typed_stays(window: MainWindow) -> None:
    before = case_of(window)
    ask_for_the_first_betrokkene()
    tab_to("Rol")
    fill("kind 2")
    tab_to("Dit is een kind")
    press(Key.Key_Space)
    save()
    assert "is omstander bij gebeurtenis 2" in words_on_screen()
    assert case_of(window) == before
    tab_to("Rol")
    assert text_of(focused()) == "kind 2"
    tab_to("Dit is een kind")
    press(Key.Key_Space)
    save()
    assert dialog() is None
    assert case_of(window).betrokkenen[0] == replace(BROTHER, role="kind 2")


def test_a_role_that_is_there_already_is_refused_in_the_dialog(window: MainWindow) -> None:
    ask_for_the_first_betrokkene()
    tab_to("Rol")
    fill("Moeder")
    save()
    assert "Deze naam of rol staat er al" in words_on_screen()
    tab_to("Rol")
    fill("oma")
    save()
    assert [b.role for b in case_of(window).betrokkenen] == ["oma", "moeder"]


def test_a_part_that_cannot_be_is_shown_and_never_changed_unseen(window: MainWindow) -> None:
    """As a file may have it that was made before this was refused."""
    case = case_of(window)
    event = next(one for one in case.events if one.title == "ruzie")
    child: Betrokkene = replace(BROTHER, is_child=True)
    assert window.document is not None
    window.document.edit("test", replace(case, betrokkenen=(child, MOTHER)))
    press(Key.Key_T, CTRL)
    press(Key.Key_End)
    press(Key.Key_Return)
    fill("ruzie thuis")
    tab_to("Rol van broer")
    assert text_of(focused()) == "Omstander"
    save()
    assert "nooit alleen omstander" in words_on_screen()
    assert case_of(window).event(event.id) == event
    tab_to("Rol van broer")
    choose("s")
    save()
    assert dialog() is None
    after = case_of(window).event(event.id)
    assert after.title == "ruzie thuis"
    assert after.involved == (Involvement(BROTHER.id, HouseholdRole.SLACHTOFFER, "politie"),)
