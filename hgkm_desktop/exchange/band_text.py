"""What a case text says beside its gebeurtenissen: veiligheidscijfers, regie, fasen and lanes."""

from __future__ import annotations

from enum import StrEnum

from hgkm_desktop.exchange.dates import moment_in, period_in
from hgkm_desktop.exchange.references import References
from hgkm_desktop.models.records import Fase, Regie, Veiligheidscijfer
from hgkm_desktop.models.strict_toml import Table
from hgkm_desktop.models.terms import (
    Answer,
    ChainPhase,
    EventKind,
    Occurrence,
    RegieHolder,
    RegieKind,
    SafetyPhase,
)

# What lanes can be: by the words of a vocabulary, or by records of these tables of the text.
_LANES_OF_WORDS: dict[str, type[StrEnum]] = {"soort": EventKind, "keten": ChainPhase}
_LANES_OF_RECORDS = {"organisatie": "organisaties", "betrokkene": "betrokkene"}


def read_cijfer(row: Table, key: str, seq: float, refs: References) -> Veiligheidscijfer:
    """A veiligheidscijfer; without `over` it is about the whole household."""
    return Veiligheidscijfer(
        id=refs.id_of("veiligheidscijfer", key),
        seq=seq,
        moment=moment_in(row, "wanneer"),
        score=row.number("cijfer"),
        betrokkene_id=refs.one(row, "over", "betrokkene") if "over" in row.names else "",
        organisation_ids=refs.ids(row, "organisaties", "organisaties"),
        jointly=row.term("samen", Answer, Answer.ONBEKEND),
        at_closing=row.flag("bij_afsluiten"),
        note=row.text("toelichting", ""),
    )


def read_regie(row: Table, key: str, seq: float, refs: References) -> Regie:
    """A while in which one kind of regie was somewhere; `organisatie` only when one held it."""
    holder = row.term("wie", RegieHolder)
    is_held = holder is RegieHolder.ORGANISATIE
    period = period_in(row, "wanneer")
    return Regie(
        id=refs.id_of("regie", key),
        seq=seq,
        kind=row.term("soort", RegieKind),
        holder=holder,
        organisation_id=refs.one(row, "organisatie", "organisaties") if is_held else "",
        start=period.start,
        end=period.end,
        ongoing=period.ongoing,
        note=row.text("toelichting", ""),
    )


def read_fase(row: Table, key: str, seq: float, refs: References) -> Fase:
    """A safety phase that was set by hand."""
    period = period_in(row, "wanneer")
    return Fase(
        id=refs.id_of("fase", key),
        seq=seq,
        phase=row.term("fase", SafetyPhase),
        start=period.start,
        end=period.end,
        ongoing=period.ongoing,
        occurrence=row.term("gebeurd", Occurrence, Occurrence.GEBEURD),
        note=row.text("toelichting", ""),
    )


def read_lane_order(casus: Table, refs: References) -> tuple[str, ...]:
    """The lane keys of `banen`, written as 'organisatie politie' or 'soort incident'.

    Only the first word names the lanes of what is about nobody. Raises BadContent.
    """
    return tuple(
        f"{lane}:{_lane_value(casus, number, (lane, name), refs)}"
        for number, (lane, _, name) in enumerate(
            (text.partition(" ") for text in casus.texts("banen")), 1
        )
    )


def _lane_value(casus: Table, number: int, named: tuple[str, str], refs: References) -> str:
    lane, name = named
    if lane in _LANES_OF_RECORDS:
        table = _LANES_OF_RECORDS[lane]
        return refs.checked(casus, f"‘banen’, nummer {number},", table, name) if name else ""
    words = [word.value for word in _LANES_OF_WORDS.get(lane, ())]
    if not words or (name and name not in words):
        raise casus.problem(f"‘banen’, nummer {number}, is geen baan van de tijdlijn.")
    return name
