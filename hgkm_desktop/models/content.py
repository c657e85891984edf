"""The lists that experts keep in resources/inhoud: organisations, roles, instruments and so on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from hgkm_desktop.models.strict_toml import BadContent, Table, parse
from hgkm_desktop.models.terms import Layer, MeantFor, Pressure
from hgkm_desktop.paths import resource

_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """An organisation or body; `valid_from` and `valid_until` are days included, when known."""

    id: str
    name: str
    abbreviations: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class KnownViolence:
    """A vorm van geweld, or what stands around it, in its group."""

    id: str
    label: str
    group: str


@dataclass(frozen=True, slots=True)
class LifeArea:
    """A leefgebied where problems can be."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class KnownRole:
    """A role in the household or network, such as 'moeder' or 'broer-vader'."""

    id: str
    label: str
    is_child: bool = False


@dataclass(frozen=True, slots=True)
class JobFunction:
    """A function that someone at the table can have."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """What can be used, who asks for it, decides on it and carries it out, and since when.

    `valid_from` and `valid_until` are days included; None is unknown or open. `is_regional` says
    that it is not everywhere, so that 'hier beschikbaar sinds' counts. `pressure` and `meant_for`
    are None where that does not follow from the instrument itself. `longest` and `extension` are
    words: how long at most, and how it can last longer; empty when no term is fixed.
    """

    id: str
    label: str
    abbreviations: tuple[str, ...] = ()
    asks: str = ""
    decides: str = ""
    carries_out: str = ""
    frame: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    is_regional: bool = False
    pressure: Pressure | None = None
    meant_for: MeantFor | None = None
    longest: str = ""
    extension: str = ""
    remember: str = ""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A factor that stood in the way; it never names a person."""

    id: str
    label: str
    layer: Layer


class _Entry(Protocol):
    @property
    def id(self) -> str: ...


_E = TypeVar("_E", bound=_Entry)


@cache
def organisations() -> tuple[KnownOrganisation, ...]:
    return read_organisations(resource("inhoud/organisaties.toml"))


@cache
def violence_forms() -> tuple[KnownViolence, ...]:
    """The vormen van geweld, those of one group after each other."""
    return read_violence_forms(resource("inhoud/geweldsvormen.toml"))


@cache
def life_areas() -> tuple[LifeArea, ...]:
    return read_life_areas(resource("inhoud/leefgebieden.toml"))


@cache
def household_roles() -> tuple[KnownRole, ...]:
    return read_household_roles(resource("inhoud/rollen.toml"))


@cache
def functions() -> tuple[str, ...]:
    """The functions as they are shown; a case keeps a function as words."""
    return tuple(f.label for f in read_functions(resource("inhoud/functies.toml")))


@cache
def instruments() -> tuple[Instrument, ...]:
    return read_instruments(resource("inhoud/instrumenten.toml"))


@cache
def obstacles() -> tuple[Obstacle, ...]:
    return read_obstacles(resource("inhoud/belemmeringen.toml"))


def known_organisation(text: str) -> KnownOrganisation | None:
    """The organisation with this name or abbreviation; capitals and outer spaces do not count."""
    wanted = text.strip().casefold()
    for organisation in organisations():
        if wanted in (s.casefold() for s in (organisation.name, *organisation.abbreviations)):
            return organisation
    return None


def known_instrument(text: str) -> Instrument | None:
    """The instrument with this id, label or abbreviation; capitals do not count."""
    wanted = text.strip().casefold()
    for instrument in instruments():
        spellings = (instrument.id, instrument.label, *instrument.abbreviations)
        if wanted in (spelling.casefold() for spelling in spellings):
            return instrument
    return None


def read_organisations(path: Path) -> tuple[KnownOrganisation, ...]:
    """Reads organisaties.toml. Raises BadContent."""
    return read_entries(path, "organisatie", _organisation)


def read_violence_forms(path: Path) -> tuple[KnownViolence, ...]:
    """Reads geweldsvormen.toml. Raises BadContent."""
    return read_entries(
        path, "vorm", lambda t: KnownViolence(entry_id(t), t.text("label"), t.text("groep"))
    )


def read_life_areas(path: Path) -> tuple[LifeArea, ...]:
    """Reads leefgebieden.toml. Raises BadContent."""
    return read_entries(path, "leefgebied", lambda t: LifeArea(entry_id(t), t.text("label")))


def read_household_roles(path: Path) -> tuple[KnownRole, ...]:
    """Reads rollen.toml. Raises BadContent."""
    return read_entries(
        path, "rol", lambda t: KnownRole(entry_id(t), t.text("label"), t.flag("kind"))
    )


def read_functions(path: Path) -> tuple[JobFunction, ...]:
    """Reads functies.toml. Raises BadContent."""
    return read_entries(path, "functie", lambda t: JobFunction(entry_id(t), t.text("label")))


def read_instruments(path: Path) -> tuple[Instrument, ...]:
    """Reads instrumenten.toml. Raises BadContent."""
    return read_entries(path, "instrument", _instrument)


def read_obstacles(path: Path) -> tuple[Obstacle, ...]:
    """Reads belemmeringen.toml. Raises BadContent."""
    return read_entries(
        path, "belemmering", lambda t: Obstacle(entry_id(t), t.text("label"), t.term("laag", Layer))
    )


def read_entries(path: Path, name: str, read_one: Callable[[Table], _E]) -> tuple[_E, ...]:
    """The entries written as [[name]], which must be there, each with an id of its own.

    Raises BadContent, also for what nobody reads.
    """
    whole = parse(path.read_text(encoding="utf-8"), path.name)
    entries: dict[str, _E] = {}
    for table in whole.tables(name):
        entry = read_one(table)
        table.done()
        if entry.id in entries:
            raise table.problem(f"de id ‘{entry.id}’ staat er twee keer.")
        entries[entry.id] = entry
    whole.done()
    if not entries:
        raise BadContent(path.name, "", f"er staat geen enkele [[{name}]] in.")
    return tuple(entries.values())


def entry_id(table: Table) -> str:
    """The id of an entry, a stable word of ASCII letters, digits and underscores."""
    found = table.text("id")
    if not _ID.fullmatch(found):
        raise table.problem("de id mag alleen a-z, 0-9 en _ hebben en begint met een letter.")
    return found


def _organisation(table: Table) -> KnownOrganisation:
    return KnownOrganisation(
        id=entry_id(table),
        name=table.text("naam"),
        abbreviations=table.texts("afkortingen"),
        valid_from=table.day("geldig_vanaf"),
        valid_until=table.day("geldig_tot_en_met"),
    )


def _instrument(table: Table) -> Instrument:
    return Instrument(
        id=entry_id(table),
        label=table.text("label"),
        abbreviations=table.texts("afkortingen"),
        asks=table.text("vraagt", ""),
        decides=table.text("besluit", ""),
        carries_out=table.text("voert_uit", ""),
        frame=table.text("kader"),
        valid_from=table.day("geldig_vanaf"),
        valid_until=table.day("geldig_tot_en_met"),
        is_regional=table.flag("per_regio"),
        pressure=table.term_if_any("dwang_of_drang", Pressure),
        meant_for=table.term_if_any("voor", MeantFor),
        longest=table.text("max_duur", ""),
        extension=table.text("verlenging", ""),
        remember=table.text("let_op", ""),
    )
