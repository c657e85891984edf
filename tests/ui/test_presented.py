"""What may be shown on a presentation: what was agreed, and nothing beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.terms import (
    Audience,
    CaseState,
    EventKind,
    FactStatus,
    Mark,
    Occurrence,
    RiskOf,
    SafetyOf,
)
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.room.presentation_course import Course
from hgkm_desktop.ui.room.presented import in_period, lived, presented_case, spoken, subtitle
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation

SECRET = "dit bleef aan tafel"


def a_talk(audience: Audience = Audience.TAFEL, state: CaseState = CaseState.IN_BEWERKING) -> Case:
    """One event, lived by one deelnemer, with a word in every field that is not for the room."""
    politie = an_organisation("politie")
    agent = a_deelnemer(politie, f"wijkagent {SECRET}")
    event = an_event(
        "3-3-2023",
        "melding",
        kind=EventKind.MELDING,
        organisation_ids=(politie.id,),
        fact=SECRET,
        source=SECRET,
        status_by=SECRET,
        instrument=SECRET,
        result=SECRET,
        reported_to=SECRET,
        child_spoken_by=SECRET,
        audience=Audience.BESTUUR,
    )
    beleving = a_beleving(
        event,
        agent,
        Mark.RISICO,
        risk_of=RiskOf.BESLUIT,
        safety_of=(SafetyOf.BETROKKENEN, SafetyOf.PROFESSIONALS),
        explanation="wij wisten het niet",
        now_different=SECRET,
        obstacle=SECRET,
        needed_from=SECRET,
        audience=audience,
    )
    return a_case_with(
        politie, agent, event, beleving, state=state, title=SECRET, reason=SECRET, organiser=SECRET
    )


@pytest.mark.parametrize(
    ("state", "audience", "mark", "words"),
    [
        (CaseState.IN_BEWERKING, Audience.TAFEL, True, False),
        (CaseState.IN_BEWERKING, Audience.VERSLAG, True, True),
        (CaseState.IN_BEWERKING, Audience.BESTUUR, True, True),
        (CaseState.DEELBAAR, Audience.TAFEL, False, False),
        (CaseState.DEELBAAR, Audience.VERSLAG, False, False),
        (CaseState.DEELBAAR, Audience.BESTUUR, True, True),
    ],
)
def test_a_mark_is_for_the_table_and_its_words_for_who_was_given_them(
    state: CaseState, audience: Audience, mark: bool, words: bool
) -> None:
    case = presented_case(a_talk(audience, state))
    found = lived(case).get(case.events[0].id, ())
    assert bool(found) is mark
    assert [one.explanation for one in found] == (
        [("wij wisten het niet" if words else "")] if mark else []
    )


def test_nothing_else_of_the_case_is_left() -> None:
    case = presented_case(a_talk(Audience.BESTUUR))
    assert SECRET not in repr(case)


def test_a_column_names_the_organisation_and_what_was_at_risk() -> None:
    case = presented_case(a_talk())
    (one,) = lived(case).get(case.events[0].id, ())
    assert one.organisation == "Politie"
    assert one.words == "risicovol besluit: veiligheid van betrokkenen en professionals"


def test_a_deelbare_case_shows_only_what_is_for_bestuur_to_the_month() -> None:
    case = a_talk(Audience.BESTUUR, CaseState.DEELBAAR)
    hidden = an_event("4-4-2023", "alleen voor ons")
    shown = presented_case(case.put(hidden))
    assert [e.title for e in shown.events] == ["melding"]
    assert subtitle(shown, shown.events[0]).startswith("maart 2023")


def test_what_is_not_to_be_shown_is_gone_with_its_belevingen() -> None:
    case = a_talk()
    case = case.put(replace(case.events[0], is_shown=False))
    case = replace(case, t0_event_id=case.events[0].id)
    shown = presented_case(case)
    assert (shown.events, shown.belevingen, shown.t0_event_id) == ((), (), "")


def test_an_undated_event_keeps_its_place_when_the_one_before_it_is_not_shown() -> None:
    first, before = an_event("2020", "eerst"), an_event("2023", "verborgen", is_shown=False)
    undated, middle = an_event("", "zonder datum"), an_event("2021", "midden")
    case = presented_case(a_case_with(first, before, undated, middle))
    assert [e.title for e in in_order(case)] == ["eerst", "midden", "zonder datum"]
    assert [e.seq for e in in_order(case)] == [1, 2, 4]


def test_one_participants_view_leaves_the_others_out() -> None:
    politie, school = an_organisation("politie"), an_organisation("school")
    agent, leraar = a_deelnemer(politie), a_deelnemer(school)
    event = an_event("2021")
    marks = (a_beleving(event, agent, Mark.GOED), a_beleving(event, leraar, Mark.NIET_OKE))
    case = presented_case(a_case_with(politie, school, agent, leraar, event, *marks))
    assert [one.organisation for one in lived(case)[event.id]] == ["Politie", "School"]
    assert [one.organisation for one in lived(case, leraar.id)[event.id]] == ["School"]


def test_a_period_holds_what_touches_it_and_what_has_no_date() -> None:
    long_ago, still = an_event("1990", "ooit"), an_event("vanaf 2000", "loopt door")
    inside, later = an_event("mei 2021", "erin"), an_event("2022", "later")
    undated = an_event("", "zonder datum")
    events = (long_ago, still, inside, later, undated)
    days = [an_event(when).start.earliest.toordinal() for when in ("1-1-2021", "1-1-2022")]
    assert in_period(events, Window(*days)) == frozenset({still.id, inside.id, undated.id})
    assert in_period(events[1:3], Window(*days)) is None


def test_who_hears_the_screen_hears_what_is_shown() -> None:
    case = a_talk()
    denied = replace(
        case.events[0], occurrence=Occurrence.NIET_GEDAAN, fact_status=FactStatus.BETWIST
    )
    case = presented_case(case.put(denied))
    said = spoken(case, case.events[0], lived(case)[denied.id])
    assert said == (
        "Niet gedaan: melding. melding. 3 maart 2023. politie. betwist. "
        "Politie: risicovol besluit: veiligheid van betrokkenen en professionals."
    )


def test_the_room_sees_the_order_of_the_line_whatever_the_coarser_days_make_of_it() -> None:
    summer = an_event("zomer 2021", "vakantie", audience=Audience.BESTUUR)
    third = an_event("3-6-2021", "ruzie", audience=Audience.BESTUUR)
    case = a_case_with(summer, third, state=CaseState.DEELBAAR)
    assert in_order(presented_case(case)) != presented_case(case).events, "a control"
    course = Course(case, Choices(), Window(0.0, 4_000_000.0))
    assert [event.id for event in course.steps] == [event.id for event in in_order(case)]
    assert list(course.numbers().values()) == [1, 2]
