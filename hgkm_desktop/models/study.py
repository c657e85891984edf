"""A casuïstiekonderzoek: some cases that are studied together, and what can be turned for them.

Source: casuïstiekonderzoek, onderzoeksopzet (docs/bronnen.md, bron 3).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.models.read_through import NEVER_READ, ReadThrough
from hgkm_desktop.models.terms import Answer, CaseState, FocusGroupKind, KnobLevel

FEWEST_CASES, MOST_CASES = 7, 10


@dataclass(frozen=True, slots=True)
class HouseholdType:
    """A type of household, with an estimate of how many there are and where that comes from."""

    id: str
    label: str
    estimate: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class StudyCase:
    """A case in a study: of which type of household, and why it was chosen."""

    id: str
    case_id: str
    household_type_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FocusGroup:
    """A meeting that completes the line of one case, or the closing one that tests the result.

    `present` names functions, never people.
    """

    id: str
    title: str
    kind: FocusGroupKind = FocusGroupKind.CASUS
    case_id: str = ""
    on: date | None = None
    present: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class Knop:
    """Something that the municipality can turn, at one level, and the cases that show it.

    `holds` is what the closing focus group said of it.
    """

    id: str
    text: str
    level: KnobLevel = KnobLevel.OPERATIONEEL
    explanation: str = ""
    case_ids: tuple[str, ...] = ()
    holds: Answer = Answer.ONBEKEND
    test_note: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A step of the decision route: which body speaks of it, when, and what came of it."""

    id: str
    body: str
    on: date | None = None
    asked: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """One casuïstiekonderzoek; its cases stand in the same casusbestand.

    `literature`, `places` and `types_note` are steps 1 to 3: factors from the literature, where
    cases are spoken of, and the types of household. `versions` counts the documents of the study
    that were kept or printed: the next one has the next number.
    """

    id: str
    code: str
    title: str = ""
    question: str = ""
    state: CaseState = CaseState.IN_BEWERKING
    created_on: date | None = None
    literature: str = ""
    places: str = ""
    types_note: str = ""
    household_types: tuple[HouseholdType, ...] = ()
    cases: tuple[StudyCase, ...] = ()
    focus_groups: tuple[FocusGroup, ...] = ()
    knoppen: tuple[Knop, ...] = ()
    conclusion: str = ""
    next_steps: str = ""
    decisions: tuple[Decision, ...] = ()
    steps_done: tuple[str, ...] = ()
    versions: int = 0
    read: ReadThrough = NEVER_READ

    def without_case(self, case_id: str) -> Study:
        """The study without this case, also in focus groups and behind knoppen."""
        groups = tuple(
            replace(group, case_id="") if group.case_id == case_id else group
            for group in self.focus_groups
        )
        knoppen = tuple(
            replace(knop, case_ids=tuple(i for i in knop.case_ids if i != case_id))
            for knop in self.knoppen
        )
        cases = tuple(held for held in self.cases if held.case_id != case_id)
        return replace(self, cases=cases, focus_groups=groups, knoppen=knoppen)

    def with_nothing_of(self, case_id: str) -> Study:
        """The study once this case is destroyed: what was said of it alone goes too."""
        groups = tuple(group for group in self.focus_groups if group.case_id != case_id)
        return replace(self, focus_groups=groups).without_case(case_id)
