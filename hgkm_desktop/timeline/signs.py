"""The signs of an event on the line: which it carries, what they mean, and how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import AddedBy, Effect, EventKind, FactStatus, Pressure

_OF_STATUS = {FactStatus.VERMOEDEN: "suspected", FactStatus.BETWIST: "disputed"}
_OF_EFFECT = {
    Effect.BEREIKT: "effect_full",
    Effect.DEELS: "effect_part",
    Effect.UITGEBLEVEN: "effect_none",
}

MEANINGS = {
    "unknown": "onbekend of men dit wist",
    "suspected": FactStatus.VERMOEDEN.label,
    "disputed": FactStatus.BETWIST.label,
    "vrijwillig": Pressure.VRIJWILLIG.label,
    "drang": Pressure.DRANG.label,
    "dwang": Pressure.DWANG.label,
    "effect_full": f"resultaat {Effect.BEREIKT.label}",
    "effect_part": f"resultaat {Effect.DEELS.label}",
    "effect_none": f"resultaat {Effect.UITGEBLEVEN.label}",
    "risk": "ook een risicomoment",
    "focus": "aanvulling van een focusgroep",
}
"""What the signs of facts mean, in the order in which they stand after a label."""


def signs_of_facts(event: Event) -> tuple[str, ...]:
    """The status of the fact, how free an interventie was and what it brought, the risk, and that a
    focusgroep added it."""
    found = []
    if event.fact_status in _OF_STATUS:
        found.append(_OF_STATUS[event.fact_status])
    if event.pressure is not None:
        found.append(event.pressure.value)
    if event.effect in _OF_EFFECT:
        found.append(_OF_EFFECT[event.effect])
    if event.is_risk_moment and event.kind is not EventKind.RISICOMOMENT:
        found.append("risk")
    if event.added_by is AddedBy.FOCUSGROEP:
        found.append("focus")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape; corners around the centre of a sign of size 1, y grows down."""

    corners: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line through points; `closed` leads it back to its first."""

    points: tuple[tuple[float, float], ...]
    width: float
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Ring:
    radius: float
    width: float


@dataclass(frozen=True, slots=True)
class Letter:
    """A bold letter in the middle, `size` of type."""

    text: str
    size: float


Part = Area | Stroke | Ring | Letter

# Every sign is about 0.8 wide, so that the white between them is the same.
_BOX = ((-0.34, -0.34), (0.34, -0.34), (0.34, 0.34), (-0.34, 0.34))
_FRAME = Stroke(_BOX, 0.12, closed=True)
_LOWER_HALF = Area(((-0.34, 0.0), (0.34, 0.0), (0.34, 0.34), (-0.34, 0.34)))


def _bars(count: int) -> tuple[Part, ...]:
    """Three rising bars of which the first `count` are there; the others leave only their foot."""
    found = []
    for number, top in enumerate((0.06, -0.18, -0.42)):
        left = -0.42 + number * 0.3
        high = top if number < count else 0.32
        found.append(Area(((left, 0.42), (left, high), (left + 0.24, high), (left + 0.24, 0.42))))
    return tuple(found)


SIGN_PARTS: dict[str, tuple[Part, ...]] = {
    "unknown": (Ring(0.46, 0.1), Letter("?", 0.8)),
    "suspected": (Letter("?", 1.25),),
    "disputed": (
        Stroke(((-0.38, -0.15), (0.38, -0.15)), 0.13),
        Stroke(((-0.38, 0.15), (0.38, 0.15)), 0.13),
        Stroke(((-0.18, 0.42), (0.18, -0.42)), 0.13),
    ),
    "vrijwillig": _bars(1),
    "drang": _bars(2),
    "dwang": _bars(3),
    "effect_full": (Area(_BOX), _FRAME),
    "effect_part": (_LOWER_HALF, _FRAME),
    "effect_none": (_FRAME,),
    "focus": (Ring(0.46, 0.1), Letter("F", 0.7)),
}
"""How the signs of facts are drawn, on screen and on paper alike; the signs of belevingen have
drawings of their own there."""
