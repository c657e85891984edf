"""The days on which the law changed: the list that experts keep in resources/inhoud/wetten.toml."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from hgkm_desktop.models.content import entry_id, read_entries
from hgkm_desktop.models.strict_toml import Table
from hgkm_desktop.paths import resource


@dataclass(frozen=True, slots=True)
class LawChange:
    """From this day on something was other; `label` is short, `what` says it in a sentence."""

    id: str
    day: date
    label: str
    what: str


@cache
def law_changes() -> tuple[LawChange, ...]:
    """The changes, the first day first."""
    return read_law_changes(resource("inhoud/wetten.toml"))


def read_law_changes(path: Path) -> tuple[LawChange, ...]:
    """Reads wetten.toml. Raises BadContent."""
    return tuple(sorted(read_entries(path, "wet", _law_change), key=lambda change: change.day))


def _law_change(table: Table) -> LawChange:
    day = table.day("dag")
    if day is None:
        raise table.problem("‘dag’ ontbreekt.")
    return LawChange(entry_id(table), day, table.text("label"), table.text("wat"))
