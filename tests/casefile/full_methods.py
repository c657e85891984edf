"""What schema version 6 can hold beside the full case of before: every field has a value."""

from __future__ import annotations

from datetime import date

from hgkm_desktop.models.in_depth import (
    AreaProblem,
    ClientTalk,
    Criterion,
    CruciaalPunt,
    FactorCode,
    FrisseBlik,
    NaastElkaar,
    Radertje,
    Ronde,
)
from hgkm_desktop.models.meetings import AskedProgress, Meeting, MeetingSeries, Member
from hgkm_desktop.models.moment import in_month, in_year
from hgkm_desktop.models.read_through import Alteration, Cleared, ReadThrough
from hgkm_desktop.models.study import (
    Decision,
    FocusGroup,
    HouseholdType,
    Knop,
    Study,
    StudyCase,
)
from hgkm_desktop.models.terms import (
    ActionStatus,
    AddedBy,
    Answer,
    Audience,
    CaseState,
    FactorKind,
    FocusGroupKind,
    Influence,
    KnobLevel,
    Layer,
    Mark,
    Persistence,
    Pull,
)


def _id(number: int) -> str:
    return f"{number:032x}"


CASE_ID, EVENT_ID, BELEVING_ID = _id(0xCA5E), _id(0xE1), _id(0xF1)
ZORG_ID, MOEDER_ID, LEIDER_ID, ACTIE_ID = _id(0xA2), _id(0xB1), _id(0xD2), _id(0x21)

RADERTJE = Radertje(
    id=_id(0x71),
    seq=1.0,
    text="één juf die bleef vragen",
    pull=Pull.HINDERDE,
    about="iemand van school",
    betrokkene_id=MOEDER_ID,
    start=in_month(2020, 9),
    end=in_year(2021),
    influence=Influence.GROOT,
    in_sight=Answer.NEE,
    consent=Answer.JA,
    event_ids=(EVENT_ID,),
    audience=Audience.VERSLAG,
)
NOG_EEN_RADERTJE = Radertje(_id(0x76), 2.0, "een rustige plek", ongoing=True)
NAAST_ELKAAR = NaastElkaar(
    id=_id(0x72),
    seq=1.0,
    client="niemand vroeg mij iets",
    professionals="er was geen ingang",
    organisation_id=ZORG_ID,
    explanation="de brief kwam nooit aan",
    radertje_id=RADERTJE.id,
    consent=Answer.JA,
    event_ids=(EVENT_ID,),
    audience=Audience.BESTUUR,
)
FACTOR = FactorCode(
    id=_id(0x73),
    seq=1.0,
    factor_id="een_regie",
    own_words="één gezicht voor het gezin",
    kind=FactorKind.OORZAAK,
    layer=Layer.STURING,
    event_id=EVENT_ID,
    beleving_id=BELEVING_ID,
    note="vanaf de zomer",
)
PUNT = CruciaalPunt(
    id=_id(0x74),
    seq=1.0,
    event_id=EVENT_ID,
    wanted="dezelfde dag bellen",
    why_not="niemand wist wie dat deed",
    added_by=AddedBy.DEELNEMER,
    added_at="focusgroep 1",
)
BLIK = FrisseBlik(
    _id(0x75), 1.0, EVENT_ID, "buitenstaander 1", Mark.GOED, "het viel op dat er werd gebeld"
)

# The fields of the case itself that came with version 6.
CASE_FIELDS = {
    "round": Ronde(True, True, True, EVENT_ID, (LEIDER_ID,)),
    "steps_done": ("lessen",),
    "selection_reason": "veel overdrachten",
    "household_type": "eenoudergezin met schulden",
    "area_problems": (AreaProblem("wonen", "steeds een andere woning"),),
    "criteria": (Criterion("veiligheid", Answer.JA, "twee keer een huisverbod"),),
    "structurally_unsafe": Answer.NEE,
    "closed_well": Answer.JA,
    "persistence": Persistence.DEELS,
    "persistence_reason": "de schulden bleven",
    "talk": ClientTalk(Answer.JA, "moeder", in_month(2026, 2), Answer.JA, "bij haar thuis"),
    "radertjes": (RADERTJE, NOG_EEN_RADERTJE),
    "naast_elkaar": (NAAST_ELKAAR,),
    "codes": (FACTOR,),
    "punten": (PUNT,),
    "blikken": (BLIK,),
}

READ = ReadThrough(
    by="onderzoeker",
    on=date(2026, 5, 1),
    unread=("onderzoek::title",),
    cleared=(Cleared("brug", "plaats", "een woord", "onderzoeker", date(2026, 4, 30)),),
    alterations=(Alteration(date(2026, 4, 29), "onderzoeker"),),
)
STUDY = Study(
    id=_id(0x5D),
    code="O3-4B",
    title="Waarom het doorgaat",
    question="Waar zit ruimte?",
    state=CaseState.DEELBAAR,
    created_on=date(2026, 1, 5),
    literature="factoren uit eerder werk",
    places="waar casussen langskomen",
    types_note="drie typen",
    household_types=(HouseholdType(_id(0x5E), "gezin met schulden", "circa 40", "wijkteams"),),
    cases=(StudyCase(_id(0x5C), CASE_ID, _id(0x5E), "lang in beeld"),),
    focus_groups=(
        FocusGroup(
            _id(0x5F),
            "eerste groep",
            FocusGroupKind.AFSLUITEND,
            CASE_ID,
            date(2026, 3, 3),
            "wijkagent, teamleider",
            "de regie ontbrak",
        ),
    ),
    knoppen=(
        Knop(
            _id(0x60A),
            "één aanspreekpunt",
            KnobLevel.BELEIDSMATIG,
            "dat scheelt overdrachten",
            (CASE_ID,),
            Answer.JA,
            "herkend",
        ),
    ),
    conclusion="het kan eerder",
    next_steps="een proef",
    decisions=(Decision(_id(0x61A), "college", date(2026, 6, 1), "een besluit", "een jaar proef"),),
    steps_done=("literatuur",),
    versions=3,
    read=READ,
)
SERIES = MeetingSeries(
    id=_id(0x6D),
    code="V5-6C",
    title="Leren in de keten",
    state=CaseState.DEELBAAR,
    created_on=date(2026, 1, 6),
    members=(Member(_id(0x6E), "politie", "wijkagent", False),),
    meetings=(
        Meeting(
            id=_id(0x6F),
            on=date(2026, 2, 2),
            inbrenger_id=_id(0x6E),
            case_id=CASE_ID,
            question="wie belt?",
            expectations="meedenken",
            present_ids=(_id(0x6E),),
            progress=(AskedProgress(CASE_ID, ACTIE_ID, ActionStatus.BEZIG, "het loopt"),),
            begun=True,
            note="volgende keer eerder",
        ),
    ),
    note="elke zes weken",
    read=READ,
)
STUDIES = (STUDY, SERIES)
