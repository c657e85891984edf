"""Help with F1: of what is on screen, beside the work, and out of its way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from hgkm_desktop.models.help_content import screen_help
from hgkm_desktop.models.steps_content import StepPage
from hgkm_desktop.models.works import Work
from hgkm_desktop.paths import resource
from hgkm_desktop.ui.case.step_way import PAGES
from hgkm_desktop.ui.learning.guide_panel import GuidePanel
from hgkm_desktop.ui.learning.help_panel import NO_CASE, OF_WORK, HelpPanel
from hgkm_desktop.ui.learning.manual_window import ManualWindow
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.case_list import CaseList
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.works import KINDS
from tests.builders import a_case_with
from tests.ui.keyboard import CTRL, SHIFT, focused, name_of, press
from tests.ui.open_window import show_new_file, words_on_screen, workspace_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def with_case(window: MainWindow, tmp_path: Path) -> MainWindow:
    show_new_file(window, tmp_path / "a.hgkm", a_case_with())
    return window


def panel_of(window: MainWindow) -> HelpPanel:
    (panel,) = workspace_of(window).findChildren(HelpPanel)
    return panel


def test_every_screen_has_help_and_all_help_has_a_screen() -> None:
    screens = {page.value for page in PAGES} | set(OF_WORK.values()) | {NO_CASE}
    assert set(screen_help()) == screens
    assert set(OF_WORK) == {made for kind in KINDS for made in kind.types}


def test_help_asks_warns_and_says_where_it_comes_from() -> None:
    sources = (ROOT / "docs" / "bronnen.md").read_text(encoding="utf-8")
    for told in screen_help().values():
        assert told.questions
        assert told.cautions
        title = told.source.partition(",")[0]
        assert f"**{title}" in sources, told.source


def test_more_is_where_the_manual_has_it() -> None:
    manual = resource("handleiding/handleiding.md").read_text(encoding="utf-8")
    headings = set(re.findall(r"(?m)^#+ (.*)$", manual))
    assert {told.manual for told in screen_help().values()} <= headings


def test_it_follows_the_steps(with_case: MainWindow) -> None:
    press(Qt.Key.Key_F1)
    for number, page in enumerate(PAGES):
        workspace_of(with_case).show_step(number)
        assert screen_help()[page.value].purpose in words_on_screen(panel_of(with_case))


@pytest.mark.parametrize("made", [made for kind in KINDS for made in kind.types])
def test_it_follows_the_works(with_case: MainWindow, made: type[Work]) -> None:
    workspace = workspace_of(with_case)
    press(Qt.Key.Key_F1)
    workspace._works._make(made)
    assert screen_help()[OF_WORK[made]].purpose in words_on_screen(panel_of(with_case))
    workspace.show_step(0)
    assert screen_help()["aanleiding"].purpose in words_on_screen(panel_of(with_case))


def test_an_empty_file_has_help_too(window: MainWindow, tmp_path: Path) -> None:
    workspace = show_new_file(window, tmp_path / "a.hgkm")
    press(Qt.Key.Key_F1)
    assert screen_help()[NO_CASE].purpose in words_on_screen(panel_of(window))
    workspace.add_case()
    assert screen_help()["aanleiding"].purpose in words_on_screen(panel_of(window))


def test_the_keyboard_goes_there_and_back(with_case: MainWindow) -> None:
    workspace_of(with_case).show_step(0)
    press(Qt.Key.Key_F1)
    assert name_of(focused()) == "Hulp bij dit scherm: Aanleiding"
    assert screen_help()["aanleiding"].questions[0] in focused().accessibleDescription()
    press(Qt.Key.Key_F1)
    assert not panel_of(with_case).has_keyboard
    assert panel_of(with_case).isVisible()


def test_a_step_with_help_open_keeps_the_keyboard_in_the_work(with_case: MainWindow) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_5, CTRL)
    assert not panel_of(with_case).has_keyboard


def test_escape_puts_it_away(with_case: MainWindow) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Escape)
    assert panel_of(with_case).isHidden()
    assert not panel_of(with_case).has_keyboard


def test_it_leads_to_the_manual(with_case: MainWindow) -> None:
    press(Qt.Key.Key_F1)
    (more,) = [b for b in panel_of(with_case).findChildren(QPushButton) if "handl" in b.text()]
    more.click()
    (manual,) = with_case.findChildren(ManualWindow)
    assert manual.isVisible()
    manual.close()


def test_on_the_start_screen_the_manual_opens(window: MainWindow) -> None:
    press(Qt.Key.Key_F1)
    (manual,) = window.findChildren(ManualWindow)
    assert manual.isVisible()
    manual.close()


def test_the_guide_waits_for_help(window: MainWindow) -> None:
    window.open_first_case()
    (guide,) = workspace_of(window).findChildren(GuidePanel)
    press(Qt.Key.Key_F1)
    assert guide.isHidden()
    press(Qt.Key.Key_Escape)
    assert guide.isVisible()


@pytest.fixture
def text_as_it_was(qapp: QApplication) -> Iterator[None]:
    before = theme.current_theme()
    yield
    theme.apply(qapp, before, 100)


SMALL, LARGE = (1280, 650), (1800, 900)


def beside(window: MainWindow) -> tuple[bool, bool]:
    """Whether help, and whether the list of what is open, stands beside the work."""
    return panel_of(window).isVisible(), workspace_of(window).has_list


@pytest.mark.parametrize("percents", [100, 150])
@pytest.mark.usefixtures("text_as_it_was")
def test_on_a_small_screen_help_and_what_is_open_take_turns(
    with_case: MainWindow, qapp: QApplication, percents: int
) -> None:
    theme.apply(qapp, theme.LIGHT, percents)
    with_case.resize(*SMALL)
    press(Qt.Key.Key_3, CTRL)
    press(Qt.Key.Key_F1)
    assert beside(with_case) == (True, False)
    press(Qt.Key.Key_F4)
    assert beside(with_case) == (False, True)
    press(Qt.Key.Key_F1)
    assert beside(with_case) == (True, False)
    assert panel_of(with_case).has_keyboard
    assert with_case.minimumSizeHint().width() <= SMALL[0]
    assert with_case.width() == SMALL[0]


def test_on_a_large_screen_they_stand_beside_each_other(with_case: MainWindow) -> None:
    with_case.resize(*LARGE)
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_F4)
    assert beside(with_case) == (True, True)


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_F4])
def test_on_a_small_screen_what_stands_beside_a_case_gets_the_room_of_the_cases(
    with_case: MainWindow, key: Qt.Key
) -> None:
    with_case.resize(*SMALL)
    cases = workspace_of(with_case).findChild(CaseList)
    assert cases is not None
    assert cases.isVisible()
    press(key)
    assert not cases.isVisible()
    press(Qt.Key.Key_Escape)
    assert cases.isVisible()


def test_the_guide_waits_for_what_is_open_too(window: MainWindow) -> None:
    window.open_first_case()
    window.resize(*SMALL)
    press(Qt.Key.Key_N, CTRL)
    (guide,) = workspace_of(window).findChildren(GuidePanel)
    press(Qt.Key.Key_F4)
    assert guide.isHidden()
    press(Qt.Key.Key_Escape)
    assert guide.isVisible()
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_E, CTRL | SHIFT)
    assert guide.has_keyboard
    assert window.width() == SMALL[0]


def test_a_page_that_nobody_shows_has_no_help_of_its_own() -> None:
    assert StepPage.RONDE.value not in screen_help()
