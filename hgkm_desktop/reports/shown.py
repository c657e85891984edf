"""What of a case may be printed: for bestuurders to the month, for the table to the day."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hgkm_desktop.models.case import Case, in_order, known_span, numbers
from hgkm_desktop.models.dutch import MONTHS_SHORT
from hgkm_desktop.models.moment import (
    Moment,
    Precision,
    in_month,
    month_end,
    on_day,
    period_text,
)
from hgkm_desktop.models.records import (
    Beleving,
    Deelnemer,
    Event,
    Involvement,
    Organisation,
    Verbeteractie,
)
from hgkm_desktop.models.terms import Audience, CaseState

_ROOM_AT_START = 0.012
_ROOM_AT_END = 0.04
_FINER_THAN_MONTH = (Precision.DAG, Precision.DEEL, Precision.TUSSEN)


def may_be_shown(case: Case, record: Event | Beleving) -> bool:
    """Whether an event or a beleving may stand in a document for bestuurders.

    An event that is set not to be shown never does, nor a beleving of it, nor a beleving that
    nobody chose. While a case is in bewerking its documents stay at the table, where everyone has
    heard everything, so for whom a record is meant does not matter yet. Once it is deelbaar only
    what is meant for 'bestuur' may be shown.
    Source: de methode, regels voor wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    if case.state is not CaseState.IN_BEWERKING and record.audience is not Audience.BESTUUR:
        return False
    if isinstance(record, Event):
        return record.is_shown
    return record.id in case.summary.beleving_ids and may_be_shown(
        case, case.event(record.event_id)
    )


def shown_case(case: Case) -> Case:
    """The case with only what may be printed: every field that is not named here is empty.

    Dates are at most as exact as a month. What is known to the month stands at a day made up
    from its place in the order, so that the events of a month stand beside each other on the
    line; `when_text` says the month only.
    """
    number = numbers(case)
    line = [event for event in in_order(case) if may_be_shown(case, event)]
    return replace(
        case,
        events=_beside_each_other([_bare_event(e, number[e.id]) for e in line]),
        belevingen=tuple(_bare_beleving(b) for b in case.belevingen if may_be_shown(case, b)),
        verschillen=tuple(v for v in case.verschillen if v.id in case.summary.verschil_ids),
        deelnemers=_bare_deelnemers(case),
        organisations=_bare_organisations(case),
        acties=tuple(_bare_actie(actie) for actie in case.acties),
        cijfers=(),
        regie=(),
        fasen=(),
        t0_event_id="",
    )


def table_case(case: Case) -> Case:
    """The case with what may stand on a paper that stays at the table, such as the tijdlijn.

    Those at the table made the line together, so its dates are as exact as they know them and for
    whom an event is meant does not matter. An event that is set not to be shown is left out, and
    so is every text that the line does not write. Functions of deelnemers never leave the file.
    Source: de methode, regels voor wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    number = numbers(case)
    line = [event for event in in_order(case) if event.is_shown]
    shown = {event.id for event in line}
    return replace(
        case,
        events=tuple(_table_event(event, number[event.id]) for event in line),
        belevingen=tuple(
            replace(_bare_beleving(b), explanation="")
            for b in case.belevingen
            if b.event_id in shown
        ),
        verschillen=(),
        lessons=(),
        acties=(),
        deelnemers=_bare_deelnemers(case),
        organisations=_bare_organisations(case),
        cijfers=tuple(replace(cijfer, note="") for cijfer in case.cijfers),
        regie=tuple(replace(regie, note="") for regie in case.regie),
        fasen=tuple(replace(fase, note="") for fase in case.fasen),
        t0_event_id=case.t0_event_id if case.t0_event_id in shown else "",
    )


def printed_numbers(shown: Case) -> dict[str, int]:
    """The number of each event on paper: the one that it has on screen, so that people at the
    table and readers of the page mean the same event."""
    return {event.id: int(event.seq) for event in shown.events}


def _beside_each_other(line: list[Event]) -> tuple[Event, ...]:
    """The events with those of one month spread over it, in their order."""
    months = Counter(_month_of(e.start) for e in line if _is_plain_month(e.start))
    met: Counter[tuple[int, int]] = Counter()
    spread = []
    for event in line:
        if _is_plain_month(event.start):
            month = _month_of(event.start)
            part = (met[month] + 0.5) / months[month]
            met[month] += 1
            event = replace(event, start=_day_in_month(*month, part))
        spread.append(replace(event, end=_last_day(event.end)))
    return tuple(spread)


def _month_of(moment: Moment) -> tuple[int, int]:
    return moment.middle.year, moment.middle.month


def _day_in_month(year: int, month: int, part: float) -> Moment:
    return on_day(year, month, int(part * month_end(year, month).day) + 1)


def _last_day(end: Moment | None) -> Moment | None:
    """The last day of an end that is known to the month; any other end as it is."""
    if end is None or not _is_plain_month(end):
        return end
    return Moment(Precision.DAG, end.last, end.last)


def _bare_event(event: Event, place: int) -> Event:
    return Event(
        id=event.id,
        seq=float(place),
        kind=event.kind,
        title=event.title,
        start=to_month(event.start),
        end=None if event.end is None else to_month(event.end),
        ongoing=event.ongoing,
        occurrence=event.occurrence,
        fact_status=event.fact_status,
        involved=tuple(Involvement(i.betrokkene_id, i.role) for i in event.involved),
        organisation_ids=event.organisation_ids,
        is_risk_moment=event.is_risk_moment,
        is_pivotal=event.is_pivotal,
    )


def _table_event(event: Event, place: int) -> Event:
    return replace(
        _bare_event(event, place),
        start=event.start,
        end=event.end,
        pressure=event.pressure,
        effect=event.effect,
        chain_phase=event.chain_phase,
        safety_phase=event.safety_phase,
    )


def _bare_deelnemers(case: Case) -> tuple[Deelnemer, ...]:
    return tuple(Deelnemer(d.id, d.seq, d.organisation_id, "") for d in case.deelnemers)


def _bare_organisations(case: Case) -> tuple[Organisation, ...]:
    return tuple(Organisation(o.id, o.seq, o.name) for o in case.organisations)


def _bare_beleving(beleving: Beleving) -> Beleving:
    return replace(beleving, now_different="", obstacle="", needed_from="")


def _silent_beleving(beleving: Beleving) -> Beleving:
    return replace(_bare_beleving(beleving), explanation="")


def _bare_actie(actie: Verbeteractie) -> Verbeteractie:
    return replace(actie, owner_function="", feasible="")


def to_month(moment: Moment) -> Moment:
    """The moment no finer than a month; what was assumed stays assumed, a range stays a range."""
    first, last = moment.first, moment.last
    if moment.precision not in _FINER_THAN_MONTH or first is None or last is None:
        return moment
    if (first.year, first.month) == (last.year, last.month):
        return replace(in_month(first.year, first.month), circa=moment.circa)
    return replace(moment, first=first.replace(day=1), last=month_end(last.year, last.month))


def when_text(event: Event) -> str:
    """When an event was, short: 'mei 2024', 'apr–sep 2024', 'vanaf jul 2025'."""
    start, end = to_month(event.start), event.end and to_month(event.end)
    if not start.is_known:
        return "geen datum"
    if end is None or start == end:
        return period_text(start, None, event.ongoing, short=True)
    year, month = _month_of(start)
    if _is_plain_month(start) and _is_plain_month(end) and year == end.middle.year:
        return f"{MONTHS_SHORT[month - 1]}–{end.text(short=True)}"
    return period_text(start, end, event.ongoing, short=True)


def _is_plain_month(moment: Moment) -> bool:
    return moment.precision is Precision.MAAND and not moment.circa


def months_spanned(case: Case) -> tuple[date, date] | None:
    """The first and last day of the whole months the events span; None when nothing is dated.

    There is some room before the first, for half its shape, and more after the last, for its
    number and for what goes on.
    """
    span = known_span(case)
    if span is None:
        return None
    first, last = span
    beyond = last + max(timedelta(days=20), (last - first) * _ROOM_AT_END)
    before = first - max(timedelta(days=10), (last - first) * _ROOM_AT_START)
    return before.replace(day=1), month_end(beyond.year, beyond.month)
