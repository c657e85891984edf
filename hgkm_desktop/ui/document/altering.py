"""Notes that details were altered, once a field brings a word that was replaced into the case."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from hgkm_desktop.models.reading import altered
from hgkm_desktop.models.texts import changed_keys, texts_of
from hgkm_desktop.models.works import Value

_V = TypeVar("_V", bound=Value)


class Altering:
    """What was put in fields in place of a word that was found, until it is in the case.

    It holds what was written and not what was there, in memory only. `function` is who works here,
    '' while nobody said so: nobody is asked while typing.
    """

    def __init__(self) -> None:
        self.function = ""
        self._awaited: list[tuple[QObject, str]] = []

    def await_words(self, field: QObject, words: str) -> None:
        """A word was replaced by these in a field; with that field it is forgotten."""
        self._awaited.append((field, words))

    def noted(self, before: Value | None, after: _V) -> _V:
        """The value after an edit, with a note that details were altered when the edit brings such
        words into a text: so one undo takes both back."""
        self._awaited = [(field, words) for field, words in self._awaited if isValid(field)]
        if before is None or not self._awaited:
            return after
        changed = set(changed_keys(before, after))
        texts = [one.text for one in texts_of(after) if one.key in changed]
        left = [(f, words) for f, words in self._awaited if not any(words in t for t in texts)]
        is_here = len(left) < len(self._awaited)
        self._awaited = left
        return altered(after, self.function, date.today()) if is_here else after

    def forget(self) -> None:
        """Keep nothing, and not who works here."""
        self.function = ""
        self._awaited.clear()
