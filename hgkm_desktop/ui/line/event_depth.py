"""What the panel says of factors, cruciale punten and radertjes of one event."""

from __future__ import annotations

from collections.abc import Iterator

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.factors import factor_of
from hgkm_desktop.models.in_depth import CruciaalPunt, FactorCode
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import AddedBy
from hgkm_desktop.ui.study.factor_field import factor_words


def depth_of(case: Case, event: Event) -> Iterator[str]:
    """Each factor, each cruciaal punt and each radertje of the event, in words."""
    for code in case.codes:
        if code.event_id == event.id:
            yield _factor_words(case, code)
    for punt in case.punten:
        if punt.event_id == event.id:
            yield _punt_words(punt)
    for radertje in case.radertjes:
        if event.id in radertje.event_ids:
            yield f"Radertje, {radertje.pull.label} ({radertje.pull.sign}): “{radertje.text}”"


def _punt_words(punt: CruciaalPunt) -> str:
    by_group = punt.added_by is AddedBy.FOCUSGROEP
    added = f" ({punt.added_at or punt.added_by.label})" if by_group else ""
    why_not = f"\nWaarom toen niet: {punt.why_not}" if punt.why_not else ""
    return f"Ander handelen wenselijk{added}: {punt.wanted or 'nog niet ingevuld'}{why_not}"


def _factor_words(case: Case, code: FactorCode) -> str:
    beleving = next((b for b in case.belevingen if b.id == code.beleving_id), None)
    words = [f"Factor: {factor_words(factor_of(code))}"]
    if beleving is not None:
        deelnemer = case.deelnemer(beleving.deelnemer_id)
        words.append(f"Bij de beleving van {case.deelnemer_name(deelnemer)}")
    return "\n".join([*words, *([code.note] if code.note else [])])
