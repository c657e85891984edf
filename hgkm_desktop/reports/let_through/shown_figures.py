"""The figures as a paper in their state may say them: what leaves the circle holds no small count.

What may not be told is no number in the set any more, so nothing that is drawn, computed or
written of it can hold one; words stand in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hgkm_desktop.figures.of_figures import Instead
from hgkm_desktop.methods.figures import with_noemers
from hgkm_desktop.models.figure_content import indicators_of
from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import Figure, FigureSet
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.privacy.figure_shield import PrintedFigure, shielded_set
from hgkm_desktop.privacy.small_counts import USUAL_THRESHOLD, Way


@dataclass(frozen=True, slots=True)
class ShownFigures:
    """A set with the noemers to compute with, and what stands in place of what is not told."""

    figures: FigureSet
    instead: Instead


def shown_figures(figures: FigureSet, threshold: int = USUAL_THRESHOLD) -> ShownFigures:
    """The set as its paper may say it: all of it at the table, shielded once it is deelbaar.

    Raises BadInput for a threshold below 3.
    """
    full = with_noemers(figures)
    if stays_at_table(figures.state):
        return ShownFigures(full, {})
    printed = shielded_set(full, indicators_of(full), threshold)
    instead: dict[tuple[str, str], str] = {}
    for figure in full.figures:
        if figure.id in printed:
            instead |= _instead(figure.id, printed[figure.id])
    kept = tuple(_kept(figure, printed) for figure in full.figures)
    return ShownFigures(replace(full, figures=kept), instead)


def _instead(figure_id: str, printed: PrintedFigure) -> Instead:
    named = (("count", printed.count), ("of", printed.of), ("passed_on", printed.passed_on))
    every = (*named, *((str(times), one) for times, one in printed.classes))
    found = {
        (figure_id, name): one.text for name, one in every if one is not None and one.number is None
    }
    if _is_partly_told(printed):
        found[figure_id, "count"] = Way.VERBORGEN.label
    return found


def _is_partly_told(printed: PrintedFigure) -> bool:
    """Whether classes stand in for the teller and not all of them are told: there is no sum."""
    return printed.count is None and any(one.number is None for _, one in printed.classes)


def _kept(figure: Figure, printed: Mapping[str, PrintedFigure]) -> Figure:
    """The figure without the numbers that are not told."""
    shown = printed.get(figure.id)
    if shown is None:
        return figure
    told = {times for times, one in shown.classes if one.number is not None}
    # All classes together are the count: a whole that is not told leaves none of its parts.
    is_told = shown.count is None or shown.count.number is not None
    return replace(
        figure,
        kind=figure.kind if is_told else ValueKind.NIET_VERMELD,
        count=figure.count if is_told else None,
        of=shown.of.number if shown.of and not _is_partly_told(shown) else None,
        given_share=figure.given_share if shown.has_share else None,
        classes=tuple(one for one in figure.classes if one.times in told) if is_told else (),
        passed_on=shown.passed_on.number if shown.passed_on else None,
        reason="" if not is_told else figure.reason,
    )
