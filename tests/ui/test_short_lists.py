"""What is of little use takes little room on a small screen: lists of few rows, and the header."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_betrokkene, a_case_with, a_deelnemer, an_organisation
from tests.ui.an_exercise import EXERCISE, PLAYING
from tests.ui.keyboard import CTRL, press, wait_until
from tests.ui.open_window import case_of, document_of, show_new_file, workspace_of

MOST = QListWidget.sizeHint


def is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().height() == widget.height()


@pytest.fixture
def small(window: MainWindow) -> MainWindow:
    window.resize(1280, 720)
    return window


def test_all_lists_of_deelnemers_fit_a_small_screen(small: MainWindow, tmp_path: Path) -> None:
    politie, wijkteam = an_organisation("politie"), an_organisation("wijkteam")
    table = (a_deelnemer(politie), a_deelnemer(wijkteam))
    case = a_case_with(a_betrokkene("moeder"), politie, wijkteam, *table)
    shown = show_new_file(small, tmp_path / "a.hgkm", case)
    press(Qt.Key.Key_2, CTRL)
    lists = [one for one in shown.findChildren(RecordList) if one.isVisible()]
    assert len(lists) == 3
    wait_until(lambda: all(is_whole(one._add) and is_whole(one._list) for one in lists))


def test_a_long_list_takes_no_more_than_any_list(small: MainWindow, tmp_path: Path) -> None:
    many = [an_organisation(f"organisatie {number}") for number in range(30)]
    shown = show_new_file(small, tmp_path / "a.hgkm", a_case_with(*many))
    press(Qt.Key.Key_2, CTRL)
    (listed,) = (one for one in shown.findChildren(RecordList) if one._list.count() == 30)
    assert listed._list.sizeHint() == MOST(listed._list)


def test_a_table_more_can_be_asked_for_in_sight(small: MainWindow, tmp_path: Path) -> None:
    show_new_file(small, tmp_path / "a.hgkm")
    for words in ("oefening", "deelbaar"):  # what is new must be read through first
        document_of(small).edit(words, EXERCISE)
    document_of(small).edit("speelbeurt", PLAYING)
    workspace_of(small)._works.show(PLAYING.id)
    assert len(PLAYING.tables) == 2
    (more,) = (b for b in small.findChildren(QPushButton) if b.text() == "Tafel erbij")
    wait_until(lambda: is_whole(more))


def test_saying_when_it_was_saved_takes_no_room_from_the_line(
    small: MainWindow, tmp_path: Path
) -> None:
    small.resize(1260, 660)  # all that a window bar and a task bar leave
    header = show_new_file(small, tmp_path / "a.hgkm", a_case_with())._header
    wait_until(lambda: header.width() > 1000)
    before = header.height()
    document_of(small).edit("titel", replace(case_of(small), title="een titel"))
    wait_until(lambda: header.saved.text() != "Opgeslagen")
    wait_until(lambda: header.height() == header.heightForWidth(header.width()))
    assert header.height() == before
