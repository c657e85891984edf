"""Veiligheidscijfers, regie and fasen: entered, refused, changed and undone by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import (
    Answer,
    Occurrence,
    RegieHolder,
    RegieKind,
    SafetyPhase,
)
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.safety_records import SafetyRecords
from tests.builders import a_betrokkene, a_case_with, an_event, an_organisation
from tests.ui.keyboard import CTRL, SHIFT, choose, fill, focused, name_of, press, tab_to, type_text


@pytest.fixture
def records(qtbot: QtBot, tmp_path: Path) -> Iterator[SafetyRecords]:
    document = Document(CaseFile.create(tmp_path / "a.hgkm", "een lang wachtwoord", kdf=TEST))
    people = (a_betrokkene("moeder"), a_betrokkene("kind 1", is_child=True))
    organisations = (an_organisation("politie"), an_organisation("Veilig Thuis"))
    document.add_case(a_case_with(*people, *organisations, an_event("mrt 2021")))
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    shown = SafetyRecords(document, window)
    shown.present()
    qtbot.waitExposed(shown)
    yield shown
    document.file.close()


def case_of(records: SafetyRecords) -> Case:
    assert records.document.case is not None
    return records.document.case


def said() -> str:
    """Every sentence that can be seen in the window on top."""
    top = QApplication.activeModalWidget() or focused().window()
    return " ".join(found.text() for found in top.findChildren(QLabel) if found.isVisible())


def save() -> None:
    tab_to("Bewaren")
    press(Qt.Key.Key_Space)


def to_tab(number: int) -> None:
    for _ in range(number):
        press(Qt.Key.Key_Tab, CTRL)


def test_a_veiligheidscijfer_given_together(records: SafetyRecords) -> None:
    tab_to("Veiligheidscijfer toevoegen")
    press(Qt.Key.Key_Space)
    assert name_of(focused()) == "Cijfer"
    type_text("6,5")
    tab_to("Wanneer")
    type_text("voorjaar 2021")
    tab_to("Voor wie")
    choose("m")
    for name in ("politie", "Veilig Thuis"):
        tab_to(name)
        press(Qt.Key.Key_Space)
    tab_to("Is het samen bepaald")
    choose("j")
    tab_to("Dit cijfer is gegeven bij het afsluiten")
    press(Qt.Key.Key_Space)
    save()
    case = case_of(records)
    cijfer = case.cijfers[0]
    assert (cijfer.score, cijfer.moment.text()) == (6.5, "voorjaar 2021")
    assert case.betrokkene(cijfer.betrokkene_id).role == "moeder"
    assert cijfer.organisation_ids == tuple(o.id for o in case.organisations)
    assert (cijfer.jointly, cijfer.at_closing) == (Answer.JA, True)
    press(Qt.Key.Key_Z, CTRL)
    assert case_of(records).cijfers == ()
    press(Qt.Key.Key_Y, CTRL)
    assert case_of(records).cijfers == (cijfer,)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("11", "van 0 tot en met 10"),
        ("zes", "Dit is geen cijfer. Typ een getal"),
        ("-1", "Dit is geen cijfer. Typ een getal"),
        ("6,3", "Rond af"),
        ("", "Vul het cijfer in"),
    ],
)
def test_what_is_no_veiligheidscijfer_is_said_at_its_field(
    records: SafetyRecords, typed: str, sentence: str
) -> None:
    tab_to("Veiligheidscijfer toevoegen")
    press(Qt.Key.Key_Space)
    type_text(typed)
    save()
    assert name_of(focused()) == "Cijfer", "the keyboard goes to what must be mended"
    assert sentence in said()
    fill("6.5")
    tab_to("Wanneer")
    assert sentence not in said(), "and the problem goes once it is mended"
    type_text("31-2-2021")
    save()
    assert name_of(focused()) == "Wanneer"
    assert "Februari 2021 heeft 28 dagen" in said()
    fill("feb 2021")
    save()
    assert [c.score for c in case_of(records).cijfers] == [6.5]


def test_regie_with_a_gap(records: SafetyRecords) -> None:
    to_tab(1)
    for start, when in (("p", "3 jan 2021 - 3 maart 2021"), ("v", "vanaf juni 2021")):
        tab_to("Regie toevoegen")
        press(Qt.Key.Key_Space)
        assert name_of(focused()) == "Soort regie"
        save()
        assert name_of(focused()) == "Wie had de regie"
        assert "Kies wie de regie had. Niemand en onduidelijk kan ook." in said()
        choose(start)
        tab_to("Van wanneer tot wanneer")
        type_text(when)
        save()
    tab_to("Regie toevoegen")
    press(Qt.Key.Key_Space)
    tab_to("Wie had de regie")
    choose("ni")
    tab_to("Van wanneer tot wanneer")
    type_text("juni 2021 - mrt 2021")
    save()
    assert name_of(focused()) == "Van wanneer tot wanneer"
    assert "ligt voor het begin" in said()
    fill("4 maart 2021 - mei 2021")
    save()
    case = case_of(records)
    police, vt = case.organisations
    assert [(r.kind, r.holder, r.organisation_id, r.ongoing) for r in case.regie] == [
        (RegieKind.CASUSREGIE, RegieHolder.ORGANISATIE, police.id, False),
        (RegieKind.CASUSREGIE, RegieHolder.ORGANISATIE, vt.id, True),
        (RegieKind.CASUSREGIE, RegieHolder.NIEMAND, "", False),
    ]
    for left in (2, 1, 0):
        press(Qt.Key.Key_Z, CTRL)
        assert len(case_of(records).regie) == left


def test_a_phase_that_did_not_come_and_one_that_did(records: SafetyRecords) -> None:
    to_tab(2)
    tab_to("Fase toevoegen")
    press(Qt.Key.Key_Space)
    choose("r")
    tab_to("Van wanneer tot wanneer")
    type_text("volgende week")
    save()
    assert "Deze datum is niet te lezen" in said()
    fill("mei 2021 - aug 2021")
    save()
    tab_to("Fase toevoegen")
    press(Qt.Key.Key_Space)
    choose("h")
    tab_to("Is het ervan gekomen")
    choose("i")
    save()
    assert [(f.phase, f.occurrence, f.start.text()) for f in case_of(records).fasen] == [
        (SafetyPhase.RISICOGESTUURD, Occurrence.GEBEURD, "mei 2021"),
        (SafetyPhase.HERSTELGERICHT, Occurrence.NIET_GEDAAN, "datum onbekend"),
    ]
    tab_to("Fasen")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Welke fase"
    press(Qt.Key.Key_Escape)
    assert name_of(focused()) == "Fasen", "Enter opened one thing only"
    press(Qt.Key.Key_Delete)
    assert [f.phase for f in case_of(records).fasen] == [SafetyPhase.HERSTELGERICHT]
    press(Qt.Key.Key_Z, CTRL)
    assert len(case_of(records).fasen) == 2


def test_a_record_opens_from_the_line_without_its_list(records: SafetyRecords) -> None:
    to_tab(2)
    tab_to("Fase toevoegen")
    press(Qt.Key.Key_Space)
    save()
    press(Qt.Key.Key_Escape)
    assert not records.isVisible()
    records.open_record(case_of(records).fasen[0].id)
    assert name_of(focused()) == "Welke fase"
    choose("h")
    save()
    assert not records.isVisible()
    assert case_of(records).fasen[0].phase is SafetyPhase.HERSTELGERICHT


def test_an_empty_list_says_what_it_is_for(records: SafetyRecords) -> None:
    for sentence in ("Nog geen veiligheidscijfers", "Nog niets over de regie", "Nog geen fasen"):
        assert sentence in said()
        press(Qt.Key.Key_Tab, CTRL)
    press(Qt.Key.Key_Tab, CTRL | SHIFT)


def test_the_window_goes_with_the_file(records: SafetyRecords, qtbot: QtBot) -> None:
    with qtbot.waitSignal(records.destroyed):
        records.document.deleteLater()
