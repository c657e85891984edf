"""The indicators of cijfers in beeld that experts keep in resources/inhoud/cijfers.toml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hgkm_desktop.models.content import entry_id, read_entries
from hgkm_desktop.models.figure_terms import Direction, FigureKind, FigureUnit
from hgkm_desktop.models.figures import FigureIndicator, FigureSet, SeriesBreak
from hgkm_desktop.models.strict_toml import BadContent, Table
from hgkm_desktop.paths import resource

_GONE = "indicator die niet meer in de lijst staat"


@cache
def figure_indicators() -> tuple[FigureIndicator, ...]:
    """Every indicator of the list, in its order: by who supplies it."""
    return read_figure_indicators(resource("inhoud/cijfers.toml"))


def indicators_of(figure_set: FigureSet) -> tuple[FigureIndicator, ...]:
    """What figures of this set can be of: the list of experts, then its own indicators."""
    return (*figure_indicators(), *figure_set.own)


def indicator_of(figure_set: FigureSet, indicator_id: str) -> FigureIndicator:
    """The indicator with this id, of the list or of the set itself.

    Of one that is in neither any more, an indicator with that id whose label says so.
    """
    for indicator in indicators_of(figure_set):
        if indicator.id == indicator_id:
            return indicator
    return FigureIndicator(indicator_id, _GONE)


def read_figure_indicators(path: Path) -> tuple[FigureIndicator, ...]:
    """Reads cijfers.toml. Raises BadContent, also for a noemer that no indicator counts."""
    found = read_entries(path, "indicator", _indicator)
    known = {indicator.id for indicator in found}
    for indicator in found:
        if indicator.part_of_id and indicator.part_of_id not in known:
            reason = "‘deel_van’ noemt een indicator die er niet is."
            raise BadContent(path.name, f"indicator {indicator.id}", reason)
    return found


def _indicator(table: Table) -> FigureIndicator:
    kind = table.term("soort", FigureKind)
    counts = kind is FigureKind.AANTAL
    direction = table.term("richting", Direction, Direction.GEEN)
    return FigureIndicator(
        id=entry_id(table),
        label=table.text("label"),
        definition=table.text("definitie"),
        suppliers=table.texts("leveranciers"),
        unit=table.term("eenheid", FigureUnit),
        kind=kind,
        part_of_id="" if counts else table.text("deel_van"),
        look_back=table.text("terugblik", ""),
        direction=direction,
        wanted_because="" if direction is Direction.GEEN else table.text("gewenst_door"),
        has_classes=table.flag("herhaling"),
        has_passed_on=table.flag("doorgeleid"),
        breaks=tuple(_break(inner) for inner in table.tables("breuk")),
        is_not=table.text("wat_het_niet_is"),
        source=table.text("bron"),
    )


def _break(table: Table) -> SeriesBreak:
    day = table.day("op")
    if day is None:
        raise table.problem("‘op’ ontbreekt.")
    found = SeriesBreak(day, table.text("waarom"))
    table.done()
    return found
