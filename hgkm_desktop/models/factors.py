"""The library of factors, the criteria of multiproblematiek, and what a factor of a case says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hgkm_desktop.models.content import entry_id, read_entries
from hgkm_desktop.models.in_depth import FactorCode
from hgkm_desktop.models.strict_toml import Table
from hgkm_desktop.models.terms import FactorKind, Layer
from hgkm_desktop.paths import resource


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor of the library; `source` is a bron of docs/bronnen.md.

    `is_knelpunt_type`: one of the types that knelpunten of the practice fall into (bron 1).
    """

    id: str
    label: str
    kind: FactorKind
    layer: Layer
    source: str = ""
    is_knelpunt_type: bool = False


@dataclass(frozen=True, slots=True)
class KnownCriterion:
    """One of the criteria that together make a multiproblem casus."""

    id: str
    label: str
    source: str = ""


@cache
def factors() -> tuple[Factor, ...]:
    return read_factors(resource("inhoud/factoren.toml"))


@cache
def criteria() -> tuple[KnownCriterion, ...]:
    return read_criteria(resource("inhoud/criteria.toml"))


def knelpunt_types() -> tuple[Factor, ...]:
    """The types of knelpunten (docs/bronnen.md, bron 1)."""
    return tuple(factor for factor in factors() if factor.is_knelpunt_type)


def factor_of(code: FactorCode) -> Factor:
    """The factor that a code stands for; of one's own words, or one that left the library, what
    the code itself says."""
    for factor in factors():
        if factor.id == code.factor_id:
            return factor
    return Factor(
        "", code.own_words or "factor die niet meer in de lijst staat", code.kind, code.layer
    )


def found_factors(typed: str) -> tuple[Factor, ...]:
    """The factors whose label has every word that is typed, in any order; capitals do not count."""
    words = typed.casefold().split()
    return tuple(f for f in factors() if all(word in f.label.casefold() for word in words))


def read_factors(path: Path) -> tuple[Factor, ...]:
    """Reads factoren.toml. Raises BadContent."""
    return read_entries(path, "factor", _factor)


def read_criteria(path: Path) -> tuple[KnownCriterion, ...]:
    """Reads criteria.toml. Raises BadContent."""
    return read_entries(
        path, "criterium", lambda t: KnownCriterion(entry_id(t), t.text("label"), t.text("bron"))
    )


def _factor(table: Table) -> Factor:
    return Factor(
        id=entry_id(table),
        label=table.text("label"),
        kind=table.term("soort", FactorKind),
        layer=table.term("laag", Layer),
        source=table.text("bron"),
        is_knelpunt_type=table.flag("soort_knelpunt"),
    )
