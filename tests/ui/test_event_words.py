"""The sentence that a screen reader speaks for an event."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.models.phrases import read_moment
from hgkm_desktop.models.records import Event, Knowledge
from hgkm_desktop.models.terms import (
    Answer,
    ChainPhase,
    Effect,
    EventKind,
    Mark,
    Pressure,
    SafetyPhase,
)
from hgkm_desktop.ui.line.event_words import CaseWords
from tests.builders import (
    a_beleving,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)

POLICE, SCHOOL, TEAM = (an_organisation(name) for name in ("politie", "school", "wijkteam"))


def sentence(event: Event) -> str:
    return CaseWords(a_case_with(POLICE, SCHOOL, TEAM, event)).sentence(3, event)


def test_an_interventie_is_heard_with_its_freedom_result_and_phases() -> None:
    event = an_event(
        "mrt 2021",
        "training",
        kind=EventKind.INTERVENTIE,
        organisation_ids=(TEAM.id,),
        pressure=Pressure.DRANG,
        effect=Effect.DEELS,
        safety_phase=SafetyPhase.RISICOGESTUURD,
        chain_phase=ChainPhase.INTERVENTIE,
    )
    assert sentence(event) == (
        "3. training. wijkteam. interventie. maart 2021, alleen de maand is bekend. drang. "
        "resultaat deels bereikt. fase risicogestuurde zorg. ketenfase interventie"
    )


def test_who_did_not_know_it_then_is_heard() -> None:
    known = (
        Knowledge(POLICE.id, Answer.JA, read_moment("mrt 2021")),
        Knowledge(SCHOOL.id, Answer.JA, read_moment("juni 2021")),
        Knowledge(TEAM.id, Answer.NEE),
    )
    heard = sentence(an_event("mrt 2021", knowledge=known))
    assert heard.endswith("nog niet bekend bij school en wijkteam")


def test_what_is_not_filled_in_is_not_spoken() -> None:
    heard = sentence(an_event("3-2-2021", "een gesprek", knowledge=(Knowledge(TEAM.id),)))
    assert heard == "3. een gesprek. Gezin. contact of gesprek. 3 februari 2021"


def test_t0_and_a_divergence_are_heard_as_they_are_seen() -> None:
    agent, mentor = a_deelnemer(POLICE), a_deelnemer(SCHOOL)
    melding = an_event("3-2-2021", "melding", kind=EventKind.MELDING)
    gesprek = an_event("4-2-2021", "gesprek")
    belevingen = (
        a_beleving(melding, agent, Mark.GOED),
        a_beleving(melding, mentor, Mark.RISICO),
        a_beleving(gesprek, agent, Mark.GOED),
        a_beleving(gesprek, mentor, Mark.GOED),
    )
    case = a_case_with(POLICE, SCHOOL, agent, mentor, melding, gesprek, *belevingen)
    words = CaseWords(replace(case, t0_event_id=melding.id))
    assert words.sentence(1, melding) == (
        "1. melding. Gezin. melding. 3 februari 2021. dit is T0. verschillend beleefd. "
        "politie, teamleider: ging goed; school, teamleider: risicovol"
    )
    assert "beleefd" not in words.sentence(2, gesprek)
    assert "T0" not in words.sentence(2, gesprek)
