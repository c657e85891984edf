"""Plans, the facts before them and the interventies beside them: worked out by hand."""

from __future__ import annotations

from typing import Any

from hgkm_desktop.methods.plans import (
    interventions_beside_plans,
    plans_made,
    research_before_plan,
)
from hgkm_desktop.methods.results import part_words
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event, Involvement
from hgkm_desktop.models.terms import Answer, EventKind, Occurrence, SafetyPhase
from tests.builders import a_betrokkene, a_case_with, an_event, an_organisation

POLICE, SCHOOL = an_organisation("politie"), an_organisation("school")


def a_safety_plan(when: str, **more: Any) -> Event:
    return an_event(when, "veiligheidsplan", kind=EventKind.PLAN, **more)


def a_care_plan(when: str, phase: SafetyPhase | None = None, **more: Any) -> Event:
    return an_event(when, "zorgplan", kind=EventKind.PLAN, safety_phase=phase, **more)


def research(when: str, *organisations: Any, **more: Any) -> Event:
    ids = tuple(o.id for o in organisations)
    return an_event(when, "onderzoek", kind=EventKind.TAXATIE, organisation_ids=ids, **more)


def before(*events: Event) -> list[Answer | None]:
    parts = research_before_plan(a_case_with(POLICE, SCHOOL, *events)).parts
    assert all(part.value is None or isinstance(part.value, Answer) for part in parts)
    return [part.value for part in parts if isinstance(part.value, Answer | None)]


def made(case: Case) -> dict[str, object]:
    return {part.key: part.value for part in plans_made(case).parts}


# --- feitenonderzoek ----------------------------------------------------------------------------


def test_research_before_the_plan_is_a_yes_for_each_plan() -> None:
    plans = a_safety_plan("10 mei 2022"), a_safety_plan("juli 2022")
    # For the first plan the research of June came too late; for the second it was in time.
    assert before(*plans, research("juni 2022", POLICE)) == [Answer.NEE, Answer.JA]


def test_on_the_same_day_is_in_time_and_a_shared_month_is_not_sure() -> None:
    assert before(a_safety_plan("10 mei 2022"), research("10 mei 2022", POLICE)) == [Answer.JA]
    assert before(a_safety_plan("mei 2022"), research("mei 2022", POLICE)) == [Answer.ONBEKEND]
    assert before(a_safety_plan("mei 2022"), research("", POLICE)) == [Answer.ONBEKEND]


def test_only_research_by_the_five_that_are_named_counts() -> None:
    plan = a_safety_plan("10 mei 2022")
    assert before(plan, research("1 mei 2022", SCHOOL)) == [Answer.NEE]
    assert before(plan, research("1 mei 2022")) == [Answer.ONBEKEND], "nobody said whose it was"
    assert before(plan, research("1 mei 2022", SCHOOL, instrument="RIHG")) == [Answer.JA]
    missed = research("1 mei 2022", POLICE, occurrence=Occurrence.NIET_GEDAAN)
    assert before(plan, missed) == [Answer.NEE]


def test_without_a_plan_nothing_is_said_but_what_the_line_says_of_it() -> None:
    (part,) = research_before_plan(a_case_with(POLICE, research("2022", POLICE))).parts
    assert part_words(part) == "niet te zeggen. Er staat geen veiligheidsplan op de lijn."
    missed = a_safety_plan("2022", occurrence=Occurrence.NIET_GEDAAN)
    (part,) = research_before_plan(a_case_with(missed)).parts
    assert part.reason.endswith("Wel dat het niet is gedaan.")
    not_there = a_safety_plan("2022", occurrence=Occurrence.BESTOND_NIET)
    (part,) = research_before_plan(a_case_with(not_there)).parts
    assert part.reason.endswith("Dat bestond hier nog niet.")


# --- plannen ------------------------------------------------------------------------------------


def test_plans_are_there_with_what_they_are_about() -> None:
    mother, child = a_betrokkene("moeder"), a_betrokkene("kind 1", is_child=True)
    about = Involvement(mother.id), Involvement(child.id)
    risks = a_care_plan("2022", SafetyPhase.RISICOGESTUURD, involved=about[:1])
    case = a_case_with(mother, child, a_safety_plan(""), risks)
    assert made(case) == {
        "veiligheidsplan": Answer.JA,
        "risicogestuurd": Answer.JA,
        "herstelgericht": Answer.NEE,
        "voor_allen": Answer.NEE,  # the child is not named
    }
    recovery = a_care_plan("2023", SafetyPhase.HERSTELGERICHT, involved=about[1:])
    assert made(case.put(recovery)) == {
        "veiligheidsplan": Answer.JA,
        "risicogestuurd": Answer.JA,
        "herstelgericht": Answer.JA,
        "voor_allen": Answer.JA,  # each is named in one of both
    }


def test_a_plan_of_which_nobody_chose_the_phase_may_be_either() -> None:
    case = a_case_with(a_betrokkene("moeder"), a_care_plan("2022"))
    assert made(case)["risicogestuurd"] is Answer.ONBEKEND
    assert made(case)["herstelgericht"] is Answer.ONBEKEND
    assert made(case)["voor_allen"] is Answer.ONBEKEND
    assert made(case)["veiligheidsplan"] is Answer.NEE


def test_the_instrument_makes_a_plan_whatever_its_title() -> None:
    plan = an_event("2022", "afspraken", kind=EventKind.BESLUIT, instrument="veiligheidsplan")
    other = a_safety_plan("2022", instrument="tijdelijk huisverbod")
    assert made(a_case_with(plan))["veiligheidsplan"] is Answer.JA
    assert made(a_case_with(other))["veiligheidsplan"] is Answer.NEE


# --- interventies -------------------------------------------------------------------------------


def test_each_interventie_has_both_plans_or_not_when_it_begins() -> None:
    early, midway, late, vague = (
        an_event(when, "hulp", kind=EventKind.INTERVENTIE)
        for when in ("1 mei 2022", "15 mei 2022", "1 juli 2022", "juni 2022")
    )
    plans = a_safety_plan("10 mei 2022"), a_care_plan("20 juni 2022")
    missed = an_event(
        "1 juli 2022", "hulp", kind=EventKind.INTERVENTIE, occurrence=Occurrence.NIET_GEDAAN
    )
    result = interventions_beside_plans(a_case_with(early, midway, late, vague, *plans, missed))
    # 1 May: none of both. 15 May: the veiligheidsplan only. June: the zorgplan of 20 June may come
    # after it. 1 July: both.
    assert [part_words(part).partition(": ")[2] for part in result.parts] == [
        "nee. Veiligheidsplan: was er nog niet; zorgplan: was er nog niet.",
        "nee. Veiligheidsplan: was er; zorgplan: was er nog niet.",
        "niet zeker. Veiligheidsplan: was er; zorgplan: niet zeker of het er al was.",
        "ja. Veiligheidsplan: was er; zorgplan: was er.",
    ]
    assert [part.used_ids[0] for part in result.parts] == [early.id, midway.id, vague.id, late.id]


def test_no_interventie_is_said() -> None:
    (part,) = interventions_beside_plans(a_case_with(a_safety_plan("2022"))).parts
    assert part.reason == "Er staat geen interventie op de lijn."
