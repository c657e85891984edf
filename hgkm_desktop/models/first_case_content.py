"""What someone is told who makes a first case, as experts keep it in eerste_casus.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hgkm_desktop.models.content import entry_id, read_entries
from hgkm_desktop.models.steps_content import StepPage
from hgkm_desktop.models.strict_toml import Table
from hgkm_desktop.paths import resource


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One step: what to do in order, what to type, and the page where; `minutes` is a guess."""

    id: str
    name: str
    minutes: int
    text: str
    to_do: tuple[str, ...]
    to_type: tuple[str, ...]
    page: StepPage | None


@cache
def first_steps() -> tuple[FirstStep, ...]:
    """The steps in their order."""
    return read_first_steps(resource("inhoud/eerste_casus.toml"))


def read_first_steps(path: Path) -> tuple[FirstStep, ...]:
    """Reads eerste_casus.toml. Raises BadContent."""
    return read_entries(path, "stap", _step)


def _step(table: Table) -> FirstStep:
    return FirstStep(
        id=entry_id(table),
        name=table.text("naam"),
        minutes=int(table.number("minuten")),
        text=table.text("tekst"),
        to_do=table.texts("doe"),
        to_type=table.texts("typ"),
        page=table.term_if_any("plek", StepPage),
    )
