"""A value is put in its place in a set of figures, or taken out of it."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.figure_checks import check_figure
from hgkm_desktop.models.figure_content import indicator_of
from hgkm_desktop.models.figure_terms import FigureKind
from hgkm_desktop.models.figures import Figure, FigureSet, Period


def with_figure(figures: FigureSet, figure: Figure) -> FigureSet:
    """The set with this value, in the place of the one of that indicator and period.

    Raises BadInput when it cannot be true, alone or beside the others.
    """
    place = (figure.indicator_id, figure.period)
    held = next((one for one in figures.figures if (one.indicator_id, one.period) == place), None)
    if held is not None:
        figure = replace(figure, id=held.id)
    check_value(figures, figure)
    if held is None:
        return replace(figures, figures=(*figures.figures, figure))
    kept = tuple(figure if one is held else one for one in figures.figures)
    return replace(figures, figures=kept)


def without_figure(figures: FigureSet, indicator_id: str, period: Period) -> FigureSet:
    """The set without the value of this indicator and period."""
    place = (indicator_id, period)
    left = tuple(one for one in figures.figures if (one.indicator_id, one.period) != place)
    return replace(figures, figures=left)


def check_value(figures: FigureSet, figure: Figure) -> None:
    """As `check_figure`, and raises BadInput for a share where there is but a count."""
    indicator = indicator_of(figures, figure.indicator_id)
    is_share = figure.of is not None or figure.given_share is not None
    if indicator.kind is FigureKind.AANTAL and is_share:
        raise BadInput(
            "Dit is een aantal, geen deel van iets.",
            safe="Er is niets veranderd.",
            todo="Typ één getal.",
        )
    check_figure(figures, figure)
