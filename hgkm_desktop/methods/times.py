"""How long things took on the line of one case, as ranges of days.

Every range holds the answer for each choice of exact days within what is known, and no range is
wider than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from hgkm_desktop.methods.line_facts import (
    at_veilig_thuis,
    first_days,
    happened,
    ids_of,
    last_days,
    numbered,
    undated,
    without_date,
)
from hgkm_desktop.methods.results import Part, Result, unsaid
from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.models.indicators import IndicatorId
from hgkm_desktop.models.intervals import DayRange
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import Event, Regie
from hgkm_desktop.models.terms import Answer, EventKind, FactStatus, RegieHolder, RegieKind

_A_DAY = timedelta(days=1)
Days = tuple[date, date]
"""The earliest and the latest day that something can have been."""


# --- geweld tot melding -------------------------------------------------------------------------


def violence_to_report(case: Case) -> Result:
    """The days from the first incident to the first melding at Veilig Thuis."""
    return Result(IndicatorId.GEWELD_TOT_MELDING, (_violence_to_report(case),))


def _violence_to_report(case: Case) -> Part:
    violence = happened(case, EventKind.INCIDENT)
    reports = happened(case, EventKind.MELDING)
    sure = [e for e in reports if at_veilig_thuis(case, e) is Answer.JA]
    if not violence:
        return unsaid("Er staat geen incident op de lijn.")
    if not sure:
        return unsaid(_no_report(case, reports), ids_of(reports))
    if missing := undated((*violence, *sure)):
        return unsaid(without_date(case, missing), ids_of(missing))
    first_violence, first_report = first_days(violence), first_days(sure)
    doubtful = [e for e in reports if _may_be_first(case, e, first_report)]
    if doubtful:
        return unsaid(
            f"Bij {numbered(case, doubtful)} staat niet bij wie het was.", ids_of(doubtful)
        )
    used = (*_may_be_the_first(violence, first_violence), *_may_be_the_first(sure, first_report))
    return Part("", "", _from_to(first_violence, first_report), _doubts(case, used), ids_of(used))


def _no_report(case: Case, reports: Sequence[Event]) -> str:
    unclear = [e for e in reports if at_veilig_thuis(case, e) is Answer.ONBEKEND]
    if unclear:
        return f"Bij {numbered(case, unclear)} staat niet bij wie het was."
    return "Er staat geen melding bij Veilig Thuis op de lijn."


def _may_be_first(case: Case, event: Event, first: Days) -> bool:
    if at_veilig_thuis(case, event) is not Answer.ONBEKEND:
        return False
    return not event.start.is_known or event.start.earliest < first[1]


def _may_be_the_first(events: Iterable[Event], first: Days) -> tuple[Event, ...]:
    """The events that can be the first of them all."""
    return tuple(event for event in events if event.start.earliest <= first[1])


def _doubts(case: Case, events: Iterable[Event]) -> str:
    doubted = [e for e in events if e.fact_status in (FactStatus.VERMOEDEN, FactStatus.BETWIST)]
    labels = {event.fact_status for event in doubted}
    if not doubted:
        return ""
    words = "een vermoeden" if labels == {FactStatus.VERMOEDEN} else "een vermoeden of betwist"
    words = "betwist" if labels == {FactStatus.BETWIST} else words
    which = numbered(case, doubted)
    return f"{which[:1].upper()}{which[1:]} {'is' if len(doubted) == 1 else 'zijn'} {words}."


def _from_to(first: Days, then: Days) -> DayRange:
    return DayRange((then[0] - first[1]).days, (then[1] - first[0]).days)


# --- risicomoment tot afstemming ----------------------------------------------------------------


def risk_to_coordination(case: Case) -> Result:
    """For each risk moment the days to the first afstemmingsmoment on that day or later."""
    risks = [e for e in in_order(case) if e.happened and e.marks_risk]
    if not risks:
        none = unsaid("Er staat geen risicomoment op de lijn.")
        return Result(IndicatorId.RISICO_TOT_AFSTEMMING, (none,))
    talks, number = happened(case, EventKind.AFSTEMMING), numbers(case)
    parts = tuple(
        _risk_to_coordination(case, risk, talks, f"Vanaf gebeurtenis {number[risk.id]}")
        for risk in risks
    )
    return Result(IndicatorId.RISICO_TOT_AFSTEMMING, parts)


def _risk_to_coordination(case: Case, risk: Event, talks: Sequence[Event], name: str) -> Part:
    talks = [talk for talk in talks if talk.id != risk.id]
    if missing := undated((risk, *talks)):
        return unsaid(without_date(case, missing), ids_of((risk, *missing)), label=name)
    later = [talk for talk in talks if talk.start.latest >= risk.start.earliest]
    if not later:
        return unsaid("Daarna staat er geen afstemming op de lijn.", (risk.id,), label=name)
    if all(talk.start.earliest < risk.start.latest for talk in later):
        reason = "Het is niet zeker wat eerst was: het risicomoment of de afstemming."
        return unsaid(reason, ids_of((risk, *later)), label=name)
    time = _to_the_next(risk.start, [talk.start for talk in later])
    near = [t for t in later if (t.start.earliest - risk.start.latest).days <= time.most]
    return Part("", name, time, "", ids_of((risk, *near)))


def _to_the_next(start: Moment, talks: Sequence[Moment]) -> DayRange:
    """The days to the first talk that is not before the start; one surely is not.

    At most: each talk that can be before the start is, and the others are as late as they can be.
    That only changes just after the first day of a talk.
    """
    least = min(max((t.earliest - start.latest).days, 0) for t in talks)
    days = [start.earliest, *(t.earliest + _A_DAY for t in talks)]
    inside = [day for day in days if start.earliest <= day <= start.latest]
    most = max(min((t.latest - day).days for t in talks if t.earliest >= day) for day in inside)
    return DayRange(least, most)


# --- tijd zonder regie --------------------------------------------------------------------------

_HELD_BY_NONE = {
    RegieHolder.NIEMAND: "niemand had de {}",
    RegieHolder.ONDUIDELIJK: "onduidelijk wie de {} had",
}


def without_regie(case: Case) -> Result:
    """For each kind of regie the days that nobody had it, and that it was not clear who."""
    kinds = [kind for kind in RegieKind if any(r.kind is kind for r in case.regie)]
    unclear = {r.kind for r in case.regie if r.holder is RegieHolder.ONDUIDELIJK}
    parts = [
        _without(case, kind, holder)
        for kind in kinds
        for holder in _HELD_BY_NONE
        if holder is RegieHolder.NIEMAND or kind in unclear
    ]
    none = unsaid("Er is niets vastgelegd over de regie.")
    return Result(IndicatorId.ZONDER_REGIE, tuple(parts) or (none,))


def _without(case: Case, kind: RegieKind, holder: RegieHolder) -> Part:
    key, words = f"{kind.value}_{holder.value}", _HELD_BY_NONE[holder].format(kind.label)
    label = words[:1].upper() + words[1:]
    records = [r for r in case.regie if r.kind is kind and r.holder is holder]
    end = last_days(case)
    used = tuple(record.id for record in records)
    if any(_has_no_end(record, end) for record in records):
        return unsaid("Een begin of een einde is niet bekend.", used, key=key, label=label)
    spans = [_span(record, end) for record in records]
    least = _covered((start[1], stop[0]) for start, stop in spans)
    most = _covered((start[0], stop[1]) for start, stop in spans)
    return Part(key, label, DayRange(least, most), "", used)


def _has_no_end(record: Regie, end_of_line: Days | None) -> bool:
    if not record.start.is_known:
        return True
    if record.ongoing:
        return end_of_line is None
    return record.end is None or not record.end.is_known


def _span(record: Regie, end_of_line: Days | None) -> tuple[Days, Days]:
    start = record.start.earliest, record.start.latest
    if record.end is not None:
        return start, (record.end.earliest, record.end.latest)
    assert end_of_line is not None  # asked in _has_no_end
    return start, end_of_line


def _covered(spans: Iterable[tuple[date, date]]) -> int:
    """The days in at least one span; the last day of a span is where it stops, so not in it."""
    days, reached = 0, date.min
    for first, last in sorted(spans):
        first = max(first, reached)
        days += max((last - first).days, 0)
        reached = max(reached, last)
    return days
