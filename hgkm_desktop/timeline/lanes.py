"""The lanes of a line: which there are, and in which of them an event stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import EventKind, Term

HOUSEHOLD = "Gezin"
NOBODY_NAMED = "Niemand genoemd"


class LaneBy(Term):
    """What the lanes of a line are."""

    ORGANISATIE = ("organisatie", "organisatie")
    BETROKKENE = ("betrokkene", "betrokkene")
    SOORT = ("soort", "soort")


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane; `key` is the id or the word it stands for, empty for events that name none."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes from top to bottom, and for each event id the lanes it stands in."""

    lanes: tuple[Lane, ...]
    of_event: dict[str, tuple[int, ...]]


def lanes_of(case: Case, lane_by: LaneBy, events: Iterable[Event]) -> Lanes:
    """The lanes that these events need, in the order of the case.

    An event of several organisations stands in the lane of the first it names, and again in the
    others. Events of no organisation are the lane of the household, which comes first.
    """
    possible, keys = _POSSIBLE[lane_by](case), _KEYS[lane_by]
    known = {lane.key for lane in possible}
    wanted = {e.id: _known_keys(keys(e), known) for e in events}
    used = {key for keys_of_one in wanted.values() for key in keys_of_one}
    lanes = tuple(lane for lane in possible if lane.key in used)
    place = {lane.key: number for number, lane in enumerate(lanes)}
    return Lanes(lanes, {i: tuple(place[k] for k in found) for i, found in wanted.items()})


def _known_keys(keys: Iterable[str], known: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(k for k in keys if k in known)) or ("",)


def _organisation_lanes(case: Case) -> list[Lane]:
    return [Lane("", HOUSEHOLD), *(Lane(o.id, o.name) for o in case.organisations)]


def _betrokkene_lanes(case: Case) -> list[Lane]:
    return [*(Lane(b.id, b.role) for b in case.betrokkenen), Lane("", NOBODY_NAMED)]


def _kind_lanes(case: Case) -> list[Lane]:
    return [Lane(kind.value, kind.label) for kind in EventKind]


def _organisation_keys(event: Event) -> Iterable[str]:
    return event.organisation_ids


def _betrokkene_keys(event: Event) -> Iterable[str]:
    return (involvement.betrokkene_id for involvement in event.involved)


def _kind_keys(event: Event) -> Iterable[str]:
    return (event.kind.value,)


_POSSIBLE: dict[LaneBy, Callable[[Case], list[Lane]]] = {
    LaneBy.ORGANISATIE: _organisation_lanes,
    LaneBy.BETROKKENE: _betrokkene_lanes,
    LaneBy.SOORT: _kind_lanes,
}
_KEYS: dict[LaneBy, Callable[[Event], Iterable[str]]] = {
    LaneBy.ORGANISATIE: _organisation_keys,
    LaneBy.BETROKKENE: _betrokkene_keys,
    LaneBy.SOORT: _kind_keys,
}
