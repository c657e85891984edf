"""A meeting opens with how earlier actions stand, and proposes who brings in a case next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hgkm_desktop.methods.agenda import (
    day_of,
    earlier_cases,
    next_inbrenger,
    open_actions,
    still_to_ask,
    with_meeting,
    with_progress,
)
from hgkm_desktop.methods.follow_up import Followed, in_case, with_note
from hgkm_desktop.models.acties import Progress, Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.meetings import AskedProgress, Meeting, MeetingSeries, Member
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


def rows_of(*cases: Case) -> list[Followed]:
    return [row for c in cases for row in in_case(c.id, c.code, c.title, c.state, c.acties)]


def said_of(
    meeting: Meeting, case: Case, status: ActionStatus, text: str, on: date | None = None
) -> tuple[Meeting, Case]:
    """The meeting and case once this was said of the one action, on the day of the meeting."""
    said = Progress(on or day_of(meeting, JULY), status, text, "B2-3C")
    return with_progress(meeting, case, case.acties[0].id, said)


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
    actions = open_actions(Meeting("2", MAY), rows_of(late, a_case_with_action("ooit"), soon, done))
    assert [action.actie.text for action in actions] == ["gauw", "laat", "ooit"]
    assert still_to_ask(actions) == 3


def test_what_is_said_stands_at_the_meeting_and_in_the_log_of_the_action() -> None:
    meeting, case = Meeting("2", MAY), a_case_with_action()
    meeting, case = said_of(meeting, case, ActionStatus.GEREED, " klaar ")
    assert case.acties[0].status is ActionStatus.GEREED
    assert case.acties[0].log == (Progress(MAY, ActionStatus.GEREED, "klaar", "B2-3C"),)
    (action,) = open_actions(meeting, rows_of(case))
    assert action.said is not None
    assert action.said.text == "klaar"
    assert still_to_ask([action]) == 0


def test_saying_it_again_at_one_meeting_replaces_what_was_said() -> None:
    meeting, case = Meeting("2", None), a_case_with_action()
    earlier = Progress(MARCH, ActionStatus.OPEN, "toen")
    case = case.put(replace(case.acties[0], log=(earlier,)))
    meeting, case = said_of(meeting, case, ActionStatus.BEZIG, "half")
    noted = with_note(case.acties[0], ActionStatus.BEZIG, "gebeld", JULY)
    case = case.put(noted)
    meeting, case = said_of(meeting, case, ActionStatus.GEREED, "heel")
    last = Progress(JULY, ActionStatus.GEREED, "heel", "B2-3C")
    assert case.acties[0].log == (earlier, noted.log[-1], last)
    assert [p.text for p in meeting.progress] == ["heel"]


def test_the_same_words_of_an_earlier_meeting_stay_in_the_log() -> None:
    case = a_case_with_action()
    first, case = said_of(Meeting("1", MARCH), case, ActionStatus.BEZIG, "loopt")
    _, case = said_of(Meeting("2", MAY), case, ActionStatus.BEZIG, "loopt")
    assert [p.on for p in case.acties[0].log] == [MARCH, MAY]
    _, case = said_of(first, case, ActionStatus.OPEN, "nog niet")
    assert [p.text for p in case.acties[0].log] == ["nog niet", "loopt"]
    assert [p.on for p in case.acties[0].log] == [MARCH, MAY]


def test_what_an_older_program_noted_without_a_meeting_is_replaced_too() -> None:
    case = a_case_with_action()
    noted = with_note(case.acties[0], ActionStatus.BEZIG, "loopt", MAY)
    said = AskedProgress(case.id, noted.id, ActionStatus.BEZIG, "loopt")
    _, case = said_of(
        Meeting("2", MAY, progress=(said,)), case.put(noted), ActionStatus.OPEN, "toch niet"
    )
    assert [p.text for p in case.acties[0].log] == ["toch niet"]


def test_a_meeting_goes_back_to_its_place() -> None:
    one, two = Meeting("1", MARCH), Meeting("2", MAY)
    changed = replace(one, begun=True)
    assert with_meeting(series(one, two), changed).meetings == (changed, two)
