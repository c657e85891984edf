"""What the facilitator must not forget: what is planned, what is due, and for whom it waits.

It is made of the headings of cases, of works and of actions, so that no case has to be read. Who
something waits for stands in the order of the alphabet: nobody is counted or ranked.
Source: zicht op de praktijk (docs/bronnen.md, bron 1); the days in between are ours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain
from typing import Protocol

from hgkm_desktop.methods.agenda import earlier_cases, of_board, open_actions, still_to_ask
from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.methods.leertafel import disagreeing, uitvoerders_left
from hgkm_desktop.models.clock import clock_text
from hgkm_desktop.models.dutch import count_text, day_text
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import ActionStatus, Answer, CaseState
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.works import Opening, Work, name_of

SOON_DAYS = 14
NOBODY = "Nog niet gezegd wie"
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


class Heading(Protocol):
    """What must be known of a case to remind of it."""

    @property
    def id(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def state(self) -> CaseState: ...
    @property
    def keep_until(self) -> date | None: ...


class About(StrEnum):
    """What of a case or work a row is about, and so which page of it to open."""

    PLAN = "plan"
    CASES = "cases"
    PEOPLE = "people"
    AGENDA = "agenda"
    PROGRESS = "progress"
    RESULT = "result"
    GROUPS = "groups"
    DECISIONS = "decisions"
    ACTIONS = "actions"
    STATE = "state"
    KEEPING = "keeping"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to think of; `holder_id` is the case or work where it stands.

    `record_id` is that of the action it is about, '' for anything else.
    """

    words: str
    detail: str
    holder_id: str
    about: About
    on: date | None = None
    is_late: bool = False
    record_id: str = ""


# --- planned ----------------------------------------------------------------------------------


def planned(works: Sequence[Work], today: date) -> tuple[Row, ...]:
    """What has a day that is today or later, the first first."""
    rows = chain.from_iterable(_planned(work, works, today) for work in works)
    ahead = [row for row in rows if row.on is not None and row.on >= today]
    return tuple(sorted(ahead, key=lambda row: row.on or date.max))


def _planned(work: Work, works: Sequence[Work], today: date) -> Iterator[Row]:
    if isinstance(work, BoardTalk | Leertafel):
        yield from _opening_planned(work, works, today)
    elif isinstance(work, MeetingSeries):
        ahead = [m for m in work.meetings if not m.begun]
        yield from (_on(m.on, f"Bijeenkomst van {_of(work)}", work, today) for m in ahead)
    elif isinstance(work, Study):
        for group in work.focus_groups:
            words = f"{_first(group.title)} van {_of(work)}"
            yield _on(group.on, words, work, today, About.GROUPS)
        for step in work.decisions:
            words = f"{_first(step.body)}, over {_of(work)}"
            yield _on(step.on, words, work, today, About.DECISIONS)
    elif isinstance(work, Sample):
        words = f"Evaluatie van {_of(work)}"
        yield _on(work.evaluated_on, words, work, today, About.RESULT)
    elif isinstance(work, Terugkoppeling):
        yield _on(work.told_on, f"{_first(_of(work))} vertellen", work, today)


def _opening_planned(work: Opening, works: Sequence[Work], today: date) -> Iterator[Row]:
    begins = work.starts_at if isinstance(work, Leertafel) else None
    clock = f", {clock_text(begins)}" if begins is not None else ""
    if not (work.begun and work.held_on == today):  # of today, it has been
        yield _on(work.held_on, _first(_of(work)), work, today, clock=clock)
    if not _is_followed(work, works):
        yield _on(work.next_on, f"De keer na {_of(work)}", work, today)


def _is_followed(work: Opening, works: Sequence[Work]) -> bool:
    """Whether there is a later one of its sort, which says itself when it is."""
    before = work.held_on or date.min
    return any(
        isinstance(other, type(work)) and other.id != work.id and (other.held_on or before) > before
        for other in works
    )


def _on(
    day: date | None,
    words: str,
    work: Work,
    today: date,
    about: About = About.PLAN,
    clock: str = "",
) -> Row:
    when = f"{_first(_DAYS[day.weekday()])} {day_text(day)}{clock}" if day else ""
    near = f" · {when_text(day, today)}" if day and (day - today).days <= SOON_DAYS else ""
    return Row(words, f"{when}{near}", work.id, about, day)


# --- to do ------------------------------------------------------------------------------------


def to_do(
    works: Sequence[Work],
    headings: Sequence[Heading],
    actions: Sequence[Followed],
    today: date,
    told: Collection[str] = (),
) -> tuple[Row, ...]:
    """What is overdue, and then what must be done within two weeks, each by its day.

    `told` are the ids of cases in bewerking that may be told at their table all the same.
    """
    known = {heading.id: heading for heading in headings}
    of_cases = [row for row in actions if row.holder_id in known]
    rows = chain(
        (_due(row, today) for row in actions if _is_due(row, today)),
        (_past_keeping(heading, today) for heading in headings),
        *(_unready(work, known, today, told) for work in works if isinstance(work, Leertafel)),
        *(_without_result(work, today) for work in works),
        *(_without_round(work, works, of_cases, today) for work in works),
    )
    found = [row for row in rows if row is not None]
    return tuple(sorted(found, key=lambda row: (not row.is_late, row.on or today)))


def _is_due(row: Followed, today: date) -> bool:
    due = row.actie.due
    return row.is_open and due is not None and due <= today + timedelta(SOON_DAYS)


def _due(row: Followed, today: date) -> Row:
    due = row.actie.due or today
    told = (_lateness(due, today), row.waits_for, row.where)
    detail = _first(" · ".join(filter(None, told)))
    is_late = row.is_overdue(today)
    words = row.actie.text.strip()
    return Row(words, detail, row.holder_id, About.ACTIONS, due, is_late, record_id=row.actie.id)


def _past_keeping(heading: Heading, today: date) -> Row | None:
    if heading.keep_until is None or heading.keep_until >= today:
        return None
    words = f"De bewaartermijn van casus {heading.code} is voorbij"
    detail = f"Bewaren tot {day_text(heading.keep_until)} · vernietig de casus, of kies een dag"
    return Row(words, detail, heading.id, About.KEEPING, heading.keep_until, is_late=True)


def is_soon(table: Leertafel, today: date) -> bool:
    """Whether it is to be held within two weeks."""
    day = table.held_on
    return day is not None and not table.begun and today <= day <= today + timedelta(SOON_DAYS)


def _unready(
    table: Leertafel, known: dict[str, Heading], today: date, told: Collection[str]
) -> Iterator[Row]:
    """What a leertafel of within two weeks still needs."""
    day = table.held_on
    if day is None or not is_soon(table, today):
        return
    where = f"{_first(_of(table))} · {day_text(day)}, {when_text(day, today)}"
    if not table.cases:
        yield Row("Er ligt nog geen casus op tafel", where, table.id, About.CASES, day)
    for held in table.cases:
        heading = known.get(held.case_id)
        if heading is None:
            words = "Een casus van de leertafel staat niet in dit bestand"
            yield Row(words, where, table.id, About.CASES, day)
        elif heading.state is not CaseState.DEELBAAR:
            words = f"Casus {heading.code} is nog niet deelbaar en kan zo niet op tafel"
            if heading.id in told:
                words = (
                    f"Lees in casus {heading.code} na wat er over acties is gezegd: tot dan gaat "
                    "er geen leertafelblad weg"
                )
            yield Row(words, where, heading.id, About.STATE, day)
    for words in filter(None, (uitvoerders_left(table), disagreeing(table))):
        yield Row(words, where, table.id, About.PEOPLE, day)
    if not table.agenda:
        yield Row("De agenda is nog leeg", where, table.id, About.AGENDA, day)


def _without_result(work: Work, today: date) -> Iterator[Row]:
    """What was, and of which nobody wrote down what came of it."""
    about, open_ones = About.RESULT, list[tuple[date | None, str]]()
    if isinstance(work, BoardTalk) and not work.versions:
        open_ones.append((work.held_on, f"Van {_of(work)} is nog geen verslag gemaakt"))
    elif isinstance(work, Leertafel) and not work.conclusion.strip():
        open_ones.append((work.held_on, f"De conclusie van {_of(work)} is nog leeg"))
    elif isinstance(work, Sample) and not work.conclusion.strip():
        open_ones.append((work.evaluated_on, f"De conclusie van {_of(work)} is nog leeg"))
    for day, words in open_ones:
        yield from _was(day, words, work, about, today)
    if isinstance(work, Study):
        for group in [group for group in work.focus_groups if not group.result.strip()]:
            words = f"Nog niet opgeschreven wat er kwam uit {group.title}"
            yield from _was(group.on, words, work, About.GROUPS, today)
        for step in [step for step in work.decisions if not step.outcome.strip()]:
            words = f"Nog niet opgeschreven wat de uitkomst is: {step.body}"
            yield from _was(step.on, words, work, About.DECISIONS, today)


def _without_round(
    work: Work, works: Sequence[Work], of_cases: Sequence[Followed], today: date
) -> Iterator[Row]:
    """Meetings that were, without having asked how each earlier action stands."""
    words = f"De ronde langs eerdere acties is nog niet af bij {_of(work)}"
    if isinstance(work, BoardTalk | Leertafel):
        before = of_board(work, works, of_cases)
        if not work.begun and still_to_ask(open_actions(work, before)):
            yield from _was(work.held_on, words, work, About.PROGRESS, today)
    elif isinstance(work, MeetingSeries):
        for meeting in [meeting for meeting in work.meetings if not meeting.begun]:
            earlier = earlier_cases(work, meeting)
            asked = open_actions(meeting, [r for r in of_cases if r.holder_id in earlier])
            if still_to_ask(asked):
                yield from _was(meeting.on, words, work, About.PROGRESS, today)


def _was(day: date | None, words: str, work: Work, about: About, today: date) -> Iterator[Row]:
    if day is not None and day < today:
        detail = f"Het was op {day_text(day)}, {when_text(day, today)}"
        yield Row(words, detail, work.id, about, day, is_late=True)


# --- waits for whom ---------------------------------------------------------------------------


def waiting(works: Sequence[Work], actions: Sequence[Followed], today: date) -> tuple[Row, ...]:
    """For which organisation, function or body something waits, by the alphabet.

    What nobody was asked comes first.
    """
    rows = [
        *(_awaited(row, today) for row in actions),
        *chain.from_iterable(_unasked(work, today) for work in works),
    ]
    found = [row for row in rows if row is not None]
    return tuple(sorted(found, key=lambda row: (row.words != NOBODY, row.words.casefold())))


def _awaited(row: Followed, today: date) -> Row | None:
    """An open action that somebody has to move, and why."""
    last = row.actie.escalations[-1:]
    why = (
        "nog geen uitkomst" if last and not last[0].outcome.strip() else "",
        "nog geen toezegging" if _is_unpromised(row) else "",
        _lateness(row.actie.due, today) if row.actie.due and row.is_overdue(today) else "",
    )
    if not row.is_open or not any(why):
        return None
    reasons = ", ".join(filter(None, why))
    detail = f"{row.actie.text.strip()} · {reasons} · {row.where}"
    who = _first(row.waits_for.strip()) or NOBODY
    due, is_late = row.actie.due, row.is_overdue(today)
    return Row(who, detail, row.holder_id, About.ACTIONS, due, is_late, record_id=row.actie.id)


def _is_unpromised(row: Followed) -> bool:
    is_asked = row.is_doorbraak and row.actie.status is ActionStatus.OPEN
    return is_asked and not row.actie.promise.strip()


def _unasked(work: Work, today: date) -> Iterator[Row]:
    """The uitvoerders of a leertafel to come who did not say yet whether they know the story."""
    if not isinstance(work, Leertafel) or work.begun or (work.held_on or today) < today:
        return
    when = f", {day_text(work.held_on)}" if work.held_on else ""
    for one in [u for u in work.uitvoerders if u.agrees is Answer.ONBEKEND]:
        who = ", ".join(filter(None, (one.organisation.strip(), one.function.strip())))
        detail = f"Nog niet gezegd of het verhaal klopt · {_of(work)}{when}"
        yield Row(_first(who) or NOBODY, detail, work.id, About.PEOPLE, work.held_on)


# --- words ------------------------------------------------------------------------------------


def when_text(day: date, today: date) -> str:
    """'vandaag', 'morgen', 'over 5 dagen', 'gisteren', '5 dagen geleden'."""
    days = (day - today).days
    near = {-1: "gisteren", 0: "vandaag", 1: "morgen"}
    if days in near:
        return near[days]
    return f"over {days} dagen" if days > 0 else f"{-days} dagen geleden"


def _lateness(due: date, today: date) -> str:
    if due < today:
        return f"{count_text((today - due).days, 'dag', 'dagen')} te laat"
    return f"voor {day_text(due)}, {when_text(due, today)}"


def _of(work: Work) -> str:
    """'leertafel T4-4T Twee verhalen'."""
    return f"{name_of(work).one} {work.code} {work.title}".strip()


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]
