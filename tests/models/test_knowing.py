"""What an organisation knew is said only when it is sure; what nobody filled in stays onbekend."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.models.knowing import knowledge_of, known_to
from hgkm_desktop.models.phrases import read_moment
from hgkm_desktop.models.records import Knowledge
from hgkm_desktop.models.terms import Answer, Occurrence
from tests.builders import a_case_with, an_event, an_organisation

JA, NEE, ONBEKEND = Answer.JA, Answer.NEE, Answer.ONBEKEND
THE_DAY = date(2021, 3, 15)
SCHOOL = "s" * 32


def said(known: Answer, since: str = "") -> Knowledge:
    return Knowledge(SCHOOL, known, read_moment(since))


@pytest.mark.parametrize(
    ("when", "answer"),
    [("15-3-2021", JA), ("feb 2021", JA), ("mrt 2021", ONBEKEND), ("16-3-2021", NEE)],
)
def test_who_acts_knows_it_from_its_start(when: str, answer: Answer) -> None:
    assert known_to(an_event(when, organisation_ids=(SCHOOL,)), SCHOOL, THE_DAY) is answer


@pytest.mark.parametrize(
    ("knowledge", "answer"),
    [
        (said(JA, "15-3-2021"), JA),
        (said(JA, "16-3-2021"), NEE),
        (said(JA, "mrt 2021"), ONBEKEND),
        (said(JA, "circa 10-3-2021"), ONBEKEND),
        (said(JA), ONBEKEND),
        (said(NEE), NEE),
        (said(ONBEKEND), ONBEKEND),
    ],
)
def test_what_was_filled_in_counts(knowledge: Knowledge, answer: Answer) -> None:
    event = an_event("jan 2021", knowledge=(knowledge, Knowledge("ander", JA)))
    assert known_to(event, SCHOOL, THE_DAY) is answer


@pytest.mark.parametrize(
    ("when", "answer"), [("2020", ONBEKEND), ("mrt 2021", ONBEKEND), ("", ONBEKEND), ("2022", NEE)]
)
@pytest.mark.parametrize("knowledge", [(), (said(ONBEKEND),), (said(JA),)])
def test_what_nobody_filled_in_is_unknown_until_it_surely_lies_ahead(
    when: str, answer: Answer, knowledge: tuple[Knowledge, ...]
) -> None:
    assert known_to(an_event(when, knowledge=knowledge), SCHOOL, THE_DAY) is answer


def test_who_acts_and_knew_before_knew_before() -> None:
    acts: dict[str, Any] = {"organisation_ids": (SCHOOL,)}
    planned = an_event("1-4-2021", knowledge=(said(JA, "1-3-2021"),), **acts)
    assert known_to(planned, SCHOOL, THE_DAY) is JA
    told_later = an_event("1-3-2021", knowledge=(said(JA, "1-4-2021"),), **acts)
    assert known_to(told_later, SCHOOL, THE_DAY) is JA
    denied = an_event("1-3-2021", knowledge=(said(NEE),), **acts)
    assert known_to(denied, SCHOOL, THE_DAY) is NEE


def test_what_was_not_done_is_not_known_by_doing_it() -> None:
    event = an_event("feb 2021", organisation_ids=(SCHOOL,), occurrence=Occurrence.NIET_GEDAAN)
    assert known_to(event, SCHOOL, THE_DAY) is ONBEKEND


@given(
    st.sampled_from(["", "2019", "mrt 2021", "circa 2021", "15-3-2021", "vanaf 2022"]),
    st.sampled_from([None, *Answer]),
    st.sampled_from(["", "2020", "mrt 2021", "2022"]),
    st.booleans(),
    st.dates(date(2018, 1, 1), date(2024, 1, 1)),
    st.integers(0, 900),
)
def test_knowing_never_becomes_not_knowing(
    when: str, known: Answer | None, since: str, acts: bool, day: date, later: int
) -> None:
    knowledge = () if known is None else (said(known, since),)
    event = an_event(when, organisation_ids=(SCHOOL,) * acts, knowledge=knowledge)
    order = [NEE, ONBEKEND, JA]
    answers = [known_to(event, SCHOOL, d) for d in (day, date.fromordinal(day.toordinal() + later))]
    assert order.index(answers[0]) <= order.index(answers[1])


def test_the_whole_case_is_asked_at_once() -> None:
    police = an_organisation()
    known, open_, ahead = (
        an_event("2020", organisation_ids=(police.id,)),
        an_event(),
        an_event("2023"),
    )
    case = a_case_with(police, known, open_, ahead)
    assert knowledge_of(case, police.id, THE_DAY) == {
        known.id: JA,
        open_.id: ONBEKEND,
        ahead.id: NEE,
    }
