"""A trainer's day with the keyboard alone: an exercise of the library is taken, read through and
printed, two tables play its three rounds, its branch is seen, and what they chose is printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.methods.exercises import StepKind
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.ui.exercises.play_console import ConsolePage
from hgkm_desktop.ui.exercises.play_stage import PlayStage
from hgkm_desktop.ui.papers.work_documents import WorkDocuments
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.reports.pages import page_texts
from tests.ui.keyboard import CTRL, choose, fill, press, tab_to, wait_until
from tests.ui.open_window import document_of, show_new_file, words_on_screen

Key = Qt.Key
STORY = library()[0]


def do(name: str) -> None:
    tab_to(name)
    press(Key.Key_Space)


def the_exercise(window: MainWindow) -> Exercise:
    return next(w for w in document_of(window).works() if isinstance(w, Exercise))


def the_playing(window: MainWindow) -> Playing:
    return next(w for w in document_of(window).works() if isinstance(w, Playing))


def page(window: MainWindow) -> QWidget:
    (screen,) = [s for s in window.findChildren(WorkScreen) if s.isVisible()]
    return screen


def is_said(words: str) -> bool:
    return words in words_on_screen()


def take_from_library() -> None:
    tab_to("Oefenen toevoegen")
    press(Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for key in (Key.Key_Down, Key.Key_Return):
        QTest.keyClick(menu, key)
    press(Key.Key_Return)


def read_through(window: MainWindow) -> None:
    do("Herleidbaarheidscheck…")
    wait_until(lambda: is_said("Niets gevonden"))
    do("Ik heb")
    tab_to("Functie van wie naleest")
    fill("trainer")
    do("Deelbaar maken")
    press(Key.Key_Escape)


def is_made() -> bool:
    papers = QApplication.activeModalWidget()
    return isinstance(papers, WorkDocuments) and papers.draft is not None


def keep_paper(button: str, which: str, path: Path) -> str:
    """Keep one of the documents of what is shown, and give its words."""
    do(button)
    if which:
        tab_to("Welk document")
        choose(which)
    wait_until(is_made)
    do("Bewaren als pdf")
    fill(str(path))
    press(Key.Key_Return)
    wait_until(lambda: is_said(f"bewaard in {path}"))
    press(Key.Key_Escape)
    return " ".join(page_texts(path.read_bytes()))


def to_step(kind: StepKind, window: MainWindow) -> None:
    press(Key.Key_2, CTRL)
    (console,) = window.findChildren(ConsolePage)
    tab_to("Volgende stap")
    for _ in console.course.steps:
        press(Key.Key_Return)
        if console.course.step is not None and console.course.step.kind is kind:
            return
    raise AssertionError(f"no step {kind}")


def choose_for(table: str, number: int, why: str) -> None:
    tab_to(f"{table}: keuze")
    for _ in range(number):
        press(Key.Key_Down)
    tab_to(f"{table}: waarom")
    fill(why)
    press(Key.Key_Tab)


def play(window: MainWindow) -> None:
    """Each decision is chosen by both tables before the room sees what either of them chose."""
    for _ in range(2):
        do("Tafel erbij")
    for number, point in enumerate(STORY.points):
        to_step(StepKind.DECISION, window)
        press(Key.Key_3, CTRL)
        choose_for("Tafel 1", 1, f"reden een {number}")
        choose_for("Tafel 2", 2, f"reden twee {number}")
        to_step(StepKind.HAPPENED, window)
        assert point.happened in words_on_screen(page(window))
    press(Key.Key_4, CTRL)
    do("Aantekening toevoegen…")
    fill("de een belde, de ander keek nog even aan")
    do("Bewaren")


def in_the_room(window: MainWindow) -> None:
    """Back one round and on again with the keys of a clicker."""
    press(Key.Key_2, CTRL)
    do("Tonen op het scherm")
    (stage,) = window.findChildren(PlayStage)
    wait_until(stage.isActiveWindow)
    before = the_playing(window)
    press(Key.Key_R)
    assert the_playing(window).place < before.place
    assert the_playing(window).choices == before.choices
    press(Key.Key_Escape)
    wait_until(lambda: not [s for s in window.findChildren(PlayStage) if s.isVisible()])


def test_a_day_of_a_trainer(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm")
    take_from_library()
    assert the_exercise(window).title == STORY.title
    read_through(window)
    assert the_exercise(window).state is CaseState.DEELBAAR
    book = keep_paper("Documenten…", "", tmp_path / "oefenboek.pdf")
    cards = keep_paper("Documenten…", "Rolkaarten", tmp_path / "rolkaarten.pdf")
    sheets = keep_paper("Documenten…", "Deelnemersbladen", tmp_path / "bladen.pdf")
    answer = " ".join(STORY.points[0].answer.split())[:60]
    assert answer in book
    assert answer not in cards + sheets
    assert STORY.branches[0].name_with.casefold() in book.casefold()

    do("Nieuwe speelbeurt")
    play(window)
    assert len(the_playing(window).choices) == 2 * len(STORY.points)
    in_the_room(window)
    to_step(StepKind.BRANCH, window)
    assert STORY.branches[0].question in words_on_screen(page(window))
    to_step(StepKind.CLOSING, window)
    press(Key.Key_1, CTRL)
    read_through(window)
    told = keep_paper("Verslag van de speelbeurt…", "", tmp_path / "verslag.pdf")
    assert "reden een 0" in told
    assert f"reden twee {len(STORY.points) - 1}" in told
    assert "de een belde, de ander keek nog even aan" in told
