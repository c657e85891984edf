"""From when to when each phase lasted: as someone set it, or else as the events tell.

Safety phases repeat and may be empty (docs/bronnen.md, bron 4, hoofdstuk 1); a chain phase is a
label and never progress (bron 2, hoofdstuk 3). That events tell a phase from the first to the last
of an unbroken row is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import Event, Fase
from hgkm_desktop.models.terms import ChainPhase, Occurrence, SafetyPhase


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """One stretch of a phase; without an end and not ongoing it is a single moment.

    `by_hand` tells a phase that someone set, of which the start may be unknown, from one that
    follows from the events. `occurrence` says whether it was there or stayed empty.
    """

    phase: SafetyPhase | ChainPhase
    start: Moment
    end: Moment | None = None
    ongoing: bool = False
    by_hand: bool = False
    occurrence: Occurrence = Occurrence.GEBEURD


def safety_spans(case: Case) -> tuple[PhaseSpan, ...]:
    """The safety phases by their start, those without a date last.

    A phase that was set by hand is only what was set: nothing is added from its events. Others
    run from the first event to the last of every unbroken row of events of that phase.
    """
    by_hand = [_set(fase) for fase in case.fasen]
    told = _told(case, lambda event: event.safety_phase)
    set_phases = {span.phase for span in by_hand}
    return _by_start([*by_hand, *(span for span in told if span.phase not in set_phases)])


def chain_spans(case: Case) -> tuple[PhaseSpan, ...]:
    """The chain phases by their start, as the events tell them."""
    return _by_start(_told(case, lambda event: event.chain_phase))


def _set(fase: Fase) -> PhaseSpan:
    return PhaseSpan(
        fase.phase, fase.start, fase.end, fase.ongoing, by_hand=True, occurrence=fase.occurrence
    )


def _told(
    case: Case, phase_of: Callable[[Event], SafetyPhase | ChainPhase | None]
) -> list[PhaseSpan]:
    """A span for each unbroken row of dated events that happened; events of no phase break none."""
    told = [
        (phase, event)
        for event in in_order(case)
        if event.happened and event.start.is_known and (phase := phase_of(event)) is not None
    ]
    rows = [
        (phase, [event for _, event in row]) for phase, row in groupby(told, key=lambda one: one[0])
    ]
    return [
        _span_of(phase, row, is_last=place == len(rows))
        for place, (phase, row) in enumerate(rows, 1)
    ]


def _span_of(phase: SafetyPhase | ChainPhase, row: Sequence[Event], *, is_last: bool) -> PhaseSpan:
    """From the first event to the latest end; only the last phase of all can still go on."""
    if is_last and any(event.ongoing for event in row):
        return PhaseSpan(phase, row[0].start, ongoing=True)
    end = max((event.end or event.start for event in row), key=lambda m: (m.latest, m.earliest))
    return PhaseSpan(phase, row[0].start, end if end != row[0].start else None)


def _by_start(spans: Iterable[PhaseSpan]) -> tuple[PhaseSpan, ...]:
    return tuple(sorted(spans, key=_place))


def _place(span: PhaseSpan) -> tuple[bool, date, date]:
    if not span.start.is_known:
        return True, date.max, date.max
    return False, *span.start.order
