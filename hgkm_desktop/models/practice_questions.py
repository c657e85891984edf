"""The questions of zicht op de praktijk: topics of the talk, and questions about each sampled case.

Experts keep them in resources/inhoud/praktijkvragen.toml; an answer holds the id of its question.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from hgkm_desktop.models.content import entry_id, read_entries
from hgkm_desktop.models.strict_toml import Table
from hgkm_desktop.models.terms import SampleQuestion
from hgkm_desktop.paths import resource


class AskedIn(StrEnum):
    """Where a question is asked: in the talk (vraag 1) or in one of the samples (vraag 2 and 3)."""

    GESPREK = "gesprek"
    HUISVERBOD = "huisverbod"
    GEEN_HUISVERBOD = "geen_huisverbod"


class Hint(StrEnum):
    """What of the line of a case may answer a question; methods/samples.py reads it."""

    HULP_TIJDENS = "hulp_tijdens"
    HULP_DAARNA = "hulp_daarna"
    GEZIN_VEILIG = "gezin_veilig"
    KINDEREN_VEILIG = "kinderen_veilig"
    IN_BEELD = "in_beeld"
    HULP_PAST = "hulp_past"
    WERKAFSPRAKEN = "werkafspraken"


@dataclass(frozen=True, slots=True)
class PracticeQuestion:
    """One question: a short label for tables, the question itself, and what to think of.

    `hint` is None in the talk, which has no cases. `source` is a bron of docs/bronnen.md.
    """

    id: str
    asked_in: AskedIn
    label: str
    question: str
    help: str
    source: str
    hint: Hint | None = None


@cache
def practice_questions() -> tuple[PracticeQuestion, ...]:
    return read_practice_questions(resource("inhoud/praktijkvragen.toml"))


def topics() -> tuple[PracticeQuestion, ...]:
    """The topics of the talk of burgemeester and wethouder (docs/bronnen.md, bron 1, vraag 1)."""
    return _asked_in(AskedIn.GESPREK)


def questions_of(sample: SampleQuestion) -> tuple[PracticeQuestion, ...]:
    """The questions of the worksheet of such a sample (docs/bronnen.md, bron 1, vraag 2 en 3)."""
    return _asked_in(AskedIn(sample.value))


def _asked_in(where: AskedIn) -> tuple[PracticeQuestion, ...]:
    return tuple(asked for asked in practice_questions() if asked.asked_in is where)


def read_practice_questions(path: Path) -> tuple[PracticeQuestion, ...]:
    """Reads praktijkvragen.toml. Raises BadContent."""
    return read_entries(path, "vraag", _question)


def _question(table: Table) -> PracticeQuestion:
    found = PracticeQuestion(
        id=entry_id(table),
        asked_in=table.term("bij", AskedIn),
        label=table.text("label"),
        question=table.text("vraag"),
        help=table.text("hulp"),
        source=table.text("bron"),
        hint=table.term_if_any("voorstel", Hint),
    )
    if (found.hint is None) is not (found.asked_in is AskedIn.GESPREK):
        raise table.problem(
            "‘voorstel’ hoort bij elke vraag van een steekproef, en bij geen ander."
        )
    return found
