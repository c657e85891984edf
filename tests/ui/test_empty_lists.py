"""Every empty list says what to do first, and the button to do it stands with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.practice import Sample
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from hgkm_desktop.ui.window.works import KINDS
from tests.builders import a_case_with
from tests.ui.open_window import show_new_file, workspace_of

SENTENCES = 2
"""That there is nothing yet, and what to do."""


def says_what_to_do(words: str) -> bool:
    return len(re.findall(r"[.?](?:\s|$)", words)) >= SENTENCES


def assert_leads_on(listed: RecordList) -> None:
    assert says_what_to_do(listed._empty.text()), (listed.kind.heading, listed._empty.text())
    assert listed._empty.isVisible()
    assert listed._add.isEnabled()


@pytest.fixture
def new_file(window: MainWindow, tmp_path: Path) -> MainWindow:
    show_new_file(window, tmp_path / "a.hgkm", a_case_with())
    return window


@pytest.mark.parametrize("step", range(8))
def test_the_lists_of_a_new_case(new_file: MainWindow, step: int) -> None:
    workspace = workspace_of(new_file)
    workspace.show_step(step)
    for listed in workspace.findChildren(RecordList):
        if listed.isVisible():
            assert_leads_on(listed)


@pytest.mark.parametrize("made", [made for kind in KINDS for made in kind.types])
def test_the_lists_of_a_new_work(new_file: MainWindow, made: type[Work]) -> None:
    workspace = workspace_of(new_file)
    workspace._works._make(made)
    screen = workspace._works._desk.currentWidget()
    assert isinstance(screen, WorkScreen)
    for number in range(screen.page_count):
        screen.show_page(number)
        for listed in screen.findChildren(RecordList):
            if listed.isVisible() and not listed._list.count():
                assert_leads_on(listed)


def test_a_list_that_only_says_it_is_empty_would_be_seen() -> None:
    assert not says_what_to_do("Nog geen lessen.")
    assert says_what_to_do("Nog geen lessen. Begin met de eerste.")


def test_a_file_without_a_case_begins_with_a_button(window: MainWindow, tmp_path: Path) -> None:
    workspace = show_new_file(window, tmp_path / "a.hgkm")
    (first,) = [b for b in workspace.findChildren(QPushButton) if b.text() == "Eerste casus maken"]
    assert first.isVisible()
    assert first.hasFocus()


def page_of(window: MainWindow, made: type[Work], name: str) -> WorkScreen:
    workspace_of(window)._works._make(made)
    screen = workspace_of(window)._works._desk.currentWidget()
    assert isinstance(screen, WorkScreen)
    assert screen.show_named(name)
    return screen


@pytest.mark.parametrize(
    ("made", "name", "first"),
    [
        (Study, "Factoren", "Casussen"),
        (Study, "Uitkomsten", "Casussen"),
        (Sample, "Werkbladen", "Casussen"),
        (Sample, "Telling", "Casussen"),
        (FigureSet, "Beeld", "Cijfers"),
        (FigureSet, "Duiding", "Cijfers"),
    ],
)
def test_an_empty_page_leads_to_where_it_begins(
    new_file: MainWindow, made: type[Work], name: str, first: str
) -> None:
    screen = page_of(new_file, made, name)
    (go,) = [
        b for b in screen.findChildren(QPushButton) if b.text() == f"Naar {first}" and b.isVisible()
    ]
    go.click()
    assert screen._listed[screen._steps.checkedId()][0] == first
