"""The guided first case: by keyboard from the start screen to the gespreksnotitie, and left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.first_case_content import first_steps
from hgkm_desktop.paths import user_data_dir
from hgkm_desktop.ui.file.practice_file import NAME
from hgkm_desktop.ui.learning import guide_panel
from hgkm_desktop.ui.learning.guide_panel import GuidePanel
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.start_screen import FIRST_CASE, GO_ON
from tests.ui.keyboard import (
    CTRL,
    SHIFT,
    choose,
    fill,
    focused,
    name_of,
    press,
    tab_to,
    type_text,
    wait_until,
)
from tests.ui.open_window import (
    case_of,
    document_of,
    show_new_file,
    words_on_screen,
    workspace_of,
)

STEPS = {step.id: step for step in first_steps()}
STEP_IDS = list(STEPS)


def panel_of(window: MainWindow) -> GuidePanel:
    (panel,) = workspace_of(window).findChildren(GuidePanel)
    return panel


def step_of(window: MainWindow) -> str:
    return panel_of(window).step.id


def press_in(window: MainWindow, words: str) -> None:
    found = [b for b in panel_of(window).findChildren(QPushButton) if b.text() == words]
    found[0].click()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told by the panel."""
    told: list[str] = []

    def tell(widget: QWidget, words: str) -> None:
        told.append(words)

    monkeypatch.setattr(guide_panel, "announce", tell)
    return told


# --- with the keyboard alone ------------------------------------------------------------


def _people() -> None:
    press(Qt.Key.Key_2, CTRL)
    for name in ("politie", "wijkteam"):
        tab_to("Organisatie toevoegen")
        press(Qt.Key.Key_Space)
        tab_to("Organisatie")
        fill(name)
        press(Qt.Key.Key_Return)
    for start, function in (("p", "wijkagent"), ("w", "hulpverlener")):
        tab_to("Deelnemer toevoegen")
        press(Qt.Key.Key_Space)
        tab_to("Organisatie")
        choose(start)
        tab_to("Functie")
        fill(function)
        press(Qt.Key.Key_Return)


def _line() -> None:
    press(Qt.Key.Key_3, CTRL)
    press(Qt.Key.Key_L, CTRL)
    for line in STEPS["lijn"].to_type:
        assert name_of(focused()) == "Invoerregel"
        type_text(line)
        press(Qt.Key.Key_Return)


def _beleving() -> None:
    press(Qt.Key.Key_T, CTRL)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_R)


def _les() -> None:
    press(Qt.Key.Key_5, CTRL)
    tab_to("Les toevoegen")
    press(Qt.Key.Key_Space)
    tab_to("De les in één zin")
    type_text(STEPS["les"].to_type[0])
    tab_to("Bewaren")
    press(Qt.Key.Key_Space)


def _actie() -> None:
    press(Qt.Key.Key_6, CTRL)
    tab_to("Verbeteractie toevoegen")
    press(Qt.Key.Key_Space)
    tab_to("Wat gaat er gebeuren")
    type_text(STEPS["actie"].to_type[0])
    tab_to("Eigenaar")
    fill("wijkteam")
    tab_to("Bewaker")
    fill("regionaal overleg")
    tab_to("Bewaren")
    press(Qt.Key.Key_Space)


def test_from_the_start_screen_to_the_notitie_with_the_keyboard(
    window: MainWindow, said: list[str]
) -> None:
    tab_to(FIRST_CASE)
    assert "Stap voor stap, in een oefenbestand." in words_on_screen(window)
    press(Qt.Key.Key_Space)
    assert step_of(window) == "casus"
    press(Qt.Key.Key_N, CTRL)
    assert step_of(window) == "aanleiding"
    tab_to("Aanleiding")
    type_text(STEPS["aanleiding"].to_type[0])
    press(Qt.Key.Key_Tab)
    for work, after in (
        (_people, "lijn"),
        (_line, "beleving"),
        (_beleving, "les"),
        (_les, "actie"),
        (_actie, "notitie"),
    ):
        work()
        assert step_of(window) == after
    press(Qt.Key.Key_G, CTRL)
    assert step_of(window) == "klaar"
    press(Qt.Key.Key_Escape)
    wait_until(lambda: QApplication.activeModalWidget() is None)
    assert "U hebt het allemaal gedaan" in words_on_screen(panel_of(window))
    assert len([words for words in said if words.startswith("Gedaan: ")]) == len(STEPS) - 1
    assert len(case_of(window).events) == 3


# --- what it is ---------------------------------------------------------------------------


def test_the_file_is_encrypted_and_its_passphrase_shown(window: MainWindow) -> None:
    window.resize(1280, 720)
    window.open_first_case()
    path = document_of(window).file.path
    assert path == user_data_dir() / NAME
    assert not path.read_bytes().startswith(b"SQLite")
    assert "Oefenbestand. Het wachtwoord is:" in words_on_screen(window)


def test_who_comes_back_goes_on(window: MainWindow) -> None:
    window.open_first_case()
    workspace_of(window).add_case()
    window.close_file()
    tab_to(GO_ON)
    assert "verder in uw oefenbestand" in focused().accessibleDescription()
    assert "verder in uw oefenbestand" in words_on_screen(window)
    press(Qt.Key.Key_Space)
    assert step_of(window) == "aanleiding"


def test_another_case_begins_anew(window: MainWindow) -> None:
    window.open_first_case()
    workspace_of(window).add_case()
    press_in(window, "Overslaan")
    workspace_of(window).add_case()
    assert step_of(window) == "aanleiding"


def test_it_never_takes_the_keyboard(window: MainWindow) -> None:
    window.open_first_case()
    press(Qt.Key.Key_N, CTRL)
    before = focused()
    tab_to("Aanleiding")
    type_text("Het begon laat.")
    press(Qt.Key.Key_Tab)
    assert step_of(window) == "deelnemers"
    assert before is not focused()
    assert not panel_of(window).has_keyboard


def test_back_and_past(window: MainWindow) -> None:
    window.open_first_case()
    press_in(window, "Overslaan")
    press_in(window, "Overslaan")
    assert step_of(window) == "deelnemers"
    press_in(window, "Vorige")
    assert step_of(window) == "aanleiding"
    for _ in range(len(STEPS)):
        if step_of(window) != "klaar":
            press_in(window, "Overslaan")
    assert step_of(window) == "klaar"


def test_what_is_done_is_not_passed_by_but_left(window: MainWindow) -> None:
    window.open_first_case()
    workspace_of(window).add_case()
    press_in(window, "Vorige")
    assert step_of(window) == "casus"
    press_in(window, "Volgende")
    assert step_of(window) == "aanleiding"


def test_it_leads_to_the_page(window: MainWindow) -> None:
    window.open_first_case()
    workspace_of(window).add_case()
    press_in(window, "Overslaan")
    press_in(window, "Breng mij erheen")
    assert workspace_of(window).current_step() == 1


def test_it_is_reached_and_left_with_keys(window: MainWindow) -> None:
    window.open_first_case()
    press(Qt.Key.Key_N, CTRL)
    press(Qt.Key.Key_E, CTRL | SHIFT)
    assert name_of(focused()) == "Uw eerste casus: Schrijf de aanleiding op"
    assert STEPS["aanleiding"].to_type[0] in focused().accessibleDescription()
    press(Qt.Key.Key_E, CTRL | SHIFT)
    assert not panel_of(window).has_keyboard
    press(Qt.Key.Key_E, CTRL | SHIFT)
    press(Qt.Key.Key_Escape)
    assert panel_of(window).isHidden()
    assert not panel_of(window).has_keyboard


def test_stopped_it_comes_back_where_it_was(window: MainWindow) -> None:
    window.open_first_case()
    press_in(window, "Overslaan")
    press_in(window, "Stoppen")
    assert panel_of(window).isHidden()
    press(Qt.Key.Key_E, CTRL | SHIFT)
    assert panel_of(window).isVisible()
    assert step_of(window) == "aanleiding"


def test_no_other_file_is_guided(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "eigen.hgkm")
    assert window.findChildren(GuidePanel) == []


def test_a_small_screen_with_large_text_leaves_room(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(700, 600)
    window.open_first_case()
    assert workspace_of(window)._cases.isHidden()
    press_in(window, "Stoppen")
    assert not workspace_of(window)._cases.isHidden()


@pytest.mark.parametrize("high", [720, 768])
def test_line_and_table_have_room_beside_the_guide(window: MainWindow, high: int) -> None:
    window.resize(1280, high)
    window.open_first_case()
    column = workspace_of(window)._cases
    assert column.isVisible(), "a case is made from there"
    workspace_of(window).add_case()
    assert not column.isVisible()
    press(Qt.Key.Key_3, CTRL)
    _line()
    page = workspace_of(window).timeline_page
    wait_until(lambda: page.timeline.width() >= 550)
    table = page.table
    rows = [table.visualRect(page.model.index(row, 0)) for row in range(page.model.rowCount())]
    whole = [row for row in rows if table.viewport().rect().contains(row.center())]
    assert len(whole) >= 2, "what was typed can be seen in the table"
    assert not table.visibleRegion().isEmpty()
    seen = table.visibleRegion().boundingRect()
    assert seen.height() == table.height(), "and nothing of that is outside the page"
    press_in(window, "Stoppen")
    assert column.isVisible()


def test_a_form_leaves_the_words_to_type_in_sight(window: MainWindow) -> None:
    window.resize(1280, 720)
    window.open_first_case()
    workspace_of(window).add_case()
    press(Qt.Key.Key_5, CTRL)
    tab_to("Les toevoegen")
    press(Qt.Key.Key_Space)
    dialog, panel = focused().window(), panel_of(window)
    assert dialog is not window
    end_of_form = (window.width() + dialog.width()) / 2  # a form stands in the middle
    words = panel.reading.mapTo(window, panel.reading.rect().topLeft()).x()
    assert end_of_form <= words + 6, "the margin of the words"
    press(Qt.Key.Key_Escape)
