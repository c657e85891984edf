"""Two copies of a case or a work, brought together row by row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.in_depth import NaastElkaar
from hgkm_desktop.models.in_row import in_row
from hgkm_desktop.models.merging import (
    ABSENT,
    Choice,
    Choices,
    Conflict,
    Pick,
    Side,
    left,
    picked,
    settled,
)
from hgkm_desktop.models.merging_fields import as_read, field_conflicts, with_fields
from hgkm_desktop.models.needs import needs, pointing_at_what_is_there, with_ids
from hgkm_desktop.models.records import (
    Beleving,
    Betrokkene,
    Deelnemer,
    Organisation,
    Record,
    new_id,
)
from hgkm_desktop.models.versions import Version
from hgkm_desktop.models.works import Value, name_of

# Of these one more with another id would say that there are two of them.
_SINGLE = (Betrokkene, Organisation, Deelnemer, Beleving)
_BETWEEN = "+"  # two ids in the key of one conflict


@dataclass(frozen=True, slots=True)
class Merged:
    """Two copies of one value with all that must be chosen before they are one.

    What is certain is the same whichever of the two is `here`.
    """

    id: str
    here: Side
    there: Side
    conflicts: tuple[Conflict, ...]

    def value(self, choices: Choices) -> Value | None:
        """What the two make with these choices, None for nothing; what is not chosen stays as it
        is here. What a record that stays cannot do without comes along, from either copy."""
        here, there = self.here.value, self.there.value
        if here is None or there is None:
            return self._whole(choices)
        if here == there:
            return here
        if isinstance(here, Case) and isinstance(there, Case):
            return _merged_case(self, here, there, choices)
        made: Value = _with_own_fields(self, here, there, choices)
        return made

    def versions(self, value: Value | None, choices: Choices, mark: str) -> dict[str, Version]:
        """The version of every row once `value` is what both come to; `mark` is for what is new.

        What is to be chosen later has not seen the other copy, and is asked again.
        """
        here, there, made = self.here.rows, self.there.rows, _rows(value)
        later = {
            row
            for conflict in self.conflicts
            if choices.get(conflict.key, Choice.LATER) is Choice.LATER
            for row in self.rows_in(conflict)
        }
        found: dict[str, Version] = {}
        for row in {*here, *there, *made}:
            mine, theirs, result = here.get(row, ABSENT), there.get(row, ABSENT), made.get(row)
            pair = (self.here.version(row), self.there.version(row))
            if row not in later:
                found[row] = settled(result, mine, theirs, pair, mark)
            elif stays := left(result, mine, pair[0], mark):
                found[row] = stays
        return found

    def rows_in(self, conflict: Conflict) -> Iterator[str]:
        """The rows that a conflict is about."""
        if conflict.key == self.id:
            yield from {*self.here.rows, *self.there.rows}
        elif "." in conflict.key:
            yield self.id
        else:
            yield from conflict.key.split(_BETWEEN)

    def _whole(self, choices: Choices) -> Value | None:
        """A value that one of the two does not have: new, removed, or to be chosen."""
        here, there = self.here.value, self.there.value
        if self.conflicts:
            return there if choices.get(self.id) is Choice.THERE else here
        if here is None:
            return None if self.id in self.here.rows else there
        return None if self.id in self.there.rows else here


def merged(value_id: str, here: Side, there: Side) -> Merged:
    """Lay two copies of a value beside each other."""
    mine, theirs = here.value, there.value
    if mine is not None and theirs is not None:
        found = tuple(_conflicts(here, there)) if mine != theirs else ()
    elif _is_changed_after_it_was_removed(value_id, here, there):
        names = [name_of(value).one for value in (mine, theirs) if value is not None]
        found = (Conflict(value_id, names[0], mine, theirs),)
    else:
        found = ()
    return Merged(value_id, here, there, found)


def side_of(
    value: Value | None, versions: Mapping[str, Version], gone: Collection[str] = ()
) -> Side:
    """One copy of a value with the versions of its rows and the ids of those that were removed."""
    return Side(value, versions, {**dict.fromkeys(gone), **_rows(value)})


def _rows(value: Value | None) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Case):
        return {value.id: value}
    return {**_records(value), value.id: _bare(value)}


def _records(case: Case) -> dict[str, Record]:
    return {record.id: record for name in FIELD_OF.values() for record in getattr(case, name)}


def _bare(case: Case) -> Case:
    nothing: dict[str, Any] = dict.fromkeys(FIELD_OF.values(), ())
    return replace(case, **nothing)


def _is_changed_after_it_was_removed(value_id: str, here: Side, there: Side) -> bool:
    """Whether one copy was removed, and the other holds what that did not see."""
    live, gone = (here, there) if there.value is None else (there, here)
    if value_id not in gone.rows or live.value is None:
        return False
    rows = _rows(live.value)
    return not all(gone.version(row).has_seen(live.version(row)) for row in rows)


# --- what must be chosen ------------------------------------------------------------------------


def _conflicts(here: Side, there: Side) -> Iterator[Conflict]:
    assert here.value is not None
    assert there.value is not None
    if _picked(here.value.id, here, there) is Pick.ASK:
        yield from field_conflicts(here.value, there.value)
    if not isinstance(here.value, Case) or not isinstance(there.value, Case):
        return
    mine, theirs = _records(here.value), _records(there.value)
    for row in sorted({*mine, *theirs}):
        if _picked(row, here, there) is Pick.ASK:
            record, other = mine.get(row), theirs.get(row)
            kind = type(mine[row] if row in mine else theirs[row])
            is_double = record is not None and other is not None and kind not in _SINGLE
            yield Conflict(row, FIELD_OF[kind], record, other, is_double)
    yield from _at_one_place(here.value, there.value, here, there)


def _picked(row: str, here: Side, there: Side) -> Pick:
    mine, theirs = here.rows.get(row, ABSENT), there.rows.get(row, ABSENT)
    if _is_withdrawn(mine, theirs, there) or _is_withdrawn(theirs, mine, here):
        return Pick.ASK
    return picked(mine, theirs, here.version(row), there.version(row))


def _is_withdrawn(record: object, other: object, elsewhere: Side) -> bool:
    """Whether the other copy lost the radertje of this sentence, which that copy never saw: who
    withdrew it withdrew all that was laid beside it (`Case.withdraw`)."""
    if not isinstance(record, NaastElkaar) or other is not ABSENT:
        return False
    return elsewhere.rows.get(record.radertje_id, ABSENT) is None


def _at_one_place(mine: Case, theirs: Case, here: Side, there: Side) -> Iterator[Conflict]:
    """Two belevingen of one deelnemer of one event, each put apart from the other."""
    known = {(b.event_id, b.deelnemer_id): b for b in mine.belevingen if _is_new(b.id, there)}
    for beleving in theirs.belevingen:
        other = known.get((beleving.event_id, beleving.deelnemer_id))
        if other is not None and _is_new(beleving.id, here):
            key = _BETWEEN.join(sorted((other.id, beleving.id)))
            yield Conflict(key, "belevingen", other, beleving)


def _is_new(row: str, side: Side) -> bool:
    return row not in side.rows


# --- one of the two -----------------------------------------------------------------------------


def _with_own_fields(found: Merged, here: Any, there: Any, choices: Choices) -> Any:  # noqa: ANN401
    """The value with its own fields as the two make them, and read as far as it was read."""
    match _picked(found.id, found.here, found.there):
        case Pick.HERE:
            return here
        case Pick.THERE:
            return there
        case Pick.ASK:
            rows = (found.here.version(found.id).rev, repr(here))
            others = (found.there.version(found.id).rev, repr(there))
            made = with_fields(here, there, choices, first_is_here=rows >= others)
            return as_read(made, here, there)


def _merged_case(found: Merged, here: Case, there: Case, choices: Choices) -> Case:
    own = _with_own_fields(found, _bare(here), _bare(there), choices)
    kept = _Kept(found, here, there)
    kept.choose(choices)
    kept.complete()
    case = pointing_at_what_is_there(kept.on(own))
    for side in (here, there):
        if replace(case, state=side.state, read=side.read) == side and _bare(side) == own:
            return side
    return as_read(case, here, there)


class _Kept:
    """The records that stay, while they are gathered out of two copies of a case."""

    def __init__(self, found: Merged, here: Case, there: Case) -> None:
        self._found = found
        self._here, self._there = _records(here), _records(there)
        self._records: dict[str, Record] = {}  # those that stay
        self._names: dict[str, str] = {}

    def choose(self, choices: Choices) -> None:
        """Take each record from the copy that holds, or that was chosen."""
        by_row = {
            row: choices.get(conflict.key, Choice.LATER)
            for conflict in self._found.conflicts
            for row in self._found.rows_in(conflict)
        }
        back: list[tuple[Record, Mapping[str, Record]]] = []
        for row in {*self._here, *self._there}:
            pick = _picked(row, self._found.here, self._found.there)
            is_there = by_row.get(row, pick) in (Choice.THERE, Pick.THERE)
            copy: Mapping[str, Record] = self._there if is_there else self._here
            mine, theirs = self._here.get(row), self._there.get(row)
            record = copy.get(row)
            if record is not None:
                self._records[row] = record
                if pick is Pick.ASK and (mine is None or theirs is None):
                    back.append((record, copy))
            if by_row.get(row) is Choice.BOTH and theirs is not None:
                double = replace(theirs, id=new_id())
                self._records[double.id] = double
        for record, copy in back:
            self._bring_along(record, copy)

    def _bring_along(self, record: Record, copy: Mapping[str, Record]) -> None:
        """What went because this record went comes back with it."""
        for row, other in copy.items():
            if row not in self._records and record.id in needs(other):
                self._records[row] = other
                self._bring_along(other, copy)

    def complete(self) -> None:
        """Keep what the records need, and let what has one name be one."""
        self._add_what_is_needed()
        self._unite(Organisation, "name")
        self._unite(Betrokkene, "role")

    def _add_what_is_needed(self) -> None:
        while (
            missing := {row for record in self._records.values() for row in needs(record)}
            - self._records.keys()
        ):
            for row in sorted(missing):
                copy: Mapping[str, Record] = self._here if row in self._here else self._there
                self._records[row] = copy[row]
                self._bring_along(copy[row], copy)

    def _unite(self, kind: type[Record], name: str) -> None:
        """One of two that are new in both copies and say the same: what names it names one."""
        sides = self._found.here, self._found.there
        mine, theirs = (
            {getattr(r, name): r for r in copy.values() if type(r) is kind and self._is_own(r, to)}
            for copy, to in zip((self._here, self._there), reversed(sides), strict=True)
        )
        for called, record in mine.items():
            other = theirs.get(called)
            if other is not None and replace(other, id=record.id, seq=record.seq) == record:
                stays, goes = sorted((record.id, other.id))
                self._names[goes] = stays
                self._records.pop(goes)

    def _is_own(self, record: Record, elsewhere: Side) -> bool:
        return record.id in self._records and _is_new(record.id, elsewhere)

    def on(self, own: Case) -> Case:
        """The case with these records, each in its row."""
        records: dict[str, list[Record]] = {name: [] for name in FIELD_OF.values()}
        for record in self._records.values():
            records[FIELD_OF[type(record)]].append(record)
        if self._names:
            own = with_ids(own, self._names)
            records = {n: [with_ids(r, self._names) for r in found] for n, found in records.items()}
        made: dict[str, Any] = {name: in_row(found) for name, found in records.items()}
        return replace(own, **made)
