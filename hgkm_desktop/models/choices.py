"""What is chosen of a case, for paper or for the line, once something of the case changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hgkm_desktop.models.records import Beleving, Record, Summary
from hgkm_desktop.models.references import may_be_lane

if TYPE_CHECKING:
    from hgkm_desktop.models.case import Case


def choices_after(case: Case, record: Record) -> Summary:
    """The summary once a record is put: a beleving whose mark changes is chosen anew."""
    if not isinstance(record, Beleving):
        return case.summary
    before = next((b.mark for b in case.belevingen if b.id == record.id), record.mark)
    if before is record.mark:
        return case.summary
    kept = tuple(i for i in case.summary.beleving_ids if i != record.id)
    return replace(case.summary, beleving_ids=kept)


def choices_that_exist(case: Case) -> Case:
    """The case in which summary, T0, order of lanes, factors and round name what is still there."""
    belevingen = {b.id for b in case.belevingen}
    verschillen = {v.id for v in case.verschillen}
    events = {e.id for e in case.events}
    deelnemers = {d.id for d in case.deelnemers}
    lanes = {o.id for o in case.organisations} | {b.id for b in case.betrokkenen}
    kept = replace(
        case,
        summary=replace(
            case.summary,
            beleving_ids=tuple(i for i in case.summary.beleving_ids if i in belevingen),
            verschil_ids=tuple(i for i in case.summary.verschil_ids if i in verschillen),
        ),
        t0_event_id=case.t0_event_id if case.t0_event_id in events else "",
        lane_order=tuple(key for key in case.lane_order if may_be_lane(key, lanes)),
        codes=tuple(
            code if code.beleving_id in belevingen else replace(code, beleving_id="")
            for code in case.codes
        ),
        round=replace(
            case.round,
            event_id=case.round.event_id if case.round.event_id in events else "",
            spoken_ids=tuple(i for i in case.round.spoken_ids if i in deelnemers),
        ),
    )
    return case if kept == case else kept
