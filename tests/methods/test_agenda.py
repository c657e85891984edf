"""A meeting opens with how earlier actions stand, and proposes who brings in a case next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hgkm_desktop.methods.agenda import (
    earlier_cases,
    next_inbrenger,
    open_actions,
    still_to_ask,
    with_meeting,
    with_progress,
)
from hgkm_desktop.models.acties import Progress, Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.meetings import Meeting, MeetingSeries, Member
from hgkm_desktop.models.terms import ActionStatus
from tests.builders import a_case_with, an_event

MARCH, MAY, JULY = date(2026, 3, 2), date(2026, 5, 4), date(2026, 7, 6)
POLITIE, SCHOOL, GEMEENTE = (
    Member("a", "politie"),
    Member("b", "school"),
    Member("c", "gemeente", takes_turns=False),
)


def series(*meetings: Meeting) -> MeetingSeries:
    return MeetingSeries("s", "B2-3C", members=(POLITIE, SCHOOL, GEMEENTE), meetings=meetings)


def a_case_with_action(
    text: str = "rooster", status: ActionStatus = ActionStatus.OPEN, due: date | None = None
) -> Case:
    actie = Verbeteractie(f"id {text}", 1.0, text, due=due, status=status)
    return a_case_with(an_event()).put(actie)


def test_who_never_brought_in_a_case_comes_next_and_then_who_did_longest_ago() -> None:
    assert next_inbrenger(series()) == POLITIE
    once = series(Meeting("1", MARCH, POLITIE.id))
    assert next_inbrenger(once) == SCHOOL
    assert next_inbrenger(series(*once.meetings, Meeting("2", MAY, SCHOOL.id))) == POLITIE
    assert next_inbrenger(
        series(Meeting("2", MAY, POLITIE.id), Meeting("1", MARCH, SCHOOL.id))
    ) == (SCHOOL)


def test_nobody_comes_next_when_nobody_takes_turns() -> None:
    assert next_inbrenger(MeetingSeries("s", "B2-3C", members=(GEMEENTE,))) is None


def test_only_cases_of_before_are_asked_about() -> None:
    meetings = (
        Meeting("3", None, case_id="later"),
        Meeting("2", MAY, case_id="nu"),
        Meeting("1", MARCH, case_id="toen"),
    )
    assert earlier_cases(series(*meetings), meetings[1]) == ("toen",)
    assert earlier_cases(series(*meetings), meetings[0]) == ("toen", "nu")


def test_what_goes_on_is_asked_about_by_the_day_it_is_due() -> None:
    late = a_case_with_action("laat", ActionStatus.BEZIG, JULY)
    soon = a_case_with_action("gauw", due=MAY)
    done = a_case_with_action("klaar", ActionStatus.GEREED)
    actions = open_actions(Meeting("2", MAY), [late, a_case_with_action("ooit"), soon, done])
    assert [action.actie.text for action in actions] == ["gauw", "laat", "ooit"]
    assert still_to_ask(actions) == 3


def test_what_is_said_stands_at_the_meeting_and_in_the_log_of_the_action() -> None:
    meeting, case = Meeting("2", MAY), a_case_with_action()
    actie = case.acties[0]
    meeting, case = with_progress(meeting, case, actie.id, ActionStatus.GEREED, " klaar ", JULY)
    assert case.acties[0].status is ActionStatus.GEREED
    assert case.acties[0].log == (Progress(MAY, ActionStatus.GEREED, "klaar"),)
    (action,) = open_actions(meeting, [case])
    assert action.said is not None
    assert action.said.text == "klaar"
    assert still_to_ask([action]) == 0


def test_saying_it_again_at_one_meeting_replaces_what_was_said() -> None:
    meeting, case = Meeting("2", None), a_case_with_action()
    actie_id = case.acties[0].id
    earlier = Progress(MARCH, ActionStatus.OPEN, "toen")
    case = case.put(replace(case.acties[0], log=(earlier,)))
    meeting, case = with_progress(meeting, case, actie_id, ActionStatus.BEZIG, "half", JULY)
    meeting, case = with_progress(meeting, case, actie_id, ActionStatus.GEREED, "heel", JULY)
    assert case.acties[0].log == (earlier, Progress(JULY, ActionStatus.GEREED, "heel"))
    assert [p.text for p in meeting.progress] == ["heel"]


def test_the_same_words_of_an_earlier_meeting_stay_in_the_log() -> None:
    case = a_case_with_action()
    actie_id = case.acties[0].id
    _, case = with_progress(Meeting("1", MARCH), case, actie_id, ActionStatus.BEZIG, "loopt", JULY)
    _, case = with_progress(Meeting("2", MAY), case, actie_id, ActionStatus.BEZIG, "loopt", JULY)
    assert [p.on for p in case.acties[0].log] == [MARCH, MAY]


def test_a_meeting_goes_back_to_its_place() -> None:
    one, two = Meeting("1", MARCH), Meeting("2", MAY)
    changed = replace(one, begun=True)
    assert with_meeting(series(one, two), changed).meetings == (changed, two)
