"""A case in which every field of every record has a value that is not its default.

The golden files are made from it: a change here asks for a new version and its golden file.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hgkm_desktop.models.acties import Escalation, Progress, Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.moment import (
    UNKNOWN,
    Moment,
    Precision,
    between,
    in_month,
    in_part_of_year,
    in_quarter,
    in_season,
    in_year,
    on_day,
)
from hgkm_desktop.models.read_through import NEVER_READ, Alteration, Cleared, ReadThrough
from hgkm_desktop.models.records import (
    AvailableSince,
    Beleving,
    Betrokkene,
    Deelnemer,
    Duidingsverschil,
    Event,
    Fase,
    FileSettings,
    Involvement,
    Knowledge,
    Lesson,
    Organisation,
    Reading,
    Regie,
    StartCheck,
    Summary,
    Veiligheidscijfer,
    ViolenceForm,
)
from hgkm_desktop.models.terms import (
    ActionStatus,
    AddedBy,
    AgeBand,
    Answer,
    AskedOfBoard,
    Audience,
    CaseState,
    Certainty,
    ChainPhase,
    DocumentForm,
    DocumentKind,
    Effect,
    EventKind,
    FactStatus,
    HouseholdRole,
    Level,
    Mark,
    Method,
    Occurrence,
    Outcome,
    Pressure,
    RegieHolder,
    RegieKind,
    RiskOf,
    SafetyOf,
    SafetyPhase,
    Scale,
)
from hgkm_desktop.models.uitgave import Uitgave, fingerprint
from tests.casefile.full_methods import CASE_FIELDS

FULL_SETTINGS = FileSettings(
    organisation="Gemeente Voorbeeld",
    accent="#1f6f5c",
    available=(AvailableSince("mda", date(2020, 1, 1)),),
    small_below=10,
)


def _id(number: int) -> str:
    return f"{number:032x}"


MOEDER = Betrokkene(_id(0xB1), 1.0, "moeder", AgeBand.VAN_27_TOT_45, is_child=False)
KIND = Betrokkene(_id(0xB2), 2.5, "kind 1", AgeBand.VAN_4_TOT_12, is_child=True)
POLITIE = Organisation(_id(0xA1), 1.0, "politie")
ZORG = Organisation(_id(0xA2), 2.0, "wijkteam ‘de brug’ \U0001f309")
AGENT = Deelnemer(_id(0xD1), 1.0, POLITIE.id, "wijkagent", True, False, False)
LEIDER = Deelnemer(_id(0xD2), 2.0, ZORG.id, "teamleider", False, True, True)

RUZIE = Event(
    id=_id(0xE1),
    seq=1.0,
    kind=EventKind.INTERVENTIE,
    title="gesprek dat er niet kwam",
    start=Moment(Precision.MAAND, date(2021, 3, 1), date(2021, 3, 31), circa=True),
    end=between(in_month(2021, 5), on_day(2021, 6, 2)),
    ongoing=False,
    occurrence=Occurrence.NIET_GEDAAN,
    possible_since=in_quarter(2020, 4),
    fact='Er was "ruzie" bij de overdracht; één ruit brak.\nTweede regel.\tEn een tab.',
    fact_status=FactStatus.BETWIST,
    status_by="volgens de politie",
    source="registratie",
    involved=(
        Involvement(MOEDER.id, HouseholdRole.SLACHTOFFER, "politie"),
        Involvement(KIND.id, HouseholdRole.SLACHTOFFER, "moeder zelf"),
    ),
    organisation_ids=(POLITIE.id, ZORG.id),
    knowledge=(
        Knowledge(POLITIE.id, Answer.JA, in_season(2021, 12)),
        Knowledge(ZORG.id, Answer.NEE, UNKNOWN),
    ),
    reported_to="Veilig Thuis",
    feedback_given=Answer.NEE,
    child_present=Answer.JA,
    child_seen=Answer.JA,
    child_spoken=Answer.NEE,
    child_spoken_by="niemand",
    instrument="risicotaxatie",
    pressure=Pressure.DRANG,
    result="geen",
    effect=Effect.UITGEBLEVEN,
    chain_phase=ChainPhase.TOELEIDEN,
    safety_phase=SafetyPhase.RISICOGESTUURD,
    is_risk_moment=True,
    is_pivotal=True,
    is_shown=False,
    added_by=AddedBy.FOCUSGROEP,
    added_on=date(2026, 2, 28),
    audience=Audience.BESTUUR,
)
VERHUIZING = Event(
    id=_id(0xE2),
    seq=0.5,
    kind=EventKind.LIFE_EVENT,
    title="verhuizing — مرحبا",
    start=in_part_of_year(2019, 1),
    ongoing=True,
)
ONBEKEND = Event(_id(0xE3), 2.0, EventKind.SIGNAAL, "signaal zonder datum", end=in_year(2022))

BELEVING = Beleving(
    id=_id(0xF1),
    seq=1.0,
    event_id=RUZIE.id,
    deelnemer_id=LEIDER.id,
    mark=Mark.RISICO,
    risk_of=RiskOf.BESLUIT,
    safety_of=(SafetyOf.BETROKKENEN, SafetyOf.PROFESSIONALS),
    explanation="niemand belde terug",
    now_different="nu bellen we dezelfde dag",
    obstacle="geen rooster",
    needed_from="de politie",
    audience=Audience.VERSLAG,
)
VERSCHIL = Duidingsverschil(
    id=_id(0xC1),
    seq=1.0,
    about="hoe ernstig het was",
    readings=(Reading(POLITIE.id, "een ruzie"), Reading(ZORG.id, "dwingende controle")),
    event_ids=(RUZIE.id, VERHUIZING.id),
    surfaced="aan tafel",
    consequence="er gebeurde niets",
    spoken_out=Answer.JA,
)
LES = Lesson(
    _id(0x11), 1.0, "bel dezelfde dag", "dat scheelt weken", (RUZIE.id,), Level.BESTUURLIJK
)
ACTIE = Verbeteractie(
    id=_id(0x21),
    seq=1.0,
    text="rooster voor terugbellen",
    lesson_id=LES.id,
    outcome=Outcome.VERVOLGGESPREK,
    level=Level.LANDELIJK,
    asked=AskedOfBoard.MIDDELEN,
    owner="wijkteam",
    owner_function="teamleider",
    owner_at_table=Answer.JA,
    keeper="politie",
    feasible="ja, vanaf mei",
    due=date(2026, 6, 30),
    status=ActionStatus.BEZIG,
)

CIJFER = Veiligheidscijfer(
    id=_id(0x31),
    seq=1.0,
    moment=in_month(2021, 4),
    score=3.5,
    betrokkene_id=KIND.id,
    organisation_ids=(ZORG.id, POLITIE.id),
    jointly=Answer.JA,
    at_closing=True,
    note="samen aan tafel",
)
GEEN_CIJFER = Veiligheidscijfer(_id(0x32), 2.0, UNKNOWN, 0.0)
REGIE = Regie(
    id=_id(0x41),
    seq=1.0,
    kind=RegieKind.COORDINATIE_THV,
    holder=RegieHolder.ORGANISATIE,
    organisation_id=ZORG.id,
    start=on_day(2021, 3, 2),
    end=in_month(2021, 6),
    note="tot de overdracht",
)
GEEN_REGIE = Regie(
    _id(0x42), 2.0, RegieKind.CASUSREGIE, RegieHolder.NIEMAND, start=in_year(2022), ongoing=True
)
FASE = Fase(
    id=_id(0x51),
    seq=1.0,
    phase=SafetyPhase.HERSTELGERICHT,
    start=in_quarter(2021, 3),
    end=in_year(2022),
    occurrence=Occurrence.NIET_GEDAAN,
    note="bleef leeg",
)
NOG_EEN_FASE = Fase(_id(0x52), 2.0, SafetyPhase.RISICOGESTUURD, on_day(2021, 1, 1), ongoing=True)


NOTITIE_DATA = b"%PDF-1.7\n\x00\xff de gespreksnotitie zoals zij is uitgegeven"
VERSLAG_DATA = bytes(range(256)) * 40  # more than a page of the file
NOTITIE = Uitgave(
    id=_id(0x61),
    seq=1.0,
    kind=DocumentKind.GESPREKSNOTITIE,
    form=DocumentForm.PDF,
    version=1,
    made_on=date(2026, 3, 14),
    state=CaseState.DEELBAAR,
    title="Gespreksnotitie K7-2F — ‘één’ \U0001f309",
    hidden=1,
    total=3,
    case_rev=21,
    sha256=fingerprint(NOTITIE_DATA),
    pages=3,
)
VERSLAG = Uitgave(
    id=_id(0x62),
    seq=2.0,
    kind=DocumentKind.CASUSVERSLAG,
    form=DocumentForm.ODT,
    version=2,
    made_on=date(2026, 3, 15),
    state=CaseState.DEELBAAR,
    title="Casusverslag K7-2F",
    hidden=0,
    total=3,
    case_rev=22,
    sha256=fingerprint(VERSLAG_DATA),
)
FULL_UITGAVEN = {NOTITIE: NOTITIE_DATA, VERSLAG: VERSLAG_DATA}


def uitgaven(version: int = 6) -> dict[Uitgave, bytes]:
    """What was issued of the full case, as far as a file of this schema version can hold it.

    Before version 5 a gespreksnotitie could go out of a case in bewerking.
    """
    if version < 5:
        early = replace(NOTITIE, state=CaseState.IN_BEWERKING)
        return {early: NOTITIE_DATA, VERSLAG: VERSLAG_DATA} if version > 2 else {}
    return FULL_UITGAVEN


def settings(version: int = 8) -> FileSettings:
    """The settings as far as a file of this schema version can hold them."""
    if version > 7:
        return FULL_SETTINGS
    sixth = replace(FULL_SETTINGS, small_below=5)
    return sixth if version > 5 else replace(sixth, available=())


def full_case(version: int = 8) -> Case:
    """The case with everything that a file of this schema version can hold."""
    case = _fifth_case()
    if version > 6:
        return _as_in_the_seventh(_as_in_the_sixth(case))
    if version > 5:
        return _as_in_the_sixth(case)
    if version < 5:
        case = replace(case, read=NEVER_READ)
    if version < 4:
        case = replace(case, keep_reason="")
    return case if version > 1 else _as_in_the_first(case)


def _as_in_the_first(case: Case) -> Case:
    events = tuple(replace(event, effect=Effect.ONBEKEND) for event in case.events)
    return replace(
        case, events=events, t0_event_id="", lane_order=(), cijfers=(), regie=(), fasen=()
    )


def _as_in_the_sixth(case: Case) -> Case:
    event = replace(RUZIE, added_at="focusgroep 1", legal_ground="art. 1 van een wet")
    actie = replace(
        ACTIE, scale=Scale.REGIO, log=(Progress(date(2026, 5, 2), ActionStatus.OPEN, "begonnen"),)
    )
    events = tuple(event if e.id == event.id else e for e in case.events)
    return replace(case, **CASE_FIELDS, events=events, acties=(actie,))  # type: ignore[arg-type]


def _as_in_the_seventh(case: Case) -> Case:
    (actie,) = case.acties
    changed = replace(
        actie,
        log=(*actie.log, Progress(date(2026, 5, 9), ActionStatus.BEZIG, "er is overleg", "T4-4T")),
        body="ketenoverleg",
        escalations=(Escalation(date(2026, 6, 1), "stuurgroep", "komt terug in juli"),),
        promise="een plek op de agenda",
        knelpunt_id=_id(0x2F),
    )
    return replace(case, acties=(changed,))


def _fifth_case() -> Case:
    return Case(
        id=_id(0xCA5E),
        code="K7-2F",
        title="Een volle casus",
        reason="oefenen met alles",
        organiser="gemeente",
        methods=(Method.LEERTAFEL, Method.OEFENING),
        state=CaseState.DEELBAAR,
        created_on=date(2026, 1, 31),
        keep_until=date(2027, 1, 31),
        keep_reason="selectielijst, en afspraak aan tafel",
        violence=(ViolenceForm("fysiek", Certainty.VASTGESTELD, "politie"), ViolenceForm("dwang")),
        life_areas=("wonen", "geld"),
        start_check=StartCheck(
            procedure_running=Answer.JA,
            procedure_note="klacht loopt",
            board_decided=Answer.NEE,
            heard=Answer.JA,
            heard_note="moeder is gehoord",
            legal_ground="toestemming",
            rules_read=True,
        ),
        summary=Summary(
            title="Wat wij leerden",
            sentences=("Eén.", "Twee."),
            children="Het kind zag het.",
            questions=("Wie belt?",),
            beleving_ids=(BELEVING.id,),
            verschil_ids=(VERSCHIL.id,),
        ),
        betrokkenen=(MOEDER, KIND),
        organisations=(POLITIE, ZORG),
        deelnemers=(AGENT, LEIDER),
        events=(VERHUIZING, RUZIE, ONBEKEND),
        belevingen=(BELEVING,),
        verschillen=(VERSCHIL,),
        lessons=(LES,),
        acties=(ACTIE,),
        cijfers=(CIJFER, GEEN_CIJFER),
        regie=(REGIE, GEEN_REGIE),
        fasen=(FASE, NOG_EEN_FASE),
        t0_event_id=RUZIE.id,
        lane_order=(f"organisatie:{ZORG.id}", "soort:incident"),
        read=ReadThrough(
            by="beleidsmedewerker",
            on=date(2026, 4, 1),
            unread=(f"events:{RUZIE.id}:title",),
            cleared=(Cleared("roos", "naam", "een bloem", "wijkteamleider", date(2026, 3, 31)),),
            alterations=(Alteration(date(2026, 3, 30), "wijkteamleider"),),
        ),
    )
