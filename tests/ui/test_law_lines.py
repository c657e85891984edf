"""The lines of the law on screen: off by default, one choice in the menu, and then on paper too."""

from __future__ import annotations

from pathlib import Path

from hgkm_desktop.timeline.choices import Band
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.ui.open_window import action_of, choose_in_menu, show_new_file, workspace_of

CASE = a_case_with(an_event("3 mei 2018", "eerst"), an_event("3 mei 2021", "daarna"))


def test_the_menu_shows_them_on_the_line_and_offers_them_on_paper(
    window: MainWindow, tmp_path: Path
) -> None:
    workspace = show_new_file(window, tmp_path / "a.hgkm", CASE)
    timeline = workspace.timeline_page.timeline
    assert Band.WETTEN not in timeline.choices.bands
    assert Band.WETTEN not in dict(workspace.screen_of_line().bands())
    choose_in_menu(window, "Wetswijzigingen tonen")
    assert action_of(window, "Wetswijzigingen tonen").isChecked()
    assert Band.WETTEN in timeline.choices.bands
    assert Band.WETTEN in dict(workspace_of(window).screen_of_line().bands())
    choose_in_menu(window, "Wetswijzigingen tonen")
    assert Band.WETTEN not in timeline.choices.bands
