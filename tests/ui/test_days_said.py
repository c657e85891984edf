"""A day is said as was chosen: on screen, in works, in documents and in other threads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hgkm_desktop.day_form import DayForm, choose_form
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.practice import BoardTalk
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.reports.content import Document, texts
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.line.line_screen import Screen
from hgkm_desktop.ui.papers.document_draft import Asked, Wishes, make_draft
from hgkm_desktop.ui.parts.background import Background
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import press, tab_to
from tests.ui.open_window import document_of, show_new_file, words_on_screen, workspace_of
from tests.ui.setting import DATES, asked, of_program, pick

Key = Qt.Key


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    yield
    choose_form(DayForm.VOLUIT)


def test_days_are_said_otherwise_at_once(window: MainWindow, tmp_path: Path) -> None:
    case = a_case_with(an_event("14 mrt 2021", "ruzie"), an_event("mei 2022", "rust"))
    show_new_file(window, tmp_path / "a.hgkm", case)
    table = workspace_of(window).timeline_page.table

    def when() -> list[str]:
        model = table.model()
        cells = [model.index(0, column).data() for column in range(model.columnCount())]
        return [str(cell) for cell in cells]

    assert "14 mrt 2021" in when()
    of_program()
    tab_to(DATES)
    pick("14-03")
    assert "14-03-2021" in when()
    press(Key.Key_Escape)
    assert document_of(window).case == case, "nothing of it changed"
    assert not document_of(window).undo_stack.canUndo()


def test_works_and_their_pages_say_days_otherwise_too(window: MainWindow, tmp_path: Path) -> None:
    talk = BoardTalk("a" * 32, "B2-2B", held_on=date(2021, 3, 14))
    show_new_file(window, tmp_path / "a.hgkm", a_case_with(an_event("2021")))
    document_of(window).edit("gesprek erbij", talk)
    workspace = workspace_of(window)
    workspace._works.show(talk.id)
    assert "14 maart 2021" in words_on_screen(workspace)
    of_program()
    tab_to(DATES)
    pick("14-03")
    press(Key.Key_Escape)
    assert "14-03-2021" in words_on_screen(workspace)
    assert "14 maart 2021" not in words_on_screen(workspace)
    assert workspace.work_on_screen == talk, "it stays on screen"
    workspace._works.show_page(1)
    of_program()
    tab_to(DATES)
    pick("14 mrt")
    press(Key.Key_Escape)
    screen = workspace._works._desk.currentWidget()
    assert isinstance(screen, WorkScreen)
    assert screen.current_page == 1, "and so does its page"


def test_work_in_another_thread_says_days_as_they_were_when_it_was_asked(qtbot: QtBot) -> None:
    background = Background()
    made: list[object] = []
    background.done.connect(made.append)
    choose_form(DayForm.CIJFERS)
    background.start(lambda _: day_text(date(2021, 3, 14)))
    choose_form(DayForm.VOLUIT)
    qtbot.waitUntil(lambda: bool(made))
    assert made == ["14-03-2021"]
    background.close()


def test_one_document_and_one_choice_give_the_same_bytes() -> None:
    case = a_case_with(an_event("14 mrt 2021", "ruzie"), id="1" * 32)
    screen = Screen(Choices(), Window(738156.0, 738521.0), frozenset())

    def pdf(form: DayForm) -> bytes:
        wishes, on = Wishes(DocumentKind.CASUSVERSLAG), date(2026, 1, 12)
        asked = Asked(case, wishes, screen, FileSettings(), on, 1, form)
        return make_draft(asked, lambda _: None).pdf

    first = pdf(DayForm.CIJFERS)
    choose_form(DayForm.KORT)  # what the window says meanwhile is nothing to it
    assert pdf(DayForm.CIJFERS) == first
    assert pdf(DayForm.VOLUIT) != first, "a control"


def test_a_document_that_is_seen_follows_the_days(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    case = a_case_with(an_event("14 mrt 2021", "ruzie"))
    show_new_file(window, tmp_path / "a.hgkm", case)
    assert window.open_file is not None
    documents = window.open_file.documents

    def said() -> str:
        qtbot.waitUntil(lambda: not documents.is_busy)
        assert documents._draft is not None
        content = documents._draft.content
        assert isinstance(content, Document)
        return " ".join(texts(content))

    documents.show_verslag()
    assert "14 maart 2021" in said()
    assert documents.window is not None
    documents.window.style_wanted.emit()
    dialog = asked()
    dialog._tabs.setCurrentIndex(0)
    tab_to(DATES)
    pick("14-03")
    assert "14-03-2021" in said()
    assert "14 maart 2021" not in said()
    press(Key.Key_Escape)
    assert documents.window.isVisible(), "the window of documents stays"
    documents.window.reject()
