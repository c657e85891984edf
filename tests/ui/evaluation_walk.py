"""A whole casusevaluatie with the keyboard alone: twelve at the table, thirty events, a blind
round, and a gespreksnotitie that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hgkm_desktop.methods.steps import StepState, progress
from hgkm_desktop.models import rounds
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import CaseState, Mark, RiskOf, SafetyOf
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.keyboard import CTRL, SHIFT, choose, fill, focused, name_of, press, tab_to, type_text
from tests.ui.keyboard import wait_until as until
from tests.ui.open_window import case_of, document_of
from tests.ui.test_keyboard_walk import make_file, read_back

pytestmark = pytest.mark.usefixtures("backed_up")

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
ORGANISATIONS = ("politie", "Veilig Thuis", "wijkteam", "gemeente", "school", "reclassering")
FUNCTIONS = ("medewerker", "teamleider")
FIRST_LINES = (
    "jan 2022 l:vader raakt zijn werk kwijt #vader",
    "mrt m:buren horen geschreeuw @p #moeder #kind 1",
    "mrt o:de melding gaat door @p @v",
    "april c:eerste gesprek thuis @w #m",
    "mei s:kind 1 is stil in de klas @school #k",
    "juni v:vader duwt moeder @p #v #m #k",
    "= t:hoge score op de lijst @p #v",
    "juni i:tijdelijk huisverbod @g #v",
    "juli niet: a:overleg met alle partijen @p @v @w",
    "sept a:samen om tafel @p @v @w",
)
MORE = (
    "c:gesprek thuis @w #m",
    "s:kind 1 slaapt slecht #k",
    "c:moeder belt @v #m",
    "p:afspraak @w",
)
YEARS = (2023, 2024, 2025, 2026, 2027)
LINES = (*FIRST_LINES, *(f"mrt {year} {more}" for year in YEARS for more in MORE))


def do(name: str) -> None:
    tab_to(name)
    press(SPACE)


def start(path: Path) -> None:
    make_file(path)
    do("Eerste casus maken")
    tab_to("Neutrale titel")
    type_text("Van signaal naar plan")
    tab_to("Aanleiding")
    type_text("De hulp begon laat.")
    tab_to("Wie organiseert")
    type_text("beleidsmedewerker van de gemeente")
    for question in ("Loopt er een strafzaak", "Besliste de burgemeester", "Zijn de betrokkenen"):
        tab_to(question)
        choose("n")
    tab_to("Grondslag")
    type_text("samen leren")
    tab_to("Bewaren tot")
    type_text("1-3-2030")
    do("De spelregels zijn voorgelezen")


def seat() -> None:
    press(Qt.Key.Key_2, CTRL)
    for name in ORGANISATIONS:
        do("Organisatie toevoegen")
        tab_to("Organisatie")
        fill(name)
        press(ENTER)
    for name in ORGANISATIONS:
        for function in FUNCTIONS:
            do("Deelnemer toevoegen")
            tab_to("Organisatie")
            choose(name[:2])
            tab_to("Functie")
            fill(function)
            if function == "teamleider":
                do("Is leidinggevende")
            press(ENTER)


def draw() -> None:
    press(Qt.Key.Key_3, CTRL)
    press(Qt.Key.Key_L, CTRL)
    for line in LINES:
        type_text(line)
        press(ENTER)


def go_round(window: MainWindow) -> None:
    """The first goes along every event, the others are done sooner."""
    press(Qt.Key.Key_R, CTRL | SHIFT)
    press(ENTER)
    assert rounds.hides(case_of(window)), "a manager is at the table"
    type_text("rbpn" + "go" * (len(LINES) // 2 - 1))
    for _ in range(len(ORGANISATIONS) * len(FUNCTIONS) - 1):
        type_text("gnv")
    assert not rounds.hides(case_of(window))
    press(ENTER)  # on with nu anders
    type_text("Eerst samen bellen.")
    tab_to("Wat stond toen in de weg")
    fill("te veel overdrachten")
    press(ENTER, CTRL)
    press(Qt.Key.Key_Escape)


def learn() -> None:
    press(Qt.Key.Key_4, CTRL)
    do("Duidingsverschil toevoegen")
    tab_to("Waarover")
    type_text("veiligheid")
    tab_to("Zo zag politie het")
    type_text("Gevaar voor moeder.")
    tab_to("Zo zag Veilig Thuis het")
    type_text("Spanning na ontslag.")
    tab_to("Is het uitgesproken")
    choose("n")
    do("Bewaren")
    press(Qt.Key.Key_5, CTRL)
    do("Les toevoegen")
    tab_to("De les in één zin")
    type_text("Vraag advies bij het tweede signaal.")
    do("1  vader raakt")
    do("Bewaren")
    press(Qt.Key.Key_6, CTRL)
    do("Verbeteractie toevoegen")
    tab_to("Wat gaat er gebeuren")
    type_text("Het overleg komt op de agenda.")
    tab_to("Hoe ver reikt het")
    choose("r")
    tab_to("Eigenaar")
    fill("burgemeester")
    tab_to("Bewaker")
    fill("wethouder")
    tab_to("Voor wanneer")
    type_text("1-3-2028")
    do("Bewaren")


def sum_up() -> None:
    press(Qt.Key.Key_7, CTRL)
    tab_to("Het verhaal in vijf zinnen")
    type_text("Vader verloor zijn werk. Later kwam er een plan.")
    tab_to("Wat betekende dit voor de kinderen")
    type_text("Kind 1 was stil en bang.")
    tab_to("Vragen voor het gesprek")
    type_text("Wie belt wie bij een tweede signaal?")


def see_what_is_open(window: MainWindow) -> None:
    """The list leads to what is left: who has nothing more to add ticks that off."""
    for words in ("Besproken: wie niets zei", "Besproken: er is niets meer", "Besproken: er waren"):
        press(Qt.Key.Key_F4)
        press(Qt.Key.Key_Home)
        for _ in range(60):
            if focused_line().startswith(words):
                break
            press(Qt.Key.Key_Down)
        press(SPACE)
        press(Qt.Key.Key_Escape)
    left = [one for one in progress(case_of(window)) if one.state is not StepState.GEDAAN]
    assert [missing.words for one in left for missing in one.missing] == []


def focused_line() -> str:
    """The line of the list that the keyboard is on."""
    index = focused().currentIndex()  # type: ignore[attr-defined] # the list has the focus
    return str(index.data())


def share(window: MainWindow) -> None:
    press(Qt.Key.Key_H, CTRL)
    until(lambda: is_said("Niets gevonden"))
    do("Ik heb de hele casus zelf nagelezen")
    tab_to("Functie van wie naleest")
    fill("beleidsmedewerker")
    do("Deelbaar maken")
    assert case_of(window).state is CaseState.DEELBAAR
    press(Qt.Key.Key_Escape)


def keep_notitie(path: Path) -> None:
    press(Qt.Key.Key_G, CTRL)
    tab_to("Bewaren als pdf")
    press(ENTER)
    fill(str(path))
    press(ENTER)
    until(lambda: is_said("De gespreksnotitie is bewaard in"))
    press(Qt.Key.Key_Escape)


def is_said(words: str) -> bool:
    labels = focused().window().findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def test_a_whole_casusevaluatie_with_the_keyboard_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path, pdf = tmp_path / "evaluatie.hgkm", tmp_path / "notitie.pdf"
    start(path)
    seat()
    draw()
    go_round(window)
    learn()
    sum_up()
    see_what_is_open(window)
    share(window)
    keep_notitie(pdf)
    assert pdf.read_bytes().startswith(b"%PDF")
    shown = document_of(window).case
    press(Qt.Key.Key_W, CTRL)
    assert name_of(focused()) == "Nieuw casusbestand maken"
    case = read_back(path)
    assert case == shown, "what was on screen is in the file"
    _check(case)


def _check(case: Case) -> None:
    assert len(case.events) == 30
    assert len(case.deelnemers) == 12
    first = next(b for b in case.belevingen if b.mark is Mark.RISICO)
    assert (first.risk_of, first.safety_of) == (RiskOf.BESLUIT, (SafetyOf.PROFESSIONALS,))
    assert (first.now_different, first.obstacle) == ("Eerst samen bellen.", "te veel overdrachten")
    assert {b.mark for b in case.belevingen} == set(Mark)
    assert case.acties[0].keeper == "wethouder"
