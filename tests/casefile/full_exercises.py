"""What schema version 8 can hold beside what was there before: every field has a value."""

from __future__ import annotations

from datetime import date

from hgkm_desktop.models.exercise import (
    Branch,
    DecisionPoint,
    Exercise,
    Option,
    PlayRound,
    Role,
    RoleFact,
)
from hgkm_desktop.models.playing import Difference, Playing, PlayTable, TableChoice
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.works import Work
from tests.casefile.full_case import KIND, MOEDER, POLITIE, RUZIE, VERHUIZING, ZORG
from tests.casefile.full_methods import CASE_ID, READ


def _id(number: int) -> str:
    return f"{number:032x}"


EXERCISE = Exercise(
    id=_id(0x901),
    code="E7-7E",
    title="De lege flat",
    state=CaseState.DEELBAAR,
    created_on=date(2026, 2, 2),
    from_case_id=CASE_ID,
    library_id="late_start",
    about="iedereen wist een stukje",
    for_whom="wijkteams en politie",
    goals=("weten wat de burgemeester kan",),
    opening="Stap er gerust even uit.",
    closing="Blijf nog even zitten.",
    betrokkenen=(MOEDER, KIND),
    organisations=(POLITIE, ZORG),
    events=(VERHUIZING, RUZIE),
    t0_event_id=RUZIE.id,
    roles=(Role(_id(0x902), "agent", POLITIE.id, "u was er als eerste"),),
    rounds=(
        PlayRound(_id(0x903), "Het begin", 15, "Het is herfst.", (VERHUIZING.id,), ("wie belt?",)),
    ),
    facts=(RoleFact(_id(0x904), _id(0x903), (_id(0x902),), "de deur stond open", RUZIE.id),),
    points=(
        DecisionPoint(
            id=_id(0x905),
            round_id=_id(0x903),
            question="Wat doet u vanavond?",
            event_id=VERHUIZING.id,
            options=(Option(_id(0x906), "een huisverbod", "tijdelijk huisverbod", "snel"),),
            happened="Het werd een gesprek.",
            event_ids=(RUZIE.id,),
            answer="Een huisverbod kon hier.",
        ),
    ),
    branches=(
        Branch(
            id=_id(0x907),
            title="Met of zonder",
            after_event_id=VERHUIZING.id,
            name_without="géén overleg",
            name_with="wél overleg",
            events_without=(RUZIE,),
            events_with=(VERHUIZING,),
            question="Wat scheelt het?",
        ),
    ),
    questions=("Wat neemt u mee?",),
    versions=7,
    read=READ,
)
PLAYING = Playing(
    id=_id(0x911),
    code="G8-8G",
    title="Middag met de regio",
    state=CaseState.DEELBAAR,
    created_on=date(2026, 2, 3),
    exercise_id=EXERCISE.id,
    from_case_id=CASE_ID,
    held_on=date(2026, 3, 3),
    starts_at=13 * 60,
    tables=(PlayTable(_id(0x912), "tafel bij het raam"),),
    place=3,
    choices=(
        TableChoice(
            id=_id(0x913),
            decision_id=_id(0x905),
            table_id=_id(0x912),
            option_id=_id(0x906),
            text="maar dan met hulp erbij",
            instrument="tijdelijk huisverbod",
            why="dan is er rust",
            best_cards="burgemeester",
        ),
    ),
    differences=(Difference(_id(0x914), "wij belden eerder", _id(0x905)),),
    conclusion="vaker oefenen",
    versions=8,
    read=READ,
)
EXERCISES: tuple[Work, ...] = (EXERCISE, PLAYING)
