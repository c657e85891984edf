"""What schema version 7 can hold beside what was there before: every field has a value."""

from __future__ import annotations

from datetime import date

from hgkm_desktop.models.acties import Escalation, Progress, Verbeteractie
from hgkm_desktop.models.figure_terms import (
    AreaKind,
    Direction,
    FigureKind,
    FigureUnit,
    ValueKind,
)
from hgkm_desktop.models.figures import (
    ClassCount,
    Duiding,
    Figure,
    FigureIndicator,
    FigureSet,
    Insight,
    Period,
    SeriesBreak,
)
from hgkm_desktop.models.leertafel import (
    AgendaPoint,
    Begrip,
    Knelpunt,
    Leertafel,
    Reflection,
    Succes,
    TableCase,
    TeamSignal,
    Uitvoerder,
)
from hgkm_desktop.models.meetings import AskedProgress
from hgkm_desktop.models.practice import (
    BoardTalk,
    Sample,
    SampleAnswer,
    SampleCase,
    TopicAnswer,
)
from hgkm_desktop.models.terms import (
    ActionStatus,
    Answer,
    AskedOfBoard,
    CaseState,
    KnelpuntKind,
    Level,
    Outcome,
    Reply,
    SampleQuestion,
    Scale,
    TableCaseKind,
    ThreeStep,
)
from hgkm_desktop.models.terugkoppeling import Learned, Needed, Terugkoppeling
from hgkm_desktop.models.works import Work
from tests.casefile.full_exercises import EXERCISES
from tests.casefile.full_methods import ACTIE_ID, CASE_ID, EVENT_ID, READ, STUDIES


def _id(number: int) -> str:
    return f"{number:032x}"


ESCALATION = Escalation(date(2026, 6, 2), "college", "komt op de agenda van juli")
TALK = BoardTalk(
    id=_id(0x801),
    code="G2-2G",
    title="Eerste gesprek",
    state=CaseState.DEELBAAR,
    created_on=date(2026, 1, 7),
    held_on=date(2026, 2, 3),
    present="burgemeester, wethouder, adviseur veiligheid",
    topics=(TopicAnswer(_id(0x802), "kennen wij dit beeld?", "ja, bij de overdracht"),),
    progress=(AskedProgress(CASE_ID, ACTIE_ID, ActionStatus.GEREED, "het werkt"),),
    begun=True,
    note="een open gesprek",
    acties=(
        Verbeteractie(
            id=_id(0x803),
            seq=1.0,
            text="samen aan tafel met de teamchef",
            lesson_id=_id(0x8FF),
            outcome=Outcome.AFSPRAAK,
            level=Level.BESTUURLIJK,
            asked=AskedOfBoard.AGENDEREN,
            owner="burgemeester",
            owner_function="burgemeester",
            owner_at_table=Answer.JA,
            keeper="lokaal veiligheidsoverleg",
            feasible="een plek op de agenda",
            due=date(2026, 5, 1),
            status=ActionStatus.BEZIG,
            scale=Scale.LOKAAL,
            log=(Progress(date(2026, 3, 1), ActionStatus.BEZIG, "gevraagd", "G2-2G"),),
            body="lokaal veiligheidsoverleg",
            escalations=(ESCALATION,),
            promise="de wethouder schuift aan",
            knelpunt_id=_id(0x8FE),
        ),
    ),
    next_on=date(2026, 8, 1),
    versions=2,
    read=READ,
)
SAMPLE = Sample(
    id=_id(0x811),
    code="S3-3S",
    question=SampleQuestion.GEEN_HUISVERBOD,
    title="Na een RIHG",
    state=CaseState.DEELBAAR,
    created_on=date(2026, 1, 8),
    municipality="onze gemeente",
    period_from=date(2025, 1, 1),
    period_to=date(2025, 12, 31),
    drawn_by="beleidsadviseur",
    drawn_how="elke derde van de lijst",
    drawn_from=23,
    cases=(
        SampleCase(
            _id(0x812),
            CASE_ID,
            "de zesde van de lijst",
            (SampleAnswer(_id(0x813), Reply.DEELS, "wijkteam", "de hulp begon laat", (EVENT_ID,)),),
        ),
    ),
    evaluated_on=date(2026, 4, 1),
    present="burgemeester, wethouder",
    conclusion="het zicht is er, de afspraken niet",
    acties=(Verbeteractie(_id(0x814), 1.0, "afspreken wie belt"),),
    versions=1,
    read=READ,
)
KNELPUNT = Knelpunt(
    id=_id(0x821),
    text="twee loketten",
    kind=KnelpuntKind.BUREAUCRATIE,
    explanation="elk met een eigen formulier",
    party="zorgverzekeraar",
    instrument="crisisbed",
    bestuurder="wethouder",
    case_id=CASE_ID,
)
LEERTAFEL = Leertafel(
    id=_id(0x820),
    code="T4-4T",
    title="Twee verhalen",
    state=CaseState.DEELBAAR,
    created_on=date(2026, 1, 9),
    held_on=date(2026, 5, 5),
    starts_at=13 * 60 + 30,
    present="burgemeester, wethouder",
    cases=(TableCase(_id(0x822), CASE_ID, TableCaseKind.POSITIEF_AFGESLOTEN, "hier lukte het"),),
    signals=(TeamSignal(_id(0x823), "wijkteam", "korte lijnen", "de overdracht", CASE_ID),),
    uitvoerders=(
        Uitvoerder(
            id=_id(0x824),
            organisation="wijkteam",
            function="teamleider",
            case_id=CASE_ID,
            invited=True,
            prepared=True,
            agrees=Answer.JA,
            note="wil zelf beginnen",
        ),
    ),
    agenda=(AgendaPoint(_id(0x825), "het verhaal", 25, CASE_ID, "stil na afloop"),),
    progress=(AskedProgress(TALK.id, TALK.acties[0].id, ActionStatus.GEREED, "gebeurd"),),
    begun=True,
    reflections=(Reflection(_id(0x826), "burgemeester", "dit wist ik niet"),),
    successes=(Succes(_id(0x827), "één gezicht", "zij had tijd", CASE_ID),),
    no_success_reason="er was geen tijd",
    knelpunten=(KNELPUNT,),
    begrippen=(Begrip(_id(0x828), "regie", "wie het gezin belt"),),
    acties=(
        Verbeteractie(
            _id(0x829),
            1.0,
            "één loket",
            outcome=Outcome.DOORBRAAK,
            asked=AskedOfBoard.BESLUITEN,
            owner="wethouder",
            promise="een proef van een jaar",
            knelpunt_id=KNELPUNT.id,
        ),
    ),
    conclusion="we gaan door",
    next_on=date(2026, 11, 5),
    versions=4,
    read=READ,
)
TERUGKOPPELING = Terugkoppeling(
    id=_id(0x831),
    code="D5-5D",
    title="Eerste jaar",
    state=CaseState.DEELBAAR,
    created_on=date(2026, 12, 1),
    district="het DVC",
    period_from=date(2026, 1, 1),
    period_to=date(2026, 12, 31),
    told_on=date(2027, 1, 15),
    learned=(
        Learned(_id(0x832), "eerder bellen helpt", ThreeStep.ESCALATIES, (TALK.id, LEERTAFEL.id)),
    ),
    needed=(Needed(_id(0x833), "bedden in de regio", ThreeStep.RECIDIVE, AskedOfBoard.MIDDELEN),),
    note="wij doen het volgend jaar weer",
    left_out_ids=(_id(0x829),),
    versions=5,
    read=READ,
)
FIGURES = FigureSet(
    id=_id(0x841),
    code="C6-6C",
    title="Het eerste jaar",
    state=CaseState.DEELBAAR,
    created_on=date(2026, 1, 20),
    area="onze gemeente",
    area_kind=AreaKind.REGIO,
    own=(
        FigureIndicator(
            id=_id(0x842),
            label="gezinnen met één plan",
            definition="gezinnen waarvan iedereen hetzelfde plan kent",
            suppliers=("wijkteam",),
            unit=FigureUnit.ADRES,
            kind=FigureKind.AANDEEL,
            part_of_id=_id(0x843),
            look_back="het jaar ervoor",
            direction=Direction.OMHOOG,
            wanted_because="dat vroegen de gezinnen",
            has_classes=True,
            has_passed_on=True,
            breaks=(SeriesBreak(date(2026, 1, 1), "een andere telling"),),
            is_not="hoe goed het plan is",
            source="wij zelf",
        ),
    ),
    figures=(
        Figure(
            id=_id(0x844),
            indicator_id=_id(0x842),
            period=Period(2026, 1),
            kind=ValueKind.CIRCA,
            count=7,
            of=23,
            given_share=305,
            classes=(ClassCount(2, 4), ClassCount(5, 1)),
            passed_on=3,
            reason="geteld met de hand",
        ),
    ),
    duidingen=(
        Duiding(_id(0x845), _id(0x842), Period(2026, 1), "meer plannen, niet meer rust", True),
    ),
    insights=(Insight(_id(0x846), _id(0x842), CASE_ID, _id(0x11), "hier lukte het wel"),),
    note="geteld door twee mensen",
    versions=6,
    read=READ,
)
SEVENTH = (*STUDIES, TALK, SAMPLE, LEERTAFEL, TERUGKOPPELING, FIGURES)
WORKS = (*SEVENTH, *EXERCISES)


def works(version: int) -> tuple[Work, ...]:
    """The works that a file of this schema version holds."""
    if version > 7:
        return WORKS
    return SEVENTH if version > 6 else STUDIES if version > 5 else ()
