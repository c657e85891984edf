"""Records as rows: every field of a frozen record has its column, found from its type hint."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from hgkm_desktop.casefile.problems import TooLarge, WrongContent
from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.in_depth import ClientTalk, Ronde
from hgkm_desktop.models.moment import FIRST_YEAR, LAST_YEAR, UNKNOWN, Moment, Precision
from hgkm_desktop.models.read_through import ReadThrough
from hgkm_desktop.models.records import StartCheck, Summary

Cell = str | int | float | None
Hint = Any  # a type hint, as typing gives it
Value = Any  # the value of some field, or its plain form

# A record inside another one is spread over columns that begin with this.
_PREFIX_OF: dict[type, str] = {
    StartCheck: "check_",
    Summary: "summary_",
    ReadThrough: "read_",
    Ronde: "round_",
    ClientTalk: "talk_",
}
_MOMENT_PARTS = ("precision", "first", "last", "circa")

# In characters; what is longer is not written, and not read.
LONGEST_TEXT, LONGEST_JSON = 100_000, 1_000_000
HIGHEST = 2**53  # of every number: a whole one is exact up to here, as float too
_YES_OR_NO: dict[Cell, bool] = {0: False, 1: True}

_R = TypeVar("_R")


def to_row(record: Value) -> dict[str, Cell]:
    """The cells of a record by column name; of a case only what is not a record itself.

    Raises TooLarge for a text that could not be read again.
    """
    record_type: Hint = type(record)
    row: dict[str, Cell] = {}
    for name, hint in stored_fields(record_type).items():
        row.update(_cells(name, _kind(hint), getattr(record, name)))
    return row


def from_rows(record_type: type[_R], rows: Sequence[Sequence[Cell]]) -> tuple[_R, ...]:
    """The records that these rows were made from; the cells go as `columns_of` names them.

    Raises WrongContent for cells that no record was ever written as: whoever knows the passphrase
    of a file can write anything in it.
    """
    if not rows:
        return ()
    with _only_what_we_write():
        # Column by column: a case has thousands of rows, and most of the work is then done in C.
        return tuple(map(record_type, *_values(record_type, zip(*rows, strict=True))))


def value_of(hint: Hint, cell: str) -> Value:
    """The value of one cell of JSON. Raises WrongContent."""
    with _only_what_we_write():
        return _reader(hint)(_from_json(cell))


def moments_of(*cells: tuple[Value, Value, Value, Value]) -> tuple[Moment | None, ...]:
    """The moments of these cells: their precision, first and last day, and circa.

    Raises WrongContent.
    """
    with _only_what_we_write():
        return tuple(_moment(*parts) for parts in cells)


@contextmanager
def _only_what_we_write() -> Iterator[None]:
    # Cells are read by rules so strict that nothing but a wrong cell makes one of these.
    try:
        yield
    except (TypeError, ValueError, LookupError, RecursionError, BadInput) as error:
        raise WrongContent from error


def _values(record_type: Hint, columns: Iterator[tuple[Cell, ...]]) -> list[Iterable[Value]]:
    """The values of each field in turn, made from the next columns."""
    return [_values_of(_kind(hint), hint, columns) for hint in stored_fields(record_type).values()]


def _values_of(kind: Hint, hint: Hint, columns: Iterator[tuple[Cell, ...]]) -> Iterable[Value]:
    if kind is Moment:
        return map(_moment, *(next(columns) for _ in _MOMENT_PARTS))
    if kind in _PREFIX_OF:
        return map(kind, *_values(kind, columns))
    if hint is str:
        return _texts(next(columns), LONGEST_TEXT)
    if hint in (int, float):
        return _numbers(next(columns), hint)
    if _is_tuple(kind):
        return map(_FromJson(_reader(kind)).__getitem__, _texts(next(columns), LONGEST_JSON))
    return map(_reader(hint), next(columns))


def _texts(cells: Sequence[Value], longest: int) -> Sequence[str]:
    """Raises ValueError when one is longer than any that was written, TypeError for no text."""
    if len("".join(cells)) > longest and max(map(len, cells)) > longest:
        raise ValueError("a cell holds too much text")
    return cells


def _numbers(cells: Sequence[Value], kind: type[int] | type[float]) -> Sequence[float]:
    """Raises ValueError when one is no such number, or is higher than can be counted on."""
    if set(map(type, cells)) != {kind} or not max(map(abs, cells)) <= HIGHEST:
        raise ValueError("a cell holds no number, or one that is out of all proportion")
    return cells


def _fields_once(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field that is there twice")
    return found


_from_json = json.JSONDecoder(object_pairs_hook=_fields_once).decode


class _FromJson(dict[Cell, Value]):
    """The values of cells of JSON; most cells of a column are alike, and each is read once."""

    def __init__(self, read: Callable[[Value], Value]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Value) -> Value:
        value = self[cell] = self._read(_from_json(cell))
        return value


@cache
def columns_of(record_type: Hint, prefix: str = "") -> tuple[str, ...]:
    """The columns that a type of record needs, in the order of its fields."""
    names: list[str] = []
    for name, hint in stored_fields(record_type).items():
        kind = _kind(hint)
        if kind is Moment:
            names += [f"{prefix}{name}_{part}" for part in _MOMENT_PARTS]
        elif kind in _PREFIX_OF:
            names += columns_of(kind, _PREFIX_OF[kind])
        else:
            names.append(prefix + name)
    return tuple(names)


@cache
def stored_fields(record_type: Hint) -> dict[str, Hint]:
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
        return {name: _not_longer(json.dumps(_plain(value), ensure_ascii=False), LONGEST_JSON)}
    return {name: _plain(value)}


def _plain(value: Value) -> Value:
    """A value in the words of JSON: records become objects, terms and dates become text."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return _not_longer(_whole_characters(value), LONGEST_TEXT)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _not_longer(text: str, longest: int) -> str:
    if len(text) > longest:
        raise TooLarge
    return text


def _whole_characters(text: str) -> str:
    # A pasted half of an emoji cannot be stored, and must not stop everything else from it.
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


@cache
def _reader(hint: Hint) -> Callable[[Value], Value]:
    """What turns a plain value back into a value of this type."""
    kind = _kind(hint)
    if kind != hint:  # not "is": equal hints of two records are two objects
        read = _reader(kind)
        return lambda plain: None if plain is None else read(plain)
    if _is_tuple(kind):
        read = _reader(get_args(kind)[0])
        return lambda plain: tuple(map(read, _listed(plain)))
    if is_dataclass(kind):
        return _record_reader(kind)
    if issubclass(kind, StrEnum):
        return {term.value: term for term in kind}.__getitem__
    readers: dict[Hint, Callable[[Value], Value]] = {
        str: _inner_text,
        int: lambda plain: _numbers((plain,), int)[0],
        float: lambda plain: _numbers((plain,), float)[0],
        bool: _YES_OR_NO.__getitem__,
        date: _day,
    }
    return readers[kind]


def _inner_text(plain: Value) -> str:
    """Raises ValueError also for half a character: in JSON one can be hidden as \\ud83d."""
    (text,) = _texts((plain,), LONGEST_TEXT)
    text.encode()
    return text


def _listed(plain: Value) -> list[Value]:
    """Raises ValueError for what could be walked through but is no list."""
    if type(plain) is not list:
        raise ValueError("several values that are not in a list")
    return plain


def _record_reader(record_type: Hint) -> Callable[[Value], Value]:
    """A field that is not there gets its default."""
    readers = {name: _reader(hint) for name, hint in stored_fields(record_type).items()}
    return lambda plain: record_type(**{name: readers[name](plain[name]) for name in plain})


def _date(text: str) -> date:
    if text[7] != "-":  # Python also reads 20210104 and 2021-W01-1
        raise ValueError("a day that is not written as we do")
    return date.fromisoformat(text)


def _day(text: str) -> date:
    """Raises ValueError for a day so far off that reckoning with it would go wrong."""
    day = _date(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("a day that is centuries away")
    return day


def _moment(precision: Cell, first: Value, last: Value, circa: Cell) -> Moment | None:
    """The moment of four cells; most are of one day, and many are not known."""
    if precision is None or precision == Precision.ONBEKEND.value:
        if first is not None or last is not None or circa != (None if precision is None else 0):
            raise ValueError("a moment that is not known, of which something is known")
        return None if precision is None else UNKNOWN
    start = _date(first)
    end = start if last == first else _date(last)
    return Moment(_reader(Precision)(precision), start, end, _YES_OR_NO[circa])
