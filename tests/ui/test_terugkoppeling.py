"""What the DVC is told: a period, what is counted in it, and what a person takes over from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidget, QMessageBox

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.leertafel import Leertafel, Succes, TableCase
from hgkm_desktop.models.meetings import AskedProgress
from hgkm_desktop.models.practice import BoardTalk
from hgkm_desktop.models.terms import ActionStatus, CaseState, Outcome, ThreeStep
from hgkm_desktop.models.terugkoppeling import Learned, Terugkoppeling
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_removal import what_goes
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.builders import a_case_with, an_event
from tests.casefile.files import new_file
from tests.casefile.full_practice import WORKS
from tests.ui.keyboard import CTRL, SHIFT, fill, focused, name_of, press, tab_to, wait_until
from tests.ui.open_window import document_of, words_on_screen, workspace_of

Key = Qt.Key
CASE = a_case_with(an_event("2020", "verhuizing"))
TABLE = Leertafel(
    "a" * 32,
    "T4-4T",
    state=CaseState.DEELBAAR,
    held_on=date(2024, 5, 5),
    cases=(TableCase("b" * 32, CASE.id),),
    successes=(Succes("c" * 32, "er bleef iemand"),),
    acties=(
        Verbeteractie("d" * 32, 1.0, "een loket", outcome=Outcome.DOORBRAAK, owner="wethouder"),
        Verbeteractie("e" * 32, 2.0, "een proef", outcome=Outcome.DOORBRAAK, promise="komt er"),
    ),
)
TALK = BoardTalk("f" * 32, "G2-2G", held_on=date(2024, 12, 31))
ASKED = Terugkoppeling("1" * 32, "D5-5D")


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A terugkoppeling in a file with a leertafel and a talk."""
    casefile = new_file(tmp_path / "a.hgkm")
    for value in (CASE, TABLE, TALK, ASKED):
        casefile.save(value)
    window.show_file(casefile)
    workspace_of(window)._works.show(ASKED.id)
    return window


def feedback_of(window: MainWindow) -> Terugkoppeling:
    (found,) = [w for w in document_of(window).works() if isinstance(w, Terugkoppeling)]
    return found


def told(window: MainWindow) -> str:
    """The words, boxes and lists of the page that is shown."""
    (screen,) = [s for s in window.findChildren(WorkScreen) if s.isVisible()]
    lists = [box for box in screen.findChildren(QListWidget) if box.isVisible()]
    items = [box.item(row).text() for box in lists for row in range(box.count())]
    boxes = [box.accessibleName() for box in screen.findChildren(QCheckBox) if box.isVisible()]
    return "\n".join([words_on_screen(screen), *items, *boxes])


def give_period(first: str, last: str) -> None:
    press(Key.Key_1, CTRL)
    tab_to("Over welke periode, van")
    fill(first)
    tab_to("Over welke periode, tot en met")
    fill(last)
    press(Key.Key_Tab)


def test_a_period_that_ends_before_it_begins_is_not_kept(opened: MainWindow) -> None:
    assert "Vul eerst de periode in." in told(opened)
    give_period("1-1-2025", "31-12-2024")
    assert "De laatste dag ligt voor de eerste dag." in told(opened)
    assert feedback_of(opened).period_to is None
    tab_to("Over welke periode, van", SHIFT)
    fill("1-1-2024")
    press(Key.Key_Tab)
    assert feedback_of(opened).period_to == date(2024, 12, 31)
    assert "De laatste dag" not in told(opened)
    words = told(opened)
    assert "1 gesprek, 0 evaluaties van een steekproef, 1 bestuurlijke leertafel." in words
    assert "gekeken naar 1 casus.\n2 doorbraken: 1 gevraagd, 1 toegezegd." in words
    assert "– Leertafel T4-4T, 5 mei 2024\n– Gesprek G2-2G, 31 december 2024 (nog in be" in words


def test_what_was_learned_is_taken_over_by_a_person(opened: MainWindow) -> None:
    press(Key.Key_2, CTRL)
    assert "Vul eerst de periode in, bij Periode." in told(opened)
    give_period("1-1-2024", "31-12-2024")
    press(Key.Key_2, CTRL)
    assert feedback_of(opened).learned == (), "nothing is filled silently"
    assert "er bleef iemand\nSucces uit leertafel T4-4T, 5 mei 2024" in told(opened)
    tab_to("Overnemen…")
    press(Key.Key_Return)
    tab_to("Bij welke stap")
    press(Key.Key_End)
    tab_to("Bewaren")
    press(Key.Key_Return)
    wait_until(lambda: bool(feedback_of(opened).learned))
    (learned,) = feedback_of(opened).learned
    assert (learned.text, learned.step) == ("er bleef iemand", ThreeStep.RECIDIVE)
    assert learned.work_ids == (TABLE.id,)
    assert "U hebt alles overgenomen." in told(opened)
    document_of(opened).undo_stack.undo()
    assert feedback_of(opened).learned == ()


def test_a_doorbraak_can_be_left_out(opened: MainWindow) -> None:
    give_period("1-1-2024", "31-12-2024")
    press(Key.Key_4, CTRL)
    first = "een loket. Gevraagd aan wethouder, nog geen toezegging. Leertafel T4-4T, 5 mei 2024."
    assert first in told(opened)
    tab_to(first)
    press(Key.Key_Space)
    assert feedback_of(opened).left_out_ids == ("d" * 32,)
    assert "1 doorbraak: 1 toegezegd." in told(opened)
    press(Key.Key_Space)
    assert feedback_of(opened).left_out_ids == (), "the keyboard stayed on the same box"


def test_a_leertafel_that_is_removed_is_named_nowhere_until_undo(opened: MainWindow) -> None:
    document = document_of(opened)
    learned = Learned("2" * 32, "eerder bellen", work_ids=(TABLE.id, TALK.id))
    document.edit("les", replace(ASKED, learned=(learned,)))
    said = AskedProgress(TABLE.id, TABLE.acties[0].id, ActionStatus.BEZIG, "komt")
    document.edit("stand", replace(TALK, progress=(said,)))
    before = {work.id: work for work in document.works()}
    workspace_of(opened)._works.show(TABLE.id)
    tab_to("Verwijderen…")
    press(Key.Key_Return)
    assert name_of(focused()) == "Niet verwijderen"
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.text() == "Wilt u leertafel T4-4T verwijderen?"
    assert box.informativeText() == (
        "De leertafel gaat weg, met 1 succes en 2 acties en doorbraken.\n"
        "De casussen zelf blijven in dit bestand. Ctrl+Z zet alles terug."
    )
    tab_to("Verwijderen")
    press(Key.Key_Space)
    wait_until(lambda: TABLE.id not in {work.id for work in document.works()})
    talk, feedback = document.works()
    assert isinstance(talk, BoardTalk)
    assert talk.progress == ()
    assert isinstance(feedback, Terugkoppeling)
    assert feedback.learned == (replace(learned, work_ids=(TALK.id,)),)
    assert f"Casus {CASE.code}" in words_on_screen(workspace_of(opened))
    document.undo_stack.undo()
    assert {work.id: work for work in document.works()} == before


def test_of_each_work_it_is_said_what_goes() -> None:
    said = [what_goes(work) for work in (*WORKS, BoardTalk("g", "G2-2G"))]
    assert [words.split(". ")[0].split(".\n")[0] for words in said] == [
        "Het onderzoek gaat weg, met 1 focusgroep, 1 knop en 1 stap naar een besluit",
        "Het overleg gaat weg, met 1 bijeenkomst en 1 lid",
        "Het gesprek gaat weg, met 1 besproken onderwerp en 1 actie",
        "De steekproef gaat weg, met 1 werkblad en 1 actie",
        "De leertafel gaat weg, met 1 succes, 1 knelpunt en 1 actie of doorbraak",
        "De terugkoppeling gaat weg, met 1 les en 1 punt dat nog nodig is",
        "Het cijferoverzicht gaat weg, met 1 cijfer, 1 duiding, 1 eigen indicator en 1 inzicht uit "
        "een casus",
        "De oefening gaat weg, met 2 gebeurtenissen, 1 ronde, 1 beslispunt, 1 rol en 1 tak",
        "De speelbeurt gaat weg, met 1 keuze en 1 verschil",
        "Het gesprek gaat weg, met alles wat erin staat",
    ]
