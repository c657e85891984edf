"""Which duiding belongs to the figures of an indicator: without one they are not printed.

Source: cijfers in beeld (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from datetime import date

from hgkm_desktop.models.figure_content import indicator_of, indicators_of
from hgkm_desktop.models.figures import Duiding, Figure, FigureIndicator, FigureSet, Period


def last_period(figures: FigureSet) -> Period | None:
    """The last period with a figure; a whole year comes after its halves."""
    return max((one.period for one in figures.figures), key=_ends, default=None)


def counted(figures: FigureSet, until: Period) -> tuple[FigureIndicator, ...]:
    """The indicators with a figure until the end of this period, in the order of the list."""
    ids = {one.indicator_id for one in figures.figures if one.period.last <= until.last}
    listed = [one for one in indicators_of(figures) if one.id in ids]
    gone = sorted(ids - {one.id for one in listed})
    return (*listed, *(indicator_of(figures, indicator_id) for indicator_id in gone))


def duiding_of(figures: FigureSet, indicator_id: str, until: Period) -> Duiding | None:
    """The last duiding until the end of this period, unless a later figure came after it."""
    found = [
        one
        for one in figures.duidingen
        if one.indicator_id == indicator_id
        and one.period.last <= until.last
        and one.text.strip()
        and not any(_is_later(figure, one, until) for figure in figures.figures)
    ]
    return max(found, key=lambda one: _ends(one.period), default=None)


def without_duiding(figures: FigureSet, until: Period) -> tuple[FigureIndicator, ...]:
    """The indicators whose figures are not printed over this period, for they have no duiding."""
    return tuple(
        one for one in counted(figures, until) if duiding_of(figures, one.id, until) is None
    )


def _is_later(figure: Figure, duiding: Duiding, until: Period) -> bool:
    is_of_it = figure.indicator_id == duiding.indicator_id
    return is_of_it and duiding.period.last < figure.period.last <= until.last


def _ends(period: Period) -> tuple[date, bool]:
    return period.last, not period.half
