"""Joining doubles loses no text, no beleving and no reference, and prints nothing unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.checks import LONGEST_TEXT
from hgkm_desktop.models.joining import joined
from hgkm_desktop.models.moment import in_year
from hgkm_desktop.models.phrases import read_moment
from hgkm_desktop.models.records import (
    Beleving,
    Duidingsverschil,
    Event,
    Involvement,
    Knowledge,
    Lesson,
    Summary,
    new_id,
)
from hgkm_desktop.models.terms import (
    Answer,
    Audience,
    ChainPhase,
    Effect,
    EventKind,
    FactStatus,
    HouseholdRole,
    Mark,
    Occurrence,
    Pressure,
    RiskOf,
    SafetyOf,
)
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)

POLICE, SCHOOL = an_organisation("politie"), an_organisation("school")
MOTHER, FATHER = a_betrokkene("moeder"), a_betrokkene("vader")
OFFICER, TEACHER = a_deelnemer(POLICE, "wijkagent"), a_deelnemer(SCHOOL, "leerkracht")
PEOPLE = (POLICE, SCHOOL, MOTHER, FATHER, OFFICER, TEACHER)


def one_of(*events: Event) -> Event:
    """What these become in a case of their own."""
    case = joined(a_case_with(*PEOPLE, *events), [event.id for event in events])
    assert len(case.events) == 1
    return case.events[0]


@pytest.mark.parametrize(
    ("dates", "kept"),
    [
        (("2021", "mrt 2021"), "mrt 2021"),
        (("", "2021"), "2021"),
        (("circa 3-3-2021", "4-3-2021"), "4-3-2021"),
        (("circa 3-3-2021", "begin mrt 2021"), "begin mrt 2021"),
        (("3-3-2021", "3-3-2021 - 5-3-2021"), "3-3-2021 - 5-3-2021"),
        (("4-3-2021", "3-3-2021"), "3-3-2021"),
    ],
)
def test_the_most_exact_date_is_kept_and_the_first_of_equals(
    dates: tuple[str, str], kept: str
) -> None:
    events = {when: an_event(when) for when in dates}
    case = a_case_with(*events.values())
    after = joined(case, [event.id for event in events.values()])
    assert after.events[0].id == events[kept].id
    assert after.events[0].start == events[kept].start


def test_both_dates_and_titles_stay_readable() -> None:
    exact = an_event("3-3-2021", "ruzie", fact="Er werd geroepen.", source="dossier")
    vague = an_event("circa mrt 2021", "conflict", kind=EventKind.INCIDENT, source="school")
    assert one_of(vague, exact).fact == (
        "Er werd geroepen. (bron: dossier)\n\n"
        "Er stond ook: ‘conflict’; datum: circa maart 2021; soort: incident (bron: school)"
        "\n\nGekozen datum: 3 maart 2021"
    )
    assert one_of(vague, exact).source == "dossier; school"


def test_equal_events_become_one_without_a_word_more() -> None:
    event = an_event("3-3-2021", "ruzie", fact="Er werd geroepen.", source="dossier")
    assert one_of(event, replace(event, id=new_id(), seq=event.seq + 1.0)) == event


def test_what_only_one_of_them_knew_is_filled_in() -> None:
    kept = an_event("3-3-2021", "melding", organisation_ids=(POLICE.id,))
    other = an_event(
        "2021",
        "melding",
        reported_to="Veilig Thuis",
        child_seen=Answer.NEE,
        pressure=Pressure.DRANG,
        effect=Effect.DEELS,
        chain_phase=ChainPhase.SIGNALEREN,
        organisation_ids=(SCHOOL.id, POLICE.id),
        involved=(Involvement(MOTHER.id, HouseholdRole.SLACHTOFFER),),
        knowledge=(Knowledge(SCHOOL.id, Answer.JA, in_year(2021)),),
        is_pivotal=True,
    )
    one = one_of(kept, other)
    for name in ("reported_to", "child_seen", "pressure", "effect", "involved", "knowledge"):
        assert getattr(one, name) == getattr(other, name)
    assert one.organisation_ids == (POLICE.id, SCHOOL.id)
    assert one.is_pivotal
    assert one.fact == "Er stond ook: datum: 2021\n\nGekozen datum: 3 maart 2021"


def test_what_they_said_otherwise_is_kept_in_words() -> None:
    mother, father = (Involvement(who.id, HouseholdRole.PLEGER) for who in (MOTHER, FATHER))
    kept = an_event(
        "2021",
        "melding",
        reported_to="politie",
        child_seen=Answer.JA,
        involved=(mother, Involvement(FATHER.id)),
        knowledge=(Knowledge(SCHOOL.id, Answer.JA, in_year(2020)),),
    )
    other = an_event(
        "2021",
        "Melding",
        reported_to="Veilig Thuis",
        child_seen=Answer.NEE,
        fact_status=FactStatus.BETWIST,
        status_by="vader",
        involved=(replace(mother, role=HouseholdRole.SLACHTOFFER, according_to="arts"), father),
        knowledge=(Knowledge(SCHOOL.id, Answer.NEE),),
    )
    one = one_of(kept, other)
    assert one.involved == (mother, father)
    assert one.reported_to == "politie"
    assert one.fact == (
        "Er stond ook: zekerheid: betwist, volgens vader; bij wie: Veilig Thuis; "
        "kinderen gezien: nee; moeder: slachtoffer, volgens arts; bekend bij school: nee"
    )


def test_someone_with_two_parts_keeps_both() -> None:
    both = (
        Involvement(MOTHER.id, HouseholdRole.SLACHTOFFER, "politie"),
        Involvement(MOTHER.id, HouseholdRole.PLEGER, "school"),
    )
    unsaid = an_event("2021", involved=(Involvement(MOTHER.id, HouseholdRole.PLEGER),))
    plain, told = an_event("2021"), an_event("2021", involved=both)
    assert one_of(told, plain).involved == one_of(plain, told).involved == both
    assert one_of(told, replace(told, id=new_id())).fact == ""
    assert one_of(unsaid, told).involved == both[1:]
    assert one_of(unsaid, told).fact == "Er stond ook: moeder: slachtoffer, volgens politie"


def test_the_strictest_says_who_may_see_it() -> None:
    wide = an_event("2021", audience=Audience.BESTUUR)
    assert one_of(wide, replace(an_event("2021"), audience=Audience.VERSLAG)).audience is (
        Audience.VERSLAG
    )
    assert not one_of(wide, an_event("2021", is_shown=False)).is_shown


def test_every_reference_points_at_the_one_that_is_kept() -> None:
    kept, other, third = an_event("3-3-2021"), an_event("2021"), an_event("2022")
    lesson = Lesson(new_id(), 1.0, "bel", event_ids=(other.id, third.id, kept.id))
    verschil = Duidingsverschil(new_id(), 1.0, "veilig", event_ids=(other.id,))
    said = a_beleving(other, OFFICER, Mark.GOED)
    case = a_case_with(*PEOPLE, kept, other, third, lesson, verschil, said, t0_event_id=other.id)
    case = replace(case, summary=Summary(beleving_ids=(said.id,), verschil_ids=(verschil.id,)))
    after = joined(case, (kept.id, other.id))
    assert after.lessons[0].event_ids == (kept.id, third.id)
    assert after.verschillen[0].event_ids == (kept.id,)
    assert after.t0_event_id == kept.id
    assert after.belevingen == (replace(said, event_id=kept.id),)
    assert after.summary == case.summary
    assert other.id not in repr(after)


@pytest.fixture
def twice() -> Callable[..., Case]:
    """A case in which one deelnemer said something of both of two doubles."""

    def make(first: dict[str, Any], second: dict[str, Any], chosen: str = "") -> Case:
        kept, other = an_event("3-3-2021", "ruzie"), an_event("2021", "conflict")
        said = [
            a_beleving(event, OFFICER, **more) for event, more in ((kept, first), (other, second))
        ]
        ids = tuple(b.id for b, mark in zip(said, "12", strict=True) if mark in chosen)
        case = a_case_with(*PEOPLE, kept, other, *said, a_beleving(other, TEACHER, Mark.GOED))
        return replace(case, summary=Summary(beleving_ids=ids))

    return make


def of_officer(case: Case) -> Beleving:
    after = joined(case, [event.id for event in case.events])
    assert len(after.belevingen) == 2, "one of each deelnemer"
    return next(b for b in after.belevingen if b.deelnemer_id == OFFICER.id)


def test_two_belevingen_of_one_deelnemer_keep_both_their_texts(twice: Callable[..., Case]) -> None:
    beleving = of_officer(
        twice(
            {"mark": Mark.GOED, "explanation": "snel", "obstacle": "tijd"},
            {
                "mark": Mark.RISICO,
                "risk_of": RiskOf.BESLUIT,
                "safety_of": (SafetyOf.PROFESSIONALS,),
                "explanation": "alleen",
                "obstacle": "rooster",
                "now_different": "eerder bellen",
            },
        )
    )
    assert beleving.mark is Mark.GOED
    assert beleving.explanation == (
        "snel\n\nalleen\n\nBij ‘conflict’: risicovol, besluit, veiligheid van professionals."
    )
    assert beleving.obstacle == "tijd; rooster"
    assert beleving.now_different == "eerder bellen"


def test_two_risks_become_one(twice: Callable[..., Case]) -> None:
    risk = {"mark": Mark.RISICO, "safety_of": (SafetyOf.BETROKKENEN,), "explanation": "gevaar"}
    more = {**risk, "risk_of": RiskOf.MOMENT, "safety_of": (SafetyOf.PROFESSIONALS,)}
    beleving = of_officer(twice(risk, more))
    assert beleving.explanation == "gevaar"
    assert beleving.risk_of is RiskOf.MOMENT
    assert beleving.safety_of == (SafetyOf.BETROKKENEN, SafetyOf.PROFESSIONALS)


@pytest.mark.parametrize(("chosen", "is_chosen"), [("", 0), ("1", 0), ("2", 0), ("12", 1)])
def test_words_that_nobody_chose_do_not_get_on_paper(
    twice: Callable[..., Case], chosen: str, is_chosen: int
) -> None:
    case = twice({"mark": Mark.GOED}, {"mark": Mark.GOED, "explanation": "wij"}, chosen)
    after = joined(case, [event.id for event in case.events])
    assert len(after.summary.beleving_ids) == is_chosen
    assert {*after.summary.beleving_ids} <= {b.id for b in after.belevingen}


def test_what_cannot_be_joined_is_refused() -> None:
    event = an_event("2021")
    with pytest.raises(BadInput, match="twee of meer"):
        joined(a_case_with(event), (event.id, event.id))
    full = [an_event("2021", fact=letter * LONGEST_TEXT) for letter in "ab"]
    with pytest.raises(BadInput, match=r"20\.000"):
        one_of(*full)


# --- nothing gets lost, whatever is joined ----------------------------------------------------

words = st.sampled_from(("", "", "ruzie", "een brief", "Veilig Thuis belt", "wij wachten"))
answers = st.sampled_from(Answer)
dates = st.sampled_from(("", "2021", "mrt 2021", "3-3-2021", "circa 2020", "1-3-2021 - 5-3-2021"))
details = st.fixed_dictionaries(
    {
        "title": words.filter(bool),
        "kind": st.sampled_from(EventKind),
        "occurrence": st.sampled_from(Occurrence),
        "fact_status": st.sampled_from(FactStatus),
        "chain_phase": st.sampled_from([None, *ChainPhase]),
        "pressure": st.sampled_from([None, *Pressure]),
        "possible_since": st.sampled_from([None, *map(read_moment, ("2019", "mei 2020"))]),
        "involved": st.lists(
            st.builds(
                Involvement,
                st.sampled_from((MOTHER.id, FATHER.id)),
                st.sampled_from(HouseholdRole),
                words,
            ),
            max_size=4,
            unique=True,
        ).map(tuple),
        "knowledge": st.lists(
            st.builds(
                Knowledge,
                st.sampled_from((POLICE.id, SCHOOL.id)),
                answers,
                dates.map(lambda when: read_moment(when.split(" - ")[0])),
            ),
            max_size=2,
            unique_by=lambda one: one.organisation_id,
        ).map(tuple),
        **{
            name: words
            for name in (
                "fact",
                "source",
                "status_by",
                "reported_to",
                "child_spoken_by",
                "instrument",
                "result",
            )
        },
        **{
            name: answers
            for name in ("feedback_given", "child_present", "child_seen", "child_spoken")
        },
    }
)
TYPED = [field.name for field in fields(Event) if field.type == "str"]


def everything_in(event: Event) -> str:
    """All words of an event, those of its terms and moments too."""
    said = [getattr(event, name) for name in TYPED if name != "id"]
    terms = [getattr(event, name) for name in details_of_terms]
    said += [term.label for term in terms if term is not None]
    said += [f"{part.role.label} {part.according_to}" for part in event.involved]
    said += [f"{k.known.label} {k.since.text()}" for k in event.knowledge]
    moments = [event.start, event.end, event.possible_since]
    return "\n".join([*said, *(m.text() for m in moments if m is not None)]).casefold()


def is_told_in(event: Event, part: Involvement) -> bool:
    """True when the event has this part, or says it in words."""
    who = "moeder" if part.betrokkene_id == MOTHER.id else "vader"
    if not part.according_to and any(
        one.betrokkene_id == part.betrokkene_id and one.role is part.role for one in event.involved
    ):
        return True
    volgens = f", volgens {part.according_to}" if part.according_to else ""
    return part in event.involved or f"{who}: {part.role.label}{volgens}" in event.fact


details_of_terms = ("kind", "occurrence", "fact_status", "chain_phase", "pressure", "child_seen")


@given(st.lists(st.tuples(dates, details), min_size=2, max_size=4))
def test_no_word_that_was_typed_gets_lost(told: list[tuple[str, dict[str, Any]]]) -> None:
    events = [an_event(when, **more) for when, more in told]
    one = one_of(*events)
    found = everything_in(one)
    for event in events:
        for name in TYPED:
            if name != "id":
                assert getattr(event, name).casefold() in found
        for term in (getattr(event, name) for name in details_of_terms):
            assert term in (None, Answer.ONBEKEND) or term.label in found
        for part in event.involved:
            assert part == Involvement(part.betrokkene_id) or is_told_in(one, part)
        moments = [event.start, event.end, event.possible_since]
        moments += [k.since for k in event.knowledge]
        for moment in moments:
            assert moment is None or not moment.is_known or moment.text() in found


@given(
    st.lists(
        st.tuples(
            st.integers(0, 2),
            st.sampled_from((OFFICER, TEACHER)),
            st.sampled_from(Mark),
            words,
            words,
        ),
        max_size=6,
        unique_by=lambda said: (said[0], said[1].id),
    )
)
def test_no_beleving_gets_lost(told: list[tuple[int, Any, Mark, str, str]]) -> None:
    events = [an_event(when, when) for when in ("3-3-2021", "2021", "mrt 2021")]
    case = a_case_with(*PEOPLE, *events)
    for number, who, mark, explanation, obstacle in told:
        more = {"explanation": explanation, "obstacle": obstacle}
        case = case.put(a_beleving(events[number], who, mark, **more))
    after = joined(case, [event.id for event in events])
    assert {b.event_id for b in after.belevingen} <= {events[0].id}
    for who in (OFFICER, TEACHER):
        said = [b for b in after.belevingen if b.deelnemer_id == who.id]
        assert len(said) == min(1, sum(one[1] is who for one in told))
        for _, other, mark, explanation, obstacle in told:
            if other is who:
                assert explanation in said[0].explanation
                assert obstacle in said[0].obstacle
                assert said[0].mark is mark or mark.label in said[0].explanation
