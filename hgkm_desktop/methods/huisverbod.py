"""What the line of a case says of a tijdelijk huisverbod, and of a RIHG without one after it.

A huisverbod lasts at most 10 days, and with its extension at most 28, counted from its first day
(Wet tijdelijk huisverbod, artikel 2 en 9). How its steps are known from words is ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from hgkm_desktop.methods.line_facts import instrument_of
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Answer, EventKind

HUISVERBOD, RIHG = "tijdelijk_huisverbod", "rihg"
MOST_DAYS, MOST_DAYS_EXTENDED = 10, 28
DECIDED_WITHIN = 7
"""In how many days after a RIHG a huisverbod still belongs to it; ours."""
Days = tuple[date, date]
"""The earliest and the latest day that something can have been."""

_NAMED = re.compile(r"huisverbod|\bthv\b")
DENIED = re.compile(r"\b(geen|niet|nooit|zonder|afgezien|afgewezen|weigert|geweigerd)\b")
_BROKEN = re.compile(r"overtr[ae]|geschonden|schendt|schond|schending|houdt zich niet")
_LONGER = re.compile(r"verleng|langer")
_OVER = re.compile(
    r"einde|eindigt|opgehe[fv]|heft .*op|beëindig|ingetrokken|loopt af|liep af|voorbij"
)
_UNSURE = re.compile(r"overwe?eg|overwogen|mogelijk|misschien|\bvraagt\b|gevraagd|dreig|bespr")
_IMPOSED = re.compile(
    r"^(een |het )?(tijdelijk |preventief )*(huisverbod|thv)( (voor|van|aan)\b.*)?$"
    r"|opgelegd|\blegt\b.*\bop\b|oplegg"
)


class Step(StrEnum):
    """What an event is in the course of a huisverbod."""

    OPGELEGD = "opgelegd"
    VERLENGD = "verlengd"
    EINDE = "einde"
    OVERTREDING = "overtreding"


def step_of(event: Event) -> Step | None:
    """What an event that happened is in the course of a huisverbod; None for anything else.

    A title with 'geen' or 'niet' in it is none of these, but for a breach, and what was only
    considered or asked for is none either.
    """
    words = event.title.casefold()
    if not event.happened or not is_about_huisverbod(event):
        return None
    if _BROKEN.search(words):
        return None if re.search(r"\b(geen|nooit|zonder)\b", words) else Step.OVERTREDING
    if DENIED.search(words) or event.kind not in (EventKind.INTERVENTIE, EventKind.BESLUIT):
        return None
    if _LONGER.search(words):
        return Step.VERLENGD
    if _OVER.search(words):
        return Step.EINDE
    if _UNSURE.search(words):
        return None
    is_imposed = instrument_of(event) == HUISVERBOD or _IMPOSED.search(words)
    return Step.OPGELEGD if is_imposed else None


def is_about_huisverbod(event: Event) -> bool:
    """True when a huisverbod is its instrument, or what its title names without any instrument."""
    if event.instrument.strip():
        return instrument_of(event) == HUISVERBOD
    return _NAMED.search(event.title.casefold()) is not None


def is_of_huisverbod(event: Event) -> bool:
    """True for what is part of a huisverbod or was in its place, not for what came beside it."""
    if not is_about_huisverbod(event):
        return False
    is_denied = DENIED.search(event.title.casefold()) is not None
    named = instrument_of(event) == HUISVERBOD
    return named or is_denied or not event.happened or step_of(event) is not None


@dataclass(frozen=True, slots=True)
class Huisverbod:
    """One huisverbod with the events of its course; the first of `imposed` has a date."""

    imposed: tuple[Event, ...]
    extended: tuple[Event, ...] = ()
    ended: tuple[Event, ...] = ()
    breaches: tuple[Event, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        return (*self.imposed, *self.extended, *self.ended, *self.breaches)

    @property
    def first_day(self) -> Days:
        start = self.imposed[0].start
        return start.earliest, start.latest

    @property
    def term(self) -> int:
        """How many days it can last at most."""
        return MOST_DAYS_EXTENDED if self.extended else MOST_DAYS

    @property
    def recorded_end(self) -> Days | None:
        """When the line says that it ended; None when it does not say."""
        stops = [e.start for e in self.ended if e.start.is_known]
        if stops:
            return min(m.earliest for m in stops), min(m.latest for m in stops)
        ends = [e.end for e in self.extended or self.imposed if e.end is not None]
        known = [moment for moment in ends if moment.is_known]
        if not known:
            return None
        return max(m.earliest for m in known), max(m.latest for m in known)

    @property
    def over(self) -> Days:
        """The earliest and the latest day on which it can have ended."""
        if self.recorded_end is not None:
            return self.recorded_end
        return self.first_day[0], self.first_day[1] + timedelta(days=self.term)

    @property
    def is_too_long(self) -> bool:
        """True when the line surely has it last longer than the law allows."""
        end = self.recorded_end
        return end is not None and (end[0] - self.first_day[1]).days > self.term

    def covers(self, moment: Moment) -> Answer:
        """Whether a moment lies in it. Without a recorded end it lasts its whole term."""
        if not moment.is_known:
            return Answer.ONBEKEND
        if moment.latest < self.first_day[0] or moment.earliest > self.over[1]:
            return Answer.NEE
        full = self.first_day[0] + timedelta(days=self.term - 1)
        end = self.recorded_end[0] if self.recorded_end is not None else full
        is_within = moment.earliest >= self.first_day[1] and moment.latest <= end
        return Answer.JA if is_within else Answer.ONBEKEND


def lies_after(moment: Moment, days: Days) -> Answer:
    """Whether a moment lies after a day that is known as these days."""
    if not moment.is_known:
        return Answer.ONBEKEND
    if moment.earliest > days[1]:
        return Answer.JA
    return Answer.NEE if moment.latest <= days[0] else Answer.ONBEKEND


def huisverboden(case: Case) -> tuple[Huisverbod, ...]:
    """Each huisverbod on the line that has a date, the first first.

    What is imposed while one can still last is that same one; an extension, an end or a breach is
    of the last one before it.
    """
    found: list[Huisverbod] = []
    for event, step in _steps(case):
        if step is Step.OPGELEGD and not _belongs(found, event):
            if event.start.is_known:
                found.append(Huisverbod((event,)))
        elif found:
            found[-1] = _with_step(found[-1], event, step)
    return tuple(found)


def _steps(case: Case) -> Iterator[tuple[Event, Step]]:
    for event in in_order(case):
        step = step_of(event)
        if step is not None:
            yield event, step


def _belongs(found: list[Huisverbod], event: Event) -> bool:
    """Whether this imposing is the one that is there already, told by another organisation."""
    return bool(found) and event.start.is_known and event.start.earliest <= found[-1].over[1]


def _with_step(ban: Huisverbod, event: Event, step: Step) -> Huisverbod:
    match step:
        case Step.OPGELEGD:
            return replace(ban, imposed=(*ban.imposed, event))
        case Step.VERLENGD:
            return replace(ban, extended=(*ban.extended, event))
        case Step.EINDE:
            return replace(ban, ended=(*ban.ended, event))
        case Step.OVERTREDING:
            return replace(ban, breaches=(*ban.breaches, event))


# --- RIHG without a huisverbod ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Taxatie:
    """A RIHG that has a date, what is said of why there was no huisverbod, and whether there was.

    `led_to_ban` is onbekend when dates cannot tell.
    """

    rihg: Event
    why_not: tuple[Event, ...]
    led_to_ban: Answer

    @property
    def day(self) -> Days:
        return self.rihg.start.earliest, self.rihg.start.latest


def taxaties(case: Case) -> tuple[Taxatie, ...]:
    """Each RIHG on the line that has a date, the first first."""
    bans = huisverboden(case)
    found = [e for e in in_order(case) if e.happened and e.start.is_known and is_rihg(e)]
    is_only = len(found) == 1
    return tuple(
        Taxatie(event, tuple(_why_not(case, event, is_only=is_only)), _led_to(event, bans))
        for event in found
    )


def is_rihg(event: Event) -> bool:
    """True for a RIHG by its instrument, or a taxatie whose title says so."""
    if event.instrument.strip():
        return instrument_of(event) == RIHG
    named = re.search(r"\brihg\b", event.title.casefold()) is not None
    return named and event.kind is EventKind.TAXATIE and not DENIED.search(event.title.casefold())


def _why_not(case: Case, rihg: Event, *, is_only: bool) -> Iterator[Event]:
    """What the line says of a huisverbod that was not imposed then; without a day it can only be
    of the only RIHG."""
    for event in in_order(case):
        is_then = _near(rihg, event.start) or (is_only and not event.start.is_known)
        if is_then and is_about_huisverbod(event) and _was_not_imposed(event):
            yield event


def _was_not_imposed(event: Event) -> bool:
    words = event.title.casefold()
    if _LONGER.search(words) or _OVER.search(words) or _BROKEN.search(words):
        return False
    return not event.happened or DENIED.search(words) is not None


def _near(rihg: Event, moment: Moment) -> bool:
    if not moment.is_known:
        return False
    last = rihg.start.latest + timedelta(days=DECIDED_WITHIN)
    return rihg.start.earliest <= moment.latest and moment.earliest <= last


def _led_to(rihg: Event, bans: Iterable[Huisverbod]) -> Answer:
    near = [ban for ban in bans if _near(rihg, ban.imposed[0].start)]
    if not near:
        return Answer.NEE
    surely = [b for b in near if _surely_near(rihg, b.imposed[0].start)]
    return Answer.JA if surely else Answer.ONBEKEND


def _surely_near(rihg: Event, moment: Moment) -> bool:
    days = rihg.start.days_until(moment)
    return days[0] >= 0 and days[1] <= DECIDED_WITHIN


def in_period(days: Days, first: date | None, last: date | None) -> bool:
    """Whether days can lie in a period; a period without a first or last day is open there."""
    return (first is None or days[1] >= first) and (last is None or days[0] <= last)
