"""A study of seven cases, from its cases to the route of decisions, in the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.factors import factors
from hgkm_desktop.models.in_depth import FactorCode
from hgkm_desktop.models.study import Knop, Study, StudyCase
from hgkm_desktop.models.terms import KnobLevel, Persistence
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import CTRL, choose, fill, focused, name_of, press, tab_to, wait_until
from tests.ui.open_window import case_of, document_of, show_new_file, words_on_screen, workspace_of

Key = Qt.Key
CODES = ("B2-2B", "C2-2C", "D2-2D", "F2-2F", "G2-2G", "H2-2H", "J2-2J")


def seven() -> list[Case]:
    cases = [a_case_with(an_event("2020", "verhuizing"), code=code) for code in CODES]
    solved = {"persistence": Persistence.OPGELOST, "persistence_reason": "er bleef iemand"}
    cases[0] = replace(cases[0], **solved)  # type: ignore[arg-type]
    for number in (0, 3):
        event = cases[number].events[0]
        code = FactorCode(f"{number}" * 32, 1.0, factors()[0].id, event_id=event.id)
        cases[number] = cases[number].put(code)
    return cases


CASES = seven()


@pytest.fixture
def opened(window: MainWindow, tmp_path_factory: pytest.TempPathFactory) -> MainWindow:
    """A study of six of the seven cases, with one knop."""
    show_new_file(window, tmp_path_factory.mktemp("study") / "a.hgkm", *CASES)
    held = tuple(StudyCase(f"{n:032x}", case.id) for n, case in enumerate(CASES[:6]))
    knop = Knop("d" * 32, "één aanspreekpunt", KnobLevel.BELEIDSMATIG, case_ids=(CASES[1].id,))
    study = Study("e" * 32, "S4-4S", cases=held, knoppen=(knop,))
    document_of(window).edit("nieuw onderzoek", study)
    workspace_of(window)._works.show(study.id)
    return window


def study_of(window: MainWindow) -> Study:
    (study,) = document_of(window).works()
    assert isinstance(study, Study)
    return study


def told(window: MainWindow) -> str:
    """The words and the lists of the page that is shown."""
    (screen,) = [s for s in window.findChildren(WorkScreen) if s.isVisible()]
    lists = [box for box in screen.findChildren(QListWidget) if box.isVisible()]
    items = [box.item(row).text() for box in lists for row in range(box.count())]
    return "\n".join([words_on_screen(screen), *items])


def test_too_few_cases_are_warned_about_until_there_are_seven(opened: MainWindow) -> None:
    press(Key.Key_2, CTRL)
    assert "Het onderzoek heeft 6 casussen." in told(opened)
    tab_to("Casus toevoegen…")
    press(Key.Key_Return)
    assert name_of(focused()) == "Casus"
    choose("J2-2J")
    press(Key.Key_Return)
    wait_until(lambda: len(study_of(opened).cases) == 7)
    assert "Het onderzoek heeft" not in told(opened)
    assert "B2-2B een casus\nopgelost: er bleef iemand" in told(opened)


def test_a_case_that_leaves_is_no_longer_behind_a_knop_and_undo_brings_it_back(
    opened: MainWindow,
) -> None:
    press(Key.Key_2, CTRL)
    tab_to("Casussen")
    press(Key.Key_Home)
    press(Key.Key_Down)
    press(Key.Key_Delete)
    assert [held.case_id for held in study_of(opened).cases].count(CASES[1].id) == 0
    assert study_of(opened).knoppen[0].case_ids == ()
    assert "de casus zelf blijft" in told(opened)
    document_of(opened).undo_stack.undo()
    assert study_of(opened).knoppen[0].case_ids == (CASES[1].id,)


def test_the_way_to_a_case_and_back(opened: MainWindow) -> None:
    press(Key.Key_2, CTRL)
    tab_to("Casussen")
    press(Key.Key_End)
    tab_to("Naar de casus")
    press(Key.Key_Return)
    assert case_of(opened).id == CASES[5].id
    assert f"Casus {CASES[5].code}" in words_on_screen(workspace_of(opened))


def test_factors_are_counted_over_the_cases(opened: MainWindow) -> None:
    press(Key.Key_3, CTRL)
    assert "2 van 6 casussen" in told(opened)
    assert "B2-2B (gebeurtenis 1) · F2-2F (gebeurtenis 1)" in told(opened)


def test_outcomes_are_a_distribution_over_the_cases(opened: MainWindow) -> None:
    press(Key.Key_4, CTRL)
    assert "van 6" in told(opened)
    assert all(code in told(opened) for code in CODES[:6])


def test_a_knop_is_counted_and_tested(opened: MainWindow) -> None:
    press(Key.Key_6, CTRL)
    assert "beleidsmatig · 1 van 6 casussen: C2-2C · herkend: onbekend" in told(opened)
    tab_to("Knop toevoegen…")
    press(Key.Key_Return)
    fill("eerder bellen")
    tab_to("Niveau")
    choose("Bestuurlijk")
    press(Key.Key_Tab)
    press(Key.Key_Space)
    press(Key.Key_Return, CTRL)
    wait_until(lambda: len(study_of(opened).knoppen) == 2)
    added = study_of(opened).knoppen[1]
    assert (added.text, added.level) == ("eerder bellen", KnobLevel.BESTUURLIJK)
    assert added.case_ids == (CASES[0].id,)


def test_the_route_of_decisions(opened: MainWindow) -> None:
    press(Key.Key_7, CTRL)
    tab_to("Stap toevoegen…")
    press(Key.Key_Return)
    fill("college")
    tab_to("Wanneer")
    fill("1-6-2026")
    press(Key.Key_Return)
    wait_until(lambda: len(study_of(opened).decisions) == 1)
    assert "college · 1 juni 2026" in told(opened)
