"""The window of keys: every shortcut of the open window is in it, and it goes on paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from hgkm_desktop.models.key_map import key_groups
from hgkm_desktop.ui.learning.keys_window import KeysWindow, make_sheet
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.keyboard import CTRL, focused, name_of, press
from tests.ui.open_window import words_on_screen


def shortcuts_of(window: MainWindow) -> set[str]:
    """Every key that an action or a shortcut of the window hears."""
    sequences = [keys for action in window.findChildren(QAction) for keys in action.shortcuts()]
    sequences += [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    sequences += [button.shortcut() for button in window.findChildren(QPushButton)]
    portable = QKeySequence.SequenceFormat.PortableText
    return {keys.toString(portable) for keys in sequences} - {""}


def test_every_shortcut_of_an_open_window_is_listed(window: MainWindow) -> None:
    window.open_example()
    assert window.workspace is not None
    for step in range(8):
        window.workspace.show_step(step)
    heard = shortcuts_of(window)
    assert {"F1", "Ctrl+N", "Ctrl+8"} <= heard
    mnemonics = {keys for keys in heard if keys.startswith("Alt+") and len(keys) == len("Alt+B")}
    listed = {key for group in key_groups() for row in group.rows for key in row.keys}
    assert heard - mnemonics <= listed, heard - mnemonics - listed


def test_it_opens_with_a_key_and_says_all(window: MainWindow) -> None:
    press(Qt.Key.Key_F1, CTRL)
    assert name_of(focused()) == "Toetsen"
    seen, spoken = words_on_screen(), focused().accessibleDescription()
    for group in key_groups():
        for row in group.rows:
            assert row.does in seen
            assert f"{row.name}: {row.does}" in spoken
    press(Qt.Key.Key_Escape)
    assert window.findChildren(KeysWindow) == [] or not focused().window().isModal()


def test_it_is_kept_as_pdf(window: MainWindow, tmp_path: Path) -> None:
    shown = KeysWindow(window)
    shown.open()
    shown.keep(str(tmp_path / "toetsen"))
    kept = tmp_path / "toetsen.pdf"
    assert kept.read_bytes() == make_sheet()
    assert str(kept) in words_on_screen(shown)


def test_a_place_that_cannot_be_written_is_told(window: MainWindow, tmp_path: Path) -> None:
    shown = KeysWindow(window)
    shown.open()
    shown.keep(str(tmp_path / "weg" / "toetsen.pdf"))
    assert "lukt" in words_on_screen(shown) or "niet" in words_on_screen(shown)
