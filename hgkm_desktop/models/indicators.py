"""What is read off a line: the words that experts keep in resources/inhoud/indicatoren.toml."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from hgkm_desktop.models.content import read_entries
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.strict_toml import BadContent, Table
from hgkm_desktop.paths import resource


class IndicatorId(StrEnum):
    """What the program reads off a line; each is in the list exactly once."""

    GEWELD_TOT_MELDING = "geweld_tot_melding"
    RISICO_TOT_AFSTEMMING = "risico_tot_afstemming"
    ZONDER_REGIE = "zonder_regie"
    ORGANISATIES_TEGELIJK = "organisaties_tegelijk"
    CONTACTMOMENTEN_VT = "contactmomenten_vt"
    FEITENONDERZOEK_VOOR_PLAN = "feitenonderzoek_voor_plan"
    PLANNEN = "plannen"
    INTERVENTIE_PAST = "interventie_past"
    VEILIGHEIDSCIJFERS = "veiligheidscijfers"
    NA_18_MAANDEN = "na_18_maanden"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured, how it must not be read, and where it comes from.

    Source: docs/bronnen.md, bron 2, 3 and 4; `source` says which for each.
    """

    id: IndicatorId
    label: str
    definition: str
    is_not: str
    source: str


@cache
def indicators() -> tuple[Indicator, ...]:
    """Every indicator, in the order of the list."""
    return read_indicators(resource("inhoud/indicatoren.toml"))


def read_indicators(path: Path) -> tuple[Indicator, ...]:
    """Reads indicatoren.toml. Raises BadContent, also when one that is computed is not there."""
    found = read_entries(path, "indicator", _indicator)
    missing = [f"‘{i}’" for i in IndicatorId if i not in {entry.id for entry in found}]
    if missing:
        raise BadContent(path.name, "", f"hier ontbreekt de indicator {list_text(missing)}.")
    return found


def _indicator(table: Table) -> Indicator:
    return Indicator(
        id=table.term("id", IndicatorId),
        label=table.text("label"),
        definition=table.text("definitie"),
        is_not=table.text("wat_het_niet_is"),
        source=table.text("bron"),
    )
