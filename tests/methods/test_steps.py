"""What is still open in a casusevaluatie, in words, and where that leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hgkm_desktop.methods.open_points import OPEN, STARTED
from hgkm_desktop.methods.steps import StepProgress, StepState, page_state, progress
from hgkm_desktop.models import rounds
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import (
    Duidingsverschil,
    Lesson,
    Reading,
    StartCheck,
    Summary,
)
from hgkm_desktop.models.steps_content import StepPage, read_steps, steps
from hgkm_desktop.models.strict_toml import BadContent
from hgkm_desktop.models.terms import Answer, Mark, Method, RiskOf, SafetyOf
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)

POLICE, VT = an_organisation("politie"), an_organisation("Veilig Thuis")
AGENT = a_deelnemer(POLICE, "wijkagent")
MANAGER = replace(a_deelnemer(VT, "teamleider"), is_manager=True)
FIRST, SECOND = an_event("mrt 2021", "een melding"), an_event("mei 2021", "een gesprek")


def a_table() -> Case:
    return a_case_with(POLICE, VT, AGENT, MANAGER, FIRST, SECOND, a_betrokkene("moeder"))


def of(case: Case, step_id: str) -> StepProgress:
    return next(one for one in progress(case) if one.step.id == step_id)


def words(case: Case, step_id: str) -> list[str]:
    return [missing.words for missing in of(case, step_id).missing]


def finished() -> Case:
    """A casusevaluatie in which nothing is open."""
    risky = {"risk_of": RiskOf.BESLUIT, "safety_of": (SafetyOf.BETROKKENEN,)}
    told = {"now_different": "Eerst bellen.", "obstacle": "te veel overdrachten"}
    return a_case_with(
        *(POLICE, VT, AGENT, MANAGER, FIRST, SECOND, a_betrokkene("moeder")),
        a_beleving(FIRST, AGENT, Mark.GOED),
        a_beleving(FIRST, MANAGER, Mark.RISICO, **risky, **told),
        a_beleving(SECOND, MANAGER, Mark.GOED),
        Duidingsverschil(
            "v" * 32,
            1.0,
            "veiligheid",
            (Reading(POLICE.id, "gevaar"), Reading(VT.id, "spanning")),
            (FIRST.id,),
            spoken_out=Answer.NEE,
        ),
        Lesson("1" * 32, 1.0, "Bel elkaar.", event_ids=(FIRST.id,)),
        Verbeteractie("2" * 32, 1.0, "Wij bellen.", owner="politie", keeper="wethouder",
                      due=date(2026, 3, 1)),
        reason="Het begon laat.",
        organiser="beleidsmedewerker, gemeente",
        keep_until=date(2030, 1, 1),
        start_check=StartCheck(
            procedure_running=Answer.NEE,
            board_decided=Answer.NEE,
            heard=Answer.NEE,
            legal_ground="gepseudonimiseerd leren",
            rules_read=True,
        ),
        summary=Summary(sentences=("Eén.",), children="Bang.", questions=("Wie belt?",)),
    )  # fmt: skip


def test_the_content_and_the_program_know_the_same_points_and_steps() -> None:
    known = {point.id for step in steps() for point in step.points}
    assert known == set(OPEN)
    of_evaluation = {s.id for s in steps() if s.method is Method.CASUSEVALUATIE}
    assert of_evaluation == set(STARTED)


def test_an_empty_case_is_open_everywhere() -> None:
    found = progress(Case(id="c" * 32, code="K7-2F"))
    assert [one.step.id for one in found] == [
        *("aanleiding", "deelnemers", "lijn", "belevingen", "nu_anders", "samenwerking"),
        *("lessen", "acties", "samenvatting"),
    ]
    assert {one.state for one in found} == {StepState.OPEN}
    assert all(one.missing for one in found)


def test_a_finished_evaluation_has_nothing_open() -> None:
    found = progress(finished())
    assert [(one.step.id, one.missing) for one in found if one.missing] == []
    assert {one.state for one in found} == {StepState.GEDAAN}


def test_what_is_open_leads_to_its_field() -> None:
    case = replace(finished(), organiser="")
    (missing,) = of(case, "aanleiding").missing
    assert (missing.page, missing.field) == (StepPage.AANLEIDING, "organiser")
    assert of(case, "aanleiding").state is StepState.DEELS


def test_a_step_without_anything_before_one_that_was_begun_is_skipped() -> None:
    case = a_case_with(FIRST, title="")
    assert of(case, "aanleiding").state is StepState.OVERGESLAGEN
    assert of(case, "lijn").state is StepState.GEDAAN
    assert of(case, "lessen").state is StepState.OPEN


def test_events_without_a_beleving_and_who_has_not_spoken() -> None:
    case = a_table().mark(SECOND.id, AGENT.id, Mark.GOED)
    found = of(case, "belevingen")
    assert [m.words for m in found.missing] == [
        "Bij 1 gebeurtenis staat nog geen beleving.",
        "Nog niet aan het woord geweest: Veilig Thuis, teamleider.",
    ]
    assert found.missing[0].record_id == FIRST.id
    assert found.missing[1].page is StepPage.RONDE
    spoken = rounds.begun(case, by_event=False, blind=False)
    while rounds.turn(spoken) is not None:
        spoken = rounds.gone_on(spoken)
    assert words(spoken, "belevingen") == ["Bij 1 gebeurtenis staat nog geen beleving."]


def test_a_blind_round_tells_the_checklist_nothing() -> None:
    case = a_table().mark(FIRST.id, AGENT.id, Mark.RISICO).mark(FIRST.id, MANAGER.id, Mark.GOED)
    case = rounds.begun(case, by_event=False, blind=True)
    assert words(case, "belevingen") == [
        "De ronde is nog niet klaar. Nu is aan de beurt: politie, wijkagent."
    ]
    assert words(case, "nu_anders") == ["Er zijn nog geen belevingen om op terug te kijken."]
    assert words(case, "samenwerking") == ["Er staan nog geen duidingsverschillen."]


def test_nobody_is_counted_only_events_are() -> None:
    case = a_table().mark(FIRST.id, AGENT.id, Mark.NIET_OKE).mark(FIRST.id, MANAGER.id, Mark.RISICO)
    assert words(case, "nu_anders") == [
        "Bij 1 gebeurtenis die niet oké of risicovol was, staat nog niet hoe u het nu zou doen."
    ]


def test_a_tick_says_what_cannot_be_seen() -> None:
    case = replace(a_table(), steps_done=("samenwerking", "deelnemers"))
    assert of(case, "samenwerking").state is StepState.GEDAAN
    wrong = case.put(Duidingsverschil("v" * 32, 1.0, "veiligheid"))
    assert words(wrong, "samenwerking") == [
        "Bij het duidingsverschil over veiligheid staat niet hoe twee organisaties het zagen.",
        "Van het duidingsverschil over veiligheid staat er niet of het is uitgesproken.",
    ]


def test_lessons_need_evidence_and_actions_an_owner_and_a_keeper() -> None:
    case = a_case_with(
        Lesson("1" * 32, 1.0, "Bel elkaar."), Verbeteractie("2" * 32, 1.0, "Wij bellen.")
    )
    (lesson,) = of(case, "lessen").missing
    assert lesson.record_id == "1" * 32
    assert words(case, "acties") == [
        "1 verbeteractie heeft nog geen eigenaar.",
        "1 verbeteractie heeft nog geen bewaker.",
        "1 verbeteractie heeft nog geen datum.",
    ]


def test_a_page_of_more_steps_is_half_done_when_one_is() -> None:
    found = progress(a_case_with(FIRST))
    assert page_state(found, StepPage.TIJDLIJN) is StepState.DEELS
    assert page_state(found, StepPage.LESSEN) is StepState.OPEN
    assert page_state(found, StepPage.VERDIEPING) is None


def test_casuistiekonderzoek_has_its_own_names_and_others_the_usual_ones() -> None:
    study = replace(a_table(), methods=(Method.CASUISTIEKONDERZOEK,))
    assert {one.step.page for one in progress(study)} == {StepPage.VERDIEPING}
    assert page_state(progress(study), StepPage.VERDIEPING) is StepState.OPEN
    board = replace(a_table(), methods=(Method.LEERTAFEL,))
    assert progress(board)[0].step.id == "aanleiding"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ('id = "a"\nmethode = "x"\nnaam = "n"\npagina = "lessen"', "methode"),
        ('id = "a"\nmethode = "casusevaluatie"\nnaam = "n"\npagina = "elders"', "pagina"),
        (
            'id = "a"\nmethode = "casusevaluatie"\nnaam = "n"\npagina = "lessen"\n'
            '[[stap.punt]]\nid = "p"\ntekst = "t"\nvervalt = true',
            "kan vervallen",
        ),
        (
            'id = "a"\nmethode = "casusevaluatie"\nnaam = "n"\npagina = "lessen"\n'
            '[[stap.punt]]\nid = "p"\ntekst = "t"\n[[stap.punt]]\nid = "p"\ntekst = "t"',
            "twee keer",
        ),
    ],
)
def test_content_that_cannot_be_is_refused(tmp_path: Path, wrong: str, reason: str) -> None:
    path = tmp_path / "stappen.toml"
    path.write_text(f"[[stap]]\n{wrong}\n", encoding="utf-8")
    with pytest.raises(BadContent, match=reason):
        read_steps(path)
