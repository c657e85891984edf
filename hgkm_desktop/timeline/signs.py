"""The signs of an event on the line: which it carries, what they mean, and how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Effect, EventKind, FactStatus, Pressure

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
}
"""What the signs of facts mean, in the order in which they stand after a label."""


def signs_of_facts(event: Event) -> tuple[str, ...]:
    """The status of the fact, how free an interventie was and what it brought, and the risk."""
    found = [_OF_STATUS.get(event.fact_status, "")]
    found.append(event.pressure.value if event.pressure is not None else "")
    found.append(_OF_EFFECT.get(event.effect, ""))
    found.append(
        "risk" if event.is_risk_moment and event.kind is not EventKind.RISICOMOMENT else ""
    )
    return tuple(sign for sign in found if sign)


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

_BOX = ((-0.38, -0.38), (0.38, -0.38), (0.38, 0.38), (-0.38, 0.38))
_FRAME = Stroke(_BOX, 0.12, closed=True)
_LOWER_HALF = Area(((-0.38, 0.0), (0.38, 0.0), (0.38, 0.38), (-0.38, 0.38)))


def _bars(count: int) -> tuple[Part, ...]:
    """Three rising bars of which the first `count` are there; the others leave only their foot."""
    found = []
    for number, top in enumerate((0.12, -0.16, -0.46)):
        left = -0.47 + number * 0.33
        high = top if number < count else 0.36
        found.append(Area(((left, 0.46), (left, high), (left + 0.26, high), (left + 0.26, 0.46))))
    return tuple(found)


SIGN_PARTS: dict[str, tuple[Part, ...]] = {
    "unknown": (Ring(0.5, 0.1), Letter("?", 0.86)),
    "suspected": (Letter("?", 1.3),),
    "disputed": (
        Stroke(((-0.4, -0.16), (0.4, -0.16)), 0.14),
        Stroke(((-0.4, 0.18), (0.4, 0.18)), 0.14),
        Stroke(((-0.2, 0.46), (0.2, -0.46)), 0.14),
    ),
    "vrijwillig": _bars(1),
    "drang": _bars(2),
    "dwang": _bars(3),
    "effect_full": (Area(_BOX), _FRAME),
    "effect_part": (_LOWER_HALF, _FRAME),
    "effect_none": (_FRAME,),
}
"""How the signs of facts are drawn, on screen and on paper alike; the signs of belevingen have
drawings of their own there."""
