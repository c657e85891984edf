"""Verbeteracties: what was agreed, who does it, who watches over it, and how it went since.

They stand in a case, in a talk of the board, in a sample or in a leertafel.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hgkm_desktop.models.terms import ActionStatus, Answer, AskedOfBoard, Level, Outcome, Scale


@dataclass(frozen=True, slots=True)
class Progress:
    """What was said of an action, and how it stood then; `at` is the code of the meeting."""

    on: date
    status: ActionStatus
    text: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Escalation:
    """An action was brought to the next body, and what came of it there."""

    on: date
    body: str
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Verbeteractie:
    """An agreed improvement with an owner and a separate keeper (bewaker).

    `owner` is an organisation or a bestuurder; `owner_function` stays at the table. `log` holds
    its progress, the first first. `body` is where it is spoken of, until it is brought to the
    body of the last of its `escalations`. Of a doorbraak `owner` is of whom it is asked, `promise`
    what that said to do, and `knelpunt_id` what of the leertafel it is to break through.
    """

    id: str
    seq: float
    text: str
    lesson_id: str = ""
    outcome: Outcome = Outcome.VERBETERACTIE
    level: Level = Level.ORGANISATIE
    asked: AskedOfBoard | None = None
    owner: str = ""
    owner_function: str = ""
    owner_at_table: Answer = Answer.ONBEKEND
    keeper: str = ""
    feasible: str = ""
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    scale: Scale | None = None
    log: tuple[Progress, ...] = ()
    body: str = ""
    escalations: tuple[Escalation, ...] = ()
    promise: str = ""
    knelpunt_id: str = ""
