"""How earlier actions stand comes first at a meeting, and in a network: who brings in a case next.

Sources: zicht op de praktijk (docs/bronnen.md, bron 1); casusevaluatie, netwerkvariant (bron 4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.follow_up import GONE, Followed, in_works, with_note
from hgkm_desktop.models.acties import Progress, Verbeteractie
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import AskedProgress, Meeting, MeetingSeries, Member
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.terms import Level
from hgkm_desktop.models.works import Holder, Opening, Work, with_actie

_BEFORE_ALL, _AFTER_ALL = date.min, date.max
_BOARD = ("leertafel", "burgemeester", "wethouder")

_M = TypeVar("_M", bound=Meeting | Opening)
_H = TypeVar("_H", bound=Holder)


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action of before; `said` is how it stands at this meeting, None while nobody asked."""

    row: Followed
    said: AskedProgress | None = None

    @property
    def actie(self) -> Verbeteractie:
        return self.row.actie


# --- the round with which a meeting opens ---------------------------------------------------


def open_actions(meeting: Meeting | Opening, rows: Iterable[Followed]) -> tuple[OpenAction, ...]:
    """Which of these actions to ask about at this meeting, by the day they are due.

    One that ended is asked about no more, and once the meeting is under way nothing is; what was
    said at this meeting stays in sight.
    """
    said = {(p.case_id, p.actie_id): p for p in meeting.progress}
    found = [
        OpenAction(row, said.get(row.key))
        for row in rows
        if row.key in said or (row.is_open and not meeting.begun)
    ]
    return tuple(sorted(found, key=lambda a: a.actie.due or _AFTER_ALL))


def of_board(
    opening: Opening, works: Iterable[Work], of_cases: Iterable[Followed]
) -> tuple[Followed, ...]:
    """The actions with which a talk or leertafel opens.

    Those of all talks, samples and leertafels of before, and those of a case that lie with the
    board: at that level, asked of bestuurders, spoken of at their table, or of a case that was on
    the table before. What was said of at this meeting is always among them.
    """
    before = [work for work in works if _is_before(work, opening)]
    tabled = {c.case_id for work in before if isinstance(work, Leertafel) for c in work.cases}
    said = {(p.case_id, p.actie_id) for p in opening.progress}
    with_board = [
        row
        for row in of_cases
        if row.holder_id in tabled or lies_with_board(row) or row.key in said
    ]
    return (*in_works(before), *with_board)


def lies_with_board(row: Followed) -> bool:
    """Whether bestuurders have to move: by its level, what is asked, or where it is spoken of."""
    body = row.body_now.casefold()
    return (
        row.actie.level is Level.BESTUURLIJK
        or row.actie.asked is not None
        or any(word in body for word in _BOARD)
    )


def _is_before(work: Work, opening: Opening) -> bool:
    if not isinstance(work, BoardTalk | Sample | Leertafel) or work.id == opening.id:
        return False
    return _place(work) < _place(opening)


def _place(work: BoardTalk | Sample | Leertafel) -> tuple[date, bool, date]:
    """By the day it was held, else made; what has no day and did not begin is still to come."""
    made = work.created_on or _BEFORE_ALL
    if isinstance(work, Sample):
        return work.evaluated_on or made, False, made
    ahead = made if work.begun else _AFTER_ALL
    return work.held_on or ahead, not work.begun, made


def still_to_ask(actions: Iterable[OpenAction]) -> int:
    """Of how many of these nobody said yet at this meeting how they stand."""
    return sum(action.said is None for action in actions)


def why_not_begin(meeting: Meeting | Opening, actions: Iterable[OpenAction]) -> str:
    """Why what is new cannot begin yet, in a sentence; '' when it can, or did.

    Source: zicht op de praktijk, vraag 4 (docs/bronnen.md, bron 1).
    """
    asked = tuple(actions)
    left = still_to_ask(asked)
    if meeting.begun or not left:
        return ""
    some = "" if left == len(asked) else f"{left} van "
    of_all = "de eerdere actie" if len(asked) == 1 else f"{some}de {len(asked)} eerdere acties"
    return f"Van {of_all} is nog niet gezegd hoe het ermee staat. Vraag dat eerst."


def begun(meeting: _M, actions: Iterable[OpenAction]) -> _M:
    """The meeting once what is new begins. Raises BadInput while an action was not asked about."""
    if why := why_not_begin(meeting, actions):
        raise BadInput(why)
    return replace(meeting, begun=True)


def with_progress(
    meeting: _M,
    holder: _H,
    actie_id: str,
    said: Progress,
    due: date | None = None,
) -> tuple[_M, _H]:
    """The meeting, and the case or work with the action, once it was said how that stands.

    What was said before at the same meeting is replaced; `due` is the new day by which it must be
    done, None to leave that as it is. Raises BadInput when the action is gone, or is dropped
    without a reason.
    """
    actie = next((actie for actie in holder.acties if actie.id == actie_id), None)
    if actie is None:
        raise BadInput(GONE)
    before = [p for p in meeting.progress if (p.case_id, p.actie_id) == (holder.id, actie_id)]
    others = tuple(p for p in meeting.progress if p not in before)
    asked = AskedProgress(holder.id, actie_id, said.status, said.text.strip())
    log = _without_said(actie.log, before, said)
    noted = with_note(replace(actie, log=log), said.status, said.text, said.on, said.at)
    changed = with_actie(holder, replace(noted, due=due or actie.due))
    return replace(meeting, progress=(*others, asked)), changed


def _without_said(
    log: tuple[Progress, ...], before: list[AskedProgress], now: Progress
) -> tuple[Progress, ...]:
    """The log without what was said before at this meeting; a note of old names no meeting."""
    same = [p for p in log if (p.status, p.text) in [(b.status, b.text) for b in before]]
    here = [p for p in same if p.at == now.at] or [p for p in same if p is log[-1] and not p.at]
    gone = [p for p in here if p.on == now.on][-1:] or here[-1:]
    return tuple(p for p in log if not any(p is one for one in gone))


def day_of(meeting: Meeting | Opening, today: date) -> date:
    """The day of the meeting, or today when it has none."""
    return (meeting.on if isinstance(meeting, Meeting) else meeting.held_on) or today


# --- the meetings of a network --------------------------------------------------------------


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


def with_meeting(series: MeetingSeries, meeting: Meeting) -> MeetingSeries:
    """The series with this meeting in the place of the one with its id."""
    changed = tuple(meeting if other.id == meeting.id else other for other in series.meetings)
    return replace(series, meetings=changed)
