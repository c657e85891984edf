"""Records as rows: every field of a frozen record has its column, found from its type hint."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import StartCheck, Summary

Cell = str | int | float | None
Row = Mapping[str, Any]
Hint = Any  # a type hint, as typing gives it
Value = Any  # the value of some field, or its plain form

# A record inside another one is spread over columns that begin with this.
_PREFIX_OF: dict[type, str] = {StartCheck: "check_", Summary: "summary_"}
_MOMENT_PARTS = ("precision", "first", "last", "circa")

_R = TypeVar("_R")


def to_row(record: Value) -> dict[str, Cell]:
    """The cells of a record by column name; of a case only what is not a record itself."""
    record_type: Hint = type(record)
    row: dict[str, Cell] = {}
    for name, hint in _stored(record_type).items():
        row.update(_cells(name, _kind(hint), getattr(record, name)))
    return row


def from_row(record_type: type[_R], row: Row, prefix: str = "", **more: Value) -> _R:
    """The record that these cells were made from; `more` are fields without a column."""
    hints = _stored(cast(Hint, record_type))
    values = {name: _from_cells(prefix + name, hint, row) for name, hint in hints.items()}
    return record_type(**values, **more)


@cache
def columns_of(record_type: Hint, prefix: str = "") -> tuple[str, ...]:
    """The columns that a type of record needs, in the order of its fields."""
    names: list[str] = []
    for name, hint in _stored(record_type).items():
        kind = _kind(hint)
        if kind is Moment:
            names += [f"{prefix}{name}_{part}" for part in _MOMENT_PARTS]
        elif kind in _PREFIX_OF:
            names += columns_of(kind, _PREFIX_OF[kind])
        else:
            names.append(prefix + name)
    return tuple(names)


@cache
def _stored(record_type: Hint) -> dict[str, Hint]:
    """The fields that are columns, with their type hints."""
    hints = get_type_hints(record_type)
    elsewhere = set(FIELD_OF.values()) if record_type is Case else set()
    return {f.name: hints[f.name] for f in fields(record_type) if f.name not in elsewhere}


@cache
def _kind(hint: Hint) -> Hint:
    """The hint without 'or None'."""
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    return kinds[0] if NoneType in get_args(hint) else hint


def _is_tuple(kind: Hint) -> bool:
    origin: Hint = get_origin(kind)
    return origin is tuple


def _cells(name: str, kind: Hint, value: Value) -> dict[str, Cell]:
    if kind is Moment:
        parts = _plain(value) or dict.fromkeys(_MOMENT_PARTS)
        return {f"{name}_{part}": parts[part] for part in _MOMENT_PARTS}
    if kind in _PREFIX_OF:
        return {_PREFIX_OF[kind] + inner: cell for inner, cell in to_row(value).items()}
    if _is_tuple(kind):
        return {name: json.dumps(_plain(value), ensure_ascii=False)}
    return {name: _plain(value)}


def _plain(value: Value) -> Value:
    """A value in the words of JSON: records become objects, terms and dates become text."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return _whole_characters(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _whole_characters(text: str) -> str:
    # A pasted half of an emoji cannot be stored, and must not stop everything else from it.
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _from_cells(column: str, hint: Hint, row: Row) -> Value:
    kind = _kind(hint)
    if kind is Moment:
        parts = {part: row[f"{column}_{part}"] for part in _MOMENT_PARTS}
        return _reader(Moment)(parts) if parts["precision"] is not None else None
    if kind in _PREFIX_OF:
        return from_row(kind, row, _PREFIX_OF[kind])
    if _is_tuple(kind):
        return _reader(kind)(json.loads(row[column]))
    return _reader(hint)(row[column])


@cache
def _reader(hint: Hint) -> Callable[[Value], Value]:
    """What turns a plain value back into a value of this type."""
    kind = _kind(hint)
    if kind is not hint:
        read = _reader(kind)
        return lambda plain: None if plain is None else read(plain)
    if _is_tuple(kind):
        read = _reader(get_args(kind)[0])
        return lambda plain: tuple(read(item) for item in plain)
    if is_dataclass(kind):
        return _record_reader(kind)
    return date.fromisoformat if kind is date else kind


def _record_reader(record_type: Hint) -> Callable[[Value], Value]:
    readers = {name: _reader(hint) for name, hint in _stored(record_type).items()}
    return lambda plain: record_type(**{name: readers[name](plain[name]) for name in plain})
