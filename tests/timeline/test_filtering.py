"""A filter lets pass what has everything that was asked, and never guesses at a date."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event, Involvement
from hgkm_desktop.models.terms import EventKind, Mark
from hgkm_desktop.timeline.filtering import EventFilter
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)


def shown(case: Case, **asked: Any) -> list[str]:
    """The titles that pass, in the order of the case."""
    found = EventFilter(**asked).matches(case)
    return [event.title for event in case.events if event.id in found]


POLICE, SCHOOL, MOTHER = an_organisation("Politie"), an_organisation("Basisschool"), a_betrokkene()
OFFICER, TEACHER = a_deelnemer(POLICE, "wijkagent"), a_deelnemer(SCHOOL, "leerkracht")


def case_of(*events: Event) -> Case:
    return a_case_with(POLICE, SCHOOL, MOTHER, OFFICER, TEACHER, *events)


@pytest.mark.parametrize(
    "text", ["creche", "CRÈCHE", "  crèche ", "een politie", "moeder", "dossier 4", "te laat"]
)
def test_text_is_found_wherever_it_was_typed_without_capitals_or_accents(text: str) -> None:
    event = an_event(
        title="Crèche ziet iets",
        fact="Één keer",
        source="Dossier 4",
        organisation_ids=(POLICE.id,),
        involved=(Involvement(MOTHER.id),),
    )
    said = a_beleving(event, OFFICER, Mark.RISICO, needed_from="Te laat gehoord")
    case = case_of(event, an_event(title="iets anders")).put(said)
    assert shown(case, text=text) == ["Crèche ziet iets"]


def test_every_word_must_be_there() -> None:
    case = case_of(an_event(title="ruzie op straat"), an_event(title="ruzie thuis"))
    assert shown(case, text="ruzie straat") == ["ruzie op straat"]
    assert shown(case, text="straat thuis") == []


def test_what_is_asked_together_must_all_hold_and_of_several_one_is_enough() -> None:
    case = case_of(
        an_event(title="melding", kind=EventKind.MELDING, organisation_ids=(POLICE.id,)),
        an_event(title="signaal", kind=EventKind.SIGNAAL, organisation_ids=(SCHOOL.id,)),
        an_event(title="gezin", kind=EventKind.SIGNAAL, involved=(Involvement(MOTHER.id),)),
    )
    kinds = frozenset({EventKind.MELDING, EventKind.SIGNAAL})
    assert shown(case, kinds=kinds) == ["melding", "signaal", "gezin"]
    assert shown(case, kinds=kinds, organisation_ids=frozenset({SCHOOL.id})) == ["signaal"]
    assert shown(case, betrokkene_ids=frozenset({MOTHER.id})) == ["gezin"]


@pytest.mark.parametrize(
    ("first", "last", "titles"),
    [
        ("2021-03-10", "2021-03-20", ["maand", "periode", "loopt"]),
        ("2021-04-01", None, ["periode", "loopt", "later"]),
        (None, "2021-02-28", ["loopt"]),
        ("2021-05-14", "2021-05-31", ["loopt"]),
    ],
)
def test_a_period_shows_what_may_have_been_in_it(
    first: str | None, last: str | None, titles: list[str]
) -> None:
    case = case_of(
        an_event("mrt 2021", "maand"),
        an_event("5-3-2021 - 13-5-2021", "periode"),
        an_event("vanaf jan 2021", "loopt"),
        an_event("1-6-2021", "later"),
        an_event("", "zonder datum"),
    )
    days = {"first": first, "last": last}
    asked = {name: date.fromisoformat(day) for name, day in days.items() if day}
    assert shown(case, **asked) == titles


def test_circa_and_in_between_may_lie_in_a_period_at_their_edges() -> None:
    case = case_of(an_event("circa 3-3-2021", "circa"), an_event("tussen 2020 en 2022", "tussen"))
    day = date(2021, 3, 10)
    assert shown(case, first=day, last=day) == ["circa", "tussen"]
    day = date(2021, 3, 11)
    assert shown(case, first=day, last=day) == ["tussen"]


@pytest.fixture
def marked() -> Case:
    one, two, three = (
        an_event(title="samen"),
        an_event(title="verschil"),
        an_event(title="gemerkt", is_risk_moment=True, is_pivotal=True),
    )
    belevingen = (
        a_beleving(one, OFFICER, Mark.GOED, explanation="wij waren snel"),
        a_beleving(one, TEACHER, Mark.GOED),
        a_beleving(two, OFFICER, Mark.GOED),
        a_beleving(two, TEACHER, Mark.RISICO),
    )
    case = case_of(one, two, three)
    for beleving in belevingen:
        case = case.put(beleving)
    return case


def test_marks_and_the_views_of_the_method(marked: Case) -> None:
    assert shown(marked, marks=frozenset({Mark.RISICO, Mark.NIET_OKE})) == ["verschil"]
    assert shown(marked, only_divergent=True) == ["verschil"]
    assert shown(marked, only_risk=True) == ["verschil", "gemerkt"]
    assert shown(marked, only_pivotal=True) == ["gemerkt"]


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"only_risk": True},
        {"only_divergent": True},
        {"text": "snel"},
        *({"marks": frozenset({mark})} for mark in Mark),
    ],
    ids=str,
)
def test_no_filter_counts_the_belevingen_of_one_deelnemer(
    marked: Case, wanted: dict[str, Any]
) -> None:
    everyone = shown(marked, **wanted)
    for deelnemer in (OFFICER, TEACHER):
        assert shown(marked, deelnemer_id=deelnemer.id, **wanted) == everyone


def test_a_filter_is_empty_only_when_everything_passes() -> None:
    for empty in (EventFilter(), EventFilter(text="  "), EventFilter(deelnemer_id="x")):
        assert empty.is_empty
        assert shown(case_of(an_event("", "zonder datum")), text=empty.text) == ["zonder datum"]
    for asked in ({"text": "a"}, {"last": date(2021, 1, 1)}, {"only_risk": True}):
        assert not EventFilter(**asked).is_empty
