"""The lanes of a line: which there are, and in which of them an event stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import ChainPhase, EventKind
from hgkm_desktop.timeline.choices import Choices, LaneBy

HOUSEHOLD = "Gezin"
NOBODY_NAMED = "Niemand genoemd"
NO_PHASE = "Geen fase"
NOTHING: Mapping[str, None] = {}


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane; `key` is what the lanes are, a colon, and the id or word this one stands for
    (nothing for events that name none): as in `Case.lane_order`. `count` is how many dated events
    stand in it."""

    key: str
    name: str
    count: int = 0
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes from top to bottom, those that were hidden, and for each event id the lanes it
    stands in, its own one first; no lanes for an event of which all are hidden. `natural` are all
    lanes there can be, `wanted` the keys of those that each event names."""

    lanes: tuple[Lane, ...]
    hidden: tuple[Lane, ...]
    of_event: dict[str, tuple[int, ...]]
    natural: tuple[Lane, ...]
    wanted: dict[str, tuple[str, ...]]


def lanes_of(
    case: Case,
    choices: Choices,
    events: Iterable[Event],
    *,
    before: Lanes | None = None,
    changed: Mapping[str, Event | None] = NOTHING,
) -> Lanes:
    """The lanes that these events need, in the order that was chosen for the case.

    An event of several organisations stands in the lane of the first it names, and again in the
    others; where its own lane is folded or hidden the first open one becomes its own. Events of
    no organisation are the lane of the household, which naturally comes first. With the lanes
    `before` an edit only the events that it `changed` are looked at, None for those without lane.
    """
    natural = tuple(_natural_lanes(case, choices.lane_by))
    if before is None or before.natural != natural:
        wanted = _wanted(case, choices.lane_by, events)
    else:
        anew = _wanted(case, choices.lane_by, (e for e in changed.values() if e is not None))
        wanted = before.wanted | anew
        for event_id in changed.keys() - anew.keys():
            wanted.pop(event_id, None)
    alike = Counter(wanted.values())  # most events stand in the same lanes as many others
    counts = Counter[str]()
    for keys, count in alike.items():
        counts.update(dict.fromkeys(keys, count))
    ordered = [
        replace(lane, count=counts[lane.key], is_folded=lane.key in choices.folded)
        for lane in in_chosen_order(natural, case.lane_order)  # an empty lane has a place too
        if lane.key in counts
    ]
    lanes = tuple(lane for lane in ordered if lane.key not in choices.hidden)
    hidden = tuple(lane for lane in ordered if lane.key in choices.hidden)
    place = {lane.key: number for number, lane in enumerate(lanes)}
    folded = {place[lane.key] for lane in lanes if lane.is_folded}
    places = {
        keys: tuple(sorted((place[k] for k in keys if k in place), key=folded.__contains__))
        for keys in alike
    }
    of_event = dict(zip(wanted, map(places.__getitem__, wanted.values()), strict=True))
    return Lanes(lanes, hidden, of_event, natural, wanted)


def in_chosen_order(lanes: Sequence[Lane], order: Sequence[str]) -> list[Lane]:
    """The lanes whose keys are in `order` as they are there; any other after the lane that it
    naturally follows."""
    rank = {key: number for number, key in enumerate(order)}
    named = sorted((n for n in lanes if n.key in rank), key=lambda lane: rank[lane.key])
    for number, lane in enumerate(lanes):
        if lane.key not in rank:
            named.insert(named.index(lanes[number - 1]) + 1 if number else 0, lane)
    return named


def _natural_lanes(case: Case, lane_by: LaneBy) -> list[Lane]:
    return [Lane(_key(lane_by, word), name) for word, name in _NATURAL[lane_by](case)]


def _wanted(case: Case, lane_by: LaneBy, events: Iterable[Event]) -> dict[str, tuple[str, ...]]:
    """For each event id the keys of its lanes, its own first."""
    known = {word for word, _ in _NATURAL[lane_by](case)}
    words, keys_of = _WORDS[lane_by], dict[tuple[str, ...], tuple[str, ...]]()
    wanted: dict[str, tuple[str, ...]] = {}
    for event in events:
        named = words(event)
        keys = keys_of.get(named)
        if keys is None:
            keys = keys_of[named] = tuple(_key(lane_by, w) for w in _known_words(named, known))
        wanted[event.id] = keys
    return wanted


def _key(lane_by: LaneBy, word: str) -> str:
    return f"{lane_by.value}:{word}"


def _known_words(words: Iterable[str], known: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w for w in words if w in known)) or ("",)


_Named = tuple[str, str]


def _organisation_lanes(case: Case) -> list[_Named]:
    return [("", HOUSEHOLD), *((o.id, o.name) for o in case.organisations)]


def _betrokkene_lanes(case: Case) -> list[_Named]:
    return [*((b.id, b.role) for b in case.betrokkenen), ("", NOBODY_NAMED)]


def _kind_lanes(case: Case) -> list[_Named]:
    return [(kind.value, kind.label) for kind in EventKind]


def _phase_lanes(case: Case) -> list[_Named]:
    return [*((phase.value, phase.label) for phase in ChainPhase), ("", NO_PHASE)]


def _organisation_words(event: Event) -> tuple[str, ...]:
    return event.organisation_ids


def _betrokkene_words(event: Event) -> tuple[str, ...]:
    return tuple(involvement.betrokkene_id for involvement in event.involved)


def _kind_words(event: Event) -> tuple[str, ...]:
    return (event.kind.value,)


def _phase_words(event: Event) -> tuple[str, ...]:
    return (event.chain_phase.value,) if event.chain_phase is not None else ()


_NATURAL: dict[LaneBy, Callable[[Case], list[_Named]]] = {
    LaneBy.ORGANISATIE: _organisation_lanes,
    LaneBy.BETROKKENE: _betrokkene_lanes,
    LaneBy.SOORT: _kind_lanes,
    LaneBy.KETEN: _phase_lanes,
}
_WORDS: dict[LaneBy, Callable[[Event], tuple[str, ...]]] = {
    LaneBy.ORGANISATIE: _organisation_words,
    LaneBy.BETROKKENE: _betrokkene_words,
    LaneBy.SOORT: _kind_words,
    LaneBy.KETEN: _phase_words,
}
