"""Dates of a case text, read with the words of the invoerregel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.phrases import Period, read_moment, read_whole
from hgkm_desktop.models.strict_toml import Table

_T = TypeVar("_T")


def period_in(table: Table, key: str) -> Period:
    """The moment or period under a key. Raises BadContent, also for a date that cannot be."""
    return _read_date(table, key, read_whole)


def moment_in(table: Table, key: str) -> Moment:
    """The one moment under a key. Raises BadContent, also for a date that cannot be."""
    return _read_date(table, key, read_moment)


def moment_if_any(table: Table, key: str) -> Moment | None:
    """The moment under a key; None when the key is not there. Raises BadContent."""
    return moment_in(table, key) if key in table.names else None


def _read_date(table: Table, key: str, read: Callable[[str], _T]) -> _T:
    words = table.text(key)
    try:
        return read(words)
    except BadInput as problem:
        raise table.problem(f"‘{key}’: {problem.what} {problem.todo}".strip()) from None
