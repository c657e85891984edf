"""The details of an event, and several events at once, entered by keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.event_edits import changed
from hgkm_desktop.models.records import Event, Knowledge
from hgkm_desktop.models.terms import (
    AddedBy,
    Answer,
    ChainPhase,
    Effect,
    EventKind,
    FactStatus,
    SafetyPhase,
)
from hgkm_desktop.ui.line.event_dialog import EventDialog
from hgkm_desktop.ui.line.many_events_dialog import ManyEventsDialog
from hgkm_desktop.ui.parts.form_dialog import FormDialog
from tests.builders import a_case_with, an_event, an_organisation
from tests.ui.keyboard import CTRL, choose, fill, focused, name_of, press, tab_to, type_text


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def case() -> Case:
    organisations = [an_organisation(name) for name in ("politie", "school", "wijkteam")]
    return a_case_with(*organisations, an_event("mrt 2021", "een gesprek"))


def asked(dialog: FormDialog) -> list[Any]:
    """Show a dialog; what it gives comes in the list."""
    given: list[Any] = []
    dialog.given.connect(given.append)
    dialog.start()
    return given


def save() -> None:
    tab_to("Bewaren")
    press(Qt.Key.Key_Space)


def said() -> str:
    top = QApplication.activeModalWidget()
    assert top is not None
    return " ".join(found.text() for found in top.findChildren(QLabel) if found.isVisible())


def test_who_knew_it_and_since_when(window: QMainWindow, case: Case) -> None:
    given = asked(EventDialog(window, case, case.events[0]))
    tab_to("Bekend bij politie")
    choose("j")
    press(Qt.Key.Key_Tab)
    assert name_of(focused()) == "politie wist het sinds"
    type_text("circa mei 2021")
    press(Qt.Key.Key_Tab)
    assert name_of(focused()) == "Bekend bij school"
    choose("n")
    press(Qt.Key.Key_Tab)
    assert name_of(focused()) == "Bekend bij wijkteam", "who did not know has no 'since'"
    save()
    police, school, _ = case.organisations
    known = given[0].knowledge
    assert [(k.organisation_id, k.known, k.since.text()) for k in known] == [
        (police.id, Answer.JA, "circa mei 2021"),
        (school.id, Answer.NEE, "datum onbekend"),
    ]


def test_a_moment_that_cannot_be_read_is_shown_at_its_organisation(
    window: QMainWindow, case: Case
) -> None:
    given = asked(EventDialog(window, case, case.events[0]))
    tab_to("Bekend bij school")
    choose("j")
    press(Qt.Key.Key_Tab)
    type_text("13-13-2021")
    save()
    assert given == []
    assert name_of(focused()) == "school wist het sinds"
    assert "Maand 13 bestaat niet." in said()
    fill("2021")
    tab_to("Bekend bij wijkteam")
    assert "Maand 13" not in said()
    save()
    assert [k.since.text() for k in given[0].knowledge] == ["2021"]


def test_what_was_known_can_become_unknown_again(window: QMainWindow, case: Case) -> None:
    known = Knowledge(case.organisations[0].id, Answer.JA)
    event = an_event("2021", knowledge=(known,))
    given = asked(EventDialog(window, case, event))
    tab_to("Bekend bij politie")
    choose("o")
    save()
    assert given[0].knowledge == ()


def test_phases_effect_and_who_added_it(window: QMainWindow, case: Case) -> None:
    given = asked(EventDialog(window, case, case.events[0]))
    for name, start in (
        ("Toegevoegd door", "f"),
        ("Resultaat", "d"),
        ("Ketenfase", "s"),
        ("Veiligheidsfase", "h"),
    ):
        tab_to(name)
        choose(start)
    save()
    event: Event = given[0]
    assert (event.added_by, event.effect) == (AddedBy.FOCUSGROEP, Effect.DEELS)
    assert event.chain_phase is ChainPhase.SIGNALEREN
    assert event.safety_phase is SafetyPhase.HERSTELGERICHT


def test_opening_and_saving_changes_nothing(window: QMainWindow, case: Case) -> None:
    police = case.organisations[0].id
    event = an_event(
        "3-13 mei 2021",
        organisation_ids=(police,),
        knowledge=(Knowledge(police, Answer.NEE),),
        safety_phase=SafetyPhase.RISICOGESTUURD,
        effect=Effect.UITGEBLEVEN,
    )
    given = asked(EventDialog(window, case, event))
    save()
    assert given == [event]


def test_many_events_change_only_in_what_was_chosen(window: QMainWindow, case: Case) -> None:
    given = asked(ManyEventsDialog(window, case, 12))
    assert "geldt voor 12 gebeurtenissen" in said()
    save()
    assert given == [{}]
    given = asked(ManyEventsDialog(window, case, 12))
    for name, start in (
        ("Soort", "m"),
        ("Hoe zeker is het", "b"),
        ("Ketenfase", "g"),
        ("Tonen op scherm", "ne"),
    ):
        tab_to(name)
        choose(start)
    tab_to("school")
    press(Qt.Key.Key_Space)
    save()
    assert given == [
        {
            "kind": EventKind.MELDING,
            "add_organisation_ids": (case.organisations[1].id,),
            "fact_status": FactStatus.BETWIST,
            "chain_phase": None,
            "is_shown": False,
        }
    ]
    event = changed(case, [case.events[0].id], **given[0]).events[0]
    assert (event.kind, event.is_shown) == (EventKind.MELDING, False)
    assert event.organisation_ids == (case.organisations[1].id,)


def test_one_key_does_not_replace_what_stood_in_the_first_field(
    window: QMainWindow, case: Case
) -> None:
    given = asked(EventDialog(window, case, case.events[0]))
    type_text("!")
    save()
    assert given[0].title == "een gesprek!"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_keeps_the_form_from_within_a_text_of_many_lines(
    window: QMainWindow, case: Case, key: Qt.Key
) -> None:
    given = asked(EventDialog(window, case, case.events[0]))
    tab_to("Wat weten we precies")
    fill("zij kwam zelf")
    press(Qt.Key.Key_Return)
    type_text("en bleef")
    press(key, CTRL)
    assert [event.fact for event in given] == ["zij kwam zelf\nen bleef"]


def test_ctrl_enter_keeps_nothing_that_cannot_be(window: QMainWindow, case: Case) -> None:
    given = asked(EventDialog(window, case, case.events[0]))
    tab_to("Wanneer")
    fill("31 feb 2021")
    press(Qt.Key.Key_Return, CTRL)
    assert not given
    assert "31" in said()
