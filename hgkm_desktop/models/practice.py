"""Zicht op de praktijk, vraag 1 to 3: the talk of burgemeester and wethouder, and samples of cases.

Source: zicht op de praktijk, vraag 1 tot en met 3 (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.meetings import AskedProgress, without_progress
from hgkm_desktop.models.read_through import NEVER_READ, ReadThrough
from hgkm_desktop.models.terms import CaseState, Reply, SampleQuestion

FEWEST_SAMPLED, MOST_SAMPLED = 2, 10


@dataclass(frozen=True, slots=True)
class TopicAnswer:
    """What was said on one topic; its id is that of the topic, `question` only of one's own."""

    id: str
    question: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class BoardTalk:
    """A talk of burgemeester and wethouder without cases (vraag 1); `present` names functions.

    `progress` holds what was said of earlier actions, with which the talk opens.
    """

    id: str
    code: str
    title: str = ""
    state: CaseState = CaseState.IN_BEWERKING
    created_on: date | None = None
    held_on: date | None = None
    present: str = ""
    topics: tuple[TopicAnswer, ...] = ()
    progress: tuple[AskedProgress, ...] = ()
    begun: bool = False
    note: str = ""
    acties: tuple[Verbeteractie, ...] = ()
    next_on: date | None = None
    versions: int = 0
    read: ReadThrough = NEVER_READ

    def with_nothing_of(self, case_id: str) -> BoardTalk:
        """The talk once this case is destroyed: what was said of its actions goes too."""
        return replace(self, progress=without_progress(self.progress, case_id))


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """The answer to one question of the worksheet, whose id is that of the question.

    None is not answered yet; onbekend is an answer. `event_ids` are the events that show it.
    """

    id: str
    reply: Reply | None = None
    source: str = ""
    explanation: str = ""
    event_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SampleCase:
    """A case of the sample with its worksheet."""

    id: str
    case_id: str
    note: str = ""
    answers: tuple[SampleAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """Some cases, and the same questions about each (vraag 2 or 3).

    `drawn_from` is out of how many cases of that period these were drawn, None when nobody knows;
    `drawn_by` is a function. `evaluated_on` and `present` tell of the evaluation with partners.
    """

    id: str
    code: str
    question: SampleQuestion = SampleQuestion.HUISVERBOD
    title: str = ""
    state: CaseState = CaseState.IN_BEWERKING
    created_on: date | None = None
    municipality: str = ""
    period_from: date | None = None
    period_to: date | None = None
    drawn_by: str = ""
    drawn_how: str = ""
    drawn_from: int | None = None
    cases: tuple[SampleCase, ...] = ()
    evaluated_on: date | None = None
    present: str = ""
    conclusion: str = ""
    acties: tuple[Verbeteractie, ...] = ()
    versions: int = 0
    read: ReadThrough = NEVER_READ

    def with_nothing_of(self, case_id: str) -> Sample:
        """The sample once this case is destroyed: its worksheet goes too."""
        return replace(self, cases=tuple(c for c in self.cases if c.case_id != case_id))
