"""What is told of a screen to who asks for help there, as experts keep it in hulp.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hgkm_desktop.models.content import entry_id, read_entries
from hgkm_desktop.models.strict_toml import Table
from hgkm_desktop.paths import resource


@dataclass(frozen=True, slots=True)
class ScreenHelp:
    """What a screen is for, what to ask the table, and what to watch out for.

    `source` is a title and a chapter, and `manual` a heading of the manual.
    """

    id: str
    name: str
    purpose: str
    questions: tuple[str, ...]
    cautions: tuple[str, ...]
    source: str
    manual: str


@cache
def screen_help() -> dict[str, ScreenHelp]:
    """The help of each screen, by its id."""
    return {one.id: one for one in read_help(resource("inhoud/hulp.toml"))}


def read_help(path: Path) -> tuple[ScreenHelp, ...]:
    """Reads hulp.toml. Raises BadContent."""
    return read_entries(path, "hulp", _help)


def _help(table: Table) -> ScreenHelp:
    return ScreenHelp(
        id=entry_id(table),
        name=table.text("naam"),
        purpose=table.text("waarvoor"),
        questions=table.texts("vraag"),
        cautions=table.texts("let_op"),
        source=table.text("bron"),
        manual=table.text("handleiding"),
    )
