"""A whole casuïstiekonderzoek with the keyboard alone: seven cases, their knoppen and the route."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.methods.studies import counted_factors, knoppenteller, still_open
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import Answer, KnobLevel, Method, Persistence
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.keyboard import (
    CTRL,
    choose,
    fill,
    focused,
    name_of,
    press,
    tab_to,
    type_text,
    wait_until,
)
from tests.ui.test_keyboard_walk import PASSPHRASE, make_file

Key = Qt.Key
COUNT = 7
SOLVED = (0, 3)
RADERTJE = "iemand die bleef bellen"
KNOPPEN = (
    ("één aanspreekpunt", "Beleidsmatig", (0, 1, 4)),
    ("tijd om te blijven", "Bestuurlijk", (0, 1, 2, 3, 4, 5, 6)),
)


def make_case(number: int) -> None:
    if number:
        press(Key.Key_N, CTRL)
    else:
        tab_to("Eerste casus maken")
        press(Key.Key_Space)
    tab_to("Neutrale titel")
    type_text(f"verhaal {number + 1}")
    tab_to("Casuïstiekonderzoek")
    press(Key.Key_Space)
    press(Key.Key_3, CTRL)
    press(Key.Key_L, CTRL)
    type_text(f"mrt {2015 + number} incident: ruzie thuis #moeder")
    press(Key.Key_Return)
    type_text(f"mei {2016 + number} melding: buren bellen @Veilig Thuis")
    press(Key.Key_Return)


def go_deeper(number: int) -> None:
    """On Verdieping: a radertje, a factor at an event, the talk, and what became of it."""
    press(Key.Key_8, CTRL)
    for _ in range(2 if number else 0):  # on from where the case before it was left
        press(Key.Key_Tab, CTRL)
    tab_to("Radertje toevoegen")
    press(Key.Key_Space)
    type_text(RADERTJE)
    tab_to("Mag dit gebruikt worden")
    choose("j")
    press(Key.Key_Return)
    for _ in range(2):
        press(Key.Key_Tab, CTRL)
    tab_to("Factor toevoegen")
    press(Key.Key_Space)
    type_text("patroon niet gezien")
    press(Key.Key_Return)
    for _ in range(3):
        press(Key.Key_Tab, CTRL)
    tab_to("Is het gesprek gevoerd")
    choose("j")
    tab_to("Wat werd er van de problemen")
    choose("o" if number in SOLVED else "b")
    tab_to("Waarom bestaan ze voort")
    type_text("er bleef iemand" if number in SOLVED else "steeds een ander")
    press(Key.Key_Tab)


def make_study() -> None:
    tab_to("Nieuw onderzoek")
    press(Key.Key_Space)
    assert name_of(focused()) == "Neutrale titel"
    type_text("Waarom het doorgaat")
    tab_to("Wat wilt u weten")
    type_text("Wanneer stopt het?")
    tab_to("Type toevoegen")
    press(Key.Key_Space)
    fill("gezin met schulden")
    press(Key.Key_Return)
    press(Key.Key_2, CTRL)
    for _ in range(COUNT):
        tab_to("Casus toevoegen")
        press(Key.Key_Space)
        press(Key.Key_Down)  # the first that is not in the study yet
        press(Key.Key_Return)


def hold_focus_groups() -> None:
    press(Key.Key_5, CTRL)
    for number in range(2):
        tab_to("Focusgroep toevoegen")
        press(Key.Key_Space)
        tab_to("Bij welke casus")
        for _ in range(number + 1):
            press(Key.Key_Down)
        tab_to("Wat kwam eruit")
        type_text("niemand had de regie")
        tab_to("Bewaren")
        press(Key.Key_Space)
    tab_to("Focusgroep toevoegen")
    press(Key.Key_Space)
    tab_to("Waarvoor")
    choose("a")
    press(Key.Key_Return)


def count_knoppen() -> None:
    press(Key.Key_6, CTRL)
    for text, level, cases in KNOPPEN:
        tab_to("Knop toevoegen")
        press(Key.Key_Space)
        type_text(text)
        tab_to("Niveau")
        choose(level)
        press(Key.Key_Tab)
        for place in range(COUNT):
            if place in cases:
                press(Key.Key_Space)
            press(Key.Key_Tab)
        tab_to("Herkent de afsluitende focusgroep dit")
        choose("j")
        tab_to("Bewaren")
        press(Key.Key_Space)


def decide() -> None:
    press(Key.Key_7, CTRL)
    tab_to("Conclusie")
    type_text("Waar iemand bleef, stopte het eerder.")
    tab_to("Stap toevoegen")
    press(Key.Key_Space)
    fill("college")
    tab_to("Wanneer")
    fill("1-6-2026")
    press(Key.Key_Return)


def test_a_study_of_seven_cases_with_the_keyboard_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "onderzoek.hgkm"
    make_file(path)
    for number in range(COUNT):
        make_case(number)
        go_deeper(number)
    make_study()
    hold_focus_groups()
    count_knoppen()
    decide()
    wait_until(lambda: window.document is not None and not window.document.has_unsaved)
    press(Key.Key_W, CTRL)
    wait_until(lambda: window.document is None)
    with CaseFile.open(path, PASSPHRASE) as file:
        (study,) = file.works()
        assert isinstance(study, Study)
        cases = [file.load(held.case_id) for held in study.cases]
    check(study, cases)


def check(study: Study, cases: list[Case]) -> None:
    """What was typed is what was meant, and the method asks for nothing more."""
    assert len(cases) == COUNT
    for number, case in enumerate(cases):
        assert case.title == f"verhaal {number + 1}"
        assert Method.CASUISTIEKONDERZOEK in case.methods
        assert [e.title for e in case.events] == ["ruzie thuis", "buren bellen"]
        assert [(r.text, r.consent) for r in case.radertjes] == [(RADERTJE, Answer.JA)]
        expected = Persistence.OPGELOST if number in SOLVED else Persistence.VOORTBESTAAT
        assert case.persistence is expected
        assert case.talk.held is Answer.JA
    assert [(c.knop.text, c.words) for c in knoppenteller(study, cases)] == [
        ("tijd om te blijven", "7 van 7"),
        ("één aanspreekpunt", "3 van 7"),
    ]
    assert study.knoppen[0].level is KnobLevel.BELEIDSMATIG
    (factor,) = counted_factors(cases)
    assert factor.words == "7 van 7"
    assert [step.body for step in study.decisions] == ["college"]
    assert still_open(study, cases) == ()
