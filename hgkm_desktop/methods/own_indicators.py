"""The own indicators of a set of figures: what cannot be, and what goes with one."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.figure_cells import check_value
from hgkm_desktop.models.dutch import count_text, list_text
from hgkm_desktop.models.figure_content import indicators_of
from hgkm_desktop.models.figure_terms import Direction
from hgkm_desktop.models.figures import FigureIndicator, FigureSet

_COUNTED = (
    ("figures", "cijfer", "cijfers"),
    ("duidingen", "duiding", "duidingen"),
    ("insights", "inzicht uit een casus", "inzichten uit casussen"),
)


def check_own(figures: FigureSet, own: FigureIndicator) -> None:
    """Raises BadInput for an own indicator that cannot be, or not with the figures it has."""
    if not own.label.strip():
        raise BadInput("Vul in hoe de indicator heet.")
    others = [one for one in indicators_of(figures) if one.id != own.id]
    if own.label.strip().casefold() in {one.label.casefold() for one in others}:
        raise BadInput("Er is al een indicator met deze naam.", todo="Kies een andere naam.")
    if own.part_of_id == own.id:
        raise BadInput("Een indicator is geen deel van zichzelf.", todo="Kies een andere.")
    if own.direction is not Direction.GEEN and not own.wanted_because.strip():
        raise BadInput("Schrijf op wie deze richting wil, en waarom.")
    changed = replace(figures, own=tuple(own if one.id == own.id else one for one in figures.own))
    for figure in figures.figures:
        if figure.indicator_id == own.id:
            check_value(changed, figure)


def without_own(figures: FigureSet, own_id: str) -> FigureSet:
    """The set without this indicator, its figures, and what was said of those."""
    left = tuple(
        replace(one, part_of_id="") if one.part_of_id == own_id else one
        for one in figures.own
        if one.id != own_id
    )
    return replace(
        figures,
        own=left,
        figures=tuple(one for one in figures.figures if one.indicator_id != own_id),
        duidingen=tuple(one for one in figures.duidingen if one.indicator_id != own_id),
        insights=tuple(one for one in figures.insights if one.indicator_id != own_id),
    )


def gone_with_own(figures: FigureSet, own_id: str) -> str:
    """What goes with an own indicator: 'met 3 cijfers en 1 duiding'; also of what it is the noemer,
    for nothing is computed of that any more."""
    found = []
    for field, one, more in _COUNTED:
        number = sum(held.indicator_id == own_id for held in getattr(figures, field))
        found += [count_text(number, one, more)] if number else []
    words = f"met {list_text(found)}" if found else "er waren nog geen cijfers"
    parts = [one.label.strip() for one in figures.own if one.part_of_id == own_id]
    return f"{words}; {list_text(parts)} heeft dan geen noemer meer" if parts else words
