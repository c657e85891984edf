"""A case with something unpleasant in every text."""

from __future__ import annotations

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Reading, Record, Summary
from hgkm_desktop.models.terms import AskedOfBoard, EventKind, Mark, Occurrence, SafetyOf
from tests.builders import a_beleving as a_mark
from tests.builders import a_case_with, a_deelnemer, an_event, an_organisation
from tests.reports.full_case import a_lesson, a_verschil, an_actie

LONG_WORD = "x" * 300
NASTY = (
    "<para><b>niet & af <img src='x'/>",
    "😀 👩‍👩‍👧 ✓ → ⚠️",
    "مرحبا بالعالم هذا نص طويل " * 4,
    LONG_WORD,
    "a\ud800b \x00\x07 \u202e e\u0301 ĳ \t\n regel",
    "🎉" * 120,
)
WHENS = ("", "mrt 2021", "3 mei 2023", "circa 2020", "tussen jan en mrt 2022", "2018 - 2024")


def nasty(number: int) -> str:
    return NASTY[number % len(NASTY)]


def nasty_case(count: int) -> Case:
    """A case with `count` of everything, each with something unpleasant in every text."""
    organisations = [an_organisation(f"{nasty(n)} {n}") for n in range(11)]
    seats = [a_deelnemer(organisation, nasty(3)) for organisation in organisations]
    kinds, occurrences, marks = tuple(EventKind), tuple(Occurrence), tuple(Mark)
    events = [
        an_event(
            WHENS[n % len(WHENS)],
            nasty(n),
            kind=kinds[n % len(kinds)],
            organisation_ids=tuple(o.id for o in organisations[n % 11 : n % 11 + 3]),
            occurrence=occurrences[n % 3],
            is_pivotal=n % 2 == 0,
        )
        for n in range(count)
    ]
    belevingen = [
        a_mark(event, seats[n % 11], marks[n % 3], explanation=nasty(n + 1), safety_of=(*SafetyOf,))
        for n, event in enumerate(events)
    ]
    verschillen = [
        a_verschil(
            nasty(n),
            *(Reading(organisations[k].id, nasty(n + k)) for k in range(n)),
            seq=n,
            surfaced=nasty(n),
        )
        for n in range(4)
    ]
    owners = ("burgemeester en wethouder", LONG_WORD, "")
    acties = [
        an_actie(nasty(n), n, owner=owners[n % 3], keeper=nasty(n + 1), asked=asked)
        for n, asked in enumerate((*AskedOfBoard, None, None))
    ]
    summary = Summary(
        title=LONG_WORD,
        sentences=NASTY,
        children=nasty(2),
        questions=NASTY,
        beleving_ids=tuple(b.id for b in belevingen),
        verschil_ids=tuple(v.id for v in verschillen),
    )
    lessons = [a_lesson(nasty(n), n, explanation=nasty(n + 3)) for n in range(5)]
    people: tuple[Record, ...] = (*organisations, *seats, *events, *belevingen)
    learned: tuple[Record, ...] = (*verschillen, *lessons, *acties)
    return a_case_with(*people, *learned, summary=summary, reason=LONG_WORD)
