"""What is kept of reading a case through before it is shared: who did so, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cleared:
    """A decision that a word tells nobody who the case is about ('niet herleidbaar').

    `word` is in small letters with single spaces; `kind` is what the herleidbaarheidscheck took it
    for; `by` is a function, never a name.
    """

    word: str
    kind: str
    reason: str
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Alteration:
    """That details were altered so that nobody is recognised, when and by which function; never
    what. `by` is '' when no function was given."""

    on: date
    by: str


@dataclass(frozen=True, slots=True)
class ReadThrough:
    """Whether and by whom a case was read through before it became deelbaar.

    `by` is a function. `unread` holds the keys (`CaseText.key`) of texts that changed since; a
    case that was never read has no `on`, and then all of it is unread.
    """

    by: str = ""
    on: date | None = None
    unread: tuple[str, ...] = ()
    cleared: tuple[Cleared, ...] = ()
    alterations: tuple[Alteration, ...] = ()


NEVER_READ = ReadThrough()
