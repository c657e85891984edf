"""A sample in the window: how it was drawn, worksheets with suggestions, counts, and what goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QMenu, QPushButton

from hgkm_desktop.methods.samples import answer_of
from hgkm_desktop.models.practice import Sample, SampleCase
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import EventKind, Reply, SampleQuestion
from hgkm_desktop.ui.practice.sample_sheet import NOTHING, SheetForm
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.builders import a_case_with, an_event
from tests.casefile.files import new_file, open_file
from tests.ui.keyboard import CTRL, choose, fill, focused, name_of, press, tab_to, wait_until
from tests.ui.open_window import (
    case_of,
    choose_in_menu,
    document_of,
    show_new_file,
    words_on_screen,
    workspace_of,
)

Key = Qt.Key
BAN = an_event(
    "12-21 juni 2023", "Huisverbod", kind=EventKind.BESLUIT, instrument="tijdelijk_huisverbod"
)
HELP = an_event("14 juni 2023", "Hulp van het wijkteam", kind=EventKind.INTERVENTIE)
ONE = a_case_with(BAN, HELP, code="B2-2B")
TWO = a_case_with(an_event("2020", "verhuizing"), code="C3-3C")
QUESTION, ASKED = "hulp_aanvaard", "Nam het gezin hulp aan zolang het huisverbod gold?"


def a_sample() -> Sample:
    held = tuple(SampleCase(f"{n:032x}", case.id) for n, case in enumerate((ONE, TWO)))
    return Sample("e" * 32, "S4-4S", cases=held)


@pytest.fixture
def opened(window: MainWindow, tmp_path_factory: pytest.TempPathFactory) -> MainWindow:
    """A sample of two cases: one with a huisverbod and help, and one without either."""
    show_new_file(window, tmp_path_factory.mktemp("sample") / "a.hgkm", ONE, TWO)
    document_of(window).edit("nieuwe steekproef", a_sample())
    workspace_of(window)._works.show("e" * 32)
    return window


def sample_of(window: MainWindow, work_id: str = "e" * 32) -> Sample:
    sample = next(work for work in document_of(window).works() if work.id == work_id)
    assert isinstance(sample, Sample)
    return sample


def told(window: MainWindow) -> str:
    """The words and the lists of the page that is shown."""
    (screen,) = [s for s in window.findChildren(WorkScreen) if s.isVisible()]
    lists = [box for box in screen.findChildren(QListWidget) if box.isVisible()]
    items = [box.item(row).text() for box in lists for row in range(box.count())]
    return "\n".join([words_on_screen(screen), *items])


def test_out_of_how_many_is_a_number_that_can_be_or_nothing(opened: MainWindow) -> None:
    tab_to("Uit hoeveel casussen")
    for typed, problem in (("veel", "Vul een heel getal in"), ("-3", "Vul een heel getal in")):
        fill(typed)
        press(Key.Key_Return)
        assert problem in told(opened)
    fill("1")
    press(Key.Key_Return)
    assert "heeft al 2 casussen" in told(opened)
    assert sample_of(opened).drawn_from is None
    fill("23")
    press(Key.Key_Return)
    assert sample_of(opened).drawn_from == 23
    assert "2 van de 23 casussen van die periode." in told(opened)
    assert "! Er staat niet wie de casussen koos." in told(opened)


def test_nothing_is_filled_in_until_someone_takes_a_suggestion_over(opened: MainWindow) -> None:
    press(Key.Key_3, CTRL)
    assert "Opgelegd: 12 juni 2023 tot en met 21 juni 2023, Huisverbod (gebeurtenis 1)" in told(
        opened
    )
    assert "Voorstel van de tijdlijn: ja" in told(opened)
    assert NOTHING in told(opened)  # of the other questions the line says nothing
    assert sample_of(opened).cases[0].answers == ()
    tab_to("Voorstel overnemen: hulp aanvaard")
    press(Key.Key_Return)
    answer = answer_of(sample_of(opened).cases[0], QUESTION)
    assert (answer.reply, answer.event_ids, answer.explanation) == (Reply.JA, (HELP.id,), "")
    assert "2  14 juni 2023, Hulp van het wijkteam" in told(opened)
    document_of(opened).undo_stack.undo()
    assert sample_of(opened).cases[0].answers == ()


def test_a_person_answers_by_keys_and_each_case_has_its_own_answers(opened: MainWindow) -> None:
    press(Key.Key_3, CTRL)
    tab_to(f"Antwoord: {ASKED}")
    choose("Deels")
    tab_to(f"Uitleg: {ASKED}")
    fill("moeder wel, vader niet")
    press(Key.Key_Tab)
    wait_until(lambda: answer_of(sample_of(opened).cases[0], QUESTION).explanation != "")
    assert answer_of(sample_of(opened).cases[0], QUESTION).reply is Reply.DEELS
    tab_to("Casus")
    choose("C3")
    assert "Op de lijn staat geen huisverbod met een datum." in told(opened)
    assert "moeder wel" not in told(opened)
    tab_to("Naar de casus")
    press(Key.Key_Return)
    assert case_of(opened).id == TWO.id


def test_events_are_chosen_from_the_line_and_one_that_leaves_it_is_said(
    opened: MainWindow,
) -> None:
    press(Key.Key_3, CTRL)
    tab_to("Gebeurtenissen kiezen: hulp aanvaard")
    press(Key.Key_Return)
    for _ in (BAN, HELP):
        press(Key.Key_Space)
        press(Key.Key_Tab)
    assert name_of(focused()) == "Bewaren"
    press(Key.Key_Return)
    wait_until(lambda: bool(sample_of(opened).cases[0].answers))
    assert answer_of(sample_of(opened).cases[0], QUESTION).event_ids == (BAN.id, HELP.id)
    document_of(opened).edit("weg", document_of(opened).case_of(ONE.id).drop_event(HELP.id))
    assert "1 gebeurtenis staat niet meer op de lijn" in told(opened)
    assert "Voorstel van de tijdlijn: ja" not in told(opened)
    document_of(opened).undo_stack.undo()
    assert "niet meer op de lijn" not in told(opened)


def test_answers_are_counted_with_the_cases_behind_them(opened: MainWindow) -> None:
    sample = sample_of(opened)
    first = replace(answer_of(sample.cases[0], QUESTION), reply=Reply.ONBEKEND)
    held = replace(sample.cases[0], answers=(first,))
    document_of(opened).edit("antwoord", replace(sample, cases=(held, sample.cases[1])))
    press(Key.Key_4, CTRL)
    line = "ja 0 van 2 · deels 0 · nee 0 · onbekend 1 · nog niet beantwoord 1"
    assert f"{ASKED}\n{line}\nOnbekend: B2-2B · Nog niet beantwoord: C3-3C" in told(opened)
    assert "te weinig om te zeggen hoe vaak" in told(opened)
    assert "%" not in told(opened)


def test_a_case_can_be_in_two_samples_but_not_twice_in_one(opened: MainWindow) -> None:
    other = Sample("f" * 32, "S5-5S", cases=(SampleCase("9" * 32, ONE.id),))
    document_of(opened).edit("nog een", other)
    press(Key.Key_2, CTRL)
    tab_to("Casus toevoegen…")
    press(Key.Key_Return)
    assert name_of(focused()) == "Casus"
    assert focused().count() == 1  # type: ignore[attr-defined]  # both cases are in it already
    press(Key.Key_Return)
    assert "Kies een casus." in words_on_screen(focused().window())
    press(Key.Key_Escape)
    press(Key.Key_3, CTRL)
    tab_to("Voorstel overnemen: hulp aanvaard")
    press(Key.Key_Return)
    assert sample_of(opened).cases[0].answers
    assert sample_of(opened, other.id).cases[0].answers == ()


def test_a_destroyed_case_leaves_the_sample_and_the_page_goes_on(
    opened: MainWindow, tmp_path_factory: pytest.TempPathFactory
) -> None:
    press(Key.Key_3, CTRL)
    folder = tmp_path_factory.mktemp("destroyed")
    document_of(opened).destroy(
        ONE.id, function="adviseur", ground="termijn", on=date(2026, 5, 1), folder=folder
    )
    assert [held.case_id for held in sample_of(opened).cases] == [TWO.id]
    workspace_of(opened)._works.show("e" * 32)
    assert "Op de lijn staat geen huisverbod met een datum." in told(opened)


def test_a_new_sample_is_about_the_municipality_that_the_file_names(opened: MainWindow) -> None:
    document_of(opened).change_settings(FileSettings(organisation="onze gemeente"))
    next(b for b in opened.findChildren(QPushButton) if b.text() == "Toevoegen…").click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose_in_menu(opened, "Steekproef: RIHG, geen huisverbod")
    menu.close()
    wait_until(lambda: len(document_of(opened).works()) == 2)
    made = sample_of(opened, next(w.id for w in document_of(opened).works() if w.id != "e" * 32))
    assert made.municipality == "onze gemeente"
    assert made.question is SampleQuestion.GEEN_HUISVERBOD
    press(Key.Key_3, CTRL)
    assert "Kies eerst casussen" in told(opened)


def test_a_file_to_look_at_only_shows_its_worksheets(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.hgkm"
    with new_file(path) as casefile:
        for value in (ONE, TWO, a_sample()):
            casefile.save(value)
    window.show_file(open_file(path, read_only=True))
    workspace_of(window)._works.show("e" * 32)
    press(Key.Key_3, CTRL)
    (sheet,) = window.findChildren(SheetForm)
    assert not sheet.form.isEnabled()
    tab_to("Casus")
    choose("C3")
    assert "Op de lijn staat geen huisverbod met een datum." in told(window)
    window._drop_file()
