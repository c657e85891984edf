"""What may be made in which state: a document that leaves the table asks more of what it tells."""

from __future__ import annotations

from collections.abc import Sequence

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.works import Work, cases_in

# What those at the table need while they work; it is marked to stay there until all was read.
_OF_THE_TABLE = frozenset(
    {
        *(DocumentKind.CASUSVERSLAG, DocumentKind.TIJDLIJN, DocumentKind.RADERTJES),
        *(DocumentKind.ONDERZOEKSRAPPORTAGE, DocumentKind.KNOPPENTELLER),
        *(DocumentKind.VERBETERACTIES, DocumentKind.CIJFERKAART),
    }
)
_IN_WORK = CaseState.IN_BEWERKING
OF_STUDY = (DocumentKind.ONDERZOEKSRAPPORTAGE, DocumentKind.KNOPPENTELLER)
OF_WORK: dict[type[Work], tuple[DocumentKind, ...]] = {
    Study: OF_STUDY,
    BoardTalk: (DocumentKind.GESPREKSVERSLAG,),
    Sample: (DocumentKind.WERKBLAD,),
    Leertafel: (DocumentKind.LEERTAFELBLAD, DocumentKind.LEERTAFELVERSLAG),
    Terugkoppeling: (DocumentKind.TERUGKOPPELING,),
    FigureSet: (DocumentKind.CIJFERKAART,),
    Exercise: (
        *(DocumentKind.OEFENBOEK, DocumentKind.ROLKAARTEN),
        *(DocumentKind.DEELNEMERSBLAD, DocumentKind.RONDELIJNEN),
    ),
    Playing: (DocumentKind.SPEELVERSLAG,),
}
OF_CASE = (
    *(DocumentKind.GESPREKSNOTITIE, DocumentKind.CASUSVERSLAG),
    *(DocumentKind.TIJDLIJN, DocumentKind.RADERTJES),
)
SUBJECTS = {
    DocumentKind.GESPREKSNOTITIE: "De gespreksnotitie",
    DocumentKind.CASUSVERSLAG: "Het casusverslag",
    DocumentKind.TIJDLIJN: "De tijdlijn",
    DocumentKind.RADERTJES: "De pagina met radertjes",
    DocumentKind.ONDERZOEKSRAPPORTAGE: "De onderzoeksrapportage",
    DocumentKind.KNOPPENTELLER: "De knoppenteller",
    DocumentKind.GESPREKSVERSLAG: "Het gespreksverslag",
    DocumentKind.WERKBLAD: "Het werkblad",
    DocumentKind.LEERTAFELBLAD: "Het leertafelblad",
    DocumentKind.LEERTAFELVERSLAG: "Het verslag van de leertafel",
    DocumentKind.TERUGKOPPELING: "De terugkoppeling aan het DVC",
    DocumentKind.CIJFERKAART: "De cijferkaart",
    DocumentKind.OEFENBOEK: "Het oefenboek",
    DocumentKind.ROLKAARTEN: "Het stel rolkaarten",
    DocumentKind.DEELNEMERSBLAD: "Het stel deelnemersbladen",
    DocumentKind.RONDELIJNEN: "De tijdlijn per ronde",
    DocumentKind.SPEELVERSLAG: "Het verslag van de speelbeurt",
    DocumentKind.VERBETERACTIES: "De lijst van verbeteracties",
}
WHERE_TO_CHECK = "Casus → Herleidbaarheidscheck…"


class NotDeelbaar(HgkmError):
    """A document that leaves the table was asked of what nobody read through."""

    def __init__(self, kind: DocumentKind) -> None:
        is_of_case = kind in OF_CASE
        what = "de casus deelbaar is" if is_of_case else "alles waarover het gaat, deelbaar is"
        where = WHERE_TO_CHECK if is_of_case else "met de knop Herleidbaarheidscheck"
        super().__init__(
            f"{SUBJECTS[kind]} verlaat de tafel. Dat kan pas als {what}.",
            safe="U kunt het hier wel bekijken.",
            todo=f"Lees alles na en maak het deelbaar: {where}",
        )


def may_leave(kind: DocumentKind, state: CaseState) -> bool:
    """Whether such a document of a case in this state may be kept, printed and recorded.

    Source: de methode, regels voor wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    return state is CaseState.DEELBAAR or kind in _OF_THE_TABLE


def insist_may_leave(kind: DocumentKind, state: CaseState) -> None:
    """Raise NotDeelbaar for a document that must not leave in this state."""
    if not may_leave(kind, state):
        raise NotDeelbaar(kind)


def state_of_work(work: Work, told: Sequence[Case | Exercise]) -> CaseState:
    """In which state a document of a work is: deelbaar only when the work and all that it tells of
    are, every case in it, and all of those can be read."""
    every = set(cases_in(work)) <= {one.id for one in told}
    states = {work.state, *(one.state for one in told)}
    return CaseState.DEELBAAR if every and states == {CaseState.DEELBAAR} else _IN_WORK


def stays_at_table(state: CaseState) -> bool:
    """Whether every paper of a case in this state stays at the table: then its dates may be as
    exact as they are known, and it may say what is 'alleen aan tafel'."""
    return state is CaseState.IN_BEWERKING
