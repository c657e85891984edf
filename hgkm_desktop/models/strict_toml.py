"""Strict reading of TOML: a wrong type, a missing key and a key nobody reads are named errors."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.dutch import list_text

_T = TypeVar("_T", bound=StrEnum)
_LINE = re.compile(r"line (\d+)")


class BadContent(HgkmError):
    """A TOML text cannot be read; it names the text, the entry and the reason, never a value."""

    def __init__(self, source: str, place: str, reason: str) -> None:
        where = f"{source}, {place}" if place else source
        super().__init__(
            f"{where}: {reason}",
            safe="Uw casusbestanden zijn niet veranderd.",
            todo="Verbeter deze plek in de tekst en probeer het opnieuw.",
        )


def parse(text: str, source: str) -> Table:
    """The whole text as a table; `source` is the name that errors give it.

    Raises BadContent, with the line where it went wrong, when it is no TOML.
    """
    try:
        return Table(tomllib.loads(text), source)
    except tomllib.TOMLDecodeError as problem:
        found = _LINE.search(str(problem))
        place = f"regel {found[1]}" if found else "het einde van de tekst"
        reason = "hier mist een teken of staat een naam voor de tweede keer."
        raise BadContent(source, place, reason) from problem


class Table:
    """One table of a TOML text. Call `done` when every key that may be there has been read."""

    def __init__(self, values: Mapping[str, Any], source: str, place: str = "") -> None:
        self._values = values
        self._unread = dict.fromkeys(values)
        self._source = source
        self._place = place

    def problem(self, reason: str) -> BadContent:
        """The error to raise for something that is wrong in this table."""
        return BadContent(self._source, self._place, reason)

    def done(self) -> None:
        """Raises BadContent when a key is left that nobody asked for."""
        if self._unread:
            names = list_text([f"‘{key}’" for key in self._unread])
            raise self.problem(f"{names} hoort hier niet.")

    def text(self, key: str, default: str | None = None) -> str:
        """A text without white space around it; without a default it must be there and not empty.

        Raises BadContent.
        """
        value = self._take(key, str, "een tekst", default)
        words = str(value).strip()
        if not words and default is None:
            raise self.problem(f"‘{key}’ is leeg.")
        return words

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; none when the key is not there. Raises BadContent for anything else."""
        values = self._take(key, list, "een lijst met teksten", [])
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.problem(f"‘{key}’ moet een lijst met teksten zijn.")
        return tuple(value.strip() for value in values)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false. Raises BadContent for anything else."""
        return bool(self._take(key, bool, "true of false", default))

    def number(self, key: str) -> float:
        """A number such as 4 or 4.5, which must be there. Raises BadContent for anything else."""
        value = self._take(key, int | float, "een getal, zoals 4 of 4.5", None)
        if isinstance(value, bool):
            raise self.problem(f"‘{key}’ moet een getal zijn.")
        return float(value)

    def day(self, key: str) -> date | None:
        """A day such as 2025-03-01; None when the key is not there. Raises BadContent."""
        if key not in self._values:
            return None
        value: date = self._take(key, date, "een dag, zoals 2025-03-01", None)
        if isinstance(value, datetime):
            raise self.problem(f"‘{key}’ moet een dag zijn, zonder tijd.")
        return value

    def term(self, key: str, kind: type[_T], default: _T | None = None) -> _T:
        """A word of the vocabulary. Raises BadContent, with the words that may stand here."""
        return self._word(self.text(key, default), key, kind)

    def term_if_any(self, key: str, kind: type[_T]) -> _T | None:
        """A word of the vocabulary; None when the key is not there. Raises BadContent."""
        return self.term(key, kind) if key in self._values else None

    def terms(self, key: str, kind: type[_T]) -> tuple[_T, ...]:
        """A list of words of the vocabulary; none when the key is not there. Raises BadContent."""
        return tuple(self._word(word, key, kind) for word in self.texts(key))

    def table(self, key: str) -> Table:
        """A table of its own; an empty one when the key is not there. Raises BadContent."""
        return self._inner(self._take(key, dict, "een tabel", {}), key)

    def tables(self, key: str) -> tuple[Table, ...]:
        """The entries written as [[key]], in their order. Raises BadContent."""
        values = self._take(key, list, "een lijst met tabellen", [])
        if not all(isinstance(value, dict) for value in values):
            raise self.problem(f"‘{key}’ moet een lijst met tabellen zijn.")
        names = [f"{key} {number}{_own_id(v)}" for number, v in enumerate(values, 1)]
        return tuple(self._inner(v, name) for v, name in zip(values, names, strict=True))

    @property
    def names(self) -> tuple[str, ...]:
        """The keys of this table, in the order of the text."""
        return tuple(self._values)

    def _word(self, word: str, key: str, kind: type[_T]) -> _T:
        try:
            return kind(word)
        except ValueError:
            allowed = list_text([term.value for term in kind])
            raise self.problem(f"‘{key}’ moet een van deze woorden zijn: {allowed}.") from None

    def _inner(self, values: Mapping[str, Any], name: str) -> Table:
        place = f"{self._place} {name}" if self._place else name
        return Table(values, self._source, place)

    def _take(self, key: str, kind: type | UnionType, words: str, default: object) -> Any:  # noqa: ANN401
        if key not in self._values:
            if default is None:
                raise self.problem(f"‘{key}’ ontbreekt.")
            return default
        self._unread.pop(key, None)
        value = self._values[key]
        if not isinstance(value, kind):
            raise self.problem(f"‘{key}’ moet {words} zijn.")
        return value


def _own_id(values: Mapping[str, Any]) -> str:
    """How an entry of a list names itself, so that it is found without counting."""
    found = values.get("id")
    return f" ({found})" if isinstance(found, str) else ""
