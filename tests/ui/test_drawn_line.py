"""A line that is only looked at grows with the text, and fits the width it gets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.models.exercise import line_of
from hgkm_desktop.ui.exercises.branch_view import BranchView
from hgkm_desktop.ui.exercises.drawn_line import DrawnLine
from hgkm_desktop.ui.exercises.exercise_line_view import LineView
from hgkm_desktop.ui.parts import theme
from tests.methods.branch_lines import BRANCH, EXERCISE


def a_line() -> DrawnLine:
    view = LineView()
    view.show_line(line_of(library()[1]))
    return view


def a_branch() -> DrawnLine:
    return BranchView(EXERCISE, BRANCH)


@pytest.fixture(params=[a_line, a_branch])
def view(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[DrawnLine]:
    made: DrawnLine = request.param()
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show()
    before = theme.current_theme()
    yield made
    theme.apply(qapp, before, 100)


def test_it_is_drawn_anew_when_the_text_grows(view: DrawnLine, qapp: QApplication) -> None:
    heights: list[int] = []
    view.drawn.connect(heights.append)
    usual = view.sizeHint().height()
    theme.apply(qapp, theme.LIGHT, 200)
    assert heights
    assert heights[-1] == view.sizeHint().height() > 1.4 * usual


def test_it_needs_no_more_height_where_it_is_wider(view: DrawnLine) -> None:
    wide = view.sizeHint().height()
    view.resize(420, 400)
    assert view.sizeHint().height() >= wide
    assert view.minimumSizeHint().width() <= 420


def test_an_empty_line_draws_nothing(qtbot: QtBot) -> None:
    view = LineView()
    qtbot.addWidget(view)
    assert view.sizeHint().height() == 1
