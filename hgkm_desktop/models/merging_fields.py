"""The fields of a case or a work that two copies changed apart from each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.merging import Choice, Choices, Conflict
from hgkm_desktop.models.read_through import ReadThrough
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.texts import changed_keys
from hgkm_desktop.models.works import Value

_V = TypeVar("_V", bound=Value)

# Reckoned from the two, never asked; of what is only of the moment one of the two is taken.
_RECKONED = ("id", "state", "read")
_OF_THE_MOMENT = ("lane_order", "round")
_COUNTED = ("versions",)
_UNITED = ("steps_done",)
_MAY_BE_TWO = (
    *("focus_groups", "knoppen", "decisions", "meetings", "signals", "agenda", "reflections"),
    *("successes", "knelpunten", "begrippen", "learned", "needed", "insights"),
)


def field_conflicts(here: Value, there: Value) -> Iterator[Conflict]:
    """What these say otherwise in their own fields, part by part where parts have an id."""
    for name in _names(here):
        mine, theirs = getattr(here, name), getattr(there, name)
        if mine == theirs or name in (*_OF_THE_MOMENT, *_UNITED, *_COUNTED):
            continue
        if not _has_parts(mine or theirs):
            yield Conflict(f"{here.id}.{name}", name, mine, theirs)
            continue
        others = {_key(part): part for part in theirs}
        for part in mine:
            other = others.get(_key(part), part)
            if other != part:
                key = f"{here.id}.{name}.{_key(part)}"
                yield Conflict(key, name, part, other, name in _MAY_BE_TWO)


def with_fields(here: _V, there: _V, choices: Choices, *, first_is_here: bool) -> _V:
    """The value of `here` with its fields as the two make them; records stay as they are.

    `first_is_here` says which of the two goes first where that is all that differs.
    """
    changed: dict[str, Any] = {}
    for name in _names(here):
        mine, theirs = getattr(here, name), getattr(there, name)
        first, second = (mine, theirs) if first_is_here else (theirs, mine)
        if name in _OF_THE_MOMENT:
            changed[name] = first
        elif name in _COUNTED:
            changed[name] = max(mine, theirs)
        elif name in _UNITED:
            changed[name] = tuple(dict.fromkeys((*first, *second)))
        elif _has_parts(mine or theirs):
            changed[name] = _parts(f"{here.id}.{name}", (mine, theirs), (first, second), choices)
        elif choices.get(f"{here.id}.{name}") is Choice.THERE:
            changed[name] = theirs
    return replace(here, **changed)


def _parts(
    where: str,
    sides: tuple[tuple[Any, ...], tuple[Any, ...]],
    in_order: tuple[tuple[Any, ...], tuple[Any, ...]],
    choices: Choices,
) -> tuple[Any, ...]:
    """The parts of both, in the order of the first; what only one of them has is kept."""
    here, there = ({_key(part): part for part in side} for side in sides)
    made: list[Any] = []
    for key in dict.fromkeys(_key(part) for side in in_order for part in side):
        mine, theirs = here.get(key), there.get(key)
        choice = choices.get(f"{where}.{key}", Choice.LATER)
        if mine is None or theirs is None or mine == theirs:
            made.append(theirs if mine is None else mine)
        elif choice is Choice.BOTH:
            made += [mine, replace(theirs, id=new_id())]
        else:
            made.append(theirs if choice is Choice.THERE else mine)
    return tuple(made)


def _names(value: Value) -> list[str]:
    apart = {*_RECKONED, *(FIELD_OF.values() if isinstance(value, Case) else ())}
    return [field.name for field in fields(value) if field.name not in apart]


def _has_parts(value: object) -> bool:
    """Whether these are parts that can be told apart by an id; of a case none are."""
    if not isinstance(value, tuple) or not value or not is_dataclass(value[0]):
        return False
    return hasattr(value[0], "id") or hasattr(value[0], "case_id")


def _key(part: Any) -> str:  # noqa: ANN401
    return str(getattr(part, "id", None) or part.case_id)


# --- read through -------------------------------------------------------------------------------


def as_read(made: _V, here: _V, there: _V) -> _V:
    """What the two made, with what was read of it: whatever one of them did not read, is unread."""
    cleared = {*here.read.cleared, *there.read.cleared}
    noted = {*here.read.alterations, *there.read.alterations}
    readers = [side for side in (here, there) if side.read.on is not None]
    newest = max((side.read for side in readers), key=_when, default=ReadThrough())
    unread = {key for side in readers for key in (*side.read.unread, *changed_keys(side, made))}
    is_shared = all(
        side.state is CaseState.DEELBAAR and not changed_keys(side, made) for side in (here, there)
    )
    return replace(
        made,
        state=CaseState.DEELBAAR if is_shared else CaseState.IN_BEWERKING,
        read=ReadThrough(
            newest.by,
            newest.on,
            tuple(sorted(unread)),
            tuple(sorted(cleared, key=repr)),
            tuple(sorted(noted, key=repr)),
        ),
    )


def _when(read: ReadThrough) -> tuple[str, str]:
    return str(read.on), read.by
