"""How far someone is who makes a first case: what of it can be seen in the case itself."""

from __future__ import annotations

from collections.abc import Callable

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.first_case_content import FirstStep

PLACES, LINES = 2, 3
"""How many deelnemers and events a first case asks for."""
SEEN = "notitie"
"""The step of looking at a document, which leaves nothing in the case."""
END = "klaar"
"""What is said when all is done; there is nothing to do in it."""

_DONE: dict[str, Callable[[Case], bool]] = {
    "casus": lambda case: True,
    "aanleiding": lambda case: bool(case.reason.strip()),
    "deelnemers": lambda case: len(case.deelnemers) >= PLACES,
    "lijn": lambda case: len(case.events) >= LINES,
    "beleving": lambda case: bool(case.belevingen),
    "les": lambda case: bool(case.lessons),
    "actie": lambda case: any(actie.owner and actie.keeper for actie in case.acties),
}


def is_done(step: FirstStep, case: Case | None, *, has_seen: bool) -> bool:
    """Whether a step is done in this case; `has_seen` says that the gespreksnotitie was seen."""
    if step.id == SEEN:
        return has_seen
    return step.id != END and case is not None and _DONE[step.id](case)


def first_open(
    steps: tuple[FirstStep, ...], case: Case | None, *, has_seen: bool, after: int = -1
) -> int:
    """The first step behind `after` that is not done, by its place; the last one is its end."""
    places = range(after + 1, len(steps))
    open_ones = (place for place in places if not is_done(steps[place], case, has_seen=has_seen))
    return next(open_ones, len(steps) - 1)
