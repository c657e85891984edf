"""Two copies of a casusbestand laid beside each other: what can be one, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.merging import Choices, Side
from hgkm_desktop.models.merging_values import Merged, merged
from hgkm_desktop.models.reading import after_edit
from hgkm_desktop.models.uitgave import Uitgave
from hgkm_desktop.models.vernietiging import Vernietiging
from hgkm_desktop.models.versions import Version
from hgkm_desktop.models.works import Value

NOT_THERE = Side(None, {}, {})


@dataclass(frozen=True, slots=True)
class FileCopy:
    """What a casusbestand holds: its cases and works, what was issued, and what was destroyed.

    `header` are its first 16 bytes: of a copy of the file the same, of a copy for a colleague not.
    All by the id of the case or the work.
    """

    header: bytes
    sides: Mapping[str, Side]
    issued: Mapping[str, tuple[Uitgave, ...]]
    destroyed: Mapping[str, Vernietiging]


class Refusal(Enum):
    """Why a case of the other file is left alone."""

    ALTERED = "altered"
    """Its dates were moved in secret: it is no copy of the rows that are here."""
    DESTROYED_HERE = "destroyed here"
    DESTROYED_THERE = "destroyed there"


@dataclass(frozen=True, slots=True)
class Refused:
    """A case that is not merged, by the code that it has in either file."""

    id: str
    code: str
    why: Refusal


@dataclass(frozen=True, slots=True)
class Together:
    """What two files make together, value by value, and what is refused of it.

    `issued` are the documents of a case that only the other file has, or of which it took out what
    they say; `destroyed` is what is only noted there of cases that are not here.
    """

    values: tuple[Merged, ...]
    refused: tuple[Refused, ...]
    issued: Mapping[str, tuple[Uitgave, ...]]
    destroyed: Mapping[str, Vernietiging]


@dataclass(frozen=True, slots=True)
class Settled:
    """A value as it is written once all was chosen; `versions` are of the rows that get another."""

    id: str
    before: Value | None
    value: Value | None
    versions: Mapping[str, Version]

    @property
    def changes(self) -> bool:
        """Whether anything that people see becomes other than it was."""
        return self.before != self.value


def brought_together(here: FileCopy, there: FileCopy) -> Together:
    """Lay the other file beside this one; nothing is chosen yet."""
    values, refused = [], []
    destroyed = {*here.destroyed, *there.destroyed}
    for value_id, found in there.sides.items():
        theirs = _without(found, destroyed)
        mine = here.sides.get(value_id, NOT_THERE)
        why = _refusal(value_id, here, there)
        if why is not None:
            refused.append(Refused(value_id, _code(value_id, here, there), why))
        elif value_id not in destroyed and (mine.rows or theirs.value is not None):
            values.append(merged(value_id, mine, theirs))
    for case_id in there.destroyed.keys() - there.sides.keys():
        if here.sides.get(case_id, NOT_THERE).value is not None:
            code = _code(case_id, here, there)
            refused.append(Refused(case_id, code, Refusal.DESTROYED_THERE))
    known = {one.id for one in values}
    return Together(
        tuple(values),
        tuple(sorted(refused, key=lambda one: one.code)),
        {i: issued for i in known if (issued := _issued_there(here, there, i))},
        {
            case_id: noted
            for case_id, noted in there.destroyed.items()
            if noted.is_finished
            and case_id not in here.destroyed
            and here.sides.get(case_id, NOT_THERE).value is None
        },
    )


def settle(found: Merged, choices: Choices, mark: str) -> Settled:
    """The value with these choices, in bewerking when anything of it became other here."""
    before, value = found.here.value, found.value(choices)
    if value is not None and value != before:
        value = after_edit(before, value)
    known = found.here.versions
    versions = found.versions(value, choices, mark)
    other = {row: version for row, version in versions.items() if version != known.get(row)}
    return Settled(found.id, before, value, other)


def _without(side: Side, destroyed: set[str]) -> Side:
    """A study or a row of meetings in which nothing is said of what was destroyed."""
    value = side.value
    if value is None or isinstance(value, Case):
        return side
    for case_id in sorted(destroyed):
        value = value.with_nothing_of(case_id)
    rows = {**side.rows, value.id: value}
    return Side(value, side.versions, rows)


def _refusal(value_id: str, here: FileCopy, there: FileCopy) -> Refusal | None:
    mine, theirs = here.sides.get(value_id, NOT_THERE), there.sides[value_id]
    if value_id in here.destroyed:
        return Refusal.DESTROYED_HERE if theirs.value is not None else None
    if value_id in there.destroyed:
        return Refusal.DESTROYED_THERE if mine.value is not None else None
    if here.header != there.header and _is_altered(value_id, mine, theirs):
        return Refusal.ALTERED
    return None


def _is_altered(value_id: str, mine: Side, theirs: Side) -> bool:
    """Whether a case was made anew out of another one, as a copy with moved dates is.

    Whatever a copy keeps, it keeps the mark of the first time that a row was written; what is
    built anew gets another one. Of cases from before there were marks, what such a copy says of
    itself must do: that it was altered, and not when it was made.
    """
    if not mine.rows or not theirs.rows:
        return False
    births = mine.version(value_id).births, theirs.version(value_id).births
    if any(births):
        return births[0].isdisjoint(births[1])
    said = [_says_of_itself(side) for side in (mine, theirs)]
    return said[0] != said[1] and any(is_moved for is_moved, _ in said)


def _says_of_itself(side: Side) -> tuple[bool, object]:
    case = side.value
    if not isinstance(case, Case):
        return False, None
    is_moved = bool(case.read.alterations) and case.created_on is None
    return is_moved, (case.created_on, case.read.alterations)


def _issued_there(here: FileCopy, there: FileCopy, case_id: str) -> tuple[Uitgave, ...]:
    known = {uitgave.id: uitgave for uitgave in here.issued.get(case_id, ())}
    found = there.issued.get(case_id, ())
    return tuple(u for u in found if u.id not in known or (known[u.id].title and not u.title))


def _code(value_id: str, here: FileCopy, there: FileCopy) -> str:
    for side in (here, there):
        value = side.sides.get(value_id, NOT_THERE).value
        if value is not None:
            return value.code
        if value_id in side.destroyed:
            return side.destroyed[value_id].code
    return ""
