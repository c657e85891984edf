"""The bestuurlijke leertafel: burgemeester and wethouder learn from one or two cases.

Source: zicht op de praktijk, vraag 4 (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.meetings import AskedProgress, without_progress
from hgkm_desktop.models.read_through import NEVER_READ, ReadThrough
from hgkm_desktop.models.terms import Answer, CaseState, KnelpuntKind, TableCaseKind

FEWEST_TABLED, MOST_TABLED = 1, 2


@dataclass(frozen=True, slots=True)
class TableCase:
    """A case on the table, and why it was chosen."""

    id: str
    case_id: str
    kind: TableCaseKind = TableCaseKind.STRUCTUREEL_ONVEILIG
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TeamSignal:
    """What one team that does the work says: what goes well, and what can be better."""

    id: str
    team: str
    goes_well: str = ""
    can_be_better: str = ""
    case_id: str = ""


@dataclass(frozen=True, slots=True)
class Uitvoerder:
    """Who did the work in a case and is asked to the table; a function, never a name.

    `agrees`: whether they know the story of the case as it will be told.
    """

    id: str
    organisation: str
    function: str = ""
    case_id: str = ""
    invited: bool = False
    prepared: bool = False
    agrees: Answer = Answer.ONBEKEND
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """A point of the agenda, how many minutes it takes, and what was said then."""

    id: str
    title: str
    minutes: int = 10
    case_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reflection:
    """What one bestuurder takes from it; `who` is a function."""

    id: str
    who: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Succes:
    """What went well, and why it could."""

    id: str
    text: str
    why: str = ""
    case_id: str = ""


@dataclass(frozen=True, slots=True)
class Knelpunt:
    """What stands in the way; which party, which instrument and which bestuurder can move it."""

    id: str
    text: str
    kind: KnelpuntKind = KnelpuntKind.SAMENWERKING
    explanation: str = ""
    party: str = ""
    instrument: str = ""
    bestuurder: str = ""
    case_id: str = ""


@dataclass(frozen=True, slots=True)
class Begrip:
    """A word that was used for different things, and what this table means by it."""

    id: str
    term: str
    meaning: str = ""


_P = TypeVar("_P", TableCase, TeamSignal, Uitvoerder, AgendaPoint, Succes, Knelpunt)


@dataclass(frozen=True, slots=True)
class Leertafel:
    """One bestuurlijke leertafel, from preparing to what came of it.

    `starts_at` is in minutes after midnight. `progress` holds what was said of earlier actions; the
    cases begin after that, and `begun` is true once they did. A doorbraak is an action whose
    outcome is that; `knelpunt_id` of it is of this table. `present` names functions.
    """

    id: str
    code: str
    title: str = ""
    state: CaseState = CaseState.IN_BEWERKING
    created_on: date | None = None
    held_on: date | None = None
    starts_at: int | None = None
    present: str = ""
    cases: tuple[TableCase, ...] = ()
    signals: tuple[TeamSignal, ...] = ()
    uitvoerders: tuple[Uitvoerder, ...] = ()
    agenda: tuple[AgendaPoint, ...] = ()
    progress: tuple[AskedProgress, ...] = ()
    begun: bool = False
    reflections: tuple[Reflection, ...] = ()
    successes: tuple[Succes, ...] = ()
    no_success_reason: str = ""
    knelpunten: tuple[Knelpunt, ...] = ()
    begrippen: tuple[Begrip, ...] = ()
    acties: tuple[Verbeteractie, ...] = ()
    conclusion: str = ""
    next_on: date | None = None
    versions: int = 0
    read: ReadThrough = NEVER_READ

    def without_knelpunt(self, knelpunt_id: str) -> Leertafel:
        """The table without this knelpunt; what was asked because of it stays."""
        acties = tuple(
            replace(a, knelpunt_id="") if a.knelpunt_id == knelpunt_id else a for a in self.acties
        )
        knelpunten = tuple(k for k in self.knelpunten if k.id != knelpunt_id)
        return replace(self, knelpunten=knelpunten, acties=acties)

    def with_nothing_of(self, case_id: str) -> Leertafel:
        """The table once this case is destroyed: what was said of it alone goes too.

        What was asked and agreed stays; its texts were read through for the table.
        """
        gone = {k.id for k in self.knelpunten if k.case_id == case_id}
        acties = tuple(
            replace(a, knelpunt_id="") if a.knelpunt_id in gone else a for a in self.acties
        )
        return replace(
            self,
            cases=_without(self.cases, case_id),
            signals=_without(self.signals, case_id),
            uitvoerders=_without(self.uitvoerders, case_id),
            agenda=_without(self.agenda, case_id),
            successes=_without(self.successes, case_id),
            knelpunten=_without(self.knelpunten, case_id),
            progress=without_progress(self.progress, case_id),
            acties=acties,
        )


def _without(parts: tuple[_P, ...], case_id: str) -> tuple[_P, ...]:
    return tuple(part for part in parts if part.case_id != case_id)
