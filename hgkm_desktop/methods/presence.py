"""Who was there: how many organisations in one quarter, and how often Veilig Thuis was reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hgkm_desktop.methods.line_facts import (
    at_veilig_thuis,
    happened,
    ids_of,
    last_days,
    numbered,
)
from hgkm_desktop.methods.results import CountRange, Part, Result, unsaid
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.indicators import IndicatorId
from hgkm_desktop.models.moment import quarter_of
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Answer, EventKind

# --- organisaties tegelijk ----------------------------------------------------------------------


def organisations_at_once(case: Case) -> Result:
    """The most organisations that acted in one quarter; only a description."""
    return Result(IndicatorId.ORGANISATIES_TEGELIJK, (_at_once(case),))


def _at_once(case: Case) -> Part:
    acting = [e for e in case.events if e.happened and e.organisation_ids]
    end = last_days(case)
    dated = [e for e in acting if e.start.is_known]
    if end is None or not dated:
        return unsaid("Er staat geen gebeurtenis met een datum en een organisatie op de lijn.")
    anywhere = {i for e in acting if not e.start.is_known for i in e.organisation_ids}
    quarters = [_Quarter.of(number, dated, end) for number in _quarters(dated, end[1])]
    busiest = max(quarters, key=lambda q: (len(q.possible), len(q.sure), -q.number))
    together = max(len(frozenset(event.organisation_ids)) for event in acting)
    value = CountRange(
        max(together, *(len(quarter.sure) for quarter in quarters)),
        max(len(quarter.possible | anywhere) for quarter in quarters),
    )
    words = f"Dat was in het {_quarter_words(busiest.number)}."
    if value.least < value.most:
        words = "In welk kwartaal het er het meest waren, is niet zeker."
    return Part("", "", value, words, ids_of(busiest.events))


@dataclass(frozen=True, slots=True)
class _Quarter:
    """Who can have acted in a quarter, and who surely did; quarters are counted on."""

    number: int
    possible: frozenset[str]
    sure: frozenset[str]
    events: tuple[Event, ...]

    @classmethod
    def of(cls, number: int, events: Iterable[Event], end: tuple[date, date]) -> _Quarter:
        there = [e for e in events if _first(e) <= number <= _last(e, end[1])]
        possible = frozenset(i for e in there for i in e.organisation_ids)
        sure = frozenset(
            i for e in there if _was_surely_in(e, number, end[0]) for i in e.organisation_ids
        )
        return cls(number, possible, sure, tuple(there))


def _number(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _quarter_words(number: int) -> str:
    year, quarter = divmod(number, 4)
    return quarter_of(date(year, quarter * 3 + 1, 1)).text()


def _quarters(events: Sequence[Event], end: date) -> range:
    return range(min(map(_first, events)), max(_last(e, end) for e in events) + 1)


def _first(event: Event) -> int:
    return _number(event.start.earliest)


def _last(event: Event, end_of_line: date) -> int:
    """The last quarter that an event can reach; what goes on reaches the end of the line."""
    if event.ongoing:
        return _number(max(end_of_line, event.start.latest))
    end = event.end if event.end is not None and event.end.is_known else event.start
    return _number(max(end.latest, event.start.latest))


def _was_surely_in(event: Event, number: int, end_of_line: date) -> bool:
    """True when it was in this quarter whichever days it began and ended."""
    if event.ongoing:
        until = _number(end_of_line)
    elif event.end is not None and event.end.is_known:
        until = _number(event.end.earliest)
    else:
        until = _first(event)
    begun = _number(event.start.latest)
    return begun <= number <= until or _first(event) == begun == number


# --- contactmomenten ----------------------------------------------------------------------------


def contacts_with_veilig_thuis(case: Case) -> Result:
    """How many adviezen and meldingen there were at Veilig Thuis, together and apart.

    Source: Geweld hoort nergens thuis, actielijn Eerder en beter in beeld (docs/bronnen.md,
    bron 3).
    """
    advice = _counted(case, "adviezen", "Adviezen", EventKind.ADVIES)
    reports = _counted(case, "meldingen", "Meldingen", EventKind.MELDING)
    both = _counted(case, "samen", "Samen", EventKind.ADVIES, EventKind.MELDING)
    return Result(IndicatorId.CONTACTMOMENTEN_VT, (both, advice, reports))


def _counted(case: Case, key: str, label: str, *kinds: EventKind) -> Part:
    events = [(e, at_veilig_thuis(case, e)) for e in happened(case, *kinds)]
    sure = [e for e, answer in events if answer is Answer.JA]
    unclear = [e for e, answer in events if answer is Answer.ONBEKEND]
    value = CountRange(len(sure), len(sure) + len(unclear))
    remark = f"Bij {numbered(case, unclear)} staat niet bij wie het was." if unclear else ""
    return Part(key, label, value, remark, ids_of((*sure, *unclear)))
