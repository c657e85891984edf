"""With text at 200% nothing is cut off: as it grows in an open window, and on a larger screen.

Every window at that size, on the smallest screen, is in every_window_rules.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import KeyOutdated
from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.ui.file.open_dialog import PassphraseDialog
from hgkm_desktop.ui.file.remembering import RememberBox, Remembering
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import STEPS, Workspace
from tests.casefile.keyrings import Safe, SafeOne, a_computer, no_keyring
from tests.ui.accessibility.sizes import cut_off, out_of_sight, overlapping
from tests.ui.made_once import open_example

SIZES = ((1440, 900), (1280, 720))


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def window(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication
) -> Iterator[MainWindow]:
    before = theme.current_theme()
    theme.apply(qapp, theme.LIGHT, 200)
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.resize(*request.param)
    window.show()
    qtbot.waitExposed(window)
    yield window
    assert (window.width(), window.height()) == request.param, "it fits on the screen"
    window.close_file()
    theme.apply(qapp, before, 100)


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    window.open_example()
    assert window.workspace is not None
    return window.workspace


def assert_whole(inside: QWidget, qtbot: QtBot) -> None:
    def is_whole() -> None:
        assert cut_off(inside) == []
        assert overlapping(inside) == []
        assert out_of_sight(inside) == []

    qtbot.waitUntil(is_whole)  # what wraps asks for height once it has its width


def test_the_name_of_what_is_shown_can_be_seen(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.document.edit("oefening", library()[0])
    workspace._works.show(library()[0].id)
    (named,) = [
        one
        for one in workspace._cases.findChildren(QPushButton)
        if one.property("work_id") == library()[0].id
    ]
    qtbot.waitUntil(lambda: named.visibleRegion().boundingRect().height() == named.height())


@pytest.mark.parametrize("keyring", [SafeOne, no_keyring])
def test_the_dialog_that_opens_a_file(
    keyring: type[Safe], window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "casusbestand-7K2F (hersteld op 12 maart 2026).hgkm"
    with a_computer(keyring(), tmp_path):
        dialog = PassphraseDialog(window, path, bytes(16), Remembering(window))
        dialog.open()
        part = dialog.findChild(RememberBox)
        assert part is not None
        box, words = part.findChildren(QCheckBox)[0], part.findChildren(QLabel)[0]
        qtbot.waitUntil(lambda: box.isEnabled() or bool(words.text()))
        box.click()
        dialog.say(KeyOutdated().sentence)
        assert words.isVisible()
        dialog.resize(window.width() - 20, window.height() - 40)  # the screen of tests is small
        assert_whole(dialog, qtbot)
        dialog.reject()


def test_all_grows_at_once_in_a_window_that_is_open(
    workspace: Workspace, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, theme.LIGHT, 100)
    qtbot.wait(20)  # layouts ask anew how large their parts are once events are handled
    page = workspace.timeline_page
    page.choose(page.model.event_at(4).id)
    for step in range(len(STEPS)):
        workspace.show_step(step)
    theme.apply(qapp, theme.LIGHT, 200)
    for step in range(len(STEPS)):
        workspace.show_step(step)
        assert_whole(workspace, qtbot)
