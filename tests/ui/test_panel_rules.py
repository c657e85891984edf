"""What helps who begins keeps the rules of every window: the panels, the keys, the start screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.ui.learning.guide_panel import GuidePanel
from hgkm_desktop.ui.learning.help_panel import HelpPanel
from hgkm_desktop.ui.learning.keys_window import KeysWindow
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.start_screen import StartScreen
from tests.ui.accessibility import colours, keys, names, sizes
from tests.ui.open_window import workspace_of

SIZE = (1280, 720)
RULES: tuple[Callable[[QWidget], list[str]], ...] = (
    names.without_name,
    names.without_label,
    names.named_alike,
    names.said_otherwise,
    names.not_dutch,
    keys.by_mouse_only,
    sizes.too_small,
    colours.hard_to_read,
)


def _start(window: MainWindow) -> QWidget:
    return window.findChildren(StartScreen)[0]


def _guide(window: MainWindow) -> QWidget:
    window.open_first_case()
    return workspace_of(window).findChildren(GuidePanel)[0]


def _line(window: MainWindow) -> QWidget:
    panel = _guide(window)
    assert isinstance(panel, GuidePanel)
    workspace_of(window).add_case()
    panel._show_next()
    panel._show_next()
    return panel


def _help(window: MainWindow) -> QWidget:
    window.open_first_case()
    workspace_of(window).add_case()
    workspace_of(window).show_step(2)
    window.help.show_help()
    return workspace_of(window).findChildren(HelpPanel)[0]


def _keys(window: MainWindow) -> QWidget:
    shown = KeysWindow(window)
    shown.open()
    return shown


SHOWN = (_start, _guide, _line, _help, _keys)


@pytest.fixture(params=[(theme.LIGHT, 100), (theme.DARK, 200)], ids=["light", "dark, 200%"])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, *request.param)
    yield
    theme.apply(qapp, theme.LIGHT, 100)


@pytest.mark.parametrize("show", SHOWN)
@pytest.mark.usefixtures("look")
def test_the_rules(show: Callable[[MainWindow], QWidget], window: MainWindow, qtbot: QtBot) -> None:
    window.resize(*SIZE)
    shown = show(window)
    assert [breach for rule in RULES for breach in rule(shown)] == []
    qtbot.waitUntil(lambda: sizes.cut_off(shown) + sizes.overlapping(shown) == [])
    assert window.width() == SIZE[0], "nothing makes the window wider than the smallest screen"
    shown.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown.window())
    passed, wrong = keys.walk(shown)
    assert wrong == []
    assert keys.out_of_order(shown, passed) == []
