"""The keys of the program in groups, as toetsen.toml tells them, and how a key is called."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hgkm_desktop.models.content import entry_id, read_entries
from hgkm_desktop.models.strict_toml import Table
from hgkm_desktop.paths import resource

_CALLED = {
    "Up": "pijl omhoog",
    "Down": "pijl omlaag",
    "Left": "pijl links",
    "Right": "pijl rechts",
    "Return": "Enter",
    "PgUp": "Page Up",
    "PgDown": "Page Down",
    "Menu": "menutoets",
    "+": "plus",
    "-": "min",
    ".": "punt",
    ",": "komma",
}


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What some keys do; `name` is how they are called together."""

    keys: tuple[str, ...]
    name: str
    does: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that go together."""

    id: str
    name: str
    rows: tuple[KeyRow, ...]


def key_name(keys: str) -> str:
    """How a key is called that the program knows as 'Ctrl+Shift+Up': 'Ctrl+Shift+pijl omhoog'."""
    held, plus, last = keys[:-1].rpartition("+")
    last += keys[-1:]
    return f"{held}{plus}{_CALLED.get(last, last)}"


@cache
def key_groups() -> tuple[KeyGroup, ...]:
    """All keys, in the order in which they are shown."""
    return read_key_groups(resource("inhoud/toetsen.toml"))


def read_key_groups(path: Path) -> tuple[KeyGroup, ...]:
    """Reads toetsen.toml. Raises BadContent."""
    return read_entries(path, "groep", _group)


def _group(table: Table) -> KeyGroup:
    rows = tuple(_row(inner) for inner in table.tables("rij"))
    return KeyGroup(entry_id(table), table.text("naam"), rows)


def _row(table: Table) -> KeyRow:
    keys = table.texts("toetsen")
    name = table.text("naam", "") or ", ".join(key_name(one) for one in keys)
    if not name:
        raise table.problem("er staan geen ‘toetsen’ en geen ‘naam’.")
    row = KeyRow(keys, name, table.text("doet"))
    table.done()
    return row
