"""Every button that does what a shortcut does says so in its tip, in one way."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.key_map import key_groups, key_name
from hgkm_desktop.ui.parts.key_tips import tell_keys
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.open_window import workspace_of

UI = Path(__file__).resolve().parents[2] / "hgkm_desktop" / "ui"
BY_HAND = re.compile(r"setToolTip\((?:f?\"[^\"]*(?:Ctrl|Alt|Shift)\+|f?\"[^\"]*\(F\d)")
CALLED = {"Nog open": "Wat staat nog open", "Zoeken": "Zoeken en filteren"}
"""What a button is called that has another name than what it does in the menu."""


def plain(words: str) -> str:
    """'Gespreksnotitie…' and '1 Aanleiding' as 'Gespreksnotitie' and 'Aanleiding'."""
    said = re.sub(r"^\d ", "", words.replace("&", "").rstrip("…"))
    return CALLED.get(said, said)


def shortcuts_of(window: MainWindow) -> dict[str, str]:
    """The name of the key of each action that has one, by what it is called."""
    portable = QKeySequence.SequenceFormat.PortableText
    actions = [action for action in window.findChildren(QAction) if action.shortcuts()]
    return {plain(a.text()): key_name(a.shortcut().toString(portable)) for a in actions}


def test_every_button_with_a_shortcut_says_it(window: MainWindow) -> None:
    window.open_example()
    workspace = workspace_of(window)
    for step in range(8):
        workspace.show_step(step)
    workspace.timeline_page.choose(workspace.timeline_page.model.event_at(4).id)
    keys = shortcuts_of(window)
    buttons = [b for b in workspace.findChildren(QAbstractButton) if plain(b.text()) in keys]
    assert len(buttons) > 15
    silent = [b.text() for b in buttons if f"({keys[plain(b.text())]})" not in b.toolTip()]
    assert [words for words in silent if words not in ELSEWHERE] == []


ELSEWHERE = ("Weghalen", "Wijzigen…", "Factor toevoegen…")
"""Buttons of lists that do to a record what the menu of the same name does to an event."""


def test_keys_in_a_tip_are_keys_of_the_list(window: MainWindow) -> None:
    window.open_example()
    listed = {key_name(k) for group in key_groups() for row in group.rows for k in row.keys}
    tips = [b.toolTip() for b in window.findChildren(QAbstractButton)]
    told = [
        found[1] for tip in tips if (found := re.search(r"\(((?:Ctrl|Alt|Shift|F\d).*)\)$", tip))
    ]
    assert len(told) > 15
    assert {one for words in told for one in words.split(" of ")} <= listed


def test_no_tip_with_keys_is_written_by_hand() -> None:
    assert BY_HAND.search('button.setToolTip("Iets doen (Ctrl+N)")')
    assert [p.name for p in UI.rglob("*.py") if BY_HAND.search(p.read_text("utf-8"))] == []


def test_more_than_one_key(qtbot: QtBot) -> None:
    button = QPushButton("Eerder")
    qtbot.addWidget(button)
    tell_keys(button, "Eerder", "Alt+Up", "F2")
    assert button.toolTip() == "Eerder (Alt+pijl omhoog of F2)"
