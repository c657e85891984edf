"""One time that an exercise was played: who sat where, what they chose, and what was said of it.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.models.read_through import NEVER_READ, ReadThrough
from hgkm_desktop.models.terms import CaseState


@dataclass(frozen=True, slots=True)
class PlayTable:
    """Who chooses together: a table, a pair or one player; never a name of a person."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class TableChoice:
    """What a table chose at a decision point: an option, or something of its own in `text`.

    `instrument` is a label of the list of instruments; `best_cards` says which role can do most.
    """

    id: str
    decision_id: str
    table_id: str
    option_id: str = ""
    text: str = ""
    instrument: str = ""
    why: str = ""
    best_cards: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What was said of a difference: between tables, or with what really happened."""

    id: str
    text: str
    decision_id: str = ""


@dataclass(frozen=True, slots=True)
class Playing:
    """One playing of an exercise. `place` is how far it is, in steps from 0, so that it goes on
    there after a break. `starts_at` is in minutes after midnight. `from_case_id` is the case that
    the exercise was made of, if any: what was said of it goes when that case is destroyed."""

    id: str
    code: str
    title: str = ""
    state: CaseState = CaseState.IN_BEWERKING
    created_on: date | None = None
    exercise_id: str = ""
    from_case_id: str = ""
    held_on: date | None = None
    starts_at: int | None = None
    tables: tuple[PlayTable, ...] = ()
    place: int = 0
    choices: tuple[TableChoice, ...] = ()
    differences: tuple[Difference, ...] = ()
    conclusion: str = ""
    versions: int = 0
    read: ReadThrough = NEVER_READ

    def choice(self, decision_id: str, table_id: str) -> TableChoice | None:
        """What this table chose there, or None when it did not yet."""
        for one in self.choices:
            if (one.decision_id, one.table_id) == (decision_id, table_id):
                return one
        return None

    def without_table(self, table_id: str) -> Playing:
        """The playing without a table, and without what it chose."""
        return replace(
            self,
            tables=tuple(t for t in self.tables if t.id != table_id),
            choices=tuple(c for c in self.choices if c.table_id != table_id),
        )

    def with_nothing_of(self, gone_id: str) -> Playing:
        """The playing once its exercise, or the case that one was made of, is gone."""
        if not gone_id or gone_id not in (self.exercise_id, self.from_case_id):
            return self
        return Playing(self.id, self.code, created_on=self.created_on, held_on=self.held_on)
