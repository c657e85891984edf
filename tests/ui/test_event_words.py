"""The sentence that a screen reader speaks for an event."""

from __future__ import annotations

from hgkm_desktop.models.phrases import read_moment
from hgkm_desktop.models.records import Event, Knowledge
from hgkm_desktop.models.terms import Answer, ChainPhase, Effect, EventKind, Pressure, SafetyPhase
from hgkm_desktop.ui.event_words import CaseWords
from tests.builders import a_case_with, an_event, an_organisation

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
