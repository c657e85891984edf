"""The network variant of a casusevaluatie: a row of meetings, each with another inbrenger.

Source: casusevaluatie, netwerkvariant (docs/bronnen.md, bron 4).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.models.read_through import NEVER_READ, ReadThrough
from hgkm_desktop.models.terms import ActionStatus, CaseState


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation that takes part, and by which function."""

    id: str
    organisation: str
    function: str = ""
    takes_turns: bool = True


@dataclass(frozen=True, slots=True)
class AskedProgress:
    """How an earlier action was said to stand when a meeting opened.

    `case_id` is the id of the case in which it stands, or of the talk, sample or leertafel.
    """

    case_id: str
    actie_id: str
    status: ActionStatus
    text: str = ""


def without_progress(
    progress: tuple[AskedProgress, ...], holder_id: str
) -> tuple[AskedProgress, ...]:
    """What was said of actions, without those that stand in this case or work."""
    return tuple(said for said in progress if said.case_id != holder_id)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting: who brings in which case, and what they ask of the others.

    `progress` holds what was said of earlier actions; the new case begins after that.
    `begun` is true once it did.
    """

    id: str
    on: date | None = None
    inbrenger_id: str = ""
    case_id: str = ""
    question: str = ""
    expectations: str = ""
    present_ids: tuple[str, ...] = ()
    progress: tuple[AskedProgress, ...] = ()
    begun: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class MeetingSeries:
    """The meetings of one network, in the order in which they were planned."""

    id: str
    code: str
    title: str = ""
    state: CaseState = CaseState.IN_BEWERKING
    created_on: date | None = None
    members: tuple[Member, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    note: str = ""
    read: ReadThrough = NEVER_READ

    def without_member(self, member_id: str) -> MeetingSeries:
        """The series without this member, also among those who were present."""
        meetings = tuple(
            replace(m, present_ids=tuple(i for i in m.present_ids if i != member_id))
            for m in self.meetings
        )
        members = tuple(m for m in self.members if m.id != member_id)
        return replace(self, members=members, meetings=meetings)

    def with_nothing_of(self, case_id: str) -> MeetingSeries:
        """The series once this case is destroyed: what was asked or said of it goes too."""
        meetings = []
        for meeting in self.meetings:
            kept = replace(meeting, progress=without_progress(meeting.progress, case_id))
            if meeting.case_id == case_id:
                kept = replace(kept, case_id="", question="", expectations="", note="")
            meetings.append(kept)
        return replace(self, meetings=tuple(meetings))
