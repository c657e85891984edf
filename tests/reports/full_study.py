"""An invented casuïstiekonderzoek of seven cases, with something in every part of its report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings, new_id
from hgkm_desktop.models.study import (
    Decision,
    FocusGroup,
    HouseholdType,
    Knop,
    Study,
    StudyCase,
)
from hgkm_desktop.models.terms import (
    AddedBy,
    Answer,
    DocumentKind,
    FocusGroupKind,
    KnobLevel,
    Persistence,
)
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.study.onderzoek import compose
from tests.reports.full_case import MADE_ON, a_full_case
from tests.reports.full_depth import with_depth

CODES = ("B2-2C", "D3-3F", "G4-4H", "J5-5K", "L6-6M", "N7-7P", "R8-8S")
_OUTCOMES = tuple(Persistence)


def cases_of_study() -> tuple[Case, ...]:
    """Seven cases with depth, of which the first has an event that a focus group added."""
    cases = []
    for number, code in enumerate(CODES):
        case = with_depth(a_full_case(id=new_id(), code=code))
        outcome = _OUTCOMES[number % len(_OUTCOMES)]
        cases.append(replace(case, persistence=outcome))
    first = cases[0].events[1]
    told = replace(first, added_by=AddedBy.FOCUSGROEP, added_at="focusgroep 1")
    return (cases[0].put(told), *cases[1:])


def a_study(cases: tuple[Case, ...], **more: Any) -> Study:
    """The study of these cases."""
    ids = [case.id for case in cases]
    kinds = (
        HouseholdType("1" * 32, "jong gezin met schulden", "circa 40", "wijkteams"),
        HouseholdType("2" * 32, "eenoudergezin na scheiding", "circa 25", "schatting van school"),
    )
    given: dict[str, Any] = {
        "title": "Waarom het soms doorgaat",
        "question": "Waarom blijft geweld in sommige gezinnen terugkomen?\nWat kan er draaien?",
        "literature": "Wie één vast gezicht heeft, vertelt meer. Schulden geven spanning.",
        "places": "Het wijkoverleg bespreekt signalen, het casusoverleg alleen crisis.",
        "types_note": "Twee typen komen het meest voor.",
        "household_types": kinds,
        "cases": tuple(
            StudyCase(new_id(), case_id, kinds[number % 2].id) for number, case_id in enumerate(ids)
        ),
        "focus_groups": _groups(ids[0]),
        "knoppen": _knoppen(ids),
        "conclusion": "Het kan eerder, als iemand vanaf het eerste signaal overzicht houdt.",
        "next_steps": "Een proef van een jaar in twee wijken.",
        "decisions": (
            Decision(new_id(), "thematrekkers", date(2026, 3, 2), "meelezen", "akkoord"),
            Decision(new_id(), "college", None, "een besluit over de proef"),
        ),
        **more,
    }
    return Study("5" * 32, "T3-4V", **given)


def _groups(case_id: str) -> tuple[FocusGroup, ...]:
    return (
        FocusGroup(
            new_id(),
            "focusgroep 1",
            FocusGroupKind.CASUS,
            case_id,
            date(2026, 2, 9),
            "wijkagent, teamleider",
            "De groep miste het eerste signaal van school",
        ),
        FocusGroup(
            new_id(),
            "slotgroep",
            FocusGroupKind.AFSLUITEND,
            "",
            date(2026, 4, 13),
            "beleidsmedewerker",
            "De uitkomst klopt, de volgorde van de knoppen niet",
        ),
    )


def _knoppen(ids: list[str]) -> tuple[Knop, ...]:
    yes, unsure = Answer.JA, Answer.ONBEKEND
    return (
        Knop(
            new_id(),
            "Eén casusregisseur vanaf het eerste signaal",
            KnobLevel.OPERATIONEEL,
            "Dat scheelt overdrachten",
            tuple(ids[:5]),
            yes,
            "Herkend in alle wijken",
        ),
        Knop(new_id(), "Schulden mee in elk plan", KnobLevel.BELEIDSMATIG, "", tuple(ids[2:4])),
        Knop(
            new_id(),
            "Afspraken met de regio over opvolging",
            KnobLevel.BESTUURLIJK,
            "",
            tuple(ids[:2]),
            unsure,
        ),
    )


def study_document(
    kind: DocumentKind = DocumentKind.ONDERZOEKSRAPPORTAGE,
    study: Study | None = None,
    cases: tuple[Case, ...] | None = None,
) -> Document:
    """A document of the study, on a fixed day."""
    held = cases_of_study() if cases is None else cases
    settings = FileSettings(organisation="Gemeente Voorbeeldstad")
    of = a_study(held) if study is None else study
    return compose(of, held, kind, settings=settings, made_on=MADE_ON)
