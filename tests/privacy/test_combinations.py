"""Rare facts that together single a household out: found, explained, and counted by kind."""

from __future__ import annotations

import time

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.reading import cleared
from hgkm_desktop.models.terms import Audience
from hgkm_desktop.privacy.case_check import check_case, every_finding
from hgkm_desktop.privacy.combinations import HOUSEHOLD, RareKind, rare_facts, singles_out
from tests.builders import a_betrokkene, a_case_with, an_event

K = RareKind


def told(*texts: str) -> Case:
    """A case in which these are facts of events, without dates."""
    return a_case_with(*(an_event(fact=text) for text in texts))


def kinds(case: Case) -> list[RareKind]:
    return sorted({fact.kind for fact in rare_facts(case)})


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("De tweeling is stil.", K.MEERLING, "tweeling"),
        ("Een Tweelingbroer\u00a0belt.", K.MEERLING, "Tweelingbroer"),
        ("Zij zorgt voor vijf jonge kinderen.", K.VEEL_KINDEREN, "vijf jonge kinderen"),
        ("Er zijn 6 kinderen thuis.", K.VEEL_KINDEREN, "6 kinderen"),
        ("Vader werkt als notaris.", K.BEROEP, "notaris"),
        ("Opa is vorig jaar overleden.", K.OVERLIJDEN, "overleden"),
        ("Het stond in de krant.", K.MEDIA, "krant"),
        ("Dit kwam op het nieuws.", K.MEDIA, "op het nieuws"),
        ("Zij verhuisden naar Almelo.", K.PLAATS, "Almelo"),
        ("Moeder spreekt alleen Pools.", K.HERKOMST, "Pools"),
        ("Zijn dochter is 9 jaar oud.", K.LEEFTIJD, "9 jaar oud"),
        ("Het was op 3 mei 2021.", K.DAG, "3 mei 2021"),
    ],
)
def test_a_rare_fact_is_found_with_its_words_and_place(
    text: str, kind: RareKind, words: str
) -> None:
    (fact,) = [fact for fact in rare_facts(told(text)) if fact.kind is kind]
    assert words in fact.words
    assert fact.where.startswith("gebeurtenis 1, ")
    assert fact.why.endswith(".")
    assert fact.instead.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Er zijn drie kinderen thuis.",
        "Hij maakt haar dood, zegt hij. Hij dreigt met zelfmoord.",
        "Dat was goed nieuws. Zij zit op sociale media.",
        "Zij werkt als schoonmaakster.",
        "Na vier weken belde de school.",
        "Doodsbedreigingen en ruzie over geld.",
        "De zitting was kort.",
        "Kind 2 is geboren.",
    ],
)
def test_what_many_households_share_is_not_rare(text: str) -> None:
    assert rare_facts(told(text)) == ()


def test_many_children_show_from_the_household_itself() -> None:
    children = [a_betrokkene(f"kind {number}", is_child=True) for number in range(1, 5)]
    assert rare_facts(a_case_with(*children[:3], a_betrokkene("moeder"))) == ()
    (fact,) = rare_facts(a_case_with(*children))
    assert (fact.kind, fact.where, fact.words) == (K.VEEL_KINDEREN, HOUSEHOLD, "4 kinderen")


@pytest.mark.parametrize(
    ("when", "audience", "is_rare"),
    [
        ("3 mei 2021", Audience.TAFEL, False),
        ("3 mei 2021", Audience.VERSLAG, True),
        ("3 mei 2021", Audience.BESTUUR, True),
        ("mei 2021", Audience.BESTUUR, False),
        ("circa 3 mei 2021", Audience.BESTUUR, False),
    ],
)
def test_a_day_is_rare_where_the_event_leaves_the_table(
    when: str, audience: Audience, is_rare: bool
) -> None:
    assert kinds(a_case_with(an_event(when, audience=audience))) == [K.DAG] * is_rare


@pytest.mark.parametrize(("when", "is_rare"), [("mei 2021", True), ("2021", False), ("", False)])
def test_birth_and_court_are_rare_with_a_date_finer_than_a_year(when: str, is_rare: bool) -> None:
    birth = a_case_with(an_event(when, "Bevalling van kind 3"))
    court = a_case_with(an_event(when, fact="De zitting bij de rechtbank."))
    assert kinds(birth) == [K.GEBOORTE] * is_rare
    assert kinds(court) == [K.RECHTER] * is_rare


def test_three_kinds_give_a_warning_and_two_do_not() -> None:
    two = told("De tweeling is stil.", "Nog een drieling. Het stond in de krant.")
    assert singles_out(rare_facts(two)) == ""
    three = told("De tweeling is stil.", "Het stond in de krant.", "Opa is overleden.")
    words = singles_out(rare_facts(three))
    assert words.startswith("Kans op herkenning")
    assert "een meerling, een overlijden en aandacht van de media" in words


def test_what_tells_nobody_by_itself_counts_beside_the_others() -> None:
    case = told("De tweeling is stil.", "Het stond in de krant.", "Zij verhuisden naar Almelo.")
    aside = cleared(case, Cleared("almelo", "plaats", "komt vaak voor"))
    assert check_case(aside) == ()
    assert rare_facts(aside) == rare_facts(case)
    assert "een plaats" in singles_out(rare_facts(aside))


def test_findings_that_are_there_are_used_and_not_looked_for_again() -> None:
    case = told("Zij verhuisden naar Almelo.", "De tweeling is stil.")
    assert rare_facts(case, every_finding(case)) == rare_facts(case)
    assert {fact.kind for fact in rare_facts(case, ())} == {K.MEERLING}


def test_a_case_of_a_hundred_events_takes_less_than_a_quarter_of_a_second() -> None:
    case = told(*(f"De tweeling en de krant, en een lang verhaal {n}. " * 8 for n in range(100)))
    rare_facts(told("eerst"), ())
    began = time.thread_time()
    rare_facts(case, ())
    assert time.thread_time() - began < 0.25


def test_each_kind_has_an_explanation_of_its_own() -> None:
    said = {fact.kind: (fact.why, fact.instead) for fact in rare_facts(told("tweeling, krant"))}
    assert len(set(said.values())) == 2
