"""What the panel says of one event: who knew it, its phases and result, and what stands out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.phrases import read_moment
from hgkm_desktop.models.records import Event, Knowledge
from hgkm_desktop.models.terms import (
    AddedBy,
    Answer,
    ChainPhase,
    Effect,
    FactStatus,
    Mark,
    Occurrence,
    Pressure,
    SafetyPhase,
)
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_facts import facts_of
from hgkm_desktop.ui.line.event_panel import EventPanel
from hgkm_desktop.ui.line.kind_mark import SignMark
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation

NAMES = ("politie", "school", "wijkteam", "Veilig Thuis")
POLICE, SCHOOL, TEAM, VT = (an_organisation(name) for name in NAMES)


def case_with(event: Event) -> Case:
    return a_case_with(POLICE, SCHOOL, TEAM, VT, event)


def said_of(event: Event) -> dict[str, str]:
    return {fact.name: fact.words for fact in facts_of(case_with(event), event)}


def test_who_knew_it_stands_in_groups() -> None:
    known = (
        Knowledge(SCHOOL.id, Answer.JA, read_moment("circa mei 2021")),
        Knowledge(TEAM.id, Answer.NEE),
    )
    said = said_of(an_event("mrt 2021", organisation_ids=(POLICE.id,), knowledge=known))
    assert said["Wist ervan"] == "politie (deed mee) en school (sinds circa mei 2021)"
    assert said["Wist het niet"] == "wijkteam"
    assert said["Onbekend"] == "of Veilig Thuis het wist"


def test_who_should_have_acted_is_not_said_to_have_known() -> None:
    event = an_event(
        "mrt 2021",
        occurrence=Occurrence.NIET_GEDAAN,
        organisation_ids=(POLICE.id,),
        knowledge=(Knowledge(SCHOOL.id, Answer.JA),),
    )
    said = said_of(event)
    assert said["Wist ervan"] == "school (onbekend sinds wanneer)"
    assert "politie" in said["Onbekend"]


def test_nothing_is_said_of_knowing_when_nobody_asked() -> None:
    said = said_of(an_event("mrt 2021", organisation_ids=(POLICE.id,)))
    assert said.keys() == {"Wanneer", "Organisaties", "Status", "Toegevoegd"}


def test_phases_result_and_what_stands_out() -> None:
    said = said_of(
        an_event(
            "mrt 2021",
            effect=Effect.DEELS,
            result="moeder voelt zich veiliger",
            chain_phase=ChainPhase.NAZORG,
            safety_phase=SafetyPhase.HERSTELGERICHT,
            is_pivotal=True,
            is_shown=False,
            added_by=AddedBy.DOSSIER,
            added_on=date(2024, 3, 1),
        )
    )
    assert said["Resultaat"] == "deels bereikt: moeder voelt zich veiliger"
    assert (said["Ketenfase"], said["Fase"]) == ("nazorg", "herstelgerichte zorg")
    assert said["Let op"] == "cruciaal punt · niet tonen"
    assert said["Toegevoegd"] == "uit een dossier, 1 maart 2024"


def test_words_carry_the_sign_of_the_line() -> None:
    event = an_event(
        "mrt 2021",
        fact_status=FactStatus.BETWIST,
        pressure=Pressure.DRANG,
        effect=Effect.UITGEBLEVEN,
        is_risk_moment=True,
    )
    signs = {fact.name: fact.sign for fact in facts_of(case_with(event), event) if fact.sign}
    assert signs == {
        "Status": "disputed",
        "Vrijheid": "drang",
        "Resultaat": "effect_none",
        "Let op": "risk",
    }


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document(CaseFile.create(tmp_path / "a.hgkm", "een lang wachtwoord", kdf=TEST))
    yield document
    document.close()


@pytest.mark.parametrize(("second", "diverges"), [(Mark.RISICO, True), (Mark.GOED, False)])
def test_where_belevingen_diverge_the_sign_of_the_line_stands(
    document: Document, qtbot: QtBot, second: Mark, diverges: bool
) -> None:
    event, people = an_event("2021"), (a_deelnemer(POLICE, "wijkagent"), a_deelnemer(VT, "arts"))
    lived = [
        a_beleving(event, who, mark) for who, mark in zip(people, (Mark.GOED, second), strict=True)
    ]
    document.add_case(a_case_with(POLICE, VT, event, *people, *lived))
    panel = EventPanel(document)
    qtbot.addWidget(panel)
    panel.show_event(event.id)
    words = [found.text() for found in panel.findChildren(QLabel)]
    assert ("Niet iedereen beleefde dit hetzelfde." in words) is diverges
    assert bool(panel.findChildren(SignMark)) is diverges
