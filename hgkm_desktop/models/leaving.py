"""What may be made in which state: a document that leaves the table asks more of what it tells."""

from __future__ import annotations

from collections.abc import Sequence

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import CaseState, DocumentKind

# What those at the table need while they work; it is marked to stay there until all was read.
_OF_THE_TABLE = frozenset(
    {
        *(DocumentKind.CASUSVERSLAG, DocumentKind.TIJDLIJN, DocumentKind.RADERTJES),
        *(DocumentKind.ONDERZOEKSRAPPORTAGE, DocumentKind.KNOPPENTELLER),
    }
)
_IN_WORK = CaseState.IN_BEWERKING
OF_STUDY = (DocumentKind.ONDERZOEKSRAPPORTAGE, DocumentKind.KNOPPENTELLER)
OF_CASE = tuple(kind for kind in DocumentKind if kind not in OF_STUDY)
WHERE_TO_CHECK = "Casus → Herleidbaarheidscheck…"


class NotDeelbaar(HgkmError):
    """A document that leaves the table was asked of a case that nobody read through."""

    def __init__(self) -> None:
        super().__init__(
            "De gespreksnotitie verlaat de tafel. Dat kan pas als de casus deelbaar is.",
            safe="U kunt haar hier wel bekijken.",
            todo=f"Maak de casus eerst deelbaar: {WHERE_TO_CHECK}",
        )


def may_leave(kind: DocumentKind, state: CaseState) -> bool:
    """Whether such a document of a case in this state may be kept, printed and recorded.

    Source: de methode, regels voor wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    return state is CaseState.DEELBAAR or kind in _OF_THE_TABLE


def insist_may_leave(kind: DocumentKind, state: CaseState) -> None:
    """Raise NotDeelbaar for a document that must not leave in this state."""
    if not may_leave(kind, state):
        raise NotDeelbaar


def state_of_study(study: Study, cases: Sequence[Case]) -> CaseState:
    """In which state a document of a study is: deelbaar only when the study and every case in it
    are, and all of those can be read."""
    every = {held.case_id for held in study.cases} <= {case.id for case in cases}
    states = {study.state, *(case.state for case in cases)}
    return CaseState.DEELBAAR if every and states == {CaseState.DEELBAAR} else _IN_WORK


def stays_at_table(state: CaseState) -> bool:
    """Whether every paper of a case in this state stays at the table: then its dates may be as
    exact as they are known, and it may say what is 'alleen aan tafel'."""
    return state is CaseState.IN_BEWERKING
