"""Cases that are hard to draw, invented, for the pictures of the line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import EventKind, Mark
from tests.benchmarks.cases import TITLES, example
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.reports.sixty_events import a_case_of_sixty

FIRST_DAY = date(2019, 3, 1)
LANES = (
    "politie",
    "Veilig Thuis",
    "wijkteam",
    "basisschool De Regenboog",
    "gemeente",
    "huisarts",
    "Raad voor de Kinderbescherming",
    "reclassering",
)


def all_cases() -> dict[str, Case]:
    """Every case by the name that its pictures have; each has an id of its own."""
    found = {
        "voorbeeld": example(),
        "zestig": a_case_of_sixty(),
        "dicht": dense_case(),
        "een-gebeurtenis": _case(an_event("12-5-2023", "overleg op school")),
        "een-dag": one_day(12),
        "een-dag-500": one_day(500),
        "lange-titels": long_titles(),
        "200-jaar": _case(
            *(an_event(f"{year}", f"gebeurtenis in {year}") for year in (1823, 1901, 1955, 2023)),
            an_event("3-13 mei 2023", "huisverbod", kind=EventKind.INTERVENTIE),
        ),
        "zonder-datum": without_dates(),
    }
    return {name: replace(case, code=f"B{n}-{n}B") for n, (name, case) in enumerate(found.items())}


def dense_case() -> Case:
    """Four hundred events of three years in eight lanes, with belevingen."""
    chance = Random(400)
    lanes = [an_organisation(name) for name in LANES]
    seats = [a_deelnemer(lane) for lane in lanes[:4]]
    events = [_dense_event(n, chance, lanes[chance.randrange(8)].id) for n in range(400)]
    lived = [
        a_beleving(event, seat, chance.choice(list(Mark)))
        for event in events[::9]
        for seat in seats[: 1 + chance.randrange(4)]
    ]
    return a_case_with(*lanes, *seats, *events, *lived, title="Een druk dossier")


def _dense_event(number: int, chance: Random, lane_id: str) -> Event:
    first = FIRST_DAY + timedelta(days=chance.randrange(3 * 365))
    when = _day(first)
    if chance.random() < 0.2:
        when = f"{when} - {_day(first + timedelta(days=chance.randrange(20, 200)))}"
    title = f"{chance.choice(TITLES)} {number}"
    kind = chance.choice(list(EventKind))
    return an_event(when, title, kind=kind, organisation_ids=(lane_id,))


def _day(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def one_day(count: int) -> Case:
    """So many events on one day, in one lane."""
    kinds = list(EventKind)
    return _case(
        *(an_event("12-5-2023", TITLES[n % 5], kind=kinds[n % len(kinds)]) for n in range(count))
    )


def long_titles() -> Case:
    """Titles of 5,000 characters, with spaces and without."""
    words = "een heel lange titel die steeds maar doorgaat " * 110
    found = (
        an_event("12-5-2023", words[:5000], is_pivotal=True),
        an_event("3-13 jun 2023", words[:5000], kind=EventKind.INTERVENTIE),
        an_event("jul 2023", "x" * 5000, kind=EventKind.BESLUIT),
        an_event("", words[:5000]),
        an_event("20-12-2023", "overdracht", kind=EventKind.AFSTEMMING),
    )
    return _case(*found, title=words[:5000])


def without_dates() -> Case:
    """Most events have no date, and many signs."""
    lanes = [an_organisation(name) for name in LANES]
    seats = [a_deelnemer(lane) for lane in lanes]
    events = [
        an_event("" if n else "mei 2023", f"{TITLES[n % 5]} {n}", kind=kind)
        for n, kind in enumerate(list(EventKind) * 2)
    ]
    marks = tuple(Mark)
    lived = [
        a_beleving(event, seat, marks[(n + k) % 3])
        for n, event in enumerate(events[:6])
        for k, seat in enumerate(seats)
    ]
    return a_case_with(*lanes, *seats, *events, *lived)


def _case(*events: Event, title: str = "een casus") -> Case:
    """These events in one lane."""
    lane = an_organisation("wijkteam")
    acted = [replace(event, organisation_ids=(lane.id,)) for event in events]
    return a_case_with(lane, a_deelnemer(lane), *acted, title=title)
