"""Of a deelbare casus only what may leave the table comes into an exercise."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

import pytest

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.exercises import exercise_of, known_by
from hgkm_desktop.models.records import Knowledge
from hgkm_desktop.models.terms import Answer, Audience, Mark
from hgkm_desktop.reports.let_through.exercise_case import playable_case
from tests.builders import (
    a_beleving,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
    for_bestuur,
    made_deelbaar,
)

POLITIE, SCHOOL = an_organisation("politie"), an_organisation("school")
SEEN = an_event(
    "13 mrt 2021",
    "ruzie",
    fact="de buren belden",
    instrument="tijdelijk huisverbod",
    source="mutatie van een agent",
    status_by="wijkagent",
    organisation_ids=(POLITIE.id,),
    knowledge=(Knowledge(SCHOOL.id, Answer.JA, an_event("14 mrt 2021").start),),
)
HIDDEN = an_event("apr 2021", "geheim gesprek")
TEACHER = a_deelnemer(SCHOOL, "intern begeleider")
FELT = a_beleving(SEEN, TEACHER, Mark.RISICO, explanation="ik schrok")
WHOLE = for_bestuur(a_case_with(POLITIE, SCHOOL, SEEN, HIDDEN, TEACHER, FELT))
CASE = made_deelbaar(WHOLE.put(replace(HIDDEN, audience=Audience.VERSLAG)))


def words_in(value: object) -> str:
    """Every text in a record and what it holds."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return " ".join(words_in(one) for one in value)
    if is_dataclass(value):
        return " ".join(words_in(getattr(value, field.name)) for field in fields(value))
    return ""


def test_what_is_played_goes_along() -> None:
    (event,) = playable_case(CASE).events
    assert (event.title, event.fact, event.instrument) == (
        "ruzie",
        "de buren belden",
        "tijdelijk huisverbod",
    )
    assert event.start.text() == "maart 2021"
    assert event.knowledge[0].since.text() == "maart 2021"
    assert event.audience is Audience.BESTUUR
    exercise = exercise_of(playable_case(CASE), code="O2-2O")
    assert [role.name for role in known_by(exercise, exercise.events[0])] == ["politie", "school"]
    assert exercise.from_case_id == CASE.id


def test_nothing_else_does() -> None:
    words = words_in(exercise_of(playable_case(CASE), code="O2-2O"))
    assert "ruzie" in words
    for hidden in ("geheim", "ik schrok", "intern begeleider", "wijkagent", "mutatie"):
        assert hidden not in words


def test_it_is_said_why_a_case_cannot_be_played() -> None:
    with pytest.raises(HgkmError) as in_work:
        playable_case(WHOLE)
    assert "Herleidbaarheidscheck" in in_work.value.todo
    silent = made_deelbaar(a_case_with(an_event("2021")))
    with pytest.raises(HgkmError) as nothing:
        playable_case(silent)
    assert "geen enkele gebeurtenis" in nothing.value.what
    assert "‘bestuur’" in nothing.value.todo
