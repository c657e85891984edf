"""Studies and rows of meetings stand beside the cases: made, filled, undone, and shown again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hgkm_desktop.models.study import Study
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.builders import a_case_with, an_event
from tests.casefile.files import open_file
from tests.ui.keyboard import focused, name_of, press, type_text, wait_until
from tests.ui.open_window import document_of, show_new_file, words_on_screen, workspace_of

Key = Qt.Key


def button(window: MainWindow, words: str) -> QPushButton:
    found = [b for b in window.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    return found[-1]


def work_button(window: MainWindow, study_id: str) -> QPushButton:
    return next(
        b
        for b in workspace_of(window).findChildren(QPushButton)
        if b.property("work_id") == study_id
    )


def screen(window: MainWindow) -> WorkScreen:
    (shown,) = [s for s in window.findChildren(WorkScreen) if s.isVisible()]
    return shown


def test_a_study_is_made_filled_and_found_again(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_case_with(an_event()))
    button(window, "Nieuw onderzoek").setFocus()
    press(Key.Key_Return)
    assert name_of(focused()) == "Neutrale titel"
    type_text("Waarom het doorgaat")
    press(Key.Key_Tab)
    wait_until(lambda: bool(document_of(window).works()))
    (study,) = document_of(window).works()
    assert isinstance(study, Study)
    assert study.title == "Waarom het doorgaat"
    assert f"Onderzoek {study.code}" in words_on_screen(screen(window))
    assert "Opgeslagen" in words_on_screen(screen(window))
    window.close_file()
    window.show_file(open_file(tmp_path / "a.hgkm"))
    assert document_of(window).works() == (study,)
    work_button(window, study.id).click()
    assert f"Onderzoek {study.code}" in words_on_screen(screen(window))


def test_undo_takes_a_new_study_away_and_shows_the_case(window: MainWindow, tmp_path: Path) -> None:
    case = a_case_with(an_event())
    show_new_file(window, tmp_path / "a.hgkm", case)
    button(window, "Nieuw overleg").click()
    assert screen(window).isVisible()
    document_of(window).undo_stack.undo()
    assert document_of(window).works() == ()
    assert not [s for s in window.findChildren(WorkScreen) if s.isVisible()]
    assert f"Casus {case.code}" in words_on_screen(workspace_of(window))
    document_of(window).undo_stack.redo()
    assert len(document_of(window).works()) == 1


def test_the_case_comes_back_when_it_is_chosen(window: MainWindow, tmp_path: Path) -> None:
    case = a_case_with(an_event())
    show_new_file(window, tmp_path / "a.hgkm", case)
    button(window, "Nieuw onderzoek").click()
    of_case = next(b for b in window.findChildren(QPushButton) if b.property("case_id") == case.id)
    assert not of_case.isChecked()
    of_case.click()
    assert of_case.isChecked()
    assert f"Casus {case.code}" in words_on_screen(workspace_of(window))


def test_a_file_that_is_only_read_shows_works_and_makes_none(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "a.hgkm"
    show_new_file(window, path, a_case_with(an_event()))
    button(window, "Nieuw onderzoek").click()
    window.close_file()
    window.show_file(open_file(path, read_only=True))
    assert not button(window, "Nieuw onderzoek").isEnabled()
    (study,) = document_of(window).works()
    work_button(window, study.id).click()
    assert f"Onderzoek {study.code}" in words_on_screen(screen(window))
