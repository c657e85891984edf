"""The looks that the user chose: the theme and the size of text, kept for the next start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hgkm_desktop.paths import user_settings_path
from hgkm_desktop.settings import Settings, remember, remembered
from hgkm_desktop.ui.parts import looks, theme
from hgkm_desktop.ui.settings.looks_menu import LooksMenu
from hgkm_desktop.ui.window.main_window import MainWindow

BROKEN = (b"", b"\xff\xfe\x00", b'thema = "paars"\ntekst = 9000\n', b" = \n = =\n[[")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _as_it_was(qapp: QApplication) -> Iterator[None]:
    before = theme.current_theme()
    yield
    theme.apply(qapp, before, 100)


def action(window: MainWindow, words: str) -> QAction:
    (found,) = (a for a in window.findChildren(QAction) if a.text() == words)
    return found


def chosen(window: MainWindow) -> set[str]:
    looks_menu = window.findChild(LooksMenu)
    assert looks_menu is not None
    return {a.text() for a in looks_menu.actions() if a is not None and a.isChecked()}


def letters(window: MainWindow) -> int:
    return QFontInfo(window.font()).pixelSize()


def test_all_text_grows_with_the_size_that_is_chosen(window: MainWindow) -> None:
    assert letters(window) == 14
    action(window, "Tekst 200%").trigger()
    assert letters(window) == 28
    action(window, "Tekst 100%").trigger()
    assert letters(window) == 14


def test_ctrl_plus_and_minus_go_one_size_up_and_down(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    QTest.keyClick(window, Qt.Key.Key_Equal, CTRL)
    assert theme.text_size() == 150
    QTest.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert theme.text_size() == 125
    assert "Tekst 125%" in chosen(window)


def test_there_is_nothing_beyond_the_largest_and_the_smallest(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert theme.text_size() == 100
    for _ in range(6):
        QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert theme.text_size() == 200


def test_the_line_and_the_table_grow_with_the_text(window: MainWindow) -> None:
    window.open_example()
    assert window.workspace is not None
    page = window.workspace.timeline_page
    line, table = page.timeline, page.table
    before = line.shown().lane_width, line.shown().header_height, table.rowHeight(0)
    action(window, "Tekst 200%").trigger()
    after = line.shown().lane_width, line.shown().header_height, table.rowHeight(0)
    assert after == pytest.approx([2 * length for length in before], rel=0.01)


def test_a_choice_survives_a_restart(window: MainWindow, qapp: QApplication) -> None:
    action(window, "Tekst 150%").trigger()
    action(window, "Donker").trigger()
    theme.apply(qapp, theme.LIGHT, 100)
    looks.put_on(qapp, remembered())
    again = MainWindow(window._open_example)
    assert (theme.current_theme(), theme.text_size()) == (theme.DARK, 150)
    assert chosen(again) == {"Donker", "Tekst 150%"}
    again.deleteLater()


def test_only_a_choice_is_kept() -> None:
    assert remembered() == Settings()
    assert not user_settings_path().exists()


def test_what_was_never_chosen_is_not_kept_as_a_choice() -> None:
    remember(Settings("dark"))
    assert remembered() == Settings("dark", 0)


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_settings_file_is_no_choice(broken: bytes) -> None:
    path = user_settings_path()
    path.parent.mkdir(parents=True)
    path.write_bytes(broken)
    assert remembered() == Settings()
    remember(Settings("dark", 175))
    assert remembered() == Settings("dark", 175)


def test_without_a_place_to_write_the_choice_still_holds(window: MainWindow) -> None:
    path = user_settings_path()
    path.parent.parent.mkdir(parents=True)
    path.parent.write_text("een bestand waar een map hoort")
    action(window, "Tekst 175%").trigger()
    assert theme.text_size() == 175
    assert remembered() == Settings()


def test_the_settings_stand_with_the_other_folders_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    assert qapp.applicationName() == "HGKM Desktop"
    monkeypatch.setenv("HGKM_HOME", str(tmp_path))
    assert user_settings_path().parents[1] == tmp_path
    monkeypatch.delenv("HGKM_HOME")
    assert user_settings_path().parent.name == "HGKM Desktop"


def test_text_of_the_system_that_is_as_usual_stays_at_100_percent() -> None:
    assert looks.system_text_size() == 100
