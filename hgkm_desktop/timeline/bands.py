"""What runs along the line beside its lanes: phases, regie, silences, scores and time from T0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.intervals import gaps, interval_words
from hgkm_desktop.models.laws import LawChange, law_changes
from hgkm_desktop.models.phases import PhaseSpan, chain_spans, safety_spans
from hgkm_desktop.models.records import Regie
from hgkm_desktop.models.terms import Occurrence, RegieHolder, RegieKind, SafetyPhase
from hgkm_desktop.timeline.choices import Band, Choices
from hgkm_desktop.timeline.marks import Span, span_of
from hgkm_desktop.timeline.metrics import Metrics
from hgkm_desktop.timeline.relative import Origin, origin_of
from hgkm_desktop.timeline.scores import Scores, scores_of
from hgkm_desktop.timeline.stretches import Row, Stretch, gaps_between, in_rows, stretch_of

NO_REGIE = "geen regie"
UNCLEAR = "onduidelijk wie?"
_STYLE_OF_PHASE = {
    SafetyPhase.DIRECTE_VEILIGHEID: "phase_direct",
    SafetyPhase.RISICOGESTUURD: "phase_risk",
    SafetyPhase.HERSTELGERICHT: "phase_recovery",
}
_NEVER = Stretch(inf, inf, "", "")


@dataclass(frozen=True, slots=True)
class RegieRow:
    """One kind of regie, and the days of which nothing is known about it."""

    name: str
    row: Row
    unknown: Row


@dataclass(frozen=True, slots=True)
class Bands:
    """The bands that have content, in days; nothing here depends on the zoom or the window."""

    chain: tuple[Row, ...] = ()
    safety: tuple[Row, ...] = ()
    regie: tuple[RegieRow, ...] = ()
    silences: tuple[Row, ...] = ()
    laws: tuple[LawChange, ...] = ()
    scores: Scores | None = None
    origin: Origin | None = None
    reach: tuple[float, float] | None = None
    """The first and the last day of the events and the bands; None when nothing has a date."""


def bands_of(case: Case, choices: Choices, metrics: Metrics, events: Iterable[Span]) -> Bands:
    """The chosen bands of a case; `events` are the days of the events that are shown.

    The bands are always those of the whole case: what is filtered away leaves no silence.
    """
    wanted = choices.bands
    has_phases = Band.FASEN in wanted
    regie = case.regie if Band.REGIE in wanted else ()
    scores = scores_of(case, metrics) if Band.CIJFERS in wanted else None
    fasen = case.fasen if has_phases else ()
    spans = [s for r in regie if (s := span_of(r.start, r.end, r.ongoing))]
    spans += [s for f in fasen if (s := span_of(f.start, f.end, f.ongoing))]
    spans += [score.span for score in scores.scores] if scores is not None else []
    reach = _reach([*events, *spans])
    return Bands(
        chain=_chain(case) if has_phases else (),
        safety=_safety(case) if has_phases else (),
        regie=_regie(case, regie, reach) if reach is not None else (),
        silences=_silences(case, choices.gap_days) if Band.STILTES in wanted else (),
        laws=_laws(reach) if Band.WETTEN in wanted and choices.is_dated else (),
        scores=scores,
        origin=origin_of(case) if case.t0_event_id else None,
        reach=reach,
    )


def _reach(spans: Sequence[Span]) -> tuple[float, float] | None:
    """All the days of these spans; what goes on counts for its first day."""
    if not spans:
        return None
    ends = (s.first + 1.0 if s.last == inf else s.last for s in spans)
    return min(s.first for s in spans), max(ends)


def _laws(reach: tuple[float, float] | None) -> tuple[LawChange, ...]:
    """The changes of the law within the days of the line."""
    if reach is None:
        return ()
    return tuple(one for one in law_changes() if reach[0] <= one.day.toordinal() <= reach[1])


def _chain(case: Case) -> tuple[Row, ...]:
    if not any(event.chain_phase for event in case.events):
        return ()
    spans = [(one, _span(one)) for one in chain_spans(case)]
    found = [stretch_of(s, one.phase.label, "phase") for one, s in spans if s is not None]
    found.sort(key=lambda s: s.first)
    # A label gives way to the next: a phase of the chain is where something began, no progress.
    kept = tuple(
        replace(one, last=min(one.last, following.first))
        for one, following in pairwise([*found, _NEVER])
        if one.first < following.first
    )
    return (Row(kept),) if kept else ()


def _safety(case: Case) -> tuple[Row, ...]:
    if not (case.fasen or any(event.safety_phase for event in case.events)):
        return ()
    found = []
    for one in safety_spans(case):
        span = _span(one)
        if span is not None and isinstance(one.phase, SafetyPhase):
            found.append(_phase(case, one, one.phase, span))
    return in_rows(found)


def _span(one: PhaseSpan) -> Span | None:
    return span_of(one.start, one.end, one.ongoing)


def _phase(case: Case, one: PhaseSpan, phase: SafetyPhase, span: Span) -> Stretch:
    """A phase as a stretch; one that was needed and stayed empty is hollow and says so."""
    is_there = one.occurrence is Occurrence.GEBEURD
    words = phase.label if is_there else f"{one.occurrence.label}: {phase.label}"
    return replace(
        stretch_of(span, words, _STYLE_OF_PHASE[phase]),
        hollow=not is_there,
        record_id=_record_of(case, one) if one.by_hand else "",
    )


def _record_of(case: Case, one: PhaseSpan) -> str:
    for fase in case.fasen:
        if (fase.phase, fase.start, fase.end, fase.ongoing, fase.occurrence) == (
            one.phase,
            one.start,
            one.end,
            one.ongoing,
            one.occurrence,
        ):
            return fase.id
    return ""


def _regie(
    case: Case, records: Sequence[Regie], whole: tuple[float, float]
) -> tuple[RegieRow, ...]:
    """A row for each kind of regie that anything is known of."""
    names = {o.id: o.name for o in case.organisations}
    found: list[RegieRow] = []
    for kind in RegieKind:
        stretches = _held([r for r in records if r.kind is kind], names, whole[1])
        if not stretches:
            continue
        unknown = Row(tuple(gaps_between(stretches, *whole)))
        for number, row in enumerate(in_rows(stretches)):
            name = kind.label[:1].upper() + kind.label[1:]
            found.append(RegieRow("" if number else name, row, Row(()) if number else unknown))
    return tuple(found)


def _held(records: Sequence[Regie], names: dict[str, str], last: float) -> list[Stretch]:
    """Who held one kind of regie. Who has it from one known day, without an end, may have had it
    until the next record: those days are uncertain. Of 'niemand', and of a year or a month, no
    more days are drawn than were filled in."""
    dated = [(r, span) for r in records if (span := span_of(r.start, r.end, r.ongoing))]
    dated.sort(key=lambda one: one[1].first)
    found = []
    for number, (record, span) in enumerate(dated, 1):
        until = dated[number][1].first if number < len(dated) else last
        if _has_open_end(record) and until > span.last:
            span = span._replace(last=until, soft_last=until - span.last)
        found.append(replace(_holder(record, span, names), record_id=record.id))
    return found


def _has_open_end(record: Regie) -> bool:
    is_held = record.holder is not RegieHolder.NIEMAND
    return is_held and record.start.is_exact and record.end is None and not record.ongoing


def _holder(record: Regie, span: Span, names: dict[str, str]) -> Stretch:
    match record.holder:
        case RegieHolder.NIEMAND:
            return replace(stretch_of(span, NO_REGIE, "regie_none"), shorter=("geen",), hollow=True)
        case RegieHolder.ONDUIDELIJK:
            one = stretch_of(span, UNCLEAR, "regie_unclear")
            return replace(one, shorter=("onduidelijk?", "?"), dashed=True)
        case _:
            return stretch_of(span, names.get(record.organisation_id, "?"), "regie")


def _silences(case: Case, longer_than: int) -> tuple[Row, ...]:
    found = [
        Stretch(
            float(gap.first.toordinal()),
            float(gap.last.toordinal() + 1),
            interval_words(gap.days),
            "gap",
        )
        for gap in gaps(case.events, longer_than)
    ]
    return (Row(tuple(found)),) if found else ()
