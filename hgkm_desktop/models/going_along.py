"""What goes or changes with an event, a deelnemer or a radertje that is taken away, in words."""

from __future__ import annotations

from collections.abc import Iterable

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text

UNDO = "Ctrl+Z zet alles terug."


def gone_with_events(case: Case, event_ids: Iterable[str]) -> str:
    """What goes with these events and what no longer points at them, in sentences; '' for nothing.

    It counts no belevingen: who marked what is no score.
    """
    gone = frozenset(event_ids)
    along = _kinds(
        ("de belevingen", any(b.event_id in gone for b in case.belevingen)),
        ("de factoren", any(c.event_id in gone for c in case.codes)),
        ("wat er over het cruciale punt stond", any(p.event_id in gone for p in case.punten)),
        ("de frisse blikken", any(b.event_id in gone for b in case.blikken)),
    )
    pointing = _kinds(
        ("een les", any(gone & {*one.event_ids} for one in case.lessons)),
        ("een duidingsverschil", any(gone & {*one.event_ids} for one in case.verschillen)),
        ("een radertje", any(gone & {*one.event_ids} for one in case.radertjes)),
        ("zinnen naast elkaar", any(gone & {*one.event_ids} for one in case.naast_elkaar)),
    )
    said = [f"Ook weg: {list_text(along)}." if along else ""]
    said.append(f"Dit noemt ze niet meer: {list_text(pointing)}." if pointing else "")
    said.append("De tijd telt niet meer vanaf T0." if case.t0_event_id in gone else "")
    return " ".join(words for words in said if words)


def gone_with_deelnemer(case: Case, deelnemer_id: str) -> str:
    """What goes with a deelnemer, as the rest of a sentence after 'weggehaald, '."""
    own = {b.id for b in case.belevingen if b.deelnemer_id == deelnemer_id}
    parts = ["met alle belevingen van die deelnemer" if own else "zonder belevingen"]
    if own & {*case.summary.beleving_ids}:
        parts.append("ook uit de samenvatting")
    if any(code.beleving_id in own for code in case.codes):
        parts.append("factoren bij die belevingen staan nu bij de gebeurtenis zelf")
    return "; ".join([*parts, "de nummers schuiven op"])


def gone_with_radertje(case: Case, radertje_id: str) -> str:
    """What changes with a radertje, as the rest of a sentence after 'weggehaald, '."""
    if any(pair.radertje_id == radertje_id for pair in case.naast_elkaar):
        return "wat ernaast was gelegd, is er nog"
    return "er lag niets naast"


def _kinds(*found: tuple[str, bool]) -> list[str]:
    return [words for words, is_there in found if is_there]
