"""What of a deelbare casus may go into an exercise that is played with others."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.let_through.dates import coarse_period
from hgkm_desktop.reports.let_through.shown import shown_case
from hgkm_desktop.reports.options import USUAL, Dates, no_finer_than_month


def playable_case(case: Case) -> Case:
    """The line of a case with what players may know: its events that are meant for 'bestuur'.

    As in `shown_case`, with dates of at most a month and without functions, belevingen and
    lessons; of each event also what is known exactly, the instrument, who knew of it, and whether
    the children were seen: that is what is played. Who said it, and from which file, stays behind.
    Raises HgkmError, with what to do, for a case in bewerking and for one without such events.
    Source: de methode, regels voor wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    if case.state is not CaseState.DEELBAAR:
        raise HgkmError(
            "Van deze casus kan nog geen oefening worden gemaakt: zij is nog in bewerking.",
            safe="Er is niets veranderd.",
            todo="Lees de casus na en maak haar deelbaar: Casus → Herleidbaarheidscheck…",
        )
    shown = shown_case(case, no_finer_than_month(USUAL))
    if not shown.events:
        raise HgkmError(
            "Van deze casus mag geen enkele gebeurtenis de tafel verlaten.",
            safe="Er is niets veranderd.",
            todo="Zet in de casus bij Voor wie is dit op ‘bestuur’ wat in de oefening mag, en lees "
            "de casus opnieuw na.",
        )
    of_line = {organisation.id for organisation in shown.organisations}
    events = tuple(_played(event, case.event(event.id), of_line) for event in shown.events)
    ids = {event.id for event in events}
    return replace(
        shown,
        belevingen=(),
        events=events,
        t0_event_id=case.t0_event_id if case.t0_event_id in ids else "",
    )


def _played(shown: Event, told: Event, organisation_ids: set[str]) -> Event:
    """The event as it may be shown, with what players must know of it."""
    told = coarse_period(told, Dates.MAAND)
    return replace(
        shown,
        fact=told.fact,
        knowledge=tuple(one for one in told.knowledge if one.organisation_id in organisation_ids),
        possible_since=told.possible_since,
        reported_to=told.reported_to,
        child_present=told.child_present,
        child_seen=told.child_seen,
        child_spoken=told.child_spoken,
        instrument=told.instrument,
        pressure=told.pressure,
        effect=told.effect,
        result=told.result,
        chain_phase=told.chain_phase,
        safety_phase=told.safety_phase,
        audience=told.audience,
    )
