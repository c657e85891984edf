"""The cases that are measured: the example, and long lines that are the same on every run."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hgkm_desktop.exchange.case_text import read_case
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.moment import Moment, on_day
from hgkm_desktop.models.records import Beleving, Deelnemer, Event, Organisation
from hgkm_desktop.models.terms import EventKind, Mark
from hgkm_desktop.paths import resource

YEARS = 20
ORGANISATIONS = 12
FIRST_DAY = date(2004, 1, 1)
TITLES = (
    "ruzie bij de overdracht",
    "melding door de buren",
    "gesprek met moeder thuis",
    "overleg op het wijkteam",
    "kind 1 blijft weg van school",
)


def example() -> Case:
    """The example that comes with the program."""
    return read_case(resource("voorbeeld/casus.toml").read_text(encoding="utf-8"))


def long_case(size: int, belevingen: int = 0, *, letter: str = "c") -> Case:
    """A case of `size` events over 20 years in 12 lanes; one in four lasts for weeks.

    Every lane has a deelnemer; their `belevingen` are spread over the events. Cases whose ids
    begin with another `letter` can be in the same file.
    """
    chance = Random(size)
    organisations = tuple(
        Organisation(f"{letter}o{n:030d}", float(n), f"organisatie {n + 1}")
        for n in range(ORGANISATIONS)
    )
    events = tuple(_event(number, chance, organisations, letter) for number in range(size))
    deelnemers = tuple(
        Deelnemer(f"{letter}d{n:030d}", float(n), one.id, "medewerker")
        for n, one in enumerate(organisations)
    )
    return Case(
        id=f"{letter}{size:031d}",
        code="K7-2F",
        title="lang",
        organisations=organisations,
        deelnemers=deelnemers,
        events=events,
        belevingen=tuple(
            _beleving(number, chance, events, deelnemers, letter) for number in range(belevingen)
        ),
    )


def _beleving(
    number: int,
    chance: Random,
    events: tuple[Event, ...],
    deelnemers: tuple[Deelnemer, ...],
    letter: str,
) -> Beleving:
    """No deelnemer has two of the same event: both are taken in turn."""
    place = number % len(events)
    return Beleving(
        id=f"{letter}b{number:030d}",
        seq=float(number),
        event_id=events[place].id,
        deelnemer_id=deelnemers[(place + number // len(events)) % len(deelnemers)].id,
        mark=chance.choice(list(Mark)),
        explanation=f"{chance.choice(TITLES)} {number}",
    )


def _event(
    number: int, chance: Random, organisations: tuple[Organisation, ...], letter: str
) -> Event:
    first = FIRST_DAY + timedelta(days=chance.randrange(YEARS * 365))
    last = first + timedelta(days=chance.randrange(14, 120))
    return Event(
        id=f"{letter}e{number:030d}",
        seq=float(number),
        kind=chance.choice(list(EventKind)),
        title=f"{chance.choice(TITLES)} {number}",
        start=_on(first),
        end=None if chance.random() < 0.75 else _on(last),
        organisation_ids=(chance.choice(organisations).id,),
    )


def _on(day: date) -> Moment:
    return on_day(day.year, day.month, day.day)
