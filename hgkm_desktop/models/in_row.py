"""Records in their row: finding one, adding one in its place, and leaving one out."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import TypeVar

from hgkm_desktop.models.records import Record

_R = TypeVar("_R", bound=Record)
_PLACE = attrgetter("seq", "id")


def by_id(records: Iterable[_R], record_id: str) -> _R:
    """Raises KeyError when it is not among them."""
    for record in records:
        if record.id == record_id:
            return record
    raise KeyError(record_id)


def without(records: Iterable[_R], record_id: str) -> tuple[_R, ...]:
    return tuple(r for r in records if r.id != record_id)


def in_row(records: Iterable[_R]) -> tuple[_R, ...]:
    return tuple(sorted(records, key=_PLACE))


def with_one(records: tuple[_R, ...], record: _R) -> tuple[_R, ...]:
    """The records with this one added, or in the place of the one with the same id."""
    for place, other in enumerate(records):
        if other.id == record.id and other.seq == record.seq:
            return (*records[:place], record, *records[place + 1 :])
    return in_row([*(r for r in records if r.id != record.id), record])
