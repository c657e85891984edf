"""A branch to test with, of which all can be counted by hand."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.models.exercise import Branch, Exercise
from hgkm_desktop.models.moment import UNKNOWN, Moment, in_month, on_day
from hgkm_desktop.models.records import Betrokkene, Event, Involvement, Knowledge, Organisation
from hgkm_desktop.models.terms import Answer, EventKind

POLITIE, WIJKTEAM, SCHOOL = (
    Organisation(f"o{n}", float(n), name)
    for n, name in enumerate(("politie", "wijkteam", "school"))
)
MOEDER = Betrokkene("b1", 1.0, "moeder")
K = EventKind


def an_event(
    own_id: str,
    start: Moment,
    kind: EventKind,
    title: str,
    by: tuple[Organisation, ...] = (),
    knows: tuple[tuple[Organisation, Answer], ...] = (),
) -> Event:
    """An event told in the place of the digits of its id."""
    return Event(
        own_id,
        float(own_id[1:]),
        kind,
        title,
        start,
        organisation_ids=tuple(one.id for one in by),
        knowledge=tuple(Knowledge(one.id, known) for one, known in knows),
        involved=(Involvement(MOEDER.id),),
    )


EARLY = an_event("e1", on_day(2022, 1, 10), K.SIGNAAL, "School ziet blauwe plek", (SCHOOL,))
SPLIT = an_event("e2", on_day(2022, 3, 1), K.MELDING, "Melding bij Veilig Thuis", (POLITIE,))
LATER = an_event("e3", on_day(2022, 4, 1), K.INCIDENT, "Ruzie op straat", (POLITIE,))
LAST = an_event("e4", UNKNOWN, K.CONTACT, "Huisbezoek", (WIJKTEAM,))

WITHOUT = (
    an_event("w1", on_day(2022, 4, 1), K.INCIDENT, "Ruzie op straat", (POLITIE,)),
    an_event("w2", on_day(2022, 5, 10), K.AFSTEMMING, "Overleg met partners", (POLITIE, WIJKTEAM)),
    an_event("w3", on_day(2022, 6, 1), K.INCIDENT, "Dreiging aan de deur", (POLITIE,)),
    an_event("w4", in_month(2022, 7), K.INTERVENTIE, "Tijdelijk huisverbod", (POLITIE,)),
)
WITH = (
    an_event("m1", on_day(2022, 3, 8), K.AFSTEMMING, "Overleg met partners", (POLITIE, WIJKTEAM)),
    an_event(
        "m2",
        on_day(2022, 3, 15),
        K.PLAN,
        "Veiligheidsplan",
        (WIJKTEAM,),
        ((SCHOOL, Answer.ONBEKEND),),
    ),
    an_event("m3", on_day(2022, 4, 1), K.INCIDENT, "Ruzie op straat", (POLITIE,)),
    an_event("m4", on_day(2022, 4, 2), K.INTERVENTIE, "Tijdelijk huisverbod", (POLITIE,)),
)
BRANCH = Branch(
    "t1",
    "Wel of geen overleg",
    SPLIT.id,
    "géén Actieoverleg",
    "wél Actieoverleg",
    WITHOUT,
    WITH,
    "Wat maakte het verschil?",
)
EXERCISE = Exercise(
    "x1",
    "B2-2B",
    title="De lege stoel",
    betrokkenen=(MOEDER,),
    organisations=(POLITIE, WIJKTEAM, SCHOOL),
    events=(EARLY, SPLIT, LATER, LAST),
    branches=(BRANCH,),
)


def split_at(start: Moment) -> Exercise:
    """The exercise with moment T at another moment."""
    events = tuple(replace(e, start=start) if e.id == SPLIT.id else e for e in EXERCISE.events)
    return replace(EXERCISE, events=events)
