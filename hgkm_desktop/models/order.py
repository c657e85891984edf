"""The order of the events after an edit, found from the order before it."""

from __future__ import annotations

from bisect import insort
from datetime import date

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.records import Event

_FEW = 20


def in_order_after(case: Case, before: Case, line: tuple[Event, ...]) -> tuple[Event, ...]:
    """`in_order(case)` for who knows `line`, the events of the case before an edit in their order.

    Where an edit changed a few dated events among dated ones, only these look for their place.
    """
    pairs = [
        pair for pair in zip(before.events, case.events, strict=False) if pair[0] is not pair[1]
    ]
    changed = {new.id: new for _, new in pairs}
    gone = {id(old) for old, _ in pairs}
    still = [e for e in line if id(e) not in gone and e.start.first is not None]
    is_simple = (
        len(still) + len(changed) == len(line) == len(case.events) == len(before.events)
        and len(changed) <= _FEW
        and all(event.start.is_known for event in changed.values())
    )
    if not is_simple:
        return in_order(case)
    for event in changed.values():
        insort(still, event, key=_on_line)
    return tuple(still)


def _on_line(event: Event) -> tuple[date, date, float, str]:
    return (*event.start.order, event.seq, event.id)
