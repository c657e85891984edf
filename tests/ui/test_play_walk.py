"""A trainer plays three rounds with two tables, with the keyboard alone: laptop and room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hgkm_desktop.methods.exercises import StepKind
from hgkm_desktop.models.playing import Playing, TableChoice
from hgkm_desktop.ui.case.instruments_window import InstrumentsWindow
from hgkm_desktop.ui.exercises.play_console import ConsolePage
from hgkm_desktop.ui.exercises.play_course import PlayCourse
from hgkm_desktop.ui.exercises.play_stage import PlayStage
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.casefile.files import open_file
from tests.ui.an_exercise import EXERCISE, OPTIONS, PLAYING, POINTS, SECRETS, TABLES, at
from tests.ui.keyboard import CTRL, choose, focused, name_of, press, tab_to, type_text
from tests.ui.open_window import document_of, show_new_file, words_on_screen, workspace_of

Key = Qt.Key
EMPTY = replace(PLAYING, tables=())


@pytest.fixture
def file(window: MainWindow, tmp_path: Path) -> MainWindow:
    show_new_file(window, tmp_path / "a.hgkm")
    return window


def show(window: MainWindow, playing: Playing = EMPTY) -> None:
    for label in ("oefening", "deelbaar"):  # what is new must be read through first
        document_of(window).edit(label, EXERCISE)
    document_of(window).edit("speelbeurt", playing)
    workspace_of(window)._works.show(playing.id)


def played(window: MainWindow) -> Playing:
    (found,) = [work for work in document_of(window).works() if isinstance(work, Playing)]
    return found


def page(window: MainWindow) -> QWidget:
    (screen,) = [s for s in window.findChildren(WorkScreen) if s.isVisible()]
    return screen


def go_to(number: int) -> None:
    press(Key(Key.Key_0.value + number), CTRL)


def press_button(name: str) -> None:
    tab_to(name)
    press(Key.Key_Return)


def choose_for(table: str, letter: str, why: str) -> None:
    """Type what a table chose, on the page Keuzes."""
    tab_to(f"{table}: keuze")
    choose(letter)
    tab_to(f"{table}: waarom")
    type_text(why)
    press(Key.Key_Tab)


def to_step(kind: StepKind, window: MainWindow) -> None:
    """Press 'Volgende stap' on the page Spelen until the next step of this kind."""
    go_to(2)
    (console,) = window.findChildren(ConsolePage)
    tab_to("Volgende stap")
    for _ in range(len(console.course.steps)):
        press(Key.Key_Return)
        step = console.course.step
        if step is not None and step.kind is kind:
            return
    raise AssertionError(f"no step {kind}")


def test_three_rounds_with_two_tables(file: MainWindow) -> None:
    show(file)
    press_button("Tafel erbij")
    press_button("Tafel erbij")
    assert [table.name for table in played(file).tables] == ["Tafel 1", "Tafel 2"]
    for number in range(3):
        to_step(StepKind.DECISION, file)
        go_to(3)
        choose_for("Tafel 1", "A", f"eerst {number}")
        choose_for("Tafel 2", "B" if number else "A", "")
        go_to(2)
        assert "Elke tafel heeft gekozen" in words_on_screen(page(file))
    assert [choice.option_id for choice in played(file).choices] == [
        *(OPTIONS[0].id, OPTIONS[0].id),
        *(OPTIONS[0].id, OPTIONS[1].id) * 2,
    ]
    before = played(file)
    press_button("Ronde terug")
    assert replace(played(file), place=before.place) == before
    to_step(StepKind.DECISION, file)
    to_step(StepKind.HAPPENED, file)
    assert "geheim antwoord" in words_on_screen(page(file))  # the trainer's own page
    go_to(4)
    seen = words_on_screen(page(file))
    assert all(words in seen for words in ("Nog even wachten", "De politie ging langs."))
    press_button("Aantekening toevoegen…")
    type_text("de een belde, de ander niet")
    press_button("Bewaren")
    (said,) = played(file).differences
    assert said.decision_id == POINTS[2].id
    to_step(StepKind.BRANCH, file)
    assert "zes mensen aan tafel" in words_on_screen(page(file))
    to_step(StepKind.CLOSING, file)
    assert "Dit is het eind." in words_on_screen(page(file))


def test_the_room_and_the_laptop_go_together(file: MainWindow) -> None:
    show(file, at(0))
    go_to(2)
    press_button("Tonen op het scherm")
    assert len(file.findChildren(PlayStage)) == 1
    press(Key.Key_PageDown)
    assert played(file).place == 1
    seen = words_on_screen(page(file))
    assert "Ronde 1: Begin · Wat er op de lijn komt" in seen
    assert all(words in seen for words in (SECRETS[0], SECRETS[3]))
    press(Key.Key_P)
    assert "Nog 15 minuten, pauze" in words_on_screen(page(file))
    press(Key.Key_Escape)
    assert not [s for s in file.findChildren(PlayStage) if s.isVisible()]
    tab_to("Volgende stap")


def test_the_instruments_of_the_moment_are_at_hand(file: MainWindow) -> None:
    show(file, at(2))
    go_to(2)
    press_button("Middelen van toen")
    (window,) = file.findChildren(InstrumentsWindow)
    assert "maart 2018" in words_on_screen(window)
    press(Key.Key_Escape)


def test_an_instrument_of_later_is_warned_of_and_kept(file: MainWindow) -> None:
    show(file, at(2))
    go_to(3)
    tab_to("Tafel 1: welke veiligheidsinterventie")
    press(Key.Key_End)
    (choice,) = played(file).choices
    assert choice.instrument
    assert f"‘{choice.instrument}’ bestond op dat moment niet" in words_on_screen(page(file))


def test_what_is_being_typed_stays_with_its_decision(file: MainWindow) -> None:
    show(file, at(2))
    go_to(3)
    tab_to("Tafel 1: waarom")
    type_text("omdat het moet")
    (course,) = file.findChildren(PlayCourse)
    course.go(4)  # by a clicker, to the next decision
    (choice,) = played(file).choices
    assert (choice.decision_id, choice.why) == (POINTS[0].id, "omdat het moet")


def test_a_table_that_goes_says_what_goes_along(file: MainWindow) -> None:
    show(file, at(2))
    go_to(3)
    choose_for("Tafel 1", "A", "")
    go_to(1)
    tab_to("Tafels")
    press(Key.Key_Home)
    press(Key.Key_Delete)
    press_button("Weghalen")
    assert "met 1 keuze van deze tafel" in words_on_screen(page(file))
    assert (played(file).tables, played(file).choices) == (TABLES[1:], ())
    press(Key.Key_Z, CTRL)
    assert [choice.table_id for choice in played(file).choices] == [TABLES[0].id]


def test_a_table_is_called_one_thing(file: MainWindow) -> None:
    show(file, at(0))
    press_button("Tafel toevoegen…")
    type_text("tafel 1")
    press_button("Bewaren")
    assert "Die tafel is er al." in words_on_screen()
    assert name_of(focused())
    assert len(played(file).tables) == 2
    press(Key.Key_Escape)
    press_button("Niet bewaren")


def test_after_a_break_it_goes_on_where_it_was(file: MainWindow, tmp_path: Path) -> None:
    show(file)
    go_to(2)
    tab_to("Volgende stap")
    for _ in range(4):
        press(Key.Key_Return)
    document_of(file).close()
    file.close_file()
    file.show_file(open_file(tmp_path / "a.hgkm"))
    workspace_of(file)._works.show(PLAYING.id)
    go_to(2)
    assert "Stap 5 van" in words_on_screen(page(file))


def test_a_playing_that_is_taken_away_goes_from_the_room(file: MainWindow) -> None:
    show(file, at(0))
    go_to(2)
    press_button("Tonen op het scherm")
    document_of(file).remove_work("weghalen", played(file))
    QTest.qWait(20)
    assert not [s for s in file.findChildren(PlayStage) if s.isVisible()]


def test_a_file_to_read_only_is_played_and_keeps_nothing(file: MainWindow, tmp_path: Path) -> None:
    show(file, at(0))
    document_of(file).close()
    file.close_file()
    file.show_file(open_file(tmp_path / "a.hgkm", read_only=True))
    workspace_of(file)._works.show(PLAYING.id)
    go_to(2)
    press_button("Volgende stap")
    assert "Stap 2 van" in words_on_screen(page(file))
    assert played(file).place == 0


def test_a_file_with_only_exercises_opens_at_the_step_where_the_playing_was(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "oefenen.hgkm"
    show_new_file(window, path)
    show(window, replace(PLAYING, place=3))
    window.close_file()
    window.show_file(open_file(path))
    (console,) = window.findChildren(ConsolePage)
    assert console.isVisible()
    assert "Stap 4 van" in words_on_screen(page(window))
    workspace_of(window)._show_case_desk()
    assert "nog leeg" not in words_on_screen(window)
    assert "nog geen casus" in words_on_screen(window)


def test_an_empty_file_says_that_it_is_empty(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "leeg.hgkm")
    assert "Dit casusbestand is nog leeg" in words_on_screen(window)


def test_it_is_asked_first_when_choices_would_go(file: MainWindow) -> None:
    chosen = TableChoice("f" * 32, POINTS[0].id, TABLES[0].id, option_id=OPTIONS[0].id)
    playing = replace(PLAYING, choices=(chosen,))
    show(file, playing)
    tab_to("Tafels")
    press(Key.Key_Home)
    press(Key.Key_Delete)
    assert "Wat deze tafel koos, gaat ook weg: 1 keuze." in words_on_screen()
    press(Key.Key_Return)
    assert played(file) == playing, "the default takes nothing away"
    tab_to("Tafels")
    press(Key.Key_End)
    press(Key.Key_Delete)
    assert played(file).tables == TABLES[:1], "a table that chose nothing goes at once"
    workspace_of(file)._works.show(EXERCISE.id)
    for number, listed in ((4, "Rondes"), (6, "Beslispunten")):
        go_to(number)
        tab_to(listed)
        press(Key.Key_Home)
        press(Key.Key_Delete)
        assert "staat hierbij 1 keuze van tafels" in words_on_screen()
        press(Key.Key_Escape)
    assert document_of(file).work_of(EXERCISE.id) == EXERCISE


def test_what_was_chosen_is_counted_when_its_table_or_question_is_taken_away(
    file: MainWindow,
) -> None:
    chosen = tuple(
        TableChoice(f"{number}f" * 16, POINTS[0].id, table.id, option_id=OPTIONS[0].id)
        for number, table in enumerate(TABLES)
    )
    playing = replace(PLAYING, choices=chosen)
    show(file, playing)
    tab_to("Tafels")
    press(Key.Key_Home)
    press(Key.Key_Delete)
    press_button("Weghalen")
    assert "Tafel weggehaald, met 1 keuze van deze tafel." in words_on_screen(page(file))
    press(Key.Key_Z, CTRL)
    assert played(file) == playing
    assert "Ongedaan gemaakt: tafel weghalen." in words_on_screen(file)
    press(Key.Key_Y, CTRL)
    assert "Opnieuw gedaan: tafel weghalen." in words_on_screen(file)
    press(Key.Key_Z, CTRL)
    workspace_of(file)._works.show(EXERCISE.id)
    go_to(6)
    tab_to("Beslispunten")
    press(Key.Key_Home)
    press(Key.Key_Delete)
    press_button("Weghalen")
    said = words_on_screen(page(file))
    assert f"zonder de vraag ({len(TABLES)} keuzes van tafels)" in said
    press(Key.Key_Z, CTRL)
    assert "Ongedaan gemaakt: beslispunt weghalen." in words_on_screen(file)
