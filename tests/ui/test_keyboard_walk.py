"""The main job with the keyboard alone, from a new file to a printed page and back again."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.terms import Answer, EventKind, Mark, Occurrence
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.keyboard import (
    CTRL,
    SHIFT,
    choose,
    fill,
    focused,
    name_of,
    press,
    tab_to,
    type_text,
    wait_until,
)

pytestmark = pytest.mark.usefixtures("backed_up")

PASSPHRASE = "vijf gewone woorden achter elkaar"
LINES = (
    "begin 2021 life event: vader verliest zijn werk #vader",
    "3-2-2021 melding: buren horen ruzie @politie #moeder",
    "feb 2021 overdracht: politie draagt over @politie @VT",
    "voorjaar 2021 signaal: kind 1 is stil op school @school #kind 1",
    "mrt 2021 niet: afstemming: Actieoverleg @politie @VT",
    "tussen mrt en mei 2021 contact: gesprek met moeder @wijkteam #moeder",
    "circa juni 2021 incident: vader duwt moeder waar kind 1 bij is #vader #moeder #kind 1",
    "3-13 juli 2021 interventie: tijdelijk huisverbod @gemeente #vader",
    "vanaf sept 2021 plan: één plan voor het gezin @wijkteam",
    "onbekend, na vorige life event: moeder verhuist #moeder",
)


def make_file(path: Path) -> None:
    assert name_of(focused()) == "Nieuw casusbestand maken"
    press(Qt.Key.Key_Space)
    tab_to("Waar en onder welke naam")
    fill(str(path))
    tab_to("Organisatie die op de documenten staat")
    type_text("Gemeente Voorbeeld")
    tab_to("Wachtwoord")
    type_text(PASSPHRASE)
    tab_to("Nog een keer")
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    tab_to("Nu niet")  # the herstelblad
    press(Qt.Key.Key_Space)
    tab_to("Doorgaan zonder")
    press(Qt.Key.Key_Space)


def make_case() -> None:
    tab_to("Eerste casus maken")
    press(Qt.Key.Key_Space)
    tab_to("Neutrale titel")
    type_text("Van losse signalen naar een plan")
    tab_to("Aanleiding")
    type_text("De aanpak begon laat en daarna ging het goed.")
    tab_to("Loopt er een strafzaak")
    choose("n")
    tab_to("Besliste de burgemeester")
    choose("j")
    tab_to("Zijn de betrokkenen gehoord")
    choose("j")
    tab_to("De spelregels zijn voorgelezen")
    press(Qt.Key.Key_Space)
    tab_to("Psychisch")
    press(Qt.Key.Key_Space)


def add_people() -> None:
    press(Qt.Key.Key_2, CTRL)
    for role in ("vader", "moeder", "kind 1"):
        tab_to("Betrokkene toevoegen")
        press(Qt.Key.Key_Space)
        tab_to("Rol")
        fill(role)
        press(Qt.Key.Key_Return)
    for name in ("politie", "Veilig Thuis", "wijkteam"):
        tab_to("Organisatie toevoegen")
        press(Qt.Key.Key_Space)
        tab_to("Organisatie")
        fill(name)
        press(Qt.Key.Key_Return)
    for start, function in (("p", "wijkagent"), ("v", "medewerker"), ("w", "teamleider")):
        tab_to("Deelnemer toevoegen")
        press(Qt.Key.Key_Space)
        tab_to("Organisatie")
        choose(start)
        tab_to("Functie")
        fill(function)
        press(Qt.Key.Key_Return)


def draw_line() -> None:
    press(Qt.Key.Key_3, CTRL)
    press(Qt.Key.Key_L, CTRL)
    for line in LINES:
        assert name_of(focused()) == "Invoerregel"
        type_text(line)
        press(Qt.Key.Key_Return)


def mark_events() -> None:
    press(Qt.Key.Key_T, CTRL)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_B, CTRL)
    tab_to("Bij risicovol")
    choose("b")
    tab_to("Betrokkenen")
    press(Qt.Key.Key_Space)
    tab_to("Toelichting")
    type_text("Wij wisten niet dat er eerder een melding was.")
    tab_to("Hoe zou u het nu doen")
    type_text("Eerst samen bellen.")
    tab_to("Bewaren")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_T, CTRL)


def draw_lessons() -> None:
    press(Qt.Key.Key_4, CTRL)
    tab_to("Duidingsverschil toevoegen")
    press(Qt.Key.Key_Space)
    tab_to("Waarover")
    type_text("veiligheid")
    tab_to("Zo zag politie het")
    type_text("Gevaar voor moeder.")
    tab_to("Zo zag Veilig Thuis het")
    type_text("Spanning na ontslag.")
    tab_to("Bewaren")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_5, CTRL)
    tab_to("Les toevoegen")
    press(Qt.Key.Key_Space)
    tab_to("De les in één zin")
    type_text("Vraag advies bij het tweede signaal.")
    tab_to("Bewaren")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_6, CTRL)
    tab_to("Verbeteractie toevoegen")
    press(Qt.Key.Key_Space)
    tab_to("Wat gaat er gebeuren")
    type_text("Zet het Actieoverleg op de agenda van de driehoek.")
    tab_to("Niveau")
    choose("b")
    tab_to("Wat vraagt u van een bestuurder")
    choose("a")
    tab_to("Eigenaar")
    fill("burgemeester")
    tab_to("Bewaker")
    fill("regionaal netwerk zorg-straf")
    tab_to("Voor wanneer")
    type_text("1-3-2026")
    tab_to("Bewaren")
    press(Qt.Key.Key_Space)


def sum_up() -> None:
    press(Qt.Key.Key_7, CTRL)
    tab_to("Eén regel als titel")
    type_text("Van losse signalen naar een plan")
    tab_to("Het verhaal in vijf zinnen")
    type_text("Vader verloor zijn werk en er kwam ruzie.")
    press(Qt.Key.Key_Return)
    type_text("Pas na een halfjaar kwam er een plan.")
    tab_to("Wat betekende dit voor de kinderen")
    type_text("Kind 1 was stil op school en bang thuis.")
    tab_to("Vragen voor het gesprek")
    type_text("Wie belt wie bij een tweede signaal?")
    for start in ("2  politie", "3  Veilig Thuis", "veiligheid"):
        tab_to(start)
        press(Qt.Key.Key_Space)


def print_to(path: Path) -> None:
    press(Qt.Key.Key_G, CTRL | SHIFT)
    tab_to("Bewaren als pdf")
    press(Qt.Key.Key_Return)
    fill(str(path))
    press(Qt.Key.Key_Return)
    wait_until(lambda: is_said("Het casusverslag is bewaard in"))
    press(Qt.Key.Key_Escape)


def is_said(words: str) -> bool:
    """Whether this stands in the window that has the focus."""
    labels = focused().window().findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def reopen(path: Path) -> None:
    press(Qt.Key.Key_O, CTRL)
    fill(str(path))
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Wachtwoord"
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)


def read_back(path: Path) -> Case:
    with CaseFile.open(path, PASSPHRASE) as casefile:
        return casefile.load(casefile.headings()[0].id)


def test_the_whole_job_with_the_keyboard_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path, pdf = tmp_path / "avond.hgkm", tmp_path / "verslag.pdf"
    make_file(path)
    make_case()
    add_people()
    draw_line()
    mark_events()
    draw_lessons()
    sum_up()
    print_to(pdf)
    assert window.document is not None
    shown = window.document.case
    press(Qt.Key.Key_W, CTRL)
    assert name_of(focused()) == "Nieuw casusbestand maken"
    case = read_back(path)
    assert case == shown, "what was on screen is in the file"
    _check_case(case)
    reopen(path)
    assert window.document.case == shown, "and on screen again"
    _check_pages(pdf)


def _check_case(case: Case) -> None:
    assert case.title == "Van losse signalen naar een plan"
    assert case.start_check.board_decided is Answer.JA
    assert case.start_check.procedure_running is Answer.NEE
    assert case.start_check.rules_read
    assert [form.form for form in case.violence] != []
    assert [b.role for b in case.betrokkenen] == ["vader", "moeder", "kind 1"]
    assert [d.function for d in case.deelnemers] == ["wijkagent", "medewerker", "teamleider"]
    line = in_order(case)
    assert len(line) == len(LINES)
    assert line[-1].title == "moeder verhuist"
    assert sum(e.occurrence is Occurrence.NIET_GEDAAN for e in line) == 1
    assert {e.kind for e in line} >= {EventKind.MELDING, EventKind.INTERVENTIE, EventKind.SIGNAAL}
    marks = {(b.mark, b.explanation != "") for b in case.belevingen}
    assert marks == {(Mark.GOED, False), (Mark.NIET_OKE, False), (Mark.RISICO, True)}
    assert len(case.verschillen[0].readings) == 2
    assert case.acties[0].owner == "burgemeester"
    assert len(case.summary.sentences) == 2
    assert len(case.summary.beleving_ids) == 2
    assert len(case.summary.verschil_ids) == 1


def _check_pages(pdf: Path) -> None:
    read = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    words = " ".join(read.stdout.split())
    for said in (
        "Pas na een halfjaar kwam er een plan.",
        "Kind 1 was stil op school en bang thuis.",
        "Vraag advies bij het tweede signaal.",
        "Wie belt wie bij een tweede signaal?",
        "In bewerking, blijft aan deze tafel",
    ):
        assert said in words
    assert "wijkagent" not in words, "functions stay at the table"


def test_undo_and_redo_everything_by_keyboard(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "avond.hgkm"
    make_file(path)
    make_case()
    add_people()
    draw_line()
    mark_events()
    assert window.document is not None
    after = window.document.case
    assert after is not None
    press(Qt.Key.Key_T, CTRL)
    for _ in range(window.document.undo_stack.count() - 1):
        press(Qt.Key.Key_Z, CTRL)
    empty = window.document.case
    assert empty is not None
    assert empty.events == ()
    assert empty.deelnemers == ()
    for _ in range(window.document.undo_stack.count() - 1):
        press(Qt.Key.Key_Y, CTRL)
    assert window.document.case == after
    press(Qt.Key.Key_W, CTRL)
    assert read_back(path) == after
