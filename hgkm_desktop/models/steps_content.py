"""The steps of a method and what each can leave open, as experts keep them in stappen.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hgkm_desktop.models.content import entry_id, read_entries
from hgkm_desktop.models.strict_toml import Table
from hgkm_desktop.models.terms import Method, Term
from hgkm_desktop.paths import resource


class StepPage(Term):
    """Where a step is done; the label is what the button or the menu says."""

    AANLEIDING = ("aanleiding", "Aanleiding")
    DEELNEMERS = ("deelnemers", "Deelnemers")
    TIJDLIJN = ("tijdlijn", "Tijdlijn en beleving")
    RONDE = ("ronde", "Ronde van belevingen")
    NU_ANDERS = ("nu_anders", "Nu anders")
    SAMENWERKING = ("samenwerking", "Samenwerking")
    LESSEN = ("lessen", "Lessen")
    ACTIES = ("acties", "Acties")
    SAMENVATTING = ("samenvatting", "Samenvatting")
    VERDIEPING = ("verdieping", "Verdieping")


@dataclass(frozen=True, slots=True)
class KnownPoint:
    """Something that a step can leave open, in words.

    `one` is for when it is so of one thing only; `field` names where on the page it is filled in;
    `lapses`: it no longer counts once the step is ticked.
    """

    id: str
    text: str
    page: StepPage
    one: str = ""
    field: str = ""
    lapses: bool = False

    def words(self, names: tuple[str, ...]) -> str:
        """The sentence for these things, of which there is at least one."""
        text = self.one if self.one and len(names) == 1 else self.text
        return text.replace("{aantal}", str(len(names))).replace("{wat}", "; ".join(names))


@dataclass(frozen=True, slots=True)
class KnownStep:
    """A step of a method; `tick` are the words to tick it with, empty when it is only computed."""

    id: str
    name: str
    method: Method
    page: StepPage
    tick: str
    points: tuple[KnownPoint, ...]


@cache
def steps() -> tuple[KnownStep, ...]:
    """The steps of all methods, those of one method in their order."""
    return read_steps(resource("inhoud/stappen.toml"))


def read_steps(path: Path) -> tuple[KnownStep, ...]:
    """Reads stappen.toml. Raises BadContent, also for a point that two steps have."""
    points: set[str] = set()

    def read_one(table: Table) -> KnownStep:
        step = _step(table)
        for point in step.points:
            if point.id in points:
                raise table.problem(f"het punt ‘{point.id}’ staat er twee keer.")
            points.add(point.id)
        return step

    return read_entries(path, "stap", read_one)


def _step(table: Table) -> KnownStep:
    page, tick = table.term("pagina", StepPage), table.text("afvinken", "")
    points = tuple(_point(inner, page) for inner in table.tables("punt"))
    for point in points:
        if point.lapses and not tick:
            raise table.problem(f"‘{point.id}’ kan vervallen, maar de stap heeft geen ‘afvinken’.")
    return KnownStep(
        id=entry_id(table),
        name=table.text("naam"),
        method=table.term("methode", Method),
        page=page,
        tick=tick,
        points=points,
    )


def _point(table: Table, page: StepPage) -> KnownPoint:
    found = KnownPoint(
        id=entry_id(table),
        text=table.text("tekst"),
        page=table.term("pagina", StepPage, page),
        one=table.text("een", ""),
        field=table.text("veld", ""),
        lapses=table.flag("vervalt"),
    )
    table.done()
    return found
