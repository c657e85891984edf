"""Edits of what casuïstiekonderzoek adds to a case; each gives a new case."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_depth import CruciaalPunt, FrisseBlik
from hgkm_desktop.models.in_row import without
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import Mark


def without_radertje(case: Case, radertje_id: str) -> Case:
    """The case without this radertje; what was laid beside it stays, with its own consent.

    When consent is withdrawn `Case.withdraw` takes that away too.
    """
    pairs = tuple(
        replace(pair, radertje_id="") if pair.radertje_id == radertje_id else pair
        for pair in case.naast_elkaar
    )
    return replace(case, radertjes=without(case.radertjes, radertje_id), naast_elkaar=pairs)


def with_punt(case: Case, punt: CruciaalPunt) -> Case:
    """The case with this cruciaal punt, and with its event marked as one on the line.

    Raises BadInput when the punt cannot be true.
    """
    case = case.put(punt)
    event = case.event(punt.event_id)
    return case if event.is_pivotal else case.put(replace(event, is_pivotal=True))


def look_of(case: Case, event_id: str, viewer: str) -> FrisseBlik | None:
    """How this outsider marked an event; capitals in what they are called do not count."""
    name = viewer.strip().casefold()
    for look in case.blikken:
        if look.event_id == event_id and look.viewer.strip().casefold() == name:
            return look
    return None


def looked(case: Case, event_id: str, viewer: str, mark: Mark) -> Case:
    """Set the mark of an outsider on an event; the same mark again removes it.

    Raises BadInput when nobody is named.
    """
    present = look_of(case, event_id, viewer)
    if present is None:
        seq = case.next_seq(FrisseBlik)
        return case.put(FrisseBlik(new_id(), seq, event_id, viewer.strip(), mark))
    if present.mark is mark:
        return case.drop(present)
    return case.put(replace(present, mark=mark))
