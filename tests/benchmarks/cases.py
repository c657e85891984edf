"""The cases that are measured: the example, and long lines that are the same on every run."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hgkm_desktop.exchange.case_text import read_case
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.moment import Moment, on_day
from hgkm_desktop.models.records import Event, Organisation
from hgkm_desktop.models.terms import EventKind
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


def long_case(size: int) -> Case:
    """A case of `size` events over 20 years in 12 lanes; one in four lasts for weeks."""
    chance = Random(size)
    organisations = tuple(
        Organisation(f"o{n:031d}", float(n), f"organisatie {n + 1}") for n in range(ORGANISATIONS)
    )
    events = tuple(_event(number, chance, organisations) for number in range(size))
    return Case(
        id=f"c{size:031d}", code="K7-2F", title="lang", organisations=organisations, events=events
    )


def _event(number: int, chance: Random, organisations: tuple[Organisation, ...]) -> Event:
    first = FIRST_DAY + timedelta(days=chance.randrange(YEARS * 365))
    last = first + timedelta(days=chance.randrange(14, 120))
    return Event(
        id=f"e{number:031d}",
        seq=float(number),
        kind=chance.choice(list(EventKind)),
        title=f"{chance.choice(TITLES)} {number}",
        start=_on(first),
        end=None if chance.random() < 0.75 else _on(last),
        organisation_ids=(chance.choice(organisations).id,),
    )


def _on(day: date) -> Moment:
    return on_day(day.year, day.month, day.day)
