"""The agenda of a meeting in a network: earlier actions first, then the case of the next inbrenger.

Source: casusevaluatie, netwerkvariant (docs/bronnen.md, bron 4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.models.acties import Progress, Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.meetings import AskedProgress, Meeting, MeetingSeries, Member
from hgkm_desktop.models.terms import ActionStatus

_GOING_ON = frozenset({ActionStatus.OPEN, ActionStatus.BEZIG})
_BEFORE_ALL = date.min


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action of a case that was brought in before; `said` is how it stands at this meeting."""

    case_id: str
    case_code: str
    actie: Verbeteractie
    said: AskedProgress | None = None


def next_inbrenger(series: MeetingSeries) -> Member | None:
    """Who brings in a case next: of those who take turns the one who did so longest ago.

    Who never did comes first, in the order of the list. None when nobody takes turns.
    """
    last: dict[str, int] = {}
    for number, meeting in enumerate(in_time(series.meetings), 1):
        last[meeting.inbrenger_id] = number
    takers = [member for member in series.members if member.takes_turns]
    return min(takers, key=lambda member: last.get(member.id, 0), default=None)


def in_time(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """The meetings by their day; one without a day comes last, in the order of planning."""
    return tuple(sorted(meetings, key=lambda m: (m.on is None, m.on or _BEFORE_ALL)))


def earlier_cases(series: MeetingSeries, meeting: Meeting) -> tuple[str, ...]:
    """The ids of the cases that were brought in before this meeting, the first first."""
    found: dict[str, None] = {}
    for other in in_time(series.meetings):
        if other.id == meeting.id:
            break
        if other.case_id and other.case_id != meeting.case_id:
            found[other.case_id] = None
    return tuple(found)


def open_actions(meeting: Meeting, cases: Iterable[Case]) -> tuple[OpenAction, ...]:
    """The actions of these cases to ask about at this meeting, by the day they are due.

    One that ended is asked about no more; what was said of it at this meeting stays in sight.
    """
    said = {(p.case_id, p.actie_id): p for p in meeting.progress}
    found = [
        OpenAction(case.id, case.code, actie, said.get((case.id, actie.id)))
        for case in cases
        for actie in case.acties
        if actie.status in _GOING_ON or (case.id, actie.id) in said
    ]
    return tuple(sorted(found, key=lambda a: (a.actie.due is None, a.actie.due or _BEFORE_ALL)))


def still_to_ask(actions: Iterable[OpenAction]) -> int:
    """Of how many of these nobody said yet at this meeting how they stand."""
    return sum(action.said is None for action in actions)


def with_progress(
    meeting: Meeting, case: Case, actie_id: str, status: ActionStatus, text: str, today: date
) -> tuple[Meeting, Case]:
    """The meeting and the case once it was said how an action stands.

    In the log of the action it stands on the day of the meeting, or today when that has none; what
    was said before at the same meeting is replaced. Raises KeyError for an action that is gone.
    """
    on = meeting.on or today
    said = AskedProgress(case.id, actie_id, status, text.strip())
    before = [p for p in meeting.progress if (p.case_id, p.actie_id) == (case.id, actie_id)]
    others = tuple(p for p in meeting.progress if p not in before)
    actie = {actie.id: actie for actie in case.acties}[actie_id]
    log = actie.log
    if log and (log[-1].status, log[-1].text) in [(p.status, p.text) for p in before]:
        log = log[:-1]
    log = (*log, Progress(on, status, said.text))
    changed = case.put(replace(actie, status=status, log=log))
    return replace(meeting, progress=(*others, said)), changed


def begun(meeting: Meeting) -> Meeting:
    """The meeting once the new case begins."""
    return replace(meeting, begun=True)


def with_meeting(series: MeetingSeries, meeting: Meeting) -> MeetingSeries:
    """The series with this meeting in the place of the one with its id."""
    changed = tuple(meeting if other.id == meeting.id else other for other in series.meetings)
    return replace(series, meetings=changed)
