"""The list of exercises and playings at the left, and a day that cannot be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_list import WorkList
from tests.casefile.files import open_file
from tests.ui.an_exercise import EXERCISE, PLAYING
from tests.ui.keyboard import fill, press, tab_to
from tests.ui.open_window import document_of, show_new_file, workspace_of

Key = Qt.Key
OTHER = replace(EXERCISE, id="d" * 32, code="D2-2D", title="Het huis")
THEIRS = replace(PLAYING, id="c" * 32, code="C2-2C", title="Het huis", exercise_id=OTHER.id)


@pytest.fixture
def file(window: MainWindow, tmp_path: Path) -> MainWindow:
    show_new_file(window, tmp_path / "a.hgkm")
    for work in (EXERCISE, PLAYING, OTHER, THEIRS):
        document_of(window).edit("erbij", work)
    return window


def listed(window: MainWindow) -> list[str]:
    lists = [one for one in window.findChildren(WorkList) if one.isVisible()]
    (shown,) = [one for one in lists if one.kind.heading == "Oefenen"]
    return [str(button.property("work_id")) for button in shown._list.buttons]


def test_the_order_is_the_same_when_the_file_is_opened_again(
    file: MainWindow, tmp_path: Path
) -> None:
    before = listed(file)
    assert before == [EXERCISE.id, PLAYING.id, OTHER.id, THEIRS.id], "each under its exercise"
    file.close_file()
    file.show_file(open_file(tmp_path / "a.hgkm"))
    assert listed(file) == before


def test_a_day_that_cannot_be_read_is_told_once(file: MainWindow) -> None:
    workspace_of(file)._works.show(PLAYING.id)
    tab_to("Op welke dag")
    fill("31-02-2026")
    press(Key.Key_Tab)
    words = [one.text() for one in file.findChildren(QLabel) if one.isVisible()]
    told = [one for one in words if "31-02-2026" in one]
    assert len(told) == 1, told
