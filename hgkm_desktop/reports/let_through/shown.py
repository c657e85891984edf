"""What of a case may be printed, and how exactly: for bestuurders, for the table, in a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.models.read_through import NEVER_READ
from hgkm_desktop.models.records import (
    Beleving,
    Deelnemer,
    Event,
    Fase,
    Involvement,
    Organisation,
    Regie,
)
from hgkm_desktop.models.rounds import hides, seen
from hgkm_desktop.models.terms import AddedBy, Audience, CaseState
from hgkm_desktop.reports.let_through.dates import coarse, coarse_period, touches
from hgkm_desktop.reports.let_through.depth_shown import (
    reported_depth,
    without_depth,
    without_gone_roles,
)
from hgkm_desktop.reports.let_through.held_back import without_held_back
from hgkm_desktop.reports.options import USUAL, DocumentOptions, days_of, no_finer_than_month


def may_be_shown(case: Case, record: Event | Beleving) -> bool:
    """Whether an event or a beleving may stand in a document for bestuurders.

    An event that is set not to be shown never does, nor a beleving of it, nor a beleving that
    nobody chose. While a case is in bewerking its documents stay at the table, where everyone has
    heard everything, so for whom a record is meant does not matter yet. Once it is deelbaar only
    what is meant for 'bestuur' may be shown.
    Source: de methode, regels voor wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    if not stays_at_table(case.state) and record.audience is not Audience.BESTUUR:
        return False
    if isinstance(record, Event):
        return record.is_shown
    return record.id in case.summary.beleving_ids and may_be_shown(
        case, case.event(record.event_id)
    )


def kept_from_board(case: Case) -> tuple[Beleving, ...]:
    """The belevingen that were chosen for the notitie, and are not on it once the case is
    deelbaar: they, or their events, are not meant for 'bestuur' or not to be shown."""
    case = seen(replace(case, state=CaseState.DEELBAAR))
    chosen = [b for b in case.belevingen if b.id in case.summary.beleving_ids]
    return tuple(b for b in chosen if not may_be_shown(case, b))


def shown_case(case: Case, options: DocumentOptions = USUAL) -> Case:
    """The case with only what may be printed: every field that is not named here is empty.

    Dates are at most as exact as a month; see `drawn_case` for where they stand on the line.
    """
    case = seen(case)
    number, coarser = numbers(case), no_finer_than_month(options)
    first, last = days_of(coarser)
    allowed = [event for event in in_order(case) if may_be_shown(case, event)]
    line = [event for event in allowed if falls_in(event, first, last)]
    case = without_held_back(without_depth(chosen_case(case)), allowed)
    shown = {event.id for event in line}
    return replace(
        case,
        read=NEVER_READ,
        events=tuple(coarse_period(_bare_event(e, number[e.id]), coarser.dates) for e in line),
        belevingen=tuple(
            _bare_beleving(b)
            for b in case.belevingen
            if b.event_id in shown and may_be_shown(case, b)
        ),
        deelnemers=_bare_deelnemers(case),
        organisations=_bare_organisations(case),
        acties=tuple(_bare_actie(actie) for actie in case.acties),
        t0_event_id="",
    )


def still_hidden(case: Case) -> str:
    """What the foot of every page says while a blind round hides belevingen; else empty."""
    return " · belevingen nog verborgen" if hides(case) else ""


def chosen_case(case: Case) -> Case:
    """The case with only the duidingsverschillen that were chosen, and without what a notitie
    never says: so nothing of that keeps an organisation or a betrokkene in it."""
    chosen = tuple(v for v in case.verschillen if v.id in case.summary.verschil_ids)
    return replace(case, verschillen=chosen, cijfers=(), regie=(), fasen=())


def table_case(case: Case) -> Case:
    """The case with what may stand on the tijdlijn and on pictures of the line.

    While it is in bewerking these stay at the table. Those there made the line together, so its
    dates are as exact as they know them and for whom an event is meant does not matter. Once it is
    deelbaar what is meant for the table alone is left out, with all that is known from it. An event
    that is set not to be shown is left out always, and so is every text that the line does not
    write. Functions of deelnemers never leave the file.
    Source: de methode, regels voor wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    case, number = without_depth(seen(case)), numbers(case)
    line = [event for event in in_order(case) if event.is_shown and _may_be_reported(case, event)]
    shown = {event.id for event in line}
    if not stays_at_table(case.state):
        case = without_held_back(case, line)
    return replace(
        case,
        read=NEVER_READ,
        events=tuple(_table_event(event, number[event.id]) for event in line),
        belevingen=tuple(
            _silent_beleving(b)
            for b in case.belevingen
            if b.event_id in shown and _may_be_reported(case, b)
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


def report_case(case: Case, options: DocumentOptions = USUAL) -> Case:
    """The case with what may stand in the casusverslag, for facilitator and participants.

    It says everything of what is shown, but no functions: the paper goes home with them, and in a
    small town a function is one person. Who organised it is a function too. An event
    that is not to be shown is left out, and so is what lies outside the period. As long as the
    case is in bewerking the paper stays at the table, so for whom something is meant does not
    matter yet; once it is deelbaar what is meant for the table alone is left out.
    Source: de methode, regels voor wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    # The codes keep their beleving, so that one of a beleving that is hidden still is left out.
    case = replace(seen(case), codes=case.codes)
    number, (first, last) = numbers(case), days_of(options)
    allowed = [e for e in in_order(case) if e.is_shown and _may_be_reported(case, e)]
    line = [event for event in allowed if falls_in(event, first, last)]
    shown = {event.id for event in line}
    lived = tuple(b for b in case.belevingen if b.event_id in shown and _may_be_reported(case, b))
    deep = reported_depth(case, shown, {beleving.id for beleving in lived}, options)
    case = without_gone_roles(case, without_held_back(deep, allowed))
    return replace(
        case,
        read=NEVER_READ,
        organiser="",
        events=tuple(
            coarse_period(replace(e, seq=float(number[e.id])), options.dates) for e in line
        ),
        belevingen=lived,
        deelnemers=tuple(replace(deelnemer, function="") for deelnemer in case.deelnemers),
        acties=tuple(replace(actie, owner_function="") for actie in case.acties),
        cijfers=tuple(
            replace(cijfer, moment=coarse(cijfer.moment, options.dates))
            for cijfer in case.cijfers
            if touches(cijfer.moment, None, False, first, last)
        ),
        regie=tuple(
            coarse_period(r, options.dates) for r in case.regie if falls_in(r, first, last)
        ),
        fasen=tuple(
            coarse_period(f, options.dates) for f in case.fasen if falls_in(f, first, last)
        ),
        t0_event_id=case.t0_event_id if case.t0_event_id in shown else "",
    )


def _may_be_reported(case: Case, record: Event | Beleving) -> bool:
    return stays_at_table(case.state) or record.audience is not Audience.TAFEL


def falls_in(period: Event | Regie | Fase, first: date | None, last: date | None) -> bool:
    """Whether something stands in these days: a moment where it is drawn, a period with any of
    its days, and what has no date only in all of time."""
    return touches(period.start, period.end, period.ongoing, first, last)


def printed_numbers(shown: Case) -> dict[str, int]:
    """The number of each event on paper: the one that it has on screen, so that people at the
    table and readers of the page mean the same event."""
    return {event.id: int(event.seq) for event in shown.events}


def _bare_event(event: Event, place: int) -> Event:
    return Event(
        id=event.id,
        seq=float(place),
        kind=event.kind,
        title=event.title,
        start=event.start,
        end=event.end,
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
        pressure=event.pressure,
        effect=event.effect,
        chain_phase=event.chain_phase,
        safety_phase=event.safety_phase,
        added_by=AddedBy.FOCUSGROEP if event.added_by is AddedBy.FOCUSGROEP else AddedBy.DEELNEMER,
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
