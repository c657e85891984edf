"""What the municipality tells the DVC over a period: what was learned, and what else is needed.

Source: zicht op de praktijk, terugkoppeling aan het DVC (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.models.read_through import NEVER_READ, ReadThrough
from hgkm_desktop.models.terms import AskedOfBoard, CaseState, ThreeStep


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned, for which of the three steps, and in which talks, samples or tables."""

    id: str
    text: str
    step: ThreeStep = ThreeStep.PREVENTIE
    work_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Needed:
    """What else is needed, for which of the three steps, and what is asked of the DVC."""

    id: str
    text: str
    step: ThreeStep = ThreeStep.PREVENTIE
    asked: AskedOfBoard | None = None


@dataclass(frozen=True, slots=True)
class Terugkoppeling:
    """What is told over a period; both its days are in it.

    How many cases and meetings there were, and how doorbraken stand, is counted, never typed.
    `left_out_ids` are actions of which nothing is told.
    """

    id: str
    code: str
    title: str = ""
    state: CaseState = CaseState.IN_BEWERKING
    created_on: date | None = None
    district: str = ""
    period_from: date | None = None
    period_to: date | None = None
    told_on: date | None = None
    learned: tuple[Learned, ...] = ()
    needed: tuple[Needed, ...] = ()
    note: str = ""
    left_out_ids: tuple[str, ...] = ()
    versions: int = 0
    read: ReadThrough = NEVER_READ

    def without_work(self, work_id: str) -> Terugkoppeling:
        """The terugkoppeling once a talk, sample or table is gone; what was learned stays."""
        learned = tuple(
            replace(one, work_ids=tuple(i for i in one.work_ids if i != work_id))
            for one in self.learned
        )
        return replace(self, learned=learned)

    def with_nothing_of(self, case_id: str) -> Terugkoppeling:
        """Nothing in it is of one case."""
        return self
