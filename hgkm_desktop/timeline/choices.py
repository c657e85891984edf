"""What of a case the line shows, as chosen by who looks."""

from __future__ import annotations

from dataclasses import dataclass

from hgkm_desktop.models.terms import Term


class LaneBy(Term):
    """What the lanes of a line are."""

    ORGANISATIE = ("organisatie", "organisatie")
    BETROKKENE = ("betrokkene", "betrokkene")
    SOORT = ("soort", "soort")
    KETEN = ("keten", "keten")


class Band(Term):
    """What runs along the line beside its lanes."""

    FASEN = ("fasen", "fasen")
    REGIE = ("regie", "regie")
    CIJFERS = ("veiligheidscijfers", "veiligheidscijfers")
    STILTES = ("stiltes", "stiltes")
    WETTEN = ("wetten", "wetswijzigingen")


USUAL_BANDS = frozenset({Band.FASEN, Band.REGIE, Band.CIJFERS})


@dataclass(frozen=True, slots=True)
class Choices:
    """What of a case the line shows.

    `folded` and `hidden` hold lane keys, as in `Case.lane_order`. `event_ids` are the events that
    are shown (None: all); they keep the numbers they have in the whole case. `dimmed` events
    stand in a lighter tone, `doubted` ones with a question mark besides: it is not known whether
    it was known. `silent` events, still to come in a presentation, keep their room but are a
    shape without letter, words or signs. `deelnemer_id` leaves only the signs of this deelnemer;
    events without one are dimmed. A band without content is not drawn. `gap_days` is the shortest
    silence that Band.STILTES shows, in days. `is_dated`: the axis names years and months; without
    that only the row that counts from T0 says when something was, and no change of the law.
    """

    lane_by: LaneBy = LaneBy.ORGANISATIE
    folded: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    event_ids: frozenset[str] | None = None
    dimmed: frozenset[str] = frozenset()
    doubted: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    deelnemer_id: str = ""
    bands: frozenset[Band] = USUAL_BANDS
    gap_days: int = 0
    is_dated: bool = True
