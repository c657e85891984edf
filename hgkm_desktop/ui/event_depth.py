"""What the panel says of factors and cruciale punten of one event."""

from __future__ import annotations

from collections.abc import Iterator

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.factors import factor_of
from hgkm_desktop.models.in_depth import FactorCode
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import AddedBy
from hgkm_desktop.ui.factor_field import factor_words


def depth_of(case: Case, event: Event) -> Iterator[str]:
    """Each factor and each cruciaal punt of the event, in words."""
    for code in case.codes:
        if code.event_id == event.id:
            yield _factor_words(case, code)
    for punt in case.punten:
        if punt.event_id == event.id:
            added = f" ({punt.added_at})" if punt.added_by is AddedBy.FOCUSGROEP else ""
            wanted = punt.wanted or "nog niet ingevuld"
            why_not = f"\nWaarom toen niet: {punt.why_not}" if punt.why_not else ""
            yield f"Ander handelen wenselijk{added if punt.added_at else ''}: {wanted}{why_not}"


def _factor_words(case: Case, code: FactorCode) -> str:
    beleving = next((b for b in case.belevingen if b.id == code.beleving_id), None)
    words = [f"Factor: {factor_words(factor_of(code))}"]
    if beleving is not None:
        deelnemer = case.deelnemer(beleving.deelnemer_id)
        words.append(f"Bij de beleving van {case.deelnemer_name(deelnemer)}")
    return "\n".join([*words, *([code.note] if code.note else [])])
