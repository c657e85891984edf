"""The badge of the state has the colour of the state that it names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QPushButton

from hgkm_desktop.models.reading import read_through, taken_back
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.ui.parts.theme import current_theme
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.builders import a_case_with, an_event
from tests.ui.open_window import case_of, document_of, show_new_file, workspace_of


def colour(badge: QLabel) -> QColor:
    return badge.palette().color(QPalette.ColorRole.WindowText)


def test_the_badge_of_a_case_follows_its_state(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_case_with(an_event()))
    badge, theme = workspace_of(window)._header.state, current_theme()
    assert colour(badge) == QColor(theme.bad)
    read = read_through(case_of(window), "wijkteamleider", date(2026, 5, 3))
    document_of(window).edit("deelbaar maken", read)
    assert colour(badge) == QColor(theme.ink2)
    document_of(window).edit("weer in bewerking nemen", taken_back(case_of(window)))
    assert colour(badge) == QColor(theme.bad)


def test_the_badge_of_a_study_does_so_too(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_case_with(an_event()))
    made = [b for b in window.findChildren(QPushButton) if b.text() == "Nieuw onderzoek"]
    made[-1].click()
    (screen,) = window.findChildren(WorkScreen)
    assert colour(screen._state) == QColor(current_theme().bad)
    study = screen.shown.value
    assert study is not None
    screen.shown.edit("deelbaar maken", replace(study, state=CaseState.DEELBAAR))
    assert colour(screen._state) == QColor(current_theme().ink2)
